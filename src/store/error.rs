//! What can go wrong with the event's folder, each with its sentence.

use std::path::PathBuf;

use super::{MINOR, Slip, format};
use crate::words::{Fault, Words};

/// Why an event's folder could not be read or written. Whatever was there is as it was.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// Nothing is there.
    #[error("{0}: not there")]
    Missing(PathBuf),
    /// The folder holds no event.
    #[error("{0}: no event.ron in this folder")]
    NoEvent(PathBuf),
    /// The file is something else than an event's `event.ron`.
    #[error("{0}: not an event.ron")]
    NotAnEvent(PathBuf),
    /// The file has nothing in it.
    #[error("{0}: is empty")]
    Empty(PathBuf),
    /// The file or the folder could not be read.
    #[error("{0}: could not be read: {1:?}")]
    Unreadable(PathBuf, Fault),
    /// The file is larger than any event.
    #[error("{file}: larger than {limit} bytes")]
    TooLarge {
        /// Which file.
        file: PathBuf,
        /// The most that is read, in bytes.
        limit: u64,
    },
    /// It holds more items of one kind than any event.
    #[error("{file}: more than {limit} items of one kind")]
    TooMany {
        /// Which file.
        file: PathBuf,
        /// The most that are read.
        limit: usize,
    },
    /// The file was read, and something in it is wrong.
    #[error("{file}:{line}:{column}: {slip:?}")]
    Malformed {
        /// Which file.
        file: PathBuf,
        /// In which line, from 1.
        line: usize,
        /// At which character of the line, from 1.
        column: usize,
        /// What is wrong there.
        slip: Slip,
    },
    /// The file is of a format that a later Runsheet writes.
    #[error("{file}: format {format}, known are those up to {known}")]
    Newer {
        /// Which file.
        file: PathBuf,
        /// Its format.
        format: u32,
        /// The newest format that is known here.
        known: u32,
    },
    /// The file is of a later minor of today's format: it can be read, and not be written over.
    #[error("{file}: minor {minor}, which is not known here")]
    NewerMinor {
        /// Which file.
        file: PathBuf,
        /// Its minor number.
        minor: u32,
    },
    /// There is no version of this number.
    #[error("{event}: no version {number}")]
    NoVersion {
        /// The event's file.
        event: PathBuf,
        /// The number that was asked for.
        number: u32,
        /// The number of the last version; none if none was issued.
        last: Option<u32>,
    },
    /// The file is not the version that its name says.
    #[error("{0}: not this version")]
    NotThisVersion(PathBuf),
    /// The version does not hold what its own fingerprint says: it was changed after it was issued.
    #[error("{0}: not what its fingerprint says")]
    Forged(PathBuf),
    /// A version has the last number that there is, so that none can follow.
    #[error("{0}: no number after it")]
    NoNumberAfter(PathBuf),
    /// The folder in which an event should be made has one already.
    #[error("{0}: has an event already")]
    HasEvent(PathBuf),
    /// The folder in which an event should be made is not empty.
    #[error("{0}: is not empty")]
    Occupied(PathBuf),
    /// Where a folder is needed there is a file.
    #[error("{0}: is a file")]
    NotAFolder(PathBuf),
    /// The copy would lie inside what is copied.
    #[error("{0}: lies inside the event itself")]
    Inside(PathBuf),
    /// A file of the folder leads out of it.
    #[error("{0}: leads out of the folder")]
    Outside(PathBuf),
    /// The file or the folder could not be written.
    #[error("{0}: could not be written: {1:?}")]
    Unwritten(PathBuf, Fault),
    /// Where a file should go there is one of another kind: what it should have been.
    #[error("{0}: is there, and no {1}")]
    OtherKind(PathBuf, String),
    /// Where a file should go is an event's own place.
    #[error("{0}: of an event")]
    OfAnEvent(PathBuf),
    /// Where a merged event should go is another event.
    #[error("{0}: holds another event")]
    AnotherEvent(PathBuf),
    /// Where a merged event should go is a state of it that was not merged.
    #[error("{0}: holds a state that was not merged")]
    NotMerged(PathBuf),
    /// The file has changed since it was read: somebody else has saved.
    #[error("{0}: has changed meanwhile")]
    Changed(PathBuf),
    /// The event's file is not there, though its folder is: a synced folder may be replacing it.
    #[error("{0}: not there at this moment")]
    Away(PathBuf),
    /// A person's settings could not be read: their file, and where what it held is kept, if it could be.
    #[error("{0}: settings that cannot be read, kept in {1:?}")]
    Settings(PathBuf, Option<PathBuf>),
    /// The file is no journal of edits.
    #[error("{0}: not a journal")]
    NotAJournal(PathBuf),
    /// The file of a photo is not the picture that was added, so a version keeps no picture of it.
    #[error("{0}: not the picture that was added")]
    NotKept(PathBuf),
    /// What was written did not read back as what was meant.
    #[error("{0}: does not read back")]
    Unfaithful(PathBuf),
}

impl StoreError {
    /// One sentence: what happened, to which file, and what the person can do.
    #[must_use]
    pub fn sentence(&self, words: Words) -> String {
        let about = |key: &str, path: &PathBuf| words.tf(key, [("file", words.path(path).into())]);
        match self {
            Self::Missing(path) => about("files-missing", path),
            Self::NoEvent(path) => about("files-no-event", path),
            Self::NotAnEvent(path) => about("files-not-an-event", path),
            Self::Empty(path) => about("files-empty", path),
            Self::Unreadable(path, fault) => words.tf(
                "files-unreadable",
                [
                    ("file", words.path(path).into()),
                    ("fault", words.read_fault(fault).into()),
                ],
            ),
            Self::TooLarge { file, limit } => words.tf(
                "files-too-large",
                [
                    ("file", words.path(file).into()),
                    ("limit", (limit / 1024 / 1024).to_string().into()),
                ],
            ),
            Self::Malformed {
                file,
                line,
                column,
                slip,
            } => words.tf(
                "files-malformed",
                [
                    ("file", words.path(file).into()),
                    ("line", line.to_string().into()),
                    ("column", column.to_string().into()),
                    ("slip", slip.phrase(words).into()),
                ],
            ),
            Self::Newer {
                file,
                format,
                known,
            } => words.tf(
                "files-newer",
                [
                    ("file", words.path(file).into()),
                    ("format", format.to_string().into()),
                    ("known", known.to_string().into()),
                ],
            ),
            Self::NewerMinor { file, minor } => words.tf(
                "formats-newer-minor",
                [
                    ("file", words.path(file).into()),
                    ("format", format::full(*minor).into()),
                    ("known", format::full(MINOR).into()),
                ],
            ),
            Self::NoVersion {
                event,
                number,
                last,
            } => {
                let file = words.path(event).into();
                let number = number.to_string().into();
                match last {
                    None => words.tf("files-no-versions", [("file", file), ("number", number)]),
                    Some(last) => words.tf(
                        "files-no-version",
                        [
                            ("file", file),
                            ("number", number),
                            ("last", last.to_string().into()),
                        ],
                    ),
                }
            }
            Self::NotThisVersion(path) => about("files-not-this-version", path),
            Self::TooMany { file, limit } => words.tf(
                "files-too-many",
                [
                    ("file", words.path(file).into()),
                    ("limit", limit.to_string().into()),
                ],
            ),
            Self::Forged(path) => about("files-forged", path),
            Self::NoNumberAfter(path) => about("files-no-number-after", path),
            Self::HasEvent(path) => about("files-has-event", path),
            Self::Occupied(path) => about("files-occupied", path),
            Self::NotAFolder(path) => about("files-not-a-folder", path),
            Self::Inside(path) => about("files-inside", path),
            Self::Outside(path) => about("files-outside", path),
            Self::Unwritten(path, fault) => words.tf(
                "files-unwritten",
                [
                    ("file", words.path(path).into()),
                    ("fault", words.write_fault(fault).into()),
                ],
            ),
            Self::OtherKind(path, kind) => words.tf(
                "files-other-kind",
                [
                    ("file", words.path(path).into()),
                    ("kind", kind.clone().into()),
                ],
            ),
            Self::OfAnEvent(path) => about("files-of-an-event", path),
            Self::AnotherEvent(path) => about("files-another-event", path),
            Self::NotMerged(path) => about("files-not-merged", path),
            Self::Changed(path) => about("files-changed", path),
            Self::Away(path) => about("files-away", path),
            Self::Settings(file, None) => about("files-settings-unread", file),
            Self::Settings(file, Some(kept)) => words.tf(
                "files-settings-kept",
                [
                    ("file", words.path(file).into()),
                    ("kept", words.path(kept).into()),
                ],
            ),
            Self::NotAJournal(path) => about("journal-unreadable", path),
            Self::NotKept(path) => about("photo-not-kept", path),
            Self::Unfaithful(path) => about("files-unfaithful", path),
        }
    }
}
