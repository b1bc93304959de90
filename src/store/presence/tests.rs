use super::*;
use crate::model::{Event, EventId};

fn folder() -> (tempfile::TempDir, Folder) {
    let temp = tempfile::tempdir().unwrap();
    let path = temp.path().join("event");
    let folder = Folder::create(&path, &Event::empty(EventId::new())).unwrap();
    (temp, folder)
}

fn person(host: &str) -> Person {
    Person {
        user: "陳小姐".into(),
        host: host.into(),
    }
}

fn found(beat: u64, lock: Lock, age: Option<u64>) -> Found {
    Found {
        presence: Presence {
            id: Uuid::nil(),
            person: person("DESK-2"),
            since: Timestamp::UNIX_EPOCH,
        },
        beat,
        lock,
        is_copied: false,
        age,
    }
}

#[test]
fn a_window_is_seen_while_it_is_there_and_leaves_nothing_behind() {
    let (_temp, folder) = folder();
    let mut sign = Sign::put_up(&folder, &person("DESK-2")).unwrap();
    sign.beat().unwrap();
    let seen = Watch::default().look(&folder, &person("DESK-2"), &[]);
    assert_eq!(seen.len(), 1);
    assert_eq!(seen[0].0.person, person("DESK-2"));
    assert_eq!(seen[0].1, Life::Here);
    let own = [sign.id()];
    assert_eq!(Watch::default().look(&folder, &person("DESK-2"), &own), []);
    sign.leave();
    assert_eq!(Watch::default().look(&folder, &person("DESK-2"), &[]), []);
    assert!(!folder.path().join(".runsheet").exists());
}

#[test]
fn a_program_that_died_on_this_machine_is_forgotten_at_once() {
    let (_temp, folder) = folder();
    let mut sign = Sign::put_up(&folder, &person("DESK-2")).unwrap();
    // As if the system had taken the lock away with the program.
    sign.lock = None;
    let seen = Watch::default().look(&folder, &person("DESK-1"), &[]);
    assert_eq!(seen.len(), 1, "another machine may not know the lock");
    assert_eq!(Watch::default().look(&folder, &person("DESK-2"), &[]), []);
    assert!(!folder.path().join(".runsheet").exists());
    // It was not dead after all.
    sign.beat().unwrap();
    let seen = Watch::default().look(&folder, &person("DESK-1"), &[]);
    assert_eq!(seen.len(), 1);
    sign.leave();
}

#[test]
fn a_beat_that_goes_on_is_a_life_whatever_the_clocks_say() {
    let mut watch = Watch::default();
    let life = |watch: &mut Watch, found: Found| watch.judge(&[found])[0].1;
    // Their clock is a day behind.
    let odd = |beat| found(beat, Lock::Unknown, Some(86_400));
    assert_eq!(life(&mut watch, odd(7)), Life::Unsure);
    assert_eq!(life(&mut watch, odd(8)), Life::Here);
    assert_eq!(life(&mut watch, odd(8)), Life::Here);
    for _ in 0..STILL_LOOKS {
        life(&mut watch, odd(8));
    }
    assert_eq!(life(&mut watch, odd(8)), Life::Gone);
    assert_eq!(life(&mut watch, odd(9)), Life::Here, "it was asleep");
}

#[test]
fn a_file_that_is_fresh_is_a_life_until_its_beat_stands_still() {
    let mut watch = Watch::default();
    for _ in 0..STILL_LOOKS {
        let judged = watch.judge(&[found(3, Lock::Free, Some(4))]);
        assert_eq!(judged[0].1, Life::Here);
    }
    let judged = watch.judge(&[found(3, Lock::Free, Some(4))]);
    assert_eq!(judged[0].1, Life::Gone);
    // A lock that is seen to be held needs no beat.
    let mut watch = Watch::default();
    for _ in 0..20 {
        let judged = watch.judge(&[found(3, Lock::Held, None)]);
        assert_eq!(judged[0].1, Life::Here);
    }
}

#[test]
fn a_folder_that_is_gone_is_not_made_again() {
    let (temp, folder) = folder();
    let mut sign = Sign::put_up(&folder, &person("DESK-2")).unwrap();
    fs::rename(folder.path(), temp.path().join("elsewhere")).unwrap();
    assert!(sign.beat().is_err());
    fs::create_dir(folder.path()).unwrap();
    assert!(sign.beat().is_err());
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    sign.leave();
}

#[test]
fn what_a_file_says_is_shown_and_not_obeyed() {
    assert_eq!(plain(" Ms\u{202e}\n陳\u{7} "), "Ms陳");
    assert_eq!(plain(&"x".repeat(1000)).len(), 60);
    let (_temp, folder) = folder();
    let open = folder.presence_folder();
    fs::create_dir_all(&open).unwrap();
    fs::write(open.join("notes.ron"), "(").unwrap();
    let broken = format!("{}.ron", Uuid::now_v7());
    fs::write(open.join(broken), "(user: ").unwrap();
    assert_eq!(Watch::default().look(&folder, &person("A"), &[]), []);
}

#[test]
fn a_file_that_must_not_be_written_says_so() {
    let (_temp, folder) = folder();
    assert_eq!(folder.may_write(), Ok(()));
    let file = folder.event_file();
    let mut permissions = fs::metadata(&file).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&file, permissions).unwrap();
    assert!(matches!(
        folder.may_write(),
        Err(StoreError::Unwritten(path, _)) if path == file
    ));
}

/// Carries the files of windows to another folder, as an engine does; the locks stay.
fn carried(from: &Folder, to: &Folder) {
    fs::create_dir_all(to.presence_folder()).unwrap();
    for entry in fs::read_dir(from.presence_folder()).unwrap().flatten() {
        fs::copy(entry.path(), to.presence_folder().join(entry.file_name())).unwrap();
    }
}

#[test]
fn what_a_synced_folder_has_brought_is_judged_by_its_beat_and_left_alone() {
    let (_theirs, theirs) = folder();
    let (_ours, ours) = folder();
    // Their machine may be called as ours is, or be ours.
    for me in [person("DESK-1"), person("DESK-2")] {
        let mut sign = Sign::put_up(&theirs, &person("DESK-2")).unwrap();
        let mut watch = Watch::default();
        for _ in 0..3 {
            sign.beat().unwrap();
            carried(&theirs, &ours);
            let seen = watch.look(&ours, &me, &[]);
            assert_eq!(seen.len(), 1);
            assert_eq!(seen[0].1, Life::Here);
        }
        assert!(ours.presence_file(sign.id(), "ron").exists());
        // It goes with their file, or when it no longer beats.
        for _ in 0..=STILL_LOOKS {
            watch.look(&ours, &me, &[]);
        }
        assert_eq!(watch.look(&ours, &me, &[]), []);
        sign.leave();
    }
}

#[test]
fn copies_of_the_files_of_windows_are_nobody_and_go() {
    let (_temp, folder) = folder();
    let sign = Sign::put_up(&folder, &person("DESK-2")).unwrap();
    let open = folder.presence_folder();
    let own = open.parent().unwrap();
    let said = "sync-conflict-20261128-211000-ABCDEFG";
    let copies = [
        open.join(format!("{}.{said}.ron", sign.id())),
        open.join(format!("{}.{said}.lock", sign.id())),
        open.join(format!("{}-SEC-LAPTOP-2.ron", sign.id())),
        open.join(format!("{}.part", Uuid::now_v7())),
        own.join(format!("saving.{said}")),
    ];
    let theirs = [open.join("notes.ron"), own.join("saving-notes")];
    let written = folder.presence_file(sign.id(), "ron");
    let long_ago = SystemTime::now() - std::time::Duration::from_mins(5);
    for file in copies.iter().chain(&theirs) {
        fs::copy(&written, file).unwrap();
        let opened = fs::File::options().write(true).open(file).unwrap();
        opened.set_modified(long_ago).unwrap();
    }
    let fresh = open.join(format!("{}.{said}.ron", Uuid::now_v7()));
    fs::copy(&written, &fresh).unwrap();
    let own_id = [sign.id()];
    assert_eq!(
        Watch::default().look(&folder, &person("DESK-1"), &own_id),
        []
    );
    for file in &copies {
        assert!(!file.exists(), "{file:?}");
    }
    assert!(theirs.iter().all(|file| file.exists()) && fresh.exists());
    // What is in the way of saving is in nobody's way.
    fs::write(own.join("saving"), "").unwrap();
    folder.save(&Event::empty(EventId::new())).unwrap();
    assert!(written.exists());
}
