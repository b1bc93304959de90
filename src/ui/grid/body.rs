//! The table's own room: rows and cells that are seen, the pointer, and the field of the cursor.

use egui::{
    Align2, Color32, CornerRadius, Id, Pos2, Rect, ScrollArea, Sense, Stroke, Ui, pos2, vec2,
};

use super::{
    GUTTER, Grid, HEAD, ROW, editor, gutter, head, keys, menu, row,
    state::{Cell, Drag, Extent, Range, State},
};
use crate::{
    sheet::Row,
    ui::{
        Out, closing, drop_target,
        tokens::{self, colours, size, space},
        widgets,
    },
};

/// Where the rows and columns stand on the screen.
#[derive(Clone, Copy)]
pub(super) struct Place {
    /// The corner of the whole table, which may be scrolled out of sight.
    pub origin: Pos2,
    /// What is seen of it.
    pub clip: Rect,
    /// How wide rows are.
    pub width: f32,
}

impl Place {
    pub(super) fn row(&self, place: usize) -> Rect {
        let top = self.origin.y + HEAD + ROW * place as f32;
        Rect::from_min_size(pos2(self.origin.x, top), vec2(self.width, ROW))
    }

    pub(super) fn cell(&self, grid: &Grid, row: usize, column: usize) -> Rect {
        let left = |place: usize| grid.lefts.get(place).copied().unwrap_or_default();
        let rect = self.row(row);
        let x = self.origin.x + GUTTER;
        Rect::from_x_y_ranges(x + left(column)..=x + left(column + 1), rect.y_range())
    }

    /// The row under a point, the nearest where it is above or below all.
    pub(super) fn row_at(&self, grid: &Grid, at: Pos2) -> usize {
        let row = ((at.y - self.origin.y - HEAD) / ROW).floor().max(0.0) as usize;
        row.min(grid.rows.list.len().saturating_sub(1))
    }

    /// The column under a point, the nearest where it is beside all.
    pub(super) fn column_at(&self, grid: &Grid, at: Pos2) -> usize {
        let x = at.x - self.origin.x - GUTTER;
        let column = grid.lefts.iter().rposition(|left| *left <= x);
        column
            .unwrap_or(0)
            .min(grid.columns.len().saturating_sub(1))
    }
}

/// Shows the table, and does what people do in it.
pub(super) fn show(ui: &mut Ui, grid: &Grid, state: &mut State, out: &mut Out) {
    let size = vec2(
        GUTTER + grid.lefts.last().copied().unwrap_or_default(),
        HEAD + ROW * grid.rows.list.len() as f32,
    );
    state.page = (((ui.available_height() - HEAD) / ROW).floor().max(2.0) as usize) - 1;
    let closing = keyboard(ui, grid, state, out);
    let c = colours(ui);
    ScrollArea::both()
        .id_salt(("run of show", grid.view.perspective))
        .auto_shrink(false)
        .show_viewport(ui, |ui, viewport| {
            crate::ui::photo_drag::scroll_at_edges(ui);
            let place = Place {
                origin: ui.min_rect().min,
                clip: ui.clip_rect(),
                width: size.x.max(viewport.width()),
            };
            ui.set_min_size(size);
            let first = ((viewport.min.y - HEAD) / ROW).floor().max(0.0) as usize;
            let last = (viewport.max.y / ROW).ceil().max(0.0) as usize;
            // A screen reader finds every row of a short list.
            let rows = if grid.rows.list.len() <= widgets::DRAWN_WHOLE {
                0..grid.rows.list.len()
            } else {
                first.min(grid.rows.list.len())..(last + 1).min(grid.rows.list.len())
            };
            let visible = first..=last;
            for index in rows {
                show_row(
                    ui,
                    grid,
                    state,
                    &place,
                    index,
                    visible.contains(&index),
                    out,
                );
            }
            lines(ui, grid, &place);
            closing_lines(ui, grid, &place, visible.clone());
            selection(ui, grid, state, &place);
            editor::show(ui, grid, state, &place, closing, out);
            gutter::show(ui, grid, state, &place, visible, out);
            head::show(ui, grid, state, &place, out);
            gutter::dropped(ui, grid, state, &place, out);
            if std::mem::take(&mut state.reveal) {
                reveal(ui, grid, state, &place);
            }
        });
    ui.painter().hline(
        ui.min_rect().x_range(),
        ui.min_rect().top(),
        Stroke::new(1.0, c.line),
    );
}

/// Takes the keys, if the table has the keyboard; takes the keyboard, if nobody has it.
fn keyboard(ui: &Ui, grid: &Grid, state: &mut State, out: &mut Out) -> Option<keys::Closing> {
    let field = super::field_id();
    let view = grid.view;
    let is_free = view.question.is_none() && !egui::Popup::is_any_open(ui.ctx());
    let focused = ui.memory(egui::Memory::focused);
    let f6 = is_free
        && focused != Some(field)
        && ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, egui::Key::F6));
    if is_free && !view.focus_form && (focused.is_none() || f6) {
        ui.memory_mut(|memory| memory.request_focus(field));
    }
    // A question in front is about the event with what was typed in it.
    if view.question.is_some() {
        grid.leave(state, out);
    }
    if let Some(deed) = view.asked {
        keys::asked(grid, state, deed, out);
    }
    let frame = ui.ctx().cumulative_frame_nr();
    if !ui.memory(|memory| memory.has_focus(field)) {
        state.since = None;
    } else if is_free && *state.since.get_or_insert(frame) < frame {
        return keys::take(ui, grid, state, out);
    } else {
        // The Tab that led here is not typed.
        ui.input_mut(|input| {
            input.consume_key(egui::Modifiers::NONE, egui::Key::Tab);
            input.consume_key(egui::Modifiers::SHIFT, egui::Key::Tab);
        });
    }
    keys::forget(state);
    None
}

fn show_row(
    ui: &mut Ui,
    grid: &Grid,
    state: &mut State,
    place: &Place,
    index: usize,
    is_visible: bool,
    out: &mut Out,
) {
    let rect = place.row(index);
    let row = grid.rows.list[index];
    let c = colours(ui);
    match row {
        Row::Day(day) => {
            if is_visible {
                ui.painter().rect_filled(rect, CornerRadius::ZERO, c.ground);
                let at = pos2(place.clip.left() + space::L, rect.center().y);
                let name = grid.view.words.date(day);
                let font = tokens::font_for(&name, tokens::bold_font(size::TEXT));
                ui.painter()
                    .text(at, Align2::LEFT_CENTER, name, font, c.ink);
            }
            return;
        }
        Row::Session(id) => {
            let Some(session) = grid.view.event.sessions.get(id) else {
                return;
            };
            let response = row::ground(ui, grid, session, rect.intersect(wide(place)), out);
            if response.gained_focus() {
                // Tab led here from outside: the keyboard is the table's, and its cursor where it was.
                ui.memory_mut(|memory| memory.request_focus(super::field_id()));
            }
            if response.clicked() && grid.leave(state, out) {
                let column = state.cursor().column.clone();
                grid.select(state, Cell { row, column }, out);
                ui.memory_mut(|memory| memory.request_focus(super::field_id()));
            }
        }
        Row::New(_) => {
            if is_visible {
                row::invitation(ui, grid, state, place, index);
            }
        }
    }
    for column in 0..grid.columns.len() {
        cell(ui, grid, state, place, (index, column), out);
    }
    let session = row.session().filter(|_| is_visible);
    if let Some(session) = session.and_then(|id| grid.view.event.sessions.get(id)) {
        row::cells(ui, grid, session, place, index);
    }
}

/// As wide as what is seen, however wide the table is: so a click into the middle of a row meets it.
fn wide(place: &Place) -> Rect {
    Rect::everything_right_of(place.clip.left()).with_max_x(place.clip.right())
}

/// A cell for the pointer and for screen readers.
fn cell(
    ui: &mut Ui,
    grid: &Grid,
    state: &mut State,
    place: &Place,
    (index, column): (usize, usize),
    out: &mut Out,
) {
    let rect = place.cell(grid, index, column);
    let seen = rect.x_range().intersection(place.clip.x_range());
    if seen.span() <= 0.0 && grid.rows.list.len() > widgets::DRAWN_WHOLE {
        return;
    }
    let row = grid.rows.list[index];
    let here = Cell {
        row,
        column: grid.columns[column].column.clone(),
    };
    let id = Id::unique(("sheet", row, column));
    let response = ui.interact(rect, id, Sense::CLICK | Sense::DRAG);
    let name = || grid.name(row, &here.column);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, name()));
    ui.ctx().accesskit_node_builder(id, |node| {
        node.set_role(egui::accesskit::Role::Cell);
        node.set_value(grid.text(&here));
        node.set_selected(*state.cursor() == here);
    });
    let modifiers = ui.input(|input| input.modifiers);
    // The cell that is being typed in lies under its field: whatever meets a cell ends the typing.
    let is_met = response.clicked() || response.drag_started() || response.secondary_clicked();
    if is_met && !grid.leave(state, out) {
        return;
    }
    if response.double_clicked() {
        grid.select(state, here.clone(), out);
        let text = grid.text(&here);
        grid.begin(state, text.clone(), text, false, out);
        ui.memory_mut(|memory| memory.request_focus(super::field_id()));
    } else if response.clicked() || response.drag_started() {
        point(grid, state, here.clone(), Extent::Cells, modifiers, out);
        ui.memory_mut(|memory| memory.request_focus(super::field_id()));
    }
    if response.drag_started() {
        state.drag = Some(Drag::Cells);
        gutter::scrolls(ui);
    }
    if response.dragged()
        && state.drag == Some(Drag::Cells)
        && let Some(at) = response.interact_pointer_pos()
    {
        reach(grid, state, place, at);
    }
    if response.secondary_clicked() && !is_selected(grid, state, index, column) {
        grid.select(state, here, out);
    }
    if matches!(row, Row::Session(_)) {
        response.context_menu(|ui| menu(ui, grid.view, out));
    }
}

fn is_selected(grid: &Grid, state: &State, row: usize, column: usize) -> bool {
    let blocks = state.blocks(grid);
    blocks.iter().any(|block| block.has(row, column))
}

/// The selection reaches to what is under the pointer.
fn reach(grid: &Grid, state: &mut State, place: &Place, at: Pos2) {
    let row = grid.typed_near(place.row_at(grid, at));
    let column = grid.columns.get(place.column_at(grid, at));
    if let Some(column) = column {
        let column = column.column.clone();
        state.range.to = Cell { row, column };
    }
}

/// A click: with Shift the selection reaches there, with Ctrl another one begins.
pub(super) fn point(
    grid: &Grid,
    state: &mut State,
    here: Cell,
    extent: Extent,
    modifiers: egui::Modifiers,
    out: &mut Out,
) {
    if modifiers.shift {
        state.range.to = here;
        state.range.extent = extent;
        return;
    }
    let before = modifiers.command.then(|| state.range.clone());
    let session = here.row.session();
    let more = std::mem::take(&mut state.more);
    state.go(here.clone());
    state.tab_from = None;
    state.range = Range {
        from: here.clone(),
        to: here,
        extent,
    };
    if let Some(before) = before {
        state.more = more;
        state.more.push(before);
    }
    grid.show_form(state, session, out);
}

/// The lines between columns.
fn lines(ui: &Ui, grid: &Grid, place: &Place) {
    let c = colours(ui);
    let bottom = place
        .row(grid.rows.list.len())
        .top()
        .min(place.clip.bottom());
    for left in &grid.lefts {
        let x = place.origin.x + GUTTER + left;
        if place.clip.x_range().contains(x) {
            let stroke = Stroke::new(1.0, c.line.gamma_multiply(0.6));
            ui.painter().vline(x, place.clip.top()..=bottom, stroke);
        }
    }
}

/// Under the last row that begins before the closing hour of its day, where the day goes on beyond it.
fn closing_lines(ui: &Ui, grid: &Grid, place: &Place, visible: std::ops::RangeInclusive<usize>) {
    let details = &grid.view.event.details;
    if details.closing.is_empty() {
        return;
    }
    let begins = |index: usize| {
        let id = grid.rows.list.get(index)?.session()?;
        let day = grid.view.event.sessions.get(id)?.day;
        Some((day, grid.view.plan.timed(id)?.start))
    };
    for index in visible {
        let Some((day, start)) = begins(index) else {
            continue;
        };
        let Some(closes) = details.closing.of(day) else {
            continue;
        };
        let other = |index: Option<usize>| index.and_then(begins).filter(|(of, _)| *of == day);
        let goes_on = if let Some((_, next)) = other(Some(index + 1)) {
            next >= closes
        } else {
            let days = &grid.view.plan.days;
            let place = days.binary_search_by_key(&day, |one| one.date);
            let ends = place.ok().and_then(|place| days[place].ends);
            ends.is_some_and(|ends| ends > closes)
        };
        let is_first = other(index.checked_sub(1)).is_none();
        let y = if start < closes && goes_on {
            place.row(index).bottom()
        } else if start >= closes && is_first {
            place.row(index).top()
        } else {
            continue;
        };
        let said = closing::sentence(grid.view.words, day, closes);
        closing::line(ui, place.clip, y - 0.5, &said);
    }
}

/// What is selected, and the cell of the cursor.
fn selection(ui: &Ui, grid: &Grid, state: &State, place: &Place) {
    let c = colours(ui);
    if state.has_several() {
        for block in state.blocks(grid) {
            let from = place.cell(grid, block.rows.0, block.columns.0);
            let to = place.cell(grid, block.rows.1, block.columns.1);
            let rect = from.union(to).shrink(0.5);
            let ground = c.accent.gamma_multiply(0.09);
            ui.painter().rect_filled(rect, CornerRadius::ZERO, ground);
            let stroke = Stroke::new(1.0, c.accent);
            ui.painter()
                .rect_stroke(rect, CornerRadius::ZERO, stroke, egui::StrokeKind::Inside);
        }
    }
    // While something is typed, the field stands over the cell, and may be wider.
    if let Some(rect) = cursor_rect(grid, state, place).filter(|_| state.editing.is_none()) {
        let has_keyboard = ui.memory(|memory| memory.has_focus(super::field_id()));
        let ink = if has_keyboard { c.accent } else { c.dim };
        ui.painter().rect_stroke(
            rect,
            CornerRadius::same(2),
            Stroke::new(2.0, ink),
            egui::StrokeKind::Inside,
        );
    }
}

/// Where the cell of the cursor is.
pub(super) fn cursor_rect(grid: &Grid, state: &State, place: &Place) -> Option<Rect> {
    let row = grid.rows.place(state.cursor().row)?;
    let column = grid.place_of(&state.cursor().column)?;
    Some(place.cell(grid, row, column))
}

fn reveal(ui: &Ui, grid: &Grid, state: &State, place: &Place) {
    let reached = grid.rows.place(state.range.to.row);
    let column = grid.place_of(&state.range.to.column);
    let (Some(row), Some(column)) = (reached, column) else {
        return;
    };
    let mut rect = place.cell(grid, row, column);
    if state.range.extent == Extent::Rows {
        rect = rect
            .with_min_x(place.clip.left() + GUTTER)
            .with_max_x(place.clip.left() + GUTTER + 1.0);
    }
    // What stands still at the top and at the left would hide it.
    rect.min -= vec2(GUTTER, HEAD);
    // A column wider than the window is shown from its beginning.
    rect.max.x = rect.max.x.min(rect.min.x + place.clip.width());
    ui.scroll_to_rect_animation(rect, None, egui::style::ScrollAnimation::none());
}

/// Files that are dropped on a row belong to its session.
pub(super) fn takes_files(ui: &Ui, rect: Rect, session: crate::model::SessionId) {
    drop_target::register(ui, rect, Some(session));
    let at = ui.ctx().pointer_latest_pos();
    let is_over = at.is_some_and(|at| rect.contains(at));
    if is_over && ui.ctx().input(|input| !input.raw.hovered_files.is_empty()) {
        ui.painter().rect_stroke(
            rect.shrink(1.0),
            CornerRadius::same(3),
            Stroke::new(1.5, colours(ui).accent),
            egui::StrokeKind::Inside,
        );
    }
}

/// No ground at all, for what only listens.
pub(super) const CLEAR: Color32 = Color32::TRANSPARENT;
