//! The house's own templates.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

/// The house's own templates, from the event's folder `papers/`: each overrules the built-in one of its name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct HouseTemplates {
    folder: PathBuf,
    sources: BTreeMap<String, String>,
}

impl HouseTemplates {
    /// Nothing yet; `folder` is where the templates come from, and stands before their names in messages.
    #[must_use]
    pub fn of(folder: impl Into<PathBuf>) -> Self {
        Self {
            folder: folder.into(),
            sources: BTreeMap::new(),
        }
    }

    /// With one more template: its file name, such as `programme.typ` or `house.typ`, and its text.
    #[must_use]
    pub fn with(mut self, name: impl Into<String>, source: impl Into<String>) -> Self {
        self.sources.insert(name.into(), source.into());
        self
    }

    /// The text of the template with this file name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.sources.get(name).map(String::as_str)
    }

    /// Whether the house has none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.sources.is_empty()
    }

    /// Where the template with this name lies.
    #[must_use]
    pub fn path(&self, name: &str) -> PathBuf {
        Path::new(&self.folder).join(name)
    }

    /// Where the template with this name lies, as messages name it.
    #[must_use]
    pub(super) fn shown(&self, name: &str) -> String {
        self.path(name).display().to_string()
    }

    /// Whether something of the house's own has a part in this paper.
    #[must_use]
    pub fn have_a_part_in(&self, paper: super::Paper) -> bool {
        // A built-in template takes in nothing but the shared one.
        [&super::world::template_name(paper), super::world::SHARED]
            .iter()
            .any(|name| self.sources.contains_key(*name))
    }

    /// The names of the files and their texts, in the order of the names.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.sources
            .iter()
            .map(|(name, source)| (name.as_str(), source.as_str()))
    }
}
