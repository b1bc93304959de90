//! A large paper, typeset in chunks.
//!
//! What the typesetter remembers of a paper while it sets it grows with the paper, to gigabytes for thousands of rows, and
//! so do the pages themselves. So a paper of many rows is set chunk by chunk, and of each only what a preview has to know
//! is kept: how many pages there are, and what lies where on them. The chunks that are looked at are set again.
//!
//! A chunk ends where a page begins with a row: the pages before it are as they would be in one piece, and the next chunk
//! begins with that row. Headers and footers, which tell the number of all pages, are set by themselves and laid over the
//! pages.

mod cut;
mod rows;

use std::{
    collections::{BTreeMap, VecDeque},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use typst::model::{Document as _, DocumentInfo};
use typst_layout::{Page, PagedDocument};

use super::{
    HouseTemplates, Paper, Photos, PrintError,
    data::Made,
    helper, layout,
    pages::{self, look, size},
    spots::{self, Spot},
};
use crate::limits::long_paper as limits;
use cut::{cover_pages, last_row_at_the_top, relocate, with_marginals};
use rows::Rows;

/// How much data a paper may have to be set in one piece, and how much each chunk of a larger one, in bytes of JSON.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sizes {
    pub(super) whole: usize,
    pub(super) chunk: usize,
}

impl Default for Sizes {
    fn default() -> Self {
        Self {
            whole: limits::WHOLE_BYTES,
            chunk: limits::CHUNK_BYTES,
        }
    }
}

/// A hash of all that a chunk is made of: its data, and the pictures that it may show.
type Key = [u8; 32];

/// What is known of the chunks that were set last: typing changes few of them.
static KNOWN: Mutex<Known> = Mutex::new(BTreeMap::new());

type Known = BTreeMap<Key, Arc<Outline>>;

/// The pages of the chunks that were looked at last, without headers and footers; the latest first.
static RECENT: Mutex<VecDeque<(Key, Arc<Body>)>> = Mutex::new(VecDeque::new());

/// The pages of a chunk without headers and footers.
struct Body {
    pages: Vec<Page>,
    info: DocumentInfo,
}

/// What is known of a chunk without its pages.
struct Outline {
    /// How many rows there are on its pages.
    rows: usize,
    /// How many of its first pages have no header and no footer: the cover.
    bare: usize,
    pages: Vec<PageOutline>,
}

/// What is known of a page of a chunk, without header and footer.
#[derive(Default)]
struct PageOutline {
    size: (f32, f32),
    look: String,
    spots: Vec<Spot>,
}

/// A chunk of a paper.
struct Chunk {
    /// Its first row.
    begin: usize,
    /// The number of its first page among all, counted from 0.
    first_page: usize,
    outline: Arc<Outline>,
}

/// How many rows and pages a chunk has, and how many of these are bare.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(super) struct Extent {
    rows: usize,
    pages: usize,
    bare: usize,
}

/// A paper that was set in chunks.
pub(super) struct Chunked {
    paper: Paper,
    rows: Rows,
    photos: Photos,
    /// A hash of the photos.
    pictures: blake3::Hash,
    chunks: Vec<Chunk>,
    /// How many pages there are.
    pages: usize,
    /// What each looks like.
    looks: Vec<String>,
    /// The headers and footers of the chunk that was looked at last, on pages of their own.
    marginals: Mutex<Option<(usize, Arc<Vec<Page>>)>>,
    identity: String,
    date: Date,
}

/// Forgets the chunks that were set last.
pub(super) fn rest() {
    locked(&KNOWN).clear();
    locked(&RECENT).clear();
}

/// What is guarded is whole whenever nobody holds it, also after a panic.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Chunked {
    /// Sets a paper with built-in templates in chunks. None for one that is set in one piece.
    pub(super) fn typeset(
        paper: Paper,
        made: &Made,
        sizes: Sizes,
    ) -> Option<Result<Self, PrintError>> {
        let rows = (made.json.len() > sizes.whole).then(|| Rows::of(paper, &made.json));
        Some(Self::of(paper, rows.flatten()?, made, sizes.chunk))
    }

    fn begun(paper: Paper, rows: Rows, made: &Made) -> Self {
        let mut pictures = blake3::Hasher::new();
        for (name, picture) in &made.photos {
            pictures.update(blake3::hash(name.as_bytes()).as_bytes());
            pictures.update(picture.hash().as_bytes());
        }
        Self {
            paper,
            rows,
            photos: made.photos.clone(),
            pictures: pictures.finalize(),
            chunks: Vec::new(),
            pages: 0,
            looks: Vec::new(),
            marginals: Mutex::default(),
            identity: made.identity.clone(),
            date: made.date,
        }
    }

    fn of(paper: Paper, rows: Rows, made: &Made, size: usize) -> Result<Self, PrintError> {
        let mut chunked = Self::begun(paper, rows, made);
        let known = locked(&KNOWN).clone();
        let mut now = Known::new();
        let size = size.max(1);
        let (mut begin, mut wanted) = (0, size);
        while begin < chunked.rows.count() {
            let end = chunked.rows.end(begin, wanted);
            let json = chunked.rows.chunk(begin..end);
            let key = chunked.key(&json);
            let outline = match known.get(&key) {
                Some(outline) => Some(Arc::clone(outline)),
                None => chunked.outline(json, end - begin, end == chunked.rows.count())?,
            };
            let Some(outline) = outline else {
                // The rows do not fill a page, or one is longer than all of these.
                wanted *= 2;
                continue;
            };
            now.insert(key, Arc::clone(&outline));
            begin += outline.rows;
            chunked.add(outline);
            wanted = size;
        }
        *locked(&KNOWN) = now;
        let outlines = chunked.chunks.iter().flat_map(|chunk| &chunk.outline.pages);
        // What stands in header and footer follows from this and from the number of the page.
        let marginals = blake3::hash(&chunked.rows.marginals(0, 0, 0, chunked.pages));
        chunked.looks = (outlines.zip(1..))
            .map(|(page, number)| format!("{} {marginals} {number}", page.look))
            .collect();
        Ok(chunked)
    }

    /// The same paper in the same chunks, of which it is not known what is on them.
    pub(super) fn again(paper: Paper, made: &Made, chunks: &[Extent]) -> Result<Self, PrintError> {
        let rows = Rows::of(paper, &made.json).ok_or(PrintError::Unfinished)?;
        let mut chunked = Self::begun(paper, rows, made);
        for extent in chunks {
            chunked.add(Arc::new(Outline {
                rows: extent.rows,
                bare: extent.bare,
                pages: (0..extent.pages).map(|_| PageOutline::default()).collect(),
            }));
        }
        Ok(chunked)
    }

    fn key(&self, json: &[u8]) -> Key {
        let mut hasher = blake3::Hasher::new();
        hasher.update(self.pictures.as_bytes()).update(json);
        *hasher.finalize().as_bytes()
    }

    fn add(&mut self, outline: Arc<Outline>) {
        let before = self.chunks.last();
        let begin = before.map_or(0, |chunk| chunk.begin + chunk.outline.rows);
        let first_page = self.pages;
        self.pages += outline.pages.len();
        self.chunks.push(Chunk {
            begin,
            first_page,
            outline,
        });
    }

    /// Sets a chunk, to know what is on it. None if none of its rows begins a page behind the first, though it is not the
    /// last chunk.
    fn outline(
        &self,
        json: Vec<u8>,
        rows: usize,
        is_last: bool,
    ) -> Result<Option<Arc<Outline>>, PrintError> {
        let chunk = self.lay_out(json)?;
        let pages = chunk.pages();
        let (kept, rows) = if is_last {
            (pages.len(), rows)
        } else if let Some(cut) = last_row_at_the_top(pages) {
            cut
        } else {
            return Ok(None);
        };
        let outline = |page: &Page| PageOutline {
            size: size(page),
            look: look(page),
            spots: spots::on(&page.frame),
        };
        Ok(Some(Arc::new(Outline {
            rows,
            bare: if self.paper.has_cover() {
                cover_pages(pages)
            } else {
                0
            },
            pages: pages[..kept].iter().map(outline).collect(),
        })))
    }

    fn lay_out(&self, json: Vec<u8>) -> Result<PagedDocument, PrintError> {
        let document = layout(self.paper, &HouseTemplates::default(), json, &self.photos);
        comemo::evict(0);
        document
    }

    /// How many chunks there are.
    pub(super) const fn chunks(&self) -> usize {
        self.chunks.len()
    }

    /// How many pages there are.
    pub(super) const fn count(&self) -> usize {
        self.pages
    }

    /// The chunk of a page, and which of its pages that is.
    fn find(&self, page: usize) -> Option<(usize, usize)> {
        let behind = self
            .chunks
            .partition_point(|chunk| chunk.first_page <= page);
        let chunk = behind.checked_sub(1)?;
        Some((chunk, page - self.chunks[chunk].first_page))
    }

    fn page_outline(&self, page: usize) -> Option<&PageOutline> {
        let (chunk, page) = self.find(page)?;
        self.chunks[chunk].outline.pages.get(page)
    }

    /// Width and height of a page, in points.
    pub(super) fn size(&self, page: usize) -> (f32, f32) {
        self.page_outline(page).map_or((0.0, 0.0), |page| page.size)
    }

    /// What a page looks like.
    pub(super) fn look(&self, page: usize) -> &str {
        self.looks.get(page).map_or("", String::as_str)
    }

    /// What lies where on a page.
    pub(super) fn spots(&self, page: usize) -> &[Spot] {
        self.page_outline(page).map_or(&[], |page| &page.spots)
    }

    /// Does something with a finished page. Its chunk is set again if it is none of those that were looked at last.
    pub(super) fn with_page<T>(&self, page: usize, work: impl FnOnce(&Page) -> T) -> Option<T> {
        let (number, page) = self.find(page)?;
        let body = self.body(number).inspect_err(|error| {
            tracing::warn!(%error, "a chunk cannot be set again");
        });
        let body = body.ok()?;
        let marginals = {
            let mut last = locked(&self.marginals);
            match &*last {
                Some((of, marginals)) if *of == number => Arc::clone(marginals),
                Some(_) | None => {
                    let marginals = Arc::new(self.marginals(number).ok()?);
                    *last = Some((number, Arc::clone(&marginals)));
                    marginals
                }
            }
        };
        let finished = with_marginals(body.pages.get(page)?.clone(), marginals.get(page)?);
        Some(work(&finished))
    }

    /// The pages of a chunk without headers and footers.
    fn body(&self, number: usize) -> Result<Arc<Body>, PrintError> {
        let chunk = &self.chunks[number];
        // Without the rows that are on the pages behind: their table would lack them.
        let json = self
            .rows
            .chunk(chunk.begin..chunk.begin + chunk.outline.rows);
        let key = self.key(&json);
        // Whoever wants the same meanwhile waits until it is set.
        let mut recent = locked(&RECENT);
        let found = recent.iter().position(|(other, _)| *other == key);
        let body = if let Some((_, body)) = found.and_then(|place| recent.remove(place)) {
            body
        } else {
            let document = self.lay_out(json)?;
            let pages = document.pages().to_vec();
            self.agrees(&pages, number)?;
            let info = document.info().clone();
            Arc::new(Body { pages, info })
        };
        recent.push_front((key, Arc::clone(&body)));
        recent.truncate(limits::RECENT_CHUNKS);
        Ok(body)
    }

    /// The headers and footers of a chunk, on pages of their own.
    fn marginals(&self, number: usize) -> Result<Vec<Page>, PrintError> {
        let Chunk {
            first_page,
            outline,
            ..
        } = &self.chunks[number];
        let (bare, pages) = (outline.bare, outline.pages.len());
        let json = self.rows.marginals(*first_page, bare, pages, self.count());
        let pages = self.lay_out(json)?.pages().to_vec();
        self.agrees(&pages, number)?;
        Ok(pages)
    }

    /// Whether these are as many pages as the chunk was found to have. Were they not, text would be lost, or pages be
    /// numbered wrongly.
    fn agrees(&self, pages: &[Page], number: usize) -> Result<(), PrintError> {
        let expected = self.chunks[number].outline.pages.len();
        if pages.len() == expected {
            return Ok(());
        }
        Err(PrintError::Pdf {
            message: format!("{} pages in place of {expected}", pages.len()),
        })
    }

    /// The PDF. Another process makes it, if there can be one.
    pub(super) fn pdf(&self) -> Result<Vec<u8>, PrintError> {
        let made = Made {
            json: self.rows.all(),
            photos: self.photos.clone(),
            identity: self.identity.clone(),
            date: self.date,
        };
        let extents = self.chunks.iter().map(|chunk| Extent {
            rows: chunk.outline.rows,
            pages: chunk.outline.pages.len(),
            bare: chunk.outline.bare,
        });
        match helper::long_pdf(self.paper, made, extents.collect()) {
            Err(PrintError::NoHelper { .. }) => self.pdf_here(),
            pdf => pdf,
        }
    }

    /// The PDF, made by this process: all pages are in memory at once.
    pub(super) fn pdf_here(&self) -> Result<Vec<u8>, PrintError> {
        let mut pages = Vec::with_capacity(self.count());
        let mut info = DocumentInfo::default();
        for number in 0..self.chunks.len() {
            let body = self.body(number)?;
            let marginals = self.marginals(number)?;
            // Elements that say the same in two chunks would have one identity.
            let salt = 2 * number;
            let both = body.pages.iter().zip(&marginals);
            pages.extend(both.map(|(page, marginals)| {
                with_marginals(relocate(page, salt), &relocate(marginals, salt + 1))
            }));
            info = body.info.clone();
        }
        let document = PagedDocument::new(pages.into_iter().collect(), info);
        pages::pdf(&document, &self.identity, self.date)
    }
}
