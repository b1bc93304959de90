//! Tables as spreadsheets in the open format of offices (ODS, ISO/IEC 26300).

use std::{
    fmt::Write as _,
    io::{Cursor, Write as _},
};

use jiff::civil::Time;
use quick_xml::escape::escape;
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

use super::{
    Datum, ExchangeError, Field,
    write::{Sheet, plain},
};
use crate::{model::shown, words::Words};

const MIME: &str = "application/vnd.oasis.opendocument.spreadsheet";

const NAMES: &str = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
    xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" \
    xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" \
    xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
    xmlns:number=\"urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0\" \
    xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" \
    office:version=\"1.3\"";

/// How dates, times and headings look, and the pages: landscape, as wide as the table.
const STYLES: &str = "<number:date-style style:name=\"N1\"><number:year number:style=\"long\"/><number:text>-</number:text>\
    <number:month number:style=\"long\"/><number:text>-</number:text><number:day number:style=\"long\"/></number:date-style>\
    <number:date-style style:name=\"N2\"><number:year number:style=\"long\"/><number:text>-</number:text>\
    <number:month number:style=\"long\"/><number:text>-</number:text><number:day number:style=\"long\"/>\
    <number:text> </number:text><number:hours number:style=\"long\"/><number:text>:</number:text>\
    <number:minutes number:style=\"long\"/></number:date-style>\
    <number:time-style style:name=\"N3\" number:truncate-on-overflow=\"false\"><number:hours number:style=\"long\"/>\
    <number:text>:</number:text><number:minutes number:style=\"long\"/></number:time-style>\
    <style:style style:name=\"date\" style:family=\"table-cell\" style:data-style-name=\"N1\"/>\
    <style:style style:name=\"moment\" style:family=\"table-cell\" style:data-style-name=\"N2\"/>\
    <style:style style:name=\"time\" style:family=\"table-cell\" style:data-style-name=\"N3\"/>\
    <style:style style:name=\"heading\" style:family=\"table-cell\">\
    <style:text-properties fo:font-weight=\"bold\"/></style:style>\
    <style:style style:name=\"text\" style:family=\"table-cell\">\
    <style:table-cell-properties fo:wrap-option=\"wrap\"/></style:style>";

/// The table as a spreadsheet: its headings stand on each printed page.
pub(super) fn ods(sheet: &Sheet, words: Words) -> Result<Vec<u8>, ExchangeError> {
    packed(&content(sheet, words)).map_err(|error| ExchangeError::Unmade(error.to_string()))
}

fn packed(content: &str) -> zip::result::ZipResult<Vec<u8>> {
    let mut file = ZipWriter::new(Cursor::new(Vec::new()));
    // The kind stands first and unpacked, so that it is found without unpacking anything.
    let plain = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    file.start_file("mimetype", plain)?;
    file.write_all(MIME.as_bytes())?;
    let small = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    file.start_file("content.xml", small)?;
    file.write_all(content.as_bytes())?;
    file.start_file("META-INF/manifest.xml", small)?;
    let manifest = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0";
    write!(
        file,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\
         <manifest:manifest xmlns:manifest=\"{manifest}\" manifest:version=\"1.3\">\
         <manifest:file-entry manifest:full-path=\"/\" manifest:media-type=\"{MIME}\"/>\
         <manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/>\
         </manifest:manifest>"
    )?;
    Ok(file.finish()?.into_inner())
}

fn content(sheet: &Sheet, words: Words) -> String {
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content {NAMES}><office:automatic-styles>{STYLES}"
    );
    for (at, column) in sheet.columns.iter().enumerate() {
        // A character is about two millimetres wide.
        let width = column.width() * 2.0;
        let _ = write!(
            out,
            "<style:style style:name=\"c{at}\" style:family=\"table-column\">\
             <style:table-column-properties style:column-width=\"{width}mm\"/></style:style>"
        );
    }
    let name = escape(sheet.name.as_str());
    let _ = write!(
        out,
        "</office:automatic-styles><office:body><office:spreadsheet><table:table table:name=\"{name}\">"
    );
    for (at, column) in sheet.columns.iter().enumerate() {
        let hidden = if column.target.field == Field::Id {
            " table:visibility=\"collapse\""
        } else {
            ""
        };
        let _ = write!(
            out,
            "<table:table-column table:style-name=\"c{at}\"{hidden}/>"
        );
    }
    out += "<table:table-header-rows><table:table-row>";
    for column in &sheet.columns {
        string(&mut out, "heading", &column.heading);
    }
    out += "</table:table-row></table:table-header-rows>";
    for row in &sheet.rows {
        out += "<table:table-row>";
        for value in row {
            cell(&mut out, value, words);
        }
        out += "</table:table-row>";
    }
    out + "</table:table></office:spreadsheet></office:body></office:document-content>"
}

fn cell(out: &mut String, value: &Datum, words: Words) {
    let shown = plain(value, words);
    let mut typed = |style: &str, kind: &str, typed: &str| {
        let name = match kind {
            "float" => "value".to_owned(),
            kind => format!("{kind}-value"),
        };
        let _ = write!(
            out,
            "<table:table-cell table:style-name=\"{style}\" office:value-type=\"{kind}\" office:{name}=\"{typed}\">\
             <text:p>{shown}</text:p></table:table-cell>"
        );
    };
    match value {
        Datum::Nothing | Datum::Follows => *out += "<table:table-cell/>",
        Datum::Number(number) => typed("text", "float", &number.to_string()),
        Datum::Date(day) => typed("date", "date", &day.to_string()),
        Datum::Moment(at) => typed("moment", "date", &at.to_string()),
        Datum::Time(time) => typed("time", "time", &duration(seconds(*time))),
        Datum::Length(length) => {
            typed("time", "time", &duration(length.as_secs()));
        }
        Datum::Text(_)
        | Datum::Flag(_)
        | Datum::Order(_)
        | Datum::Attendance(_)
        | Datum::Kind(_)
        | Datum::Audience(_)
        | Datum::Fixed(..) => string(out, "text", &shown),
    }
}

fn seconds(time: Time) -> u32 {
    let part = |part: i8| u32::try_from(part).unwrap_or(0);
    part(time.hour()) * 3600 + part(time.minute()) * 60 + part(time.second())
}

/// A time as ISO 8601 writes a duration: `PT09H05M00S`.
fn duration(seconds: u32) -> String {
    let (h, m, s) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    format!("PT{h:02}H{m:02}M{s:02}S")
}

/// A cell of text, which is never worked out, whatever it begins with: a paragraph a line.
fn string(out: &mut String, style: &str, text: &str) {
    if text.is_empty() {
        *out += "<table:table-cell/>";
        return;
    }
    let _ = write!(
        out,
        "<table:table-cell table:style-name=\"{style}\" office:value-type=\"string\">"
    );
    for line in text.split('\n') {
        *out += "<text:p>";
        paragraph(out, line);
        *out += "</text:p>";
    }
    *out += "</table:table-cell>";
}

/// A line of text. Signs are seen: XML has no place for most of them. It takes several spaces for one.
fn paragraph(out: &mut String, line: &str) {
    let line: String = shown(line)
        .chars()
        .map(|c| if c == '\t' { ' ' } else { c })
        .filter(|c| !matches!(c, '\u{fffe}' | '\u{ffff}'))
        .collect();
    let mut was_space = true;
    let mut run = String::new();
    for c in line.chars() {
        if c == ' ' && was_space {
            *out += &escape(run.as_str());
            run.clear();
            *out += "<text:s/>";
        } else {
            run.push(c);
        }
        was_space = c == ' ';
    }
    *out += &escape(run.as_str());
}
