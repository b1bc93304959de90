//! The run-of-show typed in as in a spreadsheet: by keys, with an input method, through the clipboard.

mod pasted;
mod several;

use egui::{Event, ImeEvent, Key, Modifiers, OutputCommand, accesskit::Role};
use egui_kittest::kittest::Queryable;
use jiff::civil::{date, time};
use runsheet::{
    model::{Lang, SessionKind, Start, Text},
    plan::Plan,
    press,
    words::Tongue,
};

use crate::support::{
    big,
    desk::{Window, at_the_desk, window_of},
};

const SHIFT: Modifiers = Modifiers::SHIFT;
const CTRL: Modifiers = Modifiers::COMMAND;
const NONE: Modifiers = Modifiers::NONE;

/// A new event in English of one day, with nothing in it yet.
fn empty() -> Window {
    let day = date(2025, 6, 3);
    let event = press::new_event(Text::en("Forum"), vec![Lang::EN], day);
    window_of(&event, Tongue::En)
}

/// Somebody at the keyboard, whose keys are counted.
struct Typist {
    window: Window,
    keys: usize,
}

impl Typist {
    fn at(window: Window) -> Self {
        Self { window, keys: 0 }
    }

    /// With a day of four items typed, `One` to `Four`.
    fn with_four_rows(mut self) -> Self {
        for title in ["One", "Two", "Three", "Four"] {
            self.types(title, NONE, Key::Enter);
        }
        self
    }

    /// Types this, a key for each character, and presses a key behind it.
    fn types(&mut self, text: &str, modifiers: Modifiers, key: Key) -> &mut Self {
        for letter in text.chars() {
            self.window.harness.event(Event::Text(letter.into()));
            self.window.harness.run_steps(1);
            self.keys += 1;
        }
        self.press(modifiers, key)
    }

    fn press(&mut self, modifiers: Modifiers, key: Key) -> &mut Self {
        self.window.press(modifiers, key);
        self.keys += 1;
        self
    }

    /// What the sessions say: start, minutes, kind, title.
    fn day(&self) -> Vec<(String, i64, SessionKind, String)> {
        let event = self.window.event();
        let plan = Plan::of(event);
        let said = |session: &runsheet::model::Session| {
            let timed = plan.timed(session.id).unwrap();
            let start = timed.start.strftime("%H:%M").to_string();
            let title = session.title.text(&Lang::EN).to_owned();
            (start, timed.length().as_mins(), session.kind, title)
        };
        event.sessions.iter().map(|one| said(one)).collect()
    }

    fn titles(&self) -> Vec<String> {
        self.day().into_iter().map(|(.., title)| title).collect()
    }

    /// What the last frames put on the clipboard.
    fn copied(&mut self) -> String {
        self.window.harness.event(Event::Copy);
        self.window.harness.step();
        let commands = self
            .window
            .harness
            .output()
            .platform_output
            .commands
            .clone();
        let copied = commands.into_iter().find_map(|command| match command {
            OutputCommand::CopyText(text) => Some(text),
            _ => None,
        });
        copied.expect("something was copied")
    }

    fn pastes(&mut self, text: &str) {
        self.window.harness.event(Event::Paste(text.to_owned()));
        self.window.settle();
    }
}

/// A day of twelve items, typed with keys alone, takes fewer keys than in a spreadsheet.
///
/// The hand's model of the spreadsheet is the quickest that we know, with three columns (start, minutes, item) and
/// nothing said of kinds, ends and rooms, which Runsheet has as well. For each item its title, a Tab, its minutes
/// and Enter, which goes back to the first column; a start is typed once (`9:30` and Tab) and computed in each other
/// row: the formula `=A1+B1/1440` and Enter once, copied (Ctrl+C), the ten cells under it selected (Shift with an
/// arrow, ten times) and filled (Ctrl+V); with computed starts the cursor then skips that column by a Tab a row. Formats
/// of cells, headings and the times of the last row's end are not counted.
#[test]
fn a_day_of_twelve_items_takes_fewer_keys_than_a_spreadsheet() {
    let items: [(&str, &str, i64, SessionKind); 12] = [
        ("09:30", "Registration", 30, SessionKind::Registration),
        ("10:00", "Opening by the MC", 2, SessionKind::Other),
        ("10:02", "Welcome remarks", 10, SessionKind::WelcomeRemarks),
        ("10:12", "Video address", 8, SessionKind::VideoAddress),
        (
            "10:20",
            "Keynote: regional strengths",
            20,
            SessionKind::Keynote,
        ),
        (
            "10:40",
            "Keynote: a global outlook",
            20,
            SessionKind::Keynote,
        ),
        ("11:00", "Group photo", 10, SessionKind::GroupPhoto),
        ("11:10", "Coffee break", 15, SessionKind::Break),
        ("11:25", "Panel on talent", 60, SessionKind::PanelDiscussion),
        ("12:25", "Signing ceremony", 15, SessionKind::Signing),
        ("12:40", "Closing remarks", 10, SessionKind::ClosingRemarks),
        ("12:50", "Lunch", 60, SessionKind::Meal),
    ];
    let mut typist = Typist::at(empty());
    for (index, (_, title, minutes, kind)) in items.into_iter().enumerate() {
        if index == 0 {
            // The day begins at half past nine: three columns to the left of the title.
            typist.press(NONE, Key::Home);
            typist.types("930", NONE, Key::Tab);
            typist.press(NONE, Key::Tab).press(NONE, Key::Tab);
            typist.types(title, NONE, Key::ArrowDown);
        } else if minutes == i64::from(kind.usual_minutes()) {
            typist.types(title, NONE, Key::Enter);
        } else {
            typist.press(SHIFT, Key::Tab);
            typist.types(&minutes.to_string(), NONE, Key::Tab);
            typist.types(title, NONE, Key::Enter);
        }
    }
    let expected = items
        .map(|(start, title, minutes, kind)| (start.to_owned(), minutes, kind, title.to_owned()));
    assert_eq!(typist.day(), expected);
    let titles: usize = items.iter().map(|(_, title, ..)| title.len()).sum();
    let minutes: usize = items
        .iter()
        .map(|(_, _, minutes, _)| minutes.to_string().len())
        .sum();
    let rows = items.len();
    let starts = "9:30".len() + 1 + "=A1+B1/1440".len() + 1 + 1 + 10 + 1 + (rows - 1);
    let spreadsheet = titles + minutes + 2 * rows + starts;
    assert_eq!(
        (typist.keys, spreadsheet),
        (COUNTED, 269),
        "the README's guide says so"
    );
    assert!(typist.keys < spreadsheet);
}

/// The keys of the journey above, as the guide in the README says.
const COUNTED: usize = 209;

#[test]
fn cells_are_typed_over_edited_and_left_as_in_a_spreadsheet() {
    let mut typist = Typist::at(empty());
    typist
        .types("Opening", NONE, Key::Enter)
        .types("Lunch", NONE, Key::Enter);
    typist.press(NONE, Key::ArrowUp).press(NONE, Key::ArrowUp);
    typist.types("Doors", NONE, Key::Escape);
    assert_eq!(
        typist.titles(),
        ["Opening", "Lunch"],
        "Escape leaves what was there"
    );
    typist
        .press(NONE, Key::F2)
        .types(" remarks", NONE, Key::Enter);
    assert_eq!(typist.titles(), ["Opening remarks", "Lunch"]);
    typist.types("Dinner", SHIFT, Key::Enter);
    assert_eq!(typist.titles(), ["Opening remarks", "Dinner"]);
    typist.press(NONE, Key::Delete);
    assert_eq!(typist.titles(), ["", "Dinner"]);
    typist.press(CTRL, Key::Z);
    assert_eq!(
        typist.titles(),
        ["Opening remarks", "Dinner"],
        "a cell is one step"
    );
    // From the title to the left: length, end, start.
    typist.press(SHIFT, Key::Tab).types("+15", SHIFT, Key::Tab);
    typist
        .press(SHIFT, Key::Tab)
        .types("上午9時30分", NONE, Key::Tab);
    let first = typist.window.event().sessions.at(0).unwrap().clone();
    assert_eq!(first.start, Start::Fixed(time(9, 30, 0, 0)));
    assert_eq!(typist.day()[0].1, 20);
    typist
        .press(CTRL, Key::Home)
        .types("25:61", NONE, Key::Enter);
    let alerts = typist.window.names(Role::Alert);
    assert!(
        alerts
            .iter()
            .any(|one| one == "‘25:61’ is not a time. Write it like 9:30 or 1405."),
        "{alerts:?}"
    );
    assert_eq!(
        typist.window.event().sessions.at(0).unwrap().start,
        first.start
    );
    typist.press(NONE, Key::Escape);
    assert!(typist.window.names(Role::Alert).is_empty());
}

#[test]
fn what_is_being_typed_is_saved_and_does_not_outlive_its_event() {
    let mut typist = Typist::at(empty());
    typist.types("Opening", CTRL, Key::S);
    assert_eq!(typist.titles(), ["Opening"]);
    let saved = typist.window.saved();
    let titles: Vec<_> = saved
        .sessions
        .iter()
        .map(|one| one.title.text(&Lang::EN))
        .collect();
    assert_eq!(titles, ["Opening"]);
    // Leaving with a cell half typed asks, as with any unsaved edit.
    typist.window.harness.event(Event::Text("Lunch".into()));
    typist.window.harness.run_steps(2);
    typist.press(CTRL, Key::W);
    assert!(typist.window.shows("Cancel"), "it asks");
    assert!(
        typist.window.shows("Do not save"),
        "and closes the event alone"
    );
    typist.window.click("Cancel");
    typist.press(CTRL, Key::Q);
    assert!(typist.window.shows("Save and quit"), "it says what follows");
    assert!(typist.window.shows("Quit without saving"));
    typist.window.click("Cancel");
    assert_eq!(typist.titles(), ["Opening", "Lunch"]);
}

#[test]
fn keys_that_come_in_one_frame_are_done_one_after_the_other() {
    let mut typist = Typist::at(empty());
    let key = |key| Event::Key {
        key,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: NONE,
    };
    for event in [
        Event::Text("A".into()),
        key(Key::Enter),
        Event::Text("B".into()),
        Event::Text("b".into()),
        key(Key::Enter),
        key(Key::ArrowUp),
        key(Key::F2),
        Event::Text("c".into()),
        key(Key::Enter),
        Event::Text("D".into()),
        key(Key::Enter),
    ] {
        typist.window.harness.event(event);
    }
    for _ in 0..6 {
        typist.window.settle();
    }
    assert_eq!(typist.titles(), ["A", "Bbc", "D"]);
}

#[test]
fn what_an_input_method_composes_is_not_taken_for_typing() {
    let mut typist = Typist::at(at_the_desk());
    typist.window.click_row("Coffee break");
    let before = typist.window.event().clone();
    let ime = |typist: &mut Typist, event: ImeEvent| {
        typist.window.harness.event(Event::Ime(event));
        typist.window.harness.run_steps(2);
    };
    let preedit = |text: &str| ImeEvent::Preedit {
        text: text.into(),
        active_range_chars: None,
    };
    typist.press(NONE, Key::ArrowRight);
    // Composed and taken back: nothing was typed.
    ime(&mut typist, preedit("cha"));
    typist.press(NONE, Key::ArrowDown).press(NONE, Key::Escape);
    ime(&mut typist, preedit(""));
    typist.press(NONE, Key::ArrowDown).press(NONE, Key::ArrowUp);
    assert!(*typist.window.event() == before, "nothing has changed");
    // Enter picks a candidate; only the next one ends the cell.
    ime(&mut typist, preedit("小休"));
    typist.press(NONE, Key::Enter);
    assert!(
        *typist.window.event() == before,
        "it is still being composed"
    );
    ime(&mut typist, ImeEvent::Commit("小休".into()));
    assert!(*typist.window.event() == before, "it is not entered yet");
    typist.press(NONE, Key::Enter);
    let session = typist.window.event().sessions.iter();
    let titles: Vec<_> = session.map(|one| one.title.text(&Lang::ZH_HANT)).collect();
    assert!(
        titles.contains(&"小休") && !titles.contains(&"茶歇"),
        "{titles:?}"
    );
}

#[test]
fn cells_and_rows_are_copied_cut_and_pasted() {
    let mut typist = Typist::at(empty());
    for title in ["Registration", "Keynote", "Lunch"] {
        typist.types(title, NONE, Key::Enter);
    }
    typist.press(CTRL, Key::Home);
    typist.press(SHIFT, Key::ArrowDown);
    typist.press(SHIFT, Key::End);
    let copied = typist.copied();
    assert_eq!(
        copied,
        "09:00\t09:30\t30\tRegistration\t\t\tRegistration\t\n09:30\t09:50\t20\tKeynote\t\t\tKeynote\t\n"
    );
    typist.pastes(&copied);
    assert_eq!(
        typist.day().len(),
        3,
        "pasted over itself it changes nothing"
    );
    typist.press(CTRL, Key::End).press(NONE, Key::Home);
    typist.pastes(&copied);
    assert_eq!(typist.day().len(), 5);
    assert_eq!(
        typist.day()[4].0,
        "09:30",
        "a start that was pasted is where it was"
    );
    typist.press(CTRL, Key::Z);
    assert_eq!(typist.day().len(), 3, "a paste is one step");
    // All of it goes out with its header, and comes in as rows.
    typist.press(CTRL, Key::A);
    let whole = typist.copied();
    assert!(whole.starts_with("Start\tEnd\tLength\tTitle\t"), "{whole}");
    let mut other = Typist::at(empty());
    other.pastes(&whole);
    assert_eq!(other.day(), typist.day());
    other.press(CTRL, Key::A).press(NONE, Key::Delete);
    assert!(other.day().is_empty());
    other.press(CTRL, Key::Z);
    assert_eq!(other.day().len(), 3, "so is the removal of many rows");
    other.press(CTRL, Key::Home);
    other.pastes("9:15\t\tTBC");
    let alerts = other.window.names(Role::Alert);
    assert!(
        alerts.iter().any(|one| one.starts_with("Line 1, Length:")),
        "{alerts:?}"
    );
    assert_eq!(
        other.day(),
        typist.day(),
        "a wrong cell, and nothing is pasted"
    );
}

#[test]
fn only_what_is_seen_is_drawn() {
    let cells = |sessions: usize| {
        let window = window_of(&big::event(sessions, 20), Tongue::En);
        window.names(Role::Cell).len()
    };
    assert!(
        cells(2000) < 400,
        "{} cells of 2,000 sessions are drawn",
        cells(2000)
    );
}
