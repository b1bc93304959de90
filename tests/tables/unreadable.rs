//! Files that are no tables, and what is said of them.

use std::path::Path;

use runsheet::{
    exchange::{self, Format, limits},
    words::{Tongue, Words},
};

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
