//! Values that are others now, in sentences.

use super::{LONGEST, Phrase, Teller, shortened};
use crate::{
    model::{Clock, Lang, Localised, Text},
    plan::changes::{Aspect, Fact},
};

impl Teller<'_> {
    pub(super) fn value(&self, aspect: Aspect, from: &Fact, to: &Fact) -> Phrase {
        let words = self.words;
        let both = |key, from: String, to: String| {
            Phrase::Says(words.tf(key, [("from", from.into()), ("to", to.into())]))
        };
        let field = || self.words.aspect(aspect);
        let none = Text::default();
        let nameless = Localised::default();
        match (aspect, from, to) {
            (Aspect::Length, Fact::Length(_), Fact::Length(_)) => {
                both("change-length", self.fact(from), self.fact(to))
            }
            (Aspect::Room, Fact::Item(_), Fact::Item(_)) => {
                both("change-room", self.fact(from), self.fact(to))
            }
            (Aspect::Start, Fact::Fixed(_), Fact::Follows) => {
                Phrase::Says(words.tf("change-follows", [("time", self.fact(from).into())]))
            }
            (Aspect::Start, _, _) => {
                Phrase::Says(words.tf("change-fixed", [("time", self.fact(to).into())]))
            }
            (Aspect::Acting, _, Fact::Yes) => Phrase::Says(words.t("change-acting")),
            (Aspect::Acting, _, _) => Phrase::Says(words.t("change-not-acting")),
            (_, Fact::Text(from), Fact::Text(to)) => {
                self.named_in(aspect, from, to, |_, text| text.clone())
            }
            (_, Fact::Text(from), _) => self.localised(field(), from, &none),
            (_, _, Fact::Text(to)) => self.localised(field(), &none, to),
            (_, Fact::Name(from), Fact::Name(to)) => {
                self.named_in(aspect, from, to, |lang, name| name.listed(lang, false))
            }
            (_, Fact::Name(name), _) => {
                self.localised_in(field(), name, &nameless, |lang, name| name.formal(lang))
            }
            (_, _, Fact::Name(name)) => {
                self.localised_in(field(), &nameless, name, |lang, name| name.formal(lang))
            }
            (_, Fact::Said(from), Fact::Said(to)) => self.texts(field(), from, to),
            (_, Fact::Said(from), Fact::Nothing) => self.texts(field(), from, ""),
            (_, Fact::Nothing, Fact::Said(to)) => self.texts(field(), "", to),
            (_, Fact::Nothing, to) => self.given(field(), self.fact(to)),
            (_, from, Fact::Nothing) => self.gone(field(), self.fact(from)),
            (_, from, to) => self.changed(field(), self.fact(from), self.fact(to)),
        }
    }

    /// A value by which an item is called: what it was called before, where these readers call it by that.
    fn named_in<T: PartialEq>(
        &self,
        aspect: Aspect,
        from: &Localised<T>,
        to: &Localised<T>,
        tell: impl Fn(&Lang, &T) -> String,
    ) -> Phrase {
        let lang = self.words.tongue.lang();
        let is_name = matches!(aspect, Aspect::Title | Aspect::Name);
        if is_name
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
        self.localised_in(self.words.aspect(aspect), from, to, tell)
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
            let language = lang.endonym().to_owned();
            let values = [("field", field.into()), ("language", language.into())];
            self.words.tf("aspect-in-language", values)
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

    pub(super) fn fact(&self, fact: &Fact) -> String {
        let words = self.words;
        match fact {
            Fact::Nothing => String::new(),
            Fact::Text(text) => self.quoted(text),
            Fact::Said(text) => words.quoted(&shortened(text)),
            Fact::Name(name) => name
                .best_with_lang(&words.tongue.lang())
                .map(|(lang, name)| name.formal(lang))
                .unwrap_or_default(),
            Fact::Number(number) => number.to_string(),
            Fact::Length(length) => words.length(*length),
            Fact::Moment(moment) => words.moment(*moment, self.several_days),
            Fact::Fixed(time) => words.time(*time, Clock::Hours24),
            Fact::Follows => words.t("start-follows"),
            Fact::Item(id) => self.item(*id),
            Fact::Kind(kind) => words.session_kind(*kind),
            Fact::Audience(audience) => words.audience(*audience),
            Fact::Attendance(attendance) => words.attendance(*attendance),
            Fact::Region(region) => words.region(*region),
            Fact::OrganisationKind(kind) => words.organisation_kind(*kind),
            Fact::Clearance(clearance) => words.clearance(*clearance),
            Fact::Languages(languages) => {
                let names: Vec<_> = languages
                    .iter()
                    .map(|lang| lang.endonym().to_owned())
                    .collect();
                words.series(&names)
            }
            Fact::Yes => words.t("change-acting"),
            Fact::No => words.t("change-not-acting"),
        }
    }
}
