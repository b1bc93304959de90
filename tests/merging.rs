//! Two people change one event: what each did is there, or both are asked.

mod decisions;
mod disjoint;

use std::{collections::BTreeMap, sync::Arc};

use proptest::prelude::*;
use runsheet::{
    model::{
        Appearance, Attendance, Cue, Details, Edit, Event, EventId, History, Item, ItemId, Lang,
        Length, Name, Offset, Organisation, Participant, Placement, Role, Room, Session, SessionId,
        SessionKind, Start, Step, Team, Text, Who,
    },
    plan::{
        Changes, Subject,
        merge::{Choices, Merged, Part, Side, merge},
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

fn all_theirs(merged: &Merged) -> Event {
    let keys = merged.conflicts.iter().map(|one| one.key.clone());
    let choices: Choices = keys.map(|key| (key, Side::Theirs)).collect();
    merged.decided(&choices)
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
        prop_assert_eq!(&all_theirs(&merged), back.event());
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

#[test]
fn two_fields_of_one_item_come_together_whichever_they_are() {
    type Turn = Box<dyn Fn(&mut Session)>;
    let small = Small::new();
    let team = small.team;
    let ben = small.people[1];
    // Each changes one thing of the session; any two of them are no conflict.
    let changes: Vec<Turn> = vec![
        Box::new(|one| one.kind = SessionKind::Signing),
        Box::new(|one| one.title.set(&Lang::EN, "Opening".into())),
        Box::new(|one| one.title.set(&Lang::ZH_HANT, "開幕".into())),
        Box::new(|one| one.summary.set(&Lang::EN, "About".into())),
        Box::new(|one| one.day = jiff::civil::date(2025, 6, 4)),
        Box::new(|one| one.start = Start::Fixed(jiff::civil::time(9, 0, 0, 0))),
        Box::new(|one| one.length = Length::minutes(7).unwrap()),
        Box::new(|one| one.until = Some(jiff::civil::time(11, 0, 0, 0))),
        Box::new(|one| one.slack = Length::minutes(3).ok()),
        Box::new(|one| one.room = None),
        Box::new(|one| one.audience = runsheet::model::Audience::Staff),
        Box::new(|one| one.people[0].role = Role::Moderator),
        Box::new(|one| one.people[0].position = "left".into()),
        Box::new(move |one| one.people.push(appears(ben, Role::Mc))),
        Box::new(|one| one.steps[0].text.set(&Lang::EN, "Walk in".into())),
        Box::new(|one| one.steps[1].offset = Offset::seconds(90)),
        Box::new(|one| one.steps.insert(1, step(30, "Bow"))),
        Box::new(move |one| {
            one.steps[0].cues.push(Cue {
                team,
                text: Text::en("Spot on"),
            });
        }),
        Box::new(|one| one.cues[0].text.set(&Lang::EN, "Lights up".into())),
        Box::new(|one| one.officer = "SEO".into()),
        Box::new(|one| one.remarks = "Careful".into()),
        Box::new(|one| one.extra.set("track", "Main".into())),
        Box::new(|one| one.extra.set("licence", "CC".into())),
    ];
    for (at, mine) in changes.iter().enumerate() {
        for (other_at, other) in changes.iter().enumerate() {
            if at == other_at {
                continue;
            }
            let both = merged(&small.base, &small.session(mine), &small.session(other));
            assert_eq!(both.conflicts, [], "{at} and {other_at}");
            let one_after_the_other = small.session(|one| {
                // What goes between others goes last, so that the places of the others are what they were.
                let (first, then) = if at == 16 {
                    (other, mine)
                } else {
                    (mine, other)
                };
                first(one);
                then(one);
            });
            assert_eq!(both.event(), &one_after_the_other, "{at} and {other_at}");
        }
    }
}

#[test]
fn the_same_field_changed_twice_is_asked_about() {
    let small = Small::new();
    let ours = small.session(|one| one.title.set(&Lang::EN, "Opening".into()));
    let theirs = small.session(|one| one.title.set(&Lang::EN, "Address".into()));
    let both = merged(&small.base, &ours, &theirs);
    let [conflict] = &both.conflicts[..] else {
        panic!("{:?}", both.conflicts)
    };
    assert_eq!(conflict.subject, Subject::Item(small.session.into()));
    assert!(
        matches!(&conflict.parts[..], [Part::Aspect(_), Part::Lang(lang)] if *lang == Lang::EN)
    );
    assert_eq!(both.event(), &ours);
    assert_eq!(all_theirs(&both), theirs);
}

#[test]
fn parts_of_a_name_come_together_and_the_same_part_is_asked_about() {
    let small = Small::new();
    let name = |change: fn(&mut Name)| {
        small.person(|person| {
            let mut name = person.name.get(&Lang::EN).unwrap().clone();
            change(&mut name);
            person.name.set(&Lang::EN, name);
        })
    };
    let (doctor, ada) = (
        name(|name| name.honorific = "Dr".into()),
        name(|name| name.given = "Adah".into()),
    );
    let both = merged(&small.base, &doctor, &ada);
    assert_eq!(both.conflicts, []);
    let person = both.event().participants.get(small.people[0]).unwrap();
    assert_eq!(person.formal_name(&Lang::EN), "Dr Lee Adah");
    let both = merged(&small.base, &ada, &name(|name| name.given = "Aida".into()));
    assert_eq!(both.conflicts.len(), 1);
}

#[test]
fn what_one_takes_out_and_the_other_changes_is_asked_about() {
    let small = Small::new();
    let ours = small.without(small.session);
    let theirs = small.session(|one| one.remarks = "Careful".into());
    let both = merged(&small.base, &ours, &theirs);
    assert_eq!(both.conflicts.len(), 1, "{:?}", both.conflicts);
    assert_eq!(both.event(), &ours);
    assert_eq!(all_theirs(&both), theirs);
}

#[test]
fn what_one_takes_out_and_the_other_newly_names_is_asked_about() {
    let small = Small::new();
    let ben = small.people[1];
    let ours = small.without(ben);
    let theirs = small.session(|one| one.people.push(appears(ben, Role::Mc)));
    let both = merged(&small.base, &ours, &theirs);
    let subjects: Vec<_> = both.conflicts.iter().map(|one| one.subject).collect();
    assert_eq!(subjects, [Subject::Item(ben.into())]);
    assert_eq!(both.event(), &ours);
    assert_eq!(all_theirs(&both), theirs);
}

#[test]
fn what_follows_from_taking_out_is_no_change_of_its_own() {
    let small = Small::new();
    // We take out the hall, the university and the team, all of which the other items named.
    let mut ours = small.base.clone();
    for gone in [
        ItemId::Room(small.room),
        ItemId::Organisation(small.organisation),
        ItemId::Team(small.team),
    ] {
        ours.apply(&Edit::Remove(gone)).unwrap();
    }
    // They take out the session and the person who were changed by that, and nothing else.
    let mut theirs = small.base.clone();
    theirs.apply(&Edit::Remove(small.session.into())).unwrap();
    theirs.apply(&Edit::Remove(small.people[0].into())).unwrap();
    let both = merged(&small.base, &ours, &theirs);
    assert_eq!(both.conflicts, []);
    assert_eq!(everything(both.event()), [small.people[1].into()]);
}

#[test]
fn two_people_in_the_place_of_one_are_asked_about() {
    let mut small = Small::new();
    let cam = Participant::new();
    let cam_id = cam.id;
    small.base.apply(&cam.into()).unwrap();
    let ben = small.people[1];
    let put = |who| small.session(move |one| one.people = vec![appears(who, Role::Speaker)]);
    let both = merged(&small.base, &put(ben), &put(cam_id));
    assert_eq!(both.conflicts.len(), 1, "{:?}", both.conflicts);
    assert_eq!(both.event(), &put(ben));
    assert_eq!(all_theirs(&both), put(cam_id));
}

#[test]
fn days_and_languages_and_co_hosts_come_together() {
    let small = Small::new();
    let ours = small.details(|details| {
        details.days.insert(day());
        details.languages.add(Lang::ZH_HANS);
        details.co_hosts.push(Text::en("City"));
        details.style.family_capitals = false;
    });
    let theirs = small.details(|details| {
        details.days.insert(jiff::civil::date(2025, 6, 4));
        details.languages.remove(&Lang::EN);
        details.co_hosts.push(Text::en("University"));
        details.style.staff_clock = runsheet::model::Clock::Hours12;
        details.usual_credit = Text::en("Photographer");
    });
    let both = merged(&small.base, &ours, &theirs);
    assert_eq!(both.conflicts, []);
    let details = &both.event().details;
    assert_eq!(details.days.len(), 2);
    assert_eq!(*details.languages, [Lang::ZH_HANT, Lang::ZH_HANS]);
    assert_eq!(details.co_hosts.len(), 2);
    assert!(!details.style.family_capitals);
    assert_eq!(details.style.staff_clock, runsheet::model::Clock::Hours12);
    assert_eq!(details.usual_credit, Text::en("Photographer"));
}

/// Rooms called A to F in this order.
fn letters(order: &str) -> Event {
    let mut event = empty();
    for letter in order.chars() {
        let id = runsheet::model::RoomId::from_uuid(Uuid::from_u128(u128::from(letter)));
        let mut room = Room::new(Text::en(letter.to_string()));
        room.id = id;
        event.apply(&room.into()).unwrap();
    }
    event
}

#[test]
fn orders_come_together_or_are_asked_about() {
    for (base, ours, theirs, expected) in [
        ("ABCDEF", "BACDEF", "ABCDFE", "BACDFE"),
        ("ABCD", "BCDA", "DABC", "DBCA"),
        ("ABCD", "ABCDE", "ABCDF", "ABCDEF"),
        ("ABCD", "XABCD", "DCBA", "XDCBA"),
        ("ABCD", "AXBCD", "CDAB", "CDAXB"),
        ("ABCD", "ACD", "DABC", "DAC"),
        ("ABCD", "ABYCD", "ABXCD", "ABXYCD"),
    ] {
        let both = merged(&letters(base), &letters(ours), &letters(theirs));
        assert_eq!(both.conflicts, [], "{base} {ours} {theirs}");
        assert_eq!(both.event(), &letters(expected), "{base} {ours} {theirs}");
    }
    // Both have moved B, to different ends.
    let both = merged(&letters("ABC"), &letters("BAC"), &letters("ACB"));
    assert_eq!(both.conflicts.len(), 1);
    assert_eq!(both.event(), &letters("BAC"));
    assert_eq!(all_theirs(&both), letters("ACB"));
}

#[test]
fn what_nobody_touched_is_shared_and_costs_nothing() {
    let base = big::event(10_000, 2_000);
    let id = base.sessions.at(5_000).unwrap().id;
    let last = base.sessions.at(9_999).unwrap().id;
    let title = |id, title: &str| {
        let mut event = base.clone();
        let mut session = (**event.sessions.get(id).unwrap()).clone();
        session.title = Text::en(title);
        event.apply(&session.into()).unwrap();
        event
    };
    let both = merged(&base, &title(id, "Here"), &title(last, "There"));
    let event = both.event();
    assert_eq!(both.conflicts, []);
    assert_eq!(event.sessions.get(id).unwrap().title, Text::en("Here"));
    assert_eq!(event.sessions.get(last).unwrap().title, Text::en("There"));
    let mut touched = 0;
    for (one, other) in event.sessions.iter().zip(&base.sessions) {
        touched += usize::from(!Arc::ptr_eq(one, other));
    }
    assert_eq!(touched, 2);
    assert!(event.participants.shares_all_with(&base.participants));
}

#[test]
fn what_came_in_is_told() {
    let small = Small::new();
    let ours = small.session(|one| one.officer = "SEO".into());
    let mut theirs = small.base.clone();
    let person = theirs.participants.get(small.people[0]).unwrap();
    let mut person = (**person).clone();
    person.attendance = Attendance::Declined;
    theirs.apply(&person.into()).unwrap();
    let room = Placement::Room(small.room, None);
    theirs.apply(&Edit::Place(room)).unwrap();
    let both = merged(&small.base, &ours, &theirs);
    assert_eq!(both.incoming(), Changes::between(&ours, both.event()));
    assert_eq!(both.incoming().all.len(), 1);
    let Some(Edit::Batch(_, edits)) = both.edit(&Choices::new()) else {
        panic!("nothing came in")
    };
    assert!(
        matches!(&edits[..], [Edit::Put(Item::Participant(_))]),
        "{edits:?}"
    );
}
