//! Typeset pages: their picture, their PDF, and what lies where on them.

use std::{
    fmt,
    hash::{Hash, Hasher},
    sync::Arc,
};

use image::RgbaImage;
use jiff::civil::Date;
use typst::{
    foundations::{Datetime, Smart},
    layout::{Frame, FrameItem},
    utils::{Scalar, hash128},
};
use typst_layout::{Page, PagedDocument};
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};
use typst_render::RenderOptions;

use super::{
    PrintError,
    chunks::Chunked,
    helper::Remote,
    spots::{self, Spot},
};
use crate::{limits::paper as limits, model::ItemId};

/// The pages of a paper. Copies share them.
#[derive(Clone)]
pub struct Pages(Arc<Inner>);

enum Inner {
    /// Typeset here, in one piece.
    Local(Local),
    /// Typeset here, in chunks.
    Chunked(Chunked),
    /// Typeset by another process, with the house's own templates.
    Remote(Remote),
}

/// Pages that were typeset by this process.
pub(super) struct Local {
    document: PagedDocument,
    looks: Vec<String>,
    spots: Vec<Vec<Spot>>,
    identity: String,
    date: Date,
}

impl From<Local> for Pages {
    fn from(pages: Local) -> Self {
        Self(Arc::new(Inner::Local(pages)))
    }
}

impl From<Chunked> for Pages {
    fn from(pages: Chunked) -> Self {
        Self(Arc::new(Inner::Chunked(pages)))
    }
}

impl From<Remote> for Pages {
    fn from(pages: Remote) -> Self {
        Self(Arc::new(Inner::Remote(pages)))
    }
}

impl fmt::Debug for Pages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pages")
            .field("count", &self.count())
            .finish_non_exhaustive()
    }
}

/// Whether a file that begins so is a PDF.
#[must_use]
pub fn is_pdf(head: &[u8]) -> bool {
    head.starts_with(b"%PDF-")
}

impl Pages {
    /// How many pages there are; at least one.
    #[must_use]
    pub fn count(&self) -> usize {
        match &*self.0 {
            Inner::Local(local) => local.count(),
            Inner::Chunked(chunked) => chunked.count(),
            Inner::Remote(remote) => remote.count(),
        }
    }

    /// In how many chunks it was typeset: one, but for a very long paper.
    #[must_use]
    pub fn chunks(&self) -> usize {
        match &*self.0 {
            Inner::Chunked(chunked) => chunked.chunks(),
            Inner::Local(_) | Inner::Remote(_) => 1,
        }
    }

    /// Width and height of a page, counted from 0, in points (72 to an inch). Nothing where there is no such page.
    #[must_use]
    pub fn size(&self, page: usize) -> (f32, f32) {
        match &*self.0 {
            Inner::Local(local) => local.document.pages().get(page).map_or((0.0, 0.0), size),
            Inner::Chunked(chunked) => chunked.size(page),
            Inner::Remote(remote) => remote.size(page),
        }
    }

    /// The picture of a page, counted from 0. Slow work: some milliseconds for a page on the screen.
    ///
    /// A scale that would give no picture, or one too large to hold, is brought back to one that does. A page that
    /// does not exist, or that a template of the house's own does not let be drawn, is one white pixel.
    #[must_use]
    pub fn render(&self, page: usize, pixels_per_point: f32) -> RgbaImage {
        let drawn = match &*self.0 {
            Inner::Local(local) => {
                let page = local.document.pages().get(page);
                page.and_then(|page| render(page, pixels_per_point))
            }
            Inner::Chunked(chunked) => chunked
                .with_page(page, |page| render(page, pixels_per_point))
                .flatten(),
            Inner::Remote(remote) => remote.picture(page, pixels_per_point).ok(),
        };
        drawn.unwrap_or_else(|| RgbaImage::from_pixel(1, 1, image::Rgba([255; 4])))
    }

    /// The PDF: tagged and accessible (PDF/UA-1), archivable (PDF/A-2a), the same bytes for the same pages.
    ///
    /// # Errors
    /// [`PrintError::Pdf`] if a house template breaks a rule of either standard, such as a picture without
    /// alternative text; and what else a template of the house's own can do wrong.
    pub fn pdf(&self) -> Result<Vec<u8>, PrintError> {
        match &*self.0 {
            Inner::Local(local) => pdf(&local.document, &local.identity, local.date),
            Inner::Chunked(chunked) => chunked.pdf(),
            Inner::Remote(remote) => remote.pdf(),
        }
    }

    /// What stands at a point of a page, counted from 0, in points from its upper left corner: what a click there
    /// opens. Of two that stand there, the smaller: a speaker within a session.
    #[must_use]
    pub fn spot_at(&self, page: usize, x: f32, y: f32) -> Option<ItemId> {
        spots::at(self.spots(page), x, y)
    }

    /// Every place on a page, counted from 0, that shows an item of the event.
    #[must_use]
    pub fn spots(&self, page: usize) -> &[Spot] {
        let spots = match &*self.0 {
            Inner::Chunked(chunked) => return chunked.spots(page),
            Inner::Local(local) => &local.spots,
            Inner::Remote(remote) => &remote.spots,
        };
        spots.get(page).map_or(&[], Vec::as_slice)
    }

    /// Whether a page, counted from 0, looks the same in `other`, so that its picture need not be made again.
    #[must_use]
    pub fn is_same_page(&self, page: usize, other: &Self) -> bool {
        let look = self.look(page);
        !look.is_empty() && look == other.look(page)
    }

    /// What a page looks like: the same text for the same looks. Empty where there is no such page.
    pub(super) fn look(&self, page: usize) -> &str {
        match &*self.0 {
            Inner::Local(local) => local.looks.get(page).map_or("", String::as_str),
            Inner::Chunked(chunked) => chunked.look(page),
            Inner::Remote(remote) => remote.look(page),
        }
    }
}

impl Local {
    /// The pages of a typeset document. `identity` is what makes the document this one and no other; `date` is the
    /// day that its properties tell.
    pub(super) fn new(document: PagedDocument, identity: String, date: Date) -> Self {
        let pages = document.pages();
        Self {
            looks: pages.iter().map(look).collect(),
            spots: pages.iter().map(|page| spots::on(&page.frame)).collect(),
            document,
            identity,
            date,
        }
    }

    /// How many pages there are.
    pub(super) fn count(&self) -> usize {
        self.document.pages().len()
    }
}

/// Width and height of a page, in points.
pub(super) fn size(page: &Page) -> (f32, f32) {
    let size = page.frame.size();
    (size.x.to_pt() as f32, size.y.to_pt() as f32)
}

/// What a page looks like: the same text for the same looks.
pub(super) fn look(page: &Page) -> String {
    format!("{:x}", hash128(&Seen(&page.frame)))
}

fn render(page: &Page, pixels_per_point: f32) -> Option<RgbaImage> {
    let (width, height) = size(page);
    let largest = limits::EDGE / width.max(height).max(1.0);
    let scale = if pixels_per_point.is_finite() {
        pixels_per_point.clamp(0.01, largest.max(0.01))
    } else {
        1.0
    };
    let options = RenderOptions {
        pixel_per_pt: Scalar::new(f64::from(scale)),
        ..RenderOptions::default()
    };
    let picture = typst_render::render(page, &options);
    let (width, height) = (picture.width(), picture.height());
    // The paper is opaque white, so the typesetter's premultiplied colours are plain ones.
    RgbaImage::from_raw(width, height, picture.take())
}

pub(super) fn pdf(
    document: &PagedDocument,
    identity: &str,
    date: Date,
) -> Result<Vec<u8>, PrintError> {
    let standards =
        PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_2a]).map_err(|problem| {
            PrintError::Pdf {
                message: problem.message().to_string(),
            }
        })?;
    let options = PdfOptions {
        ident: Smart::Custom(identity.to_owned()),
        creator: Smart::Custom(Some("Runsheet".to_owned())),
        standards,
        timestamp: midnight(date).map(Timestamp::new_utc),
        ..PdfOptions::default()
    };
    let pdf = typst_pdf::pdf(document, &options);
    pdf.map_err(|problems| PrintError::Pdf {
        message: problems
            .first()
            .map(|problem| problem.message.to_string())
            .unwrap_or_default(),
    })
}

fn midnight(date: Date) -> Option<Datetime> {
    let part = |n: i8| u8::try_from(n).ok();
    let (month, day) = (part(date.month())?, part(date.day())?);
    Datetime::from_ymd_hms(i32::from(date.year()), month, day, 0, 0, 0)
}

/// What is seen of a frame: all but the tags, which hold data of the whole paper.
struct Seen<'a>(&'a Frame);

impl Hash for Seen<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.size().hash(state);
        for (position, item) in self.0.items() {
            match item {
                FrameItem::Tag(_) => {}
                FrameItem::Group(group) => {
                    (position, group.transform, &group.clip).hash(state);
                    Seen(&group.frame).hash(state);
                }
                seen => (position, seen).hash(state),
            }
        }
    }
}
