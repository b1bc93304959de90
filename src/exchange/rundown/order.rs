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
    moves(&now, &complete)
}

/// The fewest moves that make one order of another: what is in order already stays.
fn moves(now: &[SessionId], wanted: &[SessionId]) -> Vec<Edit> {
    let places: HashMap<SessionId, usize> =
        now.iter().enumerate().map(|(at, id)| (*id, at)).collect();
    let stays = longest_run(wanted.iter().filter_map(|id| places.get(id).copied()));
    let mut edits = Vec::new();
    let mut next = None;
    // From the end, so that what an item goes before has its place already.
    for id in wanted.iter().rev() {
        let at = places.get(id);
        if at.is_some_and(|at| !stays.contains(at)) {
            edits.push(Edit::Place(Placement::Session(*id, next)));
        }
        next = Some(*id);
    }
    edits
}

/// The most of these numbers that grow from one to the next.
fn longest_run(numbers: impl Iterator<Item = usize>) -> HashSet<usize> {
    // For each length the run that ends lowest: its last number, and for each number the one before it.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: HashMap<usize, usize> = HashMap::new();
    for number in numbers {
        let length = ends.partition_point(|end| *end < number);
        if let Some(last) = length.checked_sub(1) {
            before.insert(number, ends[last]);
        }
        if length == ends.len() {
            ends.push(number);
        } else {
            ends[length] = number;
        }
    }
    let mut run = HashSet::new();
    let mut at = ends.last().copied();
    while let Some(number) = at {
        run.insert(number);
        at = before.get(&number).copied();
    }
    run
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{EventId, SessionKind};

    #[test]
    fn the_fewest_moves_lead_to_the_wanted_order() {
        let mut event = Event::empty(EventId::new());
        for _ in 0..7 {
            let session = Session::new(SessionKind::Other, jiff::civil::date(2025, 6, 3));
            event.apply(&session.into()).unwrap();
        }
        let ids: Vec<SessionId> = event.sessions.iter().map(|session| session.id).collect();
        for (order, least) in [
            ([0, 1, 2, 3, 4, 5, 6], 0),
            ([6, 0, 1, 2, 3, 4, 5], 1),
            ([1, 2, 3, 4, 5, 6, 0], 1),
            ([6, 5, 4, 3, 2, 1, 0], 6),
            ([3, 0, 4, 1, 5, 2, 6], 3),
        ] {
            let wanted: Vec<SessionId> = order.map(|at: usize| ids[at]).into();
            let edits = moves(&ids, &wanted);
            assert_eq!(edits.len(), least, "{order:?}");
            let mut moved = event.clone();
            for edit in edits {
                moved.apply(&edit).unwrap();
            }
            let found: Vec<SessionId> = moved.sessions.iter().map(|session| session.id).collect();
            assert_eq!(found, wanted);
        }
    }
}
