//! Text that reaches people: one value per language.

use std::{collections::BTreeMap, fmt, marker::PhantomData};

use serde::{Deserialize, Deserializer, Serialize, de};

use super::Lang;

/// One value for each language in which there is one.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(transparent)]
pub struct Localised<T>(BTreeMap<Lang, T>);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Localised<T> {
    /// A language that stands twice, as after a merge by hand, is an error: one of the two would be lost.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct EachOnce<T>(PhantomData<T>);

        impl<'de, T: Deserialize<'de>> de::Visitor<'de> for EachOnce<T> {
            type Value = BTreeMap<Lang, T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a map from languages")
            }

            fn visit_map<A: de::MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut values = BTreeMap::new();
                while let Some((lang, value)) = map.next_entry::<Lang, T>()? {
                    if values.contains_key(&lang) {
                        return Err(de::Error::custom(format_args!(
                            "the language {lang} stands here twice"
                        )));
                    }
                    values.insert(lang, value);
                }
                Ok(values)
            }
        }

        deserializer
            .deserialize_map(EachOnce(PhantomData))
            .map(Self)
    }
}

/// A text in each language in which somebody has written it. An empty text is an absent one.
pub type Text = Localised<String>;

impl<T> Default for Localised<T> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<T> Localised<T> {
    /// The value in exactly this language.
    #[must_use]
    pub fn get(&self, lang: &Lang) -> Option<&T> {
        self.0.get(lang)
    }

    /// Every language with its value, in the order of the tags.
    pub fn iter(&self) -> impl Iterator<Item = (&Lang, &T)> {
        self.0.iter()
    }

    /// Whether there is nothing in any language.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The value for a reader of `lang`: in that language, else in the other script of Chinese, else in
    /// English, else in whatever language there is.
    #[must_use]
    pub fn best(&self, lang: &Lang) -> Option<&T> {
        self.best_with_lang(lang).map(|(_, value)| value)
    }

    /// As [`best`](Self::best), with the language in which the value was found.
    #[must_use]
    pub fn best_with_lang(&self, lang: &Lang) -> Option<(&Lang, &T)> {
        self.best_where(lang, |_| true)
    }

    /// As [`best_with_lang`](Self::best_with_lang), among the values for which `says_something` holds.
    #[must_use]
    pub fn best_where(
        &self,
        lang: &Lang,
        says_something: impl Fn(&T) -> bool,
    ) -> Option<(&Lang, &T)> {
        let find = |fits: &dyn Fn(&Lang) -> bool| {
            self.0
                .iter()
                .find(|(other, value)| fits(other) && says_something(value))
        };
        find(&|other| other == lang)
            .or_else(|| find(&|other| other.primary() == lang.primary()))
            .or_else(|| find(&|other| *other == Lang::EN))
            .or_else(|| find(&|_| true))
    }
}

impl<T: Default + PartialEq> Localised<T> {
    /// Sets the value of one language; a default (empty) value takes the language out.
    pub fn set(&mut self, lang: &Lang, value: T) {
        if value == T::default() {
            self.0.remove(lang);
        } else {
            self.0.insert(lang.clone(), value);
        }
    }

    /// With one more language, for building values in one expression.
    #[must_use]
    pub fn with(mut self, lang: &Lang, value: impl Into<T>) -> Self {
        self.set(lang, value.into());
        self
    }
}

impl Text {
    /// A text in English.
    #[must_use]
    pub fn en(value: impl Into<String>) -> Self {
        Self::default().with(&Lang::EN, value.into())
    }

    /// The text in exactly this language, or nothing.
    #[must_use]
    pub fn text(&self, lang: &Lang) -> &str {
        self.get(lang).map_or("", String::as_str)
    }

    /// The text that a reader of `lang` is shown; see [`best`](Self::best).
    #[must_use]
    pub fn shown(&self, lang: &Lang) -> &str {
        self.best(lang).map_or("", String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_is_shown_the_nearest_language() {
        let title = Text::en("Forum").with(&Lang::ZH_HANT, "論壇");
        assert_eq!(title.shown(&Lang::EN), "Forum");
        assert_eq!(title.shown(&Lang::ZH_HANS), "論壇");
        assert_eq!(
            Text::default()
                .with(&Lang::ZH_HANT, "論壇")
                .shown(&Lang::EN),
            "論壇"
        );
        assert_eq!(title.text(&Lang::ZH_HANS), "");
    }

    #[test]
    fn an_empty_text_is_an_absent_one() {
        let mut title = Text::en("Forum");
        title.set(&Lang::EN, String::new());
        assert_eq!(title, Text::default());
    }
}
