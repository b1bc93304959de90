//! Whatever people do can be undone and done again, and nothing ever names what is gone.

use std::{collections::BTreeSet, sync::Arc};

use proptest::prelude::*;
use runsheet::model::{
    Appearance, Attendance, BatchName, Edit, EditError, Event, EventId, History, Item, ItemId,
    ItemKind, Lang, Listed, Participant, ParticipantId, Placement, Role, Roll, Room, RoomId,
    Session, SessionKind, Start, Text, Who,
};
use runsheet::plan::Plan;
use uuid::Uuid;

use crate::support::dice::{Dice, everything, without_kind};

/// Each item stands once, is found by its identity, and stands where its place says.
fn assert_sound(event: &Event) {
    fn sound<T: Listed>(roll: &Roll<T>) {
        for (place, item) in roll.iter().enumerate() {
            assert_eq!(roll.place(item.id()), Some(place));
            assert!(
                roll.get(item.id())
                    .is_some_and(|found| Arc::ptr_eq(found, item))
            );
        }
    }
    sound(&event.sessions);
    sound(&event.participants);
    sound(&event.organisations);
    sound(&event.delegations);
    sound(&event.rooms);
    sound(&event.teams);
    sound(&event.agreements);
    sound(&event.photos);
    let all = everything(event);
    assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len());
}

/// Whether an identity stands anywhere in what would be saved: this knows nothing of which fields there are.
fn is_named(event: &Event, id: ItemId) -> bool {
    let saved = serde_json::to_string(event).unwrap();
    saved.contains(&id.uuid().to_string())
}

fn empty() -> Event {
    Event::empty(EventId::from_uuid(Uuid::from_u128(1)))
}

fn throws() -> impl Strategy<Value = Vec<u16>> {
    prop::collection::vec(any::<u16>(), 1..600)
}

/// Makes edits, takes each back and makes it again, and expects every state on the way.
fn check(mut event: Event, edits: &[Edit], expected: &Event) {
    let mut states = vec![event.clone()];
    let mut undos = Vec::new();
    for edit in edits {
        undos.push(event.apply(edit).unwrap());
        assert_sound(&event);
        states.push(event.clone());
    }
    assert_eq!(&event, expected);
    let mut redos = Vec::new();
    for (undo, state) in undos.iter().zip(&states).rev() {
        redos.push(event.apply(undo).unwrap());
        assert_sound(&event);
        assert_eq!(&event, state);
    }
    // What takes an undo back does the same as the edit itself.
    for ((edit, redo), state) in edits.iter().zip(redos.iter().rev()).zip(&states[1..]) {
        let mut other = event.clone();
        event.apply(edit).unwrap();
        other.apply(redo).unwrap();
        assert_eq!(&event, state);
        assert_eq!(&other, state);
    }
}

#[test]
fn two_no_longer_overlap_where_only_the_first_of_them_is_moved() {
    let mut event = empty();
    let session = |id: u128, start: i8, minutes: u32| Session {
        id: runsheet::model::SessionId::from_uuid(Uuid::from_u128(id)),
        start: Start::Fixed(jiff::civil::time(9, start, 0, 0)),
        length: runsheet::model::Length::seconds(minutes * 60).unwrap(),
        ..Session::new(SessionKind::Other, jiff::civil::date(2025, 6, 3))
    };
    for one in [session(1, 0, 45), session(2, 30, 5)] {
        event.apply(&Edit::from(one)).unwrap();
    }
    let (before, plan) = (event.clone(), Plan::of(&event));
    // It ends when it did, and begins when the other is over.
    event.apply(&Edit::from(session(1, 40, 5))).unwrap();
    assert_ne!(plan.problems, Plan::of(&event).problems);
    assert_eq!(plan.after(&before, &event), Plan::of(&event));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn whatever_is_done_can_be_undone_and_done_again(throws in throws()) {
        let mut event = empty();
        let edits = Dice::new(throws).edits(&mut event, 40);
        check(empty(), &edits, &event);
    }

    #[test]
    fn what_follows_from_a_change_is_what_follows_from_the_whole(throws in throws()) {
        let mut event = empty();
        let mut dice = Dice::new(throws);
        let mut plan = Plan::of(&event);
        for _ in 0..30 {
            let before = event.clone();
            let edits = 1 + dice.roll(3);
            dice.edits(&mut event, edits);
            plan = plan.after(&before, &event);
            prop_assert_eq!(&plan, &Plan::of(&event));
        }
    }

    #[test]
    fn nothing_names_what_was_removed(throws in throws()) {
        let mut event = empty();
        let mut dice = Dice::new(throws);
        dice.edits(&mut event, 30);
        for id in everything(&event) {
            let mut without = event.clone();
            prop_assert!(is_named(&without, id));
            let undo = without.apply(&Edit::Remove(id)).unwrap();
            prop_assert!(!is_named(&without, id), "{id:?} is still named");
            prop_assert_eq!(everything(&without).len() + 1, everything(&event).len());
            without.apply(&undo).unwrap();
            prop_assert_eq!(&without, &event);
        }
    }

    /// A file that was edited by hand names what it does not have. Adding just that, and taking it back, changes nothing
    /// of the names.
    #[test]
    fn what_was_named_before_it_was_there_is_taken_back_alone(throws in throws()) {
        let mut event = empty();
        Dice::new(throws).edits(&mut event, 60);
        for kind in ItemKind::ALL {
            let without = without_kind(&event, kind);
            let of_kind = everything(&event).into_iter().filter(|id| id.kind() == kind);
            let puts: Vec<Edit> = of_kind.filter_map(|id| event.item(id)).map(Edit::Put).collect();
            check(without.clone(), &puts, &event);
            if !puts.is_empty() {
                check(without, &[Edit::Batch(BatchName::Merge, puts)], &event);
            }
        }
    }

    /// In a large deed it is noted what is named, instead of looking for it each time.
    #[test]
    fn a_large_batch_does_what_its_edits_do_one_by_one(throws in throws(), is_turned in any::<bool>()) {
        let mut full = empty();
        Dice::new(throws).edits(&mut full, 60);
        let mut all = everything(&full);
        all.sort_by_key(|id| id.kind());
        if is_turned {
            all.reverse();
        }
        let puts = all.iter().filter_map(|id| full.item(*id)).map(Edit::Put);
        let removals = all.iter().copied().map(Edit::Remove);
        for (before, edits) in [
            (empty(), puts.collect::<Vec<_>>()),
            (full.clone(), removals.collect()),
        ] {
            let others = (0..20).map(|_| Room::new(Text::en("Other")).into());
            let edits: Vec<Edit> = others.chain(edits).collect();
            let mut one_by_one = before.clone();
            let mut undos: Vec<_> = edits.iter().map(|edit| one_by_one.apply(edit).unwrap()).collect();
            undos.reverse();
            let mut at_once = before.clone();
            let undo = at_once.apply(&Edit::Batch(BatchName::Merge, edits)).unwrap();
            prop_assert_eq!(&at_once, &one_by_one);
            prop_assert_eq!(&undo, &Edit::Batch(BatchName::Merge, undos));
            at_once.apply(&undo).unwrap();
            prop_assert_eq!(&at_once, &before);
        }
    }

    #[test]
    fn a_batch_that_fails_midway_changes_nothing(throws in throws()) {
        let mut event = empty();
        let mut dice = Dice::new(throws);
        dice.edits(&mut event, 15);
        let nobody = ItemId::Participant(ParticipantId::from_uuid(Uuid::from_u128(7)));
        let mut edits = dice.edits(&mut event.clone(), 8);
        edits.insert(dice.roll(edits.len() + 1), Edit::Remove(nobody));
        let before = event.clone();
        let failing = Edit::Batch(BatchName::RemoveItems(1), edits);
        prop_assert_eq!(event.apply(&failing), Err(EditError::Missing(nobody)));
        prop_assert_eq!(&event, &before);
        assert_sound(&event);
    }

    #[test]
    fn a_history_is_the_list_of_what_people_did(throws in throws()) {
        follow(Dice::new(throws));
    }
}

/// What the next edit must be about to belong to the same step.
#[derive(Clone, Copy, PartialEq)]
enum Subject {
    Item(ItemId),
    Details,
}

fn subject(edit: &Edit) -> Option<Subject> {
    match edit {
        Edit::Put(item) => Some(Subject::Item(item.id())),
        Edit::Details(_) => Some(Subject::Details),
        Edit::Remove(_) | Edit::Place(_) | Edit::Batch(..) => None,
    }
}

/// Does as a person does, beside a plain list of whole events, and expects the same of both.
fn follow(mut dice: Dice) {
    let mut history = History::saved(empty());
    let mut states = vec![empty()];
    let (mut at, mut saved) = (0_usize, empty());
    let mut open: Option<Subject> = None;
    while !dice.is_used_up() {
        match dice.roll(8) {
            0 => {
                assert_eq!(history.undo().unwrap().is_some(), at > 0);
                at = at.saturating_sub(1);
                open = None;
            }
            1 => {
                assert_eq!(history.redo().unwrap().is_some(), at + 1 < states.len());
                at = (at + 1).min(states.len() - 1);
                open = None;
            }
            2 => {
                history.seal();
                open = None;
            }
            3 => {
                history.mark_saved(Arc::clone(history.event()));
                saved = states[at].clone();
            }
            _ => {
                // As in a form, the same item is often put again.
                let again = match open {
                    Some(Subject::Item(id)) if dice.chance() => states[at].item(id),
                    _ => None,
                };
                let edit = match again {
                    Some(Item::Session(session)) => {
                        let title = dice.text();
                        Session {
                            title,
                            ..(*session).clone()
                        }
                        .into()
                    }
                    _ => dice.edit(&states[at]),
                };
                let mut event = states[at].clone();
                event.apply(&edit).unwrap();
                states.truncate(at + 1);
                let goes_on = open.is_some() && open == subject(&edit);
                open = subject(&edit);
                if goes_on && event == states[at - 1] {
                    // What was done has been taken back by hand: no step is left.
                    states.truncate(at);
                    at -= 1;
                    open = None;
                } else if goes_on {
                    states[at] = event;
                } else {
                    states.push(event);
                    at += 1;
                }
                history.apply(edit).unwrap();
            }
        }
        assert_eq!(**history.event(), states[at]);
        assert_eq!(history.is_dirty(), states[at] != saved);
        assert_eq!(history.undoable().is_some(), at > 0);
        assert_eq!(history.redoable().is_some(), at + 1 < states.len());
    }
}

#[test]
fn typing_is_one_step_until_the_person_goes_on() {
    let room = |id: u128, name: &str| Room {
        id: RoomId::from_uuid(Uuid::from_u128(id)),
        ..Room::new(Text::en(name))
    };
    let mut history = History::unsaved(empty());
    assert!(history.is_dirty());
    for name in ["H", "Ha", "Hall"] {
        history.apply(room(1, name).into()).unwrap();
    }
    history.seal();
    history.apply(room(1, "Hall A").into()).unwrap();
    history.apply(room(2, "Foyer").into()).unwrap();
    let names = |history: &History| -> Vec<String> {
        let rooms = history.event().rooms.iter();
        rooms
            .map(|room| room.name.text(&Lang::EN).to_owned())
            .collect()
    };
    assert_eq!(names(&history), ["Hall A", "Foyer"]);
    for expected in [&["Hall A"] as &[&str], &["Hall"], &[]] {
        assert!(history.undo().unwrap().is_some());
        assert_eq!(names(&history), expected);
    }
    assert_eq!(history.undo(), Ok(None));
    assert!(history.redo().unwrap().is_some());
    assert_eq!(
        names(&history),
        ["Hall"],
        "the step is done again as it ended"
    );
}

#[test]
fn an_edit_that_fails_leaves_the_history_as_it_was() {
    let mut history = History::saved(empty());
    let room = Room::new(Text::en("Hall"));
    let id = room.id;
    history.apply(room.into()).unwrap();
    assert!(history.undo().unwrap().is_some());
    let failing = [
        Edit::Remove(id.into()),
        Edit::Place(Placement::Room(id, None)),
        Edit::Batch(BatchName::Restore, vec![Edit::Remove(id.into())]),
    ];
    for edit in failing {
        assert_eq!(history.apply(edit), Err(EditError::Missing(id.into())));
        assert!(!history.is_dirty());
        assert!(
            history.redoable().is_some(),
            "what was undone can still be redone"
        );
    }
    assert!(history.redo().unwrap().is_some());
    let elsewhere = RoomId::from_uuid(Uuid::from_u128(9));
    let nowhere = Edit::Place(Placement::Room(id, Some(elsewhere)));
    assert_eq!(
        history.apply(nowhere),
        Err(EditError::Missing(elsewhere.into()))
    );
}

#[test]
fn saving_a_state_that_is_past_leaves_what_came_after_unsaved() {
    let mut history = History::saved(empty());
    history.apply(Room::new(Text::en("Hall")).into()).unwrap();
    let being_saved = Arc::clone(history.event());
    history.apply(Room::new(Text::en("Foyer")).into()).unwrap();
    history.mark_saved(being_saved);
    assert!(history.is_dirty());
    history.undo().unwrap();
    assert!(!history.is_dirty());
    history.apply(Room::new(Text::en("Lobby")).into()).unwrap();
    assert!(history.is_dirty());
    history.undo().unwrap();
    assert!(!history.is_dirty());
}

#[test]
fn what_is_typed_and_taken_out_again_is_no_edit() {
    let room = |name: &str| Room {
        id: RoomId::from_uuid(Uuid::from_u128(1)),
        ..Room::new(Text::en(name))
    };
    let mut event = empty();
    event.apply(&room("Hall").into()).unwrap();
    let mut history = History::saved(event);
    for name in ["Hall 2", "Hall 25", "Hall"] {
        history.apply(room(name).into()).unwrap();
    }
    assert!(!history.is_dirty());
    assert_eq!(history.undoable(), None);
    // In two steps it is as little different from the file.
    history.apply(room("Foyer").into()).unwrap();
    history.seal();
    history.apply(room("Hall").into()).unwrap();
    assert!(!history.is_dirty());
    assert!(history.undo().unwrap().is_some() && history.is_dirty());
}

#[test]
fn what_is_removed_comes_back_where_it_stood() {
    let mut event = empty();
    let rooms = ["A", "B", "C"].map(|name| Room::new(Text::en(name)));
    for room in &rooms {
        event.apply(&room.clone().into()).unwrap();
    }
    let mut expected = event.clone();
    let gone = Edit::Remove(rooms[1].id.into());
    expected.apply(&gone).unwrap();
    let left: Vec<_> = expected.rooms.iter().map(|room| room.id).collect();
    assert_eq!(left, [rooms[0].id, rooms[2].id]);
    check(event, &[gone], &expected);
}

#[test]
fn what_arrives_bit_by_bit_is_one_step_and_what_arrives_later_another() {
    let mut history = History::saved(empty());
    let add = |history: &mut History, after, count| {
        let room = Room::new(Text::en("Hall"));
        let name = BatchName::AddPhotos(count);
        history.join(after, name, vec![room.into()]).unwrap();
        Some(history.state())
    };
    let first = add(&mut history, None, 1);
    add(&mut history, first, 2);
    let other = add(&mut history, None, 1);
    let other = add(&mut history, other, 2);
    assert_eq!(history.event().rooms.len(), 4);
    // Another step came between.
    history.apply(Room::new(Text::en("Foyer")).into()).unwrap();
    add(&mut history, other, 3);
    for left in [5, 4, 2, 0] {
        history.undo().unwrap();
        assert_eq!(history.event().rooms.len(), left);
    }
    assert!(!history.is_dirty());
}

#[test]
fn what_is_said_of_somebody_follows_the_order_of_their_sessions() {
    let mut event = empty();
    let mut person = Participant::new();
    person.attendance = Attendance::Declined;
    let (id, day) = (person.id, jiff::civil::date(2025, 6, 3));
    let session = |hour: i8| {
        let mut session = Session::new(SessionKind::Keynote, day);
        session.start = Start::Fixed(jiff::civil::time(hour, 0, 0, 0));
        session.people.push(Appearance {
            who: Who::Person(id),
            role: Role::Speaker,
            position: String::new(),
        });
        session
    };
    let (first, second) = (session(9), session(14));
    let moved = Placement::Session(second.id, Some(first.id));
    for edit in [Edit::from(person), first.into(), second.into()] {
        event.apply(&edit).unwrap();
    }
    let (before, plan) = (event.clone(), Plan::of(&event));
    event.apply(&Edit::Place(moved)).unwrap();
    assert_eq!(plan.after(&before, &event), Plan::of(&event));
    assert_ne!(plan.problems, Plan::of(&event).problems);
}
