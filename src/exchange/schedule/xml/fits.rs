//! What the schema of the XML form has a place for.

use serde_json::Value;

use super::super::facts::Rest;

/// An address of the web, as the schema wants it.
pub(super) fn is_web(text: &str) -> bool {
    let is_plain = !text.contains(|c: char| c.is_whitespace() || "<>\"{}|\\^`".contains(c));
    (text.starts_with("https://") || text.starts_with("http://")) && is_plain
}

pub(super) fn web(rest: &Rest, name: &str) -> Option<String> {
    let text = rest.get(name).and_then(Value::as_str)?;
    is_web(text).then(|| text.to_owned())
}

pub(super) fn is_acronym(text: &str) -> bool {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "_-".contains(c);
    text.len() >= 4 && text.chars().all(plain)
}

pub(super) fn is_code(text: &str) -> bool {
    text.len() == 6
        && text
            .bytes()
            .all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
}

/// Four letters, digits or underscores, a hyphen, four more or hyphens.
pub(super) fn is_slug(text: &str) -> bool {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    text.split_once('-').is_some_and(|(head, tail)| {
        head.len() >= 4
            && tail.len() >= 4
            && head.chars().all(plain)
            && tail.chars().all(|c| plain(c) || c == '-')
    })
}

pub(super) fn is_duration(value: &Value) -> bool {
    let text = value.as_str().unwrap_or_default();
    let parts: Vec<&str> = text.split(':').collect();
    let short =
        |part: &&str| (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    (2..=3).contains(&parts.len()) && parts.iter().all(short) && parts[1].len() == 2
}

/// Whether there is something to say of the recording.
pub(super) fn records(rest: &Rest) -> bool {
    ["recording_license", "do_not_record"].iter().any(|name| {
        rest.get(*name)
            .is_some_and(|value| value.is_string() || value.is_boolean())
    })
}

/// The fields of an object that are texts.
pub(super) fn attributes(value: &Value) -> Vec<(&str, &str)> {
    let fields = value.as_object().into_iter().flatten();
    fields
        .filter_map(|(name, value)| Some((name.as_str(), value.as_str()?)))
        .collect()
}

pub(super) fn is_colour(text: &str) -> bool {
    let digits = text.strip_prefix('#').unwrap_or_default();
    digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_hexdigit())
}

pub(super) fn are_colours(value: &Value) -> bool {
    let fields = value.as_object();
    fields.is_some_and(|fields| {
        fields.contains_key("primary")
            && fields.iter().all(|(name, value)| {
                let known = ["primary", "background"].contains(&name.as_str());
                value.as_str().is_some_and(|text| !known || is_colour(text)) && is_name(name)
            })
    })
}

/// Whether an attribute can have this name.
pub(super) fn is_name(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "_-".contains(c))
}

pub(super) fn are_tracks(value: &Value) -> bool {
    let slug = |text: &str| {
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        text.len() >= 2
            && text.starts_with(|c: char| c.is_ascii_lowercase())
            && text.chars().all(plain)
    };
    let track = |track: &Value| {
        let fields = track.as_object();
        fields.is_some_and(|fields| {
            fields.contains_key("name")
                && fields
                    .iter()
                    .all(|(name, value)| match (name.as_str(), value) {
                        ("name", Value::String(_)) => true,
                        ("color", Value::String(text)) => is_colour(text),
                        ("slug", Value::String(text)) => slug(text),
                        _ => false,
                    })
        })
    };
    value
        .as_array()
        .is_some_and(|tracks| tracks.iter().all(track))
}
