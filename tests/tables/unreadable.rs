//! Files that are no tables, and what is said of them.

use std::{
    io::{Cursor, Write as _},
    path::Path,
};

use runsheet::{
    exchange::{self, Content, Format, limits},
    words::{Tongue, Words},
};
use zip::{ZipWriter, write::SimpleFileOptions};

use super::{exported, sample};

/// Expects one sentence about a file with these bytes, which names the file and has this in it.
#[track_caller]
fn check(name: &str, bytes: &[u8], with: &str) {
    let error = exchange::content(Path::new(name), bytes.to_vec()).unwrap_err();
    let sentence = error.sentence(Words::default());
    assert!(
        sentence.contains(with) && sentence.contains(name),
        "{sentence}"
    );
    for words in Tongue::ALL.map(Words::new) {
        let sentence = error.sentence(words);
        assert!(
            !sentence.contains("exchange-") && !sentence.contains('\n'),
            "{sentence}"
        );
    }
}

#[test]
fn each_has_its_sentence() {
    check("list.docx", b"text", "of no kind that can be imported");
    check("list.csv", b"", "nothing stands in");
    check("list.csv", b"\n\n , ,\n", "nothing stands in");
    check("list.xlsx", b"Name,Post\n", "is damaged");
    check("list.ods", b"PK\x03\x04 and no more", "is damaged");
    check(
        "list.xlsx",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "locked with a password",
    );
    let wide = ",".repeat(limits::COLUMNS) + "x";
    check("list.csv", wide.as_bytes(), "too many cells");
}

#[test]
fn a_workbook_cut_short_or_bent_never_panics() {
    let whole = exported(&sample(), Format::RundownXlsx);
    let read = |bytes: &[u8]| exchange::content(Path::new("x.xlsx"), bytes.to_vec()).is_err();
    for part in 1..20 {
        assert!(
            read(&whole[..whole.len() * part / 20]),
            "{part} of 20 parts"
        );
    }
    for at in (0..whole.len()).step_by(whole.len() / 60) {
        let mut bent = whole.clone();
        bent[at] ^= 0x55;
        // Whether it can be read or not depends on what was hit.
        let _ = exchange::content(Path::new("x.xlsx"), bent);
    }
}

/// A packed file with these parts.
fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        let options = SimpleFileOptions::default();
        writer.start_file(*name, options).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// An open document whose content goes so far.
fn document(content: &str) -> Vec<u8> {
    let content = format!(
        r#"<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x">{content}"#
    );
    packed(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", "<m/>"),
        ("content.xml", &content),
    ])
}

fn cell(times: usize, text: &str) -> String {
    format!(
        r#"<table:table-cell table:number-columns-repeated="{times}" office:value-type="string"><text:p>{text}</text:p></table:table-cell>"#
    )
}

fn row(times: usize, cells: &str) -> String {
    format!(r#"<table:table-row table:number-rows-repeated="{times}">{cells}</table:table-row>"#)
}

fn sheets(sheets: &[String]) -> Vec<u8> {
    let one = |(at, rows): (usize, &String)| {
        format!(r#"<table:table table:name="{at}">{rows}</table:table>"#)
    };
    let all: String = sheets.iter().enumerate().map(one).collect();
    document(&format!("{all}</office:document-content>"))
}

#[test]
fn a_small_document_that_spreads_out_to_a_whole_memory_is_refused() {
    let header = row(1, &(cell(1, "Name") + &cell(1, "Organisation")));
    let person = row(1, &(cell(1, "Ann Lee") + &cell(1, "HKU")));
    let empty = r#"<table:table-cell table:number-columns-repeated="16384"/>"#;
    // Formatted without end and empty, as offices leave sheets.
    let usual = sheets(&[header.clone() + &person + &row(1_048_574, empty)]);
    assert!(exchange::content(Path::new("x.ods"), usual).is_ok());
    let long = "x".repeat(30_000);
    for rows in [
        row(90_000, &cell(1_000, "x")),
        row(100_000, &cell(100, "x")),
        row(1, &cell(16_384, "x")).repeat(300),
        row(1_000, &cell(900, &long)),
        row(
            1,
            &(cell(16_000, "").replace("office:value-type", "x") + &cell(1, "x")),
        ) + &row(1_000_000, empty)
            + &person,
        row(usize::MAX, &cell(usize::MAX, "x")),
        row(1, &cell(1, r#"<text:s text:c="9999999999"/>"#)),
    ] {
        check(
            "x.ods",
            &sheets(&[header.clone() + &rows]),
            "too many cells",
        );
    }
    let half = header + &row(3_000, &cell(900, "x"));
    check("x.ods", &sheets(&[half.clone(), half]), "too many cells");
}

#[test]
fn a_document_that_ends_before_its_end_is_damaged() {
    let inside = format!(
        r#"<table:table table:name="S">{}"#,
        row(1, &cell(1, "Name"))
    );
    check("x.ods", &document(&inside), "is damaged");
    let note = r#"<table:table table:name="S"><table:table-row><table:table-cell office:value-type="string"><office:annotation>"#;
    check("x.ods", &document(note), "is damaged");
}

/// A workbook of one sheet with these elements.
fn workbook(sheet: &str, strings: &str) -> Vec<u8> {
    const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    packed(&[
        (
            "_rels/.rels",
            &format!(
                r#"<Relationships xmlns="{PACKAGE}"><Relationship Id="a" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
            ),
        ),
        (
            "xl/workbook.xml",
            &format!(
                r#"<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="S" sheetId="1" r:id="a"/></sheets></workbook>"#
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            &format!(
                r#"<Relationships xmlns="{PACKAGE}"><Relationship Id="a" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="b" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#
            ),
        ),
        (
            "xl/worksheets/sheet1.xml",
            &format!(r#"<worksheet xmlns="{MAIN}">{sheet}</worksheet>"#),
        ),
        (
            "xl/sharedStrings.xml",
            &format!(r#"<sst xmlns="{MAIN}">{strings}</sst>"#),
        ),
    ])
}

#[test]
fn one_long_text_in_every_cell_is_refused() {
    let long = format!("<si><t>{}</t></si>", "x".repeat(30_000));
    let rows = |count: usize| -> String {
        let one = |row| format!(r#"<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>"#);
        let all: String = (1..=count).map(one).collect();
        format!("<sheetData>{all}</sheetData>")
    };
    let few = workbook(&rows(3), &long);
    assert!(exchange::content(Path::new("x.xlsx"), few).is_ok());
    let many = limits::TEXT_BYTES / 30_000 + 1;
    check("x.xlsx", &workbook(&rows(many), &long), "too many cells");
}

#[test]
fn rows_from_the_last_to_the_first_are_read_and_cells_merged_without_end_refused() {
    let one = |row: usize| {
        format!(r#"<row r="{row}"><c r="A{row}" t="inlineStr"><is><t>P{row}</t></is></c></row>"#)
    };
    let rows: String = (1..=20_000).rev().map(one).collect();
    let merges = |times: usize| {
        let all = r#"<mergeCell ref="A1:A20000"/>"#.repeat(times);
        format!("<sheetData>{rows}</sheetData><mergeCells>{all}</mergeCells>")
    };
    let read = exchange::content(Path::new("x.xlsx"), workbook(&merges(1), ""));
    let Ok(Content::Table(book)) = read else {
        panic!("{read:?}");
    };
    let numbers: Vec<u32> = book.sheets[0].rows.iter().map(|row| row.number).collect();
    assert!(numbers.iter().copied().eq(1..=20_000));
    check("x.xlsx", &workbook(&merges(1_000), ""), "too many cells");
}

#[test]
fn cells_merged_backwards_cost_that_file_at_most() {
    let sheet = r#"<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="B2:A1"/></mergeCells>"#;
    // Whether the reader takes it depends on how it was built; it may not take the program with it.
    let _ = exchange::content(Path::new("x.xlsx"), workbook(sheet, ""));
}

#[cfg(unix)]
#[test]
fn nobody_waits_for_a_pipe() {
    let folder = tempfile::tempdir().unwrap();
    let pipe = folder.path().join("x.csv");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    assert!(made.unwrap().success());
    let error = exchange::read(&pipe).unwrap_err();
    assert!(error.sentence(Words::default()).contains("of no kind"));
}

#[test]
fn a_file_that_is_not_there_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let words = Words::default();
    let missing = exchange::read(&folder.path().join("x.csv")).unwrap_err();
    assert!(missing.sentence(words).contains("not there"));
    let is_folder = exchange::read(folder.path()).unwrap_err();
    assert!(
        is_folder.sentence(words).contains("folder"),
        "{}",
        is_folder.sentence(words)
    );
}
