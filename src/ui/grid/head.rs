//! The names of the columns: a click selects a column, a drag moves it, its edge makes it wider.

use egui::{CornerRadius, CursorIcon, Id, Rect, Sense, Stroke, Ui, pos2, vec2};

use super::{
    GUTTER, Grid, HEAD,
    body::Place,
    state::{Cell, Drag, Extent, Range, State},
};
use crate::{
    sheet::{Column, Shown},
    ui::{
        Command, Out, View,
        tokens::{self, colours, size, space},
        widgets,
    },
};

/// How near the pointer must be to an edge, in points.
const EDGE: f32 = 4.0;

/// How wide the list of the columns is, in points.
const MENU: f32 = 270.0;

/// Shows the names above the rows, which are scrolled under them.
pub(super) fn show(ui: &mut Ui, grid: &Grid, state: &mut State, place: &Place, out: &mut Out) {
    let c = colours(ui);
    let top = place.clip.top();
    let strip = Rect::from_min_size(pos2(place.clip.left(), top), vec2(place.clip.width(), HEAD));
    ui.painter()
        .rect_filled(strip, CornerRadius::ZERO, c.ground);
    let blocks = state.blocks(grid);
    for (index, shown) in grid.columns.iter().enumerate() {
        let rect = place.cell(grid, 0, index);
        let rect = Rect::from_x_y_ranges(rect.x_range(), strip.y_range());
        let seen = rect.with_min_x(rect.left().max(place.clip.left() + GUTTER));
        if !seen.is_positive() || !seen.intersects(place.clip) {
            continue;
        }
        let is_chosen = blocks
            .iter()
            .any(|block| (block.columns.0..=block.columns.1).contains(&index));
        name(ui, grid, &shown.column, rect, seen, is_chosen);
        let id = Id::unique(("sheet head", index));
        let response = ui.interact(seen, id, Sense::CLICK | Sense::DRAG);
        let label = shown.column.name(grid.view.event, grid.view.words);
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &label));
        ui.ctx().accesskit_node_builder(id, |node| {
            node.set_role(egui::accesskit::Role::ColumnHeader);
        });
        if response.clicked() && grid.leave(state, out) {
            choose(state, &shown.column, ui.input(|input| input.modifiers));
            ui.memory_mut(|memory| memory.request_focus(super::field_id()));
        }
        if response.drag_started() {
            state.drag = Some(Drag::Column(shown.column.clone()));
        }
        response.context_menu(|ui| {
            if ui.button(grid.view.words.t("columns-hide")).clicked() {
                let mut all = grid.all.to_vec();
                for one in all.iter_mut().filter(|one| one.column == shown.column) {
                    one.is_shown = false;
                }
                like(grid.view, &all, out);
                ui.close();
            }
            ui.separator();
            ui.set_max_width(MENU);
            choices(ui, grid.view, out);
        });
        edge(ui, grid, index, rect, out);
    }
    ui.painter()
        .hline(strip.x_range(), strip.bottom(), Stroke::new(1.0, c.line));
    moved(ui, grid, state, place, strip, out);
}

fn name(ui: &mut Ui, grid: &Grid, column: &Column, rect: Rect, seen: Rect, is_chosen: bool) {
    let c = colours(ui);
    if is_chosen {
        ui.painter()
            .rect_filled(seen, CornerRadius::ZERO, c.selection);
    }
    let text = column.name(grid.view.event, grid.view.words);
    let font = if is_chosen {
        tokens::bold_font(size::SMALL)
    } else {
        tokens::font(size::SMALL)
    };
    let at = pos2(rect.left() + 7.0, rect.top() + 5.0);
    let ink = if is_chosen { c.ink } else { c.dim };
    let mut painted = ui.new_child(egui::UiBuilder::new().max_rect(seen));
    painted.set_clip_rect(seen.intersect(ui.clip_rect()));
    widgets::line(&painted, at, &text, font, ink, rect.width() - 10.0);
    let line = Stroke::new(1.0, c.line);
    ui.painter()
        .vline(rect.right(), rect.top() + 6.0..=rect.bottom() - 6.0, line);
}

/// Selects a column; with Shift up to it.
fn choose(state: &mut State, column: &Column, modifiers: egui::Modifiers) {
    let cell = Cell {
        row: state.cursor().row,
        column: column.clone(),
    };
    if modifiers.shift {
        state.range.to = cell;
        state.range.extent = Extent::Columns;
        return;
    }
    let before = modifiers.command.then(|| state.range.clone());
    state.more.extend(before);
    if !modifiers.command {
        state.more.clear();
    }
    state.range = Range {
        from: cell.clone(),
        to: cell,
        extent: Extent::Columns,
    };
}

/// The right edge of a column.
fn edge(ui: &Ui, grid: &Grid, index: usize, rect: Rect, out: &mut Out) {
    let near = Rect::from_x_y_ranges(rect.right() - EDGE..=rect.right() + EDGE, rect.y_range());
    let id = Id::unique(("sheet edge", index));
    let response = ui.interact(near, id, Sense::DRAG);
    if response.hovered() || response.dragged() {
        ui.ctx().set_cursor_icon(CursorIcon::ResizeHorizontal);
    }
    let by = response.drag_delta().x;
    if response.dragged() && by != 0.0 || response.drag_stopped() {
        let column = &grid.columns[index].column;
        let mut all = grid.all.to_vec();
        for one in all.iter_mut().filter(|one| one.column == *column) {
            one.width = (one.width + by).clamp(36.0, 900.0);
        }
        like(grid.view, &all, out);
    }
}

/// Shows where a dragged column would stand, and puts it there.
fn moved(ui: &Ui, grid: &Grid, state: &mut State, place: &Place, strip: Rect, out: &mut Out) {
    let Some(Drag::Column(column)) = &state.drag else {
        return;
    };
    let (at, is_down) = ui.input(|input| (input.pointer.latest_pos(), input.pointer.any_down()));
    let target = at.map(|at| {
        let index = place.column_at(grid, at);
        let rect = place.cell(grid, 0, index);
        (index + usize::from(at.x > rect.center().x), rect, at)
    });
    if let Some((to, rect, at)) = target {
        let x = if at.x > rect.center().x {
            rect.right()
        } else {
            rect.left()
        };
        if is_down {
            let stroke = Stroke::new(2.5, colours(ui).accent);
            ui.painter().vline(x, strip.y_range(), stroke);
            ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
        } else {
            let before = grid.columns.get(to).map(|one| one.column.clone());
            put_before(grid.view, grid.all, column, before.as_ref(), out);
        }
    }
    if !is_down {
        state.drag = None;
    }
}

/// Puts a column before another, or at the end.
fn put_before(view: &View, all: &[Shown], column: &Column, before: Option<&Column>, out: &mut Out) {
    if before == Some(column) {
        return;
    }
    let mut all = all.to_vec();
    let Some(from) = all.iter().position(|one| one.column == *column) else {
        return;
    };
    let moved = all.remove(from);
    let to = all.iter().position(|one| Some(&one.column) == before);
    all.insert(to.unwrap_or(all.len()), moved);
    like(view, &all, out);
}

/// From now on the view is liked so.
fn like(view: &View, all: &[Shown], out: &mut Out) {
    let habits = view.perspective.liked(view.habits, all);
    out.send(Command::Habits(Box::new(habits)));
}

/// Which columns are shown, and in which order, without a mouse.
pub(in crate::ui) fn columns_menu(ui: &mut Ui, view: &View, out: &mut Out) {
    ui.set_min_width(MENU);
    ui.set_max_width(MENU);
    egui::ScrollArea::vertical()
        .max_height(420.0)
        .show(ui, |ui| choices(ui, view, out));
    ui.separator();
    if ui.button(view.words.t("columns-usual")).clicked() {
        let usual =
            view.perspective
                .columns(view.event, &crate::sheet::Habits::default(), &view.lang());
        like(view, &usual, out);
        ui.close();
    }
}

fn choices(ui: &mut Ui, view: &View, out: &mut Out) {
    let words = view.words;
    let all = view
        .perspective
        .columns(view.event, view.habits, &view.lang());
    for (index, one) in all.iter().enumerate() {
        let name = one.column.name(view.event, words);
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::XS;
            let mut is_shown = one.is_shown;
            if ui.checkbox(&mut is_shown, &name).changed() {
                let mut all = all.clone();
                all[index].is_shown = is_shown;
                like(view, &all, out);
            }
            widgets::at_right(ui, |ui| {
                let said = |key: &str| words.tf(key, [("column", name.clone().into())]);
                let after = all.get(index + 2).map(|one| &one.column);
                let later = egui::Button::new("↓").small();
                let later = ui.add_enabled(index + 1 < all.len(), later);
                if later.accessible_name(said("columns-later")).clicked() {
                    put_before(view, &all, &one.column, after, out);
                }
                let sooner = ui.add_enabled(index > 0, egui::Button::new("↑").small());
                if sooner.accessible_name(said("columns-sooner")).clicked() {
                    let before = all.get(index.wrapping_sub(1)).map(|one| &one.column);
                    put_before(view, &all, &one.column, before, out);
                }
            });
        });
    }
}
