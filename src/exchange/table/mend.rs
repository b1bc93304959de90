//! Cells of a workbook whose values are none: a yes or no that says 7, or an error that a newer program knows. Their
//! reader gives up the whole file for one of them, so they are made errors that it knows.

use std::{
    io::{Cursor, Read as _, Write as _},
    ops::Range,
    path::Path,
};

use ::zip::{ZipWriter, write::SimpleFileOptions};
use quick_xml::{Reader, events::Event};

use super::{ExchangeError, zip};

/// What the reader of workbooks takes as an error.
const ERRORS: [&str; 7] = [
    "#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!",
];
/// What a cell shows that cannot be shown.
const ERROR: &str = "#VALUE!";

/// The workbook, with an error in each cell whose value is none.
///
/// # Errors
/// [`ExchangeError::Broken`] for what cannot be unpacked.
pub(super) fn mended(path: &Path, bytes: &[u8]) -> Result<Vec<u8>, ExchangeError> {
    let broken = |error: std::io::Error| ExchangeError::Broken(path.to_owned(), error.to_string());
    let mut archive = zip::open(path, bytes)?;
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default();
    for at in 0..archive.len() {
        let mut entry = (archive.by_index(at)).map_err(|error| zip::broken(path, &error))?;
        let name = entry.name().map_err(|error| zip::broken(path, &error))?;
        let name = name.into_owned();
        let mut part = Vec::new();
        entry.read_to_end(&mut part).map_err(broken)?;
        if name.to_lowercase().contains("worksheets/") {
            part = sheet(part);
        }
        (writer.start_file(name, options)).map_err(|error| zip::broken(path, &error))?;
        writer.write_all(&part).map_err(broken)?;
    }
    let whole = (writer.finish()).map_err(|error| zip::broken(path, &error))?;
    Ok(whole.into_inner())
}

/// A cell that says yes, no or an error.
struct Cell {
    /// The letter of its kind, in the file.
    kind: Range<usize>,
    is_flag: bool,
    /// Its value, in the file.
    value: Option<Range<usize>>,
}

/// A sheet with an error in each cell whose value is none. One that is no XML stays as it is.
fn sheet(xml: Vec<u8>) -> Vec<u8> {
    let Ok(text) = std::str::from_utf8(&xml) else {
        return xml;
    };
    let mut reader = Reader::from_str(text);
    let mut changes: Vec<(Range<usize>, &str)> = Vec::new();
    let mut cell: Option<Cell> = None;
    let mut is_value = false;
    let mut begins = 0;
    while let Ok(event) = reader.read_event() {
        let ends = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
        let place = begins..ends.min(text.len());
        match event {
            Event::Start(start) => match start.local_name().as_ref() {
                "c" => {
                    let tag = text.get(place.clone()).unwrap_or_default();
                    cell = kind(tag).map(|(at, is_flag)| Cell {
                        kind: begins + at..begins + at + 1,
                        is_flag,
                        value: None,
                    });
                }
                "v" => is_value = true,
                _ => {}
            },
            Event::Text(_) if is_value => {
                if let Some(cell) = &mut cell {
                    cell.value.get_or_insert(place);
                }
            }
            Event::End(end) => match end.local_name().as_ref() {
                "v" => is_value = false,
                "c" => {
                    let Some(Cell {
                        kind,
                        is_flag,
                        value: Some(value),
                    }) = cell.take()
                    else {
                        begins = ends;
                        continue;
                    };
                    let said = text.get(value.clone()).unwrap_or_default();
                    if !is_known(said, is_flag) {
                        changes.push((kind, "e"));
                        changes.push((value, ERROR));
                    }
                }
                _ => {}
            },
            Event::Eof => break,
            Event::Text(_)
            | Event::Empty(_)
            | Event::CData(_)
            | Event::Comment(_)
            | Event::Decl(_)
            | Event::PI(_)
            | Event::DocType(_)
            | Event::GeneralRef(_) => {}
        }
        begins = ends;
    }
    let mut mended = String::with_capacity(text.len());
    let mut at = 0;
    for (place, with) in changes {
        mended.push_str(text.get(at..place.start).unwrap_or_default());
        mended.push_str(with);
        at = place.end;
    }
    mended.push_str(text.get(at..).unwrap_or_default());
    mended.into_bytes()
}

/// Where in the tag of a cell it says that it is a yes or no, or an error, and whether it is the former.
fn kind(tag: &str) -> Option<(usize, bool)> {
    let mut from = 0;
    while let Some(found) = tag[from..].find('t') {
        let at = from + found;
        from = at + 1;
        let is_name = tag[..at].ends_with(char::is_whitespace);
        let rest = tag[from..].trim_start();
        let Some(rest) = rest.strip_prefix('=').filter(|_| is_name) else {
            continue;
        };
        let rest = rest.trim_start();
        let Some(value) = rest.strip_prefix(['"', '\'']) else {
            continue;
        };
        let place = tag.len() - value.len();
        return match value.split(['"', '\'']).next() {
            Some("b") => Some((place, true)),
            Some("e") => Some((place, false)),
            _ => None,
        };
    }
    None
}

/// Whether the reader knows what a cell says.
fn is_known(said: &str, is_flag: bool) -> bool {
    if is_flag {
        let said = said.trim();
        return ["", "0", "1", "false", "true"]
            .iter()
            .any(|one| one.eq_ignore_ascii_case(said));
    }
    ERRORS.contains(&said)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_no_value_is_another_one() {
        for (xml, mended) in [
            (
                r#"<c r="A1" t="b"><v>7</v></c>"#,
                r#"<c r="A1" t="e"><v>#VALUE!</v></c>"#,
            ),
            (
                r#"<c r="t" t = 'b' s="1"><v> no </v></c>"#,
                r#"<c r="t" t = 'e' s="1"><v>#VALUE!</v></c>"#,
            ),
            (
                r#"<x:c t="e"><x:f>t="b"</x:f><x:v>#SPILL!</x:v></x:c>"#,
                r#"<x:c t="e"><x:f>t="b"</x:f><x:v>#VALUE!</x:v></x:c>"#,
            ),
            (
                r#"<c t="b"><v>1</v></c><c t="b"><v>TRUE</v></c><c t="b"><v></v></c>"#,
                "",
            ),
            (
                r#"<c t="s"><v>7</v></c><c t="n"><v>7</v></c><c><v>7</v></c><c t="b"/>"#,
                "",
            ),
            (r#"<c t="e"><v>#N/A</v></c><c t="str"><v>b</v></c>"#, ""),
            ("<c t=\"b\"><v>7", ""),
            ("<<<", ""),
        ] {
            let wanted = if mended.is_empty() { xml } else { mended };
            let found = String::from_utf8(sheet(xml.as_bytes().to_vec())).unwrap();
            assert_eq!(found, wanted);
        }
        assert_eq!(sheet(vec![0xff, 0xfe]), [0xff, 0xfe]);
    }
}
