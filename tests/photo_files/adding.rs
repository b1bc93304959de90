//! The copy in the event's folder.

use std::fs;

use jiff::civil::datetime;
use runsheet::{
    model::{NameKey, PixelSize},
    photo::{self, Added, PhotoError},
};

use super::{Desk, is_a_sentence_about, jpeg, shot};

#[test]
fn a_photo_is_copied_byte_for_byte() {
    let desk = Desk::new();
    let bytes = shot(80, 60, 8, "2025:06:03 11:02:59");
    let path = desk.file("開幕 \"合照\"\n第 1 張.jpg", &bytes);
    let photo = desk.add(&path).unwrap();
    assert_eq!(photo.file.as_str(), "開幕 '合照' 第 1 張.jpg");
    assert_eq!(photo.taken, Some(datetime(2025, 6, 3, 11, 2, 59, 0)));
    assert_eq!(
        photo.size,
        PixelSize {
            width: 60,
            height: 80
        }
    );
    assert_eq!(fs::read(desk.photos().join(&photo.file)).unwrap(), bytes);
    assert_eq!(fs::read(&path).unwrap(), bytes);
    assert_eq!(desk.names(), ["開幕 '合照' 第 1 張.jpg"]);
}

#[test]
fn the_same_picture_twice_is_one_photo() {
    let desk = Desk::new();
    let first = desk.file("a.jpg", jpeg(40, 30));
    let photo = desk.add(&first).unwrap();
    let again = desk.file("another name.jpg", jpeg(40, 30));
    let have = |hash: &str| (hash == photo.hash).then_some(photo.id);
    let added = photo::add(&again, &desk.photos(), &have, &|_| false).unwrap();
    assert_eq!(added, Added::AlreadyHere(photo.id));
    assert_eq!(desk.names(), ["a.jpg"]);
}

#[test]
fn the_same_name_with_other_content_is_another_photo() {
    let desk = Desk::new();
    let names: Vec<_> = [(40, 30), (50, 30), (60, 30)]
        .into_iter()
        .map(|(width, height)| {
            let path = desk.file("DSC_1.jpg", jpeg(width, height));
            desk.add(&path).unwrap().file.to_string()
        })
        .collect();
    assert_eq!(names, ["DSC_1.jpg", "DSC_1 (2).jpg", "DSC_1 (3).jpg"]);
    assert_eq!(
        fs::read(desk.photos().join("DSC_1.jpg")).unwrap(),
        jpeg(40, 30)
    );
    assert_eq!(
        fs::read(desk.photos().join("DSC_1 (3).jpg")).unwrap(),
        jpeg(60, 30)
    );
    // A copy that is there from an addition that was undone serves again.
    let path = desk.file("DSC_1.jpg", jpeg(50, 30));
    assert_eq!(desk.add(&path).unwrap().file.as_str(), "DSC_1 (2).jpg");
    assert_eq!(desk.names().len(), 3);
}

#[test]
fn a_name_that_is_the_same_on_another_system_is_taken() {
    let desk = Desk::new();
    let add = |name: &str, width| desk.add(&desk.file(name, jpeg(width, 30))).unwrap().file;
    assert_eq!(add("IMG_1.jpg", 40).as_str(), "IMG_1.jpg");
    assert_eq!(add("img_1.JPG", 50).as_str(), "img_1 (2).JPG");
    assert_eq!(add("Caf\u{e9}.jpg", 60).as_str(), "Caf\u{e9}.jpg");
    assert_eq!(add("Cafe\u{301}.jpg", 70).as_str(), "Cafe\u{301} (2).jpg");
}

#[test]
fn a_name_of_a_photo_whose_file_is_not_there_is_taken() {
    let desk = Desk::new();
    let path = desk.file("IMG_1.jpg", jpeg(40, 30));
    let taken = |key: &NameKey| *key == NameKey::of("img_1.jpg");
    let added = photo::add(&path, &desk.photos(), &|_| None, &taken).unwrap();
    let Added::New(photo) = added else {
        panic!("{added:?}")
    };
    assert_eq!(photo.file.as_str(), "IMG_1 (2).jpg");
    assert_eq!(desk.names(), ["IMG_1 (2).jpg"]);
}

#[test]
fn many_at_once_do_not_take_each_others_names() {
    let desk = Desk::new();
    let paths: Vec<_> = (0..24)
        .map(|n| desk.file(&format!("{n}/DSC_1.jpg"), jpeg(40 + n, 30)))
        .collect();
    let photos: Vec<_> = std::thread::scope(|scope| {
        let threads: Vec<_> = paths
            .iter()
            .map(|path| scope.spawn(|| desk.add(path).unwrap()))
            .collect();
        threads
            .into_iter()
            .map(|thread| thread.join().unwrap())
            .collect()
    });
    for photo in &photos {
        let bytes = fs::read(desk.photos().join(&photo.file)).unwrap();
        assert_eq!(blake3::hash(&bytes).to_hex().as_str(), photo.hash);
    }
    assert_eq!(desk.names().len(), 24);
}

#[test]
fn a_folder_that_cannot_be_written_is_named() {
    let desk = Desk::new();
    let path = desk.file("a.jpg", jpeg(40, 30));
    fs::create_dir_all(desk.photos().parent().unwrap()).unwrap();
    fs::write(desk.photos(), "a file in the way").unwrap();
    let error = desk.add(&path).unwrap_err();
    assert!(matches!(error, PhotoError::Unwritten { .. }), "{error}");
    is_a_sentence_about(&error, "photos");
    is_a_sentence_about(&error, "a.jpg");
    assert_eq!(
        fs::read_to_string(desk.photos()).unwrap(),
        "a file in the way"
    );
}

#[cfg(unix)]
#[test]
fn photos_are_not_written_through_a_link() {
    let desk = Desk::new();
    let path = desk.file("a.jpg", jpeg(40, 30));
    let elsewhere = desk.temp.path().join("elsewhere");
    fs::create_dir(&elsewhere).unwrap();
    fs::create_dir_all(desk.photos().parent().unwrap()).unwrap();
    std::os::unix::fs::symlink(&elsewhere, desk.photos()).unwrap();
    assert_eq!(desk.add(&path), Err(PhotoError::Outside(desk.photos())));
    assert_eq!(fs::read_dir(&elsewhere).unwrap().count(), 0);
}

#[test]
fn a_dropped_folder_gives_its_pictures_in_order() {
    let desk = Desk::new();
    for name in [
        "DSC_10.jpg",
        "DSC_9.JPG",
        "notes.txt",
        ".hidden.jpg",
        "__MACOSX/DSC_9.jpg",
        "second card/a.png",
        "second card/deeper/合照.heic",
        ".trash/b.jpg",
    ] {
        desk.file(name, "x");
    }
    let card = desk.temp.path().join("card");
    let found: Vec<_> = photo::pictures_in(&card)
        .iter()
        .map(|path| path.strip_prefix(&card).unwrap().display().to_string())
        .collect();
    assert_eq!(
        found,
        [
            "DSC_9.JPG",
            "DSC_10.jpg",
            "second card/a.png",
            "second card/deeper/合照.heic"
        ]
    );
    let one = card.join("notes.txt");
    assert_eq!(photo::pictures_in(&one), [one]);
}
