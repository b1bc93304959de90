//! What is different about two states of anything of the model, field by field.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use jiff::civil::{Date, Time};

use super::{Change, What, cast, steps};
use crate::{
    model::{
        Agreement, Appearance, AsValue, Closing, Contact, Cue, Delegation, Details, Event, FieldId,
        HouseStyle, Item, ItemId, ItemKind, Languages, Listed, Localised, Name, Organisation,
        Participant, ParticipantId, Party, Photo, Role, Roll, Room, Scalar, Session, Step, Team,
        Text, Who, Window, item_kinds, records,
    },
    plan::{FieldPath, Part},
};

/// What can be told of when it is different.
pub(super) trait Compare: PartialEq {
    /// Puts down what is different; `at` leads to what is compared. Nothing, if and only if the two are equal.
    fn compare(at: &FieldPath, old: &Self, new: &Self, found: &mut Vec<What>);
}

/// A struct of the model.
pub(super) trait Record: Compare {
    /// As [`Compare::compare`], of all fields but these.
    fn compare_except(
        except: &[FieldId],
        at: &FieldPath,
        old: &Self,
        new: &Self,
        found: &mut Vec<What>,
    );
}

macro_rules! compares {
    ($($record:ident [$($same:ident)?] $tag:literal ($($together:ident $seen_together:ident: $($part:ident),+)?) {
        $($field:ident: $id:ident $seen:ident $how:ident,)*
    })*) => {$(
        impl Record for $record {
            fn compare_except(except: &[FieldId], at: &FieldPath, old: &Self, new: &Self, found: &mut Vec<What>) {
                $(if old.$field != new.$field && !except.contains(&FieldId::$id) {
                    let at = at.with(Part::Field(FieldId::$id));
                    compares!(@$how &at, &old.$field, &new.$field, found);
                })*
                $(if $(old.$part != new.$part)||+ {
                    found.push(What::Mention(at.with(Part::Field(FieldId::$together))));
                })?
            }
        }

        impl Compare for $record {
            fn compare(at: &FieldPath, old: &Self, new: &Self, found: &mut Vec<What>) {
                Self::compare_except(&[], at, old, new, found);
            }
        }
    )*};
    (@told $at:expr, $old:expr, $new:expr, $found:ident) => {
        Compare::compare($at, $old, $new, $found)
    };
    (@named $at:expr, $old:expr, $new:expr, $found:ident) => {
        compares!(@told $at, $old, $new, $found)
    };
    (@mentioned $at:expr, $old:expr, $new:expr, $found:ident) => {
        $found.push(What::Mention($at.clone()))
    };
}

records!(compares);

fn compare_values<T: AsValue>(at: &FieldPath, old: &T, new: &T, found: &mut Vec<What>) {
    if old != new {
        found.push(What::Value(at.clone(), old.value(), new.value()));
    }
}

impl<T: Scalar> Compare for T {
    fn compare(at: &FieldPath, old: &Self, new: &Self, found: &mut Vec<What>) {
        compare_values(at, old, new, found);
    }
}

macro_rules! values {
    ($($type:ty),* $(,)?) => {$(
        impl Compare for $type {
            fn compare(at: &FieldPath, old: &Self, new: &Self, found: &mut Vec<What>) {
                compare_values(at, old, new, found);
            }
        }
    )*};
}

values! { Text, Localised<Name>, Languages }

impl Compare for BTreeSet<Date> {
    fn compare(_: &FieldPath, old: &Self, new: &Self, found: &mut Vec<What>) {
        found.extend(new.difference(old).map(|day| What::DayAdded(*day)));
        found.extend(old.difference(new).map(|day| What::DayTakenOut(*day)));
    }
}

impl Compare for BTreeMap<Date, Time> {
    fn compare(at: &FieldPath, old: &Self, new: &Self, found: &mut Vec<What>) {
        let days: BTreeSet<&Date> = old.keys().chain(new.keys()).collect();
        for day in days {
            let at = at.with(Part::Day(*day));
            let of = |times: &Self| times.get(day).copied();
            compare_values(&at, &of(old), &of(new), found);
        }
    }
}

impl Compare for Vec<Appearance> {
    fn compare(at: &FieldPath, old: &Self, new: &Self, found: &mut Vec<What>) {
        let before = found.len();
        cast::of(old, new, found);
        // Somebody who appears twice as the same cannot be told apart, as where one of the two stands.
        if found.len() == before && old != new {
            found.push(What::Mention(at.clone()));
        }
    }
}

/// Witnesses.
impl Compare for Vec<ParticipantId> {
    fn compare(at: &FieldPath, old: &Self, new: &Self, found: &mut Vec<What>) {
        let appearances = |of: &Self| -> Vec<Appearance> {
            let witness = |id: &ParticipantId| Appearance {
                who: Who::Person(*id),
                role: Role::Witness,
                position: String::new(),
            };
            of.iter().map(witness).collect()
        };
        Compare::compare(at, &appearances(old), &appearances(new), found);
    }
}

impl Compare for Vec<Party> {
    fn compare(at: &FieldPath, old: &Self, new: &Self, found: &mut Vec<What>) {
        for place in 0..old.len().max(new.len()) {
            let of = |parties: &Self| parties.get(place).cloned().unwrap_or_default();
            Party::compare(&at.with(Part::Place(place + 1)), &of(old), &of(new), found);
        }
        // Parties of which nothing is known have come or gone.
        let shared = old.len().min(new.len());
        let mut alone = old.iter().skip(shared).chain(new.iter().skip(shared));
        if old.len() != new.len() && alone.all(|party| *party == Party::default()) {
            found.push(What::Mention(at.clone()));
        }
    }
}

impl Compare for Vec<Cue> {
    fn compare(at: &FieldPath, old: &Self, new: &Self, found: &mut Vec<What>) {
        steps::cues(at, None, old, new, found);
    }
}

impl Compare for Vec<Step> {
    fn compare(at: &FieldPath, old: &Self, new: &Self, found: &mut Vec<What>) {
        steps::of(at, old, new, found);
    }
}

/// What is different about the items of one list.
fn listed<T: Listed + Compare>(old: &Roll<T>, new: &Roll<T>) -> Vec<Change>
where
    T::Id: Into<ItemId>,
{
    let mut found = Vec::new();
    if old.shares_all_with(new) {
        return found;
    }
    for item in new {
        let mut whats = Vec::new();
        match old.get(item.id()) {
            None => whats.push(What::Added),
            Some(earlier) if Arc::ptr_eq(earlier, item) => {}
            Some(earlier) => T::compare(&FieldPath::default(), earlier, item, &mut whats),
        }
        found.extend(whats.into_iter().map(|what| Change::of(item.id(), what)));
    }
    let gone = old.iter().filter(|item| !new.contains(item.id()));
    found.extend(gone.map(|item| Change::of(item.id(), What::TakenOut)));
    found
}

/// Whether the items that both lists have stand in another order.
fn reordered<T: Listed>(old: &Roll<T>, new: &Roll<T>) -> bool {
    let mut last = None;
    old.iter()
        .filter_map(|item| new.place(item.id()))
        .any(|place| {
            let is_behind = last.is_some_and(|last| last > place);
            last = Some(place);
            is_behind
        })
}

macro_rules! of_kinds {
    ($($(#[$doc:meta])* $kind:ident($id:ident) in $list:ident, $tag:literal, $rank:literal;)*) => {
        /// What is different about the items of a kind.
        pub(super) fn of_kind(kind: ItemKind, old: &Event, new: &Event) -> Vec<Change> {
            match kind { $(ItemKind::$kind => listed(&old.$list, &new.$list)),* }
        }

        /// Whether the items of a kind that both events have stand in another order.
        pub(super) fn is_reordered(kind: ItemKind, old: &Event, new: &Event) -> bool {
            match kind { $(ItemKind::$kind => reordered(&old.$list, &new.$list)),* }
        }

        /// What is different between two states of one item, whatever follows from it for others. Nothing, if and only if
        /// they are equal.
        #[must_use]
        pub fn of_item(old: &Item, new: &Item) -> Vec<What> {
            let mut found = Vec::new();
            match (old, new) {
                $((Item::$kind(old), Item::$kind(new)) => {
                    Compare::compare(&FieldPath::default(), &**old, &**new, &mut found);
                })*
                // Items of two kinds are not two states of one.
                (_, _) => found.push(What::Other),
            }
            found
        }
    };
}

item_kinds!(of_kinds);
