//! Making what is too long fit before a fixed time, by the slack that is marked on sessions.

use std::num::NonZeroU32;

use jiff::SignedDuration;

use crate::{
    model::{BatchName, Edit, Event, Length, Session, SessionId, Start},
    plan::Plan,
};

/// What would make a row of sessions fit before the fixed time that it overruns.
#[derive(Clone, Debug, PartialEq)]
pub struct Trim {
    /// The session whose fixed time is overrun.
    pub keeps: SessionId,
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

/// What to shorten so that the first fixed time which is overrun, from this session on in its room, is kept; if none
/// is, the first of its day there. None where no fixed time is overrun.
///
/// What is too much is shared in proportion to the slack, in whole minutes where the slack allows.
#[must_use]
pub fn trim(event: &Event, plan: &Plan, from: SessionId) -> Option<Trim> {
    let first = event.sessions.get(from)?;
    let place = event.sessions.place(from)?;
    let overrun: Vec<(usize, SessionId, SignedDuration)> = event
        .sessions
        .iter()
        .enumerate()
        .filter(|(_, session)| session.day == first.day && session.room == first.room)
        .filter_map(|(here, session)| {
            let timed = plan.timed(session.id)?;
            let over = (-timed.gap).max(timed.overrun);
            over.is_positive().then_some((here, session.id, over))
        })
        .collect();
    let (_, keeps, over) = *overrun
        .iter()
        .find(|(here, ..)| *here >= place)
        .or(overrun.first())?;
    let row = row_before(event, plan, keeps);
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

/// The sessions that run into a fixed time: back to the last one that itself starts at a fixed time, first to last.
fn row_before<'a>(event: &'a Event, plan: &Plan, keeps: SessionId) -> Vec<&'a Session> {
    let mut row = Vec::new();
    let mut here = plan.timed(keeps).and_then(|timed| timed.previous);
    while let Some(session) = here.and_then(|id| event.sessions.get(id)) {
        row.push(&**session);
        if let Start::Fixed(_) = session.start {
            break;
        }
        here = plan.timed(session.id).and_then(|timed| timed.previous);
    }
    row.reverse();
    row
}

/// What a session can give, in seconds: its slack, but a minute of it remains. What ends at a fixed time gives nothing.
fn slack(session: &Session) -> u32 {
    if session.until.is_some() {
        return 0;
    }
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
