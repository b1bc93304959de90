//! The states that a merge begins from, found by their identities wherever a file of the event still says them.
//!
//! Of the saves in `backups/` the last ten stay. What another machine goes on from may be older, when one of the two was away
//! for a day: so a save that would be too many there goes to `.runsheet/ancestors/`, by its identity.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use super::{
    Folder, Lineage, Stamp, StateId, StoreError,
    disk::{files_in, leads_out, modified, read_bytes},
    format::{self, from_ron},
    limits,
    lineage::nearest_common,
};
use crate::model::{Event, EventId};

/// What `event.ron` held at some moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileState {
    /// Its bytes, as a hash.
    pub stamp: Stamp,
    /// Which saved state it was.
    pub lineage: Lineage,
}

impl FileState {
    pub(super) fn of(bytes: &[u8]) -> Self {
        Self {
            stamp: Stamp::of(bytes),
            lineage: Lineage::of_text(&String::from_utf8_lossy(bytes)),
        }
    }
}

impl Folder {
    fn ancestors_folder(&self) -> PathBuf {
        self.path().join(".runsheet").join("ancestors")
    }

    /// What the event's file holds now.
    ///
    /// # Errors
    /// As [`stamp`](Self::stamp).
    pub fn file_state(&self) -> Result<FileState, StoreError> {
        let file = self.inside(&self.event_file())?;
        read_bytes(&file, limits::EVENT_BYTES).map(|bytes| FileState::of(&bytes))
    }

    /// Moves a save that is one too many among the last ones to the states that are kept for merges; takes it away where that
    /// cannot be done.
    ///
    /// # Errors
    /// Why it stays where it is.
    pub(super) fn retire(&self, save: &Path) -> io::Result<()> {
        let folder = self.ancestors_folder();
        let state = read_bytes(save, limits::EVENT_BYTES)
            .ok()
            .map(|bytes| FileState::of(&bytes).lineage.id())
            .filter(|_| !leads_out(&folder) && fs::create_dir_all(&folder).is_ok());
        let Some(state) = state else {
            return fs::remove_file(save);
        };
        // The same state under the same name may be there already, brought by a sync engine.
        fs::rename(save, folder.join(format!("{state}.ron"))).or_else(|_| fs::remove_file(save))?;
        let mut kept = files_in(&folder).unwrap_or_default();
        kept.sort_by_key(|file| std::cmp::Reverse(modified(file)));
        for oldest in kept.iter().skip(limits::ANCESTORS) {
            fs::remove_file(oldest).ok();
        }
        Ok(())
    }

    /// A saved state of this event, wherever a file still says it.
    #[must_use]
    pub fn state(&self, id: StateId, event: EventId) -> Option<Event> {
        let ancestors = self.ancestors_folder();
        let mut files = Vec::new();
        if !leads_out(&ancestors) {
            files.push(ancestors.join(format!("{id}.ron")));
        }
        files.push(self.event_file());
        files.extend(self.conflict_copies());
        files.extend(files_in(&self.backups_folder()).unwrap_or_default());
        let mut files = files.into_iter();
        files.find_map(|file| self.state_in(&file, id).filter(|found| found.id == event))
    }

    /// The event that a file holds, if it is this state.
    fn state_in(&self, file: &Path, id: StateId) -> Option<Event> {
        let bytes = read_bytes(&self.inside(file).ok()?, limits::EVENT_BYTES).ok()?;
        let text = std::str::from_utf8(&bytes).ok()?;
        (Lineage::of_text(text).id() == id).then_some(())?;
        // What a newer program has written is not known as a whole.
        format::refuse_newer_minor(&bytes, file).ok()?;
        from_ron(text, file).ok().map(|(event, _)| event)
    }

    /// The nearest common ancestors of what was made from all of `ours` and of `theirs`, each whole: from `known`, or from
    /// the files of this folder. None where descent is not known, or where one of them is nowhere any more.
    #[must_use]
    pub fn common_ancestors<E: From<Event>>(
        &self,
        event: EventId,
        ours: &[Lineage],
        theirs: &Lineage,
        known: impl Fn(StateId) -> Option<E>,
    ) -> Vec<E> {
        let find = |id: StateId| known(id).or_else(|| self.state(id, event).map(E::from));
        let states = nearest_common(ours, theirs).into_iter().map(find);
        states.collect::<Option<_>>().unwrap_or_default()
    }
}
