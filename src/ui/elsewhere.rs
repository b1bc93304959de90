//! Others who have the event open, and events that can only be read.

use egui::Ui;

use super::{
    Action, Answer, Command, Neighbour, Out, ReadOnly, Slow, VersionCommand, View,
    tokens::{self, colours, size, space},
    widgets,
};
use crate::{model::Clock, store::Reason, words::Words};

/// How many of them are named in a question.
const NAMED: usize = 4;

/// Asks what to do about others who have the event open.
pub(super) fn ask(ui: &mut Ui, view: &View, out: &mut Out) {
    let words = view.words;
    ui.set_width(480.0);
    widgets::heading(ui, words.t("elsewhere-title"));
    for one in view.others.iter().take(NAMED) {
        let since = if one.is_today {
            words.time(one.since.time(), Clock::Hours24)
        } else {
            words.saved_at(one.since)
        };
        let line = words.tf(
            "elsewhere-who-since",
            [("who", who(words, one).into()), ("since", since.into())],
        );
        ui.label(widgets::said(line, tokens::bold_font(size::TEXT)));
    }
    ui.add_space(space::XS);
    ui.label(words.t("elsewhere-what"));
    ui.add_space(space::M);
    ui.horizontal(|ui| {
        let together = widgets::primary(ui, &words.t("elsewhere-together"));
        if together.clicked() {
            out.send(Command::Answer(Answer::Together));
        }
        if ui.button(words.t("elsewhere-read")).clicked() {
            out.send(Command::Answer(Answer::ReadOnly));
        }
        if ui.button(words.t("elsewhere-copy")).clicked() {
            out.send(Command::Answer(Answer::Copy));
        }
        if ui.memory(|memory| memory.focused().is_none()) {
            together.request_focus();
        }
    });
}

/// Who else has the event open, in the line at the bottom.
pub(super) fn told(ui: &mut Ui, view: &View) {
    let words = view.words;
    if view.others.is_empty() {
        return;
    }
    let names: Vec<String> = view.others.iter().map(|one| who(words, one)).collect();
    let first = names.first().cloned().unwrap_or_default();
    let more = names.len() - 1;
    let line = words.tf(
        "elsewhere-also",
        [("who", first.into()), ("more", more.into())],
    );
    let font = tokens::font(size::SMALL);
    let label = ui.label(widgets::said(line, font).color(colours(ui).ink));
    if more > 0 {
        label.on_hover_text(names.join("\n"));
    }
}

/// That a folder does not answer, where one does not.
pub(super) fn slow(ui: &mut Ui, view: &View) {
    let key = match view.slow {
        None => return,
        Some(Slow::Saving) => "slow-saving",
        Some(Slow::Opening) => "slow-opening",
        Some(Slow::Paper(wait)) => wait.key(),
    };
    let font = tokens::font(size::SMALL);
    ui.label(widgets::said(view.words.t(key), font).color(colours(ui).amber));
}

/// Somebody with their machine.
fn who(words: Words, one: &Neighbour) -> String {
    let (user, host) = (one.user.clone(), one.host.clone());
    match (one.is_here, one.user.is_empty()) {
        (true, true) => words.t("elsewhere-window"),
        (true, false) => words.tf("elsewhere-window-of", [("user", user.into())]),
        (false, true) => host,
        (false, false) => words.tf(
            "elsewhere-user-on-host",
            [("user", user.into()), ("host", host.into())],
        ),
    }
}

/// That what is shown can only be read, and the way on.
pub(super) fn banner(ui: &mut Ui, view: &View, why: &ReadOnly, out: &mut Out) {
    let words = view.words;
    let c = colours(ui);
    let (text, way, command) = match why {
        ReadOnly::Version(issue) => (
            words.tf(
                "read-only-version",
                [("version", words.issue(issue).into())],
            ),
            "read-only-leave",
            Command::Version(VersionCommand::Leave),
        ),
        ReadOnly::Save(at) => (
            words.tf("read-only-save", [("at", words.saved_at(*at).into())]),
            "read-only-leave",
            Command::Version(VersionCommand::Leave),
        ),
        ReadOnly::Elsewhere => (
            words.t("read-only-elsewhere"),
            "elsewhere-together",
            Command::Together,
        ),
        ReadOnly::CannotSave(sentence) => (
            words.tf("read-only-place", [("why", sentence.clone().into())]),
            "elsewhere-copy",
            Command::Do(Action::SaveAs),
        ),
        // A copy would not have what is new in it either: it can only be left.
        ReadOnly::Event(Reason::NewerMinor(_)) => (
            words.t("formats-newer-banner"),
            "formats-newer-leave",
            Command::Do(Action::Open),
        ),
    };
    ui.horizontal(|ui| {
        widgets::at_right(ui, |ui| {
            if ui.button(words.t(way)).clicked() {
                out.send(command);
            }
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                let text = widgets::said(text, tokens::bold_font(size::TEXT)).color(c.amber);
                ui.add(egui::Label::new(text).truncate());
            });
        });
    });
}
