//! Texts that are missing in a language of the event.

use super::{Problem, Severity, Subject, Trouble};
use crate::{
    model::{
        Agreement, Attendance, Audience, Clearance, Event, FieldId, ItemId, Lang, Organisation,
        Participant, Photo, Session, SessionKind, Text,
    },
    plan::Plan,
};

fn missing(
    event: &Event,
    subject: Subject,
    field: FieldId,
    text: &Text,
    problems: &mut Vec<Problem>,
) {
    for lang in &event.details.languages {
        if text.text(lang).trim().is_empty() {
            note(subject, field, lang, problems);
        }
    }
}

/// Missing in one language while another has it: a text that may be left out, left half done.
fn half_done(
    event: &Event,
    subject: Subject,
    field: FieldId,
    text: &Text,
    problems: &mut Vec<Problem>,
) {
    if !text.is_empty() {
        missing(event, subject, field, text, problems);
    }
}

fn note(subject: Subject, field: FieldId, lang: &Lang, problems: &mut Vec<Problem>) {
    let trouble = Trouble::TextMissing(lang.clone());
    problems.push(Problem {
        severity: Severity::Missing,
        subject,
        field,
        trouble,
    });
}

/// Title and venue in every language; theme and host where one language has them.
pub(super) fn details(event: &Event, _: &Plan, problems: &mut Vec<Problem>) {
    let details = &event.details;
    missing(
        event,
        Subject::Event,
        FieldId::EventTitle,
        &details.title,
        problems,
    );
    missing(
        event,
        Subject::Event,
        FieldId::EventVenue,
        &details.venue,
        problems,
    );
    half_done(
        event,
        Subject::Event,
        FieldId::EventTheme,
        &details.theme,
        problems,
    );
    half_done(
        event,
        Subject::Event,
        FieldId::EventHost,
        &details.host,
        problems,
    );
}

/// A session for guests whose title is in one language only. One without any title is called by its kind, which says
/// something unless it is any other item.
pub(super) fn sessions(session: &Session, event: &Event, _: &Plan, problems: &mut Vec<Problem>) {
    if session.audience != Audience::Guests {
        return;
    }
    let subject = Subject::Item(session.id.into());
    if session.kind == SessionKind::Other {
        missing(
            event,
            subject,
            FieldId::SessionTitle,
            &session.title,
            problems,
        );
    } else {
        half_done(
            event,
            subject,
            FieldId::SessionTitle,
            &session.title,
            problems,
        );
    }
}

/// Name and post of everybody who is on the programme.
pub(super) fn participants(
    person: &Participant,
    event: &Event,
    plan: &Plan,
    problems: &mut Vec<Problem>,
) {
    if plan.appearances(person.id).is_empty() || person.attendance == Attendance::Declined {
        return;
    }
    let subject = Subject::Item(ItemId::Participant(person.id));
    missing(
        event,
        subject,
        FieldId::ParticipantPost,
        &person.post,
        problems,
    );
    for lang in &event.details.languages {
        let blank = person
            .name
            .get(lang)
            .is_none_or(crate::model::Name::is_blank);
        if blank && !person.plain_name(lang).is_empty() {
            note(subject, FieldId::ParticipantName, lang, problems);
        }
    }
}

/// The name of every organisation.
pub(super) fn organisations(
    organisation: &Organisation,
    event: &Event,
    _: &Plan,
    problems: &mut Vec<Problem>,
) {
    missing(
        event,
        Subject::Item(organisation.id.into()),
        FieldId::OrganisationName,
        &organisation.name,
        problems,
    );
}

/// The title of every agreement.
pub(super) fn agreements(
    agreement: &Agreement,
    event: &Event,
    _: &Plan,
    problems: &mut Vec<Problem>,
) {
    missing(
        event,
        Subject::Item(agreement.id.into()),
        FieldId::AgreementTitle,
        &agreement.title,
        problems,
    );
}

/// Caption, credit and alternative text of every photo that is not held back.
pub(super) fn photos(photo: &Photo, event: &Event, _: &Plan, problems: &mut Vec<Problem>) {
    if photo.clearance == Clearance::HeldBack {
        return;
    }
    let subject = Subject::Item(photo.id.into());
    missing(
        event,
        subject,
        FieldId::PhotoCaption,
        &photo.caption,
        problems,
    );
    missing(
        event,
        subject,
        FieldId::PhotoCredit,
        &photo.credit,
        problems,
    );
    missing(
        event,
        subject,
        FieldId::PhotoAlternative,
        &photo.alternative,
        problems,
    );
}
