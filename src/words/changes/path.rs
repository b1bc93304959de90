//! The way to a value, in words.

use super::Teller;
use crate::{
    model::{FieldId, Offset, Who},
    plan::{FieldPath, Part},
};

impl Teller<'_> {
    /// What a value is called by the way to it: "title (English)", "cue for AV at +1:30".
    #[must_use]
    pub fn field(&self, path: &FieldPath) -> String {
        let words = self.words;
        let mut step: Option<Offset> = None;
        let mut place: Option<usize> = None;
        let mut who: Option<Who> = None;
        let mut name = String::new();
        for part in path.parts() {
            name = match part {
                Part::Field(field) => match (field, place, who) {
                    (FieldId::PartyOrganisation, Some(number), _) => {
                        words.tf("path-party", [("number", number.into())])
                    }
                    (FieldId::PartySignatory, Some(number), _) => {
                        words.tf("path-signatory", [("number", number.into())])
                    }
                    (FieldId::AppearancePosition, _, Some(who)) => {
                        words.tf("path-position", [("person", self.who(who).into())])
                    }
                    // What is around them says what they are.
                    (
                        FieldId::AppearanceWho
                        | FieldId::AppearanceRole
                        | FieldId::CueTeam
                        | FieldId::CueText
                        | FieldId::StepOffset
                        | FieldId::StepText
                        | FieldId::StepCues
                        | FieldId::ClosingOn,
                        ..,
                    ) => name,
                    (field, ..) => words.field(*field),
                },
                Part::Extra(key) => words.tf("path-extra", [("name", words.quoted(key).into())]),
                Part::Day(day) => words.tf("path-day", [("date", words.date(*day).into())]),
                Part::Lang(lang) if name.is_empty() => lang.endonym().to_owned(),
                Part::Lang(lang) => words.in_language(&name, lang),
                Part::Appearance(person) => {
                    who = Some(*person);
                    words.tf("path-appearance", [("person", self.who(*person).into())])
                }
                Part::Step(at) => {
                    step = Some(*at);
                    words.tf("path-step", [("at", at.to_string().into())])
                }
                Part::Cue(team) => words.tf("path-cue", [("team", self.team(*team, step).into())]),
                Part::Place(number) => {
                    place = Some(*number);
                    name
                }
                Part::Order => words.tf("path-order", [("field", name.into())]),
                Part::OrderOf(kind) => words.order_of(*kind),
                Part::Presence if name.is_empty() => words.t("path-presence"),
                Part::SetAside(_) | Part::Presence => name,
            };
        }
        name
    }
}
