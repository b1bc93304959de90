//! What an import does only where somebody asks: clearing by empty cells, and another sheet than the best.

use std::fs;

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use jiff::civil::time;
use runsheet::{
    exchange::{Content, Removal, table::Layout},
    model::{Lang, Start},
};
use rust_xlsxwriter::Workbook;

use super::{content, event, imported, table, told};
use crate::support::desk::at_the_desk;

const PEOPLE: &str = "\
Title,Name (English),Name (Chinese),Post,Organisation,Email,Attendance
Dr,Chan Tai Man,陳大文,Dean,HKU,chan@hku.hk,Accepted
Ms,Lee Siu Ming,李小明,Registrar,PolyU,lee@polyu.hk,Accepted
";

#[test]
fn an_empty_cell_clears_a_field_of_a_person_only_when_that_is_asked() {
    let event = imported(event(), PEOPLE);
    let csv = "\
Title,Name (English),Name (Chinese),Post,Organisation,Email,Attendance
,Chan Tai Man,,,,,
,,李小明,,PolyU,new@polyu.hk,Accepted
,,,,,,x
";
    let content = content("x.csv", csv);
    let never = content.propose(&event, None, Removal::NEVER);
    assert_eq!(never.lines.len(), 2);
    assert!(
        told(&never)[1].ends_with("leave ‘Dr Chan Tai Man’ as it is"),
        "{:?}",
        told(&never)
    );
    let asked = content.propose(&event, None, Removal::CLEARED);
    let said = told(&asked);
    for part in [
        "Honorific (English) cleared (was ‘Dr’)",
        "Family name (繁體中文) cleared (was ‘陳’)",
        "Post (English) cleared (was ‘Dean’)",
        "Organisation (English) cleared (was ‘HKU’)",
        "E-mail cleared (was ‘chan@hku.hk’)",
    ] {
        assert!(
            said.iter().any(|line| line.contains(part)),
            "{part} in {said:?}"
        );
    }
    let mut cleared = event.clone();
    let undo = cleared.apply(&asked.edit().unwrap()).unwrap();
    let chan = cleared.participants.at(0).unwrap();
    let name = chan.name.get(&Lang::EN).unwrap();
    assert_eq!(
        (name.honorific.as_str(), name.family.as_str()),
        ("", "Chan")
    );
    assert_eq!(chan.name.get(&Lang::ZH_HANT), None);
    assert_eq!(chan.organisation, None);
    let lee = cleared.participants.at(1).unwrap();
    assert_eq!(lee.name.get(&Lang::EN), None);
    assert_eq!(lee.contact.email, "new@polyu.hk");
    assert!(lee.organisation.is_some());
    // A second time there is nothing left to clear, and one step takes all of it back.
    let again = content.propose(&cleared, None, Removal::CLEARED);
    assert_eq!(again.edit(), None, "{:?}", told(&again));
    cleared.apply(&undo).unwrap();
    assert_eq!(cleared, event);
}

#[test]
fn an_empty_cell_clears_a_field_of_a_session_only_when_that_is_asked() {
    let full = "\
Start,Duration,Slack,Item (English),Item (Chinese),Room,People,Remarks,Cues: AV
9:30,30,10,Opening,開幕,Main hall,Chan Tai Man,Doors,Lights
10:15,20,5,Talk,講座,Main hall,Lee Siu Ming,Stage,Sound
";
    let event = imported(imported(event(), PEOPLE), full);
    let csv = "\
Start,Duration,Slack,Item (English),Item (Chinese),Room,People,Remarks,Cues: AV
9:30,30,,Opening,,,,,
,,5,Talk,講座,Main hall,Lee Siu Ming,Stage,Sound
";
    let content = content("x.csv", csv);
    assert_eq!(content.propose(&event, None, Removal::NEVER).edit(), None);
    let asked = content.propose(&event, None, Removal::CLEARED);
    let mut cleared = event.clone();
    cleared.apply(&asked.edit().unwrap()).unwrap();
    let opening = cleared.sessions.at(0).unwrap();
    assert_eq!(opening.start, Start::Fixed(time(9, 30, 0, 0)));
    assert_eq!((opening.slack, opening.room), (None, None));
    assert_eq!(opening.title.text(&Lang::EN), "Opening");
    assert_eq!(opening.title.text(&Lang::ZH_HANT), "");
    assert!(opening.people.is_empty() && opening.cues.is_empty() && opening.remarks.is_empty());
    let talk = cleared.sessions.at(1).unwrap();
    assert_eq!(talk.start, Start::Follows, "an emptied start follows");
    let before = event.sessions.at(1).unwrap();
    assert_eq!(
        (talk.length, talk.slack, talk.room),
        (before.length, before.slack, before.room)
    );
    assert_eq!(
        (&talk.title, &talk.cues, &talk.people),
        (&before.title, &before.cues, &before.people)
    );
    let said = told(&asked).join("\n");
    assert!(said.contains("Remarks cleared (was ‘Doors’)"), "{said}");
    assert_eq!(
        content.propose(&cleared, None, Removal::CLEARED).edit(),
        None
    );
}

/// A workbook with a list of guests, a longer list of speakers, and a sheet of notes.
fn workbook() -> Vec<u8> {
    let mut book = Workbook::new();
    let sheets: [(&str, &[&[&str]]); 3] = [
        ("Guests", &[&["Name"], &["Wong Ada"]]),
        (
            "Speakers",
            &[
                &["Name", "Motto", "Organisation"],
                &["Ho Ben", "Usher", "HKU"],
            ],
        ),
        ("Notes", &[&["Order more flowers"]]),
    ];
    for (name, rows) in sheets {
        let sheet = book.add_worksheet().set_name(name).unwrap();
        for (row, cells) in (0..).zip(rows) {
            for (column, cell) in (0..).zip(*cells) {
                sheet.write(row, column, *cell).unwrap();
            }
        }
    }
    book.save_to_buffer().unwrap()
}

#[test]
fn each_sheet_of_a_workbook_can_be_meant() {
    let event = event();
    let content = content("guests.xlsx", workbook());
    assert_eq!(content.layout(&event).unwrap().sheet, 1);
    let book = table(&content);
    let names: Vec<_> = book
        .sheets
        .iter()
        .map(|sheet| sheet.name.as_str())
        .collect();
    assert_eq!(names, ["Guests", "Speakers", "Notes"]);
    let guests = Layout::of_one(book, 0, &event, None);
    let said = told(&content.propose(&event, Some(&guests), Removal::NEVER));
    assert!(said.contains(&"Row 2: add ‘Wong Ada’".into()), "{said:?}");
    assert!(matches!(content, Content::Table(_)));
}

#[test]
fn the_sheet_is_chosen_in_the_window_and_remembered_with_its_columns() {
    let mut window = at_the_desk();
    let before = window.event().clone();
    let folder = tempfile::tempdir().unwrap();
    let list = folder.path().join("guests.xlsx");
    fs::write(&list, workbook()).unwrap();
    window.drop_files(&[&list], "Welcome remarks");
    assert!(window.shows("Row 2: add ‘Ho Ben’"));
    let combo = window.harness.get_all_by_label("Sheet").last();
    combo.unwrap().click();
    window.settle();
    window.click("Guests");
    assert!(window.shows("Row 2: add ‘Wong Ada’"));
    assert!(!window.shows("Row 2: add ‘Ho Ben’"));
    window.click("Import a participant");
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(*window.event(), before);
    window.click("Run-of-show");
    window.drop_files(&[&list], "Welcome remarks");
    assert!(
        window.shows("Row 2: add ‘Wong Ada’"),
        "the sheet is remembered"
    );
}

#[test]
fn clearing_is_asked_for_in_the_window_and_seen_before_it_is_done() {
    let mut window = at_the_desk();
    let before = window.event().clone();
    let folder = tempfile::tempdir().unwrap();
    let list = folder.path().join("guests.csv");
    fs::write(&list, "Name,Post\nCHAN Kwok-ki,\n").unwrap();
    window.drop_files(&[&list], "Welcome remarks");
    window.click("Empty cells clear what is there");
    let said = "Post (English) cleared (was ‘Chief Secretary for Administration’)";
    let line = window.harness.query_by_label_contains(said);
    assert!(line.is_some(), "what will be cleared is said first");
    assert_eq!(*window.event(), before);
    window.click("Import a participant");
    assert_ne!(*window.event(), before);
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(*window.event(), before);
}
