//! Lines to standard output and sentences to standard error.

use std::io::{self, Write};

use crate::{store::Reason, words::Words};

/// Who speaks to the person at the terminal, in their language.
pub(super) struct Speaker {
    /// The language.
    pub words: Words,
}

impl Speaker {
    pub(super) const fn new(words: Words) -> Self {
        Self { words }
    }

    /// A line of what was asked for.
    pub(super) fn line(&self, text: &str) {
        self.show(&format!("{text}\n"));
    }

    /// Text of what was asked for, as it is. Whoever reads may stop reading (`| head`): that is no error of ours.
    #[allow(
        clippy::unused_self,
        reason = "one place speaks, whatever the language"
    )]
    pub(super) fn show(&self, text: &str) {
        let mut out = io::stdout().lock();
        if let Err(error) = out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
            tracing::debug!(%error, "standard output is closed");
        }
    }

    /// That not all of what was read was understood, if so.
    pub(super) fn note_newer(&self, read_only: Option<Reason>) {
        if let Some(reason) = read_only {
            self.complain(&reason.sentence(self.words));
        }
    }

    /// A sentence about what could not be done.
    pub(super) fn complain(&self, sentence: &str) {
        let line = self
            .words
            .tf("cli-complaint", [("sentence", sentence.to_owned().into())]);
        if let Err(error) = writeln!(io::stderr().lock(), "{line}") {
            tracing::debug!(%error, "standard error is closed");
        }
    }
}
