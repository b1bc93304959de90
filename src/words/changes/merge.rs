//! What two people have changed, each in another way, in words.

use super::{Phrase, Teller};
use crate::{
    model::{Offset, Text},
    plan::{
        changes::{Aspect, Fact},
        merge::{Conflict, Part, Value},
    },
};

impl Teller<'_> {
    /// The whole sentence of a conflict. The teller is that of our side and the other.
    #[must_use]
    pub fn conflict(&self, conflict: &Conflict) -> String {
        let words = self.words;
        let values = [
            ("name", self.name(conflict.subject).into()),
            ("field", self.field(&conflict.parts).into()),
            ("ours", self.quoted_value(&conflict.ours).into()),
            ("theirs", self.quoted_value(&conflict.theirs).into()),
        ];
        let both = words.tf("merge-conflict", values);
        let Some(base) = &conflict.base else {
            return both;
        };
        let values = [
            ("both", both.into()),
            ("base", self.quoted_value(base).into()),
        ];
        words.tf("merge-conflict-before", values)
    }

    /// The field that a conflict is about: "title (English)", "cue for AV at +1:30".
    #[must_use]
    pub fn field(&self, parts: &[Part]) -> String {
        let words = self.words;
        let mut step: Option<Offset> = None;
        let mut name: Option<String> = None;
        for part in parts {
            name = Some(match part {
                Part::Aspect(aspect) => words.aspect(*aspect),
                Part::Day => words.t("merge-day"),
                Part::Extra(key) => words.tf("merge-extra", [("name", words.quoted(key).into())]),
                Part::SetAside(_) => words.aspect(Aspect::SetAside),
                Part::Lang(lang) => {
                    let language = lang.endonym().to_owned();
                    match name {
                        None => language,
                        Some(field) => words.tf(
                            "aspect-in-language",
                            [("field", field.into()), ("language", language.into())],
                        ),
                    }
                }
                Part::Cast => words.t("merge-cast"),
                Part::Role(who) => words.tf("merge-role", [("person", self.who(*who).into())]),
                Part::Position(who) => {
                    words.tf("aspect-position", [("person", self.who(*who).into())])
                }
                Part::Steps => words.t("merge-steps"),
                Part::Step(at) => {
                    step = Some(*at);
                    words.tf("aspect-step", [("at", at.to_string().into())])
                }
                Part::Cues => name.unwrap_or_else(|| words.t("merge-cues")),
                Part::Cue(team) => {
                    words.tf("aspect-cue", [("team", self.team(*team, step).into())])
                }
                Part::Parties => words.t("merge-parties"),
                Part::Signatory => words.t("merge-signatory"),
                Part::Witnesses => words.t("merge-witnesses"),
                Part::Order => {
                    let field = name.unwrap_or_default();
                    words.tf("merge-order", [("field", field.into())])
                }
                Part::OrderOf(kind) => words.order_of(*kind),
                Part::Offset | Part::There => match name {
                    Some(name) => name,
                    None => words.t("merge-there"),
                },
            });
        }
        name.unwrap_or_default()
    }

    /// A value as it stands in a sentence.
    fn quoted_value(&self, value: &Value) -> String {
        match value {
            Value::Fact(Fact::Text(_) | Fact::Said(_)) | Value::Name(..) => {
                self.words.quoted(&super::shortened(&self.whole(value)))
            }
            value => self.whole(value),
        }
    }

    /// The whole of a value, however long it is.
    #[must_use]
    pub fn whole(&self, value: &Value) -> String {
        let words = self.words;
        match value {
            Value::Nothing => words.t("merge-nothing"),
            Value::Fact(Fact::Text(text)) => self.texts_of(text),
            Value::Fact(Fact::Said(text)) => text.clone(),
            Value::Fact(Fact::Yes) => words.t("merge-yes"),
            Value::Fact(Fact::No) => words.t("merge-no"),
            Value::Fact(fact) => self.fact(fact),
            Value::Name(lang, name) => name.formal(lang),
            Value::Day(day) => words.date(*day),
            Value::Role(role) => words.role_inside(*role),
            Value::Who(who) => self.who(*who),
            Value::Offset(offset) => offset.to_string(),
            Value::Team(team) => self.item((*team).into()),
            Value::Clock(clock) => words.clock(*clock),
            Value::Positions(style) => words.position_style(*style),
            Value::List(all) if all.is_empty() => words.t("merge-nothing"),
            Value::List(all) => self.one_by_one(all.iter().map(|value| self.whole(value))),
            Value::Changed(whats) => {
                self.one_by_one(whats.iter().map(|what| match self.what(what) {
                    Phrase::Says(what) | Phrase::Notes(what) => what,
                }))
            }
            Value::NamedBy(items) => {
                let names: Vec<_> = items.iter().map(|id| self.item(*id)).collect();
                words.tf("merge-named-by", [("items", words.series(&names).into())])
            }
            Value::TakenOut => words.t("change-taken-out"),
            Value::Present => words.t("merge-present"),
            Value::Absent => words.t("merge-absent"),
        }
    }

    /// A text in every language in which there is one.
    fn texts_of(&self, text: &Text) -> String {
        self.one_by_one(text.iter().map(|(_, text)| text.clone()))
    }

    fn one_by_one(&self, all: impl Iterator<Item = String>) -> String {
        let joined = all.reduce(|one, next| {
            let values = [("one", one.into()), ("next", next.into())];
            self.words.tf("merge-one-by-one", values)
        });
        joined.unwrap_or_default()
    }
}
