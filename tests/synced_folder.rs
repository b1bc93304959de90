//! What a synced folder does to an event that is open: it carries everything along, replaces the file by another machine's,
//! and leaves the other of two states beside it.

use std::fs;

use egui::{Key, Modifiers};
use runsheet::{
    model::{Event, Lang, SessionId, Text},
    store::{Expected, Folder, MadeFrom},
};

use crate::{
    support::desk::{Window, at_the_desk},
    together::saved_elsewhere,
};

const COPY: &str = "event.sync-conflict-20261128-230000-ABCDEFG.ron";

fn entitled(event: &Event, place: usize, title: &str) -> Event {
    let mut event = event.clone();
    let mut session = (**event.sessions.at(place).unwrap()).clone();
    session.title.set(&Lang::EN, title.into());
    event.apply(&session.into()).unwrap();
    event
}

fn title(event: &Event, place: usize) -> &str {
    let title: &Text = &event.sessions.at(place).unwrap().title;
    title.text(&Lang::EN)
}

fn id(window: &Window, place: usize) -> SessionId {
    window.event().sessions.at(place).unwrap().id
}

fn text(window: &Window) -> String {
    fs::read_to_string(window.folder.join("event.ron")).unwrap()
}

const TITLE: &str = "Title (English)";

/// The window saves "Mine" in the first session; gives what the file held before and after.
fn save_mine(window: &mut Window) -> (String, String) {
    let before = text(window);
    window.fill(TITLE, "Mine");
    window.press(Modifiers::COMMAND, Key::S);
    (before, text(window))
}

/// The engine leaves this beside the event, and the person opens what there is to merge.
fn look_at_a_copy(window: &mut Window, text: &str) {
    fs::write(window.folder.join(COPY), text).unwrap();
    window.wait_until(|window| window.shows("Merge…"));
    window.click("Merge…");
}

#[test]
fn a_copy_whose_own_save_was_carried_along_is_merged_on_the_state_before_both() {
    let mut window = at_the_desk();
    let base = window.saved();
    let (before, _) = save_mine(&mut window);
    let theirs = saved_elsewhere(&before, &entitled(&base, 1, "Theirs"));
    // The engine carries `backups/` along, and with it the copy's own save.
    fs::write(
        window.folder.join("backups/2026-11-28 22.59.00.ron"),
        &theirs,
    )
    .unwrap();
    look_at_a_copy(&mut window, &theirs);
    window.click("Merge");
    assert_eq!(title(window.event(), 0), "Mine");
    assert_eq!(title(window.event(), 1), "Theirs");
    window.press(Modifiers::COMMAND, Key::S);
    window.wait_until(|window| !window.folder.join(COPY).exists());
    let saved = window.saved();
    assert_eq!((title(&saved, 0), title(&saved, 1)), ("Mine", "Theirs"));
}

#[test]
fn the_machine_whose_save_became_the_copy_keeps_what_it_saved() {
    let mut window = at_the_desk();
    let base = window.saved();
    let (before, mine) = save_mine(&mut window);
    let theirs = saved_elsewhere(&before, &entitled(&base, 1, "Theirs"));
    // The other machine's file wins; what was saved here lies beside it.
    fs::write(window.folder.join(COPY), &mine).unwrap();
    fs::write(window.folder.join("event.ron"), &theirs).unwrap();
    window.wait_until(|window| title(window.event(), 1) == "Theirs");
    assert_eq!(title(window.event(), 0), "Mine");
    // Why it is not saved any more is said, until it is.
    let why = "Another computer’s save has taken the place of yours. What you had saved is still here: save once more.";
    window.wait_until(|window| window.shows(why));
    // What lies beside it brings nothing that is not here, so nobody is asked; it goes once all is in the file.
    assert!(!window.shows("Merge…"));
    window.press(Modifiers::COMMAND, Key::S);
    window.wait_until(|window| !window.folder.join(COPY).exists());
    assert!(!window.shows(why));
    let saved = window.saved();
    assert_eq!((title(&saved, 0), title(&saved, 1)), ("Mine", "Theirs"));
    assert_eq!(
        fs::read_to_string(window.folder.join("backups").join(COPY)).unwrap(),
        mine
    );
}

#[test]
fn both_have_changed_one_field_and_the_loser_of_the_sync_is_asked() {
    let mut window = at_the_desk();
    let base = window.saved();
    let (before, mine) = save_mine(&mut window);
    let theirs = saved_elsewhere(&before, &entitled(&base, 0, "Theirs"));
    fs::write(window.folder.join(COPY), &mine).unwrap();
    fs::write(window.folder.join("event.ron"), &theirs).unwrap();
    window.wait_until(|window| window.shows("Decide and save…"));
    assert_eq!(title(window.event(), 0), "Mine");
    // Until that is decided, what was saved here is in no file but the copy: it stays where a next start finds it.
    window.wait_for_a_look();
    assert!(window.folder.join(COPY).exists());
    window.click("Decide and save…");
    window.click("All yours");
    window.click("Merge and save");
    window.wait_until(|window| !window.folder.join(COPY).exists());
    assert_eq!(title(&window.saved(), 0), "Mine");
}

/// Two machines save in one tick of the clock, as long, and the engine gives a file the time that it had elsewhere.
#[test]
fn another_file_of_the_same_time_and_length_is_seen() {
    let mut window = at_the_desk();
    let base = window.saved();
    let (before, mine) = save_mine(&mut window);
    window.wait_for_a_look();
    let file = window.folder.join("event.ron");
    let found = fs::metadata(&file).unwrap();
    let theirs = saved_elsewhere(&before, &entitled(&base, 0, "Ours"));
    assert_eq!(theirs.len(), mine.len());
    let coming = window.folder.join(".syncthing.event.ron.tmp");
    fs::write(&coming, &theirs).unwrap();
    let coming_file = fs::File::options().write(true).open(&coming).unwrap();
    coming_file.set_modified(found.modified().unwrap()).unwrap();
    drop(coming_file);
    fs::rename(&coming, &file).unwrap();
    window.wait_until(|window| window.shows("Decide and save…"));
    assert_eq!(title(window.event(), 0), "Mine");
}

#[test]
fn a_merge_that_was_made_on_both_machines_is_one_state() {
    let mut window = at_the_desk();
    let base = window.saved();
    let (before, mine) = save_mine(&mut window);
    let theirs = saved_elsewhere(&before, &entitled(&base, 1, "Theirs"));
    look_at_a_copy(&mut window, &theirs);
    window.click("Merge");
    window.press(Modifiers::COMMAND, Key::S);
    let merged = text(&window);
    // The other machine had its own state in the file, and merges this one's.
    let other = tempfile::tempdir().unwrap();
    fs::write(other.path().join("event.ron"), &theirs).unwrap();
    let folder = Folder::at(other.path()).unwrap();
    let states = [folder.read().unwrap().lineage, lineage_of(&mine)];
    folder
        .save_made_from(
            &window.saved(),
            MadeFrom::merged(&states),
            Expected::Anything,
        )
        .unwrap();
    assert_eq!(fs::read_to_string(folder.event_file()).unwrap(), merged);
}

#[test]
fn a_copy_that_a_merge_without_a_window_left_in_conflict_is_asked_about() {
    let mut window = at_the_desk();
    let base = window.saved();
    let (before, _) = save_mine(&mut window);
    let theirs = saved_elsewhere(&before, &entitled(&base, 0, "Theirs"));
    let temp = tempfile::tempdir().unwrap();
    let (earlier, copy) = (temp.path().join("base.ron"), temp.path().join("copy.ron"));
    fs::write(&earlier, &before).unwrap();
    fs::write(&copy, &theirs).unwrap();
    let merged = std::process::Command::new(env!("CARGO_BIN_EXE_runsheet"))
        .arg("merge")
        .args([&earlier, &window.folder, &copy])
        .arg("--out")
        .arg(&window.folder)
        .output()
        .unwrap();
    assert_eq!(merged.status.code(), Some(1), "{merged:?}");
    fs::write(window.folder.join(COPY), &theirs).unwrap();
    window.wait_for_a_look();
    window.wait_until(|window| window.shows("Merge…"));
    assert!(window.folder.join(COPY).exists());
}

/// Which saved state the text of a file is.
fn lineage_of(text: &str) -> runsheet::store::Lineage {
    let temp = tempfile::tempdir().unwrap();
    fs::write(temp.path().join("event.ron"), text).unwrap();
    Folder::at(temp.path()).unwrap().read().unwrap().lineage
}

#[test]
fn a_copy_whose_merging_is_taken_back_is_offered_again() {
    let mut window = at_the_desk();
    let base = window.saved();
    let (before, _) = save_mine(&mut window);
    let theirs = saved_elsewhere(&before, &entitled(&base, 1, "Theirs"));
    look_at_a_copy(&mut window, &theirs);
    window.click("Merge");
    assert_eq!(title(window.event(), 1), "Theirs");
    window.press(Modifiers::COMMAND, Key::Z);
    window.press(Modifiers::COMMAND, Key::S);
    window.wait_until(|window| window.shows("Merge…"));
    assert!(window.folder.join(COPY).exists());
    window.click("Merge…");
    window.click("Merge");
    assert_eq!(title(window.event(), 1), "Theirs");
    assert_eq!(window.event().sessions.at(1).unwrap().id, id(&window, 1));
}

#[test]
fn more_saves_than_are_kept_do_not_hide_the_state_before_both() {
    let mut window = at_the_desk();
    let base = window.saved();
    let before = text(&window);
    let folder = Folder::at(&window.folder).unwrap();
    for number in 0..25 {
        window.fill(TITLE, &format!("Mine {number}"));
        window.press(Modifiers::COMMAND, Key::S);
    }
    assert_eq!(folder.backups().unwrap().len(), 10);
    let theirs = saved_elsewhere(&before, &entitled(&base, 1, "Theirs"));
    look_at_a_copy(&mut window, &theirs);
    assert!(
        window.shows("Nothing was changed on both sides in different ways. This is what comes in:")
    );
    window.click("Merge");
    assert_eq!(title(window.event(), 0), "Mine 24");
    assert_eq!(title(window.event(), 1), "Theirs");
    // Also for a program that knows only what is on the disk.
    let opened = folder.read().unwrap();
    let copy = tempfile::tempdir().unwrap();
    fs::write(copy.path().join("event.ron"), &theirs).unwrap();
    let theirs = Folder::at(copy.path()).unwrap().read().unwrap();
    let ours = std::slice::from_ref(&opened.lineage);
    let bases: Vec<Event> = folder.common_ancestors(base.id, ours, &theirs.lineage, |_| None);
    assert_eq!(bases, [base]);
}

#[test]
fn a_copy_of_which_nothing_is_taken_is_merged_as_well() {
    let mut window = at_the_desk();
    let base = window.saved();
    let (before, _) = save_mine(&mut window);
    let theirs = saved_elsewhere(&before, &entitled(&base, 0, "Theirs"));
    look_at_a_copy(&mut window, &theirs);
    window.click("All yours");
    window.click("Merge");
    // The decision is in the file: whoever merges later does not ask again.
    window.wait_until(|window| !window.folder.join(COPY).exists());
    let folder = Folder::at(&window.folder).unwrap();
    let opened = folder.read().unwrap();
    assert!(opened.lineage.includes(lineage_of(&theirs).id()));
    assert_eq!(title(&opened.event, 0), "Mine");
}

/// Saves the event under another name, as a person does who wants a copy elsewhere.
fn save_as(window: &mut Window, to: &std::path::Path) {
    window.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
    window.fill("Path", to.to_str().unwrap());
    window.click("Continue");
    to.clone_into(&mut window.folder);
}

#[test]
fn what_was_merged_and_saved_elsewhere_stays_in_the_folder_that_lacks_it() {
    let mut window = at_the_desk();
    let base = window.saved();
    let (before, _) = save_mine(&mut window);
    let shared = window.folder.clone();
    let theirs = saved_elsewhere(&before, &entitled(&base, 1, "Theirs"));
    look_at_a_copy(&mut window, &theirs);
    window.click("Merge");
    assert_eq!(title(window.event(), 1), "Theirs");
    let elsewhere = tempfile::tempdir().unwrap();
    save_as(&mut window, &elsewhere.path().join("copy"));
    window.press(Modifiers::COMMAND, Key::S);
    window.wait_for_a_look();
    assert_eq!(title(&window.saved(), 1), "Theirs");
    assert!(shared.join(COPY).exists(), "the old folder's file lacks it");
}

#[test]
fn an_event_saved_elsewhere_was_made_from_what_the_window_had() {
    let mut window = at_the_desk();
    let base = window.saved();
    let (before, mine) = save_mine(&mut window);
    let shared = window.folder.clone();
    let theirs = saved_elsewhere(&before, &entitled(&base, 0, "Theirs"));
    fs::write(shared.join("event.ron"), &theirs).unwrap();
    window.wait_until(|window| window.shows("Decide and save…"));
    let elsewhere = tempfile::tempdir().unwrap();
    save_as(&mut window, &elsewhere.path().join("copy"));
    let state = |text: &str| {
        let temp = tempfile::tempdir().unwrap();
        fs::write(temp.path().join("event.ron"), text).unwrap();
        let folder = Folder::at(temp.path()).unwrap();
        folder.file_state().unwrap().lineage
    };
    let saved = state(&text(&window));
    assert!(saved.includes(state(&mine).id()));
    assert!(
        !saved.includes(state(&theirs).id()),
        "nothing of it is in there"
    );
}

#[test]
fn a_copy_that_says_what_is_not_saved_stays_until_it_is() {
    let mut window = at_the_desk();
    let base = window.saved();
    let before = text(&window);
    let was = title(&base, 0).to_owned();
    window.fill(TITLE, "The same");
    let theirs = saved_elsewhere(&before, &entitled(&base, 0, "The same"));
    fs::write(window.folder.join(COPY), &theirs).unwrap();
    window.wait_for_a_look();
    assert!(!window.shows("Merge…"), "it brings nothing now");
    // It is taken back here, so the copy brings it again.
    window.press(Modifiers::NONE, Key::Escape);
    while title(window.event(), 0) != was {
        window.press(Modifiers::COMMAND, Key::Z);
    }
    window.fill(TITLE, "Another");
    window.press(Modifiers::COMMAND, Key::S);
    window.wait_until(|window| window.shows("Merge…"));
    assert!(window.folder.join(COPY).exists());
}

#[test]
fn a_copy_that_a_person_keeps_beside_the_event_is_left_alone() {
    let mut window = at_the_desk();
    let kept = window.folder.join("event-before-the-rehearsal.ron");
    fs::copy(window.folder.join("event.ron"), &kept).unwrap();
    save_mine(&mut window);
    window.wait_for_a_look();
    window.wait_for_a_look();
    assert!(kept.exists() && !window.shows("Merge…"));
}

#[test]
fn a_copy_that_another_copy_was_made_from_is_no_question_after_that() {
    let mut window = at_the_desk();
    let base = window.saved();
    let (before, _) = save_mine(&mut window);
    let first = entitled(&base, 1, "First");
    let one = saved_elsewhere(&before, &first);
    let other = saved_elsewhere(&one, &entitled(&first, 2, "Second"));
    let earlier = "event.sync-conflict-20261128-220000-ABCDEFG.ron";
    fs::write(window.folder.join(earlier), &one).unwrap();
    fs::write(window.folder.join(COPY), &other).unwrap();
    window.wait_until(|window| window.shows("2 other copies of this event"));
    // The later one is merged first: all of the earlier one is in it.
    let names: Vec<String> = window.names(egui::accesskit::Role::Button);
    let merge: Vec<&String> = names
        .iter()
        .filter(|name| name.starts_with("Merge…"))
        .collect();
    let two = merge
        .iter()
        .find(|name| name.contains("2 differences"))
        .unwrap();
    window.click(&(*two).clone());
    window.click("Merge");
    window.wait_for_a_look();
    assert!(!window.shows("Merge…"), "{:?}", window.labels());
    window.press(Modifiers::COMMAND, Key::S);
    window.wait_until(|window| {
        !window.folder.join(COPY).exists() && !window.folder.join(earlier).exists()
    });
    let saved = window.saved();
    assert_eq!((title(&saved, 1), title(&saved, 2)), ("First", "Second"));
}

#[test]
fn closing_asks_while_something_is_to_be_decided() {
    let mut window = at_the_desk();
    let base = window.saved();
    let (before, _) = save_mine(&mut window);
    let theirs = saved_elsewhere(&before, &entitled(&base, 0, "Theirs"));
    fs::write(window.folder.join("event.ron"), &theirs).unwrap();
    window.wait_until(|window| window.shows("Decide and save…"));
    window.press(Modifiers::COMMAND, Key::Q);
    let why = "Somebody else has saved what contradicts yours: saving asks which is right.";
    assert!(window.shows(why), "{:?}", window.labels());
    window.click("Save and quit");
    window.wait_until(|window| window.shows("All yours"));
}
