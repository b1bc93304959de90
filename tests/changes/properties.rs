//! Whatever is done to an event: all that is different is told, and can be taken back.

use std::sync::Arc;

use proptest::prelude::*;
use runsheet::{
    model::{
        Agreement, Appearance, Closing, Contact, Cue, Delegation, Details, Event, EventId, FieldId,
        HouseStyle, Item, ItemId, Organisation, Participant, Party, Photo, References as _, Room,
        Session, Step, Team, Window,
    },
    plan::{
        Changes, Subject,
        changes::{self, What},
    },
    words::{Teller, Tongue, Words},
};
use rustc_hash::FxHashSet;
use uuid::Uuid;

use crate::support::dice::{Dice, everything};

/// The fields in which two states of a struct differ.
trait Differ {
    fn differing(&self, other: &Self) -> Vec<FieldId>;
}

macro_rules! differ {
    ($($record:ident [$($same:ident)?] $tag:literal ($($together:ident $seen_together:ident: $($part:ident),+)?) {
        $($field:ident: $id:ident $seen:ident $how:ident,)*
    })*) => {$(
        impl Differ for $record {
            fn differing(&self, other: &Self) -> Vec<FieldId> {
                let mut found = Vec::new();
                $(found.extend((self.$field != other.$field).then_some(FieldId::$id));)*
                $(found.extend(($(self.$part != other.$part)||+).then_some(FieldId::$together));)?
                found
            }
        }
    )*};
}

runsheet::records!(differ);

macro_rules! differ_items {
    ($($(#[$doc:meta])* $kind:ident($id:ident) in $list:ident, $tag:literal, $rank:literal;)*) => {
        impl Differ for Item {
            fn differing(&self, other: &Self) -> Vec<FieldId> {
                match (self, other) {
                    $((Self::$kind(one), Self::$kind(other)) => one.differing(other),)*
                    (_, _) => unreachable!("two states of one item"),
                }
            }
        }
    };
}

runsheet::item_kinds!(differ_items);

/// A party that is left without what it consisted of may itself have been taken out with it.
fn without_bare_parties(item: &mut Item) {
    if let Item::Agreement(agreement) = item {
        let parties = &mut Arc::make_mut(agreement).parties;
        parties.retain(|party| *party != Party::default());
    }
}

/// Whether a change tells of this field of its item.
fn tells(what: &What, field: FieldId) -> bool {
    match what {
        What::Value(path, ..) | What::Mention(path) => path.item_field() == Some(field),
        What::DayAdded(_) | What::DayTakenOut(_) => field == FieldId::EventDays,
        What::Joined(..)
        | What::Left(..)
        | What::Replaced { .. }
        | What::Recast(..)
        | What::Position(..)
        | What::CastOrder => {
            matches!(field, FieldId::SessionPeople | FieldId::AgreementWitnesses)
        }
        What::StepAdded(..)
        | What::StepTakenOut(..)
        | What::StepMoved(..)
        | What::StepReworded(..) => field == FieldId::SessionSteps,
        What::CueAdded(_, at, _) | What::CueTakenOut(_, at, _) | What::CueReworded(_, at, ..) => {
            let of = if at.is_some() {
                FieldId::SessionSteps
            } else {
                FieldId::SessionCues
            };
            field == of
        }
        What::Added
        | What::TakenOut
        | What::Moved(..)
        | What::Shifted(_)
        | What::Order(_)
        | What::Other => false,
    }
}

/// A state of an event, and what so many edits at most have made of it.
fn two_states(before: Vec<u16>, after: Vec<u16>, most: usize) -> (Event, Event) {
    let mut old = Event::empty(EventId::from_uuid(Uuid::from_u128(1)));
    Dice::new(before).edits(&mut old, 40);
    let mut new = old.clone();
    Dice::new(after).edits(&mut new, most);
    (old, new)
}

proptest! {
    /// Whatever else is different: one field does not hide another.
    #[test]
    fn each_field_that_is_different_is_told(
        before in prop::collection::vec(any::<u16>(), 1..400),
        after in prop::collection::vec(any::<u16>(), 1..200),
    ) {
        let (old, new) = two_states(before, after, 20);
        let changes = Changes::between(&old, &new);
        let told = |subject: Subject, field: FieldId| {
            let mut of_it = changes.all.iter().filter(|change| change.subject == subject);
            of_it.any(|change| tells(&change.what, field))
        };
        let gone: FxHashSet<ItemId> =
            everything(&old).into_iter().filter(|id| !new.contains(*id)).collect();
        for id in everything(&new).into_iter().filter(|id| old.contains(*id)) {
            // What goes with an item that was taken out is told with that.
            let (mut earlier, mut now) = (old.item(id).unwrap(), new.item(id).unwrap());
            earlier.remove_references(&gone);
            if !gone.is_empty() {
                without_bare_parties(&mut earlier);
                without_bare_parties(&mut now);
            }
            for field in earlier.differing(&now) {
                // When a session is is told by when it really is, and of several by the first.
                let is_time = matches!(field, FieldId::SessionDay | FieldId::SessionStart | FieldId::SessionLength);
                prop_assert!(is_time || told(Subject::Item(id), field), "{field:?} is not told in {:#?}", changes.all);
            }
        }
        let mut earlier = old.details.clone();
        earlier.remove_references(&gone);
        for field in earlier.differing(&new.details) {
            prop_assert!(told(Subject::Event, field), "{field:?} is not told in {:#?}", changes.all);
        }
    }

    #[test]
    fn something_is_told_if_and_only_if_something_is_different(
        before in prop::collection::vec(any::<u16>(), 1..400),
        after in prop::collection::vec(any::<u16>(), 1..60),
    ) {
        let (old, new) = two_states(before, after, 8);
        let changes = Changes::between(&old, &new);
        prop_assert_eq!(changes.is_empty(), old == new);
        for tongue in Tongue::ALL {
            let teller = Teller::new(Words::new(tongue), &old, &new);
            for change in changes.all.iter().chain(changes.people.iter().flat_map(|one| &one.1)) {
                let sentence = teller.sentence(change);
                prop_assert!(!sentence.contains("change-") && !sentence.contains("field-"), "{}", sentence);
            }
        }
    }

    #[test]
    fn any_state_can_be_brought_back_in_one_step(
        before in prop::collection::vec(any::<u16>(), 1..400),
        after in prop::collection::vec(any::<u16>(), 1..200),
    ) {
        let (old, new) = two_states(before, after, 20);
        let mut back = new.clone();
        for edit in changes::restore(&new, &old) {
            back.apply(&edit).unwrap();
        }
        prop_assert!(back == old);
        prop_assert!(changes::restore(&back, &old).is_empty());
        let mut shared = old.clone();
        changes::share(&mut shared, &new);
        prop_assert!(shared == old);
    }
}
