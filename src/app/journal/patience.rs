//! Waiting for a disk, but not for ever: a share that hangs costs a thread, and not what is typed meanwhile.

use std::{
    path::{Path, PathBuf},
    sync::mpsc::channel,
    time::Duration,
};

use super::NAME;
use crate::{model::EventId, store::journal};

/// A place that takes longer than this is left for the person's own data folder.
pub(super) const SLOW: Duration = Duration::from_secs(1);

/// Does something with a disk that may hang, on a thread of its own, and waits for it as long as [`SLOW`]. None where
/// that was not enough, or no thread can be had; what was begun goes on, and nobody hears of it.
pub(super) fn in_time<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Option<T> {
    let (give, take) = channel();
    // It is called as the thread of the journal is, for which a fault does not wait.
    let thread = std::thread::Builder::new().name(NAME.into());
    let spawned = thread.spawn(move || give.send(work()).ok());
    if let Err(error) = spawned {
        tracing::warn!(%error, "no thread for the journal");
        return None;
    }
    take.recv_timeout(SLOW).ok()
}

/// Takes journals of this event away whose entries are elsewhere. Gives those of them that are still there, or of which
/// that is not known.
pub(super) fn without(old: Vec<PathBuf>, event: EventId) -> Vec<PathBuf> {
    if old.is_empty() {
        return old;
    }
    let all = old.clone();
    let left = in_time(move || {
        old.into_iter()
            .filter(|one| !journal::remove(one, event) && is_there(one))
            .collect()
    });
    left.unwrap_or(all)
}

/// Whether a file is there, or may be: only that it is not found says that it is not.
fn is_there(file: &Path) -> bool {
    !matches!(file.symlink_metadata(), Err(error) if error.kind() == std::io::ErrorKind::NotFound)
}

#[cfg(test)]
mod tests {
    use std::time::Instant;

    use super::*;

    #[test]
    fn what_hangs_is_not_waited_for() {
        let (hold, held) = channel::<()>();
        let begun = Instant::now();
        assert_eq!(in_time(move || held.recv().is_ok()), None);
        assert!(begun.elapsed() >= SLOW);
        assert_eq!(in_time(|| 7), Some(7));
        drop(hold);
    }

    #[test]
    fn a_fault_is_no_answer() {
        let fault = || -> u8 { std::panic::resume_unwind(Box::new("fault")) };
        assert_eq!(in_time(fault), None);
    }
}
