//! What people typed is a text in every file for other programs, and nothing that one of them would obey.

use std::{io::Read as _, path::Path};

use jiff::Timestamp;
use runsheet::{
    exchange::{self, Content, Format, Share},
    model::{Event, is_sign},
    sheet::{from_tabs, to_tabs},
    words::Words,
};

use super::{TYPED, event_of};

fn export(event: &Event, format: Format) -> Vec<u8> {
    let share = Share {
        staff: true,
        ..Share::with_guests(1, Timestamp::UNIX_EPOCH)
    };
    exchange::export(event, format, Words::default(), share).unwrap()
}

/// Whether a spreadsheet could take this for a formula, whatever it passes over before.
fn is_formula(cell: &str) -> bool {
    cell.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}'))
        .starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

/// The texts of the parts of a packed file.
fn parts(bytes: &[u8]) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut all = String::new();
    for at in 0..archive.len() {
        archive
            .by_index(at)
            .unwrap()
            .read_to_string(&mut all)
            .unwrap();
    }
    all
}

#[test]
fn no_cell_of_a_table_is_a_formula_and_every_row_is_one() {
    let event = event_of(&TYPED);
    for format in [Format::ParticipantsCsv, Format::RundownCsv] {
        let bytes = export(&event, format);
        let text = std::str::from_utf8(&bytes)
            .unwrap()
            .trim_start_matches('\u{feff}');
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .from_reader(text.as_bytes());
        let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
        // A session is a row, and so is each of its steps.
        assert!(rows.len() > TYPED.len(), "{}", format.key());
        for cell in rows.iter().flatten() {
            assert!(!is_formula(cell), "{}: {cell:?}", format.key());
            assert!(
                !cell.contains(|c| is_sign(c) && !matches!(c, '\n' | '\t')),
                "{cell:?}"
            );
        }
    }
    for format in [Format::ParticipantsXlsx, Format::RundownXlsx] {
        let text = parts(&export(&event, format));
        assert!(
            !text.contains("<f>") && !text.contains("<f "),
            "{}",
            format.key()
        );
        assert!(!text.contains("<hyperlink"), "{}", format.key());
        assert!(!text.contains("ddeLink") && !text.contains("externalLink"));
    }
    let text = parts(&export(&event, Format::ParticipantsOds));
    assert!(!text.contains("table:formula") && !text.contains("text:a "));
}

#[test]
fn what_was_exported_is_read_again_whatever_was_typed() {
    let event = event_of(&TYPED);
    for format in Format::ALL {
        if format == Format::Calendar {
            continue;
        }
        let bytes = export(&event, format);
        let read = exchange::content(Path::new(format.key()), bytes);
        match read.unwrap_or_else(|error| panic!("{}: {error}", format.key())) {
            Content::Table(book) => {
                let rows = book.sheets[0].rows.len();
                assert!(rows > TYPED.len(), "{}: {rows}", format.key());
            }
            Content::Schedule(schedule) => {
                assert_eq!(schedule.talks.len(), TYPED.len(), "{}", format.key());
                assert!(schedule.notes.is_empty(), "{:?}", schedule.notes);
            }
        }
    }
    let xml = String::from_utf8(export(&event, Format::ScheduleXml)).unwrap();
    // What has no place in the schema stands in processing instructions, where nothing means anything.
    let mut outside = String::new();
    let mut rest = xml.as_str();
    while let Some((before, after)) = rest.split_once("<?") {
        outside += before;
        rest = after.split_once("?>").map_or("", |(_, after)| after);
    }
    outside += rest;
    assert!(outside.contains("</schedule>"));
    for obeyed in ["<script", "<!DOCTYPE", "<!ENTITY", "<![CDATA["] {
        assert!(!outside.contains(obeyed), "{obeyed}");
    }
}

#[test]
fn a_calendar_has_no_line_that_was_typed() {
    let calendar = String::from_utf8(export(&event_of(&TYPED), Format::Calendar)).unwrap();
    let unfolded = calendar.replace("\r\n ", "");
    let lines: Vec<&str> = unfolded.split("\r\n").collect();
    let count = |line: &str| lines.iter().filter(|other| **other == line).count();
    assert_eq!(count("BEGIN:VEVENT"), TYPED.len());
    assert_eq!(count("END:VEVENT"), TYPED.len());
    assert_eq!((count("BEGIN:VCALENDAR"), count("END:VCALENDAR")), (1, 1));
    assert!(
        !lines.iter().any(|line| line.starts_with("ATTENDEE")),
        "{calendar}"
    );
    assert!(
        !unfolded
            .replace("\r\n", "")
            .replace('\t', " ")
            .contains(is_sign),
        "{calendar}"
    );
}

#[test]
fn what_is_copied_stays_in_its_cell_and_is_no_formula() {
    let rows: Vec<Vec<String>> = (TYPED.iter())
        .map(|typed| vec![(*typed).to_owned(), "next".to_owned()])
        .collect();
    let text = to_tabs(&rows);
    assert_eq!(from_tabs(&text), rows);
    for line in text.lines() {
        for cell in line.split('\t') {
            assert!(!is_formula(cell), "{cell:?}");
        }
    }
}
