//! Conference schedules, in both forms.

use std::path::Path;

use jiff::Timestamp;
use runsheet::{
    exchange::{
        Removal, Share,
        schedule::{self, Form, Schedule},
    },
    model::{Event, EventId},
    plan::Plan,
};

use super::held;

/// A schedule in JSON.
pub fn json(bytes: &[u8]) {
    read(Path::new("schedule.json"), bytes);
}

/// A schedule in XML.
pub fn xml(bytes: &[u8]) {
    read(Path::new("schedule.xml"), bytes);
}

fn read(path: &Path, bytes: &[u8]) {
    let file = match schedule::read(path, bytes) {
        Ok(file) => file,
        Err(error) => return held::said(|words| error.sentence(words)),
    };
    let nothing = Event::empty(EventId::from_uuid(uuid::Uuid::nil()));
    for (before, removal) in [(nothing, Removal::NEVER), (held::day(), Removal::ABSENT)] {
        let proposal = schedule::import(&before, &Plan::of(&before), &file, removal);
        for note in proposal.notes.iter().take(40) {
            held::said(|words| note.sentence(words));
        }
        for line in proposal.lines.iter().take(40) {
            held::said(|words| line.sentence(words));
        }
        let Some(edit) = proposal.edit() else {
            continue;
        };
        let after = held::edit(&before, &edit);
        for form in [Form::Json, Form::Xml] {
            exported(&after, form);
        }
    }
}

/// What was just exported, for guests or for the staff, changes nothing when it is imported again.
fn exported(event: &Event, form: Form) {
    let plan = Plan::of(event);
    for (staff, version) in [(true, 1), (false, 0)] {
        let share = Share {
            staff,
            ..Share::with_guests(version, Timestamp::UNIX_EPOCH)
        };
        // An event without days or in a zone that nobody knows has no schedule.
        let Ok(schedule) = Schedule::of(event, &plan, share) else {
            return;
        };
        let out = schedule::write(&schedule, form).expect("what can be told can be written");
        let again = schedule::read(Path::new("schedule"), out.as_bytes());
        let again = again.unwrap_or_else(|error| panic!("{error} in\n{out}"));
        let proposal = schedule::import(event, &plan, &again, Removal::NEVER);
        assert_eq!(proposal.edit(), None, "{out}");
    }
}
