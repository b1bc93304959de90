//! What is made for other programs, from the window: chosen first, and made by one button.

use std::fs;

use egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::{NodeT, Queryable};

use runsheet::model::Clearance;

use crate::support::desk::{Window, at_the_desk};

const TITLE: &str = "Export for another program";
const STAFF: &str = "Also what only the staff see";

fn ask(window: &mut Window) {
    window.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::E);
    assert!(window.names(Role::Dialog).iter().any(|name| name == TITLE));
}

fn give_path(window: &mut Window, path: &std::path::Path) {
    window.wait_until(|window| window.shows("Path") && window.shows("Continue"));
    // Where it is drawn first is not where it stays.
    window.settle();
    window.fill("Path", path.to_str().unwrap());
    window.click("Continue");
    window.wait_until(|_| path.exists());
    window.settle();
}

#[test]
fn a_click_on_a_format_makes_nothing_and_shows_its_options() {
    let mut window = at_the_desk();
    ask(&mut window);
    assert!(!window.shows(STAFF));
    window.click("Calendar (iCalendar)");
    assert!(window.shows(STAFF) && window.shows("Calendar of") && window.shows("Export…"));
    window.click("Press photos with captions (folder)");
    assert!(window.shows("Keep the place where they were taken") && !window.shows(STAFF));
    window.click("Conference schedule (JSON)");
    assert!(window.shows(STAFF) && !window.shows("Calendar of"));
    window.click("Cancel");
    assert!(!window.shows("Export…"));
}

#[test]
fn the_file_that_is_chosen_is_made_by_the_button_or_by_enter() {
    let mut window = at_the_desk();
    ask(&mut window);
    window.click("Run-of-show: text (CSV)");
    window.click("Export…");
    let csv = window.folder.join("out.csv");
    give_path(&mut window, &csv);
    assert!(fs::read_to_string(&csv).unwrap().contains("Coffee break"));

    ask(&mut window);
    for _ in 0..7 {
        window.press(Modifiers::NONE, Key::ArrowDown);
    }
    let calendar = window.harness.get_by_label("Calendar (iCalendar)");
    let toggled = calendar.accesskit_node().toggled();
    assert_eq!(toggled, Some(egui::accesskit::Toggled::True));
    window.press(Modifiers::NONE, Key::Enter);
    let ics = window.folder.join("out.ics");
    give_path(&mut window, &ics);
    let guests = fs::read_to_string(&ics).unwrap();

    ask(&mut window);
    window.click("Calendar (iCalendar)");
    window.click(STAFF);
    window.press(Modifiers::NONE, Key::Enter);
    let ics = window.folder.join("staff.ics");
    give_path(&mut window, &ics);
    assert!(fs::read_to_string(&ics).unwrap().len() > guests.len());
}

#[test]
fn photos_for_the_press_are_copied_also_where_one_is_gone() {
    let mut window = at_the_desk();
    let event = window.event().clone();
    let cleared: Vec<_> = event
        .photos
        .iter()
        .filter(|photo| photo.clearance == Clearance::Cleared)
        .collect();
    let gone = &cleared[1].file;
    fs::remove_file(window.folder.join("photos").join(gone.as_str())).unwrap();
    ask(&mut window);
    window.click("Press photos with captions (folder)");
    window.click("Export…");
    let out = window.folder.join("for the press");
    give_path(&mut window, &out);
    let said = |window: &Window| window.names(Role::Alert).join("\n");
    window.wait_until(|window| said(window).contains("These could not be copied:"));
    let said = said(&window);
    let count = format!("{} photos are in ", cleared.len() - 1);
    assert!(
        said.contains(&count) && said.contains(gone.as_str()),
        "{said}"
    );
    let copies = fs::read_dir(&out).unwrap().count();
    assert_eq!(copies, cleared.len(), "the copies and their captions");
}
