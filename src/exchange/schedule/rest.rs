//! What is kept of a file beyond the fields that are read: between a file's values and the texts in an event, and what
//! goes into a file where its schema lets anything stand.
//!
//! Neither form has a place for everything: the XML none for a biography, the JSON none for a value whose form its
//! schema does not know. What has no place goes as one JSON value into `conference.meta.runsheet`, or into a processing
//! instruction `runsheet` of the XML. Other programs pass over both; an import reads them back.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

use super::{
    facts::{Rest, Schedule},
    identity,
};
use crate::model::Extra;

/// The name under which the leftovers stand in a file.
pub(super) const NAME: &str = "runsheet";

/// A value as an event keeps it: a text as it is, anything else as JSON. A text that reads as JSON is kept as JSON too,
/// so that the two are told apart.
pub(super) fn kept(value: &Value) -> String {
    match value {
        Value::String(text) if serde_json::from_str::<Value>(text).is_err() => text.clone(),
        value if is_empty(value) => String::new(),
        value => value.to_string(),
    }
}

/// A value as it was before an event kept it.
pub(super) fn given(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|_| Value::String(text.to_owned()))
}

/// Whether a value says nothing. A program that writes an empty list where another writes none means the same.
pub(super) fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.trim().is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        Value::Bool(_) | Value::Number(_) => false,
    }
}

/// What an event keeps of something, as values.
pub(super) fn of_extra(extra: &Extra) -> Rest {
    (extra.iter())
        .map(|(name, text)| (name.to_owned(), given(text)))
        .collect()
}

/// The address that an export gives what has none: it only repeats the identity.
pub(super) fn nowhere(id: Uuid) -> String {
    format!("urn:uuid:{id}")
}

/// Whether a value is such an address.
pub(super) fn is_nowhere(value: &Value) -> bool {
    (value.as_str()).is_some_and(|text| text.starts_with("urn:uuid:"))
}

/// Every text in a value as both forms can carry it: with single line ends, without space around it and without
/// characters that XML does not have.
pub(super) fn tidy(value: &mut Value) {
    match value {
        Value::String(text) => *text = tidied(text),
        Value::Array(items) => items.iter_mut().for_each(tidy),
        Value::Object(fields) => fields.values_mut().for_each(tidy),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn tidied(text: &str) -> String {
    let text = text.trim().replace("\r\n", "\n").replace('\r', "\n");
    if text.chars().all(has_place) {
        return text;
    }
    text.chars().filter(|c| has_place(*c)).collect()
}

/// Whether XML 1.0 can write a character.
pub(super) fn has_place(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..)
}

/// What had no place of its own in a file, by what it belongs to.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Leftovers {
    /// Of the conference.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub conference: Rest,
    /// Of what stands beside the conference.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub schedule: Rest,
    /// Of each room, by its name.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub rooms: BTreeMap<String, Rest>,
    /// Of each talk, by the guid in the file.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub talks: BTreeMap<String, Rest>,
    /// Of each person, by the guid in the file.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub persons: BTreeMap<String, Rest>,
}

impl Leftovers {
    /// Takes a value that had no place; one that says nothing is none.
    pub fn take(rest: &mut Rest, name: &str, value: &Value) {
        if !is_empty(value) && !is_nowhere(value) {
            rest.insert(name.to_owned(), value.clone());
        }
    }

    /// Leaves out whoever has nothing left over.
    #[must_use]
    pub fn swept(mut self) -> Self {
        for rests in [&mut self.rooms, &mut self.talks, &mut self.persons] {
            rests.retain(|_, rest| !rest.is_empty());
        }
        self
    }

    /// Whether there is nothing.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Puts everything back to what it belongs to.
    pub fn give_back(self, schedule: &mut Schedule) {
        schedule.rest.extend(self.conference);
        schedule.beside.extend(self.schedule);
        for place in &mut schedule.places {
            if let Some(rest) = self.rooms.get(&place.name) {
                place.rest.extend(rest.clone());
                place.guid = identity::text(&place.rest, "guid").or(place.guid.take());
            }
        }
        for talk in &mut schedule.talks {
            let guid = talk.guid.clone().unwrap_or_default();
            if let Some(rest) = self.talks.get(&guid) {
                talk.rest.extend(rest.clone());
            }
            for speaker in talk.speakers.iter_mut().flatten() {
                let guid = identity::text(&speaker.rest, "guid").unwrap_or_default();
                let Some(rest) = self.persons.get(&guid) else {
                    continue;
                };
                speaker.rest.extend(rest.clone());
                if let Some(Value::String(text)) = speaker.rest.remove("biography") {
                    speaker.biography = Some(text);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_value_is_kept_as_what_it_was() {
        for (value, text) in [
            (json!("Security"), "Security"),
            (json!("true"), "\"true\""),
            (json!("12"), "\"12\""),
            (json!("\"quoted\""), "\"\\\"quoted\\\"\""),
            (json!(true), "true"),
            (json!(12), "12"),
            (
                json!([{"url": "https://a.example"}]),
                "[{\"url\":\"https://a.example\"}]",
            ),
        ] {
            assert_eq!(kept(&value), text);
            assert_eq!(given(text), value);
        }
        for empty in [json!(null), json!(""), json!([]), json!({})] {
            assert_eq!(kept(&empty), "");
        }
    }
}
