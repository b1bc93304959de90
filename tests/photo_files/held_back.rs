//! Photos whose files hold another picture, in the window: held back from the press and from papers, and told.

use std::{fs, path::Path};

use egui::{Key, Modifiers, accesskit::Role};
use runsheet::{
    model::{Clearance, Edit, FileName, Photo, PixelSize},
    store::Folder,
};

use super::jpeg;
use crate::support::desk::{Window, at_the_desk};

const FILE: &str = "DSC_4012.jpg";
const CTRL_SHIFT: Modifiers = Modifiers {
    shift: true,
    ..Modifiers::COMMAND
};

fn alerts(window: &Window) -> String {
    window.names(Role::Alert).join("\n")
}

fn give_path(window: &mut Window, path: &Path) {
    window.wait_until(|window| window.shows("Path") && window.shows("Continue"));
    window.settle();
    window.fill("Path", path.to_str().unwrap());
    window.click("Continue");
    window.wait_until(|_| path.exists());
    window.settle();
}

#[test]
fn a_replaced_picture_does_not_go_to_the_press() {
    let mut window = at_the_desk();
    let event = window.event().clone();
    let cleared = event.photos.iter();
    let cleared: Vec<_> = cleared
        .filter(|photo| photo.clearance == Clearance::Cleared)
        .collect();
    let file = cleared[0].file.as_str();
    fs::write(window.folder.join("photos").join(file), jpeg(300, 200)).unwrap();
    window.press(CTRL_SHIFT, Key::E);
    window.click("Press photos with captions (folder)");
    window.click("Export…");
    let out = window.folder.join("for the press");
    give_path(&mut window, &out);
    window.wait_until(|window| alerts(window).contains("is held back"));
    assert!(alerts(&window).contains(file), "{}", alerts(&window));
    let copies = fs::read_dir(&out).unwrap().count();
    assert_eq!(copies, cleared.len(), "the other copies and their captions");
}

#[test]
fn a_paper_says_which_photos_are_held_back_until_they_are_the_pictures_again() {
    let mut window = at_the_desk();
    let path = window.folder.join("photos").join(FILE);
    let original = fs::read(&path).unwrap();
    window.press(Modifiers::COMMAND, Key::Num5);
    window.click("Photo sheet");
    let lacks = "One photo of this paper is not as it was added:";
    assert!(!alerts(&window).contains(lacks));
    fs::write(&path, jpeg(300, 200)).unwrap();
    window.wait_until(|window| alerts(window).contains(lacks));
    let told = alerts(&window);
    assert!(
        told.contains(FILE) && told.contains("is held back"),
        "{told}"
    );
    // Other papers have no photos.
    window.click("Programme");
    assert!(!alerts(&window).contains(lacks), "{}", alerts(&window));
    window.click("Photo sheet");
    window.wait_until(|window| alerts(window).contains(lacks));
    // The PDF says so as well.
    let pdf = window.folder.join("sheet.pdf");
    window.click("Save PDF…");
    give_path(&mut window, &pdf);
    let count = |window: &Window| alerts(window).matches(lacks).count();
    window.wait_until(|window| count(window) == 2);
    fs::write(&path, original).unwrap();
    window.wait_until(|window| count(window) == 1);
}

#[test]
fn a_version_shows_nothing_in_the_place_of_a_picture_that_it_does_not_hold() {
    let mut window = at_the_desk();
    window.press(CTRL_SHIFT, Key::I);
    window.click("Issue");
    window.wait_until(|window| window.shows("Version 1"));
    let event = window.event().clone();
    let photo = event
        .photos
        .iter()
        .find(|photo| photo.file.as_str() == FILE);
    let photo = photo.unwrap();
    let kept = format!("versions/photos/{}.jpg", photo.hash);
    for file in [kept, format!("photos/{FILE}")] {
        fs::write(window.folder.join(file), jpeg(300, 200)).unwrap();
    }
    window.press(Modifiers::COMMAND, Key::Num9);
    window.click_row("Version 1");
    window.click("Print again");
    window.click("Photo sheet");
    window.wait_until(|window| alerts(window).contains("which was kept with a version"));
    assert!(alerts(&window).contains(FILE), "{}", alerts(&window));
    // Issuing says that the next version does not hold it either.
    window.click("Back to the event");
    window.press(CTRL_SHIFT, Key::I);
    window.click("Issue");
    window.wait_until(|window| alerts(window).contains("Version 2 keeps no picture of one photo:"));
    assert!(alerts(&window).contains(FILE), "{}", alerts(&window));
}

#[test]
fn two_photos_of_one_name_come_together_and_each_has_its_picture() {
    let mut window = at_the_desk();
    let base = window.event().clone();
    let card = tempfile::tempdir().unwrap();
    let ours = card.path().join("IMG_0001.jpg");
    fs::write(&ours, jpeg(120, 80)).unwrap();
    window.drop_files(&[&ours], "Coffee break");
    let added = |window: &Window| {
        let photos = window.event().photos.iter();
        let mut new: Vec<Photo> = photos
            .filter(|photo| !base.photos.contains(photo.id))
            .map(|photo| (**photo).clone())
            .collect();
        new.sort_by_key(|photo| photo.id);
        new
    };
    assert_eq!(added(&window)[0].file.as_str(), "IMG_0001.jpg");
    // A colleague has added another picture of that name, and the synced folder let theirs keep it.
    let file = FileName::try_from("IMG_0001.jpg".to_owned()).unwrap();
    let size = PixelSize {
        width: 140,
        height: 80,
    };
    let hash = blake3::hash(&jpeg(140, 80)).to_hex().to_string();
    let mut theirs = base.clone();
    let photo = Photo::new(file, hash, size);
    theirs.apply(&Edit::from(photo)).unwrap();
    let photos = window.folder.join("photos");
    let copy = photos.join("IMG_0001 (Jane's conflicted copy 2026-11-22).jpg");
    fs::rename(photos.join("IMG_0001.jpg"), copy).unwrap();
    fs::write(photos.join("IMG_0001.jpg"), jpeg(140, 80)).unwrap();
    Folder::at(&window.folder).unwrap().save(&theirs).unwrap();
    window.wait_until(|window| added(window).len() == 2);
    let names: Vec<_> = added(&window)
        .iter()
        .map(|photo| photo.file.to_string())
        .collect();
    assert_eq!(names, ["IMG_0001.jpg", "IMG_0001 (2).jpg"]);
    let told = "‘IMG_0001.jpg’ is now called ‘IMG_0001 (2).jpg’";
    window.wait_until(|window| {
        alerts(window).contains(told) || window.labels().join("\n").contains(told)
    });
    let is_right = |photo: &Photo| {
        let bytes = fs::read(photos.join(&photo.file)).unwrap_or_default();
        blake3::hash(&bytes).to_hex().as_str() == photo.hash
    };
    window.wait_until(|window| added(window).iter().all(is_right));
    window.wait_until(|window| {
        window
            .labels()
            .join("\n")
            .contains("copied to their places")
    });
}
