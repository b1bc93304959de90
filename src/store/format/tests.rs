use jiff::civil::{date, time};

use super::*;
use crate::model::{
    Details, Edit, EventId, Lang, Name, Participant, Room, Session, SessionKind, Start, Text,
};

fn event() -> Event {
    let mut event = Event::empty(EventId::new());
    let room = Room::new(Text::en("Hall").with(&Lang::ZH_HANT, "大禮堂"));
    let mut session = Session::new(SessionKind::Keynote, date(2025, 6, 3));
    session.title =
        Text::en("#1 *bold* $x$ \"quoted\" \\ <tag> // no comment\nsecond line\u{0}\u{301}")
            .with(&Lang::ZH_HANT, "主題演講「一」𨋢");
    session.start = Start::Fixed(time(9, 30, 0, 0));
    session.room = Some(room.id);
    let mut person = Participant::new();
    person.name = person
        .name
        .with(&Lang::EN, Name::new("Dr", "O'Neil", "Ana\\"));
    person.precedence = Some(3);
    let details = Details {
        title: Text::en("x".repeat(10_000)),
        days: [date(2025, 6, 3)].into(),
        ..Details::default()
    };
    for edit in [
        Edit::from(room),
        session.into(),
        person.into(),
        Edit::Details(Box::new(details)),
    ] {
        event.apply(&edit).unwrap();
    }
    event
}

fn file() -> &'static Path {
    Path::new("event.ron")
}

fn malformed(text: &str) -> (usize, usize, Slip) {
    match from_ron(text, file()) {
        Err(StoreError::Malformed {
            line, column, slip, ..
        }) => (line, column, slip),
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_event_is_read_back_as_it_was() {
    let event = event();
    let text = to_ron(&event);
    assert_eq!(from_ron(&text, file()), Ok((event.clone(), None)));
    assert_eq!(to_ron(&from_ron(&text, file()).unwrap().0), text);
    let from_windows = format!("\u{feff}{}", text.replace('\n', "\r\n"));
    assert_eq!(from_ron(&from_windows, file()), Ok((event, None)));
}

#[test]
fn the_format_stands_first_and_a_field_on_a_line() {
    let text = to_ron(&event());
    assert!(
        text.starts_with("(\n  format: 1,\n  event: (\n    id: \""),
        "{text}"
    );
    assert!(
        text.contains("\n        start: Fixed(\"09:30:00\"),\n"),
        "{text}"
    );
    assert!(text.contains("\n        length: \"20m\",\n"), "{text}");
    assert!(
        text.contains("\n          \"zh-Hant\": \"主題演講「一」𨋢\",\n"),
        "{text}"
    );
}

#[test]
fn a_place_is_named_for_what_is_wrong() {
    let good = to_ron(&event());
    let with = |from: &str, to: &str| {
        let line = good.lines().position(|line| line.contains(from)).unwrap() + 1;
        let (at, _, slip) = malformed(&good.replacen(from, to, 1));
        assert_eq!(at, line, "{to}");
        slip
    };
    let found = |slip: Slip| match slip {
        Slip::Value { found, .. } => found,
        other => panic!("{other:?}"),
    };
    assert_eq!(found(with("09:30:00", "25:61")), "25:61");
    assert_eq!(found(with("\"20m\"", "\"0m\"")), "0m");
    assert_eq!(found(with("\"20m\"", "\"-20m\"")), "-20m");
    assert!(matches!(
        with("2025-06-03", "2025-02-30"),
        Slip::Value { .. }
    ));
    assert_eq!(
        with("kind: Keynote", "kind: Dance"),
        Slip::UnknownChoice("Dance".into())
    );
    assert_eq!(
        with("kind: Keynote", "kinds: Keynote"),
        Slip::UnknownField("kinds".into())
    );
    assert!(matches!(
        with("kind: Keynote", "kind Keynote"),
        Slip::Syntax(_)
    ));
}

#[test]
fn what_is_no_event_is_told_apart_from_it() {
    for text in [
        "",
        "hello",
        "{\"format\": 1}",
        "(",
        "(format: 1",
        "(format: 1)",
        "()",
        "(event: ())",
        "\u{0}",
    ] {
        let (line, column, _) = malformed(text);
        assert!(line >= 1 && column >= 1, "{text}");
    }
    let deep = format!("(format: 1, event: {}", "[".repeat(100_000));
    malformed(&deep);
    assert_eq!(
        malformed("(format: 0, event: ())").2,
        Slip::UnknownChoice("format: 0".into())
    );
}

#[test]
fn a_newer_format_is_refused_whatever_follows() {
    for text in [
        "(format: 2, event: (id: 7, whatever: {}))",
        "// a comment\n( /* another */ format : 4294967295000, ???",
    ] {
        assert!(
            matches!(
                from_ron(text, file()),
                Err(StoreError::Newer { known: 1, .. })
            ),
            "{text}"
        );
    }
}

#[test]
fn an_older_format_is_brought_up_to_date_by_its_reader() {
    let reader: Reader = |text| {
        // Format 0 of this test had nothing but an identity.
        #[derive(Deserialize)]
        struct Old {
            #[serde(rename = "format")]
            _format: u32,
            id: EventId,
        }
        let old: Old = options().from_str(text)?;
        Ok(Event::empty(old.id))
    };
    let id = EventId::new();
    let text = format!("(format: 0, id: \"{id}\")");
    assert_eq!(
        read_with(&text, file(), &[(0, reader)]),
        Ok((Event::empty(id), Some(0)))
    );
    assert!(matches!(
        read_with("(format: 0,\n id: 7)", file(), &[(0, reader)]),
        Err(StoreError::Malformed { line: 2, .. })
    ));
}

#[test]
fn a_language_that_stands_twice_loses_nothing() {
    let good = to_ron(&event());
    let both = good.replacen("\"en\": \"Hall\"", "\"en\": \"Hall\",\n\"en\": \"Room\"", 1);
    assert_ne!(both, good);
    assert!(matches!(malformed(&both).2, Slip::Value { detail, .. } if detail.contains("twice")));
}
