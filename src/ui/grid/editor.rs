//! The field of the cursor: it holds the keyboard while the table has it, and is seen while something is typed.

use egui::{
    Align2, Area, CornerRadius, EventFilter, Frame, Margin, Order, Rect, Stroke, TextEdit, Ui,
    accesskit::Role, pos2, text::CCursor, text_selection::CCursorRange, vec2,
};

use super::{
    Grid,
    body::{self, Place},
    keys::{self, Closing},
    state::State,
};
use crate::{
    sheet::Column,
    ui::{
        Command, Out,
        tokens::{self, colours, size, space},
        widgets,
    },
};

/// How wide what is offered is, in points.
const OFFERS: f32 = 260.0;
/// How high one of what is offered is, in points.
const OFFER: f32 = 26.0;

impl Grid<'_> {
    /// Begins to type in the cell of the cursor, unless what is shown can only be read: nothing is begun that would be
    /// refused at its end.
    pub(super) fn begin(
        &self,
        state: &mut State,
        text: String,
        before: String,
        over: bool,
        out: &mut Out,
    ) {
        if self.view.can_change() {
            state.edit(text, before, over);
        } else {
            out.send(Command::SayReadOnly);
        }
    }

    /// Whether a cell of this column has several lines.
    #[allow(clippy::unused_self, reason = "it reads as what the table knows")]
    pub(super) fn is_long(&self, column: &Column) -> bool {
        column.has_lines()
    }
}

/// Shows the field, and does the key with which typing ended.
pub(super) fn show(
    ui: &mut Ui,
    grid: &Grid,
    state: &mut State,
    place: &Place,
    closing: Option<Closing>,
    out: &mut Out,
) {
    let Some(rect) = body::cursor_rect(grid, state, place) else {
        return;
    };
    let begins = state.editing.as_ref().is_some_and(|one| one.is_new);
    field(ui, grid, state, rect, out);
    if begins {
        // The click that began it was not on the field, which so gave the keyboard away.
        ui.memory_mut(|memory| memory.request_focus(super::field_id()));
    }
    offers(ui, grid, state, rect, out);
    if let Some(closing) = closing {
        keys::close(grid, state, closing, out);
    } else {
        leave(ui, grid, state, out);
    }
    fault(ui, grid, state, place);
}

/// The field itself. What is typed while nothing was edited takes the place of what stood there.
fn field(ui: &mut Ui, grid: &Grid, state: &mut State, cell: Rect, out: &mut Out) {
    let id = super::field_id();
    let cursor = state.cursor().clone();
    let c = colours(ui);
    let is_editing = state.editing.is_some();
    let mut text = state
        .editing
        .as_ref()
        .map(|editing| editing.text.clone())
        .unwrap_or_default();
    if let Some(editing) = &mut state.editing
        && std::mem::take(&mut editing.is_new)
    {
        let mut caret = egui::text_edit::TextEditState::default();
        let end = CCursor::new(text.chars().count());
        caret.cursor.set_char_range(Some(CCursorRange::one(end)));
        caret.store(ui.ctx(), id);
    } else if !is_editing {
        egui::text_edit::TextEditState::default().store(ui.ctx(), id);
    }
    let font = tokens::font_for(&text, tokens::font(size::TEXT));
    let is_long = grid.is_long(&cursor.column);
    let rect = if is_editing {
        let wide = width_of(ui, &text, &font) + 24.0;
        let lines = text.lines().count().clamp(1, 8) + usize::from(text.ends_with('\n'));
        let height = if is_long {
            lines as f32 * 19.0 + 13.0
        } else {
            cell.height()
        };
        let room = ui.clip_rect().right() - cell.left() - 2.0;
        let width = wide.max(cell.width()).min(room.max(cell.width()));
        Rect::from_min_size(cell.min, vec2(width, height.max(cell.height())))
    } else {
        // It only listens: what is seen, and what the pointer meets, is the cell.
        Rect::from_min_size(cell.left_center(), vec2(1.0, 1.0))
    };
    if is_editing {
        ui.painter().rect(
            rect,
            CornerRadius::same(2),
            c.sheet,
            Stroke::new(2.0, c.accent),
            egui::StrokeKind::Inside,
        );
    }
    let before = text.clone();
    let response = ui
        .scope(|ui| {
            if !is_editing {
                // A caret that nobody sees must not wake the window twice a second.
                ui.visuals_mut().text_cursor.stroke = Stroke::NONE;
                ui.visuals_mut().text_cursor.blink = false;
            }
            let edit = if is_long {
                TextEdit::multiline(&mut text).desired_rows(1)
            } else {
                TextEdit::singleline(&mut text)
            };
            let edit = edit
                .id(id)
                .font(font)
                .frame(Frame::NONE.inner_margin(Margin::symmetric(7, 6)))
                .desired_width(rect.width() - 14.0)
                .background_color(body::CLEAR)
                .lock_focus(true)
                .clip_text(true);
            ui.put(rect, edit)
        })
        .inner;
    // Every key is the table's or the field's: none leads out of it but F6 and the pointer.
    ui.memory_mut(|memory| {
        let all = EventFilter {
            tab: true,
            horizontal_arrows: true,
            vertical_arrows: true,
            escape: true,
        };
        memory.set_focus_lock_filter(id, all);
    });
    let name = grid.name(cursor.row, &cursor.column);
    let value = if is_editing {
        text.clone()
    } else {
        grid.text(&cursor)
    };
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::TextInput);
        node.set_label(name);
        node.set_value(value);
        node.set_bounds(egui::accesskit::Rect {
            x0: cell.min.x.into(),
            y0: cell.min.y.into(),
            x1: cell.max.x.into(),
            y1: cell.max.y.into(),
        });
    });
    if text == before {
        return;
    }
    if let Some(editing) = &mut state.editing {
        editing.text = text;
        editing.chosen = 0;
        state.fault = None;
    } else {
        let before = grid.text(&cursor);
        grid.begin(state, text, before, true, out);
        // The field has it already, with its caret.
        if let Some(editing) = &mut state.editing {
            editing.is_new = false;
        }
        state.reveal = true;
    }
    // What an input method composed and took back was never typed.
    let is_nothing = |editing: &super::state::Editing| editing.text.is_empty() && editing.over;
    if state.editing.as_ref().is_some_and(is_nothing) && is_composed(ui) {
        state.editing = None;
    }
}

/// Whether this frame's change came from an input method.
fn is_composed(ui: &Ui) -> bool {
    ui.input(|input| {
        let mut events = input.events.iter();
        events.any(|event| matches!(event, egui::Event::Ime(_)))
    })
}

fn width_of(ui: &Ui, text: &str, font: &egui::FontId) -> f32 {
    let longest = text
        .lines()
        .max_by_key(|line| line.len())
        .unwrap_or_default();
    let text: String = longest.chars().take(200).collect();
    let ink = colours(ui).ink;
    ui.ctx()
        .fonts_mut(|fonts| fonts.layout_no_wrap(text, font.clone(), ink).size().x)
}

/// A click elsewhere ends typing as Enter does.
fn leave(ui: &Ui, grid: &Grid, state: &mut State, out: &mut Out) {
    let id = super::field_id();
    if ui.memory(|memory| memory.has_focus(id)) {
        return;
    }
    let at = ui.input(|input| input.pointer.interact_pos());
    let is_offered = state
        .offered
        .zip(at)
        .is_some_and(|(rect, at)| rect.contains(at));
    if state.editing.is_some() && is_offered {
        ui.memory_mut(|memory| memory.request_focus(id));
        return;
    }
    if !grid.leave(state, out) {
        ui.memory_mut(|memory| memory.request_focus(id));
    }
}

/// What is offered under the field.
fn offers(ui: &Ui, grid: &Grid, state: &mut State, cell: Rect, out: &mut Out) {
    state.offered = None;
    let Some(editing) = state.editing.clone() else {
        return;
    };
    let column = state.cursor().column.clone();
    let offered = grid.offers(&column, &editing.text);
    if offered.is_empty() || editing.text == editing.before {
        return;
    }
    let id = super::field_id().with("offers");
    let height = OFFER * offered.len() as f32 + 8.0;
    let screen = ui.ctx().content_rect();
    let is_below = cell.bottom() + height < screen.bottom();
    let (pivot, at) = if is_below {
        (Align2::LEFT_TOP, cell.left_bottom() + vec2(0.0, 2.0))
    } else {
        (Align2::LEFT_BOTTOM, cell.left_top() - vec2(0.0, 2.0))
    };
    let mut taken = None;
    let area = Area::new(id)
        .order(Order::Foreground)
        .pivot(pivot)
        .fixed_pos(at)
        .constrain(true)
        .show(ui.ctx(), |ui| {
            Frame::popup(ui.style()).inner_margin(4).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                for (index, one) in offered.iter().enumerate() {
                    let (_, rect) = ui.allocate_space(vec2(OFFERS, OFFER));
                    let is_chosen = index == editing.chosen;
                    let row =
                        widgets::row(ui, id.with(index), rect, is_chosen, &one.text, &one.hint);
                    let c = colours(ui);
                    let at = pos2(rect.left() + space::S, rect.top() + 3.0);
                    let font = tokens::font(size::TEXT);
                    let room = rect.width() - 2.0 * space::S;
                    let end = widgets::line(ui, at, &one.text, font, c.ink, room).right();
                    let at = pos2(end + space::S, rect.top() + 4.0);
                    let font = tokens::font(size::SMALL);
                    widgets::line(ui, at, &one.hint, font, c.dim, rect.right() - end - 16.0);
                    if row.clicked() {
                        taken = Some(index);
                    }
                }
            });
        });
    state.offered = Some(area.response.rect);
    if let Some(chosen) = taken
        && let Some(editing) = &mut state.editing
    {
        editing.chosen = chosen;
        grid.leave(state, out);
    }
}

/// What is wrong with a cell, in a sentence beside it.
fn fault(ui: &Ui, grid: &Grid, state: &State, place: &Place) {
    let Some((cell, sentence)) = &state.fault else {
        return;
    };
    let (Some(row), Some(column)) = (grid.rows.place(cell.row), grid.place_of(&cell.column)) else {
        return;
    };
    let rect = place.cell(grid, row, column);
    let c = colours(ui);
    ui.painter().rect_stroke(
        rect,
        CornerRadius::same(2),
        Stroke::new(2.0, c.alarm),
        egui::StrokeKind::Inside,
    );
    let at = rect.left_bottom() + vec2(0.0, 4.0);
    Area::new(super::field_id().with("fault"))
        .order(Order::Foreground)
        .fixed_pos(at)
        .constrain(true)
        .show(ui.ctx(), |ui| {
            Frame::popup(ui.style())
                .stroke(Stroke::new(1.0, c.alarm))
                .inner_margin(Margin::symmetric(10, 6))
                .show(ui, |ui| {
                    ui.set_max_width(420.0);
                    widgets::alert(ui, sentence, c.alarm);
                });
        });
}
