//! Runs of sessions that start earlier or later by the same amount.

use std::collections::BTreeMap;

use jiff::{
    SignedDuration,
    civil::{Date, DateTime},
};

use super::{Shift, sessions::Moves};
use crate::model::{Event, RoomId, SessionId};

/// From how many sessions on a run is told as one.
const RUN: usize = 3;

/// The runs of each day, or those of each of its rooms where that is told in fewer words. `order` is every session by
/// its start.
pub(super) fn runs(event: &Event, order: &[(DateTime, SessionId)], moves: &Moves) -> Vec<Shift> {
    if moves.len() < RUN {
        return Vec::new();
    }
    let mut days: BTreeMap<Date, Vec<(Option<RoomId>, SessionId)>> = BTreeMap::new();
    for &(_, id) in order {
        if let Some(session) = event.sessions.get(id) {
            let day = days.entry(session.day).or_default();
            day.push((session.room, id));
        }
    }
    let mut found = Vec::new();
    for day in days.values() {
        let mut whole = Vec::new();
        let all: Vec<_> = day.iter().map(|(_, id)| *id).collect();
        chain(&all, None, moves, &mut whole);
        let mut rooms: BTreeMap<_, Vec<SessionId>> = BTreeMap::new();
        for (room, id) in day {
            rooms.entry(*room).or_default().push(*id);
        }
        let mut by_room = Vec::new();
        for (room, sessions) in rooms {
            chain(&sessions, room, moves, &mut by_room);
        }
        found.append(if told(&by_room) < told(&whole) {
            &mut by_room
        } else {
            &mut whole
        });
    }
    found
}

/// How much more than nothing is told with these runs: one sentence each, which saves that of every session in it.
fn told(runs: &[Shift]) -> isize {
    let saved: usize = runs.iter().map(|run| run.sessions.len()).sum();
    runs.len().cast_signed() - saved.cast_signed()
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
