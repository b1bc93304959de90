//! Several cells and rows at once: filled, moved, sent to another day, selected with the mouse.

use super::*;

#[test]
fn many_cells_are_filled_at_once_and_taken_back_at_once() {
    let mut typist = Typist::at(empty()).with_four_rows();
    typist
        .press(CTRL, Key::Home)
        .press(NONE, Key::ArrowRight)
        .press(NONE, Key::ArrowRight);
    typist
        .press(SHIFT, Key::ArrowDown)
        .press(SHIFT, Key::ArrowDown);
    typist.types("+10", CTRL, Key::Enter);
    let minutes = |typist: &Typist| -> Vec<i64> { typist.day().iter().map(|one| one.1).collect() };
    assert_eq!(minutes(&typist), [15, 15, 15, 5]);
    assert_eq!(
        typist.day().len(),
        4,
        "Ctrl+Enter adds no session while a cell is typed"
    );
    typist.press(CTRL, Key::Z);
    assert_eq!(minutes(&typist), [5, 5, 5, 5]);
    typist
        .types("40", NONE, Key::Enter)
        .press(NONE, Key::ArrowUp);
    typist
        .press(SHIFT, Key::ArrowDown)
        .press(SHIFT, Key::ArrowDown)
        .press(CTRL, Key::D);
    assert_eq!(minutes(&typist), [40, 40, 40, 5]);
    typist.press(CTRL, Key::Z);
    assert_eq!(minutes(&typist), [40, 5, 5, 5]);
}

#[test]
fn rows_are_selected_and_moved_together_by_keys_and_by_mouse() {
    let mut typist = Typist::at(empty()).with_four_rows();
    typist
        .press(CTRL, Key::Home)
        .press(NONE, Key::ArrowDown)
        .press(SHIFT, Key::ArrowDown);
    typist.press(Modifiers::ALT, Key::ArrowUp);
    assert_eq!(typist.titles(), ["Two", "Three", "One", "Four"]);
    typist.press(CTRL, Key::Z);
    assert_eq!(typist.titles(), ["One", "Two", "Three", "Four"], "one step");
    // A drag by the number of a row.
    let cell = |typist: &Typist, name: &str| {
        let node = typist
            .window
            .harness
            .get_by_role_and_label(Role::Cell, name);
        node.rect()
    };
    let from = cell(&typist, "Start, row 4");
    let to = cell(&typist, "Start, row 1");
    let at = |rect: egui::Rect, y: f32| egui::pos2(rect.left() - 20.0, y);
    typist.window.harness.drag_at(at(from, from.center().y));
    typist.window.harness.run_steps(2);
    typist.window.harness.hover_at(at(to, to.top() + 4.0));
    typist.window.harness.run_steps(2);
    typist.window.harness.drop_at(at(to, to.top() + 4.0));
    typist.window.settle();
    assert_eq!(typist.titles(), ["Four", "One", "Two", "Three"]);
}

#[test]
fn all_selected_rows_go_to_another_day_together() {
    let (first, second) = (date(2025, 6, 3), date(2025, 6, 4));
    let mut event = press::new_event(Text::en("Forum"), vec![Lang::EN], first);
    event.details.days.insert(second);
    let mut typist = Typist::at(window_of(&event, Tongue::En)).with_four_rows();
    typist
        .press(CTRL, Key::Home)
        .press(NONE, Key::ArrowDown)
        .press(SHIFT, Key::ArrowDown)
        .press(CTRL | SHIFT, Key::M);
    assert!(typist.window.shows("2 sessions are moved together."));
    // The form behind the question has such a list as well.
    let lists = typist
        .window
        .harness
        .get_all_by_role_and_label(Role::ComboBox, "Day");
    lists.last().unwrap().click();
    typist.window.settle();
    typist.window.click("Wednesday, 4 June 2025");
    typist.window.click("Apply");
    let days = |typist: &Typist| -> Vec<_> {
        let sessions = typist.window.event().sessions.iter();
        let mut days: Vec<_> = sessions
            .map(|one| (one.title.text(&Lang::EN).to_owned(), one.day))
            .collect();
        days.sort();
        days
    };
    let said = |day| move |title: &str| (title.to_owned(), day);
    let mut wanted: Vec<_> = ["Three", "Two"].map(said(second)).into();
    wanted.extend(["Four", "One"].map(said(first)));
    wanted.sort();
    assert_eq!(days(&typist), wanted);
    typist.press(CTRL, Key::Z);
    assert!(
        days(&typist).iter().all(|(_, day)| *day == first),
        "one step"
    );
}

#[test]
fn the_mouse_selects_with_shift_and_control() {
    let mut typist = Typist::at(empty()).with_four_rows();
    let click = |typist: &mut Typist, name: &str, modifiers: Modifiers| {
        let at = typist.window.place_of(Role::Cell, name).center();
        for pressed in [true, false] {
            typist.window.harness.hover_at(at);
            let button = Event::PointerButton {
                pos: at,
                button: egui::PointerButton::Primary,
                pressed,
                modifiers,
            };
            typist.window.harness.event_modifiers(button, modifiers);
            typist.window.harness.run_steps(2);
        }
        typist.window.settle();
    };
    click(&mut typist, "Title, row 1", NONE);
    click(&mut typist, "Title, row 3", CTRL);
    typist.press(NONE, Key::Delete);
    assert_eq!(typist.titles(), ["", "Two", "", "Four"]);
    typist.press(CTRL, Key::Z);
    click(&mut typist, "Title, row 2", NONE);
    click(&mut typist, "Title, row 4", SHIFT);
    typist.press(NONE, Key::Delete);
    assert_eq!(typist.titles(), ["One", "", "", ""]);
    typist.press(CTRL, Key::Z);
    // A double click goes on with what stands there; a click elsewhere ends it.
    let at = typist.window.place_of(Role::Cell, "Title, row 2").center();
    for pressed in [true, false, true, false] {
        let button = Event::PointerButton {
            pos: at,
            button: egui::PointerButton::Primary,
            pressed,
            modifiers: NONE,
        };
        typist.window.harness.input_mut().events.push(button);
    }
    typist.window.harness.step();
    typist.window.settle();
    typist.window.harness.event(Event::Text("!".into()));
    typist.window.settle();
    click(&mut typist, "Title, row 4", NONE);
    assert_eq!(typist.titles(), ["One", "Two!", "Three", "Four"]);
}
