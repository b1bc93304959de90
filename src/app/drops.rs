//! Files that are dropped on the window, and photos that are added in any other way.

use std::{
    collections::VecDeque,
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use egui::Context;

use super::{
    Desk, Then,
    inbox::{Finished, Outbox},
    open::{Home, Open},
};
use crate::{
    model::{BatchName, Edit, Photo, PhotoId, SessionId},
    photo::{self, Added},
    ui::{self, DropTarget, Progress, Tone},
};

/// How long after a drop the pointer may take to say where it was, in seconds. Some systems never say.
const PATIENCE: f64 = 0.6;

/// What has been dropped, and what is being added.
#[derive(Default)]
pub(super) struct Drops {
    waiting: Vec<PathBuf>,
    since: f64,
    adding: Option<Adding>,
    /// What comes after the drop that is being added, or after the saving: what came while it went on.
    later: VecDeque<Later>,
}

/// What waits until the photos that are being copied are all in one place.
enum Later {
    /// Photos that were dropped into the event of this number.
    Add(u64, Vec<PathBuf>, Option<SessionId>),
    /// A new folder for the event of this number. It takes the photos along, so they must have arrived.
    SaveTo(u64, PathBuf),
}

/// Says that a drop has been read, however its reading ended.
struct SayDone<'a>(&'a Outbox);

impl Drop for SayDone<'_> {
    fn drop(&mut self) {
        self.0.hand_in(Finished::PhotosDone);
    }
}

struct Adding {
    session: Option<SessionId>,
    cancelled: Arc<AtomicBool>,
    added: usize,
    known: usize,
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
                || path.join("event.ron").is_file()
        };
        if let Some(event) = files.iter().find(|path| is_event(path)) {
            return self.guard(Then::Open(event.clone()));
        }
        if self.open.is_none() {
            let sentence = self.words.t("app-drop-without-event");
            return self.say(Tone::Failed, sentence);
        }
        self.add_photos(files, session);
    }

    /// Copies pictures into the event's folder, one by one, off the frame; folders are looked through. What comes
    /// while others are being copied, or while the event moves to another folder, has its turn afterwards.
    pub(super) fn add_photos(&mut self, paths: Vec<PathBuf>, session: Option<SessionId>) {
        let Some(open) = &mut self.open else { return };
        if self.drops.adding.is_some() || open.is_saving {
            let later = Later::Add(open.session, paths, session);
            return self.drops.later.push_back(later);
        }
        open.history.seal();
        let session = session.filter(|session| open.event().sessions.contains(*session));
        let cancelled = Arc::new(AtomicBool::new(false));
        self.drops.adding = Some(Adding {
            session,
            cancelled: Arc::clone(&cancelled),
            added: 0,
            known: 0,
        });
        let doing = self.words.t("app-reading-photos");
        self.progress = Some(Progress {
            doing,
            done: 0,
            of: 0,
            can_cancel: true,
        });
        let (words, event, of_session, folder) = (
            self.words,
            Arc::clone(open.event()),
            open.session,
            open.home.photos(),
        );
        let draft = match &open.home {
            Home::Draft(draft) => Some(draft.clone()),
            Home::Folder(_) => None,
        };
        self.inbox.spawn(move |outbox| {
            let _done = SayDone(outbox);
            if let Some(Err(error)) = draft.map(std::fs::create_dir_all) {
                // Each photo says so too.
                tracing::warn!(%error, "the folder of the draft could not be made");
            }
            let mut pictures = Vec::new();
            for path in paths {
                if path.is_dir() {
                    let found = photo::pictures_in(&path);
                    if found.is_empty() {
                        let sentence = words.tf(
                            "app-no-pictures",
                            [("path", path.display().to_string().into())],
                        );
                        outbox.hand_in(Finished::PhotoAdded {
                            session: of_session,
                            result: Err(sentence),
                        });
                    }
                    pictures.extend(found);
                } else {
                    pictures.push(path);
                }
            }
            outbox.hand_in(Finished::PhotosFound(pictures.len()));
            let mut known: std::collections::HashMap<String, PhotoId> = event
                .photos
                .iter()
                .map(|photo| (photo.hash.clone(), photo.id))
                .collect();
            for path in pictures {
                if cancelled.load(Ordering::Relaxed) {
                    break;
                }
                let result = photo::add(&path, &folder, &|hash| known.get(hash).copied());
                let result = match result {
                    Ok(Added::New(photo)) => {
                        known.insert(photo.hash.clone(), photo.id);
                        Ok(Some(photo))
                    }
                    Ok(Added::AlreadyHere(_)) => Ok(None),
                    Err(error) => Err(error.sentence(words)),
                };
                outbox.hand_in(Finished::PhotoAdded {
                    session: of_session,
                    result,
                });
            }
        });
    }

    /// Whether saving into a new folder has to wait for photos that are being copied. Then it is done after them.
    pub(super) fn saves_later(&mut self, path: &Path) -> bool {
        let Some(open) = self.open.as_ref().filter(|_| self.drops.adding.is_some()) else {
            return false;
        };
        let later = Later::SaveTo(open.session, path.to_owned());
        self.drops.later.push_back(later);
        true
    }

    /// Goes on with what waited, if it is still for the event that is open.
    pub(super) fn go_on_with_drops(&mut self) {
        while let Some(open) = self.open.as_ref()
            && !open.is_saving
            && self.drops.adding.is_none()
            && let Some(later) = self.drops.later.pop_front()
        {
            match later {
                Later::Add(event, paths, session) if event == open.session => {
                    self.add_photos(paths, session);
                }
                Later::SaveTo(event, path) if event == open.session => self.save_to(path),
                Later::Add(..) | Later::SaveTo(..) => {}
            }
        }
    }

    /// So many pictures are to be read.
    pub(super) fn photos_found(&mut self, count: usize) {
        if let Some(progress) = &mut self.progress {
            progress.of = count;
        }
    }

    /// A picture is in the folder, or not.
    pub(super) fn photo_added(&mut self, session: u64, result: Result<Option<Photo>, String>) {
        if let Some(progress) = &mut self.progress {
            progress.done += 1;
            let values = [
                ("done", progress.done.into()),
                ("of", progress.of.max(progress.done).into()),
            ];
            progress.doing = self.words.tf("app-read-photos", values);
        }
        let Some(open) = self.open.as_mut().filter(|open| open.session == session) else {
            return;
        };
        let Some(adding) = &mut self.drops.adding else {
            return;
        };
        match result {
            Ok(Some(photo)) => {
                adding.added += 1;
                let photo = begun(open, photo, adding.session);
                let id = photo.id;
                let name = BatchName::AddPhotos(adding.added);
                let edits = vec![Edit::from(photo)];
                // Each drop is a step of its own, even right after another.
                let made = match adding.added {
                    1 => open.history.apply(Edit::Batch(name, edits)),
                    _ => open.history.join(name, edits),
                };
                if let Err(error) = made {
                    tracing::warn!(%error, "a photo could not be put into the event");
                }
                self.selection.photo = Some(id);
            }
            Ok(None) => adding.known += 1,
            Err(sentence) => self.say(Tone::Failed, sentence),
        }
    }

    /// The drop has been read.
    pub(super) fn photos_done(&mut self) {
        self.progress = None;
        let Some(adding) = self.drops.adding.take() else {
            return;
        };
        if let Some(open) = &mut self.open {
            open.history.seal();
        }
        let (added, known) = (adding.added, adding.known);
        let name = adding
            .session
            .and_then(|id| self.event()?.sessions.get(id).cloned());
        let lang = self.words.tongue.lang();
        let words = self.words;
        let place = match name {
            Some(session) => words.quoted(
                &words
                    .session_name(&session, &lang)
                    .chars()
                    .take(60)
                    .collect::<String>(),
            ),
            None => words.quoted(&words.t("photos-not-placed")),
        };
        if added > 0 {
            self.say(
                Tone::Done,
                words.tf(
                    "app-photos-added",
                    [("count", added.into()), ("place", place.into())],
                ),
            );
        }
        if known > 0 {
            self.say(
                Tone::Done,
                words.tf("app-photos-known", [("count", known.into())]),
            );
        }
        self.go_on_with_drops();
    }

    /// Stops reading; what has been read stays.
    pub(super) fn cancel_photos(&mut self) {
        self.drops
            .later
            .retain(|later| matches!(later, Later::SaveTo(..)));
        if let Some(adding) = &self.drops.adding {
            adding.cancelled.store(true, Ordering::Relaxed);
        }
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

/// A photo as it begins in this event: with its session, and the house's usual credit.
fn begun(open: &Open, mut photo: Photo, session: Option<SessionId>) -> Photo {
    photo.session = session;
    photo.credit = open.event().details.usual_credit.clone();
    photo
}
