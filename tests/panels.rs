//! The controls of the window, each as a person meets it: lists, fields, dialogs, dragging.

use std::{collections::HashSet, path::Path};

use egui::{Key, Modifiers, Theme, accesskit::Role, pos2};
use egui_kittest::kittest::{NodeT, Queryable};
use jiff::civil::date;
use runsheet::{
    model::{Event, Lang, Photo, Text, Who},
    plan::{Plan, Problem, Trouble},
    press,
    words::{Tongue, Words},
};

use crate::support::{
    big,
    desk::{Window, at_the_desk, sample, window_of},
};

fn photo_of(window: &Window, file: &str) -> Photo {
    let photos = &window.event().photos;
    let photo = photos.iter().find(|photo| photo.file.as_str() == file);
    (**photo.unwrap()).clone()
}

fn session_title(window: &Window, photo: &Photo) -> String {
    let session = window.event().sessions.get(photo.session.unwrap());
    session.unwrap().title.text(&Lang::EN).to_owned()
}

#[test]
fn a_photo_is_dragged_to_a_session_that_has_none() {
    let mut window = at_the_desk();
    window.press(Modifiers::COMMAND, Key::Num4);
    let thumb = window.place_of(Role::ListItem, "Photo 3: DSC_4030.jpg");
    let from = thumb.center();
    // A hand that slips is no drag to another session.
    window.drag(from, from + egui::vec2(14.0, 9.0));
    assert_eq!(
        session_title(&window, &photo_of(&window, "DSC_4030.jpg")),
        "Video address"
    );
    // The list of sessions is there only while the photo is dragged.
    let list = "Put the photo to Coffee break";
    assert!(!window.shows(list));
    let to = pos2(1200.0, 520.0);
    let to = window.drag_and_look(from, to, |window| {
        let thumb_now = window.place_of(Role::ListItem, "Photo 3: DSC_4030.jpg");
        assert_eq!(thumb_now, thumb, "nothing moves away under the pointer");
        window.place_of(Role::ListItem, list).center()
    });
    assert!(to.x > 900.0);
    let photo = photo_of(&window, "DSC_4030.jpg");
    assert_eq!(session_title(&window, &photo), "Coffee break");
    assert!(!window.shows(list));
    window.press(Modifiers::COMMAND, Key::Z);
    let photo = photo_of(&window, "DSC_4030.jpg");
    assert_eq!(session_title(&window, &photo), "Video address");
}

#[test]
fn a_photo_of_a_sessions_form_is_dragged_to_another_row() {
    let mut window = sample([1366.0, 3200.0], Tongue::En, Theme::Light);
    window.click_row("Video address");
    let from = window.place_of(Role::ListItem, "Photo 3: DSC_4030.jpg");
    let to = window.place_of(Role::ListItem, "Coffee break");
    window.drag(from.center(), to.center());
    let photo = photo_of(&window, "DSC_4030.jpg");
    assert_eq!(session_title(&window, &photo), "Coffee break");
}

#[test]
fn a_person_moves_past_one_of_another_precedence_and_it_is_said() {
    let mut window = at_the_desk();
    window.press(Modifiers::COMMAND, Key::Num2);
    window.click_row("Mr Chris Sun");
    window.press(Modifiers::ALT, Key::ArrowUp);
    let rows = window.names(Role::ListItem);
    assert_eq!(
        rows[..3],
        ["Mr Chan Kwok-ki", "Mr Chris Sun", "Mr Yu Jiadong"]
    );
    let alerts = window.names(Role::Alert);
    let said = "Mr Chris Sun has precedence 2 and Mr Yu Jiadong has precedence 3";
    assert!(
        alerts.iter().any(|alert| alert.contains(said)),
        "{alerts:?}"
    );
    window.press(Modifiers::ALT, Key::ArrowDown);
    let rows = window.names(Role::ListItem);
    assert_eq!(rows[1..3], ["Mr Yu Jiadong", "Mr Chris Sun"]);
}

#[test]
fn a_list_of_a_thousand_shows_what_can_be_seen_and_finds_the_rest() {
    let event = big::event(20, 1000);
    let wanted = event.participants.at(777).unwrap();
    let (id, name) = (wanted.id, wanted.formal_name(&Lang::EN));
    let mut window = window_of(&event, Tongue::En);
    window.press(Modifiers::COMMAND, Key::Num7);
    window.click("Add an agreement");
    let closed = window.harness.query_all_by_role(Role::Button).count();
    window
        .harness
        .get_by_role_and_label(Role::ComboBox, "Signatory 1")
        .click();
    window.settle();
    let open = window.harness.query_all_by_role(Role::Button).count();
    assert!(
        (5..40).contains(&(open - closed)),
        "{} rows are drawn",
        open - closed
    );
    // The field of the list has the keyboard.
    window.harness.event(egui::Event::Text(name.clone()));
    window.settle();
    window.press(Modifiers::NONE, Key::Enter);
    let agreement = window.event().agreements.iter().last().unwrap();
    let signatory = agreement.parties[0].signatory.unwrap();
    let found = window.event().participants.get(signatory).unwrap();
    assert_eq!(found.formal_name(&Lang::EN), name);
    assert!(signatory == id || found.formal_name(&Lang::EN) == name);
    assert!(!window.shows("Find in Signatory 1"), "the list is closed");
}

#[test]
fn what_is_wrong_with_a_steps_time_stays_with_the_step() {
    let mut window = sample([1366.0, 1600.0], Tongue::En, Theme::Light);
    window.click_row("Welcome remarks");
    let before = window.event().clone();
    let second = window.value("Time of step 2");
    window.fill("Time of step 3", "soon");
    window.click("Move Step 3 up");
    assert_eq!(window.value("Time of step 2"), "soon");
    assert_eq!(window.value("Time of step 3"), second);
    window.click("Remove Step 1");
    assert_eq!(window.value("Time of step 1"), "soon");
    assert_eq!(window.value("Time of step 2"), second);
    window.press(Modifiers::COMMAND, Key::Z);
    window.press(Modifiers::COMMAND, Key::Z);
    assert!(*window.event() == before, "the event is as it was");
    assert_eq!(window.value("Time of step 2"), second);
    assert_eq!(window.value("Time of step 3"), "soon");
    // The step goes, and what was wrong with it goes along.
    window.click("Remove Step 3");
    assert!(!window.shows("‘soon’ is not a moment of the session. Write it like +1:30."));
}

#[test]
fn a_long_title_is_read_whole_in_its_field() {
    let mut window = at_the_desk();
    window.click_row("Coffee break");
    let line = window.place_of(Role::TextInput, "Title (English)").height();
    window.fill(
        "Title (English)",
        "Signing of two memoranda of understanding on talent co-operation",
    );
    let high = window.place_of(Role::TextInput, "Title (English)").height();
    assert!(high > line * 1.8, "{high} beside {line}");
    // It is one line all the same: Enter leaves it, and what is pasted loses its breaks.
    window.fill("Title (English)", "Tea\nand coffee");
    window.press(Modifiers::NONE, Key::Enter);
    let focused = window.focused();
    assert_eq!(focused.as_deref(), Some("Title (English), row 11"));
    let sessions = &window.event().sessions;
    let has = |title: &str| {
        sessions
            .iter()
            .any(|one| one.title.text(&Lang::EN) == title)
    };
    assert!(has("Tea and coffee"));
    // One of ten thousand characters does not push the form out of the window.
    window.click_row("Tea and coffee");
    window.fill("Title (English)", &"long ".repeat(2000));
    let high = window.place_of(Role::TextInput, "Title (English)").height();
    assert!(high < line * 1.2, "{high}");
}

#[test]
fn what_one_drop_could_not_bring_is_one_message() {
    let mut window = at_the_desk();
    let temp = tempfile::tempdir().unwrap();
    let files = ["one.jpg", "two.heic", "three.png"].map(|name| {
        let path = temp.path().join(name);
        std::fs::write(&path, "not a picture").unwrap();
        path
    });
    let gone = temp.path().join("gone.jpg");
    let mut files: Vec<&Path> = files.iter().map(AsRef::as_ref).collect();
    files.push(&gone);
    window.drop_files(&files, "Coffee break");
    let alerts = window.names(Role::Alert);
    let about: Vec<_> = alerts
        .iter()
        .filter(|one| one.contains("one.jpg"))
        .collect();
    assert_eq!(about.len(), 1, "{alerts:?}");
    assert!(about[0].starts_with("4 files could not be added"));
    for file in ["two.heic", "three.png", "gone.jpg"] {
        assert!(about[0].contains(file), "{about:?}");
    }
    // Its button says what it closes, as there may be several.
    let sentence = about[0].lines().next().unwrap_or_default();
    let close = format!("Close: {sentence}");
    window.click(&close);
    assert_eq!(window.names(Role::Alert), [""; 0]);
}

#[test]
fn a_dialog_says_that_it_is_one_and_which() {
    let mut window = at_the_desk();
    let with_shift = Modifiers {
        shift: true,
        ..Modifiers::COMMAND
    };
    for (modifiers, key, name) in [
        (Modifiers::COMMAND, Key::N, "New event"),
        (Modifiers::COMMAND, Key::K, "Find anything…"),
        (with_shift, Key::P, "All commands…"),
    ] {
        window.press(modifiers, key);
        assert_eq!(window.names(Role::Dialog), [name]);
        window.press(Modifiers::NONE, Key::Escape);
        assert_eq!(window.names(Role::Dialog), [""; 0]);
    }
    window.click_row("Coffee break");
    window.fill("Title (English)", "Tea");
    window.press(Modifiers::COMMAND, Key::W);
    let names = window.names(Role::Dialog);
    assert!(names[0].starts_with("Save the edits to"), "{names:?}");
}

#[test]
fn the_handle_of_the_form_is_named_in_the_language_of_the_window() {
    for (tongue, name) in [
        (Tongue::En, "Width of the form"),
        (Tongue::ZhHant, "表格闊度"),
        (Tongue::ZhHans, "表格宽度"),
    ] {
        let window = sample([1366.0, 768.0], tongue, Theme::Light);
        assert_eq!(window.names(Role::Splitter), [name]);
    }
}

#[test]
fn enter_makes_a_new_event_of_what_was_typed() {
    let mut window = at_the_desk();
    window.press(Modifiers::COMMAND, Key::W);
    window.press(Modifiers::COMMAND, Key::N);
    window.fill("First day", "2026-03-01");
    window.fill("Title (English)", "Spring forum");
    window.press(Modifiers::NONE, Key::Enter);
    assert_eq!(window.event().details.title.text(&Lang::EN), "Spring forum");
}

/// An event in which nothing is yet.
fn fresh() -> Event {
    let languages = vec![Lang::EN, Lang::ZH_HANT];
    press::new_event(Text::en("Forum"), languages, date(2025, 6, 3))
}

#[test]
fn no_two_buttons_of_a_place_share_a_name() {
    for event in [fresh(), at_the_desk().event().clone()] {
        let mut window = window_of(&event, Tongue::En);
        for key in [
            Key::Num1,
            Key::Num2,
            Key::Num3,
            Key::Num4,
            Key::Num5,
            Key::Num6,
            Key::Num7,
            Key::Num8,
        ] {
            window.press(Modifiers::COMMAND, key);
            let mut seen = HashSet::new();
            for name in window.names(Role::Button) {
                assert!(seen.insert(name.clone()), "{key:?}: two are named {name:?}");
            }
        }
    }
}

#[test]
fn tab_goes_from_the_form_to_the_foot_the_places_and_the_table_from_which_f6_leads_to_the_form() {
    let mut window = at_the_desk();
    // In the table Tab goes from cell to cell.
    window.press(Modifiers::NONE, Key::Tab);
    let cell = window.focused();
    assert_eq!(cell.as_deref(), Some("Title (繁體中文), row 1"));
    window.press(Modifiers::NONE, Key::F6);
    let mut order = vec![window.focused().unwrap()];
    for _ in 0..200 {
        window.harness.key_press(Key::Tab);
        window.harness.run_steps(3);
        let Some(name) = window.focused() else { break };
        order.push(name);
        if order.last() == cell.as_ref() {
            break;
        }
    }
    let place = |name: &str| {
        let place = order.iter().position(|other| other == name);
        place.unwrap_or_else(|| panic!("{name} is not reached: {order:?}"))
    };
    let stations = [
        place("Title (English)"),
        place("11 to look at"),
        place("File"),
        place("Participants"),
        place("Columns"),
        place("Title (繁體中文), row 1"),
    ];
    assert!(stations.is_sorted(), "{order:?}");
    window.press(Modifiers::NONE, Key::F6);
    assert_eq!(window.focused().as_deref(), Some("Title (English)"));
    window.press(Modifiers::NONE, Key::F6);
    assert_eq!(window.focused(), cell);
}

#[test]
fn somebody_unknown_on_a_photo_becomes_a_participant_in_one_step() {
    let mut window = at_the_desk();
    window.press(Modifiers::COMMAND, Key::Num4);
    window.click_row("Photo 3: DSC_4030.jpg");
    window.click("Propose again");
    let before = window.event().clone();
    window.fill("Add a person to the picture", "Dr Zzyzx Quill");
    assert!(window.shows("Add ‘Dr Zzyzx Quill’"));
    window.press(Modifiers::NONE, Key::Enter);
    let person = window.event().participants.iter().last().unwrap();
    assert_eq!(person.formal_name(&Lang::EN), "Dr Zzyzx Quill");
    let photo = photo_of(&window, "DSC_4030.jpg");
    assert_eq!(photo.people().last(), Some(Who::Person(person.id)));
    // The caption is still the proposed one, so it names the newcomer.
    let caption = photo.caption.text(&Lang::EN);
    assert!(caption.contains("Quill"), "{caption}");
    window.press(Modifiers::COMMAND, Key::Z);
    assert!(*window.event() == before, "the event is as it was");
}

#[test]
fn a_line_that_is_cut_is_read_whole_where_the_pointer_rests() {
    let mut window = at_the_desk();
    let title = "主題演講：人才培育的國際視野";
    window.click_row("Coffee break");
    assert!(!window.shows(title));
    let row = window.place_of(
        Role::ListItem,
        "Keynote speech: an international outlook on talent",
    );
    window.harness.hover_at(pos2(660.0, row.bottom() - 14.0));
    window.harness.run_steps(80);
    assert!(window.shows(title));
}

#[test]
fn an_example_in_an_empty_field_is_not_taken_for_what_stands_there() {
    let mut window = at_the_desk();
    window.press(Modifiers::COMMAND, Key::Num2);
    window.press(Modifiers::NONE, Key::ArrowDown);
    let field = window
        .harness
        .get_by_role_and_label(Role::TextInput, "Departure");
    let example = field.accesskit_node().placeholder().map(str::to_owned);
    assert_eq!(example.as_deref(), Some("e.g. 11:40"));
}

#[test]
fn a_time_zone_that_is_none_leads_to_its_field_and_is_mended_with_one_click() {
    let mut event = at_the_desk().event().clone();
    event.details.time_zone = "Asia/Hong Kong".into();
    let mut window = window_of(&event, Tongue::En);
    window.press(Modifiers::COMMAND, Key::Num8);
    let words = Words::new(Tongue::En);
    let problems = Plan::of(&event).problems;
    let is_it = |problem: &&Problem| matches!(problem.trouble, Trouble::UnknownZone(_));
    let problem = words.problem(&event, problems.iter().find(is_it).unwrap());
    window.click_row(&problem);
    assert_eq!(window.focused().as_deref(), Some("Time zone"));
    window.press(Modifiers::COMMAND, Key::Num8);
    let deed = [
        ("deed", "Use Asia/Hong_Kong".to_owned().into()),
        ("problem", problem.clone().into()),
    ];
    window.click(&words.tf("check-deed", deed));
    assert_eq!(window.event().details.time_zone, "Asia/Hong_Kong");
    assert!(!window.shows(&problem));
}
