//! The copies of the event that a synced folder has left beside it: whose, of when, how different; in one banner.

use egui::{Align, Id, Layout, Panel, ScrollArea, Ui};

use jiff::civil::DateTime;

use super::{
    Command, MergeCommand, Offer, Out, View, bar_frame,
    tokens::{self, colours, size},
    widgets,
};
use crate::words::Words;

/// A copy of the event that a synced folder has left beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherCopy {
    /// What its file is called.
    pub name: String,
    /// Whose it is, a machine or a person, where its file's name tells it.
    pub owner: Option<String>,
    /// When it was written, by the clock of this machine, and whether that is today.
    pub written: Option<(DateTime, bool)>,
    /// How many differences there were when it was found.
    pub differences: usize,
}

/// How high the list of copies is at most, in points.
const LIST: f32 = 104.0;

/// Says at the top of the window which copies there are.
pub(super) fn offers(ui: &mut Ui, view: &View, out: &mut Out) {
    let words = view.words;
    let copies: Vec<&OtherCopy> = (view.offers.iter())
        .filter_map(|offer| match offer {
            Offer::Copy(copy) => Some(copy),
            Offer::Decide(_) | Offer::Waits(_) => None,
        })
        .collect();
    if copies.is_empty() {
        return;
    }
    let ground = colours(ui).amber_ground;
    Panel::top(Id::unique("copies"))
        .frame(bar_frame(ui, 6).fill(ground))
        .show(ui, |ui| {
            if let [copy] = copies[..] {
                let values = [("copy", told(words, copy).into())];
                let text = words.tf("copies-one", values);
                return row(ui, &text, true, |ui| {
                    later(ui, words, &copies, out);
                    merge(ui, words, copy, None, out);
                });
            }
            let text = words.tf("copies-several", [("count", copies.len().into())]);
            row(ui, &text, true, |ui| later(ui, words, &copies, out));
            ScrollArea::vertical()
                .id_salt("copies")
                .max_height(LIST)
                .show(ui, |ui| {
                    for copy in &copies {
                        let text = told(words, copy);
                        row(ui, &text, false, |ui| {
                            merge(ui, words, copy, Some(&text), out);
                        });
                    }
                });
        });
}

/// Whose copy it is, of when, and how different.
fn told(words: Words, copy: &OtherCopy) -> String {
    let owner = words.copy_owner(copy.owner.as_deref().unwrap_or_default());
    let count = copy.differences;
    if let Some((at, is_today)) = copy.written {
        let values = [
            ("owner", owner.into()),
            ("when", words.moment(at, !is_today).into()),
            ("count", count.into()),
        ];
        words.tf("copies-told", values)
    } else {
        let values = [("owner", owner.into()), ("count", count.into())];
        words.tf("copies-told-undated", values)
    }
}

fn row(ui: &mut Ui, text: &str, is_bold: bool, deeds: impl FnOnce(&mut Ui)) {
    ui.horizontal(|ui| {
        widgets::at_right(ui, |ui| {
            deeds(ui);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let font = if is_bold {
                    tokens::bold_font(size::TEXT)
                } else {
                    tokens::font(size::TEXT)
                };
                let said = widgets::said(text, font).color(colours(ui).amber);
                ui.add(egui::Label::new(said).truncate());
            });
        });
    });
}

/// The deed of one copy; where there are several, it is called by the copy.
fn merge(ui: &mut Ui, words: Words, copy: &OtherCopy, told: Option<&str>, out: &mut Out) {
    let label = words.t("merge-copy");
    let mut button = ui.button(&label);
    if let Some(told) = told {
        let values = [("deed", label.into()), ("copy", told.to_owned().into())];
        button = button.accessible_name(words.tf("copies-merge-named", values));
    }
    if button.clicked() {
        out.send(Command::Merge(MergeCommand::Copy(copy.name.clone())));
    }
}

fn later(ui: &mut Ui, words: Words, copies: &[&OtherCopy], out: &mut Out) {
    if ui.button(words.t("merge-later")).clicked() {
        for copy in copies {
            out.send(Command::Merge(MergeCommand::Later(copy.name.clone())));
        }
    }
}
