//! Nothing is lost on the way out and in again.

use proptest::prelude::*;
use runsheet::{
    exchange::schedule::Form,
    model::{Event, Lang},
    store,
};

use super::{
    empty, exported, exported_to, fixture, imported, on_some_days, proposed, read, sample, share,
};
use crate::support::dice::Dice;

/// Everything that is saved of an event, its own identity apart.
fn saved(event: &Event) -> String {
    store::to_ron(event)
}

#[track_caller]
fn check(file: &[u8], form: Form) {
    let first = imported(&empty(), &read(file));
    let out = exported(&first, form);
    assert_eq!(proposed(&first, &read(out.as_bytes())).edit(), None);
    // Whoever has nothing but our file has everything that was in the other.
    let second = imported(&empty(), &read(out.as_bytes()));
    assert_eq!(exported(&second, form), out);
    let [first, second] = [saved(&first), saved(&second)];
    // What had no hours has some in our file, and whose numbers a person has is said by its acronym; all else is there
    // to the letter.
    let told = |line: &&str| {
        !["null", "Follows", "\"system\""]
            .iter()
            .any(|word| line.contains(word))
    };
    for line in first.lines().filter(told) {
        assert!(second.contains(line.trim()), "{line} is lost in\n{second}");
    }
}

#[test]
fn what_another_program_wrote_comes_back_whole() {
    for name in ["congress.json", "campus.xml"] {
        for form in [Form::Json, Form::Xml] {
            check(&fixture(name), form);
        }
    }
}

#[test]
fn an_event_that_was_just_exported_stays_as_it_is() {
    for form in [Form::Json, Form::Xml] {
        for staff in [false, true] {
            let out = exported_to(&sample(), form, share(staff, 3));
            let proposal = proposed(&sample(), &read(out.as_bytes()));
            let changed =
                (proposal.lines.iter()).any(|line| line.fate != runsheet::exchange::Fate::Leave);
            assert!(!changed, "{proposal:?}");
        }
    }
}

#[test]
fn the_number_of_an_issued_version_changes_nothing_when_it_comes_back() {
    let congress = String::from_utf8(fixture("congress.json")).unwrap();
    assert!(congress.contains("\"version\": \""));
    let (head, rest) = congress.split_once("\"version\": \"").unwrap();
    let rest = rest.split_once('"').unwrap().1;
    let numbered = format!("{head}\"version\": 2.5{rest}");
    for file in [congress, numbered] {
        let event = imported(&empty(), &read(file.as_bytes()));
        for form in [Form::Json, Form::Xml] {
            for version in [0, 1, 7] {
                let out = exported_to(&event, form, share(false, version));
                assert_eq!(
                    proposed(&event, &read(out.as_bytes())).edit(),
                    None,
                    "{out}"
                );
            }
        }
    }
}

#[test]
fn sessions_of_the_staff_are_told_to_the_staff_only() {
    let event = sample();
    let guests = event
        .sessions
        .iter()
        .filter(|session| session.audience == runsheet::model::Audience::Guests);
    let count = |share| {
        read(exported_to(&event, Form::Json, share).as_bytes())
            .talks
            .len()
    };
    assert_eq!(count(share(false, 0)), guests.count());
    assert_eq!(count(share(true, 0)), event.sessions.len());
}

#[test]
fn a_changed_title_goes_both_ways() {
    let event = sample();
    for form in [Form::Json, Form::Xml] {
        let out = exported(&event, form).replace("Welcome remarks", "Warm welcome");
        let after = imported(&event, &read(out.as_bytes()));
        let titles: Vec<&str> = after
            .sessions
            .iter()
            .map(|session| session.title.shown(&Lang::EN))
            .collect();
        assert!(titles.contains(&"Warm welcome"), "{titles:?}");
        assert_eq!(after.sessions.len(), event.sessions.len());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(150) })]

    #[test]
    fn whatever_an_event_is_its_export_changes_nothing(
        throws in prop::collection::vec(any::<u16>(), 1..300)
    ) {
        let mut event = empty();
        Dice::new(throws).edits(&mut event, 40);
        on_some_days(&mut event);
        for form in [Form::Json, Form::Xml] {
            for staff in [false, true] {
                let out = exported_to(&event, form, share(staff, 0));
                let file = read(out.as_bytes());
                let edit = proposed(&event, &file).edit();
                prop_assert!(edit.is_none(), "{edit:?}\n{out}");
            }
        }
    }
}
