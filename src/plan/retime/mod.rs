//! Deeds on the times of many sessions at once: shifting, closing gaps, trimming to fit, moving a block. Each is one
//! edit, and [`retimed`] tells what would follow from it before it is made.

mod block;
mod trim;

use jiff::{
    SignedDuration,
    civil::{DateTime, Time},
};
use rustc_hash::FxHashMap;

use super::{Plan, Timed, timing};
use crate::model::{BatchName, Edit, Event, Session, SessionId, Start};

pub use block::{Target, move_block};
pub use trim::{Keeps, Trim, trim};

/// In which rooms a deed on times takes effect.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Scope {
    /// In the room of the session from which it starts.
    #[default]
    ThisRoom,
    /// In every room of its day.
    AllRooms,
}

impl Scope {
    /// Both, in the order in which a form offers them.
    pub const ALL: [Self; 2] = [Self::ThisRoom, Self::AllRooms];
}

/// A session whose time an edit changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Retimed {
    /// Which session.
    pub session: SessionId,
    /// From when to when it goes now.
    pub old: (DateTime, DateTime),
    /// From when to when it would go.
    pub new: (DateTime, DateTime),
}

/// What an edit does to the times of the sessions that are there before and after it, in the order of the run-of-show.
#[must_use]
pub fn retimed(event: &Event, plan: &Plan, edit: &Edit) -> Vec<Retimed> {
    let Some(after) = times_after(event, edit) else {
        return Vec::new();
    };
    let changed = |session: &std::sync::Arc<Session>| {
        let (old, new) = (plan.timed(session.id)?, after.get(&session.id)?);
        let (old, new) = ((old.start, old.end), (new.start, new.end));
        (old != new).then_some(Retimed {
            session: session.id,
            old,
            new,
        })
    };
    event.sessions.iter().filter_map(changed).collect()
}

fn times_after(event: &Event, edit: &Edit) -> Option<FxHashMap<SessionId, Timed>> {
    let mut after = event.clone();
    after.apply(edit).ok()?;
    Some(timing::times(&after))
}

/// The edit by which a session and everything after it, on its day, is so much later, or earlier where `by` is
/// negative. None where nothing would change, and where a fixed time would leave its day.
#[must_use]
pub fn shift(
    event: &Event,
    plan: &Plan,
    from: SessionId,
    by: SignedDuration,
    scope: Scope,
) -> Option<Edit> {
    let first = event.sessions.get(from)?;
    let begins = plan.timed(from)?.start;
    let place = event.sessions.place(from)?;
    let later = |time: Time| time.checked_add(by).ok();
    let mut shifted: FxHashMap<_, Vec<SessionId>> = FxHashMap::default();
    let mut edits = Vec::new();
    for (here, session) in event.sessions.iter().enumerate() {
        let timed = plan.timed(session.id)?;
        let is_after = if session.room == first.room {
            here >= place
        } else {
            scope == Scope::AllRooms && timed.start >= begins
        };
        if session.day != first.day || !is_after {
            continue;
        }
        let lane = shifted.entry(session.room).or_default();
        let start = match session.start {
            Start::Fixed(time) => Start::Fixed(later(time)?),
            // What follows a session that is shifted goes with it; only the first one has to be held.
            Start::Follows if lane.is_empty() => Start::Fixed(later(timed.start.time())?),
            Start::Follows => Start::Follows,
        };
        let until = match session.until {
            Some(time) => Some(later(time)?),
            None => None,
        };
        lane.push(session.id);
        if start != session.start || until != session.until {
            edits.push(Edit::from(Session {
                start,
                until,
                ..(**session).clone()
            }));
        }
    }
    let minutes = by.as_secs() / 60;
    let edit = Edit::Batch(BatchName::ShiftAfter(minutes), edits);
    let after = times_after(event, &edit)?;
    let went = |id: &SessionId| {
        let (old, new) = (plan.timed(*id)?, after.get(id)?);
        Some(new.start.duration_since(old.start) == by)
    };
    let all = shifted.values().flatten();
    (!by.is_zero() && all.into_iter().all(|id| went(id) == Some(true))).then_some(edit)
}

/// The edit by which every session of the day starts when the one before it in its room ends: fixed starts behind a
/// gap follow from now on. None where there is no gap.
#[must_use]
pub fn close_gaps(event: &Event, plan: &Plan, from: SessionId, scope: Scope) -> Option<Edit> {
    let first = event.sessions.get(from)?;
    let edits: Vec<_> = event
        .sessions
        .iter()
        .filter(|session| session.day == first.day)
        .filter(|session| scope == Scope::AllRooms || session.room == first.room)
        .filter(|session| {
            plan.timed(session.id)
                .is_some_and(|timed| timed.gap.is_positive())
        })
        .map(|session| {
            Edit::from(Session {
                start: Start::Follows,
                ..(**session).clone()
            })
        })
        .collect();
    (!edits.is_empty()).then_some(Edit::Batch(BatchName::CloseGaps, edits))
}

#[cfg(test)]
mod tests;
