//! From which saved states a saved state was made, so that the nearest common ancestor of two of them is found by descent.
//!
//! Saved states form a directed acyclic graph, as the commits of a version control system do: a save has the state that it
//! replaced as its parent, and the states that were merged into it as well. A state is identified by a hash of what its
//! file says, of its parents and, unless it was merged, of a random number (a salted Merkle DAG): the same merge on two
//! machines is one state, while two people who did the same are not one, since what became of the work of one of them says
//! nothing of the other's. What was written by hand is known as such. The file lists the states before it, the latest
//! first, up to [`MOST`].
//!
//! ```text
//!   lineage: [
//!     "5f0c2a9be1d34c77 91d2b84aa0c3e5f6 +0c41b7e2d98a6f35",
//!     "91d2b84aa0c3e5f6",
//!   ],
//! ```
//!
//! Each line is a state and its parents; the random number of the first stands behind them. One at the end that none of
//! the others was made from is a merge that was not carried out: it left values in conflict, of which the file holds those
//! of one side. What follows from it does not depend on clocks, names of files or the order in which a sync engine delivers
//! them.

mod text;

use std::{
    collections::{BTreeMap, BTreeSet, VecDeque},
    fmt,
};

use serde::{Deserialize, Serialize};

/// How many states a file lists at most, itself among them. Whoever saves more often while the other machine is away has
/// no known common ancestor with it, and is asked about every difference.
const MOST: usize = 200;

/// The identity of a saved state: the first 64 bits of the BLAKE3 hash of its text, its parents and its salt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StateId(u64);

impl StateId {
    fn of(body: &str, parents: &[Self], salt: Option<u64>) -> Self {
        let mut hasher = blake3::Hasher::new();
        hasher.update(body.as_bytes());
        hasher.update(&[0]);
        for parent in parents {
            hasher.update(&parent.0.to_be_bytes());
        }
        if let Some(salt) = salt {
            hasher.update(b"+");
            hasher.update(&salt.to_be_bytes());
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
    /// What tells it from another save that says the same and was made from the same state.
    salt: Option<u64>,
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

    /// Of a state of which no ancestor is known.
    fn root(text: &str) -> Self {
        let id = StateId::of(text, &[], None);
        Self {
            id,
            salt: None,
            parents: [(id, Vec::new())].into(),
        }
    }

    /// Of a state that somebody saved, and that was made from these states.
    pub(super) fn saved(body: &str, parents: &[Self]) -> Self {
        let salt = uuid::Uuid::now_v7().as_u64_pair().1;
        Self::salted(body, parents, Some(salt))
    }

    /// Of a state that is these states merged, and nothing else. Two machines that merge the same are to end at the same
    /// state, or their merges were merged for ever.
    pub(super) fn merge(body: &str, parents: &[Self]) -> Self {
        if parents.iter().any(|parent| parent.id != parents[0].id) {
            Self::child(body, parents)
        } else {
            Self::saved(body, parents)
        }
    }

    /// Of a state whose file says this, and that was made from these states, whoever wrote it.
    fn child(body: &str, parents: &[Self]) -> Self {
        Self::salted(body, parents, None)
    }

    fn salted(body: &str, parents: &[Self], salt: Option<u64>) -> Self {
        let ids: BTreeSet<StateId> = parents.iter().map(|parent| parent.id).collect();
        let ids: Vec<StateId> = ids.into_iter().collect();
        let id = StateId::of(body, &ids, salt);
        let mut graph = union(parents);
        graph.insert(id, ids);
        let parents = graph;
        Self { id, salt, parents }.cut()
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
            let id = StateId::of(&uuid::Uuid::now_v7().to_string(), &both, None);
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
mod tests;
