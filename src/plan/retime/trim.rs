//! Making what is too long fit before a fixed time, by the slack that is marked on sessions.

use std::num::NonZeroU32;

use jiff::{SignedDuration, civil::DateTime};

use crate::{
    model::{BatchName, Edit, Event, Length, Session, SessionId, Start},
    plan::Plan,
};

/// What is kept by making sessions shorter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeps {
    /// The fixed time of this session.
    Session(SessionId),
    /// The closing hour of the day, which is then.
    Closing(DateTime),
}

/// What would make a row of sessions fit before the fixed time that it overruns.
#[derive(Clone, Debug, PartialEq)]
pub struct Trim {
    /// What is overrun.
    pub keeps: Keeps,
    /// By how much it is overrun.
    pub over: SignedDuration,
    /// Which lengths give way, from what to what.
    pub shorter: Vec<(SessionId, Length, Length)>,
    /// What is still too much when all slack is used.
    pub left: SignedDuration,
}

impl Trim {
    /// The edit that shortens them. None where nothing can give way.
    #[must_use]
    pub fn edit(&self, event: &Event) -> Option<Edit> {
        let edits: Vec<_> = self
            .shorter
            .iter()
            .filter_map(|(id, _, length)| {
                let session = event.sessions.get(*id)?;
                Some(Edit::from(Session {
                    length: *length,
                    ..(**session).clone()
                }))
            })
            .collect();
        (!edits.is_empty()).then_some(Edit::Batch(BatchName::TrimToFit, edits))
    }
}

/// What to shorten so that the first fixed time which is overrun, from this session on in its room, is kept, the closing
/// hour of its day being the last of them; if none is, the first of its day there. None where no fixed time is overrun.
///
/// What is too much is shared in proportion to the slack, in whole minutes where the slack allows.
#[must_use]
pub fn trim(event: &Event, plan: &Plan, from: SessionId) -> Option<Trim> {
    let first = event.sessions.get(from)?;
    let place = event.sessions.place(from)?;
    let mut overrun: Vec<(usize, Keeps, SignedDuration)> = Vec::new();
    let mut last = None;
    let sessions = event.sessions.iter().enumerate();
    let lane = sessions.filter(|(_, one)| one.day == first.day && one.room == first.room);
    for (here, session) in lane {
        let timed = plan.timed(session.id)?;
        let over = (-timed.gap).max(timed.overrun);
        if over.is_positive() {
            overrun.push((here, Keeps::Session(session.id), over));
        }
        last = Some((session.id, timed.late));
    }
    let closes = event.details.closing.of(first.day);
    if let (Some(closes), Some((_, late))) = (closes, last.filter(|(_, late)| late.is_positive())) {
        overrun.push((usize::MAX, Keeps::Closing(closes), late));
    }
    let (_, keeps, over) = *overrun
        .iter()
        .find(|(here, ..)| *here >= place)
        .or(overrun.first())?;
    let row = match keeps {
        Keeps::Session(id) => row_until(event, plan, plan.timed(id)?.previous),
        Keeps::Closing(_) => row_until(event, plan, last.map(|(id, _)| id)),
    };
    let slacks: Vec<u32> = row.iter().map(|session| slack(session)).collect();
    let needed = u32::try_from(over.as_secs()).unwrap_or(u32::MAX);
    let given = share(needed, &slacks);
    let shorter = row
        .iter()
        .zip(&given)
        .filter(|(_, given)| **given > 0)
        .filter_map(|(session, given)| {
            let length = Length::seconds(session.length.as_secs() - given).ok()?;
            Some((session.id, session.length, length))
        })
        .collect();
    let left = needed.saturating_sub(given.iter().sum());
    Some(Trim {
        keeps,
        over,
        shorter,
        left: SignedDuration::from_secs(left.into()),
    })
}

/// The sessions whose lengths decide when the last of them ends: back to one that itself starts at a fixed time, or to
/// what ends at one, first to last.
fn row_until<'a>(event: &'a Event, plan: &Plan, last: Option<SessionId>) -> Vec<&'a Session> {
    let mut row = Vec::new();
    let mut here = last;
    while let Some(session) = here.and_then(|id| event.sessions.get(id)) {
        if session.until.is_some() {
            break;
        }
        row.push(&**session);
        if let Start::Fixed(_) = session.start {
            break;
        }
        here = plan.timed(session.id).and_then(|timed| timed.previous);
    }
    row.reverse();
    row
}

/// What a session can give, in seconds: its slack, but a minute of it remains.
fn slack(session: &Session) -> u32 {
    let most = session.length.as_secs().saturating_sub(60);
    session.slack.map_or(0, Length::as_secs).min(most)
}

/// Shares what is needed in proportion to what each can give: in whole minutes first, then the rest where there is
/// something left. Never more than can be given.
fn share(needed: u32, slacks: &[u32]) -> Vec<u32> {
    let total: u64 = slacks.iter().map(|slack| u64::from(*slack)).sum();
    let Some(total) = NonZeroU32::new(u32::try_from(total).unwrap_or(u32::MAX)) else {
        return vec![0; slacks.len()];
    };
    let needed = needed.min(total.get());
    let mut given: Vec<u32> = slacks
        .iter()
        .map(|slack| {
            let part = u64::from(needed) * u64::from(*slack) / u64::from(total.get());
            u32::try_from(part / 60 * 60).unwrap_or(0)
        })
        .collect();
    let mut rest = needed - given.iter().sum::<u32>();
    // Those that could give most have the rest of the minutes.
    let mut order: Vec<usize> = (0..slacks.len()).collect();
    for step in [60, u32::MAX] {
        order.sort_by_key(|&at| std::cmp::Reverse(slacks[at] - given[at]));
        for &at in &order {
            let more = rest.min(step).min(slacks[at] - given[at]);
            given[at] += more;
            rest -= more;
        }
    }
    given
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_is_too_much_is_shared_in_whole_minutes() {
        let minutes = |needed: u32, slacks: &[u32]| -> Vec<u32> {
            let slacks: Vec<_> = slacks.iter().map(|slack| slack * 60).collect();
            share(needed * 60, &slacks)
                .iter()
                .map(|given| given / 60)
                .collect()
        };
        assert_eq!(minutes(6, &[10, 0, 5]), [4, 0, 2]);
        assert_eq!(minutes(5, &[5, 5, 5]), [2, 2, 1]);
        assert_eq!(minutes(9, &[3, 3]), [3, 3]);
        assert_eq!(minutes(1, &[0, 0]), [0, 0]);
    }

    proptest! {
        #[test]
        fn all_that_can_be_given_is_given_and_no_more(
            needed in 0_u32..20_000,
            slacks in proptest::collection::vec(0_u32..4_000, 0..8),
        ) {
            let given = share(needed, &slacks);
            prop_assert_eq!(given.iter().sum::<u32>(), needed.min(slacks.iter().sum()));
            for (given, slack) in given.iter().zip(&slacks) {
                prop_assert!(given <= slack);
            }
        }
    }
}
