//! An event that a newer program has written: it is looked at, and nothing is made of it.

use super::Desk;
use crate::ui::{ReadOnly, Tone};

impl Desk {
    /// Whether the event itself must not be written over or made anything of; the person is told so.
    pub(super) fn refuses_to_write(&mut self) -> bool {
        let why = self.open.as_ref().and_then(|open| open.read_only.as_ref());
        let Some(ReadOnly::Event(reason)) = why else {
            return false;
        };
        let sentence = reason.sentence(self.words);
        self.say(Tone::Failed, sentence);
        true
    }
}
