//! In which language a text of a table is, as far as its characters tell.

use crate::model::{Event, Lang, has_han, is_han};

/// In which characters texts are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Script {
    /// There are no letters at all.
    None,
    /// Each has Chinese characters in it.
    Chinese,
    /// None has.
    Other,
    /// Some have, some have not.
    Both,
}

/// In which characters these texts are written. One in both counts as one of each.
pub(super) fn script_of<'a>(texts: impl Iterator<Item = &'a str>) -> Script {
    let (mut chinese, mut other) = (0_u32, 0_u32);
    for text in texts {
        let (latin, han) = apart(text);
        if latin.is_some() && han.is_some() {
            return Script::Both;
        }
        if has_han(text) {
            chinese += 1;
        } else if text.chars().any(char::is_alphabetic) {
            other += 1;
        }
    }
    match (chinese, other) {
        (0, 0) => Script::None,
        (_, 0) => Script::Chinese,
        (0, _) => Script::Other,
        (..) => Script::Both,
    }
}

/// The event's Chinese; traditional characters where it has none.
pub(super) fn chinese_of(event: &Event) -> Lang {
    let languages = &event.details.languages;
    languages
        .iter()
        .find(|lang| lang.is_chinese())
        .cloned()
        .unwrap_or(Lang::ZH_HANT)
}

/// The event's first language that is not Chinese; English where it has none.
pub(super) fn other_of(event: &Event) -> Lang {
    let languages = &event.details.languages;
    languages
        .iter()
        .find(|lang| !lang.is_chinese())
        .cloned()
        .unwrap_or(Lang::EN)
}

/// The language of a text: Chinese if it has Chinese characters in it.
pub(super) fn lang_of(text: &str, event: &Event) -> Lang {
    if has_han(text) {
        chinese_of(event)
    } else {
        other_of(event)
    }
}

/// A text in two languages apart, first the one without Chinese characters: on two lines, with a stroke between them,
/// or one behind the other. Only one of them is there if the text is in one language.
pub(super) fn apart(text: &str) -> (Option<String>, Option<String>) {
    let text = text.trim();
    if !has_han(text) {
        return (Some(text.to_owned()), None);
    }
    let letters = |text: &str| {
        text.chars()
            .filter(|c| c.is_alphabetic() && !is_han(*c))
            .count()
    };
    if letters(text) == 0 {
        return (None, Some(text.to_owned()));
    }
    for mark in ["\n", " / ", " | ", "／"] {
        if let Some((one, two)) = text.split_once(mark) {
            let (one, two) = (one.trim(), two.trim());
            match (has_han(one), has_han(two)) {
                (true, false) if letters(two) > 1 => return (Some(two.into()), Some(one.into())),
                (false, true) if letters(one) > 1 => return (Some(one.into()), Some(two.into())),
                _ => {}
            }
        }
    }
    // "CHAN Tai Man 陳大文": all of one script, a space, all of the other; several words of Latin are no abbreviation.
    for (at, _) in text.match_indices(' ') {
        let (one, two) = (text[..at].trim(), text[at..].trim());
        let pure = |text: &str| has_han(text) && letters(text) == 0;
        if !has_han(one) && letters(one) > 3 && pure(two) {
            return (Some(one.into()), Some(two.into()));
        }
        if pure(one) && !has_han(two) && letters(two) > 3 {
            return (Some(two.into()), Some(one.into()));
        }
    }
    (None, Some(text.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_languages_in_one_cell_are_told_apart() {
        for (text, other, chinese) in [
            ("Chan Tai Man", "Chan Tai Man", ""),
            ("陳大文", "", "陳大文"),
            ("CHAN Tai Man 陳大文", "CHAN Tai Man", "陳大文"),
            ("陳大文 CHAN Tai Man", "CHAN Tai Man", "陳大文"),
            ("Main Hall\n主會場", "Main Hall", "主會場"),
            ("Main Hall / 主會場", "Main Hall", "主會場"),
            ("AI 論壇", "", "AI 論壇"),
            ("5G 與 AI", "", "5G 與 AI"),
        ] {
            let (found_other, found_chinese) = apart(text);
            assert_eq!(found_other.unwrap_or_default(), other, "{text}");
            assert_eq!(found_chinese.unwrap_or_default(), chinese, "{text}");
        }
    }
}
