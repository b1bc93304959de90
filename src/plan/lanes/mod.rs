//! The picture of a day: its rooms as lanes beside each other, its sessions as blocks in them, and what becomes of the
//! event when a block is pulled elsewhere.

mod pull;

use std::collections::HashMap;

use jiff::{
    SignedDuration,
    civil::{Date, DateTime, Time},
};

use super::Timed;
use crate::model::{Event, RoomId, SessionId};

pub use pull::{Foreseen, Grip, pulled};

/// A session in its lane. Moments are in seconds from midnight of the day; beyond 24 hours they are of the next one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// Which session.
    pub session: SessionId,
    /// Its first moment.
    pub start: i64,
    /// Its last moment.
    pub end: i64,
    /// Which of the columns beside each other is its own, from 0.
    pub column: usize,
    /// How many columns its lane has there: more than one where sessions overlap.
    pub columns: usize,
}

/// A room on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lane {
    /// Which room; none for the sessions that have none.
    pub room: Option<RoomId>,
    /// Its sessions, by their start.
    pub blocks: Vec<Block>,
    /// When nothing happens between two of them: from, to, in seconds from midnight.
    pub gaps: Vec<(i64, i64)>,
}

/// The lanes of a day: the rooms in the event's order, then what has no room. Without any room there is one lane.
#[must_use]
pub fn lanes<'t>(
    event: &Event,
    date: Date,
    sessions: &[SessionId],
    timed: impl Fn(SessionId) -> Option<&'t Timed>,
) -> Vec<Lane> {
    let rooms = event.rooms.iter().map(|room| Some(room.id)).chain([None]);
    let mut lanes: Vec<Lane> = rooms
        .map(|room| Lane {
            room,
            blocks: Vec::new(),
            gaps: Vec::new(),
        })
        .collect();
    let places: HashMap<Option<RoomId>, usize> = lanes
        .iter()
        .enumerate()
        .map(|(place, lane)| (lane.room, place))
        .collect();
    let last = lanes.len() - 1;
    for &id in sessions {
        let (Some(session), Some(timed)) = (event.sessions.get(id), timed(id)) else {
            continue;
        };
        let place = places.get(&session.room).copied().unwrap_or(last);
        lanes[place].blocks.push(Block {
            session: id,
            start: seconds(date, timed.start),
            end: seconds(date, timed.end),
            column: 0,
            columns: 1,
        });
    }
    if lanes.len() > 1 && lanes[last].blocks.is_empty() {
        lanes.pop();
    }
    for lane in &mut lanes {
        lane.blocks.sort_by_key(|block| (block.start, block.end));
        abreast(&mut lane.blocks);
        lane.gaps = gaps(&lane.blocks);
    }
    lanes
}

/// From the first moment of the sessions to their last; none where there is none.
#[must_use]
pub fn span(lanes: &[Lane]) -> Option<(i64, i64)> {
    let blocks = || lanes.iter().flat_map(|lane| &lane.blocks);
    let from = blocks().map(|block| block.start).min()?;
    let to = blocks().map(|block| block.end).max()?;
    Some((from, to))
}

/// How far a moment is from midnight of a day, in seconds.
#[must_use]
pub fn seconds(date: Date, moment: DateTime) -> i64 {
    moment
        .duration_since(date.to_datetime(Time::midnight()))
        .as_secs()
}

/// The moment so many seconds from midnight of a day. None beyond the calendar.
#[must_use]
pub fn moment(date: Date, seconds: i64) -> Option<DateTime> {
    let midnight = date.to_datetime(Time::midnight());
    midnight
        .checked_add(SignedDuration::from_secs(seconds))
        .ok()
}

/// Gives those that overlap, or hang together by others that do, columns beside each other.
fn abreast(blocks: &mut [Block]) {
    let mut first = 0;
    let mut ends: Vec<i64> = Vec::new();
    for place in 0..blocks.len() {
        let Block { start, end, .. } = blocks[place];
        if ends.iter().all(|&end| end <= start) {
            close(&mut blocks[first..place], ends.len());
            (first, ends) = (place, Vec::new());
        }
        // What has no length is still something to see.
        let end = end.max(start + 60);
        let column = ends.iter().position(|&end| end <= start);
        let column = column.unwrap_or_else(|| {
            ends.push(end);
            ends.len() - 1
        });
        ends[column] = end;
        blocks[place].column = column;
    }
    close(&mut blocks[first..], ends.len());
}

fn close(cluster: &mut [Block], columns: usize) {
    for block in cluster {
        block.columns = columns;
    }
}

fn gaps(blocks: &[Block]) -> Vec<(i64, i64)> {
    let mut gaps = Vec::new();
    let mut until: Option<i64> = None;
    for block in blocks {
        if let Some(until) = until.filter(|&until| until < block.start) {
            gaps.push((until, block.start));
        }
        until = until.max(Some(block.end));
    }
    gaps
}

#[cfg(test)]
mod tests;
