//! Where in a sheet its headings stand, and what each column holds.

use std::collections::BTreeSet;

use super::{Book, Cell, Row, Sheet, value};
use crate::{
    exchange::{
        Field, Of, Target,
        headings::{self, Heading, HeadingLang},
        script,
    },
    model::{Event, Lang},
};

/// What a table is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    /// People, one a row.
    Participants,
    /// Sessions, one a row.
    Rundown,
}

impl Subject {
    /// Both, in the order in which a form offers them.
    pub const ALL: [Self; 2] = [Self::Participants, Self::Rundown];

    /// The message that names it.
    #[must_use]
    pub const fn name_key(self) -> &'static str {
        match self {
            Self::Participants => "place-participants",
            Self::Rundown => "place-run-of-show",
        }
    }
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// What stands above it, on one line.
    pub heading: String,
    /// What it holds. None if that is unknown, or nothing that is wanted.
    pub target: Option<Target>,
    /// The first thing that stands in it, for a person who says what it holds.
    pub sample: String,
}

/// Where a table stands in its file, and what its columns hold: a guess, for a person to put right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    /// What it is about.
    pub subject: Subject,
    /// Which sheet, from 0.
    pub sheet: usize,
    /// Its columns, from the first.
    pub columns: Vec<Column>,
    /// The places of the rows that hold headings among the rows of the sheet: first, and behind the last.
    pub(in crate::exchange) heading_rows: (usize, usize),
}

/// How far down headings are looked for.
const DEEPEST: usize = 40;

impl Layout {
    /// The best guess for a file, about `subject` if that is known.
    #[must_use]
    pub fn guess(book: &Book, event: &Event, subject: Option<Subject>) -> Self {
        let mut best: Option<(usize, Self)> = None;
        for (place, sheet) in book.sheets.iter().enumerate() {
            for about in Subject::ALL {
                if subject.is_some_and(|subject| subject != about) {
                    continue;
                }
                let (score, layout) = Self::of_sheet(place, sheet, event, about);
                if best.as_ref().is_none_or(|(most, _)| score > *most) {
                    best = Some((score, layout));
                }
            }
        }
        best.map_or_else(
            || Self {
                subject: subject.unwrap_or(Subject::Participants),
                sheet: 0,
                columns: Vec::new(),
                heading_rows: (0, 0),
            },
            |(_, layout)| layout,
        )
    }

    /// The best guess for one sheet of a file, from 0, about `subject` if that is known.
    #[must_use]
    pub fn of_one(book: &Book, place: usize, event: &Event, subject: Option<Subject>) -> Self {
        let one = |sheet| {
            let about = Subject::ALL.into_iter();
            let about = about.filter(|about| subject.is_none_or(|subject| subject == *about));
            let guesses = about.map(|about| Self::of_sheet(place, sheet, event, about));
            // Of two that are as good the first is taken, as in the whole file.
            let best = guesses.rev().max_by_key(|(score, _)| *score);
            best.map(|(_, layout)| layout)
        };
        let found = book.sheets.get(place).and_then(one);
        found.unwrap_or_else(|| Self::guess(book, event, subject))
    }

    /// The same file read as a table about something else.
    #[must_use]
    pub fn about(&self, book: &Book, event: &Event, subject: Subject) -> Self {
        book.sheets.get(self.sheet).map_or_else(
            || self.clone(),
            |sheet| Self::of_sheet(self.sheet, sheet, event, subject).1,
        )
    }

    fn of_sheet(place: usize, sheet: &Sheet, event: &Event, subject: Subject) -> (usize, Self) {
        let mut best: Option<(usize, usize, usize, Vec<Vec<String>>)> = None;
        for from in 0..sheet.rows.len().min(DEEPEST) {
            for height in 1..=2 {
                if from + height > sheet.rows.len() {
                    continue;
                }
                let headings = headings_of(sheet, from, height);
                let found: BTreeSet<_> = headings
                    .iter()
                    .filter_map(|texts| understood(texts, event, subject))
                    .collect();
                // Two rows of headings must say more than either of them alone.
                let score = found.len() * 4 + usize::from(height == 1);
                if !found.is_empty() && best.as_ref().is_none_or(|(most, ..)| score > *most) {
                    best = Some((score, from, height, headings));
                }
            }
        }
        let Some((score, from, height, headings)) = best else {
            return (0, Self::unknown(place, sheet, subject));
        };
        let mut to = from + height;
        // The same headings in another language below them are headings as well.
        while let Some(row) = sheet.rows.get(to).filter(|_| to < from + 4) {
            let texts = headings_of(sheet, to, 1);
            let known = texts
                .iter()
                .filter(|texts| understood(texts, event, subject).is_some());
            let full = row.cells.iter().filter(|cell| !cell.is_empty()).count();
            if full < 2 || known.count() * 3 < full * 2 {
                break;
            }
            to += 1;
        }
        let data = &sheet.rows[to..];
        let columns = columns(&headings, data, event, subject);
        let layout = Self {
            subject,
            sheet: place,
            columns,
            heading_rows: (from, to),
        };
        (score, layout)
    }

    /// A sheet in which no heading is understood: the first row that has several cells is taken for them.
    fn unknown(place: usize, sheet: &Sheet, subject: Subject) -> Self {
        let full = |row: &Row| row.cells.iter().filter(|cell| !cell.is_empty()).count();
        let from = sheet.rows.iter().position(|row| full(row) > 1).unwrap_or(0);
        let data = sheet.rows.get(from + 1..).unwrap_or_default();
        let columns = headings_of(sheet, from, 1)
            .iter()
            .enumerate()
            .map(|(at, texts)| Column {
                heading: texts.first().cloned().unwrap_or_default(),
                target: None,
                sample: sample(data, at),
            })
            .collect();
        Self {
            subject,
            sheet: place,
            columns,
            heading_rows: (from, (from + 1).min(sheet.rows.len())),
        }
    }

    /// The columns that hold this field, with what of it.
    pub(in crate::exchange) fn of(&self, field: Field) -> impl Iterator<Item = (usize, &Of)> {
        self.columns
            .iter()
            .enumerate()
            .filter_map(move |(at, column)| {
                let target = column.target.as_ref()?;
                (target.field == field).then_some((at, &target.of))
            })
    }

    /// The first column that holds this field.
    pub(in crate::exchange) fn one(&self, field: Field) -> Option<usize> {
        self.of(field).next().map(|(at, _)| at)
    }

    /// The rows of data: those below the headings that do not repeat them.
    pub(in crate::exchange) fn data<'b>(&self, book: &'b Book) -> impl Iterator<Item = &'b Row> {
        let sheet = book.sheets.get(self.sheet);
        let rows = sheet.map_or(&[][..], |sheet| &sheet.rows);
        let (from, to) = self.heading_rows;
        let headings = rows.get(from..to).unwrap_or_default();
        rows.get(to..)
            .unwrap_or_default()
            .iter()
            .filter(move |row| headings.iter().all(|heading| heading.cells != row.cells))
    }

    /// The headings, by which a mapping is remembered.
    #[must_use]
    pub fn headings(&self) -> Vec<String> {
        self.columns
            .iter()
            .map(|column| column.heading.clone())
            .collect()
    }

    /// What each column holds, as it is remembered: empty for nothing.
    #[must_use]
    pub fn targets(&self) -> Vec<String> {
        let told = |target: &Option<Target>| target.as_ref().map(ToString::to_string);
        self.columns
            .iter()
            .map(|column| told(&column.target).unwrap_or_default())
            .collect()
    }

    /// Says what each column holds, as it was remembered. What is no target holds nothing.
    pub fn remember(&mut self, targets: &[String]) {
        for (column, target) in self.columns.iter_mut().zip(targets) {
            column.target = target.parse().ok();
        }
    }
}

/// What stands above each column: the ways in which it can be put together, the one to show first.
fn headings_of(sheet: &Sheet, from: usize, height: usize) -> Vec<Vec<String>> {
    let width = (sheet.rows[from..from + height].iter())
        .map(|row| row.cells.len())
        .max()
        .unwrap_or_default();
    let single = |row: &Row, column: usize| one_line(&value::text(row.cell(column)));
    let upper = &sheet.rows[from];
    if height == 1 {
        return (0..width)
            .map(|column| vec![single(upper, column)])
            .collect();
    }
    let lower = &sheet.rows[from + 1];
    let mut carried = String::new();
    (0..width)
        .map(|column| {
            let above = single(upper, column);
            let below = single(lower, column);
            if !above.is_empty() {
                carried.clone_from(&above);
            } else if !is_below(sheet, upper.number, column) {
                carried.clear();
            }
            match (carried.is_empty(), below.is_empty()) {
                (false, false) if carried == below => vec![below],
                (false, false) => vec![format!("{carried} {below}"), below],
                (true, _) => vec![below],
                (_, true) => vec![above],
            }
        })
        .collect()
}

/// Whether a heading to the left spans this column: as the file says, or, where it says nothing of merged cells, always.
fn is_below(sheet: &Sheet, row: u32, column: usize) -> bool {
    let in_row = |rows: (u32, u32)| (rows.0..=rows.1).contains(&row);
    let in_columns = |columns: (usize, usize)| (columns.0..=columns.1).contains(&column);
    sheet.merged.is_empty()
        || (sheet.merged.iter()).any(|region| in_row(region.rows) && in_columns(region.columns))
}

fn understood(texts: &[String], event: &Event, subject: Subject) -> Option<Heading> {
    texts
        .iter()
        .find_map(|text| headings::understood(text, event, subject))
}

fn columns(headings: &[Vec<String>], data: &[Row], event: &Event, subject: Subject) -> Vec<Column> {
    // A column may go on where no heading stands.
    let width = data
        .iter()
        .map(|row| row.cells.len())
        .max()
        .unwrap_or_default();
    let none = Vec::new();
    let mut taken = BTreeSet::new();
    (0..width.max(headings.len()))
        .map(|at| {
            let texts = headings.get(at).unwrap_or(&none);
            let target = understood(texts, event, subject)
                .map(|heading| target(heading, at, data, event))
                .filter(|target| taken.insert(target.clone()));
            Column {
                heading: texts.first().cloned().unwrap_or_default(),
                target,
                sample: sample(data, at),
            }
        })
        .collect()
}

/// What a column holds: as its heading says, and where that leaves the language open, what stands in it.
fn target(heading: Heading, at: usize, data: &[Row], event: &Event) -> Target {
    let some = || {
        let cells = data
            .iter()
            .map(|row| row.cell(at))
            .filter(|cell| !cell.is_empty());
        cells.take(60).filter_map(|cell| match cell {
            Cell::Text(text) => Some(text.as_str()),
            _ => None,
        })
    };
    let field = match heading.field {
        Field::Honorific if heading.is_vague && !some().all(headings::is_honorific) => Field::Post,
        field => field,
    };
    let of = match heading.of {
        HeadingLang::Team(team) => Of::Team(team),
        HeadingLang::TeamIn(team, lang) => Of::TeamIn(team, lang),
        HeadingLang::Lang(lang) => Of::Lang(lang),
        HeadingLang::Chinese => Of::Lang(script::chinese_of(event)),
        HeadingLang::Unsaid if !field.has_languages() || field == Field::Honours => Of::One,
        HeadingLang::Unsaid => match script::script_of(some()) {
            script::Script::Chinese => Of::Lang(script::chinese_of(event)),
            script::Script::Other => Of::Lang(script::other_of(event)),
            script::Script::Both => Of::One,
            script::Script::None => Of::Lang(said_in(&heading.text, event)),
        },
    };
    Target { field, of }
}

fn said_in(heading: &str, event: &Event) -> Lang {
    if crate::model::has_han(heading) {
        script::chinese_of(event)
    } else {
        script::other_of(event)
    }
}

fn sample(data: &[Row], at: usize) -> String {
    (data.iter().take(200))
        .map(|row| one_line(&value::text(row.cell(at))))
        .find(|text| !text.is_empty())
        .map(|text| text.chars().take(40).collect())
        .unwrap_or_default()
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
