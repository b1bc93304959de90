//! From which saved states a saved state was made, so that the nearest common ancestor of two of them is found by descent.
//!
//! Saved states form a directed acyclic graph, as the commits of a version control system do: a save has the state that it
//! replaced as its parent, and the states that were merged into it as well. A state is identified by a hash of what its
//! file says and of its parents (a Merkle DAG), so that the same save on two machines is the same state, and what was
//! written by hand is known as such. The file lists the states before it, the latest first, up to [`MOST`].
//!
//! ```text
//!   lineage: [
//!     "5f0c2a9be1d34c77 91d2b84aa0c3e5f6",
//!     "91d2b84aa0c3e5f6",
//!   ],
//! ```
//!
//! Each line is a state and its parents. One at the end that none of the others was made from is a merge that was not carried
//! out: it left values in conflict, of which the file holds those of one side. What follows from it does not depend on clocks, names of files or the order in
//! which a sync engine delivers them.

use std::{
    collections::{BTreeMap, BTreeSet, VecDeque},
    fmt::{self, Write as _},
};

use serde::{Deserialize, Serialize};

/// How many states a file lists at most, itself among them. Whoever saves more often while the other machine is away has
/// no known common ancestor with it, and is asked about every difference.
const MOST: usize = 200;

/// What stands before the list in the text of a file, and what ends it.
const BEGIN: &str = "\n  lineage: [\n";
const END: &str = "\n  ],";

/// The identity of a saved state: the first 64 bits of the BLAKE3 hash of its text and its parents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StateId(u64);

impl StateId {
    fn of(body: &str, parents: &[Self]) -> Self {
        let mut hasher = blake3::Hasher::new();
        hasher.update(body.as_bytes());
        hasher.update(&[0]);
        for parent in parents {
            hasher.update(&parent.0.to_be_bytes());
        }
        let mut first = [0; 8];
        hasher.finalize_xof().fill(&mut first);
        Self(u64::from_be_bytes(first))
    }

    fn parse(text: &str) -> Option<Self> {
        let is_hex =
            text.len() == 16 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
        is_hex.then(|| u64::from_str_radix(text, 16).ok().map(Self))?
    }
}

impl fmt::Display for StateId {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

/// A saved state and the states before it, as far as they are listed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Vec<String>", into = "Vec<String>")]
pub struct Lineage {
    id: StateId,
    /// The parents of each state that is listed. One that is only named as a parent is not: it is too long ago.
    parents: BTreeMap<StateId, Vec<StateId>>,
}

impl Lineage {
    /// Which state it is.
    #[must_use]
    pub const fn id(&self) -> StateId {
        self.id
    }

    /// Whether the state is this one, or was made from it.
    #[must_use]
    pub fn includes(&self, id: StateId) -> bool {
        // A state that is only named as a parent is an ancestor as well.
        self.id == id || closure(&self.parents, [self.id]).contains(&id)
    }

    /// Whether a merge without a window has left values in conflict in it: there it holds those of one side, and nobody has
    /// decided that they are what both sides have in common.
    #[must_use]
    pub fn is_unmerged(&self) -> bool {
        self.unmerged().next().is_some()
    }

    /// The states that are listed and that it was not made from: merges of which values are left in conflict.
    fn unmerged(&self) -> impl Iterator<Item = StateId> {
        let before = closure(&self.parents, [self.id]);
        let listed = self.parents.keys().copied();
        listed.filter(move |id| !before.contains(id))
    }

    /// The state that a file's text is. A text that lists nothing has no known ancestors; one that is not what its first
    /// line says was changed by another program, and so was made from that state.
    pub(super) fn of_text(text: &str) -> Self {
        let plain = plain(text);
        let Some((body, listed)) =
            split(&plain).and_then(|(body, lines)| Some((body, parse(lines)?)))
        else {
            return Self::root(&plain);
        };
        let stated = listed.id;
        let own = listed.parents.get(&stated).map_or(&[][..], Vec::as_slice);
        if StateId::of(body, own) == stated {
            return listed;
        }
        Self::child(body, &[listed])
    }

    /// Of a state of which no ancestor is known.
    fn root(text: &str) -> Self {
        let id = StateId::of(text, &[]);
        Self {
            id,
            parents: [(id, Vec::new())].into(),
        }
    }

    /// Of a state whose file says this, and that was made from these states.
    pub(super) fn child(body: &str, parents: &[Self]) -> Self {
        let ids: BTreeSet<StateId> = parents.iter().map(|parent| parent.id).collect();
        let ids: Vec<StateId> = ids.into_iter().collect();
        let id = StateId::of(body, &ids);
        let mut graph = union(parents);
        graph.insert(id, ids);
        Self { id, parents: graph }.cut()
    }

    /// As [`child`](Self::child), of a merge in which values are left in conflict with this other state, or of parents in which
    /// such are. A state that was never saved says so, made from what was to be merged; it is another each time, so that no
    /// two such files have the same bytes: of three states git compares those alone, and asks no merge driver where two are
    /// the same.
    pub(super) fn merged(body: &str, parents: &[Self], unmerged: Option<&Self>) -> Self {
        let mut child = Self::child(body, parents);
        let before = closure(&child.parents, [child.id]);
        let now = unmerged.map(|other| {
            let both: Vec<StateId> = parents.iter().chain([other]).map(|one| one.id).collect();
            let id = StateId::of(&uuid::Uuid::now_v7().to_string(), &both);
            (id, both)
        });
        let earlier = parents.iter().flat_map(|parent| {
            let above = |id| (id, parent.parents.get(&id).cloned().unwrap_or_default());
            parent.unmerged().map(above)
        });
        let is_left = |(_, both): &(_, Vec<StateId>)| both.iter().any(|id| !before.contains(id));
        if let Some((id, both)) = now.into_iter().chain(earlier).find(is_left) {
            let farthest = child.nearest_first().into_iter().nth(MOST - 1);
            farthest.map(|id| child.parents.remove(&id));
            child.parents.insert(id, both);
        }
        child
    }

    /// Without the states that are farthest away, beyond the limit.
    fn cut(mut self) -> Self {
        let kept: BTreeSet<StateId> = self.nearest_first().into_iter().take(MOST).collect();
        self.parents.retain(|id, _| kept.contains(id));
        self
    }

    /// The listed states in an order that follows from the graph alone: by their distance, then by their identities.
    fn nearest_first(&self) -> Vec<StateId> {
        let mut order = Vec::new();
        let mut seen = BTreeSet::from([self.id]);
        let mut level = vec![self.id];
        while !level.is_empty() {
            let mut next = BTreeSet::new();
            for id in &level {
                let above = self.parents.get(id).into_iter().flatten();
                next.extend(above.filter(|parent| seen.insert(**parent)));
            }
            order.extend(level.iter().filter(|id| self.parents.contains_key(id)));
            level = next.into_iter().copied().collect();
        }
        order
    }

    /// The end of a file's text, behind its body.
    pub(super) fn text(&self) -> String {
        let mut text = BEGIN.trim_start_matches('\n').to_owned();
        for line in self.lines() {
            writeln!(text, "    \"{line}\",").ok();
        }
        text.push_str(END.trim_start_matches('\n'));
        text.push_str("\n)\n");
        text
    }

    fn lines(&self) -> impl Iterator<Item = String> {
        let listed = self.nearest_first().into_iter().chain(self.unmerged());
        listed.map(|id| {
            let above = self.parents.get(&id).into_iter().flatten();
            let all = std::iter::once(&id).chain(above);
            all.map(ToString::to_string).collect::<Vec<_>>().join(" ")
        })
    }
}

impl From<Lineage> for Vec<String> {
    fn from(lineage: Lineage) -> Self {
        lineage.lines().collect()
    }
}

impl TryFrom<Vec<String>> for Lineage {
    type Error = &'static str;

    fn try_from(lines: Vec<String>) -> Result<Self, Self::Error> {
        parse(lines.iter().map(String::as_str)).ok_or("not a lineage")
    }
}

/// Git may have written the line breaks of another system.
fn plain(text: &str) -> std::borrow::Cow<'_, str> {
    if text.contains('\r') {
        text.replace("\r\n", "\n").into()
    } else {
        text.into()
    }
}

/// A text's body and the lines of its list; none if it has none.
fn split(text: &str) -> Option<(&str, impl Iterator<Item = &str>)> {
    let at = text.rfind(BEGIN)?;
    let (body, rest) = text.split_at(at + 1);
    let list = rest.get(BEGIN.len() - 1..)?;
    let end = list.find(END)?;
    let lines = list[..end].lines();
    let lines = lines.map(|line| line.trim().trim_end_matches(',').trim_matches('"'));
    Some((body, lines))
}

/// A list of states; none if a line is not one.
fn parse<'a>(lines: impl Iterator<Item = &'a str>) -> Option<Lineage> {
    let mut first = None;
    let mut parents = BTreeMap::new();
    for line in lines.take(MOST) {
        let mut ids = line.split(' ').map(StateId::parse);
        let id = ids.next()??;
        let above: Vec<StateId> = ids.collect::<Option<_>>()?;
        first.get_or_insert(id);
        parents.insert(id, above);
    }
    Some(Lineage {
        id: first?,
        parents,
    })
}

type Graph = BTreeMap<StateId, Vec<StateId>>;

fn union(all: &[Lineage]) -> Graph {
    let graphs = all.iter().flat_map(|one| &one.parents);
    graphs.map(|(id, parents)| (*id, parents.clone())).collect()
}

/// These states and all before them.
fn closure(graph: &Graph, from: impl IntoIterator<Item = StateId>) -> BTreeSet<StateId> {
    let mut queue: VecDeque<StateId> = from.into_iter().collect();
    let mut found: BTreeSet<StateId> = queue.iter().copied().collect();
    while let Some(id) = queue.pop_front() {
        for parent in graph.get(&id).into_iter().flatten() {
            if found.insert(*parent) {
                queue.push_back(*parent);
            }
        }
    }
    found
}

/// The nearest common ancestors of what was made from all of `ours`, and of `theirs`: those of which no other one was made
/// (the merge bases of a version control system). None where descent is not known; several after two merges that crossed.
///
/// A list that ends hides what is before its end. Where that is no common state, a nearer common ancestor may be among what
/// is hidden, as when the only listed way to a common state leads through an old copy that was merged: then none is known.
#[must_use]
pub fn nearest_common(ours: &[Lineage], theirs: &Lineage) -> Vec<StateId> {
    let mut graph = union(ours);
    graph.extend(union(std::slice::from_ref(theirs)));
    let mine = closure(&graph, ours.iter().map(|one| one.id));
    let other = closure(&graph, [theirs.id]);
    let common: BTreeSet<StateId> = mine.intersection(&other).copied().collect();
    // What is before a common state is farther, and where all that one side has is common, nothing can be nearer.
    let is_cut = |side: &BTreeSet<StateId>| {
        let mut own = side.difference(&common);
        own.any(|id| !graph.contains_key(id))
    };
    if (is_cut(&mine) && other != common) || (is_cut(&other) && mine != common) {
        return Vec::new();
    }
    let above = common.iter().filter_map(|id| graph.get(id)).flatten();
    let farther = closure(&graph, above.copied());
    common.difference(&farther).copied().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn root(text: &str) -> Lineage {
        Lineage::of_text(text)
    }

    fn child(body: &str, parents: &[&Lineage]) -> Lineage {
        let parents: Vec<_> = parents.iter().map(|one| (*one).clone()).collect();
        Lineage::child(body, &parents)
    }

    fn file(body: &str, lineage: &Lineage) -> String {
        format!("{body}{}", lineage.text())
    }

    #[test]
    fn a_text_says_which_state_it_is_and_from_which_it_was_made() {
        let first = root("(\n)\n");
        let second = child("(\n  a,\n", &[&first]);
        let text = file("(\n  a,\n", &second);
        assert_eq!(Lineage::of_text(&text), second);
        assert_eq!(Lineage::of_text(&text.replace('\n', "\r\n")), second);
        assert!(second.includes(first.id()) && second.includes(second.id()));
        assert!(!first.includes(second.id()));
        let lines: Vec<String> = second.clone().into();
        assert_eq!(Lineage::try_from(lines), Ok(second));
    }

    #[test]
    fn what_another_program_has_changed_was_made_from_what_the_text_says() {
        let first = root("(\n)\n");
        let second = child("(\n  a,\n", &[&first]);
        let edited = Lineage::of_text(&file("(\n  b,\n", &second));
        assert_ne!(edited.id(), second.id());
        assert_eq!(nearest_common(&[edited], &second), [second.id()]);
    }

    #[test]
    fn a_list_that_is_damaged_says_nothing() {
        let second = child("(\n  a,\n", &[&root("(\n)\n")]);
        let text = file("(\n  a,\n", &second);
        let damaged = text.replacen(&second.id().to_string(), "5F0C", 1);
        let read = Lineage::of_text(&damaged);
        assert_eq!(nearest_common(&[read], &second), []);
    }

    #[test]
    fn taking_something_back_is_another_state() {
        let first = root("first");
        let second = child("second", &[&first]);
        let again = child("first", &[&second]);
        assert_ne!(first.id(), again.id());
        let theirs = child("theirs", &[&second]);
        assert_eq!(nearest_common(&[again], &theirs), [second.id()]);
    }

    #[test]
    fn the_same_merge_on_two_machines_is_one_state() {
        let base = root("base");
        let (one, other) = (child("one", &[&base]), child("other", &[&base]));
        assert_eq!(
            nearest_common(std::slice::from_ref(&one), &other),
            [base.id()]
        );
        let here = child("both", &[&one, &other]);
        let there = child("both", &[&other, &one]);
        assert_eq!(here, there);
        assert_eq!(here.text(), there.text());
        // Two merges that crossed, each decided in its own way.
        let decided = child("decided", &[&other, &one]);
        let mut both = [one.id(), other.id()];
        both.sort_unstable();
        assert_eq!(nearest_common(&[here], &decided), both);
    }

    #[test]
    fn what_is_merged_and_not_saved_counts() {
        let base = root("base");
        let (ours, theirs) = (child("ours", &[&base]), child("theirs", &[&base]));
        let later = child("later", &[&theirs]);
        assert_eq!(
            nearest_common(std::slice::from_ref(&ours), &later),
            [base.id()]
        );
        assert_eq!(
            nearest_common(&[ours, theirs.clone()], &later),
            [theirs.id()]
        );
    }

    #[test]
    fn beyond_the_limit_descent_is_not_known() {
        let base = root("base");
        let saved = |count: usize, name: &str| {
            (0..count).fold(base.clone(), |last, n| {
                child(&format!("{name} {n}"), &[&last])
            })
        };
        let theirs = saved(1, "theirs");
        assert_eq!(
            nearest_common(&[saved(MOST - 1, "ours")], &theirs),
            [base.id()]
        );
        let long = saved(MOST * 2, "ours");
        assert_eq!(long.lines().count(), MOST);
        assert_eq!(nearest_common(&[long], &theirs), []);
    }

    /// So many saves, one after the other.
    fn saves(first: &Lineage, count: usize, name: &str) -> Vec<Lineage> {
        let next = |last: &mut Lineage, n: usize| {
            *last = child(&format!("{name} {n}"), &[last]);
            Some(last.clone())
        };
        (0..count).scan(first.clone(), next).collect()
    }

    #[test]
    fn a_way_through_an_old_copy_does_not_hide_that_a_nearer_ancestor_is_not_known() {
        let base = root("base");
        let all = saves(&base, 300, "save");
        let nearer = &all[49];
        let theirs = child("theirs", &[nearer]);
        let old = child("old copy", &[&base]);
        let last = all.last().unwrap();
        // Before the copy comes in, the list ends before both.
        assert_eq!(nearest_common(std::slice::from_ref(last), &theirs), []);
        let ours = child("ours", &[last, &old]);
        assert!(ours.includes(base.id()) && !ours.includes(nearer.id()));
        assert_eq!(nearest_common(std::slice::from_ref(&ours), &theirs), []);
        assert_eq!(nearest_common(std::slice::from_ref(&theirs), &ours), []);
        // A copy that was merged and is not saved is no other.
        assert_eq!(nearest_common(&[last.clone(), old], &theirs), []);
    }

    #[test]
    fn a_long_history_has_the_base_that_its_lists_have_in_common() {
        let base = root("base");
        let all = saves(&base, 500, "save");
        let (last, before) = (all.last().unwrap(), &all[479]);
        let theirs = child("theirs", &[before]);
        let ours = std::slice::from_ref(last);
        assert_eq!(nearest_common(ours, &theirs), [before.id()]);
        assert_eq!(nearest_common(ours, before), [before.id()]);
        assert_eq!(
            nearest_common(std::slice::from_ref(before), last),
            [before.id()]
        );
    }

    #[test]
    fn what_the_other_goes_on_from_is_the_base_whatever_it_was_merged_with() {
        let base = root("base");
        let ours = saves(&base, 20, "save").pop().unwrap();
        let elsewhere = saves(&base, 300, "elsewhere").pop().unwrap();
        let theirs = child("theirs", &[&ours, &elsewhere]);
        assert_eq!(
            nearest_common(std::slice::from_ref(&ours), &theirs),
            [ours.id()]
        );
        assert_eq!(nearest_common(&[theirs], &ours), [ours.id()]);
    }

    #[test]
    fn a_merge_that_left_conflicts_says_so_and_was_not_made_from_what_is_left() {
        let base = root("base");
        let (ours, theirs) = (child("ours", &[&base]), child("theirs", &[&base]));
        let from = std::slice::from_ref(&ours);
        let left = Lineage::merged("left\n", from, Some(&theirs));
        assert!(left.is_unmerged() && !left.includes(theirs.id()));
        let again = Lineage::merged("left\n", from, Some(&theirs));
        assert_eq!(again.id(), left.id());
        assert_ne!(again.text(), left.text());
        let read = Lineage::of_text(&file("left\n", &left));
        assert_eq!(read, left);
        assert_eq!(
            nearest_common(std::slice::from_ref(&left), &theirs),
            [base.id()]
        );
        // Merging it with a third goes on saying so; a person's save does not, nor what has the other in it.
        let third = child("third", &[&base]);
        let further = Lineage::merged("further", &[left.clone(), third], None);
        assert!(further.is_unmerged());
        assert!(!child("saved", &[&left]).is_unmerged());
        let both = Lineage::merged("both", &[left, theirs], None);
        assert!(!both.is_unmerged());
        // It is as long as any other.
        let long = saves(&base, MOST * 2, "save").pop().unwrap();
        let left = Lineage::merged("left\n", &[long], Some(&ours));
        assert_eq!(left.lines().count(), MOST);
        assert_eq!(Lineage::of_text(&file("left\n", &left)), left);
    }
}
