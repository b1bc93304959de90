//! Sessions: their times, their rooms, their casts.

use std::cell::OnceCell;

use jiff::SignedDuration;
use rustc_hash::FxHashMap;

use super::{Problem, Severity, Trouble, found};
use crate::{
    model::{Event, FieldId, Length, Role, RoomId, Session, SessionId, SessionKind},
    plan::{Plan, Timed},
};

/// A session that starts before the one it stands behind has ended.
pub(super) fn overlaps(session: &Session, _: &Event, plan: &Plan, problems: &mut Vec<Problem>) {
    if let Some(Timed {
        gap,
        previous: Some(previous),
        ..
    }) = plan.timed(session.id)
        && gap.is_negative()
        && is_same_time(plan, session.id, *previous)
    {
        let minutes = (-gap.as_secs() + 59) / 60;
        problems.push(found(
            Severity::Clash,
            session.id,
            FieldId::SessionStart,
            Trouble::Overlap(*previous, minutes),
        ));
    }
}

/// Begun minutes.
fn minutes(duration: SignedDuration) -> i64 {
    (duration.as_secs() + 59) / 60
}

/// What ends at a fixed time has time enough until then.
pub(super) fn ends(session: &Session, _: &Event, plan: &Plan, problems: &mut Vec<Problem>) {
    let Some(timed) = plan.timed(session.id).filter(|_| session.until.is_some()) else {
        return;
    };
    let slack = session.slack.map_or(SignedDuration::ZERO, Length::span);
    let least = session.length.span() - slack;
    let mut find = |severity, trouble| {
        problems.push(found(severity, session.id, FieldId::SessionStart, trouble));
    };
    if timed.overrun.is_positive() {
        find(Severity::Clash, Trouble::Overrun(minutes(timed.overrun)));
    } else if session.slack.is_some() && timed.length() < least {
        let trouble = Trouble::TooShort(timed.length().as_secs() / 60, minutes(least));
        find(Severity::Look, trouble);
    }
}

/// With how many others a session is said to clash in its room, at most. Of thousands that somebody's file puts into one
/// room at once, each pair would be a problem, and nobody reads a million of them.
const CLASHES: usize = 20;

/// Where each session of a room stands among them, and which stands behind it in its lane.
fn chain(
    sessions: &[(&Session, &Timed)],
) -> (FxHashMap<SessionId, usize>, FxHashMap<SessionId, SessionId>) {
    let ids = sessions.iter().map(|(session, _)| session.id);
    let behind = sessions
        .iter()
        .filter_map(|(session, timed)| Some((timed.previous?, session.id)));
    (ids.zip(0..).collect(), behind.collect())
}

/// Two sessions in one room at once that do not stand one behind the other.
pub(super) fn rooms(event: &Event, plan: &Plan, problems: &mut Vec<Problem>) {
    let mut by_room: FxHashMap<RoomId, Vec<(&Session, &Timed)>> = FxHashMap::default();
    for session in &event.sessions {
        if let (Some(room), Some(timed)) = (session.room, plan.timed(session.id)) {
            by_room.entry(room).or_default().push((session, timed));
        }
    }
    for (room, sessions) in &mut by_room {
        sessions.sort_by_key(|(_, timed)| timed.start);
        // Who stands behind whom is only asked of those that are not told one by one.
        let follows = OnceCell::new();
        for (place, (earlier, first)) in sessions.iter().enumerate() {
            let end = sessions.partition_point(|(_, second)| second.start < first.end);
            let rest = place + 1 + CLASHES..end;
            if !rest.is_empty() {
                let (places, behind) = follows.get_or_init(|| chain(sessions));
                let next = [first.previous.as_ref(), behind.get(&earlier.id)];
                let linked = next.into_iter().flatten().filter_map(|id| places.get(id));
                let linked = linked.filter(|place| rest.contains(*place)).count();
                let trouble = Trouble::MoreClashes(*room, rest.len() - linked);
                if rest.len() > linked {
                    problems.push(found(
                        Severity::Clash,
                        earlier.id,
                        FieldId::SessionRoom,
                        trouble,
                    ));
                }
            }
            for (later, second) in sessions[place + 1..]
                .iter()
                .take_while(|(_, second)| second.start < first.end)
                .take(CLASHES)
            {
                if first.previous != Some(later.id) && second.previous != Some(earlier.id) {
                    let shared = first
                        .end
                        .min(second.end)
                        .duration_since(second.start)
                        .as_secs();
                    let trouble = Trouble::RoomClash(earlier.id, *room, (shared + 59) / 60);
                    problems.push(found(
                        Severity::Clash,
                        later.id,
                        FieldId::SessionRoom,
                        trouble,
                    ));
                }
            }
        }
    }
}

/// A session in a room that is none of the event's, which only a file says that was edited by hand.
pub(super) fn unknown_rooms(event: &Event, _: &Plan, problems: &mut Vec<Problem>) {
    for session in &event.sessions {
        if session
            .room
            .is_some_and(|room| event.rooms.get(room).is_none())
        {
            problems.push(found(
                Severity::Clash,
                session.id,
                FieldId::SessionRoom,
                Trouble::UnknownRoom,
            ));
        }
    }
}

/// A session on a day that is not of the event.
pub(super) fn days(session: &Session, event: &Event, _: &Plan, problems: &mut Vec<Problem>) {
    if !event.details.days.is_empty() && !event.details.days.contains(&session.day) {
        problems.push(found(
            Severity::Clash,
            session.id,
            FieldId::SessionDay,
            Trouble::OutsideDays(session.day),
        ));
    }
}

/// A session that goes past the end of its day: the closing hour, or midnight where there is none.
pub(super) fn past_the_day(
    session: &Session,
    event: &Event,
    plan: &Plan,
    problems: &mut Vec<Problem>,
) {
    let Some(timed) = plan.timed(session.id) else {
        return;
    };
    let mut find = |severity, trouble| {
        problems.push(found(severity, session.id, FieldId::SessionStart, trouble));
    };
    if let Some(closes) = event.details.closing.of(session.day) {
        if timed.late.is_positive() {
            let trouble = Trouble::PastClosing(closes, minutes(timed.late));
            find(Severity::Clash, trouble);
        }
    } else if timed.start.date() != session.day || timed.end.date() > session.day {
        find(Severity::Look, Trouble::PastMidnight);
    }
}

/// Everybody whom a session of its kind needs.
pub(super) fn casts(session: &Session, event: &Event, _: &Plan, problems: &mut Vec<Problem>) {
    let has = |role| {
        session
            .people
            .iter()
            .any(|appearance| appearance.role == role)
    };
    let mut lacks = |trouble| {
        problems.push(found(
            Severity::Missing,
            session.id,
            FieldId::SessionPeople,
            trouble,
        ));
    };
    if session.kind.needs_speaker() && !has(Role::Speaker) && !has(Role::Officiating) {
        lacks(Trouble::NoSpeaker);
    }
    if session.kind == SessionKind::PanelDiscussion {
        if !has(Role::Moderator) {
            lacks(Trouble::NoModerator);
        }
        if !has(Role::Panellist) {
            lacks(Trouble::NoPanellists);
        }
    }
    if session.kind == SessionKind::Signing {
        let signed = |session: SessionId| {
            event
                .agreements
                .iter()
                .filter(move |agreement| agreement.session == Some(session))
        };
        if signed(session.id).next().is_none() {
            lacks(Trouble::NoAgreement);
        }
        if !has(Role::Signatory)
            && !signed(session.id).any(|agreement| {
                agreement
                    .parties
                    .iter()
                    .any(|party| party.signatory.is_some())
            })
        {
            lacks(Trouble::NoSignatory);
        }
        if !has(Role::Witness) && signed(session.id).all(|agreement| agreement.witnesses.is_empty())
        {
            lacks(Trouble::NoWitness);
        }
    }
    if session.room.is_none() && !event.rooms.is_empty() {
        problems.push(found(
            Severity::Look,
            session.id,
            FieldId::SessionRoom,
            Trouble::NoRoom,
        ));
    }
}

/// Whether two sessions share a moment.
pub(super) fn is_same_time(plan: &Plan, one: SessionId, other: SessionId) -> bool {
    match (plan.timed(one), plan.timed(other)) {
        (Some(one), Some(other)) => one.start < other.end && other.start < one.end,
        _ => false,
    }
}
