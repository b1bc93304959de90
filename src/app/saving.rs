//! Saving: off the frame, and what waits for it.

use std::{path::PathBuf, sync::Arc};

use super::{Desk, inbox::Finished, merging::meet, open::Home};
use crate::{
    model::Event,
    store::{Folder, Saved, StoreError},
    ui::{PathPurpose, Tone},
};

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
        if open.home.folder().is_none() {
            return self.ask_path(PathPurpose::Save);
        }
        if open.is_saving {
            // What was edited since is saved as well, when the folder has answered.
            open.saves_next = open.history.is_dirty();
            return;
        }
        open.is_saving = true;
        open.history.seal();
        let (session, event) = (open.session, Arc::clone(open.event()));
        let told = self.journal_saving();
        let Some(open) = &self.open else { return };
        let Home::Folder(folder) = &open.home else {
            return;
        };
        let (folder, stamp, words) = (folder.clone(), open.stamp, self.words);
        let undone = Finished::Saved {
            session,
            event: Arc::clone(&event),
            result: Err(words.t("app-work-broke")),
        };
        self.inbox.spawn_or(undone, move |outbox| {
            told.wait();
            let saved = match stamp {
                Some(stamp) => folder.save_over(&event, stamp),
                None => folder.save(&event),
            };
            if let Err(StoreError::Changed(_)) = saved {
                return meet(outbox, session, &folder, words);
            }
            let result = saved
                .map(|saved| (folder, saved))
                .map_err(|error| error.sentence(words));
            outbox.hand_in(Finished::Saved {
                session,
                event,
                result,
            });
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
        open.is_saving = true;
        open.is_moving = true;
        open.history.seal();
        let (session, event) = (open.session, Arc::clone(open.event()));
        let told = self.journal_saving();
        let Some(open) = &self.open else { return };
        let (home, stamp, words) = (open.home.clone(), open.stamp, self.words);
        let undone = Finished::Saved {
            session,
            event: Arc::clone(&event),
            result: Err(words.t("app-work-broke")),
        };
        self.inbox.spawn_or(undone, move |outbox| {
            told.wait();
            let save = || {
                let folder = match &home {
                    Home::Folder(folder) => match stamp.filter(|_| folder.is_at(&path)) {
                        Some(stamp) => {
                            let saved = folder.save_over(&event, stamp)?;
                            return Ok((folder.clone(), saved));
                        }
                        None => folder.save_as(&path, &event)?,
                    },
                    Home::Draft(draft) => Folder::draft(draft).save_as(&path, &event)?,
                };
                let stamp = folder.stamp()?;
                let backup = Ok(());
                Ok((folder, Saved { stamp, backup }))
            };
            let result = save().map_err(|error: StoreError| error.sentence(words));
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
                let path = folder.path().to_owned();
                self.journal_saved(event, &path, stamp);
                let Some(open) = &mut self.open else { return };
                let has_moved = open.home.path() != Some(path.as_path());
                open.home = Home::Folder(folder);
                let home = open.home.clone();
                if has_moved {
                    self.move_presence();
                    self.look_at_versions();
                    self.pictures.move_home(home);
                    self.preview.ask_again();
                    self.settings.remember(&path);
                    self.keep_settings();
                }
                let sentence = self
                    .words
                    .tf("app-saved", [("path", path.display().to_string().into())]);
                self.say(Tone::Done, sentence);
                self.say_of_backup(saved.backup);
                self.set_copies_aside();
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
