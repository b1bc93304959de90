//! What is asked before something is done: what becomes of unsaved edits, and which path is meant.

use egui::{Context, ViewportCommand};

use super::{
    Desk, Then,
    files::forget_draft,
    inbox::Picked,
    printing::{Way, with_extension},
};
use crate::ui::{Answer, Offer, PathPurpose, Question};

impl Desk {
    /// Whether something would be lost if the event were closed now: edits, what stands in no file but a copy until somebody
    /// has decided, or photos that are still being added.
    fn has_unsaved(&self) -> bool {
        let is_dirty = self
            .open
            .as_ref()
            .is_some_and(|open| open.history.is_dirty());
        let is_undecided = |offer: &Offer| matches!(offer, Offer::Decide(_));
        is_dirty
            || self.watch.offers.iter().any(is_undecided)
            || self.drops.has_more()
            || crate::ui::is_typing(&self.ctx)
    }

    /// Closing the window with unsaved edits asks once.
    pub(super) fn guard_closing(&mut self, ctx: &Context) {
        if !ctx.input(|input| input.viewport().close_requested()) {
            return;
        }
        if !self.may_quit && self.has_unsaved() {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            self.guard(Then::Quit);
        } else {
            self.keep_window_size();
            if let Some(open) = &mut self.open {
                open.present.leave_at_last(self.patience);
            }
            // The program ends with this frame, so nothing is waiting for the disk.
            if let Some(draft) = self.open.as_mut().and_then(|open| open.draft.take()) {
                forget_draft(&draft);
            }
            self.journal_closed();
            self.end_journal();
        }
    }

    /// Goes on with `then`, after asking what shall become of unsaved edits.
    pub(super) fn guard(&mut self, then: Then) {
        if self.has_unsaved() {
            self.then = Some(then);
            self.question = Some(Question::Unsaved);
        } else {
            self.go_on(then);
        }
    }

    pub(super) fn go_on(&mut self, then: Then) {
        match then {
            Then::Quit => {
                self.may_quit = true;
                self.ctx.send_viewport_cmd(ViewportCommand::Close);
            }
            Then::Close => self.close(),
            Then::Open(path) => self.read(path),
            Then::Show(event) => self.show_new(*event),
            Then::Loaded(loaded) => self.opened(Ok(loaded)),
            Then::Sample(path) => self.make_sample(path),
            Then::Recover(file) => self.read_journal(file),
        }
    }

    pub(super) fn answer(&mut self, answer: Answer) {
        let question = self.question.take();
        match (question, answer) {
            (Some(Question::Unsaved), Answer::Save) => self.save_all(),
            (Some(Question::Unsaved), Answer::Discard) => {
                if let Some(then) = self.then.take() {
                    self.go_on(then);
                }
            }
            (Some(Question::Elsewhere), Answer::Together) => {}
            (Some(Question::Elsewhere), Answer::Copy) => self.open_a_copy(),
            (Some(Question::Elsewhere), _) => self.only_read(),
            (Some(Question::Issue), Answer::Issue(note)) => self.issue(note),
            (Some(Question::Number(_)), Answer::Number(number, keeps)) => {
                self.number_twins(number, keeps);
            }
            (Some(Question::Path(PathPurpose::Pdf)), Answer::Path(path)) => {
                self.print_to(path, Way::New);
            }
            (Some(Question::Replace(path)), Answer::Replace) => self.print_to(path, Way::Over),
            (Some(Question::Path(purpose)), Answer::Path(path)) => {
                self.picked(purpose, Picked::Paths(vec![path]));
            }
            (Some(Question::Recover), answer) => self.answer_recovery(&answer),
            (Some(Question::Merge), _) => self.leave_merging(),
            (Some(Question::Import), _) => self.importing = None,
            (Some(Question::TakeBack(_)), Answer::TakeBack) => self.take_back(),
            (_, _) => self.then = None,
        }
    }

    /// A dialog gave its answer. What it was asked for one event is not done to another.
    pub(super) fn dialog_closed(
        &mut self,
        session: Option<u64>,
        purpose: PathPurpose,
        picked: Picked,
    ) {
        let is_of_event = match purpose {
            PathPurpose::Save
            | PathPurpose::Photos
            | PathPurpose::Pdf
            | PathPurpose::Import
            | PathPurpose::Export(_)
            | PathPurpose::Press(_) => true,
            PathPurpose::Open | PathPurpose::Sample => false,
        };
        if !is_of_event || session == self.open.as_ref().map(|open| open.session) {
            self.picked(purpose, picked);
        }
    }

    pub(super) fn picked(&mut self, purpose: PathPurpose, picked: Picked) {
        let mut paths = match picked {
            Picked::NoDialog => {
                self.question = Some(Question::Path(purpose));
                return;
            }
            Picked::Nothing => {
                self.then = None;
                return;
            }
            Picked::Paths(paths) => paths,
        };
        if purpose == PathPurpose::Photos {
            self.add_photos(paths, self.selection.session);
            return;
        }
        let Some(path) = paths.pop() else { return };
        match purpose {
            PathPurpose::Open => self.guard(Then::Open(path)),
            PathPurpose::Save => self.save_to(path),
            PathPurpose::Sample => self.guard(Then::Sample(path)),
            PathPurpose::Pdf => {
                // The dialog has asked about the name that it gave, and about no other.
                let whole = with_extension(path.clone());
                let way = if whole == path { Way::Over } else { Way::New };
                self.print_to(whole, way);
            }
            PathPurpose::Import => self.import(path),
            PathPurpose::Export(wanted) => self.export_to(&path, wanted),
            PathPurpose::Press(keep_location) => self.photos_to(path, keep_location),
            PathPurpose::Photos => {}
        }
    }
}
