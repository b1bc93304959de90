//! The way back to an earlier state of an event, and memory that two states share.

use std::sync::Arc;

use crate::model::{
    AgreementId, DelegationId, Edit, Event, Item, ItemId, Listed, OrganisationId, ParticipantId,
    PhotoId, Placement, Roll, RoomId, SessionId, TeamId, item_kinds,
};

/// The edits that make `from` what `to` is: what is not in it goes, what is different is put, and each list gets its
/// order. None, where they are equal.
#[must_use]
pub fn restore(from: &Event, to: &Event) -> Vec<Edit> {
    let mut work = from.clone();
    let mut edits = Vec::new();
    let mut make = |edit: Edit, work: &mut Event| {
        let made = work.apply(&edit);
        debug_assert!(made.is_ok(), "an item that is there can be changed");
        if made.is_ok() {
            edits.push(edit);
        }
    };
    macro_rules! lists {
        ($($(#[$doc:meta])* $kind:ident($id:ident) in $roll:ident, $tag:literal, $rank:literal;)*) => {
            $(for gone in missing(&work.$roll, &to.$roll) {
                make(Edit::Remove(ItemId::$kind(gone)), &mut work);
            })*
            $(for item in differing(&work.$roll, &to.$roll) {
                make(Edit::Put(Item::$kind(item)), &mut work);
            })*
            $(let mut next: Option<$id> = None;
            for item in to.$roll.iter().rev() {
                if work.$roll.after(item.id).map(|item| item.id) != next {
                    make(Edit::Place(Placement::$kind(item.id, next)), &mut work);
                }
                next = Some(item.id);
            })*
        };
    }
    item_kinds!(lists);
    // What goes takes with it what the details say of it, so that these come last.
    if work.details != to.details {
        make(Edit::Details(Box::new(to.details.clone())), &mut work);
    }
    edits
}

/// Has `event` hold the very items of `with` where they are equal, so that the two are compared in no time.
pub fn share(event: &mut Event, with: &Event) {
    macro_rules! lists {
        ($($(#[$doc:meta])* $kind:ident($id:ident) in $roll:ident, $tag:literal, $rank:literal;)*) => {
            $(let same: Vec<_> = with.$roll.iter()
                .filter(|item| event.$roll.get(item.id).is_some_and(|other| other == *item))
                .cloned()
                .collect();
            for item in same {
                let put = event.apply(&Edit::Put(Item::$kind(item)));
                debug_assert!(put.is_ok(), "a put always succeeds");
            })*
        };
    }
    item_kinds!(lists);
}

fn missing<T: Listed>(from: &Roll<T>, to: &Roll<T>) -> Vec<T::Id> {
    let ids = from.iter().map(|item| item.id());
    ids.filter(|id| !to.contains(*id)).collect()
}

fn differing<T: Listed + PartialEq>(from: &Roll<T>, to: &Roll<T>) -> Vec<Arc<T>> {
    let differs = |item: &&Arc<T>| from.get(item.id()) != Some(*item);
    to.iter().filter(differs).cloned().collect()
}
