//! Identities: of what comes from a file, so that the same thing is found again, and for what goes into one.

use serde_json::Value;
use uuid::Uuid;

use super::facts::{Rest, Schedule, Speaker, Talk};

/// The identity that follows from these texts, always the same.
pub(super) fn derived(parts: &[&str]) -> Uuid {
    let mut hasher = blake3::Hasher::new_derive_key("runsheet schedule identity 1");
    for part in parts {
        hasher.update(part.as_bytes());
        hasher.update(&[0]);
    }
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&hasher.finalize().as_bytes()[..16]);
    uuid::Builder::from_custom_bytes(bytes).into_uuid()
}

/// A number for those that want one: positive, and always the same for the same identity.
pub(super) fn number(id: Uuid) -> u32 {
    let (high, low) = id.as_u64_pair();
    let mixed = (high ^ low) ^ ((high ^ low) >> 32);
    (mixed as u32 & 0x7fff_ffff).max(1)
}

/// An identity as schedules write it, with hyphens. None if the text is none, or the one of nothing.
pub(super) fn uuid(text: &str) -> Option<Uuid> {
    let id = Uuid::try_parse(text.trim()).ok()?;
    (text.trim().len() == 36 && !id.is_nil()).then_some(id)
}

/// The version that a file says: that which was issued last, or what the file said from which the event came.
pub(super) fn version(schedule: &Schedule) -> String {
    match schedule.issued {
        Some(number) => number.to_string(),
        None => text(&schedule.beside, "version").unwrap_or_default(),
    }
}

/// A value as a text: numbers as they are written, nothing for what is absent.
pub(super) fn text(rest: &Rest, name: &str) -> Option<String> {
    match rest.get(name)? {
        Value::String(text) => Some(text.trim().to_owned()),
        Value::Number(number) => Some(number.to_string()),
        Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => None,
    }
    .filter(|text| !text.is_empty())
}

/// What tells this schedule's own numbers from another's: the acronym, which stays from version to version.
pub(super) fn system(schedule: &Schedule) -> String {
    text(&schedule.rest, "acronym").unwrap_or_else(|| schedule.title.clone())
}

/// Which session a talk is.
pub(super) fn of_talk(talk: &Talk, system: &str) -> Uuid {
    if let Some(guid) = talk.guid.as_deref().filter(|guid| !guid.trim().is_empty()) {
        return uuid(guid).unwrap_or_else(|| derived(&["guid", guid.trim()]));
    }
    let named = |name: &'static str| text(&talk.rest, name).map(|value| (name, value));
    let (name, value) = ["code", "id", "slug", "url"]
        .into_iter()
        .find_map(named)
        .unwrap_or_else(|| ("title", talk.title.clone().unwrap_or_default()));
    derived(&[system, name, &value])
}

/// Which person has this guid, which may be of any form.
pub(super) fn of_guid(guid: &str) -> Uuid {
    uuid(guid).unwrap_or_else(|| derived(&["person", guid]))
}

/// Which person somebody is, by what the file says of them.
pub(super) fn of_speaker(speaker: &Speaker, system: &str) -> Uuid {
    if let Some(guid) = text(&speaker.rest, "guid") {
        return of_guid(&guid);
    }
    let named = |name: &'static str| text(&speaker.rest, name).map(|value| (name, value));
    let (name, value) = ["code", "id"]
        .into_iter()
        .find_map(named)
        .unwrap_or_else(|| ("name", speaker.name.trim().to_owned()));
    derived(&[system, "person", name, &value])
}

/// A text in the letters of an address: small letters and digits, with `gap` between words. Empty if it has none.
pub(super) fn slug(text: &str, gap: char) -> String {
    let mut slug = String::new();
    for c in text.chars().flat_map(char::to_lowercase) {
        if c.is_ascii_alphanumeric() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with(gap) && c != '\'' && c != '’' {
            slug.push(gap);
        }
        if slug.len() >= 80 {
            break;
        }
    }
    slug.trim_end_matches(gap).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identity_is_always_the_same_and_never_anothers() {
        let id = derived(&["camp", "id", "10386"]);
        assert_eq!(id, derived(&["camp", "id", "10386"]));
        assert_ne!(id, derived(&["camp", "id1", "0386"]));
        assert_eq!(id.get_version_num(), 8);
        assert_eq!(number(id), number(id));
        assert!(number(Uuid::max()) > 0);
    }

    #[test]
    fn a_guid_is_one_only_with_its_hyphens() {
        let talk = |guid: &str| Talk {
            guid: Some(guid.to_owned()),
            ..Talk::default()
        };
        let plain = "29AECFD7-2e44-4f49-ab86-29b5e0877325";
        assert_eq!(
            of_talk(&talk(plain), "31c3").to_string(),
            plain.to_lowercase()
        );
        let odd = of_talk(&talk("HOqeNIb6G7M4hYFKFRkCmQ"), "31c3");
        assert_eq!(odd.get_version_num(), 8);
        assert_eq!(odd, of_talk(&talk("HOqeNIb6G7M4hYFKFRkCmQ"), "other"));
        assert_eq!(uuid("00000000-0000-0000-0000-000000000000"), None);
        assert_eq!(uuid("29aecfd72e444f49ab8629b5e0877325"), None);
    }

    #[test]
    fn addresses_have_letters_and_digits() {
        assert_eq!(slug("Don’t panic: 42 ways!", '-'), "dont-panic-42-ways");
        assert_eq!(slug("論壇", '-'), "");
        assert!(slug(&"x y ".repeat(100), '_').len() <= 80);
    }
}
