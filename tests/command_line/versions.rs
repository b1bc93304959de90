//! Versions and changes without a window.

use std::fs;

use runsheet::{
    model::{Edit, Length, Text},
    store::Folder,
};

use super::{Desk, contents, is_pdf, opened};

/// Issues a version of the small event, then makes its keynote longer and gives a panel another title.
fn issued_and_edited(desk: &Desk) -> Folder {
    let folder = desk.small();
    let out = desk
        .run(&["issue", "small", "--note", "To all"])
        .went_well();
    let lines: Vec<_> = out.lines().collect();
    assert!(
        lines[0].ends_with("1.ron") && lines[1].starts_with("Version 1 · issued "),
        "{out}"
    );
    let mut event = opened(&folder).event;
    let mut keynote = (**event.sessions.at(0).unwrap()).clone();
    keynote.length = Length::minutes(25).unwrap();
    let mut panel = (**event.sessions.at(1).unwrap()).clone();
    panel.title = Text::en("Panel the first");
    for edit in [Edit::from(keynote), panel.into()] {
        event.apply(&edit).unwrap();
    }
    folder.save(&event).unwrap();
    folder
}

#[test]
fn changes_are_told_to_people_and_programs() {
    let desk = Desk::new();
    let folder = issued_and_edited(&desk);
    let told = desk.run(&["changes", "small/versions/1.ron", "small"]);
    assert_eq!((told.status, told.err.as_str()), (1, ""));
    let expected = [
        "‘Opening keynote’ is now 25 min instead of 20 min",
        "‘Panel the first’ moved from 09:20 to 09:25",
        "‘Panel the first’ was called ‘Panel one’ before",
        "‘Panel two’ moved from 10:05 to 10:10",
        "4 changes",
    ];
    assert_eq!(told.out.lines().collect::<Vec<_>>(), expected);
    let back = desk.run(&[
        "changes",
        "small",
        "small/versions/1.ron",
        "--language",
        "zh-Hant",
    ]);
    assert_eq!(back.status, 1);
    assert!(back.out.contains("時長由25分鐘改為20分鐘"), "{}", back.out);
    let json = desk.run(&[
        "changes",
        "small/versions/1.ron",
        "small/event.ron",
        "--json",
    ]);
    assert_eq!((json.status, json.err.as_str()), (1, ""));
    let list: serde_json::Value = serde_json::from_str(&json.out).unwrap();
    assert_eq!(list["old"]["version"], 1);
    assert_eq!(list["new"]["version"], serde_json::Value::Null);
    let changes = list["changes"].as_array().unwrap();
    assert_eq!(changes.len(), 4);
    assert_eq!(changes[1]["what"], "moved");
    let keynote = opened(&folder).event.sessions.at(0).unwrap().id.to_string();
    assert_eq!(changes[0]["id"], keynote);
    let same = desk
        .run(&["changes", "small", "small/event.ron"])
        .went_well();
    assert_eq!(same, "Nothing has changed.\n");
}

#[test]
fn what_changed_since_a_save_is_told() {
    let desk = Desk::new();
    let folder = issued_and_edited(&desk);
    let saves = folder.backups().unwrap();
    assert_eq!(
        saves.len(),
        3,
        "as it was made, with its sessions, and the edits"
    );
    let file = folder.backup_file(saves[1].save);
    let told = desk.run(&["changes", file.to_str().unwrap(), "small"]);
    assert_eq!((told.status, told.err.as_str()), (1, ""));
    assert!(told.out.ends_with("4 changes\n"), "{}", told.out);
    let latest = folder.backup_file(saves[0].save);
    let same = desk.run(&["changes", latest.to_str().unwrap(), "small"]);
    assert_eq!(same.went_well(), "Nothing has changed.\n");
    // A save that cannot be kept is said, and the event is saved.
    fs::remove_dir_all(folder.backups_folder()).unwrap();
    fs::write(folder.backups_folder(), "").unwrap();
    desk.file("guests.csv", b"Family name,Given name\nChan,Mei\n");
    let done = desk.run(&["import", "small", "guests.csv"]);
    assert_eq!(done.status, 0, "{}", done.err);
    assert!(done.err.contains("The event is saved, but"), "{}", done.err);
    assert!(done.err.contains("backups"), "{}", done.err);
}

#[test]
fn a_version_is_printed_again_to_the_same_bytes() {
    let desk = Desk::new();
    let folder = desk.sample();
    desk.run(&["issue", "Symposium"]).went_well();
    let print = |more: &[&str], out: &str| {
        let mut arguments = vec!["print", "Symposium", "--paper"];
        arguments.extend(more);
        arguments.extend(["--out", out]);
        desk.run(&arguments).went_well();
        fs::read(desk.path(out)).unwrap()
    };
    // As long as the event is what was issued, its papers are that version's.
    let first = print(&["photo-sheet"], "a.pdf");
    let mut event = opened(&folder).event;
    let gone = event.photos.at(0).unwrap().clone();
    event.apply(&Edit::Remove(gone.id.into())).unwrap();
    folder.save(&event).unwrap();
    fs::remove_file(folder.photo(&gone.file)).unwrap();
    assert!(print(&["photo-sheet"], "b.pdf") != first);
    assert!(print(&["photo-sheet", "--version", "1"], "c.pdf") == first);
    let marked = print(&["run-of-show", "--since", "1"], "d.pdf");
    assert!(marked != print(&["run-of-show"], "e.pdf"));
    // Without a number the changes are those since the last version.
    assert!(print(&["changes"], "f.pdf") == print(&["changes", "--since", "1"], "g.pdf"));
    desk.run(&["print", "Symposium", "--paper", "all", "--out", "all"])
        .went_well();
    assert!(is_pdf(&desk.path("all/changes.en.pdf")));
}

#[test]
fn what_cannot_be_compared_or_printed_is_told() {
    let desk = Desk::new();
    let folder = desk.small();
    let print = |more: &[&str]| {
        let mut arguments = vec!["print", "small", "--out", "x.pdf", "--paper"];
        arguments.extend(more);
        desk.run(&arguments)
    };
    print(&["changes"]).was_refused(&["no version", "runsheet issue"]);
    print(&["programme", "--version", "2"]).was_refused(&["version 2", "event.ron"]);
    desk.run(&["issue", "small"]).went_well();
    let before = contents(folder.path());
    print(&["programme", "--version", "2"]).was_refused(&["version 2", "version 1"]);
    print(&["programme", "--since", "1"]).was_refused(&["programme", "run-of-show"]);
    print(&["changes", "--since", "last"]).was_refused(&["‘last’", "--since"]);
    desk.file("small/versions/2.ron", "(format: 1, version: (number: two");
    print(&["programme", "--version", "2"]).was_refused(&["2.ron", "line 1"]);
    desk.run(&["changes", "small/versions/2.ron", "small"])
        .was_refused(&["2.ron"]);
    desk.run(&["changes", "small", "nowhere"])
        .was_refused(&["nowhere"]);
    desk.run(&["changes", "small", "small", "--language", "Chinese"])
        .was_refused(&["Chinese"]);
    desk.file("small/versions/2.ron", "(format: 99, event: ())");
    print(&["programme", "--version", "2"]).was_refused(&["2.ron", "newer"]);
    fs::remove_file(desk.path("small/versions/2.ron")).unwrap();
    assert_eq!(contents(folder.path()), before);
}

/// Has another version 1 lie beside that of the small event, as a synced folder leaves it; gives its path.
fn issued_twice(desk: &Desk) -> String {
    issued_and_edited(desk);
    let other = desk.path("other");
    fs::create_dir(&other).unwrap();
    fs::copy(desk.path("small/event.ron"), other.join("event.ron")).unwrap();
    desk.run(&["issue", "other", "--note", "Later"]).went_well();
    let copy = "small/versions/1.sync-conflict-20261128-211000-ABCDEFG.ron";
    fs::copy(other.join("versions/1.ron"), desk.path(copy)).unwrap();
    copy.to_owned()
}

#[test]
fn a_number_that_was_given_twice_is_a_problem_until_one_keeps_it() {
    let desk = Desk::new();
    let copy = issued_twice(&desk);
    let check = desk.run(&["check", "small"]);
    assert_eq!(check.status, 1);
    assert!(
        check.out.contains("Version 1 was issued twice: "),
        "{}",
        check.out
    );
    assert!(
        check.out.contains("runsheet versions EVENT --keep FILE"),
        "{}",
        check.out
    );
    let json = desk.run(&["check", "small", "--json"]);
    let list: serde_json::Value = serde_json::from_str(&json.out).unwrap();
    assert_eq!(list["problems"][0]["field"], "version");
    let listed = desk.run(&["versions", "small"]);
    assert_eq!((listed.status, listed.err.as_str()), (1, ""));
    assert!(listed.out.contains("sync-conflict"), "{}", listed.out);
    // What is none of them is refused, and nothing is done.
    let refused = desk.run(&["versions", "small", "--keep", "small/event.ron"]);
    assert_eq!(refused.status, 2);
    assert!(refused.err.contains("event.ron"), "{}", refused.err);
    assert!(desk.path(&copy).exists());
    let done = desk
        .run(&["versions", "small", "--keep", "small/versions/1.ron"])
        .went_well();
    let lines: Vec<_> = done.lines().collect();
    assert!(
        lines[0].starts_with("Version 1 · issued ") && lines[0].ends_with("‘To all’"),
        "{done}"
    );
    assert!(
        lines[1].starts_with("Version 2 (issued as version 1) · issued "),
        "{done}"
    );
    assert_eq!(lines.len(), 2);
    assert!(!desk.path(&copy).exists());
    let json = desk.run(&["versions", "small", "--json"]).went_well();
    let list: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(list["versions"][1]["formerly"], 1);
    assert_eq!(list["twice"], serde_json::json!([]));
    assert!(!desk.run(&["check", "small"]).out.contains("issued twice"));
}
