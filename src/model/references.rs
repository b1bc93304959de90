//! What refers to which items, so that nothing is left dangling when an item goes.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use jiff::civil::{Date, Time};
use rustc_hash::FxHashSet;

use super::{
    Details, Event, Extra, Item, ItemId, Languages, Localised, ProblemKey, Who, item_kinds,
    value::Scalar,
};

/// What may refer to items of the event.
pub trait References {
    /// Calls `found` with each item that it refers to.
    fn references(&self, found: &mut dyn FnMut(ItemId));

    /// Takes out what refers to an item that is gone; whether it is still of use itself where it stands in a list.
    fn remove_references(&mut self, gone: &FxHashSet<ItemId>) -> bool;

    /// Whether it refers to this item.
    fn refers_to(&self, item: ItemId) -> bool {
        let mut is_found = false;
        self.references(&mut |id| is_found |= id == item);
        is_found
    }
}

impl<T: Scalar> References for T {
    fn references(&self, found: &mut dyn FnMut(ItemId)) {
        self.item().into_iter().for_each(found);
    }

    fn remove_references(&mut self, gone: &FxHashSet<ItemId>) -> bool {
        self.remove_reference(gone)
    }
}

/// What is in a list.
pub trait ListElement: References {
    /// Whether a list that has lost all of these, with what they referred to, is of no use itself.
    const IS_NOTHING_WHEN_EMPTIED: bool = false;
}

impl<T: ListElement> References for Vec<T> {
    fn references(&self, found: &mut dyn FnMut(ItemId)) {
        for element in self {
            element.references(found);
        }
    }

    fn remove_references(&mut self, gone: &FxHashSet<ItemId>) -> bool {
        let before = self.len();
        self.retain_mut(|element| element.remove_references(gone));
        !(T::IS_NOTHING_WHEN_EMPTIED && self.is_empty() && before > 0)
    }
}

macro_rules! elements {
    ($($type:ty),* $(,)?) => {$(impl ListElement for $type {})*};
}

elements! { super::Lang, super::Appearance, super::Cue, super::Step, super::Party, super::ParticipantId, super::Text, Vec<Who> }

impl ListElement for Who {
    // A row of a photo in which nobody is left is no row.
    const IS_NOTHING_WHEN_EMPTIED: bool = true;
}

macro_rules! no_references {
    ($($type:ty),* $(,)?) => {$(
        impl References for $type {
            fn references(&self, _: &mut dyn FnMut(ItemId)) {}

            fn remove_references(&mut self, _: &FxHashSet<ItemId>) -> bool {
                true
            }
        }
    )*};
}

no_references! { Extra, Languages, BTreeSet<Date>, BTreeMap<Date, Time> }

impl<T> References for Localised<T> {
    fn references(&self, _: &mut dyn FnMut(ItemId)) {}

    fn remove_references(&mut self, _: &FxHashSet<ItemId>) -> bool {
        true
    }
}

/// The reason why a problem is left as it is goes with what it is about, and does not keep it.
impl References for BTreeMap<ProblemKey, String> {
    fn references(&self, _: &mut dyn FnMut(ItemId)) {}

    fn remove_references(&mut self, gone: &FxHashSet<ItemId>) -> bool {
        self.retain(|key, _| !gone.iter().any(|id| key.names(*id)));
        true
    }
}

/// The event's details without what names `gone`. None where nothing there does.
pub(super) fn details_without(event: &Event, gone: ItemId) -> Option<Details> {
    let set_aside = &event.details.set_aside;
    set_aside.keys().any(|key| key.names(gone)).then(|| {
        let mut details = event.details.clone();
        details.remove_references(&FxHashSet::from_iter([gone]));
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
        if let Some(ids) = &mut self.ids {
            item.references(&mut |id| ids.extend([id]));
        }
    }
}

macro_rules! of_events {
    ($($(#[$doc:meta])* $kind:ident($id:ident) in $list:ident, $tag:literal, $rank:literal;)*) => {
        impl References for Item {
            fn references(&self, found: &mut dyn FnMut(ItemId)) {
                match self { $(Self::$kind(item) => item.references(found)),* }
            }

            fn remove_references(&mut self, gone: &FxHashSet<ItemId>) -> bool {
                match self { $(Self::$kind(item) => Arc::make_mut(item).remove_references(gone)),* }
            }
        }

        /// Everything that an item of the event names.
        fn all_named(event: &Event) -> FxHashSet<ItemId> {
            let mut ids = FxHashSet::default();
            $(for item in &event.$list {
                item.references(&mut |id| ids.extend([id]));
            })*
            ids
        }

        /// The items that name `gone`, as they are without it.
        fn without(event: &Event, gone: ItemId) -> Vec<Item> {
            let mut found = Vec::new();
            let gone_alone = FxHashSet::from_iter([gone]);
            $(for item in &event.$list {
                // Most name nothing of it, and are not copied to find that out: an import of thousands is undone one by one.
                if item.refers_to(gone) {
                    let mut item = (**item).clone();
                    item.remove_references(&gone_alone);
                    found.push(Item::$kind(Arc::new(item)));
                }
            })*
            found
        }
    };
}

item_kinds!(of_events);
