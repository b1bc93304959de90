//! Tables of other programs: what an import of them would do, and that nothing is lost on the way out and back.

mod asked;
mod days;
mod desk;
mod going_round;
mod people;
mod rundown;
mod unreadable;

use std::path::Path;

use runsheet::{
    exchange::{self, Content, Format, Proposal, Removal, table::Book},
    model::{Event, EventId, Lang},
    press, store,
    words::Words,
};

use jiff::civil::date;

/// An event of one day, in English and Chinese, with the usual teams and one room.
fn event() -> Event {
    let title = runsheet::model::Text::en("Forum");
    let languages = vec![Lang::EN, Lang::ZH_HANT];
    press::new_event(title, languages, date(2025, 6, 3))
}

fn empty() -> Event {
    Event::empty(EventId::new())
}

fn sample() -> Event {
    let folder = tempfile::tempdir().unwrap();
    let sample = store::write_sample(&folder.path().join("sample")).unwrap();
    sample.read().unwrap().event
}

fn content(name: &str, bytes: impl AsRef<[u8]>) -> Content {
    exchange::content(Path::new(name), bytes.as_ref().to_vec()).unwrap()
}

fn proposal(event: &Event, csv: &str) -> Proposal {
    content("x.csv", csv).propose(event, None, Removal::NEVER)
}

/// What an import would do, in sentences: notes first, then each item with what becomes of it.
fn told(proposal: &Proposal) -> Vec<String> {
    let words = Words::default();
    let notes = proposal
        .notes
        .iter()
        .map(|note| format!("! {}", note.sentence(words)));
    let lines = proposal.lines.iter().map(|line| line.sentence(words));
    notes.chain(lines).collect()
}

/// Expects that an import of this text into this event would do exactly this.
#[track_caller]
fn check(event: &Event, csv: &str, expected: &[&str]) {
    assert_eq!(told(&proposal(event, csv)), expected, "{csv}");
}

/// The event with a file imported.
#[track_caller]
fn imported(mut event: Event, csv: &str) -> Event {
    let edit = proposal(&event, csv)
        .edit()
        .expect("something is to be done");
    event.apply(&edit).unwrap();
    event
}

fn exported(event: &Event, format: Format) -> Vec<u8> {
    made(event, format, Words::default()).unwrap()
}

fn made(event: &Event, format: Format, words: Words) -> Result<Vec<u8>, exchange::ExchangeError> {
    let share = exchange::Share::with_guests(0, jiff::Timestamp::UNIX_EPOCH);
    exchange::export(event, format, words, share)
}

/// The table that a file holds.
fn table(content: &Content) -> &Book {
    match content {
        Content::Table(book) => book,
        #[allow(
            unreachable_patterns,
            reason = "a file can hold something else as well"
        )]
        Content::Schedule(_) => panic!("no table"),
    }
}
