//! A named person.

use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

use super::{
    Details, Extra, Lang, Listed, Localised, Name, OrganisationId, ParticipantId, PhotoId, Text,
};

/// Whether a person comes.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub enum Attendance {
    /// Asked, and not yet answered.
    #[default]
    Invited,
    /// Will come.
    Accepted,
    /// Will not come.
    Declined,
    /// Is here.
    Arrived,
}

impl Attendance {
    /// Every state, in the order in which it comes to pass.
    pub const ALL: [Self; 4] = [Self::Invited, Self::Accepted, Self::Declined, Self::Arrived];
}

/// When a person can be there; an absent bound is none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Window {
    /// "arrives 09:50", in the event's own time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub arrives: Option<DateTime>,
    /// "leaves by 11:40", in the event's own time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub leaves: Option<DateTime>,
}

/// How the staff reach a person; never printed for guests.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Contact {
    /// Telephone, as it is dialled.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub phone: String,
    /// E-mail address.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub email: String,
    /// Whoever else to ask: a private secretary, an aide.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub through: String,
}

/// A named person.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Participant {
    /// Which person.
    pub id: ParticipantId,
    /// The name in each language.
    #[serde(default, skip_serializing_if = "Localised::is_empty")]
    pub name: Localised<Name>,
    /// The post in each language, without the organisation where that goes without saying.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub post: Text,
    /// Whether the post is held for another.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub acting: bool,
    /// Where the person comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<OrganisationId>,
    /// The rank for this event, 1 before 2; those without stand behind, in the order of the list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub precedence: Option<u32>,
    /// Whether the person comes.
    #[serde(default)]
    pub attendance: Attendance,
    /// When the person can be there.
    #[serde(default)]
    pub window: Window,
    /// Who the person is, for guests.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub biography: Text,
    /// How to reach the person, for staff.
    #[serde(default)]
    pub contact: Contact,
    /// A portrait among the event's photos.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub portrait: Option<PhotoId>,
    /// What other programs say of it and there is no field for.
    #[serde(default, skip_serializing_if = "Extra::is_empty")]
    pub extra: Extra,
}

impl Participant {
    /// A person of whom nothing is known yet.
    #[must_use]
    #[allow(
        clippy::new_without_default,
        reason = "each new person differs from every other"
    )]
    pub fn new() -> Self {
        Self {
            id: ParticipantId::new(),
            name: Localised::default(),
            post: Text::default(),
            acting: false,
            organisation: None,
            precedence: None,
            attendance: Attendance::Invited,
            window: Window::default(),
            biography: Text::default(),
            contact: Contact::default(),
            portrait: None,
            extra: Extra::default(),
        }
    }

    /// Somebody new, with a name that was typed in one go. Which part is the family name is a guess for a person to put
    /// right; a name in Chinese characters goes to the event's Chinese.
    #[must_use]
    pub fn named(typed: &str, details: &Details) -> Self {
        let lang = details.language_of(typed);
        let mut person = Self::new();
        person.name.set(&lang, Name::guess(typed, &lang));
        person
    }

    /// The name with its honorific for a reader of `lang`, in that language or the nearest; empty if there is
    /// none at all.
    #[must_use]
    pub fn formal_name(&self, lang: &Lang) -> String {
        self.best_name(lang)
            .map(|(lang, name)| name.formal(lang))
            .unwrap_or_default()
    }

    /// The name without honorific for a reader of `lang`; empty if there is none at all.
    #[must_use]
    pub fn plain_name(&self, lang: &Lang) -> String {
        self.best_name(lang)
            .map(|(lang, name)| name.plain(lang))
            .unwrap_or_default()
    }

    /// The name for a reader of `lang`. A honorific that still waits for its name is none.
    fn best_name(&self, lang: &Lang) -> Option<(&Lang, &Name)> {
        self.name.best_where(lang, |name| !name.is_blank())
    }
}

impl Listed for Participant {
    type Id = ParticipantId;

    fn id(&self) -> ParticipantId {
        self.id
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_honorific_alone_is_no_name() {
        let mut person = Participant::new();
        person.name.set(&Lang::EN, Name::new("Mr", "", ""));
        assert_eq!(person.formal_name(&Lang::EN), "");
        person
            .name
            .set(&Lang::ZH_HANT, Name::new("先生", "陳", "大文"));
        assert_eq!(person.formal_name(&Lang::EN), "陳大文先生");
        assert_eq!(person.plain_name(&Lang::EN), "陳大文");
    }
}
