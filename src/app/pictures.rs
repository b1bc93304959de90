//! Thumbnails and pages as textures: made off the frame, kept while they are shown, forgotten when there are many.

mod readers;

use std::{
    cell::RefCell,
    collections::{HashMap, HashSet},
    time::Instant,
};

use egui::{ColorImage, Context, TextureHandle, TextureId, TextureOptions, Vec2};
use image::RgbaImage;

use readers::Readers;

use super::{
    inbox::{Finished, Outbox},
    open::Home,
};
use crate::{
    model::{FileName, Photo, PhotoId},
    print::Pages,
    ui::{self, Thumb},
    words::Words,
};

/// How many bytes of thumbnails are kept as textures: some two hundred of the list's.
const THUMB_BYTES: usize = 64 << 20;

/// How many bytes of pages of the preview are kept as textures: some twenty of those that fit the window.
const PAGE_BYTES: usize = 96 << 20;

/// The widths in which thumbnails are made, in pixels.
const WIDTHS: [u32; 3] = [360, 720, 1280];

struct Shown {
    state: State,
    used: u64,
}

enum State {
    Coming,
    Ready(TextureHandle, Vec2, usize),
    /// Why not, and since when that is known; while it is read again, nothing.
    Failed(String, Option<Instant>),
}

struct PageShown {
    texture: TextureHandle,
    generation: u64,
    used: u64,
}

impl PageShown {
    fn bytes(&self) -> usize {
        let [width, height] = self.texture.size();
        width * height * 4
    }
}

#[derive(Default)]
struct Inner {
    thumbs: HashMap<(String, u32), Shown>,
    /// By page and scale.
    pages: HashMap<(usize, u32), PageShown>,
    /// Those that are being drawn.
    asked_pages: HashSet<(u64, usize, u32)>,
    frame: u64,
}

/// Thumbnails and pages.
pub(super) struct Pictures {
    inner: RefCell<Inner>,
    readers: Readers,
    outbox: Outbox,
    ctx: Context,
    home: Option<Home>,
    words: Words,
    pages: Option<(u64, Pages)>,
    /// The photos whose files hold another picture than the one that was added.
    others: Vec<PhotoId>,
}

impl Pictures {
    /// None yet.
    pub(super) fn new(ctx: Context, outbox: Outbox) -> Self {
        Self {
            inner: RefCell::default(),
            readers: Readers::new(outbox.clone()),
            outbox,
            ctx,
            home: None,
            words: Words::default(),
            pages: None,
            others: Vec::new(),
        }
    }

    /// The files of these photos, by their hashes, have changed: what was read of them is not what is there.
    pub(super) fn read_again(&mut self, changed: &[(FileName, String)]) {
        let thumbs = &mut self.inner.get_mut().thumbs;
        thumbs.retain(|(hash, _), _| changed.iter().all(|(_, other)| other != hash));
    }

    /// The files of these photos hold other pictures than those that were added.
    pub(super) fn set_others(&mut self, others: Vec<PhotoId>) {
        self.others = others;
    }

    /// Another event is open: its pictures are elsewhere.
    pub(super) fn set_home(&mut self, home: Option<Home>) {
        *self.inner.borrow_mut() = Inner::default();
        self.readers.begin_anew();
        self.home = home;
        self.others.clear();
        self.pages = None;
    }

    /// The event has moved to another folder; its pictures are the same.
    pub(super) fn move_home(&mut self, home: Home) {
        self.home = Some(home);
    }

    /// What could not be read is read again when it is next shown.
    pub(super) fn try_again(&mut self) {
        let thumbs = &mut self.inner.get_mut().thumbs;
        thumbs.retain(|_, shown| !matches!(shown.state, State::Failed(..)));
    }

    /// Another paper is shown: a page of the last one does not stand in for its own.
    pub(super) fn forget_pages(&mut self) {
        let inner = self.inner.get_mut();
        inner.pages.clear();
        inner.asked_pages.clear();
        self.pages = None;
    }

    /// The language in which reasons are given.
    pub(super) fn set_words(&mut self, words: Words) {
        self.words = words;
    }

    /// Newer pages are shown from now on. Pages that look the same keep their pictures.
    pub(super) fn set_pages(&mut self, generation: u64, pages: Pages) {
        let mut inner = self.inner.borrow_mut();
        if let Some((old, before)) = &self.pages {
            for ((page, _), shown) in &mut inner.pages {
                if shown.generation == *old
                    && *page < pages.count()
                    && *page < before.count()
                    && before.is_same_page(*page, &pages)
                {
                    shown.generation = generation;
                }
            }
        }
        inner.pages.retain(|(page, _), _| *page < pages.count());
        inner.asked_pages.clear();
        drop(inner);
        self.pages = Some((generation, pages));
    }

    /// A frame begins: what is not asked for in it may be forgotten.
    pub(super) fn begin_frame(&mut self) {
        let inner = self.inner.get_mut();
        inner.frame += 1;
        let frame = inner.frame;
        let bytes = |shown: &Shown| {
            if let State::Ready(_, _, bytes) = shown.state {
                bytes
            } else {
                0
            }
        };
        let mut held: usize = inner.thumbs.values().map(bytes).sum();
        if held > THUMB_BYTES {
            let mut old: Vec<_> = inner
                .thumbs
                .iter()
                .map(|(key, shown)| (shown.used, key.clone()))
                .collect();
            old.sort();
            for (used, key) in old {
                if held <= THUMB_BYTES * 3 / 4 || used + 2 > frame {
                    break;
                }
                if let Some(gone) = inner.thumbs.remove(&key) {
                    held -= bytes(&gone);
                }
            }
        }
        let mut held: usize = inner.pages.values().map(PageShown::bytes).sum();
        while held > PAGE_BYTES {
            let oldest = inner
                .pages
                .iter()
                .min_by_key(|(_, shown)| shown.used)
                .map(|(key, shown)| (*key, shown.used));
            let Some((key, _)) = oldest.filter(|(_, used)| used + 2 <= frame) else {
                break;
            };
            held -= inner.pages.remove(&key).map_or(0, |shown| shown.bytes());
        }
    }

    /// A thumbnail has been made.
    pub(super) fn put_thumb(&mut self, key: &(String, u32), result: Result<RgbaImage, String>) {
        let state = match result {
            Ok(image) => {
                let size = Vec2::new(image.width() as f32, image.height() as f32);
                let bytes = image.len();
                let name = format!("photo {}", key.0);
                State::Ready(
                    self.ctx
                        .load_texture(name, colour_image(&image), TextureOptions::LINEAR),
                    size,
                    bytes,
                )
            }
            Err(sentence) => State::Failed(sentence, Some(Instant::now())),
        };
        let inner = self.inner.get_mut();
        let used = inner.frame;
        // One that was forgotten while it was read has no place any more.
        if let Some(shown) = inner.thumbs.get_mut(key) {
            *shown = Shown { state, used };
        }
    }

    /// A page has been drawn.
    pub(super) fn put_page(&mut self, generation: u64, page: usize, scale: u32, image: &RgbaImage) {
        let inner = self.inner.get_mut();
        if self
            .pages
            .as_ref()
            .is_none_or(|(now, pages)| *now != generation || page >= pages.count())
        {
            return;
        }
        let texture = self.ctx.load_texture(
            format!("page {page}"),
            colour_image(image),
            TextureOptions::LINEAR,
        );
        let used = inner.frame;
        inner.asked_pages.remove(&(generation, page, scale));
        inner.pages.insert(
            (page, scale),
            PageShown {
                texture,
                generation,
                used,
            },
        );
    }
}

fn colour_image(image: &RgbaImage) -> ColorImage {
    let size = [image.width() as usize, image.height() as usize];
    ColorImage::from_rgba_unmultiplied(size, image.as_raw())
}

impl ui::Pictures for Pictures {
    fn others(&self) -> &[PhotoId] {
        &self.others
    }

    fn thumb(&self, photo: &Photo, width: u32) -> Thumb {
        let Some(home) = &self.home else {
            return Thumb::Coming;
        };
        let width = WIDTHS
            .into_iter()
            .find(|have| *have >= width)
            .unwrap_or(WIDTHS[WIDTHS.len() - 1]);
        let key = (photo.hash.clone(), width);
        let mut inner = self.inner.borrow_mut();
        let frame = inner.frame;
        if let Some(shown) = inner.thumbs.get_mut(&key) {
            shown.used = frame;
            let (why, since) = match &mut shown.state {
                State::Coming => return Thumb::Coming,
                State::Ready(texture, size, _) => return Thumb::Ready(texture.id(), *size),
                State::Failed(why, since) => (why.clone(), since),
            };
            // What kept it from being read may be over, though its file is as it was: too many open files, say.
            let waited = since.map(|since| since.elapsed());
            if let Some(left) = waited.and_then(|waited| self.readers.again.checked_sub(waited)) {
                self.ctx.request_repaint_after(left);
            }
            if waited.is_some_and(|waited| waited >= self.readers.again) {
                *since = None;
                let (home, file) = (home.clone(), photo.file.clone());
                self.readers.ask(key, home, file, self.words);
            }
            return Thumb::Failed(why);
        }
        inner.thumbs.insert(
            key.clone(),
            Shown {
                state: State::Coming,
                used: frame,
            },
        );
        drop(inner);
        self.readers
            .ask(key, home.clone(), photo.file.clone(), self.words);
        Thumb::Coming
    }

    fn page(&self, page: usize, scale: f32) -> Option<TextureId> {
        let (generation, pages) = self.pages.as_ref()?;
        // A house's template may have a page so large that no texture holds it at this scale.
        let (width, height) = pages.size(page);
        let side = self.ctx.input(|input| input.max_texture_side) as f32 - 2.0;
        let largest = (side / width.max(height).max(1.0)).clamp(0.05, 4.0);
        let scale = (scale.clamp(0.05, largest) * 1000.0).floor() as u32;
        let mut inner = self.inner.borrow_mut();
        let frame = inner.frame;
        // Until the right picture is there, the nearest in size serves, be it older.
        let nearest = inner
            .pages
            .iter_mut()
            .filter(|((other, _), _)| *other == page)
            .min_by_key(|((_, other), shown)| {
                (other.abs_diff(scale), shown.generation != *generation)
            })
            .map(|((_, other), shown)| {
                shown.used = frame;
                let is_right = *other == scale && shown.generation == *generation;
                (shown.texture.id(), is_right)
            });
        if nearest.is_none_or(|(_, is_right)| !is_right)
            && inner.asked_pages.insert((*generation, page, scale))
        {
            let (pages, outbox, generation) = (pages.clone(), self.outbox.clone(), *generation);
            rayon::spawn(move || {
                let points = scale as f32 / 1000.0;
                let drawn = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
                    pages.render(page, points)
                }));
                outbox.hand_in(match drawn {
                    Ok(image) => Finished::Page {
                        generation,
                        page,
                        scale,
                        image,
                    },
                    Err(_) => Finished::Broke,
                });
            });
        }
        nearest.map(|(texture, _)| texture)
    }
}

#[cfg(test)]
mod tests;
