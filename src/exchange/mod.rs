//! Other programs' files, in and out.
//!
//! Reading a file and deciding what it means for an event are apart: what was read is a value, and what an import
//! would do, a [`Proposal`], follows from it and the event alone. Nothing happens before somebody has seen it.

mod error;
mod field;
mod headings;
pub mod limits;
mod note;
mod organisations;
mod people;
mod proposal;
mod rundown;
mod script;
pub mod table;
mod write;

use std::{borrow::Cow, fs::File, io::Read as _, path::Path};

pub use error::ExchangeError;
pub use field::{Datum, Field, Of, Target};
pub use note::{Note, Spot, Why, column_letters};
pub use proposal::{Counts, Fate, FieldChange, Line, Proposal, Removal};

use crate::{
    model::Event,
    words::{Fault, Words},
};
use table::{Book, Layout, Subject};

/// What another program's file holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// Tables, of people or of sessions.
    Table(Book),
}

impl Content {
    /// Where the table stands and what its columns hold, as far as can be guessed. None for what is no table.
    #[must_use]
    pub fn layout(&self, event: &Event) -> Option<Layout> {
        match self {
            Self::Table(book) => Some(Layout::guess(book, event, None)),
        }
    }

    /// What an import would do to an event. A table is read as `layout` says, or as it can be guessed.
    #[must_use]
    pub fn propose(&self, event: &Event, layout: Option<&Layout>, removal: Removal) -> Proposal {
        match self {
            Self::Table(book) => {
                let guessed = || Cow::Owned(Layout::guess(book, event, None));
                let layout = layout.map_or_else(guessed, Cow::Borrowed);
                match layout.subject {
                    Subject::Participants => people::propose(event, book, &layout, removal),
                    Subject::Rundown => rundown::propose(event, book, &layout, removal),
                }
            }
        }
    }
}

/// How the names of the files end that can be read.
pub const READABLE: [&str; 6] = ["xlsx", "xlsm", "ods", "csv", "tsv", "txt"];

/// Reads another program's file.
///
/// # Errors
/// [`ExchangeError`] for what cannot be read, is of no kind that is known, is damaged, or is too large.
pub fn read(path: &Path) -> Result<Content, ExchangeError> {
    let unreadable =
        |error: std::io::Error| ExchangeError::Unreadable(path.to_owned(), Fault::from(error));
    let file = File::open(path).map_err(unreadable)?;
    if file.metadata().map_err(unreadable)?.is_dir() {
        return Err(unreadable(std::io::ErrorKind::IsADirectory.into()));
    }
    let mut bytes = Vec::new();
    file.take(limits::FILE_BYTES + 1)
        .read_to_end(&mut bytes)
        .map_err(unreadable)?;
    content(path, bytes)
}

/// Reads a file of another program from its bytes; `path` is what it is called.
///
/// # Errors
/// As [`read`].
pub fn content(path: &Path, bytes: Vec<u8>) -> Result<Content, ExchangeError> {
    if bytes.len() as u64 > limits::FILE_BYTES {
        return Err(ExchangeError::TooLarge(path.to_owned()));
    }
    if bytes.is_empty() {
        return Err(ExchangeError::Empty(path.to_owned()));
    }
    let Some(kind) = table::kind_of(path, &bytes) else {
        return Err(ExchangeError::UnknownKind(path.to_owned()));
    };
    table::read(path, bytes, kind).map(Content::Table)
}

/// Makes a file for other programs, with headings in the language of `words`.
///
/// # Errors
/// [`ExchangeError::Unmade`], where the format has no room for what the event holds.
pub fn export(event: &Event, format: Format, words: Words) -> Result<Vec<u8>, ExchangeError> {
    match format {
        Format::ParticipantsXlsx => write::xlsx(&people::sheet(event, words), event, words),
        Format::ParticipantsCsv => write::csv(&people::sheet(event, words), words),
        Format::RundownXlsx => write::xlsx(&rundown::sheet(event, words), event, words),
        Format::RundownCsv => write::csv(&rundown::sheet(event, words), words),
    }
}

/// What a column of a table about `subject` can hold, in the order in which a list offers it.
#[must_use]
pub fn targets(event: &Event, subject: Subject, words: Words) -> Vec<Target> {
    match subject {
        Subject::Participants => people::choices(event),
        Subject::Rundown => rundown::choices(event, words),
    }
}

/// Notes what was cut in the sheet that is imported, and the columns that are not.
fn note_columns(proposal: &mut Proposal, book: &Book, layout: &Layout) {
    if let Some(sheet) = book.sheets.get(layout.sheet) {
        if book.sheets.len() > 1 {
            let others = Why::OtherSheets(sheet.name.clone(), book.sheets.len() - 1);
            proposal.note(Spot::File, others);
        }
        for note in &sheet.notes {
            proposal.note(note.spot.clone(), note.why.clone());
        }
    }
    let mut seen = Vec::new();
    for (place, column) in (1_u32..).zip(&layout.columns) {
        match &column.target {
            None if column.heading.is_empty() && column.sample.is_empty() => {}
            None => proposal.note(
                Spot::Column(place),
                Why::ColumnUnused(column.heading.clone()),
            ),
            Some(target) if seen.contains(&target) => {
                proposal.note(Spot::Column(place), Why::ColumnTwice(target.clone()));
            }
            Some(target) => seen.push(target),
        }
    }
}

/// A file that can be made of an event for other programs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// The participants as a workbook.
    ParticipantsXlsx,
    /// The participants as text with commas.
    ParticipantsCsv,
    /// The run-of-show as a workbook.
    RundownXlsx,
    /// The run-of-show as text with commas.
    RundownCsv,
}

impl Format {
    /// Every format, in the order in which a list offers them.
    pub const ALL: [Self; 4] = [
        Self::ParticipantsXlsx,
        Self::ParticipantsCsv,
        Self::RundownXlsx,
        Self::RundownCsv,
    ];

    /// What programs call it, and how a file of it may be called: what it holds and, behind the point, its extension.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::ParticipantsXlsx => "participants.xlsx",
            Self::ParticipantsCsv => "participants.csv",
            Self::RundownXlsx => "rundown.xlsx",
            Self::RundownCsv => "rundown.csv",
        }
    }

    /// How the name of such a file ends, without the point.
    #[must_use]
    pub fn extension(self) -> &'static str {
        self.key().rsplit_once('.').map_or("", |(_, end)| end)
    }

    /// The format with this key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.key() == key)
    }

    /// The message that names it.
    #[must_use]
    pub const fn name_key(self) -> &'static str {
        match self {
            Self::ParticipantsXlsx => "format-participants-xlsx",
            Self::ParticipantsCsv => "format-participants-csv",
            Self::RundownXlsx => "format-rundown-xlsx",
            Self::RundownCsv => "format-rundown-csv",
        }
    }
}
