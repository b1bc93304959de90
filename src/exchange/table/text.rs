//! Text with separators: comma, semicolon or tab, as each office's computer has it.

use std::path::Path;

use csv::{ReaderBuilder, StringRecord};

use super::{ExchangeError, Gatherer, Held, Sheet, encoding::decoded};

/// With what a cell begins that another program would take for a formula.
const FORMULA_MARKS: [char; 10] = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r'];

/// A text as a cell of a CSV file that no program takes for a formula: where it begins like one, an apostrophe goes
/// before it. [`bared`] takes it off again.
#[must_use]
pub(in crate::exchange) fn guarded(text: &str) -> String {
    if is_risky(text) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

/// The text of a cell without the apostrophe that guards it.
fn bared(text: &str) -> &str {
    text.strip_prefix('\'')
        .filter(|rest| is_risky(rest))
        .unwrap_or(text)
}

fn is_risky(text: &str) -> bool {
    let begins = |c: char| c == '\'' || FORMULA_MARKS.contains(&c);
    // Some programs pass over spaces of every kind, and over marks of encodings, before they look for a formula.
    let is_passed_over = |c: char| c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}');
    text.starts_with(begins) || text.trim_start_matches(is_passed_over).starts_with(begins)
}

/// Reads a sheet.
pub(super) fn sheet(path: &Path, bytes: &[u8]) -> Result<Sheet, ExchangeError> {
    let text = decoded(bytes);
    let (told, text) = told_separator(&text);
    let separator = told.unwrap_or_else(|| guessed_separator(text));
    let mut reader = reader(text, separator);
    let mut held = Held::default();
    let mut gatherer = Gatherer::new(path, "", &mut held);
    let mut record = StringRecord::new();
    // The line that named the separator is a row of the file.
    let mut row = u32::from(told.is_some());
    loop {
        let begins = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
        // The reader passes over empty lines without counting them; a spreadsheet counts them.
        let line_ends = text.as_bytes().get(begins..).unwrap_or_default().iter();
        let empty = line_ends
            .take_while(|byte| matches!(byte, b'\r' | b'\n'))
            .filter(|byte| **byte == b'\n')
            .count();
        match reader.read_record(&mut record) {
            Ok(true) => {}
            Ok(false) => break,
            Err(error) => return Err(ExchangeError::Broken(path.to_owned(), error.to_string())),
        }
        // What ends a record may be left before the next one.
        let ended = begins > 0 && text.as_bytes().get(begins - 1) == Some(&b'\r');
        row += 1 + (empty as u32).saturating_sub(u32::from(ended));
        for (column, field) in record.iter().enumerate() {
            gatherer.put_text(row, column, bared(field))?;
        }
    }
    gatherer.finished(Vec::new())
}

fn reader(text: &str, separator: u8) -> csv::Reader<&[u8]> {
    ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(text.as_bytes())
}

/// The separator that a first line `sep=;` names, as Excel writes it, and the text behind that line.
fn told_separator(text: &str) -> (Option<u8>, &str) {
    let Some(rest) = text.strip_prefix("sep=") else {
        return (None, text);
    };
    match (rest.bytes().next(), rest.split_once('\n')) {
        (Some(separator @ (b',' | b';' | b'\t' | b'|')), Some((_, rest))) => {
            (Some(separator), rest)
        }
        _ => (None, text),
    }
}

/// The separator that makes most rows of the beginning equally long.
fn guessed_separator(text: &str) -> u8 {
    const BEGINNING: usize = 64 * 1024;
    let end = (0..=text.len().min(BEGINNING))
        .rev()
        .find(|at| text.is_char_boundary(*at))
        .unwrap_or_default();
    let beginning = &text[..end];
    let worth = |separator: u8| -> usize {
        let widths: Vec<usize> = reader(beginning, separator)
            .into_records()
            .take(60)
            .map_while(Result::ok)
            .map(|record| record.len())
            .filter(|width| *width > 1)
            .collect();
        (widths.iter())
            .map(|width| widths.iter().filter(|other| *other == width).count() * (width - 1))
            .max()
            .unwrap_or_default()
    };
    [b',', b';', b'\t']
        .into_iter()
        .rev()
        .max_by_key(|separator| worth(*separator))
        .unwrap_or(b',')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::exchange::table::Cell;

    #[track_caller]
    fn check(text: &str, expected: &[(u32, &[&str])]) {
        let sheet = sheet(Path::new("x.csv"), text.as_bytes()).unwrap();
        let found: Vec<(u32, Vec<&str>)> = (sheet.rows.iter())
            .map(|row| {
                let cells = row.cells.iter().map(|cell| match cell {
                    Cell::Text(text) => text.as_str(),
                    _ => "",
                });
                (row.number, cells.collect())
            })
            .collect();
        let expected: Vec<(u32, Vec<&str>)> = expected
            .iter()
            .map(|(n, cells)| (*n, cells.to_vec()))
            .collect();
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn separators_are_detected_and_rows_keep_their_numbers() {
        check("a,b\n1,2\n", &[(1, &["a", "b"]), (2, &["1", "2"])]);
        check("a;b\n1,5;2\n", &[(1, &["a", "b"]), (2, &["1,5", "2"])]);
        check("a\tb\nx, y\tz\n", &[(1, &["a", "b"]), (2, &["x, y", "z"])]);
        check("sep=;\na;b,c,d\n", &[(2, &["a", "b,c,d"])]);
        check("only\nnames\n", &[(1, &["only"]), (2, &["names"])]);
        check(
            "a,b\n\n\n1,2\n,\n3\n",
            &[(1, &["a", "b"]), (4, &["1", "2"]), (6, &["3"])],
        );
        check("a,b\r\n\r\n1,2\r\n", &[(1, &["a", "b"]), (3, &["1", "2"])]);
        check("\n\na,b\n", &[(3, &["a", "b"])]);
        check(
            "a,\"b\nc, d\"\n1,2\n",
            &[(1, &["a", "b\nc, d"]), (2, &["1", "2"])],
        );
    }

    #[test]
    fn what_begins_like_a_formula_is_guarded_and_bared_again() {
        for text in [
            "=1+1",
            "+852 2810",
            "-5",
            "@x",
            " =1",
            "'=1",
            "'tis",
            "＝1",
            "\tx",
        ] {
            let cell = guarded(text);
            assert!(cell.starts_with('\''), "{text:?}");
            assert_eq!(bared(&cell), text);
        }
        for text in ["Chan", "5", "a=b", ""] {
            assert_eq!(guarded(text), text);
        }
        assert_eq!(bared("'90s"), "'90s", "somebody's own apostrophe");
    }

    proptest! {
        #[test]
        fn no_cell_begins_like_a_formula_and_every_text_comes_back(text in "['=+@\\- \ta-c]{0,6}") {
            let cell = guarded(&text);
            prop_assert!(!cell.trim_start().starts_with(FORMULA_MARKS));
            prop_assert_eq!(bared(&cell), text);
        }
    }
}
