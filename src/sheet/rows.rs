//! The rows of the table, and what is done with whole ones.

use std::collections::HashMap;

use jiff::civil::Date;

use super::{CellError, Column, Free, Perspective, Reading, Sheet, write::Writer};
use crate::{
    model::{BatchName, Edit, Event, Placement, RoomId, Session, SessionId, Start, TeamId},
    plan::{Plan, reorder},
};

/// What stands in a row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Row {
    /// The heading of a day, where there are several.
    Day(Date),
    /// A session.
    Session(SessionId),
    /// Where typing begins a new session of a day.
    New(Date),
}

/// What tells one row from another.
pub type RowKey = Row;

/// The rows of the table, in order, made once per state of the event.
#[derive(Clone, Debug, Default)]
pub struct Rows {
    /// The rows.
    pub list: Vec<Row>,
    /// The number of each, headings not counted, from 1.
    pub numbers: Vec<usize>,
    /// For a team's view, when it has nothing to do.
    pub free: Free,
    /// Whether there are several days, each with a heading.
    pub has_several_days: bool,
    places: HashMap<Row, usize>,
}

impl Rows {
    /// The rows of an event: of one room or of all; for a team those with its cues, if it has any and `only_cued`.
    #[must_use]
    pub fn of(
        event: &Event,
        plan: &Plan,
        room: Option<RoomId>,
        perspective: Perspective,
        only_cued: bool,
    ) -> Self {
        let team = match perspective {
            Perspective::Team(team) => Some(team),
            Perspective::All | Perspective::Own => None,
        };
        let mut rows = Self {
            free: team.map(|team| free(event, plan, team)).unwrap_or_default(),
            has_several_days: plan.days.len() > 1,
            ..Self::default()
        };
        let cut = team.is_some() && only_cued && !rows.free.is_empty();
        let mut number = 0;
        let mut push = |row: Row| {
            number += usize::from(!matches!(row, Row::Day(_)));
            rows.places.insert(row, rows.list.len());
            rows.list.push(row);
            rows.numbers.push(number);
        };
        for day in plan.days.iter() {
            if plan.days.len() > 1 {
                push(Row::Day(day.date));
            }
            for id in &day.sessions {
                let is_of_room =
                    room.is_none() || event.sessions.get(*id).is_some_and(|one| one.room == room);
                if is_of_room && (!cut || rows.free.contains_key(id)) {
                    push(Row::Session(*id));
                }
            }
            if !cut {
                push(Row::New(day.date));
            }
        }
        rows
    }

    /// The same without the rows in which new sessions begin: of an event that can only be read.
    #[must_use]
    pub fn to_read(self) -> Self {
        let kept = self.list.iter().zip(&self.numbers);
        let kept = kept.filter(|(row, _)| !matches!(row, Row::New(_)));
        let (list, numbers): (Vec<_>, Vec<_>) = kept.map(|(row, number)| (*row, *number)).unzip();
        let mut number = 0;
        let numbers = (list.iter().zip(numbers))
            .map(|(row, _)| {
                number += usize::from(!matches!(row, Row::Day(_)));
                number
            })
            .collect();
        Self {
            places: (list.iter().enumerate())
                .map(|(place, row)| (*row, place))
                .collect(),
            list,
            numbers,
            ..self
        }
    }

    /// Where a row stands, counted from 0.
    #[must_use]
    pub fn place(&self, row: Row) -> Option<usize> {
        self.places.get(&row).copied()
    }

    /// The sessions from one place to another, both counted.
    #[must_use]
    pub fn sessions(&self, from: usize, to: usize) -> Vec<SessionId> {
        let to = (to + 1).min(self.list.len());
        let rows = self.list.get(from.min(to)..to).unwrap_or_default();
        rows.iter().filter_map(|row| row.session()).collect()
    }
}

impl Row {
    /// The session that stands there.
    #[must_use]
    pub const fn session(self) -> Option<SessionId> {
        match self {
            Self::Session(id) => Some(id),
            Self::Day(_) | Self::New(_) => None,
        }
    }
}

/// When a team has nothing to do before and after each session in which it has a cue, within a day.
fn free(event: &Event, plan: &Plan, team: TeamId) -> Free {
    let is_cued = |session: &Session| {
        let steps = session.steps.iter().flat_map(|step| &step.cues);
        session.cues.iter().chain(steps).any(|cue| cue.team == team)
    };
    let mut free = Free::new();
    for day in plan.days.iter() {
        let mut before: Option<(SessionId, jiff::civil::DateTime)> = None;
        for id in &day.sessions {
            let session = event.sessions.get(*id).filter(|session| is_cued(session));
            let (Some(_), Some(timed)) = (session, plan.timed(*id)) else {
                continue;
            };
            let gap = before.map(|(last, end)| {
                let minutes = timed.start.duration_since(end).as_mins();
                if let Some(last) = free.get_mut(&last) {
                    let (_, after): &mut (Option<i64>, Option<i64>) = last;
                    *after = Some(minutes);
                }
                minutes
            });
            free.insert(*id, (gap, None));
            // Of what runs beside each other, the time is free after the last that ends.
            let is_later = before.is_none_or(|(_, end)| timed.end >= end);
            if is_later {
                before = Some((*id, timed.end));
            }
        }
    }
    free
}

impl Sheet<'_> {
    /// The edit that begins a new session on a day, after another, with these cells; and which it is. It follows the
    /// one before it, in its room, and a title says what kind it is and so how long it lasts.
    ///
    /// # Errors
    /// [`CellError`] for the first cell that cannot be understood.
    pub fn add_row(
        &self,
        day: Date,
        after: Option<SessionId>,
        room: Option<RoomId>,
        cells: Vec<(Column, String)>,
        reading: Reading,
    ) -> Result<Option<(Edit, SessionId)>, CellError> {
        let mut writer = Writer::new(*self, reading);
        let (room, before) = self.place_after(after, room);
        writer.add(day, room, before, cells, 0);
        let written = writer.finish()?;
        let added = written.added.first().copied();
        Ok(added.and_then(|id| Some((written.into_edit(BatchName::AddSession)?, id))))
    }

    /// The room of a new row after a session, and the session before which it stands.
    pub(super) fn place_after(
        &self,
        after: Option<SessionId>,
        room: Option<RoomId>,
    ) -> (Option<RoomId>, Option<SessionId>) {
        let sessions = &self.event.sessions;
        let last = after.and_then(|id| sessions.get(id));
        let first_room = || self.event.rooms.at(0).map(|room| room.id);
        let room = room.or_else(|| match last {
            Some(last) => last.room,
            None => first_room(),
        });
        let before = after.and_then(|id| sessions.after(id)).map(|next| next.id);
        (room, before)
    }

    /// The edit that moves rows, in their order, before another session or to the end of a day. None if nothing
    /// would change.
    #[must_use]
    pub fn move_rows(
        &self,
        rows: &[SessionId],
        before: Option<SessionId>,
        day: Date,
    ) -> Option<Edit> {
        // Rows that move cannot stand before one of themselves.
        let mut before = before;
        while let Some(id) = before.filter(|id| rows.contains(id)) {
            before = self.event.sessions.after(id).map(|next| next.id);
        }
        let mut event = self.event.clone();
        let mut edits = Vec::new();
        for id in rows {
            let Some(edit) = reorder(&event, *id, before, day) else {
                continue;
            };
            if event.apply(&edit).is_ok() {
                match edit {
                    Edit::Batch(_, several) => edits.extend(several),
                    one => edits.push(one),
                }
            }
        }
        (!edits.is_empty()).then_some(Edit::Batch(BatchName::MoveSessions(rows.len()), edits))
    }

    /// The edit that puts copies of rows behind the last of them, in the same order, each following what stands before
    /// it; and which the copies are. None of no rows.
    #[must_use]
    pub fn duplicate_rows(&self, rows: &[SessionId]) -> Option<(Edit, Vec<SessionId>)> {
        let sessions = &self.event.sessions;
        let before = sessions.after(*rows.last()?).map(|next| next.id);
        let (mut edits, mut added) = (Vec::new(), Vec::new());
        for old in rows.iter().filter_map(|id| sessions.get(*id)) {
            let copy = Session {
                id: SessionId::new(),
                start: Start::Follows,
                ..(**old).clone()
            };
            added.push(copy.id);
            edits.push(Edit::Place(Placement::Session(copy.id, before)));
            edits.insert(added.len() - 1, Edit::from(copy));
        }
        let name = match added.len() {
            1 => BatchName::DuplicateSession,
            several => BatchName::DuplicateSessions(several),
        };
        Some((Edit::Batch(name, edits), added))
    }

    /// The edit that removes rows.
    #[must_use]
    pub fn remove_rows(&self, rows: &[SessionId]) -> Option<Edit> {
        match rows {
            [] => None,
            [one] => Some(Edit::Remove((*one).into())),
            several => {
                let edits = several.iter().map(|id| Edit::Remove((*id).into()));
                Some(Edit::Batch(
                    BatchName::RemoveItems(several.len()),
                    edits.collect(),
                ))
            }
        }
    }
}
