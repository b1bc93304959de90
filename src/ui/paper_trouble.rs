//! Where a paper cannot be typeset: why, in plain words, and what prints all the same.

use egui::Ui;

use super::{
    Command, Out, PaperCommand, Slow, View,
    tokens::{self, colours, size, space},
    widgets,
};

/// How much of what is to be told of photos is seen without scrolling, in points.
const MOST_LACKS: f32 = 110.0;

/// Why a paper could not be typeset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperTrouble {
    /// What happened, in one sentence.
    pub sentence: String,
    /// The typesetter's own words; empty where it has none.
    pub detail: String,
}

/// What a paper waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaperWait {
    /// The templates of the house, in the event's folder.
    Templates,
    /// The versions, in the event's folder.
    Versions,
    /// The photos, in the event's folder.
    Photos,
    /// What a template of the house does.
    House,
}

impl PaperWait {
    /// The key of what is said of it.
    pub(super) const fn key(self) -> &'static str {
        match self {
            Self::Templates => "slow-paper-templates",
            Self::Versions => "slow-paper-versions",
            Self::Photos => "slow-paper-photos",
            Self::House => "slow-paper-house",
        }
    }
}

/// Whether there is a paper to print: pages of before do not stand for one that cannot be made now.
pub(super) const fn can_print(view: &View) -> bool {
    view.preview.pages.is_some() && view.preview.trouble.is_none()
}

/// Shows it above the pages.
pub(super) fn show(ui: &mut Ui, view: &View, out: &mut Out) {
    let words = view.words;
    let c = colours(ui);
    let frame = |ground| {
        egui::Frame::new()
            .fill(ground)
            .inner_margin(egui::Margin::symmetric(space::L as i8, space::M as i8))
    };
    if let Some(trouble) = view.preview.trouble {
        egui::Panel::top("paper trouble")
            .frame(frame(c.amber_ground))
            .show(ui, |ui| {
                let font = tokens::bold_font(size::TEXT);
                widgets::alert_in(ui, &trouble.sentence, font, c.ink);
                if !trouble.detail.is_empty() {
                    widgets::dim(ui, &trouble.detail);
                }
                if view.preview.can_do_without {
                    ui.add_space(space::S);
                    if widgets::primary(ui, &words.t("paper-use-built-in")).clicked() {
                        out.send(Command::Paper(PaperCommand::BuiltIn(true)));
                    }
                }
            });
    } else if view.preview.is_built_in {
        egui::Panel::top("paper without house")
            .frame(frame(c.amber_ground))
            .show(ui, |ui| {
                ui.horizontal_wrapped(|ui| {
                    let font = tokens::font(size::SMALL);
                    ui.label(widgets::said(words.t("paper-is-built-in"), font).color(c.ink));
                    if widgets::quiet(ui, &words.t("paper-use-house")).clicked() {
                        out.send(Command::Paper(PaperCommand::BuiltIn(false)));
                    }
                });
            });
    }
}

/// Shows what is to be told of the photos of the paper.
pub(super) fn lacks(ui: &mut Ui, view: &View) {
    let lacks = view.preview.lacks;
    if lacks.is_empty() || view.preview.pages.is_none() {
        return;
    }
    let c = colours(ui);
    egui::Panel::top("paper lacks")
        .frame(
            egui::Frame::new()
                .fill(c.amber_ground)
                .inner_margin(egui::Margin::symmetric(space::L as i8, space::M as i8)),
        )
        .show(ui, |ui| {
            let words = view.words;
            let font = tokens::bold_font(size::TEXT);
            let sentence = words.tf("paper-photos-lack", [("count", lacks.len().into())]);
            widgets::alert_in(ui, &sentence, font, c.ink);
            egui::ScrollArea::vertical()
                .id_salt("lacks")
                .max_height(MOST_LACKS)
                .show(ui, |ui| {
                    for sentence in lacks {
                        widgets::alert(ui, sentence, c.amber);
                    }
                });
        });
}

/// What stands in the place of pages that are not there yet.
pub(super) fn nothing_yet(ui: &mut Ui, view: &View) {
    let words = view.words;
    let why = match view.slow {
        Some(Slow::Paper(wait)) => words.t(wait.key()),
        Some(Slow::Saving | Slow::Opening) | None => String::new(),
    };
    widgets::empty(ui, &words.t("status-typesetting"), &why, None);
}
