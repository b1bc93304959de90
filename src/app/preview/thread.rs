//! The thread that typesets the newest state, and skips those that are no longer wanted.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
        mpsc::{Receiver, RecvTimeoutError},
    },
    time::{Duration, Instant},
};

use super::{
    Order, PagePictures, Typeset, Waiting, Wish, complete,
    fault::{Fault, House, InUse},
    house_templates,
};
use crate::{
    app::inbox::{Finished, Outbox},
    limits::paper as limits,
    print::{self, HouseTemplates, Job, Paper, PrintError, Typesetter},
    ui::PaperWait,
};

/// How often it is looked whether somebody has changed the house's templates.
const LOOK: Duration = Duration::from_secs(1);

/// How soon a paper is tried again that failed for no fault of the templates of the house: a share may have hung.
const AGAIN: Duration = Duration::from_secs(5);

/// What was typeset last.
struct Last {
    order: Order,
    house: House,
    /// When it failed in a way that may pass.
    failed: Option<Instant>,
}

/// Typesets whatever is ordered.
pub(super) fn typeset_all(
    orders: &Receiver<Wish>,
    is_shown: &AtomicBool,
    waiting: &Waiting,
    outbox: &Outbox,
) {
    let typesetter = Typesetter::new();
    let mut before = None;
    let mut last = None;
    let mut stubborn: Option<Stubborn> = None;
    while let Some(next) = next(orders, last.take(), is_shown, waiting) {
        let (order, house) = match next {
            Next::Paper(order, house) => (*order, house),
            Next::Rest(pictures) => {
                before = None;
                pictures.forget();
                print::rest();
                continue;
            }
        };
        let begun = Instant::now();
        let words = order.words;
        let in_use = InUse::of(&order.rest, &house);
        let made = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            let mut job = order.job.clone();
            order.rest.pictures.begin();
            let templates = in_use
                .house
                .clone()
                .map_err(|sentence| Fault::unread(sentence, &house))?;
            {
                let _waiting = waiting.begins(PaperWait::Versions);
                complete(&mut job, &order.rest, templates, &mut before)
                    .map_err(|error| Fault::other(error.sentence(words)))?;
            }
            if let Some(why) = stubborn.as_ref().and_then(|known| known.of(&job)) {
                return Err(Fault::of(why, &job, words));
            }
            let is_ours = job.house.have_a_part_in(job.paper);
            let _waiting = is_ours.then(|| waiting.begins(PaperWait::House));
            typesetter.typeset(&job).map_err(|error| {
                stubborn = Stubborn::after(&error, &job);
                Fault::of(&error, &job, words)
            })
        }));
        let result = made.unwrap_or_else(|_| Err(Fault::other(words.t("app-work-broke"))));
        let took_ms = begun.elapsed().as_millis();
        let may_pass = result.as_ref().is_err_and(|fault| fault.house.is_none());
        outbox.hand_in(Finished::Typeset(Typeset {
            wanted: order.wanted.clone(),
            result,
            lacks: order.rest.pictures.lacks(words),
            is_built_in: in_use.is_built_in,
            took_ms,
        }));
        last = Some(Last {
            order,
            house,
            failed: may_pass.then(Instant::now),
        });
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

/// What is to be done next.
enum Next {
    /// To typeset a paper with these templates of the house.
    Paper(Box<Order>, House),
    /// To forget what was typeset, and these pictures.
    Rest(Arc<PagePictures>),
}

/// What is to be done next: the newest order, or the last one again while somebody looks at it, if the house's templates
/// have changed or what kept it from being typeset may have passed. None when the program ends.
fn next(
    orders: &Receiver<Wish>,
    last: Option<Last>,
    is_shown: &AtomicBool,
    waiting: &Waiting,
) -> Option<Next> {
    let house_now = |order: &Order| {
        let _waiting = waiting.begins(PaperWait::Templates);
        house_templates(&order.rest).map_err(|error| error.sentence(order.words))
    };
    loop {
        let wait = match &last {
            Some(_) => orders.recv_timeout(LOOK),
            None => orders.recv().map_err(RecvTimeoutError::from),
        };
        match (wait, &last) {
            (Ok(mut wish), _) => {
                // Only the newest is looked at.
                while let Ok(newer) = orders.try_recv() {
                    wish = newer;
                }
                let order = match wish {
                    Wish::Paper(order) => order,
                    Wish::Rest(pictures) => return Some(Next::Rest(pictures)),
                };
                let house = house_now(&order);
                return Some(Next::Paper(order, house));
            }
            (Err(RecvTimeoutError::Timeout), Some(before)) => {
                if is_shown.load(Ordering::Relaxed) {
                    let house = house_now(&before.order);
                    let has_passed = before.failed.is_some_and(|since| since.elapsed() > AGAIN);
                    if house != before.house || has_passed {
                        return last.map(|last| Next::Paper(Box::new(last.order), house));
                    }
                }
            }
            (Err(_), _) => return None,
        }
    }
}
