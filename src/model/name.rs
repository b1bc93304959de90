//! A person's name in one language, its parts apart: names are data, never read out of one string.

use serde::{Deserialize, Serialize};

use super::Lang;

/// Which part of a name is said first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum NameOrder {
    /// Chan Kwok-ki, 陳國基.
    #[default]
    FamilyFirst,
    /// Chris Sun.
    GivenFirst,
}

impl NameOrder {
    /// Both, in the order in which a form offers them.
    pub const ALL: [Self; 2] = [Self::FamilyFirst, Self::GivenFirst];
}

/// A person's name in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Name {
    /// Mr, Ms, Dr, Professor; 先生, 女士, 博士, 教授.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub honorific: String,
    /// The family name.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub family: String,
    /// The given name.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub given: String,
    /// Which of the two is said first.
    pub order: NameOrder,
    /// Honours as they follow the name: GBM, GBS, SC, JP.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub honours: String,
}

impl Name {
    /// A name whose family name comes first, without honorific.
    #[must_use]
    pub fn new(honorific: &str, family: &str, given: &str) -> Self {
        Self {
            honorific: honorific.into(),
            family: family.into(),
            given: given.into(),
            ..Self::default()
        }
    }

    /// A first guess at the parts of a name that was typed in one go, for a person to put right: a leading or, in
    /// Chinese, a trailing honorific is taken off; in Chinese the first character is the family name (the first two
    /// of the usual double ones), elsewhere a word in capitals, else the last word.
    #[must_use]
    pub fn guess(typed: &str, lang: &Lang) -> Self {
        let typed = typed.trim();
        if lang.is_chinese() {
            let honorific = ["先生", "女士", "小姐", "博士", "教授", "院士"]
                .into_iter()
                .find(|h| typed.ends_with(h));
            let name = typed
                .strip_suffix(honorific.unwrap_or_default())
                .unwrap_or(typed);
            let double = [
                "歐陽", "欧阳", "司徒", "司馬", "司马", "諸葛", "诸葛", "上官", "夏侯", "東方",
                "皇甫", "尉遲",
            ];
            let family = if double.iter().any(|family| name.starts_with(family)) {
                2
            } else {
                1
            };
            let cut = name
                .char_indices()
                .nth(family)
                .map_or(name.len(), |(at, _)| at);
            return Self::new(
                honorific.unwrap_or_default(),
                &name[..cut],
                name[cut..].trim(),
            );
        }
        let titles = [
            "Mr",
            "Mrs",
            "Ms",
            "Miss",
            "Dr",
            "Prof",
            "Professor",
            "Sir",
            "Dame",
            "Ir",
        ];
        let mut words: Vec<&str> = typed.split_whitespace().collect();
        let is_title = words
            .first()
            .is_some_and(|word| titles.contains(&word.trim_end_matches('.')));
        let honorific = if is_title && words.len() > 1 {
            words.remove(0)
        } else {
            ""
        };
        let is_capitals = |word: &str| {
            word.chars().count() > 1 && word.chars().all(|c| c.is_uppercase() || !c.is_alphabetic())
        };
        let family = words
            .iter()
            .position(|word| is_capitals(word))
            .unwrap_or(words.len().saturating_sub(1));
        let given: Vec<_> = words
            .iter()
            .enumerate()
            .filter(|(place, _)| *place != family)
            .map(|(_, word)| *word)
            .collect();
        let order = if family == 0 && words.len() > 1 {
            NameOrder::FamilyFirst
        } else {
            NameOrder::GivenFirst
        };
        let name = words.get(family).copied().unwrap_or_default();
        Self {
            order,
            ..Self::new(honorific, &capitalised(name), &given.join(" "))
        }
    }

    /// Whether nobody has written a family or a given name.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.family.trim().is_empty() && self.given.trim().is_empty()
    }

    /// Family and given name in their order: `Chan Kwok-ki`, `Chris Sun`, `陳國基`.
    #[must_use]
    pub fn plain(&self, lang: &Lang) -> String {
        self.joined(lang, self.family.trim())
    }

    /// The name with its honorific, before it or, in Chinese, after it: `Mr Chan Kwok-ki`, `陳肇始教授`.
    #[must_use]
    pub fn formal(&self, lang: &Lang) -> String {
        self.with_honorific(lang, &self.plain(lang))
    }

    /// As in a staff list: family name in capitals where the house wants it, honours behind:
    /// `Mr CHAN Kwok-ki, GBS`.
    #[must_use]
    pub fn listed(&self, lang: &Lang, capitals: bool) -> String {
        let family = self.family.trim();
        let family = if capitals {
            family.to_uppercase()
        } else {
            family.to_owned()
        };
        let name = self.with_honorific(lang, &self.joined(lang, &family));
        match self.honours.trim() {
            "" => name,
            honours if lang.is_chinese() => format!("{name}（{honours}）"),
            honours => format!("{name}, {honours}"),
        }
    }

    /// As at second mention: `Mr Chan`, `陳教授`; the whole name where there is no honorific.
    #[must_use]
    pub fn short(&self, lang: &Lang) -> String {
        if self.honorific.trim().is_empty() || self.family.trim().is_empty() {
            self.formal(lang)
        } else {
            self.with_honorific(lang, self.family.trim())
        }
    }

    fn joined(&self, lang: &Lang, family: &str) -> String {
        let given = self.given.trim();
        let (first, second) = match self.order {
            NameOrder::FamilyFirst => (family, given),
            NameOrder::GivenFirst => (given, family),
        };
        let gap = if first.is_empty() || second.is_empty() || lang.is_chinese() {
            ""
        } else {
            " "
        };
        format!("{first}{gap}{second}")
    }

    fn with_honorific(&self, lang: &Lang, name: &str) -> String {
        match self.honorific.trim() {
            "" => name.to_owned(),
            honorific if lang.is_chinese() => format!("{name}{honorific}"),
            honorific => format!("{honorific} {name}"),
        }
    }
}

/// A family name that was typed in capitals, as it is kept: `CHAN` becomes `Chan`.
fn capitalised(name: &str) -> String {
    if name.chars().count() > 1 && name.chars().all(|c| c.is_uppercase() || !c.is_alphabetic()) {
        let mut letters = name.chars();
        let first = letters.next().into_iter();
        first.chain(letters.flat_map(char::to_lowercase)).collect()
    } else {
        name.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_said_as_the_house_says_them() {
        let mut chan = Name::new("Mr", "Chan", "Kwok-ki");
        chan.honours = "GBS".into();
        assert_eq!(chan.formal(&Lang::EN), "Mr Chan Kwok-ki");
        assert_eq!(chan.listed(&Lang::EN, true), "Mr CHAN Kwok-ki, GBS");
        assert_eq!(chan.short(&Lang::EN), "Mr Chan");
        let sun = Name {
            order: NameOrder::GivenFirst,
            ..Name::new("Mr", "Sun", "Chris")
        };
        assert_eq!(sun.formal(&Lang::EN), "Mr Chris Sun");
        assert_eq!(sun.listed(&Lang::EN, true), "Mr Chris SUN");
        let professor = Name::new("教授", "陳", "肇始");
        assert_eq!(professor.formal(&Lang::ZH_HANT), "陳肇始教授");
        assert_eq!(professor.short(&Lang::ZH_HANT), "陳教授");
    }

    #[test]
    fn a_name_typed_in_one_go_reads_as_it_was_typed() {
        for (typed, lang, family, formal) in [
            ("Mr CHAN Kwok-ki", Lang::EN, "Chan", "Mr Chan Kwok-ki"),
            (
                "Professor Richard Wong",
                Lang::EN,
                "Wong",
                "Professor Richard Wong",
            ),
            ("Ada", Lang::EN, "Ada", "Ada"),
            ("陳肇始教授", Lang::ZH_HANT, "陳", "陳肇始教授"),
            ("歐陽修", Lang::ZH_HANT, "歐陽", "歐陽修"),
        ] {
            let name = Name::guess(typed, &lang);
            assert_eq!(
                (name.family.as_str(), name.formal(&lang).as_str()),
                (family, formal)
            );
        }
    }

    #[test]
    fn what_is_missing_leaves_no_gap() {
        assert_eq!(Name::new("", "", "Ada").formal(&Lang::EN), "Ada");
        assert_eq!(Name::new("Dr", "Ng", "").formal(&Lang::EN), "Dr Ng");
        assert!(Name::new("Dr", " ", "").is_blank());
    }
}
