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
