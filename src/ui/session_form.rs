//! The form of a session.

use egui::{RichText, Ui};

use super::{
    Action, Command, Out, View,
    form::Form,
    session_parts, session_times,
    tokens::{self, colours, size, space},
    widgets,
};
use crate::{
    model::{Audience, Clock, FieldId, Length, Session, SessionKind},
    plan::{Begins, Subject, Timed},
    words::{Words, shortened_to},
};

/// Shows the form of the selected session.
pub(super) fn show(ui: &mut Ui, view: &View, out: &mut Out) {
    let words = view.words;
    let Some(old) = view.selected_session() else {
        widgets::empty(
            ui,
            &words.t("form-none"),
            &words.t("form-none-session"),
            None,
        );
        return;
    };
    let mut session = old.clone();
    let form = Form {
        words,
        languages: &view.side_by_side,
        item: session.id.uuid(),
    };
    head(ui, view, &session, out);
    ui.add_space(space::S);
    let kinds = SessionKind::ALL.map(|kind| (kind, words.session_kind(kind)));
    if let Some(kind) = form.choice(ui, FieldId::SessionKind, &session.kind, &kinds) {
        session.kind = kind;
    }
    form.language_heads(ui);
    form.texts(ui, FieldId::SessionTitle, &mut session.title);
    form.focus_first(ui, view, FieldId::SessionTitle);
    session_times::show(ui, view, form, &mut session);
    room(ui, view, form, &mut session);
    let audiences =
        [Audience::Guests, Audience::Staff].map(|audience| (audience, words.audience(audience)));
    let label = form.label(FieldId::SessionAudience);
    form.row(ui, &label, |ui| {
        if let Some(audience) = widgets::segmented(ui, &label, session.audience, &audiences) {
            session.audience = audience;
        }
    });
    session_parts::people(ui, view, form, &mut session, out);
    session_parts::steps(ui, view, form, &mut session);
    session_parts::cues(ui, view, form, &mut session);
    session_parts::agreements(ui, view, form, &session, out);
    session_parts::photos(ui, view, form, &session, out);
    form.part(ui, &words.t("part-notes"), None);
    form.text(ui, FieldId::SessionOfficer, &mut session.officer);
    form.long_texts(
        ui,
        FieldId::SessionSummary,
        &mut session.summary,
        2,
        &|_| String::new(),
    );
    let label = form.label(FieldId::SessionRemarks);
    form.row(ui, &label, |ui| {
        super::form::area(
            ui,
            form.row_id(FieldId::SessionRemarks),
            &label,
            &mut session.remarks,
            2,
            &words.t("remarks-hint"),
        );
    });
    if session != *old {
        out.edit(session);
    }
}

fn head(ui: &mut Ui, view: &View, session: &Session, out: &mut Out) {
    let words = view.words;
    ui.horizontal_top(|ui| {
        let width = ui.available_width() - 44.0;
        ui.vertical(|ui| {
            ui.set_width(width);
            let name: String = words
                .session_name(session, &view.lang())
                .chars()
                .take(120)
                .collect();
            widgets::heading(ui, name);
            if let Some(timed) = view.plan.timed(session.id) {
                let room = session.room.and_then(|room| view.event.rooms.get(room));
                let room = room
                    .map(|room| room.name.shown(&view.lang()).to_owned())
                    .unwrap_or_default();
                let mut facts =
                    vec![words.time_range(timed.start.time(), timed.end.time(), Clock::Hours24)];
                if !room.is_empty() {
                    facts.push(room);
                }
                facts.push(begins(view, timed));
                widgets::dim(ui, facts.join(" · "));
                if let Some(spare) = session_times::spare(view, session.id, timed) {
                    widgets::dim(ui, spare);
                }
            }
        });
        let more = ui.button("⋯").accessible_name(words.t("more"));
        egui::Popup::menu(&more).show(|ui| {
            for action in [
                Action::Duplicate,
                Action::MoveUp,
                Action::MoveDown,
                Action::Remove,
            ] {
                let keys = super::bar::shortcut_text(ui, action);
                if ui
                    .add(egui::Button::new(action.name(words)).shortcut_text(keys))
                    .clicked()
                {
                    out.act(action);
                    ui.close();
                }
            }
        });
    });
    problems(ui, view, Subject::Item(session.id.into()));
}

/// What is wrong with the item of a form, in words, under its heading.
pub(super) fn problems(ui: &mut Ui, view: &View, subject: Subject) {
    let c = colours(ui);
    for problem in view.plan.problems_of(subject).take(4) {
        let words = view.words;
        let values = [
            ("severity", words.severity(problem.severity).into()),
            ("trouble", words.trouble(view.event, problem).into()),
        ];
        let text = words.tf("check-in-form", values);
        widgets::chip(ui, &text, c.amber, c.amber_ground);
    }
}

/// Why a session starts when it does.
fn begins(view: &View, timed: &Timed) -> String {
    let words = view.words;
    match timed.begins {
        Begins::Fixed => words.t("begins-fixed"),
        Begins::Assumed => words.t("begins-assumed"),
        Begins::After(previous) => {
            let name = view
                .event
                .sessions
                .get(previous)
                .map(|session| words.session_name(session, &view.lang()));
            let name = shortened_to(&name.unwrap_or_default(), 40);
            words.tf("begins-after", [("name", words.quoted(&name).into())])
        }
    }
}

/// Reads a length, or says why it is none.
pub(super) fn read_length(words: Words, typed: &str) -> Result<Length, String> {
    let length = typed.parse::<Length>();
    length.map_err(|error| words.length_fault(&error))
}

fn room(ui: &mut Ui, view: &View, form: Form, session: &mut Session) {
    let words = view.words;
    let lang = view.lang();
    if view.event.rooms.is_empty() {
        return;
    }
    let rooms = &view.event.rooms;
    form.item(
        ui,
        FieldId::SessionRoom,
        &mut session.room,
        &words.t("room-none"),
        &|id| Some(rooms.get(id)?.name.shown(&lang).to_owned()),
        &|| rooms.iter().map(|room| room.id).collect(),
    );
}

/// The quiet line under a part that has nothing in it.
pub(super) fn nothing(ui: &mut Ui, text: &str) {
    let c = colours(ui);
    ui.label(
        RichText::new(text)
            .font(tokens::font(size::SMALL))
            .color(c.dim),
    );
}

/// Selects an item and shows it in its own place.
pub(super) fn open(out: &mut Out, id: impl Into<crate::model::ItemId>) {
    out.send(Command::Open(id.into()));
}
