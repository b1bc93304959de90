//! Importing and exporting in the window.

use std::fs;

use egui::{Key, Modifiers, accesskit::Role};

use crate::support::desk::at_the_desk;

#[test]
fn a_list_that_is_dropped_is_looked_at_and_imported_as_one_step() {
    let mut window = at_the_desk();
    let before = window.event().clone();
    let folder = tempfile::tempdir().unwrap();
    let list = folder.path().join("guests.csv");
    fs::write(
        &list,
        "Name,Job,Organisation\nWong Ada,Clerk,HKU\nHo Ben,Usher,HKU\n",
    )
    .unwrap();
    window.drop_files(&[&list], "Welcome remarks");
    assert!(window.shows("Import ‘guests.csv’"));
    assert!(window.shows("Row 2: add ‘Wong Ada’"));
    assert_eq!(
        *window.event(),
        before,
        "nothing happens before somebody has seen it"
    );
    window.click("Import 2 participants");
    assert_eq!(
        window.event().participants.len(),
        before.participants.len() + 2
    );
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(*window.event(), before);
}

#[test]
fn a_column_is_mapped_by_hand_and_the_mapping_remembered() {
    let mut window = at_the_desk();
    let folder = tempfile::tempdir().unwrap();
    let list = folder.path().join("guests.csv");
    fs::write(&list, "Name,Motto\nWong Ada,Clerk\n").unwrap();
    window.drop_files(&[&list], "Welcome remarks");
    window.click("Column Motto");
    window.click("Post (English)");
    window.click("Import a participant");
    let posts = |window: &crate::support::desk::Window| -> Vec<String> {
        let people = window.event().participants.iter();
        people
            .map(|person| person.post.text(&runsheet::model::Lang::EN).to_owned())
            .collect()
    };
    assert_eq!(posts(&window).last().unwrap(), "Clerk");
    fs::write(&list, "Name,Motto\nWong Ada,Porter\n").unwrap();
    window.click("Run-of-show");
    window.drop_files(&[&list], "Welcome remarks");
    window.click("Import a participant");
    assert_eq!(posts(&window).last().unwrap(), "Porter");
}

#[test]
fn a_file_that_is_no_table_gets_its_sentence_and_cancel_changes_nothing() {
    let mut window = at_the_desk();
    let before = window.event().clone();
    let folder = tempfile::tempdir().unwrap();
    let list = folder.path().join("guests.xlsx");
    fs::write(&list, "no workbook").unwrap();
    window.drop_files(&[&list], "Welcome remarks");
    let said = window
        .names(Role::Label)
        .iter()
        .chain(&window.names(Role::Alert))
        .any(|name| name.contains("guests.xlsx"));
    assert!(said, "{:?}", window.names(Role::Label));
    let list = folder.path().join("guests.csv");
    fs::write(&list, "Name\nWong Ada\n").unwrap();
    window.drop_files(&[&list], "Welcome remarks");
    window.click("Cancel");
    assert!(!window.shows("Import ‘guests.csv’"));
    assert_eq!(*window.event(), before);
}
