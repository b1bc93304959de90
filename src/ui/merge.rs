//! What came into the event from elsewhere: what there is to be merged, and the values that two people have changed, side
//! by side.

mod choice;
mod told;

use egui::{Align, Id, Layout, Panel, ScrollArea, Ui};

use super::{
    Answer, Command, MergeCommand, Out, View, bar_frame, copies,
    tokens::{self, colours, size, space},
    widgets,
};
use crate::{plan::merge::Side, words::Words};
use choice::{Card, Deed};
pub use told::{AfterMerge, Disputed, MergeView, Offer, Origin};

/// Says at the top of the window what there is to be merged.
pub(super) fn offers(ui: &mut Ui, view: &View, out: &mut Out) {
    let words = view.words;
    copies::offers(ui, view, out);
    for (at, offer) in view.offers.iter().enumerate() {
        let Offer::Decide(count) = offer else {
            continue;
        };
        let ground = colours(ui).amber_ground;
        Panel::top(Id::unique("offer").with(at))
            .frame(bar_frame(ui, 6).fill(ground))
            .show(ui, |ui| {
                ui.horizontal(|ui| one_offer(ui, words, *count, out));
            });
    }
}

fn one_offer(ui: &mut Ui, words: Words, count: usize, out: &mut Out) {
    let text = words.tf("merge-offer-decide", [("count", count.into())]);
    widgets::at_right(ui, |ui| {
        if ui.button(words.t("merge-decide")).clicked() {
            out.send(Command::Merge(MergeCommand::Decide));
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let text = widgets::said(text, tokens::bold_font(size::TEXT));
            ui.add(egui::Label::new(text.color(colours(ui).amber)).truncate());
        });
    });
}

/// Says in the line at the bottom what comes in when the keyboard is elsewhere. At the top it would move, coming and going,
/// what is about to be clicked.
pub(super) fn waits(ui: &mut Ui, view: &View) {
    for offer in view.offers {
        let Offer::Waits(count) = offer else { continue };
        let text = view.words.tf("merge-waits", [("count", (*count).into())]);
        let text = widgets::said(text, tokens::font(size::SMALL));
        ui.label(text.color(colours(ui).amber));
    }
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
    when(ui, view, &merging);
    ui.add_space(space::S);
    let height = (room.y - 260.0).clamp(120.0, 520.0);
    ScrollArea::vertical()
        .id_salt("merge")
        .max_height(height)
        .show(ui, |ui| {
            if count > 0 {
                heads(ui, words, &merging);
            }
            choices(ui, words, &merging, out);
            incoming(ui, words, &merging);
        });
    ui.add_space(space::M);
    foot(ui, words, &merging, out);
}

/// When the other side was saved, and who else has the event open: what one asks on the telephone.
fn when(ui: &mut Ui, view: &View, merging: &MergeView) {
    let words = view.words;
    if let Some((at, is_today)) = merging.saved {
        let at = words.moment(at, !is_today);
        let key = match merging.origin {
            Origin::Disk => "merge-when",
            Origin::Copy(_) => "merge-when-copy",
        };
        widgets::dim(ui, words.tf(key, [("when", at.into())]));
    }
    if matches!(merging.origin, Origin::Disk) {
        super::elsewhere::told(ui, view);
    }
}

/// How many columns there are: both sides, and what it was before where that is known.
fn columns(merging: &MergeView) -> usize {
    if merging.knows_base { 3 } else { 2 }
}

fn theirs(words: Words, origin: &Origin) -> String {
    match origin {
        Origin::Disk => words.t("merge-theirs"),
        Origin::Copy(_) => words.t("merge-theirs-copy"),
    }
}

fn heads(ui: &mut Ui, words: Words, merging: &MergeView) {
    let heads = [
        words.t("merge-ours"),
        theirs(words, merging.origin),
        words.t("merge-before"),
    ];
    let places = choice::columns(ui, columns(merging), tokens::font(size::SMALL).size * 1.5);
    let ink = colours(ui).dim;
    for (head, place) in heads.iter().zip(places) {
        let font = tokens::font(size::SMALL);
        widgets::line(ui, place.left_top(), head, font, ink, place.width());
    }
}

/// The values, with what each side says.
fn choices(ui: &mut Ui, words: Words, merging: &MergeView, out: &mut Out) {
    // One has the keyboard from the start, and it is seen which.
    if !merging.disputed.is_empty() && ui.memory(|memory| memory.focused().is_none()) {
        // Who has clicked beside it is where they were.
        let last = ui.data(|data| data.get_temp(last_id(merging)));
        look_at(ui, merging, last.unwrap_or(0));
    }
    let mut done = None;
    for at in 0..merging.disputed.len() {
        if let Some(deed) = one(ui, words, at, merging) {
            done = Some((at, deed));
        }
    }
    let Some((at, deed)) = done else { return };
    match deed {
        Deed::Choose(side) => {
            out.send(Command::Merge(MergeCommand::Choose(at, side)));
            ui.memory_mut(|memory| memory.request_focus(choice::id(at, side)));
            ui.data_mut(|data| data.insert_temp(last_id(merging), at));
        }
        Deed::Go(by) => {
            let to = at.saturating_add_signed(by);
            look_at(ui, merging, to.min(merging.disputed.len() - 1));
        }
        Deed::Enter => enter(ui, merging, at, out),
    }
}

/// Enter on a card says that this is it, and goes on to the next that is not decided; when all are, it merges.
fn enter(ui: &Ui, merging: &MergeView, at: usize, out: &mut Out) {
    if merging.choices.iter().all(Option::is_some) {
        out.send(Command::Merge(MergeCommand::Merge));
        return;
    }
    let chosen = merging.choices.get(at).copied().flatten();
    let side = chosen.unwrap_or(stop(merging, at));
    out.send(Command::Merge(MergeCommand::Choose(at, side)));
    let count = merging.disputed.len();
    let next = (at + 1..at + count).map(|next| next % count);
    let mut open = next.filter(|next| merging.choices.get(*next) == Some(&None));
    match open.next() {
        Some(next) => look_at(ui, merging, next),
        None => ui.memory_mut(|memory| memory.request_focus(choice::id(at, side))),
    }
}

/// The card of a value at which Tab stops: the chosen one, or ours.
fn stop(merging: &MergeView, at: usize) -> Side {
    let chosen = merging.choices.get(at).copied().flatten();
    chosen.unwrap_or(Side::Ours)
}

fn look_at(ui: &Ui, merging: &MergeView, at: usize) {
    let id = choice::id(at, stop(merging, at));
    ui.memory_mut(|memory| memory.request_focus(id));
    ui.data_mut(|data| data.insert_temp(last_id(merging), at));
}

/// Where it is kept which value of this question had the keyboard last.
fn last_id(merging: &MergeView) -> Id {
    let values = merging.disputed.iter().map(|one| (&one.name, &one.field));
    Id::unique(("disputed last", values.collect::<Vec<_>>()))
}

/// One value, with what each side says.
fn one(ui: &mut Ui, words: Words, at: usize, merging: &MergeView) -> Option<Deed> {
    let disputed = merging.disputed.get(at)?;
    ui.add_space(space::M);
    let values = [
        ("name", disputed.name.clone().into()),
        ("what", disputed.field.clone().into()),
    ];
    let about = words.tf("change-notes", values);
    ui.horizontal(|ui| {
        ui.add_space(space::XS);
        let text = widgets::said(&about, tokens::bold_font(size::TEXT));
        ui.add(egui::Label::new(text).wrap());
    });
    ui.add_space(space::XS);
    let count = columns(merging);
    let width = choice::width(ui, count);
    let said = [&disputed.ours, &disputed.theirs];
    let base = disputed.base.as_deref();
    let height = (said.into_iter().map(String::as_str).chain(base))
        .map(|value| choice::height(ui, value, width))
        .fold(0.0, f32::max);
    let places = choice::columns(ui, count, height);
    let chosen = merging.choices.get(at).copied().flatten();
    let stop = stop(merging, at);
    let mut deed = None;
    for ((side, value), rect) in Side::ALL.into_iter().zip(said).zip(&places) {
        let who = match side {
            Side::Ours => words.t("merge-ours"),
            Side::Theirs => theirs(words, merging.origin),
        };
        let name = words.tf(
            "merge-choose",
            [
                ("who", who.into()),
                ("about", about.clone().into()),
                ("value", value.clone().into()),
            ],
        );
        let card = Card {
            at,
            side,
            value,
            is_chosen: chosen == Some(side),
            is_stop: side == stop,
            name: &name,
        };
        deed = choice::show(ui, &card, *rect).or(deed);
    }
    if let (Some(base), Some(rect)) = (base, places.get(2)) {
        choice::before(ui, base, *rect);
    }
    deed
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
                let theirs = match merging.origin {
                    Origin::Disk => "merge-all-theirs",
                    Origin::Copy(_) => "merge-all-copy",
                };
                for (key, side) in [(theirs, Side::Theirs), ("merge-all-ours", Side::Ours)] {
                    if ui.button(words.t(key)).clicked() {
                        out.send(Command::Merge(MergeCommand::ChooseAll(side)));
                    }
                }
            });
        }
    });
}
