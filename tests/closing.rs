//! The closing hour: typed among the details, drawn where it lies, told by the checks, kept by shortening.

use egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::Queryable;
use jiff::civil::{Date, date, time};
use runsheet::{
    model::{Closing, Edit, Event, EventId, Length, Session, SessionKind, Start, Text},
    plan::{Changes, Plan},
    words::{Teller, Tongue, Words},
};

use crate::support::desk::{Window, window_of};

const DAY: Date = date(2025, 6, 3);

/// A gala from 16:00: speeches of 90 minutes, of which 20 can be given, and a dinner of 60.
fn gala() -> Event {
    let mut event = Event::empty(EventId::new());
    event.details.title = Text::en("Gala");
    event.details.days.insert(DAY);
    for (title, minutes, slack) in [("Speeches", 90, 20), ("Dinner", 60, 0)] {
        let mut session = Session::new(SessionKind::Other, DAY);
        session.title = Text::en(title);
        session.length = Length::minutes(minutes).unwrap();
        session.slack = Length::minutes(slack).ok();
        if title == "Speeches" {
            session.start = Start::Fixed(time(16, 0, 0, 0));
        }
        event.apply(&session.into()).unwrap();
    }
    event
}

fn closed(by: Option<(i8, i8)>, on: &[(Date, (i8, i8))]) -> Closing {
    let at = |(hour, minute)| time(hour, minute, 0, 0);
    Closing {
        by: by.map(at),
        on: on.iter().map(|(day, time)| (*day, at(*time))).collect(),
    }
}

fn window(closing: Closing) -> Window {
    let mut event = gala();
    event.details.closing = closing;
    window_of(&event, Tongue::En)
}

#[test]
fn the_closing_hour_is_typed_for_all_days_and_for_one() {
    let mut window = window(Closing::default());
    window.click("Details");
    window.fill("Closing hour", "6pm");
    assert_eq!(window.event().details.closing, closed(Some((18, 0)), &[]));
    // One day needs no row of its own.
    assert!(!window.shows("Closing hour, Tue 3 June"));
    window.fill("Another day", "2025-06-04");
    window.click("Add this day");
    // The form is longer than the window.
    window
        .harness
        .get_by_role_and_label(Role::TextInput, "Closing hour, Wed 4 June")
        .scroll_to_me();
    window.settle();
    window.fill("Closing hour, Wed 4 June", "00:30");
    let both = closed(Some((18, 0)), &[(date(2025, 6, 4), (0, 30))]);
    assert_eq!(window.event().details.closing, both);
    window.fill("Closing hour", "six");
    assert_eq!(
        window.event().details.closing,
        both,
        "what is no time changes nothing"
    );
    window.fill("Closing hour", "");
    window.fill("Closing hour, Wed 4 June", "");
    assert_eq!(window.event().details.closing, Closing::default());
}

#[test]
fn the_line_is_drawn_under_what_begins_before_it_and_across_the_picture_of_the_day() {
    let said = "Venue must be left by 17:45";
    let mut late = window(closed(Some((17, 45)), &[]));
    let line = late.place_of(Role::Label, said).center().y;
    let dinner = late.place_of(Role::ListItem, "Dinner");
    assert!((line - dinner.bottom()).abs() < 4.0, "{line} {dinner:?}");
    late.click("Day");
    let line = late.place_of(Role::Label, said).center().y;
    let dinner = late.place_of(Role::ListItem, "Dinner, 17:30 – 18:30");
    let quarter = dinner.top() + dinner.height() / 4.0;
    assert!((line - quarter).abs() < 4.0, "{line} {dinner:?}");
    // A day that ends in time has no line in the table.
    let early = window(closed(Some((18, 30)), &[]));
    assert!(!early.shows("Venue must be left by 18:30"));
}

#[test]
fn trim_to_fit_keeps_the_closing_hour() {
    let mut window = window(closed(Some((18, 15)), &[]));
    window.click_row("Dinner");
    window.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::F);
    assert!(window.shows("The venue must be left by 18:15, and the day runs 15 min past it."));
    window.click("Apply");
    let plan = Plan::of(window.event());
    assert!(
        plan.problems
            .iter()
            .all(|one| one.trouble.key() != "trouble-past-closing")
    );
    assert_eq!(plan.days[0].ends, Some(DAY.at(18, 15, 0, 0)));
}

#[test]
fn another_closing_hour_is_told_in_words() {
    let (old, mut new) = (gala(), gala());
    new.details.closing = closed(Some((18, 0)), &[(DAY, (0, 30))]);
    let old = Event {
        id: new.id,
        sessions: new.sessions.clone(),
        ..old
    };
    let said = |tongue, old: &Event, new: &Event| -> Vec<String> {
        let teller = Teller::new(Words::new(tongue), old, new);
        let changes = Changes::between(old, new);
        changes
            .all
            .iter()
            .map(|change| teller.sentence(change))
            .collect()
    };
    assert_eq!(
        said(Tongue::En, &old, &new),
        [
            "The event: closing hour added: 18:00",
            "The event: closing hour on Tuesday, 3 June 2025 added: 00:30",
        ]
    );
    assert_eq!(said(Tongue::ZhHant, &new, &old).len(), 2);
    let mut edited = old.clone();
    edited
        .apply(&Edit::Details(Box::new(new.details.clone())))
        .unwrap();
    assert_eq!(Plan::of(&old).after(&old, &edited), Plan::of(&edited));
}
