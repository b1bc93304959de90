//! Where the merging is, and the conflicts that it meets.

use super::{Choices, Side};
use crate::{
    model::{ItemId, Value},
    plan::{FieldPath, Part, Subject, changes::What},
};

/// Which conflict it is: the item, and the way to the value in it. The same states give the same keys.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(Subject, String);

/// What one side says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SideValue {
    /// A value.
    Value(Value),
    /// The item is there, with these differences.
    Changed(Vec<What>),
    /// The item is there, and these refer to it newly.
    ReferredToBy(Vec<ItemId>),
    /// The item, or the element of a list, has been taken out.
    Removed,
    /// The item, or the element of a list, is there; nobody knows since when.
    Present,
    /// It is not there; nobody knows whether it ever was.
    Absent,
}

impl From<Value> for SideValue {
    fn from(value: Value) -> Self {
        Self::Value(value)
    }
}

/// A value that both sides have changed, each in another way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// Which conflict.
    pub key: Key,
    /// What it is about.
    pub subject: Subject,
    /// The way to the value.
    pub path: FieldPath,
    /// What it was before; none if nobody knows.
    pub base: Option<SideValue>,
    /// What it is on our side.
    pub ours: SideValue,
    /// What it is on the other side.
    pub theirs: SideValue,
}

/// Where the merging is.
pub(super) struct At<'a> {
    subject: Subject,
    key: String,
    path: FieldPath,
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
            key: String::new(),
            path: FieldPath::default(),
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
        part: Part,
        merge: impl FnOnce(&mut Self) -> R,
    ) -> R {
        let length = self.key.len();
        self.key.push('/');
        self.key.push_str(name);
        self.path.push(part);
        let merged = merge(self);
        self.key.truncate(length);
        self.path.pop();
        merged
    }

    /// Puts a conflict down, and says whose value is taken.
    pub(super) fn conflict(
        &mut self,
        base: Option<Value>,
        ours: impl Into<SideValue>,
        theirs: impl Into<SideValue>,
    ) -> Side {
        let base = base.map(SideValue::Value);
        self.conflict_or(Side::Ours, base, ours.into(), theirs.into())
    }

    /// Puts down that only one side has something, and nobody knows whether it is new there or was taken out on the other;
    /// says whether it is kept. It is, until somebody decides.
    pub(super) fn presence(&mut self, of: Side, value: impl Into<SideValue>) -> bool {
        let value = value.into();
        let side = match of {
            Side::Ours => self.conflict_or(of, None, value, SideValue::Absent),
            Side::Theirs => self.conflict_or(of, None, SideValue::Absent, value),
        };
        side == of
    }

    fn conflict_or(
        &mut self,
        undecided: Side,
        base: Option<SideValue>,
        ours: SideValue,
        theirs: SideValue,
    ) -> Side {
        let key = Key(self.subject, self.key.clone());
        let side = self.choices.get(&key).copied().unwrap_or(undecided);
        if let Some(found) = &mut self.found {
            found.push(Conflict {
                key,
                subject: self.subject,
                path: self.path.clone(),
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
