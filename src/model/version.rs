//! Versions: states of an event that were issued, and how a state stands to them.

use jiff::Zoned;
use serde::{Deserialize, Serialize};

use super::Event;

/// What is known of an issued version besides the event itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Issue {
    /// Which version, from 1.
    pub number: u32,
    /// Which version it was issued as, where two machines gave one number and this one got the next: what is on the
    /// papers that were printed then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub formerly: Option<u32>,
    /// When it was issued, in the event's zone.
    pub issued: Zoned,
    /// What whoever issued it says of it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// The fingerprint of the event as it was issued.
    pub fingerprint: String,
    /// The version of the program that issued it.
    pub program: String,
}

/// How a state of an event stands to the versions that were issued: what the version line of a paper says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Standing {
    /// No version was issued yet.
    #[default]
    Draft,
    /// It is not what was issued last, which is the version with this number.
    DraftAfter(u32),
    /// It is this version.
    Version(Issue),
}

/// The first four hexadecimal digits of the hash of what an event can print: two printed copies that show the same
/// digits were printed from the same event. What was issued keeps the digits with which it was.
#[must_use]
pub fn fingerprint(event: &Event) -> String {
    digits(&event.printed())
}

/// Whether these are the digits of an event, as they are made or as they were made first: of all that it says, what is
/// set aside among it. Versions that were issued then keep them.
#[must_use]
pub fn is_fingerprint_of(event: &Event, said: &str) -> bool {
    said == fingerprint(event) || said == digits(event)
}

fn digits(event: &Event) -> String {
    // An event is plain data whose maps have texts for keys, so that JSON can always hold it.
    let content = serde_json::to_vec(event).unwrap_or_default();
    let hash = blake3::hash(&content);
    hash.to_hex().as_str()[..4].to_uppercase()
}
