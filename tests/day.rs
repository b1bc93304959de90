//! The picture of a day, with the mouse and by the keyboard.

use egui::{Key, Modifiers, Pos2, Theme, accesskit::Role, vec2};
use egui_kittest::kittest::{NodeT, Queryable};
use jiff::civil::{date, time};
use runsheet::{
    model::{Event, EventId, Lang, Length, Room, RoomId, Session, SessionKind, Start, Text},
    plan::Plan,
    words::Tongue,
};

use crate::support::{
    big,
    desk::{Window, sample, window_of},
};

const ALT_SHIFT: Modifiers = Modifiers {
    shift: true,
    ..Modifiers::ALT
};

/// Two rooms; in the first a welcome at nine for 30 minutes, then a keynote of 20 and a panel of 40.
fn event() -> Event {
    let mut event = Event::empty(EventId::new());
    event.details.days.insert(date(2025, 6, 3));
    for name in ["Main hall", "Foyer"] {
        event.apply(&Room::new(Text::en(name)).into()).unwrap();
    }
    let room = event.rooms.at(0).unwrap().id;
    for (kind, title, minutes) in [
        (SessionKind::WelcomeRemarks, "Welcome", 30),
        (SessionKind::Keynote, "Keynote", 20),
        (SessionKind::PanelDiscussion, "Panel", 40),
    ] {
        let mut session = Session::new(kind, date(2025, 6, 3));
        session.title = Text::en(title);
        session.length = Length::minutes(minutes).unwrap();
        session.room = Some(room);
        if kind == SessionKind::WelcomeRemarks {
            session.start = Start::Fixed(time(9, 0, 0, 0));
        }
        event.apply(&session.into()).unwrap();
    }
    event
}

fn picture() -> Window {
    let mut window = window_of(&event(), Tongue::En);
    window.click("Day");
    window
}

/// The blocks as they are called: "Keynote, 09:30 – 09:50, Main hall".
fn blocks(window: &Window) -> Vec<String> {
    let mut names = window.names(Role::ListItem);
    names.retain(|name| name.contains(" – "));
    names.sort();
    names
}

fn middle(window: &Window, block: &str) -> Pos2 {
    window.place_of(Role::ListItem, block).center()
}

/// How many points a minute is high.
fn minute(window: &Window, block: &str, minutes: f32) -> f32 {
    // A block leaves one point to what follows it.
    (window.place_of(Role::ListItem, block).height() + 1.0) / minutes
}

const WELCOME: &str = "Welcome, 09:00 – 09:30, Main hall";
const KEYNOTE: &str = "Keynote, 09:30 – 09:50, Main hall";
const PANEL: &str = "Panel, 09:50 – 10:30, Main hall";

#[test]
fn the_day_has_a_block_for_each_session_and_a_click_opens_its_form() {
    let mut window = picture();
    assert_eq!(blocks(&window), [KEYNOTE, PANEL, WELCOME]);
    assert_eq!(window.names(Role::ColumnHeader), ["Main hall", "Foyer"]);
    // Without the form, a click brings it back.
    window.press(Modifiers::COMMAND, Key::B);
    assert!(!window.shows("Title (English)"));
    window.click_row(KEYNOTE);
    let title = window
        .harness
        .get_by_role_and_label(Role::TextInput, "Title (English)");
    assert_eq!(title.accesskit_node().value().as_deref(), Some("Keynote"));
    window.click("Table");
    assert!(!window.shows(KEYNOTE));
}

#[test]
fn a_block_is_dragged_to_a_later_time_and_what_follows_goes_along() {
    let mut window = picture();
    let from = middle(&window, KEYNOTE);
    let down = minute(&window, PANEL, 40.0) * 11.0;
    window.drag_and_look(from, from + vec2(0.0, down), |window| {
        // Before it is let go, everything is shown as it would be.
        assert!(window.shows("Panel, 10:00 – 10:40, Main hall"));
        assert!(window.shows("09:40 – 10:00"));
        assert_eq!(window.event(), window_event(window));
        from + vec2(0.0, down)
    });
    let later = [
        "Keynote, 09:40 – 10:00, Main hall",
        "Panel, 10:00 – 10:40, Main hall",
        WELCOME,
    ];
    assert_eq!(blocks(&window), later);
    window.click("Edit");
    assert!(
        window.shows("Undo: Move ‘Keynote’"),
        "{:?}",
        window.names(Role::Button)
    );
    window.press(Modifiers::NONE, Key::Escape);
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(blocks(&window), [KEYNOTE, PANEL, WELCOME]);
}

/// The event as the window has it while something is pulled: nothing has changed yet.
fn window_event(window: &Window) -> &Event {
    let event = window.event();
    let plan = Plan::of(event);
    let keynote = of_kind(event, SessionKind::Keynote);
    let start = plan.timed(keynote.id).unwrap().start;
    assert_eq!(start.strftime("%H:%M").to_string(), "09:30");
    event
}

fn of_kind(event: &Event, kind: SessionKind) -> &Session {
    let mut sessions = event.sessions.iter();
    sessions.find(|session| session.kind == kind).unwrap()
}

#[test]
fn a_block_that_passes_another_stands_behind_it() {
    let mut window = picture();
    let from = middle(&window, KEYNOTE);
    let to = middle(&window, PANEL) + vec2(0.0, minute(&window, PANEL, 40.0) * 12.0);
    window.drag(from, to);
    let swapped = [
        "Keynote, 10:10 – 10:30, Main hall",
        "Panel, 09:30 – 10:10, Main hall",
        WELCOME,
    ];
    assert_eq!(blocks(&window), swapped);
    let order: Vec<_> = window
        .event()
        .sessions
        .iter()
        .map(|session| session.title.text(&Lang::EN))
        .collect();
    assert_eq!(order, ["Welcome", "Panel", "Keynote"]);
}

#[test]
fn a_block_is_dragged_to_another_room() {
    let mut window = picture();
    let from = middle(&window, KEYNOTE);
    let foyer = window.place_of(Role::ColumnHeader, "Foyer").center();
    window.drag(from, Pos2::new(foyer.x, from.y));
    let moved = [
        "Keynote, 09:30 – 09:50, Foyer",
        "Panel, 09:30 – 10:10, Main hall",
        WELCOME,
    ];
    assert_eq!(blocks(&window), moved);
}

#[test]
fn an_edge_is_dragged_and_escape_leaves_all_as_it_was() {
    let mut window = picture();
    let block = window.place_of(Role::ListItem, KEYNOTE);
    let edge = block.center_bottom() - vec2(0.0, 2.0);
    let down = vec2(0.0, minute(&window, PANEL, 40.0) * 10.0);
    window.drag_and_look(edge, edge + down, |window| {
        assert!(window.shows("Keynote, 09:30 – 10:00, Main hall"));
        edge + down
    });
    let longer = [
        "Keynote, 09:30 – 10:00, Main hall",
        "Panel, 10:00 – 10:40, Main hall",
        WELCOME,
    ];
    assert_eq!(blocks(&window), longer);
    let length = of_kind(window.event(), SessionKind::Keynote).length;
    assert_eq!(length, Length::minutes(30).unwrap());

    // The upper edge: it starts later, and ends when it did.
    let block = window.place_of(Role::ListItem, longer[0]);
    let edge = block.center_top() + vec2(0.0, 2.0);
    window.drag(edge, edge + down);
    assert_eq!(blocks(&window)[0], "Keynote, 09:40 – 10:00, Main hall");
    assert_eq!(blocks(&window)[1], longer[1]);
    let before = window.event().clone();
    let from = middle(&window, longer[1]);
    hold(&mut window, from, from + down);
    assert!(window.shows("Panel, 10:10 – 10:50, Main hall"));
    window.harness.key_press(Key::Escape);
    window.harness.run_steps(2);
    assert!(window.shows(longer[1]));
    release(&mut window, from + down);
    assert_eq!(*window.event(), before);
}

fn button(pos: Pos2, pressed: bool) -> egui::Event {
    egui::Event::PointerButton {
        pos,
        button: egui::PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    }
}

/// Presses the button at one point and goes to another.
fn hold(window: &mut Window, from: Pos2, to: Pos2) {
    window.harness.hover_at(from);
    window.harness.run_steps(2);
    window.harness.event(button(from, true));
    window.harness.run_steps(2);
    for step in 1..=10 {
        window.harness.hover_at(from.lerp(to, step as f32 / 10.0));
        window.harness.run_steps(1);
    }
}

fn release(window: &mut Window, at: Pos2) {
    window.harness.event(button(at, false));
    window.settle();
}

#[test]
fn the_keys_go_from_block_to_block_and_move_them() {
    let mut window = picture();
    window.click_row(WELCOME);
    window.press(Modifiers::NONE, Key::ArrowDown);
    assert_eq!(window.focused().as_deref(), Some(KEYNOTE));
    window.press(ALT_SHIFT, Key::ArrowDown);
    let later = "Keynote, 09:35 – 09:55, Main hall";
    assert_eq!(window.focused().as_deref(), Some(later));
    assert!(window.shows("Panel, 09:55 – 10:35, Main hall"));
    window.press(ALT_SHIFT, Key::ArrowRight);
    let moved = "Keynote, 09:35 – 09:55, Foyer";
    assert_eq!(window.focused().as_deref(), Some(moved));
    // What followed it kept its place, which was fixed by then.
    assert!(window.shows("Panel, 09:35 – 10:15, Main hall"));
    window.press(Modifiers::NONE, Key::ArrowLeft);
    assert_eq!(
        window.focused().as_deref(),
        Some("Panel, 09:35 – 10:15, Main hall")
    );
    window.press(Modifiers::NONE, Key::ArrowRight);
    assert_eq!(window.focused().as_deref(), Some(moved));
    window.press(Modifiers::COMMAND, Key::Z);
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(blocks(&window), [KEYNOTE, PANEL, WELCOME]);
    // Enter opens the form.
    window.press(Modifiers::COMMAND, Key::B);
    window.click_row(PANEL);
    window.press(Modifiers::COMMAND, Key::B);
    assert!(!window.shows("Title (English)"));
    window.press(Modifiers::NONE, Key::Enter);
    assert!(window.shows("Title (English)"));
}

#[test]
fn enter_leads_into_the_form_and_f6_there_and_back() {
    let mut window = picture();
    window.click_row(KEYNOTE);
    assert_eq!(window.focused().as_deref(), Some(KEYNOTE), "a click stays");
    window.press(Modifiers::NONE, Key::Enter);
    let in_form = window.focused();
    assert!(in_form.is_some() && in_form.as_deref() != Some(KEYNOTE));
    window.press(Modifiers::NONE, Key::F6);
    assert_eq!(window.focused().as_deref(), Some(KEYNOTE));
    window.press(Modifiers::NONE, Key::F6);
    assert_eq!(window.focused(), in_form);
}

#[test]
fn the_hours_grow_by_keys_buttons_and_wheel() {
    let mut window = picture();
    let height = |window: &Window| window.place_of(Role::ListItem, PANEL).height();
    let first = height(&window);
    window.click("Hours larger");
    let larger = height(&window);
    assert!(larger > first * 1.2, "{first} to {larger}");
    window.click_row(PANEL);
    window.type_text("-");
    assert!((height(&window) - first).abs() < 2.0);
    let at = middle(&window, PANEL);
    window.harness.hover_at(at);
    window.harness.event(egui::Event::Zoom(1.5));
    window.settle();
    assert!(height(&window) > first * 1.4);
    // What the pointer was upon is still there.
    assert!(window.place_of(Role::ListItem, PANEL).contains(at));
    window.click("Fit day");
    let all = window.place_of(Role::ListItem, WELCOME);
    let last = window.place_of(Role::ListItem, PANEL);
    assert!(all.top() > 100.0 && last.bottom() < 740.0);
    assert!(last.bottom() - all.top() > 500.0, "it fills the window");
}

#[test]
fn of_five_hundred_sessions_only_what_is_in_sight_is_drawn() {
    let mut event = big::event(500, 20);
    let day = date(2025, 6, 3);
    event.details.days = [day].into();
    let all: Vec<Session> = event.sessions.iter().map(|one| (**one).clone()).collect();
    for (place, mut session) in all.into_iter().enumerate() {
        session.day = day;
        if place >= event.rooms.len() {
            session.start = Start::Follows;
        }
        event.apply(&session.into()).unwrap();
    }
    let mut window = window_of(&event, Tongue::En);
    window.click("Day");
    let drawn = blocks(&window).len();
    assert!((20..200).contains(&drawn), "{drawn} are drawn");
    // The arrow at the end of what is in sight goes on.
    for _ in 0..30 {
        window.press(Modifiers::NONE, Key::ArrowDown);
    }
    let focused = window.focused().unwrap();
    let seen = window.place_of(Role::ListItem, &focused);
    assert!(
        seen.top() > 100.0 && seen.bottom() < 760.0,
        "{focused}: {seen}"
    );
}

#[test]
fn a_dropped_photo_goes_to_the_block_under_the_pointer() {
    let mut window = sample([1366.0, 768.0], Tongue::En, Theme::Light);
    window.press(Modifiers::COMMAND, Key::L);
    let block = "Registration, 09:00 – 09:30, Foyer";
    let photo = window.folder.join("photos");
    let file = std::fs::read_dir(photo).unwrap().next().unwrap().unwrap();
    let copy = window.folder.join("another.jpg");
    let mut bytes = std::fs::read(file.path()).unwrap();
    bytes.extend_from_slice(b"another");
    std::fs::write(&copy, bytes).unwrap();
    window.drop_files(&[&copy], block);
    let event = window.event();
    let photo = event.photos.iter().last().unwrap();
    let session = event.sessions.get(photo.session.unwrap()).unwrap();
    assert_eq!(session.kind, SessionKind::Registration);
}

#[test]
fn each_of_several_days_has_its_picture() {
    let mut event = event();
    let mut session = Session::new(SessionKind::Meal, date(2025, 6, 4));
    session.title = Text::en("Gala");
    session.start = Start::Fixed(time(23, 0, 0, 0));
    session.length = Length::minutes(120).unwrap();
    let rooms: Vec<RoomId> = event.rooms.iter().map(|room| room.id).collect();
    session.room = Some(rooms[1]);
    event.apply(&session.into()).unwrap();
    let mut window = window_of(&event, Tongue::En);
    window.click("Day");
    assert_eq!(blocks(&window).len(), 3);
    window.click("Wed 4 June");
    assert_eq!(blocks(&window), ["Gala, 23:00 – 01:00, Foyer"]);
    // The form is of something there.
    let title = window
        .harness
        .get_by_role_and_label(Role::TextInput, "Title (English)");
    assert_eq!(title.accesskit_node().value().as_deref(), Some("Gala"));
    // It is drawn past midnight.
    let gala = window.place_of(Role::ListItem, "Gala, 23:00 – 01:00, Foyer");
    assert!(gala.height() > 200.0);
    // What is selected elsewhere is shown on its day.
    window.press(Modifiers::COMMAND, Key::K);
    window.type_text("Keynote");
    window.press(Modifiers::NONE, Key::Enter);
    assert_eq!(blocks(&window), [KEYNOTE, PANEL, WELCOME]);
}

#[test]
fn of_a_day_of_hundreds_only_what_is_in_sight_is_there_and_the_arrows_reach_the_rest() {
    let event = big::on_one_day(big::event(300, 20));
    let mut window = window_of(&event, Tongue::En);
    window.click("Day");
    let there = blocks(&window);
    assert!((6..120).contains(&there.len()), "{}", there.len());
    // In each room fifty stand below each other.
    window.press(Modifiers::NONE, Key::ArrowDown);
    for _ in 0..50 {
        window.press(Modifiers::NONE, Key::ArrowDown);
    }
    let seen = blocks(&window);
    assert!(seen.len() < 120 && seen != there, "{}", seen.len());
    let focused = window.focused().expect("a block has the keyboard");
    assert!(seen.contains(&focused), "{focused}");
}
