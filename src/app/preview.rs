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
};
use crate::{
    model::{FileName, Lang},
    photo,
    print::{self, HouseTemplates, Job, Pages, Paper, Typesetter},
    store::StoreError,
    words::Words,
};

/// What was wanted.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Wanted {
    session: u64,
    state: u64,
    paper: Paper,
    languages: Vec<Lang>,
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
    home: Home,
    words: Words,
}

/// The preview of one paper.
pub(super) struct Preview {
    /// Which paper.
    pub paper: Paper,
    /// In which languages; empty until an event is open.
    pub languages: Vec<Lang>,
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
            zoom: self.zoom,
            pages: self.pages.as_ref(),
            took_ms: self.took_ms,
            trouble: self.trouble.as_deref(),
            is_working: self.asked != self.shown,
            scroll_to: self.scroll_to,
        }
    }

    /// Has the paper typeset as the event is now, if that has not been asked for.
    pub(super) fn follow(&mut self, open: &Open, words: Words) {
        let known = &open.event().details.languages;
        if self.languages.is_empty() || self.languages.iter().any(|lang| !known.contains(lang)) {
            self.languages = known.iter().take(1).cloned().collect();
        }
        let wanted = Wanted {
            session: open.session,
            state: open.history.state(),
            paper: self.paper,
            languages: self.languages.clone(),
        };
        if self.asked.as_ref() == Some(&wanted) {
            return;
        }
        let job = self.job(open, self.paper, self.languages.clone());
        self.asked = Some(wanted.clone());
        // The thread ends with the program only.
        let _ = self.orders.send(Order {
            wanted,
            job,
            home: open.home.clone(),
            words,
        });
    }

    /// The job that typesets a paper of the event as it is now.
    pub(super) fn job(&self, open: &Open, paper: Paper, languages: Vec<Lang>) -> Job {
        self.pictures.set_home(&open.home);
        Job {
            event: Arc::clone(open.event()),
            plan: Arc::clone(&open.plan),
            paper,
            languages,
            house: HouseTemplates::default(),
            pictures: Arc::clone(&self.pictures) as Arc<dyn print::Pictures>,
        }
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
            asked.paper != typeset.wanted.paper || asked.languages != typeset.wanted.languages
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

/// The templates of the house, as they are on the disk now.
///
/// # Errors
/// [`StoreError`] for a template that cannot be read: a paper without it would not be the house's.
pub(super) fn house_templates(home: &Home) -> Result<HouseTemplates, StoreError> {
    let Some(folder) = home.folder() else {
        return Ok(HouseTemplates::default());
    };
    let house = HouseTemplates::of(folder.papers());
    let found = folder.house_templates()?;
    Ok(found
        .into_iter()
        .fold(house, |house, (name, source)| house.with(name, source)))
}

/// How often it is looked whether somebody has changed the house's templates.
const LOOK: Duration = Duration::from_secs(1);

/// What the house's templates were found to be: a sentence if they cannot be read.
type House = Result<HouseTemplates, String>;

fn typeset_all(orders: &Receiver<Order>, is_shown: &AtomicBool, outbox: &Outbox) {
    let typesetter = Typesetter::new();
    let mut last = None;
    while let Some((order, house)) = next(orders, last.take(), is_shown) {
        let begun = Instant::now();
        let words = order.words;
        let made = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            let job = Job {
                house: house.clone()?,
                ..order.job.clone()
            };
            typesetter
                .typeset(&job)
                .map_err(|error| error.sentence(words))
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
    house_templates(&order.home).map_err(|error| error.sentence(order.words))
}

/// Photos by file and size; none for one that could not be read.
type Made = HashMap<(FileName, u32), Option<Arc<Vec<u8>>>>;

/// The photos as papers show them: scaled down once, and kept while the event is open.
#[derive(Default)]
pub(super) struct PagePictures {
    home: Mutex<Option<PathBuf>>,
    made: Mutex<Made>,
}

impl PagePictures {
    /// Where the photos are.
    pub(super) fn set_home(&self, home: &Home) {
        let photos = home.photos();
        if let Ok(mut have) = self.home.lock()
            && have.as_ref() != Some(&photos)
        {
            *have = Some(photos);
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
        let path = self.home.lock().ok()?.as_ref()?.join(file);
        let picture = photo::for_paper(&path, max_edge).ok().map(Arc::new);
        self.made.lock().ok()?.insert(key, picture.clone());
        picture
    }
}
