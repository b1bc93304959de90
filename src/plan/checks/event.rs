//! The event as a whole.

use std::collections::HashSet;

use super::{Problem, Severity, Subject, Trouble, found};
use crate::{
    model::{Event, FieldId},
    plan::Plan,
};

/// An event has a day.
pub(super) fn days(event: &Event, _: &Plan, problems: &mut Vec<Problem>) {
    if event.details.days.is_empty() {
        let subject = Subject::Event;
        problems.push(Problem {
            severity: Severity::Missing,
            subject,
            field: FieldId::EventDays,
            trouble: Trouble::NoDays,
        });
    }
}

/// Every time is meant in a zone that there is.
pub(super) fn zone(event: &Event, _: &Plan, problems: &mut Vec<Problem>) {
    if event.details.zone().is_none() {
        let subject = Subject::Event;
        problems.push(Problem {
            severity: Severity::Clash,
            subject,
            field: FieldId::EventTimeZone,
            trouble: Trouble::UnknownZone(event.details.time_zone.clone()),
        });
    }
}

/// Something happens.
pub(super) fn something_happens(event: &Event, _: &Plan, problems: &mut Vec<Problem>) {
    if event.sessions.is_empty() {
        let subject = Subject::Event;
        problems.push(Problem {
            severity: Severity::Missing,
            subject,
            field: FieldId::SessionStart,
            trouble: Trouble::NoSessions,
        });
    }
}

/// Something happens in every room.
pub(super) fn unused_rooms(event: &Event, _: &Plan, problems: &mut Vec<Problem>) {
    let used: HashSet<_> = event
        .sessions
        .iter()
        .filter_map(|session| session.room)
        .collect();
    for room in event.rooms.iter().filter(|room| !used.contains(&room.id)) {
        problems.push(found(
            Severity::Look,
            room.id,
            FieldId::RoomName,
            Trouble::UnusedRoom,
        ));
    }
}
