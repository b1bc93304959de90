//! Every format that was ever written opens, and what a newer program has written is looked at and left as it is.

use std::{fs, path::Path, process::Command};

use egui::{Key, Modifiers};
use runsheet::{
    exchange::Format,
    store::{Folder, Opened, Reason, StoreError, Version, from_ron, to_ron},
    words::{Tongue, Words},
};

use crate::support::desk::{Window, opened_at};

/// A file as the program of some day has written it.
fn fixture(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/formats");
    fs::read_to_string(folder.join(name)).unwrap()
}

/// What stands behind the head.
fn body(text: &str) -> &str {
    &text[text.find("\n  event: (").unwrap()..]
}

#[test]
fn every_format_that_was_ever_written_opens_and_is_written_again_as_it_was() {
    let mut sizes = Vec::new();
    for name in [
        "event-1.0-first.ron",
        "event-1.0-fixed-ends.ron",
        "event-1.0-extra.ron",
        "event-1.0-set-aside.ron",
        "event-1.0-closing.ron",
    ] {
        let text = fixture(name);
        let opened = Opened::of(text.as_bytes(), Path::new(name)).unwrap();
        assert_eq!((opened.migrated_from, opened.read_only), (None, None));
        let event = &opened.event;
        assert_eq!(body(&to_ron(event)), body(&text), "{name}");
        let again = from_ron(&to_ron(event), Path::new(name)).unwrap();
        assert_eq!(again.0, *event, "{name}");
        let lists = [
            event.rooms.len(),
            event.teams.len(),
            event.participants.len(),
            event.sessions.len(),
            event.photos.len(),
        ];
        assert_eq!(lists, [2, 2, 2, 4, 1], "{name}");
        sizes.push(text.len());
    }
    assert!(sizes.is_sorted(), "each is as the one before, and more");
}

#[test]
fn a_file_that_names_its_ancestors_is_the_state_that_it_says() {
    let text = fixture("event-1.1-lineage.ron");
    let opened = Opened::of(text.as_bytes(), Path::new("event.ron")).unwrap();
    assert_eq!((opened.migrated_from, opened.read_only), (None, None));
    let before = fixture("event-1.0-closing.ron");
    assert_eq!(to_ron(&opened.event), before);
    let lines: Vec<String> = opened.lineage.clone().into();
    assert_eq!(
        lines,
        ["5be65e48ee042d4d 6f1b81ebb5a44c84", "6f1b81ebb5a44c84"]
    );
    // What has no list has an identity as well, which the same text has on every machine.
    let parent = Opened::of(before.as_bytes(), Path::new("event.ron")).unwrap();
    assert!(opened.lineage.includes(parent.lineage.id()));
    // Saved as it is, it stays to the letter.
    let temp = tempfile::tempdir().unwrap();
    fs::write(temp.path().join("event.ron"), &text).unwrap();
    let folder = Folder::at(temp.path()).unwrap();
    folder.save(&opened.event).unwrap();
    assert_eq!(fs::read_to_string(folder.event_file()).unwrap(), text);
}

#[test]
fn every_version_that_was_ever_written_opens() {
    let text = fixture("version-1.0.ron");
    let version = Version::of(text.as_bytes(), Path::new("1.ron")).unwrap();
    assert_eq!((version.issue.number, version.read_only), (1, None));
    assert_eq!(version.issue.note, "First & \"last\"");
    assert_eq!(version.papers.len(), 1);
    assert_eq!(version.issue.formerly, None);
    let event = fixture("event-1.0-set-aside.ron");
    assert_eq!(to_ron(&version.event), event);
    let anew = fixture("version-1.1.ron");
    let anew = Version::of(anew.as_bytes(), Path::new("2.ron")).unwrap();
    assert_eq!((anew.issue.number, anew.issue.formerly), (2, Some(1)));
    assert_eq!((anew.read_only, anew.event), (None, version.event));
}

/// A text of a newer minor, with something unknown in every structure.
fn newer(text: &str) -> String {
    let unknown = "(\n since: [(a: Some({ \"x\": (1, Foo(2), -3.5) }))], how: Bar(b: \"(\"), ";
    text.replace("(\n", unknown)
        .replacen(unknown, "(\n", 1)
        .replacen("format: 1,", "format: 1, minor: 7, by: \"others\",", 1)
}

#[test]
fn what_is_known_of_a_newer_minor_is_read_and_never_written_over() {
    let plain = fixture("event-1.0-closing.ron");
    let text = newer(&plain);
    let opened = Opened::of(text.as_bytes(), Path::new("event.ron")).unwrap();
    assert_eq!(opened.read_only, Some(Reason::NewerMinor(7)));
    assert_eq!(to_ron(&opened.event), plain);
    let version = newer(&fixture("version-1.0.ron"));
    let version = Version::of(version.as_bytes(), Path::new("1.ron")).unwrap();
    assert_eq!(version.read_only, Some(Reason::NewerMinor(7)));
    assert_eq!(version.issue.number, 1);
    assert_eq!(version.event.sessions, opened.event.sessions);

    let temp = tempfile::tempdir().unwrap();
    let path = temp.path().join("event");
    fs::create_dir(&path).unwrap();
    fs::write(path.join("event.ron"), &text).unwrap();
    let folder = Folder::at(&path).unwrap();
    let refused = |error: StoreError| {
        assert!(
            matches!(error, StoreError::NewerMinor { minor: 7, .. }),
            "{error}"
        );
    };
    refused(folder.save(&opened.event).unwrap_err());
    refused(folder.save_over(&opened.event, opened.stamp).unwrap_err());
    refused(folder.read_to_change().unwrap_err());
    refused(
        folder
            .save_as(&temp.path().join("copy"), &opened.event, &[])
            .unwrap_err(),
    );
    let now = "2025-06-03T09:00:00Z".parse().unwrap();
    refused(folder.issue(&opened.event, "", now).unwrap_err());
    assert_eq!(fs::read_to_string(folder.event_file()).unwrap(), text);
    assert_eq!(fs::read_dir(temp.path()).unwrap().count(), 1);
}

#[test]
fn a_minor_that_is_known_forgives_nothing() {
    let plain = fixture("event-1.0-first.ron");
    for minor in ["", " minor: 0,"] {
        let head = format!("format: 1,{minor}");
        let text = plain
            .replacen("format: 1,", &head, 1)
            .replacen("officer:", "oficer:", 1);
        let error = from_ron(&text, Path::new("event.ron")).unwrap_err();
        let line = plain
            .lines()
            .position(|line| line.contains("officer:"))
            .unwrap()
            + 1;
        assert!(
            matches!(error, StoreError::Malformed { line: at, .. } if at == line),
            "{error}"
        );
    }
    // What is no event is none in a newer minor either, and a choice that is not known has no value here.
    let text = newer(&plain).replacen("length: \"30m\"", "length: 30", 1);
    let error = from_ron(&text, Path::new("event.ron")).unwrap_err();
    assert!(matches!(error, StoreError::Malformed { .. }), "{error}");
    let text = newer(&plain).replacen("kind: Keynote", "kind: Quiz", 1);
    let error = Opened::of(text.as_bytes(), Path::new("event.ron")).unwrap_err();
    assert!(
        matches!(error, StoreError::NewerMinor { minor: 7, .. }),
        "{error}"
    );
}

#[test]
fn without_a_window_a_newer_minor_is_printed_with_a_note_and_not_changed() {
    let temp = tempfile::tempdir().unwrap();
    let text = newer(&fixture("event-1.0-first.ron"));
    fs::create_dir(temp.path().join("event")).unwrap();
    let file = temp.path().join("event/event.ron");
    fs::write(&file, &text).unwrap();
    fs::write(
        temp.path().join("people.csv"),
        "Name,Organisation\nAda,HKU\n",
    )
    .unwrap();
    let run = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_runsheet"));
        command.args(arguments).current_dir(temp.path());
        let output = command.env("LC_ALL", "en_GB.UTF-8").output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(
            said.contains("format 1.7, while this one knows 1."),
            "{said}"
        );
        assert_eq!(said.lines().count(), 1, "{said}");
        output.status.code().unwrap()
    };
    let csv = Format::ParticipantsCsv.key();
    assert_eq!(run(&["check", "event"]), 1);
    assert_eq!(
        run(&["print", "event", "--paper", "programme", "--out", "out.pdf"]),
        0
    );
    assert_eq!(
        run(&["export", "event", "--format", csv, "--out", "out.csv"]),
        0
    );
    assert_eq!(run(&["import", "event", "people.csv", "--dry-run"]), 0);
    assert_eq!(run(&["import", "event", "people.csv"]), 2);
    assert_eq!(run(&["issue", "event"]), 2);
    assert_eq!(run(&["photos", "add", "event", "people.csv"]), 2);
    assert_eq!(fs::read_to_string(&file).unwrap(), text);
}

#[test]
fn in_a_window_a_newer_minor_is_to_read_only() {
    let temp = tempfile::tempdir().unwrap();
    let folder = temp.path().join("event");
    fs::create_dir(&folder).unwrap();
    let text = newer(&fixture("event-1.0-first.ron"));
    fs::write(folder.join("event.ron"), &text).unwrap();
    let mut window: Window = opened_at(temp, folder, Tongue::En);
    let words = Words::default();
    assert!(window.shows(&words.t("formats-newer-banner")));
    let before = window.event().clone();
    window.click_row("Opening");
    window.fill("Title (English)", "Closing");
    assert_eq!(*window.event(), before);
    window.press(Modifiers::COMMAND, Key::S);
    let saved = fs::read_to_string(window.folder.join("event.ron")).unwrap();
    assert_eq!(saved, text);
    assert!(!window.folder.join("backups").exists());
}
