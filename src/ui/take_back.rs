//! Whether what somebody else has just saved is to be taken out again.

use egui::{ScrollArea, Ui};

use super::{
    Answer, Command, Out, View,
    tokens::{self, colours, size, space},
    widgets,
};

/// How much of a long list is seen at once, in points.
const LIST: f32 = 220.0;

/// Asks whether this, which came in just now, is to go.
pub(super) fn show(ui: &mut Ui, view: &View, told: &[String], out: &mut Out) {
    let words = view.words;
    ui.set_width(480.0);
    widgets::heading(ui, words.t("take-back-title"));
    ui.label(words.t("take-back-what"));
    ui.add_space(space::S);
    ScrollArea::vertical()
        .id_salt("take back")
        .max_height(LIST)
        .show(ui, |ui| {
            for line in told {
                let text = widgets::said(line, tokens::font(size::SMALL));
                ui.add(egui::Label::new(text.color(colours(ui).ink)).wrap());
            }
        });
    ui.add_space(space::M);
    ui.horizontal(|ui| {
        if ui.button(words.t("take-back-do")).clicked() {
            out.send(Command::Answer(Answer::TakeBack));
        }
        let cancel = widgets::primary(ui, &words.t("cancel"));
        if cancel.clicked() {
            out.send(Command::Answer(Answer::Cancel));
        }
        if ui.memory(|memory| memory.focused().is_none()) {
            cancel.request_focus();
        }
    });
}
