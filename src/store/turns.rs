//! One save at a time: programs that save one event at the same moment take turns, so that each sees what the one before
//! it has written.

use std::{
    fs::{self, File, OpenOptions, TryLockError},
    io,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use super::Folder;

/// How long another program may save before it is no longer waited for: then only the look right before the rename
/// tells what it does.
const PATIENCE: Duration = Duration::from_secs(20);

/// How long between two tries.
const PAUSE: Duration = Duration::from_millis(5);

/// The right to save, until it is let go.
///
/// It is a lock on a file in `.runsheet/`, which goes with the process however that ends. Where there are no locks, or no
/// such file can be made, there is nothing to wait for: saving is never refused because of it.
#[derive(Debug)]
pub(super) struct Turn {
    held: Option<(File, PathBuf)>,
}

impl Folder {
    /// Waits until no other program saves this event.
    pub(super) fn take_turn(&self) -> Turn {
        let folder = self.path().join(".runsheet");
        let file = folder.join("saving");
        let begun = Instant::now();
        let mut held = None;
        while begun.elapsed() < PATIENCE {
            match lock(&file) {
                Ok(Some(lock)) => {
                    held = Some((lock, file));
                    break;
                }
                Ok(None) => std::thread::sleep(PAUSE),
                // It is the first, or whoever saved before has taken the folder away with the file.
                Err(error) if error.kind() == io::ErrorKind::NotFound => {
                    match fs::create_dir(&folder).map_err(|error| error.kind()) {
                        // Somebody else was quicker; what is no folder is told at the next try.
                        Ok(()) | Err(io::ErrorKind::AlreadyExists) => {}
                        Err(_) => break,
                    }
                }
                Err(error) => {
                    tracing::debug!(?file, %error, "saving takes no turn");
                    break;
                }
            }
        }
        Turn { held }
    }
}

/// The file, locked; none while somebody else has it.
fn lock(path: &Path) -> io::Result<Option<File>> {
    for part in path.parent().into_iter().chain([path]) {
        // A link or a pipe that somebody has put there is not opened.
        match fs::symlink_metadata(part) {
            Ok(found) if part == path && found.is_file() => {}
            Ok(found) if part != path && found.is_dir() => {}
            Err(error) if part == path && error.kind() == io::ErrorKind::NotFound => {}
            Ok(_) => return Err(io::ErrorKind::InvalidInput.into()),
            Err(error) => return Err(error),
        }
    }
    let mut options = OpenOptions::new();
    // Windows locks only what is opened to be read, or written anywhere.
    let file = options.create(true).read(true).append(true).open(path)?;
    match file.try_lock() {
        Ok(()) if is_at(&file, path) => Ok(Some(file)),
        // It was taken away between opening and locking: another is there, or will be.
        Ok(()) | Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(error)) => Err(error),
    }
}

/// Whether a path still leads to this open file.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let same = |one: fs::Metadata, other: fs::Metadata| {
        (one.dev(), one.ino()) == (other.dev(), other.ino())
    };
    match (file.metadata(), fs::symlink_metadata(path)) {
        (Ok(one), Ok(other)) => same(one, other),
        (Ok(_) | Err(_), _) => false,
    }
}

/// Here the file is never taken away.
#[cfg(not(unix))]
fn is_at(_: &File, _: &Path) -> bool {
    true
}

impl Drop for Turn {
    fn drop(&mut self) {
        let Some((file, path)) = self.held.take() else {
            return;
        };
        if cfg!(unix) {
            // Still locked, so that nobody can have it whom the next would not see.
            fs::remove_file(&path).ok();
        }
        drop(file);
        if let Some(folder) = path.parent() {
            // Not if there is anything else in it.
            fs::remove_dir(folder).ok();
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    };

    use super::*;
    use crate::{
        model::{Event, EventId},
        store::StoreError,
    };

    fn folder() -> (tempfile::TempDir, Folder) {
        let temp = tempfile::tempdir().unwrap();
        let event = Event::empty(EventId::new());
        let folder = Folder::create(&temp.path().join("event"), &event).unwrap();
        (temp, folder)
    }

    #[test]
    fn turns_are_taken_one_after_the_other_and_leave_nothing() {
        let (_temp, folder) = folder();
        let is_taken = Arc::new(AtomicBool::new(false));
        let turns = Arc::new(AtomicUsize::new(0));
        let threads: Vec<_> = (0..4)
            .map(|_| {
                let (folder, is_taken, turns) =
                    (folder.clone(), Arc::clone(&is_taken), Arc::clone(&turns));
                std::thread::spawn(move || {
                    for _ in 0..50 {
                        let turn = folder.take_turn();
                        assert!(turn.held.is_some());
                        assert!(!is_taken.swap(true, Ordering::SeqCst), "two at once");
                        turns.fetch_add(1, Ordering::SeqCst);
                        is_taken.store(false, Ordering::SeqCst);
                        drop(turn);
                    }
                })
            })
            .collect();
        for thread in threads {
            thread.join().unwrap();
        }
        assert_eq!(turns.load(Ordering::SeqCst), 200);
        if cfg!(unix) {
            assert!(!folder.path().join(".runsheet").exists());
        }
    }

    #[test]
    fn what_is_in_the_way_of_a_turn_is_in_nobodys_way() {
        let (_temp, folder) = folder();
        let own = folder.path().join(".runsheet");
        fs::write(&own, "a file").unwrap();
        assert!(folder.take_turn().held.is_none());
        fs::remove_file(&own).unwrap();
        fs::create_dir_all(own.join("saving")).unwrap();
        assert!(folder.take_turn().held.is_none());
        folder.save(&Event::empty(EventId::new())).unwrap();
    }

    #[test]
    fn a_folder_that_could_not_be_filled_is_free_again_also_where_the_lock_stays() {
        let temp = tempfile::tempdir().unwrap();
        let event = Event::empty(EventId::new());
        let new = temp.path().join("new");
        let empty = temp.path().join("empty");
        fs::create_dir(&empty).unwrap();
        for path in [&new, &empty] {
            let is_there = path.exists();
            // As a save leaves it that fails where nothing takes the file away.
            let made = Folder::make(path, |folder| {
                fs::write(folder.path().join(".runsheet/saving"), "").unwrap();
                Err(StoreError::Unfaithful(folder.event_file()))
            });
            assert_eq!(made, Err(StoreError::Unfaithful(path.join("event.ron"))));
            assert_eq!(path.exists(), is_there);
            Folder::create(path, &event).unwrap();
        }
    }
}
