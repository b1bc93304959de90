//! When each session starts and ends.

use std::{collections::BTreeMap, sync::Arc};

use jiff::{
    SignedDuration,
    civil::{Date, DateTime, Time, time},
};
use rustc_hash::{FxBuildHasher, FxHashMap};

use crate::model::{Closing, Event, RoomId, Session, SessionId, Start};

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
    /// How long after its own fixed end it would only start: zero unless it has one, and what goes before is too long.
    pub overrun: SignedDuration,
    /// How long after the closing hour of its day it ends: zero where it does not.
    pub late: SignedDuration,
    /// The session before it, on its day in its room.
    pub previous: Option<SessionId>,
    /// When it has to start at the latest, and for what; none if no fixed time comes after it.
    pub latest: Option<Latest>,
}

/// The latest start that still keeps the next fixed time of the room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Latest {
    /// The latest start.
    pub start: DateTime,
    /// The session that starts, or ends, at the fixed time.
    pub keeps: SessionId,
}

impl Timed {
    /// How long it lasts: its own length, or what is left until its fixed end.
    #[must_use]
    pub fn length(&self) -> SignedDuration {
        self.end.duration_since(self.start)
    }

    /// How much later it could start without harm; negative where it is too late already. None if no fixed time
    /// comes after it.
    #[must_use]
    pub fn spare(&self) -> Option<SignedDuration> {
        self.latest
            .map(|latest| latest.start.duration_since(self.start))
    }
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

/// A time of day that lies so far before what it stands behind is meant on the next day: a gala that begins at
/// 22:00 has its toast at 00:15.
const NEXT_DAY: SignedDuration = SignedDuration::from_hours(12);

/// A day of a room: the sessions that follow one another.
pub(super) type Lane = (Date, Option<RoomId>);

/// Times every session of the event.
pub(super) fn times(event: &Event) -> FxHashMap<SessionId, Timed> {
    let mut timed = FxHashMap::with_capacity_and_hasher(event.sessions.len(), FxBuildHasher);
    let closing = &event.details.closing;
    time_forth(event.sessions.iter(), closing, &mut timed);
    time_back(event, &mut timed);
    timed
}

/// When the sessions of one day start and end, without when they would have to.
pub(super) fn times_of_day(event: &Event, day: Date) -> FxHashMap<SessionId, Timed> {
    let mut timed = FxHashMap::default();
    let sessions = event.sessions.iter();
    let of_day = sessions.filter(|session| session.day == day);
    time_forth(of_day, &event.details.closing, &mut timed);
    timed
}

fn time_forth<'a>(
    sessions: impl Iterator<Item = &'a Arc<Session>>,
    closing: &Closing,
    timed: &mut FxHashMap<SessionId, Timed>,
) {
    let mut last: FxHashMap<Lane, (SessionId, Timed)> = FxHashMap::default();
    for session in sessions {
        let lane = (session.day, session.room);
        let this = time_one(session, closing, last.get(&lane));
        last.insert(lane, (session.id, this));
        timed.insert(session.id, this);
    }
}

fn time_one(session: &Session, closing: &Closing, previous: Option<&(SessionId, Timed)>) -> Timed {
    let (start, begins) = match (session.start, previous) {
        (Start::Fixed(time), None) => (session.day.to_datetime(time), Begins::Fixed),
        (Start::Fixed(time), Some((_, before))) => (
            at_or_next_day(session.day, time, before.start),
            Begins::Fixed,
        ),
        (Start::Follows, Some((id, before))) => (before.end, Begins::After(*id)),
        (Start::Follows, None) => (session.day.to_datetime(OPENING), Begins::Assumed),
    };
    let gap = previous.map_or(SignedDuration::ZERO, |(_, before)| {
        start.duration_since(before.end)
    });
    let wanted = match session.until {
        Some(time) => at_or_next_day(start.date(), time, start),
        // A date at the very end of the calendar has no morrow; such a session ends when it starts.
        None => start.checked_add(session.length.span()).unwrap_or(start),
    };
    let end = wanted.max(start);
    Timed {
        start,
        end,
        begins,
        gap,
        overrun: end.duration_since(wanted),
        late: closing
            .of(session.day)
            .map_or(SignedDuration::ZERO, |closes| {
                end.duration_since(closes).max(SignedDuration::ZERO)
            }),
        previous: previous.map(|(id, _)| *id),
        latest: None,
    }
}

/// A time of a day, or of the next one if it would lie half a day or more before `after`.
fn at_or_next_day(day: Date, time: Time, after: DateTime) -> DateTime {
    let at = day.to_datetime(time);
    if after.duration_since(at) < NEXT_DAY {
        return at;
    }
    let next = day.tomorrow().map(|next| next.to_datetime(time));
    next.unwrap_or(at)
}

/// Back-timing: from each fixed time backwards through its room, when what goes before has to start.
fn time_back(event: &Event, timed: &mut FxHashMap<SessionId, Timed>) {
    let mut anchors: FxHashMap<Lane, Latest> = FxHashMap::default();
    for place in (0..event.sessions.len()).rev() {
        let Some(session) = event.sessions.at(place) else {
            continue;
        };
        let Some(this) = timed.get_mut(&session.id) else {
            continue;
        };
        let lane = (session.day, session.room);
        let fixed = |start| Latest {
            start,
            keeps: session.id,
        };
        let end = match session.until {
            Some(_) => Some(fixed(this.end - this.overrun)),
            None => anchors.get(&lane).copied(),
        };
        this.latest = end.and_then(|end| {
            let start = end.start.checked_sub(session.length.span()).ok()?;
            Some(Latest { start, ..end })
        });
        let before = match session.start {
            Start::Fixed(_) => Some(fixed(this.start)),
            Start::Follows => this.latest,
        };
        match before {
            Some(before) => anchors.insert(lane, before),
            None => anchors.remove(&lane),
        };
    }
}

/// The days of the event, with their sessions in order of time.
pub(super) fn days(event: &Event, timed: &FxHashMap<SessionId, Timed>) -> Vec<Day> {
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
