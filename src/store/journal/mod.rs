//! What was done since the event was saved last, on the disk within a second, so that it outlives the program.
//!
//! A journal is a file to whose end records are put (`frame`). The first says whose it is, the second is the event
//! from which the others begin, and each of those is one thing that was done to the event's history. Whatever comes
//! after the first byte that is torn or wrong is not there; what comes before it is.
//!
//! It stands in `.runsheet/journal/` of the event's folder, or in the person's own data folder where the event has no
//! folder, or none that can be written. It never touches `event.ron`. While its program runs it is locked, so that no
//! other takes it for one that was left behind.

mod file;
mod find;
mod frame;
mod head;
mod recover;

use std::path::{Path, PathBuf};

use jiff::Timestamp;
use ron::{Options, extensions::Extensions};
use serde::{Deserialize, Serialize};

pub use file::{JournalFile, path_in};
pub use find::{Left, in_event, in_folder, keep_for_later, remove, was_left};
pub use head::{Head, user};
pub use recover::{Added, Recovered, Stage, Unsaved, recover};

use super::{StoreError, disk, from_ron, limits};
use crate::model::{Act, Event};

/// The format of journals that this program writes. In format 1 the head did not say from which saved states the event
/// was made.
pub const FORMAT: u32 = 2;

/// What a journal is called.
const EXTENSION: &str = "journal";

/// What a journal is called whose edits the person did not want when they were offered.
const KEPT: &str = "kept";

/// One record after the event from which a journal begins.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Entry {
    /// This was done.
    Did(Timestamp, Act),
    /// The event as it was then began to be saved; whether it came to that, `event.ron` says.
    Saving(Timestamp),
}

/// A journal that was read.
#[derive(Clone, Debug)]
pub struct Journal {
    /// The file.
    pub file: PathBuf,
    /// Whose it is.
    pub head: Head,
    /// The event from which the entries begin.
    pub base: Event,
    /// What was done, in order.
    pub entries: Vec<Entry>,
    /// How many bytes at its end are torn or wrong, and were not read.
    pub torn: usize,
}

impl Journal {
    /// Reads a journal, as far as it is whole.
    ///
    /// # Errors
    /// What keeps the file from being read; [`StoreError::NotAJournal`] if its beginning is none of a journal, or is
    /// torn; [`StoreError::Newer`]; and what keeps the event in it from being one.
    pub fn read(file: &Path) -> Result<Self, StoreError> {
        let bytes = disk::read_bytes(file, limits::JOURNAL_BYTES)?;
        Self::from_bytes(&bytes, file)
    }

    /// As [`read`](Self::read), of bytes that are called `file` in an error.
    ///
    /// # Errors
    /// As [`read`](Self::read).
    pub fn from_bytes(bytes: &[u8], file: &Path) -> Result<Self, StoreError> {
        let none = || StoreError::NotAJournal(file.to_owned());
        let (mut records, head) = Head::begin(bytes, file)?;
        let base = records.next().ok_or_else(none)?;
        let (base, _) = from_ron(disk::text_of(base, file)?, file)?;
        let mut entries = Vec::new();
        let mut whole = records.read();
        while entries.len() < limits::JOURNAL_RECORDS
            && let Some(record) = records.next()
            && let Some(entry) = entry_of(record)
        {
            entries.push(entry);
            whole = records.read();
        }
        Ok(Self {
            file: file.to_owned(),
            head,
            base,
            entries,
            torn: bytes.len() - whole,
        })
    }
}

fn entry_of(record: &[u8]) -> Option<Entry> {
    let text = std::str::from_utf8(record).ok()?;
    options().from_str(text).ok()
}

/// The text of a record. None for what cannot be written, which would be a fault of the program.
fn text_of(value: &impl Serialize) -> Option<String> {
    options().to_string(value).ok()
}

fn options() -> Options {
    Options::default()
        .with_default_extension(Extensions::IMPLICIT_SOME)
        .with_recursion_limit(limits::JOURNAL_DEPTH)
}
