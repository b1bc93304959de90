//! A list of items in an order that people choose, found by identity.

use std::{hash::Hash, sync::Arc};

use rustc_hash::FxHashMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// Something that an event keeps in a [`Roll`].
pub trait Listed {
    /// Its identity.
    type Id: Copy + Eq + Hash + std::fmt::Display;

    /// Which one it is.
    fn id(&self) -> Self::Id;
}

/// Items in an order that people choose. Copies share everything until one of them changes, so copying a roll is free.
///
/// In a file it is a list, in order, each item once.
#[derive(Clone, Debug)]
pub struct Roll<T: Listed> {
    items: Arc<Vec<Arc<T>>>,
    places: Arc<FxHashMap<T::Id, usize>>,
}

impl<T: Listed> Default for Roll<T> {
    fn default() -> Self {
        Self {
            items: Arc::default(),
            places: Arc::default(),
        }
    }
}

impl<T: Listed + PartialEq> PartialEq for Roll<T> {
    fn eq(&self, other: &Self) -> bool {
        // Copies share their items, so that most are told to be equal without a look at them.
        let same = |(one, other): (&Arc<T>, &Arc<T>)| Arc::ptr_eq(one, other) || one == other;
        self.shares_all_with(other)
            || self.items.len() == other.items.len()
                && self.items.iter().zip(other.items.iter()).all(same)
    }
}

impl<T: Listed> Roll<T> {
    /// The item with this identity.
    #[must_use]
    pub fn get(&self, id: T::Id) -> Option<&Arc<T>> {
        self.places.get(&id).map(|&place| &self.items[place])
    }

    /// Whether an item with this identity is here.
    #[must_use]
    pub fn contains(&self, id: T::Id) -> bool {
        self.places.contains_key(&id)
    }

    /// The place of an item, counted from 0.
    #[must_use]
    pub fn place(&self, id: T::Id) -> Option<usize> {
        self.places.get(&id).copied()
    }

    /// The item at a place, counted from 0.
    #[must_use]
    pub fn at(&self, place: usize) -> Option<&Arc<T>> {
        self.items.get(place)
    }

    /// The items, in order.
    pub fn iter(&self) -> std::slice::Iter<'_, Arc<T>> {
        self.items.iter()
    }

    /// Whether the other is a copy in which nothing has changed: then nothing has to be compared.
    #[must_use]
    pub fn shares_all_with(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.items, &other.items)
    }

    /// How many items there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// The item that stands after this one.
    #[must_use]
    pub fn after(&self, id: T::Id) -> Option<&Arc<T>> {
        self.items.get(self.place(id)? + 1)
    }

    /// Puts a new item at the end, or a changed one where it was; returns what stood there.
    pub(super) fn put(&mut self, item: Arc<T>) -> Option<Arc<T>> {
        if let Some(&place) = self.places.get(&item.id()) {
            let items = Arc::make_mut(&mut self.items);
            return Some(std::mem::replace(&mut items[place], item));
        }
        Arc::make_mut(&mut self.places).insert(item.id(), self.items.len());
        Arc::make_mut(&mut self.items).push(item);
        None
    }

    /// Takes an item out.
    pub(super) fn remove(&mut self, id: T::Id) -> Option<Arc<T>> {
        let place = self.place(id)?;
        Arc::make_mut(&mut self.places).remove(&id);
        let item = Arc::make_mut(&mut self.items).remove(place);
        self.number_from(place);
        Some(item)
    }

    /// Moves an item before another, or to the end. Without effect if either is not here.
    pub(super) fn move_before(&mut self, id: T::Id, before: Option<T::Id>) {
        let Some(from) = self.place(id) else { return };
        let to = match before {
            None => self.items.len() - 1,
            Some(other) => match self.place(other) {
                None => return,
                Some(place) if place > from => place - 1,
                Some(place) => place,
            },
        };
        let items = Arc::make_mut(&mut self.items);
        let item = items.remove(from);
        items.insert(to, item);
        self.number_from(from.min(to));
    }

    fn number_from(&mut self, place: usize) {
        let places = Arc::make_mut(&mut self.places);
        for (place, item) in self.items.iter().enumerate().skip(place) {
            places.insert(item.id(), place);
        }
    }
}

impl<'a, T: Listed> IntoIterator for &'a Roll<T> {
    type Item = &'a Arc<T>;
    type IntoIter = std::slice::Iter<'a, Arc<T>>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<T: Listed> FromIterator<Arc<T>> for Roll<T> {
    /// Of two items with one identity the later stands where the earlier was.
    fn from_iter<I: IntoIterator<Item = Arc<T>>>(items: I) -> Self {
        let mut roll = Self::default();
        for item in items {
            roll.put(item);
        }
        roll
    }
}

impl<T: Listed> FromIterator<T> for Roll<T> {
    /// Of two items with one identity the later stands where the earlier was.
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        let mut roll = Self::default();
        for item in items {
            roll.put(Arc::new(item));
        }
        roll
    }
}

impl<T: Listed + Serialize> Serialize for Roll<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.items.iter().map(AsRef::as_ref))
    }
}

impl<'de, T: Listed + Deserialize<'de>> Deserialize<'de> for Roll<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut roll = Self::default();
        for item in Vec::<T>::deserialize(deserializer)? {
            let id = item.id();
            if roll.put(Arc::new(item)).is_some() {
                return Err(de::Error::custom(format_args!(
                    "the identity {id} stands here twice"
                )));
            }
        }
        Ok(roll)
    }
}
