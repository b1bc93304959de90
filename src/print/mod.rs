//! Papers, typeset.
//!
//! A paper is a template that gets the event and its plan as data, in the languages that were asked for. The
//! template never sees source text made of what people typed, so nothing that is typed can run or break a page.

mod data;
mod error;
pub mod helper;
mod house;
mod pages;
mod paper;
mod spots;
mod world;

use std::sync::{Arc, LazyLock};

use typst::{World as _, WorldExt as _, diag::SourceDiagnostic};
use typst_layout::PagedDocument;

use crate::{
    model::{Event, Issue, Lang, Photo, Standing},
    plan::Plan,
};

use data::{Made, Trust};
pub use error::PrintError;
pub use helper::Bounds;
pub use house::HouseTemplates;
use pages::Local;
pub use pages::{Pages, is_pdf};
pub use paper::Paper;
pub use spots::{Rect, Spot};

use world::{PaperWorld, SHOP};

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
        }
    }

    /// The same, with other bounds for papers with the house's own templates.
    #[must_use]
    pub const fn within(self, bounds: Bounds) -> Self {
        Self {
            bounds: Some(bounds),
        }
    }

    /// The same, for templates that come from nowhere else: they are typeset by this process, and may take what they
    /// like. So one can be measured beside those that are built in.
    #[must_use]
    pub const fn trusting(self) -> Self {
        Self { bounds: None }
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
        let made = data::of(job, Trust::Headers);
        let photos = made.photos.len();
        let set = self.set(job, made);
        let stumbled = matches!(
            set,
            Err(PrintError::Template { .. } | PrintError::Unplaced { .. })
        );
        if !stumbled || photos == 0 {
            return set;
        }
        // Perhaps a picture only seemed to be one: look at each more closely, and leave out what is none.
        let made = data::of(job, Trust::Nothing);
        if made.photos.len() == photos {
            return set;
        }
        self.set(job, made)
    }

    fn set(&self, job: &Job, made: Made) -> Result<Pages, PrintError> {
        if job.house.have_a_part_in(job.paper) {
            return match self.bounds {
                Some(bounds) => helper::set(job, made, bounds).map(Pages::from),
                None => compile(job.paper, &job.house, made).map(Pages::from),
            };
        }
        // What the house has made for other papers has no part in this one.
        compile(job.paper, &HouseTemplates::default(), made).map(Pages::from)
    }
}

fn compile(paper: Paper, house: &HouseTemplates, made: Made) -> Result<Local, PrintError> {
    let world = PaperWorld::new(paper, house, made.json, made.photos).ok_or_else(|| {
        PrintError::Unplaced {
            file: world::template_name(paper),
            message: String::new(),
        }
    })?;
    let typeset = typst::compile::<PagedDocument>(&world).output;
    // What has not been used by the last ten papers is not worth its memory.
    comemo::evict(10);
    let document = typeset.map_err(|problems| mistake(&world, paper, &problems))?;
    Ok(Local::new(document, made.identity, made.date))
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
