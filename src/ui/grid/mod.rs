//! The run-of-show as a table of cells that are typed in.
//!
//! Only what is seen is drawn, in rows of one height, and the rows are listed once per state of the event. The cell of
//! the cursor always has a field that holds the keyboard, so that an input method can compose into it; what is no text
//! is taken out of the frame's keys before the field sees them.

mod act;
mod body;
mod editor;
mod gutter;
mod head;
mod keys;
mod row;
mod state;

use std::sync::Arc;

use egui::{Id, Ui};
use jiff::civil::Date;

use self::state::{Block, Cell, Extent, Range, State};
use super::{Action, Out, View};
use crate::{
    model::{RoomId, SessionId},
    plan::Day,
    sheet::{Column, Perspective, Row, Rows, Sheet, Shown},
};

pub(super) use head::columns_menu;

/// How high a row is, in points.
const ROW: f32 = 32.0;
/// How high the names of the columns are, in points.
const HEAD: f32 = 28.0;
/// How wide the numbers of the rows are, in points.
const GUTTER: f32 = 46.0;

/// What is shown.
struct Grid<'a> {
    view: &'a View<'a>,
    sheet: Sheet<'a>,
    rows: &'a Rows,
    /// Every column of the view, those that are hidden among them.
    all: &'a [Shown],
    /// Those that are shown.
    columns: Vec<&'a Shown>,
    /// Where each of those begins, from the left of the first; and where the last ends.
    lefts: Vec<f32>,
}

/// Which part of the event the table shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Looked {
    room: Option<RoomId>,
    perspective: Perspective,
    only_cued: bool,
    only_read: bool,
}

impl Looked {
    const fn of(view: &View) -> Self {
        Self {
            room: view.room,
            perspective: view.perspective,
            only_cued: view.only_cued,
            only_read: !view.can_change(),
        }
    }
}

/// The rows of a view, with what they were made of.
#[derive(Clone)]
struct Kept {
    revision: (u64, u64),
    of: Looked,
    days: Arc<Vec<Day>>,
    rows: Arc<Rows>,
}

/// Shows the table.
pub(super) fn show(ui: &mut Ui, view: &View, out: &mut Out) {
    with_grid(view, &rows(ui, view), |grid| {
        let mut state = State::load(ui, grid);
        if std::mem::take(&mut state.lost) {
            // The form is of what the cursor is on, not of what cannot be seen.
            let session = state.cursor().row.session();
            grid.show_form(&mut state, session, out);
        }
        body::show(ui, grid, &mut state, out);
        state.keep(ui, grid);
    });
}

/// Ends what is being typed in a cell. Whether that could be understood.
pub(super) fn finish(ui: &Ui, view: &View, out: &mut Out) -> bool {
    with_grid(view, &rows(ui, view), |grid| {
        let mut state = State::load(ui, grid);
        let is_done = grid.leave(&mut state, out);
        state.keep(ui, grid);
        is_done
    })
}

fn with_grid<R>(view: &View, rows: &Rows, run: impl FnOnce(&Grid) -> R) -> R {
    let all = view
        .perspective
        .columns(view.event, view.habits, &view.lang());
    let columns: Vec<&Shown> = all.iter().filter(|one| one.is_shown).collect();
    let mut lefts = vec![0.0];
    for column in &columns {
        lefts.push(lefts.last().copied().unwrap_or_default() + column.width);
    }
    let sheet = Sheet::new(view.event, view.plan, view.words).with_free(&rows.free);
    run(&Grid {
        view,
        sheet,
        rows,
        all: &all,
        columns,
        lefts,
    })
}

/// Whether something is typed in a cell that is not in the event yet.
#[must_use]
pub fn is_typing(ctx: &egui::Context) -> bool {
    State::is_typing(ctx)
}

/// Whether the table has the keyboard: the cell of its cursor.
#[must_use]
pub fn has_keyboard(ctx: &egui::Context) -> bool {
    ctx.memory(|memory| memory.has_focus(field_id()))
}

/// Whether a cell is being typed in: then Ctrl+Enter is for the table.
pub(super) fn is_editing(ui: &Ui) -> bool {
    State::is_editing(ui)
}

/// Whether several rows are selected in the table, so that a deed is about all of them.
#[must_use]
pub fn has_several_rows(ctx: &egui::Context) -> bool {
    State::has_several_rows(ctx)
}

/// The sessions of every row that is selected in the table, in its order.
pub(super) fn selected(ui: &Ui, view: &View) -> Vec<SessionId> {
    with_grid(view, &rows(ui, view), |grid| {
        grid.selected_rows(&State::load(ui, grid))
    })
}

/// The field that holds the keyboard while the table has it.
pub(super) fn field_id() -> Id {
    Id::unique("sheet cell")
}

/// The rows, listed anew only where the event or what is shown of it has changed.
fn rows(ui: &Ui, view: &View) -> Arc<Rows> {
    let id = Id::unique("sheet rows");
    let (event, plan) = (view.event, view.plan);
    let of = Looked::of(view);
    let kept: Option<Kept> = ui.data(|data| data.get_temp(id));
    let kept = kept.filter(|kept| kept.of == of && kept.revision.0 == view.revision.0);
    if let Some(kept) = &kept
        && kept.revision == view.revision
    {
        return kept.rows.clone();
    }
    // Most edits leave the order of the day as it was; rooms and cues matter where rows are left out for them.
    let is_whole = view.room.is_none() && !matches!(view.perspective, Perspective::Team(_));
    let same = kept.filter(|kept| is_whole && kept.days == plan.days);
    let kept = if let Some(kept) = same {
        Kept {
            revision: view.revision,
            ..kept
        }
    } else {
        let rows = Rows::of(event, plan, view.room, view.perspective, view.only_cued);
        Kept {
            revision: view.revision,
            of,
            days: plan.days.clone(),
            rows: Arc::new(if of.only_read { rows.to_read() } else { rows }),
        }
    };
    let rows = kept.rows.clone();
    ui.data_mut(|data| data.insert_temp(id, kept));
    rows
}

impl Grid<'_> {
    fn place_of(&self, column: &Column) -> Option<usize> {
        let is_it = |one: &&Shown| one.column == *column;
        self.columns.iter().position(is_it)
    }

    /// The column in which a person begins: that of the title.
    fn usual_column(&self) -> Column {
        let title = |one: &&&Shown| matches!(one.column, Column::Title(_));
        let column = self.columns.iter().find(title).or(self.columns.first());
        column.map_or(Column::Start, |one| one.column.clone())
    }

    /// The row in which a person begins.
    fn first_row(&self) -> Row {
        let selected = self.view.selection.session.map(Row::Session);
        let selected = selected.filter(|row| self.rows.place(*row).is_some());
        selected.unwrap_or_else(|| self.typed_near(0))
    }

    /// The row at this place, or the next one in which something can be typed.
    fn typed_near(&self, place: usize) -> Row {
        let typed = |row: &&Row| !matches!(row, Row::Day(_));
        let list = &self.rows.list;
        let after = list.get(place..).unwrap_or_default().iter().find(typed);
        let row = after.or_else(|| list.iter().rev().find(typed));
        row.copied().unwrap_or(Row::New(Date::default()))
    }

    /// The row so many rows further down, headings not counted, or the last that there is.
    fn row_from(&self, row: Row, by: isize) -> Row {
        let list = &self.rows.list;
        let Some(mut place) = self.rows.place(row) else {
            return row;
        };
        let mut last = row;
        for _ in 0..by.unsigned_abs() {
            loop {
                let next = place.checked_add_signed(by.signum());
                let Some(next) = next.filter(|next| *next < list.len()) else {
                    return last;
                };
                place = next;
                if !matches!(list[place], Row::Day(_)) {
                    break;
                }
            }
            last = list[place];
        }
        last
    }

    fn block(&self, range: &Range) -> Option<Block> {
        let sorted = |a: usize, b: usize| (a.min(b), a.max(b));
        let rows = (
            self.rows.place(range.from.row)?,
            self.rows.place(range.to.row)?,
        );
        let columns = (
            self.place_of(&range.from.column)?,
            self.place_of(&range.to.column)?,
        );
        let every = |count: usize| (0, count.saturating_sub(1));
        Some(Block {
            rows: match range.extent {
                Extent::Columns => every(self.rows.list.len()),
                Extent::Cells | Extent::Rows => sorted(rows.0, rows.1),
            },
            columns: match range.extent {
                Extent::Rows => every(self.columns.len()),
                Extent::Cells | Extent::Columns => sorted(columns.0, columns.1),
            },
        })
    }

    /// What a cell says; a new row says nothing.
    fn text(&self, cell: &Cell) -> String {
        let session = cell.row.session();
        let session = session.and_then(|id| self.view.event.sessions.get(id));
        session
            .map(|session| self.sheet.text(session, &cell.column))
            .unwrap_or_default()
    }

    /// What a cell is called: "Title (English), row 3".
    fn name(&self, row: Row, column: &Column) -> String {
        let words = self.view.words;
        let column = column.name(self.view.event, words);
        let place = self.rows.place(row).unwrap_or_default();
        match row {
            Row::New(day) if self.rows.has_several_days => {
                let day = words.short_date(day);
                words.tf(
                    "cell-name-new-on",
                    [("column", column.into()), ("day", day.into())],
                )
            }
            Row::New(_) => words.tf("cell-name-new", [("column", column.into())]),
            Row::Session(_) | Row::Day(_) => {
                let number = self.rows.numbers.get(place).copied().unwrap_or_default();
                words.tf(
                    "cell-name",
                    [
                        ("column", column.into()),
                        ("row", number.to_string().into()),
                    ],
                )
            }
        }
    }

    /// The day of a row, and the session after which a new one of that day stands.
    fn around(&self, row: Row) -> (Date, Option<SessionId>) {
        match row {
            Row::Session(id) => {
                let session = self.view.event.sessions.get(id);
                (session.map(|one| one.day).unwrap_or_default(), Some(id))
            }
            Row::New(day) | Row::Day(day) => {
                let place = self.rows.place(Row::New(day));
                let before = place.and_then(|place| place.checked_sub(1));
                let last = before.and_then(|place| self.rows.list.get(place));
                (day, last.and_then(|row| row.session()))
            }
        }
    }
}

/// The deeds of a right click.
fn menu(ui: &mut Ui, view: &View, out: &mut Out) {
    for action in [
        Action::AddSession,
        Action::Duplicate,
        Action::FillDown,
        Action::MoveUp,
        Action::MoveDown,
        Action::Remove,
    ] {
        let keys = super::bar::shortcut_text(ui, action);
        let button = egui::Button::new(action.name(view.words)).shortcut_text(keys);
        if ui.add_enabled(action.is_offered(view), button).clicked() {
            out.act(action);
            ui.close();
        }
    }
}
