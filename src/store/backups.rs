//! The last saves of an event, each in a file of its own in `backups/`, named by the time of the save.
//!
//! A name is a time and, rarely, a number: `2026-11-22 21.04.05.ron`, `2026-11-22 20.30.00 (2).ron`. The time is what the
//! machine's clock said; the number counts how often that clock had been set back. So the names alone say in which order
//! the saves were, whatever clocks and copying have done to the files.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use jiff::{ToSpan, Zoned, civil::DateTime, tz::TimeZone};

use super::{
    Folder, StoreError,
    disk::{files_in, read_bytes, text_of, written_at},
    format::from_ron,
    limits,
    write::{clear_leftovers, is_part, write_new},
};
use crate::{model::Event, words::Fault};

/// How a time is written in the name of a file; no system forbids any of it.
const TIME: &str = "%Y-%m-%d %H.%M.%S";

/// A clock that is behind the last save by no more than this, in seconds, is another laptop's, not one that was set back.
const SKEW_SECONDS: i64 = 60;

/// A save that was kept, by which its file is named. A later save is greater.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Save {
    /// How often the clock had been set back before it, counted from 1.
    round: u32,
    /// When it was, to the second, as the machine's clock said.
    at: DateTime,
}

impl Save {
    /// When it was, as the clock of the machine said that saved.
    #[must_use]
    pub const fn at(self) -> DateTime {
        self.at
    }

    /// The save that a file is named by; none if we have not named it.
    fn of(file: &Path) -> Option<Self> {
        let name = file.file_name()?.to_str()?;
        let stem = name.strip_suffix(".ron")?;
        let (time, round) = match stem.split_once(" (") {
            None => (stem, 1),
            Some((time, rest)) => (time, rest.strip_suffix(')')?.parse().ok()?),
        };
        let at = DateTime::strptime(TIME, time).ok()?;
        let save = Self { round, at };
        // Of ‘(2)’ and ‘(02)’ only the first is a name that we give.
        (round > 0 && save.file_name() == name).then_some(save)
    }

    fn file_name(self) -> String {
        let time = self.at.strftime(TIME);
        match self.round {
            1 => format!("{time}.ron"),
            round => format!("{time} ({round}).ron"),
        }
    }

    /// A save at this time of the clock, after this one.
    fn next(last: Option<Self>, now: DateTime) -> Self {
        let at = now.with().subsec_nanosecond(0).build().unwrap_or(now);
        let Some(last) = last else {
            return Self { round: 1, at };
        };
        let round = last.round;
        if at > last.at {
            return Self { round, at };
        }
        let behind = at.duration_until(last.at).as_secs();
        match last.at.checked_add(1.second()) {
            Ok(at) if behind <= SKEW_SECONDS => Self { round, at },
            Ok(_) | Err(_) => Self {
                round: round.saturating_add(1),
                at,
            },
        }
    }
}

/// An entry of the list of saves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ListedSave {
    /// Which save.
    pub save: Save,
    /// How large its text is, in bytes.
    pub bytes: u64,
}

impl Folder {
    /// Where the last saves are kept; the folder is made at the first.
    #[must_use]
    pub fn backups_folder(&self) -> PathBuf {
        self.path().join("backups")
    }

    /// The file that keeps a save.
    #[must_use]
    pub fn backup_file(&self, save: Save) -> PathBuf {
        self.backups_folder().join(save.file_name())
    }

    /// The saves that are kept, the latest first.
    ///
    /// # Errors
    /// [`StoreError::Unreadable`] if the folder cannot be listed.
    pub fn backups(&self) -> Result<Vec<ListedSave>, StoreError> {
        let mut saves: Vec<ListedSave> = files_in(&self.backups_folder())?
            .iter()
            .filter_map(|file| {
                let save = Save::of(file)?;
                let bytes = fs::metadata(file).ok()?.len();
                Some(ListedSave { save, bytes })
            })
            .collect();
        saves.sort_unstable_by_key(|listed| std::cmp::Reverse(listed.save));
        Ok(saves)
    }

    /// Reads the event as it was saved then.
    ///
    /// # Errors
    /// Whatever keeps the file from being an event, with line and column where there are any.
    pub fn backup(&self, save: Save) -> Result<Event, StoreError> {
        let file = self.backup_file(save);
        let bytes = read_bytes(&self.inside(&file)?, limits::EVENT_BYTES)?;
        from_ron(text_of(&bytes, &file)?, &file).map(|(event, _)| event)
    }

    /// Keeps what was just saved, unless the last save that is kept says the same; the oldest beyond
    /// [`limits::BACKUPS`] are kept for merges alone.
    ///
    /// # Errors
    /// [`StoreError::Unwritten`] or [`StoreError::Unreadable`]; the event itself is saved all the same.
    pub(super) fn keep_backup(&self, text: &[u8]) -> Result<(), StoreError> {
        self.keep_backup_of(text, Zoned::now().datetime())
    }

    /// Keeps what a save is about to replace, if it is not what the last save left: somebody has written it without this
    /// program, or before it kept saves. It is dated by its file.
    ///
    /// # Errors
    /// As [`keep_backup`](Self::keep_backup).
    pub(super) fn keep_replaced(&self, text: &[u8]) -> Result<(), StoreError> {
        let at = written_at(&self.event_file());
        let at = at.map_or_else(Zoned::now, |at| at.to_zoned(TimeZone::system()));
        self.keep_backup_of(text, at.datetime())
    }

    fn keep_backup_of(&self, text: &[u8], now: DateTime) -> Result<(), StoreError> {
        let folder = self.backups_folder();
        let unwritten = |error: io::Error| StoreError::Unwritten(folder.clone(), error.into());
        match fs::symlink_metadata(&folder) {
            // A link would have files written, and taken away, elsewhere.
            Ok(found) if !found.is_dir() => return Err(StoreError::NotAFolder(folder)),
            Ok(_) => {}
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                fs::create_dir(&folder).map_err(unwritten)?;
                super::write::sync_folder_of(&folder);
            }
            Err(error) => return Err(unwritten(error)),
        }
        clear_leftovers(&folder, is_part);
        loop {
            let kept = self.backups()?;
            let last = kept.first().copied();
            if last.is_some_and(|last| self.says(last, text)) {
                return Ok(());
            }
            let file = self.backup_file(Save::next(last.map(|last| last.save), now));
            match write_new(&file, text) {
                Ok(()) => break,
                Err(StoreError::Unwritten(_, fault)) if is_taken(&fault) => {
                    // Somebody has saved in the same second; or what has that name is no file that we can list.
                    if self.backups()? == kept {
                        return Err(StoreError::Unwritten(file, fault));
                    }
                }
                // The oldest would go anyway, and give the room that this one needs.
                Err(StoreError::Unwritten(_, fault))
                    if is_full(&fault) && kept.len() >= limits::BACKUPS =>
                {
                    self.forget_beyond(limits::BACKUPS - 1, |oldest| fs::remove_file(oldest))?;
                    write_new(&file, text)?;
                    break;
                }
                Err(error) => return Err(error),
            }
        }
        self.forget_beyond(limits::BACKUPS, |oldest| self.retire(oldest))
    }

    fn says(&self, listed: ListedSave, text: &[u8]) -> bool {
        listed.bytes == text.len() as u64
            && read_bytes(&self.backup_file(listed.save), limits::EVENT_BYTES)
                .is_ok_and(|kept| kept == text)
    }

    fn forget_beyond(
        &self,
        most: usize,
        forget: impl Fn(&Path) -> io::Result<()>,
    ) -> Result<(), StoreError> {
        for oldest in self.backups()?.into_iter().skip(most) {
            let file = self.backup_file(oldest.save);
            match forget(&file) {
                Ok(()) => {}
                // Somebody else has taken it away.
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(error) => return Err(StoreError::Unwritten(file, error.into())),
            }
        }
        Ok(())
    }
}

fn is_taken(fault: &Fault) -> bool {
    fault.kind() == io::ErrorKind::AlreadyExists
}

fn is_full(fault: &Fault) -> bool {
    matches!(
        fault.kind(),
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded
    )
}

#[cfg(test)]
mod tests {
    use jiff::civil::datetime;

    use super::*;
    use crate::model::EventId;

    fn at(hour: i8, minute: i8, second: i8) -> DateTime {
        datetime(2026, 11, 22, hour, minute, second, 0)
    }

    fn folder() -> (tempfile::TempDir, Folder) {
        let temp = tempfile::tempdir().unwrap();
        let folder = Folder::draft(temp.path());
        (temp, folder)
    }

    fn texts(folder: &Folder) -> Vec<String> {
        let saves = folder.backups().unwrap();
        let text = |listed: &ListedSave| fs::read_to_string(folder.backup_file(listed.save));
        saves.iter().map(|listed| text(listed).unwrap()).collect()
    }

    fn names(folder: &Folder) -> Vec<String> {
        let saves = folder.backups().unwrap();
        saves.iter().map(|one| one.save.file_name()).collect()
    }

    fn keep(folder: &Folder, text: &str, now: DateTime) {
        folder.keep_backup_of(text.as_bytes(), now).unwrap();
    }

    #[test]
    fn the_last_ten_are_kept_and_nothing_of_anybody_else() {
        let (_temp, folder) = folder();
        fs::create_dir(folder.backups_folder()).unwrap();
        let others = ["2026-11-22.ron", "2026-11-22 01.00.00 (1).ron", "notes.txt"];
        for name in others {
            fs::write(folder.backups_folder().join(name), name).unwrap();
        }
        for minute in 0..13 {
            keep(&folder, &format!("text {minute}"), at(21, minute, 5));
        }
        assert_eq!(texts(&folder)[0], "text 12");
        assert_eq!(texts(&folder).len(), limits::BACKUPS);
        assert_eq!(names(&folder)[9], "2026-11-22 21.03.05.ron");
        let count = fs::read_dir(folder.backups_folder()).unwrap().count();
        assert_eq!(count, limits::BACKUPS + others.len());
    }

    #[test]
    fn what_says_the_same_is_kept_once() {
        let (_temp, folder) = folder();
        for (text, minute) in [("a", 0), ("a", 1), ("b", 2), ("a", 3)] {
            keep(&folder, text, at(9, minute, 0));
        }
        assert_eq!(texts(&folder), ["a", "b", "a"]);
    }

    #[test]
    fn saves_in_one_second_and_before_a_clock_was_set_back_stay_in_order() {
        let (_temp, folder) = folder();
        keep(&folder, "1", at(21, 4, 5));
        keep(&folder, "2", at(21, 4, 5));
        keep(&folder, "3", at(21, 4, 5));
        // The other laptop is half a minute behind.
        keep(&folder, "4", at(21, 3, 40));
        // An hour back, and later twice.
        keep(&folder, "5", at(20, 5, 0));
        keep(&folder, "6", at(20, 6, 0));
        keep(&folder, "7", at(19, 0, 0));
        assert_eq!(texts(&folder), ["7", "6", "5", "4", "3", "2", "1"]);
        assert_eq!(names(&folder)[0], "2026-11-22 19.00.00 (3).ron");
        assert_eq!(names(&folder)[1], "2026-11-22 20.06.00 (2).ron");
        assert_eq!(names(&folder)[3], "2026-11-22 21.04.08.ron");
        // The oldest goes, not the one with the earliest date.
        for minute in 10..14 {
            keep(&folder, &minute.to_string(), at(19, minute, 0));
        }
        assert_eq!(texts(&folder)[0], "13");
        assert_eq!(texts(&folder)[9], "2");
    }

    #[test]
    fn programs_that_save_at_once_each_keep_theirs() {
        let (_temp, folder) = folder();
        let all: Vec<_> = (0..8)
            .map(|n| {
                let folder = folder.clone();
                std::thread::spawn(move || keep(&folder, &format!("text {n}"), at(9, 0, 0)))
            })
            .collect();
        for one in all {
            one.join().unwrap();
        }
        let mut kept = texts(&folder);
        kept.sort();
        let all: Vec<_> = (0..8).map(|n| format!("text {n}")).collect();
        assert_eq!(kept, all);
    }

    #[test]
    fn the_text_that_is_replaced_is_kept_if_no_save_has_left_it() {
        let (_temp, folder) = folder();
        let one = Event::empty(EventId::new());
        let two = Event::empty(EventId::new());
        folder.save(&one).unwrap();
        let theirs = super::super::to_ron(&two);
        fs::write(folder.event_file(), &theirs).unwrap();
        let mine = Event::empty(EventId::new());
        folder.save(&mine).unwrap();
        let kept: Vec<_> = folder
            .backups()
            .unwrap()
            .iter()
            .map(|listed| folder.backup(listed.save).unwrap())
            .collect();
        assert_eq!(kept, [mine, two, one]);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_in_place_of_the_folder_is_not_followed() {
        let (temp, folder) = folder();
        let elsewhere = tempfile::tempdir().unwrap();
        std::os::unix::fs::symlink(elsewhere.path(), temp.path().join("backups")).unwrap();
        let saved = folder.save(&Event::empty(EventId::new())).unwrap();
        let trouble = saved.backup.unwrap_err();
        assert_eq!(trouble, StoreError::NotAFolder(folder.backups_folder()));
        assert_eq!(fs::read_dir(elsewhere.path()).unwrap().count(), 0);
    }
}
