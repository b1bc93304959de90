//! Issuing the event as its next version, off the frame.

use std::sync::Arc;

use jiff::Timestamp;

use super::{Desk, inbox::Finished, open::Home};
use crate::{
    model::Event,
    store::{Issued, Saved, StoreError},
    ui::{AfterMerge, Place, Progress, Question, Tone},
};

impl Desk {
    /// Asks what shall be said of the next version.
    pub(super) fn ask_issue(&mut self) {
        if self.refuses_edits() {
            return;
        }
        let is_at_home = self
            .open
            .as_ref()
            .is_some_and(|open| open.home.folder().is_some());
        if is_at_home {
            self.question = Some(Question::Issue);
        } else {
            let sentence = self.words.t("issue-needs-folder");
            self.say(Tone::Failed, sentence);
        }
    }

    /// Saves the event where that is needed, and issues it as its next version, off the frame. What somebody else has
    /// saved meanwhile is merged first.
    pub(super) fn issue(&mut self, note: String) {
        let Some(open) = &mut self.open else { return };
        let Home::Folder(folder) = &open.home else {
            return;
        };
        if open.is_saving {
            return;
        }
        let folder = folder.clone();
        let Some(mut saving) = self.begin_saving() else {
            return;
        };
        let words = self.words;
        self.progress = Some(Progress {
            doing: words.t("app-issuing"),
            done: 0,
            of: 0,
            can_cancel: false,
        });
        let (session, event) = (saving.session, Arc::clone(&saving.event));
        let undone = Finished::Issued {
            session,
            event: Arc::clone(&event),
            saved: None,
            result: Err(words.t("app-work-broke")),
        };
        self.inbox.spawn_or(undone, move |outbox| {
            saving.wait();
            // It is known as saved also if it cannot be issued then.
            let mut saved = None;
            let mut issue = || -> Result<_, StoreError> {
                saved = saving.settle(&folder)?;
                folder.issue_and_tell(&saving.event, &note, Timestamp::now())
            };
            let result = match issue() {
                Ok(done) => Ok(done),
                Err(error) => {
                    let next = AfterMerge::Issue(note);
                    match saving.meet_or_tell(&error, next, words, outbox) {
                        Some(sentence) => Err(sentence),
                        None => return,
                    }
                }
            };
            outbox.hand_in(Finished::Issued {
                session,
                event,
                saved,
                result,
            });
        });
    }

    /// A version was issued, or not.
    pub(super) fn issued(
        &mut self,
        session: u64,
        event: Arc<Event>,
        saved: Option<Saved>,
        result: Result<Issued, String>,
    ) {
        self.progress = None;
        let Some(open) = self.open.as_mut().filter(|open| open.session == session) else {
            return;
        };
        open.is_saving = false;
        let mut backup = Ok(());
        if let Some(saved) = saved {
            open.history.mark_saved(Arc::clone(&event));
            open.stamp = Some(saved.stamp);
            open.sources.saved(saved.lineage, Arc::clone(&event));
            backup = saved.backup;
            if let Some(path) = open.home.path().map(ToOwned::to_owned) {
                self.journal_saved(event, &path, saved.stamp);
            }
        }
        match result {
            Ok(Issued { version, unkept }) => {
                let Some(open) = &mut self.open else { return };
                open.versions.selected = None;
                let number = version.issue.number;
                let file = open.home.folder().map(|folder| folder.version_file(number));
                let path = self.words.place(&file.unwrap_or_default());
                let values = [("number", number.into()), ("path", path.into())];
                let sentence = self.words.tf("app-issued", values);
                self.say(Tone::Done, sentence);
                if !unkept.is_empty() {
                    let count = [("count", unkept.len().into()), ("number", number.into())];
                    let sentence = self.words.tf("app-issued-without", count);
                    let each = unkept.iter().map(|error| error.sentence(self.words));
                    let each = each.collect();
                    self.say_each(Tone::Failed, sentence, each);
                }
                self.go(Place::Versions);
                self.look_at_versions();
            }
            Err(sentence) => self.say(Tone::Failed, sentence),
        }
        self.say_of_backup(backup);
        self.take_up_what_waited();
    }
}
