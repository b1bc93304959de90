//! The preview: a thread that typesets the newest state of the event, and skips those that are no longer wanted.

use std::{
    collections::HashMap,
    path::PathBuf,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
        mpsc::{Receiver, RecvTimeoutError, Sender, channel},
    },
    time::{Duration, Instant},
};

use super::{
    inbox::{Finished, Inbox, Outbox},
    open::{Home, Open},
    versions::{Is, Latest, Past, Reading},
};
use crate::{
    limits::paper as limits,
    model::{FileName, Lang, Standing},
    photo,
    plan::Plan,
    print::{self, HouseTemplates, Job, Pages, Paper, PrintError, Since, Typesetter},
    store::StoreError,
    ui::Kept,
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
}

/// What has to be read from the disk, or told from it, to complete a job.
#[derive(Clone)]
pub(super) struct Rest {
    home: Home,
    since: Option<u32>,
    latest: Latest,
    reading: Option<Arc<Past>>,
}

/// What was typeset.
pub(super) struct Typeset {
    wanted: Wanted,
    result: Result<Pages, String>,
    took_ms: u128,
}

struct Order {
    wanted: Wanted,
    job: Job,
    rest: Rest,
    words: Words,
}

/// The preview of one paper.
pub(super) struct Preview {
    /// Which paper.
    pub paper: Paper,
    /// In which languages; empty until an event is open.
    pub languages: Vec<Lang>,
    /// Since which version changes are shown; none where the paper can do without.
    pub since: Option<u32>,
    /// Since which version the paper that was asked for last shows changes.
    shown_since: Option<u32>,
    /// How large; none fits the width.
    pub zoom: Option<f32>,
    /// The page to scroll to, once.
    pub scroll_to: Option<usize>,
    pages: Option<Pages>,
    trouble: Option<String>,
    took_ms: u128,
    asked: Option<Wanted>,
    shown: Option<Wanted>,
    generation: u64,
    orders: Sender<Order>,
    is_shown: Arc<AtomicBool>,
    pictures: Arc<PagePictures>,
}

impl Preview {
    /// Nothing typeset yet.
    pub(super) fn new(inbox: &Inbox) -> Self {
        let (orders, receive) = channel();
        let is_shown = Arc::new(AtomicBool::new(false));
        let is_watched = Arc::clone(&is_shown);
        inbox.spawn(move |outbox| typeset_all(&receive, &is_watched, outbox));
        Self {
            paper: Paper::Programme,
            languages: Vec::new(),
            since: None,
            shown_since: None,
            zoom: None,
            scroll_to: None,
            pages: None,
            trouble: None,
            took_ms: 0,
            asked: None,
            shown: None,
            generation: 0,
            orders,
            is_shown,
            pictures: Arc::default(),
        }
    }

    /// Another event is open.
    pub(super) fn forget(&mut self, languages: Vec<Lang>) {
        self.languages = languages;
        self.since = None;
        self.pages = None;
        self.trouble = None;
        self.asked = None;
        self.shown = None;
        self.pictures = Arc::default();
    }

    /// What panels read of it.
    pub(super) fn view(&self) -> crate::ui::Preview<'_> {
        crate::ui::Preview {
            paper: self.paper,
            languages: &self.languages,
            since: self.shown_since,
            zoom: self.zoom,
            pages: self.pages.as_ref(),
            took_ms: self.took_ms,
            trouble: self.trouble.as_deref(),
            is_working: self.asked != self.shown,
            scroll_to: self.scroll_to,
        }
    }

    /// Has the paper typeset as the event is now, if that has not been asked for.
    pub(super) fn follow(&mut self, open: &Open, reading: Option<&Reading>, words: Words) {
        let event = reading.map_or(open.event(), |reading| &reading.past.event);
        let known = &event.details.languages;
        if self.languages.is_empty() || self.languages.iter().any(|lang| !known.contains(lang)) {
            self.languages = known.iter().take(1).cloned().collect();
        }
        let wanted = Wanted {
            session: open.session,
            state: open.history.state(),
            paper: self.paper,
            languages: self.languages.clone(),
            since: self.since_of(open, reading),
            reading: reading.map(|reading| reading.past.kept()),
            latest: open.versions.latest.number(),
        };
        self.shown_since = wanted.since;
        if self.asked.as_ref() == Some(&wanted) {
            return;
        }
        let (job, rest) = self.job(open, reading, self.languages.clone());
        self.asked = Some(wanted.clone());
        // The thread ends with the program only.
        let _ = self.orders.send(Order {
            wanted,
            job,
            rest,
            words,
        });
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
        let job = Job {
            event: Arc::clone(event),
            plan: Arc::clone(plan),
            paper: self.paper,
            languages,
            standing: Standing::Draft,
            since: None,
            house: HouseTemplates::default(),
            pictures: Arc::clone(&self.pictures) as Arc<dyn print::Pictures>,
        };
        let rest = Rest {
            home: open.home.clone(),
            since: self.since_of(open, reading),
            latest: open.versions.latest.clone(),
            reading: reading.map(|reading| Arc::clone(&reading.past)),
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
    pub(super) fn set_kept(&mut self, kept: HashMap<FileName, PathBuf>) {
        self.pictures = Arc::new(PagePictures {
            kept,
            ..PagePictures::default()
        });
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
            (asked.paper, asked.since, asked.reading)
                != (
                    typeset.wanted.paper,
                    typeset.wanted.since,
                    typeset.wanted.reading,
                )
                || asked.languages != typeset.wanted.languages
        }) {
            return None;
        }
        self.shown = Some(typeset.wanted);
        self.took_ms = typeset.took_ms;
        match typeset.result {
            Ok(pages) => {
                self.trouble = None;
                self.generation += 1;
                self.pages = Some(pages.clone());
                Some((self.generation, pages))
            }
            Err(sentence) => {
                self.trouble = Some(sentence);
                None
            }
        }
    }

    /// Pictures that could not be read are looked for again.
    pub(super) fn try_again(&mut self) {
        if let Ok(mut made) = self.pictures.made.lock() {
            made.retain(|_, picture| picture.is_some());
        }
        self.asked = None;
    }

    /// Has the paper typeset again, though the event is as it was.
    pub(super) fn ask_again(&mut self) {
        self.asked = None;
    }

    /// Whether somebody looks at the paper: only then is it followed what becomes of the house's templates.
    pub(super) fn show(&self, is_shown: bool) {
        self.is_shown.store(is_shown, Ordering::Relaxed);
    }

    /// Another paper, or other languages: the pages of the last one are not shown under its name.
    pub(super) fn turn(&mut self) {
        self.pages = None;
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

/// How often it is looked whether somebody has changed the house's templates.
const LOOK: Duration = Duration::from_secs(1);

/// What the house's templates were found to be: a sentence if they cannot be read.
type House = Result<HouseTemplates, String>;

fn typeset_all(orders: &Receiver<Order>, is_shown: &AtomicBool, outbox: &Outbox) {
    let typesetter = Typesetter::new();
    let mut before = None;
    let mut last = None;
    let mut stubborn: Option<Stubborn> = None;
    while let Some((order, house)) = next(orders, last.take(), is_shown) {
        let begun = Instant::now();
        let words = order.words;
        let made = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            let mut job = order.job.clone();
            complete(&mut job, &order.rest, house.clone()?, &mut before)
                .map_err(|error| error.sentence(words))?;
            if let Some(why) = stubborn.as_ref().and_then(|known| known.of(&job)) {
                return Err(why.sentence(words));
            }
            typesetter.typeset(&job).map_err(|error| {
                stubborn = Stubborn::after(&error, &job);
                error.sentence(words)
            })
        }));
        let result = made.unwrap_or_else(|_| Err(words.t("app-work-broke")));
        let took_ms = begun.elapsed().as_millis();
        outbox.hand_in(Finished::Typeset(Typeset {
            wanted: order.wanted.clone(),
            result,
            took_ms,
        }));
        last = Some((order, house));
    }
}

/// Templates of the house that went beyond what they may take. For a while they are not tried again: typing shall not
/// start the same endless work at every letter.
struct Stubborn {
    house: HouseTemplates,
    paper: Paper,
    why: PrintError,
    since: Instant,
}

impl Stubborn {
    fn after(why: &PrintError, job: &Job) -> Option<Self> {
        why.is_beyond_bounds().then(|| Self {
            house: job.house.clone(),
            paper: job.paper,
            why: why.clone(),
            since: Instant::now(),
        })
    }

    /// What these templates did, if they are those of this job and have not rested enough.
    fn of(&self, job: &Job) -> Option<&PrintError> {
        let is_same = self.paper == job.paper && self.house == job.house;
        (is_same && self.since.elapsed() < limits::REST).then_some(&self.why)
    }
}

/// What is to be typeset next: the newest order, or the last one again if the house's templates have changed while
/// somebody looks at it. None when the program ends.
fn next(
    orders: &Receiver<Order>,
    last: Option<(Order, House)>,
    is_shown: &AtomicBool,
) -> Option<(Order, House)> {
    loop {
        let wait = match &last {
            Some(_) => orders.recv_timeout(LOOK),
            None => orders.recv().map_err(RecvTimeoutError::from),
        };
        match (wait, &last) {
            (Ok(mut order), _) => {
                // Only the newest is looked at.
                while let Ok(newer) = orders.try_recv() {
                    order = newer;
                }
                let house = house_now(&order);
                return Some((order, house));
            }
            (Err(RecvTimeoutError::Timeout), Some((order, before))) => {
                if is_shown.load(Ordering::Relaxed) {
                    let house = house_now(order);
                    if house != *before {
                        return last.map(|(order, _)| (order, house));
                    }
                }
            }
            (Err(_), _) => return None,
        }
    }
}

fn house_now(order: &Order) -> House {
    house_templates(&order.rest).map_err(|error| error.sentence(order.words))
}

/// Photos by file and size; none for one that could not be read.
type Made = HashMap<(FileName, u32), Option<Arc<Vec<u8>>>>;

/// The photos as papers show them: scaled down once, and kept while the event is open.
#[derive(Default)]
pub(super) struct PagePictures {
    home: Mutex<Option<Home>>,
    /// Where the photos of a version are that were kept with it.
    kept: HashMap<FileName, PathBuf>,
    made: Mutex<Made>,
}

impl PagePictures {
    /// Where the photos are.
    pub(super) fn set_home(&self, home: &Home) {
        if let Ok(mut have) = self.home.lock()
            && have
                .as_ref()
                .is_none_or(|have| have.photos() != home.photos())
        {
            *have = Some(home.clone());
            if let Ok(mut made) = self.made.lock() {
                made.clear();
            }
        }
    }
}

impl print::Pictures for PagePictures {
    fn picture(&self, file: &FileName, max_edge: u32) -> Option<Arc<Vec<u8>>> {
        let key = (file.clone(), max_edge);
        if let Some(known) = self.made.lock().ok()?.get(&key) {
            return known.clone();
        }
        let path = match self.kept.get(file) {
            Some(kept) => kept.clone(),
            None => self.home.lock().ok()?.as_ref()?.photo(file).ok()?,
        };
        let picture = photo::for_paper(&path, max_edge).ok().map(Arc::new);
        self.made.lock().ok()?.insert(key, picture.clone());
        picture
    }
}
