//! Copying cells and rows, and pasting them.

use jiff::civil::Date;

use super::{
    CellError, CellFault, Change, Column, Reading, Sheet, from_tabs, to_tabs, write::Writer,
};
use crate::model::{BatchName, Edit, RoomId, SessionId};

/// From so many names of columns on, a line is a heading: exports of this program name columns that no table shows.
const MANY: usize = 4;

/// Where something is pasted.
#[derive(Clone, Debug)]
pub struct Paste {
    /// The rows from the first that is selected to the last of the table.
    pub rows: Vec<SessionId>,
    /// How many of them are selected.
    pub selected_rows: usize,
    /// The columns from the first that is selected to the last that is shown.
    pub columns: Vec<Column>,
    /// How many of them are selected.
    pub selected_columns: usize,
    /// The day of new rows.
    pub day: Date,
    /// The session after which new rows stand.
    pub after: Option<SessionId>,
    /// The room of new rows; none is that of the row before.
    pub room: Option<RoomId>,
}

/// What comes of pasting.
#[derive(Clone, Debug, PartialEq)]
pub struct Pasted {
    /// The edit; none if nothing changes.
    pub edit: Option<Edit>,
    /// The new rows.
    pub added: Vec<SessionId>,
    /// What had no column to go to: the headings that are none of ours, or the cells themselves.
    pub left_out: Vec<String>,
}

impl Sheet<'_> {
    /// Rows as tab-separated text: these columns of these sessions, under their names if `with_heading`.
    #[must_use]
    pub fn copy(&self, rows: &[SessionId], columns: &[Column], with_heading: bool) -> String {
        let mut lines = Vec::with_capacity(rows.len() + 1);
        if with_heading {
            let names = columns.iter().map(|one| one.name(self.event, self.words));
            lines.push(names.collect());
        }
        for session in rows.iter().filter_map(|id| self.event.sessions.get(*id)) {
            lines.push(columns.iter().map(|one| self.text(session, one)).collect());
        }
        to_tabs(&lines)
    }

    /// The edit that pastes tab-separated text. Under a heading with names of columns, rows are made, or where several
    /// are selected, filled; without one, cells are filled from the first that is selected, and rows are made where
    /// there are none left. One cell, or one row, fills all that are selected.
    ///
    /// # Errors
    /// [`CellError`] for the first cell that cannot be understood, or where there is nothing to paste.
    pub fn paste(&self, text: &str, target: &Paste) -> Result<Pasted, CellError> {
        let mut lines = from_tabs(text);
        let nothing = || CellError {
            session: None,
            line: 0,
            column: target.columns.first().cloned().unwrap_or(Column::Start),
            fault: CellFault::Nothing,
        };
        if lines.iter().flatten().all(|cell| cell.trim().is_empty()) && text.trim().is_empty() {
            return Err(nothing());
        }
        let heading = lines.first().and_then(|line| self.heading(line));
        let mut left_out = Vec::new();
        let columns: Vec<Option<Column>> = if let Some(heading) = &heading {
            let names = lines.remove(0).into_iter().zip(heading);
            let unknown = names.filter(|(name, one)| one.is_none() && !name.trim().is_empty());
            left_out.extend(unknown.map(|(name, _)| name.trim().to_owned()));
            heading.clone()
        } else {
            let width = lines.iter().map(Vec::len).max().unwrap_or_default();
            let columns = target.columns.iter().cloned().map(Some);
            columns.chain(std::iter::repeat(None)).take(width).collect()
        };
        let is_making = heading.is_some() && target.selected_rows < 2;
        let rows = if is_making {
            &[][..]
        } else if heading.is_some() {
            target.rows.get(..target.selected_rows).unwrap_or_default()
        } else {
            &target.rows
        };
        // What is smaller than the selection fills it.
        if let [line] = lines.as_mut_slice()
            && heading.is_none()
        {
            if let [cell] = line.as_slice() {
                let cell = cell.clone();
                return self.paste_one(&cell, target);
            }
            let line = line.clone();
            lines = vec![line; target.selected_rows.max(1)];
        }
        let mut writer = Writer::new(*self, Reading::Exact);
        let (room, before) = self.place_after(target.after, target.room);
        let mut count = 0;
        for (index, line) in lines.into_iter().enumerate() {
            let number = index + 1 + usize::from(heading.is_some());
            let mut cells = Vec::new();
            for (place, text) in line.into_iter().enumerate() {
                if let Some(column) = columns.get(place).cloned().flatten() {
                    if column.is_typed() {
                        cells.push((column, text));
                    }
                } else if heading.is_none() && !text.trim().is_empty() {
                    left_out.push(text);
                }
            }
            if let Some(session) = rows.get(index).copied() {
                count += cells.len();
                for (column, text) in cells {
                    let change = Change {
                        session,
                        column,
                        text,
                    };
                    writer.change_in_line(&change, number);
                }
            } else if cells.iter().any(|(_, text)| !text.trim().is_empty()) {
                writer.add(target.day, room, before, cells, number);
            }
        }
        let written = writer.finish()?;
        let added = written.added.clone();
        let name = if added.is_empty() {
            BatchName::PasteCells(count)
        } else {
            BatchName::PasteRows(added.len() + rows.len().min(count))
        };
        Ok(Pasted {
            edit: written.into_edit(name),
            added,
            left_out,
        })
    }

    /// One cell, pasted into all that are selected.
    fn paste_one(&self, text: &str, target: &Paste) -> Result<Pasted, CellError> {
        let columns = target.columns.get(..target.selected_columns.max(1));
        let columns = columns.unwrap_or(&target.columns);
        let typed = columns.iter().filter(|column| column.is_typed());
        let mut writer = Writer::new(*self, Reading::Exact);
        let rows = target.rows.get(..target.selected_rows.max(1));
        let rows = rows.unwrap_or(&target.rows);
        if rows.is_empty() {
            let (room, before) = self.place_after(target.after, target.room);
            let cells = typed
                .take(1)
                .map(|column| (column.clone(), text.to_owned()));
            writer.add(target.day, room, before, cells.collect(), 0);
        } else {
            for (session, column) in rows.iter().flat_map(|row| {
                let typed = columns.iter().filter(|column| column.is_typed());
                typed.map(move |column| (*row, column.clone()))
            }) {
                let text = text.to_owned();
                writer.change(&Change {
                    session,
                    column,
                    text,
                });
            }
        }
        let written = writer.finish()?;
        let added = written.added.clone();
        let name = if added.is_empty() {
            BatchName::PasteCells(rows.len() * columns.len())
        } else {
            BatchName::PasteRows(added.len())
        };
        Ok(Pasted {
            edit: written.into_edit(name),
            added,
            left_out: Vec::new(),
        })
    }

    /// Whether what would be pasted begins with the names of columns.
    #[must_use]
    pub fn has_heading(&self, text: &str) -> bool {
        let lines = from_tabs(text);
        lines
            .first()
            .is_some_and(|line| self.heading(line).is_some())
    }

    /// The columns that a line names, if it is a heading: at least two, and at least half of what it says. Nobody's
    /// cells say the names of many columns, whatever else stands beside them.
    fn heading(&self, line: &[String]) -> Option<Vec<Option<Column>>> {
        let mut columns: Vec<Option<Column>> = Vec::with_capacity(line.len());
        for cell in line {
            let column = Column::of_heading(self.event, cell);
            // Of two columns with one name the first is meant.
            columns.push(column.filter(|column| !columns.contains(&Some(column.clone()))));
        }
        let known = columns.iter().flatten().count();
        let said = line.iter().filter(|cell| !cell.trim().is_empty()).count();
        let is_heading = known >= MANY || (known >= 2 && known * 2 >= said);
        is_heading.then_some(columns)
    }
}
