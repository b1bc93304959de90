//! Windows in which a version was issued twice.

use std::{fs, path::PathBuf};

use egui::{Key, Modifiers, accesskit::Role};
use runsheet::{
    model::Event,
    store::{Folder, Version},
    words::{Tongue, Words},
};

use super::{NAMES, evening, is_settled, issued_elsewhere, newer, retitled, sample, twice};
use crate::support::desk::{Window, also_open, opened_at};

/// A window on a folder in which version 1 was issued twice.
fn window_of(name: &str) -> (Window, Event, [Version; 2]) {
    let (temp, folder, event, versions) = twice(name, 5);
    let path = folder.path().to_owned();
    (opened_at(temp, path, Tongue::En), event, versions)
}

fn told(window: &Window, text: &str) -> bool {
    window.labels().iter().any(|label| label.contains(text))
}

#[test]
fn both_windows_say_it_list_both_and_ask_which_keeps_the_number() {
    let (mut window, event, [ours, theirs]) = window_of(NAMES[0]);
    let sentence = format!(
        "Version 1 was issued twice: 2 June 2025 18:05 ‘To all teams’ ({}) and 2 June 2025 18:10 ({})",
        ours.issue.fingerprint, theirs.issue.fingerprint
    );
    // In whichever place one is.
    for key in [Key::Num1, Key::Num5, Key::Num8] {
        window.press(Modifiers::COMMAND, key);
        assert!(window.shows(&sentence), "{:?}", window.labels());
    }
    window.click("Look…");
    let rows = window.names(Role::ListItem);
    for row in ["Version 1", "Version 1, another"] {
        assert!(rows.iter().any(|name| name == row), "{rows:?}");
    }
    // What differs is told, and it is read and printed as what it is.
    assert!(told(&window, "Harbour Symposium"), "{:?}", window.labels());
    assert!(!window.shows("Bring back"), "it has no number of its own");
    window.click("Print again");
    assert!(told(&window, &theirs.issue.fingerprint));
    window.click("Back to the event");
    // A colleague has the same folder open, and decides first.
    let mut other = also_open(&window.folder);
    other.click("Work together");
    other.wait_until(|other| other.shows(&sentence));
    window.click("Decide…");
    assert!(window.shows("Which is version 1?"));
    let becomes = format!(
        "The one of 2 June 2025 18:10 ({}) becomes version 2.",
        theirs.issue.fingerprint
    );
    assert!(window.shows(&becomes), "{:?}", window.labels());
    other.click("Decide…");
    other.click("Number them");
    assert!(!other.shows(&sentence));
    // Nobody has to answer what is decided.
    window.wait_until(|window| !window.shows("Which is version 1?") && !window.shows(&sentence));
    let folder = Folder::at(&window.folder).unwrap();
    assert_eq!(folder.version(1).unwrap(), ours);
    assert_eq!(folder.version(2).unwrap().issue.formerly, Some(1));
    for one in [&mut window, &mut other] {
        one.press(Modifiers::COMMAND, Key::Num9);
        one.click_row("Version 2");
        assert!(
            told(one, "Version 2 (issued as version 1)"),
            "{:?}",
            one.labels()
        );
        assert!(told(one, "Draft after version 2"));
    }
    assert!(is_settled(&folder, &event));
}

#[test]
fn the_one_that_is_chosen_keeps_the_number() {
    let (mut window, _, [ours, theirs]) = window_of(NAMES[2]);
    window.click("Decide…");
    window.click(&format!("2 June 2025 18:10 ({})", theirs.issue.fingerprint));
    let becomes = format!(
        "The one of 2 June 2025 18:05 ‘To all teams’ ({}) becomes version 2.",
        ours.issue.fingerprint
    );
    assert!(window.shows(&becomes), "{:?}", window.labels());
    window.press(Modifiers::NONE, Key::Escape);
    assert_eq!(
        Folder::at(&window.folder)
            .unwrap()
            .version_numbers()
            .unwrap(),
        [1]
    );
    // What was chosen and not done is not chosen the next time.
    window.click("Decide…");
    assert!(!window.shows(&becomes));
    window.click(&format!("2 June 2025 18:10 ({})", theirs.issue.fingerprint));
    window.click("Number them");
    let folder = Folder::at(&window.folder).unwrap();
    assert_eq!(folder.version(1).unwrap(), theirs);
    assert_eq!(folder.version(2).unwrap().event, ours.event);
    window.wait_until(|window| window.was_told("is version 2 now"));
    // The event is what version 2 is, and its papers say so.
    window.wait_until(|window| window.shows("Version 2"));
}

#[test]
fn what_arrives_while_the_window_is_open_is_said() {
    let (temp, folder, event) = sample();
    folder.issue(&event, "", evening()).unwrap();
    let path = folder.path().to_owned();
    let mut window = opened_at(temp, path, Tongue::En);
    // A leftover goes by itself, and nobody is told.
    let copy = folder.versions_folder().join(NAMES[1]);
    fs::copy(folder.version_file(1), &copy).unwrap();
    window.wait_until(|_| !copy.exists());
    let (bytes, _) = issued_elsewhere(&retitled(&event, "Another"), "", 5);
    fs::write(&copy, bytes).unwrap();
    window.wait_until(|window| told(window, "Version 1 was issued twice"));
    assert!(copy.exists());
    // So is a version that another machine has issued.
    fs::remove_file(&copy).unwrap();
    window.wait_until(|window| !told(window, "Version 1 was issued twice"));
    folder
        .issue(&retitled(&event, "Another"), "", evening())
        .unwrap();
    window.wait_until(|window| told(window, "Draft after version 2"));
}

#[test]
fn who_only_reads_is_told_and_decides_nothing() {
    let (temp, folder, _, _) = twice(NAMES[0], 5);
    let left_over: PathBuf = folder.versions_folder().join(NAMES[1]);
    fs::copy(folder.version_file(1), &left_over).unwrap();
    let text = fs::read_to_string(folder.event_file()).unwrap();
    fs::write(folder.event_file(), newer(&text)).unwrap();
    let path = folder.path().to_owned();
    let window = opened_at(temp, path, Tongue::En);
    assert!(told(&window, "Version 1 was issued twice"));
    assert!(!window.shows("Decide…"));
    assert!(left_over.exists(), "nothing is moved");
}

#[test]
fn it_is_said_in_every_language() {
    for tongue in Tongue::ALL {
        let words = Words::new(tongue);
        let (temp, folder, _, [ours, theirs]) = twice(NAMES[0], 5);
        let path = folder.path().to_owned();
        let mut window = opened_at(temp, path, tongue);
        let all = [(&ours.issue, ""), (&theirs.issue, "")];
        assert!(window.shows(&words.twins(1, &all)), "{:?}", window.labels());
        window.click(&words.t("twins-decide"));
        window.click(&words.t("twins-do"));
        assert_eq!(folder.version_numbers().unwrap(), [1, 2]);
    }
}
