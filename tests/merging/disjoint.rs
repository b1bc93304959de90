//! Edits that have nothing to do with each other: all of them are there, whoever merges whom, and in whatever order.

use std::collections::HashMap;

use proptest::prelude::*;
use runsheet::model::{Edit, Event, ItemId};

use super::{empty, items, merged, throws};
use crate::support::dice::{Dice, everything};

/// How many people work on the event, each on items of their own.
const SIDES: usize = 3;

/// A state with something in it, and what each of them does to it; in all, something of every kind may be put or new.
fn apart(throws: Vec<u16>) -> (Event, Vec<Vec<Edit>>) {
    let mut dice = Dice::new(throws);
    let mut base = empty();
    dice.edits(&mut base, 16);
    let mut owners: HashMap<ItemId, usize> = everything(&base)
        .into_iter()
        .map(|id| (id, dice.roll(SIDES)))
        .collect();
    let mut states = vec![base.clone(); SIDES];
    let mut sides = vec![Vec::new(); SIDES];
    for _ in 0..24 {
        let side = dice.roll(SIDES);
        let edit = dice.edit(&states[side]);
        let Edit::Put(item) = &edit else { continue };
        if *owners.entry(item.id()).or_insert(side) == side {
            states[side].apply(&edit).unwrap();
            sides[side].push(edit);
        }
    }
    (base, sides)
}

fn after<'a>(base: &Event, edits: impl IntoIterator<Item = &'a Edit>) -> Event {
    let mut event = base.clone();
    for edit in edits {
        event.apply(edit).unwrap();
    }
    event
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(600) })]

    #[test]
    fn what_two_do_apart_is_what_one_does_after_the_other(throws in throws()) {
        let (base, sides) = apart(throws);
        let [ours, theirs] = [0, 1].map(|side| after(&base, &sides[side]));
        let both = merged(&base, &ours, &theirs);
        prop_assert_eq!(&both.conflicts, &[]);
        let sequence = after(&base, sides[0].iter().chain(&sides[1]));
        prop_assert_eq!(items(both.event()), items(&sequence));
        let back = merged(&base, &theirs, &ours);
        prop_assert_eq!(both.event(), back.event());
        if everything(&sequence).len() == everything(&base).len() {
            // Nothing is new, so that nothing has two places in which it could stand.
            prop_assert_eq!(both.event(), &sequence);
        }
    }

    #[test]
    fn what_three_do_apart_comes_together_in_whatever_order(throws in throws()) {
        let (base, sides) = apart(throws);
        let states: Vec<Event> = sides.iter().map(|edits| after(&base, edits)).collect();
        let sequence = items(&after(&base, sides.iter().flatten()));
        for [first, second, third] in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
            let two = merged(&base, &states[first], &states[second]);
            prop_assert_eq!(&two.conflicts, &[]);
            let three = merged(&base, two.event(), &states[third]);
            prop_assert_eq!(&three.conflicts, &[]);
            prop_assert_eq!(items(three.event()), sequence.clone());
            // As it comes to somebody who had saved in between: on what both then have.
            let late = merged(&states[first], two.event(), &after(&states[first], &sides[third]));
            prop_assert_eq!(items(late.event()), sequence.clone());
        }
    }
}
