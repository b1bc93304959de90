//! Days that a file speaks of and the event does not have.

use std::{collections::BTreeSet, fs};

use egui::{Key, Modifiers};
use jiff::civil::{Date, date};
use runsheet::{
    exchange::{Content, Format, Removal},
    model::{Deed, Event, Text},
    plan::{Plan, Trouble},
    words::{Tongue, Words},
};
use rust_xlsxwriter::{ExcelDateTime, Format as Style, Workbook};

use super::{content, event, exported, imported, made, proposal};
use crate::support::desk::at_the_desk;

const TWO_DAYS: &str = "\
Day,Start,Title
2025-06-03,09:00,Registration
2026-11-25,10:00,Visit
2026-11-25,11:00,Tea
2025-06-04,10:00,Second day
";

/// What would be added, in sentences.
fn days(content: &Content, event: &Event, words: Words) -> Vec<String> {
    let proposal = content.propose(event, None, Removal::NEVER);
    let days = proposal.days.iter().map(|day| day.sentence(words));
    days.collect()
}

fn dates(event: &Event) -> Vec<Date> {
    event.details.days.iter().copied().collect()
}

fn is_outside(event: &Event) -> bool {
    let plan = Plan::of(event);
    let outside = |trouble: &Trouble| matches!(trouble, Trouble::OutsideDays(_));
    plan.problems
        .iter()
        .any(|problem| outside(&problem.trouble))
}

#[test]
fn days_come_with_what_stands_on_them_and_are_said_in_every_language() {
    let before = event();
    let file = content("x.csv", TWO_DAYS);
    let said = [
        "Row 5: add the day Wednesday, 4 June 2025",
        "Row 3: add the day Wednesday, 25 November 2026",
    ];
    assert_eq!(days(&file, &before, Words::default()), said);
    let chinese = days(&file, &before, Words::new(Tongue::ZhHant));
    assert!(chinese[0].contains("2025年6月4日(星期三)"), "{chinese:?}");
    let mut after = before.clone();
    let edit = proposal(&before, TWO_DAYS).edit().unwrap();
    let undo = after.apply(&edit).unwrap();
    let wanted = [date(2025, 6, 3), date(2025, 6, 4), date(2026, 11, 25)];
    assert_eq!(dates(&after), wanted);
    assert!(!is_outside(&after));
    assert!(
        !proposal(&after, TWO_DAYS).does_something(),
        "a second time"
    );
    after.apply(&undo).unwrap();
    assert_eq!(after, before, "one edit");
}

#[test]
fn every_kind_of_file_brings_its_days() {
    let full = imported(event(), TWO_DAYS);
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let day = Style::new().set_num_format("yyyy-mm-dd");
    for (column, text) in (0..).zip(["Date", "Time", "Item"]) {
        sheet.write_string(0, column, text).unwrap();
    }
    let visit = ExcelDateTime::from_ymd(2026, 11, 25).unwrap();
    sheet.write_datetime_with_format(1, 0, visit, &day).unwrap();
    sheet.write_string(1, 1, "10:00").unwrap();
    sheet.write_string(1, 2, "Visit").unwrap();
    let files = [
        ("a.xlsx", book.save_to_buffer().unwrap()),
        ("b.xlsx", exported(&full, Format::RundownXlsx)),
        ("c.csv", exported(&full, Format::RundownCsv)),
        ("d.json", exported(&full, Format::ScheduleJson)),
        ("e.xml", exported(&full, Format::ScheduleXml)),
    ];
    for (name, bytes) in files {
        let file = content(name, bytes);
        let mut event = event();
        let proposal = file.propose(&event, None, Removal::NEVER);
        let new: Vec<Date> = proposal.days.iter().map(|day| day.date).collect();
        assert!(new.contains(&date(2026, 11, 25)), "{name}: {new:?}");
        event.apply(&proposal.edit().unwrap()).unwrap();
        assert!(!is_outside(&event), "{name}");
        let again = file.propose(&event, None, Removal::NEVER);
        assert!(again.days.is_empty(), "{name}");
        assert!(!again.does_something(), "{name}");
    }
    for tongue in Tongue::ALL {
        let bytes = made(&full, Format::RundownXlsx, Words::new(tongue)).unwrap();
        assert!(days(&content("x.xlsx", bytes), &full, Words::default()).is_empty());
    }
}

#[test]
fn a_day_that_is_left_out_is_not_added_and_can_come_by_itself_later() {
    let mut event = event();
    let typo = date(2026, 11, 25);
    let mut proposal = proposal(&event, TWO_DAYS);
    proposal.leave_out(&BTreeSet::from([typo]));
    event.apply(&proposal.edit().unwrap()).unwrap();
    assert_eq!(dates(&event), [date(2025, 6, 3), date(2025, 6, 4)]);
    assert!(
        is_outside(&event),
        "what stands on it is there all the same"
    );
    let proposal = super::proposal(&event, TWO_DAYS);
    assert!(proposal.does_something(), "the day alone");
    let edit = proposal.edit().unwrap();
    let name = Deed::Batch(proposal.batch_name(), Text::default());
    let name = Words::default().deed(&name);
    assert_eq!(name, "Import the event’s details");
    event.apply(&edit).unwrap();
    assert!(!is_outside(&event));
}

#[test]
fn a_day_is_seen_in_the_window_and_ticked_off_there() {
    let mut window = at_the_desk();
    let before = window.event().clone();
    let folder = tempfile::tempdir().unwrap();
    let list = folder.path().join("days.csv");
    fs::write(&list, TWO_DAYS.replace("Registration", "Rehearsal")).unwrap();
    window.drop_files(&[&list], "Welcome remarks");
    assert!(window.shows("Days: 2 to add"));
    window.click("Row 3: add the day Wednesday, 25 November 2026");
    assert!(window.shows("Days: 1 to add"));
    // What else is said of the file does not bring it back.
    window.click("Empty cells clear what is there");
    assert!(window.shows("Days: 1 to add"));
    window.click("Import 4 sessions");
    assert_eq!(dates(window.event()), [date(2025, 6, 3), date(2025, 6, 4)]);
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(*window.event(), before);
}
