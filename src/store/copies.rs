//! What synced folders leave beside `event.ron` when two machines have saved: copies of it under names of their own.

use std::{
    fs,
    path::{Path, PathBuf},
    time::SystemTime,
};

use super::{
    FileState, Folder, Stamp, StoreError,
    conflict_names::{ConflictName, conflict_of},
    disk::{files_in, read_bytes, text_of},
    format::from_ron,
    limits,
};
use crate::model::Event;

/// What is known of a file without reading it: another mark is perhaps another text.
///
/// Time and length alone are those of two files more often than one thinks: two machines save in one tick of a coarse clock,
/// a start is changed from 10:30 to 10:40, and a sync engine gives a file the time that it had elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    modified: Option<SystemTime>,
    bytes: u64,
    identity: Identity,
}

/// Which file it is, by the file system's own number and the time at which anything of it was changed last, which no program
/// can set.
#[cfg(unix)]
type Identity = (u64, i64, i64);

#[cfg(unix)]
fn identity(found: &fs::Metadata) -> Identity {
    use std::os::unix::fs::MetadataExt as _;
    (found.ino(), found.ctime(), found.ctime_nsec())
}

/// Other systems do not tell; there the file is read now and then.
#[cfg(not(unix))]
type Identity = ();

#[cfg(not(unix))]
const fn identity(_: &fs::Metadata) -> Identity {}

impl Mark {
    /// What is known of this file; none if it is not there, or no file.
    #[must_use]
    pub fn of(file: &Path) -> Option<Self> {
        let found = fs::metadata(file).ok().filter(fs::Metadata::is_file)?;
        Some(Self {
            modified: found.modified().ok(),
            bytes: found.len(),
            identity: identity(&found),
        })
    }
}

/// Whether a synced folder gives this name to the other of two states of `event.ron`.
#[must_use]
pub fn is_conflict_copy(name: &str) -> bool {
    conflict_of("event.ron", name).is_some()
}

/// Whether a name says that the file is a conflict copy of `event.ron`. `OneDrive` only puts the machine's name behind a
/// hyphen, as a person may who keeps a copy.
#[must_use]
pub fn says_conflict(name: &str) -> bool {
    conflict_of("event.ron", name).is_some_and(|said| said.is_said)
}

/// Whose copy a file of this name is, as far as the name tells it: the machine, or the person, whose save it was.
#[must_use]
pub fn copy_owner(name: &str) -> Option<String> {
    conflict_of("event.ron", name)?.owner.map(ToOwned::to_owned)
}

impl Folder {
    /// What is known of the event's file without reading it.
    #[must_use]
    pub fn mark(&self) -> Option<Mark> {
        Mark::of(&self.event_file())
    }

    /// The conflict copies in the folder, in the order of their names. None where it cannot be listed.
    #[must_use]
    pub fn conflict_copies(&self) -> Vec<PathBuf> {
        let mut files = files_in(self.path()).unwrap_or_default();
        files.retain(|file| {
            let name = file.file_name().and_then(|name| name.to_str());
            name.is_some_and(is_conflict_copy)
        });
        files
    }

    /// Reads a conflict copy.
    ///
    /// # Errors
    /// Whatever keeps the file from being an event, with line and column where there are any.
    pub fn read_copy(&self, copy: &Path) -> Result<(Event, FileState), StoreError> {
        let bytes = read_bytes(&self.inside(copy)?, limits::EVENT_BYTES)?;
        let (event, _) = from_ron(text_of(&bytes, copy)?, copy)?;
        Ok((event, FileState::of(&bytes)))
    }

    /// Moves a copy that has been merged to where the last saves are kept, if it still says what it said; gives its new
    /// path. It keeps its name if that says that it is a conflict copy; else it gets one that does, since what a person
    /// puts there may be called as `OneDrive` calls its copies. A name that is taken gets a number.
    ///
    /// # Errors
    /// [`StoreError::Changed`] if it has been written since; [`StoreError::Unwritten`]. Then it stays.
    pub fn set_copy_aside(&self, copy: &Path, stamp: Stamp) -> Result<PathBuf, StoreError> {
        let stem = copy.file_stem().unwrap_or_default().to_string_lossy();
        let name = copy.file_name().unwrap_or_default().to_string_lossy();
        let stem = match conflict_of("event.ron", &name) {
            Some(ConflictName {
                owner: Some(owner),
                is_said: false,
            }) => format!("event ({owner}'s conflicted copy)"),
            Some(_) | None => stem.into_owned(),
        };
        self.set_aside(copy, stamp, &stem, limits::EVENT_BYTES)
    }

    /// As [`set_copy_aside`](Self::set_copy_aside), of a file of at most so many bytes, under a name of this stem.
    pub(super) fn set_aside(
        &self,
        copy: &Path,
        stamp: Stamp,
        stem: &str,
        limit: u64,
    ) -> Result<PathBuf, StoreError> {
        let bytes = read_bytes(&self.inside(copy)?, limit)?;
        if Stamp::of(&bytes) != stamp {
            return Err(StoreError::Changed(copy.to_owned()));
        }
        let unwritten =
            |error: std::io::Error| StoreError::Unwritten(copy.to_owned(), error.into());
        let folder = self.inside(&self.backups_folder())?;
        fs::create_dir_all(&folder).map_err(unwritten)?;
        for number in 1.. {
            let name = match number {
                1 => format!("{stem}.ron"),
                _ => format!("{stem} ({number}).ron"),
            };
            let aside = folder.join(name);
            // An empty file claims the name, so that the rename replaces nothing that somebody else puts there.
            match fs::File::create_new(&aside) {
                Ok(_) => {}
                // Another machine has moved it there as well.
                Err(_) if holds(&aside, stamp, limit) => {
                    fs::remove_file(copy).map_err(unwritten)?;
                    return Ok(aside);
                }
                Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => continue,
                Err(error) => return Err(unwritten(error)),
            }
            if let Err(error) = fs::rename(copy, &aside) {
                fs::remove_file(&aside).ok();
                return Err(unwritten(error));
            }
            super::aside::prune(&folder, &aside, |oldest| self.retire(oldest));
            return Ok(aside);
        }
        Err(StoreError::Changed(copy.to_owned()))
    }
}

fn holds(file: &Path, stamp: Stamp, limit: u64) -> bool {
    read_bytes(file, limit).is_ok_and(|bytes| Stamp::of(&bytes) == stamp)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_tells_whose_copy_it_is() {
        for (name, owner) in [
            ("event-SEC-LAPTOP-2.ron", Some("SEC-LAPTOP-2")),
            (
                "event (Jane's conflicted copy 2026-11-22).ron",
                Some("Jane"),
            ),
            ("event (Jane 的衝突複本 2026-11-22).ron", Some("Jane")),
            ("event (conflicted copy 2026-11-22 210405).ron", None),
            ("event.sync-conflict-20261122-210405-ABCDEFG.ron", None),
        ] {
            assert_eq!(copy_owner(name).as_deref(), owner, "{name}");
        }
    }

    #[test]
    fn the_names_that_synced_folders_give_are_known() {
        for name in [
            "event-DESKTOP-7F3A.ron",
            "event-SEC-LAPTOP-2.ron",
            "event (Jane's conflicted copy 2026-11-22).ron",
            "event (Jane 的衝突複本 2026-11-22).ron",
            "event (Jane 的冲突副本 2026-11-22).ron",
            "event (conflicted copy 2026-11-22 210405).ron",
            "event (Case Conflict).ron",
            "event.sync-conflict-20261122-210405-ABCDEFG.ron",
            "event_conflict-20261122-210405.ron",
        ] {
            assert!(is_conflict_copy(name), "{name}");
        }
        for name in [
            "event.ron",
            "event-.ron",
            "events.ron",
            "event (1).ron",
            "event.format-1.ron",
            "event.unreadable.ron",
            "event-PC.ron.part",
            ".event.ron.a1B2c3",
            "settings.ron",
        ] {
            assert!(!is_conflict_copy(name), "{name}");
        }
    }
}
