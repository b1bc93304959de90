//! What names what, so that nothing is left dangling when an item goes.

use std::sync::Arc;

use super::{Details, Event, Item, ItemId, Who};

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
    changed.extend(event.sessions.iter().filter_map(|old| {
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
    changed.extend(event.participants.iter().filter_map(|old| {
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
    changed.extend(event.agreements.iter().filter_map(|old| {
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
    changed.extend(event.photos.iter().filter_map(|old| {
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

fn is(who: Who, item: ItemId) -> bool {
    match who {
        Who::Person(id) => ItemId::Participant(id) == item,
        Who::RepresentativeOf(id) => ItemId::Organisation(id) == item,
    }
}
