//! What came into the event from elsewhere: what there is to be merged, and the values that two people have changed, side
//! by side.

use egui::{Align, Button, CornerRadius, Id, Layout, Panel, ScrollArea, Stroke, Ui, vec2};

use super::{
    AfterMerge, Answer, Command, Disputed, MergeCommand, MergeView, Offer, Origin, Out, View,
    bar_frame,
    tokens::{self, CORNER, colours, size, space},
    widgets,
};
use crate::{plan::merge::Side, words::Words};

/// Says at the top of the window what there is to be merged.
pub(super) fn offers(ui: &mut Ui, view: &View, out: &mut Out) {
    let words = view.words;
    for (at, offer) in view.offers.iter().enumerate() {
        let ground = colours(ui).amber_ground;
        Panel::top(Id::unique("offer").with(at))
            .frame(bar_frame(ui, 6).fill(ground))
            .show(ui, |ui| {
                ui.horizontal(|ui| one_offer(ui, words, offer, out));
            });
    }
}

fn one_offer(ui: &mut Ui, words: Words, offer: &Offer, out: &mut Out) {
    let text = match offer {
        Offer::Decide(count) => words.tf("merge-offer-decide", [("count", (*count).into())]),
        Offer::Copy(name) => words.tf("merge-offer-copy", [("file", words.quoted(name).into())]),
    };
    widgets::at_right(ui, |ui| {
        let mut deed = |ui: &mut Ui, key: &str, command: MergeCommand| {
            if ui.button(words.t(key)).clicked() {
                out.send(Command::Merge(command));
            }
        };
        match offer {
            Offer::Decide(_) => deed(ui, "merge-decide", MergeCommand::Decide),
            Offer::Copy(name) => {
                deed(ui, "merge-later", MergeCommand::Later(name.clone()));
                deed(ui, "merge-copy", MergeCommand::Copy(name.clone()));
            }
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let text = widgets::said(text, tokens::bold_font(size::TEXT));
            ui.add(egui::Label::new(text.color(colours(ui).amber)).truncate());
        });
    });
}

/// What the question is called.
pub(super) fn title(view: &View) -> String {
    let words = view.words;
    match view.merging.map(|merging| merging.origin) {
        Some(Origin::Copy(name)) => {
            words.tf("merge-title-copy", [("file", words.quoted(name).into())])
        }
        Some(Origin::Disk) | None => words.t("merge-title"),
    }
}

/// Asks whose values are taken.
pub(super) fn show(ui: &mut Ui, view: &View, out: &mut Out) {
    let Some(merging) = view.merging else { return };
    let words = view.words;
    let room = ui.ctx().content_rect().size();
    ui.set_width((room.x - 160.0).clamp(480.0, 960.0));
    widgets::heading(ui, title(view));
    let count = merging.disputed.len();
    let what = match (count, merging.knows_base) {
        (0, true) => words.t("merge-nothing-disputed"),
        (_, true) => words.tf("merge-what", [("count", count.into())]),
        (_, false) => words.tf("merge-what-without-base", [("count", count.into())]),
    };
    widgets::dim(ui, what);
    ui.add_space(space::S);
    let height = (room.y - 260.0).clamp(120.0, 520.0);
    ScrollArea::vertical()
        .id_salt("merge")
        .max_height(height)
        .show(ui, |ui| {
            if count > 0 {
                heads(ui, words, &merging);
            }
            for (at, disputed) in merging.disputed.iter().enumerate() {
                one(ui, words, (at, disputed), &merging, out);
            }
            incoming(ui, words, &merging);
        });
    ui.add_space(space::M);
    foot(ui, words, &merging, out);
}

/// How wide each of the columns is.
fn column(ui: &Ui, merging: &MergeView) -> f32 {
    let columns = if merging.knows_base { 3.0 } else { 2.0 };
    ((ui.available_width() - (columns - 1.0) * space::S - space::M) / columns).floor()
}

fn theirs(words: Words, origin: &Origin) -> String {
    match origin {
        Origin::Disk => words.t("merge-theirs"),
        Origin::Copy(_) => words.t("merge-theirs-copy"),
    }
}

fn heads(ui: &mut Ui, words: Words, merging: &MergeView) {
    let width = column(ui, merging);
    ui.horizontal(|ui| {
        let mut head = |text: String| {
            ui.allocate_ui(vec2(width, 18.0), |ui| {
                ui.set_min_width(width);
                widgets::dim(ui, text);
            });
        };
        head(words.t("merge-ours"));
        head(theirs(words, merging.origin));
        if merging.knows_base {
            head(words.t("merge-before"));
        }
    });
}

/// One value, with what each side says; a click decides.
fn one(
    ui: &mut Ui,
    words: Words,
    (at, disputed): (usize, &Disputed),
    merging: &MergeView,
    out: &mut Out,
) {
    ui.add_space(space::S);
    let values = [
        ("name", disputed.name.clone().into()),
        ("what", disputed.field.clone().into()),
    ];
    let about = words.tf("change-notes", values);
    ui.label(widgets::said(&about, tokens::bold_font(size::TEXT)));
    let width = column(ui, merging);
    let choice = merging.choices.get(at).copied().flatten();
    ui.horizontal_top(|ui| {
        for side in Side::ALL {
            let (who, value) = match side {
                Side::Ours => (words.t("merge-ours"), &disputed.ours),
                Side::Theirs => (theirs(words, merging.origin), &disputed.theirs),
            };
            let is_chosen = choice == Some(side);
            let name = words.tf(
                "merge-choose",
                [
                    ("who", who.into()),
                    ("about", about.clone().into()),
                    ("value", value.clone().into()),
                ],
            );
            let chosen = value_button(ui, value, width, is_chosen);
            ui.ctx().accesskit_node_builder(chosen.id, |node| {
                node.set_role(egui::accesskit::Role::RadioButton);
                node.set_label(name);
                node.set_toggled(is_chosen.into());
            });
            let is_first = at == 0 && side == Side::Ours;
            if is_first && ui.memory(|memory| memory.focused().is_none()) {
                chosen.request_focus();
            }
            if chosen.clicked() {
                out.send(Command::Merge(MergeCommand::Choose(at, side)));
            }
        }
        if let Some(base) = &disputed.base {
            ui.allocate_ui_with_layout(vec2(width, 28.0), Layout::top_down(Align::Min), |ui| {
                ui.set_width(width);
                ui.add_space(space::XS);
                let text = widgets::said(base, tokens::font(size::TEXT));
                ui.add(egui::Label::new(text.color(colours(ui).dim)).wrap());
            });
        }
    });
}

fn value_button(ui: &mut Ui, value: &str, width: f32, is_chosen: bool) -> egui::Response {
    let c = colours(ui);
    let (fill, stroke) = if is_chosen {
        (c.selection, Stroke::new(1.5, c.accent))
    } else {
        (c.sheet, Stroke::new(1.0, c.line))
    };
    let text = widgets::said(value, tokens::font(size::TEXT)).color(c.ink);
    ui.allocate_ui_with_layout(vec2(width, 28.0), Layout::top_down(Align::Min), |ui| {
        ui.set_width(width);
        ui.add(
            Button::new(text)
                .wrap()
                .fill(fill)
                .stroke(stroke)
                .corner_radius(CornerRadius::same(CORNER))
                .min_size(vec2(width, 28.0)),
        )
    })
    .inner
}

/// What comes in besides.
fn incoming(ui: &mut Ui, words: Words, merging: &MergeView) {
    let count = merging.incoming.len();
    if count == 0 {
        return;
    }
    ui.add_space(space::L);
    let text = words.tf("merge-incoming", [("count", count.into())]);
    ui.label(widgets::said(text, tokens::bold_font(size::TEXT)));
    for line in merging.incoming {
        let text = widgets::said(line, tokens::font(size::SMALL));
        ui.add(egui::Label::new(text.color(colours(ui).ink)).wrap());
    }
}

fn foot(ui: &mut Ui, words: Words, merging: &MergeView, out: &mut Out) {
    let left = merging
        .choices
        .iter()
        .filter(|choice| choice.is_none())
        .count();
    ui.horizontal(|ui| {
        let name = match merging.next {
            AfterMerge::Stay => "merge-do",
            AfterMerge::Save => "merge-and-save",
            AfterMerge::Issue(_) => "merge-and-issue",
        };
        let go = ui
            .add_enabled_ui(left == 0, |ui| widgets::primary(ui, &words.t(name)))
            .inner;
        if go.clicked() {
            out.send(Command::Merge(MergeCommand::Merge));
        }
        if merging.disputed.is_empty() && ui.memory(|memory| memory.focused().is_none()) {
            go.request_focus();
        }
        if ui.button(words.t("cancel")).clicked() {
            out.send(Command::Answer(Answer::Cancel));
        }
        if left > 0 {
            widgets::dim(ui, words.tf("merge-left", [("count", left.into())]));
        }
        if !merging.disputed.is_empty() {
            widgets::at_right(ui, |ui| {
                for (key, side) in [
                    ("merge-all-theirs", Side::Theirs),
                    ("merge-all-ours", Side::Ours),
                ] {
                    if ui.button(words.t(key)).clicked() {
                        out.send(Command::Merge(MergeCommand::ChooseAll(side)));
                    }
                }
            });
        }
    });
}
