//! The last saves, in the list below the versions.

use egui::{Id, Rect, Ui, vec2};

use super::{
    Command, Kept, Out, SaveTold, ToldSave, VersionCommand, View,
    tokens::{self, colours, size, space},
    widgets,
};
use crate::words::Words;

/// How high a save is, in points.
pub(super) const HEIGHT: f32 = 48.0;

/// The heading above the saves.
pub(super) fn heading(ui: &Ui, view: &View, rect: Rect) {
    let at = rect.min + vec2(space::L, 14.0);
    let name = view.words.t("saves-heading");
    let width = rect.width() - 2.0 * space::L;
    let font = tokens::font(size::SMALL);
    widgets::line(ui, at, &name, font, colours(ui).dim, width);
}

/// One save: when it was, and what it changed.
pub(super) fn row(ui: &Ui, view: &View, told: &ToldSave, rect: Rect, out: &mut Out) {
    let words = view.words;
    let c = colours(ui);
    let at = words.saved_at(told.save.at());
    let name = words.tf("saves-line", [("at", at.clone().into())]);
    let (what, ink) = match &told.told {
        None => (String::new(), c.dim),
        Some(SaveTold::Earliest) => (words.t("saves-earliest"), c.dim),
        Some(SaveTold::Changes(count, first)) => (changed(words, *count, first), c.dim),
        Some(SaveTold::Unreadable(sentence)) => (sentence.clone(), c.alarm),
    };
    let kept = Kept::Save(told.save);
    let row = widgets::row(
        ui,
        Id::unique(("save", told.save)),
        rect,
        view.versions.selected == Some(kept),
        &name,
        &what,
    );
    if row.clicked() {
        out.send(Command::Version(VersionCommand::Select(kept)));
    }
    let corner = rect.min + vec2(space::L, 5.0);
    let width = rect.width() - 2.0 * space::L;
    widgets::line(ui, corner, &at, tokens::font(size::TEXT), c.ink, width);
    let small = tokens::font(size::SMALL);
    widgets::line(ui, corner + vec2(0.0, 20.0), &what, small, ink, width);
    if !what.is_empty() {
        row.on_hover_text(what);
    }
}

/// What a save changed: the first of its changes, and how many more.
fn changed(words: Words, count: usize, first: &str) -> String {
    match count {
        0 => words.t("saves-only-form"),
        1 => first.to_owned(),
        more => words.tf(
            "saves-first-and-more",
            [
                ("first", first.to_owned().into()),
                ("more", (more - 1).into()),
            ],
        ),
    }
}
