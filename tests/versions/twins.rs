//! Two machines issue the same number, and a synced folder brings them together.

mod windows;

use std::{
    fs,
    path::Path,
    sync::atomic::{AtomicUsize, Ordering},
};

use proptest::prelude::*;
use runsheet::{
    model::{Event, Standing, fingerprint},
    print::Paper,
    store::{Beside, Folder, Twins, Version},
};

use super::{evening, pdf, retitled, sample};

/// What engines call the file that they rename, of version 1.
const NAMES: [&str; 6] = [
    "1.sync-conflict-20261128-211000-ABCDEFG.ron",
    "1-SEC-LAPTOP-2.ron",
    "1 (陳小姐的衝突複本 2026-11-28).ron",
    "1 (conflicted copy 2026-11-28 211000).ron",
    "1 (Case Conflict).RON",
    // No engine says that this is one; what it holds does.
    "1 (1).ron",
];

/// The version that another machine issues of this state of the event, so many minutes later.
fn issued_elsewhere(event: &Event, note: &str, minutes: i64) -> (Vec<u8>, Version) {
    let temp = tempfile::tempdir().unwrap();
    let folder = Folder::create(&temp.path().join("other"), event).unwrap();
    let at = evening() + jiff::SignedDuration::from_mins(minutes);
    let version = folder.issue(event, note, at).unwrap();
    (fs::read(folder.version_file(1)).unwrap(), version)
}

/// What a newer program would have written in place of this.
fn newer(text: &str) -> String {
    let lines = text.lines().filter(|line| !line.starts_with("  minor:"));
    let text: Vec<&str> = lines.collect();
    text.join("\n")
        .replacen("format: 1,", "format: 1,\n  minor: 77,", 1)
}

/// The sample with a version 1, and another one beside it that was issued so many minutes later, under this name.
fn twice(name: &str, minutes: i64) -> (tempfile::TempDir, Folder, Event, [Version; 2]) {
    let (temp, folder, event) = sample();
    let ours = folder.issue(&event, "To all teams", evening()).unwrap();
    let (bytes, theirs) = issued_elsewhere(&retitled(&event, "Harbour Symposium"), "", minutes);
    fs::write(folder.versions_folder().join(name), bytes).unwrap();
    (temp, folder, event, [ours, theirs])
}

fn only(folder: &Folder, event: &Event) -> Twins {
    let beside = folder.beside_versions(event.id).unwrap();
    assert_eq!((beside.twins.len(), beside.left_over.len()), (1, 0));
    assert_eq!(beside.unreadable, []);
    beside.twins.into_iter().next().unwrap()
}

fn is_settled(folder: &Folder, event: &Event) -> bool {
    folder.beside_versions(event.id).unwrap().twins.is_empty()
}

/// The files of a folder by their names, with what they hold.
fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<(String, Vec<u8>)> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file())
        .map(|path| {
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            (name, fs::read(path).unwrap())
        })
        .collect();
    files.sort();
    files
}

#[test]
fn whatever_it_is_called_the_later_gets_the_next_number_and_stays_what_it_was() {
    for name in NAMES {
        // On one machine the engine has renamed the later one, on another the earlier.
        for minutes in [5, -5] {
            let (_temp, folder, event, [ours, theirs]) = twice(name, minutes);
            let (first, later) = if minutes > 0 {
                (&ours, &theirs)
            } else {
                (&theirs, &ours)
            };
            let twins = only(&folder, &event);
            assert_eq!(twins.number, 1);
            let order: Vec<_> = twins.all.iter().map(|twin| &twin.issue).collect();
            assert_eq!(order, [&first.issue, &later.issue], "{name}");
            let keeps = twins.first().unwrap();
            assert_eq!(keeps.issue, first.issue);
            let numbered = folder.number_twins(event.id, 1, keeps.stamp).unwrap();
            assert_eq!(numbered.keeps.as_ref(), Some(&first.issue));
            assert_eq!(folder.version_numbers().unwrap(), [1, 2]);
            assert_eq!(folder.version(1).unwrap(), *first);
            let anew = folder.version(2).unwrap();
            assert_eq!(numbered.others, std::slice::from_ref(&anew.issue));
            assert_eq!((anew.issue.number, anew.issue.formerly), (2, Some(1)));
            assert_eq!(anew.issue.issued, later.issue.issued);
            assert_eq!(anew.issue.note, later.issue.note);
            assert_eq!(anew.issue.fingerprint, fingerprint(&later.event));
            assert_eq!(anew.event, later.event);
            // Nothing lies beside them any more, and both files are kept.
            assert!(is_settled(&folder, &event));
            assert_eq!(files(&folder.versions_folder()).len(), 2, "{name}");
            let kept = files(&folder.backups_folder());
            let has = |version: &Version| {
                let holds = |bytes: &[u8]| {
                    Version::of(bytes, Path::new("1.ron")).is_ok_and(|one| one == *version)
                };
                kept.iter().any(|(_, bytes)| holds(bytes))
            };
            assert!(has(&theirs), "the copy is kept");
            // The event stands to the highest number.
            let papers = folder.house_templates().unwrap();
            let standing = folder.standing(&event, &papers).unwrap();
            let expected = if minutes > 0 {
                Standing::DraftAfter(2)
            } else {
                Standing::Version(anew.issue)
            };
            assert_eq!(standing, expected);
        }
    }
}

#[test]
fn a_person_may_have_the_later_keep_the_number() {
    let (_temp, folder, event, [ours, theirs]) = twice(NAMES[0], 5);
    let twins = only(&folder, &event);
    folder
        .number_twins(event.id, 1, twins.all[1].stamp)
        .unwrap();
    assert_eq!(folder.version(1).unwrap(), theirs);
    let anew = folder.version(2).unwrap();
    assert_eq!((&anew.event, anew.issue.formerly), (&ours.event, Some(1)));
    assert!(is_settled(&folder, &event));
    // Asked once more, there is nothing to do.
    let again = folder
        .number_twins(event.id, 1, twins.all[1].stamp)
        .unwrap();
    assert_eq!(again.keeps, None);
}

#[test]
fn what_is_left_over_of_a_version_is_no_other() {
    let (_temp, folder, event) = sample();
    folder.issue(&event, "", evening()).unwrap();
    let copy = folder.versions_folder().join(NAMES[0]);
    fs::copy(folder.version_file(1), &copy).unwrap();
    let beside = folder.beside_versions(event.id).unwrap();
    assert!(beside.twins.is_empty());
    let [(file, stamp)] = &beside.left_over[..] else {
        panic!("{beside:?}");
    };
    assert_eq!(file, &copy);
    folder.set_left_over_aside(file, *stamp);
    assert!(!copy.exists() && folder.backups_folder().join(NAMES[0]).exists());
    assert_eq!(folder.beside_versions(event.id).unwrap(), Beside::default());
    // What somebody keeps there, and another event's versions, are theirs.
    let mut other = Event::empty(runsheet::model::EventId::new());
    other.details = event.details.clone();
    let (bytes, _) = issued_elsewhere(&other, "", 0);
    fs::write(folder.versions_folder().join("mine.ron"), bytes).unwrap();
    fs::write(folder.versions_folder().join("notes.ron"), "mine").unwrap();
    assert_eq!(folder.beside_versions(event.id).unwrap(), Beside::default());
}

#[test]
fn a_copy_that_is_torn_is_told_and_one_without_another_gets_its_place_again() {
    let (_temp, folder, event, [ours, _]) = twice(NAMES[0], 5);
    let copy = folder.versions_folder().join(NAMES[0]);
    let bytes = fs::read(&copy).unwrap();
    fs::write(&copy, &bytes[..bytes.len() / 2]).unwrap();
    let beside = folder.beside_versions(event.id).unwrap();
    assert!(beside.twins.is_empty() && beside.left_over.is_empty());
    assert_eq!(beside.unreadable.len(), 1);
    // The engine has renamed the only one that is whole.
    fs::remove_file(&copy).unwrap();
    for in_its_place in [None, Some("(format: 1, version: (")] {
        fs::rename(folder.version_file(1), &copy).unwrap();
        if let Some(text) = in_its_place {
            fs::write(folder.version_file(1), text).unwrap();
        }
        let twins = only(&folder, &event);
        assert_eq!(twins.all.len(), 1);
        let stamp = twins.all[0].stamp;
        folder.number_twins(event.id, 1, stamp).unwrap();
        assert_eq!(folder.version(1).unwrap(), ours);
        assert_eq!(folder.version_numbers().unwrap(), [1]);
        assert!(is_settled(&folder, &event));
    }
    let kept = files(&folder.backups_folder());
    let torn = |(_, bytes): &(String, Vec<u8>)| bytes == b"(format: 1, version: (";
    assert!(kept.iter().any(torn), "what stood there is kept");
}

#[test]
fn of_a_newer_program_and_of_a_newer_event_nothing_is_numbered() {
    let (_temp, folder, event, _) = twice(NAMES[0], 5);
    let stamp = only(&folder, &event).all[0].stamp;
    let text = fs::read_to_string(folder.event_file()).unwrap();
    fs::write(folder.event_file(), newer(&text)).unwrap();
    let before = files(&folder.versions_folder());
    folder.number_twins(event.id, 1, stamp).unwrap_err();
    fs::write(folder.event_file(), text).unwrap();
    let copy = folder.versions_folder().join(NAMES[0]);
    let text = fs::read_to_string(&copy).unwrap();
    fs::write(&copy, newer(&text)).unwrap();
    let stamp = only(&folder, &event).all[0].stamp;
    folder.number_twins(event.id, 1, stamp).unwrap_err();
    fs::write(&copy, text).unwrap();
    assert_eq!(files(&folder.versions_folder()), before);
}

#[test]
fn on_paper_they_are_told_apart_and_found_again_when_numbered() {
    let (_temp, folder, event, [ours, theirs]) = twice(NAMES[0], 5);
    let read = |version: &Version| {
        let pdf = pdf(&folder, version, Paper::NameList, None);
        let document = lopdf::Document::load_mem(&pdf).unwrap();
        let pages: Vec<u32> = document.get_pages().keys().copied().collect();
        let text: String = document.extract_text(&pages).unwrap();
        text.split_whitespace().collect::<String>()
    };
    let stamp = only(&folder, &event).all[1].stamp;
    let beside = folder.twin(1, stamp).unwrap();
    assert_eq!(beside, theirs);
    for version in [&ours, &beside] {
        let line = format!("·{}", version.issue.fingerprint);
        let paper = read(version);
        assert!(paper.contains("Version1·issued2June2025"), "{paper}");
        assert!(paper.contains(&line), "{paper}");
    }
    assert_ne!(ours.issue.fingerprint, theirs.issue.fingerprint);
    let first = only(&folder, &event).all[0].stamp;
    folder.number_twins(event.id, 1, first).unwrap();
    let paper = read(&folder.version(2).unwrap());
    let line = format!(
        "Version2(issuedasversion1)·issued2June202518:10·{}",
        theirs.issue.fingerprint
    );
    assert!(paper.contains(&line), "{paper}");
}

#[test]
fn the_photos_of_both_are_kept() {
    let (_temp, folder, event, _) = twice(NAMES[0], 5);
    let keeps = only(&folder, &event).all[0].stamp;
    folder.number_twins(event.id, 1, keeps).unwrap();
    for number in [1, 2] {
        let version = folder.version(number).unwrap();
        assert_eq!(folder.kept_photos(&version.event).len(), event.photos.len());
    }
}

/// How many files were renamed, so that each has another name.
static RENAMED: AtomicUsize = AtomicUsize::new(0);

/// Carries what is new in each of two folders of versions to the other, as an engine does that knows what both held
/// before: what both have changed to something else is renamed in one of them, and then carried on.
fn carry(one: &Path, other: &Path, before: &mut Vec<(String, Vec<u8>)>, is_second_older: bool) {
    let held = |files: &[(String, Vec<u8>)], name: &str| {
        let found = files.iter().find(|(known, _)| known == name);
        found.map(|(_, bytes)| bytes.clone())
    };
    let put = |folder: &Path, name: &str, bytes: Option<&Vec<u8>>| match bytes {
        Some(bytes) => fs::write(folder.join(name), bytes).unwrap(),
        None => drop(fs::remove_file(folder.join(name))),
    };
    let (ones, others) = (files(one), files(other));
    let mut names: Vec<String> = ones
        .iter()
        .chain(&others)
        .chain(before.iter())
        .map(|(name, _)| name.clone())
        .collect();
    names.sort();
    names.dedup();
    for name in names {
        let was = held(before, &name);
        let (mine, theirs) = (held(&ones, &name), held(&others, &name));
        match (mine == was, theirs == was) {
            _ if mine == theirs => {}
            (_, true) => put(other, &name, mine.as_ref()),
            (true, _) => put(one, &name, theirs.as_ref()),
            (false, false) => {
                let (wins, loses) = if is_second_older {
                    (&mine, &theirs)
                } else {
                    (&theirs, &mine)
                };
                // What was deleted loses against what was written.
                let (wins, loses) = match (wins, loses) {
                    (None, loses) => (loses, &None),
                    kept => kept,
                };
                let stem = name.strip_suffix(".ron").unwrap();
                let number = RENAMED.fetch_add(1, Ordering::Relaxed);
                let copy = format!("{stem}.sync-conflict-20261128-211000-{number}.ron");
                for folder in [one, other] {
                    put(folder, &name, wins.as_ref());
                    if loses.is_some() {
                        put(folder, &copy, loses.as_ref());
                    }
                }
            }
        }
    }
    *before = files(one);
    assert_eq!(*before, files(other));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Two machines answer as they like, at once or one after the other, whichever file the engine renames: it settles,
    /// both have the same, and no version that was issued is missing.
    #[test]
    fn however_two_machines_answer_it_settles(
        answers in prop::collection::vec((0usize..3, 0usize..3, any::<bool>()), 1..5),
        minutes in -3i64..4,
        is_same_event in any::<bool>(),
    ) {
        let (_temp, folder, event) = sample();
        let ours = folder.issue(&event, "ours", evening()).unwrap();
        let state = if is_same_event { event.clone() } else { retitled(&event, "Other") };
        let (bytes, theirs) = issued_elsewhere(&state, "theirs", minutes);
        let elsewhere = tempfile::tempdir().unwrap();
        let other = Folder::create(&elsewhere.path().join("other"), &event).unwrap();
        let mut before = Vec::new();
        fs::create_dir_all(other.versions_folder()).unwrap();
        fs::write(other.version_file(1), bytes).unwrap();
        carry(&folder.versions_folder(), &other.versions_folder(), &mut before, true);
        let answer = |folder: &Folder, which: usize| {
            let beside = folder.beside_versions(event.id).unwrap();
            for (file, stamp) in beside.left_over {
                folder.set_left_over_aside(&file, stamp);
            }
            for twins in beside.twins {
                let keeps = &twins.all[which.min(twins.all.len() - 1)];
                folder.number_twins(event.id, twins.number, keeps.stamp).unwrap();
            }
        };
        for (first, second, is_at_once) in answers {
            answer(&folder, first);
            if !is_at_once {
                carry(&folder.versions_folder(), &other.versions_folder(), &mut before, false);
            }
            answer(&other, second);
            carry(&folder.versions_folder(), &other.versions_folder(), &mut before, is_at_once);
        }
        // Whoever answers last, and alone, is agreed with.
        for _ in 0..3 {
            answer(&folder, 0);
            carry(&folder.versions_folder(), &other.versions_folder(), &mut before, false);
        }
        prop_assert_eq!(folder.beside_versions(event.id).unwrap(), Beside::default());
        let numbers = folder.version_numbers().unwrap();
        for issued in [&ours, &theirs] {
            let is_it = |number: &u32| {
                let version = folder.version(*number).unwrap();
                version.event == issued.event && version.issue.note == issued.issue.note
                    && version.issue.issued == issued.issue.issued
            };
            prop_assert!(numbers.iter().any(is_it), "{:?}", numbers);
        }
    }
}
