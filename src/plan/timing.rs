//! When each session starts and ends.

use std::collections::{BTreeMap, HashMap};

use jiff::{
    SignedDuration,
    civil::{Date, DateTime, Time, time},
};

use crate::model::{Event, RoomId, Session, SessionId, Start};

/// Where a day begins that nobody has given a time.
const OPENING: Time = time(9, 0, 0, 0);

/// From what a session's start follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Begins {
    /// It is fixed.
    Fixed,
    /// The session before it, on its day in its room, ends then.
    After(SessionId),
    /// Nothing goes before it and nobody has given a time: nine o'clock is taken.
    Assumed,
}

/// When a session starts and ends, in the event's own time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timed {
    /// Its first moment.
    pub start: DateTime,
    /// Its last moment; on the next day if it goes past midnight.
    pub end: DateTime,
    /// Why it starts then.
    pub begins: Begins,
    /// Between the end of the session before it in its room and its start: negative where the two overlap.
    pub gap: SignedDuration,
    /// The session before it, on its day in its room.
    pub previous: Option<SessionId>,
}

/// One day of the event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Day {
    /// Which day.
    pub date: Date,
    /// Its sessions by their start; those that start together, by the order of the run-of-show.
    pub sessions: Vec<SessionId>,
    /// When the last of them ends.
    pub ends: Option<DateTime>,
}

/// Times every session of the event.
pub(super) fn times(event: &Event) -> HashMap<SessionId, Timed> {
    let mut last: HashMap<(Date, Option<RoomId>), (SessionId, DateTime)> = HashMap::new();
    let mut timed = HashMap::with_capacity(event.sessions.len());
    for session in &event.sessions {
        let previous = last.get(&(session.day, session.room)).copied();
        let this = time_one(session, previous);
        last.insert((session.day, session.room), (session.id, this.end));
        timed.insert(session.id, this);
    }
    timed
}

fn time_one(session: &Session, previous: Option<(SessionId, DateTime)>) -> Timed {
    let (start, begins) = match (session.start, previous) {
        (Start::Fixed(time), _) => (session.day.to_datetime(time), Begins::Fixed),
        (Start::Follows, Some((before, end))) => (end, Begins::After(before)),
        (Start::Follows, None) => (session.day.to_datetime(OPENING), Begins::Assumed),
    };
    let gap = previous.map_or(SignedDuration::ZERO, |(_, end)| start.duration_since(end));
    // A date at the very end of the calendar has no morrow; such a session ends when it starts.
    let end = start.checked_add(session.length.span()).unwrap_or(start);
    Timed {
        start,
        end,
        begins,
        gap,
        previous: previous.map(|(id, _)| id),
    }
}

/// The days of the event, with their sessions in order of time.
pub(super) fn days(event: &Event, timed: &HashMap<SessionId, Timed>) -> Vec<Day> {
    let mut by_day: BTreeMap<Date, Vec<(DateTime, SessionId)>> = event
        .details
        .days
        .iter()
        .map(|&date| (date, Vec::new()))
        .collect();
    for session in &event.sessions {
        if let Some(timed) = timed.get(&session.id) {
            by_day
                .entry(session.day)
                .or_default()
                .push((timed.start, session.id));
        }
    }
    by_day
        .into_iter()
        .map(|(date, mut sessions)| {
            sessions.sort_by_key(|&(start, _)| start);
            let ends = sessions
                .iter()
                .filter_map(|(_, id)| timed.get(id))
                .map(|timed| timed.end)
                .max();
            Day {
                date,
                sessions: sessions.into_iter().map(|(_, id)| id).collect(),
                ends,
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::{
        model::{Edit, EventId, Length, SessionKind},
        plan::Plan,
    };

    fn check(sessions: &[(Start, u32)], expected: &[(&str, &str, i64)]) {
        let mut event = Event::empty(EventId::new());
        for (start, minutes) in sessions {
            let mut session = Session::new(SessionKind::Other, date(2025, 6, 3));
            session.start = *start;
            session.length = Length::minutes(*minutes).unwrap();
            event.apply(&Edit::from(session)).unwrap();
        }
        let plan = Plan::of(&event);
        let found: Vec<_> = event
            .sessions
            .iter()
            .map(|session| {
                let timed = plan.timed(session.id).unwrap();
                (
                    timed.start.strftime("%d %H:%M").to_string(),
                    timed.end.strftime("%d %H:%M").to_string(),
                    timed.gap.as_secs() / 60,
                )
            })
            .collect();
        let expected: Vec<_> = expected
            .iter()
            .map(|(a, b, gap)| ((*a).to_owned(), (*b).to_owned(), *gap))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn what_follows_starts_when_what_goes_before_ends() {
        check(
            &[
                (Start::Follows, 30),
                (Start::Follows, 2),
                (Start::Fixed(time(9, 40, 0, 0)), 10),
                (Start::Follows, 5),
            ],
            &[
                ("03 09:00", "03 09:30", 0),
                ("03 09:30", "03 09:32", 0),
                ("03 09:40", "03 09:50", 8),
                ("03 09:50", "03 09:55", 0),
            ],
        );
    }

    #[test]
    fn an_overlap_is_a_negative_gap_and_midnight_is_passed() {
        check(
            &[
                (Start::Fixed(time(23, 30, 0, 0)), 60),
                (Start::Fixed(time(23, 45, 0, 0)), 30),
            ],
            &[("03 23:30", "04 00:30", 0), ("03 23:45", "04 00:15", -45)],
        );
    }
}
