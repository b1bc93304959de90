//! Lines to standard output and sentences to standard error.

use std::{
    fmt::Write as _,
    io::{self, Write},
};

use crate::{
    model::{is_sign, shown},
    store::{Reason, StoreError},
    words::Words,
};

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

    /// A text in JSON, for other programs: what a terminal would obey is written as JSON writes it, and so means the same.
    pub(super) fn json(&self, text: &str) {
        let mut plain = String::with_capacity(text.len());
        for c in text.chars() {
            // JSON has no line breaks but those between its parts.
            if is_sign(c) && c != '\n' {
                // Writing to a text cannot fail.
                let _ = write!(plain, "\\u{:04x}", u32::from(c));
            } else {
                plain.push(c);
            }
        }
        self.line(&plain);
    }

    /// Text of what was asked for; in it no sign to a terminal is obeyed. Whoever reads may stop reading (`| head`): that is no error of ours.
    #[allow(
        clippy::unused_self,
        reason = "one place speaks, whatever the language"
    )]
    pub(super) fn show(&self, text: &str) {
        let mut out = io::stdout().lock();
        if let Err(error) = out
            .write_all(shown(text).as_bytes())
            .and_then(|()| out.flush())
        {
            tracing::debug!(%error, "standard output is closed");
        }
    }

    /// That not all of what was read was understood, if so.
    pub(super) fn note_newer(&self, read_only: Option<Reason>) {
        if let Some(reason) = read_only {
            self.complain(&reason.sentence(self.words));
        }
    }

    /// That a save could not be kept among the backups, if so; the event is saved all the same.
    pub(super) fn of_backup(&self, backup: Result<(), StoreError>) {
        if let Err(error) = backup {
            self.complain(&self.words.t("saves-not-kept"));
            self.complain(&error.sentence(self.words));
        }
    }

    /// A sentence about what could not be done.
    pub(super) fn complain(&self, sentence: &str) {
        let line = self
            .words
            .tf("cli-complaint", [("sentence", sentence.to_owned().into())]);
        if let Err(error) = writeln!(io::stderr().lock(), "{}", shown(&line)) {
            tracing::debug!(%error, "standard error is closed");
        }
    }
}
