//! Texts that are missing in a language of the event.

use super::{Field, Problem, Severity, Subject, Trouble};
use crate::{
    model::{Attendance, Audience, Clearance, Event, ItemId, Lang, Text},
    plan::Plan,
};

fn missing(
    event: &Event,
    subject: Subject,
    field: Field,
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
    field: Field,
    text: &Text,
    problems: &mut Vec<Problem>,
) {
    if !text.is_empty() {
        missing(event, subject, field, text, problems);
    }
}

fn note(subject: Subject, field: Field, lang: &Lang, problems: &mut Vec<Problem>) {
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
        Field::Title,
        &details.title,
        problems,
    );
    missing(
        event,
        Subject::Event,
        Field::Venue,
        &details.venue,
        problems,
    );
    half_done(
        event,
        Subject::Event,
        Field::Theme,
        &details.theme,
        problems,
    );
    half_done(event, Subject::Event, Field::Host, &details.host, problems);
}

/// A session for guests whose title is in one language only. One without any title is called by its kind.
pub(super) fn sessions(event: &Event, _: &Plan, problems: &mut Vec<Problem>) {
    for session in event
        .sessions
        .iter()
        .filter(|session| session.audience == Audience::Guests)
    {
        let subject = Subject::Item(session.id.into());
        half_done(event, subject, Field::Title, &session.title, problems);
    }
}

/// Name and post of everybody who is on the programme.
pub(super) fn participants(event: &Event, plan: &Plan, problems: &mut Vec<Problem>) {
    for person in &event.participants {
        if plan.appearances(person.id).is_empty() || person.attendance == Attendance::Declined {
            continue;
        }
        let subject = Subject::Item(ItemId::Participant(person.id));
        missing(event, subject, Field::Post, &person.post, problems);
        for lang in &event.details.languages {
            let blank = person
                .name
                .get(lang)
                .is_none_or(crate::model::Name::is_blank);
            if blank && !person.plain_name(lang).is_empty() {
                note(subject, Field::Name, lang, problems);
            }
        }
    }
}

/// The name of every organisation.
pub(super) fn organisations(event: &Event, _: &Plan, problems: &mut Vec<Problem>) {
    for organisation in &event.organisations {
        missing(
            event,
            Subject::Item(organisation.id.into()),
            Field::Title,
            &organisation.name,
            problems,
        );
    }
}

/// The title of every agreement.
pub(super) fn agreements(event: &Event, _: &Plan, problems: &mut Vec<Problem>) {
    for agreement in &event.agreements {
        missing(
            event,
            Subject::Item(agreement.id.into()),
            Field::Title,
            &agreement.title,
            problems,
        );
    }
}

/// Caption, credit and alternative text of every photo that is not held back.
pub(super) fn photos(event: &Event, _: &Plan, problems: &mut Vec<Problem>) {
    for photo in event
        .photos
        .iter()
        .filter(|photo| photo.clearance != Clearance::HeldBack)
    {
        let subject = Subject::Item(photo.id.into());
        missing(event, subject, Field::Caption, &photo.caption, problems);
        missing(event, subject, Field::Credit, &photo.credit, problems);
        missing(
            event,
            subject,
            Field::Alternative,
            &photo.alternative,
            problems,
        );
    }
}
