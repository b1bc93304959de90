//! From which saved states the open event was made: what a save says of itself, and what a merge begins from.

use std::{collections::HashMap, sync::Arc};

use crate::{
    model::{Event, EventId, History},
    store::{Folder, Lineage, StateId},
};

/// How many states of its file a window remembers, each for a few pointers where little was changed: another machine may go
/// on from any of them.
const REMEMBERED: usize = 200;

/// The saved states that the open event was made from.
#[derive(Default)]
pub struct Sources {
    /// What its file held when it was read or written last.
    in_file: Option<Lineage>,
    /// What was merged since, each with the state of the event after the step that did it; none where it is in the event
    /// whatever is undone.
    merged: Vec<(Lineage, Option<u64>)>,
    /// What the file held while this window was open.
    known: Vec<(StateId, Arc<Event>)>,
    /// The last state of the event in which nothing was done to it but merging.
    merged_alone: Option<u64>,
}

impl Sources {
    /// Of an event that was read or made.
    pub fn opened(lineage: Option<Lineage>, event: &Arc<Event>) -> Self {
        let mut sources = Self::default();
        if let Some(lineage) = lineage {
            sources.holds(lineage, Arc::clone(event));
        }
        sources
    }

    /// Of an event that comes out of a journal.
    pub fn recovered(states: Vec<Lineage>) -> Self {
        let mut states = states.into_iter();
        Self {
            in_file: states.next(),
            merged: states.map(|lineage| (lineage, None)).collect(),
            ..Self::default()
        }
    }

    /// What the event's file held when it was read or written last.
    pub fn in_file(&self) -> Option<&Lineage> {
        self.in_file.as_ref()
    }

    /// The states, that of the file first. What was merged and taken back again is not among them.
    pub fn states(&self, history: &History) -> Vec<Lineage> {
        let is_in = |step: &Option<u64>| step.is_none_or(|state| history.has_done(state));
        let merged = self.merged.iter().filter(|(_, step)| is_in(step));
        let merged = merged.map(|(lineage, _)| lineage);
        self.in_file.iter().chain(merged).cloned().collect()
    }

    /// Whether the event is what was saved and merged and nothing else: another machine may come to the very same.
    pub fn is_merged_alone(&self, history: &History) -> bool {
        !history.is_dirty() || self.merged_alone == Some(history.state())
    }

    /// Something was merged into the event, which before was [what was merged alone](Self::is_merged_alone) or not.
    pub fn went_on(&mut self, was_merged_alone: bool, history: &History) {
        self.merged_alone = was_merged_alone.then(|| history.state());
    }

    /// The event was saved; what was merged since saving began is still to be saved.
    pub fn saved(&mut self, lineage: Lineage, event: Arc<Event>) {
        self.holds(lineage, event);
    }

    /// What somebody else has saved has been merged: it is in the file, and what the file held before is in the event.
    pub fn came_in(&mut self, lineage: Lineage, event: Arc<Event>) {
        let before = self.in_file.take().map(|before| (before, None));
        self.merged.extend(before);
        self.holds(lineage, event);
    }

    fn holds(&mut self, lineage: Lineage, event: Arc<Event>) {
        self.merged
            .retain(|(merged, _)| !lineage.includes(merged.id()));
        self.known.retain(|(id, _)| *id != lineage.id());
        self.known.push((lineage.id(), event));
        let many = self.known.len().saturating_sub(REMEMBERED);
        self.known.drain(..many);
        self.in_file = Some(lineage);
    }

    /// A copy was merged, by the step that led to this state of the event if anything came in.
    pub fn merged(&mut self, lineage: Lineage, step: Option<u64>) {
        self.merged
            .retain(|(merged, _)| merged.id() != lineage.id());
        self.merged.push((lineage, step));
    }

    /// What is needed to find common ancestors off the frame.
    pub fn descent(&self, history: &History, folder: Option<&Folder>) -> Descent {
        let mut known: HashMap<StateId, Arc<Event>> = self.known.iter().cloned().collect();
        if let (Some(lineage), Some(event)) = (&self.in_file, history.in_file()) {
            known.insert(lineage.id(), Arc::clone(event));
        }
        Descent {
            event: history.event().id,
            states: self.states(history),
            known,
            folder: folder.cloned(),
        }
    }
}

/// From which saved states the open event was made, and where earlier ones are found.
pub struct Descent {
    event: EventId,
    states: Vec<Lineage>,
    known: HashMap<StateId, Arc<Event>>,
    folder: Option<Folder>,
}

impl Descent {
    /// The nearest common ancestors of the open event and of a saved state. None where descent is not known, or where they
    /// are not kept.
    pub fn common_ancestors(&self, theirs: &Lineage) -> Vec<Arc<Event>> {
        let Some(folder) = &self.folder else {
            return Vec::new();
        };
        let known = |id| self.known.get(&id).cloned();
        folder.common_ancestors(self.event, &self.states, theirs, known)
    }

    /// Whether a saved state is in the open event already.
    pub fn includes(&self, theirs: &Lineage) -> bool {
        self.states.iter().any(|state| state.includes(theirs.id()))
    }
}
