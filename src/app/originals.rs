//! Whether the files of the photos are still the pictures that were added: looked at off the frame, a few at a time, and
//! read only where a file is new to this window or has another time or length. What a synced folder has put elsewhere, or
//! a merge has given another name, is put where the photos have it.

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
    store::{Amiss, Hashes, Mark, PutInPlace},
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
    /// The other picture that it holds.
    other: Option<Shot>,
}

/// By the name of the file, and the hash of the photo with which it was compared.
type Files = HashMap<(FileName, String), Known>;

/// What is known of the files of the photos.
#[derive(Debug, Default)]
pub(super) struct Originals {
    files: Files,
    /// What is known of files that no photo names.
    hashes: Hashes,
    is_looking: bool,
    next: f64,
}

/// What a look has found.
#[derive(Debug)]
pub(super) struct Found {
    session: u64,
    files: Files,
    hashes: Hashes,
    /// The files that were put in their places.
    put: PutInPlace,
    /// The photos whose files have changed since they were looked at last.
    changed: Vec<(FileName, String)>,
    /// Whether all were looked at.
    is_all: bool,
    took: Duration,
}

impl Originals {
    /// The other picture that the file of a photo holds.
    pub(super) fn other(&self, photo: &Photo) -> Option<&Shot> {
        self.files.get(&key_of(photo))?.other.as_ref()
    }
}

fn key_of(photo: &Photo) -> (FileName, String) {
    (photo.file.clone(), photo.hash.clone())
}

fn look(
    home: &Home,
    event: &Event,
    (mut files, mut hashes): (Files, Hashes),
    may_put: bool,
    session: u64,
) -> Found {
    let begun = Instant::now();
    let mut changed = Vec::new();
    let mut is_all = true;
    for photo in &event.photos {
        let path = home.photo(&photo.file).ok();
        let mark = path.as_deref().and_then(Mark::of);
        let before = files.get(&key_of(photo));
        if before.is_some_and(|known| known.mark == mark) {
            continue;
        }
        if begun.elapsed() > BUDGET {
            is_all = false;
            break;
        }
        if before.is_some_and(|known| known.mark != mark) {
            changed.push(key_of(photo));
        }
        // Of one that is not there, or no picture any more, its own place tells.
        let content = path.map(|path| photo::content(&path, &photo.hash));
        let other = match content {
            Some(Ok(Content::Other(shot))) => Some(shot),
            // Nothing is known of one that is there and could not be read just now.
            Some(Err(PhotoError::Unreadable(..))) if mark.is_some() => continue,
            Some(Ok(Content::Original) | Err(_)) | None => None,
        };
        files.insert(key_of(photo), Known { mark, other });
    }
    let mut put = PutInPlace::default();
    if let Some(folder) = home.folder().filter(|_| is_all && may_put) {
        hashes.read_until(begun + 2 * BUDGET);
        put = folder.put_in_place(event, &amiss(event, &files), &mut hashes);
        is_all = !hashes.is_cut_short();
        for photo in &event.photos {
            if put.files.contains(&photo.file) && files.remove(&key_of(photo)).is_some() {
                changed.push(key_of(photo));
            }
        }
    }
    Found {
        session,
        files,
        hashes,
        put,
        changed,
        is_all,
        took: begun.elapsed(),
    }
}

/// The photos whose files are not there, or hold other pictures.
fn amiss(event: &Event, files: &Files) -> Vec<(PhotoId, Amiss)> {
    let amiss = |photo: &Photo| {
        let known = files.get(&key_of(photo))?;
        match (&known.mark, &known.other) {
            (None, _) => Some((photo.id, Amiss::Missing)),
            (Some(_), Some(_)) => Some((photo.id, Amiss::Other)),
            (Some(_), None) => None,
        }
    };
    event
        .photos
        .iter()
        .filter_map(|photo| amiss(photo))
        .collect()
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
        let known = (self.originals.files.clone(), self.originals.hashes.clone());
        // Who only reads leaves no file.
        let may_put = open.newer.is_none() && open.read_only.is_none();
        let (home, event, session) = (open.home.clone(), Arc::clone(open.event()), open.session);
        self.inbox
            .spawn_by_itself(Finished::Originals(None), move |outbox| {
                let found = look(&home, &event, known, may_put, session);
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
        self.originals.hashes = found.hashes;
        self.say_put(&found.put);
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

    /// Says which files are in their places again.
    fn say_put(&mut self, put: &PutInPlace) {
        if !put.files.is_empty() {
            self.originals.next = 0.0;
            self.pictures.try_again();
            let sentence = self
                .words
                .tf("photos-put-in-place", [("count", put.files.len().into())]);
            let files = put.files.iter().map(ToString::to_string).collect();
            self.say_each(Tone::Note, sentence, files);
        }
        for error in &put.failed {
            tracing::warn!(%error, "a photo could not be put in its place");
        }
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
