//! Languages of content, by their BCP 47 tags.

use std::{borrow::Cow, fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// A language of an event's content: a BCP 47 tag such as `en`, `zh-Hant`, `zh-Hans` or `pt`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Lang(Cow<'static, str>);

/// The text is not a language tag.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("‘{0}’ is not a language tag such as en, zh-Hant or zh-Hans")]
pub struct LangError(pub String);

impl Lang {
    /// English.
    pub const EN: Self = Self(Cow::Borrowed("en"));
    /// Chinese in traditional characters.
    pub const ZH_HANT: Self = Self(Cow::Borrowed("zh-Hant"));
    /// Chinese in simplified characters.
    pub const ZH_HANS: Self = Self(Cow::Borrowed("zh-Hans"));

    /// The tag, as it stands in files.
    #[must_use]
    pub fn tag(&self) -> &str {
        &self.0
    }

    /// Whether this is Chinese, in either script.
    #[must_use]
    pub fn is_chinese(&self) -> bool {
        self.primary() == "zh"
    }

    /// Whether this is Chinese in simplified characters.
    #[must_use]
    pub fn is_simplified_chinese(&self) -> bool {
        self.is_chinese() && (self.0.contains("Hans") || self.0.ends_with("CN"))
    }

    /// The tag's first part: `zh` of `zh-Hant`.
    #[must_use]
    pub fn primary(&self) -> &str {
        self.0.split('-').next().unwrap_or_default()
    }

    /// What the language calls itself, as a language switch shows it. A language that we have no
    /// name for shows its tag.
    #[must_use]
    pub fn endonym(&self) -> &str {
        match self.tag() {
            "en" => "English",
            "zh-Hant" => "繁體中文",
            "zh-Hans" => "简体中文",
            "pt" => "Português",
            "fr" => "Français",
            "de" => "Deutsch",
            "es" => "Español",
            tag => tag,
        }
    }
}

impl FromStr for Lang {
    type Err = LangError;

    fn from_str(tag: &str) -> Result<Self, LangError> {
        // Capitals are a matter of custom, not of meaning: `zh-hant` is no other language than `zh-Hant`.
        let usual: Vec<_> = tag.split('-').enumerate().map(usual_case).collect();
        let mut parts = tag.split('-');
        let primary_is_right = parts.next().is_some_and(|part| {
            (2..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_lowercase())
        });
        let rest_is_right = parts.all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
        });
        if primary_is_right && rest_is_right && tag.len() <= 35 {
            Ok(Self(Cow::Owned(usual.join("-"))))
        } else {
            Err(LangError(tag.chars().take(40).collect()))
        }
    }
}

/// A part of a tag as it is usually written: a script `Hant`, a region `HK`, everything else `small`.
fn usual_case((place, part): (usize, &str)) -> String {
    match (place, part.len()) {
        (0, _) => part.to_owned(),
        (_, 2) => part.to_ascii_uppercase(),
        (_, 4) => {
            let mut letters = part.to_ascii_lowercase();
            if let Some(first) = letters.get_mut(..1) {
                first.make_ascii_uppercase();
            }
            letters
        }
        (_, _) => part.to_ascii_lowercase(),
    }
}

impl TryFrom<String> for Lang {
    type Error = LangError;

    fn try_from(tag: String) -> Result<Self, LangError> {
        tag.parse()
    }
}

impl From<Lang> for String {
    fn from(lang: Lang) -> Self {
        lang.0.into_owned()
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_in_other_capitals_is_the_same_language() {
        assert_eq!("zh-hant".parse(), Ok(Lang::ZH_HANT));
        let tag = |tag: &str| tag.parse::<Lang>().map(String::from);
        assert_eq!(tag("zh-HANT-hk"), Ok("zh-Hant-HK".to_owned()));
    }

    #[test]
    fn tags_are_checked() {
        for good in ["en", "zh-Hant", "zh-Hant-HK", "yue", "pt-BR"] {
            assert_eq!(good.parse::<Lang>().map(String::from), Ok(good.to_owned()));
        }
        for bad in [
            "",
            "e",
            "EN",
            "english",
            "en_US",
            "zh-",
            "en-toolongpart",
            "中文",
        ] {
            assert!(bad.parse::<Lang>().is_err(), "{bad}");
        }
    }
}
