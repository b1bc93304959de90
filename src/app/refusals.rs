//! What can only be read, and what is said to whoever would change it.

use super::Desk;
use crate::{
    store::Reason,
    ui::{ReadOnly, Tone},
};

impl Desk {
    /// Why what is shown can only be read.
    pub(super) fn read_only(&self) -> Option<&ReadOnly> {
        match (&self.reading, &self.open) {
            (Some(reading), _) => Some(&reading.why),
            (None, Some(open)) => open.newer.as_ref().or(open.read_only.as_ref()),
            (None, None) => None,
        }
    }

    /// Whether edits are refused because what is shown can only be read; the person is told so.
    pub(super) fn refuses_edits(&mut self) -> bool {
        let Some(why) = self.read_only() else {
            return false;
        };
        let sentence = self.refusal(why);
        self.say(Tone::Failed, sentence);
        true
    }

    /// Whether the event that is open is not to be saved where it is; the person is told so.
    pub(super) fn cannot_save(&mut self) -> bool {
        let why = self.open.as_ref();
        let why = why.and_then(|open| open.newer.as_ref().or(open.read_only.as_ref()));
        let Some(sentence) = why.map(|why| self.refusal(why)) else {
            return false;
        };
        self.say(Tone::Failed, sentence);
        true
    }

    /// What is said when something is refused for this reason.
    pub(super) fn refusal(&self, why: &ReadOnly) -> String {
        let words = self.words;
        match why {
            ReadOnly::Version(issue) => {
                words.tf("read-only-refused", [("number", issue.number.into())])
            }
            ReadOnly::Save(at) => {
                let at = words.saved_at(*at);
                words.tf("read-only-save-refused", [("at", at.into())])
            }
            ReadOnly::Elsewhere => words.t("read-only-elsewhere-refused"),
            ReadOnly::CannotSave(why) => why.clone(),
            ReadOnly::Event(reason) => reason.sentence(words),
        }
    }

    /// Whether nothing may be made of something because a newer program has written it; the person is told so.
    pub(super) fn refuses_newer(&mut self, why: Option<Reason>) -> bool {
        let Some(reason) = why else { return false };
        let sentence = reason.sentence(self.words);
        self.say(Tone::Failed, sentence);
        true
    }

    /// Whether nothing may be made of the event that is open, not even a copy; the person is told so.
    pub(super) fn refuses_to_write(&mut self) -> bool {
        let why = self.open.as_ref().and_then(|open| open.newer.as_ref());
        let Some(sentence) = why.map(|why| self.refusal(why)) else {
            return false;
        };
        self.say(Tone::Failed, sentence);
        true
    }
}
