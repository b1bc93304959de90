//! How far an open document spreads out: a cell or a row that says how often it is repeated costs a few bytes in the
//! file, and a whole memory in a reader that writes out each of them.

use std::{io::BufReader, path::Path};

use quick_xml::{
    Reader,
    events::{BytesStart, Event},
};

use super::{ExchangeError, limits, zip};

/// How many columns a sheet can have at all; what is repeated beyond is nowhere.
const COLUMNS: usize = 16_384;
/// How many rows a sheet can have at all.
const ROWS: usize = 1_048_576;

/// Refuses an open document whose sheets would spread out to more than the limits, or whose text ends before it is at
/// its end, for which a reader would wait without end.
pub(super) fn check(path: &Path, bytes: &[u8]) -> Result<(), ExchangeError> {
    let broken =
        |error: quick_xml::Error| ExchangeError::Broken(path.to_owned(), error.to_string());
    let mut archive = zip::open(path, bytes)?;
    let content = (archive.by_name("content.xml")).map_err(|error| zip::broken(path, &error))?;
    let mut reader = Reader::from_reader(BufReader::new(content));
    reader.config_mut().expand_empty_elements = true;
    let mut spread = Spread::default();
    let mut depth = 0_usize;
    let mut buffer = Vec::new();
    loop {
        match reader.read_event_into(&mut buffer).map_err(broken)? {
            Event::Start(element) => {
                depth += 1;
                spread.begin(&element);
            }
            Event::End(element) => {
                depth = depth.saturating_sub(1);
                spread.end(element.name().as_ref());
            }
            Event::Text(text) => spread.cell.put(text.len()),
            Event::GeneralRef(_) => spread.cell.put(1),
            Event::Eof if depth > 0 => {
                return Err(ExchangeError::Broken(path.to_owned(), "content.xml".into()));
            }
            Event::Eof => return Ok(()),
            Event::Empty(_)
            | Event::CData(_)
            | Event::Comment(_)
            | Event::Decl(_)
            | Event::PI(_)
            | Event::DocType(_) => {}
        }
        if spread.is_too_much() {
            return Err(ExchangeError::TooManyCells(path.to_owned()));
        }
        buffer.clear();
    }
}

/// A cell, or a row of them: how far it reaches to something, and how much text is in it.
#[derive(Clone, Copy, Debug, Default)]
struct Reach {
    repeated: usize,
    /// To the end of what was read.
    whole: usize,
    /// To the end of the last that holds something.
    filled: usize,
    text: usize,
}

impl Reach {
    fn begin(repeated: Option<usize>, at_most: usize) -> Self {
        Self {
            // What is no number is found out by the reader.
            repeated: repeated.unwrap_or(1).min(at_most),
            ..Self::default()
        }
    }

    /// Something of so many bytes stands in it.
    fn put(&mut self, text: usize) {
        self.filled = 1;
        self.text = self.text.saturating_add(text);
    }
}

/// What was read of a document.
#[derive(Clone, Copy, Debug, Default)]
struct Spread {
    cell: Reach,
    row: Reach,
    /// Its rows: how far down they reach.
    sheet: Reach,
    /// How far to the right the rows of the sheet reach.
    width: usize,
    /// The cells of the sheets before, each a rectangle around what it holds, and of all rows as they stand in the file.
    cells: usize,
    text: usize,
}

impl Spread {
    fn begin(&mut self, element: &BytesStart<'_>) {
        let number = |name: &str| {
            let found = element.try_get_attribute(name).ok().flatten()?;
            found.value.parse().ok()
        };
        match element.name().as_ref() {
            "table:table-row" => {
                self.row = Reach::begin(number("table:number-rows-repeated"), ROWS);
            }
            "table:table-cell" | "table:covered-table-cell" => {
                let repeated = number("table:number-columns-repeated");
                self.cell = Reach::begin(repeated, COLUMNS);
                for attribute in element.attributes().with_checks(false).flatten() {
                    let name: &str = attribute.key.as_ref();
                    if name.starts_with("office:") || name == "table:formula" {
                        self.cell.put(attribute.value.len());
                    }
                }
            }
            "text:s" => self.cell.put(number("text:c").unwrap_or(1)),
            _ => {}
        }
    }

    fn end(&mut self, element: &str) {
        match element {
            "table:table-cell" | "table:covered-table-cell" => {
                let (row, cell) = (&mut self.row, self.cell);
                row.whole = (row.whole + cell.repeated).min(COLUMNS);
                if cell.filled > 0 {
                    row.filled = row.whole;
                    row.text = (row.text).saturating_add(cell.text.saturating_mul(cell.repeated));
                }
                self.cell = Reach::default();
            }
            "table:table-row" => {
                let (sheet, row) = (&mut self.sheet, self.row);
                sheet.whole = (sheet.whole + row.repeated).min(ROWS);
                if row.filled > 0 {
                    sheet.filled = sheet.whole;
                    self.width = self.width.max(row.filled);
                    self.cells += row.filled;
                    self.text = (self.text).saturating_add(row.text.saturating_mul(row.repeated));
                }
                self.row = Reach::default();
            }
            "table:table" => {
                self.cells += self.width * self.sheet.filled;
                self.sheet = Reach::default();
                self.width = 0;
            }
            _ => {}
        }
    }

    /// Also what is within one row, before it ends.
    fn is_too_much(&self) -> bool {
        self.cells + self.width * self.sheet.filled > limits::CELLS
            || [self.text, self.row.text, self.cell.text]
                .iter()
                .any(|text| *text > limits::TEXT_BYTES)
    }
}
