//! What is done and not saved: written down as it is done, read as far as it is whole, and offered again.

mod colleague;
mod offered;

use std::{fs, path::Path, sync::Arc};

use jiff::Timestamp;
use proptest::prelude::*;
use runsheet::{
    model::{
        BatchName, Details, Edit, Event, EventId, History, Item, Lang, Room, RoomId, Session, Text,
    },
    store::{
        Folder, StoreError, from_ron,
        journal::{self, Entry, Head, Journal, JournalFile, recover},
        to_ron,
    },
};
use uuid::Uuid;

use crate::support::dice::Dice;

fn empty() -> Event {
    Event::empty(EventId::from_uuid(Uuid::from_u128(1)))
}

fn throws() -> impl Strategy<Value = Vec<u16>> {
    prop::collection::vec(any::<u16>(), 1..400)
}

/// Does as a person does until the dice are used up; gives what was done, and each state that the event was in.
fn work(mut dice: Dice) -> (Vec<Entry>, Vec<Event>) {
    let mut history = History::saved(empty());
    history.keep_acts();
    let (mut entries, mut states) = (Vec::new(), vec![empty()]);
    let mut last = None;
    while !dice.is_used_up() {
        match dice.roll(9) {
            0 | 1 => drop(history.undo().unwrap()),
            2 => drop(history.redo().unwrap()),
            3 => history.seal(),
            4 => {
                let edit = dice.edit(history.event());
                let after = last.filter(|_| dice.chance());
                history
                    .join(after, BatchName::AddPhotos(1), vec![edit])
                    .unwrap();
                last = Some(history.state());
            }
            5 => {
                // As in a form: the same item again, after each letter.
                let session = history.event().sessions.at(0).cloned();
                for _ in 0..dice.roll(4) {
                    if let Some(session) = &session {
                        let title = dice.text();
                        let put = Session {
                            title,
                            ..(**session).clone()
                        };
                        history.apply(put.into()).unwrap();
                    }
                }
            }
            _ => {
                let edit = dice.edit(history.event());
                history.apply(edit).unwrap();
            }
        }
        let now = Timestamp::from_second(i64::try_from(entries.len()).unwrap()).unwrap();
        entries.extend(
            history
                .take_acts()
                .into_iter()
                .map(|act| Entry::Did(now, act)),
        );
        states.push((**history.event()).clone());
    }
    (entries, states)
}

fn written(folder: &Path, base: &Event, entries: &[Entry]) -> Vec<u8> {
    let head = Head::new(base.id, base.details.title.clone());
    let file = JournalFile::begin(folder, &head, base, &[]).unwrap();
    let path = file.path().to_owned();
    let mut file = file;
    // In several goes, as it happens.
    for entries in entries.chunks(3) {
        file.append(entries).unwrap();
    }
    fs::read(path).unwrap()
}

/// The state that whatever is whole of a journal gives; none if not even its beginning is whole.
fn read(bytes: &[u8]) -> Option<(Event, usize)> {
    let journal = Journal::from_bytes(bytes, Path::new("a.journal")).ok()?;
    let count = journal.entries.len();
    let recovered = recover(journal, None);
    Some(((**recovered.history.event()).clone(), count))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(120) })]

    #[test]
    fn what_is_saved_is_what_is_read(throws in throws()) {
        let mut event = empty();
        Dice::new(throws).edits(&mut event, 40);
        let (read, migrated) = from_ron(&to_ron(&event), Path::new("event.ron")).unwrap();
        prop_assert_eq!(migrated, None);
        prop_assert_eq!(read, event);
    }

    #[test]
    fn whatever_is_done_is_read_back_from_the_journal_and_comes_to_the_same(throws in throws()) {
        let (entries, states) = work(Dice::new(throws));
        let temp = tempfile::tempdir().unwrap();
        let bytes = written(temp.path(), &empty(), &entries);
        let journal = Journal::from_bytes(&bytes, Path::new("a.journal")).unwrap();
        prop_assert_eq!(journal.torn, 0);
        prop_assert_eq!(&journal.entries, &entries);
        let mut history = recover(journal, None).history;
        prop_assert_eq!(&**history.event(), states.last().unwrap());
        // All of it can be taken back, though some of it may have become fewer steps.
        while history.undo().unwrap().is_some() {
            prop_assert!(states.contains(history.event()));
        }
        prop_assert_eq!(&**history.event(), &empty());
    }

    #[test]
    fn a_journal_that_is_torn_or_wrong_anywhere_gives_what_comes_before(
        throws in throws(),
        at in any::<prop::sample::Index>(),
        bit in 0_u8..8,
    ) {
        let (entries, _) = work(Dice::new(throws));
        let temp = tempfile::tempdir().unwrap();
        let mut bytes = written(temp.path(), &empty(), &entries);
        let at = at.index(bytes.len());
        let whole = Journal::from_bytes(&bytes[..at], Path::new("a.journal"));
        bytes[at] ^= 1 << bit;
        let flipped = Journal::from_bytes(&bytes, Path::new("a.journal"));
        for (journal, length) in [(whole, at), (flipped, bytes.len())] {
            let Ok(journal) = journal else { continue };
            prop_assert!(journal.entries.len() <= entries.len());
            prop_assert_eq!(&journal.entries, &entries[..journal.entries.len()]);
            prop_assert!(journal.torn <= length);
            // Every record but the one that is hit, and those behind it.
            let before = journal.entries.len();
            prop_assert!(length == bytes.len() || journal.torn > 0 || before < entries.len() || at == bytes.len());
        }
    }
}

/// An event with one room, and the entries that call it otherwise, one letter after the other.
fn renaming() -> (Event, Vec<Entry>) {
    let room = |name: &str| Room {
        id: RoomId::from_uuid(Uuid::from_u128(2)),
        ..Room::new(Text::en(name))
    };
    let mut event = empty();
    event.apply(&room("Hall").into()).unwrap();
    let mut history = History::saved(event.clone());
    history.keep_acts();
    for name in ["Hall 1", "Hall 2", "Hall 3"] {
        history.apply(room(name).into()).unwrap();
        history.seal();
    }
    let acts = history.take_acts().into_iter();
    let entries = acts.map(|act| Entry::Did(Timestamp::UNIX_EPOCH, act));
    (event, entries.collect())
}

fn room_of(event: &Event) -> &str {
    event.rooms.at(0).unwrap().name.text(&Lang::EN)
}

#[test]
fn every_record_before_a_tear_is_read() {
    let (event, entries) = renaming();
    let temp = tempfile::tempdir().unwrap();
    let bytes = written(temp.path(), &event, &entries);
    let (whole, count) = read(&bytes).unwrap();
    assert_eq!((room_of(&whole), count), ("Hall 3", 6));
    // One byte less costs the last record, and no other.
    let (torn, count) = read(&bytes[..bytes.len() - 1]).unwrap();
    assert_eq!((room_of(&torn), count), ("Hall 3", 5));
    let mut counts: Vec<_> = (0..=bytes.len())
        .filter_map(|at| read(&bytes[..at]).map(|(_, count)| count))
        .collect();
    assert!(counts.is_sorted());
    counts.dedup();
    assert_eq!(counts, [0, 1, 2, 3, 4, 5, 6]);
    // A record that stands whole where it was not written counts for nothing.
    let last = b"\n".len()
        + bytes[..bytes.len() - 1]
            .iter()
            .rev()
            .position(|b| *b == b'\n')
            .unwrap();
    let mut twice = bytes.clone();
    twice.extend_from_slice(&bytes[bytes.len() - last..]);
    assert_eq!(read(&twice).unwrap().1, 6);
}

#[test]
fn a_file_that_is_no_journal_or_a_newer_one_is_told() {
    let none = |bytes: &[u8]| Journal::from_bytes(bytes, Path::new("x.journal")).unwrap_err();
    for bytes in [
        &b""[..],
        b"runsheet journal",
        b"(format: 1)",
        b"runsheet journal 1\n",
    ] {
        assert!(matches!(none(bytes), StoreError::NotAJournal(_)));
    }
    assert!(matches!(
        none(b"runsheet journal 3\nwhatever"),
        StoreError::Newer { format: 3, .. }
    ));
}

#[test]
fn a_save_that_was_the_persons_own_is_no_change_of_somebody_else() {
    let (event, entries) = renaming();
    let temp = tempfile::tempdir().unwrap();
    let path = temp.path().join("event");
    let folder = Folder::create(&path, &event).unwrap();
    let began = folder.read().unwrap();
    let head = Head::new(event.id, Text::default()).with_stamp(Some(began.stamp));
    let file = JournalFile::begin(temp.path(), &head, &event, &entries).unwrap();
    let recovered = |folder: &Folder| {
        let disk = folder.read().unwrap();
        let journal = Journal::read(file.path()).unwrap();
        recover(journal, Some((&disk.event, disk.stamp)))
    };
    let all = recovered(&folder);
    assert_eq!((all.steps.len(), all.has_changed), (3, false));
    assert!(all.history.is_dirty());
    // Killed between the save of the second name and its note in the journal.
    let mut second = History::saved(event.clone());
    for entry in &entries[..4] {
        if let Entry::Did(_, act) = entry {
            second.replay(act).unwrap();
        }
    }
    folder.save(second.event()).unwrap();
    let rest = recovered(&folder);
    assert_eq!((rest.steps.len(), rest.has_changed), (1, false));
    assert_eq!(room_of(rest.history.event()), "Hall 3");
    assert_eq!(room_of(&rest.saved), "Hall 2");
    // Somebody else has saved something that it never was here.
    let mut theirs = event.clone();
    let details = Details {
        title: Text::en("Theirs"),
        ..Details::default()
    };
    theirs.apply(&Edit::Details(Box::new(details))).unwrap();
    folder.save(&theirs).unwrap();
    let other = recovered(&folder);
    assert_eq!((other.steps.len(), other.has_changed), (3, true));
    assert_eq!(*other.base, event);
    assert_eq!(other.base_stamp, Some(began.stamp));
}

#[test]
fn what_was_done_before_the_journal_began_is_taken_back_in_it_as_well() {
    let (event, _) = renaming();
    let mut history = History::saved(event);
    let hall = history
        .event()
        .item(RoomId::from_uuid(Uuid::from_u128(2)).into());
    let Some(Item::Room(hall)) = hall else {
        panic!()
    };
    let named = |name: &str| Room {
        name: Text::en(name),
        ..(*hall).clone()
    };
    history.apply(named("A").into()).unwrap();
    history.seal();
    history.apply(named("B").into()).unwrap();
    history.seal();
    // The event is saved, and two steps are taken back that the new journal does not know.
    let base = (**history.event()).clone();
    history.mark_saved(Arc::clone(history.event()));
    history.keep_acts();
    history.undo().unwrap();
    history.undo().unwrap();
    history.redo().unwrap();
    let mut other = History::saved(base);
    for act in history.take_acts() {
        other.replay(&act).unwrap();
    }
    assert_eq!(room_of(other.event()), "A");
    other.undo().unwrap();
    assert_eq!(room_of(other.event()), "Hall");
}

#[test]
fn a_journal_that_is_being_written_is_left_alone_and_one_that_was_left_is_found() {
    let (event, entries) = renaming();
    let temp = tempfile::tempdir().unwrap();
    let head = Head::new(event.id, Text::en("Forum"));
    let file = JournalFile::begin(temp.path(), &head, &event, &entries).unwrap();
    let path = file.path().to_owned();
    assert!(journal::in_folder(temp.path()).is_empty(), "it is locked");
    journal::remove(&path, event.id);
    assert!(path.exists(), "nobody takes it away");
    drop(file);
    let left = journal::in_folder(temp.path());
    assert_eq!(left.len(), 1);
    assert!(journal::was_left(&left[0]));
    let kept = journal::keep_for_later(&path).unwrap();
    let left = journal::in_folder(temp.path());
    assert!(left[0].is_kept && !journal::was_left(&left[0]));
    // Another journal has taken its entries over.
    let next = Head {
        replaces: vec![head.id],
        ..Head::new(event.id, Text::en("Forum"))
    };
    drop(JournalFile::begin(temp.path(), &next, &event, &entries).unwrap());
    let left = journal::in_folder(temp.path());
    assert_eq!((left.len(), left[0].head.id), (1, next.id));
    // A file that others may write says whatever it likes of whose entries it has taken over.
    assert!(journal::remove(&kept, EventId::new()));
    assert!(kept.exists());
    assert!(!journal::remove(&kept, event.id));
    assert!(!kept.exists());
    // Of a link nobody knows where it leads.
    #[cfg(unix)]
    {
        let link = temp.path().join(format!("{}.journal", Uuid::now_v7()));
        std::os::unix::fs::symlink(&left[0].file, &link).unwrap();
        assert_eq!(journal::in_folder(temp.path()).len(), 1);
    }
}

#[test]
fn a_journal_whose_beginning_was_cut_off_takes_nothing_over() {
    let (event, entries) = renaming();
    let temp = tempfile::tempdir().unwrap();
    let head = Head::new(event.id, Text::en("Forum"));
    drop(JournalFile::begin(temp.path(), &head, &event, &entries).unwrap());
    let next = Head {
        replaces: vec![head.id],
        ..Head::new(event.id, Text::en("Forum"))
    };
    // Its bytes stand under another name until all of them are there.
    let other = tempfile::tempdir().unwrap();
    let whole = JournalFile::begin(other.path(), &next, &event, &entries).unwrap();
    let bytes = fs::read(whole.path()).unwrap();
    let aside = temp.path().join(format!("{}.new", next.id));
    fs::write(&aside, &bytes[..bytes.len() / 2]).unwrap();
    let left = journal::in_folder(temp.path());
    assert_eq!((left.len(), left[0].head.id), (1, head.id));
}

#[test]
fn a_journal_that_a_synced_folder_has_brought_is_not_offered_nor_taken_away() {
    let (event, entries) = renaming();
    let temp = tempfile::tempdir().unwrap();
    let ours = Folder::create(&temp.path().join("ours"), &event).unwrap();
    let theirs = Folder::create(&temp.path().join("theirs"), &event).unwrap();
    let named = theirs.path().display().to_string();
    let head = Head {
        folder: Some(named.clone()),
        ..Head::new(event.id, Text::en("Forum"))
    };
    // Their program runs, on this machine or on one that is called alike; its lock is in their folder.
    let running = JournalFile::begin(&theirs.journals(), &head, &event, &entries).unwrap();
    fs::create_dir_all(ours.journals()).unwrap();
    let name = running.path().file_name().unwrap();
    fs::copy(running.path(), ours.journals().join(name)).unwrap();
    let left = journal::in_event(&ours, Some(event.id), None);
    assert_eq!(left.len(), 1, "who asks is shown it");
    assert!(left[0].is_copied && !journal::was_left(&left[0]));
    // A copy of a copy has no name that we give.
    let stem = name.to_str().unwrap().strip_suffix(".journal").unwrap();
    let conflict = format!("{stem}.sync-conflict-20261128-211000-ABCDEFG.journal");
    fs::copy(running.path(), ours.journals().join(&conflict)).unwrap();
    assert_eq!(journal::in_event(&ours, Some(event.id), None).len(), 1);
    assert!(
        ours.journals().join(&conflict).exists(),
        "what is in it stays"
    );
    drop(running);
    // A folder that was moved has its own with it.
    fs::rename(theirs.path(), temp.path().join("moved")).unwrap();
    let moved = Folder::at(&temp.path().join("moved")).unwrap();
    let left = journal::in_event(&moved, Some(event.id), None);
    assert!(journal::was_left(&left[0]));
}
