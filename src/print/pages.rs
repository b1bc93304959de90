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
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};
use typst_render::RenderOptions;

use super::{
    PrintError,
    spots::{self, Spot},
};
use crate::model::ItemId;

/// The longest edge of a rendered page, in pixels: a house template may make its page as large as it likes.
const LONGEST_EDGE: f32 = 12_000.0;

/// The pages of a paper. Copies share them.
#[derive(Clone)]
pub struct Pages(Arc<Inner>);

struct Inner {
    document: PagedDocument,
    hashes: Vec<u128>,
    spots: Vec<Vec<Spot>>,
    identity: String,
    date: Date,
}

impl fmt::Debug for Pages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pages")
            .field("count", &self.count())
            .field("identity", &self.0.identity)
            .finish_non_exhaustive()
    }
}

/// Whether a file that begins so is a PDF.
#[must_use]
pub fn is_pdf(head: &[u8]) -> bool {
    head.starts_with(b"%PDF-")
}

impl Pages {
    /// The pages of a typeset document. `identity` is what makes the document this one and no other; `date` is the
    /// day that its properties tell.
    pub(super) fn new(document: PagedDocument, identity: String, date: Date) -> Self {
        let pages = document.pages();
        Self(Arc::new(Inner {
            hashes: pages
                .iter()
                .map(|page| hash128(&Seen(&page.frame)))
                .collect(),
            spots: pages.iter().map(|page| spots::on(&page.frame)).collect(),
            document,
            identity,
            date,
        }))
    }

    /// How many pages there are; at least one.
    #[must_use]
    pub fn count(&self) -> usize {
        self.0.document.pages().len()
    }

    /// Width and height of a page, counted from 0, in points (72 to an inch). Nothing where there is no such page.
    #[must_use]
    pub fn size(&self, page: usize) -> (f32, f32) {
        self.0
            .document
            .pages()
            .get(page)
            .map_or((0.0, 0.0), |page| {
                let size = page.frame.size();
                (size.x.to_pt() as f32, size.y.to_pt() as f32)
            })
    }

    /// The picture of a page, counted from 0. Slow work: some milliseconds for a page on the screen.
    ///
    /// A scale that would give no picture, or one too large to hold, is brought back to one that does. A page that
    /// does not exist is one white pixel.
    #[must_use]
    pub fn render(&self, page: usize, pixels_per_point: f32) -> RgbaImage {
        let (width, height) = self.size(page);
        let largest = LONGEST_EDGE / width.max(height).max(1.0);
        let scale = if pixels_per_point.is_finite() {
            pixels_per_point.clamp(0.01, largest.max(0.01))
        } else {
            1.0
        };
        let blank = || RgbaImage::from_pixel(1, 1, image::Rgba([255; 4]));
        let Some(page) = self.0.document.pages().get(page) else {
            return blank();
        };
        let options = RenderOptions {
            pixel_per_pt: Scalar::new(f64::from(scale)),
            ..RenderOptions::default()
        };
        let picture = typst_render::render(page, &options);
        let (width, height) = (picture.width(), picture.height());
        // The paper is opaque white, so the typesetter's premultiplied colours are plain ones.
        RgbaImage::from_raw(width, height, picture.take()).unwrap_or_else(blank)
    }

    /// The PDF: tagged and accessible (PDF/UA-1), archivable (PDF/A-2a), the same bytes for the same pages.
    ///
    /// # Errors
    /// [`PrintError::Pdf`] if a house template breaks a rule of either standard, such as a picture without
    /// alternative text.
    pub fn pdf(&self) -> Result<Vec<u8>, PrintError> {
        let standards =
            PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_2a]).map_err(|problem| {
                PrintError::Pdf {
                    message: problem.message().to_string(),
                }
            })?;
        let options = PdfOptions {
            ident: Smart::Custom(self.0.identity.clone()),
            creator: Smart::Custom(Some("Runsheet".to_owned())),
            standards,
            timestamp: self.date().map(Timestamp::new_utc),
            ..PdfOptions::default()
        };
        let pdf = typst_pdf::pdf(&self.0.document, &options);
        pdf.map_err(|problems| PrintError::Pdf {
            message: problems
                .first()
                .map(|problem| problem.message.to_string())
                .unwrap_or_default(),
        })
    }

    fn date(&self) -> Option<Datetime> {
        let date = self.0.date;
        let part = |n: i8| u8::try_from(n).ok();
        let (month, day) = (part(date.month())?, part(date.day())?);
        Datetime::from_ymd_hms(i32::from(date.year()), month, day, 0, 0, 0)
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
        self.0.spots.get(page).map_or(&[], Vec::as_slice)
    }

    /// Whether a page, counted from 0, looks the same in `other`, so that its picture need not be made again.
    #[must_use]
    pub fn is_same_page(&self, page: usize, other: &Self) -> bool {
        let hash = self.0.hashes.get(page);
        hash.is_some() && hash == other.0.hashes.get(page)
    }
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
