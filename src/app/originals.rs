//! Whether the files of the photos are still the pictures that were added: looked at off the frame, a few at a time, and
//! read only where a file is new to this window or has another time or length.

use std::{
    collections::HashMap,
    sync::Arc,
    time::{Duration, Instant},
};

use egui::Context;

use super::{Desk, inbox::Finished, open::Home};
use crate::{
    model::{Edit, Event, FileName, Photo, PhotoId},
    photo::{self, Content, PhotoError, Shot},
    store::Mark,
    ui::{Pictures as _, Tone},
};

/// The least time between two looks, in seconds.
const PAUSE: f64 = 2.0;

/// A look rests so many times as long as it took: a slow share has other things to do.
const REST: f64 = 10.0;

/// How long one look may read, so that a thousand photos are read little by little.
const BUDGET: Duration = Duration::from_millis(500);

/// What is known of a file.
#[derive(Clone, Debug, PartialEq)]
struct Known {
    mark: Option<Mark>,
    /// The hash of the photo with which it was compared.
    of: String,
    /// The other picture that it holds.
    other: Option<Shot>,
}

type Files = HashMap<FileName, Known>;

/// What is known of the files of the photos.
#[derive(Debug, Default)]
pub(super) struct Originals {
    files: Files,
    is_looking: bool,
    next: f64,
}

/// What a look has found.
#[derive(Debug)]
pub(super) struct Found {
    session: u64,
    files: Files,
    /// The photos whose files have changed since they were looked at last.
    changed: Vec<(FileName, String)>,
    /// Whether all were looked at.
    is_all: bool,
    took: Duration,
}

impl Originals {
    /// The other picture that the file of a photo holds.
    pub(super) fn other(&self, photo: &Photo) -> Option<&Shot> {
        let known = self.files.get(&photo.file)?;
        known.other.as_ref().filter(|_| known.of == photo.hash)
    }
}

fn look(home: &Home, event: &Event, mut files: Files, session: u64) -> Found {
    let begun = Instant::now();
    let mut changed = Vec::new();
    let mut is_all = true;
    for photo in &event.photos {
        let path = home.photo(&photo.file).ok();
        let mark = path.as_deref().and_then(Mark::of);
        let before = files.get(&photo.file);
        if before.is_some_and(|known| known.mark == mark && known.of == photo.hash) {
            continue;
        }
        if begun.elapsed() > BUDGET {
            is_all = false;
            break;
        }
        if before.is_some_and(|known| known.mark != mark) {
            changed.push((photo.file.clone(), photo.hash.clone()));
        }
        // Of one that is not there, or no picture any more, its own place tells.
        let content = path.map(|path| photo::content(&path, &photo.hash));
        let other = match content {
            Some(Ok(Content::Other(shot))) => Some(shot),
            // Nothing is known of one that is there and could not be read just now.
            Some(Err(PhotoError::Unreadable(..))) if mark.is_some() => continue,
            Some(Ok(Content::Original) | Err(_)) | None => None,
        };
        let known = Known {
            mark,
            of: photo.hash.clone(),
            other,
        };
        files.insert(photo.file.clone(), known);
    }
    Found {
        session,
        files,
        changed,
        is_all,
        took: begun.elapsed(),
    }
}

impl Desk {
    /// Looks at the files of the photos, if it is time.
    pub(super) fn look_at_originals(&mut self, ctx: &Context) {
        let now = ctx.input(|input| input.time);
        let Some(open) = self.open.as_ref().filter(|_| !self.originals.is_looking) else {
            return;
        };
        if open.event().photos.is_empty() {
            return;
        }
        if now < self.originals.next {
            ctx.request_repaint_after(Duration::from_secs_f64(self.originals.next - now));
            return;
        }
        self.originals.is_looking = true;
        let files = self.originals.files.clone();
        let (home, event, session) = (open.home.clone(), Arc::clone(open.event()), open.session);
        self.inbox
            .spawn_by_itself(Finished::Originals(None), move |outbox| {
                let found = look(&home, &event, files, session);
                outbox.hand_in(Finished::Originals(Some(Box::new(found))));
            });
    }

    /// The files of the photos were looked at.
    pub(super) fn originals_seen(&mut self, found: Option<Box<Found>>) {
        let now = self.ctx.input(|input| input.time);
        self.originals.is_looking = false;
        self.originals.next = now + PAUSE;
        let Some(found) = found else { return };
        if self.open.as_ref().map(|open| open.session) != Some(found.session) {
            self.originals.next = 0.0;
            return;
        }
        if found.is_all {
            self.originals.next = now + PAUSE.max(found.took.as_secs_f64() * REST);
        }
        self.originals.files = found.files;
        if !found.changed.is_empty() {
            self.pictures.read_again(&found.changed);
            self.preview.read_again(&found.changed);
        }
        let event = self.open.as_ref().map(|open| Arc::clone(open.event()));
        let others = event.iter().flat_map(|event| event.photos.iter());
        let others = others.filter(|photo| self.originals.other(photo).is_some());
        let others = others.map(|photo| photo.id).collect();
        self.pictures.set_others(others);
    }

    /// The picture that the file of a photo holds now is meant.
    pub(super) fn accept_picture(&mut self, id: PhotoId) {
        if self.refuses_edits() {
            return;
        }
        let Some(photo) = self.event().and_then(|event| event.photos.get(id)) else {
            return;
        };
        let Some(shot) = self.originals.other(photo).cloned() else {
            return;
        };
        let mut photo = (**photo).clone();
        let is_there = |event: &Event| event.photos.iter().any(|other| other.hash == shot.hash);
        if self.event().is_some_and(is_there) {
            let sentence = self.words.t("photo-other-known");
            return self.say(Tone::Failed, sentence);
        }
        photo.hash = shot.hash;
        photo.size = shot.size;
        photo.taken = shot.taken;
        self.edit(Edit::from(photo));
        let others = self.pictures.others().iter().copied();
        let others = others.filter(|other| *other != id).collect();
        self.pictures.set_others(others);
        self.originals.next = 0.0;
    }
}
