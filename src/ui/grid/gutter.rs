//! The numbers of the rows: a click selects a row, a drag moves it.

use egui::{CornerRadius, Id, Rect, Sense, Stroke, Ui};

use super::{
    GUTTER, Grid,
    body::{Place, point},
    menu, row,
    state::{Cell, Drag, Extent, State},
};
use crate::{
    sheet::Row,
    ui::{Out, tokens::colours},
};

/// Something is dragged: near the edges of the table it is scrolled.
#[derive(Clone, Copy)]
struct Dragged;

pub(super) fn scrolls(ui: &Ui) {
    egui::DragAndDrop::set_payload(ui.ctx(), Dragged);
}

/// The numbers of the rows at the left: a click selects a row, a drag moves it.
pub(super) fn show(
    ui: &mut Ui,
    grid: &Grid,
    state: &mut State,
    place: &Place,
    visible: std::ops::RangeInclusive<usize>,
    out: &mut Out,
) {
    let left = place.clip.left();
    let last = grid.rows.list.len();
    let c = colours(ui);
    let bottom = place.row(last).top().min(place.clip.bottom());
    let strip = Rect::from_x_y_ranges(left..=left + GUTTER, place.clip.top()..=bottom);
    ui.painter().rect_filled(strip, CornerRadius::ZERO, c.sheet);
    for index in visible.take_while(|index| *index < last) {
        let row = grid.rows.list[index];
        let rect = place.row(index).with_min_x(left).with_max_x(left + GUTTER);
        if matches!(row, Row::Day(_)) {
            ui.painter().rect_filled(rect, CornerRadius::ZERO, c.ground);
            continue;
        }
        let id = Id::unique(("sheet number", row));
        let response = ui.interact(rect, id, Sense::CLICK | Sense::DRAG);
        let is_chosen = state.blocks(grid).iter().any(|block| block.has_row(index));
        row::number(ui, grid, row, index, rect, is_chosen, response.hovered());
        let response = row::troubles(grid, row, response);
        let is_met = response.clicked() || response.drag_started();
        if is_met && !grid.leave(state, out) {
            continue;
        }
        let modifiers = ui.input(|input| input.modifiers);
        let column = state.cursor().column.clone();
        if response.clicked() {
            point(
                grid,
                state,
                Cell { row, column },
                Extent::Rows,
                modifiers,
                out,
            );
            ui.memory_mut(|memory| memory.request_focus(super::field_id()));
        } else if response.drag_started()
            && let Some(session) = row.session()
        {
            let is_whole = state.range.extent == Extent::Rows && is_chosen;
            if !is_whole {
                point(
                    grid,
                    state,
                    Cell { row, column },
                    Extent::Rows,
                    egui::Modifiers::NONE,
                    out,
                );
            }
            let rows = if is_whole {
                grid.selected_rows(state)
            } else {
                vec![session]
            };
            state.drag = Some(Drag::Rows(rows));
            scrolls(ui);
        }
        if matches!(row, Row::Session(_)) {
            response.context_menu(|ui| menu(ui, grid.view, out));
        }
    }
    let edge = Stroke::new(1.0, c.line);
    ui.painter().vline(left + GUTTER, strip.y_range(), edge);
}

/// Shows where dragged rows would land, and puts them there.
pub(super) fn dropped(ui: &Ui, grid: &Grid, state: &mut State, place: &Place, out: &mut Out) {
    let (at, is_released) = ui.input(|input| {
        let pointer = &input.pointer;
        (
            pointer.latest_pos(),
            pointer.any_released() || !pointer.any_down(),
        )
    });
    if let (Some(Drag::Rows(rows)), Some(at)) = (&state.drag, at)
        && place.clip.contains(at)
    {
        let place_at = place.row_at(grid, at);
        let rect = place.row(place_at);
        let is_above = at.y < rect.center().y;
        let row = grid.rows.list.get(place_at).copied();
        let (day, before) = match row {
            Some(Row::Session(id)) if is_above => (grid.around(Row::Session(id)).0, Some(id)),
            Some(Row::Session(id)) => {
                let after = grid.view.event.sessions.after(id).map(|next| next.id);
                (grid.around(Row::Session(id)).0, after)
            }
            Some(Row::New(day)) => {
                let last = grid.around(Row::New(day)).1;
                let after = last.and_then(|id| grid.view.event.sessions.after(id));
                (day, after.map(|next| next.id))
            }
            Some(Row::Day(day)) => {
                let first = grid
                    .rows
                    .list
                    .get(place_at + 1)
                    .and_then(|row| row.session());
                (day, first)
            }
            None => return,
        };
        let is_new = matches!(row, Some(Row::New(_)));
        let y = if is_above || is_new {
            rect.top()
        } else {
            rect.bottom()
        };
        let stroke = Stroke::new(2.5, colours(ui).accent);
        ui.painter().hline(place.clip.x_range(), y, stroke);
        ui.ctx().set_cursor_icon(egui::CursorIcon::Grabbing);
        if is_released && let Some(edit) = grid.sheet.move_rows(rows, before, day) {
            out.edit(edit);
        }
    }
    if is_released && !matches!(state.drag, Some(Drag::Column(_))) {
        state.drag = None;
    }
}
