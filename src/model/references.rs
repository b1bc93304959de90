//! What names what, so that nothing is left dangling when an item goes.

use std::sync::Arc;

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

/// The items that name `gone`, as they are without it.
pub(super) fn without(event: &Event, gone: ItemId) -> Vec<Item> {
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
    match who {
        Who::Person(id) => ItemId::Participant(id) == item,
        Who::RepresentativeOf(id) => ItemId::Organisation(id) == item,
    }
}
