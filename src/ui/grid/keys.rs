//! The keys of the table, as spreadsheets have them.

use std::collections::VecDeque;

use egui::{Event, ImeEvent, Key, Modifiers, Ui};

use super::{
    Grid,
    act::Committed,
    state::{Cell, Extent, Range, State},
};
use crate::{
    sheet::Row,
    ui::{Command, Out, SheetDeed},
};

/// A key with which typing ends, to be done when the field has taken what was typed before it.
pub(super) type Closing = (Key, Modifiers);

/// Takes the frame's keys: what moves and changes the selection is done at once, what is typed stays for the field.
/// Gives the key with which typing ends; what comes behind it waits for the next frame.
pub(super) fn take(ui: &Ui, grid: &Grid, state: &mut State, out: &mut Out) -> Option<Closing> {
    let (mut mine, mut left) = (std::mem::take(&mut state.queue), Vec::new());
    for event in ui.input_mut(|input| std::mem::take(&mut input.events)) {
        if is_keyboard(&event) {
            mine.push_back(event);
        } else {
            left.push(event);
        }
    }
    let sent = out.len();
    let mut closing = None;
    let mut is_typing = state.editing.is_some();
    while let Some(event) = mine.pop_front() {
        if let Event::Ime(ime) = &event {
            state.composing = is_composing(ime, state.composing);
            is_typing = true;
            left.push(event);
            continue;
        }
        if state.composing {
            // Letters, Enter and arrows are the input method's while it composes.
            if !matches!(event, Event::Key { .. }) {
                left.push(event);
            }
            continue;
        }
        if is_typing {
            match closes(grid, state, &event) {
                Some(key) => {
                    closing = Some(key);
                    break;
                }
                None => left.push(as_typed(event)),
            }
            continue;
        }
        match event {
            Event::Text(_) => {
                is_typing = true;
                left.push(event);
            }
            Event::Copy => grid.copy(ui, state),
            Event::Cut => {
                grid.copy(ui, state);
                grid.clear(state, out);
            }
            Event::Paste(text) => grid.paste(state, &text, out),
            Event::Key {
                key,
                pressed: true,
                modifiers,
                ..
            } => {
                press(grid, state, key, modifiers, out);
                is_typing = state.editing.is_some();
            }
            _ => left.push(event),
        }
        // What comes next is about the event as it will be.
        if out.len() > sent {
            break;
        }
    }
    if !mine.is_empty() {
        ui.ctx().request_repaint();
    }
    state.queue = mine;
    ui.input_mut(|input| input.events.extend(left));
    closing
}

/// Keys that wait are for nobody when the keyboard is elsewhere.
pub(super) fn forget(state: &mut State) {
    state.queue = VecDeque::new();
    state.composing = false;
}

fn is_keyboard(event: &Event) -> bool {
    matches!(
        event,
        Event::Key { pressed: true, .. }
            | Event::Text(_)
            | Event::Ime(_)
            | Event::Copy
            | Event::Cut
            | Event::Paste(_)
    )
}

fn is_composing(ime: &ImeEvent, before: bool) -> bool {
    match ime {
        ImeEvent::Preedit { text, .. } => !text.is_empty(),
        ImeEvent::Commit(_) => false,
        _ => before,
    }
}

/// A break in a cell of several lines is typed with Alt.
fn as_typed(event: Event) -> Event {
    match event {
        Event::Key {
            key: Key::Enter,
            physical_key,
            pressed,
            repeat,
            modifiers,
        } if modifiers.alt => Event::Key {
            key: Key::Enter,
            physical_key,
            pressed,
            repeat,
            modifiers: Modifiers::NONE,
        },
        event => event,
    }
}

/// Whether a key ends typing, or chooses among what is offered.
fn closes(grid: &Grid, state: &State, event: &Event) -> Option<Closing> {
    let Event::Key { key, modifiers, .. } = event else {
        return None;
    };
    let over = state.editing.as_ref().is_none_or(|editing| editing.over);
    let offers = grid
        .columns
        .iter()
        .any(|one| one.column == state.cursor().column && one.column.completes());
    let is_closing = match key {
        Key::Enter => !modifiers.alt,
        Key::Tab | Key::Escape | Key::F2 | Key::PageUp | Key::PageDown => true,
        Key::ArrowUp | Key::ArrowDown => offers || (over && !grid.is_long(&state.cursor().column)),
        Key::ArrowLeft | Key::ArrowRight => over && !modifiers.any(),
        _ => false,
    };
    is_closing.then_some((*key, *modifiers))
}

/// Does the key with which typing ends.
pub(super) fn close(grid: &Grid, state: &mut State, (key, modifiers): Closing, out: &mut Out) {
    let Some(mut editing) = state.editing.take() else {
        // Nothing was typed after all.
        press(grid, state, key, modifiers, out);
        return;
    };
    let column = state.cursor().column.clone();
    match key {
        Key::Escape => {
            state.fault = None;
            return;
        }
        Key::F2 => {
            editing.over = !editing.over;
            state.editing = Some(editing);
            return;
        }
        Key::ArrowUp | Key::ArrowDown => {
            let offered = grid.offers(&column, &editing.text).len();
            if offered > 0 {
                let last = offered - 1;
                editing.chosen = match key {
                    Key::ArrowDown if editing.chosen < last => editing.chosen + 1,
                    Key::ArrowUp => editing.chosen.saturating_sub(1),
                    _ => editing.chosen,
                };
                state.editing = Some(editing);
                return;
            }
        }
        _ => {}
    }
    let to_all = key == Key::Enter && modifiers.command;
    match grid.commit(state, &editing, to_all, out) {
        Committed::Wrong => state.editing = Some(editing),
        Committed::Done(added) => {
            if to_all {
                return;
            }
            // A row that was begun goes on as the session's; Enter goes on to the next new one.
            let goes_on = !matches!(key, Key::Enter | Key::ArrowDown) || modifiers.shift;
            if let Some(added) = added.filter(|_| goes_on) {
                state.range.from.row = Row::Session(added);
                state.range.to.row = Row::Session(added);
            }
            let is_new = added.is_some() && !goes_on;
            if is_new {
                let column = state.tab_from.take().filter(|_| key == Key::Enter);
                let column = column.unwrap_or_else(|| state.cursor().column.clone());
                let row = state.cursor().row;
                state.go(Cell { row, column });
                state.reveal = true;
            } else if added.is_some() {
                beside(grid, state, key, modifiers);
            } else {
                press(grid, state, key, modifiers, out);
            }
        }
    }
}

/// From a row that is not listed yet, to the cell beside.
fn beside(grid: &Grid, state: &mut State, key: Key, modifiers: Modifiers) {
    let by = match key {
        Key::Tab if modifiers.shift => -1,
        Key::ArrowLeft => -1,
        Key::Tab | Key::ArrowRight => 1,
        _ => 0,
    };
    let cursor = state.cursor().clone();
    if key == Key::Tab {
        state.tab_from.get_or_insert(cursor.column.clone());
    }
    let column = column_from(grid, &cursor, by);
    state.range = Range::of(Cell { column, ..cursor });
    state.reveal = true;
}

fn column_from(grid: &Grid, cell: &Cell, by: isize) -> crate::sheet::Column {
    let last = grid.columns.len().saturating_sub(1);
    let place = grid.place_of(&cell.column).unwrap_or_default();
    let place = place.saturating_add_signed(by).min(last);
    grid.columns
        .get(place)
        .map_or_else(|| cell.column.clone(), |one| one.column.clone())
}

/// Does a key while nothing is being typed.
fn press(grid: &Grid, state: &mut State, key: Key, modifiers: Modifiers, out: &mut Out) {
    let (ctrl, shift) = (modifiers.command, modifiers.shift);
    if modifiers.alt {
        return;
    }
    let page = isize::try_from(state.page).unwrap_or(10);
    let all = isize::try_from(grid.rows.list.len()).unwrap_or(isize::MAX);
    let wide = isize::try_from(grid.columns.len()).unwrap_or(isize::MAX);
    match key {
        Key::ArrowUp => go(grid, state, (if ctrl { -all } else { -1 }, 0), shift, out),
        Key::ArrowDown => go(grid, state, (if ctrl { all } else { 1 }, 0), shift, out),
        Key::ArrowLeft => go(grid, state, (0, if ctrl { -wide } else { -1 }), shift, out),
        Key::ArrowRight => go(grid, state, (0, if ctrl { wide } else { 1 }), shift, out),
        Key::PageUp => go(grid, state, (-page, 0), shift, out),
        Key::PageDown => go(grid, state, (page, 0), shift, out),
        Key::Home => go(
            grid,
            state,
            (if ctrl { -all } else { 0 }, -wide),
            shift,
            out,
        ),
        Key::End => go(grid, state, (if ctrl { all } else { 0 }, wide), shift, out),
        Key::Tab => {
            let from = state.tab_from.clone();
            let from = from.unwrap_or_else(|| state.cursor().column.clone());
            tab(grid, state, shift, out);
            state.tab_from = Some(from);
        }
        Key::Enter => {
            let from = state.tab_from.take();
            go(grid, state, (if shift { -1 } else { 1 }, 0), false, out);
            if let Some(column) = from.filter(|column| grid.place_of(column).is_some()) {
                let row = state.cursor().row;
                state.range = Range::of(Cell { row, column });
            }
        }
        Key::F2 => {
            let text = grid.text(state.cursor());
            grid.begin(state, text.clone(), text, false, out);
        }
        Key::Backspace => {
            let before = grid.text(state.cursor());
            grid.begin(state, String::new(), before, true, out);
        }
        Key::Delete => grid.clear(state, out),
        Key::Escape => {
            let cursor = state.cursor().clone();
            state.go(cursor);
            state.tab_from = None;
        }
        Key::A if ctrl => select_all(grid, state),
        Key::Space if shift => state.range.extent = Extent::Rows,
        Key::Space if ctrl => state.range.extent = Extent::Columns,
        Key::F6 => out.send(Command::FocusForm),
        _ => {}
    }
}

/// To the cell beside; at the end of a row, to the beginning of the next.
fn tab(grid: &Grid, state: &mut State, back: bool, out: &mut Out) {
    let wide = isize::try_from(grid.columns.len()).unwrap_or(isize::MAX);
    let (by, end) = if back { (-1, wide) } else { (1, -wide) };
    let cursor = state.cursor().clone();
    let is_last = column_from(grid, &cursor, by) == cursor.column;
    let is_edge = grid.row_from(cursor.row, by) == cursor.row;
    let step = if is_last && !is_edge {
        (by, end)
    } else {
        (0, by)
    };
    go(grid, state, step, false, out);
}

fn select_all(grid: &Grid, state: &mut State) {
    let (Some(first), Some(last)) = (grid.columns.first(), grid.columns.last()) else {
        return;
    };
    let top = grid.typed_near(0);
    let bottom = grid.rows.list.last().copied().unwrap_or(top);
    state.range = Range {
        from: Cell {
            row: top,
            column: first.column.clone(),
        },
        to: Cell {
            row: bottom,
            column: last.column.clone(),
        },
        extent: Extent::Rows,
    };
    state.more.clear();
}

/// Moves the cursor so many rows and columns, or with Shift what the selection reaches to.
fn go(
    grid: &Grid,
    state: &mut State,
    (rows, columns): (isize, isize),
    extends: bool,
    out: &mut Out,
) {
    let from = if extends {
        state.range.to.clone()
    } else {
        state.range.from.clone()
    };
    let cell = Cell {
        row: grid.row_from(from.row, rows),
        column: column_from(grid, &from, columns),
    };
    state.reveal = true;
    if extends {
        state.range.to = cell;
    } else {
        state.tab_from = None;
        grid.select(state, cell, out);
    }
}

/// The deeds of menus that are about all the rows that are selected.
pub(super) fn asked(grid: &Grid, state: &mut State, deed: SheetDeed, out: &mut Out) {
    match deed {
        SheetDeed::FillDown => grid.fill_down(state, out),
        SheetDeed::Duplicate => grid.duplicate(state, out),
        SheetDeed::Remove => grid.remove(state, out),
        SheetDeed::MoveUp => shift_rows(grid, state, -1, out),
        SheetDeed::MoveDown => shift_rows(grid, state, 1, out),
    }
}

/// Moves the selected rows past the one above or below them.
fn shift_rows(grid: &Grid, state: &mut State, by: isize, out: &mut Out) {
    let rows = grid.selected_rows(state);
    let edge = if by < 0 { rows.first() } else { rows.last() };
    let Some(edge) = edge.map(|id| Row::Session(*id)) else {
        return;
    };
    let next = grid.row_from(edge, by);
    let Some(beside) = next.session().filter(|_| next != edge) else {
        return;
    };
    let behind = || grid.view.event.sessions.after(beside).map(|next| next.id);
    let before = if by < 0 { Some(beside) } else { behind() };
    let day = grid.around(next).0;
    if let Some(edit) = grid.sheet.move_rows(&rows, before, day) {
        out.edit(edit);
        state.reveal = true;
    }
}
