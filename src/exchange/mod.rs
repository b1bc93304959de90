//! Other programs' files, in and out.
//!
//! Reading a file and deciding what it means for an event are apart: what was read is a value, and what an import
//! would do, a [`Proposal`], follows from it and the event alone. Nothing happens before somebody has seen it.

pub mod calendar;
mod days;
mod error;
mod field;
mod headings;
mod note;
mod open_document;
mod organisations;
mod people;
mod proposal;
mod rundown;
pub mod schedule;
mod script;
pub mod table;
mod write;

use std::{borrow::Cow, fs::File, io::Read as _, path::Path};

use jiff::Timestamp;

pub use calendar::Whose;
pub use days::NewDay;
pub use error::{ExchangeError, LongText};
pub use field::{Datum, Field, Of, Target};
pub use note::{Note, Spot, Why, column_letters};
pub use proposal::{Counts, Fate, FieldChange, Line, Proposal, Removal};

pub use crate::limits::exchange as limits;
use crate::{
    model::Event,
    plan::Plan,
    words::{Fault, Words},
};
use schedule::{Form, Schedule};
use table::{Book, Layout, Subject};

/// What another program's file holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// Tables, of people or of sessions.
    Table(Book),
    /// The schedule of a conference.
    Schedule(Box<Schedule>),
}

impl Content {
    /// Where the table stands and what its columns hold, as far as can be guessed. None for what is no table.
    #[must_use]
    pub fn layout(&self, event: &Event) -> Option<Layout> {
        match self {
            Self::Table(book) => Some(Layout::guess(book, event, None)),
            Self::Schedule(_) => None,
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
            Self::Schedule(file) => schedule::import(event, &Plan::of(event), file, removal),
        }
    }
}

/// How the names of the files end that can be read.
pub const READABLE: [&str; 8] = ["xlsx", "xlsm", "ods", "csv", "tsv", "txt", "json", "xml"];

/// Reads another program's file.
///
/// # Errors
/// [`ExchangeError`] for what cannot be read, is of no kind that is known, is damaged, or is too large.
pub fn read(path: &Path) -> Result<Content, ExchangeError> {
    let unreadable =
        |error: std::io::Error| ExchangeError::Unreadable(path.to_owned(), Fault::from(error));
    let found = path.metadata().map_err(unreadable)?;
    if found.is_dir() {
        return Err(unreadable(std::io::ErrorKind::IsADirectory.into()));
    }
    // Opening a pipe waits for somebody who writes into it, and a device may have no end.
    if !found.is_file() {
        return Err(ExchangeError::UnknownKind(path.to_owned()));
    }
    let file = File::open(path).map_err(unreadable)?;
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
    if is_schedule(path, &bytes) {
        let file = schedule::read(path, &bytes)?;
        return Ok(Content::Schedule(Box::new(file)));
    }
    let Some(kind) = table::kind_of(path, &bytes) else {
        return Err(ExchangeError::UnknownKind(path.to_owned()));
    };
    table::read(path, bytes, kind).map(Content::Table)
}

/// Whether a file is to be read as a schedule: it begins as JSON or XML, and is not called a table.
fn is_schedule(path: &Path, bytes: &[u8]) -> bool {
    let end = path.extension().unwrap_or_default().to_ascii_lowercase();
    let is_table = ["csv", "tsv"].iter().any(|table| end == *table);
    !is_table && Form::of(bytes).is_some()
}

/// What of an event goes into a file for other programs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// Whose sessions a calendar holds; other files hold them all.
    pub whose: Whose,
    /// Whether schedules and calendars hold what only the staff see as well, as tables always do.
    pub staff: bool,
    /// The number of the version that was issued last; 0 before the first.
    pub version: u32,
    /// When the file is made, which a calendar says.
    pub made: Timestamp,
}

/// A file for other programs that somebody has asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// Which file.
    pub format: Format,
    /// As [`Share::whose`].
    pub whose: Whose,
    /// As [`Share::staff`].
    pub staff: bool,
}

impl Share {
    /// What guests may have of the whole event.
    #[must_use]
    pub const fn with_guests(version: u32, made: Timestamp) -> Self {
        Self {
            whose: Whose::Everybody,
            staff: false,
            version,
            made,
        }
    }
}

/// Makes a file for other programs, with headings in the language of `words`.
///
/// # Errors
/// [`ExchangeError::Unmade`], where the format has no room for what the event holds; schedules and calendars need a
/// time zone that is known, schedules also a day.
pub fn export(
    event: &Event,
    format: Format,
    words: Words,
    share: Share,
) -> Result<Vec<u8>, ExchangeError> {
    let scheduled = |form: Form| {
        let file = Schedule::of(event, &Plan::of(event), share)?;
        schedule::write(&file, form).map(String::into_bytes)
    };
    match format {
        Format::ScheduleJson => scheduled(Form::Json),
        Format::ScheduleXml => scheduled(Form::Xml),
        Format::Calendar => {
            calendar::calendar(event, &Plan::of(event), share).map(String::into_bytes)
        }
        Format::ParticipantsOds => open_document::ods(&people::sheet(event, words), words),
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
    /// The participants as a spreadsheet in the open format of offices.
    ParticipantsOds,
    /// The participants as text with commas.
    ParticipantsCsv,
    /// The run-of-show as a workbook.
    RundownXlsx,
    /// The run-of-show as text with commas.
    RundownCsv,
    /// The run-of-show as a conference's schedule in JSON.
    ScheduleJson,
    /// The run-of-show as a conference's schedule in XML.
    ScheduleXml,
    /// The run-of-show as a calendar.
    Calendar,
}

impl Format {
    /// Every format, in the order in which a list offers them.
    pub const ALL: [Self; 8] = [
        Self::ParticipantsXlsx,
        Self::ParticipantsOds,
        Self::ParticipantsCsv,
        Self::RundownXlsx,
        Self::RundownCsv,
        Self::ScheduleJson,
        Self::ScheduleXml,
        Self::Calendar,
    ];

    /// What programs call it, and how a file of it may be called: what it holds and, behind the point, its extension.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::ParticipantsXlsx => "participants.xlsx",
            Self::ParticipantsOds => "participants.ods",
            Self::ParticipantsCsv => "participants.csv",
            Self::RundownXlsx => "rundown.xlsx",
            Self::RundownCsv => "rundown.csv",
            Self::ScheduleJson => "schedule.json",
            Self::ScheduleXml => "schedule.xml",
            Self::Calendar => "calendar.ics",
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

    /// Whether a file that begins so is one of this format, such as an earlier export.
    #[must_use]
    pub fn is_of(self, path: &Path, head: &[u8]) -> bool {
        let text = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head);
        let text = text.trim_ascii_start();
        match self {
            Self::ParticipantsXlsx | Self::ParticipantsOds | Self::RundownXlsx => {
                head.starts_with(b"PK")
            }
            // A table as text begins with anything, so its name has to tell.
            Self::ParticipantsCsv | Self::RundownCsv => {
                (path.extension()).is_some_and(|end| end.eq_ignore_ascii_case("csv"))
            }
            Self::ScheduleJson => text.starts_with(b"{"),
            Self::ScheduleXml => text.starts_with(b"<"),
            Self::Calendar => text.starts_with(b"BEGIN:VCALENDAR"),
        }
    }

    /// The message that names it.
    #[must_use]
    pub const fn name_key(self) -> &'static str {
        match self {
            Self::ParticipantsXlsx => "format-participants-xlsx",
            Self::ParticipantsOds => "format-participants-ods",
            Self::ParticipantsCsv => "format-participants-csv",
            Self::RundownXlsx => "format-rundown-xlsx",
            Self::RundownCsv => "format-rundown-csv",
            Self::ScheduleJson => "format-schedule-json",
            Self::ScheduleXml => "format-schedule-xml",
            Self::Calendar => "format-calendar",
        }
    }
}
