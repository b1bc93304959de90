//! Entries of a list that have no identity in the event, such as steps, get one while their form is shown: what is
//! typed into the field of an entry stays with it when entries before it come, go or change places.

use egui::{Id, Ui};

/// The entries as they were last shown, each with its key.
#[derive(Clone, Debug)]
struct Kept<T> {
    entries: Vec<(u64, T)>,
    next: u64,
}

/// The keys of a list's entries.
pub(super) struct Entries {
    id: Id,
    keys: Vec<u64>,
    next: u64,
}

impl Entries {
    /// The keys of this list, which is known by this id.
    pub(super) fn of<T: Clone + PartialEq + Send + Sync + 'static>(
        ui: &Ui,
        id: Id,
        list: &[T],
    ) -> Self {
        let kept: Option<Kept<T>> = ui.data(|data| data.get_temp(id));
        let (old, mut next) = kept.map_or_else(Default::default, |kept| (kept.entries, kept.next));
        let keys = matched(&old, list, &mut next);
        Self { id, keys, next }
    }

    /// The key of the entry at this place.
    pub(super) fn key(&self, at: usize) -> u64 {
        self.keys.get(at).copied().unwrap_or(u64::MAX)
    }

    /// The keys themselves, to be moved and removed as the entries are.
    pub(super) fn keys(&mut self) -> &mut Vec<u64> {
        &mut self.keys
    }

    /// Remembers the list as the form leaves it.
    pub(super) fn keep<T: Clone + PartialEq + Send + Sync + 'static>(self, ui: &Ui, list: &[T]) {
        let entries = self.keys.into_iter().zip(list.iter().cloned()).collect();
        let kept = Kept {
            entries,
            next: self.next,
        };
        ui.data_mut(|data| data.insert_temp(self.id, kept));
    }
}

/// The keys of a list that may have been changed elsewhere, by undo: an entry that was there keeps its key, one that
/// differs takes that of its place if nobody else has it.
fn matched<T: PartialEq>(old: &[(u64, T)], list: &[T], next: &mut u64) -> Vec<u64> {
    let mut free: Vec<Option<u64>> = old.iter().map(|(key, _)| Some(*key)).collect();
    let mut keys: Vec<Option<u64>> = list
        .iter()
        .enumerate()
        .map(|(at, entry)| {
            let is_it = |place: &usize| free[*place].is_some() && old[*place].1 == *entry;
            // Where it stood, if it is still there: entries can be equal.
            let at = Some(at).filter(|at| *at < old.len() && is_it(at));
            let place = at.or_else(|| (0..old.len()).find(is_it));
            place.and_then(|place| free[place].take())
        })
        .collect();
    for (at, key) in keys.iter_mut().enumerate() {
        if key.is_none() {
            *key = free.get_mut(at).and_then(Option::take);
        }
    }
    let mut fresh = || {
        *next += 1;
        *next
    };
    keys.into_iter()
        .map(|key| key.unwrap_or_else(&mut fresh))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_keeps_its_key_wherever_it_goes() {
        let check = |list: &str, expected: &[u64]| {
            let old: Vec<_> = (1..).zip("abcb".chars()).collect();
            let list: Vec<_> = list.chars().collect();
            assert_eq!(matched(&old, &list, &mut 4), expected, "{list:?}");
        };
        check("abcb", &[1, 2, 3, 4]);
        check("bcb", &[2, 3, 4]);
        check("acbb", &[1, 3, 2, 4]);
        check("aXcb", &[1, 2, 3, 4]);
        check("abcbX", &[1, 2, 3, 4, 5]);
        check("", &[]);
    }
}
