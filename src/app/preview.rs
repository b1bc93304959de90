//! The preview: the newest state of the event typeset, off the frame.

mod fault;
mod pictures;
mod thread;
mod waiting;

use std::{
    collections::HashMap,
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
        mpsc::{Sender, channel},
    },
    time::Duration,
};

pub(super) use fault::{Fault, House, InUse};
pub(super) use pictures::JobPictures;
use pictures::PagePictures;
use waiting::Waiting;

use super::{
    inbox::Inbox,
    open::{Home, Open},
    versions::{Is, Latest, Past, Reading},
};
use crate::{
    limits::long_paper as limits,
    model::{Event, EventId, FileName, Lang, PhotoId, Standing},
    plan::Plan,
    print::{self, HouseTemplates, Job, Pages, Paper, Since},
    store::StoreError,
    ui::{Kept, PaperWait},
    words::Words,
};

/// What was wanted.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Wanted {
    session: u64,
    state: u64,
    paper: Paper,
    languages: Vec<Lang>,
    since: Option<u32>,
    /// The version that is shown in place of the event.
    reading: Option<Kept>,
    /// The version that was issued last.
    latest: Option<u32>,
    /// Whether it does without the templates of the house.
    is_built_in: bool,
}

/// What has to be read from the disk, or told from it, to complete a job.
#[derive(Clone)]
pub(super) struct Rest {
    home: Home,
    since: Option<u32>,
    latest: Latest,
    reading: Option<Arc<Past>>,
    /// The templates of the house that the person does without.
    without: Option<Arc<House>>,
    /// The photos, of which something may be to be told.
    pub(super) pictures: Arc<JobPictures>,
}

/// What was typeset.
pub(super) struct Typeset {
    wanted: Wanted,
    result: Result<Pages, Fault>,
    /// What is to be told of its photos.
    lacks: Vec<String>,
    /// Whether the templates of the house were done without.
    is_built_in: bool,
    took_ms: u128,
}

struct Order {
    wanted: Wanted,
    job: Job,
    rest: Rest,
    words: Words,
}

/// What the thread that typesets is to do.
enum Wish {
    /// To typeset a paper.
    Paper(Box<Order>),
    /// To forget what it knows, and these pictures.
    Rest(Arc<PagePictures>),
}

/// The preview of one paper.
pub(super) struct Preview {
    /// Which paper.
    pub paper: Paper,
    /// In which languages; empty until an event is open.
    pub languages: Vec<Lang>,
    /// Which were chosen last, of each event that was open.
    chosen: HashMap<EventId, Vec<Lang>>,
    /// Since which version changes are shown; none where the paper can do without.
    pub since: Option<u32>,
    /// Since which version the paper that was asked for last shows changes.
    shown_since: Option<u32>,
    /// How large; none fits the width.
    pub zoom: Option<f32>,
    /// The page to scroll to, once.
    pub scroll_to: Option<usize>,
    pages: Option<Pages>,
    /// What is to be told of the photos on them.
    lacks: Vec<String>,
    trouble: Option<Fault>,
    /// The templates of the house that the person does without.
    without: Option<Arc<House>>,
    waiting: Waiting,
    took_ms: u128,
    asked: Option<Wanted>,
    /// What was shown when printing began.
    printing: Option<Wanted>,
    shown: Option<Wanted>,
    generation: u64,
    /// When it was in use last, until it rests, by the window's clock.
    used: Option<f64>,
    orders: Sender<Wish>,
    is_shown: Arc<AtomicBool>,
    pictures: Arc<PagePictures>,
}

impl Preview {
    /// Nothing typeset yet.
    pub(super) fn new(inbox: &Inbox) -> Self {
        let (orders, receive) = channel();
        let is_shown = Arc::new(AtomicBool::new(false));
        let is_watched = Arc::clone(&is_shown);
        let waiting = Waiting::default();
        let waits = waiting.clone();
        inbox.spawn_by_itself(None, move |outbox| {
            thread::typeset_all(&receive, &is_watched, &waits, outbox);
        });
        Self {
            paper: Paper::Programme,
            languages: Vec::new(),
            chosen: HashMap::new(),
            since: None,
            shown_since: None,
            zoom: None,
            scroll_to: None,
            pages: None,
            lacks: Vec::new(),
            trouble: None,
            without: None,
            took_ms: 0,
            asked: None,
            printing: None,
            shown: None,
            generation: 0,
            used: None,
            orders,
            is_shown,
            pictures: Arc::new(PagePictures::of(HashMap::new(), &waiting)),
            waiting,
        }
    }

    /// Another event is open.
    pub(super) fn forget(&mut self) {
        self.languages = Vec::new();
        self.since = None;
        self.pages = None;
        self.lacks.clear();
        self.trouble = None;
        self.asked = None;
        self.shown = None;
        self.without = None;
        self.pictures = Arc::new(PagePictures::of(HashMap::new(), &self.waiting));
    }

    /// Does without the templates of the house that cannot be used, or with them again.
    pub(super) fn do_without(&mut self, is_built_in: bool) {
        let house = self.trouble.as_ref().and_then(|fault| fault.house.clone());
        self.without = house.filter(|_| is_built_in).map(Arc::new);
        self.turn();
    }

    /// The paper that is shown is about to be printed.
    pub(super) fn begins_to_print(&mut self) {
        self.printing.clone_from(&self.asked);
    }

    /// It could not be printed. Where the templates of the house are why, and the same is still shown, that stands there
    /// with what can be done.
    pub(super) fn fail(&mut self, fault: Fault) {
        if self.printing.take() == self.asked && fault.house.is_some() {
            self.trouble = Some(fault);
        }
    }

    /// What the paper that is wanted waits for, and for how long.
    pub(super) fn waits_for(&self) -> Option<(PaperWait, Duration)> {
        self.waiting.now()
    }

    /// What panels read of it.
    pub(super) fn view(&self) -> crate::ui::Preview<'_> {
        crate::ui::Preview {
            paper: self.paper,
            languages: &self.languages,
            since: self.shown_since,
            zoom: self.zoom,
            pages: self.pages.as_ref(),
            lacks: &self.lacks,
            took_ms: self.took_ms,
            trouble: self.trouble.as_ref().map(|fault| &fault.told),
            can_do_without: self
                .trouble
                .as_ref()
                .is_some_and(|fault| fault.house.is_some()),
            is_built_in: self.without.is_some(),
            is_working: self.asked != self.shown,
            scroll_to: self.scroll_to,
        }
    }

    /// Has the paper typeset as the event is now, if that has not been asked for.
    pub(super) fn follow(&mut self, open: &Open, reading: Option<&Reading>, words: Words) {
        let event = reading.map_or(open.event(), |reading| &reading.past.event);
        self.languages = self.languages_of(event, words);
        let wanted = Wanted {
            session: open.session,
            state: open.history.state(),
            paper: self.paper,
            languages: self.languages.clone(),
            since: self.since_of(open, reading),
            reading: reading.map(|reading| reading.past.kept()),
            latest: open.versions.latest.number(),
            is_built_in: self.without.is_some(),
        };
        self.shown_since = wanted.since;
        if self.asked.as_ref() == Some(&wanted) {
            return;
        }
        let (job, rest) = self.job(open, reading, self.languages.clone());
        self.asked = Some(wanted.clone());
        // The thread ends with the program only.
        let _ = self.orders.send(Wish::Paper(Box::new(Order {
            wanted,
            job,
            rest,
            words,
        })));
    }

    /// In which languages papers of this event are shown: as was chosen last while the program runs, or else in the
    /// window's own, if the event has it.
    pub(super) fn languages_of(&self, event: &Event, words: Words) -> Vec<Lang> {
        let known = &event.details.languages;
        let are_known = |wanted: &&Vec<Lang>| {
            !wanted.is_empty() && wanted.iter().all(|lang| known.contains(lang))
        };
        let chosen = [Some(&self.languages), self.chosen.get(&event.id)];
        if let Some(chosen) = chosen.into_iter().flatten().find(are_known) {
            return chosen.clone();
        }
        let own = words.tongue.lang();
        let own = known.iter().find(|lang| **lang == own);
        own.or(known.first()).into_iter().cloned().collect()
    }

    /// Shows papers of this event in these languages from now on.
    pub(super) fn choose(&mut self, languages: Vec<Lang>, event: Option<EventId>) {
        if let Some(event) = event {
            self.chosen.insert(event, languages.clone());
        }
        self.languages = languages;
        self.turn();
    }

    /// The job that typesets the paper of what is shown now: the event as it is, or a version. The rest of it is
    /// found out off the frame.
    pub(super) fn job(
        &self,
        open: &Open,
        reading: Option<&Reading>,
        languages: Vec<Lang>,
    ) -> (Job, Rest) {
        self.pictures.set_home(&open.home);
        let (event, plan) = match reading {
            Some(reading) => (&reading.past.event, &reading.plan),
            None => (open.event(), &open.plan),
        };
        let pictures = Arc::new(JobPictures::of(&self.pictures));
        let job = Job {
            event: Arc::clone(event),
            plan: Arc::clone(plan),
            paper: self.paper,
            languages,
            standing: Standing::Draft,
            since: None,
            house: HouseTemplates::default(),
            pictures: Arc::clone(&pictures) as Arc<dyn print::Pictures>,
        };
        let rest = Rest {
            home: open.home.clone(),
            since: self.since_of(open, reading),
            latest: open.versions.latest.clone(),
            reading: reading.map(|reading| Arc::clone(&reading.past)),
            without: self.without.clone(),
            pictures,
        };
        (job, rest)
    }

    /// Since which version the paper shows changes.
    fn since_of(&self, open: &Open, reading: Option<&Reading>) -> Option<u32> {
        match self.paper {
            Paper::RunOfShow => self.since,
            Paper::Changes => self
                .since
                .or_else(|| open.version_before(reading.and_then(|reading| reading.past.number()))),
            Paper::Programme | Paper::PhotoSheet | Paper::NameList => None,
        }
    }

    /// Has the pictures of papers be those that were kept with a version; none are the event's own.
    pub(super) fn set_kept(&mut self, kept: HashMap<PhotoId, PathBuf>) {
        self.pictures = Arc::new(PagePictures::of(kept, &self.waiting));
        self.turn();
    }

    /// Takes in what was typeset; gives the pages if they are new.
    pub(super) fn take(&mut self, typeset: Typeset) -> Option<(u64, Pages)> {
        if self
            .asked
            .as_ref()
            .is_none_or(|asked| asked.session != typeset.wanted.session)
        {
            return None;
        }
        // Pages of another paper than the one that is wanted now are late.
        if self.asked.as_ref().is_some_and(|asked| {
            (asked.paper, asked.since, asked.reading, asked.is_built_in)
                != (
                    typeset.wanted.paper,
                    typeset.wanted.since,
                    typeset.wanted.reading,
                    typeset.wanted.is_built_in,
                )
                || asked.languages != typeset.wanted.languages
        }) {
            return None;
        }
        // The templates have changed that were done without: from here on it is theirs again.
        if !typeset.is_built_in {
            self.without = None;
        }
        self.shown = Some(typeset.wanted);
        self.took_ms = typeset.took_ms;
        match typeset.result {
            Ok(pages) => {
                self.trouble = None;
                self.generation += 1;
                self.pages = Some(pages.clone());
                self.lacks = typeset.lacks;
                Some((self.generation, pages))
            }
            Err(fault) => {
                self.trouble = Some(fault);
                None
            }
        }
    }

    /// Pictures that could not be read are looked for again.
    pub(super) fn try_again(&mut self) {
        self.pictures.try_again();
        self.asked = None;
    }

    /// The files of these photos have changed.
    pub(super) fn read_again(&mut self, changed: &[(FileName, String)]) {
        self.pictures.read_again(changed);
        self.asked = None;
    }

    /// Has the paper typeset again, though the event is as it was.
    pub(super) fn ask_again(&mut self) {
        self.asked = None;
    }

    /// Whether somebody looks at the paper, and whether it is in use at all, at this time of the window's clock, in seconds.
    /// Only while somebody looks it is followed what becomes of the house's templates. What is not in use for a while rests.
    /// Gives in how many seconds that is, if it is to come.
    pub(super) fn show(&mut self, is_shown: bool, is_in_use: bool, now: f64) -> Option<f64> {
        self.is_shown.store(is_shown, Ordering::Relaxed);
        if is_shown || is_in_use {
            self.used = Some(now);
            return None;
        }
        let left = self.used? + limits::UNSEEN.as_secs_f64() - now;
        if left <= 0.0 {
            self.rest();
            return None;
        }
        Some(left)
    }

    /// Forgets everything that was typeset, which may be hundreds of megabytes.
    fn rest(&mut self) {
        self.used = None;
        self.turn();
        self.shown = None;
        // The thread ends with the program only.
        let _ = self.orders.send(Wish::Rest(Arc::clone(&self.pictures)));
    }

    /// Whether there is nothing typeset, and nothing asked for.
    pub(super) const fn rests(&self) -> bool {
        self.pages.is_none() && self.asked.is_none()
    }

    /// Another paper, or other languages: the pages of the last one are not shown under its name.
    pub(super) fn turn(&mut self) {
        self.pages = None;
        self.lacks.clear();
        self.trouble = None;
        self.asked = None;
    }
}

/// A version that was read to compare with, and of which folder it is: typing does not have it read again.
type Before = Option<(PathBuf, Since)>;

/// The templates of the house for what is shown: as they are on the disk now, or as they were with a version.
///
/// # Errors
/// [`StoreError`] for a template that cannot be read: a paper without it would not be the house's.
pub(super) fn house_templates(rest: &Rest) -> Result<HouseTemplates, StoreError> {
    let Some(folder) = rest.home.folder() else {
        return Ok(HouseTemplates::default());
    };
    let house = HouseTemplates::of(folder.papers());
    let papers = match rest.reading.as_deref() {
        Some(Past {
            is: Is::Version(_, papers),
            ..
        }) => papers.clone(),
        Some(_) | None => folder.house_templates()?,
    };
    Ok(papers
        .into_iter()
        .fold(house, |house, (name, source)| house.with(name, source)))
}

/// Completes a job: with the templates of the house, with how the event stands to what was issued, and with the version
/// since which changes are shown.
///
/// # Errors
/// [`StoreError`] for a version that cannot be read.
pub(super) fn complete(
    job: &mut Job,
    rest: &Rest,
    house: HouseTemplates,
    before: &mut Before,
) -> Result<(), StoreError> {
    job.standing = if let Some(Past {
        is: Is::Version(issue, _),
        ..
    }) = rest.reading.as_deref()
    {
        Standing::Version(issue.clone())
    } else {
        let texts = house.iter();
        let papers = texts.map(|(name, text)| (name.to_owned(), text.to_owned()));
        rest.latest.standing(&job.event, &papers.collect())
    };
    job.house = house;
    let Some((folder, number)) = rest.home.folder().zip(rest.since) else {
        return Ok(());
    };
    let is_known = before
        .as_ref()
        .is_some_and(|(of, since)| of == folder.path() && since.issue.number == number);
    if !is_known {
        let version = folder.version(number)?;
        let since = Since {
            plan: Arc::new(Plan::of(&version.event)),
            issue: version.issue,
            event: version.event,
        };
        *before = Some((folder.path().to_owned(), since));
    }
    job.since = before.as_ref().map(|(_, since)| since.clone());
    Ok(())
}
