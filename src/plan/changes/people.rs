//! What is different for each person: about them, and about the sessions and agreements in which they appear.

use std::collections::HashMap;

use super::{Change, What, sessions::Moves};
use crate::{
    model::{Event, FieldId, ItemId, ParticipantId, Session, SessionId, Value, Who},
    plan::Subject,
};

/// The people of whom something is different, in order of precedence.
pub(super) fn concerned(
    old: &Event,
    new: &Event,
    all: &[Change],
    moves: &Moves,
) -> Vec<(ParticipantId, Vec<Change>)> {
    let mut told = Told::default();
    for change in all {
        match change.subject {
            Subject::Item(ItemId::Participant(person)) => told.tell(person, change.clone()),
            Subject::Item(ItemId::Session(session)) => {
                about_session(old, new, session, change, &mut told);
            }
            Subject::Item(ItemId::Agreement(_)) => about_agreement(change, &mut told),
            Subject::Item(_) | Subject::Event => {}
        }
    }
    // Whoever appears in a session that begins at another time is told that time, also where a run moved as one.
    for (id, (from, to)) in moves {
        let Some(session) = new.sessions.get(*id) else {
            continue;
        };
        for person in stayed(old.sessions.get(*id), session) {
            told.tell(person, Change::of(*id, What::Moved(*from, *to)));
        }
    }
    told.in_order(old, new, moves)
}

#[derive(Default)]
struct Told(HashMap<ParticipantId, Vec<Change>>);

impl Told {
    fn tell(&mut self, person: ParticipantId, change: Change) {
        let changes = self.0.entry(person).or_default();
        if !changes.contains(&change) {
            changes.push(change);
        }
    }

    fn tell_who(&mut self, who: Who, change: Change) {
        match who {
            Who::Person(person) => self.tell(person, change),
            Who::RepresentativeOf(_) => {}
        }
    }

    /// By precedence, those who are gone behind; each with their own facts first, then by the order of the day.
    fn in_order(
        self,
        old: &Event,
        new: &Event,
        moves: &Moves,
    ) -> Vec<(ParticipantId, Vec<Change>)> {
        let rank = |id: &ParticipantId| {
            let now = new.participants.get(*id);
            let person = now.or_else(|| old.participants.get(*id));
            let precedence = person.and_then(|person| person.precedence);
            let place = new
                .participants
                .place(*id)
                .or_else(|| old.participants.place(*id));
            (now.is_none(), precedence.unwrap_or(u32::MAX), place)
        };
        // Whom a file names that has no such person cannot be told apart.
        let is_known =
            |id: &ParticipantId| new.participants.contains(*id) || old.participants.contains(*id);
        let told = self.0.into_iter().filter(|(id, _)| is_known(id));
        let mut people: Vec<_> = told.collect();
        people.sort_by_cached_key(|(person, _)| rank(person));
        let place = |change: &Change| match change.subject {
            Subject::Item(ItemId::Session(id)) => {
                let is_move = !matches!(change.what, What::Moved(..)) || !moves.contains_key(&id);
                let place = new.sessions.place(id).or_else(|| old.sessions.place(id));
                (1, place, is_move)
            }
            Subject::Item(ItemId::Agreement(_)) => (2, None, false),
            Subject::Item(_) | Subject::Event => (0, None, false),
        };
        for (_, changes) in &mut people {
            changes.sort_by_key(place);
        }
        people
    }
}

/// What a change of a session is to the people in it.
fn about_session(old: &Event, new: &Event, id: SessionId, change: &Change, told: &mut Told) {
    let (before, now) = (old.sessions.get(id), new.sessions.get(id));
    match &change.what {
        What::Added => {
            for one in now.iter().flat_map(|session| &session.people) {
                let joined = Change::of(id, What::Joined(one.who, one.role));
                told.tell_who(one.who, joined);
            }
        }
        What::TakenOut => {
            for one in before.iter().flat_map(|session| &session.people) {
                told.tell_who(one.who, change.clone());
            }
        }
        What::Value(at, ..)
            if matches!(
                at.field(),
                Some(FieldId::SessionLength | FieldId::SessionRoom)
            ) =>
        {
            let people = now.map(|now| stayed(before, now));
            for person in people.unwrap_or_default() {
                told.tell(person, change.clone());
            }
        }
        What::Joined(who, _)
        | What::Left(who, _)
        | What::Recast(who, ..)
        | What::Position(who, ..) => told.tell_who(*who, change.clone()),
        What::Replaced { before, now, .. } => {
            told.tell_who(*before, change.clone());
            told.tell_who(*now, change.clone());
        }
        // When a session starts is told with its own time, also where it moved with others.
        What::Moved(..)
        | What::Shifted(_)
        | What::Value(..)
        | What::Mention(_)
        | What::DayAdded(_)
        | What::DayTakenOut(_)
        | What::CastOrder
        | What::StepAdded(..)
        | What::StepTakenOut(..)
        | What::StepMoved(..)
        | What::StepReworded(..)
        | What::CueAdded(..)
        | What::CueTakenOut(..)
        | What::CueReworded(..)
        | What::Order(_)
        | What::Other => {}
    }
}

fn about_agreement(change: &Change, told: &mut Told) {
    match &change.what {
        What::Joined(who, _) | What::Left(who, _) => told.tell_who(*who, change.clone()),
        What::Replaced { before, now, .. } => {
            told.tell_who(*before, change.clone());
            told.tell_who(*now, change.clone());
        }
        What::Value(at, before, now) if at.field() == Some(FieldId::PartySignatory) => {
            for value in [before, now] {
                if let Value::Item(ItemId::Participant(person)) = value {
                    told.tell(*person, change.clone());
                }
            }
        }
        What::Added
        | What::TakenOut
        | What::Moved(..)
        | What::Shifted(_)
        | What::Value(..)
        | What::Mention(_)
        | What::DayAdded(_)
        | What::DayTakenOut(_)
        | What::Recast(..)
        | What::Position(..)
        | What::CastOrder
        | What::StepAdded(..)
        | What::StepTakenOut(..)
        | What::StepMoved(..)
        | What::StepReworded(..)
        | What::CueAdded(..)
        | What::CueTakenOut(..)
        | What::CueReworded(..)
        | What::Order(_)
        | What::Other => {}
    }
}

/// The people of a session who were in it before as well.
fn stayed(old: Option<impl AsRef<Session>>, new: &Session) -> Vec<ParticipantId> {
    let Some(old) = old else { return Vec::new() };
    let people = new.people.iter().filter_map(|one| match one.who {
        Who::Person(person) if old.as_ref().names(person) => Some(person),
        Who::Person(_) | Who::RepresentativeOf(_) => None,
    });
    people.collect()
}
