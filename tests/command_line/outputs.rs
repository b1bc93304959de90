//! What the program writes: where it may, with whose permissions, and what becomes of what cannot be written.

use std::fs;

use runsheet::{
    exchange::Format,
    model::{Clearance, Edit, Lang, Name, Participant, Photo, RoomId, Session, Text},
    store::Folder,
};

use super::{Desk, Ran, contents, opened};
use crate::photo_files::jpeg;

/// Changes the photos of an event and saves it.
fn with_photos(folder: &Folder, change: impl Fn(&mut Photo)) {
    let mut event = opened(folder).event;
    let photos: Vec<Photo> = event.photos.iter().map(|it| (**it).clone()).collect();
    for mut photo in photos {
        change(&mut photo);
        event.apply(&photo.into()).unwrap();
    }
    folder.save(&event).unwrap();
}

/// A small event with a photo that may go out.
fn with_photo(desk: &Desk) -> Folder {
    let folder = desk.small();
    desk.file("a.jpg", jpeg(60, 40));
    desk.run(&["photos", "add", "small", "a.jpg"]).went_well();
    with_photos(&folder, |photo| {
        photo.clearance = Clearance::Cleared;
        photo.caption = Text::en("The guests");
    });
    folder
}

fn photos_to(desk: &Desk, out: &str) -> Ran {
    desk.run(&["photos", "export", "small", "--out", out])
}

#[test]
fn nothing_is_put_among_what_is_an_events_own() {
    let desk = Desk::new();
    let folder = with_photo(&desk);
    // As a copy would be called, so that it would be replaced.
    fs::write(folder.photos().join("01 a.jpg"), jpeg(70, 40)).unwrap();
    desk.run(&["issue", "small"]).went_well();
    let mut ways = vec![
        "small/photos".to_owned(),
        "small/photos/".into(),
        "small/PHOTOS".into(),
        "./small/../small/photos".into(),
        "nowhere/../small/photos".into(),
        "small/photos/deeper/still".into(),
        "small/versions".into(),
        "small/versions/photos".into(),
        "small/backups".into(),
        "small/.runsheet".into(),
        folder.photos().to_str().unwrap().into(),
    ];
    #[cfg(unix)]
    {
        use std::os::unix::fs::symlink;
        symlink("small", desk.path("to the event")).unwrap();
        symlink("small/photos", desk.path("to its photos")).unwrap();
        symlink("to its photos", desk.path("to the link")).unwrap();
        symlink("small/.runsheet", desk.path("to what is not there")).unwrap();
        ways.extend(["to the event/photos", "to its photos", "to the link"].map(Into::into));
        ways.push("to what is not there".into());
    }
    let before = contents(folder.path());
    for way in &ways {
        photos_to(&desk, way).was_refused(&[way, "choose another place"]);
        desk.run(&["print", "small", "--paper", "all", "--out", way])
            .was_refused(&["choose another place"]);
        let file = format!("{way}/x");
        desk.run(&["print", "small", "--paper", "programme", "--out", &file])
            .was_refused(&["choose another place"]);
        for format in Format::ALL {
            desk.run(&["export", "small", "--format", format.key(), "--out", &file])
                .was_refused(&[&file, "choose another place"]);
        }
        let event = "small/event.ron";
        desk.run(&["merge", event, event, event, "--out", &file])
            .was_refused(&["choose another place"]);
        for arguments in [&["sample"][..], &["new", "--title", "Forum"]] {
            let mut arguments = arguments.to_vec();
            let inside = format!("{way}/event");
            arguments.insert(1, &inside);
            desk.run(&arguments).was_refused(&["choose another place"]);
        }
        assert_eq!(contents(folder.path()), before, "{way}");
    }
    // Beside them there is room, and what was put there may be replaced.
    for out in ["small", "small/sent", "small/sent"] {
        photos_to(&desk, out).went_well();
        assert!(desk.path(out).join("01 a.jpg").is_file(), "{out}");
    }
}

#[test]
fn in_the_folder_of_the_copies_only_earlier_copies_are_replaced() {
    let desk = Desk::new();
    let folder = with_photo(&desk);
    let letter = desk.file("letters/captions.txt", "Dear Sir,\n");
    photos_to(&desk, "letters").was_refused(&["captions.txt", "is there already"]);
    assert_eq!(contents(&desk.path("letters")).len(), 1);
    assert_eq!(fs::read_to_string(letter).unwrap(), "Dear Sir,\n");

    desk.file("b.jpg", jpeg(80, 40));
    desk.run(&["photos", "add", "small", "b.jpg"]).went_well();
    with_photos(&folder, |photo| photo.clearance = Clearance::Cleared);
    let text = desk.file("press/01 a.jpg", "no picture");
    let other = desk.file("press/other.jpg", "another's");
    for _ in 0..2 {
        let ran = photos_to(&desk, "press");
        assert_eq!(ran.status, 2, "{}", ran.err);
        assert!(ran.err.contains("01 a.jpg") && ran.err.contains("is there already"));
        assert_eq!(ran.err.lines().count(), 1, "{}", ran.err);
        assert_eq!(fs::read_to_string(&text).unwrap(), "no picture");
        assert_eq!(fs::read_to_string(&other).unwrap(), "another's");
        let list = fs::read_to_string(desk.path("press/captions.txt")).unwrap();
        assert_eq!(list, "02 b.jpg\n\n");
    }
    fs::remove_file(text).unwrap();
    for _ in 0..2 {
        photos_to(&desk, "press").went_well();
    }
}

#[cfg(unix)]
#[test]
fn files_have_the_permissions_of_new_files_and_links_are_written_through() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};

    let desk = Desk::new();
    let run = |arguments: &[&str]| -> Ran {
        let script = "umask 027; exec \"$0\" \"$@\"";
        let mut all = vec!["-c", script, env!("CARGO_BIN_EXE_runsheet")];
        all.extend(arguments);
        desk.command("sh", &all).output().unwrap().into()
    };
    let mode = |path: &std::path::Path| path.metadata().unwrap().permissions().mode() & 0o7777;
    desk.file("a.jpg", jpeg(60, 40));
    run(&["new", "event", "--title", "Forum"]).went_well();
    let folder = Folder::at(&desk.path("event")).unwrap();
    run(&["photos", "add", "event", "a.jpg"]).went_well();
    with_photos(&folder, |photo| photo.clearance = Clearance::Cleared);
    run(&["issue", "event"]).went_well();
    run(&["photos", "export", "event", "--out", "event/press"]).went_well();
    run(&["sample", "event/sample"]).went_well();
    // The folder of a save is that of this test, whose permissions are its own.
    let is_saved_here = |path: &std::path::Path| path.starts_with(folder.path().join("backups"));
    let print = ["print", "event", "--paper", "programme", "--out"];
    let export = ["export", "event", "--format", "rundown.xlsx", "--out"];
    let ways = [
        (&print[..], "event/new.pdf", false),
        (&print[..], "event/old.pdf", true),
        (&export[..], "event/new.xlsx", false),
        (&export[..], "event/old.xlsx", true),
    ];
    for (made, (what, to, made_before)) in ways.into_iter().enumerate() {
        if made_before {
            run(&[what, &[to]].concat()).went_well();
            fs::set_permissions(desk.path(to), fs::Permissions::from_mode(0o604)).unwrap();
        }
        let link = format!("link {made}");
        symlink(to, desk.path(&link)).unwrap();
        symlink(&link, desk.path(&format!("{link} again"))).unwrap();
        let before = fs::read(desk.path(to)).unwrap_or_default();
        let mut event = opened(&folder).event;
        let title = format!("Forum {made}");
        let title = Text::en(&title).with(&Lang::ZH_HANT, &title);
        event.details.title = title;
        folder.save(&event).unwrap();
        run(&[what, &[&format!("{link} again")]].concat()).went_well();
        for link in [&link, &format!("{link} again")] {
            let found = desk.path(link).symlink_metadata().unwrap();
            assert!(found.is_symlink(), "{link}");
        }
        assert!(fs::read(desk.path(to)).unwrap() != before, "{to}");
        let expected = if made_before { 0o604 } else { 0o640 };
        assert_eq!(mode(&desk.path(to)), expected, "{to}");
    }
    let mut looked_at = 0;
    for (path, _) in contents(folder.path()) {
        if path.is_file() && !is_saved_here(&path) && path != folder.event_file() {
            let is_old = path.file_stem().is_some_and(|stem| stem == "old");
            let expected = if is_old { 0o604 } else { 0o640 };
            assert_eq!(mode(&path), expected, "{}", path.display());
            looked_at += 1;
        }
    }
    assert!(looked_at > 15, "{looked_at}");
    // A link that leads to no folder, and links in a circle.
    symlink("nowhere/x.pdf", desk.path("astray")).unwrap();
    symlink("round", desk.path("about")).unwrap();
    symlink("about", desk.path("round")).unwrap();
    for (out, why) in [
        ("astray", "folder is not there"),
        ("about", "leads back to itself"),
    ] {
        run(&[&print[..], &[out]].concat()).was_refused(&[why]);
        assert!(desk.path(out).symlink_metadata().unwrap().is_symlink());
    }
}

/// Each command with what it needs, so that it has something to say.
#[cfg(target_os = "linux")]
const SPEAKING: [&[&str]; 16] = [
    &["--help"],
    &["--version"],
    &["check", "--help"],
    &["photos", "add", "--help"],
    &["check", "small"],
    &["check", "small", "--json"],
    &["changes", "small/event.ron", "small"],
    &["changes", "small/event.ron", "small", "--json"],
    &["print", "small", "--paper", "programme", "--out", "F.pdf"],
    &[
        "export",
        "small",
        "--format",
        "rundown.csv",
        "--out",
        "F.csv",
    ],
    &["import", "small", "list.csv", "--dry-run"],
    &["import", "small", "list.csv"],
    &["issue", "small"],
    &["photos", "add", "small", "b.jpg"],
    &["photos", "export", "small", "--out", "press"],
    &[
        "merge",
        "small",
        "small",
        "small",
        "--out",
        "merged.ron",
        "--json",
    ],
];

#[cfg(target_os = "linux")]
#[test]
fn a_lost_output_is_said_and_the_work_is_done() {
    let desk = Desk::new();
    let folder = with_photo(&desk);
    desk.sample();
    desk.file("b.jpg", jpeg(80, 40));
    desk.file("list.csv", "Name,Job\nWong Ada,Clerk\n");
    let program = env!("CARGO_BIN_EXE_runsheet");
    for arguments in SPEAKING {
        let full = fs::File::options().write(true).open("/dev/full").unwrap();
        let mut command = desk.command(program, arguments);
        let ran = Ran::from(command.stdout(full).output().unwrap());
        assert_eq!(ran.status, 2, "{arguments:?}: {}", ran.err);
        let said = "could not be written to standard output";
        assert!(ran.err.contains(said), "{arguments:?}: {}", ran.err);
        assert_eq!(ran.err.lines().count(), 1, "{arguments:?}: {}", ran.err);
    }
    for (file, arguments) in [
        ("new/event.ron", &["new", "new", "--title", "x"][..]),
        ("two/event.ron", &["sample", "two"]),
    ] {
        let full = fs::File::options().write(true).open("/dev/full").unwrap();
        let mut command = desk.command(program, arguments);
        let ran = Ran::from(command.stdout(full).output().unwrap());
        assert_eq!(ran.status, 2, "{arguments:?}: {}", ran.err);
        assert!(desk.path(file).is_file(), "{file}");
    }
    for made in ["F.pdf", "F.csv", "merged.ron", "press/01 a.jpg"] {
        assert!(desk.path(made).is_file(), "{made}");
    }
    let event = opened(&folder).event;
    assert_eq!((event.photos.len(), event.participants.len()), (2, 1));
}

#[cfg(target_os = "linux")]
#[test]
fn whoever_stops_reading_is_not_spoken_to() {
    let desk = Desk::new();
    with_photo(&desk);
    desk.sample();
    desk.file("b.jpg", jpeg(80, 40));
    desk.file("list.csv", "Name,Job\nWong Ada,Clerk\n");
    let program = env!("CARGO_BIN_EXE_runsheet");
    for arguments in SPEAKING {
        // The reader has gone before the program begins.
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let mut command = desk.command(program, arguments);
        let ran = Ran::from(command.stdout(writer).output().unwrap());
        assert_eq!((ran.status, ran.err.as_str()), (141, ""), "{arguments:?}");
    }
    // What could not be done is said all the same.
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let mut command = desk.command(program, &["check", "nowhere"]);
    Ran::from(command.stdout(writer).output().unwrap()).was_refused(&["nowhere"]);
}

#[test]
fn a_time_zone_and_a_room_that_there_are_not_are_problems() {
    let desk = Desk::new();
    let folder = desk.small();
    let mut event = opened(&folder).event;
    event.details.time_zone = "Mars/Olympus".into();
    let lost = Session {
        room: Some(RoomId::new()),
        ..(**event.sessions.at(0).unwrap()).clone()
    };
    let id = lost.id;
    event.apply(&Edit::from(lost)).unwrap();
    folder.save(&event).unwrap();
    let ran = desk.run(&["check", "small"]);
    assert_eq!(ran.status, 1);
    for part in [
        "‘Mars/Olympus’ is not known",
        "‘Opening keynote’: its room is not among the rooms",
    ] {
        assert!(ran.out.contains(part), "{part} in {}", ran.out);
    }
    let ran = desk.run(&["check", "small", "--json"]);
    let told: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let problems = told["problems"].as_array().unwrap();
    let has = |about: &str, id: &str, field: &str| {
        problems.iter().any(|it| {
            it["about"] == about
                && it["id"] == id
                && it["field"] == field
                && it["severity"] == "clash"
        })
    };
    assert!(has("event", &event.id.to_string(), "time-zone"), "{told}");
    assert!(has("session", &id.uuid().to_string(), "room"), "{told}");
}

#[test]
fn a_caption_that_does_not_fit_into_its_copy_is_told() {
    let desk = Desk::new();
    let folder = with_photo(&desk);
    desk.file("b.jpg", jpeg(80, 40));
    desk.run(&["photos", "add", "small", "b.jpg"]).went_well();
    let long = "A guest. ".repeat(1_000);
    with_photos(&folder, |photo| {
        photo.clearance = Clearance::Cleared;
        photo.caption = Text::en("The guests");
        if photo.file.as_str() == "b.jpg" {
            photo.caption = Text::en(&long);
        }
    });
    let ran = photos_to(&desk, "press");
    assert_eq!(ran.status, 1, "{}", ran.err);
    assert_eq!(ran.err.lines().count(), 1, "{}", ran.err);
    assert!(ran.err.contains("02 b.jpg"), "{}", ran.err);
    let list = fs::read_to_string(desk.path("press/captions.txt")).unwrap();
    assert!(list.contains(long.trim()), "the list has the whole of it");
    // In a copy that is kept as it was, no caption is put, and none is cut.
    let arguments = [
        "photos",
        "export",
        "small",
        "--keep-location",
        "--out",
        "kept",
    ];
    desk.run(&arguments).went_well();
}

#[test]
fn a_text_that_no_cell_can_hold_is_named() {
    let desk = Desk::new();
    let folder = desk.small();
    let mut event = opened(&folder).event;
    let mut person = Participant::new();
    person.name.set(&Lang::EN, Name::new("Dr", "Ng", "Ada"));
    person.biography = Text::en("a".repeat(32_768));
    event.apply(&person.into()).unwrap();
    folder.save(&event).unwrap();
    let export =
        |format: &str| desk.run(&["export", "small", "--format", format, "--out", "people"]);
    export("participants.xlsx").was_refused(&["Ada", "Biography", "32768", "32767"]);
    assert!(!desk.path("people").exists());
    for format in ["participants.ods", "rundown.xlsx"] {
        desk.run(&["export", "small", "--format", format, "--out", format])
            .went_well();
    }
}
