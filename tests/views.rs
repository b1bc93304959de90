//! The views of the table, and the menus by keyboard, through the real panels.

use egui::{Event, Key, Modifiers, accesskit::Role};
use runsheet::{
    model::{SessionKind, Start},
    plan::Plan,
};

use crate::support::desk::{Window, at_the_desk};

/// The title in the form.
fn in_the_form(window: &Window) -> String {
    window.value("Title (English)")
}

#[test]
fn a_team_has_a_view_and_columns_are_as_a_person_likes_them() {
    let mut window = at_the_desk();
    let heads = |window: &Window| window.names(Role::ColumnHeader);
    assert!(!heads(&window).contains(&"Cues: AV".to_owned()));
    window.click("Table view");
    window.click("AV");
    let shown = heads(&window);
    for name in ["Cues: AV", "Free before", "Free after"] {
        assert!(shown.contains(&name.to_owned()), "{shown:?}");
    }
    let rows = window.names(Role::ListItem).len();
    window.click("Only its cues");
    assert!(window.names(Role::ListItem).len() > rows);
    window.click("Columns");
    window.click("Free after");
    assert!(!heads(&window).contains(&"Free after".to_owned()));
    window.click("Move Officer before");
    window.click("Reset columns");
    assert!(heads(&window).contains(&"Free after".to_owned()));
}

#[test]
fn the_form_follows_to_a_view_without_its_session() {
    let mut window = at_the_desk();
    window.click_row("Staff briefing");
    assert_eq!(in_the_form(&window), "Staff briefing");
    window.click("Table view");
    window.click("Stage");
    let rows = window.names(Role::ListItem);
    assert!(!rows.contains(&"Staff briefing".to_owned()), "{rows:?}");
    assert!(rows.contains(&in_the_form(&window)), "{rows:?}");
    // What is typed goes into the row whose form is shown.
    let shown = in_the_form(&window);
    window.press(Modifiers::NONE, Key::F6);
    window.click("Table view");
    window.click("Everything");
    assert_eq!(in_the_form(&window), shown);
}

/// A letter with Alt, as the window system reports it: as a key and as a text, at once.
fn with_alt(window: &mut Window, key: Key, letter: &str) {
    let pressed = Event::Key {
        key,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: Modifiers::ALT,
    };
    let events = &mut window.harness.input_mut().events;
    events.extend([pressed, Event::Text(letter.to_owned())]);
    window.harness.step();
    window.settle();
}

#[test]
fn menus_are_opened_with_alt_and_their_letters() {
    let mut window = at_the_desk();
    let before = window.event().clone();
    with_alt(&mut window, Key::E, "e");
    assert_eq!(window.focused().as_deref(), Some("Duplicate"));
    window.press(Modifiers::NONE, Key::ArrowDown);
    assert_eq!(window.focused().as_deref(), Some("Fill down"));
    window.press(Modifiers::NONE, Key::Escape);
    assert!(!window.shows("Fill down"));
    assert_eq!(*window.event(), before);
    window.press(Modifiers::NONE, Key::F10);
    assert_eq!(window.focused().as_deref(), Some("New event…"));
    window.press(Modifiers::NONE, Key::Escape);
    // Nor is it typed into the form.
    let title = in_the_form(&window);
    window.fill("Title (English)", &title);
    with_alt(&mut window, Key::X, "x");
    assert_eq!(in_the_form(&window), title);
}

#[test]
fn what_cannot_be_trimmed_is_said_once() {
    let mut window = at_the_desk();
    let trim = Modifiers {
        shift: true,
        ..Modifiers::COMMAND
    };
    let nothing = "No fixed time is overrun in this room on this day. \
                   If another room is late, select a session there.";
    window.click_row("Coffee break");
    window.press(trim, Key::F);
    assert!(window.shows(nothing));
    window.click("Cancel");
    let all = &window.event().sessions;
    let closing = all
        .iter()
        .find(|one| one.kind == SessionKind::ClosingRemarks)
        .unwrap();
    let starts = Plan::of(window.event()).timed(closing.id).unwrap().start;
    assert_eq!(closing.start, Start::Follows);
    window.click_row("Closing remarks");
    let earlier = starts.checked_sub(jiff::Span::new().minutes(25)).unwrap();
    window.fill("Start time", &earlier.strftime("%H:%M").to_string());
    window.press(trim, Key::F);
    assert!(window.shows("‘Closing remarks’ is overrun by 25 min."));
    assert!(!window.shows(nothing));
}
