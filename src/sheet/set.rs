//! Filling cells: what was typed, for the cells in which it was typed, gives one edit.

use super::{CellError, Column, Sheet, write::Writer};
use crate::model::{BatchName, Edit, SessionId};

/// How what stands in a cell is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// As typed: a few letters name a room or a person.
    Letters,
    /// As it stands, as in what is pasted: only a whole name is one that the event has.
    Exact,
}

/// A cell, and what it shall say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// In which row.
    pub session: SessionId,
    /// In which column.
    pub column: Column,
    /// What it shall say.
    pub text: String,
}

impl Sheet<'_> {
    /// The edit after which these cells say what they shall say. None if they do already.
    ///
    /// # Errors
    /// [`CellError`] for the first cell that cannot be understood.
    pub fn set(&self, changes: &[Change], reading: Reading) -> Result<Option<Edit>, CellError> {
        let count = cells(changes);
        self.fill(changes, reading, BatchName::SetCells(count))
    }

    /// The edit that empties cells. What cannot be empty goes back to what is usual.
    ///
    /// # Errors
    /// As [`set`](Self::set).
    pub fn clear(&self, cells: &[(SessionId, Column)]) -> Result<Option<Edit>, CellError> {
        let typed = cells.iter().filter(|(_, column)| column.is_typed());
        let changes: Vec<_> = typed
            .map(|(session, column)| Change {
                session: *session,
                column: column.clone(),
                text: String::new(),
            })
            .collect();
        let count = self::cells(&changes);
        self.fill(&changes, Reading::Exact, BatchName::ClearCells(count))
    }

    /// The edit that fills each column with what its first cell says: `rows` in their order, `columns` of them.
    ///
    /// # Errors
    /// As [`set`](Self::set).
    pub fn fill_down(
        &self,
        rows: &[SessionId],
        columns: &[Column],
    ) -> Result<Option<Edit>, CellError> {
        let Some((first, rest)) = rows.split_first() else {
            return Ok(None);
        };
        let Some(first) = self.event.sessions.get(*first) else {
            return Ok(None);
        };
        let mut changes = Vec::new();
        for column in columns.iter().filter(|column| column.is_typed()) {
            // A start that follows goes on following.
            let follows = *column == Column::Start && first.start == crate::model::Start::Follows;
            let text = if follows {
                String::new()
            } else {
                self.text(first, column)
            };
            changes.extend(rest.iter().map(|session| Change {
                session: *session,
                column: column.clone(),
                text: text.clone(),
            }));
        }
        let count = cells(&changes);
        self.fill(&changes, Reading::Exact, BatchName::FillDown(count))
    }

    pub(super) fn fill(
        &self,
        changes: &[Change],
        reading: Reading,
        name: BatchName,
    ) -> Result<Option<Edit>, CellError> {
        let mut writer = Writer::new(*self, reading);
        for change in changes {
            writer.change(change);
        }
        Ok(writer.finish()?.into_edit(name))
    }
}

fn cells(changes: &[Change]) -> usize {
    changes.len()
}
