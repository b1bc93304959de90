//! The languages of an event.

use std::ops::Deref;

use serde::{Deserialize, Serialize};

use super::Lang;

/// The languages of an event's content: at least one, each once, the main one first.
///
/// They read as a slice. A list that names a language again, as after a merge by hand, has it once; one that names
/// none is in English.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(from = "Vec<Lang>", into = "Vec<Lang>")]
pub struct Languages(Vec<Lang>);

impl Languages {
    /// The main language.
    #[must_use]
    pub fn main(&self) -> &Lang {
        // There is always a first; were there none, an event would be in English.
        self.0.first().unwrap_or(&Lang::EN)
    }

    /// The languages as they stand side by side for a reader of this one: it first, or else the nearest that there is.
    #[must_use]
    pub fn for_reader(&self, reader: &Lang) -> Vec<Lang> {
        let mut languages = self.0.clone();
        let exact = languages.iter().position(|lang| lang == reader);
        let near = |lang: &Lang| lang.primary() == reader.primary();
        if let Some(at) = exact.or_else(|| languages.iter().position(near)) {
            languages[..=at].rotate_right(1);
        }
        languages
    }

    /// Adds a language behind the others, if it is not among them.
    pub fn add(&mut self, lang: Lang) {
        if !self.0.contains(&lang) {
            self.0.push(lang);
        }
    }

    /// Takes a language out, unless it is the only one.
    pub fn remove(&mut self, lang: &Lang) {
        if self.0.len() > 1 {
            self.0.retain(|other| other != lang);
        }
    }
}

impl From<Vec<Lang>> for Languages {
    fn from(named: Vec<Lang>) -> Self {
        let mut languages = Self(Vec::with_capacity(named.len()));
        for lang in named {
            languages.add(lang);
        }
        if languages.0.is_empty() {
            languages.add(Lang::EN);
        }
        languages
    }
}

impl<const N: usize> From<[Lang; N]> for Languages {
    fn from(named: [Lang; N]) -> Self {
        Vec::from(named).into()
    }
}

impl From<Languages> for Vec<Lang> {
    fn from(languages: Languages) -> Self {
        languages.0
    }
}

impl Deref for Languages {
    type Target = [Lang];

    fn deref(&self) -> &[Lang] {
        &self.0
    }
}

impl<'a> IntoIterator for &'a Languages {
    type Item = &'a Lang;
    type IntoIter = std::slice::Iter<'a, Lang>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_is_there_once_and_one_always() {
        let mut languages = Languages::from([Lang::ZH_HANT, Lang::EN, Lang::ZH_HANT]);
        assert_eq!(*languages, [Lang::ZH_HANT, Lang::EN]);
        languages.add(Lang::EN);
        languages.remove(&Lang::ZH_HANT);
        assert_eq!(*languages, [Lang::EN]);
        languages.remove(&Lang::EN);
        assert_eq!(languages.main(), &Lang::EN);
        assert_eq!(*Languages::from([]), [Lang::EN]);
    }
}
