//! Values that are others now, in sentences.

use super::{LONGEST, Phrase, Teller, shortened};
use crate::{
    model::{Clock, FieldId, Lang, Localised, Start, Text, Value},
    plan::FieldPath,
};

impl Teller<'_> {
    pub(super) fn value(&self, at: &FieldPath, from: &Value, to: &Value) -> Phrase {
        let words = self.words;
        let both = |key, from: String, to: String| {
            Phrase::Says(words.tf(key, [("from", from.into()), ("to", to.into())]))
        };
        let field = || self.field(at);
        let none = Text::default();
        let nameless = Localised::default();
        match (at.field(), from, to) {
            (Some(FieldId::SessionLength), Value::Length(_), Value::Length(_)) => {
                both("change-length", self.shown(from), self.shown(to))
            }
            (Some(FieldId::SessionRoom), Value::Item(_), Value::Item(_)) => {
                both("change-room", self.shown(from), self.shown(to))
            }
            (_, Value::Start(Start::Fixed(_)), Value::Start(Start::Follows)) => {
                Phrase::Says(words.tf("change-follows", [("time", self.shown(from).into())]))
            }
            (_, _, Value::Start(_)) => {
                Phrase::Says(words.tf("change-fixed", [("time", self.shown(to).into())]))
            }
            (Some(FieldId::ParticipantActing), _, Value::Bool(true)) => {
                Phrase::Says(words.t("change-acting"))
            }
            (Some(FieldId::ParticipantActing), _, _) => Phrase::Says(words.t("change-not-acting")),
            (_, Value::Text(from), Value::Text(to)) => {
                self.named_in(at, from, to, |_, text| text.clone())
            }
            (_, Value::Text(from), _) => self.localised(field(), from, &none),
            (_, _, Value::Text(to)) => self.localised(field(), &none, to),
            (_, Value::Names(from), Value::Names(to)) => {
                self.named_in(at, from, to, |lang, name| name.listed(lang, false))
            }
            (_, Value::Names(name), _) => {
                self.localised_in(field(), name, &nameless, |lang, name| name.formal(lang))
            }
            (_, _, Value::Names(name)) => {
                self.localised_in(field(), &nameless, name, |lang, name| name.formal(lang))
            }
            (_, Value::String(from), Value::String(to)) => self.texts(field(), from, to),
            (_, Value::String(from), Value::Nothing) => self.texts(field(), from, ""),
            (_, Value::Nothing, Value::String(to)) => self.texts(field(), "", to),
            (_, Value::Nothing, to) => self.given(field(), self.shown(to)),
            (_, from, Value::Nothing) => self.gone(field(), self.shown(from)),
            (_, from, to) => self.changed(field(), self.shown(from), self.shown(to)),
        }
    }

    /// A value by which an item is called: what it was called before, where these readers call it by that.
    fn named_in<T: PartialEq>(
        &self,
        at: &FieldPath,
        from: &Localised<T>,
        to: &Localised<T>,
        tell: impl Fn(&Lang, &T) -> String,
    ) -> Phrase {
        let lang = self.words.tongue.lang();
        if at.field().is_some_and(FieldId::is_name)
            && let (Some(before), Some(now)) = (from.get(&lang), to.get(&lang))
            && before != now
        {
            let before = tell(&lang, before);
            if before.chars().count() <= LONGEST {
                let before = self.words.quoted(&before);
                let values = [("from", before.into())];
                return Phrase::Says(self.words.tf("change-called", values));
            }
        }
        self.localised_in(self.field(at), from, to, tell)
    }

    /// A text that differs in the readers' language, or else in another one, which is named.
    pub(super) fn localised(&self, field: String, from: &Text, to: &Text) -> Phrase {
        self.localised_in(field, from, to, |_, text| text.clone())
    }

    /// As [`localised`](Self::localised), for a value of any type.
    fn localised_in<T: PartialEq>(
        &self,
        field: String,
        from: &Localised<T>,
        to: &Localised<T>,
        tell: impl Fn(&Lang, &T) -> String,
    ) -> Phrase {
        let own = self.words.tongue.lang();
        let differs = |lang: &&Lang| from.get(lang) != to.get(lang);
        let mut languages: Vec<&Lang> =
            from.iter().chain(to.iter()).map(|(lang, _)| lang).collect();
        languages.retain(|lang| differs(lang));
        let nearest = |lang: &&&Lang| (**lang != &own, lang.primary() != own.primary());
        let Some(&lang) = languages.iter().min_by_key(nearest) else {
            return self.reworded(field);
        };
        let field = if *lang == own {
            field
        } else {
            self.words.in_language(&field, lang)
        };
        let told = |of: &Localised<T>| of.get(lang).map(|value| tell(lang, value));
        let (from, to) = (told(from), told(to));
        self.texts(field, &from.unwrap_or_default(), &to.unwrap_or_default())
    }

    /// A text that was written, changed or taken out.
    pub(super) fn texts(&self, field: String, from: &str, to: &str) -> Phrase {
        let is_long = |text: &str| text.chars().count() > LONGEST || text.contains('\n');
        let quoted = |text: &str| self.words.quoted(text);
        match (from.is_empty(), to.is_empty()) {
            (true, false) => self.given(field, self.words.quoted(&shortened(to))),
            (false, true) => self.gone(field, self.words.quoted(&shortened(from))),
            _ if is_long(from) || is_long(to) => self.reworded(field),
            _ => self.changed(field, quoted(from), quoted(to)),
        }
    }

    fn given(&self, field: String, to: String) -> Phrase {
        let values = [("field", field.into()), ("to", to.into())];
        Phrase::Notes(self.words.tf("change-given", values))
    }

    fn gone(&self, field: String, from: String) -> Phrase {
        let values = [("field", field.into()), ("from", from.into())];
        Phrase::Notes(self.words.tf("change-gone", values))
    }

    fn changed(&self, field: String, from: String, to: String) -> Phrase {
        let values = [
            ("field", field.into()),
            ("from", from.into()),
            ("to", to.into()),
        ];
        Phrase::Notes(self.words.tf("change-value", values))
    }

    pub(super) fn reworded(&self, field: String) -> Phrase {
        let values = [("field", field.into())];
        Phrase::Notes(self.words.tf("change-reworded", values))
    }

    /// A value as it stands in a sentence: a text is quoted, and shortened where it is long.
    pub(super) fn shown(&self, value: &Value) -> String {
        match value {
            Value::Nothing => String::new(),
            Value::Text(text) => self.quoted(text),
            Value::String(text) => self.words.quoted(&shortened(text)),
            value => self.whole(value),
        }
    }

    /// The whole of a value, however long it is.
    #[must_use]
    pub fn whole(&self, value: &Value) -> String {
        let words = self.words;
        match value {
            Value::Nothing => words.t("merge-nothing"),
            Value::Text(text) => self.one_by_one(text.iter().map(|(_, text)| text.clone())),
            Value::String(text) => text.clone(),
            Value::Names(name) => name
                .best_with_lang(&words.tongue.lang())
                .map(|(lang, name)| name.formal(lang))
                .unwrap_or_default(),
            Value::Name(lang, name) => name.formal(lang),
            Value::Number(number) => number.to_string(),
            Value::Bool(true) => words.t("merge-yes"),
            Value::Bool(false) => words.t("merge-no"),
            Value::Length(length) => words.length(*length),
            Value::Offset(offset) => offset.to_string(),
            Value::Date(day) => words.date(*day),
            Value::Time(time) | Value::Start(Start::Fixed(time)) => {
                words.time(*time, Clock::Hours24)
            }
            Value::Start(Start::Follows) => words.t("start-follows"),
            Value::DateTime(moment) => words.moment(*moment, self.several_days),
            Value::Item(id) => self.item(*id),
            Value::Who(who) => self.who(*who),
            Value::Role(role) => words.role_inside(*role),
            Value::SessionKind(kind) => words.session_kind(*kind),
            Value::Audience(audience) => words.audience(*audience),
            Value::Attendance(attendance) => words.attendance(*attendance),
            Value::Region(region) => words.region(*region),
            Value::OrganisationKind(kind) => words.organisation_kind(*kind),
            Value::Clearance(clearance) => words.clearance(*clearance),
            Value::Clock(clock) => words.clock(*clock),
            Value::PositionStyle(style) => words.position_style(*style),
            Value::Languages(languages) => {
                let names = languages.iter().map(|lang| lang.endonym().to_owned());
                words.series(&names.collect::<Vec<_>>())
            }
            Value::List(all) if all.is_empty() => words.t("merge-nothing"),
            Value::List(all) => self.one_by_one(all.iter().map(|value| self.whole(value))),
        }
    }

    pub(super) fn one_by_one(&self, all: impl Iterator<Item = String>) -> String {
        let joined = all.reduce(|one, next| {
            let values = [("one", one.into()), ("next", next.into())];
            self.words.tf("merge-one-by-one", values)
        });
        joined.unwrap_or_default()
    }
}
