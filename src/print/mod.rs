//! Papers, typeset.
//!
//! A paper is a template that gets the event and its plan as data, in the languages that were asked for. The
//! template never sees source text made of what people typed, so nothing that is typed can run or break a page.

mod chunks;
mod data;
mod error;
pub mod helper;
mod house;
mod pages;
mod paper;
mod picture;
mod spots;
mod world;

use std::{
    collections::BTreeMap,
    sync::{Arc, LazyLock},
};

use typst::{World as _, WorldExt as _, diag::SourceDiagnostic};
use typst_layout::PagedDocument;

use crate::{
    model::{Event, Issue, Lang, Photo, Standing},
    plan::Plan,
};

use chunks::{Chunked, Sizes};
use data::Made;
pub use error::PrintError;
pub use helper::Bounds;
pub use house::HouseTemplates;
use pages::Local;
pub use pages::{Pages, is_pdf};
pub use paper::Paper;
use picture::Picture;
pub use spots::{Rect, Spot};

use world::{PaperWorld, SHOP};

/// The pictures of a paper, by the names of their files.
type Photos = BTreeMap<String, Picture>;

/// Where the pictures of photos come from.
pub trait Pictures: Send + Sync {
    /// A photo as JPEG or PNG, upright, scaled down so that neither edge is longer than `max_edge` pixels. None if
    /// it cannot be read, or its file holds another picture; the paper then shows an empty frame.
    fn picture(&self, photo: &Photo, max_edge: u32) -> Option<Arc<Vec<u8>>>;
}

/// The version with which a paper compares.
#[derive(Clone, Debug)]
pub struct Since {
    /// What is known of it.
    pub issue: Issue,
    /// The event as it was.
    pub event: Arc<Event>,
    /// What followed from it.
    pub plan: Arc<Plan>,
}

/// One paper to typeset.
#[derive(Clone)]
pub struct Job {
    /// The event.
    pub event: Arc<Event>,
    /// What follows from that event.
    pub plan: Arc<Plan>,
    /// Which paper.
    pub paper: Paper,
    /// In which languages, the first the main one.
    pub languages: Vec<Lang>,
    /// How the event stands to the versions that were issued: what the version line says.
    pub standing: Standing,
    /// The version since which changes are shown: by the run-of-show in its margin, by the list of changes throughout.
    /// The other papers show none.
    pub since: Option<Since>,
    /// The house's own templates.
    pub house: HouseTemplates,
    /// The pictures.
    pub pictures: Arc<dyn Pictures>,
}

/// The typesetter. Making one loads the fonts, once for the whole program.
#[derive(Clone, Copy, Debug)]
pub struct Typesetter {
    /// Of papers with the house's own templates; none where those are trusted.
    bounds: Option<Bounds>,
    /// Of the chunks of long papers.
    sizes: Sizes,
}

impl Default for Typesetter {
    fn default() -> Self {
        Self::new()
    }
}

impl Typesetter {
    /// A typesetter with its fonts ready. Slow the first time.
    #[must_use]
    pub fn new() -> Self {
        LazyLock::force(&SHOP);
        Self {
            bounds: Some(Bounds::default()),
            sizes: Sizes::default(),
        }
    }

    /// The same, with other bounds for papers with the house's own templates.
    #[must_use]
    pub const fn within(self, bounds: Bounds) -> Self {
        Self {
            bounds: Some(bounds),
            ..self
        }
    }

    /// The same, for templates that come from nowhere else: they are typeset by this process, and may take what they
    /// like. So one can be measured beside those that are built in.
    #[must_use]
    pub const fn trusting(self) -> Self {
        Self {
            bounds: None,
            ..self
        }
    }

    /// The same, with every paper in chunks of so much data, in bytes of JSON. So chunks can be compared with one piece.
    #[must_use]
    pub const fn in_chunks_of(self, bytes: usize) -> Self {
        Self {
            sizes: Sizes {
                whole: 0,
                chunk: bytes,
            },
            ..self
        }
    }

    /// The same, with every paper in one piece, however long.
    #[must_use]
    pub const fn in_one_piece(self) -> Self {
        Self {
            sizes: Sizes {
                whole: usize::MAX,
                chunk: usize::MAX,
            },
            ..self
        }
    }

    /// Typesets a paper. Slow work; quick where little has changed since the last time.
    ///
    /// A paper in which templates of the house's own have a part is typeset by another process of this program, within
    /// the [`Bounds`], unless they are trusted: see [`helper`].
    ///
    /// # Errors
    /// [`PrintError::NoLanguage`] without a language; [`PrintError::Template`] for a mistake in a template; and what
    /// else a template of the house's own can do wrong.
    pub fn typeset(&self, job: &Job) -> Result<Pages, PrintError> {
        if job.languages.is_empty() {
            return Err(PrintError::NoLanguage);
        }
        self.set(job, data::of(job))
    }

    fn set(&self, job: &Job, made: Made) -> Result<Pages, PrintError> {
        if job.house.have_a_part_in(job.paper) {
            return match self.bounds {
                Some(bounds) => helper::set(job, made, bounds).map(Pages::from),
                None => compile(job.paper, &job.house, made).map(Pages::from),
            };
        }
        if let Some(chunked) = Chunked::typeset(job.paper, &made, self.sizes) {
            return chunked.map(Pages::from);
        }
        // What the house has made for other papers has no part in this one.
        compile(job.paper, &HouseTemplates::default(), made).map(Pages::from)
    }
}

/// Typesets a paper in one piece.
fn compile(paper: Paper, house: &HouseTemplates, made: Made) -> Result<Local, PrintError> {
    let document = layout(paper, house, made.json, &made.photos);
    // What has not been used by the last ten papers is not worth its memory.
    comemo::evict(10);
    Ok(Local::new(document?, made.identity, made.date))
}

/// Forgets everything that makes the next paper quick: nobody looks at papers any more.
pub fn rest() {
    chunks::rest();
    picture::rest();
    comemo::evict(0);
    helper::rest();
}

/// Lays out a paper, or a part of it, in one piece.
fn layout(
    paper: Paper,
    house: &HouseTemplates,
    json: Vec<u8>,
    photos: &Photos,
) -> Result<PagedDocument, PrintError> {
    let world =
        PaperWorld::new(paper, house, json, photos).ok_or_else(|| PrintError::Unplaced {
            file: world::template_name(paper),
            message: String::new(),
        })?;
    let typeset = typst::compile::<PagedDocument>(&world).output;
    typeset.map_err(|problems| mistake(&world, paper, &problems))
}

/// The first problem, placed in a file of the house where the built-in code that fails was called from one.
fn mistake(world: &PaperWorld, paper: Paper, problems: &[SourceDiagnostic]) -> PrintError {
    let Some(problem) = problems.first() else {
        return PrintError::Unplaced {
            file: world::template_name(paper),
            message: String::new(),
        };
    };
    let message = std::iter::once(problem.message.to_string())
        .chain(problem.hints.iter().map(|hint| hint.v.to_string()))
        .collect::<Vec<_>>()
        .join("; ");
    let trace = problem.trace.iter().map(|point| point.span.into());
    let places: Vec<_> = std::iter::once(problem.span)
        .chain(trace)
        .filter_map(|span| {
            let id = span.id()?;
            let start = world.range(span)?.start;
            let (line, column) = world.source(id).ok()?.lines().byte_to_line_column(start)?;
            let (file, is_house) = world.shown(id);
            Some((file, line + 1, column + 1, is_house))
        })
        .collect();
    let place = places.iter().find(|place| place.3).or(places.first());
    match place {
        Some((file, line, column, _)) => PrintError::Template {
            file: file.clone(),
            line: *line,
            column: *column,
            message,
        },
        None => PrintError::Unplaced {
            file: world::template_name(paper),
            message,
        },
    }
}
