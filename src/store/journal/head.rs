//! Whose journal it is.

use std::path::Path;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{FORMAT, frame::Records, options};
use crate::{
    model::{EventId, Text},
    store::{Lineage, Stamp, StoreError, presence::host_name},
};

/// What the first record of a journal says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Head {
    /// Which journal: its file is called so.
    pub id: Uuid,
    /// Which event it is about.
    pub event: EventId,
    /// What that is called.
    pub title: Text,
    /// The event's folder; none if it was never saved.
    #[serde(default)]
    pub folder: Option<String>,
    /// Where the photos of an event wait that was never saved.
    #[serde(default)]
    pub draft: Option<String>,
    /// What `event.ron` held when the journal began, as a hash; none if there was none.
    #[serde(default)]
    pub stamp: Option<String>,
    /// Which saved state that was, and what was merged into the event since.
    #[serde(default)]
    pub made_from: Vec<Lineage>,
    /// When it began.
    pub began: Timestamp,
    /// The version of the program that writes it.
    pub program: String,
    /// On which machine.
    pub host: String,
    /// Who.
    pub user: String,
    /// The number of the process.
    pub process: u32,
    /// The journals whose entries this one has taken over.
    #[serde(default)]
    pub replaces: Vec<Uuid>,
}

impl Head {
    /// The head of a journal that begins now.
    #[must_use]
    pub fn new(event: EventId, title: Text) -> Self {
        Self {
            id: Uuid::now_v7(),
            event,
            title,
            folder: None,
            draft: None,
            stamp: None,
            made_from: Vec::new(),
            began: Timestamp::now(),
            program: env!("CARGO_PKG_VERSION").to_owned(),
            host: host_name(),
            user: user(),
            process: std::process::id(),
            replaces: Vec::new(),
        }
    }

    /// Whether `event.ron` is still what it was when the journal began.
    #[must_use]
    pub fn is_of(&self, stamp: Stamp) -> bool {
        self.stamp.as_deref() == Some(stamp.hex().as_str())
    }

    /// Whether it was written on this machine.
    #[must_use]
    pub fn is_of_this_machine(&self) -> bool {
        self.host == host_name()
    }

    /// Notes what the event's file holds.
    #[must_use]
    pub fn with_stamp(self, stamp: Option<Stamp>) -> Self {
        Self {
            stamp: stamp.map(Stamp::hex),
            ..self
        }
    }

    /// Notes from which saved states the event was made.
    #[must_use]
    pub fn made_from(self, states: Vec<Lineage>) -> Self {
        Self {
            made_from: states,
            ..self
        }
    }

    pub(super) fn begin<'a>(
        bytes: &'a [u8],
        file: &Path,
    ) -> Result<(Records<'a>, Self), StoreError> {
        let none = || StoreError::NotAJournal(file.to_owned());
        let (mut records, format) = Records::of(bytes).ok_or_else(none)?;
        if format > FORMAT {
            return Err(StoreError::Newer {
                file: file.to_owned(),
                format,
                known: FORMAT,
            });
        }
        let head = records.next().ok_or_else(none)?;
        let head = std::str::from_utf8(head).map_err(|_| none())?;
        let head = options().from_str(head).map_err(|_| none())?;
        Ok((records, head))
    }
}

/// What the system calls whoever is at this machine; nothing where it does not say.
#[must_use]
pub fn user() -> String {
    variable(&["USER", "USERNAME", "LOGNAME"]).unwrap_or_default()
}

fn variable(names: &[&str]) -> Option<String> {
    let mut names = names.iter();
    names.find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()))
}
