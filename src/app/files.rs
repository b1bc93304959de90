//! Opening, saving, closing: off the frame, and never without the person's leave.

use std::path::PathBuf;

use super::{
    Desk, Then,
    inbox::{Finished, Loaded, Picked},
    open::{Home, Open},
};
use crate::{
    model::Event,
    store::{self, Folder, Stamp},
    ui::{PathPurpose, Place, Progress, Selection, Tone},
};

/// How soon a dialog that was really shown can be answered, in milliseconds. One that answers sooner does not exist
/// on this system.
const DIALOG_MS: u128 = 250;

impl Desk {
    /// Asks with the system's own dialog. Where there is none, the path is typed instead.
    pub(super) fn ask_path(&mut self, purpose: PathPurpose) {
        let words = self.words;
        let name = self
            .open
            .as_ref()
            .map(|open| file_name_of(open.event()))
            .unwrap_or_default();
        let dialog = rfd::AsyncFileDialog::new();
        // Made here, since macOS wants its dialogs on the first thread; waited for elsewhere.
        let answer: std::pin::Pin<Box<dyn Future<Output = Vec<PathBuf>> + Send>> = match purpose {
            PathPurpose::Open => {
                let dialog = dialog
                    .set_title(words.t("path-open"))
                    .add_filter(words.t("files-event"), &["ron"]);
                let picked = dialog.pick_file();
                Box::pin(async {
                    picked
                        .await
                        .into_iter()
                        .map(|file| file.path().to_owned())
                        .collect()
                })
            }
            PathPurpose::Save => {
                let picked = dialog
                    .set_title(words.t("path-save"))
                    .set_file_name(name)
                    .save_file();
                Box::pin(async {
                    picked
                        .await
                        .into_iter()
                        .map(|file| file.path().to_owned())
                        .collect()
                })
            }
            PathPurpose::Sample => {
                let picked = dialog
                    .set_title(words.t("path-sample"))
                    .set_file_name(words.t("sample-folder"))
                    .save_file();
                Box::pin(async {
                    picked
                        .await
                        .into_iter()
                        .map(|file| file.path().to_owned())
                        .collect()
                })
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
                Box::pin(async {
                    picked
                        .await
                        .unwrap_or_default()
                        .into_iter()
                        .map(|file| file.path().to_owned())
                        .collect()
                })
            }
            PathPurpose::Pdf => {
                let name = format!("{name} – {}.pdf", self.preview.paper.name(words));
                let dialog = dialog
                    .set_title(words.t("path-pdf"))
                    .add_filter("PDF", &["pdf"])
                    .set_file_name(name);
                let picked = dialog.save_file();
                Box::pin(async {
                    picked
                        .await
                        .into_iter()
                        .map(|file| file.path().to_owned())
                        .collect()
                })
            }
        };
        let begun = std::time::Instant::now();
        self.inbox.spawn(move |outbox| {
            let paths = pollster::block_on(answer);
            let picked = match paths.is_empty() {
                false => Picked::Paths(paths),
                true if begun.elapsed().as_millis() < DIALOG_MS => Picked::NoDialog,
                true => Picked::Nothing,
            };
            outbox.hand_in(Finished::Picked(purpose, picked));
        });
    }

    /// Reads an event, off the frame.
    pub(super) fn read(&mut self, path: PathBuf) {
        let words = self.words;
        self.begin_work("app-opening");
        self.inbox.spawn(move |outbox| {
            let read = || {
                let folder = Folder::at(&path)?;
                let opened = folder.read()?;
                let stamp = Some(opened.stamp);
                Ok(Box::new(Loaded {
                    event: opened.event,
                    home: Home::Folder(folder),
                    stamp,
                    is_new: false,
                }))
            };
            let result = read().map_err(|error: store::StoreError| error.sentence(words));
            outbox.hand_in(Finished::Opened(result));
        });
    }

    /// Writes the sample event into a folder, and opens it.
    pub(super) fn make_sample(&mut self, path: PathBuf) {
        let words = self.words;
        self.begin_work("app-opening");
        self.inbox.spawn(move |outbox| {
            let make = || {
                let folder = store::write_sample(&path)?;
                let opened = folder.read()?;
                let stamp = Some(opened.stamp);
                Ok(Box::new(Loaded {
                    event: opened.event,
                    home: Home::Folder(folder),
                    stamp,
                    is_new: false,
                }))
            };
            let result = make().map_err(|error: store::StoreError| error.sentence(words));
            outbox.hand_in(Finished::Opened(result));
        });
    }

    /// Shows an event that is nowhere yet.
    pub(super) fn show_new(&mut self, event: Event) {
        let drafts = directories::ProjectDirs::from("", "", "runsheet").map_or_else(
            || std::env::temp_dir().join("runsheet"),
            |dirs| dirs.data_dir().to_owned(),
        );
        let home = Home::Draft(drafts.join("drafts").join(event.id.to_string()));
        self.opened(Ok(Box::new(Loaded {
            event,
            home,
            stamp: None,
            is_new: true,
        })));
    }

    fn begin_work(&mut self, key: &str) {
        self.progress = Some(Progress {
            doing: self.words.t(key),
            done: 0,
            of: 0,
            can_cancel: false,
        });
    }

    /// An event was read or made, or not.
    pub(super) fn opened(&mut self, result: Result<Box<Loaded>, String>) {
        self.progress = None;
        let loaded = match result {
            Ok(loaded) => loaded,
            Err(sentence) => return self.say(Tone::Failed, sentence),
        };
        if let Some(folder) = loaded.home.path() {
            let folder = folder.to_owned();
            self.settings.remember(&folder);
            self.keep_settings();
        }
        self.opened += 1;
        self.cancel_photos();
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
        let open = Open::new(*loaded, self.opened);
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
    }

    /// Goes back to the welcome screen.
    pub(super) fn close(&mut self) {
        self.cancel_photos();
        self.open = None;
        self.pictures.set_home(None);
        self.preview.forget(Vec::new());
    }

    /// Saves where the event lives, or asks where it shall live.
    pub(super) fn save(&mut self) {
        let Some(open) = &mut self.open else { return };
        let Home::Folder(folder) = &open.home else {
            return self.ask_path(PathPurpose::Save);
        };
        if open.is_saving {
            return;
        }
        open.is_saving = true;
        open.history.seal();
        let (session, state) = (open.session, open.history.state());
        let (event, folder, stamp) = (
            std::sync::Arc::clone(open.event()),
            folder.clone(),
            open.stamp,
        );
        let words = self.words;
        self.inbox.spawn(move |outbox| {
            let saved = match stamp {
                Some(stamp) => folder.save_over(&event, stamp),
                None => folder.save(&event),
            };
            let result = saved
                .map(|stamp| (folder, stamp))
                .map_err(|error| error.sentence(words));
            outbox.hand_in(Finished::Saved {
                session,
                state,
                result,
            });
        });
    }

    /// Saves into a new folder, with its photos, and goes on there.
    pub fn save_to(&mut self, path: PathBuf) {
        if self.saves_later(&path) {
            return;
        }
        let Some(open) = &mut self.open else { return };
        open.is_saving = true;
        open.history.seal();
        let (session, state) = (open.session, open.history.state());
        let (event, home, stamp, words) = (
            std::sync::Arc::clone(open.event()),
            open.home.clone(),
            open.stamp,
            self.words,
        );
        self.inbox.spawn(move |outbox| {
            let save = || {
                let folder = match &home {
                    Home::Folder(folder) => match stamp.filter(|_| folder.is_at(&path)) {
                        Some(stamp) => {
                            folder.save_over(&event, stamp)?;
                            folder.clone()
                        }
                        None => folder.save_as(&path, &event)?,
                    },
                    Home::Draft(draft) => Folder::draft(draft).save_as(&path, &event)?,
                };
                let stamp = folder.stamp()?;
                Ok((folder, stamp))
            };
            let result = save().map_err(|error: store::StoreError| error.sentence(words));
            outbox.hand_in(Finished::Saved {
                session,
                state,
                result,
            });
        });
    }

    /// The event was saved, or not.
    pub(super) fn saved(
        &mut self,
        session: u64,
        state: u64,
        result: Result<(Folder, Stamp), String>,
    ) {
        let Some(open) = self.open.as_mut().filter(|open| open.session == session) else {
            return;
        };
        open.is_saving = false;
        match result {
            Ok((folder, stamp)) => {
                open.history.mark_saved(state);
                open.stamp = Some(stamp);
                let path = folder.path().to_owned();
                let has_moved = open.home.path() != Some(path.as_path());
                open.home = Home::Folder(folder);
                let home = open.home.clone();
                if has_moved {
                    self.pictures.move_home(home);
                    self.settings.remember(&path);
                    self.keep_settings();
                }
                let sentence = self
                    .words
                    .tf("app-saved", [("path", path.display().to_string().into())]);
                self.say(Tone::Done, sentence);
                if let Some(then) = self.then.take() {
                    self.guard(then);
                }
            }
            Err(sentence) => {
                self.then = None;
                self.say(Tone::Failed, sentence);
            }
        }
        self.go_on_with_drops();
    }

    /// Asks about unsaved edits before the program ends.
    pub(super) fn quit(&mut self) {
        self.guard(Then::Quit);
    }
}

/// A name for a folder or a file, from the title: without what some system does not allow in names.
pub(super) fn file_name_of(event: &Event) -> String {
    let title = event.details.title.shown(event.details.main_language());
    let plain: String = title
        .chars()
        .filter(|c| !c.is_control())
        .map(|c| if "/\\:*?\"<>|".contains(c) { ' ' } else { c })
        .take(60)
        .collect();
    plain.trim().trim_end_matches('.').to_owned()
}
