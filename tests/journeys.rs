//! What a secretary does, through the real panels, by the names that a screen reader reads.

use std::{collections::HashSet, path::Path};

use egui::{Key, Modifiers, Theme, accesskit::Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use jiff::civil::time;
use runsheet::{
    model::{Lang, SessionKind, Start, Who},
    ui::{Action, Place},
    words::{Tongue, Words},
};

use crate::support::desk::{Window, at_the_desk, sample};

#[test]
fn a_title_is_changed_saved_undone_and_done_again() {
    let mut window = at_the_desk();
    window.click_row("Welcome remarks");
    window.fill("Title (English)", "Opening address");
    window.fill("Title (繁體中文)", "開幕致辭");
    window.press(Modifiers::COMMAND, Key::S);
    let title = |event: &runsheet::model::Event| {
        let session = event
            .sessions
            .iter()
            .find(|session| session.kind == SessionKind::WelcomeRemarks)
            .unwrap();
        (
            session.title.text(&Lang::EN).to_owned(),
            session.title.text(&Lang::ZH_HANT).to_owned(),
        )
    };
    assert_eq!(
        title(&window.saved()),
        ("Opening address".into(), "開幕致辭".into())
    );
    // One step a field, not one a letter.
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(
        title(window.event()),
        ("Opening address".into(), "致歡迎辭".into())
    );
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(
        title(window.event()),
        ("Welcome remarks".into(), "致歡迎辭".into())
    );
    window.press(
        Modifiers {
            shift: true,
            ..Modifiers::COMMAND
        },
        Key::Z,
    );
    assert_eq!(title(window.event()).0, "Opening address");
}

#[test]
fn a_length_moves_everything_that_follows_and_a_wrong_one_nothing() {
    let mut window = at_the_desk();
    window.click_row("Video address");
    let before = window.event().clone();
    window.fill("Length", "-5");
    assert!(window.shows("A length must be longer than zero."));
    assert!(*window.event() == before, "the event is as it was");
    window.fill("Length", "1h20");
    let session = window
        .event()
        .sessions
        .iter()
        .find(|one| one.kind == SessionKind::VideoAddress)
        .unwrap();
    assert_eq!(session.length.as_secs(), 80 * 60);
    window.fill("Start time", "25:61");
    assert!(window.shows("‘25:61’ is not a time. Write it like 9:30 or 1405."));
    window.fill("Start time", "上午9時50分");
    let session = window
        .event()
        .sessions
        .iter()
        .find(|one| one.kind == SessionKind::VideoAddress)
        .unwrap();
    assert_eq!(session.start, Start::Fixed(time(9, 50, 0, 0)));
}

#[test]
fn an_unreadable_time_that_is_left_marks_nothing_as_unsaved() {
    let mut window = at_the_desk();
    window.click_row("Video address");
    window.fill("Start time", "2");
    assert!(window.shows("● unsaved"), "2 is a time");
    window.harness.event(egui::Event::Text("5:61".into()));
    window.settle();
    assert!(window.shows("‘25:61’ is not a time. Write it like 9:30 or 1405."));
    assert!(!window.shows("● unsaved"));
    window.press(Modifiers::NONE, Key::Escape);
    assert!(!window.shows("● unsaved") && *window.event() == window.saved());
}

#[test]
fn a_template_of_the_house_that_is_changed_outside_is_seen_at_once() {
    let mut window = at_the_desk();
    window.press(Modifiers::COMMAND, Key::Num5);
    let papers = window.folder.join("papers");
    let is_wrong = |window: &Window| {
        let alerts = window.names(Role::Alert);
        alerts.iter().any(|alert| alert.contains("programme.typ"))
    };
    assert!(!is_wrong(&window));
    std::fs::create_dir(&papers).unwrap();
    std::fs::write(papers.join("programme.typ"), "#let x = (").unwrap();
    window.wait_until(is_wrong);
    std::fs::remove_file(papers.join("programme.typ")).unwrap();
    window.wait_until(|window| !is_wrong(window));
}

#[test]
fn a_session_of_a_kind_is_added_with_its_steps_and_a_person_by_a_few_letters() {
    let mut window = at_the_desk();
    window.click_row("Coffee break");
    let before = window.event().sessions.len();
    window.click("Add a session");
    window.click("Signing ceremony");
    assert_eq!(window.event().sessions.len(), before + 1);
    let place = window
        .event()
        .sessions
        .iter()
        .position(|one| one.title.is_empty() && one.kind == SessionKind::Signing);
    let session = window.event().sessions.at(place.unwrap()).unwrap().clone();
    assert!(!session.steps.is_empty(), "the usual steps are there");
    window.fill("Add a person", "lau");
    window.press(Modifiers::NONE, Key::Enter);
    let session = window.event().sessions.get(session.id).unwrap();
    let Who::Person(person) = session.people[0].who else {
        panic!("a person was picked")
    };
    assert_eq!(
        window
            .event()
            .participants
            .get(person)
            .unwrap()
            .formal_name(&Lang::EN),
        "Mr Anthony Lau"
    );
    assert_eq!(session.people[0].role, runsheet::model::Role::Signatory);
}

#[test]
fn somebody_new_is_added_from_a_session_in_one_step() {
    let mut window = at_the_desk();
    window.click_row("Coffee break");
    let before = window.event().clone();
    window.fill("Add a person", "Dr Zzyzx Quill");
    window.press(Modifiers::NONE, Key::Enter);
    let person = window.event().participants.iter().last().unwrap();
    assert_eq!(person.formal_name(&Lang::EN), "Dr Zzyzx Quill");
    window.press(Modifiers::COMMAND, Key::Z);
    assert!(*window.event() == before, "the event is as it was");
}

#[test]
fn photos_go_to_the_session_on_which_they_are_dropped() {
    let mut window = at_the_desk();
    let temp = tempfile::tempdir().unwrap();
    let photo = temp.path().join("合照 \"1\".png");
    image::RgbImage::from_fn(64, 48, |x, y| image::Rgb([x as u8, y as u8, 200]))
        .save(&photo)
        .unwrap();
    let not_a_photo = temp.path().join("notes.jpg");
    std::fs::write(&not_a_photo, "not a picture").unwrap();
    let known = window.folder.join("photos/DSC_4021.jpg");
    let before = window.event().photos.len();
    window.drop_files(&[&photo, &not_a_photo, &known], "Coffee break");
    assert_eq!(window.event().photos.len(), before + 1);
    let added = window.event().photos.iter().last().unwrap().clone();
    let session = window.event().sessions.get(added.session.unwrap()).unwrap();
    assert_eq!(session.title.text(&Lang::EN), "Coffee break");
    assert_eq!(
        std::fs::read(window.folder.join("photos").join(&added.file)).unwrap(),
        std::fs::read(&photo).unwrap()
    );
    let alerts = window.names(Role::Alert);
    assert!(
        alerts.iter().any(|alert| alert.contains("notes.jpg")),
        "{alerts:?}"
    );
    assert!(
        alerts
            .iter()
            .any(|alert| alert.contains("in the event already")),
        "{alerts:?}"
    );
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.event().photos.len(), before, "one drop is one step");
}

#[test]
fn a_proposed_caption_is_taken_and_stays_the_persons_to_change() {
    let mut window = at_the_desk();
    window.press(Modifiers::COMMAND, Key::Num4);
    let photo = window
        .event()
        .photos
        .iter()
        .find(|photo| photo.file.as_str() == "DSC_4030.jpg")
        .unwrap()
        .clone();
    window.click_row("Photo 3: DSC_4030.jpg");
    window.click("Propose again");
    let proposed = window.event().photos.get(photo.id).unwrap().caption.clone();
    assert!(
        proposed.text(&Lang::EN).contains("Mr Yu Jiadong"),
        "{proposed:?}"
    );
    assert!(proposed != photo.caption);
    assert!(
        proposed.text(&Lang::ZH_HANT).starts_with("圖示"),
        "{proposed:?}"
    );
}

#[test]
fn a_session_that_is_moved_up_by_keys_stands_before_the_one_above() {
    let mut window = at_the_desk();
    window.click_row("Video address");
    window.press(Modifiers::ALT, Key::ArrowUp);
    let order: Vec<_> = window.event().sessions.iter().map(|one| one.kind).collect();
    let video = order
        .iter()
        .position(|kind| *kind == SessionKind::VideoAddress)
        .unwrap();
    let welcome = order
        .iter()
        .position(|kind| *kind == SessionKind::WelcomeRemarks)
        .unwrap();
    assert!(video < welcome);
}

#[test]
fn no_two_controls_of_a_form_share_a_name() {
    let mut window = at_the_desk();
    let roles = [
        Role::TextInput,
        Role::MultilineTextInput,
        Role::ComboBox,
        Role::CheckBox,
    ];
    let rows = [
        "Welcome remarks",
        "Panel discussion 1: regional strengths, one talent hub",
        "Signing of two memoranda of understanding",
    ];
    let mut looked = 0;
    let mut check = |window: &crate::support::desk::Window, what: &str| {
        let mut seen = HashSet::new();
        for name in roles.into_iter().flat_map(|role| window.names(role)) {
            assert!(!name.trim().is_empty(), "{what}: a control has no name");
            assert!(
                seen.insert(name.clone()),
                "{what}: two controls are named {name:?}"
            );
            looked += 1;
        }
    };
    for row in window.names(Role::ListItem) {
        if rows.iter().any(|wanted| row.starts_with(&wanted[..14])) {
            window.click_row(&row);
            check(&window, &row);
        }
    }
    for key in [Key::Num2, Key::Num3, Key::Num4, Key::Num6, Key::Num7] {
        window.press(Modifiers::COMMAND, key);
        check(&window, &format!("place {key:?}"));
    }
    assert!(looked > 100, "{looked} controls were looked at");
}

#[test]
fn a_paper_is_shown_in_one_language_and_in_both() {
    let mut window = at_the_desk();
    window.press(Modifiers::COMMAND, Key::Num5);
    assert!(
        window
            .names(Role::Image)
            .iter()
            .any(|name| name.starts_with("Page 1 of "))
    );
    window.click("Both");
    assert!(
        window
            .names(Role::Image)
            .iter()
            .any(|name| name.starts_with("Page 1 of "))
    );
}

#[test]
fn anything_is_found_by_a_few_letters() {
    let mut window = at_the_desk();
    window.press(Modifiers::COMMAND, Key::K);
    window.harness.event(egui::Event::Text("孫玉".into()));
    window.settle();
    window.press(Modifiers::NONE, Key::Enter);
    assert!(window.shows("Family name (English)"));
    let field = window.names(Role::Heading);
    assert!(field.contains(&"Mr Chris Sun".to_owned()), "{field:?}");
}

/// The harness panics where a glyph is in no font.
#[test]
fn every_place_is_drawn_in_every_language_and_no_glyph_is_missing() {
    for tongue in Tongue::ALL {
        let mut window = sample([1366.0, 768.0], tongue, Theme::Dark);
        for place in Place::ALL {
            let keys = Action::Go(place).shortcut().unwrap();
            window.press(keys.modifiers, keys.logical_key);
            let name = Action::Go(place).name(Words::new(tongue));
            let mut tabs = window.harness.query_all_by_role(Role::Tab);
            let is_here = tabs.find(|tab| tab.accesskit_node().is_selected() == Some(true));
            let label = is_here.and_then(|tab| tab.accesskit_node().label());
            assert!(
                label.is_some_and(|label| label.starts_with(&name)),
                "{name}"
            );
        }
    }
}

#[test]
fn a_file_that_is_no_event_gets_a_sentence_and_the_open_one_stays() {
    let mut window = at_the_desk();
    let before = window.event().clone();
    let temp = tempfile::tempdir().unwrap();
    let wrong: &Path = &temp.path().join("event.ron");
    std::fs::write(wrong, "(format: 1, event: (").unwrap();
    window.drop_files(&[wrong], "Coffee break");
    assert!(*window.event() == before, "the event is as it was");
    let alerts = window.names(Role::Alert);
    assert!(
        alerts.iter().any(|alert| alert.contains("event.ron")),
        "{alerts:?}"
    );
}
