//! Lists within an item: who appears, steps, cues, parties, rows of a photo. Their elements have no identity; which is
//! which is found by what they say, first by all of it, then by less.

use super::{
    Side, SideValue,
    at::At,
    order,
    value::{Merge, three},
};
use crate::{
    model::{
        Appearance, AsValue, Cue, Lang, Languages, ListElement, ParticipantId, Party, Step, Text,
        Value, Who,
    },
    plan::Part,
};

/// Something that stands in a list of an item.
pub(super) trait Element: Merge + ListElement + 'static {
    /// By what one is known again, the surest first.
    const RULES: &'static [fn(&Self, &Self) -> bool];

    /// Whether the same stands in a list only once.
    const IS_ONCE: bool = false;

    /// Whether two that are new on both sides are one.
    fn is_same_new(&self, other: &Self) -> bool {
        self == other
    }

    /// Whether it stands where the other stood, so that two that did so on both sides are decided between.
    fn replaces(&self, _gone: &Self) -> bool {
        false
    }

    /// What people call it.
    fn part(&self) -> Part;

    /// As people are told of it.
    fn shown(&self) -> Value;
}

/// One element, by its places on each side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
struct Node {
    base: Option<usize>,
    ours: Option<usize>,
    theirs: Option<usize>,
}

impl<T: Element> Merge for Vec<T> {
    fn merge(base: Option<&Self>, ours: &Self, theirs: &Self, at: &mut At) -> Self {
        let before = base.map_or(&[][..], Vec::as_slice);
        let nodes = if at.is_two_way() {
            nodes_of_two(ours, theirs)
        } else {
            nodes(before, ours, theirs)
        };
        let side = |place: fn(&Node) -> Option<usize>| -> Vec<usize> {
            let mut of: Vec<(usize, usize)> = nodes
                .iter()
                .enumerate()
                .filter_map(|(node, places)| Some((place(places)?, node)))
                .collect();
            of.sort_unstable();
            of.into_iter().map(|(_, node)| node).collect()
        };
        let (was, mine, other) = (
            side(|node| node.base),
            side(|node| node.ours),
            side(|node| node.theirs),
        );
        let get = |node: usize| -> Option<&T> {
            let node = nodes.get(node)?;
            let own = node.ours.and_then(|place| ours.get(place));
            own.or_else(|| theirs.get(node.theirs?))
        };
        let tie = |one: usize, other: usize| {
            let told = |node| get(node).map(|element| format!("{:?}", element.shown()));
            told(one).cmp(&told(other))
        };
        let shown = |nodes: &[usize]| {
            let all = nodes.iter().filter_map(|node| get(*node));
            Value::List(all.map(T::shown).collect())
        };
        let order = order::merge(base.map(|_| was.as_slice()), &mine, &other, tie, || {
            at.within("order", Part::Order, |at| {
                let base = base.map(|base| Value::List(base.iter().map(T::shown).collect()));
                at.conflict(base, shown(&mine), shown(&other))
            })
        });
        let mut merged: Self = Vec::with_capacity(order.len());
        for node in order {
            let Some(node) = nodes.get(node) else {
                continue;
            };
            let element = one(before, ours, theirs, node, at);
            let count =
                |list: &Self, element: &T| list.iter().filter(|one| *one == element).count();
            // Where every difference is decided, what a side says twice is kept as it says it.
            let most = |element: &T| {
                let most = count(ours, element).max(count(theirs, element));
                if at.is_two_way() { most.max(1) } else { 1 }
            };
            let is_twice = |element: &T| T::IS_ONCE && count(&merged, element) >= most(element);
            merged.extend(element.filter(|element| !is_twice(element)));
        }
        merged
    }
}

/// One element as it is merged; none if it goes.
fn one<T: Element>(base: &[T], ours: &[T], theirs: &[T], node: &Node, at: &mut At) -> Option<T> {
    let before = node.base.and_then(|place| base.get(place));
    let mine = node.ours.and_then(|place| ours.get(place));
    let other = node.theirs.and_then(|place| theirs.get(place));
    let part = before.or(mine).or(other)?.part();
    let name = format!("{:?}.{:?}.{:?}", node.base, node.ours, node.theirs);
    at.within(&name, part, |at| match (before, mine, other) {
        (_, Some(mine), Some(other)) => Some(three(before, mine, other, at)),
        (None, Some(only), None) if at.is_two_way() => {
            (at.presence(Side::Ours, only.shown())).then(|| only.clone())
        }
        (None, None, Some(only)) if at.is_two_way() => {
            (at.presence(Side::Theirs, only.shown())).then(|| only.clone())
        }
        (None, Some(new), None) | (None, None, Some(new)) => Some(new.clone()),
        (Some(before), Some(mine), None) => {
            let is_kept = before != mine && {
                let side = at.conflict(Some(before.shown()), mine.shown(), SideValue::Removed);
                side == Side::Ours
            };
            is_kept.then(|| mine.clone())
        }
        (Some(before), None, Some(other)) => {
            let is_kept = before != other && {
                let side = at.conflict(Some(before.shown()), SideValue::Removed, other.shown());
                side == Side::Theirs
            };
            is_kept.then(|| other.clone())
        }
        (_, None, None) => None,
    })
}

fn nodes<T: Element>(base: &[T], ours: &[T], theirs: &[T]) -> Vec<Node> {
    let (mut mine, mut other) = (pairs(base, ours), pairs(base, theirs));
    for (gone, element) in base.iter().enumerate() {
        if !mine.contains(&Some(gone)) && !other.contains(&Some(gone)) {
            let (heir, also) = (heir(element, ours, &mine), heir(element, theirs, &other));
            if let (Some(heir), Some(also)) = (heir, also) {
                mine[heir] = Some(gone);
                other[also] = Some(gone);
            }
        }
    }
    let find = |pairs: &[Option<usize>], base: usize| pairs.iter().position(|of| *of == Some(base));
    let mut nodes: Vec<Node> = (0..base.len())
        .map(|place| Node {
            base: Some(place),
            ours: find(&mine, place),
            theirs: find(&other, place),
        })
        .collect();
    let mut new_on_both: Vec<usize> = Vec::new();
    for (place, _) in mine.iter().enumerate().filter(|(_, of)| of.is_none()) {
        let is_same = |at: &usize| {
            other[*at].is_none()
                && !new_on_both.contains(at)
                && ours[place].is_same_new(&theirs[*at])
        };
        let same = (0..theirs.len()).find(is_same);
        new_on_both.extend(same);
        nodes.push(Node {
            base: None,
            ours: Some(place),
            theirs: same,
        });
    }
    for (place, _) in other.iter().enumerate().filter(|(_, of)| of.is_none()) {
        if !new_on_both.contains(&place) {
            nodes.push(Node {
                theirs: Some(place),
                ..Node::default()
            });
        }
    }
    nodes
}

/// The elements of two sides of which nobody knows what was before: which is which is found by the same rules.
fn nodes_of_two<T: Element>(ours: &[T], theirs: &[T]) -> Vec<Node> {
    let pairs = pairs(ours, theirs);
    let mine = (0..ours.len()).map(|place| Node {
        base: None,
        ours: Some(place),
        theirs: pairs.iter().position(|of| *of == Some(place)),
    });
    let alone = (0..theirs.len()).filter(|place| pairs[*place].is_none());
    let other = alone.map(|place| Node {
        theirs: Some(place),
        ..Node::default()
    });
    mine.chain(other).collect()
}

/// For each of the new elements, which of the old it is.
fn pairs<T: Element>(old: &[T], new: &[T]) -> Vec<Option<usize>> {
    let mut pairs: Vec<Option<usize>> = vec![None; new.len()];
    let mut taken = vec![false; old.len()];
    let all: fn(&T, &T) -> bool = |one, other| one == other;
    for fits in std::iter::once(&all).chain(T::RULES) {
        for (element, pair) in new.iter().zip(&mut pairs) {
            if pair.is_some() {
                continue;
            }
            let found = (0..old.len()).find(|at| !taken[*at] && fits(&old[*at], element));
            if let Some(at) = found {
                taken[at] = true;
                *pair = Some(at);
            }
        }
    }
    pairs
}

/// The only new one that stands where this stood.
fn heir<T: Element>(gone: &T, new: &[T], pairs: &[Option<usize>]) -> Option<usize> {
    let mut heirs = (0..new.len()).filter(|at| pairs[*at].is_none() && new[*at].replaces(gone));
    let heir = heirs.next()?;
    heirs.next().is_none().then_some(heir)
}

impl Element for Appearance {
    const RULES: &'static [fn(&Self, &Self) -> bool] = &[
        |one, other| one.who == other.who && one.role == other.role,
        |one, other| one.who == other.who,
    ];
    const IS_ONCE: bool = true;

    fn is_same_new(&self, other: &Self) -> bool {
        self.who == other.who && self.role == other.role
    }

    fn replaces(&self, gone: &Self) -> bool {
        self.role == gone.role
    }

    fn part(&self) -> Part {
        Part::Appearance(self.who)
    }

    fn shown(&self) -> Value {
        let mut all = vec![Value::Who(self.who), Value::Role(self.role)];
        all.extend((!self.position.is_empty()).then(|| self.position.value()));
        Value::List(all)
    }
}

impl Element for Cue {
    const RULES: &'static [fn(&Self, &Self) -> bool] = &[|one, other| one.team == other.team];

    fn part(&self) -> Part {
        Part::Cue(self.team)
    }

    fn shown(&self) -> Value {
        Value::List(vec![self.team.value(), self.text.value()])
    }
}

impl Element for Step {
    const RULES: &'static [fn(&Self, &Self) -> bool] = &[
        |one, other| one.text == other.text,
        |one, other| one.offset == other.offset,
    ];

    fn part(&self) -> Part {
        Part::Step(self.offset)
    }

    fn shown(&self) -> Value {
        let mut all = vec![Value::Offset(self.offset), self.text.value()];
        all.extend(self.cues.iter().map(Element::shown));
        Value::List(all)
    }
}

impl Element for Party {
    const RULES: &'static [fn(&Self, &Self) -> bool] = &[
        |one, other| one.organisation.is_some() && one.organisation == other.organisation,
        |one, other| one.signatory.is_some() && one.signatory == other.signatory,
        // A party of which nothing was known is the one that is known now.
        |one, _| *one == Self::default(),
    ];

    fn replaces(&self, _: &Self) -> bool {
        true
    }

    fn part(&self) -> Part {
        Part::Presence
    }

    fn shown(&self) -> Value {
        Value::List(vec![self.organisation.value(), self.signatory.value()])
    }
}

impl Element for ParticipantId {
    const RULES: &'static [fn(&Self, &Self) -> bool] = &[];
    const IS_ONCE: bool = true;

    fn part(&self) -> Part {
        Part::Presence
    }

    fn shown(&self) -> Value {
        self.value()
    }
}

impl Element for Who {
    const RULES: &'static [fn(&Self, &Self) -> bool] = &[];

    fn part(&self) -> Part {
        Part::Presence
    }

    fn shown(&self) -> Value {
        self.value()
    }
}

/// The rows of a photo: a row is known again by anybody who stands in it.
impl Element for Vec<Who> {
    const RULES: &'static [fn(&Self, &Self) -> bool] =
        &[|one, other| one.iter().any(|who| other.contains(who))];

    fn part(&self) -> Part {
        Part::Presence
    }

    fn shown(&self) -> Value {
        Value::List(self.iter().map(AsValue::value).collect())
    }
}

/// The hosts that invite with the host.
impl Element for Text {
    const RULES: &'static [fn(&Self, &Self) -> bool] = &[|one, other| {
        let both = one.iter().filter(|(_, text)| !text.is_empty());
        both.into_iter()
            .any(|(lang, text)| other.get(lang) == Some(text))
    }];

    fn part(&self) -> Part {
        Part::Presence
    }

    fn shown(&self) -> Value {
        self.value()
    }
}

impl Element for Lang {
    const RULES: &'static [fn(&Self, &Self) -> bool] = &[];
    const IS_ONCE: bool = true;

    fn part(&self) -> Part {
        Part::Lang(self.clone())
    }

    fn shown(&self) -> Value {
        self.value()
    }
}

impl Merge for Languages {
    /// As a list; where nothing would be left of it, one of the two.
    fn merge(base: Option<&Self>, ours: &Self, theirs: &Self, at: &mut At) -> Self {
        let list = |of: &Self| of.to_vec();
        let merged = Merge::merge(base.map(list).as_ref(), &list(ours), &list(theirs), at);
        if merged.is_empty() {
            return at.choose(base, ours, theirs, |of| list(of).shown_all());
        }
        merged.into()
    }
}

/// All that stands in a list.
trait ShownAll {
    fn shown_all(&self) -> Value;
}

impl<T: Element> ShownAll for Vec<T> {
    fn shown_all(&self) -> Value {
        Value::List(self.iter().map(T::shown).collect())
    }
}
