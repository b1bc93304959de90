//! The same in the window.

use egui::{Key, Modifiers, Theme, accesskit::Role};
use runsheet::{
    model::Edit,
    store::Folder,
    words::{Tongue, Words},
};

use crate::support::desk::{Window, at_the_desk, sample};

const CTRL_SHIFT: Modifiers = Modifiers {
    shift: true,
    ..Modifiers::COMMAND
};

fn issue(window: &mut Window, note: &str) {
    window.press(CTRL_SHIFT, Key::I);
    window.fill("Note", note);
    window.click("Issue");
}

fn folder(window: &Window) -> Folder {
    Folder::at(&window.folder).unwrap()
}

fn rows(window: &Window) -> Vec<String> {
    window.names(Role::ListItem)
}

#[test]
fn a_version_is_issued_with_a_note_and_what_changed_since_is_a_list_of_jumps() {
    let mut window = at_the_desk();
    window.click("Versions");
    assert!(window.shows("No version has been issued yet"));
    issue(&mut window, "To all teams");
    let version = folder(&window).version(1).unwrap();
    assert_eq!(version.issue.note, "To all teams");
    assert!(*version.event == *window.event());
    assert!(window.shows("Nothing has changed since version 1"));
    window.press(Modifiers::COMMAND, Key::Num1);
    window.click_row("Coffee break");
    window.fill("Title (English)", "Tea break");
    assert!(window.shows("Draft after version 1"));
    window.press(Modifiers::COMMAND, Key::Num9);
    let told = "‘Tea break’ was called ‘Coffee break’ before";
    assert!(
        rows(&window).contains(&told.to_owned()),
        "{:?}",
        rows(&window)
    );
    window.click_row(told);
    assert!(
        window.shows("Title (English)"),
        "the change leads to the form"
    );
    // Issuing saves what was not saved yet.
    issue(&mut window, "");
    assert!(window.saved() == *window.event());
    assert_eq!(folder(&window).version_numbers().unwrap(), [1, 2]);
    assert!(window.shows("Nothing has changed since version 2"));
}

#[test]
fn a_version_can_be_read_but_not_edited_and_brought_back_in_one_step() {
    let mut window = at_the_desk();
    issue(&mut window, "");
    window.press(Modifiers::COMMAND, Key::Num1);
    window.click_row("Coffee break");
    window.fill("Title (English)", "Tea break");
    let edited = window.event().clone();
    window.press(Modifiers::COMMAND, Key::Num9);
    window.click_row("Version 1");
    window.click("Open to read");
    assert!(
        rows(&window).iter().any(|row| row == "Coffee break"),
        "{:?}",
        rows(&window)
    );
    window.click_row("Coffee break");
    window.fill("Title (English)", "Supper");
    window.press(Modifiers::COMMAND, Key::D);
    window.press(Modifiers::COMMAND, Key::Z);
    window.press(CTRL_SHIFT, Key::I);
    let alerts = window.names(Role::Alert);
    assert!(
        alerts
            .iter()
            .any(|alert| alert.contains("can only be read")),
        "{alerts:?}"
    );
    assert!(*window.event() == edited, "the event is as it was");
    window.click("Back to the event");
    let alerts = window.names(Role::Alert);
    assert!(
        !alerts
            .iter()
            .any(|alert| alert.contains("can only be read")),
        "{alerts:?}"
    );
    window.click("Bring back");
    let version = folder(&window).version(1).unwrap();
    assert!(*window.event() == *version.event);
    window.press(Modifiers::COMMAND, Key::Z);
    assert!(*window.event() == edited, "one step takes it back");
}

#[test]
fn the_papers_of_a_version_are_shown_again_and_the_changes_since() {
    let mut window = at_the_desk();
    issue(&mut window, "");
    window.press(Modifiers::COMMAND, Key::Num1);
    window.click_row("Technical rehearsal");
    window.fill("Title (English)", "Another rehearsal");
    window.press(Modifiers::COMMAND, Key::Num5);
    window.click("What changed");
    assert!(
        window
            .names(Role::Image)
            .iter()
            .any(|name| name == "Page 1 of 1")
    );
    window.press(Modifiers::COMMAND, Key::Num9);
    window.click("Print again");
    assert!(window.shows("Back to the event"));
    assert!(
        window
            .names(Role::Image)
            .iter()
            .any(|name| name.starts_with("Page 1 of "))
    );
    assert!(window.shows("Version 1"), "the foot says what is shown");
}

#[test]
fn versions_are_shown_in_every_language_light_and_dark() {
    for (tongue, theme) in [
        (Tongue::En, Theme::Dark),
        (Tongue::ZhHant, Theme::Light),
        (Tongue::ZhHans, Theme::Dark),
    ] {
        let words = Words::new(tongue);
        let mut window = sample([1366.0, 768.0], tongue, theme);
        window.press(Modifiers::COMMAND, Key::Num9);
        assert!(window.shows(&words.t("versions-empty")));
        window.press(CTRL_SHIFT, Key::I);
        assert!(window.shows(&words.t("issue-what")));
        window.click(&words.t("issue-do"));
        let mut event = window.event().clone();
        let gone = event.sessions.at(3).unwrap().id;
        window.press(Modifiers::COMMAND, Key::Num1);
        let name = words.session_name(event.sessions.get(gone).unwrap(), &tongue.lang());
        window.click_row(&name);
        window.click(&words.t("menu-edit"));
        window.click(&words.t("action-remove"));
        event.apply(&Edit::Remove(gone.into())).unwrap();
        assert!(*window.event() == event);
        window.press(Modifiers::COMMAND, Key::Num9);
        let taken_out = words.t("change-taken-out");
        let told = |window: &Window| {
            let rows = rows(window);
            rows.iter()
                .any(|row| row.contains(&name) && row.contains(&taken_out))
        };
        assert!(told(&window), "{:?}", rows(&window));
        window.click(&words.t("versions-by-person"));
        window.click(&words.t("version-read"));
        assert!(window.shows(&words.t("read-only-leave")));
    }
}

#[test]
fn a_version_that_cannot_be_read_is_listed_and_says_so() {
    let mut window = at_the_desk();
    issue(&mut window, "");
    let file = folder(&window).version_file(1);
    std::fs::write(&file, "(format: 1, version: (").unwrap();
    window.press(Modifiers::COMMAND, Key::Num9);
    window.click_row("Version 1");
    let alerts = window.names(Role::Alert);
    assert!(
        alerts.iter().any(|alert| alert.contains("1.ron")),
        "{alerts:?}"
    );
    issue(&mut window, "");
    assert_eq!(folder(&window).version_numbers().unwrap(), [1, 2]);
}
