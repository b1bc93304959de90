//! Files that are dropped on the window, and photos that are added in any other way.

mod told;

use std::{
    collections::HashMap,
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use egui::Context;

use super::{
    Desk, Then,
    inbox::Finished,
    open::{Home, Open},
};
use crate::{
    model::{BatchName, Edit, FileName, NameKey, Photo, PhotoId, SessionId},
    photo::{self, Added, PhotoError},
    ui::{self, DropTarget, Progress, Tone},
    words::Words,
};

/// How long after a drop the pointer may take to say where it was, in seconds. Some systems never say.
const PATIENCE: f64 = 0.6;

/// What has been dropped, and what is being added.
#[derive(Default)]
pub(super) struct Drops {
    waiting: Vec<PathBuf>,
    since: f64,
    /// How many drops are looked at for what they are.
    looking: usize,
    /// The drops that are being read, several at a time if need be.
    adding: Vec<Adding>,
    pub(super) begun: u64,
    /// What came while the event moved to another folder.
    held: Vec<Held>,
    progress: Option<Progress>,
}

/// Files to add, and the session that they show.
type Held = (Vec<PathBuf>, Option<SessionId>);

struct Adding {
    drop: u64,
    /// What was dropped.
    paths: Vec<PathBuf>,
    session: Option<SessionId>,
    cancelled: Arc<AtomicBool>,
    found: usize,
    looked_at: usize,
    added: usize,
    known: usize,
    /// What is to be said of each file that was not taken.
    failed: Vec<String>,
    /// The state of the event to which its last photo led: the next one belongs to the same step.
    state: Option<u64>,
}

impl Drops {
    /// Whether photos are being read.
    pub(super) fn is_adding(&self) -> bool {
        !self.adding.is_empty() || self.looking > 0
    }

    /// Whether there are photos that the event does not have yet.
    pub(super) fn has_more(&self) -> bool {
        self.is_adding() || !self.held.is_empty() || !self.waiting.is_empty()
    }

    /// How far that is.
    pub(super) fn progress(&self) -> Option<&Progress> {
        self.progress.as_ref()
    }

    /// What had to wait.
    pub(super) fn take_held(&mut self) -> Vec<Held> {
        std::mem::take(&mut self.held)
    }

    /// Another event is open, or none: what is still being read belongs to nothing.
    pub(super) fn forget(&mut self) {
        self.cancel();
        self.adding.clear();
        self.held.clear();
        self.progress = None;
    }

    fn cancel(&self) {
        for adding in &self.adding {
            adding.cancelled.store(true, Ordering::Relaxed);
        }
    }

    fn find(&mut self, drop: u64) -> Option<&mut Adding> {
        self.adding.iter_mut().find(|adding| adding.drop == drop)
    }

    /// Says how far all of it is.
    fn tell(&mut self, words: Words) {
        let done: usize = self.adding.iter().map(|adding| adding.looked_at).sum();
        let found: usize = self.adding.iter().map(|adding| adding.found).sum();
        let doing = if done == 0 {
            words.t("app-reading-photos")
        } else {
            let values = [("done", done.into()), ("of", found.max(done).into())];
            words.tf("app-read-photos", values)
        };
        self.progress = (!self.adding.is_empty()).then_some(Progress {
            doing,
            done,
            of: found,
            can_cancel: true,
        });
    }
}

impl Desk {
    /// Takes up dropped files, as soon as it is known where they were dropped: the window system gives no place with
    /// a drop, but the pointer reports itself right after it.
    pub(super) fn look_at_drops(&mut self, ctx: &Context) {
        let (dropped, moved, now) = ctx.input(|input| {
            let dropped: Vec<PathBuf> = input
                .raw
                .dropped_files
                .iter()
                .map(|file| file.path().to_owned())
                .collect();
            let moved = input
                .events
                .iter()
                .any(|event| matches!(event, egui::Event::PointerMoved(_)));
            (dropped, moved, input.time)
        });
        if !dropped.is_empty() {
            if self.drops.waiting.is_empty() {
                self.drops.since = now;
            }
            self.drops.waiting.extend(dropped);
            ctx.request_repaint();
            return;
        }
        if self.drops.waiting.is_empty() {
            return;
        }
        if !moved && now - self.drops.since < PATIENCE {
            ctx.request_repaint_after(std::time::Duration::from_millis(50));
            return;
        }
        let files = std::mem::take(&mut self.drops.waiting);
        let at = ctx.pointer_latest_pos().filter(|_| moved);
        let target = at.and_then(|at| ui::drop_target_under(ctx, at));
        let session = match target {
            Some(DropTarget::Session(session)) => Some(session),
            Some(DropTarget::NotPlaced) => None,
            None => self.selection.session,
        };
        self.receive(files, session);
    }

    /// What was dropped: an event is opened, pictures are added, anything else gets a sentence.
    fn receive(&mut self, files: Vec<PathBuf>, session: Option<SessionId>) {
        let is_event = |path: &PathBuf| {
            path.extension()
                .is_some_and(|ext| ext.eq_ignore_ascii_case("ron"))
        };
        if let Some(event) = files.iter().find(|path| is_event(path)) {
            return self.guard(Then::Open(event.clone()));
        }
        // A name with one of these endings is no folder in which an event could be.
        let is_plain =
            |path: &PathBuf| photo::is_picture_name(path) || super::exchange::is_readable(path);
        if files.iter().all(is_plain) {
            return self.receive_files(files, session);
        }
        self.drops.looking += 1;
        let of = self.open.as_ref().map(|open| open.session);
        let undone = Finished::Dropped {
            of,
            files: Vec::new(),
            session,
            event: None,
        };
        self.inbox.spawn_or(undone, move |outbox| {
            let mut folders = files.iter();
            let event = folders.find(|path| path.join("event.ron").is_file());
            outbox.hand_in(Finished::Dropped {
                of,
                session,
                event: event.cloned(),
                files,
            });
        });
    }

    /// It is known whether there is an event in what was dropped.
    pub(super) fn dropped(
        &mut self,
        of: Option<u64>,
        (files, session): Held,
        event: Option<PathBuf>,
    ) {
        self.drops.looking = self.drops.looking.saturating_sub(1);
        if let Some(event) = event {
            return self.guard(Then::Open(event));
        }
        // What was dropped on one event is not put into another.
        if of == self.open.as_ref().map(|open| open.session) && !files.is_empty() {
            self.receive_files(files, session);
        }
        self.take_up_what_waited();
    }

    fn receive_files(&mut self, files: Vec<PathBuf>, session: Option<SessionId>) {
        if self.open.is_none() {
            let sentence = self.words.t("app-drop-without-event");
            return self.say(Tone::Failed, sentence);
        }
        if let Some(table) = files.iter().find(|path| super::exchange::is_readable(path)) {
            return self.import(table.clone());
        }
        self.add_photos(files, session);
    }

    /// Copies pictures into the event's folder, one by one, off the frame; folders are looked through.
    pub(super) fn add_photos(&mut self, paths: Vec<PathBuf>, session: Option<SessionId>) {
        if self.refuses_edits() {
            return;
        }
        let Some(open) = &mut self.open else { return };
        if open.is_moving {
            self.drops.held.push((paths, session));
            return;
        }
        open.history.seal();
        let cancelled = Arc::new(AtomicBool::new(false));
        self.drops.begun += 1;
        let drop = self.drops.begun;
        self.drops.adding.push(Adding {
            drop,
            paths: paths.clone(),
            session,
            cancelled: Arc::clone(&cancelled),
            found: 0,
            looked_at: 0,
            added: 0,
            known: 0,
            failed: Vec::new(),
            state: None,
        });
        self.drops.tell(self.words);
        let (words, event, folder) = (self.words, Arc::clone(open.event()), open.home.photos());
        let draft = match &open.home {
            Home::Draft(draft) => Some(draft.clone()),
            Home::Folder(_) => None,
        };
        self.inbox
            .spawn_or(Finished::PhotosDone(drop), move |outbox| {
                if let Some(Err(error)) = draft.map(std::fs::create_dir_all) {
                    // Each photo says so too.
                    tracing::warn!(%error, "the folder of the draft could not be made");
                }
                let mut pictures = Vec::new();
                for path in paths {
                    if path.is_dir() {
                        let found = photo::pictures_in(&path);
                        if found.is_empty() {
                            let sentence =
                                words.tf("app-no-pictures", [("path", words.place(&path).into())]);
                            outbox.hand_in(Finished::PhotoAdded {
                                drop,
                                result: Err(sentence),
                            });
                        }
                        pictures.extend(found);
                    } else {
                        pictures.push(path);
                    }
                }
                outbox.hand_in(Finished::PhotosFound {
                    drop,
                    count: pictures.len(),
                });
                let mut known: HashMap<String, (PhotoId, FileName)> = event
                    .photos
                    .iter()
                    .map(|photo| (photo.hash.clone(), (photo.id, photo.file.clone())))
                    .collect();
                for path in pictures {
                    if cancelled.load(Ordering::Relaxed) {
                        break;
                    }
                    let result = add_one(&path, &folder, &mut known);
                    outbox.hand_in(Finished::PhotoAdded {
                        drop,
                        result: result.map_err(|error| error.sentence(words)),
                    });
                }
                outbox.hand_in(Finished::PhotosDone(drop));
            });
    }

    /// So many pictures are to be read.
    pub(super) fn photos_found(&mut self, drop: u64, count: usize) {
        if let Some(adding) = self.drops.find(drop) {
            adding.found = count;
            self.drops.tell(self.words);
        }
    }

    /// A picture is in the folder, or not. One of a drop on an event that is no longer open belongs to nothing.
    pub(super) fn photo_added(&mut self, drop: u64, result: Result<Added, String>) {
        let (Some(open), Some(adding)) = (&mut self.open, self.drops.find(drop)) else {
            return;
        };
        adding.looked_at += 1;
        match result {
            // Two drops at once can hold the same picture.
            Ok(Added::New(photo)) if has_picture(open, &photo.hash) => adding.known += 1,
            Ok(Added::New(photo)) => {
                adding.added += 1;
                let photo = begun(open, photo, adding.session);
                let id = photo.id;
                let name = BatchName::AddPhotos(adding.added);
                let edits = vec![Edit::from(photo)];
                if let Err(error) = open.history.join(adding.state, name, edits) {
                    tracing::warn!(%error, "a photo could not be put into the event");
                }
                adding.state = Some(open.history.state());
                self.selection.photo = Some(id);
            }
            Ok(Added::AlreadyHere(_)) => adding.known += 1,
            Err(sentence) => adding.failed.push(sentence),
        }
        self.drops.tell(self.words);
    }

    /// The drop has been read.
    pub(super) fn photos_done(&mut self, drop: u64) {
        let place = self.drops.adding.iter().position(|one| one.drop == drop);
        let Some(mut adding) = place.map(|place| self.drops.adding.remove(place)) else {
            return;
        };
        self.drops.tell(self.words);
        self.say_what_became_of(&mut adding);
        if adding.known > 0 {
            // One whose file had been lost is there again.
            self.pictures.try_again();
            self.preview.try_again();
        }
        self.take_up_what_waited();
    }

    /// Stops reading; what has been read stays.
    pub(super) fn cancel_photos(&mut self) {
        self.drops.cancel();
    }

    /// Puts photos to a session, or to none.
    pub(super) fn put_photos(&mut self, photos: &[PhotoId], session: Option<SessionId>) {
        let Some(open) = &self.open else { return };
        let edits: Vec<_> = photos
            .iter()
            .filter_map(|id| open.event().photos.get(*id))
            .filter(|photo| photo.session != session)
            .map(|photo| {
                Edit::from(Photo {
                    session,
                    ..(**photo).clone()
                })
            })
            .collect();
        if !edits.is_empty() {
            self.edit(Edit::Batch(BatchName::PlacePhotos(edits.len()), edits));
        }
    }
}

/// Copies one picture into the folder, or puts it back there if the event has it and its file was lost.
fn add_one(
    path: &Path,
    folder: &Path,
    known: &mut HashMap<String, (PhotoId, FileName)>,
) -> Result<Added, PhotoError> {
    let have = |hash: &str| known.get(hash).map(|(id, _)| *id);
    let is_taken = |key: &NameKey| known.values().any(|(_, file)| file.key() == *key);
    let added = photo::add(path, folder, &have, &is_taken)?;
    match &added {
        Added::New(photo) => {
            known.insert(photo.hash.clone(), (photo.id, photo.file.clone()));
        }
        Added::AlreadyHere(id) => {
            let file = known.values().find(|(known, _)| known == id);
            if let Some((_, file)) = file.filter(|(_, file)| !folder.join(file).exists()) {
                photo::put_back(path, folder, file)?;
            }
        }
    }
    Ok(added)
}

fn has_picture(open: &Open, hash: &str) -> bool {
    open.event().photos.iter().any(|photo| photo.hash == hash)
}

/// A photo as it begins in this event: with its session, if that is still there, and the house's usual credit.
fn begun(open: &Open, mut photo: Photo, session: Option<SessionId>) -> Photo {
    photo.session = session.filter(|session| open.event().sessions.contains(*session));
    photo.credit = open.event().details.usual_credit.clone();
    photo
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_photo_whose_file_was_lost_is_there_again_when_it_is_dropped_again() {
        let temp = tempfile::tempdir().unwrap();
        let (card, folder) = (temp.path().join("card.png"), temp.path().join("photos"));
        image::RgbImage::new(4, 3).save(&card).unwrap();
        let mut known = HashMap::new();
        let Ok(Added::New(photo)) = add_one(&card, &folder, &mut known) else {
            panic!("it is new");
        };
        std::fs::remove_file(folder.join(&photo.file)).unwrap();
        let again = add_one(&card, &folder, &mut known);
        assert!(matches!(again, Ok(Added::AlreadyHere(id)) if id == photo.id));
        assert!(folder.join(&photo.file).is_file());
    }
}
