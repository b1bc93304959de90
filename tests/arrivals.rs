//! What comes in from a colleague while somebody types: it is read before it is replaced, or it is asked about.

use egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::Queryable;
use runsheet::model::{Edit, Lang, Session, SessionId, SessionKind};

use crate::{
    support::desk::{Window, at_the_desk},
    together::{Other, TITLE, entitled, said, title, two},
};

const CHINESE: &str = "Title (繁體中文)";

/// How long what comes in has to be there to be read, in seconds.
const READING: f64 = 10.0;

/// By the clock of the frames. No time passes but in frames, and here.
fn seconds(window: &Window) -> f64 {
    window.harness.ctx.input(|input| input.time)
}

fn pass(window: &mut Window, seconds_more: f64) {
    let now = seconds(window);
    window.harness.input_mut().time = Some(now + seconds_more);
    window.harness.step();
    window.harness.input_mut().time = None;
}

/// Saves, however long the disk takes, in no time by the clock of the frames.
fn save(window: &mut Window) {
    let now = seconds(window);
    window.harness.input_mut().time = Some(now);
    window.press(Modifiers::COMMAND, Key::S);
    window.harness.input_mut().time = None;
}

/// Gives a field the keyboard.
fn enter(window: &mut Window, name: &str) {
    let field = window.harness.get_by_role_and_label(Role::TextInput, name);
    field.click();
    window.settle();
}

fn waits(window: &Window) -> bool {
    let labels = window.labels();
    labels
        .iter()
        .any(|one| one.ends_with("as soon as you leave this field"))
}

/// Removes the session whose form is shown.
fn remove(window: &mut Window) {
    window.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::P);
    window.type_text("remove");
    window.press(Modifiers::NONE, Key::Enter);
}

/// A colleague's title of the second session comes in, and the session is gone to.
fn hers_comes_in(window: &mut Window) -> SessionId {
    let (_, hers) = two(window);
    Other::of(window).entitle(hers, "Hers");
    window.wait_until(|window| title(window.event(), hers) == "Hers");
    window.click_row("Hers");
    hers
}

/// Whether both titles stand side by side, to be chosen from.
fn is_asked(window: &Window, ours: &str, theirs: &str) -> bool {
    let cards = window.names(Role::RadioButton);
    let has = |who: &str, value: &str| {
        let mut cards = cards.iter();
        cards.any(|card| card.starts_with(who) && card.ends_with(value))
    };
    window.shows("Merge and save") && has("Yours – ", ours) && has("A colleague’s – ", theirs)
}

#[test]
fn a_field_that_has_the_keyboard_is_not_changed_underneath() {
    let mut window = at_the_desk();
    let (mine, hers) = two(&window);
    let before = title(window.event(), mine);
    enter(&mut window, TITLE);
    // What is about another item comes in.
    Other::of(&window).entitle(hers, "Hers");
    window.wait_until(|window| title(window.event(), hers) == "Hers");
    Other::of(&window).entitle(mine, "Hers as well");
    window.wait_until(waits);
    pass(&mut window, 60.0);
    window.settle();
    assert_eq!(title(window.event(), mine), before);
    assert_eq!(window.value(TITLE), before);
    // Another field of the same form is still one of the same item.
    enter(&mut window, CHINESE);
    window.settle();
    assert_eq!(title(window.event(), mine), before);
    window.click_row("Hers");
    window.wait_until(|window| title(window.event(), mine) == "Hers as well");
    assert!(!waits(&window));
    assert_eq!(window.saved(), *window.event());
}

#[test]
fn a_cell_that_has_the_keyboard_is_not_changed_underneath() {
    let mut window = at_the_desk();
    let (mine, _) = two(&window);
    let before = title(window.event(), mine);
    window.click_row(&before);
    Other::of(&window).entitle(mine, "Hers");
    window.wait_until(waits);
    assert_eq!(title(window.event(), mine), before);
    // Whoever is not at it sees it come in, and whoever is back types over what stood there then.
    pass(&mut window, READING);
    window.wait_until(|window| title(window.event(), mine) == "Hers");
    assert!(!waits(&window));
    window.click_row("Hers");
    Other::of(&window).entitle(mine, "Hers again");
    window.wait_until(waits);
    window.type_text("Mine");
    window.press(Modifiers::NONE, Key::Enter);
    assert_eq!(title(window.event(), mine), "Mine");
    window.wait_until(|window| window.shows("Decide and save…"));
    assert!(!waits(&window));
    window.click("Decide and save…");
    assert!(is_asked(&window, "Mine", "Hers again"));
}

#[test]
fn a_newer_save_takes_the_place_of_what_waits() {
    let mut window = at_the_desk();
    let (mine, hers) = two(&window);
    enter(&mut window, TITLE);
    Other::of(&window).entitle(mine, "Hers");
    window.wait_until(waits);
    Other::of(&window).entitle(mine, "Hers again");
    Other::of(&window).entitle(hers, "Hers too");
    let told = "2 changes of a colleague’s come in as soon as you leave this field";
    window.wait_until(|window| window.shows(told));
    assert_ne!(title(window.event(), hers), "Hers too");
    window.press(Modifiers::COMMAND, Key::Num2);
    window.wait_until(|window| title(window.event(), mine) == "Hers again");
    assert_eq!(title(window.event(), hers), "Hers too");
    assert_eq!(window.saved(), *window.event());
}

#[test]
fn what_waits_comes_in_by_a_save_and_is_not_replaced_unasked() {
    let mut window = at_the_desk();
    let (mine, _) = two(&window);
    enter(&mut window, TITLE);
    Other::of(&window).entitle(mine, "Hers");
    window.wait_until(waits);
    save(&mut window);
    assert_eq!(title(window.event(), mine), "Hers");
    assert!(!waits(&window));
    window.fill(TITLE, "Mine");
    save(&mut window);
    assert!(is_asked(&window, "Mine", "Hers"));
    // Nothing is written before it is decided.
    assert_eq!(title(&window.saved(), mine), "Hers");
    window.click("All yours");
    window.click("Merge and save");
    assert_eq!(title(&window.saved(), mine), "Mine");
    assert!(!window.shows("Decide and save…"));
    // It is decided: what comes next is asked about no more.
    window.fill(TITLE, "Mine again");
    save(&mut window);
    assert!(!window.shows("Merge and save"));
    assert_eq!(title(&window.saved(), mine), "Mine again");
}

#[test]
fn what_is_replaced_before_it_could_be_read_is_asked_about() {
    let mut window = at_the_desk();
    let hers = hers_comes_in(&mut window);
    window.fill(TITLE, "Mine");
    // It is offered, and nothing is asked before the person has time for it.
    window.wait_until(|window| window.shows("Decide and save…"));
    assert!(!window.shows("Merge and save"));
    assert_eq!(title(window.event(), hers), "Mine");
    save(&mut window);
    assert!(is_asked(&window, "Mine", "Hers"));
    assert_eq!(title(&window.saved(), hers), "Hers");
    window.click("All the colleague’s");
    window.click("Merge and save");
    for event in [window.event(), &window.saved()] {
        assert_eq!(title(event, hers), "Hers");
    }
}

#[test]
fn what_could_be_read_is_replaced_as_anything_is() {
    let mut window = at_the_desk();
    let hers = hers_comes_in(&mut window);
    pass(&mut window, READING);
    window.fill(TITLE, "Mine");
    save(&mut window);
    assert!(!window.shows("Merge and save"));
    assert_eq!(title(&window.saved(), hers), "Mine");
}

#[test]
fn what_is_edited_beside_what_has_come_in_is_not_asked_about() {
    let mut window = at_the_desk();
    let hers = hers_comes_in(&mut window);
    window.fill(CHINESE, "Mine");
    save(&mut window);
    assert!(!window.shows("Merge and save"));
    let saved = window.saved();
    assert_eq!(title(&saved, hers), "Hers");
    let session = saved.sessions.get(hers).unwrap();
    assert_eq!(session.title.text(&Lang::ZH_HANT), "Mine");
}

#[test]
fn what_was_replaced_and_is_put_back_is_not_asked_about() {
    let mut window = at_the_desk();
    let hers = hers_comes_in(&mut window);
    window.fill(TITLE, "Mine");
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(title(window.event(), hers), "Hers");
    save(&mut window);
    assert!(!window.shows("Merge and save"));
    for event in [window.event(), &window.saved()] {
        assert_eq!(title(event, hers), "Hers");
    }
}

#[test]
fn two_that_come_in_one_after_the_other_are_both_asked_about() {
    let mut window = at_the_desk();
    let (mine, hers) = two(&window);
    // Neither has the keyboard.
    window.press(Modifiers::COMMAND, Key::Num2);
    Other::of(&window).entitle(hers, "Hers");
    window.wait_until(|window| title(window.event(), hers) == "Hers");
    Other::of(&window).entitle(mine, "Hers too");
    window.wait_until(|window| title(window.event(), mine) == "Hers too");
    window.press(Modifiers::COMMAND, Key::Num1);
    for (row, text) in [("Hers", "Mine"), ("Hers too", "Mine too")] {
        window.click_row(row);
        // However long it takes to get there.
        window.harness.input_mut().time = Some(seconds(&window));
        window.fill(TITLE, text);
        window.harness.input_mut().time = None;
    }
    save(&mut window);
    assert!(is_asked(&window, "Mine", "Hers"));
    assert!(is_asked(&window, "Mine too", "Hers too"));
    window.click("All the colleague’s");
    window.click("Merge and save");
    assert_eq!(title(&window.saved(), hers), "Hers");
    assert_eq!(title(&window.saved(), mine), "Hers too");
}

#[test]
fn what_has_just_come_in_is_taken_back_by_a_decision_alone() {
    let mut window = at_the_desk();
    let (_, hers) = two(&window);
    let before = title(window.event(), hers);
    hers_comes_in(&mut window);
    window.press(Modifiers::COMMAND, Key::Z);
    assert!(window.shows("Take out what somebody else has just saved?"));
    assert!(
        window
            .labels()
            .iter()
            .any(|one| one.contains("‘Hers’ was called"))
    );
    assert_eq!(title(window.event(), hers), "Hers");
    // Enter leaves it as it is.
    window.press(Modifiers::NONE, Key::Enter);
    assert_eq!(title(window.event(), hers), "Hers");
    window.press(Modifiers::COMMAND, Key::Z);
    window.click("Take it out");
    assert_eq!(title(window.event(), hers), before);
    save(&mut window);
    assert_eq!(title(&window.saved(), hers), before);
}

#[test]
fn what_could_be_read_is_taken_back_without_a_question() {
    let mut window = at_the_desk();
    let (_, hers) = two(&window);
    let before = title(window.event(), hers);
    hers_comes_in(&mut window);
    pass(&mut window, READING);
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(title(window.event(), hers), before);
}

#[test]
fn an_item_that_has_just_come_in_is_taken_out_by_a_decision_alone() {
    let mut window = at_the_desk();
    let other = Other::of(&window);
    let mut event = other.event();
    let day = event.sessions.at(0).unwrap().day;
    let mut new = Session::new(SessionKind::Break, day);
    new.title.set(&Lang::EN, "Hers".into());
    let id = new.id;
    event.apply(&Edit::from(new)).unwrap();
    other.0.save(&event).unwrap();
    window.wait_until(|window| window.event().sessions.contains(id));
    window.click_row("Hers");
    remove(&mut window);
    assert!(window.shows("Take out what somebody else has just saved?"));
    assert!(window.event().sessions.contains(id));
    window.click("Take it out");
    assert!(!window.event().sessions.contains(id));
    save(&mut window);
    assert!(!window.saved().sessions.contains(id));
}

#[test]
fn what_came_in_is_told_for_as_long_as_it_takes_to_read_it() {
    let mut window = at_the_desk();
    let (mine, _) = two(&window);
    let hers = hers_comes_in(&mut window);
    assert!(
        said(&window).contains("Undo takes it out again"),
        "{}",
        said(&window)
    );
    window.fill(CHINESE, "Mine");
    // That "Undo" would take it back is not so any more; what came in is.
    let told = said(&window);
    assert!(told.contains("1 change has come in"), "{told}");
    assert!(told.contains("‘Hers’ was called"), "{told}");
    assert!(!told.contains("Undo"), "{told}");
    pass(&mut window, READING);
    window.settle();
    assert!(!said(&window).contains("come in"), "{}", said(&window));
    // One that nothing is edited after stays until it is read.
    Other::of(&window).entitle(mine, "Hers too");
    window.wait_until(|window| said(window).contains("1 change has come in"));
    pass(&mut window, READING);
    window.settle();
    assert!(said(&window).contains("1 change has come in"));
    assert_eq!(title(window.event(), hers), "Hers");
}

#[test]
fn what_is_removed_after_a_colleague_has_just_changed_it_is_asked_about() {
    let mut window = at_the_desk();
    let hers = hers_comes_in(&mut window);
    remove(&mut window);
    assert!(!window.event().sessions.contains(hers));
    save(&mut window);
    assert!(window.shows("Merge and save"));
    window.click("All the colleague’s");
    window.click("Merge and save");
    assert_eq!(title(&window.saved(), hers), "Hers");
}

#[test]
fn what_was_replaced_too_soon_is_asked_about_with_what_was_saved_after_it() {
    let mut window = at_the_desk();
    let (mine, hers) = two(&window);
    hers_comes_in(&mut window);
    window.fill(TITLE, "Mine");
    let other = Other::of(&window);
    let event = entitled(&other.event(), mine, "Hers as well");
    other.0.save(&entitled(&event, hers, "Hers again")).unwrap();
    save(&mut window);
    assert!(is_asked(&window, "Mine", "Hers again"));
    window.click("All yours");
    window.click("Merge and save");
    for event in [window.event(), &window.saved()] {
        assert_eq!(title(event, mine), "Hers as well");
        assert_eq!(title(event, hers), "Mine");
    }
}
