//! A photo's file that somebody has replaced by another good picture.

use std::fs;

use egui::{Key, Modifiers, accesskit::Role};
use runsheet::{photo, store::Folder};

use super::jpeg;
use crate::support::desk::{Window, at_the_desk};

const FILE: &str = "DSC_4012.jpg";
const ACCEPT: &str = "Accept the new picture of ";

fn accepts(window: &Window) -> Vec<String> {
    let mut names = window.names(Role::Button);
    names.retain(|name| name.starts_with(ACCEPT));
    names
}

#[test]
fn another_picture_in_the_place_of_a_photo_is_told_and_can_be_accepted_or_taken_back() {
    let mut window = at_the_desk();
    let path = Folder::at(&window.folder).unwrap().photos().join(FILE);
    let original = fs::read(&path).unwrap();
    let photo = |window: &Window| {
        let event = window.event();
        let found = event.photos.iter().find(|one| one.file.as_str() == FILE);
        (**found.unwrap()).clone()
    };
    let before = photo(&window);
    window.press(Modifiers::COMMAND, Key::Num8);
    assert!(accepts(&window).is_empty());

    fs::write(&path, jpeg(300, 200)).unwrap();
    window.wait_until(|window| accepts(window).len() == 1);
    let alerts = window.names(Role::Alert);
    assert!(
        alerts
            .iter()
            .any(|one| one.contains(FILE) && one.contains("is not the picture")),
        "{alerts:?}"
    );
    // It is told in the photo's own place as well.
    let show = window
        .names(Role::Button)
        .into_iter()
        .find(|name| name.starts_with("Show ") && name.contains(FILE));
    window.click(&show.unwrap());
    assert_eq!(accepts(&window).len(), 1);

    // What was put back is the photo again.
    fs::write(&path, &original).unwrap();
    window.wait_until(|window| accepts(window).is_empty());
    assert_eq!(photo(&window), before);

    fs::write(&path, jpeg(300, 200)).unwrap();
    window.wait_until(|window| accepts(window).len() == 1);
    let name = accepts(&window).remove(0);
    window.click(&name);
    window.wait_until(|window| accepts(window).is_empty());
    let shot = photo::look(&path).unwrap();
    let now = photo(&window);
    assert_eq!((&now.hash, now.size), (&shot.hash, shot.size));
    assert_eq!((now.id, &now.caption), (before.id, &before.caption));
    window.press(Modifiers::COMMAND, Key::Z);
    window.wait_until(|window| photo(window) == before && accepts(window).len() == 1);
}

#[test]
fn a_picture_that_was_replaced_between_two_sessions_is_told_too() {
    let temp = tempfile::tempdir().unwrap();
    let folder = temp.path().join("sample");
    runsheet::store::write_sample(&folder).unwrap();
    fs::write(folder.join("photos").join(FILE), jpeg(300, 200)).unwrap();
    let mut window = crate::support::desk::also_open(&folder);
    window.press(Modifiers::COMMAND, Key::Num4);
    window.press(Modifiers::COMMAND, Key::Num8);
    window.wait_until(|window| accepts(window).len() == 1);
    let check = std::process::Command::new(env!("CARGO_BIN_EXE_runsheet"))
        .args(["check", folder.to_str().unwrap()])
        .env("LC_ALL", "en_GB.UTF-8")
        .output()
        .unwrap();
    let out = String::from_utf8(check.stdout).unwrap();
    let lines = out
        .lines()
        .filter(|line| line.contains("is not the picture"));
    assert_eq!(lines.count(), 1, "{out}");
    assert_eq!(check.status.code(), Some(1));
}
