//! What a few letters found: rows to choose from with the arrows, Enter or the mouse.

use egui::{Id, Key, Modifiers, Ui, vec2};

use super::{
    tokens::{self, colours, size},
    widgets,
};
use crate::words::Words;

/// How high a row is, in points.
const HEIGHT: f32 = 40.0;

/// How much of a row its keys take, in points.
const KEYS_WIDTH: f32 = 110.0;

/// The keys that choose, pressed in this frame.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Keys {
    down: bool,
    up: bool,
    enter: bool,
}

impl Keys {
    /// Takes the keys, so that the field in which people type does not see them.
    pub(super) fn take(ui: &Ui) -> Self {
        let taken = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        Self {
            down: taken(Key::ArrowDown),
            up: taken(Key::ArrowUp),
            enter: taken(Key::Enter),
        }
    }
}

/// One row.
pub(super) struct Hit<'a> {
    /// What it is called.
    pub name: &'a str,
    /// What it is, under its name; empty where that goes without saying.
    pub what: &'a str,
    /// The keys that do it, if any.
    pub keys: String,
}

/// Shows the rows; gives the place of the one that was taken.
pub(super) fn show(
    ui: &mut Ui,
    words: Words,
    id: Id,
    hits: &[Hit],
    chosen: &mut usize,
    keys: Keys,
) -> Option<usize> {
    if keys.down {
        *chosen += 1;
    }
    if keys.up {
        *chosen = chosen.saturating_sub(1);
    }
    *chosen = (*chosen).min(hits.len().saturating_sub(1));
    if hits.is_empty() {
        widgets::dim(ui, words.t("find-nothing"));
    }
    let mut taken = (keys.enter && !hits.is_empty()).then_some(*chosen);
    for (place, hit) in hits.iter().enumerate() {
        let (_, rect) = ui.allocate_space(vec2(ui.available_width(), HEIGHT));
        let is_chosen = place == *chosen;
        let row_id = id.with(("hit", place));
        let row = widgets::row(ui, row_id, rect, is_chosen, hit.name, hit.what);
        if is_chosen && (keys.down || keys.up) {
            row.scroll_to_me(None);
        }
        let c = colours(ui);
        let room = if hit.keys.is_empty() {
            10.0
        } else {
            KEYS_WIDTH + 20.0
        };
        let width = rect.width() - room;
        let at = rect.min + vec2(10.0, if hit.what.is_empty() { 10.0 } else { 2.0 });
        widgets::line(ui, at, hit.name, tokens::font(size::TEXT), c.ink, width);
        let small = tokens::font(size::SMALL);
        widgets::line(
            ui,
            at + vec2(0.0, 18.0),
            hit.what,
            small.clone(),
            c.dim,
            width,
        );
        let right = egui::pos2(rect.right() - KEYS_WIDTH, rect.top() + 10.0);
        widgets::line(ui, right, &hit.keys, small, c.dim, KEYS_WIDTH - 10.0);
        if row.clicked() {
            taken = Some(place);
        }
    }
    taken
}
