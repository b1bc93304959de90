//! What an earlier program did not save: what and when, in the edits' own words, and what shall become of it.

use std::{hash::Hash, path::PathBuf};

use egui::{Id, RichText, Ui, vec2};
use jiff::{Timestamp, tz::TimeZone};

use super::{
    Answer, Command, Compared, FileCommand, Out, RecoveryCommand, View, sentences,
    tokens::{self, colours, size, space},
    welcome, widgets,
};
use crate::{
    model::{BatchName, Clock, Deed, Text, Verb},
    store::journal::{Head, Unsaved},
    words::{Teller, Words},
};

/// What was not saved of the event that is open.
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is a fact of its own that the question shows"
)]
pub struct Recovery<'a> {
    /// When the last edit was made in each journal that was found, the latest journal first.
    pub ends: Vec<Timestamp>,
    /// Which of them is shown.
    pub chosen: usize,
    /// Whose it is.
    pub head: &'a Head,
    /// Whether it was written on another machine.
    pub is_elsewhere: bool,
    /// What was done, in order.
    pub steps: &'a [Unsaved],
    /// What it differs in from the event's file.
    pub compared: Compared<'a>,
    /// Whether that is shown in place of the edits.
    pub is_comparing: bool,
    /// Whether somebody else has saved since.
    pub has_changed: bool,
    /// Whether the end of the journal could not be read.
    pub is_torn: bool,
}

/// What was not saved, for the welcome screen.
#[derive(Clone, Copy, Debug)]
pub struct LeftBehind<'a> {
    /// Events that were never saved.
    pub events: &'a [LeftEvent],
    /// Which of the events that were open lately have edits that are not saved.
    pub recent: &'a [PathBuf],
}

/// An event that was never saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftEvent {
    /// Its journal.
    pub file: PathBuf,
    /// What it is called.
    pub title: Text,
    /// When it was edited last.
    pub last: Timestamp,
}

/// How wide the question is, and how high its list, in points.
const WIDTH: f32 = 620.0;
const LIST: f32 = 240.0;
/// How wide the time before an edit is.
const TIME: f32 = 48.0;

/// Asks what shall become of it.
pub(super) fn show(ui: &mut Ui, view: &View, out: &mut Out) {
    let Some(recovery) = &view.recovery else {
        return;
    };
    let words = view.words;
    ui.set_width(WIDTH);
    widgets::heading(ui, words.t("recovery-title"));
    // When something was done is told by the clock at which the person looked, as the times of saves are.
    let zone = TimeZone::system();
    let last = recovery
        .ends
        .get(recovery.chosen)
        .copied()
        .unwrap_or_default();
    ui.label(words.tf(
        "recovery-text",
        [
            ("count", recovery.steps.len().into()),
            ("when", moment(words, last, &zone).into()),
        ],
    ));
    let c = colours(ui);
    if recovery.is_elsewhere {
        let values = [
            ("user", recovery.head.user.clone().into()),
            ("host", recovery.head.host.clone().into()),
        ];
        widgets::alert(ui, &words.tf("recovery-elsewhere", values), c.amber);
    }
    if recovery.has_changed {
        widgets::alert(ui, &words.t("recovery-changed"), c.amber);
    }
    if recovery.is_torn {
        widgets::alert(ui, &words.t("recovery-torn"), c.amber);
    }
    ui.add_space(space::S);
    ui.horizontal(|ui| {
        let choices = [
            (false, words.t("recovery-edits")),
            (true, words.t("recovery-compare")),
        ];
        let name = words.t("recovery-shown");
        if let Some(picked) = widgets::segmented(ui, &name, recovery.is_comparing, &choices) {
            out.send(Command::Recovery(RecoveryCommand::Compare(picked)));
        }
        if recovery.ends.len() > 1 {
            journals(ui, words, recovery, &zone, out);
        }
    });
    ui.add_space(space::S);
    if recovery.is_comparing {
        differences(ui, words, recovery);
    } else {
        edits(ui, words, recovery, &zone);
    }
    ui.add_space(space::S);
    widgets::dim(ui, words.t("recovery-nothing-lost"));
    ui.add_space(space::M);
    ui.horizontal(|ui| {
        let open = widgets::primary(ui, &words.t("recovery-open"));
        if open.clicked() {
            out.send(Command::Answer(Answer::Recover));
        }
        if ui.button(words.t("recovery-as-saved")).clicked() {
            out.send(Command::Answer(Answer::AsSaved));
        }
        if ui.button(words.t("recovery-decide-later")).clicked() {
            out.send(Command::Answer(Answer::Cancel));
        }
        if ui.memory(|memory| memory.focused().is_none()) {
            open.request_focus();
        }
    });
}

/// Which journal is shown, where there are several.
fn journals(ui: &mut Ui, words: Words, recovery: &Recovery, zone: &TimeZone, out: &mut Out) {
    let told = |index: usize| {
        let at = recovery.ends.get(index).copied().unwrap_or_default();
        words.tf(
            "recovery-journal",
            [("when", moment(words, at, zone).into())],
        )
    };
    let mut chosen = recovery.chosen;
    let combo = egui::ComboBox::from_id_salt("journals")
        .width(220.0)
        .selected_text(told(chosen))
        .show_ui(ui, |ui| {
            for index in 0..recovery.ends.len() {
                ui.selectable_value(&mut chosen, index, told(index));
            }
        });
    combo.response.accessible_name(words.t("recovery-journals"));
    if chosen != recovery.chosen {
        out.send(Command::Recovery(RecoveryCommand::Choose(chosen)));
    }
}

/// What was done, the latest first.
fn edits(ui: &mut Ui, words: Words, recovery: &Recovery, zone: &TimeZone) {
    let steps = recovery.steps;
    let key = (
        "edits that were not saved",
        recovery.ends.get(recovery.chosen),
    );
    list(ui, words, key, steps.len(), TIME, |index| {
        let step = &steps[steps.len() - 1 - index];
        let time = step.at.to_zoned(zone.clone()).time();
        (words.time(time, Clock::Hours24), step_told(words, step))
    });
}

/// How many changes of one step are told at most: what comes behind them is counted.
const CHANGES: usize = 12;

/// What a step has changed, in the sentences in which versions are compared; before it, where it did more than change an
/// item, what the Edit menu calls it.
fn step_told(words: Words, step: &Unsaved) -> String {
    let deed_told = deed(words, step);
    let Some(stage) = &step.stage else {
        return deed_told;
    };
    let teller = Teller::new(words, &stage.before, &stage.after);
    let all = &stage.changes.all;
    let sentences = all.iter().take(CHANGES);
    let mut told: Vec<String> = match &step.deed {
        Deed::Item { verb, .. } => match verb {
            Verb::Change => Vec::new(),
            Verb::Add | Verb::Remove => return deed_told,
            Verb::Move => vec![deed_told.clone()],
        },
        Deed::Details | Deed::Batch(BatchName::SetCells(1), _) => Vec::new(),
        Deed::Batch(..) if step.added.is_some() => return deed_told,
        Deed::Batch(..) => vec![deed_told.clone()],
    };
    told.extend(sentences.map(|change| teller.sentence(change)));
    if let Some(more) = all.len().checked_sub(CHANGES).filter(|more| *more > 0) {
        told.push(words.tf("recovery-more", [("count", more.into())]));
    }
    let joined = told.into_iter().reduce(|one, next| {
        words.tf(
            "merge-one-by-one",
            [("one", one.into()), ("next", next.into())],
        )
    });
    joined.unwrap_or(deed_told)
}

/// What was done, in the words of the Edit menu; of a session that was added, what it is called now and when it starts.
fn deed(words: Words, step: &Unsaved) -> String {
    let Some(added) = &step.added else {
        return words.deed(&step.deed);
    };
    let shown = added.title.shown(&words.tongue.lang()).trim().to_owned();
    let name = if shown.is_empty() {
        words.session_kind(added.kind)
    } else {
        shown
    };
    let name = words.tf("deed-add", [("name", words.quoted(&name).into())]);
    match added.start {
        Some(start) => words.tf(
            "recovery-added",
            [
                ("deed", name.into()),
                ("time", words.time(start, Clock::Hours24).into()),
            ],
        ),
        None => name,
    }
}

/// What the event differs in from its file.
fn differences(ui: &mut Ui, words: Words, recovery: &Recovery) {
    let Compared {
        old,
        new,
        changes,
        state,
    } = recovery.compared;
    let teller = Teller::new(words, old, new);
    let end = recovery.ends.get(recovery.chosen);
    let key = (
        "differences from the file",
        new.id,
        recovery.chosen,
        end,
        state,
    );
    list(ui, words, key, changes.all.len(), 0.0, |index| {
        (String::new(), teller.sentence(&changes.all[index]))
    });
}

/// Lines of a time, where there is one, and a sentence.
fn list(
    ui: &mut Ui,
    words: Words,
    key: impl Hash + std::fmt::Debug,
    count: usize,
    time_width: f32,
    line: impl Fn(usize) -> (String, String),
) {
    let c = colours(ui);
    egui::Frame::new()
        .stroke(egui::Stroke::new(1.0, c.line))
        .corner_radius(tokens::CORNER)
        .inner_margin(space::S)
        .show(ui, |ui| {
            ui.set_max_height(LIST);
            ui.set_min_height(LIST);
            let width = ui.available_width() - time_width - space::M;
            let key = Id::unique((key, words.tongue));
            let heights = sentences::heights(ui, key, width, count, |index| line(index).1);
            widgets::rows(ui, key, &heights, None, |ui, index, rect| {
                let (time, sentence) = line(index);
                let at = rect.min + vec2(0.0, sentences::MARGIN);
                let small = tokens::font(size::SMALL);
                if !time.is_empty() {
                    widgets::line(ui, at + vec2(0.0, 1.0), &time, small, c.dim, time_width);
                }
                let at = at + vec2(time_width, 0.0);
                let id = key.with(index);
                sentences::show(ui, id, rect.with_min_x(at.x), &sentence, width);
            });
        });
}

fn moment(words: Words, at: Timestamp, zone: &TimeZone) -> String {
    let at = at.to_zoned(zone.clone());
    words.tf(
        "recovery-moment",
        [
            ("date", words.dated_plainly(at.date()).into()),
            ("time", words.time(at.time(), Clock::Hours24).into()),
        ],
    )
}

/// The events that were never saved, on the welcome screen.
pub(super) fn left_behind(ui: &mut Ui, view: &View, out: &mut Out) {
    let events = view.left_behind.events;
    if events.is_empty() {
        return;
    }
    let words = view.words;
    ui.add_space(space::XL);
    ui.label(
        RichText::new(words.t("recovery-never-saved"))
            .font(tokens::bold_font(size::SMALL))
            .color(colours(ui).amber),
    );
    let zone = TimeZone::system();
    for event in events.iter().take(4) {
        let name = match event.title.shown(&view.lang()).trim() {
            "" => words.t("event-untitled"),
            name => name.to_owned(),
        };
        let when = moment(words, event.last, &zone);
        let told = words.tf("recovery-last-edited", [("when", when.into())]);
        if welcome::entry(ui, &name, &told, None) {
            out.send(Command::File(FileCommand::Recover(event.file.clone())));
        }
    }
}

/// Says that the program has failed, and where what was done is kept. Whether the person wants to begin again.
pub fn broken(ui: &mut Ui, words: Words, place: Option<&std::path::Path>) -> bool {
    let mut again = false;
    let rect = ui.available_rect_before_wrap();
    let width = 520.0_f32.min(rect.width() - 2.0 * space::L);
    let side = (rect.width() - width) / 2.0;
    let top = egui::vec2(side, rect.height() * 0.25);
    let column = egui::Rect::from_min_max(rect.min + top, rect.max - egui::vec2(side, 0.0));
    ui.painter().rect_filled(rect, 0.0, colours(ui).sheet);
    ui.scope_builder(egui::UiBuilder::new().max_rect(column), |ui| {
        widgets::heading(ui, words.t("broken-title"));
        ui.add_space(space::S);
        let text = match place {
            Some(place) => words.tf("broken-text", [("place", words.path(place).into())]),
            None => words.t("broken-nothing"),
        };
        ui.add(egui::Label::new(text).wrap());
        ui.add_space(space::L);
        again = widgets::primary(ui, &words.t("broken-start")).clicked();
    });
    again
}
