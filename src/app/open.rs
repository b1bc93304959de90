//! The event that is open: its history, what follows from it, and where it lives.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use super::{
    inbox::Loaded,
    made_from::{Descent, Sources},
    presence::Present,
    versions::Versions,
};
use crate::{
    model::{Event, FileName, History},
    plan::Plan,
    store::{Folder, Lineage, Stamp, StoreError},
    ui::ReadOnly,
};

/// Where an event lives.
#[derive(Clone, Debug)]
pub(super) enum Home {
    /// In its own folder.
    Folder(Folder),
    /// Nowhere yet: its photos wait in a folder of the program's until it is saved.
    Draft(PathBuf),
}

impl Home {
    /// The folder in which its photos are.
    pub(super) fn photos(&self) -> PathBuf {
        match self {
            Self::Folder(folder) => folder.photos(),
            Self::Draft(path) => path.join("photos"),
        }
    }

    /// The file of one of its photos, for reading it: a link that leads out of the event's folder is not followed.
    ///
    /// # Errors
    /// As [`Folder::photo_inside`].
    pub(super) fn photo(&self, file: &FileName) -> Result<PathBuf, StoreError> {
        match self {
            Self::Folder(folder) => folder.photo_inside(file),
            Self::Draft(path) => Folder::draft(path).photo_inside(file),
        }
    }

    /// Its own folder, if it has one.
    pub(super) fn folder(&self) -> Option<&Folder> {
        match self {
            Self::Folder(folder) => Some(folder),
            Self::Draft(_) => None,
        }
    }

    /// The path of its own folder, if it has one.
    pub(super) fn path(&self) -> Option<&Path> {
        self.folder().map(Folder::path)
    }
}

/// A state of an event, and what follows from it.
pub(super) struct Planned {
    pub event: Arc<Event>,
    pub plan: Arc<Plan>,
}

/// The event that is open.
pub(super) struct Open {
    /// What was done to it.
    pub history: History,
    /// What follows from it.
    pub plan: Arc<Plan>,
    /// Of which state that is.
    planned: u64,
    /// The event from which the plan was made.
    planned_event: Arc<Event>,
    /// Where it lives.
    pub home: Home,
    /// What its file was like when it was read or written last.
    pub stamp: Option<Stamp>,
    /// From which saved states it was made.
    pub sources: Sources,
    /// Why nothing may be made of it: a newer program has written it.
    pub newer: Option<ReadOnly>,
    /// Whether it is being saved.
    pub is_saving: bool,
    /// Whether it is being saved into another folder: what is added meanwhile waits until it is there.
    pub is_moving: bool,
    /// Where it shall be saved next, when what goes on has been done.
    pub next_home: Option<PathBuf>,
    /// Whether it shall be saved when the photos that are being added are there.
    pub saves_next: bool,
    /// Where its photos waited before it had a folder of its own.
    pub draft: Option<PathBuf>,
    /// Why it can only be read; none where it can be edited.
    pub read_only: Option<ReadOnly>,
    /// Who else has it open.
    pub present: Present,
    /// The versions that were issued of it.
    pub versions: Versions,
    /// The notices that are true until the event is saved: of what came back out of a journal, and why a save failed.
    pub until_saved: Vec<u64>,
    /// Counts the events that were open since the start, so that late work for another is known.
    pub session: u64,
}

impl Open {
    /// An event that was just read or made.
    pub(super) fn new(loaded: Loaded, session: u64) -> Self {
        let mut history = match loaded.recovered {
            Some(recovered) => recovered.history,
            None if loaded.is_new => History::unsaved(loaded.event),
            None => History::saved(loaded.event),
        };
        history.keep_acts();
        let plan = Arc::new(Plan::of(history.event()));
        let sources = Sources::opened(loaded.lineage, history.event());
        let draft = match &loaded.home {
            Home::Folder(_) => None,
            Home::Draft(path) => Some(path.clone()),
        };
        Self {
            planned: history.state(),
            planned_event: Arc::clone(history.event()),
            plan,
            history,
            home: loaded.home,
            stamp: loaded.stamp,
            sources,
            newer: loaded.read_only.map(ReadOnly::Event),
            is_saving: false,
            is_moving: false,
            next_home: None,
            saves_next: false,
            draft,
            read_only: None,
            present: Present::default(),
            until_saved: Vec::new(),
            versions: Versions::default(),
            session,
        }
    }

    /// The event.
    pub(super) fn event(&self) -> &Arc<Event> {
        self.history.event()
    }

    /// What is needed to find common ancestors with other saved states, off the frame.
    pub(super) fn descent(&self) -> Descent {
        self.sources.descent(&self.history, self.home.folder())
    }

    /// Goes on from what an earlier program did not save; made from these states, where those are others than what was read.
    pub(super) fn recover(
        &mut self,
        mut history: History,
        stamp: Option<Stamp>,
        states: Option<Vec<Lineage>>,
    ) {
        history.keep_acts();
        self.history = history;
        self.stamp = stamp;
        if let Some(states) = states {
            self.sources = Sources::recovered(states);
        }
        self.plan = Arc::new(Plan::of(self.history.event()));
        self.planned_event = Arc::clone(self.history.event());
        self.planned = self.history.state();
    }

    /// A state of the event, and what follows from it: the last that was looked at.
    pub(super) fn plan(&self) -> Planned {
        Planned {
            event: Arc::clone(&self.planned_event),
            plan: Arc::clone(&self.plan),
        }
    }

    /// Takes over a plan that was made elsewhere, if it is of what the event is now.
    pub(super) fn take_plan(&mut self, event: Arc<Event>, plan: Arc<Plan>) {
        if **self.event() == *event {
            self.plan = plan;
            self.planned_event = event;
            self.planned = self.history.state();
        }
    }

    /// Makes the plan anew, if the event has changed.
    pub(super) fn follow(&mut self) {
        if self.planned != self.history.state() {
            let event = Arc::clone(self.history.event());
            self.plan = Arc::new(self.plan.after(&self.planned_event, &event));
            self.planned_event = event;
            self.planned = self.history.state();
        }
    }
}
