//! What is kept of a file beyond the fields that are read: between a file's values and the texts in an event, and what
//! goes into a file where its schema lets anything stand.
//!
//! Neither form has a place for everything: the XML none for a biography, the JSON none for a value whose form its
//! schema does not know. What has no place goes as one JSON value into `conference.meta.runsheet`, or into a processing
//! instruction `runsheet` of the XML. Other programs pass over both; an import reads them back.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

use super::{
    facts::{Rest, Schedule},
    identity,
    of_event::names,
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

/// Whether a value of this name is such an address.
pub(super) fn is_nowhere(name: &str, value: &Value) -> bool {
    name == "url" && (value.as_str()).is_some_and(|text| text.starts_with("urn:uuid:"))
}

/// Whether XML 1.0 can write a character.
pub(super) fn has_place(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..)
}

/// Whether two values say the same, one that is not there and one that says nothing among them.
pub(super) fn agree(one: Option<&Value>, other: Option<&Value>) -> bool {
    one.filter(|value| !is_empty(value)) == other.filter(|value| !is_empty(value))
}

/// What a file does not say in its own places as it is, by what it belongs to. A value that is null is none: the form
/// says something there that nobody has said.
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
    /// How many seconds a talk lasts, by the guid in the file.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub seconds: BTreeMap<String, u32>,
    /// Of each talk, by the guid in the file.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub talks: BTreeMap<String, Rest>,
    /// Of each person, by the guid in the file.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub persons: BTreeMap<String, Rest>,
}

impl Leftovers {
    /// What was to be said and was not read back from a file so.
    pub fn between(schedule: &Schedule, back: &Schedule) -> Self {
        let mut left = Self::default();
        differ(&schedule.rest, &back.rest, &mut left.conference);
        if back.zone != schedule.zone {
            let zone = schedule.zone.clone().unwrap_or_default();
            left.conference.insert(names::ZONE.into(), zone.into());
        }
        differ(&schedule.beside, &back.beside, &mut left.schedule);
        for place in &schedule.places {
            let there = back.places.iter().find(|there| there.name == place.name);
            let rest = there.map(|there| &there.rest);
            let over = left.rooms.entry(place.name.clone()).or_default();
            differ(&place.rest, rest.unwrap_or(&Rest::new()), over);
        }
        let talks: HashMap<_, _> = (back.talks.iter())
            .map(|talk| (talk.guid.as_deref().unwrap_or_default(), talk))
            .collect();
        for talk in &schedule.talks {
            let guid = talk.guid.as_deref().unwrap_or_default();
            let Some(there) = talks.get(guid) else {
                continue;
            };
            if let Some(seconds) = talk.seconds.filter(|_| there.seconds != talk.seconds) {
                left.seconds.insert(guid.to_owned(), seconds);
            }
            let over = left.talks.entry(guid.to_owned()).or_default();
            differ(&talk.rest, &there.rest, over);
            let speakers = talk.speakers.iter().flatten();
            for (speaker, there) in speakers.zip(there.speakers.iter().flatten()) {
                let guid = identity::text(&there.rest, "guid").unwrap_or_default();
                let over = left.persons.entry(guid).or_default();
                differ(&speaker.rest, &there.rest, over);
                let says = speaker.biography.as_deref().unwrap_or_default();
                if says != there.biography.as_deref().unwrap_or_default() {
                    over.insert("biography".into(), says.into());
                }
            }
        }
        for rests in [&mut left.rooms, &mut left.talks, &mut left.persons] {
            rests.retain(|_, rest| !rest.is_empty());
        }
        left
    }

    /// Whether there is nothing.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Puts everything back to what it belongs to.
    pub fn give_back(self, schedule: &mut Schedule) {
        put_over(&self.conference, &mut schedule.rest);
        if let Some(Value::String(zone)) = schedule.rest.remove(names::ZONE) {
            schedule.zone = Some(zone);
        }
        put_over(&self.schedule, &mut schedule.beside);
        for place in &mut schedule.places {
            if let Some(rest) = self.rooms.get(&place.name) {
                put_over(rest, &mut place.rest);
            }
        }
        for talk in &mut schedule.talks {
            let guid = talk.guid.clone().unwrap_or_default();
            if let Some(rest) = self.talks.get(&guid) {
                put_over(rest, &mut talk.rest);
            }
            talk.seconds = self.seconds.get(&guid).copied().or(talk.seconds);
            for speaker in talk.speakers.iter_mut().flatten() {
                let guid = identity::text(&speaker.rest, "guid").unwrap_or_default();
                let Some(rest) = self.persons.get(&guid) else {
                    continue;
                };
                put_over(rest, &mut speaker.rest);
                if let Some(Value::String(text)) = speaker.rest.remove("biography") {
                    speaker.biography = Some(text);
                }
            }
        }
    }
}

/// What has to be put over `back`, so that it says what `rest` says.
fn differ(rest: &Rest, back: &Rest, over: &mut Rest) {
    let says = |rest: &Rest, name: &str| {
        let value = rest.get(name)?;
        (!is_empty(value) && !is_nowhere(name, value)).then(|| value.clone())
    };
    for name in rest.keys().chain(back.keys()) {
        let value = says(rest, name);
        if value != says(back, name) {
            over.insert(name.clone(), value.unwrap_or_default());
        }
    }
}

fn put_over(over: &Rest, rest: &mut Rest) {
    for (name, value) in over {
        if value.is_null() {
            rest.remove(name);
        } else {
            rest.insert(name.clone(), value.clone());
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
