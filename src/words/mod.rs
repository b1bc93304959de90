//! What people read, in their language: the Fluent messages, and the sentences made of facts.

mod changes;
mod deeds;
mod faults;
mod kinds;
mod people;
mod troubles;
mod versions;
mod when;

use std::{borrow::Cow, collections::HashMap};

use fluent_templates::{LanguageIdentifier, Loader, fluent_bundle::FluentValue, static_loader};

use crate::model::{Lang, shown};

pub use changes::{Teller, shortened_to};
pub use faults::Fault;
pub use when::parse_moment;

static_loader! {
    static LOCALES = {
        locales: "./assets/locales",
        fallback_language: "en",
        customise: |bundle| bundle.set_use_isolating(false),
    };
}

/// A language in which the program speaks.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize,
)]
pub enum Tongue {
    /// English.
    #[default]
    En,
    /// Chinese in traditional characters.
    ZhHant,
    /// Chinese in simplified characters.
    ZhHans,
}

impl Tongue {
    /// All of them, in the order in which a menu offers them.
    pub const ALL: [Self; 3] = [Self::En, Self::ZhHant, Self::ZhHans];

    /// The language of its content.
    #[must_use]
    pub const fn lang(self) -> Lang {
        match self {
            Self::En => Lang::EN,
            Self::ZhHant => Lang::ZH_HANT,
            Self::ZhHans => Lang::ZH_HANS,
        }
    }

    /// The tongue for readers of a language of content: the nearest that there is.
    #[must_use]
    pub fn for_readers_of(lang: &Lang) -> Self {
        if lang.is_simplified_chinese() {
            Self::ZhHans
        } else if lang.is_chinese() {
            Self::ZhHant
        } else {
            Self::En
        }
    }

    /// The tongue for a system whose language is `tag`, such as `zh_TW.UTF-8` or `en-GB`.
    #[must_use]
    pub fn for_system(tag: &str) -> Self {
        let tag = tag.replace('_', "-").to_lowercase();
        if !tag.starts_with("zh") {
            return Self::En;
        }
        let traditional = ["hant", "-hk", "-tw", "-mo"]
            .iter()
            .any(|mark| tag.contains(mark));
        if traditional {
            Self::ZhHant
        } else {
            Self::ZhHans
        }
    }

    fn identifier(self) -> &'static LanguageIdentifier {
        static IDENTIFIERS: std::sync::LazyLock<[LanguageIdentifier; 3]> =
            std::sync::LazyLock::new(|| {
                // Each is well formed; a default would fall back to English.
                Tongue::ALL.map(|tongue| tongue.lang().tag().parse().unwrap_or_default())
            });
        &IDENTIFIERS[self as usize]
    }
}

/// A value that stands in a sentence.
pub type Argument = FluentValue<'static>;

/// The texts of the program in one language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// Which language.
    pub tongue: Tongue,
}

impl Words {
    /// The texts in this language.
    #[must_use]
    pub const fn new(tongue: Tongue) -> Self {
        Self { tongue }
    }

    /// The message `key`. A key that no file has reads as itself, and a test sees to it that none is missing.
    #[must_use]
    pub fn t(self, key: &str) -> String {
        LOCALES
            .try_lookup(self.tongue.identifier(), key)
            .unwrap_or_else(|| key.to_owned())
    }

    /// The message `key` with these values in it.
    #[must_use]
    pub fn tf<const N: usize>(self, key: &str, values: [(&'static str, Argument); N]) -> String {
        let values: HashMap<Cow<'static, str>, Argument> = values
            .into_iter()
            .map(|(name, value)| (Cow::Borrowed(name), seen(value)))
            .collect();
        LOCALES
            .try_lookup_with_args(self.tongue.identifier(), key, &values)
            .unwrap_or_else(|| key.to_owned())
    }

    /// A name, in the quotation marks of the language.
    #[must_use]
    pub fn quoted(self, name: &str) -> String {
        self.tf("quoted", [("name", name.to_owned().into())])
    }
}

/// A value in which signs to programs are seen: a name turns no sentence round.
fn seen(value: Argument) -> Argument {
    match value {
        FluentValue::String(text) => match shown(&text) {
            Cow::Borrowed(_) => FluentValue::String(text),
            Cow::Owned(marked) => marked.into(),
        },
        value => value,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_system_language_is_followed() {
        for (tag, tongue) in [
            ("en_GB.UTF-8", Tongue::En),
            ("zh_HK.UTF-8", Tongue::ZhHant),
            ("zh-Hant-TW", Tongue::ZhHant),
            ("zh-CN", Tongue::ZhHans),
            ("zh-Hans", Tongue::ZhHans),
            ("fr", Tongue::En),
            ("", Tongue::En),
        ] {
            assert_eq!(Tongue::for_system(tag), tongue, "{tag}");
        }
    }
}
