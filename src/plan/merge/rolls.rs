//! The event: which items are there, each of them merged, and the order of each list.

use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::{
    Choices, Conflict, Side, SideValue,
    at::At,
    names, order,
    value::{Merge, three},
};
use crate::{
    model::{Event, ItemId, ItemKind, Listed, References, Roll, Value, item_kinds},
    plan::{Part, Subject, changes},
};

/// What has become of items that one side has taken out.
#[derive(Default)]
struct Fates {
    /// Those that nobody misses.
    gone: FxHashSet<ItemId>,
    /// Those that somebody wants to be there, by the side that had taken them out. All is merged as if they were there,
    /// however that is decided: so the same conflicts are met, by the same keys, whatever is decided about others.
    disputed: FxHashMap<ItemId, Side>,
    /// Those of them that are decided as gone: they leave what is merged.
    given_up: FxHashSet<ItemId>,
}

/// Merges three states of an event, and puts conflicts down in `found`. Which conflicts are met, and by which keys, does
/// not depend on the choices.
pub(super) fn merged(
    base: Option<&Event>,
    ours: &Event,
    theirs: &Event,
    choices: &Choices,
    mut found: Option<&mut Vec<Conflict>>,
) -> Event {
    if ours == theirs || base == Some(theirs) {
        return ours.clone();
    }
    if base == Some(ours) {
        return theirs.clone();
    }
    let fates = match base {
        Some(base) => fates(base, ours, theirs, choices, found.as_deref_mut()),
        None => fates_of_two(ours, theirs, choices, found.as_deref_mut()),
    };
    let mut event = Event::empty(ours.id);
    let mut at = At::new(Subject::Event, choices, found.as_deref_mut()).two_way(base.is_none());
    let stripped = |event: &Event| {
        let mut details = event.details.clone();
        details.remove_references(&fates.gone);
        details
    };
    let before = base.map(stripped);
    event.details = three(before.as_ref(), &stripped(ours), &stripped(theirs), &mut at);
    event.details.remove_references(&fates.given_up);
    macro_rules! lists {
        ($($(#[$doc:meta])* $kind:ident($id:ident) in $roll:ident, $tag:literal, $rank:literal;)*) => {$(
            event.$roll = roll(
                ItemKind::$kind,
                (base.map(|base| &base.$roll), &ours.$roll, &theirs.$roll),
                &fates,
                choices,
                found.as_deref_mut(),
            );
        )*};
    }
    item_kinds!(lists);
    names::tell_apart(base, &mut event.photos);
    event
}

/// What becomes of the items that are not on both sides any more.
fn fates(
    base: &Event,
    ours: &Event,
    theirs: &Event,
    choices: &Choices,
    mut found: Option<&mut Vec<Conflict>>,
) -> Fates {
    let (by_us, by_them) = (taken_out(base, ours), taken_out(base, theirs));
    let mut fates = Fates::default();
    if by_us.is_empty() && by_them.is_empty() {
        return fates;
    }
    let either: FxHashSet<ItemId> = by_us.union(&by_them).copied().collect();
    for (side, removed, other, event) in [
        (Side::Theirs, &by_them, &by_us, ours),
        (Side::Ours, &by_us, &by_them, theirs),
    ] {
        let named = newly_named(base, event, removed);
        let mut removed: Vec<ItemId> = removed.iter().copied().collect();
        removed.sort_unstable();
        for id in removed {
            if other.contains(&id) {
                fates.gone.insert(id);
                continue;
            }
            let changed = whats(base, event, id, &either);
            let by = named.get(&id);
            let value = match (changed.is_empty(), by) {
                (false, _) => SideValue::Changed(changed),
                (true, Some(by)) => SideValue::ReferredToBy(by.clone()),
                (true, None) => {
                    fates.gone.insert(id);
                    continue;
                }
            };
            let mut at = At::new(Subject::Item(id), choices, found.as_deref_mut());
            let taken = at.within("there", Part::Presence, |at| match side {
                Side::Theirs => at.conflict(None, value, SideValue::Removed),
                Side::Ours => at.conflict(None, SideValue::Removed, value),
            });
            // Whoever took it out has it gone; whoever changed it keeps it.
            if taken == side {
                fates.given_up.insert(id);
            }
            fates.disputed.insert(id, side);
        }
    }
    fates
}

/// What becomes of the items that only one side has, where nobody knows what was before: that is decided for each.
fn fates_of_two(
    ours: &Event,
    theirs: &Event,
    choices: &Choices,
    mut found: Option<&mut Vec<Conflict>>,
) -> Fates {
    let mut fates = Fates::default();
    for (side, alone) in [
        (Side::Ours, taken_out(ours, theirs)),
        (Side::Theirs, taken_out(theirs, ours)),
    ] {
        let mut alone: Vec<ItemId> = alone.into_iter().collect();
        alone.sort_unstable();
        for id in alone {
            let mut at = At::new(Subject::Item(id), choices, found.as_deref_mut());
            let is_kept = at.within("there", Part::Presence, |at| {
                at.presence(side, SideValue::Present)
            });
            if !is_kept {
                fates.given_up.insert(id);
            }
        }
    }
    fates
}

fn taken_out(base: &Event, side: &Event) -> FxHashSet<ItemId> {
    let mut gone = FxHashSet::default();
    macro_rules! lists {
        ($($(#[$doc:meta])* $kind:ident($id:ident) in $roll:ident, $tag:literal, $rank:literal;)*) => {$(
            if !base.$roll.shares_all_with(&side.$roll) {
                let all = base.$roll.iter().map(|item| item.id);
                gone.extend(all.filter(|id| !side.$roll.contains(*id)).map(ItemId::$kind));
            }
        )*};
    }
    item_kinds!(lists);
    gone
}

/// Which items of a side name, now and not before, some that the other side has taken out.
fn newly_named(
    base: &Event,
    side: &Event,
    removed: &FxHashSet<ItemId>,
) -> FxHashMap<ItemId, Vec<ItemId>> {
    let mut named: FxHashMap<ItemId, Vec<ItemId>> = FxHashMap::default();
    if removed.is_empty() {
        return named;
    }
    macro_rules! lists {
        ($($(#[$doc:meta])* $kind:ident($id:ident) in $roll:ident, $tag:literal, $rank:literal;)*) => {$(
            for item in &side.$roll {
                let earlier = base.$roll.get(item.id);
                if earlier.is_some_and(|earlier| Arc::ptr_eq(earlier, item) || earlier == item) {
                    continue;
                }
                let mut before = FxHashSet::default();
                if let Some(earlier) = earlier {
                    earlier.references(&mut |id| { before.insert(id); });
                }
                item.references(&mut |id| {
                    if removed.contains(&id) && before.insert(id) {
                        named.entry(id).or_default().push(ItemId::$kind(item.id));
                    }
                });
            }
        )*};
    }
    item_kinds!(lists);
    named
}

/// What a side has changed about an item, besides what follows from other items' having been taken out.
fn whats(base: &Event, side: &Event, id: ItemId, either: &FxHashSet<ItemId>) -> Vec<changes::What> {
    let (Some(mut old), Some(mut new)) = (base.item(id), side.item(id)) else {
        return Vec::new();
    };
    if old == new {
        return Vec::new();
    }
    for item in [&mut old, &mut new] {
        item.remove_references(either);
    }
    changes::of_item(&old, &new)
}

/// One list. An item that nobody has touched, or only one side, is that side's very own.
fn roll<T>(
    kind: ItemKind,
    (base, ours, theirs): (Option<&Roll<T>>, &Roll<T>, &Roll<T>),
    fates: &Fates,
    choices: &Choices,
    mut found: Option<&mut Vec<Conflict>>,
) -> Roll<T>
where
    T: Listed + Merge,
    T::Id: Into<ItemId>,
{
    if fates.gone.is_empty() && fates.disputed.is_empty() {
        if base == Some(ours) {
            return theirs.clone();
        }
        if base == Some(theirs) {
            return ours.clone();
        }
    }
    let ids = |roll: &Roll<T>| -> Vec<T::Id> {
        let stays = |id: &T::Id| !fates.gone.contains(&(*id).into());
        roll.iter().map(|item| item.id()).filter(stays).collect()
    };
    let tie = |one: T::Id, other: T::Id| {
        let (one, other): (ItemId, ItemId) = (one.into(), other.into());
        one.cmp(&other)
    };
    let before = base.map(ids);
    let (mine, other) = (ids(ours), ids(theirs));
    let order = order::merge(before.as_deref(), &mine, &other, tie, || {
        let list = |ids: &[T::Id]| {
            let items = ids.iter().map(|id| Value::Item((*id).into()));
            Value::List(items.collect())
        };
        let mut at = At::new(Subject::Event, choices, found.as_deref_mut());
        at.within(kind.tag(), Part::OrderOf(kind), |at| {
            let was = before.as_deref().map(list);
            at.conflict(was, list(&mine), list(&other))
        })
    });
    let one = |id: T::Id, found: Option<&mut Vec<Conflict>>| -> Option<Arc<T>> {
        let before = base.and_then(|base| base.get(id));
        let normal =
            |item: Option<&Arc<T>>, side| item.map(|item| fates.normal(item, before, side));
        let mine = normal(ours.get(id), Side::Ours);
        let other = normal(theirs.get(id), Side::Theirs);
        let (mine, other) = match (mine, other) {
            (Some(mine), Some(other)) => (mine, other),
            // What is disputed, or new on one side.
            (mine, other) => return mine.or(other),
        };
        let before = before.map(|before| left_of(before, &fates.gone));
        let same = |one: &Arc<T>, other: &Arc<T>| Arc::ptr_eq(one, other) || one == other;
        if same(&mine, &other) || before.as_ref().is_some_and(|before| same(before, &other)) {
            return Some(mine);
        }
        if before.as_ref().is_some_and(|before| same(before, &mine)) {
            return Some(other);
        }
        let mut at = At::new(Subject::Item(id.into()), choices, found).two_way(base.is_none());
        Some(Arc::new(T::merge(
            before.as_deref(),
            &mine,
            &other,
            &mut at,
        )))
    };
    let items = order
        .into_iter()
        .filter_map(|id| one(id, found.as_deref_mut()));
    let stays = items.filter(|item| !fates.given_up.contains(&item.id().into()));
    stays.map(|item| left_of(&item, &fates.given_up)).collect()
}

/// An item without what refers to something that is gone.
fn left_of<T: Merge>(item: &Arc<T>, gone: &FxHashSet<ItemId>) -> Arc<T> {
    let mut refers_to_gone = false;
    if !gone.is_empty() {
        item.references(&mut |id| refers_to_gone |= gone.contains(&id));
    }
    if !refers_to_gone {
        return Arc::clone(item);
    }
    let mut item = (**item).clone();
    item.remove_references(gone);
    Arc::new(item)
}

impl Fates {
    /// An item of a side, as it would be had that side taken out neither more nor less than what nobody misses.
    fn normal<T: Merge>(&self, item: &Arc<T>, base: Option<&Arc<T>>, side: Side) -> Arc<T> {
        let mut lost: FxHashSet<ItemId> = FxHashSet::default();
        if let Some(base) = base.filter(|_| !self.disputed.is_empty()) {
            base.references(&mut |id| {
                if self.disputed.get(&id) == Some(&side) {
                    lost.insert(id);
                }
            });
        }
        let Some(base) = base.filter(|_| !lost.is_empty()) else {
            return left_of(item, &self.gone);
        };
        // What was taken out with it comes back, unless something else stands there now.
        let mut without = (**base).clone();
        without.remove_references(&lost);
        let none = Choices::new();
        let mut at = At::new(Subject::Event, &none, None);
        let back = three::<T>(Some(&without), item, base, &mut at);
        left_of(&Arc::new(back), &self.gone)
    }
}
