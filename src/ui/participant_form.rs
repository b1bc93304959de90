//! The form of a participant.

use egui::{Button, RichText, Ui, vec2};
use jiff::civil::{Date, DateTime};

use super::{
    Action, Out, View, combo,
    form::Form,
    row::{NamePart, Row},
    session_form::{nothing, open, problems},
    tokens::{self, size, space},
    widgets,
};
use crate::{
    model::{Attendance, FieldId, Name, NameOrder, Participant},
    plan::{Person, Subject},
    words::parse_moment,
};

/// Shows the form of the selected participant.
pub(super) fn show(ui: &mut Ui, view: &View, out: &mut Out) {
    let words = view.words;
    let Some(old) = view
        .selection
        .participant
        .and_then(|id| view.event.participants.get(id))
    else {
        widgets::empty(
            ui,
            &words.t("form-none"),
            &words.t("form-none-participant"),
            None,
        );
        return;
    };
    let mut person = (**old).clone();
    let form = Form {
        words,
        languages: &view.side_by_side,
        item: person.id.uuid(),
    };
    let lang = view.lang();
    ui.horizontal(|ui| {
        let name = words.item_name(view.event, person.id.into());
        widgets::initial(ui, &person.plain_name(&lang), 32.0);
        ui.vertical(|ui| {
            ui.set_width(ui.available_width() - 90.0);
            ui.spacing_mut().item_spacing.y = 0.0;
            widgets::heading(ui, name);
            widgets::dim(
                ui,
                words.post(&Person::of_participant(view.event, &person, &lang)),
            );
        });
        widgets::at_right(ui, |ui| {
            if widgets::quiet(ui, &words.t("remove")).clicked() {
                out.act(Action::Remove);
            }
        });
    });
    problems(ui, view, Subject::Item(person.id.into()));
    ui.add_space(space::S);
    names(ui, form, &mut person);
    form.focus_first(ui, view, Row::NamePart(NamePart::Honorific));
    form.texts(ui, FieldId::ParticipantPost, &mut person.post);
    form.row(ui, "", |ui| {
        widgets::tick(
            ui,
            &mut person.acting,
            words.label(FieldId::ParticipantActing),
        )
    });
    form.organisation(
        ui,
        view,
        FieldId::ParticipantOrganisation,
        &mut person.organisation,
    );
    let attendance = Attendance::ALL.map(|state| (state, words.attendance(state)));
    if let Some(state) = form.choice(
        ui,
        FieldId::ParticipantAttendance,
        &person.attendance,
        &attendance,
    ) {
        person.attendance = state;
    }
    let shown = person
        .precedence
        .map(|rank| rank.to_string())
        .unwrap_or_default();
    let read = form.parsed(
        ui,
        FieldId::ParticipantPrecedence,
        (&person.precedence, &shown),
        &words.tf("field-example", [("sample", "1".into())]),
        |typed| match typed.trim() {
            "" => Ok(None),
            number => number
                .parse::<u32>()
                .map(Some)
                .map_err(|_| words.t("not-a-number")),
        },
    );
    person.precedence = read.unwrap_or(person.precedence);
    window(ui, view, form, &mut person);
    appearances(ui, view, form, &person, out);
    form.part(ui, &words.t("part-about"), None);
    form.long_texts(
        ui,
        FieldId::ParticipantBiography,
        &mut person.biography,
        3,
        &|_| String::new(),
    );
    portrait(ui, view, form, &mut person);
    form.part(ui, &words.t("part-contact"), None);
    form.text(ui, FieldId::ContactPhone, &mut person.contact.phone);
    form.text(ui, FieldId::ContactEmail, &mut person.contact.email);
    form.text(ui, FieldId::ContactThrough, &mut person.contact.through);
    if person != **old {
        out.edit(person);
    }
}

/// The text of a part of a name.
type Part = fn(&mut Name) -> &mut String;

/// The parts of the name, in each language.
fn names(ui: &mut Ui, form: Form, person: &mut Participant) {
    let words = form.words;
    form.language_heads(ui);
    let parts: [(NamePart, Part); 4] = [
        (NamePart::Honorific, |name| &mut name.honorific),
        (NamePart::Family, |name| &mut name.family),
        (NamePart::Given, |name| &mut name.given),
        (NamePart::Honours, |name| &mut name.honours),
    ];
    for (which, part) in parts {
        let mut text = crate::model::Text::default();
        for lang in form.languages {
            let mut name = person.name.get(lang).cloned().unwrap_or_default();
            text.set(lang, std::mem::take(part(&mut name)));
        }
        if form.texts(ui, Row::NamePart(which), &mut text) {
            for lang in form.languages {
                let mut name = person.name.get(lang).cloned().unwrap_or_default();
                text.text(lang).clone_into(part(&mut name));
                person.name.set(lang, name);
            }
        }
    }
    // In Chinese the family name is always first: the order is asked only where there is one.
    let orders = NameOrder::ALL.map(|order| (order, words.name_order(order)));
    for lang in form.languages.iter().filter(|lang| !lang.is_chinese()) {
        let Some(mut name) = person.name.get(lang).cloned() else {
            continue;
        };
        let row = Row::NamePart(NamePart::Order);
        let label = form.label(row);
        form.row(ui, &label, |ui| {
            let id = form.id((row, lang));
            if let Some(order) = combo::choice_of(ui, id, &label, &name.order, &orders) {
                name.order = order;
                person.name.set(lang, name);
            }
        });
    }
}

/// When the person can be there.
fn window(ui: &mut Ui, view: &View, form: Form, person: &mut Participant) {
    let words = view.words;
    let day = view
        .event
        .details
        .days
        .first()
        .copied()
        .or_else(|| view.plan.days.first().map(|day| day.date));
    let day = day.unwrap_or(Date::constant(2000, 1, 1));
    let several = view.has_several_days();
    let shown = |at: Option<DateTime>| match at {
        Some(at) if several || at.date() != day => at.strftime("%Y-%m-%d %H:%M").to_string(),
        Some(at) => at.strftime("%H:%M").to_string(),
        None => String::new(),
    };
    let read = |typed: &str| match typed.trim() {
        "" => Ok(None),
        typed => parse_moment(typed, day)
            .map(Some)
            .map_err(|error| words.tf("not-a-time", [("typed", error.0.into())])),
    };
    let arrives = shown(person.window.arrives);
    let arrives = form.parsed(
        ui,
        FieldId::WindowArrives,
        (&person.window.arrives, &arrives),
        &words.tf("field-example", [("sample", "9:50".into())]),
        read,
    );
    person.window.arrives = arrives.unwrap_or(person.window.arrives);
    let leaves = shown(person.window.leaves);
    let leaves = form.parsed(
        ui,
        FieldId::WindowLeaves,
        (&person.window.leaves, &leaves),
        &words.tf("field-example", [("sample", "11:40".into())]),
        read,
    );
    person.window.leaves = leaves.unwrap_or(person.window.leaves);
}

/// Where the person appears.
fn appearances(ui: &mut Ui, view: &View, form: Form, person: &Participant, out: &mut Out) {
    let words = view.words;
    form.part(ui, &words.t("part-appears"), None);
    let appearances = view.plan.appearances(person.id);
    if appearances.is_empty() {
        nothing(ui, &words.t("appears-nowhere"));
    }
    for (id, role) in appearances {
        let (Some(session), Some(timed)) = (view.event.sessions.get(*id), view.plan.timed(*id))
        else {
            continue;
        };
        let time = words.moment(timed.start, view.has_several_days());
        ui.horizontal(|ui| {
            ui.label(RichText::new(time).font(tokens::bold_font(size::SMALL)));
            let name = words.session_name(session, &view.lang());
            if ui.add(Button::new(name).frame(false).truncate()).clicked() {
                open(out, *id);
            }
            widgets::dim(ui, words.role(*role));
        });
    }
    let pictures = view.event.photos.iter().filter(|photo| {
        photo
            .people()
            .any(|who| who == crate::model::Who::Person(person.id))
    });
    ui.horizontal_wrapped(|ui| {
        for photo in pictures.take(6) {
            if super::photos::thumb_button(ui, view, photo, vec2(84.0, 58.0)).clicked() {
                open(out, photo.id);
            }
        }
    });
}

/// Which of the event's photos is the portrait.
fn portrait(ui: &mut Ui, view: &View, form: Form, person: &mut Participant) {
    let words = view.words;
    if view.event.photos.is_empty() {
        return;
    }
    let photos = &view.event.photos;
    form.item(
        ui,
        FieldId::ParticipantPortrait,
        &mut person.portrait,
        &words.t("portrait-none"),
        &|id| Some(photos.get(id)?.file.to_string()),
        &|| photos.iter().map(|photo| photo.id).collect(),
    );
}
