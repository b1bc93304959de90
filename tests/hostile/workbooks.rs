//! Workbooks that are made to fill a memory, and those with a cell that their reader does not know.

use std::{path::Path, process::Command};

use runsheet::{
    exchange::{self, Content, ExchangeError, Removal, Spot},
    limits::exchange as limits,
    model::{Event, EventId},
    store,
    words::Words,
};

use super::readers::packed;

fn workbook(rows: &str, strings: &str) -> Vec<u8> {
    const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let relation = |id: &str, kind: &str, target: &str| {
        format!(r#"<Relationship Id="{id}" Type="{OFFICE}/{kind}" Target="{target}"/>"#)
    };
    let relations =
        |all: &str| format!(r#"<Relationships xmlns="{PACKAGE}">{all}</Relationships>"#);
    let sheet = relation("a", "worksheet", "worksheets/sheet1.xml");
    let texts = relation("b", "sharedStrings", "sharedStrings.xml");
    let parts = [
        (
            "_rels/.rels",
            relations(&relation("a", "officeDocument", "xl/workbook.xml")),
        ),
        (
            "xl/workbook.xml",
            format!(
                r#"<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="S" sheetId="1" r:id="a"/></sheets></workbook>"#
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            relations(&format!("{sheet}{texts}")),
        ),
        (
            "xl/worksheets/sheet1.xml",
            format!(r#"<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>"#),
        ),
        ("xl/sharedStrings.xml", strings.to_owned()),
    ];
    packed(parts.map(|(name, text)| (name.to_owned(), text.into_bytes())))
}

fn content(bytes: Vec<u8>) -> Result<Content, ExchangeError> {
    exchange::content(Path::new("x.xlsx"), bytes)
}

fn too_many() -> ExchangeError {
    ExchangeError::TooManyCells("x.xlsx".into())
}

/// So many rows of one cell, each with the first of the shared texts.
fn sharing(count: usize) -> String {
    let row = |row| format!(r#"<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>"#);
    (1..=count).map(row).collect()
}

#[test]
fn a_huge_text_that_every_cell_shares_costs_no_more_than_the_limit() {
    // Copied or looked through whole, fifty thousand times, this would take minutes.
    for text in ["x", " ", "長"] {
        let text = text.repeat(20_000_000 / text.len());
        let bytes = workbook(
            &sharing(50_000),
            &format!("<sst><si><t>{text}</t></si></sst>"),
        );
        assert!(bytes.len() < 1 << 21);
        let whole = "xml:space=\"preserve\"";
        let kept = format!("<sst><si><t {whole}>{text}</t></si></sst>");
        for bytes in [bytes, workbook(&sharing(50_000), &kept)] {
            match content(bytes) {
                Err(error) => assert!(
                    error == too_many() || error == ExchangeError::Empty("x.xlsx".into()),
                    "{error:?}"
                ),
                Ok(content) => panic!("{:.200}", format!("{content:?}")),
            }
        }
    }
}

#[test]
fn a_list_of_texts_that_unpacks_without_end_is_refused() {
    let long = " ".repeat(usize::try_from(limits::UNPACKED_BYTES).unwrap());
    let bytes = workbook(&sharing(1), &format!("<sst><si><t>{long}</t></si></sst>"));
    assert!(bytes.len() < 1 << 20);
    let refused = ExchangeError::UnpacksTooLarge("x.xlsx".into());
    assert_eq!(content(bytes).unwrap_err(), refused);
    let many = "<si><t>a</t></si>".repeat(limits::CELLS + 1);
    let bytes = workbook(&sharing(1), &format!("<sst>{many}</sst>"));
    assert_eq!(content(bytes).unwrap_err(), too_many());
}

#[test]
fn no_room_is_kept_for_texts_that_are_only_told_of() {
    for count in [
        "4000001",
        "99999999999",
        "999999999999999",
        "18446744073709551615",
    ] {
        for strings in [
            format!("<sst uniqueCount=\"{count}\"><si><t>a</t></si></sst>"),
            format!("<!-- --><x:sst count='1' uniqueCount='{count}'><si><t>a</t></si></x:sst>"),
        ] {
            let bytes = workbook(&sharing(1), &strings);
            assert_eq!(content(bytes).unwrap_err(), too_many(), "{strings}");
        }
    }
    let told_wrong = workbook(
        &sharing(1),
        "<sst uniqueCount=\"3\"><si><t>a</t></si></sst>",
    );
    assert!(content(told_wrong).is_ok());
}

#[test]
fn a_cell_that_says_what_no_cell_says_costs_that_cell() {
    let cell =
        |at: &str, kind: &str, value: &str| format!(r#"<c r="{at}" t="{kind}"><v>{value}</v></c>"#);
    let heads =
        cell("A1", "str", "Name") + &cell("B1", "str", "Post") + &cell("C1", "str", "Acting");
    for (kind, value) in [("b", "7"), ("b", "ja"), ("e", "#SPILL!"), ("e", "#CALC!")] {
        let ada = cell("A2", "str", "Wong Ada") + &cell("B2", kind, value) + &cell("C2", "b", "1");
        let ben = cell("A3", "str", "Ho Ben") + &cell("B3", "str", "Clerk");
        let rows =
            format!(r#"<row r="1">{heads}</row><row r="2">{ada}</row><row r="3">{ben}</row>"#);
        let read = content(workbook(&rows, "<sst/>")).unwrap();
        let event = Event::empty(EventId::new());
        let proposal = read.propose(&event, None, Removal::NEVER);
        assert_eq!(proposal.lines.len(), 2, "{kind} {value}");
        let note = &proposal.notes[0];
        assert_eq!(note.spot, Spot::Cell(2, 2), "{kind} {value}");
        let said = note.sentence(Words::default());
        assert!(said.contains("Row 2, column B"), "{said}");
    }
}

#[test]
fn what_a_reader_stumbles_over_is_one_sentence_at_the_terminal() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    store::write_sample(&at("event")).unwrap();
    // Cells merged backwards, and cells that stand nowhere: readers have stumbled over both.
    let cell = r#"<row r="1"><c r="A1"><v>1</v></c></row>"#;
    let merged = format!(
        r#"{cell}</sheetData><mergeCells><mergeCell ref="B2:A1"/></mergeCells><sheetData>"#
    );
    for rows in [merged, r#"<row r="0"><c r="A0"><v>1</v></c></row>"#.into()] {
        std::fs::write(at("x.xlsx"), workbook(&rows, "<sst/>")).unwrap();
        let ran = Command::new(env!("CARGO_BIN_EXE_runsheet"))
            .args(["import", "event", "x.xlsx", "--dry-run"])
            .current_dir(folder.path())
            .env("LC_ALL", "en_GB.UTF-8")
            .env("XDG_CONFIG_HOME", at("config"))
            .output()
            .unwrap();
        let said = String::from_utf8(ran.stderr).unwrap();
        assert!(!said.contains("panicked"), "{said}");
        assert!(said.lines().count() <= 1, "{said}");
    }
}
