//! By when the venue must be left: its fields among the event's details, and its line where a day is shown.

use egui::{Align2, CornerRadius, Id, Pos2, Rect, Sense, Stroke, Ui, accesskit::Role, pos2, vec2};
use jiff::civil::{Date, DateTime, Time};

use super::{
    form::Form,
    row::Row,
    tokens::{self, colours, size},
    widgets,
};
use crate::{
    model::{Clock, Details, FieldId, parse_clock},
    words::Words,
};

/// The field of the event's closing hour, and those of its days where there are several.
pub(super) fn fields(ui: &mut Ui, form: Form, details: &mut Details) {
    let words = form.words;
    let closing = &mut details.closing;
    closing.by = field(
        ui,
        form,
        FieldId::ClosingBy.into(),
        closing.by,
        &words.t("closing-hint"),
    );
    let mut days = details.days.clone();
    days.extend(closing.on.keys());
    if days.len() < 2 && closing.on.is_empty() {
        return;
    }
    let usual = closing.by.map(|time| words.time(time, Clock::Hours24));
    let usual = usual.unwrap_or_else(|| words.t("closing-hint"));
    for day in days {
        let now = closing.on.get(&day).copied();
        match field(ui, form, Row::Day(FieldId::ClosingOn, day), now, &usual) {
            Some(time) => closing.on.insert(day, time),
            None => closing.on.remove(&day),
        };
    }
}

fn field(ui: &mut Ui, form: Form, row: Row, now: Option<Time>, hint: &str) -> Option<Time> {
    let words = form.words;
    let shown = now.map(|time| words.time(time, Clock::Hours24));
    let shown = shown.unwrap_or_default();
    let read = form.parsed(ui, row, (&now, &shown), hint, |typed| {
        if matches!(typed.trim(), "" | "-" | "–") {
            return Ok(None);
        }
        parse_clock(typed)
            .map(Some)
            .map_err(|error| words.tf("not-a-time", [("typed", error.0.into())]))
    });
    read.unwrap_or(now)
}

/// What stands at the line: "Venue must be left by 18:00". The day is named where the hour is of the night after it.
pub(super) fn sentence(words: Words, day: Date, closes: DateTime) -> String {
    let time = words.moment(closes, closes.date() != day);
    words.tf("closing-line", [("time", time.into())])
}

/// The line beyond which nobody may be there any more. What it means is said where the pointer rests on it.
pub(super) fn line(ui: &Ui, clip: Rect, y: f32, said: &str) {
    let stroke = Stroke::new(1.5, colours(ui).amber);
    ui.painter().hline(clip.x_range(), y, stroke);
    let rect = Rect::from_x_y_ranges(clip.x_range(), y - 2.0..=y + 2.0);
    let response = ui.interact(rect, Id::unique(("closing line", said)), Sense::hover());
    widgets::named(&response, Role::Label, said);
    response.on_hover_text(said);
}

/// The same, with what it means at its right end.
pub(super) fn told_line(ui: &Ui, clip: Rect, y: f32, said: &str) {
    line(ui, clip, y, said);
    let c = colours(ui);
    let painter = ui.painter();
    let font = tokens::font_for(said, tokens::font(size::SMALL));
    let galley = painter.layout_no_wrap(said.to_owned(), font, c.amber);
    let at: Pos2 = pos2(clip.right() - 10.0, y - 2.0);
    let rect = Align2::RIGHT_BOTTOM.anchor_size(at, galley.size());
    let ground = rect.expand2(vec2(5.0, 1.0));
    painter.rect_filled(ground, CornerRadius::same(4), c.amber_ground);
    painter.galley(rect.min, galley, c.amber);
}
