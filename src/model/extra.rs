//! What other programs say of an item and Runsheet has no field for.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// What another program's file says of an item and Runsheet has no field for: its track, its links, the licence of its
/// recording. It is kept as it was read, shown nowhere, and given back when the event is exported.
///
/// A value is the text of the file; one that is no text there (a number, a list) is its JSON. An empty value is none.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Extra(BTreeMap<String, String>);

impl Extra {
    /// The value with this name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    /// Sets a value; an empty one is taken out.
    pub fn set(&mut self, name: &str, value: String) {
        if value.is_empty() {
            self.0.remove(name);
        } else {
            self.0.insert(name.to_owned(), value);
        }
    }

    /// Every name with its value, in the order of the names.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        (self.0.iter()).map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// Whether there is nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_value_is_none() {
        let mut extra = Extra::default();
        extra.set("track", "Security".into());
        assert_eq!(extra.get("track"), Some("Security"));
        extra.set("track", String::new());
        assert_eq!(extra, Extra::default());
    }
}
