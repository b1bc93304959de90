//! Out and back: an export, imported again, changes nothing and loses nothing.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use proptest::prelude::*;
use runsheet::{
    exchange::{Format, Proposal, Removal, table::Cell},
    model::{Edit, Event, ItemId, Lang, Name, Participant, Session, SessionKind, Text},
    words::{Tongue, Words},
};

use super::{content, event, exported, sample, table, told};
use crate::support::dice::Dice;

const TABLES: [Format; 5] = [
    Format::ParticipantsXlsx,
    Format::ParticipantsOds,
    Format::ParticipantsCsv,
    Format::RundownXlsx,
    Format::RundownCsv,
];

fn reimported(event: &Event, format: Format, bytes: &[u8]) -> Proposal {
    // Whatever is asked, what was just exported is what is there.
    let removal = Removal {
        absent: true,
        cleared: true,
    };
    content(format.key(), bytes).propose(event, None, removal)
}

#[test]
fn the_sample_comes_back_as_it_went_in_every_language() {
    let event = sample();
    for format in TABLES {
        for words in Tongue::ALL.map(Words::new) {
            let bytes = super::made(&event, format, words).unwrap();
            let proposal = reimported(&event, format, &bytes);
            assert_eq!(
                proposal.edit(),
                None,
                "{}: {:?}",
                format.key(),
                told(&proposal)
            );
            assert_eq!(proposal.notes, [], "{}", format.key());
        }
    }
}

#[test]
fn a_sheet_fills_an_event_that_has_nothing_of_it() {
    let event = sample();
    let mut bare = event.clone();
    let sessions = event
        .sessions
        .iter()
        .map(|session| ItemId::from(session.id));
    let people = event
        .participants
        .iter()
        .map(|person| ItemId::from(person.id));
    let homes = event
        .organisations
        .iter()
        .map(|organisation| ItemId::from(organisation.id));
    for id in sessions.chain(people).chain(homes) {
        bare.apply(&Edit::Remove(id)).unwrap();
    }
    for (people, rundown) in [
        (Format::ParticipantsXlsx, Format::RundownXlsx),
        (Format::ParticipantsCsv, Format::RundownCsv),
        (Format::ParticipantsOds, Format::RundownCsv),
    ] {
        let mut filled = bare.clone();
        for format in [people, rundown] {
            let proposal = reimported(&filled, format, &exported(&event, format));
            filled.apply(&proposal.edit().unwrap()).unwrap();
        }
        for format in [people, rundown] {
            // Of a representative's organisation the sheet knows the name in one language.
            assert_eq!(
                exported(&filled, format),
                exported(&event, format),
                "{}",
                format.key()
            );
        }
        let starts = |event: &Event| -> Vec<_> {
            let sessions = event.sessions.iter();
            sessions
                .map(|it| {
                    (
                        it.id,
                        it.start,
                        it.length,
                        it.until,
                        it.steps.len(),
                        it.people.len(),
                    )
                })
                .collect()
        };
        assert_eq!(starts(&filled), starts(&event));
    }
}

#[test]
fn the_same_event_gives_the_same_bytes() {
    let event = sample();
    for format in TABLES {
        assert_eq!(
            exported(&event, format),
            exported(&event, format),
            "{}",
            format.key()
        );
    }
}

/// Texts that another program would take for formulas.
const FORMULAS: [&str; 6] = [
    "=1+1",
    "+852 1234",
    "-5",
    "@SUM(A1)",
    "=HYPERLINK(\"x\")",
    "'=quoted",
];

fn risky() -> Event {
    let mut event = event();
    for text in FORMULAS {
        let mut person = Participant::new();
        person.name.set(&Lang::EN, Name::new("", text, "Ada"));
        person.contact.phone = text.into();
        event.apply(&person.into()).unwrap();
        let mut session = Session::new(
            SessionKind::Other,
            event.details.days.first().copied().unwrap(),
        );
        session.title = Text::en(text);
        session.remarks = text.into();
        event.apply(&session.into()).unwrap();
    }
    event
}

#[test]
fn no_cell_is_a_formula_and_every_text_comes_back() {
    let event = risky();
    for format in [Format::ParticipantsXlsx, Format::RundownXlsx] {
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(exported(&event, format))).unwrap();
        let sheet = book.sheet_names()[0].clone();
        assert!(book.worksheet_formula(&sheet).unwrap().is_empty());
        let texts = book.worksheet_range(&sheet).unwrap();
        for formula in FORMULAS {
            let is_there = texts
                .used_cells()
                .any(|(_, _, cell)| *cell == Data::String(formula.into()));
            assert!(is_there, "{formula}");
        }
    }
    for format in [Format::ParticipantsCsv, Format::RundownCsv] {
        let text = String::from_utf8(exported(&event, format)).unwrap();
        for line in text.lines().skip(1) {
            for cell in line.split(',') {
                let cell = cell.trim_start_matches('"');
                assert!(!cell.starts_with(['=', '+', '-', '@']), "{cell} in {line}");
            }
        }
    }
    for format in TABLES {
        let proposal = reimported(&event, format, &exported(&event, format));
        assert_eq!(
            proposal.edit(),
            None,
            "{}: {:?}",
            format.key(),
            told(&proposal)
        );
    }
}

#[test]
fn a_workbook_has_real_dates_and_times() {
    let bytes = exported(&sample(), Format::RundownXlsx);
    let read = content("x.xlsx", &bytes);
    let book = table(&read);
    let first = &book.sheets[0].rows[1];
    assert!(
        matches!(first.cell(0), Cell::Moment(at) if at.date() == jiff::civil::date(2025, 6, 3))
    );
    assert_eq!(first.cell(1), &Cell::Time(jiff::civil::time(8, 0, 0, 0)));
    assert_eq!(first.cell(3), &Cell::Time(jiff::civil::time(0, 45, 0, 0)));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 60, ..ProptestConfig::default() })]

    /// Whatever people have typed, an export imported into the same event changes nothing, also when what is absent is
    /// to go.
    #[test]
    fn an_export_changes_nothing_when_it_comes_back(throws in prop::collection::vec(any::<u16>(), 40..400)) {
        let mut event = event();
        Dice::new(throws).edits(&mut event, 40);
        // An import offers the days of sessions that the event lacks, each to be taken or left.
        let days = event.sessions.iter().map(|session| session.day);
        event.details.days.extend(days);
        for format in TABLES {
            let proposal = reimported(&event, format, &exported(&event, format));
            prop_assert_eq!(proposal.edit(), None, "{}: {:?}", format.key(), told(&proposal));
        }
    }
}
