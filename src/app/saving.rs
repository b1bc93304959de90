//! Saving: off the frame, and what waits for it.

use std::{
    path::PathBuf,
    sync::Arc,
    time::{Duration, Instant},
};

use super::{
    Desk,
    inbox::{Finished, Outbox},
    journal::OnDisk,
    merging::meet,
    open::Home,
};
use crate::{
    model::Event,
    store::{Expected, FileState, Folder, Lineage, MadeFrom, Saved, Stamp, StoreError},
    ui::{AfterMerge, PathPurpose, Tone},
    words::Words,
};

/// A save that has begun: what is saved, and over what.
pub(super) struct Saving {
    pub session: u64,
    pub event: Arc<Event>,
    home: Home,
    stamp: Option<Stamp>,
    made_from: Vec<Lineage>,
    /// Whether nothing was done to the event but merging.
    is_merged_alone: bool,
    is_dirty: bool,
    /// Whether the person knows that the event's file is gone.
    is_gone: bool,
    journal: OnDisk,
}

impl Saving {
    /// Waits until the journal has what is saved.
    pub(super) fn wait(&mut self) {
        self.journal.wait();
    }

    /// Saves where the event lives, unless somebody else has saved there since. A file that is not there is waited for a
    /// little, and not written anew before the person knows.
    ///
    /// # Errors
    /// As [`Folder::save_over`].
    fn in_place(&self, folder: &Folder) -> Result<Saved, StoreError> {
        let from = MadeFrom {
            states: &self.made_from,
            is_merged_alone: self.is_merged_alone,
        };
        let save = |expected| folder.save_made_from(&self.event, from, expected);
        match self.stamp {
            Some(stamp) if self.is_gone => save(Expected::HeldOrGone(stamp)),
            Some(stamp) => while_away(|| save(Expected::Held(stamp))),
            None => save(Expected::Anything),
        }
    }

    /// Has the folder hold what the event says, and nothing that somebody else has saved since: saves where that is
    /// needed.
    ///
    /// # Errors
    /// As [`Folder::save_over`].
    pub(super) fn settle(&self, folder: &Folder) -> Result<Option<Saved>, StoreError> {
        match self.stamp {
            Some(stamp) if !self.is_dirty && !self.is_gone => {
                while_away(|| folder.refuse_another(stamp)).map(|()| None)
            }
            Some(_) | None => self.in_place(folder).map(Some),
        }
    }

    /// Saves at this path: in place if that is where the event lives, else into a new folder with its photos.
    ///
    /// # Errors
    /// As [`Folder::save_over`] and [`Folder::save_as`].
    fn at(&self, path: &std::path::Path) -> Result<(Folder, Saved), StoreError> {
        let folder = match &self.home {
            Home::Folder(folder) if folder.is_at(path) => {
                return self.in_place(folder).map(|saved| (folder.clone(), saved));
            }
            Home::Folder(folder) => folder.save_as(path, &self.event, &self.made_from)?,
            Home::Draft(draft) => {
                Folder::draft(draft).save_as(path, &self.event, &self.made_from)?
            }
        };
        let FileState { stamp, lineage } = folder.file_state()?;
        let saved = Saved {
            stamp,
            lineage,
            backup: Ok(()),
        };
        Ok((folder, saved))
    }

    /// Goes on with what somebody else has saved, if that is why it could not be saved; else gives the sentence.
    pub(super) fn meet_or_tell(
        &self,
        error: &StoreError,
        next: AfterMerge,
        words: Words,
        outbox: &Outbox,
    ) -> Option<String> {
        match (error, &self.home) {
            (StoreError::Changed(_), Home::Folder(folder)) => {
                meet(outbox, self.session, folder, next, words);
                None
            }
            (_, _) => Some(error.sentence(words)),
        }
    }
}

/// How long a file is waited for that is not there, as while a synced folder replaces it.
const AWAY: Duration = Duration::from_secs(3);

/// How long between two tries.
const PAUSE: Duration = Duration::from_millis(100);

/// Does something again as long as the event's file is away, for a little while.
fn while_away<T>(work: impl Fn() -> Result<T, StoreError>) -> Result<T, StoreError> {
    let begun = Instant::now();
    loop {
        match work() {
            Err(StoreError::Away(_)) if begun.elapsed() < AWAY => std::thread::sleep(PAUSE),
            done => return done,
        }
    }
}

impl Desk {
    /// Saves, when the photos that are being added are there.
    pub(super) fn save_all(&mut self) {
        match &mut self.open {
            Some(open) if self.drops.has_more() => open.saves_next = true,
            Some(_) | None => self.save(),
        }
    }

    /// Saves where the event lives, or asks where it shall live.
    pub(super) fn save(&mut self) {
        if self.cannot_save() {
            return;
        }
        let Some(open) = &mut self.open else { return };
        let Some(folder) = open.home.folder().cloned() else {
            return self.ask_path(PathPurpose::Save);
        };
        if open.is_saving {
            // What was edited since is saved as well, when the folder has answered.
            open.saves_next = open.history.is_dirty();
            return;
        }
        self.save_by(move |saving| {
            let saved = saving.in_place(&folder)?;
            Ok((folder, saved))
        });
    }

    /// Saves into a new folder, with its photos, and goes on there. Waits for a save that goes on, and for photos
    /// that are being added: their files would be left behind.
    pub fn save_to(&mut self, path: PathBuf) {
        if self.refuses_to_write() {
            return;
        }
        let Some(open) = &mut self.open else { return };
        if open.is_saving || self.drops.is_adding() {
            open.next_home = Some(path);
            return;
        }
        open.is_moving = true;
        self.save_by(move |saving| saving.at(&path));
    }

    /// Begins a save, or what saves.
    pub(super) fn begin_saving(&mut self) -> Option<Saving> {
        self.notice_replaced();
        let open = self.open.as_mut()?;
        open.is_saving = true;
        open.history.seal();
        let (session, event) = (open.session, Arc::clone(open.event()));
        let (home, stamp) = (open.home.clone(), open.stamp);
        let made_from = open.sources.states(&open.history);
        let is_merged_alone = open.sources.is_merged_alone(&open.history);
        let is_dirty = open.history.is_dirty();
        Some(Saving {
            session,
            event,
            home,
            stamp,
            made_from,
            is_merged_alone,
            is_dirty,
            is_gone: self.watch.is_gone(),
            journal: self.journal_saving(),
        })
    }

    /// Saves off the frame. What somebody else has saved meanwhile is merged first.
    fn save_by(
        &mut self,
        work: impl FnOnce(&Saving) -> Result<(Folder, Saved), StoreError> + Send + 'static,
    ) {
        let Some(mut saving) = self.begin_saving() else {
            return;
        };
        let words = self.words;
        let (session, event) = (saving.session, Arc::clone(&saving.event));
        let undone = Finished::Saved {
            session,
            event: Arc::clone(&event),
            result: Err(words.t("app-work-broke")),
        };
        self.inbox.spawn_or(undone, move |outbox| {
            saving.wait();
            let result = match work(&saving) {
                Ok(done) => Ok(done),
                Err(error) => match saving.meet_or_tell(&error, AfterMerge::Save, words, outbox) {
                    Some(sentence) => Err(sentence),
                    None => return,
                },
            };
            outbox.hand_in(Finished::Saved {
                session,
                event,
                result,
            });
        });
    }

    /// The event was saved, or not.
    pub(super) fn saved(
        &mut self,
        session: u64,
        event: Arc<Event>,
        result: Result<(Folder, Saved), String>,
    ) {
        let Some(open) = self.open.as_mut().filter(|open| open.session == session) else {
            return;
        };
        open.is_saving = false;
        open.is_moving = false;
        let is_last = open.next_home.is_none();
        let goes_on = is_last && !open.saves_next;
        match result {
            Ok((folder, saved)) => {
                let told = std::mem::take(&mut open.until_saved);
                self.notices.retain(|notice| !told.contains(&notice.number));
                open.history.mark_saved(Arc::clone(&event));
                let stamp = saved.stamp;
                open.stamp = Some(stamp);
                open.sources.saved(saved.lineage, Arc::clone(&event));
                let path = folder.path().to_owned();
                self.journal_saved(event, &path, stamp);
                self.watch.compare_copies_again();
                let Some(open) = &mut self.open else { return };
                let has_moved = open.home.path() != Some(path.as_path());
                open.home = Home::Folder(folder);
                let home = open.home.clone();
                if has_moved {
                    self.watch.move_elsewhere();
                    self.forget_arrivals();
                    self.move_presence();
                    self.look_at_versions();
                    self.pictures.move_home(home);
                    self.preview.ask_again();
                    self.settings.remember(&path);
                    self.keep_settings();
                }
                let sentence = self
                    .words
                    .tf("app-saved", [("path", self.words.place(&path).into())]);
                self.say(Tone::Done, sentence);
                let said = self.noticed;
                self.say_of_backup(saved.backup);
                self.set_copies_aside(Some(said));
                self.offer_others();
                if goes_on && let Some(then) = self.then.take() {
                    self.guard(then);
                }
            }
            Err(sentence) => {
                open.saves_next = false;
                if is_last {
                    self.then = None;
                }
                self.say(Tone::Failed, sentence);
                if let Some(open) = &mut self.open {
                    open.until_saved.push(self.noticed);
                }
            }
        }
        self.take_up_what_waited();
    }

    /// Goes on with what had to wait for a save or for photos: first another folder, then more photos, then a save.
    pub(super) fn take_up_what_waited(&mut self) {
        let Some(open) = &mut self.open else { return };
        if open.is_saving || self.drops.is_adding() {
            return;
        }
        if let Some(path) = open.next_home.take() {
            return self.save_to(path);
        }
        for (paths, session) in self.drops.take_held() {
            self.add_photos(paths, session);
        }
        if !self.drops.has_more()
            && let Some(open) = self.open.as_mut().filter(|open| open.saves_next)
        {
            open.saves_next = false;
            if open.history.is_dirty() {
                self.save();
            } else if let Some(then) = self.then.take() {
                self.guard(then);
            }
        }
    }
}
