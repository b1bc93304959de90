//! Conference schedules: as other programs write them, and as we do.

mod calendars;
mod command_line;
mod extras;
mod reading;
mod round_trips;
mod shape;

use std::path::{Path, PathBuf};

use runsheet::{
    exchange::{
        Proposal, Removal, Share,
        schedule::{self, Form, Schedule},
    },
    model::{Event, EventId},
    plan::Plan,
    store,
    words::Words,
};
use uuid::Uuid;

/// A schedule as a program of the conference world writes it, with the oddities of real ones.
fn fixture(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/schedules");
    std::fs::read(folder.join(name)).unwrap()
}

fn empty() -> Event {
    Event::empty(EventId::from_uuid(Uuid::from_u128(1)))
}

fn sample() -> Event {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/sample/event.ron");
    let text = std::fs::read_to_string(&file).unwrap();
    store::from_ron(&text, &file).unwrap().0
}

fn read(bytes: &[u8]) -> Schedule {
    schedule::read(&PathBuf::from("schedule"), bytes).unwrap()
}

/// Why bytes cannot be read, in English.
fn refused(bytes: &[u8]) -> String {
    let error = schedule::read(&PathBuf::from("schedule.xml"), bytes).unwrap_err();
    error.sentence(Words::default())
}

fn proposed(event: &Event, file: &Schedule) -> Proposal {
    schedule::import(event, &Plan::of(event), file, Removal::NEVER)
}

fn imported(event: &Event, file: &Schedule) -> Event {
    let mut event = event.clone();
    if let Some(edit) = proposed(&event, file).edit() {
        event.apply(&edit).unwrap();
    }
    event
}

/// Gives it what a schedule cannot do without: days, and a time zone.
fn on_some_days(event: &mut Event) {
    event.details.days.insert(jiff::civil::date(2025, 6, 3));
    event.details.time_zone = "Asia/Hong_Kong".into();
}

fn exported(event: &Event, form: Form) -> String {
    exported_to(event, form, share(false, 0))
}

fn exported_to(event: &Event, form: Form, share: Share) -> String {
    let schedule = Schedule::of(event, &Plan::of(event), share).unwrap();
    schedule::write(&schedule, form).unwrap()
}

/// What guests or the staff may have.
fn share(staff: bool, version: u32) -> Share {
    Share {
        staff,
        ..Share::with_guests(version, jiff::Timestamp::UNIX_EPOCH)
    }
}
