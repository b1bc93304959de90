//! Versions of one number that two machines have issued: said at the top of the window, listed, and asked about.

use std::path::Path;

use egui::{Align, Id, Layout, Panel, RadioButton, Ui, vec2};

use super::{
    Answer, Command, Kept, Out, Place, ReadOnly, VersionCommand, View, bar_frame,
    tokens::{self, colours, size, space},
    widgets,
};
use crate::{
    store::{Stamp, Twin, Twins},
    words::Words,
};

/// Says at the top of the window which numbers were given twice.
pub(super) fn offers(ui: &mut Ui, view: &View, out: &mut Out) {
    let words = view.words;
    for twins in view.versions.twins {
        let ground = colours(ui).amber_ground;
        Panel::top(Id::unique("twins").with(twins.number))
            .frame(bar_frame(ui, 6).fill(ground))
            .show(ui, |ui| {
                ui.horizontal(|ui| {
                    widgets::at_right(ui, |ui| {
                        decide(ui, view, twins.number, out);
                        if ui.button(words.t("twins-look")).clicked() {
                            out.send(Command::Go(Place::Versions));
                            if let Some(twin) = twins.all.iter().find(|twin| !twin.is_in_place) {
                                let kept = Kept::Twin(twins.number, twin.stamp);
                                out.send(Command::Version(VersionCommand::Select(kept)));
                            }
                        }
                        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                            let text =
                                widgets::said(told(words, twins), tokens::bold_font(size::TEXT));
                            let text = text.color(colours(ui).amber);
                            ui.add(egui::Label::new(text).truncate());
                        });
                    });
                });
            });
    }
}

/// The sentence of them all.
fn told(words: Words, twins: &Twins) -> String {
    let files: Vec<String> = twins.all.iter().map(|twin| name_of(&twin.file)).collect();
    let issues = twins.all.iter().map(|twin| &twin.issue);
    let all: Vec<_> = issues.zip(files.iter().map(String::as_str)).collect();
    words.twins(twins.number, &all)
}

fn name_of(file: &Path) -> String {
    let name = file.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

/// The deed that asks which of them keeps the number, where it may be given.
pub(super) fn decide(ui: &mut Ui, view: &View, number: u32, out: &mut Out) {
    let may = match view.read_only {
        None | Some(ReadOnly::Version(_) | ReadOnly::Save(_)) => true,
        Some(ReadOnly::Event(_) | ReadOnly::Elsewhere | ReadOnly::CannotSave(_)) => false,
    };
    if may && ui.button(view.words.t("twins-decide")).clicked() {
        out.send(Command::Version(VersionCommand::AskNumber(number)));
    }
}

/// The one that is meant, if it is still there.
pub(super) fn find<'a>(view: &View<'a>, number: u32, stamp: Stamp) -> Option<&'a Twin> {
    let twins = view
        .versions
        .twins
        .iter()
        .find(|twins| twins.number == number)?;
    twins.all.iter().find(|twin| twin.stamp == stamp)
}

/// How high a version is in the list, in points.
pub(super) const HEIGHT: f32 = 66.0;

/// One of them in the list of versions.
pub(super) fn row(
    ui: &Ui,
    view: &View,
    (number, twin): (u32, &Twin),
    rect: egui::Rect,
    out: &mut Out,
) {
    let words = view.words;
    let c = colours(ui);
    let name = words.tf("twin-name", [("number", number.into())]);
    let kept = Kept::Twin(number, twin.stamp);
    let told = words.issued_as(&twin.issue);
    let id = Id::unique(("twin", number, twin.stamp));
    let is_selected = view.versions.selected == Some(kept);
    let said = format!("{told} {}", twin.issue.note);
    if widgets::row(ui, id, rect, is_selected, &name, &said).clicked() {
        out.send(Command::Version(VersionCommand::Select(kept)));
    }
    let at = rect.min + vec2(space::L, 8.0);
    let width = rect.width() - 2.0 * space::L;
    widgets::line(
        ui,
        at,
        &name,
        tokens::bold_font(size::TEXT),
        c.amber,
        width - 60.0,
    );
    let small = tokens::font(size::SMALL);
    let right = egui::pos2(rect.right() - 60.0, at.y);
    widgets::line(
        ui,
        right,
        &twin.issue.fingerprint,
        small.clone(),
        c.dim,
        50.0,
    );
    let below = |lines: f32| at + vec2(0.0, 2.0 + 18.0 * lines);
    widgets::line(ui, below(1.0), &told, small.clone(), c.dim, width);
    widgets::line(ui, below(2.0), &twin.issue.note, small, c.ink, width);
}

/// A copy of a version that cannot be read, in the list.
pub(super) fn unreadable(ui: &Ui, view: &View, (file, why): &(String, String), rect: egui::Rect) {
    let c = colours(ui);
    let file = view.words.quoted(file);
    let name = view.words.tf("twin-unreadable", [("file", file.into())]);
    let row = widgets::row(ui, Id::unique(("copy", &name)), rect, false, &name, why);
    let at = rect.min + vec2(space::L, 8.0);
    let width = rect.width() - 2.0 * space::L;
    widgets::line(ui, at, &name, tokens::bold_font(size::TEXT), c.ink, width);
    let small = tokens::font(size::SMALL);
    widgets::line(ui, at + vec2(0.0, 20.0), why, small, c.alarm, width);
    row.on_hover_text(why);
}

fn chosen_id() -> Id {
    Id::unique("which twin")
}

/// Forgets what was chosen: the question is gone.
pub(super) fn forget(ui: &Ui) {
    ui.data_mut(|data| data.remove::<Stamp>(chosen_id()));
}

fn asked<'a>(view: &View<'a>, number: u32) -> Option<&'a Twins> {
    (view.versions.twins.iter()).find(|twins| twins.number == number)
}

/// What the question is called.
pub(super) fn title(view: &View, number: u32) -> String {
    let is_lone = asked(view, number).is_some_and(|twins| twins.all.len() == 1);
    let key = if is_lone {
        "twins-title-lone"
    } else {
        "twins-title"
    };
    view.words.tf(key, [("number", number.into())])
}

/// Asks which version keeps the number.
pub(super) fn ask(ui: &mut Ui, view: &View, number: u32, out: &mut Out) {
    let words = view.words;
    let (Some(twins), true) = (asked(view, number), view.is_open) else {
        // Another machine has decided it meanwhile.
        out.send(Command::Answer(Answer::Cancel));
        return;
    };
    let Some(first) = twins.first() else { return };
    ui.set_width(560.0);
    widgets::heading(ui, title(view, number));
    let is_lone = twins.all.len() == 1;
    let id = chosen_id();
    let chosen = ui.data(|data| data.get_temp::<Stamp>(id));
    let is_there = |stamp: &Stamp| twins.all.iter().any(|twin| twin.stamp == *stamp);
    let mut chosen = chosen.filter(is_there).unwrap_or(first.stamp);
    let values = [
        ("number", number.into()),
        ("file", words.quoted(&name_of(&first.file)).into()),
    ];
    if is_lone {
        widgets::dim(ui, words.tf("twins-what-lone", values));
    } else {
        widgets::dim(ui, words.tf("twins-what", values));
        ui.add_space(space::S);
        for twin in &twins.all {
            let text = widgets::said(words.twin(&twin.issue), tokens::font(size::TEXT));
            let radio = ui.add(RadioButton::new(chosen == twin.stamp, text));
            if radio.clicked() {
                chosen = twin.stamp;
            }
            if chosen == twin.stamp && ui.memory(|memory| memory.focused().is_none()) {
                radio.request_focus();
            }
        }
        ui.add_space(space::S);
        for line in becomes(words, view, twins, chosen) {
            widgets::dim(ui, line);
        }
    }
    ui.data_mut(|data| data.insert_temp(id, chosen));
    ui.add_space(space::M);
    ui.horizontal(|ui| {
        let key = if is_lone { "twins-do-lone" } else { "twins-do" };
        if widgets::primary(ui, &words.t(key)).clicked() {
            out.send(Command::Answer(Answer::Number(number, chosen)));
        }
        if ui.button(words.t("cancel")).clicked() {
            out.send(Command::Answer(Answer::Cancel));
        }
    });
}

/// What becomes of those that do not keep the number.
fn becomes(words: Words, view: &View, twins: &Twins, keeps: Stamp) -> Vec<String> {
    let mut next = view.versions.list.last().map_or(0, |last| last.number);
    let others = twins.all.iter().filter(|twin| twin.stamp != keeps);
    others
        .map(|twin| {
            let told = words.twin(&twin.issue);
            if let Some(also) = twin.also {
                let values = [("told", told.into()), ("number", also.into())];
                return words.tf("twins-is-already", values);
            }
            next = next.saturating_add(1);
            let values = [("told", told.into()), ("number", next.into())];
            words.tf("twins-becomes", values)
        })
        .collect()
}
