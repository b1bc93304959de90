//! The last saves, in the list below the versions.

use egui::{Id, Rect, Ui, pos2, vec2};

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
    const SIZE_WIDTH: f32 = 60.0;
    widgets::line(
        ui,
        corner,
        &at,
        tokens::font(size::TEXT),
        c.ink,
        width - SIZE_WIDTH,
    );
    let small = tokens::font(size::SMALL);
    let bytes = size_of(words, told.bytes);
    let galley = ui
        .ctx()
        .fonts_mut(|fonts| fonts.layout_no_wrap(bytes, small.clone(), c.dim));
    let place = pos2(rect.right() - space::L - galley.size().x, corner.y + 2.0);
    ui.painter().galley(place, galley, c.dim);
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

/// How large a file is: "48 kB", "20.1 MB".
fn size_of(words: Words, bytes: u64) -> String {
    let (key, size) = if bytes < 1_000_000 {
        ("size-kb", bytes.div_ceil(1000).to_string())
    } else {
        let tenths = bytes.div_ceil(100_000);
        ("size-mb", format!("{}.{}", tenths / 10, tenths % 10))
    };
    words.tf(key, [("size", size.into())])
}
