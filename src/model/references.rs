//! What names what, so that nothing is left dangling when an item goes.

use std::sync::Arc;

use rustc_hash::FxHashSet;

use super::{Agreement, Details, Event, Item, ItemId, Participant, Photo, Session, Who};

/// The event's details without what names `gone`. None where nothing there does.
pub(super) fn details_without(event: &Event, gone: ItemId) -> Option<Details> {
    let set_aside = &event.details.set_aside;
    set_aside.keys().any(|key| key.names(gone)).then(|| {
        let mut details = event.details.clone();
        details.set_aside.retain(|key, _| !key.names(gone));
        details
    })
}

/// How often within one deed the event is looked through for what names an item, before it is noted what is named at all.
const LOOKS: usize = 8;

/// What is named in an event, as far as the edits of one deed have had to know: an import puts thousands of new items, and
/// looking through the event for each of them would take as long as their number squared.
#[derive(Default)]
pub(super) struct Named {
    looks: usize,
    /// All that is named; what no longer is may be among it.
    ids: Option<FxHashSet<ItemId>>,
}

impl Named {
    /// As [`without`]. Whatever has been put since the first question must have been [added](Self::add).
    pub(super) fn without(&mut self, event: &Event, gone: ItemId) -> Vec<Item> {
        self.looks += 1;
        if self.looks > LOOKS {
            let ids = self.ids.get_or_insert_with(|| all_named(event));
            if !ids.contains(&gone) {
                return Vec::new();
            }
        }
        without(event, gone)
    }

    /// Notes what an item names that is put into the event.
    pub(super) fn add(&mut self, item: &Item) {
        let Some(ids) = &mut self.ids else { return };
        match item {
            Item::Session(session) => note_session(session, ids),
            Item::Participant(person) => note_participant(person, ids),
            Item::Organisation(organisation) => {
                ids.extend(organisation.delegation.map(ItemId::Delegation));
            }
            Item::Agreement(agreement) => note_agreement(agreement, ids),
            Item::Photo(photo) => note_photo(photo, ids),
            Item::Delegation(_) | Item::Room(_) | Item::Team(_) => {}
        }
    }
}

/// Everything that an item of the event names.
fn all_named(event: &Event) -> FxHashSet<ItemId> {
    let mut ids = FxHashSet::default();
    for session in &event.sessions {
        note_session(session, &mut ids);
    }
    for person in &event.participants {
        note_participant(person, &mut ids);
    }
    for organisation in &event.organisations {
        ids.extend(organisation.delegation.map(ItemId::Delegation));
    }
    for agreement in &event.agreements {
        note_agreement(agreement, &mut ids);
    }
    for photo in &event.photos {
        note_photo(photo, &mut ids);
    }
    ids
}

fn note_session(session: &Session, ids: &mut FxHashSet<ItemId>) {
    ids.extend(session.room.map(ItemId::Room));
    let of_steps = session.steps.iter().flat_map(|step| &step.cues);
    let cues = session.cues.iter().chain(of_steps);
    ids.extend(cues.map(|cue| ItemId::Team(cue.team)));
    ids.extend(session.people.iter().map(|one| item_of(one.who)));
}

fn note_participant(person: &Participant, ids: &mut FxHashSet<ItemId>) {
    ids.extend(person.organisation.map(ItemId::Organisation));
    ids.extend(person.portrait.map(ItemId::Photo));
}

fn note_agreement(agreement: &Agreement, ids: &mut FxHashSet<ItemId>) {
    ids.extend(agreement.session.map(ItemId::Session));
    let witnesses = agreement.witnesses.iter().copied();
    ids.extend(witnesses.map(ItemId::Participant));
    for party in &agreement.parties {
        ids.extend(party.signatory.map(ItemId::Participant));
        ids.extend(party.organisation.map(ItemId::Organisation));
    }
}

fn note_photo(photo: &Photo, ids: &mut FxHashSet<ItemId>) {
    ids.extend(photo.session.map(ItemId::Session));
    ids.extend(photo.people().map(item_of));
}

/// The items that name `gone`, as they are without it.
fn without(event: &Event, gone: ItemId) -> Vec<Item> {
    let mut changed = Vec::new();
    // Most name nothing of it, and are not copied to find that out: an import of thousands is undone one by one.
    let sessions = event.sessions.iter().filter(|old| names(old, gone));
    changed.extend(sessions.filter_map(|old| {
        let mut session = (**old).clone();
        match gone {
            ItemId::Room(room) if session.room == Some(room) => session.room = None,
            ItemId::Team(team) => {
                session.cues.retain(|cue| cue.team != team);
                for step in &mut session.steps {
                    step.cues.retain(|cue| cue.team != team);
                }
            }
            ItemId::Participant(_) | ItemId::Organisation(_) => {
                session
                    .people
                    .retain(|appearance| !is(appearance.who, gone));
            }
            _ => {}
        }
        (session != **old).then(|| Item::Session(Arc::new(session)))
    }));
    let of_it = |old: &&Arc<Participant>| match gone {
        ItemId::Organisation(id) => old.organisation == Some(id),
        ItemId::Photo(id) => old.portrait == Some(id),
        _ => false,
    };
    changed.extend(event.participants.iter().filter(of_it).filter_map(|old| {
        let mut person = (**old).clone();
        match gone {
            ItemId::Organisation(id) if person.organisation == Some(id) => {
                person.organisation = None;
            }
            ItemId::Photo(id) if person.portrait == Some(id) => person.portrait = None,
            _ => return None,
        }
        Some(Item::Participant(Arc::new(person)))
    }));
    changed.extend(event.organisations.iter().filter_map(|old| {
        let named = old
            .delegation
            .is_some_and(|id| ItemId::Delegation(id) == gone);
        named.then(|| {
            let mut organisation = (**old).clone();
            organisation.delegation = None;
            Item::Organisation(Arc::new(organisation))
        })
    }));
    let agreements = (event.agreements.iter()).filter(|old| is_of(old, gone));
    changed.extend(agreements.filter_map(|old| {
        let mut agreement = (**old).clone();
        match gone {
            ItemId::Session(id) if agreement.session == Some(id) => agreement.session = None,
            ItemId::Participant(id) => {
                agreement.witnesses.retain(|witness| *witness != id);
                for party in &mut agreement.parties {
                    party.signatory = party.signatory.filter(|signatory| *signatory != id);
                }
            }
            ItemId::Organisation(id) => {
                for party in &mut agreement.parties {
                    party.organisation = party
                        .organisation
                        .filter(|organisation| *organisation != id);
                }
            }
            _ => {}
        }
        (agreement != **old).then(|| Item::Agreement(Arc::new(agreement)))
    }));
    let photos = (event.photos.iter()).filter(|old| shows(old, gone));
    changed.extend(photos.filter_map(|old| {
        let mut photo = (**old).clone();
        match gone {
            ItemId::Session(id) if photo.session == Some(id) => photo.session = None,
            ItemId::Participant(_) | ItemId::Organisation(_) => {
                for row in &mut photo.rows {
                    row.retain(|who| !is(*who, gone));
                }
                photo.rows.retain(|row| !row.is_empty());
            }
            _ => {}
        }
        (photo != **old).then(|| Item::Photo(Arc::new(photo)))
    }));
    changed
}

/// Whether a session names it.
fn names(session: &Session, gone: ItemId) -> bool {
    match gone {
        ItemId::Room(room) => session.room == Some(room),
        ItemId::Team(team) => {
            let of_steps = session.steps.iter().flat_map(|step| &step.cues);
            session
                .cues
                .iter()
                .chain(of_steps)
                .any(|cue| cue.team == team)
        }
        ItemId::Participant(_) | ItemId::Organisation(_) => session
            .people
            .iter()
            .any(|appearance| is(appearance.who, gone)),
        _ => false,
    }
}

/// Whether an agreement names it.
fn is_of(agreement: &Agreement, gone: ItemId) -> bool {
    match gone {
        ItemId::Session(id) => agreement.session == Some(id),
        ItemId::Participant(id) => {
            let signs = (agreement.parties.iter()).any(|party| party.signatory == Some(id));
            signs || agreement.witnesses.contains(&id)
        }
        ItemId::Organisation(id) => {
            (agreement.parties.iter()).any(|party| party.organisation == Some(id))
        }
        _ => false,
    }
}

/// Whether a photo names it.
fn shows(photo: &Photo, gone: ItemId) -> bool {
    match gone {
        ItemId::Session(id) => photo.session == Some(id),
        ItemId::Participant(_) | ItemId::Organisation(_) => photo.people().any(|who| is(who, gone)),
        _ => false,
    }
}

fn is(who: Who, item: ItemId) -> bool {
    item_of(who) == item
}

fn item_of(who: Who) -> ItemId {
    match who {
        Who::Person(id) => ItemId::Participant(id),
        Who::RepresentativeOf(id) => ItemId::Organisation(id),
    }
}
