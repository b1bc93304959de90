//! Where the merging is, and the conflicts that it meets.

use jiff::civil::Date;

use super::{Choices, Side};
use crate::{
    model::{
        Clock, ItemId, ItemKind, Lang, Name, Offset, PositionStyle, ProblemKey, Role, TeamId, Who,
    },
    plan::{
        Subject,
        changes::{Aspect, Fact, What},
    },
};

/// Which conflict it is: the item, and the way to the value in it. The same states give the same keys.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(Subject, String);

/// A part of the way from an item to a value, as people call it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// A field that changes are told of as well.
    Aspect(Aspect),
    /// The day of a session.
    Day,
    /// What is kept for other programs.
    Extra(String),
    /// A problem that is set aside.
    SetAside(ProblemKey),
    /// The value in this language.
    Lang(Lang),
    /// Who appears in a session.
    Cast,
    /// As what somebody appears.
    Role(Who),
    /// Where somebody stands on the stage.
    Position(Who),
    /// The steps of a session.
    Steps,
    /// The step at this moment.
    Step(Offset),
    /// The moment of a step.
    Offset,
    /// The cues.
    Cues,
    /// A cue of this team.
    Cue(TeamId),
    /// The parties of an agreement.
    Parties,
    /// Who signs for a party.
    Signatory,
    /// The witnesses of an agreement.
    Witnesses,
    /// The order of a list.
    Order,
    /// The order of the items of this kind.
    OrderOf(ItemKind),
    /// Whether the item, or the element of a list, is there at all.
    There,
}

/// A value of one side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// There is none.
    Nothing,
    /// A value that changes are told of as well.
    Fact(Fact),
    /// A name in one language.
    Name(Lang, Name),
    /// A day.
    Day(Date),
    /// A role.
    Role(Role),
    /// Somebody.
    Who(Who),
    /// A moment within a session.
    Offset(Offset),
    /// A team.
    Team(TeamId),
    /// How times are written.
    Clock(Clock),
    /// How positions are written.
    Positions(PositionStyle),
    /// Several values, in order.
    List(Vec<Value>),
    /// The item is there, with these differences.
    Changed(Vec<What>),
    /// The item is there, and these name it newly.
    NamedBy(Vec<ItemId>),
    /// The item has been taken out.
    TakenOut,
    /// The item, or the element of a list, is there; nobody knows since when.
    Present,
    /// It is not there; nobody knows whether it ever was.
    Absent,
}

/// A value that both sides have changed, each in another way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// Which conflict.
    pub key: Key,
    /// What it is about.
    pub subject: Subject,
    /// The way to the value, the outermost part first.
    pub parts: Vec<Part>,
    /// What it was before; none if nobody knows.
    pub base: Option<Value>,
    /// What it is on our side.
    pub ours: Value,
    /// What it is on the other side.
    pub theirs: Value,
}

/// Where the merging is.
pub(super) struct At<'a> {
    subject: Subject,
    path: String,
    parts: Vec<Part>,
    choices: &'a Choices,
    found: Option<&'a mut Vec<Conflict>>,
    is_two_way: bool,
}

impl<'a> At<'a> {
    /// At an item, or the event as a whole.
    pub(super) fn new(
        subject: Subject,
        choices: &'a Choices,
        found: Option<&'a mut Vec<Conflict>>,
    ) -> Self {
        Self {
            subject,
            path: String::new(),
            parts: Vec::new(),
            choices,
            found,
            is_two_way: false,
        }
    }

    /// Where no state before both sides is known: whatever is different is decided, also what only one side has.
    pub(super) fn two_way(self, is_two_way: bool) -> Self {
        Self { is_two_way, ..self }
    }

    /// Whether no state before both sides is known.
    pub(super) const fn is_two_way(&self) -> bool {
        self.is_two_way
    }

    /// Goes into a part of what is merged, and comes back.
    pub(super) fn within<R>(
        &mut self,
        name: &str,
        part: Option<Part>,
        merge: impl FnOnce(&mut Self) -> R,
    ) -> R {
        let (length, depth) = (self.path.len(), self.parts.len());
        self.path.push('/');
        self.path.push_str(name);
        self.parts.extend(part);
        let merged = merge(self);
        self.path.truncate(length);
        self.parts.truncate(depth);
        merged
    }

    /// Puts a conflict down, and says whose value is taken.
    pub(super) fn conflict(&mut self, base: Option<Value>, ours: Value, theirs: Value) -> Side {
        self.conflict_or(Side::Ours, base, ours, theirs)
    }

    /// Puts down that only one side has something, and nobody knows whether it is new there or was taken out on the other;
    /// says whether it is kept. It is, until somebody decides.
    pub(super) fn presence(&mut self, of: Side, value: Value) -> bool {
        let side = match of {
            Side::Ours => self.conflict_or(of, None, value, Value::Absent),
            Side::Theirs => self.conflict_or(of, None, Value::Absent, value),
        };
        side == of
    }

    fn conflict_or(
        &mut self,
        undecided: Side,
        base: Option<Value>,
        ours: Value,
        theirs: Value,
    ) -> Side {
        let key = Key(self.subject, self.path.clone());
        let side = self.choices.get(&key).copied().unwrap_or(undecided);
        if let Some(found) = &mut self.found {
            found.push(Conflict {
                key,
                subject: self.subject,
                parts: self.parts.clone(),
                base,
                ours,
                theirs,
            });
        }
        side
    }

    /// One of two values that are both new, or both others than before.
    pub(super) fn choose<T: Clone>(
        &mut self,
        base: Option<&T>,
        ours: &T,
        theirs: &T,
        tell: impl Fn(&T) -> Value,
    ) -> T {
        match self.conflict(base.map(&tell), tell(ours), tell(theirs)) {
            Side::Ours => ours.clone(),
            Side::Theirs => theirs.clone(),
        }
    }
}
