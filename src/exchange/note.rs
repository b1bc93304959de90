//! What was not understood in a file, and where.

use super::{Field, Target, limits};
use crate::words::{Argument, Words};

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
    /// A talk of a schedule: its day and its place in its room, both from 1, and that room.
    Talk(u32, String, u32),
    /// The way to a value of a schedule, as its own format writes it.
    Path(String),
}

impl Spot {
    /// Which row of a table, if it is in one.
    #[must_use]
    pub const fn row(&self) -> Option<u32> {
        match self {
            Self::Row(row) | Self::Cell(row, _) => Some(*row),
            Self::File | Self::Column(_) | Self::Line(_) | Self::Talk(..) | Self::Path(_) => None,
        }
    }

    /// The place, as a sentence begins with it: `Row 7, column B`. Empty for the whole file.
    #[must_use]
    pub fn said(&self, words: Words) -> String {
        let number = |number: u32| -> Argument { number.to_string().into() };
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
            Self::Talk(day, room, place) => words.tf(
                "spot-talk",
                [
                    ("day", number(*day)),
                    ("room", words.quoted(&brief(room)).into()),
                    ("place", number(*place)),
                ],
            ),
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
    /// The file has other sheets as well: the one that is imported, and how many are not.
    OtherSheets(String, usize),
    /// The formula of this field could not be worked out.
    Fault(Target),
    /// Nothing is understood by the heading of a column: the heading.
    ColumnUnused(String),
    /// Two columns hold the same: which.
    ColumnTwice(Target),
    /// No column holds this, without which nothing can be imported.
    NoColumn(Field),
    /// The row has this many people in one cell, and other cells do not say as much of each.
    SeveralPeople(usize),
    /// What stands behind a name was taken as the post.
    TakenAsPost(String),
    /// The row names nobody.
    Nobody,
    /// The row names no session.
    Nothing,
    /// The row is about somebody, or something, that a row before it was about: which row.
    Again(u32),
    /// Several in the event are called so, and none of them was changed: how many, and the name.
    Ambiguous(usize, String),
    /// Somebody of that name is there with another organisation, and was taken as the same person: the organisation.
    OtherOrganisation(String),
    /// It is there under another name in this language, which it keeps: the name that it keeps, and that of the file.
    OtherwiseCalled(String, String),
    /// The end of a session is not its start and its length together: the length was used.
    EndDiffers,
    /// Nobody is called so, and it is not clear that it is a person: what stands there.
    NotAPerson(String),
    /// A text was longer than [`limits::CELL_CHARS`] and is cut.
    Cut,
    /// A talk has neither a day nor a time and cannot stand anywhere: its title.
    NoTime(String),
    /// An identity stands in the file twice; the second one is another item: what stands there.
    Twice(String),
    /// The file's times are those of this zone or offset, and were turned into those of the event.
    OtherZone(String),
    /// The file names this zone, and its times say another offset. They were taken as they are.
    ZoneDisagrees(String),
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
        let named =
            |key: &str, name: &str| words.tf(key, [("name", words.quoted(&brief(name)).into())]);
        let counted = |key: &str, count: usize| words.tf(key, [("count", count.into())]);
        match self {
            Self::NotUnderstood(target, found) => words.tf(
                "note-not-understood",
                [
                    ("field", target.name(words).into()),
                    ("found", words.quoted(&brief(found)).into()),
                ],
            ),
            Self::OtherSheets(name, count) => words.tf(
                "note-other-sheets",
                [
                    ("name", words.quoted(&brief(name)).into()),
                    ("count", (*count).into()),
                ],
            ),
            Self::Fault(target) => words.tf("note-fault", [("field", target.name(words).into())]),
            Self::ColumnUnused(heading) => named("note-column-unused", heading),
            Self::ColumnTwice(target) => {
                words.tf("note-column-twice", [("field", target.name(words).into())])
            }
            Self::NoColumn(field) => {
                words.tf("note-no-column", [("field", field.name(words).into())])
            }
            Self::SeveralPeople(count) => counted("note-several-people", *count),
            Self::TakenAsPost(text) => named("note-taken-as-post", text),
            Self::Nobody => words.t("note-nobody"),
            Self::Nothing => words.t("note-nothing"),
            Self::Again(row) => words.tf("note-again", [("row", row.to_string().into())]),
            Self::Ambiguous(count, name) => words.tf(
                "note-ambiguous",
                [
                    ("count", (*count).into()),
                    ("name", words.quoted(&brief(name)).into()),
                ],
            ),
            Self::OtherOrganisation(name) => named("note-other-organisation", name),
            Self::OtherwiseCalled(kept, found) => words.tf(
                "note-otherwise-called",
                [
                    ("kept", words.quoted(&brief(kept)).into()),
                    ("found", words.quoted(&brief(found)).into()),
                ],
            ),
            Self::EndDiffers => words.t("note-end-differs"),
            Self::NotAPerson(text) => named("note-not-a-person", text),
            Self::Cut => words.tf(
                "note-cut",
                [("limit", limits::CELL_CHARS.to_string().into())],
            ),
            Self::NoTime(title) => named("note-no-time", title),
            Self::Twice(found) => named("note-twice", found),
            Self::OtherZone(zone) => words.tf("note-other-zone", [("zone", brief(zone).into())]),
            Self::ZoneDisagrees(zone) => {
                words.tf("note-zone-disagrees", [("zone", brief(zone).into())])
            }
            Self::More(count) => counted("note-more", *count),
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
