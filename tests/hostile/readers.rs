//! Files that are made to fill a memory or to keep a reader busy for ever.

use std::{io::Write as _, path::Path};

use runsheet::{
    exchange::{self, ExchangeError},
    limits,
    model::{BatchName, Edit, SessionId},
    photo::{self, PhotoError},
    plan::Plan,
    store::{StoreError, from_ron, to_ron},
    words::{Tongue, Words},
};

use super::event_of;
use crate::photo_files::photo_in;

fn content(name: &str, bytes: Vec<u8>) -> Result<exchange::Content, ExchangeError> {
    exchange::content(Path::new(name), bytes)
}

#[track_caller]
fn says(error: &ExchangeError, parts: &[&str]) {
    for tongue in Tongue::ALL {
        let sentence = error.sentence(Words::new(tongue));
        for part in parts {
            assert!(sentence.contains(part), "{part}: {sentence}");
        }
    }
}

pub(super) fn packed(parts: impl IntoIterator<Item = (String, Vec<u8>)>) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        writer
            .start_file(name, zip::write::SimpleFileOptions::default())
            .unwrap();
        writer.write_all(&bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn an_event_may_be_neither_deep_nor_endless() {
    let whole = to_ron(&event_of(&["Forum"]));
    let deep = "[".repeat(1_000_000);
    for text in [
        format!("(format: 1, event: {deep}"),
        format!("(format: 1, version: {deep}"),
        format!("(format: 1, papers: {}", "{\"a\":".repeat(1_000_000)),
        whole.replacen(
            "\"Forum\"",
            &format!("Some({}", "Some(".repeat(1_000_000)),
            1,
        ),
        format!("(format: {}", "9".repeat(1_000_000)),
        format!("(format: 1, event: \"{}", "\\u{41}".repeat(1_000_000)),
        format!("(format: 1, event: r{}\"", "#".repeat(1_000_000)),
        "/*".repeat(1_000_000),
    ] {
        let error = from_ron(&text, Path::new("event.ron")).unwrap_err();
        let is_told = matches!(
            error,
            StoreError::Malformed { .. } | StoreError::Newer { .. }
        );
        assert!(is_told, "{error:?}");
        for tongue in Tongue::ALL {
            let sentence = error.sentence(Words::new(tongue));
            assert!(
                sentence.contains("event.ron") && sentence.len() < 1_000,
                "{sentence:.200}"
            );
        }
    }
}

#[test]
fn an_event_has_no_more_items_than_the_limit() {
    let room = |n: usize| {
        let id = uuid::Uuid::from_u128(n as u128 + 1);
        format!("(id: \"{id}\", name: {{\"en\": \"R\"}}),\n")
    };
    let whole = to_ron(&runsheet::model::Event::empty(
        runsheet::model::EventId::new(),
    ));
    let many: String = (0..=limits::event::ITEMS).map(room).collect();
    assert!(whole.contains("rooms: []"), "{whole}");
    let text = whole.replace("rooms: []", &format!("rooms: [{many}]"));
    let error = from_ron(&text, Path::new("event.ron")).unwrap_err();
    assert!(matches!(error, StoreError::TooMany { .. }), "{error:?}");
    for tongue in Tongue::ALL {
        let sentence = error.sentence(Words::new(tongue));
        assert!(
            sentence.contains("event.ron") && sentence.contains("100000"),
            "{sentence}"
        );
    }
}

#[test]
fn packed_files_with_a_million_parts_or_gigabytes_are_refused() {
    let many = packed((0..=limits::exchange::PARTS).map(|n| (format!("{n}.xml"), Vec::new())));
    for name in ["x.xlsx", "x.ods"] {
        let error = content(name, many.clone()).unwrap_err();
        assert_eq!(error, ExchangeError::TooManyParts(name.into()));
        says(&error, &[name, "2000"]);
        let zeros = vec![b' '; 64 << 20];
        let bomb = packed((0..4).map(|n| (format!("{n}.xml"), zeros.clone())));
        assert!(bomb.len() < 1 << 20);
        let error = content(name, bomb).unwrap_err();
        assert_eq!(error, ExchangeError::UnpacksTooLarge(name.into()));
        says(&error, &[name, "192"]);
    }
}

#[test]
fn no_entity_is_taken_from_anywhere() {
    let laughs = "<!DOCTYPE s [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>";
    let outside = "<!DOCTYPE s [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>";
    for kind in [laughs, outside] {
        let xml = format!(
            "<?xml version=\"1.0\"?>{kind}<schedule><conference>&b;</conference></schedule>"
        );
        let error = content("s.xml", xml.into_bytes()).unwrap_err();
        assert_eq!(error, ExchangeError::Entities("s.xml".into()));
        says(&error, &["s.xml"]);
        let ods = format!(
            "<?xml version=\"1.0\"?>{kind}<office:document-content><office:body><office:spreadsheet>\
             <table:table table:name=\"a\"><table:table-row><table:table-cell office:value-type=\"string\">\
             <text:p>&b;</text:p></table:table-cell></table:table-row></table:table>\
             </office:spreadsheet></office:body></office:document-content>"
        );
        let mime = b"application/vnd.oasis.opendocument.spreadsheet".to_vec();
        let ods = packed([
            ("mimetype".into(), mime),
            ("content.xml".into(), ods.into_bytes()),
        ]);
        let read = content("t.ods", ods);
        assert!(!format!("{read:?}").contains("root:"), "{read:?}");
        assert!(!format!("{read:?}").contains("haha"), "{read:?}");
    }
}

#[test]
fn schedules_are_not_deep() {
    for (name, text) in [
        (
            "s.json",
            "[".repeat(1_000_000).replacen('[', "{\"schedule\":", 1),
        ),
        ("s.json", "{\"a\":".repeat(1_000_000)),
        ("s.xml", "<schedule>".repeat(1_000_000)),
    ] {
        let error = content(name, text.into_bytes()).unwrap_err();
        assert_eq!(error, ExchangeError::TooDeep(name.into()));
        says(&error, &[name, "64"]);
    }
}

#[test]
fn a_table_of_one_line_is_read_within_the_limits() {
    let line = "x".repeat(100 << 20);
    let read = content("t.csv", line.into_bytes());
    assert!(read.is_ok(), "one cell, cut");
    let wide = "x,".repeat(limits::exchange::COLUMNS + 1);
    let error = content("t.csv", wide.into_bytes()).unwrap_err();
    assert_eq!(error, ExchangeError::TooManyCells("t.csv".into()));
}

#[test]
fn pictures_that_say_they_are_huge_are_refused_before_they_are_decoded() {
    let temp = tempfile::tempdir().unwrap();
    let mut small = std::io::Cursor::new(Vec::new());
    image::RgbImage::new(4, 4)
        .write_to(&mut small, image::ImageFormat::Png)
        .unwrap();
    let mut png = small.into_inner();
    png[16..20].copy_from_slice(&60_000_u32.to_be_bytes());
    png[20..24].copy_from_slice(&60_000_u32.to_be_bytes());
    let crc = crc(&png[12..29]);
    png[29..33].copy_from_slice(&crc.to_be_bytes());
    let gif =
        b"GIF89a\xff\xff\xff\xff\x80\0\0\0\0\0\0\0\0,\0\0\0\0\xff\xff\xff\xff\0\x02\x02D\x01\0;"
            .to_vec();
    for (name, bytes) in [("a.png", png), ("a.gif", gif)] {
        let path = temp.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        for error in [
            photo::look(&path).unwrap_err(),
            photo::thumbnail(&path, 64).unwrap_err(),
            photo::for_paper(&path, &photo_in(&path), 64).unwrap_err(),
        ] {
            let is_told = matches!(
                error,
                PhotoError::TooManyPixels { .. } | PhotoError::TooHeavy(_)
            );
            assert!(is_told, "{name}: {error:?}");
        }
    }
}

/// The check sum of a chunk of a PNG.
pub fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0_u32, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            if crc & 1 == 1 {
                crc >> 1 ^ 0xedb8_8320
            } else {
                crc >> 1
            }
        })
    })
}

#[test]
fn thousands_at_one_moment_or_in_a_row_are_planned_once() {
    // Ten thousand sessions of one person: what costs in their square would take minutes.
    let mut event = event_of(&["Forum"]);
    let first = event.sessions.at(0).unwrap().as_ref().clone();
    let copies = (0..10_000_u128).map(|n| {
        let mut session = first.clone();
        session.id = SessionId::from_uuid(uuid::Uuid::from_u128(n + 9));
        Edit::from(session)
    });
    let copies = Edit::Batch(BatchName::Restore, copies.collect());
    event.apply(&copies).unwrap();
    let plan = Plan::of(&event);
    assert!(plan.problems.len() < 300_000);
}
