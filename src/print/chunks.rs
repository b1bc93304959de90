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
    sync::{Arc, Mutex, PoisonError},
};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use typst::model::{Document as _, DocumentInfo};
use typst_layout::{Page, PagedDocument};

use super::{
    HouseTemplates, Paper, PrintError,
    data::Made,
    helper, layout,
    pages::{self, look, size},
    spots::{self, Spot},
};
use crate::limits::paper as limits;
use cut::{last_row_at_the_top, relocate, with_marginals};
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

/// The photos of a paper, by their file names.
type Photos = BTreeMap<String, Arc<Vec<u8>>>;

/// What is known of the chunks that were set last, by the hash of their data: typing changes few of them.
static KNOWN: Mutex<Known> = Mutex::new(BTreeMap::new());

type Known = BTreeMap<[u8; 32], Arc<Outline>>;

/// What is known of a chunk without its pages.
struct Outline {
    /// How many rows there are on its pages.
    rows: usize,
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

/// How many rows and pages a chunk has.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(super) struct Extent {
    rows: usize,
    pages: usize,
}

/// A paper that was set in chunks.
pub(super) struct Chunked {
    paper: Paper,
    rows: Rows,
    photos: Photos,
    chunks: Vec<Chunk>,
    /// How many pages there are.
    pages: usize,
    /// What each looks like.
    looks: Vec<String>,
    /// The finished pages of the chunks that were looked at last, the latest first.
    recent: Mutex<VecDeque<(usize, Arc<Vec<Page>>)>>,
    identity: String,
    date: Date,
}

/// Forgets the chunks that were set last.
pub(super) fn rest() {
    KNOWN.lock().unwrap_or_else(PoisonError::into_inner).clear();
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
        Self {
            paper,
            rows,
            photos: made.photos.clone(),
            chunks: Vec::new(),
            pages: 0,
            looks: Vec::new(),
            recent: Mutex::default(),
            identity: made.identity.clone(),
            date: made.date,
        }
    }

    fn of(paper: Paper, rows: Rows, made: &Made, size: usize) -> Result<Self, PrintError> {
        let mut chunked = Self::begun(paper, rows, made);
        let known = std::mem::take(&mut *KNOWN.lock().unwrap_or_else(PoisonError::into_inner));
        let mut now = Known::new();
        let (mut begin, mut wanted) = (0, size);
        while begin < chunked.rows.count() {
            let end = chunked.rows.end(begin, wanted);
            let json = chunked.rows.chunk(begin..end);
            let key = *blake3::hash(&json).as_bytes();
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
        *KNOWN.lock().unwrap_or_else(PoisonError::into_inner) = now;
        let all = chunked.pages;
        let outlines = chunked.chunks.iter().flat_map(|chunk| &chunk.outline.pages);
        // What stands in header and footer follows from the number of the page and of all.
        chunked.looks = (outlines.zip(1..))
            .map(|(page, number)| format!("{} {number}/{all}", page.look))
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
                pages: (0..extent.pages).map(|_| PageOutline::default()).collect(),
            }));
        }
        Ok(chunked)
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
            pages: pages[..kept].iter().map(outline).collect(),
        })))
    }

    fn lay_out(&self, json: Vec<u8>) -> Result<PagedDocument, PrintError> {
        let photos = self.photos.clone();
        let document = layout(self.paper, &HouseTemplates::default(), json, photos);
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
        let (chunk, page) = self.find(page)?;
        let pages = {
            // Whoever wants a page of the same chunk waits until it is set.
            let mut recent = self.recent.lock().unwrap_or_else(PoisonError::into_inner);
            let found = recent.iter().position(|(other, _)| *other == chunk);
            let pages = match found.and_then(|place| recent.remove(place)) {
                Some((_, pages)) => pages,
                None => Arc::new(self.pages(chunk).ok()?.0),
            };
            recent.push_front((chunk, Arc::clone(&pages)));
            recent.truncate(limits::RECENT_CHUNKS);
            pages
        };
        pages.get(page).map(work)
    }

    /// Sets a chunk with its headers and footers, and tells of which document it is.
    fn pages(&self, number: usize) -> Result<(Vec<Page>, DocumentInfo), PrintError> {
        let chunk = &self.chunks[number];
        let rows = chunk.begin..chunk.begin + chunk.outline.rows;
        // Without the rows that are on the pages behind: their table would lack them.
        let document = self.lay_out(self.rows.chunk(rows))?;
        let kept = chunk.outline.pages.len();
        let marginals = self.rows.marginals(chunk.first_page, kept, self.count());
        let marginals = self.lay_out(marginals)?;
        // Elements that say the same in two chunks would have one identity.
        let salt = 2 * number;
        let finished = document.pages().iter().zip(marginals.pages());
        let finished = finished.map(|(page, marginals)| {
            with_marginals(relocate(page, salt), &relocate(marginals, salt + 1))
        });
        Ok((finished.collect(), document.info().clone()))
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
        });
        match helper::long_pdf(self.paper, &made, extents.collect()) {
            Err(PrintError::NoHelper { .. }) => self.pdf_here(),
            pdf => pdf,
        }
    }

    /// The PDF, made by this process: all pages are in memory at once.
    pub(super) fn pdf_here(&self) -> Result<Vec<u8>, PrintError> {
        let mut pages = Vec::with_capacity(self.count());
        let mut info = DocumentInfo::default();
        for chunk in 0..self.chunks.len() {
            let (some, its) = self.pages(chunk)?;
            pages.extend(some);
            info = its;
        }
        let document = PagedDocument::new(pages.into_iter().collect(), info);
        pages::pdf(&document, &self.identity, self.date)
    }
}
