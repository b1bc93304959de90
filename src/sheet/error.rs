//! Why a cell could not be understood.

use jiff::civil::Date;

use super::Column;
use crate::{
    model::{LengthError, SessionId},
    words::Words,
};

/// What is wrong with what was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CellFault {
    /// It is not a time of day.
    NotATime(String),
    /// It is not a length.
    NotALength(LengthError),
    /// It is not a date; one that is, as an example.
    NotADate(Date),
    /// The session would end before it starts.
    EndsBeforeStart(String),
    /// No kind is called so.
    NoSuchKind(String),
    /// It is neither for guests nor for staff.
    NoSuchAudience(String),
    /// The session has no step at that offset.
    NoStep(String),
    /// What stands there is computed.
    ReadOnly,
    /// There is nothing to paste.
    Nothing,
}

/// A cell that could not be understood. The event is as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellError {
    /// In which row; none is a new one.
    pub session: Option<SessionId>,
    /// In which line of what was pasted, counted from 1; 0 where nothing was.
    pub line: usize,
    /// In which column.
    pub column: Column,
    /// What is wrong.
    pub fault: CellFault,
}

impl CellError {
    /// What is wrong, and what the person can do, in one sentence.
    #[must_use]
    pub fn sentence(&self, words: Words) -> String {
        let typed = |key: &str, typed: &str| words.tf(key, [("typed", typed.to_owned().into())]);
        match &self.fault {
            CellFault::NotATime(text) => typed("not-a-time", text),
            CellFault::NotALength(error) => words.length_fault(error),
            CellFault::NotADate(day) => {
                words.tf("not-a-date", [("example", day.to_string().into())])
            }
            CellFault::EndsBeforeStart(text) => typed("cell-ends-before-start", text),
            CellFault::NoSuchKind(text) => typed("cell-no-such-kind", text),
            CellFault::NoSuchAudience(text) => typed("cell-no-such-audience", text),
            CellFault::NoStep(text) => typed("cell-no-step", text),
            CellFault::ReadOnly => words.t("cell-read-only"),
            CellFault::Nothing => words.t("cell-nothing-to-paste"),
        }
    }
}
