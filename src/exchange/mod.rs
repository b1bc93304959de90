//! Other programs' files, in and out.
//!
//! Reading a file and deciding what it means for an event are apart: what was read is a value, and what an import
//! would do, a [`Proposal`], follows from it and the event alone. Nothing happens before somebody has seen it.

mod error;
mod field;
pub mod limits;
mod note;
mod proposal;

pub use error::ExchangeError;
pub use field::{Datum, Field, Of, Target};
pub use note::{Note, Spot, Why};
pub use proposal::{Counts, Fate, FieldChange, Line, Proposal, Removal};

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
