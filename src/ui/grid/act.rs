//! What is done with the cells that are selected.

use egui::Ui;

use super::{
    Grid,
    state::{Cell, Editing, Extent, Range, State},
};
use crate::{
    model::{Edit, SessionId},
    sheet::{CellError, CellFault, Change, Column, Paste, Reading, Row},
    ui::{Command, Out},
    words::Words,
};

/// What comes of an end of typing.
pub(super) enum Committed {
    /// What was typed cannot be understood: it goes on being typed.
    Wrong,
    /// It is done; in a new row, which session it is now.
    Done(Option<SessionId>),
}

impl Grid<'_> {
    /// The sessions whose rows are selected, in order.
    pub(super) fn selected_rows(&self, state: &State) -> Vec<SessionId> {
        let blocks = state.blocks(self);
        let in_it = |place: usize| blocks.iter().any(|block| block.has_row(place));
        let from = blocks.iter().map(|block| block.rows.0).min().unwrap_or(0);
        let to = blocks.iter().map(|block| block.rows.1).max().unwrap_or(0);
        let places = (from..=to).filter(|place| in_it(*place));
        places
            .filter_map(|place| self.rows.list.get(place)?.session())
            .collect()
    }

    /// The cells that are selected, row by row.
    fn selected_cells(&self, state: &State) -> Vec<(SessionId, Column)> {
        let blocks = state.blocks(self);
        let mut cells = Vec::new();
        for (index, block) in blocks.iter().enumerate() {
            for place in block.rows.0..=block.rows.1 {
                let Some(session) = self.rows.list.get(place).and_then(|row| row.session()) else {
                    continue;
                };
                for column in block.columns.0..=block.columns.1 {
                    let is_earlier = blocks[..index].iter().any(|one| one.has(place, column));
                    if let Some(shown) = self.columns.get(column).filter(|_| !is_earlier) {
                        cells.push((session, shown.column.clone()));
                    }
                }
            }
        }
        cells
    }

    /// The columns from the first that is selected, and how many are.
    fn selected_columns(&self, state: &State) -> (Vec<Column>, usize) {
        let Some(block) = self.block(&state.range) else {
            return (Vec::new(), 0);
        };
        let from = self.columns.iter().skip(block.columns.0);
        let count = block.columns.1 - block.columns.0 + 1;
        (from.map(|one| one.column.clone()).collect(), count)
    }

    /// Ends typing: what was typed goes into the cell, or into all that are selected.
    pub(super) fn commit(
        &self,
        state: &mut State,
        editing: &Editing,
        to_all: bool,
        out: &mut Out,
    ) -> Committed {
        let cursor = state.cursor().clone();
        let several = to_all && state.has_several();
        if editing.text == editing.before && !several {
            return Committed::Done(None);
        }
        let (text, reading) = self.taken(&cursor.column, editing);
        let edit = if several {
            let cells = self.selected_cells(state).into_iter();
            let typed = cells.filter(|(_, column)| column.is_typed());
            let changes: Vec<_> = typed
                .map(|(session, column)| Change {
                    session,
                    column,
                    text: text.clone(),
                })
                .collect();
            self.sheet.set(&changes, reading).map(|edit| (edit, None))
        } else {
            match cursor.row {
                Row::Session(session) => {
                    let column = cursor.column.clone();
                    let change = Change {
                        session,
                        column,
                        text,
                    };
                    let edit = self.sheet.set(&[change], reading);
                    edit.map(|edit| (edit, None))
                }
                Row::New(day) if !text.trim().is_empty() => {
                    let (_, after) = self.around(cursor.row);
                    let cells = vec![(cursor.column.clone(), text)];
                    let added = self
                        .sheet
                        .add_row(day, after, self.view.room, cells, reading);
                    added.map(|added| match added {
                        Some((edit, id)) => (Some(edit), Some(id)),
                        None => (None, None),
                    })
                }
                Row::New(_) | Row::Day(_) => Ok((None, None)),
            }
        };
        match edit {
            Ok((edit, added)) => {
                if let Some(edit) = edit {
                    out.edit(edit);
                }
                if let Some(added) = added {
                    state.has_seen(added);
                    out.send(Command::Select(added.into()));
                }
                Committed::Done(added)
            }
            Err(error) => {
                // The cell that is being typed in says itself where it is.
                let typed = CellError { line: 0, ..error };
                self.complain(state, &typed);
                Committed::Wrong
            }
        }
    }

    /// Ends typing because the pointer goes elsewhere. Whether it may: what cannot be understood goes on being typed.
    pub(super) fn leave(&self, state: &mut State, out: &mut Out) -> bool {
        let Some(editing) = state.editing.take() else {
            return true;
        };
        let is_left = matches!(self.commit(state, &editing, false, out), Committed::Done(_));
        if !is_left {
            state.editing = Some(editing);
        }
        is_left
    }

    /// What the cell shall say, where suggestions are offered: the one that is chosen.
    fn taken(&self, column: &Column, editing: &Editing) -> (String, Reading) {
        let typed = &editing.text;
        let offered = self.offers(column, typed);
        let at = crate::sheet::last_entry(column, typed);
        match offered.get(editing.chosen) {
            Some(one) if !typed[at..].trim().is_empty() => {
                (format!("{}{}", &typed[..at], one.text), Reading::Exact)
            }
            _ => (typed.clone(), Reading::Letters),
        }
    }

    /// What is offered while this is typed.
    pub(super) fn offers(&self, column: &Column, typed: &str) -> Vec<crate::sheet::Suggestion> {
        if column.completes() {
            self.sheet.suggestions(column, typed)
        } else {
            Vec::new()
        }
    }

    /// Says what is wrong, beside the cell.
    pub(super) fn complain(&self, state: &mut State, error: &CellError) {
        let words = self.view.words;
        let mut sentence = error.sentence(words);
        let cursor = state.cursor().clone();
        let row = error.session.map_or(cursor.row, Row::Session);
        if error.line > 0 && error.fault != CellFault::Nothing && state.editing.is_none() {
            let values = [
                ("line", error.line.to_string().into()),
                ("column", error.column.name(self.view.event, words).into()),
                ("fault", sentence.into()),
            ];
            sentence = words.tf("cell-fault-in-line", values);
        }
        let is_shown = self.place_of(&error.column).is_some();
        let cell = Cell {
            row,
            column: error.column.clone(),
        };
        let here = if is_shown && self.rows.place(row).is_some() && state.editing.is_none() {
            cell
        } else {
            cursor
        };
        state.fault = Some((here, sentence));
    }

    /// Copies what is selected: with the names of the columns where it is the whole table.
    pub(super) fn copy(&self, ui: &Ui, state: &State) {
        let rows = self.selected_rows(state);
        if rows.is_empty() {
            return;
        }
        let (columns, count) = self.selected_columns(state);
        let columns = &columns[..count.min(columns.len())];
        let shown = self.rows.list.iter().filter(|row| row.session().is_some());
        let is_whole = rows.len() > 1 && rows.len() == shown.count() && count == self.columns.len();
        ui.ctx()
            .copy_text(self.sheet.copy(&rows, columns, is_whole));
    }

    /// Empties the cells that are selected, or takes whole rows out.
    pub(super) fn clear(&self, state: &mut State, out: &mut Out) {
        if state.range.extent == Extent::Rows {
            self.remove(state, out);
            return;
        }
        let cells = self.selected_cells(state);
        self.give(state, self.sheet.clear(&cells), out);
    }

    /// Copies of the rows that are selected, behind the last of them.
    pub(super) fn duplicate(&self, state: &mut State, out: &mut Out) {
        let rows = self.selected_rows(state);
        if let Some((edit, added)) = self.sheet.duplicate_rows(&rows) {
            out.edit(edit);
            select_rows(state, &added, out);
        }
    }

    /// Takes out the rows that are selected.
    pub(super) fn remove(&self, state: &mut State, out: &mut Out) {
        let rows = self.selected_rows(state);
        if let Some(edit) = self.sheet.remove_rows(&rows) {
            let column = state.cursor().column.clone();
            let last = rows.last().map(|id| Row::Session(*id));
            let first = rows.first().map(|id| Row::Session(*id));
            let mut next = last.map(|row| self.row_from(row, 1));
            if next == last {
                next = first.map(|row| self.row_from(row, -1));
            }
            out.edit(edit);
            if let Some(row) = next {
                self.select(state, Cell { row, column }, out);
            }
        }
    }

    /// Pastes into what is selected.
    pub(super) fn paste(&self, state: &mut State, text: &str, out: &mut Out) {
        let Some(block) = self.block(&state.range) else {
            return;
        };
        let rows = self.rows.sessions(block.rows.0, self.rows.list.len());
        let selected_rows = self.rows.sessions(block.rows.0, block.rows.1).len();
        let (columns, selected_columns) = self.selected_columns(state);
        let last = self.rows.list.get(block.rows.1).copied();
        let (day, after) = self.around(last.unwrap_or(state.cursor().row));
        // Pasted into the row for new ones, everything is new; else what is left over stands at the end of the day.
        let is_new = matches!(state.cursor().row, Row::New(_));
        let rows: Vec<_> = if is_new {
            Vec::new()
        } else {
            let of_day = |id: &SessionId| {
                let session = self.view.event.sessions.get(*id);
                session.is_some_and(|session| session.day == day)
            };
            rows.into_iter().filter(of_day).collect()
        };
        let is_block = text.trim_end_matches(['\r', '\n']).contains(['\n', '\r']);
        let target = Paste {
            after: if is_block && !self.sheet.has_heading(text) {
                rows.last().copied().or(after)
            } else {
                after
            },
            rows,
            selected_rows,
            columns,
            selected_columns,
            day,
            room: self.view.room,
        };
        match self.sheet.paste(text, &target) {
            Ok(pasted) => {
                state.fault = None;
                if let Some(edit) = pasted.edit {
                    out.edit(edit);
                }
                if is_new || self.sheet.has_heading(text) {
                    select_rows(state, &pasted.added, out);
                }
                if !pasted.left_out.is_empty() {
                    out.send(left_out(self.view.words, pasted.left_out));
                }
            }
            Err(error) => self.complain(state, &error),
        }
    }

    /// Fills the first of the selected rows down into the others; of one row, the one above it into it.
    pub(super) fn fill_down(&self, state: &mut State, out: &mut Out) {
        let mut rows = self.selected_rows(state);
        if let [only] = rows.as_slice()
            && let above = self.row_from(Row::Session(*only), -1)
            && let Some(above) = above.session().filter(|above| above != only)
        {
            rows.insert(0, above);
        }
        let (columns, count) = self.selected_columns(state);
        let columns = &columns[..count.min(columns.len())];
        self.give(state, self.sheet.fill_down(&rows, columns), out);
    }

    fn give(&self, state: &mut State, edit: Result<Option<Edit>, CellError>, out: &mut Out) {
        match edit {
            Ok(Some(edit)) => {
                state.fault = None;
                out.edit(edit);
            }
            Ok(None) => {}
            Err(error) => self.complain(state, &error),
        }
    }

    /// Puts the cursor into a cell, and shows the form of its session.
    pub(super) fn select(&self, state: &mut State, cell: Cell, out: &mut Out) {
        let session = cell.row.session();
        state.go(cell);
        state.reveal = true;
        self.show_form(state, session, out);
    }

    /// Shows the form of the session of a row.
    pub(super) fn show_form(&self, state: &mut State, session: Option<SessionId>, out: &mut Out) {
        if let Some(session) = session
            && self.view.selection.session != Some(session)
        {
            state.has_seen(session);
            out.send(Command::Select(session.into()));
        }
    }
}

/// What had no column to go to: a few in the sentence itself, of more a line each.
fn left_out(words: Words, names: Vec<String>) -> Command {
    /// So many names can be read in a sentence.
    const FEW: usize = 3;
    if names.len() <= FEW {
        let named = words.series(&names);
        let sentence = words.tf("cell-left-out", [("names", named.into())]);
        return Command::Note(sentence, Vec::new());
    }
    let sentence = words.tf("cells-left-out", [("count", names.len().into())]);
    Command::Note(sentence, names)
}

/// Selects these rows, which are new, from the first to the last.
fn select_rows(state: &mut State, rows: &[SessionId], out: &mut Out) {
    let (Some(first), Some(last)) = (rows.first(), rows.last()) else {
        return;
    };
    let column = state.cursor().column.clone();
    let cell = |id: SessionId| Cell {
        row: Row::Session(id),
        column: column.clone(),
    };
    state.range = Range {
        from: cell(*first),
        to: cell(*last),
        extent: Extent::Rows,
    };
    state.more.clear();
    state.has_seen(*first);
    state.reveal = true;
    out.send(Command::Select((*first).into()));
}
