use jiff::civil::{date, datetime, time};

use super::*;
use crate::model::{
    Appearance, Attendance, Edit, EventId, FieldId, Name, Participant, Role, Room, Session,
    SessionKind, Start, Text, Who,
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
        *Plan::of(&event).problems,
        vec![],
        "the event is sound before it is broken"
    );
    let (edits, expected) = breaking(&session, &person);
    for edit in edits {
        event.apply(&edit).unwrap();
    }
    let found: Vec<_> = Plan::of(&event)
        .problems
        .iter()
        .map(|problem| problem.trouble.clone())
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

/// The sound event's one session lasts from 10:00 to 10:20.
fn closing(by: (i8, i8), on: Option<(i8, i8)>) -> Edit {
    let (event, session, _) = sound();
    let mut details = event.details;
    let at = |(hour, minute)| time(hour, minute, 0, 0);
    details.closing.by = Some(at(by));
    details
        .closing
        .on
        .extend(on.map(|time| (session.day, at(time))));
    Edit::Details(Box::new(details))
}

#[test]
fn a_session_past_the_closing_hour_is_told_by_how_much() {
    let past = |hour, minute, by| {
        let closes = datetime(2025, 6, 3, hour, minute, 0, 0);
        vec![Trouble::PastClosing(closes, by)]
    };
    check(|_, _| (vec![closing((10, 5), None)], past(10, 5, 15)));
    check(|_, _| (vec![closing((10, 20), None)], vec![]));
    check(|_, _| (vec![closing((18, 0), Some((9, 30)))], past(9, 30, 50)));
    check(|_, _| (vec![closing((9, 30), Some((18, 0)))], vec![]));
}

#[test]
fn what_goes_past_midnight_is_told_unless_the_day_closes_later() {
    let night = |session: &Session| {
        let mut night = session.clone();
        night.start = Start::Fixed(time(23, 55, 0, 0));
        Edit::from(night)
    };
    check(|session, _| (vec![night(session)], vec![Trouble::PastMidnight]));
    check(|session, _| (vec![closing((0, 30), None), night(session)], vec![]));
    check(|session, _| {
        let closes = datetime(2025, 6, 4, 0, 5, 0, 0);
        (
            vec![night(session), closing((0, 5), None)],
            vec![Trouble::PastClosing(closes, 10)],
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

/// Breaks the sound event so that one problem can be mended, mends it, and expects it to be gone.
fn check_mend(
    breaking: impl FnOnce(&Session, &Participant) -> Vec<Edit>,
    expected: impl FnOnce(&Event) -> Mend,
) {
    let (mut event, session, person) = sound();
    for edit in breaking(&session, &person) {
        event.apply(&edit).unwrap();
    }
    let plan = Plan::of(&event);
    let mend = expected(&event);
    let mends = |problem: &&Problem| problem.mend(&event, &plan) == Some(mend);
    let problem = plan.problems.iter().find(mends).unwrap().clone();
    let undo = event.apply(&mend.edit(&event, &plan).unwrap()).unwrap();
    let left = Plan::of(&event).problems;
    assert!(!left.contains(&problem), "{problem:?} is still there");
    event.apply(&undo).unwrap();
    assert!(Plan::of(&event).problems.contains(&problem));
}

fn starting(session: &Session, minutes: i8) -> Session {
    let mut session = Session {
        kind: SessionKind::Break,
        start: Start::Fixed(time(10, minutes, 0, 0)),
        ..another(session)
    };
    session.people.clear();
    session
}

#[test]
fn what_can_be_mended_is_mended() {
    check_mend(
        |session, _| vec![starting(session, 15).into()],
        |event| Mend::Follow(event.sessions.at(1).unwrap().id),
    );
    check_mend(
        |session, _| {
            let mut gives = session.clone();
            gives.slack = crate::model::Length::minutes(10).ok();
            vec![gives.into(), starting(session, 15).into()]
        },
        |event| Mend::Trim(event.sessions.at(1).unwrap().id),
    );
    check_mend(
        |session, _| {
            let mut gives = session.clone();
            gives.slack = crate::model::Length::minutes(5).ok();
            vec![gives.into(), closing((10, 17), None)]
        },
        |event| Mend::Trim(event.sessions.at(0).unwrap().id),
    );
    let arrives = datetime(2025, 6, 3, 10, 5, 0, 0);
    check_mend(
        |_, person| {
            let mut late = person.clone();
            late.window.arrives = Some(arrives);
            vec![late.into()]
        },
        |event| Mend::StartAt(event.sessions.at(0).unwrap().id, arrives),
    );
    check_mend(
        |_, person| {
            let mut early = person.clone();
            early.window.leaves = Some(datetime(2025, 6, 3, 10, 10, 0, 0));
            vec![early.into()]
        },
        |event| {
            let start = datetime(2025, 6, 3, 9, 50, 0, 0);
            Mend::StartAt(event.sessions.at(0).unwrap().id, start)
        },
    );
    check_mend(
        |_, person| {
            let mut gone = person.clone();
            gone.attendance = Attendance::Declined;
            vec![gone.into()]
        },
        |event| {
            let session = event.sessions.at(0).unwrap();
            Mend::TakeOut(event.participants.at(0).unwrap().id, session.id)
        },
    );
    check_mend(
        |session, _| {
            let nowhere = Session {
                room: None,
                ..session.clone()
            };
            vec![nowhere.into()]
        },
        |event| {
            let (session, room) = (event.sessions.at(0).unwrap(), event.rooms.at(0).unwrap());
            Mend::PutInRoom(session.id, room.id)
        },
    );
    let next_day = date(2025, 6, 4);
    check_mend(
        |session, _| {
            let moved = Session {
                day: next_day,
                ..session.clone()
            };
            vec![moved.into()]
        },
        |_| Mend::AddDay(next_day),
    );
    check_mend(
        |_, _| vec![Room::new(Text::en("Store")).into()],
        |event| Mend::Remove(event.rooms.at(1).unwrap().id.into()),
    );
}

#[test]
fn of_a_person_only_the_first_broken_session_is_named() {
    check(|session, person| {
        let mut late = person.clone();
        let arrives = datetime(2025, 6, 3, 11, 0, 0, 0);
        late.window.arrives = Some(arrives);
        let again = Session {
            start: Start::Follows,
            ..another(session)
        };
        (
            vec![again.into(), late.into()],
            vec![Trouble::BeforeArrival(person.id, arrives)],
        )
    });
}

#[test]
fn a_fixed_end_leaves_time_enough() {
    check(|session, _| {
        let mut tight = session.clone();
        tight.until = Some(time(10, 10, 0, 0));
        tight.slack = crate::model::Length::minutes(5).ok();
        (vec![tight.into()], vec![Trouble::TooShort(10, 15)])
    });
    check(|session, _| {
        let mut over = starting(session, 20);
        over.start = Start::Follows;
        over.until = Some(time(10, 12, 0, 0));
        (vec![over.into()], vec![Trouble::Overrun(8)])
    });
}

#[test]
fn what_is_set_aside_stays_aside_while_it_is_the_same_problem() {
    let (mut event, session, _) = sound();
    let mut second = starting(&session, 15);
    event.apply(&second.clone().into()).unwrap();
    let problem = Plan::of(&event).problems[0].clone();
    let mut details = event.details.clone();
    details.set_aside.insert(problem.key(), "on purpose".into());
    event.apply(&Edit::Details(Box::new(details))).unwrap();
    let aside = |event: &Event| {
        let plan = Plan::of(event);
        let reasons: Vec<_> = plan.set_aside.iter().map(|(_, why)| why.clone()).collect();
        (plan.problems.len(), reasons)
    };
    assert_eq!(aside(&event), (0, vec!["on purpose".to_owned()]));
    // More minutes of the same overlap are the same problem.
    second.start = Start::Fixed(time(10, 5, 0, 0));
    event.apply(&second.clone().into()).unwrap();
    assert_eq!(aside(&event), (0, vec!["on purpose".to_owned()]));
    // The reason goes with what it was about, and comes back with it.
    let undo = event.apply(&Edit::Remove(second.id.into())).unwrap();
    assert!(event.details.set_aside.is_empty());
    event.apply(&undo).unwrap();
    assert_eq!(aside(&event), (0, vec!["on purpose".to_owned()]));
}

#[test]
fn of_a_room_with_everything_in_it_at_once_not_every_pair_is_told() {
    let (mut event, session, _) = sound();
    for _ in 0..200 {
        let mut other = Session::new(SessionKind::Keynote, session.day);
        other.start = session.start;
        other.room = session.room;
        event.apply(&other.into()).unwrap();
    }
    let plan = Plan::of(&event);
    let clashes = plan
        .problems
        .iter()
        .filter(|problem| matches!(problem.trouble, Trouble::RoomClash(..)))
        .count();
    assert!((200..=200 * 20).contains(&clashes), "{clashes}");
    let told = |session: SessionId| {
        plan.problems.iter().find_map(|one| match one.trouble {
            Trouble::MoreClashes(_, more) if one.subject == Subject::Item(session.into()) => {
                Some(more)
            }
            _ => None,
        })
    };
    // The first one overlaps the one behind it, clashes with 199, and 20 are looked at one by one.
    assert_eq!(told(event.sessions.at(0).unwrap().id), Some(180));
    // Of each other one 20 behind it are told, and with its neighbours it overlaps.
    assert_eq!(told(event.sessions.at(100).unwrap().id), Some(80));
    assert_eq!(told(event.sessions.at(179).unwrap().id), Some(1));
    assert_eq!(told(event.sessions.at(180).unwrap().id), None);
}

#[test]
fn a_time_zone_has_to_be_one() {
    for (zone, meant) in [
        ("Asia/Hong_Kong", None),
        (" Europe/Lisbon ", None),
        ("UTC", None),
        ("Asia/Hong Kong", Some("Asia/Hong_Kong")),
        ("america / new york", Some("America/New_York")),
        ("Hongkong time", None),
        ("Etc/Unknown", None),
        ("", None),
    ] {
        let (mut event, ..) = sound();
        zone.clone_into(&mut event.details.time_zone);
        let plan = Plan::of(&event);
        let is_known = event.details.zone().is_some();
        assert_eq!(plan.problems.is_empty(), is_known, "{zone}");
        let Some(problem) = plan.problems.first() else {
            continue;
        };
        assert_eq!(problem.trouble, Trouble::UnknownZone(zone.to_owned()));
        assert_eq!(
            (problem.subject, problem.field),
            (Subject::Event, FieldId::EventTimeZone)
        );
        let mend = problem.mend(&event, &plan);
        assert_eq!(mend, meant.map(|_| Mend::SpellZone), "{zone}");
        if let Some(edit) = mend.and_then(|mend| mend.edit(&event, &plan)) {
            event.apply(&edit).unwrap();
            assert_eq!(Some(event.details.time_zone.as_str()), meant);
            assert!(Plan::of(&event).problems.is_empty());
        }
    }
}

#[test]
fn a_session_is_in_a_room_that_there_is() {
    let unknown = RoomId::new();
    check(|session, _| {
        let lost = Session {
            room: Some(unknown),
            ..session.clone()
        };
        let known = Session {
            people: Vec::new(),
            kind: SessionKind::Break,
            ..another(session)
        };
        (vec![lost.into(), known.into()], vec![Trouble::UnknownRoom])
    });
    let (mut event, session, _) = sound();
    let lost = Session {
        room: Some(unknown),
        ..session.clone()
    };
    let known = event.rooms.at(0).unwrap().id;
    event.apply(&lost.into()).unwrap();
    let mend = |event: &Event| {
        let plan = Plan::of(event);
        let is_it = |problem: &&Problem| problem.trouble == Trouble::UnknownRoom;
        plan.problems.iter().find(is_it)?.mend(event, &plan)
    };
    assert_eq!(mend(&event), Some(Mend::PutInRoom(session.id, known)));
    event.apply(&Room::new(Text::en("Annex")).into()).unwrap();
    assert_eq!(mend(&event), Some(Mend::LeaveRoom(session.id)));
    // A room of that identity that comes back is the one that was meant.
    let before = event.clone();
    let plan = Plan::of(&before);
    let back = Room {
        id: unknown,
        ..Room::new(Text::en("Hall"))
    };
    event.apply(&back.into()).unwrap();
    assert_eq!(mend(&event), None);
    let after = plan.after(&before, &event);
    assert_eq!(after.problems, Plan::of(&event).problems);
}
