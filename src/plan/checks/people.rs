//! People: their names, and whether they can be where they are wanted.

use rustc_hash::FxHashMap;

use super::{Problem, Severity, Trouble, found, sessions::is_same_time};
use crate::{
    model::{Attendance, Event, FieldId, Participant, SessionKind},
    plan::Plan,
};

/// Everybody has a name, and a honorific if they are on the programme.
pub(super) fn names(person: &Participant, event: &Event, plan: &Plan, problems: &mut Vec<Problem>) {
    if person.name.iter().all(|(_, name)| name.is_blank()) {
        problems.push(found(
            Severity::Missing,
            person.id,
            FieldId::ParticipantName,
            Trouble::NoName,
        ));
        return;
    }
    if plan.appearances(person.id).is_empty() {
        return;
    }
    for (lang, name) in person.name.iter().filter(|(_, name)| !name.is_blank()) {
        // In Chinese a post goes straight before the name, and an honorific is rare beside one.
        let needs = !lang.is_chinese() || person.post.text(lang).is_empty();
        if needs && name.honorific.trim().is_empty() && event.details.languages.contains(lang) {
            problems.push(found(
                Severity::Missing,
                person.id,
                FieldId::ParticipantName,
                Trouble::NoHonorific(lang.clone()),
            ));
        }
    }
}

/// Nobody is in two sessions at once. A video address needs nobody on the spot.
pub(super) fn two_places(
    person: &Participant,
    event: &Event,
    plan: &Plan,
    problems: &mut Vec<Problem>,
) {
    if plan.appearances(person.id).len() < 2 {
        return;
    }
    let mut sessions: Vec<_> = plan
        .appearances(person.id)
        .iter()
        .filter_map(|(session, _)| event.sessions.get(*session))
        .filter(|session| session.kind != SessionKind::VideoAddress)
        .filter_map(|session| {
            let timed = plan.timed(session.id)?;
            Some((timed.start, session, timed.end))
        })
        .collect();
    sessions.sort_by_key(|(start, session, _)| (*start, session.id));
    sessions.dedup_by_key(|(_, session, _)| session.id);
    // What has ended when a session starts cannot clash with it, nor with any that is later still.
    let mut first = 0;
    for (place, (start, later, _)) in sessions.iter().enumerate() {
        while first < place && sessions[first].2 <= *start {
            first += 1;
        }
        let clash = sessions[first..place]
            .iter()
            .find(|(_, earlier, _)| is_same_time(plan, later.id, earlier.id));
        if let Some((_, earlier, _)) = clash {
            let trouble = Trouble::PersonClash(person.id, earlier.id);
            problems.push(found(
                Severity::Clash,
                later.id,
                FieldId::SessionPeople,
                trouble,
            ));
        }
    }
}

/// Everybody can be there when they are wanted. Of a person only the first session before the arrival and the first
/// after the departure are named: where the window is kept there, it may be kept in all of them.
pub(super) fn windows(
    person: &Participant,
    event: &Event,
    plan: &Plan,
    problems: &mut Vec<Problem>,
) {
    let window = person.window;
    if window.arrives.is_none() && window.leaves.is_none() {
        return;
    }
    let mut sessions: Vec<_> = plan
        .appearances(person.id)
        .iter()
        .filter_map(|(id, _)| Some((*plan.timed(*id)?, event.sessions.get(*id)?)))
        .filter(|(_, session)| session.kind != SessionKind::VideoAddress)
        .collect();
    sessions.sort_by_key(|(timed, session)| (timed.start, session.id));
    let mut find = |id, trouble| {
        problems.push(found(Severity::Clash, id, FieldId::SessionPeople, trouble));
    };
    if let Some(arrives) = window.arrives {
        let early = sessions.iter().find(|(timed, _)| timed.start < arrives);
        if let Some((_, session)) = early {
            find(session.id, Trouble::BeforeArrival(person.id, arrives));
        }
    }
    if let Some(leaves) = window.leaves {
        let late = sessions.iter().find(|(timed, _)| timed.end > leaves);
        if let Some((_, session)) = late {
            find(session.id, Trouble::AfterLeaving(person.id, leaves));
        }
    }
}

/// Nobody is on the programme who has declined.
pub(super) fn declined(person: &Participant, _: &Event, plan: &Plan, problems: &mut Vec<Problem>) {
    if person.attendance != Attendance::Declined {
        return;
    }
    let mut seen = Vec::new();
    for (session, _) in plan.appearances(person.id) {
        if !seen.contains(session) {
            seen.push(*session);
            let trouble = Trouble::Declined(person.id);
            problems.push(found(
                Severity::Clash,
                *session,
                FieldId::SessionPeople,
                trouble,
            ));
        }
    }
}

/// A person who appears in no session and signs nothing. Guests in the hall do not: this asks for a look only at
/// those who have a rank.
pub(super) fn nowhere(
    person: &Participant,
    event: &Event,
    plan: &Plan,
    problems: &mut Vec<Problem>,
) {
    if person.precedence.is_none() || !plan.appearances(person.id).is_empty() {
        return;
    }
    let signs = event.agreements.iter().any(|agreement| {
        let parties = &mut agreement.parties.iter();
        agreement.witnesses.contains(&person.id)
            || parties.any(|party| party.signatory == Some(person.id))
    });
    if !signs {
        problems.push(found(
            Severity::Look,
            person.id,
            FieldId::SessionPeople,
            Trouble::AppearsNowhere,
        ));
    }
}

/// Two people with one name: perhaps one person, entered twice.
pub(super) fn namesakes(event: &Event, _: &Plan, problems: &mut Vec<Problem>) {
    let mut seen = FxHashMap::default();
    for person in &event.participants {
        for (lang, name) in person.name.iter().filter(|(_, name)| !name.is_blank()) {
            let known = seen.insert((lang, name.plain(lang).to_lowercase()), person.id);
            if let Some(other) = known.filter(|other| *other != person.id) {
                problems.push(found(
                    Severity::Look,
                    person.id,
                    FieldId::ParticipantName,
                    Trouble::SameName(other),
                ));
                break;
            }
        }
    }
}
