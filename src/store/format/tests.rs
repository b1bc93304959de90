use std::collections::BTreeSet;

use jiff::civil::{date, time};
use proptest::prelude::*;

use super::{super::Sort, *};
use crate::{
    model::{
        Details, Edit, EventId, Lang, Name, Participant, Room, Session, SessionKind, Start, Text,
    },
    words::{Tongue, Words},
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

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn whatever_people_type_is_read_back_as_it_was(
        texts in prop::collection::vec(any::<String>(), 8),
        tag in "[a-z]{2,3}",
    ) {
        let mut event = event();
        let mut session = (**event.sessions.at(0).unwrap()).clone();
        let lang: Lang = tag.parse().unwrap();
        session.title = Text::en(&texts[0]).with(&lang, &texts[1]);
        (session.officer, session.remarks) = (texts[2].clone(), texts[3].clone());
        session.extra.set(&texts[4], texts[5].clone());
        let mut person = (**event.participants.at(0).unwrap()).clone();
        person.name.set(&lang, Name::new("", &texts[6], &texts[7]));
        for edit in [Edit::from(session), person.into()] {
            event.apply(&edit).unwrap();
        }
        let text = to_ron(&event);
        let (read, migrated) = from_ron(&text, file()).unwrap();
        prop_assert_eq!(migrated, None);
        prop_assert_eq!(to_ron(&read), text);
        prop_assert_eq!(read, event);
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
    for (from, to, sort) in [
        ("09:30:00", "25:61", Sort::Time),
        ("20m", "0m", Sort::Length),
        ("20m", "-20m", Sort::Length),
        ("20m", "long", Sort::Length),
        ("2025-06-03", "2025-02-30", Sort::Date),
        ("zh-Hant", "chinese", Sort::Language),
    ] {
        let slip = with(&format!("\"{from}\""), &format!("\"{to}\""));
        let found = to.to_owned();
        assert_eq!(slip, Slip::Value { found, sort });
    }
    let slip = with("id: \"", "id: \"x");
    assert!(
        matches!(&slip, Slip::Value { found, sort: Sort::Identity } if found.starts_with('x')),
        "{slip:?}"
    );
    assert_eq!(
        with("kind: Keynote", "kind: Dance"),
        Slip::UnknownChoice("Dance".into())
    );
    assert_eq!(
        with("kind: Keynote", "kinds: Keynote"),
        Slip::UnknownField("kinds".into())
    );
    for (from, to, slip) in [
        ("kind: Keynote", "kind Keynote", Slip::Sign(":")),
        (
            "precedence: 3",
            "precedence: \"3\"",
            Slip::Sort(Sort::Number),
        ),
        ("length: \"20m\"", "length: 20", Slip::Sort(Sort::Text)),
        ("length: \"20m\"", "length: \"\\q\"", Slip::Escape),
        ("length: \"20m\",", "length: \"20m\"", Slip::Sign(",")),
    ] {
        let (_, _, found) = malformed(&good.replacen(from, to, 1));
        assert_eq!(found, slip, "{to}");
    }
    assert_eq!(malformed(&format!("{good})")).2, Slip::Trailing);
    for cut in [good.len() / 3, good.len() / 2, good.chars().count() - 3] {
        let text: String = good.chars().take(cut).collect();
        assert_eq!(malformed(&text).2, Slip::Ended, "{text}");
    }
}

#[test]
fn a_sentence_about_a_slip_has_none_of_the_readers_words() {
    let good = to_ron(&event());
    let changes = [
        (good.as_str(), "Dear Sir"),
        (good.as_str(), "{\"format\": 1}"),
        ("09:30:00", "25:61"),
        ("\"20m\"", "0"),
        ("\"20m\"", "\"0m\""),
        ("precedence: 3", "precedence: 99999999999"),
        ("precedence: 3", "precedence: -3"),
        ("kind: Keynote", "kind Keynote"),
        ("\"en\": \"Hall\"", "\"en\" \"Hall\""),
        ("days: [", "days: 7"),
        ("days: [", "days: [("),
        ("rooms: [", "rooms: {"),
        ("rooms: [", "rooms: [1, "),
        ("participants: [", "participants: [[["),
    ];
    for (from, to) in changes {
        let text = good.replacen(from, to, 1);
        assert!(text != good, "{to}");
        let error = from_ron(&text, file()).unwrap_err();
        let sentence = error.sentence(Words::new(Tongue::ZhHant));
        assert!(matches!(error, StoreError::Malformed { .. }), "{error}");
        let words = sentence.split(|c: char| !c.is_ascii_alphanumeric() && c != '.');
        // What is in a file, and how a right value looks, are all the Latin there is.
        let known = |word: &&str| {
            !text.contains(word)
                && !good.contains(word)
                && !sentence.contains(&format!("例如 {word}"))
        };
        let foreign: Vec<_> = words
            .filter(|word| word.len() > 3 && word.chars().all(|c| c.is_ascii_alphabetic()))
            .filter(known)
            .collect();
        assert!(foreign.is_empty(), "{foreign:?} in: {sentence}");
        assert!(!sentence.contains("英文原文"), "{sentence}");
    }
}

#[test]
fn a_file_without_anything_in_it_is_empty() {
    for text in ["", " \n\t\r\n", "\u{feff}", "\u{feff}\n", "\0\0\0\0"] {
        assert_eq!(
            from_ron(text, file()),
            Err(StoreError::Empty(file().to_owned()))
        );
    }
}

#[test]
fn comments_are_told_from_what_only_looks_like_them() {
    let good = to_ron(&event());
    assert!(good.contains("// no comment") && !has_comments(&good));
    for comment in ["// ours\n", "/* ours */"] {
        let text = good.replacen("rooms:", &format!("{comment}rooms:"), 1);
        assert!(from_ron(&text, file()).is_ok() && has_comments(&text));
    }
    for (text, has) in [
        (r##"("a\"//", r#"// " //"#, "b")"##, false),
        (r#"("a\\" // c"#, true),
        (r##"(r#"x"# /* c */)"##, true),
        ("(1 / 2)", false),
    ] {
        assert_eq!(has_comments(text), has, "{text}");
    }
}

#[test]
fn a_language_that_is_named_twice_is_one() {
    let good = to_ron(&event());
    let languages = |named: &str| {
        let (head, rest) = good.split_once("languages: [").unwrap();
        let tail = rest.split_once(']').unwrap().1;
        let text = format!("{head}languages: [{named}]{tail}");
        from_ron(&text, file()).unwrap().0.details.languages
    };
    assert_eq!(*languages("\"en\", \"en\""), [Lang::EN]);
    let both = languages("\"zh-Hant\", \"en\", \"zh-hant\"");
    assert_eq!(*both, [Lang::ZH_HANT, Lang::EN]);
    assert_eq!(*languages(""), [Lang::EN]);
}

#[test]
fn what_is_no_event_is_told_apart_from_it() {
    for text in [
        "hello",
        "{\"format\": 1}",
        "(",
        "(format: 1",
        "(format: 1)",
        "()",
        "(event: ())",
        "(\u{0}",
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
    let found = read_with(&text, file(), &[(0, reader)]).unwrap();
    assert_eq!(
        (found.event, found.migrated_from, found.read_only),
        (Event::empty(id), Some(0), None)
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
    assert_eq!(malformed(&both).2, Slip::Twice("en".into()));
}

/// The fields of every structure of an event, and the choices of every field that is one, as they were when this was put
/// down.
const FIELDS: &str = include_str!("../../../tests/formats/fields.txt");

/// Whoever adds a field or a choice makes [`MINOR`] one higher, adds a fixture that has it to `tests/formats`, and puts
/// down there which there are now.
#[test]
fn no_field_and_no_choice_is_added_without_a_minor_number() {
    let text = include_str!("../../../tests/formats/event-1.0-closing.ron");
    let (mut structures, mut choices) = (BTreeSet::new(), BTreeSet::new());
    let refused = |text: &str| {
        let read = options().from_str::<Read>(text).map(drop);
        read.unwrap_err().code
    };
    for (at, _) in text.match_indices("(\n").skip(1) {
        let with = |strange: &str| format!("{}(\n{strange},{}", &text[..at], &text[at + 1..]);
        let code = refused(&with("strange: 1"));
        let Error::NoSuchStructField {
            expected: fields,
            outer,
            ..
        } = code
        else {
            panic!("{code}");
        };
        let outer = outer.unwrap_or_default();
        if !structures.insert(format!("{outer}: {}\n", fields.join(" "))) {
            continue;
        }
        // A choice by itself, in a list, and in a list of lists.
        for (field, value) in fields
            .iter()
            .flat_map(|field| ["Strange", "[Strange]", "[[Strange]]"].map(|value| (field, value)))
        {
            let code = refused(&with(&format!("{field}: {value}")));
            if let Error::NoSuchEnumVariant {
                expected, outer, ..
            } = code
            {
                let outer = outer.unwrap_or_default();
                choices.insert(format!("{outer} is {}\n", expected.join(" ")));
            }
        }
    }
    let now: String = structures.into_iter().chain(choices).collect();
    assert_eq!(format!("minor {MINOR}\n{now}"), FIELDS);
}
