//! What is selected in the table and what is being typed: the window's own, never the event's.

use std::collections::VecDeque;

use egui::{Event, Id, Rect, Ui};

use super::Grid;
use crate::{
    model::SessionId,
    sheet::{Column, Row},
};

/// A cell of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cell {
    pub row: Row,
    pub column: Column,
}

/// What a range takes in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Extent {
    /// The cells between its corners.
    Cells,
    /// Whole rows.
    Rows,
    /// Whole columns.
    Columns,
}

/// From the cell in which typing goes to the one to which the selection reaches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Range {
    pub from: Cell,
    pub to: Cell,
    pub extent: Extent,
}

/// A range as places of rows and of columns that are shown, the last counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Block {
    pub rows: (usize, usize),
    pub columns: (usize, usize),
}

/// What is being typed into the cell of the cursor.
#[derive(Clone, Debug)]
pub(super) struct Editing {
    pub text: String,
    /// What stood there.
    pub before: String,
    /// Whether it takes the place of what stood there: then arrows go on to the next cell.
    pub over: bool,
    /// Which suggestion Enter takes.
    pub chosen: usize,
    /// Whether the text is to be put into the field, with the caret at its end.
    pub is_new: bool,
}

/// What the pointer drags.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Drag {
    /// The selection, by this range.
    Cells,
    /// Whole rows, to another place.
    Rows(Vec<SessionId>),
    /// A column, to another place.
    Column(Column),
}

/// What is selected in the table and what is being typed.
#[derive(Clone, Debug)]
pub(super) struct State {
    /// Counts the events that were open, so that another event begins anew.
    opened: u64,
    pub range: Range,
    /// What else is selected.
    pub more: Vec<Range>,
    pub editing: Option<Editing>,
    /// Whether an input method is composing: then no key is for the table.
    pub composing: bool,
    /// Keys that came behind one that has to be done first.
    pub queue: VecDeque<Event>,
    /// The column in which Tab began to go through a row: Enter goes back there.
    pub tab_from: Option<Column>,
    /// What is wrong with a cell.
    pub fault: Option<(Cell, String)>,
    pub drag: Option<Drag>,
    /// Whether the cursor shall be scrolled to.
    pub reveal: bool,
    /// Where suggestions are shown.
    pub offered: Option<Rect>,
    /// The frame in which the table got the keyboard: the key that led here is not one for it.
    pub since: Option<u64>,
    /// How many rows the last frame had room for.
    pub page: usize,
    /// The session that was selected for the form when we last looked.
    seen: Option<SessionId>,
    /// The session that we asked to be selected: that it is moves nothing.
    asked: Option<SessionId>,
    /// Where the cursor's row stood when we last looked.
    at: usize,
    /// What was shown of the event when we last looked.
    looked: super::Looked,
    /// Whether the view was changed to one without the session whose form is shown.
    pub lost: bool,
}

fn id() -> Id {
    Id::unique("sheet state")
}

impl State {
    /// The state as it was left, for the rows and columns that there are now.
    pub(super) fn load(ui: &Ui, grid: &Grid) -> Self {
        let opened = grid.view.revision.0;
        let kept: Option<Self> = ui.data(|data| data.get_temp(id()));
        let mut state = kept
            .filter(|state| state.opened == opened)
            .unwrap_or_else(|| Self::new(opened, grid));
        state.follow(grid);
        state
    }

    pub(super) fn keep(mut self, ui: &Ui, grid: &Grid) {
        self.at = grid.rows.place(self.range.from.row).unwrap_or(self.at);
        ui.data_mut(|data| data.insert_temp(id(), self));
    }

    /// Whether a cell is being typed in, as of the last frame.
    pub(super) fn is_editing(ui: &Ui) -> bool {
        ui.data(|data| data.get_temp::<Self>(id()))
            .is_some_and(|state| state.editing.is_some())
    }

    /// Whether a cell is being changed, as of the last frame.
    pub(super) fn is_typing(ctx: &egui::Context) -> bool {
        let state: Option<Self> = ctx.data(|data| data.get_temp(id()));
        let editing = state.and_then(|state| state.editing);
        editing.is_some_and(|editing| editing.text != editing.before)
    }

    /// Whether more than one row is selected, as of the last frame.
    pub(super) fn has_several_rows(ctx: &egui::Context) -> bool {
        let state: Option<Self> = ctx.data(|data| data.get_temp(id()));
        state.is_some_and(|state| {
            state.range.from.row != state.range.to.row || !state.more.is_empty()
        })
    }

    fn new(opened: u64, grid: &Grid) -> Self {
        let first = grid.first_row();
        let cell = Cell {
            row: first,
            column: grid.usual_column(),
        };
        Self {
            opened,
            range: Range::of(cell),
            more: Vec::new(),
            editing: None,
            composing: false,
            queue: VecDeque::new(),
            tab_from: None,
            fault: None,
            drag: None,
            reveal: false,
            offered: None,
            since: None,
            page: 10,
            seen: None,
            asked: None,
            at: 0,
            looked: super::Looked::of(grid.view),
            lost: false,
        }
    }

    /// The cell in which typing goes.
    pub(super) fn cursor(&self) -> &Cell {
        &self.range.from
    }

    /// Follows what was selected elsewhere, and what is not there any more.
    fn follow(&mut self, grid: &Grid) {
        let selected = grid.view.selection.session;
        if selected.is_some() && selected == self.asked {
            self.seen = selected;
            self.asked = None;
        }
        if selected != self.seen {
            self.seen = selected;
            self.asked = None;
            let row = selected.map(Row::Session);
            if let Some(row) = row.filter(|row| grid.rows.place(*row).is_some()) {
                let column = self.range.from.column.clone();
                self.go(Cell { row, column });
            }
        }
        let looked = super::Looked::of(grid.view);
        if std::mem::replace(&mut self.looked, looked) != looked {
            let row = selected.map(Row::Session);
            self.lost = row.is_some_and(|row| grid.rows.place(row).is_none());
        }
        if grid.view.reveal {
            self.reveal = true;
        }
        let cursor = &self.range.from;
        let has_column = grid.place_of(&cursor.column).is_some();
        if grid.rows.place(cursor.row).is_none() || !has_column {
            let last = grid.rows.list.len().saturating_sub(1);
            let row = match grid.rows.place(cursor.row) {
                Some(_) => cursor.row,
                None => grid.typed_near(self.at.min(last)),
            };
            let column = if has_column {
                cursor.column.clone()
            } else {
                grid.usual_column()
            };
            self.editing = None;
            self.go(Cell { row, column });
        }
        let there = |cell: &Cell| {
            grid.rows.place(cell.row).is_some() && grid.place_of(&cell.column).is_some()
        };
        if !there(&self.range.to) {
            self.range.to = self.range.from.clone();
        }
        self.more
            .retain(|range| there(&range.from) && there(&range.to));
    }

    /// The form shows this session: the cursor is there already.
    pub(super) fn has_seen(&mut self, session: SessionId) {
        self.asked = Some(session);
    }

    /// Puts the cursor into a cell, and selects nothing else.
    pub(super) fn go(&mut self, cell: Cell) {
        self.range = Range::of(cell);
        self.more.clear();
        self.fault = None;
    }

    /// Begins to type.
    pub(super) fn edit(&mut self, text: String, before: String, over: bool) {
        self.fault = None;
        self.editing = Some(Editing {
            text,
            before,
            over,
            chosen: 0,
            is_new: true,
        });
    }

    /// Everything that is selected.
    pub(super) fn blocks(&self, grid: &Grid) -> Vec<Block> {
        let ranges = std::iter::once(&self.range).chain(&self.more);
        ranges.filter_map(|range| grid.block(range)).collect()
    }

    /// Whether more than one cell is selected.
    pub(super) fn has_several(&self) -> bool {
        self.range.from != self.range.to
            || self.range.extent != Extent::Cells
            || !self.more.is_empty()
    }
}

impl Range {
    /// One cell.
    pub(super) fn of(cell: Cell) -> Self {
        Self {
            to: cell.clone(),
            from: cell,
            extent: Extent::Cells,
        }
    }
}

impl Block {
    /// Whether a cell at these places is in it.
    pub(super) fn has(&self, row: usize, column: usize) -> bool {
        self.has_row(row) && (self.columns.0..=self.columns.1).contains(&column)
    }

    pub(super) fn has_row(&self, row: usize) -> bool {
        (self.rows.0..=self.rows.1).contains(&row)
    }
}
