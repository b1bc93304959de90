//! Text as the typeface can print it.

use std::borrow::Cow;

use crate::{
    model::{is_sign, mark_of},
    print::world::SHOP,
};

/// What stands for a character that the typeface does not have: the mark that printers have always set for a
/// missing sort.
const MISSING: char = '〓';

/// A run of more characters than this without any place to break is given some.
const LONGEST_RUN: usize = 36;

/// The text on one line: every run of white space is one space.
pub(super) fn line(text: &str) -> String {
    let words: Vec<_> = text.split_whitespace().collect();
    broken_up(&characters(&words.join(" ")))
}

/// The text with its own line breaks.
pub(super) fn lines(text: &str) -> String {
    let lines: Vec<_> = text.trim().lines().map(line).collect();
    lines.join("\n")
}

/// The text with characters that the typeface has.
fn characters(text: &str) -> Cow<'_, str> {
    let fine = |c: char| (' '..='~').contains(&c) || (is_shown(c) && SHOP.has_glyph(c));
    if text.chars().all(fine) {
        return Cow::Borrowed(text);
    }
    let mut printable = String::with_capacity(text.len());
    for c in text.chars() {
        if fine(c) {
            printable.push(c);
        } else if is_sign(c) {
            printable.push_str(&mark_of(c));
        } else if is_shown(c) && !is_mark(c) && !printable.ends_with(MISSING) {
            printable.push(MISSING);
        }
    }
    Cow::Owned(printable)
}

/// Whether a character is meant to be seen, not a sign to programs: a control, a joiner, a variation selector.
fn is_shown(c: char) -> bool {
    !(c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}'
            | '\u{fff0}'..='\u{fffb}' | '\u{fffe}'..='\u{ffff}' | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e0fff}'))
}

/// Whether a character only adds to the one before it; without a glyph it is left out.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}'
        | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}' | '\u{1f3fb}'..='\u{1f3ff}')
}

/// The text with places to break in runs that have none, so that they stay on the page.
fn broken_up(text: &str) -> String {
    let mut run = 0;
    let mut broken = String::with_capacity(text.len());
    for c in text.chars() {
        // A line breaks at spaces, after hyphens, and between any two characters of the East.
        run = if c == ' ' || c == '-' || c >= '\u{2e80}' {
            0
        } else {
            run + 1
        };
        broken.push(c);
        if run > LONGEST_RUN {
            broken.push('\u{200b}');
            run = 0;
        }
    }
    broken
}

/// Whether there are characters of the East in a text.
pub(super) fn is_eastern(text: &str) -> bool {
    text.chars().any(|c| c >= '\u{2e80}')
}

/// How wide a text is, roughly, in Latin characters.
pub(super) fn width(text: &str) -> usize {
    text.chars()
        .map(|c| if c >= '\u{2e80}' { 2 } else { 1 })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_be_printed_stays() {
        for text in [
            "Mr Chan’s “talk” – 5 × 7",
            "政務司司長陳國基",
            "#*$\"\\<_@`~",
            "Müller, São Tomé",
            "镕 𨋢",
        ] {
            assert_eq!(line(text), text);
        }
    }

    #[test]
    fn what_cannot_be_printed_is_marked_once_and_signs_to_programs_vanish() {
        assert_eq!(line("Hi 👋🏽!"), "Hi 〓!");
        assert_eq!(line("a\u{feff}b\u{200d}c\u{fe0f}"), "abc");
        assert_eq!(line("a\u{0}b\u{202e}c"), "a[U+0000]b[U+202E]c");
        assert_eq!(line("\u{e000}"), "〓");
        assert_eq!(line(" one\ttwo\r\nthree "), "one two three");
        assert_eq!(
            lines("one\r\n two\n\nthree\u{2028}four"),
            "one\ntwo\n\nthree four"
        );
    }

    #[test]
    fn an_endless_word_can_be_broken() {
        let broken = line(&"a".repeat(100));
        assert!(
            broken
                .split('\u{200b}')
                .all(|part| part.len() <= LONGEST_RUN + 1)
        );
        assert_eq!(broken.replace('\u{200b}', ""), "a".repeat(100));
    }
}
