//! The edits: the only way in which an event changes.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{
    Agreement, AgreementId, BatchName, Delegation, DelegationId, Details, Event, ItemId, ItemKind,
    Listed, Organisation, OrganisationId, Participant, ParticipantId, Photo, PhotoId, Roll, Room,
    RoomId, Session, SessionId, Team, TeamId, item_kinds,
    references::{self, Named},
};

/// One deed. A batch is one deed of several edits, done and undone together.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Edit {
    /// A whole item, new (then it stands at the end) or changed (then it stays where it was).
    Put(Item),
    /// An item goes, and with it whatever named it.
    Remove(ItemId),
    /// An item moves within its list.
    Place(Placement),
    /// What is true of the event as a whole.
    Details(Box<Details>),
    /// Several edits under one name, in order.
    Batch(BatchName, Vec<Edit>),
}

/// Why an edit cannot be made. The event is as it was.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// The item that should be removed or moved is not in the event.
    #[error("there is no such {0:?} in the event")]
    Missing(ItemId),
}

macro_rules! items {
    ($($(#[$doc:meta])* $kind:ident($id:ident) in $roll:ident, $tag:literal, $rank:literal;)*) => {
        /// Any listed item, whole.
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        pub enum Item {
            $($(#[$doc])* $kind(#[serde(with = "whole")] Arc<$kind>)),*
        }

        impl Item {
            /// Which item it is.
            #[must_use]
            pub fn id(&self) -> ItemId {
                match self { $(Self::$kind(item) => ItemId::$kind(item.id())),* }
            }
        }

        $(impl From<$kind> for Item {
            fn from(item: $kind) -> Self { Self::$kind(Arc::new(item)) }
        })*

        $(impl From<$kind> for Edit {
            fn from(item: $kind) -> Self { Self::Put(item.into()) }
        })*

        /// An item of a list, and the one of the same list before which it is to stand; none is the end.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
        pub enum Placement {
            $(#[doc = concat!("Within the ", stringify!($roll), ".")] $kind($id, Option<$id>)),*
        }

        impl Placement {
            /// Which item moves.
            #[must_use]
            pub fn item(self) -> ItemId {
                match self { $(Self::$kind(id, _) => ItemId::$kind(id)),* }
            }
        }

        impl Event {
            /// Whether this item is in the event.
            #[must_use]
            pub fn contains(&self, id: ItemId) -> bool {
                match id { $(ItemId::$kind(id) => self.$roll.contains(id)),* }
            }

            /// The identities of the items of a kind, in order.
            #[must_use]
            pub fn ids(&self, kind: ItemKind) -> Vec<ItemId> {
                match kind { $(ItemKind::$kind => self.$roll.iter().map(|item| item.id.into()).collect()),* }
            }

            /// The item with this identity.
            #[must_use]
            pub fn item(&self, id: ItemId) -> Option<Item> {
                match id { $(ItemId::$kind(id) => self.$roll.get(id).cloned().map(Item::$kind)),* }
            }

            fn put(&mut self, item: Item) -> Option<Item> {
                match item { $(Item::$kind(item) => self.$roll.put(item).map(Item::$kind)),* }
            }

            /// Takes an item out; gives the edits that put it back where it was.
            fn take(&mut self, id: ItemId) -> Option<Vec<Edit>> {
                match id { $(ItemId::$kind(id) => {
                    let next = self.$roll.after(id).map(|item| item.id());
                    let item = Item::$kind(self.$roll.remove(id)?);
                    Some(vec![Edit::Put(item), Edit::Place(Placement::$kind(id, next))])
                }),* }
            }

            /// Moves an item; gives the placement that moves it back.
            fn place(&mut self, placement: Placement) -> Result<Placement, EditError> {
                match placement { $(Placement::$kind(id, before) => {
                    move_in(&mut self.$roll, id, before)
                        .map(|next| Placement::$kind(id, next))
                        .map_err(|id| EditError::Missing(ItemId::$kind(id)))
                }),* }
            }
        }
    };
}

item_kinds!(items);

/// An item that is shared is written whole.
mod whole {
    use std::sync::Arc;

    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub(super) fn serialize<T: Serialize, S: Serializer>(
        item: &Arc<T>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        T::serialize(item, serializer)
    }

    pub(super) fn deserialize<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Arc<T>, D::Error> {
        T::deserialize(deserializer).map(Arc::new)
    }
}

fn move_in<T: Listed>(
    roll: &mut Roll<T>,
    id: T::Id,
    before: Option<T::Id>,
) -> Result<Option<T::Id>, T::Id> {
    for id in [Some(id), before].into_iter().flatten() {
        if !roll.contains(id) {
            return Err(id);
        }
    }
    let next = roll.after(id).map(|item| item.id());
    if before != Some(id) {
        roll.move_before(id, before);
    }
    Ok(next)
}

impl Edit {
    /// The same edits, in the same order, of which none is a batch within a batch.
    #[must_use]
    pub fn flat(&self) -> Self {
        fn leaves(edit: &Edit, into: &mut Vec<Edit>) {
            match edit {
                Edit::Batch(_, edits) => edits.iter().for_each(|edit| leaves(edit, into)),
                Edit::Put(_) | Edit::Remove(_) | Edit::Place(_) | Edit::Details(_) => {
                    into.push(edit.clone());
                }
            }
        }
        match self {
            Self::Batch(name, _) => {
                let mut all = Vec::new();
                leaves(self, &mut all);
                Self::Batch(name.clone(), all)
            }
            Self::Put(_) | Self::Remove(_) | Self::Place(_) | Self::Details(_) => self.clone(),
        }
    }
}

impl Event {
    /// Makes an edit, and gives the edit that takes it back.
    ///
    /// Removing an item also takes out whatever named it: a removed person leaves no empty chair in a panel.
    ///
    /// # Errors
    /// [`EditError::Missing`] when what should be removed or moved is not there; then nothing has changed.
    pub fn apply(&mut self, edit: &Edit) -> Result<Edit, EditError> {
        self.apply_with(edit, &mut Named::default())
    }

    /// As [`apply`](Self::apply), with what the edits of the same deed before this one have learnt.
    fn apply_with(&mut self, edit: &Edit, known: &mut Named) -> Result<Edit, EditError> {
        match edit {
            Edit::Put(item) => {
                let id = item.id();
                let named = if self.contains(id) {
                    Vec::new()
                } else {
                    self.as_they_are(&known.without(self, id), id)
                };
                known.add(item);
                Ok(match self.put(item.clone()) {
                    Some(old) => Edit::Put(old),
                    None if named.is_empty() => Edit::Remove(id),
                    // A file that was edited by hand may have named it before it was there. What named it goes with it,
                    // and is put back as it was.
                    None => {
                        let edits = std::iter::once(Edit::Remove(id)).chain(named);
                        Edit::Batch(BatchName::Restore, edits.collect())
                    }
                })
            }
            Edit::Remove(id) => {
                if !self.contains(*id) {
                    return Err(EditError::Missing(*id));
                }
                let without = known.without(self, *id);
                let mut back = self.as_they_are(&without, *id);
                for item in without {
                    self.put(item);
                }
                if let Some(details) = references::details_without(self, *id) {
                    self.details = details;
                }
                let mut restored = self.take(*id).unwrap_or_default();
                restored.append(&mut back);
                Ok(Edit::Batch(BatchName::Restore, restored))
            }
            Edit::Place(placement) => self.place(*placement).map(Edit::Place),
            Edit::Details(details) => {
                let old = std::mem::replace(&mut self.details, (**details).clone());
                Ok(Edit::Details(Box::new(old)))
            }
            Edit::Batch(name, edits) => {
                let mut back = Vec::with_capacity(edits.len());
                for edit in edits {
                    match self.apply_with(edit, known) {
                        Ok(undo) => back.push(undo),
                        Err(error) => {
                            self.take_back(back);
                            return Err(error);
                        }
                    }
                }
                back.reverse();
                Ok(Edit::Batch(name.clone(), back))
            }
        }
    }

    /// The edits that make these items, which name `gone`, what they are now, and the details, if they name it as well.
    fn as_they_are(&self, naming: &[Item], gone: ItemId) -> Vec<Edit> {
        let mut edits: Vec<Edit> = (naming.iter())
            .filter_map(|item| self.item(item.id()).map(Edit::Put))
            .collect();
        if references::details_without(self, gone).is_some() {
            edits.push(Edit::Details(Box::new(self.details.clone())));
        }
        edits
    }

    /// Undoes the first edits of a batch whose next one failed. What was just done can be undone, so
    /// none of these fails.
    fn take_back(&mut self, done: Vec<Edit>) {
        for undo in done.into_iter().rev() {
            let undone = self.apply(&undo);
            debug_assert!(undone.is_ok(), "what was just done could not be undone");
        }
    }
}
