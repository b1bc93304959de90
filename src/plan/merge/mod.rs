//! Three states of one event made one: by identity and field, so that what two people did apart from each other is all
//! there, and what they did to the same field is decided by somebody who sees both.
//!
//! An item, or an element of a list, that is new on a side comes in; one that is gone on a side goes. A value that only
//! one side has changed is that side's. What remains is a [`Conflict`]: both have changed one value, one has changed or
//! newly names what the other has taken out, or both have moved the same things to different places.

mod at;
mod items;
mod list;
mod names;
mod order;
mod rolls;
mod value;

use std::{collections::BTreeMap, sync::Arc};

use super::{Changes, changes};
use crate::model::{BatchName, Edit, Event};

pub use at::{Conflict, Key, SideValue};
pub use names::Renamed;

/// Whose value it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// The state into which the other comes: what is open in the window.
    Ours,
    /// The state that comes in: what somebody else has saved.
    Theirs,
}

impl Side {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Ours, Self::Theirs];
}

/// Whose value is taken for each conflict. Where nothing is said it is ours; what only one side has, without a base, is kept.
pub type Choices = BTreeMap<Key, Side>;

/// What came of merging: what is decided, and what has to be.
#[derive(Clone, Debug)]
pub struct Merged {
    base: Option<Arc<Event>>,
    ours: Arc<Event>,
    theirs: Arc<Event>,
    /// What both sides have changed, each in another way; in the order of the event's lists.
    pub conflicts: Vec<Conflict>,
    /// The event, with nothing decided.
    event: Event,
}

/// Merges what became of `base` on two sides: a three-way merge. Without a base every difference is a conflict, also whether
/// something is there that only one side has: it may be new there, or taken out on the other.
///
/// All are states of the same event: nothing here looks at which event they are, and the result is `ours`.
#[must_use]
pub fn merge(base: Option<Arc<Event>>, ours: Arc<Event>, theirs: Arc<Event>) -> Merged {
    let mut conflicts = Vec::new();
    let none = Choices::new();
    let event = rolls::merged(base.as_deref(), &ours, &theirs, &none, Some(&mut conflicts));
    Merged {
        base,
        ours,
        theirs,
        conflicts,
        event,
    }
}

/// Merges what became of several common ancestors, none of which was made from another: the two sides were merged before,
/// on each of them, and perhaps not decided alike. Where all of the ancestors come to the same, that is it; otherwise every
/// difference is decided, as without any.
#[must_use]
pub fn merge_on(bases: Vec<Arc<Event>>, ours: &Arc<Event>, theirs: &Arc<Event>) -> Merged {
    let on = |base| merge(base, Arc::clone(ours), Arc::clone(theirs));
    let mut all = bases.into_iter().map(|base| on(Some(base)));
    let Some(first) = all.next() else {
        return on(None);
    };
    let mut others = all.peekable();
    if others.peek().is_none() {
        return first;
    }
    let agrees = |merged: &Merged| merged.conflicts.is_empty() && merged.event == first.event;
    if agrees(&first) && others.all(|merged| agrees(&merged)) {
        first
    } else {
        on(None)
    }
}

/// Whether these are the same conflicts. Those of a list are met in the order that is decided for it.
fn same_keys(met: &[Conflict], listed: &[Conflict]) -> bool {
    let keys = |all: &[Conflict]| {
        let mut keys: Vec<_> = all.iter().map(|one| one.key.clone()).collect();
        keys.sort_unstable();
        keys
    };
    keys(met) == keys(listed)
}

impl Merged {
    /// The event as it was before both sides; none if nobody knows.
    #[must_use]
    pub fn base(&self) -> Option<&Event> {
        self.base.as_deref()
    }

    /// Our side.
    #[must_use]
    pub fn ours(&self) -> &Event {
        &self.ours
    }

    /// The other side.
    #[must_use]
    pub fn theirs(&self) -> &Event {
        &self.theirs
    }

    /// The merged event, with nothing decided: with our value in each conflict, and with what only one side has.
    #[must_use]
    pub const fn event(&self) -> &Event {
        &self.event
    }

    /// The merged event, with each conflict decided.
    #[must_use]
    pub fn decided(&self, choices: &Choices) -> Event {
        if choices.is_empty() {
            return self.event.clone();
        }
        // A decision that nobody looks up would be one that is not carried out.
        let mut met = cfg!(debug_assertions).then(Vec::new);
        let (base, ours, theirs) = (self.base.as_deref(), &self.ours, &self.theirs);
        let event = rolls::merged(base, ours, theirs, choices, met.as_mut());
        debug_assert!(
            met.is_none_or(|met| same_keys(&met, &self.conflicts)),
            "which conflicts are met depends on what is decided"
        );
        event
    }

    /// The one step that makes our side the merged event; none where nothing comes in.
    #[must_use]
    pub fn edit(&self, choices: &Choices) -> Option<Edit> {
        let edits = changes::restore(&self.ours, &self.decided(choices));
        (!edits.is_empty()).then_some(Edit::Batch(BatchName::Merge, edits))
    }

    /// What comes in without a question: how the merged event differs from ours.
    #[must_use]
    pub fn incoming(&self) -> Changes {
        Changes::between(&self.ours, &self.event)
    }
}
