//! In which script a text is written.

/// Whether it is a Chinese character: a CJK unified or compatibility ideograph, not a mark of repetition, a radical or 〇.
#[must_use]
pub const fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}')
}

/// Whether a text has Chinese characters in it.
#[must_use]
pub fn has_han(text: &str) -> bool {
    text.chars().any(is_han)
}

/// Whether it has a form of its own in a typeface for Chinese: an ideograph, a radical, a stroke, or what stands between them.
#[must_use]
pub const fn is_cjk(c: char) -> bool {
    is_han(c) || matches!(c, '\u{2e80}'..='\u{33ff}')
}
