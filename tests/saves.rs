//! The last saves of an event, and events that others have open or that can only be read.

use std::fs;

use egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::{By, NodeT, Queryable};
use runsheet::{
    model::{Event, Lang, SessionKind},
    store::Folder,
};

use crate::support::desk::{Window, also_open, at_the_desk};

fn welcome(event: &Event) -> String {
    let mut sessions = event.sessions.iter();
    let welcome = sessions.find(|session| session.kind == SessionKind::WelcomeRemarks);
    welcome.unwrap().title.text(&Lang::EN).to_owned()
}

fn retitle(window: &mut Window, from: &str, to: &str) {
    window.press(Modifiers::COMMAND, Key::Num1);
    window.click_row(from);
    window.fill("Title (English)", to);
}

/// Whether something is said that begins so.
fn says(window: &Window, begins: &str) -> bool {
    let mut nodes = window.harness.query_all(By::new());
    nodes.any(|node| {
        let node = node.accesskit_node();
        let told = node.label().or_else(|| node.value());
        told.is_some_and(|told| told.starts_with(begins))
    })
}

/// The rows of the saves, the latest first.
fn saves(window: &Window) -> Vec<String> {
    let rows = window.names(Role::ListItem).into_iter();
    rows.filter(|name| name.starts_with("Save of ")).collect()
}

#[test]
fn the_last_saves_are_listed_compared_read_and_brought_back() {
    let mut window = at_the_desk();
    for (from, to) in [("Welcome remarks", "First"), ("First", "Second")] {
        retitle(&mut window, from, to);
        window.press(Modifiers::COMMAND, Key::S);
    }
    retitle(&mut window, "Second", "Third");
    window.press(Modifiers::COMMAND, Key::Num9);
    let listed = saves(&window);
    assert_eq!(listed.len(), 3, "{listed:?}");
    let count = Folder::at(&window.folder).unwrap().backups().unwrap().len();
    assert_eq!(count, 3);
    // The one before the last, compared with what has not been saved yet.
    window.click_row(&listed[1]);
    assert!(says(&window, "What changed since the save of "));
    assert!(says(&window, "‘Third’ was called ‘First’ before"));
    // Read, and not edited.
    window.click("Open to read");
    assert_eq!(welcome(window.event()), "Third");
    assert!(window.shows("First"));
    retitle(&mut window, "First", "Nobody wants this");
    assert_eq!(welcome(window.event()), "Third");
    window.click("Back to the event");
    window.click("Bring back");
    assert_eq!(welcome(window.event()), "First");
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(welcome(window.event()), "Third");
    assert_eq!(welcome(&window.saved()), "Second");
}

#[test]
fn a_save_that_cannot_be_kept_counts_all_the_same_and_is_said() {
    let mut window = at_the_desk();
    let backups = window.folder.join("backups");
    fs::remove_dir_all(&backups).unwrap();
    fs::write(&backups, "in the way").unwrap();
    retitle(&mut window, "Welcome remarks", "Opening");
    window.press(Modifiers::COMMAND, Key::S);
    assert_eq!(welcome(&window.saved()), "Opening");
    assert!(window.shows("saved"));
    let sentence = "The event is saved, but this save could not be kept among its last ten.";
    assert!(says(&window, sentence));
    assert_eq!(fs::read(&backups).unwrap(), b"in the way");
    // When the fault is over, saves are kept again.
    fs::remove_file(&backups).unwrap();
    retitle(&mut window, "Opening", "Opening again");
    window.press(Modifiers::COMMAND, Key::S);
    assert_eq!(fs::read_dir(&backups).unwrap().count(), 2);
}

const ELSEWHERE: &str = "This event is open elsewhere";

#[test]
fn an_event_that_is_open_elsewhere_is_worked_on_together_or_only_read() {
    let mut first = at_the_desk();
    assert_eq!(first.names(Role::Dialog), [""; 0]);
    let mut second = also_open(&first.folder);
    assert_eq!(second.names(Role::Dialog), [ELSEWHERE]);
    second.click("Read only");
    retitle(&mut second, "Welcome remarks", "Mine");
    assert_eq!(welcome(second.event()), "Welcome remarks");
    second.press(Modifiers::COMMAND, Key::S);
    assert!(second.shows("Opened read-only, while it is open elsewhere"));
    // The other window goes on as if nobody were there.
    retitle(&mut first, "Welcome remarks", "Theirs");
    first.press(Modifiers::COMMAND, Key::S);
    assert_eq!(welcome(&first.saved()), "Theirs");
    second.click("Work together");
    second.wait_until(|second| welcome(second.event()) == "Theirs");
    retitle(&mut second, "Theirs", "Mine");
    assert_eq!(welcome(second.event()), "Mine");
    drop(second);
    let third = also_open(&first.folder);
    assert_eq!(third.names(Role::Dialog), [ELSEWHERE]);
    drop(first);
}

#[test]
fn who_has_an_event_open_is_known_until_they_leave() {
    let first = at_the_desk();
    let folder = first.folder.clone();
    let mut second = also_open(&folder);
    second.press(Modifiers::NONE, Key::Enter);
    assert_eq!(second.names(Role::Dialog), [""; 0], "together, by Enter");
    assert!(says(&second, "Also open: "));
    let open = folder.join(".runsheet/open");
    // Of each window what it says and its lock; with each beat the former is written aside first.
    let files = || {
        let entries = fs::read_dir(&open).unwrap();
        let paths = entries.map(|entry| entry.unwrap().path());
        let whole = paths.filter(|path| path.extension().is_none_or(|ext| ext != "part"));
        whole.count()
    };
    assert_eq!(files(), 4);
    drop(second);
    assert_eq!(files(), 2);
    // A program that ends without a word leaves its file, which nobody believes.
    let left = open.join(format!("{}.ron", "0190c3a0-0000-7000-8000-000000000001"));
    let host = fs::read_dir(&open)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .find(|path| path.extension().is_some_and(|ext| ext == "ron"));
    fs::copy(host.unwrap(), &left).unwrap();
    fs::write(left.with_extension("lock"), "").unwrap();
    let third = also_open(&folder);
    assert!(!left.exists());
    let alone = says(&third, "Also open: ") && !third.shows("and 1 more");
    assert!(alone, "the first window is there, and nobody else");
}

#[test]
fn a_file_that_must_not_be_written_is_opened_to_read_only() {
    let window = at_the_desk();
    let folder = window.folder.clone();
    let file = folder.join("event.ron");
    let mut rights = fs::metadata(&file).unwrap().permissions();
    rights.set_readonly(true);
    fs::set_permissions(&file, rights.clone()).unwrap();
    let mut reader = also_open(&folder);
    assert_eq!(reader.names(Role::Dialog), [""; 0]);
    assert!(says(&reader, "Read-only: "));
    // It does not look as if it could be changed.
    let before = fs::read(&file).unwrap();
    for (window, can_change) in [(&window, true), (&reader, false)] {
        assert_eq!(window.takes_text("Title (English)"), can_change);
        let adds = window.names(Role::Button);
        assert_eq!(
            adds.iter().any(|name| name.contains("Add a step")),
            can_change
        );
    }
    // Who types all the same is told at the first letter.
    reader.click_row("Welcome remarks");
    let said = reader.names(Role::Alert).len();
    reader.type_text("M");
    assert_eq!(reader.names(Role::Alert).len(), said + 1);
    reader.press(Modifiers::NONE, Key::Enter);
    reader.press(Modifiers::COMMAND, Key::S);
    assert_eq!(welcome(reader.event()), "Welcome remarks");
    assert_eq!(fs::read(&file).unwrap(), before);
    assert!(reader.shows("Work on a copy…"));
}
