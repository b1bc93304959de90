//! Pictures that are not what their photos say: put in their places, or held back and told by name.

use std::fs;

use runsheet::{
    model::{Clearance, Edit, Event},
    store::{Folder, read_any},
};

use super::{Desk, is_pdf, opened};
use crate::photo_files::jpeg;

const COPY: &str = "small/photos/IMG_0001.sync-conflict-20261128-230000-ABCDEFG.jpg";

/// Two laptops have added different pictures of one name to the small event; the files that both have saved lie beside it.
fn two_laptops(desk: &Desk) -> Folder {
    let folder = desk.small();
    fs::copy(folder.event_file(), desk.path("base.ron")).unwrap();
    let add = |width: u32, saved: &str| {
        desk.file("card/IMG_0001.jpg", jpeg(width, 80));
        desk.run(&["photos", "add", "small", "card/IMG_0001.jpg"])
            .went_well();
        fs::copy(folder.event_file(), desk.path(saved)).unwrap();
    };
    add(120, "ours.ron");
    fs::copy(desk.path("base.ron"), folder.event_file()).unwrap();
    fs::remove_file(folder.photos().join("IMG_0001.jpg")).unwrap();
    add(140, "theirs.ron");
    folder
}

fn widths(folder: &Folder, event: &Event) -> Vec<(String, u32)> {
    let one = |photo: &runsheet::model::Photo| {
        let width = image::open(folder.photo(&photo.file)).map_or(0, |picture| picture.width());
        assert!(width == photo.size.width || width == 0, "{}", photo.file);
        (photo.file.to_string(), width)
    };
    let mut all: Vec<_> = event.photos.iter().map(|photo| one(photo)).collect();
    all.sort();
    all
}

#[test]
fn a_merge_of_two_photos_of_one_name_leaves_each_its_picture() {
    // Whichever file the synced folder has let keep the name, and whichever side is ours.
    for (kept, copied) in [(120, 140), (140, 120)] {
        for sides in [["ours.ron", "theirs.ron"], ["theirs.ron", "ours.ron"]] {
            let desk = Desk::new();
            let folder = two_laptops(&desk);
            desk.file("small/photos/IMG_0001.jpg", jpeg(kept, 80));
            desk.file(COPY, jpeg(copied, 80));
            let ran = desk.run(&["merge", "base.ron", sides[0], sides[1], "--out", "small"]);
            assert_eq!(ran.status, 0, "{}{}", ran.out, ran.err);
            let renamed = "‘IMG_0001.jpg’ is now called ‘IMG_0001 (2).jpg’";
            assert!(ran.out.contains(renamed), "{}", ran.out);
            assert!(ran.err.contains("IMG_0001 (2).jpg"), "{}", ran.err);
            let event = opened(&folder).event;
            let expected = [
                ("IMG_0001 (2).jpg".to_owned(), 140),
                ("IMG_0001.jpg".to_owned(), 120),
            ];
            assert_eq!(widths(&folder, &event), expected);
            let check = desk.run(&["check", "small"]);
            assert!(!check.out.contains("not the picture"), "{}", check.out);
            assert_eq!(check.err, "");
        }
    }
}

#[test]
fn a_merge_tells_which_pictures_are_not_there_yet() {
    let desk = Desk::new();
    let folder = two_laptops(&desk);
    desk.file("small/photos/IMG_0001.jpg", jpeg(120, 80));
    let three = [
        "merge",
        "base.ron",
        "ours.ron",
        "theirs.ron",
        "--out",
        "small",
    ];
    let ran = desk.run(&three);
    assert_eq!((ran.status, ran.err.as_str()), (1, ""), "{}", ran.out);
    let missing = "‘IMG_0001 (2).jpg’: the file is not in";
    assert!(ran.out.contains(missing), "{}", ran.out);
    let json = desk.run(&[&three[..], &["--json"]].concat());
    assert_eq!(json.status, 1);
    let list: serde_json::Value = serde_json::from_str(&json.out).unwrap();
    assert_eq!(list["renamed"][0]["to"], "IMG_0001 (2).jpg");
    assert_eq!(list["photos"][0]["why"], "missing");
    // When the synced folder has brought it, it comes to its place by itself.
    desk.file(COPY, jpeg(140, 80));
    let check = desk.run(&["check", "small"]);
    assert!(check.err.contains("IMG_0001 (2).jpg"), "{}", check.err);
    assert!(!check.out.contains("not in the event"), "{}", check.out);
    let event = opened(&folder).event;
    assert_eq!(
        widths(&folder, &event)[0],
        ("IMG_0001 (2).jpg".to_owned(), 140)
    );
    // git merges where there are no photos: then it is no conflict.
    desk.file("git/ours.ron", fs::read(desk.path("ours.ron")).unwrap());
    let git = [
        "merge",
        "base.ron",
        "git/ours.ron",
        "theirs.ron",
        "--out",
        "git/ours.ron",
    ];
    desk.run(&git).went_well();
    let merged = read_any(&desk.path("git/ours.ron")).unwrap();
    assert_eq!(merged, event);
}

/// The small event with one photo that may go out.
fn with_photo(desk: &Desk) -> Folder {
    let folder = desk.small();
    desk.file("DSC_1.jpg", jpeg(120, 80));
    desk.file("DSC_2.jpg", jpeg(130, 80));
    desk.run(&["photos", "add", "small", "DSC_1.jpg", "DSC_2.jpg"])
        .went_well();
    let mut event = opened(&folder).event;
    for photo in &event.clone().photos {
        let mut photo = (**photo).clone();
        photo.clearance = Clearance::Cleared;
        event.apply(&Edit::from(photo)).unwrap();
    }
    folder.save(&event).unwrap();
    folder
}

#[test]
fn a_picture_that_was_replaced_does_not_go_out_under_the_caption_of_the_other() {
    let desk = Desk::new();
    with_photo(&desk);
    let export = |out: &str, more: &[&str]| {
        desk.run(&[&["photos", "export", "small", "--out", out], more].concat())
    };
    export("all", &[]).went_well();
    desk.file("small/photos/DSC_1.jpg", jpeg(200, 90));
    for (out, more) in [("press", &[][..]), ("whole", &["--keep-location"])] {
        let ran = export(out, more);
        assert_eq!(ran.status, 1, "{}{}", ran.out, ran.err);
        assert!(
            ran.err.contains("DSC_1.jpg") && ran.err.contains("held back"),
            "{}",
            ran.err
        );
        let mut names: Vec<_> = fs::read_dir(desk.path(out))
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        assert_eq!(names, ["02 DSC_2.jpg", "captions.txt"]);
        let list = fs::read_to_string(desk.path(out).join("captions.txt")).unwrap();
        assert!(!list.contains("DSC_1"), "{list}");
    }
    let print = |out: &str| desk.run(&["print", "small", "--paper", "photo-sheet", "--out", out]);
    let ran = print("a.pdf");
    assert_eq!(
        (ran.status, ran.out.as_str()),
        (1, "a.pdf\n"),
        "{}",
        ran.err
    );
    assert!(
        ran.err.contains("DSC_1.jpg") && ran.err.contains("held back"),
        "{}",
        ran.err
    );
    // It prints as one that is not there.
    fs::remove_file(desk.path("small/photos/DSC_1.jpg")).unwrap();
    assert_eq!(print("b.pdf").status, 1);
    assert!(fs::read(desk.path("a.pdf")).unwrap() == fs::read(desk.path("b.pdf")).unwrap());
    assert!(is_pdf(&desk.path("a.pdf")));
    // What a synced folder has called otherwise goes out.
    desk.file("small/photos/DSC_1-LAPTOP.jpg", jpeg(120, 80));
    let ran = export("again", &[]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    assert!(desk.path("again/01 DSC_1.jpg").is_file());
}

#[test]
fn a_version_prints_the_pictures_that_it_was_issued_with_or_none() {
    let desk = Desk::new();
    let folder = with_photo(&desk);
    desk.run(&["issue", "small"]).went_well();
    let print = |out: &str| {
        let ran = desk.run(&[
            "print",
            "small",
            "--version",
            "1",
            "--paper",
            "photo-sheet",
            "--out",
            out,
        ]);
        (ran.status, ran.err, fs::read(desk.path(out)).unwrap())
    };
    let (status, err, first) = print("a.pdf");
    assert_eq!((status, err.as_str()), (0, ""));
    // Saving into the event's own file changes nothing.
    fs::write(desk.path("small/photos/DSC_1.jpg"), jpeg(200, 90)).unwrap();
    let (status, err, again) = print("b.pdf");
    assert_eq!((status, err.as_str()), (0, ""));
    assert!(again == first);
    // What was kept is another picture: nothing is printed in its place.
    let event = opened(&folder).event;
    let hash = &event.photos.at(0).unwrap().hash;
    let kept = desk.path(&format!("small/versions/photos/{hash}.jpg"));
    fs::write(&kept, jpeg(300, 90)).unwrap();
    let (status, err, without) = print("c.pdf");
    assert_eq!(status, 1);
    assert!(
        err.contains(hash.as_str()) && err.contains("DSC_1.jpg"),
        "{err}"
    );
    assert!(without != first);
    // Issuing says that it has nothing better, and repairs it as soon as it has.
    let issued = desk.run(&["issue", "small"]);
    assert_eq!(issued.status, 1);
    assert!(issued.out.contains("2.ron"), "{}", issued.out);
    assert!(issued.err.contains("DSC_1.jpg"), "{}", issued.err);
    desk.file("small/photos/DSC_1.jpg", jpeg(120, 80));
    desk.run(&["issue", "small"]).went_well();
    assert!(print("d.pdf").2 == first);
    // Where the event's own file still is the picture, it serves; that the kept one is not is told all the same.
    fs::write(&kept, "nothing").unwrap();
    let (status, err, served) = print("e.pdf");
    assert_eq!(status, 1);
    assert!(err.contains(hash.as_str()), "{err}");
    assert!(served == first);
}

#[test]
fn two_photos_that_an_older_program_has_left_with_one_name_are_told() {
    let desk = Desk::new();
    let folder = with_photo(&desk);
    let mut event = opened(&folder).event;
    let [first, second] = [0, 1].map(|place| (**event.photos.at(place).unwrap()).clone());
    let mut second = second;
    second.file = first.file.clone();
    event.apply(&Edit::from(second)).unwrap();
    folder.save(&event).unwrap();
    let check = desk.run(&["check", "small"]);
    assert_eq!(check.status, 1);
    assert!(
        check.out.contains("its file has the name of that of"),
        "{}",
        check.out
    );
    let ran = desk.run(&["photos", "export", "small", "--out", "press"]);
    assert_eq!(ran.status, 1, "{}{}", ran.out, ran.err);
    assert!(ran.err.contains("DSC_1.jpg"), "{}", ran.err);
    assert_eq!(fs::read_dir(desk.path("press")).unwrap().count(), 2);
}
