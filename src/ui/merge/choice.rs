//! A value that two people have changed, each in another way: two cards side by side, of which one is chosen, by the
//! pointer or by the keyboard.

use egui::{
    EventFilter, Id, Key, Modifiers, Rect, Sense, Stroke, StrokeKind, Ui,
    accesskit::{Role, Toggled},
    pos2, vec2,
};

use crate::{
    plan::merge::Side,
    ui::{
        tokens::{self, CORNER, colours, size, space},
        widgets,
    },
};

/// How large the mark of a choice is, in points.
const MARK: f32 = 14.0;

/// The least height of a card, in points.
const LEAST: f32 = 32.0;

/// A card of a value.
pub(super) struct Card<'a> {
    /// The how-manieth value it is, and whose.
    pub at: usize,
    pub side: Side,
    /// What that side says.
    pub value: &'a str,
    /// Whether it is chosen.
    pub is_chosen: bool,
    /// Whether Tab stops here: at one card of each value.
    pub is_stop: bool,
    /// What it is called.
    pub name: &'a str,
}

/// What a person does with a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Deed {
    /// This side of it is right.
    Choose(Side),
    /// On to the value so many further.
    Go(isize),
    /// That was it: on to what is not decided, or done.
    Enter,
}

/// Where the card of a value is in the window.
pub(super) fn id(at: usize, side: Side) -> Id {
    Id::unique("disputed").with((at, side))
}

/// Shows a card, so wide and high.
pub(super) fn show(ui: &mut Ui, card: &Card, rect: Rect) -> Option<Deed> {
    let c = colours(ui);
    let id = id(card.at, card.side);
    let mut sense = Sense::CLICK;
    if card.is_stop {
        sense |= Sense::FOCUSABLE;
    }
    let response = ui.interact(rect, id, sense);
    response.widget_info(|| {
        egui::WidgetInfo::selected(egui::Role::RadioButton, true, card.is_chosen, card.name)
    });
    ui.ctx().accesskit_node_builder(id, |node| {
        node.set_role(Role::RadioButton);
        node.set_label(card.name);
        node.set_toggled(Toggled::from(card.is_chosen));
    });
    let has_focus = response.has_focus();
    let fill = match (card.is_chosen, response.hovered()) {
        (true, _) => c.selection,
        (false, true) => c.hover,
        (false, false) => c.sheet,
    };
    let painter = ui.painter();
    painter.rect(
        rect,
        CORNER,
        fill,
        Stroke::new(1.0, c.line),
        StrokeKind::Inside,
    );
    if has_focus {
        // Outside, so that it is not taken for the frame of what is chosen.
        let ring = Stroke::new(2.0, c.accent);
        painter.rect_stroke(rect.expand(2.0), CORNER + 2, ring, StrokeKind::Outside);
    }
    let mark = pos2(
        rect.left() + space::M + MARK / 2.0,
        rect.top() + LEAST / 2.0,
    );
    let ring = if card.is_chosen { c.accent } else { c.dim };
    painter.circle_stroke(mark, MARK / 2.0, Stroke::new(1.5, ring));
    if card.is_chosen {
        painter.circle_filled(mark, MARK / 2.0 - 3.5, c.accent);
    }
    let galley = galley(ui, card.value, card.is_chosen, rect.width());
    let left = rect.left() + beside();
    ui.painter()
        .galley(pos2(left, rect.top() + above(&galley)), galley, c.ink);
    let is_pointed = ui.input(|input| input.pointer.any_down() || input.pointer.any_released());
    if response.gained_focus() && !is_pointed {
        response.scroll_to_me(None);
    }
    let keys = if has_focus { keys(ui, id) } else { None };
    keys.or_else(|| response.clicked().then_some(Deed::Choose(card.side)))
}

/// Shows what a value was before both.
pub(super) fn before(ui: &mut Ui, value: &str, rect: Rect) {
    let galley = galley(ui, value, false, rect.width());
    let place = pos2(rect.left() + space::S, rect.top() + above(&galley));
    let ink = colours(ui).dim;
    let said = value.to_owned();
    ui.painter()
        .galley_with_override_text_color(place, galley, ink);
    let id = ui.auto_id_with(("before", place.y.to_bits()));
    ui.interact(rect, id, Sense::hover())
        .widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &said));
}

/// How high the card of a value must be, so wide.
pub(super) fn height(ui: &Ui, value: &str, width: f32) -> f32 {
    // As high as the bolder one: a choice moves nothing.
    let galley = galley(ui, value, true, width);
    (galley.size().y + 2.0 * above(&galley)).max(LEAST)
}

/// How much of a card lies left of its text: the mark, with room about it.
fn beside() -> f32 {
    space::M + MARK + space::S
}

/// How far below the top of a card its text begins: the first line stands beside the mark.
fn above(galley: &egui::Galley) -> f32 {
    let line = galley.rows.first().map_or(0.0, |row| row.size.y);
    ((LEAST - line) / 2.0).max(0.0)
}

fn galley(ui: &Ui, value: &str, is_chosen: bool, width: f32) -> std::sync::Arc<egui::Galley> {
    let font = if is_chosen {
        tokens::bold_font(size::TEXT)
    } else {
        tokens::font(size::TEXT)
    };
    let text = widgets::said(value, font).color(colours(ui).ink);
    let room = (width - beside() - space::M).max(1.0);
    egui::WidgetText::from(text).into_galley(
        ui,
        Some(egui::TextWrapMode::Wrap),
        room,
        egui::FontSelection::Default,
    )
}

/// What the keyboard does on the card that has it.
fn keys(ui: &Ui, id: Id) -> Option<Deed> {
    let filter = EventFilter {
        horizontal_arrows: true,
        vertical_arrows: true,
        tab: false,
        escape: false,
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    if pressed(Key::ArrowLeft) {
        Some(Deed::Choose(Side::Ours))
    } else if pressed(Key::ArrowRight) {
        Some(Deed::Choose(Side::Theirs))
    } else if pressed(Key::ArrowUp) {
        Some(Deed::Go(-1))
    } else if pressed(Key::ArrowDown) {
        Some(Deed::Go(1))
    } else if pressed(Key::Enter) {
        Some(Deed::Enter)
    } else {
        None
    }
}

/// Room for two cards and what it was before, side by side.
pub(super) fn columns(ui: &mut Ui, count: usize, height: f32) -> Vec<Rect> {
    let gap = space::S;
    let width = width(ui, count);
    let (all, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    (0..count)
        .map(|at| {
            // Within the ring that a card may have.
            let left = all.left() + space::XS + at as f32 * (width + gap);
            Rect::from_min_size(pos2(left, all.top()), vec2(width, height))
        })
        .collect()
}

/// How wide each of so many columns is.
pub(super) fn width(ui: &Ui, count: usize) -> f32 {
    let gaps = (count.max(1) - 1) as f32 * space::S;
    let room = ui.available_width() - gaps - 2.0 * space::XS - space::M;
    (room / count.max(1) as f32).floor().max(40.0)
}
