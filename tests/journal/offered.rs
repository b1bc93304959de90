//! What the window offers when a program ended before its edits were saved.

use std::{
    fs,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use egui::{Key, Modifiers};
use egui_kittest::kittest::{By, NodeT, Queryable};
use runsheet::{
    model::{Event, Lang},
    store::{self, Folder},
};

use crate::support::desk::{Window, kept_in};

/// How long a window that was dropped may take to be gone.
const PATIENCE: Duration = Duration::from_mins(4);

/// A laptop with an event on it.
pub(super) struct Office {
    pub temp: tempfile::TempDir,
}

impl Office {
    /// A laptop with the sample event on it.
    pub fn new() -> Self {
        let temp = tempfile::tempdir().unwrap();
        store::write_sample(&temp.path().join("event")).unwrap();
        Self { temp }
    }

    pub fn folder(&self) -> PathBuf {
        self.temp.path().join("event")
    }

    pub fn data(&self) -> PathBuf {
        self.temp.path().join("data")
    }

    pub fn open(&self) -> Window {
        kept_in(&self.data(), Some(&self.folder()))
    }

    /// A window in which the first session was called so, and which was lost before that was saved.
    pub fn lost(&self, title: &str) {
        let mut window = self.open();
        rename(&mut window, title);
        // The thread that writes ends with the window, and its file stays as when it is killed.
        drop(window);
        self.is_left();
    }

    /// Waits until the windows that were dropped are no longer told to be open: on a busy machine that takes a while.
    pub fn is_left(&self) {
        let open = self.folder().join(".runsheet/open");
        let begun = Instant::now();
        while open.exists() {
            assert!(begun.elapsed() < PATIENCE, "a window never leaves");
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    pub fn journals(&self) -> Vec<String> {
        let mut found = names(&self.folder().join(".runsheet/journal"));
        found.extend(names(&self.data().join("journals")));
        found
    }

    pub fn saved(&self) -> Event {
        Folder::at(&self.folder()).unwrap().read().unwrap().event
    }
}

pub(super) fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect()
}

pub(super) fn rename(window: &mut Window, title: &str) {
    window.click_row("Welcome remarks");
    window.fill("Title (English)", title);
}

pub(super) fn has(event: &Event, title: &str) -> bool {
    let mut sessions = event.sessions.iter();
    sessions.any(|session| session.title.text(&Lang::EN) == title)
}

#[test]
fn what_was_not_saved_is_offered_and_opened_and_can_be_undone() {
    let office = Office::new();
    let before = fs::read(office.folder().join("event.ron")).unwrap();
    office.lost("Opening address");
    assert_eq!(office.journals().len(), 1);
    assert_eq!(fs::read(office.folder().join("event.ron")).unwrap(), before);

    let mut window = office.open();
    assert!(window.shows("Edits that were not saved"));
    let told = "‘Opening address’ was called ‘Welcome remarks’ before";
    assert!(window.shows(told), "field and value, in its own words");
    assert!(has(window.event(), "Welcome remarks"), "nothing is decided");
    window.click("Compare with what was saved");
    let all = window.harness.query_all(By::new());
    let told: String = all
        .filter_map(|node| {
            let node = node.accesskit_node();
            node.label().or_else(|| node.value())
        })
        .collect();
    assert!(
        told.contains("Welcome remarks") && told.contains("Opening address"),
        "{told}"
    );
    window.click("Open recovered");
    assert!(has(window.event(), "Opening address"));
    window.press(Modifiers::COMMAND, Key::Z);
    assert!(has(window.event(), "Welcome remarks"));
    window.press(
        Modifiers {
            shift: true,
            ..Modifiers::COMMAND
        },
        Key::Z,
    );
    window.press(Modifiers::COMMAND, Key::S);
    window.wait_until(|_| office.journals().is_empty());
    drop(window);
    assert!(has(&office.saved(), "Opening address"));
    let window = office.open();
    assert!(!window.shows("Edits that were not saved"));
}

#[test]
fn what_was_recovered_and_not_saved_is_offered_again() {
    let office = Office::new();
    office.lost("Opening address");
    let mut window = office.open();
    window.click("Open recovered");
    window.click_row("Opening address");
    window.fill("Title (English)", "Opening words");
    drop(window);
    assert_eq!(office.journals().len(), 1, "one has taken the other over");
    let mut window = office.open();
    window.click("Open recovered");
    assert!(has(window.event(), "Opening words"));
}

#[test]
fn a_wrong_click_loses_nothing() {
    let office = Office::new();
    office.lost("Opening address");
    let mut window = office.open();
    window.click("Decide later");
    drop(window);
    let mut window = office.open();
    window.click("Open as last saved");
    assert!(has(window.event(), "Welcome remarks"));
    window.click_row("Welcome remarks");
    window.fill("Title (English)", "Other words");
    window.press(Modifiers::COMMAND, Key::S);
    window.wait_until(|_| office.journals().len() == 1);
    drop(window);
    let mut window = office.open();
    assert!(
        !window.shows("Open recovered"),
        "it is not asked again by itself"
    );
    window.press(
        Modifiers {
            shift: true,
            ..Modifiers::COMMAND
        },
        Key::P,
    );
    window.type_text("edits that were not");
    window.press(Modifiers::NONE, Key::Enter);
    window.wait_until(|window| window.shows("Open recovered"));
    window.settle();
    assert!(window.shows("‘Opening address’ was called ‘Welcome remarks’ before"));
    window.click("Open recovered");
    assert!(has(window.event(), "Opening address"));
    // What was saved since is not replaced unseen.
    window.press(Modifiers::COMMAND, Key::S);
    assert!(has(&office.saved(), "Other words"));
}

#[test]
fn an_event_that_was_left_saved_or_on_purpose_leaves_nothing() {
    let office = Office::new();
    let mut window = office.open();
    rename(&mut window, "Opening address");
    window.wait_until(|_| office.journals().len() == 1);
    window.press(Modifiers::COMMAND, Key::W);
    window.click("Do not save");
    window.wait_until(|_| office.journals().is_empty());
    assert!(!office.folder().join(".runsheet/journal").exists());
}

#[test]
fn where_the_folder_takes_no_journal_the_data_folder_does() {
    let office = Office::new();
    fs::write(office.folder().join(".runsheet"), "in the way").unwrap();
    office.lost("Opening address");
    assert_eq!(names(&office.data().join("journals")).len(), 1);
    let mut window = office.open();
    window.click("Open recovered");
    assert!(has(window.event(), "Opening address"));
}

#[test]
fn where_nothing_can_be_written_it_is_said_once_and_when_it_can_again() {
    let office = Office::new();
    fs::write(office.folder().join(".runsheet"), "in the way").unwrap();
    fs::write(office.data(), "in the way").unwrap();
    let mut window = office.open();
    rename(&mut window, "Opening address");
    let complains = |window: &Window| {
        let mut all = window.harness.query_all(By::new());
        all.any(|node| {
            let node = node.accesskit_node();
            let told = node.label().or_else(|| node.value()).unwrap_or_default();
            told.contains("Edits cannot be kept safe")
        })
    };
    window.wait_until(complains);
    fs::remove_file(office.data()).unwrap();
    window.wait_until(|_| office.journals().len() == 1);
    drop(window);
    let mut window = office.open();
    window.click("Open recovered");
    assert!(has(window.event(), "Opening address"));
}

#[test]
fn an_event_that_was_never_saved_is_on_the_welcome_screen() {
    let temp = tempfile::tempdir().unwrap();
    let mut window = kept_in(temp.path(), None);
    window.click("New event…");
    window.fill("First day", "2026-03-01");
    window.fill("Title (English)", "Spring forum");
    window.click("Create");
    window.press(Modifiers::COMMAND, Key::Enter);
    window.fill("Title (English)", "Tea");
    drop(window);
    let mut window = kept_in(temp.path(), None);
    window.wait_until(|window| window.shows("Spring forum"));
    window.click("Spring forum");
    window.wait_until(|window| window.harness.state().event().is_some());
    assert!(has(window.event(), "Tea"));
    // Saved, it is nothing of the past.
    let to = temp.path().join("forum");
    window.harness.state_mut().save_to(to.clone());
    window.settle();
    window.wait_until(|_| names(&temp.path().join("journals")).is_empty());
    assert!(has(&Folder::at(&to).unwrap().read().unwrap().event, "Tea"));
}

#[test]
fn the_list_of_recent_events_says_where_edits_are_not_saved() {
    let office = Office::new();
    office.lost("Opening address");
    let mut window = office.open();
    window.click("Decide later");
    window.press(Modifiers::COMMAND, Key::W);
    window.wait_until(|window| window.shows("event (Unsaved edits)"));
}

#[test]
fn a_journal_that_was_taken_over_twice_is_gone_for_good() {
    let office = Office::new();
    office.lost("Opening address");
    let journals = office.folder().join(".runsheet/journal");
    let first = names(&journals).remove(0);
    let bytes = fs::read(journals.join(&first)).unwrap();
    let mut window = office.open();
    window.click("Open recovered");
    window.wait_until(|_| office.journals().len() == 1 && office.journals()[0] != first);
    drop(window);
    // As if the program had been killed before it took the first one away.
    fs::write(journals.join(&first), bytes).unwrap();
    let mut window = office.open();
    window.click("Open recovered");
    window.press(Modifiers::COMMAND, Key::S);
    window.wait_until(|_| office.journals().is_empty());
    drop(window);
    assert!(!office.open().shows("Open recovered"));
}
