//! What was issued, and what has changed since.

use egui::{Id, Key, Panel, RichText, Ui, pos2, vec2};

use super::{
    Action, Answer, Command, Compared, Out, Place, ReadOnly, ToldBy, VersionCommand, View, form,
    tokens::{self, colours, size, space},
    widgets,
};
use crate::{
    model::{Issue, ItemId, Standing},
    plan::{Subject, changes::Change},
    store::{ListedVersion, Reason},
    words::Teller,
};

/// How wide the list of versions is, in points.
const LIST_WIDTH: f32 = 300.0;

/// How high a version, a heading and a change are, in points.
const VERSION: f32 = 66.0;
const HEADING: f32 = 36.0;
const CHANGE: f32 = 26.0;

/// Shows the place.
pub(super) fn show(ui: &mut Ui, view: &View, out: &mut Out) {
    let words = view.words;
    let versions = &view.versions;
    if versions.list.is_empty() {
        let deed = words.t("action-issue-version");
        if widgets::empty(
            ui,
            &words.t("versions-empty"),
            &words.t("versions-empty-next"),
            Some(&deed),
        ) {
            out.act(Action::IssueVersion);
        }
        return;
    }
    let sheet = colours(ui).sheet;
    Panel::left("versions")
        .exact_size(LIST_WIDTH)
        .resizable(false)
        .frame(egui::Frame::new().fill(sheet))
        .show(ui, |ui| list(ui, view, out));
    egui::CentralPanel::default()
        .frame(egui::Frame::new().fill(sheet))
        .show(ui, |ui| changes(ui, view, out));
}

fn list(ui: &mut Ui, view: &View, out: &mut Out) {
    let words = view.words;
    widgets::toolbar(ui, |ui| {
        if widgets::primary(ui, &words.t("action-issue-version")).clicked() {
            out.act(Action::IssueVersion);
        }
        widgets::dim(ui, words.standing(view.versions.standing));
    });
    let versions = view.versions.list;
    let heights = vec![VERSION; versions.len()];
    widgets::rows(ui, "versions", &heights, None, |ui, index, rect| {
        // The latest stands first.
        if let Some(version) = versions.iter().rev().nth(index) {
            row(ui, view, version, rect, out);
        }
    });
}

fn row(ui: &Ui, view: &View, version: &ListedVersion, rect: egui::Rect, out: &mut Out) {
    let words = view.words;
    let c = colours(ui);
    let name = words.version(version.number);
    let (told, note, ink) = match &version.issue {
        Ok(issue) => (words.issued(issue), issue.note.clone(), c.dim),
        Err(error) => (error.sentence(words), String::new(), c.alarm),
    };
    let row = widgets::row(
        ui,
        Id::unique(("version", version.number)),
        rect,
        view.versions.selected == Some(version.number),
        &name,
        &format!("{told} {note}"),
    );
    if row.clicked() {
        out.send(Command::Version(VersionCommand::Select(version.number)));
    }
    let at = rect.min + vec2(space::L, 8.0);
    let width = rect.width() - 2.0 * space::L;
    widgets::line(ui, at, &name, tokens::bold_font(size::TEXT), c.ink, width);
    if let Ok(Issue { fingerprint, .. }) = &version.issue {
        let at = pos2(rect.right() - 60.0, at.y);
        widgets::line(ui, at, fingerprint, tokens::font(size::SMALL), c.dim, 50.0);
    }
    let small = tokens::font(size::SMALL);
    let below = |lines: f32| at + vec2(0.0, 2.0 + 18.0 * lines);
    widgets::line(ui, below(1.0), &told, small.clone(), ink, width);
    widgets::line(ui, below(2.0), &note, small, c.ink, width);
    if version.issue.is_err() {
        row.on_hover_text(told);
    }
}

/// A line of the list of changes.
enum Line<'a> {
    Heading(Subject),
    /// A change, and whether the heading above names what it is about.
    Change(&'a Change, bool),
}

fn changes(ui: &mut Ui, view: &View, out: &mut Out) {
    let words = view.words;
    let versions = &view.versions;
    let Some(number) = versions.selected else {
        let what_next = words.t("versions-choose");
        widgets::empty(ui, &words.t("place-versions"), &what_next, None);
        return;
    };
    deeds(ui, view, number, out);
    if let Some(trouble) = versions.trouble {
        egui::Frame::new().inner_margin(space::L).show(ui, |ui| {
            widgets::alert(ui, trouble, colours(ui).alarm);
        });
        return;
    }
    let Some(compared) = versions.compared else {
        return;
    };
    let count = compared.changes.all.len();
    widgets::toolbar(ui, |ui| {
        let since = words.tf("versions-changed-since", [("number", number.into())]);
        ui.label(widgets::said(since, tokens::bold_font(size::TEXT)));
        if count > 0 {
            widgets::dim(ui, words.tf("versions-count", [("count", count.into())]));
        }
        let choices = ToldBy::ALL.map(|by| (by, words.t(told_by_key(by))));
        let name = words.t("versions-told-by");
        if let Some(by) = widgets::segmented(ui, &name, versions.told_by, &choices) {
            out.send(Command::Version(VersionCommand::Tell(by)));
        }
    });
    let lines = lines(compared, versions.told_by);
    if lines.is_empty() && count > 0 {
        widgets::empty(ui, &words.t("versions-same-people"), "", None);
        return;
    }
    if lines.is_empty() {
        let title = words.tf("versions-same", [("number", number.into())]);
        let is_version = matches!(versions.standing, Standing::Version(is) if is.number == number);
        let next = if is_version {
            "versions-same-next"
        } else {
            "versions-same-draft"
        };
        widgets::empty(ui, &title, &words.t(next), None);
        return;
    }
    let heights: Vec<f32> = lines
        .iter()
        .map(|line| match line {
            Line::Heading(_) => HEADING,
            Line::Change(..) => CHANGE,
        })
        .collect();
    let teller = Teller::new(words, compared.old, compared.new);
    let salt = ("changes", number, view.versions.told_by == ToldBy::Person);
    widgets::rows(ui, salt, &heights, None, |ui, index, rect| {
        match lines[index] {
            Line::Heading(subject) => {
                let at = rect.min + vec2(space::L, 14.0);
                let name = teller.heading(subject);
                let width = rect.width() - 2.0 * space::L;
                let font = tokens::bold_font(size::TEXT);
                widgets::line(ui, at, &name, font, colours(ui).ink, width);
            }
            Line::Change(change, is_named) => {
                told(
                    ui,
                    &teller,
                    (change, is_named),
                    (index, rect),
                    compared,
                    out,
                );
            }
        }
    });
}

const fn told_by_key(by: ToldBy) -> &'static str {
    match by {
        ToldBy::Item => "versions-by-session",
        ToldBy::Person => "versions-by-person",
    }
}

fn lines<'a>(compared: Compared<'a>, told_by: ToldBy) -> Vec<Line<'a>> {
    let mut lines = Vec::new();
    match told_by {
        ToldBy::Item => {
            for (subject, changes) in compared.changes.by_subject() {
                lines.push(Line::Heading(subject));
                lines.extend(changes.iter().map(|change| Line::Change(change, true)));
            }
        }
        ToldBy::Person => {
            for (person, changes) in &compared.changes.people {
                let own = Subject::Item((*person).into());
                lines.push(Line::Heading(own));
                let told = |change: &'a Change| Line::Change(change, change.subject == own);
                lines.extend(changes.iter().map(told));
            }
        }
    }
    lines
}

/// One change; a click opens what it is about, if that is still there.
fn told(
    ui: &Ui,
    teller: &Teller,
    (change, is_named): (&Change, bool),
    (index, rect): (usize, egui::Rect),
    compared: Compared,
    out: &mut Out,
) {
    let c = colours(ui);
    let sentence = teller.sentence(change);
    let row = widgets::row(
        ui,
        Id::unique(("change", index)),
        rect,
        false,
        &sentence,
        "",
    );
    let shown = if is_named {
        teller.phrase(change)
    } else {
        sentence.clone()
    };
    let at = rect.min + vec2(space::L + space::M, 4.0);
    let width = rect.width() - 2.0 * space::L - space::M;
    widgets::line(ui, at, &shown, tokens::font(size::TEXT), c.ink, width);
    if row.clicked() {
        match change.subject {
            Subject::Event => out.send(Command::Go(Place::Details)),
            Subject::Item(id) if compared.new.contains(id) => out.send(Command::Open(id)),
            Subject::Item(
                ItemId::Session(_)
                | ItemId::Participant(_)
                | ItemId::Organisation(_)
                | ItemId::Delegation(_)
                | ItemId::Room(_)
                | ItemId::Team(_)
                | ItemId::Agreement(_)
                | ItemId::Photo(_),
            ) => {}
        }
    }
    row.on_hover_text(sentence);
}

/// What the selected version is, and what can be done with it.
fn deeds(ui: &mut Ui, view: &View, number: u32, out: &mut Out) {
    let words = view.words;
    let mut listed = view.versions.list.iter();
    let issue = listed
        .find(|version| version.number == number)
        .and_then(|version| version.issue.as_ref().ok());
    widgets::toolbar(ui, |ui| {
        let Some(issue) = issue else {
            ui.label(RichText::new(words.version(number)).font(tokens::bold_font(size::TEXT)));
            return;
        };
        widgets::at_right(ui, |ui| {
            for (key, command) in [
                ("version-bring-back", VersionCommand::BringBack(number)),
                ("version-print", VersionCommand::Print(number)),
                ("version-read", VersionCommand::Read(number)),
            ] {
                if ui.button(words.t(key)).clicked() {
                    out.send(Command::Version(command));
                }
            }
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                let line = widgets::said(words.issue(issue), tokens::bold_font(size::TEXT));
                let label = ui.add(egui::Label::new(line).truncate());
                if !issue.note.is_empty() {
                    label.on_hover_text(&issue.note);
                }
            });
        });
    });
}

/// That what is shown can only be read, and the way back.
pub(super) fn banner(ui: &mut Ui, view: &View, why: &ReadOnly, out: &mut Out) {
    let words = view.words;
    let c = colours(ui);
    ui.horizontal(|ui| {
        let text = match why {
            ReadOnly::Version(issue) => words.tf(
                "read-only-version",
                [("version", words.issue(issue).into())],
            ),
            ReadOnly::Event(Reason::NewerMinor(_)) => words.t("formats-newer-banner"),
        };
        ui.label(widgets::said(text, tokens::bold_font(size::TEXT)).color(c.amber));
        match why {
            ReadOnly::Version(_) => widgets::at_right(ui, |ui| {
                if ui.button(words.t("read-only-leave")).clicked() {
                    out.send(Command::Version(VersionCommand::Leave));
                }
            }),
            // There is nothing to go back to.
            ReadOnly::Event(_) => {}
        }
    });
}

fn note_id() -> Id {
    Id::unique("note of a version")
}

/// Forgets a note that was being typed: the question is gone.
pub(super) fn forget_note(ui: &Ui) {
    ui.data_mut(|data| data.remove::<String>(note_id()));
}

/// What the question is called: "Issue version 4".
pub(super) fn issue_title(view: &View) -> String {
    let next = view.versions.list.last().map_or(1, |last| last.number + 1);
    view.words.tf("issue-title", [("number", next.into())])
}

/// Asks what shall be said of the next version.
pub(super) fn issue(ui: &mut Ui, view: &View, out: &mut Out) {
    let words = view.words;
    ui.set_width(520.0);
    widgets::heading(ui, issue_title(view));
    widgets::dim(ui, words.t("issue-what"));
    let problems = view.plan.problems.len();
    if problems > 0 {
        let text = words.tf("issue-problems", [("count", problems.into())]);
        ui.label(widgets::said(text, tokens::font(size::SMALL)).color(colours(ui).amber));
    }
    ui.add_space(space::S);
    let id = note_id();
    let mut note: String = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let label = words.t("issue-note");
    ui.label(
        RichText::new(&label)
            .size(size::SMALL)
            .color(colours(ui).dim),
    );
    let hint = words.t("issue-note-hint");
    let field = form::field_of(ui, id.with("field"), &label, &mut note, Some(&hint));
    // Asked before the field takes the keyboard again, after which it has never lost it.
    let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    if ui.memory(|memory| memory.focused().is_none()) {
        field.request_focus();
    }
    ui.data_mut(|data| data.insert_temp(id, note.clone()));
    ui.add_space(space::M);
    ui.horizontal(|ui| {
        if widgets::primary(ui, &words.t("issue-do")).clicked() || entered {
            out.send(Command::Answer(Answer::Issue(note)));
        }
        if ui.button(words.t("cancel")).clicked() {
            out.send(Command::Answer(Answer::Cancel));
        }
    });
}
