//! What was done to a history, one after the other, so that it can be done again elsewhere.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{History, Step};
use crate::model::{BatchName, Deed, Edit, EditError, Item, SessionId, Verb};

/// One thing that was done to a history.
///
/// What was taken back or done again is told as the edit that did it: who follows may know nothing of the steps before
/// the first act, and still comes to the same event.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Act {
    /// An edit was made.
    Made(Edit),
    /// Edits were made as a part of the last step, which is called so from then on.
    Joined(BatchName, Vec<Edit>),
    /// The step that was being made was ended.
    Sealed,
    /// A step was taken back, by this edit.
    Undone(Edit),
    /// A step was done again, by this edit.
    Redone(Edit),
}

impl Act {
    /// Whether `next`, done right after this, leaves nothing of it: what is typed into one item is put again and again.
    #[must_use]
    pub fn is_replaced_by(&self, next: &Self) -> bool {
        match (self, next) {
            (Self::Made(edit), Self::Made(next)) => {
                let subject = super::subject(edit);
                subject.is_some() && subject == super::subject(next)
            }
            (
                Self::Made(_) | Self::Joined(..) | Self::Sealed | Self::Undone(_) | Self::Redone(_),
                _,
            ) => false,
        }
    }
}

impl History {
    /// Has every act remembered from now on, for [`take_acts`](Self::take_acts).
    pub fn keep_acts(&mut self) {
        self.acts.get_or_insert_default();
    }

    /// What was done since this was asked last. Nothing before [`keep_acts`](Self::keep_acts).
    pub fn take_acts(&mut self) -> Vec<Act> {
        self.acts.as_mut().map(std::mem::take).unwrap_or_default()
    }

    pub(super) fn note(&mut self, act: impl FnOnce() -> Act) {
        if let Some(acts) = &mut self.acts {
            acts.push(act());
        }
    }

    pub(super) fn note_of(&mut self, step: usize, act: impl FnOnce(&Step) -> Act) {
        if let Some(acts) = &mut self.acts {
            acts.push(act(&self.steps[step]));
        }
    }

    /// Does again what was done elsewhere, and tells what it was; none for what changes nothing. The event comes to be
    /// what it was there; the steps that can be undone do as well, as far as they began after the acts did.
    ///
    /// # Errors
    /// As [`Event::apply`](crate::model::Event::apply), if the acts are not of this event; then nothing has changed.
    pub fn replay(&mut self, act: &Act) -> Result<Option<Deed>, EditError> {
        match act {
            Act::Made(edit) if self.says_already(edit) => {
                let last = self.steps.last().map(|last| super::subject(&last.edit));
                if last != Some(super::subject(edit)) {
                    self.seal();
                }
                Ok(None)
            }
            Act::Made(edit) => {
                let deed = Deed::of(edit, &self.event);
                self.apply(edit.clone()).map(|()| Some(deed))
            }
            Act::Joined(name, edits) => {
                let after = self.steps.last().map(|last| last.state);
                self.join(after, name.clone(), edits.clone())?;
                Ok(self.undoable().cloned())
            }
            Act::Sealed => {
                self.seal();
                Ok(None)
            }
            Act::Undone(edit) => self.replay_step(edit, Self::undo),
            Act::Redone(edit) => self.replay_step(edit, Self::redo),
        }
    }

    /// Whether the event is what the edit would make it.
    fn says_already(&self, edit: &Edit) -> bool {
        match edit {
            Edit::Put(item) => self.event.item(item.id()).as_ref() == Some(item),
            Edit::Details(details) => **details == self.event.details,
            Edit::Remove(_) | Edit::Place(_) | Edit::Batch(..) => false,
        }
    }

    /// What the steps did that are done, in order.
    pub fn deeds(&self) -> impl ExactSizeIterator<Item = &Deed> {
        self.steps[..self.done].iter().map(|step| &step.deed)
    }

    /// The session that each of those steps has added; none for a step that has added none, or several things at once.
    pub fn added(&self) -> impl ExactSizeIterator<Item = Option<SessionId>> {
        self.steps[..self.done].iter().map(|step| match &step.deed {
            Deed::Item {
                verb: Verb::Add, ..
            }
            | Deed::Batch(BatchName::AddSession | BatchName::DuplicateSession, _) => {
                put_first(&step.edit)
            }
            Deed::Item { .. } | Deed::Details | Deed::Batch(..) => None,
        })
    }

    /// Takes a step back or does it again, if that is what the edit did; else makes the edit, as a step of its own.
    fn replay_step(
        &mut self,
        edit: &Edit,
        step: fn(&mut Self) -> Result<Option<Deed>, EditError>,
    ) -> Result<Option<Deed>, EditError> {
        let mut expected = Arc::clone(&self.event);
        Arc::make_mut(&mut expected).apply(edit)?;
        let mut other = self.clone();
        if let Ok(Some(deed)) = step(&mut other)
            && *other.event == *expected
        {
            *self = other;
            return Ok(Some(deed));
        }
        self.seal();
        let deed = Deed::of(edit, &self.event);
        self.apply(edit.clone())?;
        self.seal();
        Ok(Some(deed))
    }
}

/// The first session that an edit puts.
fn put_first(edit: &Edit) -> Option<SessionId> {
    match edit {
        Edit::Put(Item::Session(session)) => Some(session.id),
        Edit::Batch(_, edits) => edits.iter().find_map(put_first),
        Edit::Put(_) | Edit::Remove(_) | Edit::Place(_) | Edit::Details(_) => None,
    }
}
