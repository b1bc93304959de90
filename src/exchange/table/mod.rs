//! Tables of other programs, read into rows of typed cells that know where they stand: workbooks (XLSX, ODS) and text
//! with separators (CSV), in whatever encoding an office saves it.

mod book;
mod encoding;
mod header;
mod mend;
mod quiet;
mod spread;
mod strings;
mod text;
mod value;
mod zip;

use std::{collections::BTreeMap, path::Path};

use jiff::civil::{DateTime, Time};

pub use header::{Column, Layout, Subject};
pub(super) use text::guarded;
pub use value::{Reader, length, number, text, time, times};

use super::{ExchangeError, Note, Spot, Why, limits};
use crate::model::unshown;

/// What stands in a cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// A text, without spaces around it.
    Text(String),
    /// A number without a meaning as a time.
    Number(f64),
    /// A day, at midnight, or a day and a time.
    Moment(DateTime),
    /// A time of day.
    Time(Time),
    /// A span of time, in seconds.
    Span(i64),
    /// Yes or no.
    Flag(bool),
    /// What a formula shows that could not be worked out.
    Fault,
}

impl Cell {
    /// Whether nothing stands there.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        matches!(self, Self::Empty)
    }

    /// A text, without spaces around it, and with its signs where an export of ours has marks of them; an empty cell if
    /// nothing is left.
    fn text(text: &str) -> Self {
        match text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}' || c == '\u{200b}') {
            "" => Self::Empty,
            text => Self::Text(unshown(text).into_owned()),
        }
    }
}

/// A row that holds something.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// Its number, from 1, as a spreadsheet shows it.
    pub number: u32,
    /// Its cells, from the first column.
    pub cells: Vec<Cell>,
}

impl Row {
    /// The cell in a column, counted from 0.
    #[must_use]
    pub fn cell(&self, column: usize) -> &Cell {
        self.cells.get(column).unwrap_or(&Cell::Empty)
    }

    /// Where the cell of a column stands, counted from 0.
    #[must_use]
    pub fn spot(&self, column: usize) -> Spot {
        Spot::Cell(self.number, column as u32 + 1)
    }
}

/// Cells that are shown as one, the value in the first: first and last row and column, rows from 1, columns from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Merged {
    rows: (u32, u32),
    columns: (usize, usize),
}

/// One sheet: its rows that hold something, in order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// What the sheet is called; empty for text.
    pub name: String,
    /// Its rows. Those without anything in them are left out, but counted in the numbers.
    pub rows: Vec<Row>,
    /// What was cut or could not be kept.
    pub notes: Vec<Note>,
    merged: Vec<Merged>,
}

/// The sheets of a file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Book {
    /// The sheets that hold something, in order.
    pub sheets: Vec<Sheet>,
}

/// What kind of table a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A workbook of Excel.
    Xlsx,
    /// A workbook as an open document.
    Ods,
    /// Text with separators.
    Text,
}

/// What kind of table these bytes are, by what they begin with and what the file is called. None if they are none.
pub(super) fn kind_of(path: &Path, bytes: &[u8]) -> Option<Kind> {
    let end = path
        .extension()
        .map(|end| end.to_string_lossy().to_lowercase());
    let end = end.as_deref().unwrap_or_default();
    if bytes.starts_with(b"PK") {
        let is_ods = bytes
            .windows(b"opendocument.spreadsheet".len())
            .take(200)
            .any(|window| window == b"opendocument.spreadsheet");
        return Some(if is_ods || end == "ods" {
            Kind::Ods
        } else {
            Kind::Xlsx
        });
    }
    match end {
        "xlsx" | "xlsm" => Some(Kind::Xlsx),
        "ods" => Some(Kind::Ods),
        "csv" | "tsv" | "tab" | "txt" => Some(Kind::Text),
        _ => None,
    }
}

/// Reads the table that a file holds.
///
/// # Errors
/// [`ExchangeError`] for what is no table, is damaged, or is larger than the limits.
pub(super) fn read(path: &Path, bytes: Vec<u8>, kind: Kind) -> Result<Book, ExchangeError> {
    let mut book = match kind {
        Kind::Xlsx => unharmed(path, || book::xlsx(path, &bytes))?,
        Kind::Ods => unharmed(path, || book::ods(path, bytes))?,
        Kind::Text => Book {
            sheets: vec![text::sheet(path, &bytes)?],
        },
    };
    book.sheets.retain(|sheet| !sheet.rows.is_empty());
    if book.sheets.is_empty() {
        return Err(ExchangeError::Empty(path.to_owned()));
    }
    Ok(book)
}

/// What a reader makes of a workbook. One that stumbles over what it did not expect costs that file alone.
fn unharmed(
    path: &Path,
    reader: impl FnOnce() -> Result<Book, ExchangeError>,
) -> Result<Book, ExchangeError> {
    let broken = |said| Err(ExchangeError::Broken(path.to_owned(), said));
    quiet::quietly(reader).unwrap_or_else(broken)
}

/// How much the sheets of a file hold, all together.
#[derive(Clone, Copy, Debug, Default)]
struct Held {
    /// Cells, and those without anything before them in their rows.
    cells: usize,
    /// Bytes of text.
    text: usize,
}

/// Collects the cells of a sheet, in whatever order a file has them, within the limits.
struct Gatherer<'a> {
    path: &'a Path,
    rows: BTreeMap<u32, Vec<Cell>>,
    sheet: Sheet,
    held: &'a mut Held,
}

impl<'a> Gatherer<'a> {
    /// For a sheet; `held` counts what all sheets of the file hold.
    fn new(path: &'a Path, name: &str, held: &'a mut Held) -> Self {
        let sheet = Sheet {
            name: name.to_owned(),
            ..Sheet::default()
        };
        Self {
            path,
            rows: BTreeMap::new(),
            sheet,
            held,
        }
    }

    /// Puts a text, as [`put`](Self::put) does. One text may stand in millions of cells, so of each no more is looked at
    /// than a cell can keep, and all that is looked at counts.
    fn put_text(&mut self, row: u32, column: usize, text: &str) -> Result<(), ExchangeError> {
        /// More bytes than the longest text of a cell has.
        const MOST: usize = 4 * (limits::CELL_CHARS + 1);
        let head = &text[..text.floor_char_boundary(MOST)];
        let cell = Cell::text(head);
        let kept = match &cell {
            Cell::Text(kept) => kept.as_str(),
            _ => "",
        };
        self.held.text += head.len().saturating_sub(kept.len());
        if self.held.text > limits::TEXT_BYTES {
            return Err(ExchangeError::TooManyCells(self.path.to_owned()));
        }
        if head.len() < text.len() && kept.chars().count() <= limits::CELL_CHARS {
            self.note_cut(row, column);
        }
        self.put(row, column, cell)
    }

    fn note_cut(&mut self, row: u32, column: usize) {
        self.sheet.notes.push(Note {
            spot: Spot::Cell(row, column as u32 + 1),
            why: Why::Cut,
        });
    }

    /// Puts a cell at its row (from 1) and column (from 0).
    fn put(&mut self, row: u32, column: usize, cell: Cell) -> Result<(), ExchangeError> {
        if cell.is_empty() {
            return Ok(());
        }
        let too_many = || ExchangeError::TooManyCells(self.path.to_owned());
        if column >= limits::COLUMNS || row as usize > limits::ROWS + 1 {
            return Err(too_many());
        }
        let cell = self.shortened(row, column, cell);
        if let Cell::Text(text) = &cell {
            self.held.text += text.len();
        }
        let cells = self.rows.entry(row).or_default();
        if cells.len() <= column {
            self.held.cells += column + 1 - cells.len();
            if self.held.cells <= limits::CELLS {
                cells.resize(column + 1, Cell::Empty);
            }
        }
        if self.held.cells > limits::CELLS || self.held.text > limits::TEXT_BYTES {
            return Err(too_many());
        }
        cells[column] = cell;
        Ok(())
    }

    fn shortened(&mut self, row: u32, column: usize, cell: Cell) -> Cell {
        match cell {
            Cell::Text(text) if text.len() > limits::CELL_CHARS => {
                match text.char_indices().nth(limits::CELL_CHARS) {
                    Some((end, _)) => {
                        self.note_cut(row, column);
                        Cell::text(&text[..end])
                    }
                    None => Cell::Text(text),
                }
            }
            cell => cell,
        }
    }

    /// The sheet. What stands once in cells merged down a column stands in each of them.
    fn finished(mut self, merged: Vec<Merged>) -> Result<Sheet, ExchangeError> {
        for region in &merged {
            let (first, last) = region.rows;
            let column = region.columns.0;
            if first >= last {
                continue;
            }
            let Some(value) = self.rows.get(&first).and_then(|cells| cells.get(column)) else {
                continue;
            };
            let value = value.clone();
            let below: Vec<u32> = self
                .rows
                .range(first + 1..=last)
                .map(|(number, _)| *number)
                .collect();
            // Cells are merged with others once; a file that says so again and again means to keep us.
            self.held.cells += below.len();
            for number in below {
                self.put(number, column, value.clone())?;
            }
        }
        self.sheet.merged = merged;
        self.sheet.rows = (self.rows.into_iter())
            .map(|(number, cells)| Row { number, cells })
            .collect();
        Ok(self.sheet)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_merged_downwards_stands_in_each_row() {
        let mut held = Held::default();
        let mut gatherer = Gatherer::new(Path::new("x"), "", &mut held);
        for (row, column, text) in [(1, 0, "HKU"), (1, 1, "Ada"), (2, 1, "Ben"), (4, 1, "Cy")] {
            gatherer.put(row, column, Cell::text(text)).unwrap();
        }
        let merged = Merged {
            rows: (1, 2),
            columns: (0, 0),
        };
        let sheet = gatherer.finished(vec![merged]).unwrap();
        let firsts: Vec<_> = sheet.rows.iter().map(|row| row.cell(0).clone()).collect();
        assert_eq!(firsts, [Cell::text("HKU"), Cell::text("HKU"), Cell::Empty]);
    }

    #[test]
    fn a_cell_that_is_too_long_is_cut_and_said_and_too_many_columns_are_refused() {
        let mut held = Held::default();
        let mut gatherer = Gatherer::new(Path::new("x"), "", &mut held);
        let long = "長".repeat(limits::CELL_CHARS + 1);
        gatherer.put(3, 1, Cell::text(&long)).unwrap();
        assert!(matches!(
            gatherer.put(3, limits::COLUMNS, Cell::Flag(true)),
            Err(ExchangeError::TooManyCells(_))
        ));
        let sheet = gatherer.finished(Vec::new()).unwrap();
        assert_eq!(sheet.notes[0].spot, Spot::Cell(3, 2));
        match sheet.rows[0].cell(1) {
            Cell::Text(text) => assert_eq!(text.chars().count(), limits::CELL_CHARS),
            other => panic!("{other:?}"),
        }
    }
}
