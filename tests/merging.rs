//! Two people change one event: what each did is there, or both are asked.

mod decisions;
mod disjoint;
mod examples;
mod photo_names;

use std::{collections::BTreeMap, sync::Arc};

use proptest::prelude::*;
use runsheet::{
    model::{
        Appearance, Attendance, Cue, Details, Edit, Event, EventId, History, Item, ItemId, Lang,
        Length, Name, Offset, Organisation, Participant, Placement, Role, Room, Session, SessionId,
        SessionKind, Start, Step, Team, Text, Who,
    },
    plan::{
        Changes, Part, Subject,
        merge::{Choices, Merged, Side, merge},
    },
};
use serde_json::Value;
use uuid::Uuid;

use crate::support::{
    big,
    dice::{Dice, everything},
};

fn empty() -> Event {
    Event::empty(EventId::from_uuid(Uuid::from_u128(1)))
}

fn merged(base: &Event, ours: &Event, theirs: &Event) -> Merged {
    let share = |event: &Event| Arc::new(event.clone());
    merge(Some(share(base)), share(ours), share(theirs))
}

fn all_of(merged: &Merged, side: Side) -> Event {
    let keys = merged.conflicts.iter().map(|one| one.key.clone());
    merged.decided(&keys.map(|key| (key, side)).collect())
}

fn all_theirs(merged: &Merged) -> Event {
    all_of(merged, Side::Theirs)
}

fn throws() -> impl Strategy<Value = Vec<u16>> {
    prop::collection::vec(any::<u16>(), 1..500)
}

/// A state with something in it, and what became of it on two sides.
fn three(throws: Vec<u16>) -> (Event, Event, Event) {
    let mut dice = Dice::new(throws);
    let mut base = empty();
    dice.edits(&mut base, 16);
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    let (few, many) = (1 + dice.roll(4), 1 + dice.roll(4));
    dice.edits(&mut ours, few);
    dice.edits(&mut theirs, many);
    (base, ours, theirs)
}

/// Each item by its identity, as it would be saved: this knows nothing of which fields there are.
fn items(event: &Event) -> BTreeMap<String, Value> {
    let saved = serde_json::to_value(event).unwrap();
    let mut items = BTreeMap::new();
    for (list, value) in saved.as_object().unwrap() {
        match value {
            Value::Array(all) => {
                for item in all {
                    let id = item["id"].as_str().unwrap();
                    items.insert(format!("{list} {id}"), item.clone());
                }
            }
            other => {
                items.insert(list.clone(), other.clone());
            }
        }
    }
    items
}

/// What an event names that is not in it.
fn dangling(event: &Event, others: [&Event; 2]) -> Vec<ItemId> {
    let saved = serde_json::to_string(event).unwrap();
    let all = others.into_iter().flat_map(everything);
    all.filter(|id| !event.contains(*id) && saved.contains(&id.uuid().to_string()))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(600) })]

    #[test]
    fn what_only_one_side_has_changed_is_that_side(throws in throws()) {
        let (base, ours, _) = three(throws);
        for (event, is_clean) in [
            merged(&base, &base, &ours),
            merged(&base, &ours, &base),
            merged(&base, &ours, &ours),
        ].map(|merged| (merged.event().clone(), merged.conflicts.is_empty())) {
            prop_assert!(is_clean);
            prop_assert_eq!(&event, &ours);
        }
    }

    #[test]
    fn it_does_not_matter_who_is_who(throws in throws()) {
        let (base, ours, theirs) = three(throws);
        let (here, there) = (merged(&base, &ours, &theirs), merged(&base, &theirs, &ours));
        prop_assert_eq!(here.conflicts.len(), there.conflicts.len());
        if here.conflicts.is_empty() {
            prop_assert_eq!(here.event(), there.event());
        }
        prop_assert_eq!(&all_theirs(&here), there.event());
        prop_assert_eq!(&all_theirs(&there), here.event());
    }

    #[test]
    fn a_merged_event_names_nothing_that_is_gone(throws in throws()) {
        let (base, ours, theirs) = three(throws);
        let merged = merged(&base, &ours, &theirs);
        for event in [merged.event(), &all_theirs(&merged)] {
            prop_assert_eq!(dangling(event, [&ours, &theirs]), Vec::new());
        }
        // Also where only some are decided for the other side.
        for conflict in &merged.conflicts {
            let event = merged.decided(&Choices::from([(conflict.key.clone(), Side::Theirs)]));
            prop_assert_eq!(dangling(&event, [&ours, &theirs]), Vec::new());
        }
    }

    #[test]
    fn no_edit_of_either_side_is_dropped_unseen(throws in throws()) {
        let (base, ours, theirs) = three(throws);
        let merged = merged(&base, &ours, &theirs);
        let (before, mine, other, both) = (items(&base), items(&ours), items(&theirs), items(merged.event()));
        let is_asked = |id: &str| merged.conflicts.iter().any(|conflict| match conflict.subject {
            Subject::Event => !id.contains(' '),
            Subject::Item(item) => id.ends_with(&item.uuid().to_string()),
        });
        // A value that names something which has been taken out goes with it, and stays if that stays.
        let disputed = |id: ItemId| merged.conflicts.iter().any(|one| one.subject == Subject::Item(id));
        let names_gone = |value: &Value| {
            let text = value.to_string();
            everything(&base).iter().any(|id| {
                (!merged.event().contains(*id) || disputed(*id)) && text.contains(&id.uuid().to_string())
            })
        };
        for (side, against) in [(&mine, &other), (&other, &mine)] {
            for (id, item) in side {
                let was = before.get(id);
                if was == Some(item) || is_asked(id) {
                    continue;
                }
                let Some(now) = both.get(id) else {
                    // Taken out by the other side, and what is different about it here only follows from that.
                    prop_assert!(was.is_some_and(names_gone) || was.is_none_or(|_| against.contains_key(id)), "{id} is lost");
                    continue;
                };
                for (field, value) in item.as_object().into_iter().flatten() {
                    let was = was.and_then(|was| was.get(field));
                    let there = against.get(id).and_then(|there| there.get(field));
                    let is_alone = was == there || against.get(id).is_none();
                    if was == Some(value) || !is_alone || names_gone(value) || was.is_some_and(names_gone) {
                        continue;
                    }
                    prop_assert_eq!(now.get(field), Some(value), "{} of {}", field, id);
                }
            }
            // What is new is there, and what was taken out is not.
            for id in side.keys().filter(|id| !before.contains_key(*id)) {
                prop_assert!(both.contains_key(id), "{id} is lost");
            }
            for id in before.keys().filter(|id| !side.contains_key(*id)) {
                prop_assert!(!both.contains_key(id) || is_asked(id), "{id} is back");
            }
        }
    }

    #[test]
    fn merging_is_one_step_that_can_be_undone(throws in throws()) {
        let (base, ours, theirs) = three(throws);
        let merged = merged(&base, &ours, &theirs);
        let mut history = History::saved(ours.clone());
        if let Some(edit) = merged.edit(&Choices::new()) {
            history.apply(edit).unwrap();
            prop_assert_eq!(&**history.event(), merged.event());
            history.undo().unwrap();
            prop_assert_eq!(&**history.event(), &ours);
            history.redo().unwrap();
        }
        prop_assert_eq!(&**history.event(), merged.event());
        prop_assert_eq!(merged.incoming().is_empty(), merged.event() == &ours);
    }

    #[test]
    fn without_a_base_nothing_that_only_one_has_is_lost(throws in throws()) {
        let (_, ours, theirs) = three(throws);
        let two = |one: &Event, other: &Event| merge(None, Arc::new(one.clone()), Arc::new(other.clone()));
        let (merged, back) = (two(&ours, &theirs), two(&theirs, &ours));
        for id in everything(&ours).into_iter().chain(everything(&theirs)) {
            prop_assert!(merged.event().contains(id));
        }
        // Every difference is decided: who decides all of them in one way has that side, and nothing else.
        prop_assert_eq!(&all_of(&merged, Side::Ours), &ours);
        prop_assert_eq!(&all_theirs(&merged), &theirs);
        prop_assert_eq!(&all_theirs(&back), &ours);
        let same = two(&ours, &ours);
        prop_assert_eq!(same.event(), &ours);
        prop_assert!(same.conflicts.is_empty());
    }
}

fn day() -> jiff::civil::Date {
    jiff::civil::date(2025, 6, 3)
}

/// A hall, two teams, two people of one organisation, and a session with all of them.
struct Small {
    base: Event,
    session: SessionId,
    people: [runsheet::model::ParticipantId; 2],
    room: runsheet::model::RoomId,
    team: runsheet::model::TeamId,
    organisation: runsheet::model::OrganisationId,
}

impl Small {
    fn new() -> Self {
        let mut base = empty();
        let room = Room::new(Text::en("Hall"));
        let team = Team::new(Text::en("AV"));
        let organisation = Organisation::new(Text::en("University"));
        let person = |given: &str| {
            let mut person = Participant::new();
            person.name.set(&Lang::EN, Name::new("Ms", "Lee", given));
            person.organisation = Some(organisation.id);
            person
        };
        let (ada, ben) = (person("Ada"), person("Ben"));
        let people = [ada.id, ben.id];
        let mut session = Session::new(SessionKind::Keynote, day());
        session.title = Text::en("Keynote").with(&Lang::ZH_HANT, "主題演講");
        session.room = Some(room.id);
        session.people.push(appears(people[0], Role::Speaker));
        session.steps = vec![step(0, "Walk on"), step(60, "Begin")];
        session.cues = vec![Cue {
            team: team.id,
            text: Text::en("Lights down"),
        }];
        let small = Self {
            session: session.id,
            people,
            room: room.id,
            team: team.id,
            organisation: organisation.id,
            base: Event::empty(EventId::from_uuid(Uuid::nil())),
        };
        let edits: [Edit; 6] = [
            room.into(),
            team.into(),
            organisation.into(),
            ada.into(),
            ben.into(),
            session.into(),
        ];
        for edit in &edits {
            base.apply(edit).unwrap();
        }
        Self { base, ..small }
    }

    fn session(&self, change: impl FnOnce(&mut Session)) -> Event {
        let mut event = self.base.clone();
        let mut session = (**event.sessions.get(self.session).unwrap()).clone();
        change(&mut session);
        event.apply(&session.into()).unwrap();
        event
    }

    fn person(&self, change: impl FnOnce(&mut Participant)) -> Event {
        let mut event = self.base.clone();
        let mut person = (**event.participants.get(self.people[0]).unwrap()).clone();
        change(&mut person);
        event.apply(&person.into()).unwrap();
        event
    }

    fn details(&self, change: impl FnOnce(&mut Details)) -> Event {
        let mut event = self.base.clone();
        change(&mut event.details);
        event
    }

    fn without(&self, id: impl Into<ItemId>) -> Event {
        let mut event = self.base.clone();
        event.apply(&Edit::Remove(id.into())).unwrap();
        event
    }
}

fn appears(person: runsheet::model::ParticipantId, role: Role) -> Appearance {
    Appearance {
        who: Who::Person(person),
        role,
        position: String::new(),
    }
}

fn step(at: i32, text: &str) -> Step {
    Step {
        offset: Offset::seconds(at),
        text: Text::en(text),
        cues: Vec::new(),
    }
}
