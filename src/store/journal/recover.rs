//! What a journal gives back.

use std::{path::PathBuf, sync::Arc};

use jiff::{Timestamp, civil::Time};

use super::{Entry, Head, Journal};
use crate::{
    model::{Act, Deed, Event, History, SessionId, SessionKind, Text},
    plan::{Changes, Plan, changes},
    store::{Stamp, to_ron},
};

/// One step that was not saved.
#[derive(Clone, Debug, PartialEq)]
pub struct Unsaved {
    /// When it was done last; typing into one field is one step.
    pub at: Timestamp,
    /// What it did.
    pub deed: Deed,
    /// The session that it has added, as that is now.
    pub added: Option<Added>,
    /// What it has changed; none of steps long before the last.
    pub stage: Option<Stage>,
}

/// What one step has changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Stage {
    /// The event before the step; it shares with the next what did not change.
    pub before: Arc<Event>,
    /// The event after it.
    pub after: Arc<Event>,
    /// What is different.
    pub changes: Changes,
}

/// Of how many steps, the latest first, it is told what they have changed: each is a comparison of two events.
const STAGES: usize = 300;

/// What the steps have changed that are done, the latest first, as far as it is told of so many of them.
fn stages(history: &History, count: usize) -> Vec<Stage> {
    let mut history = history.clone();
    let mut stages = Vec::new();
    while stages.len() < count.min(STAGES) {
        let after = Arc::clone(history.event());
        if !matches!(history.undo(), Ok(Some(_))) {
            break;
        }
        let before = Arc::clone(history.event());
        let changes = Changes::between(&before, &after);
        stages.push(Stage {
            before,
            after,
            changes,
        });
    }
    stages
}

/// A session that was added, as it is now.
#[derive(Clone, Debug, PartialEq)]
pub struct Added {
    /// Its title.
    pub title: Text,
    /// What it is called when it has none.
    pub kind: SessionKind,
    /// When it starts.
    pub start: Option<Time>,
}

/// What became of each session that a step has added. The event is timed once, if there are any.
fn added(history: &History) -> Vec<Option<Added>> {
    let event = history.event();
    let plan = history
        .added()
        .any(|id| id.is_some())
        .then(|| Plan::of(event));
    let one = |id: SessionId| {
        let session = event.sessions.get(id)?;
        let timed = plan.as_ref().and_then(|plan| plan.timed(id));
        Some(Added {
            title: session.title.clone(),
            kind: session.kind,
            start: timed.map(|timed| timed.start.time()),
        })
    };
    history.added().map(|id| id.and_then(one)).collect()
}

/// What a journal gives back.
#[derive(Clone, Debug)]
pub struct Recovered {
    /// The journal's file.
    pub file: PathBuf,
    /// Whose it is.
    pub head: Head,
    /// The event with everything that was done, which can be undone.
    pub history: History,
    /// The event as its file has it; as it began where it has none.
    pub saved: Arc<Event>,
    /// What was done and is not in the file, in order.
    pub steps: Vec<Unsaved>,
    /// Whether somebody else has saved since.
    pub has_changed: bool,
    /// How many bytes at the end of the journal could not be read.
    pub torn: usize,
    /// The event from which the journal begins: what both sides have in common if somebody else has saved.
    pub base: Arc<Event>,
    /// What the file held when the journal began; none if there was none.
    pub base_stamp: Option<Stamp>,
    /// What was done since that, for the journal that goes on from here.
    pub entries: Vec<Entry>,
}

impl Recovered {
    /// What the event's file held before somebody else has saved. Where the journal does not say it, that is told from
    /// the event itself, so that it is never what the file holds now.
    #[must_use]
    pub fn stamp_before(&self) -> Stamp {
        self.base_stamp
            .unwrap_or_else(|| Stamp::of(to_ron(&self.base).as_bytes()))
    }

    /// Whether there is anything that the event's file does not say.
    #[must_use]
    pub fn is_unsaved(&self) -> bool {
        self.head.folder.is_none() || *self.saved != **self.history.event()
    }
}

/// Does again what a journal says, on the event from which it begins. `disk` is what `event.ron` says now, with its
/// stamp; none for an event that was never saved.
#[must_use]
pub fn recover(journal: Journal, disk: Option<(&Event, Stamp)>) -> Recovered {
    let base = Arc::new(journal.base);
    let mut history = if disk.is_some() {
        History::saved((*base).clone())
    } else {
        History::unsaved((*base).clone())
    };
    // What was done with each step that is done now, and how many of them the file has.
    let mut times: Vec<Timestamp> = Vec::new();
    let mut in_file = None;
    let changed = disk.filter(|(_, stamp)| !journal.head.is_of(*stamp));
    let mut file = disk.map(|(event, _)| event.clone());
    if let Some(file) = &mut file {
        changes::share(file, &base);
    }
    let is_saved = |history: &History| match (&changed, &file) {
        (Some(_), Some(file)) => **history.event() == *file,
        _ => false,
    };
    let mut entries = Vec::new();
    let mut torn = journal.torn;
    if is_saved(&history) {
        in_file = Some(0);
    }
    for entry in journal.entries {
        if let Entry::Did(at, act) = &entry {
            if let Err(error) = history.replay(act) {
                // Its bytes are whole and it does not fit: what comes behind it is as good as torn.
                tracing::warn!(%error, file = ?journal.file, "an act does not fit");
                torn = torn.max(1);
                break;
            }
            let done = history.deeds().len();
            // What goes on in the last step is of its time; that a step has ended is no deed.
            if done == times.len() && !matches!(act, Act::Sealed) {
                times.pop();
            }
            times.resize(done, *at);
            in_file = in_file.map(|count: usize| count.min(done));
            // A save that was under way when the program ended is the person's own, and no one else's.
            if is_saved(&history) {
                in_file = Some(done);
            }
        }
        entries.push(entry);
    }
    let has_changed = changed.is_some() && in_file.is_none();
    let saved = file.map_or_else(|| Arc::clone(&base), Arc::new);
    // What somebody else has saved comes in by a merge, on the state that both have in common.
    if disk.is_some() && !has_changed {
        history.mark_saved(Arc::clone(&saved));
    }
    history.seal();
    let deeds = history.deeds().cloned();
    let mut steps: Vec<Unsaved> = deeds
        .zip(times)
        .zip(added(&history))
        .map(|((deed, at), added)| Unsaved {
            at,
            deed,
            added,
            stage: None,
        })
        .skip(in_file.unwrap_or(0))
        .collect();
    let told = stages(&history, steps.len());
    for (step, stage) in steps.iter_mut().rev().zip(told) {
        step.stage = Some(stage);
    }
    Recovered {
        base_stamp: journal.head.stamp.as_deref().and_then(Stamp::from_hex),
        file: journal.file,
        head: journal.head,
        history,
        saved,
        steps,
        has_changed,
        torn,
        base,
        entries,
    }
}
