//! Slow work runs on threads of its own; what it finishes comes back here, and is read at the top of a frame.

use std::{
    cell::Cell,
    path::PathBuf,
    sync::{
        Arc,
        mpsc::{Receiver, Sender, channel},
    },
};

use egui::Context;
use image::RgbaImage;

use super::{
    exchange::Importing,
    journal::{Found, LeftBehind},
    merging::Met,
    open::Home,
    presence::{Arrival, Seen},
    preview::Typeset,
    printing::{NotPrinted, Printed},
    versions::{self, Past, Wish},
    watch::{CopyRead, Looked},
};
use crate::{
    exchange::Proposal,
    model::{Event, SessionId},
    photo::Added,
    store::{
        Folder, Issued, Lineage, Numbered, Reason, Saved, Stamp, StoreError, journal::Recovered,
    },
    ui::{Kept, PathPurpose, ToldSave},
};

/// What has been finished.
pub(super) enum Finished {
    /// An event was read, or made.
    Opened {
        /// Which reading it was.
        reading: u64,
        /// The event, or what went wrong.
        result: Result<Box<Loaded>, String>,
    },
    /// The event was saved.
    Saved {
        /// Of which event.
        session: u64,
        /// As it was.
        event: Arc<Event>,
        /// Where it lives now, and what its file is like; or what went wrong.
        result: Result<(Folder, Saved), String>,
    },
    /// A photo was copied into the event's folder, or not.
    PhotoAdded {
        /// Of which drop.
        drop: u64,
        /// What became of it, or what went wrong.
        result: Result<Added, String>,
    },
    /// It was looked whether what was dropped is an event.
    Dropped {
        /// On which event; none before one is open.
        of: Option<u64>,
        /// What was dropped.
        files: Vec<PathBuf>,
        /// On which session.
        session: Option<SessionId>,
        /// The event among it.
        event: Option<PathBuf>,
    },
    /// So many pictures were found in what was dropped.
    PhotosFound {
        /// In which drop.
        drop: u64,
        /// How many.
        count: usize,
    },
    /// All photos of this drop have been looked at.
    PhotosDone(u64),
    /// The files of the photos were looked at, or not.
    Originals(Option<Box<super::originals::Found>>),
    /// A paper was typeset, or not.
    Typeset(Typeset),
    /// A thumbnail was made, or why not.
    Thumb {
        /// Of which picture, how wide.
        key: (String, u32),
        /// The pixels.
        result: Result<RgbaImage, String>,
    },
    /// A page of the preview was drawn.
    Page {
        /// Of which pages.
        generation: u64,
        /// Which page.
        page: usize,
        /// At how many pixels a point, in thousandths.
        scale: u32,
        /// The pixels.
        image: RgbaImage,
    },
    /// A file for other programs was written, or not.
    Exported {
        /// Its path, or that of the folder.
        path: PathBuf,
        /// What went wrong.
        result: Result<(), String>,
    },
    /// Something was found that is for the person to know, whatever is open.
    Warned(String),
    /// Another program's file was read, or not.
    Imported {
        /// Which reading it was.
        reading: u64,
        /// The file with what an import of it would do, or what went wrong.
        result: Result<Box<Importing>, String>,
    },
    /// What an import would do, after the person has said more of the file.
    Proposed {
        /// Which proposal it is.
        number: u64,
        /// The proposal, and of which state of the event.
        proposal: Box<Proposal>,
        /// Of which state.
        state: u64,
    },
    /// The folder of versions was looked at, or not.
    Versions {
        /// Of which event.
        session: u64,
        /// What was found, or what went wrong.
        result: Result<versions::Found, String>,
    },
    /// Others opened the event, or left it.
    Seen {
        /// Which event.
        session: u64,
        /// Who is there now.
        seen: Seen,
    },
    /// The last saves were looked at, or not.
    Saves {
        /// Of which event.
        session: u64,
        /// Whether nothing more will be found out.
        is_all: bool,
        /// The saves, or what went wrong.
        result: Result<Vec<ToldSave>, String>,
    },
    /// A version or a save was read, or not.
    KeptRead {
        /// Of which event.
        session: u64,
        /// Which state.
        kept: Kept,
        /// What for.
        wish: Wish,
        /// The state, or what went wrong.
        result: Result<Arc<Past>, String>,
    },
    /// A version was issued, or not.
    Issued {
        /// Of which event.
        session: u64,
        /// The event as it was issued.
        event: Arc<Event>,
        /// What the event's file is like, if it was saved for it.
        saved: Option<Saved>,
        /// The version with what is not kept of it, or what went wrong.
        result: Result<Issued, String>,
    },
    /// Versions of one number were numbered anew, or not.
    Numbered {
        /// Of which event.
        session: u64,
        /// The number that they had.
        number: u32,
        /// What became of them, or what went wrong.
        result: Result<Numbered, String>,
    },
    /// A PDF was written, or not.
    Printed {
        /// Its path.
        path: PathBuf,
        /// How it was made, or what went wrong.
        result: Result<Printed, NotPrinted>,
    },
    /// A dialog was closed: the paths, none for Cancel; or there is no dialog on this system.
    Picked {
        /// For which event it was opened; none before one is.
        session: Option<u64>,
        /// For what.
        purpose: PathPurpose,
        /// What it gave.
        picked: Picked,
    },
    /// What was not saved when a program ended was looked for on the disk.
    LeftBehind(LeftBehind),
    /// What an earlier program did not save of an event, or why that cannot be read.
    Unsaved {
        /// Of which event.
        session: u64,
        /// What was found.
        found: Found,
    },
    /// The person wants the event as it was saved: what was not saved stays for later, but for what these say.
    LeftForLater(Vec<StoreError>),
    /// The journal cannot be written: why; or it is written again.
    Journalled(Option<StoreError>),
    /// Merging has come to something.
    Merging(Met),
    /// The disk was looked at; none if that failed by a fault of the program.
    Looked(Option<Box<Looked>>),
    /// A conflict copy was read, or not.
    CopyRead {
        /// Beside which event.
        session: u64,
        /// The copy, and the state before it; or what went wrong.
        result: Result<CopyRead, String>,
    },
    /// Work ended by a fault of the program.
    Broke,
}

/// What a dialog gave.
pub(super) enum Picked {
    /// These paths.
    Paths(Vec<PathBuf>),
    /// The person thought better of it.
    Nothing,
    /// This system has no dialog.
    NoDialog,
}

/// An event that is ready to be shown.
#[derive(Debug)]
pub(super) struct Loaded {
    pub event: Event,
    pub home: Home,
    pub stamp: Option<Stamp>,
    pub lineage: Option<Lineage>,
    /// Whether it differs from its file.
    pub is_new: bool,
    /// Whether its file has comments, which saving does not keep.
    pub has_comments: bool,
    /// What earlier programs did not save.
    pub found: Found,
    /// What was done to it that is not saved, if it comes out of a journal.
    pub recovered: Option<Box<Recovered>>,
    /// Why its file must not be written over.
    pub read_only: Option<Reason>,
    /// What was found around it.
    pub arrival: Arrival,
}

/// What a thread sends.
enum Sent {
    Finished(Box<Finished>),
    /// Work that was counted is over, and all that came of it was sent before this.
    Ended,
}

/// Where finished work arrives.
pub(super) struct Inbox {
    send: Sender<Sent>,
    receive: Receiver<Sent>,
    ctx: Context,
    /// How many works go on, or are over with something that was not taken in yet.
    working: Cell<usize>,
}

/// The other end of the inbox, for work.
#[derive(Clone)]
pub(super) struct Outbox {
    send: Sender<Sent>,
    ctx: Context,
}

impl Outbox {
    /// Hands in what is finished, and has the next frame drawn. After the window has closed nobody reads it.
    pub(super) fn hand_in(&self, finished: Finished) {
        if self.send.send(Sent::Finished(Box::new(finished))).is_ok() {
            self.ctx.request_repaint();
        }
    }
}

impl Inbox {
    /// An empty inbox, which wakes this window.
    pub(super) fn new(ctx: Context) -> Self {
        let (send, receive) = channel();
        Self {
            send,
            receive,
            ctx,
            working: Cell::default(),
        }
    }

    /// Its other end.
    pub(super) fn outbox(&self) -> Outbox {
        Outbox {
            send: self.send.clone(),
            ctx: self.ctx.clone(),
        }
    }

    /// What has arrived.
    pub(super) fn take(&self) -> Vec<Finished> {
        let finished = self.receive.try_iter().filter_map(|sent| match sent {
            Sent::Finished(finished) => Some(*finished),
            Sent::Ended => {
                self.working.set(self.working.get() - 1);
                None
            }
        });
        finished.collect()
    }

    /// Whether work goes on that somebody has asked for, or something came of it that was not taken in yet.
    pub(super) fn is_working(&self) -> bool {
        self.working.get() > 0
    }

    /// Does slow work on a thread of its own. A panic there costs that work alone.
    pub(super) fn spawn(&self, work: impl FnOnce(&Outbox) + Send + 'static) {
        self.spawn_or(None, work);
    }

    /// As [`spawn`](Self::spawn); after a panic `undone` comes back in place of the result that somebody waits for.
    pub(super) fn spawn_or(
        &self,
        undone: impl Into<Option<Finished>>,
        work: impl FnOnce(&Outbox) + Send + 'static,
    ) {
        self.working.set(self.working.get() + 1);
        let (send, ctx) = (self.send.clone(), self.ctx.clone());
        self.begin(undone, work, move || {
            // After the window has closed nobody counts.
            if send.send(Sent::Ended).is_ok() {
                ctx.request_repaint();
            }
        });
    }

    /// As [`spawn_or`](Self::spawn_or), for what goes on by itself: nobody has asked for it, and nobody waits for its end.
    pub(super) fn spawn_by_itself(
        &self,
        undone: impl Into<Option<Finished>>,
        work: impl FnOnce(&Outbox) + Send + 'static,
    ) {
        self.begin(undone, work, || ());
    }

    fn begin(
        &self,
        undone: impl Into<Option<Finished>>,
        work: impl FnOnce(&Outbox) + Send + 'static,
        end: impl FnOnce() + Send + 'static,
    ) {
        let (outbox, undone) = (self.outbox(), undone.into());
        std::thread::spawn(move || {
            let done = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| work(&outbox)));
            if done.is_err() {
                for finished in undone.into_iter().chain([Finished::Broke]) {
                    outbox.hand_in(finished);
                }
            }
            end();
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_is_over_when_what_came_of_it_was_taken_in() {
        let inbox = Inbox::new(Context::default());
        let (go, gone) = channel::<()>();
        let (aside, begun) = channel();
        inbox.spawn_by_itself(None, move |_| assert!(begun.recv().is_ok()));
        assert!(
            !inbox.is_working(),
            "nobody waits for what goes on by itself"
        );
        inbox.spawn_or(Finished::PhotosDone(1), move |_| {
            gone.recv().unwrap();
            std::panic::resume_unwind(Box::new("a fault that the test makes"));
        });
        assert!(inbox.take().is_empty() && inbox.is_working());
        go.send(()).unwrap();
        let mut taken = Vec::new();
        while inbox.is_working() {
            taken.extend(inbox.take());
            std::thread::yield_now();
        }
        assert!(matches!(
            taken.as_slice(),
            [Finished::PhotosDone(1), Finished::Broke]
        ));
        aside.send(()).unwrap();
    }
}
