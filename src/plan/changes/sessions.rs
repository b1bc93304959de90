//! What is different about the sessions.

use std::sync::Arc;

use jiff::civil::DateTime;
use rustc_hash::{FxHashMap, FxHashSet};

use super::{
    Change, What,
    fields::{Compare, Record as _},
    shifts,
};
use crate::{
    model::{Event, FieldId, Length, Session, SessionId},
    plan::{FieldPath, timing},
};

/// When each session that starts at another moment started, and when it starts.
pub(super) type Moves = FxHashMap<SessionId, (DateTime, DateTime)>;

/// Puts down what is different about the sessions, by their start; gives those that start at another moment.
pub(super) fn all(old: &Event, new: &Event, found: &mut Vec<Change>) -> Moves {
    if sames(old, new) {
        return Moves::default();
    }
    let (before, now) = (timing::times(old), timing::times(new));
    let start_of =
        |times: &FxHashMap<_, timing::Timed>, id| times.get(&id).map(|timed| timed.start);
    let mut moves = Moves::default();
    let mut told: Vec<(DateTime, Vec<Change>)> = Vec::new();
    let mut order: Vec<(DateTime, SessionId)> =
        now.iter().map(|(id, timed)| (timed.start, *id)).collect();
    order.sort_by_key(|&(start, id)| (start, new.sessions.place(id)));
    for &(start, id) in &order {
        if let Some(from) = start_of(&before, id)
            && from != start
        {
            moves.insert(id, (from, start));
        }
    }
    let shifts = shifts::runs(new, &order, &moves);
    let in_run: FxHashSet<SessionId> = shifts
        .iter()
        .flat_map(|shift| shift.sessions.iter().copied())
        .collect();
    let mut shifts: FxHashMap<SessionId, super::Shift> = shifts
        .into_iter()
        .filter_map(|shift| Some((*shift.sessions.first()?, shift)))
        .collect();
    // Of what begins at the same time, what went stands before what came in its place.
    for session in &old.sessions {
        if !new.sessions.contains(session.id) {
            let start = start_of(&before, session.id).unwrap_or_default();
            told.push((start, of(session.id, vec![What::TakenOut])));
        }
    }
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
                lasts(before.get(&id), now.get(&id), &mut whats);
                if !Arc::ptr_eq(earlier, session) && earlier != session {
                    one(earlier, session, moved.is_some(), &mut whats);
                }
            }
        }
        if !whats.is_empty() {
            told.push((start, of(id, whats)));
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
    whats.into_iter().map(|what| Change::of(id, what)).collect()
}

/// What is different about one session besides when it starts and how long it really lasts, of which `found` tells.
/// `moved` is whether the moment of its start is another.
fn one(old: &Session, new: &Session, moved: bool, found: &mut Vec<What>) {
    let is_length = |what: &What| matches!(what, What::Value(at, ..) if at.field() == Some(FieldId::SessionLength));
    let mut except = vec![FieldId::SessionLength];
    if moved {
        except.extend([FieldId::SessionDay, FieldId::SessionStart]);
    }
    // With a fixed end another length changes nothing for those who are there.
    if old.length != new.length && !found.iter().any(is_length) {
        found.push(What::Mention(FieldId::SessionLength.into()));
    }
    Session::compare_except(&except, &FieldPath::default(), old, new, found);
}

/// How long a session really lasts, also where its end is fixed and only its start has moved.
fn lasts(old: Option<&timing::Timed>, new: Option<&timing::Timed>, found: &mut Vec<What>) {
    let length = |timed: Option<&timing::Timed>| {
        timed
            .and_then(|timed| u32::try_from(timed.length().as_secs()).ok())
            .and_then(|seconds| Length::seconds(seconds).ok())
    };
    Compare::compare(
        &FieldId::SessionLength.into(),
        &length(old),
        &length(new),
        found,
    );
}
