//! What an event keeps of other programs' files, whatever it is, goes out in either form and comes back as it was.

use proptest::prelude::*;
use runsheet::{
    exchange::schedule::Form,
    model::{Edit, Event, Extra, Item, Lang, Length, Name, Participant, Room, Start, Text},
};

use super::{empty, exported, exported_to, fixture, imported, on_some_days, proposed, read, share};
use crate::support::dice::{Dice, everything};

/// Names under which something has a meaning here, or in one of the forms, and some that have none.
const NAMES: [&str; 44] = [
    "type",
    "summary",
    "description",
    "guid",
    "id",
    "code",
    "slug",
    "url",
    "track",
    "language",
    "subtitle",
    "links",
    "attachments",
    "recording_license",
    "do_not_record",
    "recording_url",
    "logo",
    "persons",
    "start",
    "end",
    "duration",
    "date",
    "room",
    "title",
    "name",
    "public_name",
    "full_public_name",
    "biography",
    "system",
    "days",
    "time_zone_name",
    "schedule.version",
    "schedule.persons",
    "schedule.events",
    "schedule.conference",
    "schedule.base_url",
    "acronym",
    "timeslot_duration",
    "meta",
    "tracks",
    "colors",
    "rooms",
    "a b\u{202e}c\n",
    "",
];

/// Values as they may have been kept, or typed into the file by hand.
const VALUES: [&str; 33] = [
    "x",
    "Ethics",
    "0",
    "-5",
    "007",
    "+7",
    "12",
    "6.02e23",
    "0.1000000000000000055511151231257827",
    "1e400",
    "-0",
    "true",
    "false",
    "null",
    "\"true\"",
    "\"\"",
    " padded ",
    "two\nlines",
    "a\r\nb\rc",
    "sign\u{202e}ed\u{7f}\u{fffe}",
    "[]",
    "{}",
    "[null]",
    "[{\"url\":\"https://a.example\",\"title\":\"A\"}]",
    "[{\"url\":\"https://a.example/\\n\",\"type\":\"odd\"},5]",
    "{\"runsheet\":{\"talks\":5}}",
    "{\" k\\u202e\":[1,{\"\":2.50}]}",
    "https://a.example/?a=1&b=2",
    "not an address",
    "urn:uuid:1",
    "00000000-0000-4000-8000-000000000001",
    "]]>?><!--&amp;",
    "[[\"2025-06-03\",null,\"25:00\"]]",
];

/// Texts that neither form can carry as they are.
const TEXTS: [&str; 6] = [
    "",
    " a  b ",
    "a\u{202e}b\u{0}",
    "a\r\n\rb",
    "<b>&amp;</b>]]>",
    "\u{85}",
];

const ZONES: [&str; 6] = [
    "Asia/Hong_Kong",
    "Europe/Berlin",
    "Etc/GMT-8",
    " UTC ",
    "America/St_Johns",
    "Africa/Monrovia",
];

fn strange(event: &mut Event, dice: &mut Dice) {
    let mut details = event.details.clone();
    extra(&mut details.extra, dice);
    details.time_zone = ZONES[dice.roll(ZONES.len())].into();
    if dice.roll(3) == 0 {
        details.title = Text::en(TEXTS[dice.roll(TEXTS.len())]);
    }
    event.apply(&Edit::Details(Box::new(details))).unwrap();
    for id in everything(event) {
        let strange = match event.item(id) {
            Some(Item::Session(session)) => {
                let mut session = (*session).clone();
                extra(&mut session.extra, dice);
                if dice.roll(3) == 0 {
                    session.title = Text::en(TEXTS[dice.roll(TEXTS.len())]);
                    session.summary = Text::en(TEXTS[dice.roll(TEXTS.len())]);
                    session.length = Length::seconds(1 + 9_000 * dice.roll(60) as u32).unwrap();
                }
                if dice.roll(8) == 0 {
                    // The clock skips this in Berlin, and has it twice in October; long ago, zones had seconds.
                    let (year, month, day) =
                        [(2025, 3, 30), (2025, 10, 26), (1890, 1, 1), (9999, 12, 31)][dice.roll(4)];
                    session.day = jiff::civil::date(year, month, day);
                    session.start = Start::Fixed(jiff::civil::time(2, 30, 0, 0));
                }
                session.into()
            }
            Some(Item::Participant(person)) => {
                let mut person = (*person).clone();
                extra(&mut person.extra, dice);
                if dice.roll(3) == 0 {
                    let [family, given] =
                        [TEXTS[dice.roll(TEXTS.len())], TEXTS[dice.roll(TEXTS.len())]];
                    person.name.set(&Lang::EN, Name::new("", family, given));
                    person.biography = Text::en(family);
                }
                person.into()
            }
            Some(Item::Room(room)) => {
                let mut room = (*room).clone();
                extra(&mut room.extra, dice);
                if dice.roll(3) == 0 {
                    room.name = Text::en(TEXTS[dice.roll(TEXTS.len())]);
                }
                room.into()
            }
            _ => continue,
        };
        event.apply(&Edit::Put(strange)).unwrap();
    }
}

fn extra(extra: &mut Extra, dice: &mut Dice) {
    for _ in 0..dice.roll(6) {
        let name = NAMES[dice.roll(NAMES.len())];
        extra.set(name, VALUES[dice.roll(VALUES.len())].to_owned());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn whatever_an_event_keeps_its_export_changes_nothing(
        throws in prop::collection::vec(any::<u16>(), 1..600)
    ) {
        let mut event = empty();
        let (first, second) = throws.split_at(throws.len() / 2);
        Dice::new(first.to_vec()).edits(&mut event, 40);
        on_some_days(&mut event);
        strange(&mut event, &mut Dice::new(second.to_vec()));
        for form in [Form::Json, Form::Xml] {
            for (staff, version) in [(false, 0), (true, 3)] {
                let out = exported_to(&event, form, share(staff, version));
                let edit = proposed(&event, &read(out.as_bytes())).edit();
                prop_assert!(edit.is_none(), "{edit:?}\n{out}");
            }
        }
    }
}

/// Two people or rooms of whom another program says that they have one identity stay two.
#[test]
fn one_identity_is_of_one_alone() {
    let mut event = imported(&empty(), &read(&fixture("congress.json")));
    let own = event.participants.at(0).unwrap().id.to_string();
    for (name, guid) in [("Ada One", "g1"), ("Ada Two", "g1"), ("Ada Three", &own)] {
        let mut person = Participant::new();
        person.name.set(&Lang::EN, Name::guess(name, &Lang::EN));
        person.extra.set("guid", guid.into());
        let mut session = (**event.sessions.at(0).unwrap()).clone();
        session.people.push(runsheet::model::Appearance {
            who: runsheet::model::Who::Person(person.id),
            role: runsheet::model::Role::Speaker,
            position: String::new(),
        });
        event.apply(&person.into()).unwrap();
        event.apply(&session.into()).unwrap();
        let mut room = Room::new(Text::en(name));
        room.extra
            .set("guid", "00000000-0000-4000-8000-000000000001".into());
        event.apply(&room.into()).unwrap();
    }
    for form in [Form::Json, Form::Xml] {
        let out = exported(&event, form);
        assert_eq!(
            proposed(&event, &read(out.as_bytes())).edit(),
            None,
            "{out}"
        );
    }
}
