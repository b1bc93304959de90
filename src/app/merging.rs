//! What comes into the open event from elsewhere: what a colleague has saved, a conflict copy, or what a crash has left.
//! It is merged off the frame; what is in conflict is decided by the person.

mod aside;
mod ready;
mod source;

use std::sync::Arc;

use jiff::civil::DateTime;

use super::{Desk, arrivals::Arrival, clock, inbox::Finished, inbox::Outbox};
use crate::{
    model::{Edit, Event},
    plan::{
        changes,
        merge::{Choices, Merged, Side, merge_on},
    },
    store::{self, FileState, Folder, Opened},
    ui::{AfterMerge, Disputed, MergeCommand, MergeView, Offer, Origin, Question, Tone},
    words::Words,
};
pub(super) use source::{Source, name_of};

use ready::{Ready, disputed, lines};
use source::called;

/// How often a file that cannot be read is read again before saving gives up, and how long between, in milliseconds:
/// another program may be writing it.
const TRIES: usize = 5;
const PAUSE_MS: u64 = 200;

/// A merge that was made, of which something is to be decided or looked at.
pub(super) struct Merging {
    theirs: Arc<Event>,
    merged: Merged,
    source: Source,
    /// Of which event, and of which state of it.
    session: u64,
    state: u64,
    origin: Origin,
    /// When the other side was written, and whether that is today.
    saved: Option<(DateTime, bool)>,
    disputed: Vec<Disputed>,
    choices: Vec<Option<Side>>,
    incoming: Vec<String>,
    /// What it comes to, if nothing is left to be decided.
    ready: Option<Ready>,
}

/// What comes back from merging off the frame.
pub(super) enum Met {
    /// Saving found that somebody else has saved.
    Changed {
        session: u64,
        next: AfterMerge,
        result: Result<Box<Opened>, String>,
    },
    /// Two states were merged.
    Merged(Box<Merging>),
    /// What a merge comes to with what was decided.
    Ready(Box<Merging>),
    /// They were not: the program is at fault.
    Broke,
    /// Conflict copies were moved away, or not.
    SetAside {
        /// The notice that the event is saved, with which it is said in one.
        saved: Option<u64>,
        /// Where they are now, inside the event's folder.
        moved: Vec<String>,
        /// Why others stay.
        failed: Vec<String>,
    },
}

/// Reads what somebody else has saved, for a save that has met it, and goes on with what comes after that.
pub(super) fn meet(outbox: &Outbox, session: u64, folder: &Folder, next: AfterMerge, words: Words) {
    let mut read = folder.read_to_change();
    for _ in 1..TRIES {
        if read.is_ok() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(PAUSE_MS));
        read = folder.read_to_change();
    }
    let result = read.map(Box::new).map_err(|error| error.sentence(words));
    let met = Met::Changed {
        session,
        next,
        result,
    };
    outbox.hand_in(Finished::Merging(met));
}

impl Desk {
    /// Goes on with what merging has come to.
    pub(super) fn take_merging(&mut self, met: Met) {
        match met {
            Met::Changed {
                session,
                next,
                result,
            } => self.met(session, next, result),
            Met::Merged(merging) => {
                self.watch.is_merging = false;
                self.was_merged(*merging);
            }
            Met::Ready(merging) => {
                self.watch.is_merging = false;
                self.take_or_ask_again(*merging);
            }
            Met::Broke => self.watch.is_merging = false,
            Met::SetAside {
                saved,
                moved,
                failed,
            } => self.say_set_aside(saved, &moved, failed),
        }
    }

    /// Saving has met what somebody else has saved.
    fn met(&mut self, session: u64, next: AfterMerge, result: Result<Box<Opened>, String>) {
        if matches!(next, AfterMerge::Issue(_)) {
            self.progress = None;
        }
        let Some(open) = self.open.as_mut().filter(|open| open.session == session) else {
            return;
        };
        open.is_saving = false;
        open.is_moving = false;
        match result {
            Ok(opened) => {
                let (event, on_disk) = opened.event_and_state();
                self.come_in_from_disk(event, Source::Disk { on_disk, next });
            }
            Err(sentence) => {
                self.then = None;
                self.say(Tone::Failed, sentence);
                if let Some(open) = &mut self.open {
                    open.until_saved.push(self.noticed);
                }
                self.take_up_what_waited();
            }
        }
    }

    /// Merges what the event's own file holds now.
    pub(super) fn come_in_from_disk(&mut self, theirs: Arc<Event>, source: Source) {
        let Some(open) = &mut self.open else { return };
        open.arrivals.come_again();
        if theirs.id != open.event().id {
            self.then = None;
            let sentence = self.words.t("merge-other-event");
            self.say(Tone::Failed, sentence);
            return self.take_up_what_waited();
        }
        self.merge_in(theirs, source);
    }

    /// Merges a saved state of the open event into it, off the frame, on their nearest common ancestor. What is not in
    /// conflict comes in as one step that can be undone; what is, is asked about first.
    pub(super) fn merge_in(&mut self, theirs: Arc<Event>, source: Source) {
        let Some(open) = &self.open else { return };
        let (descent, replaced) = (open.descent(), open.arrivals.replaced());
        let (ours, words) = (Arc::clone(open.event()), self.words);
        let (session, state) = (open.session, open.history.state());
        let plan = open.plan();
        let file = match &source {
            Source::Disk { .. } => open.home.folder().map(Folder::event_file),
            Source::Copy { path, .. } => Some(path.clone()),
        };
        self.watch.is_merging = true;
        let undone = Finished::Merging(Met::Broke);
        self.inbox.spawn_or(undone, move |outbox| {
            // What is equal becomes the very same, so that the frame that takes it in has nothing to compare.
            let shared = |mut event: Arc<Event>| {
                changes::share(Arc::make_mut(&mut event), &ours);
                event
            };
            let theirs = shared(theirs);
            let bases = descent.common_ancestors(&source.on_disk().lineage);
            let before = |base| match &source {
                Source::Disk { .. } => replaced.before(base),
                Source::Copy { .. } => base,
            };
            let bases = bases.into_iter().map(before).map(shared).collect();
            let mut merged = merge_on(bases, &ours, &theirs);
            if let Source::Copy { counted, .. } = &source
                && *counted > 0
                && !descent.includes(&source.on_disk().lineage)
                && merged.conflicts.is_empty()
                && merged.edit(&Choices::new()).is_none()
            {
                // It was said to bring something, and brings nothing: then the person decides, and no base.
                merged = merge_on(Vec::new(), &ours, &theirs);
            }
            let origin = match &source {
                Source::Disk { .. } => Origin::Disk,
                Source::Copy { path, .. } => Origin::Copy(name_of(path)),
            };
            let (disputed, incoming) = (disputed(&merged, words), lines(&merged, words));
            let nothing = Choices::new();
            let ready = (disputed.is_empty()).then(|| Ready::of(&merged, &nothing, &plan, words));
            outbox.hand_in(Finished::Merging(Met::Merged(Box::new(Merging {
                ready,
                choices: vec![None; disputed.len()],
                theirs,
                merged,
                source,
                session,
                state,
                origin,
                saved: file.as_deref().and_then(store::written_at).map(clock::told),
                disputed,
                incoming,
            }))));
        });
    }

    pub(super) fn was_merged(&mut self, merging: Merging) {
        let Some(open) = self.open.as_ref() else {
            return;
        };
        if open.session != merging.session {
            return;
        }
        if open.history.state() != merging.state {
            // It was edited meanwhile.
            return self.merge_again(merging);
        }
        let is_clean = merging.disputed.is_empty();
        // A save that is under way meets it by itself.
        let is_saving = open.is_saving;
        match &merging.source {
            // What came by itself waits until the person has time for it.
            Source::Disk {
                next: AfterMerge::Stay,
                ..
            } if self.is_occupied() || is_saving => self.watch.forget_mark(),
            Source::Disk {
                next: AfterMerge::Stay,
                ..
            } if is_clean && self.is_under_the_keyboard(merging.edit()) => self.hold(merging),
            Source::Disk {
                next: AfterMerge::Stay,
                ..
            } if !is_clean => {
                self.offer_to_decide(merging.disputed.len());
            }
            Source::Disk { .. } if is_clean => self.finish(merging),
            Source::Disk { .. } | Source::Copy { .. } => {
                self.merging = Some(merging);
                self.question = Some(Question::Merge);
            }
        }
    }

    /// Says at the top of the window that there is something to decide.
    fn offer_to_decide(&mut self, count: usize) {
        self.withdraw_decision();
        self.watch.offers.push(Offer::Decide(count));
    }

    fn withdraw_decision(&mut self) {
        self.watch
            .offers
            .retain(|offer| !matches!(offer, Offer::Decide(_)));
    }

    /// Whether what is shown must not change under the person's hands.
    pub(super) fn is_occupied(&self) -> bool {
        self.question.is_some()
            || self.reading.is_some()
            || crate::ui::is_typing(&self.ctx)
            || self.ctx.input(|input| input.pointer.any_down())
    }

    /// Takes a merge in, with what was decided.
    fn finish(&mut self, mut merging: Merging) {
        let Some(ready) = merging.ready.take() else {
            return self.prepare(merging);
        };
        let Some(open) = self.open.as_mut() else {
            return;
        };
        let was_merged_alone = open.sources.is_merged_alone(&open.history);
        let mut step = None;
        if let Some(edit) = ready.edit {
            let (merged, is_asked) = (&merging.merged, !merging.disputed.is_empty());
            let arrival = Arrival::of(&edit, open.event(), merged.event(), &ready.told);
            let edit = called(edit, &merging.source);
            open.history.seal();
            if let Err(error) = open.history.apply(edit) {
                tracing::warn!(%error, "what was merged could not be taken in");
                return;
            }
            open.history.seal();
            step = Some(open.history.state());
            if let Source::Disk { .. } = merging.source {
                let now = self.ctx.input(|input| input.time);
                let (event, state) = (open.history.event(), open.history.state());
                let arrival = arrival.asked(is_asked);
                open.arrivals.add(arrival, now, event, state);
            }
            open.take_plan(ready.event, ready.plan);
        }
        let (words, told) = (self.words, ready.told);
        let count = [("count", ready.count.into())];
        let is_dirty = open.history.is_dirty();
        let mut then = AfterMerge::Stay;
        match merging.source {
            Source::Disk { on_disk, next } => {
                let FileState { stamp, lineage } = on_disk;
                // A synced folder puts the save of another computer in the place of this one's.
                let saved = open.sources.in_file();
                let is_replaced = next == AfterMerge::Stay
                    && saved.is_some_and(|saved| !lineage.includes(saved.id()));
                open.history.mark_saved(Arc::clone(&merging.theirs));
                let is_replaced = is_replaced && open.history.is_dirty();
                open.stamp = Some(stamp);
                open.sources.came_in(lineage, Arc::clone(&merging.theirs));
                open.sources.went_on(was_merged_alone, &open.history);
                open.arrivals.settle(&merging.merged.conflicts);
                self.journal_merged(merging.theirs, stamp, ready.unsaved);
                self.watch.compare_copies_again();
                then = next;
                self.withdraw_decision();
                if is_replaced {
                    self.say(Tone::Note, words.t("merge-replaced"));
                    if let Some(open) = &mut self.open {
                        open.until_saved.push(self.noticed);
                    }
                }
                if !told.is_empty() {
                    let rest = words.tf("merge-came-in-read", count.clone());
                    let sentence = words.tf("merge-came-in", count);
                    self.say_of_state(sentence, told, Some(rest));
                }
                self.look_at_versions();
            }
            Source::Copy { path, on_disk, .. } => {
                if step.is_none() && is_dirty {
                    // What is not saved holds what it says, or the person wants ours: it is merged unless that is undone.
                    open.history.seal();
                    let state = open.history.state();
                    step = open.history.has_done(state).then_some(state);
                }
                open.sources.merged(on_disk.lineage.clone(), step);
                open.sources.went_on(was_merged_alone, &open.history);
                self.watch.compare_copies_again();
                let file = name_of(&path);
                let offered = |offer: &Offer| matches!(offer, Offer::Copy(of) if of.name == file);
                self.watch.offers.retain(|offer| !offered(offer));
                self.watch.taken.push((path, on_disk));
                let key = if is_dirty {
                    "merge-copy-in"
                } else {
                    "merge-copy-same"
                };
                let [count] = count;
                let sentence = words.tf(key, [count, ("file", words.quoted(&file).into())]);
                self.say_each(Tone::Note, sentence, told);
                let noticed = self.noticed;
                if !is_dirty {
                    // Nothing of it is missing here, or the person wants ours: the file has to say that it was merged.
                    self.save();
                } else if let Some(open) = &mut self.open {
                    open.until_saved.push(noticed);
                }
            }
        }
        match then {
            AfterMerge::Stay => {}
            AfterMerge::Save => self.save(),
            AfterMerge::Issue(note) => self.issue(note),
        }
    }

    /// Works out, off the frame, what a merge comes to with what was decided.
    fn prepare(&mut self, mut merging: Merging) {
        let Some(open) = &self.open else { return };
        let (plan, words) = (open.plan(), self.words);
        self.watch.is_merging = true;
        let undone = Finished::Merging(Met::Broke);
        self.inbox.spawn_or(undone, move |outbox| {
            let choices = merging.decided();
            merging.ready = Some(Ready::of(&merging.merged, &choices, &plan, words));
            outbox.hand_in(Finished::Merging(Met::Ready(Box::new(merging))));
        });
    }

    /// Does what the person asked about a merge.
    pub(super) fn merge_command(&mut self, command: MergeCommand) {
        match command {
            MergeCommand::Choose(at, side) => {
                if let Some(merging) = &mut self.merging
                    && let Some(choice) = merging.choices.get_mut(at)
                {
                    *choice = Some(side);
                }
            }
            MergeCommand::ChooseAll(side) => {
                if let Some(merging) = &mut self.merging {
                    merging.choices.fill(Some(side));
                }
            }
            MergeCommand::Merge => {
                let all = |merging: &Merging| merging.choices.iter().all(Option::is_some);
                if let Some(merging) = self.merging.take_if(|merging| all(merging)) {
                    self.question = None;
                    self.take_or_ask_again(merging);
                }
            }
            // Saving meets what is on the disk now, with what was edited since.
            MergeCommand::Decide => self.save(),
            MergeCommand::Copy(name) => self.merge_copy(&name),
            MergeCommand::Later(name) => {
                let is_it = |offer: &Offer| matches!(offer, Offer::Copy(of) if of.name == name);
                self.watch.offers.retain(|offer| !is_it(offer));
            }
        }
    }

    fn take_or_ask_again(&mut self, merging: Merging) {
        let now = self
            .open
            .as_ref()
            .map(|open| (open.session, open.history.state()));
        if now == Some((merging.session, merging.state)) {
            self.finish(merging);
        } else if now.is_some_and(|(session, _)| session == merging.session) {
            self.merge_again(merging);
        }
    }

    /// Merges what has come in once more: what both sides have in common may be another state by now.
    fn merge_again(&mut self, merging: Merging) {
        match merging.source {
            Source::Disk { .. } => self.come_in_from_disk(merging.theirs, merging.source),
            Source::Copy { .. } => self.merge_in(merging.theirs, merging.source),
        }
    }

    /// The person does not decide now: what is in conflict stays where it is, and can be decided later.
    pub(super) fn leave_merging(&mut self) {
        self.then = None;
        if let Some(merging) = self.merging.take()
            && let Source::Disk { .. } = merging.source
        {
            self.offer_to_decide(merging.disputed.len());
        }
        self.take_up_what_waited();
    }

    /// What panels read of the merge.
    pub(super) fn merging_view(&self) -> Option<MergeView<'_>> {
        let merging = self.merging.as_ref()?;
        Some(MergeView {
            origin: &merging.origin,
            saved: merging.saved,
            knows_base: merging.merged.base().is_some(),
            next: match &merging.source {
                Source::Disk { next, .. } => next,
                Source::Copy { .. } => &AfterMerge::Stay,
            },
            disputed: &merging.disputed,
            choices: &merging.choices,
            incoming: &merging.incoming,
        })
    }
}

impl Merging {
    /// The one step that it comes to, if nothing is left to be decided.
    pub(super) fn edit(&self) -> Option<&Edit> {
        self.ready.as_ref()?.edit.as_ref()
    }

    /// How many changes come in with it.
    pub(super) fn count(&self) -> usize {
        self.ready.as_ref().map_or(0, |ready| ready.count)
    }

    fn decided(&self) -> Choices {
        let keys = self.merged.conflicts.iter().map(|one| one.key.clone());
        keys.zip(&self.choices)
            .filter_map(|(key, choice)| Some((key, (*choice)?)))
            .collect()
    }
}
