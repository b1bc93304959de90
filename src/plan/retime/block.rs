//! Moving a block of sessions to another day or room.

use jiff::civil::Date;

use crate::{
    model::{BatchName, Edit, Event, Placement, RoomId, Session, SessionId, Start},
    plan::Plan,
};

/// The room into which sessions are moved.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Target {
    /// The room in which each is.
    #[default]
    SameRoom,
    /// This room.
    Room(RoomId),
    /// No room.
    NoRoom,
}

impl Target {
    /// The room of a session that was moved there.
    fn of(self, session: &Session) -> Option<RoomId> {
        match self {
            Self::SameRoom => session.room,
            Self::Room(room) => Some(room),
            Self::NoRoom => None,
        }
    }
}

/// The edit that moves these sessions to a day and a room. They keep
/// their order and the time of day at which the first of each room starts, and stand behind what starts before them there.
/// None if they are there already.
#[must_use]
pub fn move_block(
    event: &Event,
    plan: &Plan,
    block: &[SessionId],
    day: Date,
    room: Target,
) -> Option<Edit> {
    let moved: Vec<&Session> = event
        .sessions
        .iter()
        .filter(|session| block.contains(&session.id))
        .map(AsRef::as_ref)
        .collect();
    let stays = |session: &Session| session.day == day && room.of(session) == session.room;
    if moved.iter().all(|session| stays(session)) {
        return None;
    }
    let mut edits = Vec::new();
    let mut begun: Vec<Option<RoomId>> = Vec::new();
    for session in moved {
        let to = room.of(session);
        let timed = plan.timed(session.id)?;
        let is_first = !begun.contains(&to);
        begun.push(to);
        // A block that was torn out of its row keeps its hour; what follows within it follows on.
        let follows_on = timed
            .previous
            .is_some_and(|before| block.contains(&before) && !is_first);
        let start = match session.start {
            Start::Follows if !follows_on => Start::Fixed(timed.start.time()),
            start => start,
        };
        edits.push(Edit::from(Session {
            day,
            room: to,
            start,
            ..session.clone()
        }));
    }
    edits.extend(placements(event, plan, block, day, room));
    Some(Edit::Batch(BatchName::MoveBlock(block.len()), edits))
}

/// Where the moved sessions stand in the list: each behind the last session of its new day and room that starts before
/// the first moved one there.
#[allow(
    clippy::option_option,
    reason = "no other room, and no room at all, are two things"
)]
fn placements(
    event: &Event,
    plan: &Plan,
    block: &[SessionId],
    day: Date,
    room: Target,
) -> Vec<Edit> {
    let mut placements = Vec::new();
    let mut before: Vec<(Option<RoomId>, Option<SessionId>)> = Vec::new();
    for session in &event.sessions {
        if !block.contains(&session.id) {
            continue;
        }
        let to = room.of(session);
        let known = before.iter().find(|(room, _)| *room == to);
        let stands = if let Some((_, stands)) = known {
            *stands
        } else {
            let starts = plan.timed(session.id).map(|timed| timed.start.time());
            let next = event.sessions.iter().find(|other| {
                other.day == day
                    && other.room == to
                    && !block.contains(&other.id)
                    && plan
                        .timed(other.id)
                        .is_some_and(|timed| Some(timed.start.time()) >= starts)
            });
            let next = next.map(|next| next.id);
            before.push((to, next));
            next
        };
        placements.push(Edit::Place(Placement::Session(session.id, stands)));
    }
    placements
}
