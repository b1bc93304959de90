//! What cannot be done: one sentence, the status 2, and everything as it was.

use std::fs;

use runsheet::exchange::Format;

use super::{Desk, Ran, contents, is_pdf};
use crate::photo_files::jpeg;

#[test]
fn what_cannot_be_read_is_named_with_its_place() {
    let desk = Desk::new();
    let folder = desk.small();
    let good = fs::read_to_string(folder.event_file()).unwrap();
    desk.file("a.jpg", jpeg(120, 80));
    let cases: [(&str, String, &[&str]); 7] = [
        ("no-ron", "Dear Sir,".into(), &["line 1", "column"]),
        (
            "newer",
            "(format: 7, event: {})".into(),
            &["newer", "format 7"],
        ),
        ("cut", good[..good.len() / 2].into(), &["line", "column"]),
        (
            "time",
            good.replacen("start: Follows", "start: Fixed(\"25:61\")", 1),
            &["line", "column", "‘25:61’"],
        ),
        (
            "zero",
            good.replacen("length: \"20m\"", "length: \"0m\"", 1),
            &["line", "column", "‘0m’"],
        ),
        (
            "minus",
            good.replacen("length: \"20m\"", "length: \"-20m\"", 1),
            &["line", "column", "‘-20m’"],
        ),
        (
            "field",
            good.replacen("kind: Keynote", "kind: Keynote, colour: \"red\"", 1),
            &["line", "column", "‘colour’"],
        ),
    ];
    for (name, text, parts) in cases {
        assert_ne!(text, good, "{name}");
        let file = desk.file(&format!("{name}/event.ron"), &text);
        let mut with = vec!["event.ron", name];
        with.extend(parts);
        for arguments in [
            &["check", name][..],
            &["check", name, "--json"],
            &["print", name, "--paper", "all", "--out", "out"],
            &["photos", "add", name, "a.jpg"],
        ] {
            desk.run(arguments).was_refused(&with);
        }
        assert_eq!(fs::read_to_string(&file).unwrap(), text, "{name}");
        assert_eq!(contents(file.parent().unwrap()).len(), 1, "{name}");
    }
    assert!(!desk.path("out").exists());
    fs::create_dir(desk.path("nothing")).unwrap();
    for (path, part) in [
        ("nowhere", "is not there"),
        ("nothing", "event.ron"),
        ("a.jpg", "is not an event"),
        ("a.jpg/event.ron", "is not there"),
    ] {
        desk.run(&["check", path]).was_refused(&[path, part]);
    }
}

#[test]
fn where_a_paper_cannot_go_nothing_is_lost() {
    let desk = Desk::new();
    let folder = desk.small();
    fs::create_dir(desk.path("folder")).unwrap();
    desk.file("letter.txt", "Dear Sir");
    desk.run(&["new", "other", "--title", "x"]).went_well();
    for folder in ["small/photos", "other/versions"] {
        fs::create_dir_all(desk.path(folder)).unwrap();
    }
    let before = contents(desk.temp.path());
    let print = |out: &str| desk.run(&["print", "small", "--paper", "programme", "--out", out]);
    print("folder").was_refused(&["folder", "it is a folder"]);
    print("no/such/F.pdf").was_refused(&["F.pdf", "folder is not there"]);
    print("letter.txt/F.pdf").was_refused(&["F.pdf", "is a file and not a folder"]);
    print("letter.txt").was_refused(&["letter.txt", "not an earlier PDF"]);
    print("small/event.ron").was_refused(&["event.ron", "an event’s own file"]);
    for folder in ["small/photos", "other/versions"] {
        let out = format!("{folder}/F.pdf");
        print(&out).was_refused(&[&out, "choose another place"]);
    }
    for format in Format::ALL {
        let export =
            |out: &str| desk.run(&["export", "small", "--format", format.key(), "--out", out]);
        export("letter.txt").was_refused(&["letter.txt", "is there already", format.key()]);
        for own in ["small/event.ron", "small/photos/F", "other/versions/F"] {
            export(own).was_refused(&[own, "choose another place"]);
        }
        export("no/such/F").was_refused(&["F", "folder is not there"]);
        export("folder").was_refused(&["folder", "it is a folder"]);
    }
    desk.run(&[
        "print",
        "small",
        "--paper",
        "all",
        "--out",
        "letter.txt/below",
    ])
    .was_refused(&["letter.txt", "is a file and not a folder"]);
    for (language, parts) in [
        ("english", ["‘english’", "zh-Hant"]),
        ("en+", ["‘’", "zh-Hant"]),
        ("zh-Hans", ["event.ron", "en and zh-Hant"]),
    ] {
        desk.run(&[
            "print",
            "small",
            "--paper",
            "programme",
            "--language",
            language,
            "--out",
            "F.pdf",
        ])
        .was_refused(&parts);
    }
    assert_eq!(contents(desk.temp.path()), before);
    // What was printed before may be replaced.
    print("F.pdf").went_well();
    print("F.pdf").went_well();
    assert!(is_pdf(&desk.path("F.pdf")));
    drop(folder);
}

#[test]
fn a_mistake_in_a_house_template_is_named_with_its_line() {
    let desk = Desk::new();
    let folder = desk.small();
    desk.file("small/papers/programme.typ", "= Ours\n\n#let x = (");
    desk.run(&["print", "small", "--paper", "programme", "--out", "F.pdf"])
        .was_refused(&["papers/programme.typ", "3"]);
    fs::write(folder.papers().join("programme.typ"), [0xff, 0xfe]).unwrap();
    desk.run(&["print", "small", "--paper", "programme", "--out", "F.pdf"])
        .was_refused(&["programme.typ", "not text"]);
    assert!(!desk.path("F.pdf").exists());
}

#[cfg(unix)]
#[test]
fn on_a_full_disk_everything_stays_as_it_was() {
    let desk = Desk::new();
    let folder = desk.sample();
    desk.run(&[
        "print",
        "Symposium",
        "--paper",
        "name-list",
        "--out",
        "F.pdf",
    ])
    .went_well();
    desk.file("large.jpg", jpeg(1600, 1200));
    desk.file("little.jpg", jpeg(16, 12));
    let little = fs::metadata(desk.path("little.jpg")).unwrap().len();
    let event = fs::metadata(folder.event_file()).unwrap().len();
    assert!(little < 2048 && event > 16 * 1024, "{little} {event}");
    let before = contents(desk.temp.path());
    let no_room = "no room";

    // The photo does not fit.
    desk.run_without_room(4, &["photos", "add", "Symposium", "large.jpg"])
        .was_refused(&["large.jpg", "photos", no_room]);
    // The photo does not fit into an event that has no photos yet: not even their folder is left.
    desk.run(&["new", "small", "--title", "Forum"]).went_well();
    desk.run_without_room(4, &["photos", "add", "small", "large.jpg"])
        .was_refused(&["large.jpg", "small/photos", no_room]);
    let names: Vec<_> = contents(&desk.path("small"));
    // The event, its first save and the folder of that.
    assert_eq!(names.len(), 3, "{names:?}");
    fs::remove_dir_all(desk.path("small")).unwrap();
    // The photo fits, and the event does not.
    desk.run_without_room(8, &["photos", "add", "Symposium", "little.jpg"])
        .was_refused(&["event.ron", no_room]);
    // Neither a new event nor the sample fits.
    desk.run_without_room(1, &["new", "other", "--title", &"x".repeat(10_000)])
        .was_refused(&["event.ron", no_room]);
    desk.run_without_room(8, &["sample", "other"])
        .was_refused(&["other", no_room]);
    // The paper does not fit.
    desk.run_without_room(
        4,
        &[
            "print",
            "Symposium",
            "--paper",
            "name-list",
            "--out",
            "F.pdf",
        ],
    )
    .was_refused(&["F.pdf", no_room]);
    assert_eq!(contents(desk.temp.path()), before);
    #[cfg(target_os = "linux")]
    desk.run(&[
        "print",
        "Symposium",
        "--paper",
        "name-list",
        "--out",
        "/dev/full",
    ])
    .was_refused(&["/dev/full", no_room]);
}

#[cfg(unix)]
#[test]
fn a_folder_that_may_not_be_written_is_named() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new();
    let folder = desk.small();
    desk.file("a.jpg", jpeg(120, 80));
    // Whoever runs this may be root, for whom rights are no bar; a locked file is one for everybody.
    fs::set_permissions(folder.event_file(), fs::Permissions::from_mode(0o444)).unwrap();
    let before = contents(folder.path());
    desk.run(&["photos", "add", "small", "a.jpg"])
        .was_refused(&["event.ron", "no permission to write"]);
    assert_eq!(contents(folder.path()), before);
}

#[cfg(all(unix, not(target_os = "macos")))]
#[test]
fn without_a_display_the_command_that_prints_is_named() {
    let desk = Desk::new();
    desk.small();
    for arguments in [&[][..], &["small"], &["nowhere"]] {
        desk.run(arguments)
            .was_refused(&["no display", "runsheet print EVENT"]);
    }
    let mut command = desk.command(env!("CARGO_BIN_EXE_runsheet"), &["small"]);
    let ran = Ran::from(command.env("DISPLAY", ":4321").output().unwrap());
    ran.was_refused(&["‘:4321’", "does not answer", "runsheet print EVENT"]);
}

#[test]
fn arguments_that_make_no_sense_are_answered_in_one_sentence() {
    let desk = Desk::new();
    desk.run(&["print", "e"])
        .was_refused(&["--paper", "--help"]);
    desk.run(&["print", "e", "--paper", "poster", "--out", "x"])
        .was_refused(&["‘poster’", "name-list"]);
    desk.run(&["new", "e", "--titel", "x"])
        .was_refused(&["--titel"]);
    desk.run(&["photos", "add", "e"]).was_refused(&["FILE"]);
    let help = desk.run(&["--help"]).went_well();
    assert!(help.contains("photos") && help.contains("print"), "{help}");
    assert!(
        desk.run(&["--version"])
            .went_well()
            .starts_with("runsheet ")
    );
}
