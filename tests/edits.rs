//! Whatever people do can be undone and done again, and nothing ever names what is gone.

use std::{collections::BTreeSet, sync::Arc};

use jiff::civil::{date, time};
use proptest::prelude::*;
use runsheet::model::{
    Agreement, AgreementId, Appearance, Audience, BatchName, Clearance, Cue, Delegation,
    DelegationId, Details, Edit, EditError, Event, EventId, FileName, History, Item, ItemId, Lang,
    Length, Listed, Name, Offset, Organisation, OrganisationId, Participant, ParticipantId, Party,
    Photo, PhotoId, PixelSize, Placement, Role, Roll, Room, RoomId, Session, SessionId,
    SessionKind, Start, Step, Team, TeamId, Text, Who,
};
use uuid::Uuid;

/// What happens next, thrown by the test; when the throws are used up, always the first of what is possible.
struct Dice {
    throws: std::vec::IntoIter<u16>,
    next_id: u128,
}

impl Dice {
    fn new(throws: Vec<u16>) -> Self {
        Self {
            throws: throws.into_iter(),
            next_id: 1,
        }
    }

    fn is_used_up(&self) -> bool {
        self.throws.len() == 0
    }

    /// A number below `sides`.
    fn roll(&mut self, sides: usize) -> usize {
        usize::from(self.throws.next().unwrap_or(0)) % sides.max(1)
    }

    fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.roll(all.len())]
    }

    fn chance(&mut self) -> bool {
        self.roll(2) == 1
    }

    fn text(&mut self) -> Text {
        let word = self.of(&["", "Forum", "#show \"x\"", "簽署儀式", "a\nb"]);
        Text::en(word).with(&Lang::ZH_HANT, self.of(&["", "論壇"]))
    }

    /// One that is in the list, or none.
    fn present<T: Listed>(&mut self, roll: &Roll<T>) -> Option<T::Id> {
        let place = self.roll(roll.len() + 1);
        roll.at(place).map(|item| item.id())
    }

    fn who(&mut self, event: &Event) -> Option<Who> {
        if self.chance() {
            self.present(&event.participants).map(Who::Person)
        } else {
            self.present(&event.organisations)
                .map(Who::RepresentativeOf)
        }
    }

    fn cues(&mut self, event: &Event) -> Vec<Cue> {
        let text = self.text();
        let team = self.present(&event.teams);
        team.map(|team| Cue { team, text }).into_iter().collect()
    }

    fn times<T>(&mut self, most: usize, mut make: impl FnMut(&mut Self) -> T) -> Vec<T> {
        (0..self.roll(most + 1)).map(|_| make(self)).collect()
    }

    /// The identity of something new, or of something that is there.
    fn id<T: Listed>(&mut self, roll: &Roll<T>, make: fn(Uuid) -> T::Id) -> T::Id {
        self.present(roll).unwrap_or_else(|| {
            self.next_id += 1;
            make(Uuid::from_u128(self.next_id << 64))
        })
    }

    /// An item of any kind, new or changed, which names others that are there.
    fn item(&mut self, event: &Event) -> Item {
        match self.roll(8) {
            0 => self.session(event).into(),
            1 => self.participant(event).into(),
            2 => Organisation {
                id: self.id(&event.organisations, OrganisationId::from_uuid),
                delegation: self.present(&event.delegations),
                ..Organisation::new(self.text())
            }
            .into(),
            3 => Delegation {
                id: self.id(&event.delegations, DelegationId::from_uuid),
                ..Delegation::new(self.text())
            }
            .into(),
            4 => Room {
                id: self.id(&event.rooms, RoomId::from_uuid),
                name: self.text(),
            }
            .into(),
            5 => Team {
                id: self.id(&event.teams, TeamId::from_uuid),
                name: self.text(),
            }
            .into(),
            6 => Agreement {
                id: self.id(&event.agreements, AgreementId::from_uuid),
                title: self.text(),
                parties: self.times(3, |dice| Party {
                    organisation: dice.present(&event.organisations),
                    signatory: dice.present(&event.participants),
                }),
                witnesses: (self.present(&event.participants).into_iter()).collect(),
                session: self.present(&event.sessions),
            }
            .into(),
            _ => self.photo(event).into(),
        }
    }

    fn session(&mut self, event: &Event) -> Session {
        let kind = self.of(&SessionKind::ALL);
        let mut session = Session::new(kind, date(2025, 6, 3));
        session.id = self.id(&event.sessions, SessionId::from_uuid);
        session.title = self.text();
        session.start = self.of(&[Start::Follows, Start::Fixed(time(9, 30, 0, 0))]);
        session.length = Length::minutes(self.of(&[1, 20, 90])).unwrap();
        session.room = self.present(&event.rooms);
        session.audience = self.of(&[Audience::Guests, Audience::Staff]);
        for _ in 0..self.roll(4) {
            session.people.extend(self.who(event).map(|who| Appearance {
                who,
                role: self.of(&Role::ALL),
                position: String::new(),
            }));
        }
        session.cues = self.cues(event);
        session.steps = self.times(2, |dice| Step {
            offset: Offset::seconds(dice.of(&[-60, 0, 90])),
            text: dice.text(),
            cues: dice.cues(event),
        });
        session
    }

    fn participant(&mut self, event: &Event) -> Participant {
        let mut person = Participant::new();
        person.id = self.id(&event.participants, ParticipantId::from_uuid);
        person
            .name
            .set(&Lang::EN, Name::new("Dr", "Ng", self.of(&["Ada", "Ben"])));
        person.organisation = self.present(&event.organisations);
        person.portrait = self.present(&event.photos);
        person.precedence = self.of(&[None, Some(1), Some(2)]);
        person
    }

    fn photo(&mut self, event: &Event) -> Photo {
        let file = FileName::try_from(self.of(&["a.jpg", "合照 1.jpg"]).to_owned()).unwrap();
        let size = PixelSize {
            width: 600,
            height: 400,
        };
        let mut photo = Photo::new(file, "0".repeat(64), size);
        photo.id = self.id(&event.photos, PhotoId::from_uuid);
        photo.session = self.present(&event.sessions);
        photo.clearance = self.of(&Clearance::ALL);
        for _ in 0..self.roll(3) {
            let row: Vec<Who> = (0..3).filter_map(|_| self.who(event)).collect();
            // A row without anybody is no row.
            photo.rows.extend((!row.is_empty()).then_some(row));
        }
        photo
    }

    /// Any item that is there.
    fn any(&mut self, event: &Event) -> Option<ItemId> {
        let all = everything(event);
        let place = self.roll(all.len());
        all.get(place).copied()
    }

    fn placement(&mut self, event: &Event) -> Option<Placement> {
        Some(match self.any(event)? {
            ItemId::Session(id) => Placement::Session(id, self.present(&event.sessions)),
            ItemId::Participant(id) => {
                Placement::Participant(id, self.present(&event.participants))
            }
            ItemId::Organisation(id) => {
                Placement::Organisation(id, self.present(&event.organisations))
            }
            ItemId::Delegation(id) => Placement::Delegation(id, self.present(&event.delegations)),
            ItemId::Room(id) => Placement::Room(id, self.present(&event.rooms)),
            ItemId::Team(id) => Placement::Team(id, self.present(&event.teams)),
            ItemId::Agreement(id) => Placement::Agreement(id, self.present(&event.agreements)),
            ItemId::Photo(id) => Placement::Photo(id, self.present(&event.photos)),
        })
    }

    /// An edit that can be made to this event.
    fn edit(&mut self, event: &Event) -> Edit {
        let put = |dice: &mut Self| Edit::Put(dice.item(event));
        match self.roll(12) {
            0..=6 => put(self),
            7 | 8 => self.any(event).map_or_else(|| put(self), Edit::Remove),
            9 => (self.placement(event)).map_or_else(|| put(self), Edit::Place),
            10 => Edit::Details(Box::new(Details {
                title: self.text(),
                ..event.details.clone()
            })),
            _ => {
                let mut sketch = event.clone();
                let count = self.roll(5);
                Edit::Batch(BatchName::AddPhotos(count), self.edits(&mut sketch, count))
            }
        }
    }

    /// Edits that can be made one after the other; the event is as they leave it.
    fn edits(&mut self, event: &mut Event, most: usize) -> Vec<Edit> {
        let mut edits = Vec::new();
        while edits.len() < most && !self.is_used_up() {
            let edit = self.edit(event);
            event.apply(&edit).unwrap();
            edits.push(edit);
        }
        edits
    }
}

/// Every item of an event.
fn everything(event: &Event) -> Vec<ItemId> {
    fn ids<T: Listed>(roll: &Roll<T>) -> impl Iterator<Item = ItemId>
    where
        ItemId: From<T::Id>,
    {
        roll.iter().map(|item| item.id().into())
    }
    ids(&event.sessions)
        .chain(ids(&event.participants))
        .chain(ids(&event.organisations))
        .chain(ids(&event.delegations))
        .chain(ids(&event.rooms))
        .chain(ids(&event.teams))
        .chain(ids(&event.agreements))
        .chain(ids(&event.photos))
        .collect()
}

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

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn whatever_is_done_can_be_undone_and_done_again(throws in throws()) {
        let mut event = empty();
        let edits = Dice::new(throws).edits(&mut event, 40);
        check(empty(), &edits, &event);
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
    let mut states = vec![(0, empty())];
    let (mut at, mut made, mut saved) = (0_usize, 0, 0);
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
                history.mark_saved(history.state());
                saved = states[at].0;
            }
            _ => {
                // As in a form, the same item is often put again.
                let again = match open {
                    Some(Subject::Item(id)) if dice.chance() => states[at].1.item(id),
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
                    _ => dice.edit(&states[at].1),
                };
                let mut event = states[at].1.clone();
                event.apply(&edit).unwrap();
                made += 1;
                states.truncate(at + 1);
                if open.is_some() && open == subject(&edit) {
                    states[at] = (made, event);
                } else {
                    states.push((made, event));
                    at += 1;
                }
                open = subject(&edit);
                history.apply(edit).unwrap();
            }
        }
        assert_eq!(**history.event(), states[at].1);
        assert_eq!(history.is_dirty(), states[at].0 != saved);
        assert_eq!(history.undoable().is_some(), at > 0);
        assert_eq!(history.redoable().is_some(), at + 1 < states.len());
    }
}

#[test]
fn typing_is_one_step_until_the_person_goes_on() {
    let room = |id: u128, name: &str| Room {
        id: RoomId::from_uuid(Uuid::from_u128(id)),
        name: Text::en(name),
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
    let being_saved = history.state();
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
