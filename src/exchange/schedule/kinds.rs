//! What kind of session the words of another program mean.

use crate::{
    model::SessionKind,
    words::{Tongue, Words},
};

/// Single words by which organisers call kinds of session, in small letters.
const USUAL: [(&str, SessionKind); 27] = [
    ("registration", SessionKind::Registration),
    ("doors", SessionKind::Registration),
    ("welcome", SessionKind::WelcomeRemarks),
    ("opening", SessionKind::WelcomeRemarks),
    ("keynote", SessionKind::Keynote),
    ("plenary", SessionKind::Keynote),
    ("panel", SessionKind::PanelDiscussion),
    ("podium", SessionKind::PanelDiscussion),
    ("roundtable", SessionKind::PanelDiscussion),
    ("discussion", SessionKind::PanelDiscussion),
    ("signing", SessionKind::Signing),
    ("photo", SessionKind::GroupPhoto),
    ("performance", SessionKind::Performance),
    ("concert", SessionKind::Performance),
    ("music", SessionKind::Performance),
    ("show", SessionKind::Performance),
    ("break", SessionKind::Break),
    ("coffee", SessionKind::Break),
    ("tea", SessionKind::Break),
    ("pause", SessionKind::Break),
    ("lunch", SessionKind::Meal),
    ("dinner", SessionKind::Meal),
    ("breakfast", SessionKind::Meal),
    ("meal", SessionKind::Meal),
    ("reception", SessionKind::Meal),
    ("banquet", SessionKind::Meal),
    ("closing", SessionKind::ClosingRemarks),
];

/// The kind of session that a word of another program, or our own word for it in any language, means.
pub(super) fn kind_of(text: &str) -> SessionKind {
    let text = text.trim().to_lowercase();
    let ours = |kind: &SessionKind| {
        (Tongue::ALL.into_iter())
            .any(|tongue| Words::new(tongue).session_kind(*kind).to_lowercase() == text)
    };
    if let Some(kind) = SessionKind::ALL.into_iter().find(ours) {
        return kind;
    }
    text.split(|c: char| !c.is_alphanumeric())
        .find_map(|word| USUAL.iter().find(|(usual, _)| *usual == word))
        .map_or(SessionKind::Other, |(_, kind)| *kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_known_by_the_words_of_several_programs() {
        for (text, kind) in [
            ("Keynote", SessionKind::Keynote),
            ("panel (60 min)", SessionKind::PanelDiscussion),
            ("Coffee break", SessionKind::Break),
            ("Breakout session", SessionKind::Other),
            ("lecture", SessionKind::Other),
            ("Talk 30 min + 10min Q&A", SessionKind::Other),
            ("", SessionKind::Other),
        ] {
            assert_eq!(kind_of(text), kind, "{text}");
        }
        for kind in SessionKind::ALL {
            for tongue in Tongue::ALL {
                assert_eq!(kind_of(&Words::new(tongue).session_kind(kind)), kind);
            }
        }
    }
}
