//! An event larger than any: what it is measured with is sound, and everything follows from it.

use runsheet::{
    model::{Event, Who},
    plan::Plan,
};

use crate::support::big;

#[test]
fn a_large_event_is_planned_throughout() {
    let event = big::event(1000, 1000);
    let plan = Plan::of(&event);
    assert_eq!(
        (event.sessions.len(), event.participants.len()),
        (1000, 1000)
    );
    assert_eq!(plan.days.len(), event.details.days.len());
    for session in &event.sessions {
        let timed = plan.timed(session.id).unwrap();
        assert_eq!(timed.start.date(), session.day);
        assert_eq!(
            timed.end.date(),
            session.day,
            "a day is long enough for its sessions"
        );
        assert!(
            session
                .people
                .iter()
                .all(|appearance| match appearance.who {
                    Who::Person(id) => event.participants.contains(id),
                    Who::RepresentativeOf(id) => event.organisations.contains(id),
                })
        );
    }
    assert!(
        event
            .participants
            .iter()
            .all(|person| !plan.appearances(person.id).is_empty())
    );
}

#[test]
fn an_event_of_any_size_can_be_made() {
    let sizes = [(0, 0), (1, 0), (0, 5), (61, 3)];
    for (sessions, participants) in sizes {
        let event: Event = big::event(sessions, participants);
        assert_eq!(
            (event.sessions.len(), event.participants.len()),
            (sessions, participants)
        );
    }
}
