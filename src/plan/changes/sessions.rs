//! What is different about the sessions.

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use jiff::civil::DateTime;

use super::{Aspect, Change, Fact, What, cast, shifts, steps, value};
use crate::{
    model::{Event, Session, SessionId, Start},
    plan::timing,
};

/// When each session that starts at another moment started, and when it starts.
pub(super) type Moves = HashMap<SessionId, (DateTime, DateTime)>;

/// Puts down what is different about the sessions, by their start; gives those that start at another moment.
pub(super) fn all(old: &Event, new: &Event, found: &mut Vec<Change>) -> Moves {
    if sames(old, new) {
        return Moves::new();
    }
    let (before, now) = (timing::times(old), timing::times(new));
    let start_of = |times: &HashMap<_, timing::Timed>, id| times.get(&id).map(|timed| timed.start);
    let mut moves = Moves::new();
    let mut told: Vec<(DateTime, Vec<Change>)> = Vec::new();
    let mut order: Vec<(DateTime, SessionId)> = now
        .iter()
        .map(|(id, timed)| (timed.start, *id))
        .collect();
    order.sort_by_key(|&(start, id)| (start, new.sessions.place(id)));
    for &(start, id) in &order {
        if let Some(from) = start_of(&before, id)
            && from != start
        {
            moves.insert(id, (from, start));
        }
    }
    let shifts = shifts::runs(new, &order, &moves);
    let in_run: HashSet<SessionId> = shifts
        .iter()
        .flat_map(|shift| shift.sessions.iter().copied())
        .collect();
    let mut shifts: HashMap<SessionId, super::Shift> = shifts
        .into_iter()
        .filter_map(|shift| Some((*shift.sessions.first()?, shift)))
        .collect();
    for &(start, id) in &order {
        let Some(session) = new.sessions.get(id) else {
            continue;
        };
        let mut whats = Vec::new();
        match old.sessions.get(id) {
            None => whats.push(What::Added),
            Some(earlier) => {
                let moved = moves.get(&id).copied();
                if let Some(shift) = shifts.remove(&id) {
                    whats.push(What::Shifted(shift));
                } else if let Some((from, to)) = moved.filter(|_| !in_run.contains(&id)) {
                    whats.push(What::Moved(from, to));
                }
                if !Arc::ptr_eq(earlier, session) && earlier != session {
                    one(earlier, session, moved.is_some(), &mut whats);
                }
            }
        }
        if !whats.is_empty() {
            told.push((start, of(id, whats)));
        }
    }
    for session in &old.sessions {
        if !new.sessions.contains(session.id) {
            let start = start_of(&before, session.id).unwrap_or_default();
            told.push((start, of(session.id, vec![What::TakenOut])));
        }
    }
    told.sort_by_key(|(start, _)| *start);
    found.extend(told.into_iter().flat_map(|(_, changes)| changes));
    moves
}

/// Whether the two have the very same sessions, so that nothing needs to be looked at.
fn sames(old: &Event, new: &Event) -> bool {
    old.sessions.len() == new.sessions.len()
        && (old.sessions.iter().zip(&new.sessions)).all(|(one, other)| Arc::ptr_eq(one, other))
}

fn of(id: SessionId, whats: Vec<What>) -> Vec<Change> {
    whats
        .into_iter()
        .map(|what| Change::of(id, what))
        .collect()
}

/// What is different about one session besides when it starts. `moved` is whether that is told already.
fn one(old: &Session, new: &Session, moved: bool, found: &mut Vec<What>) {
    let before = found.len();
    let text = Fact::text;
    value(Aspect::Kind, Fact::Kind(old.kind), Fact::Kind(new.kind), found);
    value(Aspect::Title, text(&old.title), text(&new.title), found);
    value(
        Aspect::Length,
        Fact::Length(old.length),
        Fact::Length(new.length),
        found,
    );
    value(Aspect::Room, Fact::item(old.room), Fact::item(new.room), found);
    if !moved {
        value(Aspect::Start, start(old.start), start(new.start), found);
    }
    cast::of(&old.people, &new.people, found);
    steps::of(old, new, found);
    value(
        Aspect::Audience,
        Fact::Audience(old.audience),
        Fact::Audience(new.audience),
        found,
    );
    value(Aspect::Officer, Fact::said(&old.officer), Fact::said(&new.officer), found);
    value(Aspect::Remarks, Fact::said(&old.remarks), Fact::said(&new.remarks), found);
    value(Aspect::Summary, text(&old.summary), text(&new.summary), found);
    if found.len() == before && !moved {
        found.push(What::Other);
    }
}

const fn start(start: Start) -> Fact {
    match start {
        Start::Follows => Fact::Follows,
        Start::Fixed(time) => Fact::Fixed(time),
    }
}
