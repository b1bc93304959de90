//! Photos: whether they may go out as they are.

use std::collections::HashMap;

use jiff::SignedDuration;

use super::{Problem, Severity, Trouble, found};
use crate::{
    model::{Clearance, Event, FieldId, NameKey, Photo},
    plan::Plan,
};

fn going_out(event: &Event) -> impl Iterator<Item = &Photo> {
    event
        .photos
        .iter()
        .map(AsRef::as_ref)
        .filter(|photo| photo.clearance != Clearance::HeldBack)
}

/// Somebody has cleared it or held it back.
pub(super) fn clearance(photo: &Photo, _: &Event, _: &Plan, problems: &mut Vec<Problem>) {
    if photo.clearance != Clearance::Draft {
        return;
    }
    problems.push(found(
        Severity::Look,
        photo.id,
        FieldId::PhotoClearance,
        Trouble::NotCleared,
    ));
}

/// It belongs to a session.
pub(super) fn placed(photo: &Photo, event: &Event, _: &Plan, problems: &mut Vec<Problem>) {
    if photo.clearance == Clearance::HeldBack {
        return;
    }
    if photo.session.is_some_and(|id| event.sessions.contains(id)) {
        return;
    }
    problems.push(found(
        Severity::Look,
        photo.id,
        FieldId::PhotoSession,
        Trouble::NotPlaced,
    ));
}

/// Somebody in it is named, if its session names people.
pub(super) fn named(photo: &Photo, event: &Event, _: &Plan, problems: &mut Vec<Problem>) {
    if photo.clearance == Clearance::HeldBack {
        return;
    }
    if photo.people().next().is_some() {
        return;
    }
    let session = photo.session.and_then(|id| event.sessions.get(id));
    if session.is_some_and(|session| !session.people.is_empty()) {
        problems.push(found(
            Severity::Look,
            photo.id,
            FieldId::PhotoPeople,
            Trouble::NobodyNamed,
        ));
    }
}

/// Whoever stands in front is named, if those behind are.
pub(super) fn front_row(photo: &Photo, _: &Event, _: &Plan, problems: &mut Vec<Problem>) {
    if photo.clearance == Clearance::HeldBack {
        return;
    }
    let nobody_in_front = photo.rows.first().is_some_and(Vec::is_empty);
    if nobody_in_front && photo.people().next().is_some() {
        problems.push(found(
            Severity::Look,
            photo.id,
            FieldId::PhotoPeople,
            Trouble::FrontRowUnnamed,
        ));
    }
}

/// Its number is its own.
pub(super) fn numbers(event: &Event, _: &Plan, problems: &mut Vec<Problem>) {
    let mut seen = HashMap::new();
    for photo in going_out(event) {
        if let Some(number) = photo.number
            && seen.insert(number, photo.id).is_some()
        {
            problems.push(found(
                Severity::Clash,
                photo.id,
                FieldId::PhotoNumber,
                Trouble::SameNumber(number),
            ));
        }
    }
}

/// Its file is its own, also where names of files are compared without the case of letters and the form of Unicode.
pub(super) fn files(event: &Event, _: &Plan, problems: &mut Vec<Problem>) {
    let mut seen: HashMap<NameKey, &Photo> = HashMap::new();
    for photo in &event.photos {
        let first = *seen.entry(photo.file.key()).or_insert(photo);
        // One picture that was added as two photos may have one file.
        if first.id != photo.id && (first.hash != photo.hash || first.file != photo.file) {
            problems.push(found(
                Severity::Clash,
                photo.id,
                FieldId::PhotoFile,
                Trouble::SameFile(first.id),
            ));
        }
    }
}

/// It was taken while its session went on, or a quarter of an hour about it.
pub(super) fn hours(photo: &Photo, _: &Event, plan: &Plan, problems: &mut Vec<Problem>) {
    if photo.clearance == Clearance::HeldBack {
        return;
    }
    let about = SignedDuration::from_mins(15);
    let Some((taken, timed)) = photo.taken.zip(photo.session.and_then(|id| plan.timed(id))) else {
        return;
    };
    let early = timed.start.duration_since(taken) > about;
    let late = taken.duration_since(timed.end) > about;
    if early || late {
        problems.push(found(
            Severity::Look,
            photo.id,
            FieldId::PhotoSession,
            Trouble::TakenOutside(taken),
        ));
    }
}
