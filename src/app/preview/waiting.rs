//! What the threads wait for that make papers.

use std::{
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

use crate::ui::PaperWait;

/// What is waited for, and since when. Copies share it.
#[derive(Clone, Debug, Default)]
pub(in crate::app) struct Waiting(Arc<Mutex<Waits>>);

#[derive(Debug, Default)]
struct Waits {
    count: u64,
    all: Vec<(u64, PaperWait, Instant)>,
}

/// One thing that is waited for; it is over when this goes.
pub(in crate::app) struct Wait {
    waiting: Waiting,
    number: u64,
}

impl Waiting {
    /// From now on this is waited for.
    pub(in crate::app) fn begins(&self, what: PaperWait) -> Wait {
        let mut waits = self.waits();
        waits.count += 1;
        let number = waits.count;
        waits.all.push((number, what, Instant::now()));
        drop(waits);
        Wait {
            waiting: self.clone(),
            number,
        }
    }

    /// What was begun last of what goes on, and for how long it does.
    pub(in crate::app) fn now(&self) -> Option<(PaperWait, Duration)> {
        let waits = self.waits();
        waits
            .all
            .last()
            .map(|(_, what, since)| (*what, since.elapsed()))
    }

    fn waits(&self) -> MutexGuard<'_, Waits> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Wait {
    fn drop(&mut self) {
        let number = self.number;
        self.waiting.waits().all.retain(|(one, ..)| *one != number);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_over_is_not_waited_for_whichever_ends_first() {
        let waiting = Waiting::default();
        assert!(waiting.now().is_none());
        let house = waiting.begins(PaperWait::House);
        let photo = waiting.begins(PaperWait::Photos);
        assert_eq!(waiting.now().map(|now| now.0), Some(PaperWait::Photos));
        drop(house);
        assert_eq!(waiting.now().map(|now| now.0), Some(PaperWait::Photos));
        drop(photo);
        assert!(waiting.now().is_none());
    }
}
