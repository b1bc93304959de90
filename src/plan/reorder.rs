//! Moving a session in the run-of-show: what else has to change so that it really starts where it was put.

use jiff::civil::Date;

use crate::model::{BatchName, Edit, Event, Placement, Session, SessionId, Start};

/// The edit that puts a session before another (or at the end of a day), so that it follows what then goes before it.
///
/// A fixed start stays with the place, not with the session: what is put first takes over the fixed start of what was
/// first in its room, and what is moved away from its fixed start follows. None if nothing would change.
#[must_use]
pub fn reorder(
    event: &Event,
    moved: SessionId,
    before: Option<SessionId>,
    day: Date,
) -> Option<Edit> {
    let session = event.sessions.get(moved)?;
    if before == Some(moved) {
        return None;
    }
    let mut changed = Session {
        day,
        ..(**session).clone()
    };
    let mut edits = Vec::new();
    let in_chain =
        |other: &Session| other.id != moved && other.day == day && other.room == session.room;
    let place = before
        .and_then(|before| event.sessions.place(before))
        .unwrap_or(event.sessions.len());
    let goes_before = event
        .sessions
        .iter()
        .take(place)
        .any(|other| in_chain(other));
    let first_behind = event
        .sessions
        .iter()
        .skip(place)
        .find(|other| in_chain(other));
    if goes_before {
        changed.start = Start::Follows;
    } else if let Some(first) = first_behind
        && let Start::Fixed(_) = first.start
    {
        changed.start = first.start;
        edits.push(Edit::from(Session {
            start: Start::Follows,
            ..(**first).clone()
        }));
    }
    // What followed it on its old place would fall to another time if the place's fixed start went with it.
    if let Start::Fixed(_) = session.start {
        let after = event.sessions.after(moved).filter(|next| {
            next.room == session.room
                && next.day == session.day
                && next.start == Start::Follows
                && Some(next.id) != before
        });
        let was_first = !event
            .sessions
            .iter()
            .take_while(|other| other.id != moved)
            .any(|other| other.room == session.room && other.day == session.day);
        if let Some(next) = after.filter(|_| was_first) {
            edits.push(Edit::from(Session {
                start: session.start,
                ..(**next).clone()
            }));
        }
    }
    let is_there = event.sessions.after(moved).map(|next| next.id) == before;
    if changed == **session && is_there {
        return None;
    }
    edits.insert(0, Edit::from(changed));
    edits.push(Edit::Place(Placement::Session(moved, before)));
    Some(Edit::Batch(BatchName::Move, edits))
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, time};

    use super::*;
    use crate::{
        model::{EventId, Length, SessionKind, Text},
        plan::Plan,
    };

    /// Moves one session of "a 9:00 fixed 30, b 10, c 20" and tells what then starts when.
    fn check(moved: usize, before: Option<usize>, expected: &[(&str, &str)]) {
        let mut event = Event::empty(EventId::new());
        let day = date(2025, 6, 3);
        for (name, minutes) in [("a", 30), ("b", 10), ("c", 20)] {
            let mut session = Session::new(SessionKind::Other, day);
            session.title = Text::en(name);
            session.length = Length::minutes(minutes).unwrap();
            if name == "a" {
                session.start = Start::Fixed(time(9, 0, 0, 0));
            }
            event.apply(&session.into()).unwrap();
        }
        let id = |place: usize| event.sessions.at(place).unwrap().id;
        let edit = reorder(&event, id(moved), before.map(id), day).unwrap();
        event.apply(&edit).unwrap();
        let plan = Plan::of(&event);
        let found: Vec<_> = plan.days[0]
            .sessions
            .iter()
            .map(|id| {
                let session = event.sessions.get(*id).unwrap();
                let start = plan.timed(*id).unwrap().start.strftime("%H:%M").to_string();
                (
                    session.title.shown(&crate::model::Lang::EN).to_owned(),
                    start,
                )
            })
            .collect();
        let expected: Vec<_> = expected
            .iter()
            .map(|(a, b)| ((*a).to_owned(), (*b).to_owned()))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_session_starts_where_it_was_put() {
        check(
            2,
            Some(1),
            &[("a", "09:00"), ("c", "09:30"), ("b", "09:50")],
        );
        check(1, None, &[("a", "09:00"), ("c", "09:30"), ("b", "09:50")]);
    }

    #[test]
    fn the_fixed_start_stays_with_the_place() {
        check(
            2,
            Some(0),
            &[("c", "09:00"), ("a", "09:20"), ("b", "09:50")],
        );
        check(0, None, &[("b", "09:00"), ("c", "09:10"), ("a", "09:30")]);
    }
}
