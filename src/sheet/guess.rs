//! What kind of item a title speaks of.

use std::sync::LazyLock;

use crate::{
    model::SessionKind,
    words::{Tongue, Words},
};

const fn key(kind: SessionKind) -> Option<&'static str> {
    match kind {
        SessionKind::Registration => Some("guess-registration"),
        SessionKind::WelcomeRemarks => Some("guess-welcome-remarks"),
        SessionKind::VideoAddress => Some("guess-video-address"),
        SessionKind::Keynote => Some("guess-keynote"),
        SessionKind::PanelDiscussion => Some("guess-panel-discussion"),
        SessionKind::Signing => Some("guess-signing"),
        SessionKind::GroupPhoto => Some("guess-group-photo"),
        SessionKind::Performance => Some("guess-performance"),
        SessionKind::Break => Some("guess-break"),
        SessionKind::Meal => Some("guess-meal"),
        SessionKind::ClosingRemarks => Some("guess-closing-remarks"),
        SessionKind::Other => None,
    }
}

/// The words by which a kind is known, in every language, small letters.
static KNOWN_BY: LazyLock<Vec<(String, SessionKind)>> = LazyLock::new(|| {
    let mut known = Vec::new();
    for kind in SessionKind::ALL {
        let Some(key) = key(kind) else { continue };
        for tongue in Tongue::ALL {
            let words = Words::new(tongue);
            known.extend(listed(&words.t(key)).map(|word| (word.to_lowercase(), kind)));
            known.push((words.session_kind(kind).to_lowercase(), kind));
        }
    }
    known
});

/// The words of a message that lists some.
pub(super) fn listed(message: &str) -> impl Iterator<Item = &str> {
    let words = message.split([';', '；', '、']).map(str::trim);
    words.filter(|word| !word.is_empty())
}

/// What kind of item a title speaks of, in whatever language: "Keynote by …", 主題演講. The longest word that names
/// one decides. None if none does.
#[must_use]
pub fn guess_kind(title: &str) -> Option<SessionKind> {
    let title = title.to_lowercase();
    let named = KNOWN_BY.iter().filter(|(word, _)| says(&title, word));
    let longest = named.max_by_key(|(word, _)| word.chars().count() * wide(word));
    longest.map(|(_, kind)| *kind)
}

/// A Chinese character weighs as much as a short word.
fn wide(word: &str) -> usize {
    if word.is_ascii() { 1 } else { 3 }
}

/// Whether a word stands in a title, as a word of its own where words are set apart.
fn says(title: &str, word: &str) -> bool {
    let part_of_word = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    title.match_indices(word).any(|(at, found)| {
        let (before, after) = (&title[..at], &title[at + found.len()..]);
        !found.is_ascii()
            || !(part_of_word(before.chars().next_back()) || part_of_word(after.chars().next()))
    })
}
