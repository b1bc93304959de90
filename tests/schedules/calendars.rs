//! Calendars, as other programs read them.

use runsheet::{
    exchange::{Share, Whose, calendar},
    model::{Audience, Edit, Event, Lang, Session, SessionKind, Start},
    plan::Plan,
};

use super::{empty, fixture, imported, read, sample};

fn of(whose: Whose) -> Share {
    Share {
        whose,
        staff: false,
        version: 3,
        made: "2025-06-02T10:05:00Z".parse().unwrap(),
    }
}

/// The lines of a calendar, unfolded.
fn lines(event: &Event, share: Share) -> Vec<String> {
    let file = calendar::calendar(event, &Plan::of(event), share).unwrap();
    assert!(file.split("\r\n").all(|line| line.len() <= 75), "{file}");
    assert_eq!(file.matches('\n').count(), file.matches("\r\n").count());
    let unfolded = file.replace("\r\n ", "");
    unfolded.split("\r\n").map(str::to_owned).collect()
}

/// The values of a property, in the order of the sessions.
fn values(lines: &[String], name: &str) -> Vec<String> {
    let value = |line: &String| Some(line.strip_prefix(name)?.split_once(':')?.1.to_owned());
    lines.iter().filter_map(value).collect()
}

#[test]
fn a_session_is_told_with_its_zone_its_identity_and_both_languages() {
    let event = sample();
    let lines = lines(&event, of(Whose::Everybody));
    let at = lines
        .iter()
        .position(|line| line == "SUMMARY:Welcome remarks")
        .unwrap();
    let begin = lines[..at]
        .iter()
        .rposition(|line| line == "BEGIN:VEVENT")
        .unwrap();
    let session = (event.sessions.iter())
        .find(|session| session.title.shown(&Lang::EN) == "Welcome remarks")
        .unwrap();
    assert_eq!(
        lines[begin + 1..at],
        [
            format!("UID:{}", session.id),
            "DTSTAMP:20250602T100500Z".to_owned(),
            "SEQUENCE:3".to_owned(),
            "DTSTART;TZID=Asia/Hong_Kong:20250603T093200".to_owned(),
            "DTEND;TZID=Asia/Hong_Kong:20250603T094200".to_owned(),
        ]
    );
    assert!(lines[at + 1].starts_with("LOCATION:Main hall\\, Hong Kong Convention"));
    assert!(lines[at + 2].starts_with("DESCRIPTION:致歡迎辭\\n\\nSpeaker: Mr Chan Kwok-ki\\n\\n"));
    for (begin, end) in [
        ("BEGIN:VTIMEZONE", "END:VTIMEZONE"),
        ("BEGIN:VCALENDAR", "END:VCALENDAR"),
    ] {
        assert!(lines.iter().any(|line| line == begin) && lines.iter().any(|line| line == end));
    }
    assert_eq!(values(&lines, "TZID"), ["Asia/Hong_Kong"]);
}

#[test]
fn a_room_and_a_person_have_calendars_of_their_own() {
    let event = sample();
    let plan = Plan::of(&event);
    let foyer = event
        .rooms
        .iter()
        .find(|room| room.name.shown(&Lang::EN) == "Foyer")
        .unwrap();
    let of_room = lines(&event, of(Whose::Room(foyer.id)));
    let in_room: Vec<String> = (plan.days.iter().flat_map(|day| &day.sessions))
        .filter_map(|id| event.sessions.get(*id))
        .filter(|session| session.room == Some(foyer.id))
        .filter(|session| session.audience == Audience::Guests)
        .map(|session| session.id.to_string())
        .collect();
    assert_eq!(values(&of_room, "UID"), in_room);
    assert!(values(&of_room, "X-WR-CALNAME")[0].ends_with(": Foyer"));
    let person = event.participants.at(0).unwrap();
    let of_person = lines(&event, of(Whose::Participant(person.id)));
    let appears: Vec<String> = (plan.appearances(person.id).iter())
        .filter_map(|(id, role)| Some((event.sessions.get(*id)?, role)))
        .filter(|(session, role)| session.audience == Audience::Guests && role.is_for_guests())
        .map(|(session, _)| session.id.to_string())
        .collect();
    assert!(!appears.is_empty());
    assert_eq!(values(&of_person, "UID"), appears);
    // What only the staff see is not in it.
    let mut event = event.clone();
    let mut rehearsal = Session::new(SessionKind::Other, jiff::civil::date(2025, 6, 3));
    rehearsal.audience = Audience::Staff;
    let id = rehearsal.id.to_string();
    event.apply(&Edit::from(rehearsal)).unwrap();
    let told = |staff| {
        let share = Share {
            staff,
            ..of(Whose::Everybody)
        };
        values(&lines(&event, share), "UID").contains(&id)
    };
    assert!(!told(false) && told(true));
}

#[test]
fn a_session_over_midnight_ends_on_the_next_day() {
    let mut event = imported(&empty(), &read(&fixture("congress.json")));
    let mut party = Session::new(SessionKind::Performance, jiff::civil::date(2024, 12, 27));
    party.start = Start::Fixed(jiff::civil::time(23, 30, 0, 0));
    party.length = "2h".parse().unwrap();
    party.title = runsheet::model::Text::en("A party; with, a \\ and\na line");
    event.apply(&Edit::from(party)).unwrap();
    let lines = lines(&event, of(Whose::Everybody));
    let at = values(&lines, "SUMMARY")
        .iter()
        .position(|title| title == "A party\\; with\\, a \\\\ and\\na line")
        .unwrap();
    assert_eq!(
        values(&lines, "DTSTART;TZID=Europe/Berlin")[at],
        "20241227T233000"
    );
    assert_eq!(
        values(&lines, "DTEND;TZID=Europe/Berlin")[at],
        "20241228T013000"
    );
    assert!(lines.contains(&"BEGIN:DAYLIGHT".to_owned()));
}

#[test]
fn a_zone_that_is_none_is_said() {
    let mut event = sample();
    event.details.time_zone = "Hongkong time".into();
    let error = calendar::calendar(&event, &Plan::of(&event), of(Whose::Everybody)).unwrap_err();
    let sentence = error.sentence(runsheet::words::Words::default());
    assert!(
        sentence.contains("‘Hongkong time’ is not known"),
        "{sentence}"
    );
}
