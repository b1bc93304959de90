//! Times of many sessions at once, and the list of checks, through the real panels.

use egui::{Key, Modifiers, accesskit::Role};
use runsheet::{
    model::{Lang, Session, SessionKind},
    plan::Plan,
};

use crate::support::desk::{Window, at_the_desk};

const CTRL_SHIFT: Modifiers = Modifiers {
    shift: true,
    ..Modifiers::COMMAND
};

fn the(window: &Window, kind: SessionKind) -> &Session {
    let all = &window.event().sessions;
    all.iter().find(|session| session.kind == kind).unwrap()
}

/// When it starts and ends: `10:40-10:55`.
fn hours(window: &Window, kind: SessionKind) -> String {
    let plan = Plan::of(window.event());
    let timed = plan.timed(the(window, kind).id).unwrap();
    format!(
        "{}-{}",
        timed.start.strftime("%H:%M"),
        timed.end.strftime("%H:%M")
    )
}

#[test]
fn a_session_that_ends_at_a_fixed_time_stretches() {
    let mut window = at_the_desk();
    window.click_row("Coffee break");
    let before = hours(&window, SessionKind::Break);
    assert_eq!(before, "10:40-10:55");
    window.fill("End time", "11.05");
    assert_eq!(hours(&window, SessionKind::Break), "10:40-11:05");
    assert!(window.shows("now 25 min, since it ends at a fixed time"));
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(hours(&window, SessionKind::Break), before);
}

#[test]
fn everything_after_is_shifted_in_one_step() {
    let mut window = at_the_desk();
    window.click_row("Coffee break");
    window.press(CTRL_SHIFT, Key::T);
    window.fill("Later by (min)", "+10");
    assert!(window.shows("10:40 – 10:55 → 10:50 – 11:05"));
    window.click("Apply");
    assert_eq!(hours(&window, SessionKind::Break), "10:50-11:05");
    assert_eq!(hours(&window, SessionKind::PanelDiscussion), "11:05-11:50");
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(hours(&window, SessionKind::Break), "10:40-10:55");
}

#[test]
fn enter_on_cancel_shifts_nothing_and_in_the_field_it_does() {
    let mut window = at_the_desk();
    window.click_row("Coffee break");
    window.press(CTRL_SHIFT, Key::T);
    window.fill("Later by (min)", "+10");
    let mut tabs = 0;
    while window.focused().as_deref() != Some("Cancel") && tabs < 20 {
        window.press(Modifiers::NONE, Key::Tab);
        tabs += 1;
    }
    assert_eq!(window.focused().as_deref(), Some("Cancel"));
    window.press(Modifiers::NONE, Key::Enter);
    assert!(!window.shows("Later by (min)"));
    assert_eq!(hours(&window, SessionKind::Break), "10:40-10:55");
    window.press(CTRL_SHIFT, Key::T);
    window.fill("Later by (min)", "+10");
    window.press(Modifiers::NONE, Key::Enter);
    assert_eq!(hours(&window, SessionKind::Break), "10:50-11:05");
}

#[test]
fn a_move_begins_at_the_day_and_enter_opens_its_list() {
    let mut window = at_the_desk();
    window.click_row("Coffee break");
    window.press(CTRL_SHIFT, Key::M);
    assert_eq!(window.focused().as_deref(), Some("Day"));
    window.press(Modifiers::NONE, Key::Enter);
    assert!(window.shows("The same room"), "it is still asked");
}

#[test]
fn the_checks_are_gone_through_by_the_arrows() {
    let mut window = at_the_desk();
    window.press(Modifiers::COMMAND, Key::Num8);
    let rows = window.names(Role::ListItem);
    window.press(Modifiers::NONE, Key::ArrowDown);
    assert_eq!(window.focused().as_ref(), rows.first());
    window.press(Modifiers::NONE, Key::ArrowDown);
    window.press(Modifiers::NONE, Key::ArrowDown);
    assert_eq!(window.focused().as_ref(), rows.get(2));
    window.press(Modifiers::NONE, Key::ArrowUp);
    assert_eq!(window.focused().as_ref(), rows.get(1));
    // To the field and back: the list goes on where it was left.
    window.press(Modifiers::NONE, Key::Enter);
    window.press(Modifiers::COMMAND, Key::Num8);
    window.press(Modifiers::NONE, Key::ArrowDown);
    assert_eq!(window.focused().as_ref(), rows.get(1));
}

#[test]
fn a_check_is_set_aside_with_a_reason_and_shown_again() {
    let mut window = at_the_desk();
    window.press(Modifiers::COMMAND, Key::Num8);
    let all = Plan::of(window.event()).problems.len();
    let sentence = "‘Mr Zhang Ruobing’: the name is missing in 繁體中文";
    window.click(&format!("Set aside…: {sentence}"));
    window.fill("Reason", "He signs in English only");
    window.click("Set aside");
    let plan = Plan::of(window.event());
    assert_eq!(plan.problems.len(), all - 1);
    assert_eq!(plan.set_aside[0].1, "He signs in English only");
    assert!(!window.shows(sentence));
    window.click("Set aside 1");
    window.click(&format!("Show again: {sentence}"));
    assert_eq!(Plan::of(window.event()).problems.len(), all);
}

#[test]
fn a_problem_leads_to_its_field() {
    let mut window = at_the_desk();
    window.press(Modifiers::COMMAND, Key::Num8);
    window.click_row("‘DSC_4012.jpg’: the caption is missing in 繁體中文");
    window.type_text("圖示簽署儀式。");
    let photos = &window.event().photos;
    let photo = photos
        .iter()
        .find(|photo| photo.file.as_str() == "DSC_4012.jpg");
    assert_eq!(
        photo.unwrap().caption.text(&Lang::ZH_HANT),
        "圖示簽署儀式。"
    );
}
