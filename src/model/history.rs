//! Undo and redo, as people think of them: one step is one thing that a person did.

mod act;

use std::sync::Arc;

pub use act::Act;

use super::{BatchName, Deed, Edit, EditError, Event, ItemId};

/// One step that can be undone.
#[derive(Clone, Debug)]
struct Step {
    edit: Edit,
    undo: Edit,
    deed: Deed,
    /// The state of the event after the step.
    state: u64,
    /// Whether the next put of the same item belongs to this step.
    open: bool,
}

/// An event with what was done to it.
///
/// Consecutive puts of one item are one step until [`seal`](Self::seal) says that the person has gone on to
/// something else.
#[derive(Clone, Debug)]
pub struct History {
    event: Arc<Event>,
    steps: Vec<Step>,
    /// How many of the steps are done; those behind can be redone.
    done: usize,
    /// The number that the next state gets. States are never numbered twice.
    next_state: u64,
    first_state: u64,
    /// The event as its file has it; none before it is in one.
    saved: Option<Arc<Event>>,
    /// Whether the event differs from that, which is asked more often than it changes.
    is_dirty: bool,
    /// What was done since somebody asked last; none while nobody wants to know.
    acts: Option<Vec<Act>>,
}

impl History {
    /// An event as it stands in its file.
    #[must_use]
    pub fn saved(event: Event) -> Self {
        let event = Arc::new(event);
        Self {
            saved: Some(Arc::clone(&event)),
            event,
            steps: Vec::new(),
            done: 0,
            next_state: 1,
            first_state: 0,
            is_dirty: false,
            acts: None,
        }
    }

    /// An event that is in no file yet.
    #[must_use]
    pub fn unsaved(event: Event) -> Self {
        Self {
            saved: None,
            is_dirty: true,
            ..Self::saved(event)
        }
    }

    /// The event as it is now. Holding on to it costs nothing.
    #[must_use]
    pub fn event(&self) -> &Arc<Event> {
        &self.event
    }

    /// The number of this state of the event: another number is another state.
    #[must_use]
    pub fn state(&self) -> u64 {
        self.done
            .checked_sub(1)
            .map_or(self.first_state, |last| self.steps[last].state)
    }

    /// Whether the step that led to this state is done: it was not taken back, nor became a part of another.
    #[must_use]
    pub fn has_done(&self, state: u64) -> bool {
        self.steps[..self.done]
            .iter()
            .any(|step| step.state == state)
    }

    /// Whether the event differs from its file: what it says, not how it came to say it.
    #[must_use]
    pub fn is_dirty(&self) -> bool {
        self.is_dirty
    }

    /// The event as its file has it; none before it is in one.
    #[must_use]
    pub fn in_file(&self) -> Option<&Arc<Event>> {
        self.saved.as_ref()
    }

    /// Remembers what is in the event's file: the event as it was when saving began.
    pub fn mark_saved(&mut self, saved: Arc<Event>) {
        self.saved = Some(saved);
        self.compare();
    }

    fn compare(&mut self) {
        self.is_dirty = match &self.saved {
            Some(saved) => !Arc::ptr_eq(saved, &self.event) && **saved != *self.event,
            None => true,
        };
    }

    /// Makes an edit. Whatever could be redone is forgotten.
    ///
    /// # Errors
    /// As [`Event::apply`]; then nothing has changed.
    pub fn apply(&mut self, edit: Edit) -> Result<(), EditError> {
        let deed = Deed::of(&edit, &self.event);
        let undo = Arc::make_mut(&mut self.event).apply(&edit)?;
        self.note(|| Act::Made(edit.clone()));
        self.compare();
        self.steps.truncate(self.done);
        let state = self.next_state;
        self.next_state += 1;
        let subject = subject(&edit);
        if let Some(last) = self.steps.last_mut()
            && last.open
            && subject.is_some()
            && self::subject(&last.edit) == subject
        {
            if edit == last.undo {
                // What was typed has been taken out again: there is nothing to undo.
                self.steps.pop();
                self.done = self.steps.len();
                return Ok(());
            }
            last.edit = edit;
            last.state = state;
            last.deed.rename(deed);
            return Ok(());
        }
        self.end_step();
        self.steps.push(Step {
            edit,
            undo,
            deed,
            state,
            open: subject.is_some(),
        });
        self.done = self.steps.len();
        Ok(())
    }

    /// Makes an edit as a part of the last step, if that is the batch that led to the state `after` and nothing else
    /// was done since: forty photos that arrive one by one are one step, and those of another drop another.
    ///
    /// # Errors
    /// As [`Event::apply`]; then nothing has changed.
    pub fn join(
        &mut self,
        after: Option<u64>,
        name: BatchName,
        edits: Vec<Edit>,
    ) -> Result<(), EditError> {
        let joins = self.done == self.steps.len()
            && self.steps.last().is_some_and(|last| {
                Some(last.state) == after && matches!(last.edit, Edit::Batch(..))
            });
        if !joins {
            return self.apply(Edit::Batch(name, edits));
        }
        let undo =
            Arc::make_mut(&mut self.event).apply(&Edit::Batch(name.clone(), edits.clone()))?;
        self.note(|| Act::Joined(name.clone(), edits.clone()));
        self.compare();
        let state = self.next_state;
        self.next_state += 1;
        if let Some(last) = self.steps.last_mut() {
            if let Edit::Batch(have, before) = &mut last.edit {
                *have = name.clone();
                before.extend(edits);
            }
            let earlier = std::mem::replace(&mut last.undo, Edit::Batch(name.clone(), Vec::new()));
            last.undo = Edit::Batch(name.clone(), vec![undo, earlier]);
            last.deed = Deed::Batch(name, crate::model::Text::default());
            last.state = state;
        }
        Ok(())
    }

    /// Ends the step that is being made: the next edit is a step of its own.
    pub fn seal(&mut self) {
        if self.end_step() {
            self.note(|| Act::Sealed);
        }
    }

    /// Ends the step that is being made; whether there was one.
    fn end_step(&mut self) -> bool {
        let last = self.steps.last_mut();
        last.is_some_and(|last| std::mem::take(&mut last.open))
    }

    /// What [`undo`](Self::undo) would take back.
    #[must_use]
    pub fn undoable(&self) -> Option<&Deed> {
        self.done.checked_sub(1).map(|last| &self.steps[last].deed)
    }

    /// What [`redo`](Self::redo) would do again.
    #[must_use]
    pub fn redoable(&self) -> Option<&Deed> {
        self.steps.get(self.done).map(|step| &step.deed)
    }

    /// Takes the last step back; gives what was taken back.
    ///
    /// # Errors
    /// As [`Event::apply`], which cannot happen to a step that was made here.
    pub fn undo(&mut self) -> Result<Option<Deed>, EditError> {
        self.seal();
        let Some(last) = self.done.checked_sub(1) else {
            return Ok(None);
        };
        Arc::make_mut(&mut self.event).apply(&self.steps[last].undo)?;
        self.note_of(last, |step| Act::Undone(step.undo.flat()));
        self.compare();
        self.done = last;
        Ok(Some(self.steps[last].deed.clone()))
    }

    /// Does the next step again; gives what was done.
    ///
    /// # Errors
    /// As [`Event::apply`], which cannot happen to a step that was made here.
    pub fn redo(&mut self) -> Result<Option<Deed>, EditError> {
        self.seal();
        let Some(step) = self.steps.get(self.done) else {
            return Ok(None);
        };
        Arc::make_mut(&mut self.event).apply(&step.edit)?;
        self.note_of(self.done, |step| Act::Redone(step.edit.flat()));
        self.compare();
        self.done += 1;
        Ok(Some(self.steps[self.done - 1].deed.clone()))
    }
}

/// What consecutive edits must share to be one step; none if they never are.
fn subject(edit: &Edit) -> Option<Subject> {
    match edit {
        Edit::Put(item) => Some(Subject::Item(item.id())),
        Edit::Details(_) => Some(Subject::Details),
        Edit::Remove(_) | Edit::Place(_) | Edit::Batch(..) => None,
    }
}

#[derive(PartialEq, Eq)]
enum Subject {
    Item(ItemId),
    Details,
}
