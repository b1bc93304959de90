//! The run-of-show as a table of cells: what a cell says, what is understood of what is typed or pasted into it, and
//! the rows as tab-separated text.
//!
//! A [`Sheet`] reads an event with its plan; each of its deeds gives one edit with one name, or the [`CellError`] that
//! says which cell could not be understood, and then nothing changes.

mod clip;
mod column;
mod cues;
mod error;
mod fold;
mod guess;
mod layout;
mod letters;
mod people;
mod read;
mod rows;
mod set;
mod tabs;
#[cfg(test)]
mod tests;
mod typed;
mod write;

use std::{collections::HashMap, sync::LazyLock};

use crate::{
    model::{Event, SessionId},
    plan::Plan,
    words::Words,
};

pub use clip::{Paste, Pasted};
pub use column::Column;
pub use error::{CellError, CellFault};
pub use guess::guess_kind;
pub use layout::{Habit, Habits, Perspective, Shown};
pub use letters::{Suggestion, last_entry};
pub use rows::{Row, RowKey, Rows};
pub use set::{Change, Reading};
pub use tabs::{from_tabs, to_tabs};

/// How long a team has nothing to do before and after a session, in minutes; none where nothing is before or after.
pub type Free = HashMap<SessionId, (Option<i64>, Option<i64>)>;

/// An event as a table, for readers of one language.
#[derive(Clone, Copy)]
pub struct Sheet<'a> {
    /// What people typed.
    pub event: &'a Event,
    /// What follows from it.
    pub plan: &'a Plan,
    /// The language in which cells are written. All are understood.
    pub words: Words,
    free: &'a Free,
}

impl<'a> Sheet<'a> {
    /// The table of an event.
    #[must_use]
    pub fn new(event: &'a Event, plan: &'a Plan, words: Words) -> Self {
        static NONE: LazyLock<Free> = LazyLock::new(Free::new);
        Self {
            event,
            plan,
            words,
            free: &NONE,
        }
    }

    /// The table with what rows of a team's view say of the time before and after.
    #[must_use]
    pub fn with_free(self, free: &'a Free) -> Self {
        Self { free, ..self }
    }
}
