//! Waiting for a disk, but not for ever: a share that hangs costs a thread, and not what is typed meanwhile.

use std::{
    path::{Path, PathBuf},
    sync::mpsc::{SendError, sync_channel},
    time::Duration,
};

use super::NAME;
use crate::{
    model::EventId,
    store::{Folder, journal},
};

/// Does something with a disk that may hang, on a thread of its own, and waits for it so long. None where that was not
/// enough, or no thread can be had; what was begun goes on, and what comes of it too late goes to `late`, on that thread.
pub(super) fn within<T: Send + 'static>(
    limit: Duration,
    work: impl FnOnce() -> T + Send + 'static,
    late: impl FnOnce(T) + Send + 'static,
) -> Option<T> {
    // It is handed over or not: what nobody waits for any more comes back to whoever gives it.
    let (give, take) = sync_channel(0);
    // It is called as the thread of the journal is, for which a fault does not wait.
    let thread = std::thread::Builder::new().name(NAME.into());
    let spawned = thread.spawn(move || {
        if let Err(SendError(done)) = give.send(work()) {
            late(done);
        }
    });
    if let Err(error) = spawned {
        tracing::warn!(%error, "no thread for the journal");
        return None;
    }
    take.recv_timeout(limit).ok()
}

/// Takes journals of this event away whose entries are elsewhere. Gives those of them that are still there, or of which
/// that is not known.
pub(super) fn without(limit: Duration, old: Vec<PathBuf>, event: EventId) -> Vec<PathBuf> {
    if old.is_empty() {
        return old;
    }
    let all = old.clone();
    let work = move || {
        old.into_iter()
            .filter(|one| !journal::remove(one, event) && may_be_there(one))
            .collect()
    };
    within(limit, work, drop::<Vec<PathBuf>>).unwrap_or(all)
}

/// Whether a journal is there, or may be: that it is not found says nothing where its folder, or the event's, is not
/// found either.
fn may_be_there(file: &Path) -> bool {
    match file.symlink_metadata() {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            let is_folder_there = file.parent().is_some_and(Path::is_dir);
            let event = file.ancestors().nth(3);
            !is_folder_there
                && !event.is_some_and(|event| Folder::draft(event).event_file().is_file())
        }
        Ok(_) | Err(_) => true,
    }
}

#[cfg(test)]
mod tests {
    use std::{sync::mpsc::channel, time::Instant};

    use super::*;

    /// Never reached.
    const LONG: Duration = Duration::from_mins(10);

    #[test]
    fn what_hangs_is_not_waited_for() {
        const SHORT: Duration = Duration::from_millis(50);
        let (hold, held) = channel::<()>();
        let begun = Instant::now();
        let (undo, undone) = channel();
        let late = move |value| undo.send(value).unwrap();
        assert_eq!(within(SHORT, move || held.recv().is_err(), late), None);
        assert!(begun.elapsed() >= SHORT);
        assert_eq!(within(LONG, || 7, |_| panic!("it was in time")), Some(7));
        // What came too late is handed over to be undone.
        drop(hold);
        assert_eq!(undone.recv(), Ok(true));
    }

    #[test]
    fn a_journal_is_gone_only_where_its_folder_is_there() {
        let temp = tempfile::tempdir().unwrap();
        let folder = temp.path().join("Forum/.runsheet/journal");
        let file = folder.join("one.journal");
        assert!(may_be_there(&file));
        std::fs::create_dir_all(&folder).unwrap();
        assert!(!may_be_there(&file));
        std::fs::write(&file, "").unwrap();
        assert!(may_be_there(&file));
        std::fs::remove_dir_all(temp.path().join("Forum/.runsheet")).unwrap();
        assert!(may_be_there(&file));
        std::fs::write(temp.path().join("Forum/event.ron"), "").unwrap();
        assert!(!may_be_there(&file));
    }

    #[test]
    fn a_fault_is_no_answer() {
        let fault = || -> u8 { std::panic::resume_unwind(Box::new("fault")) };
        assert_eq!(within(LONG, fault, |_| ()), None);
    }
}
