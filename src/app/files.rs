//! Opening, saving, closing: off the frame, and never without the person's leave.

use std::{
    path::{Path, PathBuf},
    pin::Pin,
    sync::Arc,
};

use super::{
    Desk, Then,
    inbox::{Finished, Loaded, Picked},
    journal,
    merging::meet,
    open::{Home, Open},
    presence::Arrival,
    run::data_folder,
    watch::Watch,
};
use crate::{
    exchange,
    model::{Event, file_stem},
    store::{self, Folder, Saved, StoreError},
    ui::{PathPurpose, Place, Progress, Selection, Tone},
    words::Words,
};

/// How soon a dialog that was really shown can be answered, in milliseconds. One that answers sooner does not exist
/// on this system.
const DIALOG_MS: u128 = 250;

/// The paths that a dialog will give; none for Cancel.
type Paths = Pin<Box<dyn Future<Output = Vec<PathBuf>> + Send>>;

/// The paths of the files that a dialog will give.
fn paths_of<P>(picked: impl Future<Output = P> + Send + 'static) -> Paths
where
    P: IntoIterator<Item = rfd::FileHandle>,
{
    let path = |file: rfd::FileHandle| file.path().to_owned();
    Box::pin(async move { picked.await.into_iter().map(path).collect() })
}

impl Desk {
    /// Asks with the system's own dialog. Where there is none, the path is typed instead.
    pub(super) fn ask_path(&mut self, purpose: PathPurpose) {
        let words = self.words;
        let name = self
            .open
            .as_ref()
            .map(|open| file_name_of(open.event(), words))
            .unwrap_or_default();
        let dialog = rfd::AsyncFileDialog::new();
        // Made here, since macOS wants its dialogs on the first thread; waited for elsewhere.
        let answer: Paths = match purpose {
            PathPurpose::Open => {
                let dialog = dialog
                    .set_title(words.t("path-open"))
                    .add_filter(words.t("files-event"), &["ron"]);
                let picked = dialog.pick_file();
                paths_of(picked)
            }
            PathPurpose::Save => {
                let picked = dialog
                    .set_title(words.t("path-save"))
                    .set_file_name(name)
                    .save_file();
                paths_of(picked)
            }
            PathPurpose::Sample => {
                let picked = dialog
                    .set_title(words.t("path-sample"))
                    .set_file_name(words.t("sample-folder"))
                    .save_file();
                paths_of(picked)
            }
            PathPurpose::Photos => {
                let kinds = [
                    "jpg", "jpeg", "png", "tif", "tiff", "webp", "JPG", "JPEG", "PNG", "TIF",
                    "TIFF",
                ];
                let dialog = dialog
                    .set_title(words.t("path-photos"))
                    .add_filter(words.t("files-photos"), &kinds);
                let picked = dialog.pick_files();
                paths_of(async { picked.await.unwrap_or_default() })
            }
            PathPurpose::Import => {
                let dialog = dialog
                    .set_title(words.t("path-import"))
                    .add_filter(words.t("files-tables"), &exchange::READABLE);
                let picked = dialog.pick_file();
                paths_of(picked)
            }
            PathPurpose::Export(wanted) => {
                let end = wanted.format.extension();
                let name = self.name_of_export(&name, wanted);
                let dialog = dialog
                    .set_title(words.t("path-export"))
                    .add_filter(end.to_uppercase(), &[end])
                    .set_file_name(format!("{name}.{end}"));
                let picked = dialog.save_file();
                paths_of(picked)
            }
            PathPurpose::Press(_) => {
                let picked = dialog
                    .set_title(words.t("path-press"))
                    .set_file_name(words.t("press-folder"))
                    .save_file();
                paths_of(picked)
            }
            PathPurpose::Pdf => {
                let name = format!("{name} – {}.pdf", self.preview.paper.name(words));
                let dialog = dialog
                    .set_title(words.t("path-pdf"))
                    .add_filter("PDF", &["pdf"])
                    .set_file_name(name);
                let picked = dialog.save_file();
                paths_of(picked)
            }
        };
        let session = self.open.as_ref().map(|open| open.session);
        let begun = std::time::Instant::now();
        self.inbox.spawn(move |outbox| {
            let paths = pollster::block_on(answer);
            let picked = match paths.is_empty() {
                false => Picked::Paths(paths),
                true if begun.elapsed().as_millis() < DIALOG_MS => Picked::NoDialog,
                true => Picked::Nothing,
            };
            outbox.hand_in(Finished::Picked {
                session,
                purpose,
                picked,
            });
        });
    }

    /// Reads an event, off the frame.
    pub(super) fn read(&mut self, path: PathBuf) {
        self.read_from(move || Folder::at(&path));
    }

    /// Writes the sample event into a folder, and opens it.
    pub(super) fn make_sample(&mut self, path: PathBuf) {
        self.read_from(move || store::write_sample(&path));
    }

    fn read_from(&mut self, folder: impl FnOnce() -> Result<Folder, StoreError> + Send + 'static) {
        let words = self.words;
        self.progress = Some(Progress {
            doing: words.t("app-opening"),
            done: 0,
            of: 0,
            can_cancel: false,
        });
        self.is_opening = true;
        self.readings += 1;
        self.left = self
            .open
            .as_ref()
            .map(|open| (open.session, open.history.state()));
        let reading = self.readings;
        let own = self.own.clone();
        let undone = Finished::Opened {
            reading,
            result: Err(words.t("app-work-broke")),
        };
        let data = self.journal_folder();
        self.inbox.spawn_or(undone, move |outbox| {
            let read = || {
                let folder = folder()?;
                let opened = folder.read()?;
                let stamp = Some(opened.stamp);
                let found = match &data {
                    Some(data) => {
                        journal::look(&folder, (&opened.event, opened.stamp), data, false)
                    }
                    None => journal::Found::default(),
                };
                let arrival = Arrival::at(&folder, &own, words);
                Ok(Box::new(Loaded {
                    found,
                    recovered: None,
                    event: opened.event,
                    home: Home::Folder(folder),
                    stamp,
                    is_new: false,
                    has_comments: opened.has_comments,
                    read_only: opened.read_only,
                    arrival,
                }))
            };
            let result = read().map_err(|error: StoreError| error.sentence(words));
            outbox.hand_in(Finished::Opened { reading, result });
        });
    }

    /// An event was read, or not. What was edited since the person agreed to leave is not lost: it is asked about.
    pub(super) fn was_read(&mut self, reading: u64, result: Result<Box<Loaded>, String>) {
        if reading != self.readings {
            return;
        }
        self.is_opening = false;
        self.progress = None;
        let now = self
            .open
            .as_ref()
            .map(|open| (open.session, open.history.state()));
        match result {
            Ok(loaded) if now != self.left => self.guard(Then::Loaded(loaded)),
            result => self.opened(result),
        }
    }

    /// Shows an event that is nowhere yet.
    pub(super) fn show_new(&mut self, event: Event) {
        self.readings += 1;
        self.is_opening = false;
        self.progress = None;
        let drafts = self
            .journal
            .as_ref()
            .map_or_else(data_folder, |journal| journal.data().to_owned());
        let home = Home::Draft(drafts.join("drafts").join(event.id.to_string()));
        self.opened(Ok(Box::new(Loaded {
            event,
            home,
            stamp: None,
            is_new: true,
            has_comments: false,
            found: journal::Found::default(),
            recovered: None,
            read_only: None,
            arrival: Arrival::default(),
        })));
    }

    /// Shows an event that was read or made, or says why there is none.
    pub(super) fn opened(&mut self, result: Result<Box<Loaded>, String>) {
        let loaded = match result {
            Ok(loaded) => loaded,
            Err(sentence) => return self.say(Tone::Failed, sentence),
        };
        if let Some(folder) = loaded.home.path() {
            let folder = folder.to_owned();
            self.settings.remember(&folder);
            self.keep_settings();
        }
        if let Some(reason) = loaded.read_only {
            let sentence = reason.sentence(self.words);
            self.say(Tone::Note, sentence);
        } else if loaded.has_comments {
            let sentence = self.words.t("files-comments");
            self.say(Tone::Note, sentence);
        }
        self.leave();
        self.opened += 1;
        self.pictures.set_home(Some(loaded.home.clone()));
        let languages: Vec<_> = loaded
            .event
            .details
            .languages
            .iter()
            .take(1)
            .cloned()
            .collect();
        self.preview.forget(languages);
        let mut loaded = *loaded;
        let found = std::mem::take(&mut loaded.found);
        let arrival = std::mem::take(&mut loaded.arrival);
        self.journal_opened(&loaded);
        let open = Open::new(loaded, self.opened);
        let first = open
            .plan
            .days
            .first()
            .and_then(|day| day.sessions.first())
            .copied();
        self.selection = Selection {
            session: first,
            ..Selection::default()
        };
        self.open = Some(open);
        self.place = Place::RunOfShow;
        self.room = None;
        self.question = None;
        self.arrive(arrival);
        self.look_at_versions();
        self.offer(found);
    }

    /// Goes back to the welcome screen.
    pub(super) fn close(&mut self) {
        self.leave();
        self.pictures.set_home(None);
        self.preview.forget(Vec::new());
        self.look_for_left_behind();
    }

    /// What was being done to the event that is open is not done to the next one.
    fn leave(&mut self) {
        self.recovering = None;
        self.journal_closed();
        self.drops.forget();
        self.importing = None;
        self.merging = None;
        self.watch = Watch::default();
        self.reading = None;
        let mut left = self.open.take();
        if let Some(open) = &mut left {
            open.present.leave();
        }
        if let Some(draft) = left.and_then(|open| open.draft) {
            self.inbox.spawn(move |_| forget_draft(&draft));
        }
    }

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

    /// Asks about unsaved edits before the program ends.
    pub(super) fn quit(&mut self) {
        self.guard(Then::Quit);
    }
}

/// Takes away the folder in which the photos of an event waited: they are in its own folder now, or nobody wants them.
pub(super) fn forget_draft(draft: &Path) {
    if draft.is_dir()
        && let Err(error) = std::fs::remove_dir_all(draft)
    {
        tracing::warn!(?draft, %error, "a draft was not taken away");
    }
}

/// A name for a folder or a file, from the title: without what some system does not allow in names.
pub(super) fn file_name_of(event: &Event, words: Words) -> String {
    let title = event.details.title.shown(event.details.main_language());
    match file_stem(title, 180) {
        name if name.is_empty() => words.t("event-untitled"),
        name => name,
    }
}
