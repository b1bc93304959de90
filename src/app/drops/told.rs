//! What is said of a drop when all of it has been read.

use std::sync::atomic::Ordering;

use super::{Adding, Desk};
use crate::{ui::Tone, words::shortened_to};

impl Desk {
    /// Says which of the files were not taken, and what was added.
    pub(super) fn say_what_became_of(&mut self, adding: &mut Adding) {
        // What was said of files that came again, all of them, is told anew or not true any more.
        if !adding.cancelled.load(Ordering::Relaxed) {
            self.are_done(&adding.paths);
        }
        if !adding.failed.is_empty() {
            self.say_what_failed(std::mem::take(&mut adding.failed));
            self.said_of(std::mem::take(&mut adding.paths));
        }
        self.say_what_was_added(adding);
    }

    /// One message for a whole drop, however many of its files were not taken.
    fn say_what_failed(&mut self, mut failed: Vec<String>) {
        if failed.len() > 1 {
            let values = [("count", failed.len().into())];
            let sentence = self.words.tf("app-photos-failed", values);
            self.say_each(Tone::Failed, sentence, failed);
        } else if let Some(sentence) = failed.pop() {
            self.say(Tone::Failed, sentence);
        }
    }

    fn say_what_was_added(&mut self, adding: &Adding) {
        let (added, known) = (adding.added, adding.known);
        let name = adding
            .session
            .and_then(|id| self.event()?.sessions.get(id).cloned());
        let lang = self.words.tongue.lang();
        let words = self.words;
        let place = match name {
            Some(session) => words.quoted(&shortened_to(&words.session_name(&session, &lang), 60)),
            None => words.quoted(&words.t("photos-not-placed")),
        };
        if added > 0 {
            self.say(
                Tone::Done,
                words.tf(
                    "app-photos-added",
                    [("count", added.into()), ("place", place.into())],
                ),
            );
        }
        if known > 0 {
            self.say(
                Tone::Done,
                words.tf("app-photos-known", [("count", known.into())]),
            );
        }
    }
}
