//! `runsheet photos add`.

use std::fs;

use super::{Desk, contents, is_pdf, opened};
use crate::photo_files::jpeg;

#[test]
fn a_photo_whose_file_is_gone_is_a_problem_and_leaves_an_empty_frame() {
    let desk = Desk::new();
    let folder = desk.small();
    desk.file("a.jpg", jpeg(400, 300));
    desk.run(&["photos", "add", "small", "a.jpg"]).went_well();
    fs::remove_file(folder.photos().join("a.jpg")).unwrap();
    let listed = desk.run(&["check", "small"]);
    assert!(listed.out.contains("‘a.jpg’"), "{}", listed.out);
    let printed = desk.run(&["print", "small", "--paper", "photo-sheet", "--out", "p.pdf"]);
    assert_eq!(
        (printed.status, printed.out.as_str()),
        (1, "p.pdf\n"),
        "{}",
        printed.err
    );
    assert!(printed.err.contains("a.jpg"), "{}", printed.err);
    assert!(is_pdf(&desk.path("p.pdf")));
    // The same of one that is there and damaged.
    fs::write(folder.photos().join("a.jpg"), &jpeg(400, 300)[..500]).unwrap();
    let printed = desk.run(&["print", "small", "--paper", "photo-sheet", "--out", "q.pdf"]);
    assert_eq!((printed.status, printed.out.as_str()), (1, "q.pdf\n"));
    assert!(printed.err.contains("a.jpg"), "{}", printed.err);
    assert!(is_pdf(&desk.path("q.pdf")));
    // One that cannot be written is another matter.
    let refused = desk.run(&[
        "print",
        "small",
        "--paper",
        "photo-sheet",
        "--out",
        "no/q.pdf",
    ]);
    assert_eq!((refused.status, refused.out.as_str()), (2, ""));
    fs::remove_file(folder.photos().join("a.jpg")).unwrap();
    // Whoever has the picture still gives it again.
    let before = opened(&folder);
    fs::rename(desk.path("a.jpg"), desk.path("b.jpg")).unwrap();
    desk.run(&["photos", "add", "small", "b.jpg"]).went_well();
    assert_eq!(opened(&folder), before);
    assert_eq!(
        fs::read(folder.photos().join("a.jpg")).unwrap(),
        jpeg(400, 300)
    );
}

#[test]
fn photos_are_added_to_the_session_that_is_meant() {
    let desk = Desk::new();
    let folder = desk.small();
    desk.file("card/DSC_10.jpg", jpeg(120, 80));
    desk.file("card/DSC_9.jpg", jpeg(130, 80));
    desk.file("a \"b\"\n合照.jpg", jpeg(140, 80));
    let said = desk
        .run(&[
            "photos",
            "add",
            "small",
            "card",
            "a \"b\"\n合照.jpg",
            "--session",
            "keynote",
        ])
        .went_well();
    assert_eq!(said.lines().count(), 3, "{said}");
    let event = opened(&folder).event;
    let names: Vec<_> = event
        .photos
        .iter()
        .map(|photo| photo.file.as_str())
        .collect();
    assert_eq!(names, ["DSC_9.jpg", "DSC_10.jpg", "a 'b' 合照.jpg"]);
    let keynote = event.sessions.at(0).unwrap().id;
    assert!(
        event
            .photos
            .iter()
            .all(|photo| photo.session == Some(keynote))
    );
    for photo in &event.photos {
        let bytes = fs::read(folder.photo(&photo.file)).unwrap();
        assert_eq!(photo.hash, blake3::hash(&bytes).to_hex().as_str());
    }
    let again = desk
        .run(&["photos", "add", "small", "card/DSC_9.jpg"])
        .went_well();
    assert!(
        again.contains("DSC_9.jpg") && again.contains("already"),
        "{again}"
    );
    assert_eq!(opened(&folder).event, event);
    // One picture under two names in one go is one photo.
    desk.file("x.jpg", jpeg(150, 80));
    desk.file("y.jpg", jpeg(150, 80));
    desk.run(&["photos", "add", "small", "x.jpg", "y.jpg"])
        .went_well();
    assert_eq!(opened(&folder).event.photos.len(), 4);
}

#[test]
fn a_session_that_is_not_clear_changes_nothing() {
    let desk = Desk::new();
    desk.small();
    desk.file("a.jpg", jpeg(120, 80));
    let before = contents(&desk.path("small"));
    let add = |session| desk.run(&["photos", "add", "small", "a.jpg", "--session", session]);
    add("panel").was_refused(&["event.ron", "‘Panel one’ and ‘Panel two’"]);
    add("lunch").was_refused(&["event.ron", "‘lunch’"]);
    add("").was_refused(&["event.ron"]);
    assert_eq!(contents(&desk.path("small")), before);
}

#[test]
fn good_photos_are_added_and_each_bad_one_has_its_sentence() {
    let desk = Desk::new();
    let folder = desk.small();
    desk.file("good.jpg", jpeg(120, 80));
    desk.file("cut.jpg", &jpeg(120, 80)[..500]);
    desk.file("IMG_1.HEIC", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic");
    desk.file("letter.jpg", "Dear Sir");
    fs::create_dir(desk.path("empty")).unwrap();
    let ran = desk.run(&[
        "photos",
        "add",
        "small",
        "cut.jpg",
        "IMG_1.HEIC",
        "good.jpg",
        "letter.jpg",
        "gone.jpg",
        "empty",
    ]);
    assert_eq!(ran.status, 2);
    assert_eq!(ran.out.lines().count(), 1, "{}", ran.out);
    let sentences: Vec<_> = ran.err.lines().collect();
    for (sentence, parts) in sentences.iter().zip([
        ["cut.jpg", "ends before"],
        ["IMG_1.HEIC", "export it as JPEG"],
        ["letter.jpg", "not a picture"],
        ["gone.jpg", "not there"],
        ["empty", "no pictures"],
    ]) {
        assert!(
            parts.iter().all(|part| sentence.contains(part)),
            "{sentence}"
        );
    }
    assert_eq!(sentences.len(), 5);
    let event = opened(&folder).event;
    assert_eq!(event.photos.len(), 1);
    assert_eq!(contents(&folder.photos()).len(), 1);
}
