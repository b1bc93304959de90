//! What becomes of the event when a session is pulled to another time or room, or one of its edges is.

use jiff::civil::{Date, DateTime};
use rustc_hash::FxHashMap;

use super::{moment, seconds};
use crate::{
    model::{BatchName, Edit, Event, Length, Placement, RoomId, Session, SessionId, Start},
    plan::{Begins, Plan, Timed, timing},
};

/// Where a session is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grip {
    /// In its middle: it moves as it is, into this room.
    Whole(Option<RoomId>),
    /// At its start: it still ends when it does.
    Start,
    /// At its end: its length changes, or its end where that is fixed.
    End,
}

/// An edit, and the event as it would be.
#[derive(Clone, Debug)]
pub struct Foreseen {
    /// The edit.
    pub edit: Edit,
    /// The event after it.
    pub event: Event,
    timed: FxHashMap<SessionId, Timed>,
}

impl Foreseen {
    fn of(event: &Event, day: Date, edit: Edit) -> Option<Self> {
        let mut after = event.clone();
        after.apply(&edit).ok()?;
        Some(Self {
            edit,
            timed: timing::times_of_day(&after, day),
            event: after,
        })
    }

    /// When a session of the day would start and end; when it would have to is not asked.
    #[must_use]
    pub fn timed(&self, session: SessionId) -> Option<&Timed> {
        self.timed.get(&session)
    }
}

/// What becomes of the event when what is held of a session is pulled to `at`, in seconds from midnight of its day.
///
/// It goes to the next multiple of `step` seconds, or to the end of what would go before it where that is as near. It
/// passes a session that follows at the middle of that one, and one with a fixed start at its start; those behind it
/// follow it, and those behind its old place close up or take over its fixed start. None where nothing would change,
/// and where it cannot start or end then.
#[must_use]
pub fn pulled(
    event: &Event,
    plan: &Plan,
    session: SessionId,
    grip: Grip,
    at: i64,
    step: i64,
) -> Option<Foreseen> {
    let step = step.max(1);
    let pull = Pull {
        event,
        plan,
        session: event.sessions.get(session)?,
        timed: plan.timed(session)?,
    };
    let rounded = (at + step / 2).div_euclid(step) * step;
    let first = pull.to(grip, rounded);
    if grip == Grip::End {
        return first;
    }
    // Where it comes to lie after what goes before it is only known when both have moved.
    let previous = match &first {
        Some(foreseen) => end_before(foreseen.timed(session), |id| foreseen.timed(id)),
        None => end_before(Some(pull.timed), |id| plan.timed(id)),
    };
    let magnet = previous
        .map(|end| seconds(pull.session.day, end))
        .filter(|magnet| *magnet != rounded && (at - magnet).abs() * 2 <= step);
    match magnet {
        Some(magnet) => pull.to(grip, magnet),
        None => first,
    }
}

/// When what goes before a session ends.
fn end_before<'t>(
    session: Option<&Timed>,
    timed: impl Fn(SessionId) -> Option<&'t Timed>,
) -> Option<DateTime> {
    timed(session?.previous?).map(|before| before.end)
}

struct Pull<'a> {
    event: &'a Event,
    plan: &'a Plan,
    session: &'a Session,
    timed: &'a Timed,
}

impl Pull<'_> {
    fn to(&self, grip: Grip, at: i64) -> Option<Foreseen> {
        let at = moment(self.session.day, at)?;
        let is_there = match grip {
            Grip::Whole(room) => room == self.session.room && at == self.timed.start,
            Grip::Start => at == self.timed.start,
            Grip::End => at == self.timed.end,
        };
        if is_there {
            return None;
        }
        match grip {
            Grip::Whole(room) => self.moved(room, at),
            Grip::Start => self.from(at),
            Grip::End => self.until(at),
        }
    }

    /// It ends then.
    fn until(&self, end: DateTime) -> Option<Foreseen> {
        let mut changed = self.session.clone();
        match &mut changed.until {
            Some(until) => *until = end.time(),
            None => changed.length = length(self.timed.start, end)?,
        }
        self.checked(BatchName::Resize, changed, &[], (self.timed.start, end))
    }

    /// It starts then, and ends when it does.
    fn from(&self, start: DateTime) -> Option<Foreseen> {
        let end = self.timed.end;
        let mut changed = self.session.clone();
        let length = length(start, end)?;
        if changed.until.is_none() {
            changed.length = length;
        }
        self.started(BatchName::Resize, changed, &[], (start, end))
    }

    /// It starts then, in this room, as long as it is.
    fn moved(&self, room: Option<RoomId>, start: DateTime) -> Option<Foreseen> {
        let end = start.checked_add(self.timed.length()).ok()?;
        let mut changed = self.session.clone();
        changed.room = room;
        changed.until = changed.until.map(|_| end.time());
        let here = self.event.sessions.place(self.session.id)?;
        let lane = self.lane(room);
        let passed: Vec<bool> = lane
            .iter()
            .map(|(_, other)| self.passes(start, other))
            .collect();
        let stays = room == self.session.room
            && lane
                .iter()
                .zip(&passed)
                .all(|((place, _), passed)| (*place < here) == *passed);
        if stays {
            return self.started(BatchName::Move, changed, &[], (start, end));
        }
        let mut others = Vec::new();
        others.extend(self.heir());
        let next = lane.iter().zip(&passed).find(|(_, passed)| !**passed);
        let next = next.map(|((_, next), _)| *next);
        others.extend(next.and_then(|next| self.held(next, end)));
        // Behind the last of the room, what is listed there of other rooms stays behind it.
        let before = match (next, lane.last()) {
            (Some(next), _) => Some(Some(next.id)),
            (None, Some((_, last))) => {
                let behind = self.event.sessions.after(last.id);
                Some(behind.map(|behind| behind.id))
            }
            (None, None) => None,
        };
        if let Some(before) = before.filter(|before| *before != Some(self.session.id)) {
            others.push(Edit::Place(Placement::Session(self.session.id, before)));
        }
        self.started(BatchName::Move, changed, &others, (start, end))
    }

    /// The other sessions of a room on its day, with their places in the list.
    fn lane(&self, room: Option<RoomId>) -> Vec<(usize, &Session)> {
        let sessions = self.event.sessions.iter().enumerate();
        sessions
            .map(|(place, other)| (place, other.as_ref()))
            .filter(|(_, other)| {
                other.id != self.session.id && other.day == self.session.day && other.room == room
            })
            .collect()
    }

    /// Whether what starts then goes behind another session.
    fn passes(&self, start: DateTime, other: &Session) -> bool {
        let Some(timed) = self.plan.timed(other.id) else {
            return false;
        };
        match other.start {
            Start::Fixed(_) => timed.start <= start,
            Start::Follows => start.duration_since(timed.start) >= timed.length() / 2,
        }
    }

    /// What followed it at its old place takes over its fixed start, so that it does not fall to another time.
    fn heir(&self) -> Option<Edit> {
        let Start::Fixed(_) = self.session.start else {
            return None;
        };
        let here = self.event.sessions.place(self.session.id)?;
        let lane = self.lane(self.session.room);
        let (_, next) = lane.into_iter().find(|(place, _)| *place > here)?;
        (next.start == Start::Follows).then(|| {
            Edit::from(Session {
                start: self.session.start,
                ..next.clone()
            })
        })
    }

    /// What began its day in its room at the hour that was taken for it keeps that hour where it can.
    fn held(&self, next: &Session, end: DateTime) -> Option<Edit> {
        let timed = self.plan.timed(next.id)?;
        (timed.begins == Begins::Assumed && end <= timed.start).then(|| {
            Edit::from(Session {
                start: Start::Fixed(timed.start.time()),
                ..next.clone()
            })
        })
    }

    /// As it starts then: fixed, but what followed follows on where it starts when what goes before it ends.
    fn started(
        &self,
        name: BatchName,
        mut changed: Session,
        others: &[Edit],
        hours: (DateTime, DateTime),
    ) -> Option<Foreseen> {
        if self.session.start == Start::Follows {
            changed.start = Start::Follows;
            let follows = self.checked(name.clone(), changed.clone(), others, hours);
            let is_behind = |after: &Foreseen| {
                after
                    .timed(changed.id)
                    .is_some_and(|t| t.previous.is_some())
            };
            if let Some(follows) = follows.filter(is_behind) {
                return Some(follows);
            }
        }
        changed.start = Start::Fixed(hours.0.time());
        self.checked(name, changed, others, hours)
    }

    /// The edit, where the session then has these hours.
    fn checked(
        &self,
        name: BatchName,
        changed: Session,
        others: &[Edit],
        hours: (DateTime, DateTime),
    ) -> Option<Foreseen> {
        let mut edits = vec![Edit::from(changed)];
        edits.extend_from_slice(others);
        let foreseen = Foreseen::of(self.event, self.session.day, Edit::Batch(name, edits))?;
        let timed = foreseen.timed(self.session.id)?;
        ((timed.start, timed.end) == hours).then_some(foreseen)
    }
}

/// From a moment to another. None where that is no length.
fn length(from: DateTime, to: DateTime) -> Option<Length> {
    let seconds = u32::try_from(to.duration_since(from).as_secs()).ok()?;
    Length::seconds(seconds).ok()
}
