//! In which order sessions stand in a table, and how those of the event come into the order of a table.

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;

use crate::{
    model::{Edit, Event, Placement, RoomId, Session, SessionId},
    plan::Plan,
};

/// The sessions by day and time; as they are listed, where time would tear those of one room out of their order.
pub(super) fn as_shown(event: &Event, plan: &Plan) -> Vec<SessionId> {
    let by_time: Vec<SessionId> = plan
        .days
        .iter()
        .flat_map(|day| day.sessions.clone())
        .collect();
    let listed: Vec<SessionId> = event.sessions.iter().map(|session| session.id).collect();
    let lane = |id: &SessionId| {
        event
            .sessions
            .get(*id)
            .map(|session| (session.day, session.room))
    };
    if keeps_lanes(&listed, &by_time, lane) {
        by_time
    } else {
        listed
    }
}

/// Whether two orders have the sessions of each lane in the same order, as far as both have them.
fn keeps_lanes(
    one: &[SessionId],
    other: &[SessionId],
    lane: impl Fn(&SessionId) -> Option<(Date, Option<RoomId>)>,
) -> bool {
    let common: HashSet<SessionId> = other.iter().copied().collect();
    let mut lanes: HashMap<_, Vec<SessionId>> = HashMap::new();
    for id in one.iter().filter(|id| common.contains(id)) {
        lanes.entry(lane(id)).or_default().push(*id);
    }
    let mut at: HashMap<_, usize> = HashMap::new();
    let known: HashSet<SessionId> = one.iter().copied().collect();
    other.iter().filter(|id| known.contains(id)).all(|id| {
        let lane = lane(id);
        let place = at.entry(lane).or_default();
        *place += 1;
        lanes.get(&lane).and_then(|ids| ids.get(*place - 1)) == Some(id)
    })
}

/// The edits that put the sessions into the order of a table, once they are all in the event: new ones behind the one
/// that stands before them there, and those of one room in the table's order.
pub(super) fn edits(event: &Event, table: &[Session]) -> Vec<Edit> {
    let ids: Vec<SessionId> = table.iter().map(|session| session.id).collect();
    let in_table: HashMap<SessionId, &Session> =
        table.iter().map(|session| (session.id, session)).collect();
    let old: Vec<SessionId> = event.sessions.iter().map(|session| session.id).collect();
    let lane = |id: &SessionId| in_table.get(id).map(|session| (session.day, session.room));
    let there: Vec<SessionId> = ids
        .iter()
        .copied()
        .filter(|id| event.sessions.contains(*id))
        .collect();
    let mut wanted = old.clone();
    if !keeps_lanes(&old, &there, lane) {
        // Those that the table names change places among themselves.
        let mut next = there.iter();
        for slot in &mut wanted {
            if in_table.contains_key(slot)
                && let Some(id) = next.next()
            {
                *slot = *id;
            }
        }
    }
    let mut now = old;
    now.extend(ids.iter().filter(|id| !event.sessions.contains(**id)));
    // New ones go behind the session before them in the table; the first ones before the first that is there.
    let mut behind: HashMap<Option<SessionId>, Vec<SessionId>> = HashMap::new();
    let mut last = None;
    for id in &ids {
        if event.sessions.contains(*id) {
            last = Some(*id);
        } else {
            behind.entry(last).or_default().push(*id);
        }
    }
    let mut complete = Vec::with_capacity(now.len());
    let first_there = there.first().copied();
    for id in wanted {
        if Some(id) == first_there {
            complete.extend(behind.remove(&None).unwrap_or_default());
        }
        complete.push(id);
        complete.extend(behind.remove(&Some(id)).unwrap_or_default());
    }
    complete.extend(behind.remove(&None).unwrap_or_default());
    moves(now, &complete)
}

/// The moves that make one order of another.
fn moves(mut now: Vec<SessionId>, wanted: &[SessionId]) -> Vec<Edit> {
    let mut edits = Vec::new();
    for (at, id) in wanted.iter().enumerate() {
        let Some(before) = now.get(at).copied().filter(|before| before != id) else {
            continue;
        };
        let Some(from) = now[at..].iter().position(|other| other == id) else {
            continue;
        };
        now[at..=at + from].rotate_right(1);
        edits.push(Edit::Place(Placement::Session(*id, Some(before))));
    }
    edits
}
