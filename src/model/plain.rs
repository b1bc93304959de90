//! What people typed, where it could be taken for something else: signs to programs in a name, and names of files.

use std::borrow::Cow;

/// Whether a character is a sign to a program and nothing to be read: a control character, or one that turns the
/// direction of reading. Line breaks and tabs are such signs too; see [`shown`].
#[must_use]
pub fn is_sign(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
            | '\u{fff9}'..='\u{fffb}')
}

/// A sign as people can see it: `[U+202E]`.
#[must_use]
pub fn mark_of(sign: char) -> String {
    format!("[U+{:04X}]", u32::from(sign))
}

/// A text in which signs to programs are seen, and obeyed by nobody: a name with a sign that turns the direction of
/// reading is not read from its end, and no escape sequence reaches a terminal. Line breaks and tabs stay.
#[must_use]
pub fn shown(text: &str) -> Cow<'_, str> {
    marked(text, |c| matches!(c, '\n' | '\t'))
}

/// As [`shown`], on one line: line breaks and tabs are seen too.
#[must_use]
pub fn shown_on_a_line(text: &str) -> Cow<'_, str> {
    marked(text, |_| false)
}

fn marked(text: &str, stays: impl Fn(char) -> bool) -> Cow<'_, str> {
    // Most texts have none, and are not copied.
    if text.is_ascii() && !text.bytes().any(|b| b < b' ' || b == 0x7f) {
        return Cow::Borrowed(text);
    }
    let is_marked = |c: char| is_sign(c) && !stays(c);
    if !text.contains(is_marked) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        if c == '\r' && rest.peek() == Some(&'\n') && stays('\n') {
            // The line ends of another system.
        } else if is_marked(c) {
            shown.push_str(&mark_of(c));
        } else {
            shown.push(c);
        }
    }
    Cow::Owned(shown)
}

/// A text whose marks are signs again, where [`shown`] has made marks of signs: so a name comes back from a table.
#[must_use]
pub fn unshown(text: &str) -> Cow<'_, str> {
    const OPENING: &str = "[U+";
    if !text.contains(OPENING) {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(OPENING) {
        plain.push_str(&rest[..at]);
        rest = &rest[at..];
        let sign = rest[OPENING.len()..].split_once(']').and_then(|(code, _)| {
            let sign = char::from_u32(u32::from_str_radix(code, 16).ok()?)?;
            let is_marked = is_sign(sign) && !matches!(sign, '\n' | '\t');
            (is_marked && rest.starts_with(&mark_of(sign))).then_some(sign)
        });
        if let Some(sign) = sign {
            plain.push(sign);
            rest = &rest[mark_of(sign).len()..];
        } else {
            plain.push_str(OPENING);
            rest = &rest[OPENING.len()..];
        }
    }
    plain.push_str(rest);
    Cow::Owned(plain)
}

/// A name for a file as near to a text as every system allows, without an extension, of no more than `most` bytes: one
/// component that is no path, not hidden, no device, without characters that a system or a shell trips over. Empty if
/// nothing is left. Letters of every script stay.
#[must_use]
pub fn file_stem(text: &str, most: usize) -> String {
    let plain: String = text
        .chars()
        .map(|c| match c {
            '"' => '\'',
            '<' | '>' | ':' | '/' | '\\' | '|' | '?' | '*' | '\u{fffd}' => '_',
            '\u{2028}' | '\u{2029}' => ' ',
            c if c.is_control() => ' ',
            // Marks that turn the direction of reading make `gpj.exe` of `exe.jpg`.
            c if is_sign(c) => '_',
            c => c,
        })
        .collect();
    let mut stem = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut end = stem.len().min(most);
    while !stem.is_char_boundary(end) {
        end -= 1;
    }
    stem.truncate(end);
    let mut stem = stem
        .trim_start_matches(['.', ' '])
        .trim_end_matches(['.', ' '])
        .to_owned();
    if is_device(&stem) {
        stem.insert(0, '_');
    }
    stem
}

/// Whether Windows takes a name for a device, whatever follows its first dot.
#[must_use]
pub fn is_device(name: &str) -> bool {
    let name = name.split('.').next().unwrap_or_default().trim_end();
    let name = name.to_ascii_uppercase();
    let numbered = ["COM", "LPT"].iter().any(|device| {
        let rest = name.strip_prefix(device);
        rest.is_some_and(|rest| {
            matches!(rest, "\u{b9}" | "\u{b2}" | "\u{b3}")
                || matches!(rest.as_bytes(), [b'1'..=b'9'])
        })
    });
    numbered || ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"].contains(&name.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_seen_and_what_is_read_stays() {
        for text in [
            "Mr Chan",
            "政務司司長",
            "Müller\nlast\tcell",
            "👩\u{200d}🔬",
            "می\u{200c}خواهم",
        ] {
            assert_eq!(shown(text), text);
            assert!(matches!(shown(text), Cow::Borrowed(_)));
        }
        assert_eq!(shown("exe\u{202e}gpj"), "exe[U+202E]gpj");
        assert_eq!(shown("\u{1b}[31mred\u{7}"), "[U+001B][31mred[U+0007]");
        assert_eq!(shown("a\u{9b}b\u{7f}"), "a[U+009B]b[U+007F]");
        assert_eq!(shown("a\r\nb\rc"), "a\nb[U+000D]c");
        assert_eq!(shown_on_a_line("a\nb\tc"), "a[U+000A]b[U+0009]c");
    }

    #[test]
    fn a_title_makes_one_plain_name() {
        for (title, name) in [
            ("../../x", "_.._x"),
            ("CON", "_CON"),
            ("nul.2025", "_nul.2025"),
            ("COM\u{b9}", "_COM\u{b9}"),
            ("...", ""),
            (" . ", ""),
            ("a\u{202e}b\u{0}c", "a_b c"),
            ("C:\\x", "C__x"),
            ("研討會: 第一天?", "研討會_ 第一天_"),
            ("Forum. ", "Forum"),
        ] {
            assert_eq!(file_stem(title, 120), name, "{title:?}");
        }
        assert_eq!(file_stem(&"照".repeat(90), 100).len(), 99);
    }
}
