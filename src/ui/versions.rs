//! What was issued and what was saved last, and what has changed since.

use egui::{Id, Key, Panel, RichText, Ui, pos2, vec2};

use super::{
    Action, Answer, Command, Compared, Kept, Out, Place, ToldBy, ToldSave, VersionCommand, View,
    form, saves, sentences,
    tokens::{self, colours, size, space},
    version_twins, widgets,
};
use crate::{
    model::{Issue, ItemId, Standing},
    plan::{Subject, changes::Change},
    store::{ListedVersion, Twin},
    words::{Teller, Words},
};

/// How wide the list of versions is, in points.
const LIST_WIDTH: f32 = 300.0;

/// How high a heading is, in points.
const HEADING: f32 = 36.0;

/// Shows the place.
pub(super) fn show(ui: &mut Ui, view: &View, out: &mut Out) {
    let words = view.words;
    let versions = &view.versions;
    if versions.list.is_empty() && versions.saves.is_empty() && versions.twins.is_empty() {
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
    let mut entries = versions_of(view);
    let saves = view.versions.saves;
    if !saves.is_empty() {
        entries.push((Entry::Saves, HEADING));
        entries.extend(saves.iter().map(|save| (Entry::Save(save), saves::HEIGHT)));
    }
    let heights: Vec<f32> = entries.iter().map(|(_, height)| *height).collect();
    widgets::rows(
        ui,
        "versions",
        &heights,
        None,
        |ui, index, rect| match entries[index].0 {
            Entry::Version(version) => row(ui, view, version, rect, out),
            Entry::Twin(number, twin) => version_twins::row(ui, view, (number, twin), rect, out),
            Entry::Unreadable(copy) => version_twins::unreadable(ui, view, copy, rect),
            Entry::Saves => saves::heading(ui, view, rect),
            Entry::Save(save) => saves::row(ui, view, save, rect, out),
        },
    );
}

/// The versions, the latest first; with each number those that have it as well.
fn versions_of<'a>(view: &View<'a>) -> Vec<(Entry<'a>, f32)> {
    let versions = &view.versions;
    let twins_of = |number: u32| {
        let twins = versions
            .twins
            .iter()
            .filter(move |twins| twins.number == number);
        let twins = twins.flat_map(|twins| twins.all.iter().rev());
        let beside = twins.filter(|twin| !twin.is_in_place);
        beside.map(move |twin| Entry::Twin(number, twin))
    };
    let listed = versions.list.iter().map(|version| version.number);
    let others = versions.twins.iter().map(|twins| twins.number);
    let mut numbers: Vec<u32> = listed.chain(others).collect();
    numbers.sort_unstable();
    numbers.dedup();
    let mut entries = Vec::new();
    for number in numbers.into_iter().rev() {
        entries.extend(twins_of(number));
        let listed = versions
            .list
            .iter()
            .filter(|version| version.number == number);
        entries.extend(listed.map(Entry::Version));
    }
    entries.extend(versions.unreadable.iter().map(Entry::Unreadable));
    let high = |entry| (entry, version_twins::HEIGHT);
    entries.into_iter().map(high).collect()
}

/// What stands in the list at the left.
enum Entry<'a> {
    Version(&'a ListedVersion),
    /// Another version of this number.
    Twin(u32, &'a Twin),
    /// A copy that cannot be read: what it is called, and why.
    Unreadable(&'a (String, String)),
    /// The heading of the last saves.
    Saves,
    Save(&'a ToldSave),
}

fn row(ui: &Ui, view: &View, version: &ListedVersion, rect: egui::Rect, out: &mut Out) {
    let words = view.words;
    let c = colours(ui);
    let name = words.version(version.number);
    let (told, note, ink) = match &version.issue {
        Ok(issue) => (words.issued_as(issue), issue.note.clone(), c.dim),
        Err(error) => (error.sentence(words), String::new(), c.alarm),
    };
    let row = widgets::row(
        ui,
        Id::unique(("version", version.number)),
        rect,
        view.versions.selected == Some(Kept::Version(version.number)),
        &name,
        &format!("{told} {note}"),
    );
    if row.clicked() {
        let kept = Kept::Version(version.number);
        out.send(Command::Version(VersionCommand::Select(kept)));
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
    let Some(kept) = versions.selected else {
        let (title, next) = if versions.list.is_empty() {
            ("versions-empty", "versions-empty-next")
        } else {
            ("place-versions", "versions-choose")
        };
        widgets::empty(ui, &words.t(title), &words.t(next), None);
        return;
    };
    deeds(ui, view, kept, out);
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
        let since = named(
            words,
            kept,
            ["versions-changed-since", "saves-changed-since"],
        );
        let font = tokens::bold_font(size::TEXT);
        ui.label(widgets::said(since, font));
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
        let title = named(words, kept, ["versions-same", "saves-same"]);
        let next = match (kept, versions.standing) {
            (Kept::Version(number), Standing::Version(is)) if is.number == number => {
                words.t("versions-same-next")
            }
            (Kept::Version(_) | Kept::Twin(..), _) => words.t("versions-same-draft"),
            (Kept::Save(_), _) => String::new(),
        };
        widgets::empty(ui, &title, &next, None);
        return;
    }
    let teller = Teller::new(words, compared.old, compared.new);
    let salt = ("changes", kept, view.versions.told_by == ToldBy::Person);
    let width = ui.available_width() - 3.0 * space::L;
    let key = Id::unique((salt, words.tongue, compared.new.id, compared.state));
    let texts = sentences::heights(ui, key, width, lines.len(), |index| match lines[index] {
        Line::Heading(_) => String::new(),
        Line::Change(change, is_named) => shown(&teller, change, is_named),
    });
    let heights: Vec<f32> = (lines.iter().zip(texts.iter()))
        .map(|(line, height)| match line {
            Line::Heading(_) => HEADING,
            Line::Change(..) => *height,
        })
        .collect();
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
                    (index, rect, width),
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

/// What is said of a change: the whole sentence, or what goes on from the heading above that names what it is about.
fn shown(teller: &Teller, change: &Change, is_named: bool) -> String {
    if is_named {
        teller.phrase(change)
    } else {
        teller.sentence(change)
    }
}

/// One change; a click opens what it is about, if that is still there.
fn told(
    ui: &Ui,
    teller: &Teller,
    (change, is_named): (&Change, bool),
    (index, rect, width): (usize, egui::Rect, f32),
    compared: Compared,
    out: &mut Out,
) {
    let sentence = teller.sentence(change);
    let row = widgets::row(
        ui,
        Id::unique(("change", index)),
        rect,
        false,
        &sentence,
        "",
    );
    let text = rect.with_min_x(rect.left() + space::L + space::M);
    sentences::draw(ui, text, &shown(teller, change, is_named), width);
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

/// A sentence about a version, or the one about a save.
fn named(words: Words, kept: Kept, keys: [&str; 2]) -> String {
    match kept {
        Kept::Version(number) | Kept::Twin(number, _) => {
            words.tf(keys[0], [("number", number.into())])
        }
        Kept::Save(save) => words.tf(keys[1], [("at", words.saved_at(save.at()).into())]),
    }
}

/// What the selected state is, and what can be done with it.
fn deeds(ui: &mut Ui, view: &View, kept: Kept, out: &mut Out) {
    let words = view.words;
    let issue = match kept {
        Kept::Version(number) => {
            let mut listed = view.versions.list.iter();
            let listed = listed.find(|version| version.number == number);
            listed.and_then(|version| version.issue.as_ref().ok())
        }
        Kept::Twin(number, stamp) => {
            version_twins::find(view, number, stamp).map(|twin| &twin.issue)
        }
        Kept::Save(_) => None,
    };
    let (line, can_be_read) = match (kept, issue) {
        (Kept::Version(_) | Kept::Twin(..), Some(issue)) => (words.issue(issue), true),
        (Kept::Version(number) | Kept::Twin(number, _), None) => (words.version(number), false),
        (Kept::Save(save), _) => {
            let line = words.tf("saves-line", [("at", words.saved_at(save.at()).into())]);
            (line, view.versions.trouble.is_none())
        }
    };
    widgets::toolbar(ui, |ui| {
        widgets::at_right(ui, |ui| {
            if let Kept::Twin(number, _) = kept {
                version_twins::decide(ui, view, number, out);
            }
            for (key, command) in [
                ("version-bring-back", VersionCommand::BringBack(kept)),
                ("version-print", VersionCommand::Print(kept)),
                ("version-read", VersionCommand::Read(kept)),
            ] {
                // The papers of a save are those of what is opened to read.
                // One without a number of its own is brought back when it has one.
                let is_offered = can_be_read
                    && match kept {
                        Kept::Version(_) => true,
                        Kept::Twin(..) => key != "version-bring-back",
                        Kept::Save(_) => key != "version-print",
                    };
                if is_offered && ui.button(words.t(key)).clicked() {
                    out.send(Command::Version(command));
                }
            }
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                let line = widgets::said(line, tokens::bold_font(size::TEXT));
                let label = ui.add(egui::Label::new(line).truncate());
                if let Some(issue) = issue.filter(|issue| !issue.note.is_empty()) {
                    label.on_hover_text(&issue.note);
                }
            });
        });
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
