use jiff::civil::{date, datetime, time};

use super::*;
use crate::model::{
    Appearance, Attendance, Edit, EventId, Name, Participant, Role, Room, Session, SessionKind,
    Start, Text, Who,
};

/// A sound event of one keynote in one room and one speaker, for a test to break.
fn sound() -> (Event, Session, Participant) {
    let mut event = Event::empty(EventId::new());
    event.details.languages = [Lang::EN].into();
    event.details.title = Text::en("Forum");
    event.details.venue = Text::en("City Hall");
    event.details.days.insert(date(2025, 6, 3));
    let room = Room::new(Text::en("Main hall"));
    let mut person = Participant::new();
    person.name.set(&Lang::EN, Name::new("Dr", "Ng", "Ada"));
    person.post = Text::en("Director");
    let mut session = Session::new(SessionKind::Keynote, date(2025, 6, 3));
    session.start = Start::Fixed(time(10, 0, 0, 0));
    session.room = Some(room.id);
    session.people.push(Appearance {
        who: Who::Person(person.id),
        role: Role::Speaker,
        position: String::new(),
    });
    for edit in [
        Edit::from(room),
        person.clone().into(),
        session.clone().into(),
    ] {
        event.apply(&edit).unwrap();
    }
    (event, session, person)
}

/// Breaks the sound event, and expects exactly these troubles, the gravest first.
fn check(breaking: impl FnOnce(&Session, &Participant) -> (Vec<Edit>, Vec<Trouble>)) {
    let (mut event, session, person) = sound();
    assert_eq!(
        Plan::of(&event).problems,
        vec![],
        "the event is sound before it is broken"
    );
    let (edits, expected) = breaking(&session, &person);
    for edit in edits {
        event.apply(&edit).unwrap();
    }
    let found: Vec<_> = Plan::of(&event)
        .problems
        .into_iter()
        .map(|problem| problem.trouble)
        .collect();
    assert_eq!(found, expected);
}

fn another(session: &Session) -> Session {
    Session {
        id: SessionId::new(),
        ..session.clone()
    }
}

#[test]
fn a_person_cannot_be_in_two_places() {
    check(|session, person| {
        let elsewhere = Session {
            room: None,
            ..another(session)
        };
        (
            vec![elsewhere.into()],
            vec![Trouble::PersonClash(person.id, session.id), Trouble::NoRoom],
        )
    });
}

#[test]
fn a_room_cannot_hold_two_sessions() {
    check(|session, _| {
        let mut second = another(session);
        second.kind = SessionKind::Break;
        second.people.clear();
        second.start = Start::Fixed(time(10, 15, 0, 0));
        (vec![second.into()], vec![Trouble::Overlap(session.id, 5)])
    });
}

#[test]
fn a_guest_cannot_speak_before_arriving_or_after_leaving_or_having_declined() {
    check(|_, person| {
        let mut late = person.clone();
        let arrives = datetime(2025, 6, 3, 10, 5, 0, 0);
        let leaves = datetime(2025, 6, 3, 10, 10, 0, 0);
        late.window.arrives = Some(arrives);
        late.window.leaves = Some(leaves);
        (
            vec![late.into()],
            vec![
                Trouble::BeforeArrival(person.id, arrives),
                Trouble::AfterLeaving(person.id, leaves),
            ],
        )
    });
    check(|_, person| {
        let mut gone = person.clone();
        gone.attendance = Attendance::Declined;
        (vec![gone.into()], vec![Trouble::Declined(person.id)])
    });
}

#[test]
fn a_session_has_the_people_that_its_kind_needs() {
    for (kind, expected) in [
        (SessionKind::WelcomeRemarks, vec![Trouble::NoSpeaker]),
        (
            SessionKind::PanelDiscussion,
            vec![Trouble::NoModerator, Trouble::NoPanellists],
        ),
        (
            SessionKind::Signing,
            vec![
                Trouble::NoAgreement,
                Trouble::NoSignatory,
                Trouble::NoWitness,
            ],
        ),
        (SessionKind::Break, vec![]),
    ] {
        check(|session, _| {
            let mut bare = session.clone();
            bare.kind = kind;
            bare.people.clear();
            (vec![bare.into()], expected)
        });
    }
}

#[test]
fn a_text_is_there_in_every_language() {
    check(|_, _| {
        let (event, ..) = sound();
        let mut details = event.details.clone();
        details.languages.add(Lang::ZH_HANT);
        details.title.set(&Lang::ZH_HANT, "論壇".into());
        details.venue.set(&Lang::ZH_HANT, "大會堂".into());
        let zh = || Trouble::TextMissing(Lang::ZH_HANT);
        (vec![Edit::Details(Box::new(details))], vec![zh(), zh()])
    });
}

#[test]
fn a_session_is_on_a_day_of_the_event() {
    check(|session, _| {
        let moved = Session {
            day: date(2025, 6, 4),
            ..session.clone()
        };
        (
            vec![moved.into()],
            vec![Trouble::OutsideDays(date(2025, 6, 4))],
        )
    });
}

#[test]
fn one_person_entered_twice_is_noticed() {
    check(|_, person| {
        let mut twin = Participant::new();
        twin.name = person.name.clone();
        (vec![twin.into()], vec![Trouble::SameName(person.id)])
    });
}
