//! Values of fields, in one type: what a sentence, a conflict or a check says of any of them.

use jiff::civil::{Date, DateTime, Time};
use rustc_hash::FxHashSet;

use super::{
    Attendance, Audience, Clearance, Clock, ItemId, Lang, Length, Localised, Name, Offset,
    OrganisationKind, PositionStyle, Region, Role, SessionKind, Start, Text, Who,
};

/// The value of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// There is none.
    Nothing,
    /// A text in each language in which there is one.
    Text(Text),
    /// A text in no language that is known.
    String(String),
    /// A person's name in each language in which there is one.
    Names(Localised<Name>),
    /// A person's name in one language.
    Name(Lang, Name),
    /// A number.
    Number(u32),
    /// Whether something is so.
    Bool(bool),
    /// A length of time.
    Length(Length),
    /// A moment within a session, from its start.
    Offset(Offset),
    /// A day.
    Date(Date),
    /// A time of day.
    Time(Time),
    /// A moment, in the event's own time.
    DateTime(DateTime),
    /// How the start of a session is decided.
    Start(Start),
    /// Another item of the event.
    Item(ItemId),
    /// Somebody who appears.
    Who(Who),
    /// As what somebody appears.
    Role(Role),
    /// A kind of session.
    SessionKind(SessionKind),
    /// Who sees a session.
    Audience(Audience),
    /// Whether a person comes.
    Attendance(Attendance),
    /// Where an organisation is at home.
    Region(Region),
    /// What an organisation is.
    OrganisationKind(OrganisationKind),
    /// Whether a photo may go out.
    Clearance(Clearance),
    /// How times are written.
    Clock(Clock),
    /// How positions in a photo are counted.
    PositionStyle(PositionStyle),
    /// Languages, the main one first.
    Languages(Vec<Lang>),
    /// Several values, in order.
    List(Vec<Value>),
}

/// A type of which a field can be, that has a [`Value`].
pub trait AsValue: Clone + PartialEq {
    /// The value.
    fn value(&self) -> Value;
}

/// A type of which a field can be that is one value or another and nothing between: two people's changes of it cannot be
/// combined.
pub trait Scalar: AsValue {
    /// The item that it refers to.
    fn item(&self) -> Option<ItemId> {
        None
    }

    /// As [`References::remove_references`](super::References::remove_references).
    fn remove_reference(&mut self, gone: &FxHashSet<ItemId>) -> bool {
        !self.item().is_some_and(|id| gone.contains(&id))
    }
}

impl<T: Scalar> AsValue for Option<T> {
    fn value(&self) -> Value {
        self.as_ref().map_or(Value::Nothing, T::value)
    }
}

impl<T: Scalar> Scalar for Option<T> {
    fn item(&self) -> Option<ItemId> {
        self.as_ref()?.item()
    }

    fn remove_reference(&mut self, gone: &FxHashSet<ItemId>) -> bool {
        if self.item().is_some_and(|id| gone.contains(&id)) {
            *self = None;
        }
        true
    }
}

impl AsValue for String {
    fn value(&self) -> Value {
        if self.is_empty() {
            Value::Nothing
        } else {
            Value::String(self.clone())
        }
    }
}

impl Scalar for String {}

macro_rules! scalars {
    ($($type:ty => $variant:ident),* $(,)?) => {$(
        impl AsValue for $type {
            fn value(&self) -> Value {
                Value::$variant(*self)
            }
        }

        impl Scalar for $type {}
    )*};
}

scalars! {
    bool => Bool,
    u32 => Number,
    Date => Date,
    DateTime => DateTime,
    Time => Time,
    Length => Length,
    Offset => Offset,
    Start => Start,
    SessionKind => SessionKind,
    Audience => Audience,
    Attendance => Attendance,
    Region => Region,
    OrganisationKind => OrganisationKind,
    Clearance => Clearance,
    Role => Role,
    Clock => Clock,
    PositionStyle => PositionStyle,
}

macro_rules! references {
    ($($(#[$doc:meta])* $kind:ident($id:ident) in $list:ident, $tag:literal, $rank:literal;)*) => {$(
        impl AsValue for super::$id {
            fn value(&self) -> Value {
                Value::Item((*self).into())
            }
        }

        impl Scalar for super::$id {
            fn item(&self) -> Option<ItemId> {
                Some((*self).into())
            }
        }
    )*};
}

super::item_kinds!(references);

impl AsValue for Who {
    fn value(&self) -> Value {
        Value::Who(*self)
    }
}

impl Scalar for Who {
    fn item(&self) -> Option<ItemId> {
        Some(Self::item(*self))
    }
}

impl AsValue for Text {
    fn value(&self) -> Value {
        if self.is_empty() {
            Value::Nothing
        } else {
            Value::Text(self.clone())
        }
    }
}

impl AsValue for Localised<Name> {
    fn value(&self) -> Value {
        if self.is_empty() {
            Value::Nothing
        } else {
            Value::Names(self.clone())
        }
    }
}

impl AsValue for super::Languages {
    fn value(&self) -> Value {
        Value::Languages(self.to_vec())
    }
}

impl AsValue for Lang {
    fn value(&self) -> Value {
        Value::Languages(vec![self.clone()])
    }
}

impl Scalar for Lang {}
