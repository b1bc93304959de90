//! The lines of an iCalendar file, as RFC 5545 wants them: escaped, and folded at 75 octets, never inside a character.

use crate::model::shown;

/// The most octets of a line, without its end.
const WIDEST: usize = 75;

/// Lines, one behind the other.
#[derive(Debug, Default)]
pub(super) struct Lines(String);

impl Lines {
    /// A property whose value stands as it is: a time, a number, a name of the format itself.
    pub fn plain(&mut self, name: &str, value: &str) {
        self.folded(&format!("{name}:{value}"));
    }

    /// A property whose value is a text. An empty one is left out.
    pub fn text(&mut self, name: &str, value: &str) {
        if !value.trim().is_empty() {
            self.folded(&format!("{name}:{}", escaped(value.trim())));
        }
    }

    /// Everything that was put.
    pub fn done(self) -> String {
        self.0
    }

    fn folded(&mut self, line: &str) {
        let mut room = WIDEST;
        for c in line.chars() {
            if c.len_utf8() > room {
                self.0.push_str("\r\n ");
                room = WIDEST - 1;
            }
            self.0.push(c);
            room -= c.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

/// A text in which nothing means anything to the format.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in shown(text).chars() {
        match c {
            '\\' | ';' | ',' => escaped.extend(['\\', c]),
            '\n' => escaped.push_str("\\n"),
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_line_is_folded_by_octets_and_never_inside_a_character() {
        for text in [
            "x".repeat(67),
            "x".repeat(68),
            "x".repeat(141),
            "x".repeat(142),
            "論壇".repeat(100),
            format!("a{}", "論".repeat(60)),
            "🎤 ".repeat(60),
        ] {
            let mut lines = Lines::default();
            lines.text("SUMMARY", &text);
            let file = lines.done();
            for line in file.split("\r\n") {
                assert!(line.len() <= WIDEST, "{} octets: {line}", line.len());
            }
            let unfolded = file.replace("\r\n ", "");
            assert_eq!(unfolded.trim_end(), format!("SUMMARY:{}", text.trim()));
        }
    }

    #[test]
    fn a_text_means_nothing_to_the_format() {
        let mut lines = Lines::default();
        lines.text("SUMMARY", "a, b; c\\d\r\ne\nEND:VEVENT\u{7}");
        lines.text("LOCATION", " ");
        assert_eq!(
            lines.done(),
            "SUMMARY:a\\, b\\; c\\\\d\\ne\\nEND:VEVENT[U+0007]\r\n"
        );
    }
}
