//! Opening and closing: off the frame, and never without the person's leave.

use std::path::{Path, PathBuf};

use super::{
    Desk, Then,
    inbox::{Finished, Loaded},
    journal, left_over,
    open::{Home, Open},
    originals::Originals,
    presence::Arrival,
    run::data_folder,
    watch::Watch,
};
use crate::{
    model::{Event, file_stem},
    store::{self, Folder, StoreError},
    ui::{Place, Progress, Selection, Tone},
    words::Words,
};

impl Desk {
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
        let own_data = self.journal.as_ref().map(|it| it.data().to_owned());
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
                if let Some(data) = own_data.filter(|_| opened.read_only.is_none()) {
                    let event = &opened.event;
                    for sentence in left_over::clear_left_over(&data, &folder, event, words) {
                        outbox.hand_in(Finished::Warned(sentence));
                    }
                }
                let arrival = Arrival::at(&folder, &own, words);
                Ok(Box::new(Loaded {
                    found,
                    recovered: None,
                    event: opened.event,
                    home: Home::Folder(folder),
                    stamp,
                    lineage: Some(opened.lineage),
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
            lineage: None,
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
        self.preview.forget();
        self.originals = Originals::default();
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
        self.preview.forget();
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
