//! Workbooks: XLSX and ODS.

use std::{io::Cursor, path::Path};

use calamine::{Data, DataRef, ExcelDateTime, Ods, OdsError, Reader, SheetType, Xlsx, XlsxError};
use jiff::civil::{Date, DateTime, Time};

use super::{Book, Cell, ExchangeError, Gatherer, Held, Merged, mend, spread, strings, value, zip};

/// The first bytes of an encrypted workbook, which is no longer a ZIP file.
const ENCRYPTED: &[u8] = b"\xd0\xcf\x11\xe0";

/// Reads a workbook of Excel.
pub(super) fn xlsx(path: &Path, bytes: &[u8]) -> Result<Book, ExchangeError> {
    if bytes.starts_with(ENCRYPTED) {
        return Err(ExchangeError::Locked(path.to_owned()));
    }
    zip::check(path, bytes)?;
    strings::check(path, bytes)?;
    let stumbled = |error: Stumbled| match error {
        Stumbled::Refused(error) => error,
        Stumbled::Reader(XlsxError::Password) => ExchangeError::Locked(path.to_owned()),
        Stumbled::Reader(error) => ExchangeError::Broken(path.to_owned(), error.to_string()),
    };
    match sheets(path, bytes) {
        // One cell is no reason to give up a workbook.
        Err(Stumbled::Reader(XlsxError::Unrecognized { .. } | XlsxError::CellError(_))) => {
            sheets(path, &mend::mended(path, bytes)?)
        }
        read => read,
    }
    .map_err(stumbled)
}

/// Why a workbook is not read.
enum Stumbled {
    /// Its reader cannot.
    Reader(XlsxError),
    /// It is beyond a limit.
    Refused(ExchangeError),
}

impl From<XlsxError> for Stumbled {
    fn from(error: XlsxError) -> Self {
        Self::Reader(error)
    }
}

impl From<ExchangeError> for Stumbled {
    fn from(error: ExchangeError) -> Self {
        Self::Refused(error)
    }
}

/// The sheets of a workbook.
fn sheets(path: &Path, bytes: &[u8]) -> Result<Book, Stumbled> {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes))?;
    let is_1904 = workbook.has_1904_epoch();
    let names: Vec<String> = (workbook.sheets_metadata().iter())
        .filter(|sheet| sheet.typ == SheetType::WorkSheet)
        .map(|sheet| sheet.name.clone())
        .collect();
    let mut held = Held::default();
    let mut book = Book::default();
    for name in names {
        let merged = workbook.merge_cells_by_sheet_name(&name)?;
        let merged = merged
            .iter()
            .map(|region| Merged {
                rows: (region.start.0 + 1, region.end.0 + 1),
                columns: (region.start.1 as usize, region.end.1 as usize),
            })
            .collect();
        let mut gatherer = Gatherer::new(path, &name, &mut held);
        let mut reader = workbook.worksheet_cells_reader(&name)?;
        while let Some(cell) = reader.next_cell()? {
            let (row, column) = cell.get_position();
            let (row, column) = (row + 1, column as usize);
            match cell.get_value() {
                DataRef::String(text) => gatherer.put_text(row, column, text)?,
                DataRef::SharedString(text) => gatherer.put_text(row, column, text)?,
                value => gatherer.put(row, column, xlsx_cell(value, is_1904))?,
            }
        }
        book.sheets.push(gatherer.finished(merged)?);
    }
    Ok(book)
}

/// Reads an open document.
pub(super) fn ods(path: &Path, bytes: Vec<u8>) -> Result<Book, ExchangeError> {
    zip::check(path, &bytes)?;
    spread::check(path, &bytes)?;
    let broken = |error: OdsError| match error {
        OdsError::Password => ExchangeError::Locked(path.to_owned()),
        OdsError::CellLimitExceeded { .. } => ExchangeError::TooManyCells(path.to_owned()),
        error => ExchangeError::Broken(path.to_owned(), error.to_string()),
    };
    let mut workbook: Ods<_> = Ods::new(Cursor::new(bytes)).map_err(broken)?;
    let mut held = Held::default();
    let mut book = Book::default();
    for name in workbook.sheet_names() {
        let range = workbook.worksheet_range(&name).map_err(broken)?;
        let mut gatherer = Gatherer::new(path, &name, &mut held);
        let (top, left) = range.start().unwrap_or_default();
        for (row, column, value) in range.used_cells() {
            let (row, column) = (row as u32 + top + 1, column + left as usize);
            match value {
                Data::String(text) => gatherer.put_text(row, column, text)?,
                value => gatherer.put(row, column, ods_cell(value))?,
            }
        }
        book.sheets.push(gatherer.finished(Vec::new())?);
    }
    Ok(book)
}

fn xlsx_cell(value: &DataRef<'_>, is_1904: bool) -> Cell {
    match value {
        DataRef::Empty => Cell::Empty,
        DataRef::String(text) => Cell::text(text),
        DataRef::SharedString(text) => Cell::text(text),
        DataRef::Int(number) => Cell::Number(*number as f64),
        DataRef::Float(number) => Cell::Number(*number),
        DataRef::Bool(flag) => Cell::Flag(*flag),
        DataRef::DateTime(time) => moment(*time, is_1904),
        DataRef::DateTimeIso(text) => iso(text),
        DataRef::DurationIso(text) => duration(text),
        DataRef::Error(_) => Cell::Fault,
    }
}

fn ods_cell(value: &Data) -> Cell {
    match value {
        Data::Empty => Cell::Empty,
        Data::String(text) => Cell::text(text),
        Data::Int(number) => Cell::Number(*number as f64),
        Data::Float(number) => Cell::Number(*number),
        Data::Bool(flag) => Cell::Flag(*flag),
        Data::DateTime(time) => moment(*time, false),
        Data::DateTimeIso(text) => iso(text),
        Data::DurationIso(text) => duration(text),
        Data::Error(_) => Cell::Fault,
    }
}

/// A serial number that is shown as a date, a time, or a span.
fn moment(time: ExcelDateTime, is_1904: bool) -> Cell {
    /// Between the two days from which workbooks count.
    const FROM_1904: f64 = 1462.0;
    let serial = time.as_f64();
    if (0.0..1.0).contains(&serial)
        && let Some(time) = value::time_of_fraction(serial)
    {
        return Cell::Time(time);
    }
    if time.is_duration() {
        return Cell::Span((serial * 86_400.0).round() as i64);
    }
    let serial = if is_1904 { serial + FROM_1904 } else { serial };
    value::moment_of_serial(serial).map_or(Cell::Number(serial), Cell::Moment)
}

/// `2025-06-03`, `2025-06-03T09:30:00`, `09:30:00`.
fn iso(text: &str) -> Cell {
    let text = text.trim_end_matches('Z');
    if let Ok(moment) = text.parse::<DateTime>() {
        Cell::Moment(value::rounded(moment))
    } else if let Ok(date) = text.parse::<Date>() {
        Cell::Moment(date.to_datetime(Time::midnight()))
    } else if let Ok(time) = text.parse::<Time>() {
        Cell::Time(time)
    } else {
        Cell::text(text)
    }
}

/// `PT09H30M00S`: a time of day where it is less than a day, else a span.
fn duration(text: &str) -> Cell {
    let Ok(span) = text.parse::<jiff::SignedDuration>() else {
        return iso(text);
    };
    let seconds = (span.as_secs_f64()).round() as i64;
    match value::time_of_seconds(seconds) {
        Some(time) => Cell::Time(time),
        None => Cell::Span(seconds),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, time};

    use super::*;

    #[test]
    fn times_of_workbooks_are_read_to_the_second() {
        let at = |serial: f64| {
            let kind = calamine::ExcelDateTimeType::DateTime;
            moment(ExcelDateTime::new(serial, kind, false), false)
        };
        assert_eq!(at(0.395_833_333_333_33), Cell::Time(time(9, 30, 0, 0)));
        assert_eq!(
            at(0.999_999_99),
            Cell::Moment(date(1900, 1, 1).at(0, 0, 0, 0))
        );
        assert_eq!(at(45_811.0), Cell::Moment(date(2025, 6, 3).at(0, 0, 0, 0)));
        assert_eq!(
            at(45_811.395_833_33),
            Cell::Moment(date(2025, 6, 3).at(9, 30, 0, 0))
        );
        assert_eq!(
            iso("2025-06-03T09:29:59.9999"),
            Cell::Moment(date(2025, 6, 3).at(9, 30, 0, 0))
        );
        assert_eq!(
            iso("2025-06-03"),
            Cell::Moment(date(2025, 6, 3).at(0, 0, 0, 0))
        );
        assert_eq!(duration("PT09H30M00S"), Cell::Time(time(9, 30, 0, 0)));
        assert_eq!(duration("PT26H00M00S"), Cell::Span(93_600));
    }
}
