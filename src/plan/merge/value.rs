//! Values of fields, merged.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Debug,
};

use jiff::civil::{Date, Time};

use super::at::At;
use crate::{
    model::{
        AsValue, Extra, FileName, Lang, Localised, Name, PixelSize, ProblemKey, References, Scalar,
        Value,
    },
    plan::Part,
};

/// What can be merged.
pub(super) trait Merge: Clone + PartialEq + References {
    /// The value of both sides, where each has changed it; none before is one that is new on both sides.
    fn merge(base: Option<&Self>, ours: &Self, theirs: &Self, at: &mut At) -> Self;
}

/// The value of both sides: of the one that has changed it; merged where both have.
pub(super) fn three<T: Merge>(base: Option<&T>, ours: &T, theirs: &T, at: &mut At) -> T {
    if ours == theirs || base == Some(theirs) {
        ours.clone()
    } else if base == Some(ours) {
        theirs.clone()
    } else {
        T::merge(base, ours, theirs, at)
    }
}

impl<T: Scalar> Merge for T {
    fn merge(base: Option<&Self>, ours: &Self, theirs: &Self, at: &mut At) -> Self {
        at.choose(base, ours, theirs, T::value)
    }
}

/// Which picture it is: its file, what is in it and how large that is go together.
impl AsValue for (FileName, String, PixelSize) {
    fn value(&self) -> Value {
        Value::String(self.0.to_string())
    }
}

impl Scalar for (FileName, String, PixelSize) {}

/// A value in each language is merged language by language.
impl<T> Merge for Localised<T>
where
    T: InLanguage + Default,
{
    fn merge(base: Option<&Self>, ours: &Self, theirs: &Self, at: &mut At) -> Self {
        let langs: BTreeSet<&Lang> = (ours.iter().chain(theirs.iter()))
            .map(|(lang, _)| lang)
            .collect();
        let mut merged = Self::default();
        for lang in langs {
            let none = T::default();
            let of = |side: &Self| side.get(lang).cloned().unwrap_or_else(|| none.clone());
            // What is new in one language only is not decided against nothing.
            let before = base.map(of).or_else(|| {
                let is_new = ours.get(lang).is_none() || theirs.get(lang).is_none();
                (is_new && !at.is_two_way()).then(|| none.clone())
            });
            let value = at.within(lang.tag(), Part::Lang(lang.clone()), |at| {
                T::in_language(lang, before.as_ref(), &of(ours), &of(theirs), at)
            });
            merged.set(lang, value);
        }
        merged
    }
}

/// A value that there is in each language.
pub(super) trait InLanguage: Clone + PartialEq {
    /// The value of both sides in this language.
    fn in_language(
        lang: &Lang,
        base: Option<&Self>,
        ours: &Self,
        theirs: &Self,
        at: &mut At,
    ) -> Self;
}

impl InLanguage for String {
    fn in_language(_: &Lang, base: Option<&Self>, ours: &Self, theirs: &Self, at: &mut At) -> Self {
        three(base, ours, theirs, at)
    }
}

impl InLanguage for Name {
    /// Part by part: one has corrected the given name, another the honorific. Where both have changed the same part, or
    /// one has taken the name out, the whole name is decided, because parts of two names are nobody's.
    fn in_language(
        lang: &Lang,
        base: Option<&Self>,
        ours: &Self,
        theirs: &Self,
        at: &mut At,
    ) -> Self {
        if ours == theirs || base == Some(theirs) {
            return ours.clone();
        }
        if base == Some(ours) {
            return theirs.clone();
        }
        let none = Self::default();
        let whole = |at: &mut At| {
            let told = |name: &Self| {
                if *name == none {
                    Value::Nothing
                } else {
                    Value::Name(lang.clone(), name.clone())
                }
            };
            at.choose(base, ours, theirs, told)
        };
        let Some(before) =
            base.filter(|base| [*base, ours, theirs].iter().all(|one| **one != none))
        else {
            return whole(at);
        };
        let parts = || {
            Some(Self {
                honorific: part(&before.honorific, &ours.honorific, &theirs.honorific)?,
                family: part(&before.family, &ours.family, &theirs.family)?,
                given: part(&before.given, &ours.given, &theirs.given)?,
                order: part(&before.order, &ours.order, &theirs.order)?,
                honours: part(&before.honours, &ours.honours, &theirs.honours)?,
            })
        };
        parts().unwrap_or_else(|| whole(at))
    }
}

/// A part of a name; none if both sides have changed it.
fn part<T: Clone + PartialEq>(base: &T, ours: &T, theirs: &T) -> Option<T> {
    if ours == theirs || base == theirs {
        Some(ours.clone())
    } else {
        (base == ours).then(|| theirs.clone())
    }
}

impl Merge for Extra {
    fn merge(base: Option<&Self>, ours: &Self, theirs: &Self, at: &mut At) -> Self {
        let keys: BTreeSet<&str> = (ours.iter().chain(theirs.iter()))
            .map(|(key, _)| key)
            .collect();
        let mut merged = Self::default();
        for key in keys {
            let of = |side: &Self| side.get(key).map(str::to_owned);
            let (mine, other) = (of(ours), of(theirs));
            let before = match base {
                Some(base) => Some(of(base)),
                None => is_new(at, mine.is_some(), other.is_some()).then_some(None),
            };
            let value = at.within(key, Part::Extra(key.to_owned()), |at| {
                three(before.as_ref(), &mine, &other, at)
            });
            merged.set(key, value.unwrap_or_default());
        }
        merged
    }
}

/// Whether an entry that only one side has is new there: it is, in an item that is new on both sides.
fn is_new(at: &At, is_in_ours: bool, is_in_theirs: bool) -> bool {
    !(at.is_two_way() || is_in_ours && is_in_theirs)
}

/// Merges entry by entry; `part` is what an entry is called.
fn entries<K: Ord + Clone + Debug, V: Scalar>(
    base: Option<&BTreeMap<K, V>>,
    ours: &BTreeMap<K, V>,
    theirs: &BTreeMap<K, V>,
    at: &mut At,
    part: impl Fn(&K) -> Part,
) -> BTreeMap<K, V> {
    let keys: BTreeSet<&K> = ours.keys().chain(theirs.keys()).collect();
    let mut merged = BTreeMap::new();
    for key in keys {
        let (mine, other) = (ours.get(key).cloned(), theirs.get(key).cloned());
        let before = match base {
            Some(base) => Some(base.get(key).cloned()),
            None => is_new(at, mine.is_some(), other.is_some()).then_some(None),
        };
        let value = at.within(&format!("{key:?}"), part(key), |at| {
            three(before.as_ref(), &mine, &other, at)
        });
        merged.extend(value.map(|value| (key.clone(), value)));
    }
    merged
}

impl Merge for BTreeMap<ProblemKey, String> {
    fn merge(base: Option<&Self>, ours: &Self, theirs: &Self, at: &mut At) -> Self {
        entries(base, ours, theirs, at, |key| Part::SetAside(key.clone()))
    }
}

impl Merge for BTreeMap<Date, Time> {
    fn merge(base: Option<&Self>, ours: &Self, theirs: &Self, at: &mut At) -> Self {
        entries(base, ours, theirs, at, |day| Part::Day(*day))
    }
}

impl Merge for BTreeSet<Date> {
    /// Whether a day is one of the event's is a yes or a no: who has changed it has changed it.
    fn merge(base: Option<&Self>, ours: &Self, theirs: &Self, at: &mut At) -> Self {
        if at.is_two_way() {
            let told = |days: &Self| Value::List(days.iter().map(AsValue::value).collect());
            return at.choose(None, ours, theirs, told);
        }
        let none = Self::new();
        let before = base.unwrap_or(&none);
        let all = ours.union(theirs);
        let stays =
            |day: &&Date| !before.contains(day) || ours.contains(day) && theirs.contains(day);
        all.filter(stays).copied().collect()
    }
}
