//! What was not understood in a file, and where.

use super::{Target, limits};
use crate::words::{Value, Words};

/// Where in a file something stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Spot {
    /// Nowhere in particular.
    #[default]
    File,
    /// A row of a table, from 1, as a spreadsheet numbers it.
    Row(u32),
    /// A column of a table, from 1.
    Column(u32),
    /// A cell of a table: its row and its column, each from 1.
    Cell(u32, u32),
    /// The line of a text, from 1.
    Line(u32),
    /// The way to a value of a schedule, as its own format writes it.
    Path(String),
}

impl Spot {
    /// Which row of a table, if it is in one.
    #[must_use]
    pub const fn row(&self) -> Option<u32> {
        match self {
            Self::Row(row) | Self::Cell(row, _) => Some(*row),
            Self::File | Self::Column(_) | Self::Line(_) | Self::Path(_) => None,
        }
    }

    /// The place, as a sentence begins with it: `Row 7, column B`. Empty for the whole file.
    #[must_use]
    pub fn said(&self, words: Words) -> String {
        let number = |number: u32| -> Value { number.to_string().into() };
        match self {
            Self::File => String::new(),
            Self::Row(row) => words.tf("spot-row", [("row", number(*row))]),
            Self::Column(column) => {
                words.tf("spot-column", [("column", column_letters(*column).into())])
            }
            Self::Cell(row, column) => words.tf(
                "spot-cell",
                [
                    ("row", number(*row)),
                    ("column", column_letters(*column).into()),
                ],
            ),
            Self::Line(line) => words.tf("spot-line", [("line", number(*line))]),
            Self::Path(path) => brief(path),
        }
    }
}

/// A column as spreadsheets call it: 1 is A, 27 is AA.
#[must_use]
pub fn column_letters(mut column: u32) -> String {
    let mut letters = Vec::new();
    while column > 0 {
        column -= 1;
        letters.push(char::from(b'A' + (column % 26) as u8));
        column /= 26;
    }
    letters.iter().rev().collect()
}

/// Why something in a file was not taken over, or not as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// The value cannot be this field: what stands there.
    NotUnderstood(Target, String),
    /// A text was longer than [`limits::CELL_CHARS`] and is cut.
    Cut,
    /// There were more notes than [`limits::NOTES`]: how many more.
    More(usize),
}

/// Something in a file that was not taken over, or not as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Where.
    pub spot: Spot,
    /// Why.
    pub why: Why,
}

impl Note {
    /// One sentence: where, and what became of it.
    #[must_use]
    pub fn sentence(&self, words: Words) -> String {
        let what = self.why.phrase(words);
        let spot = self.spot.said(words);
        if spot.is_empty() {
            return what;
        }
        words.tf("note-at", [("spot", spot.into()), ("what", what.into())])
    }
}

impl Why {
    fn phrase(&self, words: Words) -> String {
        match self {
            Self::NotUnderstood(target, found) => words.tf(
                "note-not-understood",
                [
                    ("field", target.name(words).into()),
                    ("found", words.quoted(&brief(found)).into()),
                ],
            ),
            Self::Cut => words.tf(
                "note-cut",
                [("limit", limits::CELL_CHARS.to_string().into())],
            ),
            Self::More(count) => words.tf("note-more", [("count", (*count).into())]),
        }
    }
}

/// A file can hold anything, and it is one sentence that quotes it.
pub(super) fn brief(text: &str) -> String {
    const MOST: usize = 80;
    let mut brief: String = (text.trim().chars())
        .map(|c| if c.is_control() { ' ' } else { c })
        .take(MOST + 1)
        .collect();
    if brief.chars().count() > MOST {
        brief.pop();
        brief.push('…');
    }
    brief
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_the_letters_of_a_spreadsheet() {
        for (column, letters) in [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (703, "AAA")] {
            assert_eq!(column_letters(column), letters);
        }
    }
}
