//! Our files have the shape that the schemas of the conference world ask for: what must be there, and what may.

use std::collections::BTreeSet;

use runsheet::exchange::schedule::Form;
use serde_json::Value;

use super::{empty, exported, fixture, imported, read, sample};
use runsheet::model::{Audience, Event};

fn events() -> Vec<Event> {
    let congress = imported(&empty(), &read(&fixture("congress.json")));
    let campus = imported(&empty(), &read(&fixture("campus.xml")));
    vec![sample(), congress, campus]
}

fn for_guests(event: &Event) -> usize {
    (event.sessions.iter())
        .filter(|session| session.audience == Audience::Guests)
        .count()
}

/// Expects an object to have all of `must`, and beside them nothing but `may`.
#[track_caller]
fn check(object: &Value, must: &[&str], may: &[&str]) {
    let names: BTreeSet<&str> = object
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    for name in must {
        assert!(names.contains(name), "{name} is missing in {object}");
    }
    for name in names {
        assert!(
            must.contains(&name) || may.contains(&name),
            "{name} has no place in {object}"
        );
    }
}

fn is_date_time(value: &Value) -> bool {
    let text = value.as_str().unwrap_or_default();
    text.len() == 25 && text.parse::<jiff::Timestamp>().is_ok()
}

fn is_slug(value: &Value) -> bool {
    let text = value.as_str().unwrap_or_default();
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
    text.ends_with(plain) && text.chars().all(|c| plain(c) || "_-".contains(c)) && text.len() > 1
}

#[test]
fn the_json_is_as_its_schema_wants_it() {
    for event in events() {
        let text = exported(&event, Form::Json);
        let file: Value = serde_json::from_str(&text).unwrap();
        check(&file, &["schedule"], &["$schema", "generator"]);
        let schedule = &file["schedule"];
        assert!(schedule["version"].is_string());
        let conference = &schedule["conference"];
        check(
            conference,
            &[
                "title",
                "acronym",
                "days",
                "daysCount",
                "start",
                "end",
                "timeslot_duration",
            ],
            &[
                "description",
                "time_zone_name",
                "logo",
                "colors",
                "keywords",
                "url",
                "tracks",
                "rooms",
                "meta",
            ],
        );
        let acronym = conference["acronym"].as_str().unwrap();
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        assert!(
            acronym.len() >= 4 && acronym.chars().all(plain),
            "{acronym}"
        );
        for room in conference["rooms"].as_array().unwrap() {
            check(
                room,
                &["name", "guid"],
                &[
                    "slug",
                    "type",
                    "stream_id",
                    "description",
                    "capacity",
                    "url",
                    "features",
                ],
            );
            assert_ne!(room["type"], "STAGE");
        }
        let mut numbers = BTreeSet::new();
        for day in conference["days"].as_array().unwrap() {
            check(
                day,
                &["index", "date", "day_start", "day_end", "rooms"],
                &[],
            );
            assert!(
                is_date_time(&day["day_start"]) && is_date_time(&day["day_end"]),
                "{day}"
            );
            let rooms = day["rooms"].as_object().unwrap();
            for talk in rooms.values().flat_map(|talks| talks.as_array().unwrap()) {
                talk_is_right(talk);
                assert!(numbers.insert(talk["id"].as_u64().unwrap()), "{talk}");
            }
        }
        assert_eq!(numbers.len(), for_guests(&event));
    }
}

fn talk_is_right(talk: &Value) {
    check(
        talk,
        &[
            "abstract", "date", "duration", "guid", "id", "language", "links", "persons", "room",
            "slug", "start", "subtitle", "title", "track", "type", "url",
        ],
        &[
            "code",
            "logo",
            "end",
            "description",
            "recording_license",
            "do_not_record",
            "do_not_stream",
            "feedback_url",
            "origin_url",
            "attachments",
        ],
    );
    assert!(
        is_date_time(&talk["date"]) && is_slug(&talk["slug"]),
        "{talk}"
    );
    assert_eq!(
        talk["start"].as_str().unwrap(),
        &talk["date"].as_str().unwrap()[11..16]
    );
    assert_eq!(talk["duration"].as_str().unwrap().len(), 5);
    for person in talk["persons"].as_array().unwrap() {
        assert!(
            person["public_name"].is_string() && person["id"].is_u64(),
            "{person}"
        );
        assert!(person.get("name").is_none(), "{person}");
    }
    for list in ["links", "attachments"] {
        for reference in talk[list].as_array().unwrap() {
            check(reference, &["url"], &["title", "type"]);
        }
    }
}

/// The names of the elements at a path, in their order, of the first element that has any.
fn elements(xml: &str) -> Vec<(Vec<String>, String)> {
    let mut reader = quick_xml::Reader::from_str(xml);
    let mut path: Vec<String> = Vec::new();
    let mut found = Vec::new();
    loop {
        match reader.read_event().unwrap() {
            quick_xml::events::Event::Start(tag) => {
                let name = tag.name().into_inner().to_owned();
                found.push((path.clone(), name.clone()));
                path.push(name);
            }
            quick_xml::events::Event::Empty(tag) => {
                found.push((path.clone(), tag.name().into_inner().to_owned()));
            }
            quick_xml::events::Event::End(_) => drop(path.pop()),
            quick_xml::events::Event::Eof => return found,
            _ => {}
        }
    }
}

#[test]
fn the_xml_is_as_its_schema_wants_it() {
    for event in events() {
        let text = exported(&event, Form::Xml);
        let all = elements(&text);
        let inside = |path: &[&str]| -> Vec<&str> {
            (all.iter().filter(|(above, _)| above == path))
                .map(|(_, name)| name.as_str())
                .collect()
        };
        let top = inside(&["schedule"]);
        let days = top.iter().filter(|name| **name == "day").count();
        let head: Vec<&str> = top
            .iter()
            .copied()
            .filter(|name| *name != "day" && *name != "url")
            .collect();
        assert_eq!(head, ["generator", "version", "conference"]);
        assert!(days > 0 && top[top.len() - days..].iter().all(|name| *name == "day"));
        let talk = inside(&["schedule", "day", "room", "event"]);
        for must in [
            "room", "title", "type", "date", "start", "duration", "abstract", "track", "persons",
        ] {
            let count = talk.iter().filter(|name| **name == must).count();
            assert_eq!(count, for_guests(&event), "{must}");
        }
        let known = [
            "room",
            "title",
            "subtitle",
            "type",
            "date",
            "start",
            "duration",
            "abstract",
            "slug",
            "track",
            "logo",
            "persons",
            "language",
            "description",
            "recording",
            "links",
            "attachments",
            "video_download_url",
            "url",
            "feedback_url",
            "origin_url",
        ];
        assert!(talk.iter().all(|name| known.contains(name)), "{talk:?}");
        let persons = inside(&["schedule", "day", "room", "event", "persons"]);
        assert!(persons.iter().all(|name| *name == "person"));
    }
}

#[test]
fn a_moment_has_the_offset_of_its_zone() {
    let text = exported(&sample(), Form::Json);
    assert!(
        text.contains("\"date\": \"2025-06-03T09:30:00+08:00\""),
        "{text}"
    );
    let congress = imported(&empty(), &read(&fixture("congress.json")));
    let text = exported(&congress, Form::Xml);
    assert!(
        text.contains("<date>2024-12-28T00:15:00+01:00</date>"),
        "{text}"
    );
    // What is after midnight stands on the day to which it belongs.
    let second_day = text.split("<day ").nth(2).unwrap();
    assert!(!second_day.contains("After midnight"), "{second_day}");
}
