//! What is different between two states of an event, as facts from which sentences are made.
//!
//! Items are compared by identity and field. What merely follows from another change is told once: a run of sessions
//! that all start five minutes later is one change, not one a session.

mod cast;
mod fields;
mod people;
mod restore;
mod sessions;
mod shifts;
mod steps;

use jiff::{
    SignedDuration,
    civil::{Date, DateTime},
};

use super::{FieldPath, Subject};
use crate::model::{
    Details, Event, ItemId, ItemKind, Offset, ParticipantId, Role, RoomId, SessionId, TeamId, Text,
    Value, Who,
};

use fields::Compare as _;
use sessions::Moves;

pub use fields::of_item;
pub use restore::{restore, share};

/// Sessions of one day, one after the other, that start earlier or later by the same amount.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shift {
    /// By how much: later is positive.
    pub by: SignedDuration,
    /// Which sessions, in their order; at least three.
    pub sessions: Vec<SessionId>,
    /// When the first of them started.
    pub from: DateTime,
    /// When the first of them starts.
    pub to: DateTime,
    /// The room, where sessions of other rooms at the same hours are not among them.
    pub room: Option<RoomId>,
}

/// What is different.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// The item is new.
    Added,
    /// The item is not there any more.
    TakenOut,
    /// A session starts at another moment: when it started, when it starts.
    Moved(DateTime, DateTime),
    /// This session and those behind it start earlier or later by the same amount.
    Shifted(Shift),
    /// A field has another value: which field, what it was, what it is.
    Value(FieldPath, Value, Value),
    /// A field has another value that nobody needs to be told here.
    Mention(FieldPath),
    /// A day is new.
    DayAdded(Date),
    /// A day is not one of the event's any more.
    DayTakenOut(Date),
    /// Somebody appears in a session or an agreement: who, as what.
    Joined(Who, Role),
    /// Somebody does not appear in it any more: who, as what.
    Left(Who, Role),
    /// Somebody appears in place of somebody else.
    Replaced {
        /// As what.
        role: Role,
        /// Who appeared.
        before: Who,
        /// Who appears.
        now: Who,
    },
    /// Somebody appears as something else: who, as what before, as what now.
    Recast(Who, Role, Role),
    /// Somebody stands elsewhere on the stage: who, where before, where now.
    Position(Who, String, String),
    /// The same people are named in another order.
    CastOrder,
    /// A step is new: when from the start, what.
    StepAdded(Offset, Text),
    /// A step is not there any more: when it was from the start, what.
    StepTakenOut(Offset, Text),
    /// A step happens at another moment of its session: what, when before, when now.
    StepMoved(Text, Offset, Offset),
    /// A step is something else now: when from the start, what before, what now.
    StepReworded(Offset, Text, Text),
    /// A team has a new cue: which team, at which step or for the whole session, what.
    CueAdded(TeamId, Option<Offset>, Text),
    /// A team has a cue no longer.
    CueTakenOut(TeamId, Option<Offset>, Text),
    /// A team's cue is another one: which team, at which step, what before, what now.
    CueReworded(TeamId, Option<Offset>, Text, Text),
    /// The items of this kind stand in another order.
    Order(ItemKind),
    /// Something else of it is different.
    Other,
}

/// One thing that is different.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What it is about.
    pub subject: Subject,
    /// What is different.
    pub what: What,
}

impl Change {
    fn of(subject: impl Into<ItemId>, what: What) -> Self {
        Self {
            subject: Subject::Item(subject.into()),
            what,
        }
    }

    /// Of the event as a whole.
    const fn of_event(what: What) -> Self {
        Self {
            subject: Subject::Event,
            what,
        }
    }
}

/// What is different between two states of an event.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Everything that is different: the event as a whole, sessions by their start, agreements, people, organisations
    /// and what else there is. What is about one item stands together.
    pub all: Vec<Change>,
    /// The same for each person whom it concerns, in order of precedence: what is different about them, and about the
    /// sessions and agreements in which they appear.
    pub people: Vec<(ParticipantId, Vec<Change>)>,
}

impl Changes {
    /// What is different in `new`, compared with `old`. Nothing, if and only if they are equal.
    #[must_use]
    pub fn between(old: &Event, new: &Event) -> Self {
        let mut all = Vec::new();
        let mut details = Vec::new();
        Details::compare(
            &FieldPath::default(),
            &old.details,
            &new.details,
            &mut details,
        );
        all.extend(details.into_iter().map(Change::of_event));
        let mut moves = Moves::default();
        let kinds = ItemKind::for_people();
        for kind in kinds {
            match kind {
                ItemKind::Session => moves = sessions::all(old, new, &mut all),
                _ => all.append(&mut fields::of_kind(kind, old, new)),
            }
        }
        for kind in kinds {
            // The order of the sessions is told by their times, where any moved.
            let is_told = kind == ItemKind::Session && !moves.is_empty();
            if !is_told && fields::is_reordered(kind, old, new) {
                all.push(Change::of_event(What::Order(kind)));
            }
        }
        if old.id != new.id {
            all.push(Change::of_event(What::Other));
        }
        all.retain(|change| !follows(&change.what, new));
        let people = people::concerned(old, new, &all, &moves);
        Self { all, people }
    }

    /// Whether nothing is different.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// What is different by what it is about, in order.
    pub fn by_subject(&self) -> impl Iterator<Item = (Subject, &[Change])> {
        self.all
            .chunk_by(|one, next| one.subject == next.subject)
            .filter_map(|changes| Some((changes.first()?.subject, changes)))
    }
}

/// Whether a change merely follows from an item having been taken out, which is told already.
fn follows(what: &What, new: &Event) -> bool {
    match what {
        What::Value(_, Value::Item(id), Value::Nothing) => !new.contains(*id),
        What::Left(who, _) => !new.contains(who.item()),
        What::CueTakenOut(team, ..) => !new.teams.contains(*team),
        _ => false,
    }
}
