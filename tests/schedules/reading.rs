//! What other programs write is understood, or said plainly with its place.

use runsheet::{
    exchange::{Fate, Field, Removal, schedule},
    model::{Event, Lang, Session, SessionKind, Start},
    plan::Plan,
    words::Words,
};

use super::{empty, fixture, imported, proposed, read, refused};

/// One line a session: when, how long, where, what, of which kind, with whom.
fn lines(event: &Event) -> Vec<String> {
    let plan = Plan::of(event);
    let line = |session: &Session| {
        let timed = plan.timed(session.id).unwrap();
        let room = session.room.and_then(|id| event.rooms.get(id));
        let people: Vec<String> = (session.people.iter())
            .filter_map(|one| runsheet::plan::Person::of(event, one.who, &Lang::EN))
            .map(|person| person.name)
            .collect();
        format!(
            "{} {} | {} | {} | {:?} | {}",
            timed.start.strftime("%d %H:%M:%S"),
            session.length,
            room.map_or("-", |room| room.name.shown(&Lang::EN)),
            session.title.shown(&Lang::EN),
            session.kind,
            people.join(", ")
        )
    };
    event.sessions.iter().map(|session| line(session)).collect()
}

fn notes(event: &Event, file: &[u8]) -> Vec<String> {
    let notes = proposed(event, &read(file)).notes;
    notes
        .iter()
        .map(|note| note.sentence(Words::default()))
        .collect()
}

#[track_caller]
fn check(file: &str, expected: &[&str], expected_notes: &[&str]) -> Event {
    let event = imported(&empty(), &read(&fixture(file)));
    assert_eq!(lines(&event), expected);
    assert_eq!(notes(&empty(), &fixture(file)), expected_notes);
    event
}

#[test]
fn a_schedule_in_json_is_understood() {
    let event = check(
        "congress.json",
        &[
            "27 10:30:00 30m | Zebra Hall | Opening <all> & \"everything\" | WelcomeRemarks | Ada Lovelace, jinxx",
            "27 10:30:00 45m | Annex | 硬件入門 | Other | 陳大文",
            "28 00:15:00 1h30m | Zebra Hall | After midnight | Other | Ada Lovelace",
        ],
        &[],
    );
    let details = &event.details;
    assert_eq!(details.title.shown(&Lang::EN), "Harbour Congress");
    assert_eq!(details.time_zone, "Europe/Berlin");
    assert_eq!(details.days.len(), 2);
    let rooms: Vec<&str> = event
        .rooms
        .iter()
        .map(|room| room.name.shown(&Lang::EN))
        .collect();
    assert_eq!(rooms, ["Zebra Hall", "Annex"]);
    // Nobody is there twice, and a Chinese name is one.
    assert_eq!(event.participants.len(), 3);
    let chan = event
        .participants
        .iter()
        .find(|person| person.name.get(&Lang::ZH_HANT).is_some());
    assert_eq!(chan.unwrap().name.get(&Lang::ZH_HANT).unwrap().family, "陳");
    let opening = event.sessions.at(0).unwrap();
    assert_eq!(
        opening.id.to_string(),
        "a0a0fcfe-b7fb-46e3-84b6-97a5406016b4"
    );
    assert_eq!(opening.summary.shown(&Lang::EN), "Line one\nline two");
    for (name, value) in [
        ("track", "Ethics"),
        ("language", "de"),
        ("recording_license", "CC BY 4.0"),
        ("do_not_record", "true"),
        ("code", "HQCCYH"),
        ("id", "10386"),
        ("type", "Opening"),
    ] {
        assert_eq!(opening.extra.get(name), Some(value), "{name}");
    }
    let night = event.sessions.at(2).unwrap();
    assert_eq!(night.summary.shown(&Lang::EN), "Only a description.");
}

#[test]
fn an_older_schedule_in_xml_is_understood_and_what_is_not_is_said() {
    let event = check(
        "campus.xml",
        &[
            "03 10:00:00 50m | Janson | Consensus & service &eacute; é | Keynote | Simon Phipps, Prof. Dr. Italo Vignoli",
            "03 11:00:30 1h30m | Janson | No room of its own | Other | ",
            "04 12:00:00 20m | Chavanne | The same number | Other | ",
            "04 12:20:00 5m | Chavanne | Some time | Other | ",
        ],
        &[
            "Line 51: ‘25:61’ cannot be understood as “Start”; it was left out",
            "Line 51: ‘soon’ cannot be understood as “Duration”; it was left out",
            "Line 58: the identity ‘6300’ stands here a second time; this one was read as an item of its own",
        ],
    );
    // Without a zone and without offsets the times are those of the event.
    assert_eq!(event.details.time_zone, "Asia/Hong_Kong");
    assert_eq!(event.details.extra.get("venue"), Some("Université Libre"));
    assert_eq!(event.rooms.len(), 3);
    let keynote = event.sessions.at(0).unwrap();
    assert_eq!(keynote.summary.shown(&Lang::EN), "<p>Born in 1998.</p>");
    assert_eq!(keynote.extra.get("description"), Some("<p>At length.</p>"));
    assert_eq!(
        keynote.extra.get("feedback_url"),
        Some("https://feedback.example/6245")
    );
}

#[test]
fn a_second_import_of_a_changed_file_changes_what_is_there() {
    let first = String::from_utf8(fixture("congress.json")).unwrap();
    let mut event = imported(&empty(), &read(first.as_bytes()));
    // Meanwhile somebody has worked on it.
    let mut opening = (**event.sessions.at(0).unwrap()).clone();
    opening.officer = "EO 1".into();
    opening.title.set(&Lang::ZH_HANT, "開幕".into());
    event.apply(&opening.into()).unwrap();
    let second = (first.replace("After midnight", "Long after midnight"))
        .replace("2024-12-28T00:15:00+01:00", "2024-12-28T01:00:00+01:00")
        .replace("\"public_name\": \"jinxx\"", "\"public_name\": \"Jinx\"")
        .replace("Annex", "Attic")
        .replace("\"track\": null", "\"track\": \"Ethics\"");
    let proposal = proposed(&event, &read(second.as_bytes()));
    let changed: Vec<(String, Vec<Field>)> = (proposal.lines.iter())
        .filter_map(|line| match &line.fate {
            Fate::Change(changes) => {
                let fields = changes.iter().map(|change| change.target.field).collect();
                Some((line.name.shown(&Lang::EN).to_owned(), fields))
            }
            Fate::Leave => None,
            Fate::Add | Fate::Remove => panic!("{line:?}"),
        })
        .collect();
    let expected = [
        ("Attic", vec![Field::Name]),
        ("Jinx", vec![Field::Name]),
        (
            "Long after midnight",
            vec![Field::Title, Field::Start, Field::Extra],
        ),
    ];
    let expected = expected.map(|(name, fields)| (name.to_owned(), fields));
    assert_eq!(changed, expected);
    let after = imported(&event, &read(second.as_bytes()));
    assert_eq!(
        (
            after.sessions.len(),
            after.participants.len(),
            after.rooms.len()
        ),
        (3, 3, 2)
    );
    let opening = after.sessions.at(0).unwrap();
    assert_eq!(opening.officer, "EO 1");
    assert_eq!(opening.title.text(&Lang::ZH_HANT), "開幕");
    // And a third time there is nothing to do.
    assert_eq!(proposed(&after, &read(second.as_bytes())).edit(), None);
}

#[test]
fn what_a_file_does_not_name_stays_unless_it_is_asked_for() {
    let event = imported(&empty(), &read(&fixture("congress.json")));
    let mut rehearsal = Session::new(SessionKind::Other, jiff::civil::date(2024, 12, 27));
    rehearsal.audience = runsheet::model::Audience::Staff;
    let mut event = event;
    event.apply(&rehearsal.clone().into()).unwrap();
    let mut file = read(&fixture("congress.json"));
    file.talks.truncate(1);
    assert_eq!(proposed(&event, &file).edit(), None);
    let asked = schedule::import(&event, &Plan::of(&event), &file, Removal::ABSENT);
    event.apply(&asked.edit().unwrap()).unwrap();
    assert_eq!(event.sessions.len(), 2);
    assert!(event.sessions.contains(rehearsal.id));
}

#[test]
fn what_follows_a_talk_that_grew_still_starts_when_the_file_says() {
    let mut event = imported(&empty(), &read(&fixture("campus.xml")));
    let mut second = (**event.sessions.at(1).unwrap()).clone();
    second.start = Start::Follows;
    event.apply(&second.clone().into()).unwrap();
    let text = String::from_utf8_lossy(&fixture("campus.xml")).into_owned();
    let same = text.replace("11:00:30", "10:50");
    let event = imported(&event, &read(same.as_bytes()));
    assert_eq!(event.sessions.get(second.id).unwrap().start, Start::Follows);
    let longer = same.replace("00:50", "01:10");
    let event = imported(&event, &read(longer.as_bytes()));
    let start = Plan::of(&event).timed(second.id).unwrap().start;
    assert_eq!(start.strftime("%H:%M").to_string(), "10:50");
}

#[test]
fn a_person_who_was_typed_in_is_the_one_in_the_file() {
    let mut event = empty();
    let mut ada = runsheet::model::Participant::new();
    ada.name.set(
        &Lang::EN,
        runsheet::model::Name::guess("Dr Ada Lovelace", &Lang::EN),
    );
    event.apply(&ada.clone().into()).unwrap();
    let mut event = imported(&event, &read(&fixture("congress.json")));
    assert_eq!(event.participants.len(), 3);
    let found = event.participants.get(ada.id).unwrap();
    assert_eq!(found.formal_name(&Lang::EN), "Dr Ada Lovelace");
    assert_eq!(found.extra.get("id"), Some("7797"));
    assert!(event.sessions.at(0).unwrap().names(ada.id));
    // Who has been found once is found under another name as well.
    let mut renamed = (**found).clone();
    renamed.name.set(
        &Lang::EN,
        runsheet::model::Name::guess("Countess Lovelace", &Lang::EN),
    );
    event.apply(&renamed.into()).unwrap();
    assert_eq!(
        imported(&event, &read(&fixture("congress.json")))
            .participants
            .len(),
        3
    );
}

#[test]
fn times_of_another_zone_are_turned_into_those_of_the_event() {
    let mut event = empty();
    let session = Session::new(SessionKind::Break, jiff::civil::date(2024, 12, 27));
    event.apply(&session.into()).unwrap();
    assert_eq!(
        notes(&event, &fixture("congress.json")),
        [
            "the times are those of Europe/Berlin; they were turned into those of the event’s time zone"
        ]
    );
    let event = imported(&event, &read(&fixture("congress.json")));
    assert_eq!(event.details.time_zone, "Asia/Hong_Kong");
    assert!(
        lines(&event)
            .iter()
            .any(|line| line.starts_with("27 17:30:00 30m | Zebra Hall"))
    );
}

#[test]
fn a_zone_that_the_times_contradict_is_said() {
    let text = String::from_utf8(fixture("congress.json")).unwrap();
    let utc = text.replace("Europe/Berlin", "UTC");
    assert_eq!(
        notes(&empty(), utc.as_bytes()),
        [
            "the file names the time zone UTC, which its own times contradict; the times were taken as they are"
        ]
    );
    let event = imported(&empty(), &read(utc.as_bytes()));
    assert_eq!(event.details.time_zone, "Etc/GMT-1");
    assert!(lines(&event)[0].starts_with("27 10:30:00"));
}

#[test]
fn what_is_no_schedule_is_refused_with_a_sentence() {
    let laughs = "<!DOCTYPE lolz [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]>\
                  <schedule><conference><title>&b;</title></conference></schedule>";
    let deep_xml = format!("<schedule>{}", "<a>".repeat(100_000));
    let deep_json = "[".repeat(1_000_000);
    let deep_json = format!("{{\"schedule\": {deep_json}");
    for (file, said) in [
        ("", "nothing stands in"),
        ("   \n", "nothing stands in"),
        ("name,post\nAda,Countess", "is no conference schedule"),
        ("{\"events\": []}", "is no conference schedule"),
        (
            "{\"schedule\": {\"conference\": {\"days\": 3}}}",
            "is no conference schedule",
        ),
        ("<html><body/></html>", "is no conference schedule"),
        ("<schedule/>", "is no conference schedule"),
        (
            "{\"schedule\":\n {\"conference\" }}",
            "is damaged from line 2 on",
        ),
        ("<schedule>\n<day></room>", "is damaged from line 2 on"),
        ("<schedule>\n\n<day>", "is damaged from line 3 on"),
        ("<schedule a='1", "is damaged from line 1 on"),
        (laughs, "declares entities"),
        (&deep_xml, "more than 64 deep"),
        (&deep_json, "more than 64 deep"),
    ] {
        let sentence = refused(file.as_bytes());
        assert!(sentence.contains(said), "{sentence}");
    }
}

#[test]
fn nothing_that_is_cut_off_or_altered_makes_the_program_stumble() {
    for name in ["congress.json", "campus.xml"] {
        let whole = fixture(name);
        for at in (0..whole.len()).step_by(37) {
            let cut = &whole[..at];
            let mut altered = whole.clone();
            altered[at] = altered[at].wrapping_add(13);
            for bytes in [cut, &altered] {
                let file = schedule::read(std::path::Path::new(name), bytes);
                if let Ok(file) = file {
                    imported(&empty(), &file);
                }
            }
        }
    }
}
