//! The way from an item to a value in it, as people call it: "cue for AV at +1:30", "title (English)".

use jiff::civil::Date;

use crate::model::{FieldId, ItemKind, Lang, Offset, ProblemKey, TeamId, Who};

/// A part of the way from an item to a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// A field of the item, or of what is in it.
    Field(FieldId),
    /// What another program keeps under this name.
    Extra(String),
    /// The problem that is set aside.
    SetAside(ProblemKey),
    /// The value of this day.
    Day(Date),
    /// The value in this language.
    Lang(Lang),
    /// The appearance of this person.
    Appearance(Who),
    /// The step at this moment.
    Step(Offset),
    /// A cue of this team.
    Cue(TeamId),
    /// The element at this place of its list, counted from 1.
    Place(usize),
    /// The order of a list.
    Order,
    /// The order of the items of this kind.
    OrderOf(ItemKind),
    /// Whether the item, or the element of a list, is there at all.
    Presence,
}

/// The way from an item to a value in it, the outermost part first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FieldPath(Vec<Part>);

impl FieldPath {
    /// The way into a part of what this leads to.
    #[must_use]
    pub fn with(&self, part: Part) -> Self {
        let mut parts = self.0.clone();
        parts.push(part);
        Self(parts)
    }

    /// The parts, the outermost first.
    #[must_use]
    pub fn parts(&self) -> &[Part] {
        &self.0
    }

    /// The innermost field on the way.
    #[must_use]
    pub fn field(&self) -> Option<FieldId> {
        self.0.iter().rev().find_map(|part| match part {
            Part::Field(field) => Some(*field),
            _ => None,
        })
    }

    /// The field of the item itself through which the way leads.
    #[must_use]
    pub fn item_field(&self) -> Option<FieldId> {
        match self.0.first() {
            Some(Part::Field(field)) => Some(*field),
            _ => None,
        }
    }

    pub(super) fn push(&mut self, part: Part) {
        self.0.push(part);
    }

    pub(super) fn pop(&mut self) {
        self.0.pop();
    }
}

impl From<FieldId> for FieldPath {
    fn from(field: FieldId) -> Self {
        Self(vec![Part::Field(field)])
    }
}
