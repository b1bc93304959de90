//! Runs of sessions that start earlier or later by the same amount.

use std::collections::{BTreeMap, HashSet};

use jiff::{SignedDuration, civil::DateTime};

use super::{Shift, sessions::Moves};
use crate::model::{Event, RoomId, SessionId};

/// From how many sessions on a run is told as one.
const RUN: usize = 3;

/// The runs of a day, and then those of a room among what is left. `order` is every session by its start.
pub(super) fn runs(event: &Event, order: &[(DateTime, SessionId)], moves: &Moves) -> Vec<Shift> {
    if moves.len() < RUN {
        return Vec::new();
    }
    let mut days: BTreeMap<_, Vec<SessionId>> = BTreeMap::new();
    let mut rooms: BTreeMap<_, Vec<SessionId>> = BTreeMap::new();
    for &(_, id) in order {
        if let Some(session) = event.sessions.get(id) {
            days.entry(session.day).or_default().push(id);
            rooms
                .entry((session.day, session.room))
                .or_default()
                .push(id);
        }
    }
    let mut found = Vec::new();
    for sessions in days.values() {
        chain(sessions, None, moves, &mut found);
    }
    let mut taken: HashSet<SessionId> = HashSet::new();
    for shift in &found {
        taken.extend(&shift.sessions);
    }
    for ((_, room), sessions) in rooms {
        let left: Vec<_> = sessions
            .into_iter()
            .filter(|id| !taken.contains(id))
            .collect();
        chain(&left, room, moves, &mut found);
    }
    found
}

/// The runs of a chain of sessions. One that has not moved ends a run.
fn chain(sessions: &[SessionId], room: Option<RoomId>, moves: &Moves, found: &mut Vec<Shift>) {
    let by = |id: &SessionId| -> Option<SignedDuration> {
        let (from, to) = moves.get(id)?;
        // Another day is no shift: the date has to be told.
        (from.date() == to.date()).then(|| to.duration_since(*from))
    };
    for run in sessions.chunk_by(|one, next| by(one).is_some() && by(one) == by(next)) {
        let Some(first) = run.first().filter(|_| run.len() >= RUN) else {
            continue;
        };
        if let (Some(by), Some(&(from, to))) = (by(first), moves.get(first)) {
            found.push(Shift {
                by,
                sessions: run.to_vec(),
                from,
                to,
                room,
            });
        }
    }
}
