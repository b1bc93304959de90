//! Lines to standard output and sentences to standard error.

use std::{
    cell::RefCell,
    fmt::Write as _,
    io::{self, Write},
};

use crate::{
    model::{is_sign, shown},
    store::{Reason, StoreError},
    words::{Fault, Words},
};

/// Who speaks to the person at the terminal, in their language.
pub(super) struct Speaker {
    /// The language.
    pub words: Words,
    /// Why standard output takes nothing any more.
    lost: RefCell<Option<Fault>>,
}

impl Speaker {
    pub(super) const fn new(words: Words) -> Self {
        Self {
            words,
            lost: RefCell::new(None),
        }
    }

    /// What has kept something that was asked for from being written to standard output.
    pub(super) fn lost(&self) -> Option<Fault> {
        self.lost.borrow().clone()
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

    /// Text of what was asked for; in it no sign to a terminal is obeyed. Where it cannot be written, the work goes on, and
    /// the program says so at its end.
    pub(super) fn show(&self, text: &str) {
        let mut lost = self.lost.borrow_mut();
        if lost.is_some() {
            return;
        }
        let mut out = io::stdout().lock();
        let written = out.write_all(shown(text).as_bytes());
        if let Err(error) = written.and_then(|()| out.flush()) {
            *lost = Some(error.into());
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
