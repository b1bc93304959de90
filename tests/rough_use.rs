//! The window in hands that do not wait: letters one by one, drops on the heels of drops, folders that go away.

use std::path::{Path, PathBuf};

use egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::Queryable;
use jiff::civil::time;
use runsheet::model::{Edit, Start, Text};

use crate::support::desk::{Window, at_the_desk};

/// Replaces what stands in a field, letter by letter, as a keyboard does.
fn type_letters(window: &mut Window, field: &str, text: &str) {
    window
        .harness
        .get_by_role_and_label(Role::TextInput, field)
        .click();
    window.harness.run_steps(2);
    window.press(Modifiers::COMMAND, Key::A);
    for letter in text.chars() {
        window.harness.event(egui::Event::Text(letter.into()));
        window.harness.run_steps(2);
    }
    window.settle();
}

/// So many pictures, each another, large enough that copying them takes a while.
fn pictures(folder: &Path, name: &str, count: u32) -> Vec<PathBuf> {
    (0..count)
        .map(|number| {
            let path = folder.join(format!("{name}{number}.png"));
            image::RgbImage::from_fn(900, 600, |x, y| {
                image::Rgb([
                    (x * y) as u8,
                    (x ^ y) as u8,
                    number as u8 + 16 * name.len() as u8,
                ])
            })
            .save(&path)
            .unwrap();
            path
        })
        .collect()
}

fn start_of(window: &Window, title: &str) -> Start {
    let sessions = &window.event().sessions;
    let session = sessions
        .iter()
        .find(|session| session.title.iter().any(|(_, text)| text == title));
    session.unwrap().start
}

#[test]
fn a_wrong_time_typed_letter_by_letter_leaves_the_time_as_it_was() {
    let mut window = at_the_desk();
    // One that has a time of its own, and one that follows.
    for row in ["Technical rehearsal", "Coffee break"] {
        window.click_row(row);
        let before = window.event().clone();
        // On the way there, `2` is a time.
        type_letters(&mut window, "Start time", "25:61");
        assert!(window.shows("‘25:61’ is not a time. Write it like 9:30 or 1405."));
        assert!(*window.event() == before, "{row} is as it was");
        // On the way there, `2` is a length.
        type_letters(&mut window, "Length", "2x");
        assert!(window.shows("‘2x’ is not a length. Write it like 20 or 1h20."));
        assert!(*window.event() == before, "{row} is as long as it was");
    }
    // What was left wrong can be put right.
    type_letters(&mut window, "Start time", "10:45");
    assert_eq!(
        start_of(&window, "Coffee break"),
        Start::Fixed(time(10, 45, 0, 0))
    );
}

#[test]
fn a_drop_on_the_heels_of_another_loses_no_photo() {
    let mut window = at_the_desk();
    let temp = tempfile::tempdir().unwrap();
    let first = pictures(temp.path(), "first", 6);
    let mut second = pictures(temp.path(), "second", 3);
    // One of the first again: it is one photo all the same, of whichever drop comes to it first.
    second.push(first[5].clone());
    let before = window.event().photos.len();
    for (files, row) in [(&first, "Coffee break"), (&second, "Staff briefing")] {
        let files: Vec<&Path> = files.iter().map(PathBuf::as_path).collect();
        window.let_go(&files, row);
    }
    window.settle();
    let event = window.event();
    assert_eq!(event.photos.len(), before + 9);
    for (files, title) in [
        (&first[..5], "Coffee break"),
        (&second[..3], "Staff briefing"),
    ] {
        for file in files {
            let name = file.file_name().unwrap().to_str().unwrap();
            let photo = event.photos.iter().find(|one| one.file.as_str() == name);
            let session = event.sessions.get(photo.unwrap().session.unwrap()).unwrap();
            assert!(
                session.title.iter().any(|(_, text)| text == title),
                "{name}"
            );
        }
    }
}

#[test]
fn two_drops_after_each_other_are_two_steps() {
    let mut window = at_the_desk();
    let temp = tempfile::tempdir().unwrap();
    let files = pictures(temp.path(), "step", 5);
    let files: Vec<&Path> = files.iter().map(PathBuf::as_path).collect();
    let before = window.event().photos.len();
    window.drop_files(&files[..2], "Coffee break");
    window.drop_files(&files[2..], "Coffee break");
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.event().photos.len(), before + 2);
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.event().photos.len(), before);
}

#[test]
fn a_folder_that_was_renamed_is_not_made_again_by_a_photo() {
    let mut window = at_the_desk();
    let temp = tempfile::tempdir().unwrap();
    let photos = pictures(temp.path(), "late", 1);
    let elsewhere = temp.path().join("renamed");
    std::fs::rename(&window.folder, &elsewhere).unwrap();
    let before = window.event().clone();
    window.drop_files(&[&photos[0]], "Coffee break");
    assert!(*window.event() == before, "the event is as it was");
    assert!(!window.folder.exists());
    let alerts = window.names(Role::Alert);
    assert!(
        alerts.iter().any(|alert| alert.contains("photos")),
        "{alerts:?}"
    );
    // Back under its name it takes the photo.
    std::fs::rename(&elsewhere, &window.folder).unwrap();
    window.drop_files(&[&photos[0]], "Coffee break");
    assert_eq!(window.event().photos.len(), before.photos.len() + 1);
}

#[test]
fn saving_as_where_it_is_does_not_overwrite_what_somebody_else_has_saved() {
    let mut window = at_the_desk();
    window.click_row("Coffee break");
    window.fill("Title (English)", "Tea break");
    let folder = runsheet::store::Folder::at(&window.folder).unwrap();
    let mut theirs = window.saved();
    let mut details = theirs.details.clone();
    details.title = Text::en("Theirs");
    theirs.apply(&Edit::Details(Box::new(details))).unwrap();
    folder.save(&theirs).unwrap();
    window.harness.state_mut().save_to(window.folder.clone());
    window.settle();
    // Both are there.
    let saved = window.saved();
    assert_eq!(saved.details, theirs.details);
    assert_ne!(saved.sessions, theirs.sessions);
    assert_eq!(saved, *window.event());
    let alerts = window.names(Role::Alert);
    assert!(
        alerts.iter().any(|alert| alert.contains("Somebody else")),
        "{alerts:?}"
    );
}

#[test]
fn photos_that_are_still_arriving_come_along_into_a_new_folder() {
    let mut window = at_the_desk();
    let temp = tempfile::tempdir().unwrap();
    let files = pictures(temp.path(), "new", 5);
    let files: Vec<&Path> = files.iter().map(PathBuf::as_path).collect();
    let before = window.event().photos.len();
    window.let_go(&files[..3], "Coffee break");
    let to = temp.path().join("copy");
    window.harness.state_mut().save_to(to.clone());
    window.let_go(&files[3..], "Coffee break");
    window.settle();
    window.press(Modifiers::COMMAND, Key::S);
    let folder = runsheet::store::Folder::at(&to).unwrap();
    let event = folder.read().unwrap().event;
    assert_eq!(event.photos.len(), before + 5);
    assert!(folder.missing_photos(&event).is_empty());
}
