//! The one question that can stand in front of the window.

use std::path::{Path, PathBuf};

use egui::{Align2, Button, Id, Key, Modal, RichText, Ui, vec2};
use jiff::civil::Date;

use super::{
    Action, Answer, Command, FileCommand, Offer, Out, PathPurpose, Question, View, bar, elsewhere,
    export, find,
    form::{self, Form},
    import, jump, merge, recovery, retime, take_back,
    tokens::{self, colours, size, space},
    version_twins, versions, widgets,
};
use crate::{
    model::{FieldId, Lang, Languages, Text},
    press,
    words::{Tongue, Words},
};

/// Shows the question, if there is one.
pub(super) fn show(ui: &Ui, view: &View, out: &mut Out) {
    // What was typed into a question goes with it, however it was answered.
    if !matches!(view.question, Some(Question::Find | Question::Palette)) {
        find::forget(ui);
    }
    if view.question != Some(&Question::Issue) {
        versions::forget_note(ui);
    }
    if !matches!(view.question, Some(Question::Number(_))) {
        version_twins::forget(ui);
    }
    if view.question != Some(&Question::NewEvent) {
        ui.data_mut(|data| data.remove::<Draft>(draft_id()));
        form::forget_typed::<Option<Date>>(
            ui,
            new_form(view.words, &[]).row_id(FieldId::EventDays),
        );
    }
    if !matches!(view.question, Some(Question::Retime(_))) {
        retime::forget(ui);
    }
    if view.question != Some(&Question::Export) {
        export::forget(ui);
    }
    let Some(question) = view.question else {
        return;
    };
    let frame = egui::Frame::popup(ui.style()).inner_margin(space::L);
    let id = Id::unique("question");
    let mut modal = Modal::new(id).frame(frame);
    // What is found grows and shrinks as people type; the field stays where it is.
    if matches!(question, Question::Find | Question::Palette) {
        let area = Modal::default_area(id).anchor(Align2::CENTER_TOP, vec2(0.0, 72.0));
        modal = modal.area(area);
    }
    let modal = modal.show(ui.ctx(), |ui| {
        say_what_it_is(ui, title(view, question));
        match question {
            Question::Unsaved => unsaved(ui, view, out),
            Question::Path(purpose) => path(ui, view, *purpose, out),
            Question::Replace(path) => replace(ui, view, path, out),
            Question::NewEvent => new_event(ui, view, out),
            Question::Find => find::show(ui, view, find::Scope::Everything, out),
            Question::Palette => find::show(ui, view, find::Scope::Deeds, out),
            Question::Import => import::show(ui, view, out),
            Question::Export => export::show(ui, view, out),
            Question::Retime(retiming) => retime::show(ui, view, *retiming, out),
            Question::Issue => versions::issue(ui, view, out),
            Question::Number(number) => version_twins::ask(ui, view, *number, out),
            Question::Recover => recovery::show(ui, view, out),
            Question::Elsewhere => elsewhere::ask(ui, view, out),
            Question::Merge => merge::show(ui, view, out),
            Question::TakeBack(told) => take_back::show(ui, view, told, out),
            Question::Help => help(ui, view, out),
        }
    });
    if modal.should_close() {
        out.send(Command::Answer(Answer::Cancel));
    }
}

/// What a question is called, in front of it and for a screen reader.
fn title(view: &View, question: &Question) -> String {
    let words = view.words;
    match question {
        Question::Unsaved => words.tf("unsaved-title", [("name", bar::event_name(view).into())]),
        Question::Path(PathPurpose::Open) => words.t("path-open"),
        Question::Path(PathPurpose::Save) => words.t("path-save"),
        Question::Path(PathPurpose::Photos) => words.t("path-photos"),
        Question::Path(PathPurpose::Pdf) => words.t("path-pdf"),
        Question::Path(PathPurpose::Sample) => words.t("path-sample"),
        Question::Path(PathPurpose::Import) => words.t("path-import"),
        Question::Path(PathPurpose::Export(_)) => words.t("path-export"),
        Question::Path(PathPurpose::Press(_)) => words.t("path-press"),
        Question::Import => {
            let file = view.import.map_or("", |import| import.file);
            words.tf("import-title", [("file", words.quoted(file).into())])
        }
        Question::Export => words.t("export-title"),
        Question::NewEvent => words.t("new-title"),
        Question::Find => Action::Find.name(words),
        Question::Palette => Action::Palette.name(words),
        Question::Replace(_) => words.t("replace-title"),
        Question::Retime(retiming) => retiming.title(words),
        Question::Issue => versions::issue_title(view),
        Question::Number(number) => version_twins::title(view, *number),
        Question::Recover => words.t("recovery-title"),
        Question::Elsewhere => words.t("elsewhere-title"),
        Question::Merge => merge::title(view),
        Question::TakeBack(_) => words.t("take-back-title"),
        Question::Help => {
            let version = env!("CARGO_PKG_VERSION");
            words.tf("help-title", [("version", version.into())])
        }
    }
}

/// Tells a screen reader that what it reads next is a dialog, and which.
fn say_what_it_is(ui: &Ui, title: String) {
    let mut stack = ui.stack().iter();
    if let Some(dialog) = stack.find(|part| part.kind() == Some(egui::UiKind::Modal)) {
        ui.ctx().accesskit_node_builder(dialog.unique_id, |node| {
            node.set_role(egui::accesskit::Role::Dialog);
            node.set_label(title);
            node.set_modal();
        });
    }
}

fn unsaved(ui: &mut Ui, view: &View, out: &mut Out) {
    let words = view.words;
    ui.set_width(420.0);
    widgets::heading(ui, title(view, &Question::Unsaved));
    ui.label(words.t("unsaved-text"));
    if view
        .offers
        .iter()
        .any(|offer| matches!(offer, Offer::Decide(_)))
    {
        ui.label(words.t("unsaved-undecided"));
    }
    if view.is_adding {
        ui.label(words.t("unsaved-adding"));
    }
    if view.is_saving {
        ui.label(words.t("unsaved-saving"));
    }
    ui.add_space(space::M);
    ui.horizontal(|ui| {
        let (save, discard) = if view.is_quitting {
            ("unsaved-save-quit", "unsaved-discard-quit")
        } else {
            ("unsaved-save", "unsaved-discard")
        };
        let save = widgets::primary(ui, &words.t(save));
        if save.clicked() {
            out.send(Command::Answer(Answer::Save));
        }
        if ui.button(words.t(discard)).clicked() {
            out.send(Command::Answer(Answer::Discard));
        }
        if ui.button(words.t("cancel")).clicked() {
            out.send(Command::Answer(Answer::Cancel));
        }
        if ui.memory(|memory| memory.focused().is_none()) {
            save.request_focus();
        }
    });
}

fn replace(ui: &mut Ui, view: &View, path: &Path, out: &mut Out) {
    let words = view.words;
    ui.set_width(420.0);
    widgets::heading(ui, words.t("replace-title"));
    ui.label(words.tf("replace-text", [("file", words.path(path).into())]));
    ui.add_space(space::M);
    ui.horizontal(|ui| {
        if widgets::primary(ui, &words.t("replace-go-on")).clicked() {
            out.send(Command::Answer(Answer::Replace));
        }
        let cancel = ui.button(words.t("cancel"));
        if cancel.clicked() {
            out.send(Command::Answer(Answer::Cancel));
        }
        if ui.memory(|memory| memory.focused().is_none()) {
            cancel.request_focus();
        }
    });
}

fn path(ui: &mut Ui, view: &View, purpose: PathPurpose, out: &mut Out) {
    let words = view.words;
    ui.set_width(520.0);
    widgets::heading(ui, title(view, &Question::Path(purpose)));
    widgets::dim(ui, words.t("path-why"));
    let id = Id::unique("typed path");
    let mut typed: String = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let field = form::field_of(
        ui,
        id.with("field"),
        &words.t("path-label"),
        &mut typed,
        Some(&words.t("path-label")),
    );
    // Asked before the field takes the keyboard again, after which it has never lost it.
    let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    if ui.memory(|memory| memory.focused().is_none()) {
        field.request_focus();
    }
    ui.data_mut(|data| data.insert_temp(id, typed.clone()));
    ui.add_space(space::M);
    ui.horizontal(|ui| {
        let go_on = widgets::primary(ui, &words.t("path-go-on")).clicked() || entered;
        if go_on && !typed.trim().is_empty() {
            ui.data_mut(|data| data.remove::<String>(id));
            out.send(Command::Answer(Answer::Path(PathBuf::from(typed.trim()))));
        }
        if ui.button(words.t("cancel")).clicked() {
            out.send(Command::Answer(Answer::Cancel));
        }
    });
}

/// What is being typed into the question for a new event.
#[derive(Clone, Debug)]
struct Draft {
    title: Text,
    day: Option<Date>,
    languages: Languages,
}

fn new_event(ui: &mut Ui, view: &View, out: &mut Out) {
    let words = view.words;
    ui.set_width(520.0);
    let id = draft_id();
    let mut draft = ui
        .data(|data| data.get_temp::<Draft>(id))
        .unwrap_or_else(|| Draft {
            title: Text::default(),
            day: None,
            languages: match view.words.tongue {
                Tongue::En => [Lang::EN, Lang::ZH_HANT].into(),
                Tongue::ZhHant => [Lang::ZH_HANT, Lang::EN].into(),
                Tongue::ZhHans => [Lang::ZH_HANS, Lang::EN].into(),
            },
        });
    widgets::heading(ui, title(view, &Question::NewEvent));
    ui.add_space(space::S);
    let languages = draft.languages.clone();
    let form = new_form(words, &languages);
    form.row(ui, &words.label(FieldId::EventLanguages), |ui| {
        languages_field(ui, words, &mut draft.languages)
    });
    form.language_heads(ui);
    form.texts(ui, FieldId::EventTitle, &mut draft.title);
    // Asked before the field takes the keyboard again, after which it has never lost it.
    let no_focus = |ui: &Ui| ui.memory(|memory| memory.focused().is_none());
    let was_left = no_focus(ui);
    if let Some(lang) = languages.first()
        && was_left
    {
        let title = jump::id_of(form.item, FieldId::EventTitle.into(), Some(lang));
        ui.memory_mut(|memory| memory.request_focus(title));
    }
    let shown = draft.day.map(|day| day.to_string()).unwrap_or_default();
    let label = words.t("new-day");
    let example = words.t("new-day-hint");
    let day = form.row(ui, &label, |ui| {
        let id = form.row_id(FieldId::EventDays);
        let value = (&draft.day, shown.as_str());
        form::parsed(ui, id, &label, value, &example, |typed| {
            let fault = || words.tf("not-a-date", [("example", example.clone().into())]);
            parse_date(typed).map(Some).ok_or_else(fault)
        })
    });
    draft.day = day.unwrap_or(draft.day);
    ui.add_space(space::M);
    ui.horizontal(|ui| {
        let ready = draft.day.filter(|_| !draft.title.is_empty());
        let create = ui
            .add_enabled_ui(ready.is_some(), |ui| {
                widgets::primary(ui, &words.t("new-create"))
            })
            .inner;
        let entered = ui.input(|input| input.key_pressed(Key::Enter)) && (was_left || no_focus(ui));
        if let Some(day) = ready.filter(|_| create.clicked() || entered) {
            let event = press::new_event(draft.title.clone(), draft.languages.clone().into(), day);
            out.send(Command::File(FileCommand::Create(Box::new(event))));
        }
        if ui.button(words.t("cancel")).clicked() {
            out.send(Command::Answer(Answer::Cancel));
        }
    });
    ui.data_mut(|data| data.insert_temp(id, draft));
}

fn draft_id() -> Id {
    Id::unique("new event")
}

/// The form of an event that is not there yet, so that it has no identity of its own.
fn new_form(words: Words, languages: &[Lang]) -> Form<'_> {
    Form {
        words,
        languages,
        item: uuid::Uuid::nil(),
    }
}

/// The languages of an event, as boxes to tick; the first that was ticked is the main one. Whether they changed.
pub(super) fn languages_field(ui: &mut Ui, words: Words, languages: &mut Languages) -> bool {
    let mut changed = false;
    ui.horizontal_wrapped(|ui| {
        let mut offered = vec![Lang::EN, Lang::ZH_HANT, Lang::ZH_HANS];
        offered.extend(
            languages
                .iter()
                .filter(|lang| !Tongue::ALL.iter().any(|t| t.lang() == **lang))
                .cloned(),
        );
        for lang in offered {
            let mut is_on = languages.contains(&lang);
            let label = if languages.first() == Some(&lang) && languages.len() > 1 {
                words.tf(
                    "language-main",
                    [("language", lang.endonym().to_owned().into())],
                )
            } else {
                lang.endonym().to_owned()
            };
            let is_last = is_on && languages.len() == 1;
            let tick = ui
                .add_enabled_ui(!is_last, |ui| widgets::tick(ui, &mut is_on, label))
                .inner;
            if tick.accessible_name(lang.endonym()).changed() {
                changed = true;
                if is_on {
                    languages.add(lang);
                } else {
                    languages.remove(&lang);
                }
            }
        }
    });
    changed
}

/// Reads a date as people type it: `2025-06-03`, `3/6/2025`, `3.6.2025`, `2025年6月3日`.
pub(super) fn parse_date(typed: &str) -> Option<Date> {
    let parts: Vec<i16> = typed
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .map(|part| part.parse().ok())
        .collect::<Option<_>>()?;
    let [first, month, last] = parts.as_slice() else {
        return None;
    };
    let (year, day) = if *first >= 1000 {
        (*first, *last)
    } else {
        (*last, *first)
    };
    let date = Date::new(year, i8::try_from(*month).ok()?, i8::try_from(day).ok()?).ok()?;
    (1900..2200).contains(&date.year()).then_some(date)
}

fn help(ui: &mut Ui, view: &View, out: &mut Out) {
    let words = view.words;
    ui.set_width(460.0);
    widgets::heading(ui, title(view, &Question::Help));
    widgets::dim(ui, words.t("welcome-what"));
    ui.add_space(space::S);
    let height = (ui.ctx().content_rect().height() - 220.0).max(120.0);
    egui::ScrollArea::vertical()
        .max_height(height)
        .min_scrolled_height(height)
        .show(ui, |ui| {
            for action in Action::ALL
                .iter()
                .copied()
                .filter(|action| action.shortcut().is_some())
            {
                ui.horizontal(|ui| {
                    ui.set_min_height(22.0);
                    let keys = RichText::new(bar::shortcut_text(ui, action))
                        .font(tokens::bold_font(size::SMALL));
                    ui.allocate_ui(vec2(130.0, 22.0), |ui| {
                        ui.set_min_width(130.0);
                        ui.label(keys);
                    });
                    ui.label(RichText::new(action.name(words)).color(colours(ui).ink));
                });
            }
            table_help(ui, view);
        });
    ui.add_space(space::S);
    if ui.add(Button::new(words.t("notice-close"))).clicked() {
        out.send(Command::Answer(Answer::Cancel));
    }
}

/// The keys that are the table's own.
fn table_help(ui: &mut Ui, view: &View) {
    ui.add_space(space::S);
    widgets::heading(ui, view.words.t("table-help"));
    for key in [
        "table-help-type",
        "table-help-enter",
        "table-help-all",
        "table-help-select",
        "table-help-clip",
        "table-help-time",
        "table-help-pane",
        "help-menus",
    ] {
        if key == "help-menus" && cfg!(target_os = "macos") {
            continue;
        }
        let text = widgets::said(view.words.t(key), tokens::font(size::SMALL));
        ui.add(egui::Label::new(text.color(colours(ui).ink)).wrap());
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn dates_are_read_as_people_type_them() {
        for typed in [
            "2025-06-03",
            "2025/6/3",
            "3/6/2025",
            "3.6.2025",
            "2025年6月3日",
        ] {
            assert_eq!(parse_date(typed), Some(date(2025, 6, 3)), "{typed}");
        }
        for typed in ["", "June", "2025-13-01", "31/2/2025", "3/6", "1/1/1"] {
            assert_eq!(parse_date(typed), None, "{typed}");
        }
    }
}
