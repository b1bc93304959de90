//! What a merge comes to, worked out before the frame that takes it in.

use std::sync::Arc;

use super::super::open::Planned;
use crate::{
    model::{Edit, Event},
    plan::{
        Changes, Plan, changes,
        merge::{Choices, Merged, Renamed},
    },
    ui::Disputed,
    words::{Teller, Words},
};

/// How many lines of what came in are listed at most.
const LINES: usize = 300;

/// The values to be decided, in words.
pub(super) fn disputed(merged: &Merged, words: Words) -> Vec<Disputed> {
    // An item is called as it is on our side.
    let teller = Teller::new(words, merged.theirs(), merged.ours());
    let one = |conflict: &crate::plan::merge::Conflict| Disputed {
        name: teller.name(conflict.subject),
        field: teller.field(&conflict.path),
        base: conflict.base.as_ref().map(|base| teller.side(base)),
        ours: teller.side(&conflict.ours),
        theirs: teller.side(&conflict.theirs),
    };
    merged.conflicts.iter().map(one).collect()
}

/// What comes in without a question, in sentences.
pub(super) fn lines(merged: &Merged, words: Words) -> Vec<String> {
    told(merged.ours(), merged.event(), &merged.incoming(), words)
}

fn told(before: &Event, after: &Event, changes: &Changes, words: Words) -> Vec<String> {
    let teller = Teller::new(words, before, after);
    let told = changes.all.iter().take(LINES);
    told.map(|change| teller.sentence(change)).collect()
}

/// Which files of photos are called otherwise now, since another picture had their name.
fn renamed(merged: &Merged, event: &Event, words: Words) -> Vec<String> {
    let one = |renamed: &Renamed| {
        let values = [
            ("from", words.quoted(renamed.from.as_str()).into()),
            ("to", words.quoted(renamed.to.as_str()).into()),
        ];
        words.tf("merge-photo-renamed", values)
    };
    merged.renamed(event).iter().map(one).collect()
}

/// What a merge comes to, with everything that the frame that takes it in would have to work out.
pub(super) struct Ready {
    /// The one step; none where nothing comes in.
    pub edit: Option<Edit>,
    /// The event after it, and what follows from that.
    pub event: Arc<Event>,
    pub plan: Arc<Plan>,
    /// What comes in, in sentences, as far as it is listed; and how much it is.
    pub told: Vec<String>,
    pub count: usize,
    /// What is not saved from then on, on top of the other side.
    pub unsaved: Vec<Edit>,
}

impl Ready {
    /// `planned` is a state of the event with its plan.
    pub fn of(merged: &Merged, choices: &Choices, planned: &Planned, words: Words) -> Self {
        let ours = merged.ours();
        let edit = merged.edit(choices);
        let mut event = ours.clone();
        if let Some(edit) = &edit
            && let Err(error) = event.apply(edit)
        {
            tracing::warn!(%error, "what was merged cannot be taken in");
        }
        let changes = Changes::between(ours, &event);
        let mut lines = renamed(merged, &event, words);
        lines.extend(told(ours, &event, &changes, words));
        Self {
            told: lines,
            count: changes.all.len(),
            unsaved: changes::restore(merged.theirs(), &event),
            plan: Arc::new(planned.plan.after(&planned.event, &event)),
            event: Arc::new(event),
            edit,
        }
    }
}
