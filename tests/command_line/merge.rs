//! Merging without a window.

use std::{fs, path::Path};

use runsheet::{
    model::{Event, EventId, Session, Text},
    store::{Expected, Folder, Lineage, MadeFrom, read_any, read_any_state, to_ron},
};

use super::{Desk, opened};

/// The event with another title of the session at this place.
pub(super) fn titled(event: &Event, place: usize, title: &str) -> Event {
    let mut event = event.clone();
    let session: Session = (**event.sessions.at(place).unwrap()).clone();
    let title = Text::en(title);
    event.apply(&Session { title, ..session }.into()).unwrap();
    event
}

pub(super) fn titles(event: &Event) -> Vec<&str> {
    let en = runsheet::model::Lang::EN;
    let titles = event.sessions.iter();
    titles.map(|session| session.title.text(&en)).collect()
}

/// Three files without a name that tells what they are, as git gives them.
fn three(desk: &Desk, ours: (usize, &str), theirs: (usize, &str)) -> Event {
    let base = opened(&desk.small()).event;
    desk.file(".merge_file_a", to_ron(&base));
    desk.file(".merge_file_b", to_ron(&titled(&base, ours.0, ours.1)));
    desk.file(".merge_file_c", to_ron(&titled(&base, theirs.0, theirs.1)));
    base
}

const THREE: [&str; 6] = [
    "merge",
    ".merge_file_a",
    ".merge_file_b",
    ".merge_file_c",
    "--out",
    ".merge_file_b",
];

#[test]
fn what_two_did_apart_is_written_and_what_came_in_is_told() {
    let desk = Desk::new();
    three(&desk, (0, "Opening"), (2, "Panel the last"));
    let out = desk.run(&THREE).went_well();
    let expected = [
        "‘Panel the last’ was called ‘Panel two’ before",
        "1 change came in from the other side.",
    ];
    assert_eq!(out.lines().collect::<Vec<_>>(), expected);
    let merged = read_any(&desk.path(".merge_file_b")).unwrap();
    assert_eq!(titles(&merged), ["Opening", "Panel one", "Panel the last"]);
    // Once more nothing comes in.
    let again = desk.run(&THREE).went_well();
    assert_eq!(again, "Nothing came in from the other side.\n");
}

/// Whatever stands in the place of one of the files, nothing is written and nobody waits.
#[cfg(unix)]
#[test]
fn pipes_devices_and_links_in_the_place_of_a_file() {
    let desk = Desk::new();
    three(&desk, (0, "Opening"), (2, "Panel the last"));
    let pipe = desk.path("pipe");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    assert!(made.unwrap().success());
    std::os::unix::fs::symlink("/dev/zero", desk.path("zeros.ron")).unwrap();
    let before = fs::read(desk.path(".merge_file_b")).unwrap();
    for hostile in ["pipe", "zeros.ron", "/dev/zero", "/dev/full"] {
        for place in [1, 2, 3, 5] {
            let mut arguments = THREE;
            arguments[place] = hostile;
            let ran = desk.run(&arguments);
            assert_eq!(ran.status, 2, "{arguments:?}");
            assert!(ran.err.contains("is not an event"), "{}", ran.err);
        }
    }
    assert_eq!(fs::read(desk.path(".merge_file_b")).unwrap(), before);
    // Where the merged event shall go, a link is followed and stays.
    let link = desk.path("link.ron");
    std::os::unix::fs::symlink(desk.path(".merge_file_b"), &link).unwrap();
    let mut arguments = THREE;
    arguments[5] = "link.ron";
    desk.run(&arguments).went_well();
    assert!(link.symlink_metadata().unwrap().is_symlink());
    let merged = read_any(&desk.path(".merge_file_b")).unwrap();
    assert_eq!(titles(&merged), ["Opening", "Panel one", "Panel the last"]);
}

#[test]
fn a_conflict_is_told_and_ours_is_written() {
    let desk = Desk::new();
    three(&desk, (0, "Opening"), (0, "Address"));
    let ran = desk.run(&THREE);
    assert_eq!((ran.status, ran.err.as_str()), (1, ""));
    let conflict =
        "‘Opening’ – title (English): ours ‘Opening’, theirs ‘Address’, before ‘Opening keynote’";
    assert!(ran.out.lines().any(|line| line == conflict), "{}", ran.out);
    assert!(ran.out.contains("1 value is in conflict"), "{}", ran.out);
    let merged = read_any(&desk.path(".merge_file_b")).unwrap();
    assert_eq!(titles(&merged)[0], "Opening");

    let mut with_json = THREE.to_vec();
    with_json.extend(["--json", "--language", "zh-Hant"]);
    let ran = desk.run(&with_json);
    assert_eq!(ran.status, 1);
    let json: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let conflict = &json["conflicts"][0];
    assert_eq!(conflict["ours"], "Opening");
    assert_eq!(conflict["theirs"], "Address");
    assert_eq!(conflict["base"], "Opening keynote");
    assert_eq!(conflict["about"], "session");
    assert_eq!(json["incoming"], serde_json::json!([]));
}

#[test]
fn folders_and_versions_are_merged_and_nothing_known_before_is_told() {
    let desk = Desk::new();
    let folder = desk.small();
    desk.run(&["issue", "small"]).went_well();
    let base = opened(&folder).event;
    folder.save(&titled(&base, 0, "Opening")).unwrap();
    let there = titled(&base, 1, "Panel the first");
    Folder::create(&desk.path("hers"), &there).unwrap();
    let arguments = [
        "merge",
        "small/versions/1.ron",
        "small",
        "hers",
        "--out",
        "small",
    ];
    desk.run(&arguments).went_well();
    let merged = opened(&folder).event;
    assert_eq!(titles(&merged), ["Opening", "Panel the first", "Panel two"]);

    // An empty file is what git gives where a file was added on both sides.
    desk.file("nothing", "");
    let ran = desk.run(&["merge", "nothing", "small", "hers", "--out", "both.ron"]);
    assert_eq!(ran.status, 1, "{}", ran.out);
    assert!(!ran.out.contains("before"), "{}", ran.out);
}

#[test]
fn what_cannot_be_merged_is_left_as_it_is() {
    let desk = Desk::new();
    let base = three(&desk, (0, "Opening"), (1, "Panel the first"));
    let before = fs::read(desk.path(".merge_file_b")).unwrap();
    let unchanged = |desk: &Desk| {
        assert_eq!(fs::read(desk.path(".merge_file_b")).unwrap(), before);
    };
    let other = Event {
        id: EventId::new(),
        ..base
    };
    desk.file(".merge_file_c", to_ron(&other));
    desk.run(&THREE).was_refused(&["different events"]);
    unchanged(&desk);
    desk.file(".merge_file_c", "<<<<<<< ours");
    desk.run(&THREE).was_refused(&[".merge_file_c"]);
    unchanged(&desk);
    desk.file(".merge_file_c", &before);
    let notes = desk.file("notes.txt", "mine");
    let mut to_notes = THREE.to_vec();
    to_notes[5] = "notes.txt";
    desk.run(&to_notes).was_refused(&["notes.txt"]);
    assert_eq!(fs::read_to_string(notes).unwrap(), "mine");
    fs::remove_file(desk.path(".merge_file_a")).unwrap();
    desk.run(&THREE).was_refused(&[".merge_file_a"]);
    unchanged(&desk);
}

/// A folder of this name with the event as it is in another, so that what is saved there goes on from that.
fn going_on(desk: &Desk, name: &str, from: &Folder) -> Folder {
    desk.file(
        &format!("{name}/event.ron"),
        fs::read(from.event_file()).unwrap(),
    );
    Folder::at(&desk.path(name)).unwrap()
}

/// Saves another title of the session at this place; gives the state.
fn entitled(folder: &Folder, place: usize, title: &str) -> Lineage {
    let event = titled(&opened(folder).event, place, title);
    folder.save(&event).unwrap().lineage
}

pub(super) fn state(file: &Path) -> Lineage {
    read_any_state(file).unwrap().1
}

/// The small event, with a copy of it as the base, and one that a colleague goes on with.
fn two_and_their_base(desk: &Desk) -> [Folder; 2] {
    let small = desk.small();
    going_on(desk, "base", &small);
    let hers = going_on(desk, "hers", &small);
    [small, hers]
}

#[test]
fn only_what_was_merged_as_a_whole_is_a_parent() {
    let desk = Desk::new();
    let [small, hers] = two_and_their_base(&desk);
    let ours = entitled(&small, 0, "Opening");
    let theirs = entitled(&hers, 1, "Panel the first");
    let merge = |base: &str, theirs: &str, out: &str| {
        desk.run(&["merge", base, "small", theirs, "--out", out])
    };
    merge("base", "hers", "clean.ron").went_well();
    let clean = state(&desk.path("clean.ron"));
    assert!(clean.includes(ours.id()) && clean.includes(theirs.id()));

    // A later change of theirs alone, as `git cherry-pick` takes it.
    going_on(&desk, "before", &hers);
    let picked = entitled(&hers, 2, "Panel the last");
    merge("before", "hers", "picked.ron").went_well();
    let event = read_any(&desk.path("picked.ron")).unwrap();
    assert_eq!(titles(&event), ["Opening", "Panel one", "Panel the last"]);
    let result = state(&desk.path("picked.ron"));
    assert!(result.includes(ours.id()) && !result.includes(theirs.id()));
    assert!(!result.includes(picked.id()));

    // A conflict: the copy is still one that brings something.
    let theirs = entitled(&hers, 0, "Address");
    let ran = merge("base", "hers", "small");
    assert_eq!(ran.status, 1, "{}", ran.err);
    let copy = small
        .path()
        .join("event.sync-conflict-20261128-230000-ABCDEFG.ron");
    fs::copy(hers.event_file(), &copy).unwrap();
    let (_, copy) = small.read_copy(&copy).unwrap();
    assert_eq!(copy.lineage, theirs);
    let result = opened(&small).lineage;
    assert!(result.includes(ours.id()) && !result.includes(theirs.id()));
    assert!(result.is_unmerged());
    // The window, in which a person decides, says that it was.
    let decided = titled(&opened(&small).event, 0, "Opening address");
    let from = [result, copy.lineage];
    let saved = small.save_made_from(&decided, MadeFrom::states(&from), Expected::Anything);
    let saved = saved.unwrap().lineage;
    assert!(saved.includes(theirs.id()) && !saved.is_unmerged());
}

/// Both have merged what the other had before. git then gives a base that it has merged itself, in which one side's decision
/// stands already.
#[test]
fn merges_that_crossed_are_merged_on_both_of_their_bases_or_on_none() {
    let desk = Desk::new();
    let ours = desk.small();
    let theirs = going_on(&desk, "hers", &ours);
    let states = [
        entitled(&ours, 0, "Opening"),
        entitled(&theirs, 0, "Address"),
    ];
    let (one, other) = (opened(&ours).event, opened(&theirs).event);
    desk.file("git.ron", to_ron(&one));
    let copy = fs::read(theirs.event_file()).unwrap();
    let crossed = |folder: &Folder, event: &Event| {
        folder
            .save_made_from(event, MadeFrom::merged(&states), Expected::Anything)
            .unwrap()
            .lineage
    };
    let merge = |out: &str| desk.run(&["merge", "git.ron", "small", "hers", "--out", out]);
    crossed(&ours, &one);
    crossed(&theirs, &titled(&other, 2, "Panel the last"));
    for _ in 0..2 {
        let asked = merge("asked.ron");
        assert_eq!(asked.status, 1, "{}{}", asked.out, asked.err);
        let said = "ours ‘Opening’, theirs ‘Address’";
        assert!(asked.out.contains(said), "{}", asked.out);
    }
    // With both states at hand nothing else comes of it.
    let beside = "small/event.sync-conflict-20261128-230000-ABCDEFG.ron";
    let beside = desk.file(beside, &copy);
    let asked = merge("again.ron");
    assert_eq!(asked.status, 1, "{}{}", asked.out, asked.err);

    // Both have decided alike, and one has changed something since.
    let same = titled(&one, 0, "Welcome");
    crossed(&ours, &same);
    crossed(&theirs, &titled(&same, 2, "Panel the last"));
    merge("clean.ron").went_well();
    let merged = read_any(&desk.path("clean.ron")).unwrap();
    assert_eq!(titles(&merged), ["Welcome", "Panel one", "Panel the last"]);
    let lineage = state(&desk.path("clean.ron"));
    assert!(lineage.includes(state(&theirs.event_file()).id()));
    // Without the states everything is asked about.
    fs::remove_file(beside).unwrap();
    merge("asked.ron").was_refused(&["asked.ron", "none of those merged here"]);
    assert_eq!(merge("third.ron").status, 1);
}

#[test]
fn a_file_that_nobody_has_merged_is_not_replaced() {
    let desk = Desk::new();
    let [small, hers] = two_and_their_base(&desk);
    let third = going_on(&desk, "third", &small);
    going_on(&desk, "earlier", &small);
    entitled(&small, 0, "Opening");
    entitled(&hers, 1, "Panel the first");
    entitled(&third, 2, "Panel the last");
    let merge = |out: &str| desk.run(&["merge", "base", "small", "hers", "--out", out]);
    let before = fs::read(third.event_file()).unwrap();
    merge("third").was_refused(&["third", "none of those merged here"]);
    assert_eq!(fs::read(third.event_file()).unwrap(), before);
    desk.run(&["new", "other", "--title", "Forum"]).went_well();
    merge("other").was_refused(&["other", "another event"]);
    let damaged = String::from_utf8(before).unwrap().replace("Panel", "\"");
    let damaged = desk.file("damaged.ron", damaged);
    let before = fs::read(&damaged).unwrap();
    merge("damaged.ron").was_refused(&["damaged.ron", "line"]);
    assert_eq!(fs::read(&damaged).unwrap(), before);

    // What both were made from holds nothing more, nor does the same merge.
    let expected = ["Opening", "Panel the first", "Panel two"];
    for out in ["earlier", "new.ron", "new.ron"] {
        merge(out).went_well();
        let merged = read_any(&desk.path(out)).unwrap();
        assert_eq!(titles(&merged), expected, "{out}");
    }
    // In the event's own folder what is replaced is kept, and what is written.
    let edited = fs::read_to_string(small.event_file()).unwrap();
    let edited = edited.replace("Panel two", "Panel the second");
    fs::write(small.event_file(), &edited).unwrap();
    merge("small").went_well();
    let kept = small.backups().unwrap();
    let kept: Vec<String> = kept
        .iter()
        .map(|listed| fs::read_to_string(small.backup_file(listed.save)).unwrap())
        .collect();
    let written = fs::read_to_string(small.event_file()).unwrap();
    assert_eq!(kept[..2], [written, edited]);
}
