//! What has just come in from somebody else, until the person has had the time to read it. A field that has the keyboard is
//! not changed underneath: what comes in for its item waits. And whoever puts something in place of a value that came in
//! just now has not seen it: that is a conflict like any other, and is asked about.

use std::{collections::BTreeSet, sync::Arc, time::Duration};

use egui::InputState;

use super::{Desk, merging::Merging};
use crate::{
    model::{Edit, Event, ItemId, Value},
    plan::{
        Subject, changes,
        merge::{Choices, Conflict, Side, SideValue, merge},
    },
    store::Stamp,
    ui::{self, Body, Offer, Place, Question, Selection},
};

/// How long something has to be in the window before it counts as read, in seconds.
pub(super) const READING: f64 = 10.0;

/// What an edit is about.
#[derive(Clone, Debug, Default)]
struct Touched {
    items: BTreeSet<ItemId>,
    details: bool,
    order: bool,
}

impl Touched {
    fn by(edit: &Edit) -> Self {
        let mut touched = Self::default();
        touched.add(edit);
        touched
    }

    fn add(&mut self, edit: &Edit) {
        match edit {
            Edit::Put(item) => drop(self.items.insert(item.id())),
            Edit::Remove(id) => drop(self.items.insert(*id)),
            Edit::Place(_) => self.order = true,
            Edit::Details(_) => self.details = true,
            Edit::Batch(_, edits) => {
                for edit in edits {
                    self.add(edit);
                }
            }
        }
    }

    /// Whether this is among it.
    fn has(&self, subject: Subject) -> bool {
        match subject {
            Subject::Item(id) => self.items.contains(&id),
            Subject::Event => self.details || self.order,
        }
    }

    fn forget(&mut self, subject: Subject) {
        match subject {
            Subject::Item(id) => drop(self.items.remove(&id)),
            Subject::Event => (self.details, self.order) = (false, false),
        }
    }

    /// Whether something of it may be different in these two.
    fn differs(&self, one: &Event, other: &Event) -> bool {
        let is_other = |id: &ItemId| one.item(*id) != other.item(*id);
        self.order
            || (self.details && one.details != other.details)
            || self.items.iter().any(is_other)
    }

    /// Whether something of it is in the form, or the row of the table, that is shown here.
    fn is_shown(&self, place: Place, selection: &Selection) -> bool {
        let is_named = |id: &ItemId| matches!(id, ItemId::Room(_) | ItemId::Team(_));
        let item = match place {
            Place::RunOfShow => selection.session.map(ItemId::from),
            Place::Participants => selection.participant.map(ItemId::from),
            Place::Organisations => selection.organisation.map(|body| match body {
                Body::Organisation(id) => id.into(),
                Body::Delegation(id) => id.into(),
            }),
            Place::Photos => selection.photo.map(ItemId::from),
            Place::Agreements => selection.agreement.map(ItemId::from),
            Place::Papers => selection.on_paper,
            Place::Details => return self.details || self.items.iter().any(is_named),
            Place::Checks | Place::Versions => None,
        };
        item.is_some_and(|item| self.items.contains(&item))
    }
}

/// What one merge has brought in.
#[derive(Clone, Debug)]
pub(super) struct Arrival {
    /// When, in seconds since the program began.
    since: f64,
    /// The state that it led to.
    state: u64,
    before: Arc<Event>,
    /// What it came to without what was asked about.
    after: Arc<Event>,
    touched: Touched,
    /// What came in, in sentences.
    told: Vec<String>,
    /// Whether nothing was asked about.
    is_unasked: bool,
}

impl Arrival {
    /// What an edit brings into an event, `after` which it is so, but for what was asked about.
    pub(super) fn of(edit: &Edit, before: &Arc<Event>, after: &Event, told: &[String]) -> Self {
        Self {
            since: 0.0,
            state: 0,
            before: Arc::clone(before),
            after: Arc::new(after.clone()),
            touched: Touched::by(edit),
            told: told.to_vec(),
            is_unasked: true,
        }
    }

    /// As it is when something was asked about, and the person has seen what else there is.
    pub(super) fn asked(self, is_asked: bool) -> Self {
        Self {
            is_unasked: !is_asked,
            ..self
        }
    }

    /// Of what the person has replaced a value that came in, between these two states of the event.
    fn replaced(&self, earlier: &Arc<Event>, now: &Arc<Event>) -> Vec<Subject> {
        if !self.touched.differs(earlier, now) {
            return Vec::new();
        }
        let contradicting = |event: &Arc<Event>| {
            let (before, after) = (Arc::clone(&self.before), Arc::clone(&self.after));
            merge(Some(before), Arc::clone(event), after).conflicts
        };
        let known = contradicting(earlier);
        // Where nothing has come in, nothing is replaced: in an item that is new.
        let is_new = |one: &Conflict| {
            self.touched.has(one.subject)
                && !known.contains(one)
                && (one.base.is_some() || one.theirs != SideValue::Value(Value::Nothing))
        };
        let new = contradicting(now).into_iter().filter(is_new);
        new.map(|one| one.subject).collect()
    }

    /// An event without what came in about these, as if it had never come in.
    fn taken_out_of(&self, event: &Arc<Event>, subjects: &[Subject]) -> Arc<Event> {
        let (before, after) = (Arc::clone(&self.before), Arc::clone(&self.after));
        let back = merge(Some(after), Arc::clone(event), before);
        let keys = back.conflicts.iter().map(|one| one.key.clone());
        let choices: Choices = keys.map(|key| (key, Side::Theirs)).collect();
        let is_it = |edit: &Edit| {
            subjects.contains(&match edit {
                Edit::Put(item) => Subject::Item(item.id()),
                Edit::Remove(id) => Subject::Item(*id),
                Edit::Place(_) | Edit::Details(_) | Edit::Batch(..) => Subject::Event,
            })
        };
        let edits = changes::restore(event, &back.decided(&choices));
        let mut event = Arc::clone(event);
        for edit in edits.into_iter().filter(is_it) {
            // What the edits that are left out would have led to can be missing.
            if let Err(error) = Arc::make_mut(&mut event).apply(&edit) {
                tracing::debug!(%error, "what came in cannot be taken out of a state");
            }
        }
        event
    }
}

/// A merge that waits until the field that it is about has lost the keyboard.
struct Waiting {
    merging: Merging,
    edit: Touched,
    /// What the file held on which it was made.
    stamp: Option<Stamp>,
}

/// What would take back what has just come in, and waits for the answer whether it shall.
#[derive(Debug)]
pub(super) enum Taking {
    Undo,
    Edit(Box<Edit>),
}

/// What was replaced before it could be read, and of which items.
pub(super) struct Replaced(Vec<(Arrival, Vec<Subject>)>);

impl Replaced {
    /// A state before both sides without it, so that it is in conflict.
    pub(super) fn before(&self, base: Arc<Event>) -> Arc<Event> {
        self.0.iter().rev().fold(base, |base, (arrival, subjects)| {
            arrival.taken_out_of(&base, subjects)
        })
    }
}

/// What has just come in, and what became of it.
#[derive(Default)]
pub(super) struct Arrivals {
    /// What nobody can have read yet, the latest last.
    fresh: Vec<Arrival>,
    /// What was replaced before it could be read, and of which items. It is in conflict until that is decided.
    replaced: Vec<(Arrival, Vec<Subject>)>,
    /// The event when it was looked at last.
    looked: Option<Arc<Event>>,
    waiting: Option<Waiting>,
    /// When somebody used the keyboard or the mouse last.
    used: Option<f64>,
    /// In which state of the event.
    taking: Option<(Taking, u64)>,
}

impl Arrivals {
    /// What somebody else has saved has come in: whatever was in conflict is decided, these among it, and what waited has
    /// come in as well.
    pub(super) fn settle(&mut self, decided: &[Conflict]) {
        self.replaced.clear();
        self.waiting = None;
        for arrival in &mut self.fresh {
            for one in decided {
                arrival.touched.forget(one.subject);
            }
        }
    }

    /// The file is merged anew: what waits is older, or the same.
    pub(super) fn come_again(&mut self) {
        self.waiting = None;
    }

    /// The event is as it is because this has come in now, by the clock of the frames.
    pub(super) fn add(&mut self, arrival: Arrival, now: f64, event: &Arc<Event>, state: u64) {
        self.fresh.push(Arrival {
            since: now,
            state,
            ..arrival
        });
        self.looked = Some(Arc::clone(event));
    }

    /// What was replaced before it could be read, for a merge with what the file holds.
    pub(super) fn replaced(&self) -> Replaced {
        Replaced(self.replaced.clone())
    }

    /// Looks at what the person has done. Whether a value was replaced that came in just now.
    fn look(&mut self, now: f64, event: &Arc<Event>) -> bool {
        self.forget_read(now);
        if self.fresh.is_empty() {
            self.looked = None;
            return false;
        }
        let Some(earlier) = self.looked.replace(Arc::clone(event)) else {
            return false;
        };
        if Arc::ptr_eq(&earlier, event) {
            return false;
        }
        let mut is_replaced = false;
        for arrival in &self.fresh {
            let subjects = arrival.replaced(&earlier, event);
            if !subjects.is_empty() {
                is_replaced = true;
                self.replaced.push((arrival.clone(), subjects));
            }
        }
        is_replaced
    }

    fn forget_read(&mut self, now: f64) {
        self.fresh.retain(|arrival| now - arrival.since < READING);
    }

    /// What has just come in and would be taken back, in sentences.
    fn told_of(&self, taking: &Taking, state: u64) -> Option<Vec<String>> {
        let is_it = |arrival: &&Arrival| match taking {
            Taking::Undo => arrival.is_unasked && arrival.state == state,
            Taking::Edit(edit) => removed(edit).iter().any(|id| {
                arrival.touched.items.contains(id)
                    && arrival.before.item(*id).is_none()
                    && arrival.after.item(*id).is_some()
            }),
        };
        Some(self.fresh.iter().find(is_it)?.told.clone())
    }
}

/// Whether somebody has just pressed something.
fn is_used(input: &InputState) -> bool {
    let mut events = input.events.iter();
    events.any(|event| match event {
        egui::Event::Key { pressed, .. } | egui::Event::PointerButton { pressed, .. } => *pressed,
        egui::Event::Text(_) | egui::Event::Ime(_) | egui::Event::Paste(_) => true,
        _ => false,
    })
}

fn removed(edit: &Edit) -> Vec<ItemId> {
    match edit {
        Edit::Remove(id) => vec![*id],
        Edit::Batch(_, edits) => edits.iter().flat_map(removed).collect(),
        Edit::Put(_) | Edit::Place(_) | Edit::Details(_) => Vec::new(),
    }
}

impl Desk {
    fn seconds(&self) -> f64 {
        self.ctx.input(|input| input.time)
    }

    /// Whether an edit from elsewhere would change what has the keyboard.
    pub(super) fn is_under_the_keyboard(&self, edit: Option<&Edit>) -> bool {
        edit.is_some_and(|edit| self.has_keyboard(&Touched::by(edit)))
    }

    /// The table always has a cell with the keyboard, also where nobody sits: it counts while somebody is at it, and what
    /// comes in after that is seen before it is typed over.
    fn has_keyboard(&self, touched: &Touched) -> bool {
        let is_left = || {
            let used = self.open.as_ref().and_then(|open| open.arrivals.used);
            ui::table_has_keyboard(&self.ctx)
                && used.is_none_or(|used| self.seconds() - used >= READING)
        };
        self.ctx.text_edit_focused() && touched.is_shown(self.place, &self.selection) && !is_left()
    }

    /// Has a merge wait until the keyboard is elsewhere, and says so at the bottom of the window.
    pub(super) fn hold(&mut self, merging: Merging) {
        let Some(open) = &mut self.open else { return };
        let count = merging.count();
        let waiting = Waiting {
            edit: merging.edit().map(Touched::by).unwrap_or_default(),
            merging,
            stamp: open.stamp,
        };
        open.arrivals.waiting = Some(waiting);
        self.withdraw_waiting();
        self.watch.offers.push(Offer::Waits(count));
    }

    fn withdraw_waiting(&mut self) {
        let waits = |offer: &Offer| matches!(offer, Offer::Waits(_));
        self.watch.offers.retain(|offer| !waits(offer));
    }

    /// Takes in what has waited, once the keyboard is elsewhere.
    pub(super) fn take_in_what_waited(&mut self) {
        let (now, is_used) = self.ctx.input(|input| (input.time, is_used(input)));
        if let Some(open) = self.open.as_mut().filter(|_| is_used) {
            open.arrivals.used = Some(now);
        }
        let Some(open) = &self.open else {
            return self.withdraw_waiting();
        };
        let Some(waiting) = &open.arrivals.waiting else {
            return self.withdraw_waiting();
        };
        let is_outdated = open.stamp != waiting.stamp;
        let is_early = open.is_saving
            || self.watch.is_merging
            || self.is_occupied()
            || self.has_keyboard(&waiting.edit);
        if is_early && !is_outdated {
            self.ctx.request_repaint_after(Duration::from_secs(1));
            return;
        }
        let waiting = (self.open.as_mut()).and_then(|open| open.arrivals.waiting.take());
        self.withdraw_waiting();
        match waiting {
            Some(waiting) if !is_outdated => self.was_merged(waiting.merging),
            // What is in the file now is looked at once more.
            Some(_) | None => self.watch.forget_mark(),
        }
    }

    /// Looks whether the person has replaced what came in just now; then the file counts as one that somebody else has
    /// saved since, so that saving meets it and asks.
    pub(super) fn notice_replaced(&mut self) {
        let now = self.seconds();
        let Some(open) = &mut self.open else { return };
        let is_new = open.arrivals.look(now, open.history.event());
        let is_known = open.arrivals.replaced.is_empty() || open.stamp == Some(Stamp::NONE);
        // A save that is under way may have what was replaced; what it has said is awaited.
        if open.is_saving || (is_known && !is_new) {
            return;
        }
        let Some(base) = open.history.in_file().cloned() else {
            return;
        };
        let base = open.arrivals.replaced().before(base);
        let unsaved = changes::restore(&base, open.event());
        open.stamp = Some(Stamp::NONE);
        self.watch.forget_mark();
        self.journal_merged(base, Stamp::NONE, unsaved);
    }

    /// Asks the person first, if this would take back what has just come in; else gives it back, to be done.
    pub(super) fn asks_before(&mut self, taking: Taking) -> Option<Taking> {
        let now = self.seconds();
        let Some(open) = &mut self.open else {
            return Some(taking);
        };
        open.arrivals.forget_read(now);
        let state = open.history.state();
        let Some(told) = open.arrivals.told_of(&taking, state) else {
            return Some(taking);
        };
        open.arrivals.taking = Some((taking, state));
        self.question = Some(Question::TakeBack(told));
        None
    }

    /// The event has moved to where nobody else has saved it.
    pub(super) fn forget_arrivals(&mut self) {
        if let Some(open) = &mut self.open {
            open.arrivals = Arrivals::default();
        }
    }

    /// Takes back what has just come in: the person wants it so.
    pub(super) fn take_back(&mut self) {
        let Some(open) = &mut self.open else { return };
        let now = open.history.state();
        let Some((taking, state)) = open.arrivals.taking.take() else {
            return;
        };
        match taking {
            Taking::Undo if state == now => self.undo(),
            // Something else would be undone.
            Taking::Undo => self.step_back(),
            Taking::Edit(edit) => self.apply(*edit),
        }
    }
}
