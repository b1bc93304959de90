//! What the rows of a form are of, and what stands beside them.

use jiff::civil::Date;

use crate::{model::FieldId, words::Words};

/// What a row of a form is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Row {
    /// A field of the schema.
    Field(FieldId),
    /// The element at this place of a list, counted from 0; or a field of it.
    Element(FieldId, usize),
    /// The value of this day.
    Day(FieldId, Date),
    /// A part of a person's name.
    NamePart(NamePart),
}

/// A part of a person's name that has a field of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum NamePart {
    /// What stands before or behind it out of respect.
    Honorific,
    /// The family name.
    Family,
    /// The given name.
    Given,
    /// Honours.
    Honours,
    /// Which of the two is said first.
    Order,
}

impl From<FieldId> for Row {
    fn from(field: FieldId) -> Self {
        Self::Field(field)
    }
}

impl Row {
    /// What stands beside it.
    pub(super) fn label(self, words: Words) -> String {
        let numbered = |key, place: usize| words.tf(key, [("number", (place + 1).into())]);
        match self {
            Self::Element(FieldId::EventCoHosts, place) => numbered("label-co-host", place),
            Self::Element(FieldId::PartySignatory, place) => numbered("party-signatory", place),
            Self::Element(FieldId::PartyOrganisation, place) => {
                numbered("party-organisation", place)
            }
            Self::Field(field) | Self::Element(field, _) => words.label(field),
            Self::Day(_, day) => {
                words.tf("label-closing-on", [("date", words.short_date(day).into())])
            }
            Self::NamePart(part) => words.t(match part {
                NamePart::Honorific => "label-honorific",
                NamePart::Family => "label-family-name",
                NamePart::Given => "label-given-name",
                NamePart::Honours => "label-honours",
                NamePart::Order => "label-name-order",
            }),
        }
    }
}
