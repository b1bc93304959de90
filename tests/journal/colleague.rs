//! A program ended before its edits were saved, and somebody else has saved the event since, or moved it: nothing of
//! either is lost unseen.

use std::{
    fs,
    path::{Path, PathBuf},
};

use egui::{Key, Modifiers, accesskit::Role};
use runsheet::{
    model::{Event, Lang},
    store::Folder,
};

use super::offered::{Office, has, names, rename};
use crate::{
    support::desk::{Window, kept_in},
    together::entitled,
};

/// A colleague opens the event, does something and saves.
fn colleague(office: &Office, work: impl FnOnce(&mut Window)) {
    let data = office.temp.path().join("colleague");
    let mut window = kept_in(&data, Some(&office.folder()));
    if window.shows("Decide later") {
        window.click("Decide later");
    }
    work(&mut window);
    window.press(Modifiers::COMMAND, Key::S);
    assert_eq!(*window.event(), office.saved());
    drop(window);
    office.is_left();
}

fn retitle(window: &mut Window, from: &str, to: &str) {
    window.click_row(from);
    window.fill("Title (English)", to);
}

fn titles(event: &Event, wanted: &[&str]) -> Vec<bool> {
    wanted.iter().map(|title| has(event, title)).collect()
}

fn said(window: &Window) -> String {
    window.names(Role::Alert).join("\n")
}

#[test]
fn what_a_colleague_saved_meanwhile_comes_together_with_what_was_recovered() {
    let office = Office::new();
    office.lost("Opening address");
    colleague(&office, |window| {
        retitle(window, "Technical rehearsal", "Sound check");
    });
    let mut window = office.open();
    assert!(window.shows("‘Opening address’ was called ‘Welcome remarks’ before"));
    assert!(
        said(&window).contains("Somebody else has saved the event since"),
        "{}",
        said(&window)
    );
    window.click("Open recovered");
    // It comes in by itself, without being saved.
    window.wait_until(|window| has(window.event(), "Sound check"));
    assert_eq!(
        titles(
            window.event(),
            &["Opening address", "Sound check", "Welcome remarks"]
        ),
        [true, true, false]
    );
    assert!(!has(&office.saved(), "Opening address"));
    // Both can be taken back, one after the other.
    window.press(Modifiers::COMMAND, Key::Z);
    window.click("Take it out");
    assert!(!has(window.event(), "Sound check"));
    assert!(has(window.event(), "Opening address"));
    window.press(Modifiers::COMMAND, Key::Z);
    assert!(has(window.event(), "Welcome remarks"));
    for _ in 0..2 {
        window.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    }
    window.press(Modifiers::COMMAND, Key::S);
    assert_eq!(
        titles(&office.saved(), &["Opening address", "Sound check"]),
        [true, true]
    );
    window.wait_until(|_| office.journals().is_empty());
}

#[test]
fn saving_at_once_what_was_recovered_merges_it_as_well() {
    let office = Office::new();
    office.lost("Opening address");
    colleague(&office, |window| {
        retitle(window, "Technical rehearsal", "Sound check");
    });
    let mut window = office.open();
    window.click("Open recovered");
    window.press(Modifiers::COMMAND, Key::S);
    assert_eq!(
        titles(&office.saved(), &["Opening address", "Sound check"]),
        [true, true]
    );
}

#[test]
fn what_was_replaced_before_it_could_be_read_is_asked_about_after_a_crash() {
    let office = Office::new();
    let mut window = office.open();
    let id = window.event().sessions.at(1).unwrap().id;
    let folder = Folder::at(&office.folder()).unwrap();
    folder
        .save(&entitled(&office.saved(), id, "Sound check"))
        .unwrap();
    window.wait_until(|window| has(window.event(), "Sound check"));
    retitle(&mut window, "Sound check", "Line check");
    drop(window);
    office.is_left();
    let mut window = office.open();
    window.click("Open recovered");
    assert!(has(window.event(), "Line check"));
    window.press(Modifiers::COMMAND, Key::S);
    assert!(window.shows("Merge and save"));
    assert!(has(&office.saved(), "Sound check"), "nothing is decided");
    window.click("All yours");
    window.click("Merge and save");
    assert!(has(&office.saved(), "Line check"));
}

#[test]
fn one_value_that_both_have_changed_is_shown_side_by_side() {
    let office = Office::new();
    office.lost("Opening address");
    colleague(&office, |window| rename(window, "Opening words"));
    let mut window = office.open();
    window.click("Open recovered");
    window.wait_until(|window| window.shows("Decide and save…"));
    assert!(has(window.event(), "Opening address"));
    assert!(has(&office.saved(), "Opening words"), "nothing is decided");
    window.click("Decide and save…");
    let choices = window.names(Role::RadioButton);
    let is_there = |begin: &str, end: &str| {
        let mut choices = choices.iter();
        choices.any(|name| name.starts_with(begin) && name.ends_with(end))
    };
    assert!(is_there("Yours – ", "Opening address"), "{choices:?}");
    assert!(is_there("A colleague’s – ", "Opening words"), "{choices:?}");
    assert!(window.shows("Welcome remarks"), "what it was before");
    window.click("All the colleague’s");
    window.click("Merge and save");
    assert!(has(window.event(), "Opening words"));
    window.press(Modifiers::COMMAND, Key::Z);
    assert!(has(window.event(), "Opening address"), "it can be undone");
}

#[test]
fn a_program_that_ends_again_before_the_merge_still_knows_what_both_have_in_common() {
    let office = Office::new();
    office.lost("Opening address");
    colleague(&office, |window| rename(window, "Opening words"));
    let mut window = office.open();
    window.click("Open recovered");
    drop(window);
    let mut window = office.open();
    window.click("Open recovered");
    window.press(Modifiers::COMMAND, Key::S);
    assert!(window.shows("Merge and save"));
    assert!(has(&office.saved(), "Opening words"));
}

/// Moves the event, as somebody does in a file manager.
fn moved(office: &Office) -> PathBuf {
    let to = office.temp.path().join("2026/Symposium (final)");
    fs::create_dir_all(to.parent().unwrap()).unwrap();
    fs::rename(office.folder(), &to).unwrap();
    to
}

fn recovers_at(office: &Office, folder: &Path) {
    let mut window = kept_in(&office.data(), Some(folder));
    window.click("Open recovered");
    assert!(has(window.event(), "Opening address"));
    window.press(Modifiers::COMMAND, Key::S);
    assert!(has(&window.saved(), "Opening address"));
    drop(window);
    assert!(!kept_in(&office.data(), Some(folder)).shows("Open recovered"));
}

#[test]
fn a_folder_that_was_moved_since_has_its_journal_with_it() {
    let office = Office::new();
    office.lost("Opening address");
    let folder = moved(&office);
    recovers_at(&office, &folder);
}

#[test]
fn a_folder_that_was_moved_since_is_known_by_the_journals_elsewhere() {
    let office = Office::new();
    let in_the_way = office.folder().join(".runsheet");
    fs::write(&in_the_way, "in the way").unwrap();
    office.lost("Opening address");
    assert_eq!(names(&office.data().join("journals")).len(), 1);
    let folder = moved(&office);
    fs::remove_file(folder.join(".runsheet")).unwrap();
    recovers_at(&office, &folder);
}

#[test]
fn a_copy_of_a_folder_does_not_take_its_journal() {
    let office = Office::new();
    fs::write(office.folder().join(".runsheet"), "in the way").unwrap();
    office.lost("Opening address");
    let copy = office.temp.path().join("copy");
    fs::create_dir(&copy).unwrap();
    fs::copy(office.folder().join("event.ron"), copy.join("event.ron")).unwrap();
    let window = kept_in(&office.data(), Some(&copy));
    assert!(!window.shows("Open recovered"));
    drop(window);
    assert!(office.open().shows("Open recovered"));
}

/// Two windows on one event, both lost before anything was saved.
fn two_lost(office: &Office, second: (&str, &str)) {
    let mut one = office.open();
    let mut other = office.open();
    assert!(other.shows("Work together"), "it is open elsewhere");
    other.click("Work together");
    rename(&mut one, "Opening address");
    retitle(&mut other, second.0, second.1);
    // What is not on the disk yet is written as they end.
    drop(one);
    drop(other);
    office.is_left();
    assert_eq!(office.journals().len(), 2);
}

/// A window in which what the first has left is recovered and saved, and what the other has left is offered.
fn first_saved(office: &Office) -> Window {
    let mut window = office.open();
    assert!(window.shows("Which of the edits that were not saved"));
    window.click("Open recovered");
    window.press(Modifiers::COMMAND, Key::S);
    // What the other has left is offered as soon as the first is saved.
    window.wait_until(|window| window.shows("Open recovered"));
    // What has just appeared takes no click before it has its size.
    window.settle();
    window
}

#[test]
fn two_windows_that_were_lost_at_once_are_offered_one_after_the_other() {
    let office = Office::new();
    two_lost(&office, ("Technical rehearsal", "Sound check"));
    let mut window = first_saved(&office);
    window.click("Open recovered");
    window.wait_until(|window| {
        titles(window.event(), &["Opening address", "Sound check"]) == [true, true]
    });
    window.press(Modifiers::COMMAND, Key::S);
    assert_eq!(
        titles(&office.saved(), &["Opening address", "Sound check"]),
        [true, true]
    );
    window.wait_until(|_| office.journals().is_empty());
    assert!(!window.shows("Open recovered"));
}

#[test]
fn what_two_lost_windows_have_both_changed_is_decided() {
    let office = Office::new();
    two_lost(&office, ("Welcome remarks", "Opening words"));
    let mut window = first_saved(&office);
    let first = office.saved();
    window.click("Open recovered");
    window.press(Modifiers::COMMAND, Key::S);
    assert!(window.shows("Merge and save"));
    assert_eq!(office.saved(), first, "nothing is written before");
    window.click("All yours");
    window.click("Merge and save");
    let now = titles(&office.saved(), &["Opening address", "Opening words"]);
    let before = titles(&first, &["Opening address", "Opening words"]);
    assert_ne!(now, before);
    assert_eq!(now.iter().filter(|there| **there).count(), 1);
}

#[test]
fn a_session_that_was_added_is_called_what_it_is_called_now() {
    let office = Office::new();
    let mut window = office.open();
    window.click_row("Welcome remarks");
    window.press(Modifiers::COMMAND, Key::Enter);
    window.fill("Title (English)", "Prayer");
    let added = window.event().sessions.iter();
    let added = added
        .filter(|session| session.title.text(&Lang::EN) == "Prayer")
        .count();
    assert_eq!(added, 1);
    drop(window);
    let window = office.open();
    let labels = window.labels();
    let is_named = |label: &String| label.starts_with("Add ‘Prayer’, ");
    assert!(labels.iter().any(is_named), "{labels:?}");
}
