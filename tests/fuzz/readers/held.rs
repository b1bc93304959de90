//! What holds of every event and every edit, however it came about.

use std::{collections::BTreeSet, path::Path, sync::LazyLock};

use runsheet::{
    model::{Edit, Event, ItemId, Listed, Roll, Who},
    plan::{Changes, Plan},
    store,
    words::{Teller, Tongue, Words},
};

/// The longest sentence that one fault or one change is worth, in bytes.
const SENTENCE: usize = 16 * 1024;

/// A small event with something of everything in it.
pub fn day() -> Event {
    static DAY: LazyLock<Event> = LazyLock::new(|| {
        let read = store::from_ron(include_str!("day.ron"), Path::new("day.ron"));
        read.expect("it is a good event").0
    });
    DAY.clone()
}

/// A sentence in each language, which says something and is no longer than somebody would read.
pub fn said(sentence: impl Fn(Words) -> String) {
    for words in Tongue::ALL.map(Words::new) {
        let sentence = sentence(words);
        assert!(!sentence.trim().is_empty());
        assert!(sentence.len() < SENTENCE, "{} bytes", sentence.len());
    }
}

/// An event that was read, or has become so by an edit, saves and reads back the same, and can be looked at.
pub fn event(event: &Event) {
    let text = store::to_ron(event);
    let again = store::from_ron(&text, Path::new("event.ron"));
    let (again, older) = again.unwrap_or_else(|error| panic!("{error} in\n{text}"));
    assert_eq!(older, None);
    assert_eq!(again, *event, "{text}");
    assert_eq!(store::to_ron(&again), text);
    listed(event);
    let plan = Plan::of(event);
    for problem in plan.problems.iter().take(40) {
        said(|words| words.problem(event, problem));
    }
    for session in &event.sessions {
        assert!(plan.timed(session.id).is_some());
    }
}

/// Each item stands once, is found by its identity, and stands where its place says.
fn listed(event: &Event) {
    fn one<T: Listed>(roll: &Roll<T>, all: &mut Vec<ItemId>)
    where
        ItemId: From<T::Id>,
    {
        for (place, item) in roll.iter().enumerate() {
            assert_eq!(roll.place(item.id()), Some(place));
            all.push(item.id().into());
        }
    }
    let mut all = Vec::new();
    one(&event.sessions, &mut all);
    one(&event.participants, &mut all);
    one(&event.organisations, &mut all);
    one(&event.delegations, &mut all);
    one(&event.rooms, &mut all);
    one(&event.teams, &mut all);
    one(&event.agreements, &mut all);
    one(&event.photos, &mut all);
    assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len());
}

/// What an edit that a file or a paste proposes does to an event: it can be done, leaves nothing dangling, is told,
/// and is taken back to the last detail.
pub fn edit(before: &Event, edit: &Edit) -> Event {
    let mut after = before.clone();
    let undo = after.apply(edit).expect("what is proposed can be done");
    assert_eq!(missing(&after), None);
    event(&after);
    let plan = Plan::of(before).after(before, &after);
    assert_eq!(plan, Plan::of(&after));
    let changes = Changes::between(before, &after);
    assert_eq!(changes.is_empty(), after == *before);
    for change in changes.all.iter().take(40) {
        said(|words| Teller::new(words, before, &after).sentence(change));
    }
    let mut back = after.clone();
    let redo = back.apply(&undo).expect("what was done can be taken back");
    assert_eq!(back, *before);
    back.apply(&redo).expect("and done again");
    assert_eq!(back, after);
    after
}

/// What is named somewhere and is not there; none in an event that nobody has edited by hand.
pub fn missing(event: &Event) -> Option<ItemId> {
    let mut named: Vec<ItemId> = Vec::new();
    let who = |who: Who| match who {
        Who::Person(id) => ItemId::from(id),
        Who::RepresentativeOf(id) => id.into(),
    };
    for session in &event.sessions {
        named.extend(session.room.map(ItemId::from));
        named.extend(session.people.iter().map(|one| who(one.who)));
        let cues = session.steps.iter().flat_map(|step| &step.cues);
        named.extend(cues.chain(&session.cues).map(|cue| ItemId::from(cue.team)));
    }
    for person in &event.participants {
        named.extend(person.organisation.map(ItemId::from));
        named.extend(person.portrait.map(ItemId::from));
    }
    for organisation in &event.organisations {
        named.extend(organisation.delegation.map(ItemId::from));
    }
    for agreement in &event.agreements {
        named.extend(agreement.session.map(ItemId::from));
        for party in &agreement.parties {
            named.extend(party.organisation.map(ItemId::from));
            named.extend(party.signatory.map(ItemId::from));
        }
        named.extend(agreement.witnesses.iter().map(|id| ItemId::from(*id)));
    }
    for photo in &event.photos {
        named.extend(photo.session.map(ItemId::from));
        named.extend(photo.people().map(who));
    }
    named.into_iter().find(|id| !event.contains(*id))
}
