//! The event's folder: saving, opening, copying, and everything that may be wrong with it.

use std::{fs, path::Path, sync::Barrier};

use runsheet::{
    model::{Details, Edit, Event, EventId, FileName, Text},
    store::{Expected, Folder, MadeFrom, Slip, StoreError, limits, to_ron, write_sample},
    words::{Tongue, Words},
};

fn event(title: &str) -> Event {
    let mut event = Event::empty(EventId::new());
    let details = Details {
        title: Text::en(title),
        ..Details::default()
    };
    event
        .apply(&Edit::Details(Box::new(details)))
        .expect("details can always be set");
    event
}

/// The names in a folder, in order.
fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

/// The sentence names the file, is one sentence on one line, and there is one in every language.
fn is_a_sentence_about(error: &StoreError, name: &str) {
    for tongue in Tongue::ALL {
        let sentence = error.sentence(Words::new(tongue));
        assert!(sentence.contains(name), "{sentence}");
        assert!(!sentence.contains('\n'), "{sentence}");
        assert!(!sentence.starts_with("files-"), "{sentence}");
        assert!(!sentence.contains("fault-"), "{sentence}");
    }
}

#[test]
fn an_event_is_saved_and_opened_by_its_folder_or_its_file() {
    let temp = tempfile::tempdir().unwrap();
    let path = temp.path().join("Talent Hub 高端人才");
    let event = event("Symposium");
    let folder = Folder::create(&path, &event).unwrap();
    for way in [path.clone(), path.join("event.ron")] {
        let opened = Folder::at(&way).unwrap().read().unwrap();
        assert_eq!(opened.event, event);
        assert_eq!(opened.migrated_from, None);
        assert_eq!(opened.stamp, folder.stamp().unwrap());
    }
    assert_eq!(names(&path), ["backups", "event.ron"]);
}

#[test]
fn saving_replaces_the_file_and_leaves_nothing_beside_it() {
    let temp = tempfile::tempdir().unwrap();
    let path = temp.path().join("e");
    let folder = Folder::create(&path, &event("One")).unwrap();
    let first = folder.stamp().unwrap();
    let second = folder.save(&event("Two")).unwrap().stamp;
    assert_ne!(first, second);
    assert_eq!(names(&path), ["backups", "event.ron"]);
    assert_eq!(folder.read().unwrap().stamp, second);
}

#[test]
fn what_a_save_that_was_cut_off_left_is_cleared_away_and_nothing_else() {
    let temp = tempfile::tempdir().unwrap();
    let folder = Folder::create(&temp.path().join("e"), &event("One")).unwrap();
    fs::create_dir(folder.photos()).unwrap();
    let old = std::time::SystemTime::now() - std::time::Duration::from_secs(90);
    let put = |name: &str, is_old: bool| {
        let file = fs::File::create(folder.path().join(name)).unwrap();
        if is_old {
            file.set_modified(old).unwrap();
        }
    };
    let part = |last: char| format!("photos/.01a20461-587a-71a2-8956-4dd91a8e56f{last}.part");
    put(".event.ron.aB3xY9", true);
    put(&part('1'), true);
    let kept = [
        (".event.ron.swp", true),
        (".event.ron.backup", true),
        ("event.ron.aB3xY9", true),
        (".letter.ron.aB3xY9", true),
        (".event.ron.new123", false),
        ("photos/.hidden.part", true),
        (&part('2'), false),
    ];
    for (name, is_old) in kept {
        put(name, is_old);
    }
    folder.save(&event("Two")).unwrap();
    for (name, _) in kept {
        assert!(folder.path().join(name).exists(), "{name}");
    }
    assert!(!folder.path().join(".event.ron.aB3xY9").exists());
    assert!(!folder.path().join(part('1')).exists());
}

#[test]
fn somebody_elses_work_is_not_overwritten() {
    let temp = tempfile::tempdir().unwrap();
    let folder = Folder::create(&temp.path().join("e"), &event("One")).unwrap();
    let mine = folder.read().unwrap().stamp;
    let theirs = event("Theirs");
    folder.save(&theirs).unwrap();
    let error = folder.save_over(&event("Mine"), mine).unwrap_err();
    assert_eq!(error, StoreError::Changed(folder.event_file()));
    is_a_sentence_about(&error, "event.ron");
    assert_eq!(folder.read().unwrap().event, theirs);
    let stamp = folder.stamp().unwrap();
    folder.save_over(&event("Mine"), stamp).unwrap();
    // One that a synced folder has just taken away may come back as another.
    let stamp = folder.stamp().unwrap();
    fs::remove_file(folder.event_file()).unwrap();
    let error = folder.save_over(&event("Mine"), stamp).unwrap_err();
    assert_eq!(error, StoreError::Away(folder.event_file()));
    is_a_sentence_about(&error, "event.ron");
    assert!(!folder.event_file().exists());
    folder
        .save_made_from(
            &event("Mine"),
            MadeFrom::default(),
            Expected::HeldOrGone(stamp),
        )
        .unwrap();
    folder.save(&theirs).unwrap();
    let error = folder
        .save_made_from(
            &event("Mine"),
            MadeFrom::default(),
            Expected::HeldOrGone(stamp),
        )
        .unwrap_err();
    assert_eq!(error, StoreError::Changed(folder.event_file()));
}

/// Programs that do this at the same moment, each by its number, and what became of it.
fn at_once<T: Send>(count: usize, work: impl Fn(usize) -> T + Sync) -> Vec<T> {
    let together = Barrier::new(count);
    let (work, together) = (&work, &together);
    std::thread::scope(|scope| {
        let begin = |number| {
            scope.spawn(move || {
                together.wait();
                work(number)
            })
        };
        let all: Vec<_> = (0..count).map(begin).collect();
        all.into_iter().map(|one| one.join().unwrap()).collect()
    })
}

/// Whoever comes second takes nothing away that the first has put there.
#[test]
fn of_programs_that_make_one_folder_at_once_one_has_it_whole() {
    let temp = tempfile::tempdir().unwrap();
    let sample = write_sample(&temp.path().join("sample")).unwrap();
    let full = sample.read().unwrap().event;
    for round in 0..30 {
        let path = temp.path().join(format!("event {round}"));
        // In every other round the folder is there, and empty.
        if round % 2 == 0 {
            fs::create_dir(&path).unwrap();
        }
        let titled = |number: usize| {
            let mut event = full.clone();
            event.details.title = Text::en(format!("Of program {number}"));
            event
        };
        let made = at_once(4, |number| match number {
            0 | 1 => sample.save_as(&path, &titled(number), &[]),
            _ => Folder::create(&path, &titled(number)),
        });
        let whose: Vec<usize> = (0..4).filter(|number| made[*number].is_ok()).collect();
        let [whose] = whose[..] else {
            panic!("{made:?}");
        };
        for error in made.iter().filter_map(|made| made.as_ref().err()) {
            let is_late = matches!(error, StoreError::Occupied(_) | StoreError::HasEvent(_));
            assert!(is_late, "{error}");
        }
        let folder = Folder::at(&path).unwrap();
        assert_eq!(folder.read().unwrap().event, titled(whose));
        if whose < 2 {
            assert_eq!(folder.missing_photos(&full), []);
        }
        assert!(!path.join(".runsheet").exists());
        fs::remove_dir_all(&path).unwrap();
    }
}

/// A copy that is merged in two windows at once is put aside by one of them, and is never lost.
#[test]
fn a_copy_that_is_set_aside_twice_at_once_is_there_once() {
    let temp = tempfile::tempdir().unwrap();
    let folder = Folder::create(&temp.path().join("e"), &event("One")).unwrap();
    for round in 0..50 {
        let text = to_ron(&event(&format!("Round {round}")));
        let copy = folder.path().join("event-PC.ron");
        fs::write(&copy, &text).unwrap();
        let (_, state) = folder.read_copy(&copy).unwrap();
        let moved = at_once(4, |_| folder.set_copy_aside(&copy, state.stamp));
        let to: Vec<_> = moved.iter().flatten().collect();
        assert_eq!(to.len(), 1, "{moved:?}");
        assert_eq!(fs::read_to_string(to[0]).unwrap(), text);
        assert!(!copy.exists());
    }
    let aside = |name: &String| name.starts_with("event (PC's conflicted copy)");
    let count = names(&folder.backups_folder())
        .into_iter()
        .filter(aside)
        .count();
    assert_eq!(count, limits::BACKUPS);
}

#[test]
fn an_event_is_made_only_where_nothing_is() {
    let temp = tempfile::tempdir().unwrap();
    let one = event("One");
    let taken = temp.path().join("taken");
    Folder::create(&taken, &one).unwrap();
    let error = Folder::create(&taken, &event("Two")).unwrap_err();
    assert_eq!(error, StoreError::HasEvent(taken.clone()));
    is_a_sentence_about(&error, "taken");
    assert_eq!(Folder::at(&taken).unwrap().read().unwrap().event, one);

    let full = temp.path().join("full");
    fs::create_dir(&full).unwrap();
    fs::write(full.join("letter.txt"), "Dear Sir").unwrap();
    let error = Folder::create(&full, &one).unwrap_err();
    assert_eq!(error, StoreError::Occupied(full.clone()));
    is_a_sentence_about(&error, "full");
    assert_eq!(names(&full), ["letter.txt"]);

    let file = temp.path().join("file");
    fs::write(&file, "x").unwrap();
    let error = Folder::create(&file, &one).unwrap_err();
    assert_eq!(error, StoreError::NotAFolder(file.clone()));
    is_a_sentence_about(&error, "file");
    let error = Folder::create(&file.join("below"), &one).unwrap_err();
    assert!(matches!(error, StoreError::Unwritten(..)), "{error}");
    is_a_sentence_about(&error, "below");
    assert_eq!(fs::read_to_string(&file).unwrap(), "x");

    let empty = temp.path().join("empty");
    fs::create_dir(&empty).unwrap();
    fs::write(empty.join(".DS_Store"), "").unwrap();
    Folder::create(&empty, &one).unwrap();
}

#[test]
fn what_is_no_event_says_what_it_is() {
    let temp = tempfile::tempdir().unwrap();
    let at = |path: &Path| Folder::at(path).unwrap_err();
    let nowhere = temp.path().join("nowhere");
    assert_eq!(at(&nowhere), StoreError::Missing(nowhere.clone()));
    is_a_sentence_about(&at(&nowhere), "nowhere");
    assert_eq!(at(temp.path()), StoreError::NoEvent(temp.path().to_owned()));
    is_a_sentence_about(&at(temp.path()), temp.path().to_str().unwrap());
    let letter = temp.path().join("letter\n\"of\" 李.txt");
    fs::write(&letter, "Dear Sir").unwrap();
    assert_eq!(at(&letter), StoreError::NotAnEvent(letter.clone()));
    is_a_sentence_about(&at(&letter), "\"of\" 李.txt");
    let below = letter.join("event.ron");
    assert_eq!(at(&below), StoreError::Missing(below.clone()));
    let odd = temp.path().join("odd");
    fs::create_dir_all(odd.join("event.ron")).unwrap();
    assert_eq!(at(&odd), StoreError::NoEvent(odd.clone()));
}

#[test]
fn a_file_that_is_not_an_event_is_refused_with_its_place_and_left_alone() {
    let temp = tempfile::tempdir().unwrap();
    let file = temp.path().join("event.ron");
    let good = to_ron(&event("Forum"));
    let cases: [(&str, Vec<u8>, usize); 5] = [
        ("not RON", b"Dear Sir,\nthank you".to_vec(), 1),
        ("cut off", good.as_bytes()[..good.len() / 2].to_vec(), 0),
        ("not text", [b"(\n  ".as_slice(), &[0xff, 0xfe]].concat(), 2),
        (
            "a time",
            good.replace("style: (", "days: [\n\"25:61\"],\nstyle: (")
                .into_bytes(),
            0,
        ),
        (
            "a field",
            good.replace("style: (", "stile: (").into_bytes(),
            0,
        ),
    ];
    for (what, bytes, expected) in cases {
        fs::write(&file, &bytes).unwrap();
        let error = Folder::at(temp.path()).unwrap().read().unwrap_err();
        let StoreError::Malformed { line, column, .. } = &error else {
            panic!("{what}: {error}");
        };
        assert!(*line >= 1 && *column >= 1, "{what}");
        assert!(expected == 0 || *line == expected, "{what}: {line}");
        is_a_sentence_about(&error, "event.ron");
        assert_eq!(fs::read(&file).unwrap(), bytes, "{what}");
    }
    assert!(matches!(
        Folder::at(temp.path()).unwrap().read(),
        Err(StoreError::Malformed { slip: Slip::UnknownField(field), .. }) if field == "stile"
    ));
}

#[test]
fn a_file_that_lost_its_bytes_is_called_empty() {
    let temp = tempfile::tempdir().unwrap();
    let file = temp.path().join("event.ron");
    for bytes in ["", " \n", "\0\0\0"] {
        fs::write(&file, bytes).unwrap();
        let error = Folder::at(temp.path()).unwrap().read().unwrap_err();
        assert_eq!(error, StoreError::Empty(file.clone()));
        is_a_sentence_about(&error, "event.ron");
        assert!(error.sentence(Words::default()).contains("is empty"));
    }
}

#[test]
fn a_newer_file_is_neither_opened_nor_overwritten() {
    let temp = tempfile::tempdir().unwrap();
    let file = temp.path().join("event.ron");
    let newer = "(format: 9, event: <what the future holds>)";
    fs::write(&file, newer).unwrap();
    let folder = Folder::at(temp.path()).unwrap();
    for error in [
        folder.read().unwrap_err(),
        folder.save(&event("Mine")).unwrap_err(),
    ] {
        assert!(
            matches!(
                error,
                StoreError::Newer {
                    format: 9,
                    known: 1,
                    ..
                }
            ),
            "{error}"
        );
        is_a_sentence_about(&error, "event.ron");
    }
    assert_eq!(fs::read_to_string(&file).unwrap(), newer);
    assert_eq!(names(temp.path()), ["event.ron"]);
}

#[test]
fn an_older_or_unreadable_file_is_kept_when_the_event_is_saved() {
    let temp = tempfile::tempdir().unwrap();
    let file = temp.path().join("event.ron");
    fs::write(&file, "(format: 0, title: \"old\")").unwrap();
    let folder = Folder::at(temp.path()).unwrap();
    folder.save(&event("New")).unwrap();
    let left = ["backups", "event.format-0.ron", "event.ron"];
    assert_eq!(names(temp.path()), left);
    let kept = fs::read_to_string(temp.path().join("event.format-0.ron")).unwrap();
    assert_eq!(kept, "(format: 0, title: \"old\")");
    for damaged in ["first scribble", "second scribble"] {
        fs::write(&file, damaged).unwrap();
        folder.save(&event("New")).unwrap();
    }
    let kept = |name: &str| fs::read_to_string(temp.path().join(name)).unwrap();
    assert_eq!(kept("event.unreadable.ron"), "first scribble");
    assert_eq!(kept("event.unreadable (2).ron"), "second scribble");
    assert_eq!(folder.read().unwrap().event.details.title, Text::en("New"));
}

#[test]
fn a_file_of_any_size_is_refused_before_it_fills_the_memory() {
    let temp = tempfile::tempdir().unwrap();
    let file = fs::File::create(temp.path().join("event.ron")).unwrap();
    file.set_len(runsheet::store::limits::EVENT_BYTES + 1)
        .unwrap();
    let error = Folder::at(temp.path()).unwrap().read().unwrap_err();
    assert!(matches!(error, StoreError::TooLarge { .. }), "{error}");
    is_a_sentence_about(&error, "64");
}

#[test]
fn a_copy_has_the_photos_and_the_papers() {
    let temp = tempfile::tempdir().unwrap();
    let folder = Folder::create(&temp.path().join("a"), &event("A")).unwrap();
    fs::create_dir(folder.photos()).unwrap();
    fs::write(folder.photos().join("合照 1.jpg"), b"bytes").unwrap();
    fs::create_dir(folder.papers()).unwrap();
    fs::write(folder.papers().join("programme.typ"), "= Ours").unwrap();
    fs::write(folder.papers().join("notes.txt"), "no template").unwrap();
    let changed = event("B");
    let copy = folder
        .save_as(&temp.path().join("deep/b"), &changed, &[])
        .unwrap();
    assert_eq!(copy.read().unwrap().event, changed);
    assert_eq!(
        fs::read(copy.photos().join("合照 1.jpg")).unwrap(),
        b"bytes"
    );
    let templates = copy.house_templates().unwrap();
    assert_eq!(templates.len(), 1);
    assert_eq!(templates["programme.typ"], "= Ours");
    assert_eq!(folder.read().unwrap().event.details.title, Text::en("A"));

    let same = folder.save_as(folder.path(), &changed, &[]).unwrap();
    assert_eq!(same, folder);
    assert_eq!(folder.read().unwrap().event, changed);
    let inside = folder.path().join("photos/copy");
    assert_eq!(
        folder.save_as(&inside, &changed, &[]).unwrap_err(),
        StoreError::Inside(inside)
    );
    let error = folder.save_as(copy.path(), &changed, &[]).unwrap_err();
    assert_eq!(error, StoreError::HasEvent(copy.path().to_owned()));
}

#[cfg(unix)]
#[test]
fn a_link_does_not_lead_out_of_the_folder() {
    let temp = tempfile::tempdir().unwrap();
    let secret = temp.path().join("secret.jpg");
    fs::write(&secret, "secret").unwrap();
    let folder = Folder::create(&temp.path().join("e"), &event("E")).unwrap();
    fs::create_dir(folder.photos()).unwrap();
    let link = folder.photos().join("a.jpg");
    std::os::unix::fs::symlink(&secret, &link).unwrap();
    let name = FileName::try_from("a.jpg".to_owned()).unwrap();
    let error = folder.photo_inside(&name).unwrap_err();
    assert_eq!(error, StoreError::Outside(link));
    is_a_sentence_about(&error, "a.jpg");
    let copy = temp.path().join("copy");
    assert!(matches!(
        folder.save_as(&copy, &event("E"), &[]),
        Err(StoreError::Outside(_))
    ));
    assert!(!copy.exists(), "a copy that failed leaves nothing behind");
}

#[test]
fn a_file_that_is_locked_against_writing_stays_as_it_is() {
    let temp = tempfile::tempdir().unwrap();
    let folder = Folder::create(&temp.path().join("e"), &event("One")).unwrap();
    let before = fs::read(folder.event_file()).unwrap();
    let mut rights = fs::metadata(folder.event_file()).unwrap().permissions();
    rights.set_readonly(true);
    fs::set_permissions(folder.event_file(), rights).unwrap();
    let error = folder.save(&event("Two")).unwrap_err();
    assert!(matches!(error, StoreError::Unwritten(..)), "{error}");
    is_a_sentence_about(&error, "event.ron");
    assert_eq!(fs::read(folder.event_file()).unwrap(), before);
    assert_eq!(names(folder.path()), ["backups", "event.ron"]);
}
