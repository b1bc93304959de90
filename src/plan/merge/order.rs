//! The order of a list that two sides have changed.
//!
//! Which of two things goes first is a yes or a no: if one side has turned it round, it is turned round. Where that gives
//! no order at all, because both have moved the same thing to different places, somebody has to decide. What only one
//! side has stands behind what it stood behind there.

use std::{cmp::Ordering, hash::Hash};

use rustc_hash::FxHashMap;

use super::Side;

/// How many things can be out of order on both sides before that is a question for a person at once.
const MOST: usize = 3_000;

/// The order of everything that either side has. `tie` decides between what is new on both sides at one place;
/// `dispute` between the sides, where they contradict each other.
pub(super) fn merge<K: Copy + Eq + Hash>(
    base: Option<&[K]>,
    ours: &[K],
    theirs: &[K],
    tie: impl Fn(K, K) -> Ordering,
    dispute: impl FnOnce() -> Side,
) -> Vec<K> {
    let (in_ours, in_theirs) = (places(ours), places(theirs));
    let common: Vec<K> = kept(ours, &in_theirs);
    let other: Vec<K> = kept(theirs, &in_ours);
    let order = if common == other {
        common
    } else {
        agreed(base, &common, &other).unwrap_or_else(|| match dispute() {
            Side::Ours => common,
            Side::Theirs => other,
        })
    };
    let mut new = runs(ours, &in_theirs);
    let mut also_new = runs(theirs, &in_ours);
    let mut merged = Vec::with_capacity(ours.len().max(theirs.len()));
    for place in std::iter::once(None).chain(order.into_iter().map(Some)) {
        merged.extend(place);
        let of_ours = new.remove(&place).unwrap_or_default();
        let of_theirs = also_new.remove(&place).unwrap_or_default();
        let ours_first = match (of_ours.first(), of_theirs.first()) {
            (Some(one), Some(other)) => tie(*one, *other) != Ordering::Greater,
            (_, _) => true,
        };
        let (first, then) = if ours_first {
            (of_ours, of_theirs)
        } else {
            (of_theirs, of_ours)
        };
        merged.extend(first);
        merged.extend(then);
    }
    merged
}

fn places<K: Copy + Eq + Hash>(keys: &[K]) -> FxHashMap<K, usize> {
    let places = keys.iter().enumerate();
    places.map(|(place, key)| (*key, place)).collect()
}

fn kept<K: Copy + Eq + Hash>(keys: &[K], by: &FxHashMap<K, usize>) -> Vec<K> {
    let kept = keys.iter().filter(|key| by.contains_key(key));
    kept.copied().collect()
}

/// What only one side has, behind which of the things that both have; none is the beginning.
fn runs<K: Copy + Eq + Hash>(
    keys: &[K],
    others: &FxHashMap<K, usize>,
) -> FxHashMap<Option<K>, Vec<K>> {
    let mut runs: FxHashMap<Option<K>, Vec<K>> = FxHashMap::default();
    let mut behind = None;
    for key in keys {
        if others.contains_key(key) {
            behind = Some(*key);
        } else {
            runs.entry(behind).or_default().push(*key);
        }
    }
    runs
}

/// The order of the same things that both sides have in different orders, if what they did does not contradict itself.
fn agreed<K: Copy + Eq + Hash>(base: Option<&[K]>, ours: &[K], theirs: &[K]) -> Option<Vec<K>> {
    let before = places(base?);
    let was: Vec<K> = kept(base?, &places(ours));
    if was == ours {
        return Some(theirs.to_vec());
    }
    if was == theirs {
        return Some(ours.to_vec());
    }
    // What is the same at both ends is in nobody's way.
    let same = |(one, other): &(&K, &K)| one == other;
    let start = ours.iter().zip(theirs).take_while(same).count();
    let end = (ours.iter().rev().zip(theirs.iter().rev()))
        .take_while(same)
        .count()
        .min(ours.len() - start);
    let (middle, tail) = ours[start..].split_at(ours.len() - start - end);
    if middle.len() > MOST {
        return None;
    }
    let at = places(theirs);
    let place = |places: &FxHashMap<K, usize>, key: &K| places.get(key).copied();
    let mut later = vec![0_usize; middle.len()];
    for (one, first) in middle.iter().enumerate() {
        for (other, second) in middle.iter().enumerate().skip(one + 1) {
            let they_agree = place(&at, first) < place(&at, second);
            let goes_first = they_agree || {
                // One of the two has turned them round: who has not, says it as it was.
                let (was_first, was_second) = (place(&before, first)?, place(&before, second)?);
                was_second < was_first
            };
            later[if goes_first { other } else { one }] += 1;
        }
    }
    let mut middle_order: Vec<Option<K>> = vec![None; middle.len()];
    for (key, behind) in middle.iter().zip(&later) {
        let free = middle_order
            .get_mut(*behind)
            .filter(|free| free.is_none())?;
        *free = Some(*key);
    }
    let mut order = ours[..start].to_vec();
    order.extend(middle_order.into_iter().flatten());
    order.extend_from_slice(tail);
    Some(order)
}
