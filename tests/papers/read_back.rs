//! What is printed is read back, in order, by a program and by people who cannot see it.

use runsheet::{
    model::{Clearance, Edit, Event, fingerprint},
    print::Paper,
    words::{Tongue, Words},
};

use super::{
    print, reads, squeezed,
    symposium::{both, symposium},
    typeset,
};

#[test]
fn a_programme_is_read_in_order_in_english() {
    let text = print(&symposium(), Paper::Programme, "en").text();
    reads(
        &text,
        &[
            "Programme",
            "Regional Talent Symposium",
            "Regions together, talent first",
            "June 3, 2025 (Tuesday)",
            "Convention Centre, Wan Chai",
            "Hong Kong Talent Engage",
            "9am – 9:30am",
            "Registration",
            "9:32am – 9:42am",
            "Welcome remarks",
            "Mr Chan Kwok-ki, GBS",
            "Chief Secretary for Administration, Hong Kong SAR Government",
            "Higher education and the talent of the region",
            "How universities can train people",
            "Professor Richard Wong, SBS, JP",
            "Moderator",
            "Mr Chris Sun, JP",
            "Panellists",
            "Mr Zhang Ruobing",
            "Representative of Tsinghua University",
            "Signing ceremony",
            "Witness",
            "Memorandum of Understanding",
            "Mr Anthony Lau",
            "Ms Liang Ke",
            "Participating organisations",
            "Nine Mainland cities of the Greater Bay Area",
            "What comes next",
            "Global Talent Summit",
        ],
    );
}

#[test]
fn a_programme_is_read_in_order_in_chinese() {
    let text = print(&symposium(), Paper::Programme, "zh-Hant").text();
    reads(
        &text,
        &[
            "程序表",
            "區域人才研討會",
            "2025年6月3日(星期二)",
            "灣仔會議中心",
            "上午9時32分至上午9時42分",
            "致歡迎辭",
            "陳國基先生（GBS）",
            "香港特別行政區政府政務司司長",
            "高等教育與區域人才",
            "Professor Richard Wong",
            "清華大學代表",
            "簽署儀式",
            "人才服務合作備忘錄",
            "參加機構",
        ],
    );
}

#[test]
fn two_languages_stand_beside_each_other_piece_by_piece() {
    let text = print(&symposium(), Paper::Programme, "en+zh-Hant").text();
    reads(
        &text,
        &[
            "Regional Talent Symposium",
            "區域人才研討會",
            "Welcome remarks",
            "致歡迎辭",
            "Mr Chan Kwok-ki, GBS",
            "陳國基先生（GBS）",
            "Research across borders",
            "Closing remarks",
            "總結發言",
        ],
    );
    assert_eq!(
        text.matches("Researchacrossborders").count(),
        1,
        "not said twice"
    );
}

#[test]
fn guests_never_read_what_is_for_staff() {
    let text = print(&symposium(), Paper::Programme, "en+zh-Hant").text();
    for secret in [
        "Sound check",
        "MC opens",
        "holding slide",
        "SEO",
        "9123",
        "lectern",
        "追光",
        "chair 1",
    ] {
        assert!(!text.contains(&squeezed(secret)), "{secret}");
    }
}

#[test]
fn a_run_of_show_is_read_row_by_row() {
    let event = symposium();
    let reading = print(&event, Paper::RunOfShow, "en");
    reads(
        &reading.text(),
        &[
            "Run-of-show",
            "Regional Talent Symposium",
            "Time",
            "Cues",
            "09:10",
            "Sound check with interpreters",
            "Hotline 9123 4567",
            "09:32",
            "09:42",
            "Welcome remarks",
            "Mr CHAN Kwok-ki, GBS",
            "front row, seat 1",
            "AV slide 3",
            "SEO",
            "09:32:30",
            "Guest proceeds to the lectern",
            "Lighting follow",
            "7:42",
            "12:39",
        ],
    );
    let pages = u32::try_from(reading.pages()).unwrap();
    for page in 1..=pages {
        let text = reading.page(page);
        for expected in [
            format!("Page {page} of {pages}"),
            format!("Draft · {}", fingerprint(&event)),
            "Restricted".to_owned(),
            "Regional Talent Symposium".to_owned(),
            "June 3, 2025".to_owned(),
            "Officer and remarks".to_owned(),
        ] {
            assert!(
                text.contains(&squeezed(&expected)),
                "page {page}: {expected}"
            );
        }
    }
}

#[test]
fn a_photo_sheet_shows_what_may_go_out_and_describes_every_picture() {
    let mut event = symposium();
    let mut held = event.photos.at(0).unwrap().as_ref().clone();
    held.clearance = Clearance::HeldBack;
    event.apply(&Edit::from(held)).unwrap();
    let reading = print(&event, Paper::PhotoSheet, "en+zh-Hant");
    let text = reading.text();
    reads(
        &text,
        &[
            "A keynote speaker",
            "IMG 1",
            "The first panel",
            "圖示首場專題討論",
            "Information Services",
            "圖示簽署儀式",
            "Picture not available",
            "No caption yet",
        ],
    );
    assert!(!text.contains("ChiefSecretary(left)"), "held back");
    // Of the four that remain, one has no file and one is cut short.
    let alternatives = reading.alternatives();
    assert_eq!(alternatives.len(), 2, "{alternatives:?}");
    assert!(
        alternatives
            .iter()
            .any(|text| text.starts_with("A keynote speaker"))
    );
}

#[test]
fn a_name_list_goes_by_delegation_and_precedence() {
    let text = print(&symposium(), Paper::NameList, "en").text();
    reads(
        &text,
        &[
            "48 people in all, 9 named",
            "Hong Kong SAR Government",
            "9 people",
            "1",
            "Mr CHAN Kwok-ki, GBS",
            "Accepted",
            "Mr Chris SUN, JP",
            "and 6 more, not named",
            "Beijing",
            "Mr ZHANG Ruobing",
            "Other guests",
            "Mr YU Jiadong",
        ],
    );
}

#[test]
fn every_pdf_is_accessible_archivable_and_findable() {
    let event = symposium();
    for paper in Paper::ALL {
        for (languages, tag) in [
            ("en", "en"),
            ("zh-Hant", "zh-HK"),
            ("zh-Hans", "zh-CN"),
            ("zh-Hant+en", "zh-HK"),
        ] {
            let reading = print(&event, paper, languages);
            let context = format!("{} {languages}", paper.key());
            assert!(reading.is_tagged(), "{context}");
            let metadata = reading.metadata();
            assert!(metadata.contains("pdfuaid:part"), "{context}: {metadata}");
            assert!(metadata.contains("pdfaid:part"), "{context}: {metadata}");
            assert_eq!(reading.language(), tag, "{context}");
            let words = Words::new(Tongue::for_readers_of(
                &languages.split('+').next().unwrap().parse().unwrap(),
            ));
            assert!(
                reading.title().contains(&paper.name(words)),
                "{context}: {}",
                reading.title()
            );
            let fonts = reading.fonts();
            assert!(
                !fonts.is_empty() && fonts.iter().all(|(_, embedded)| *embedded),
                "{context}: {fonts:?}"
            );
            assert!(!reading.bookmarks().is_empty(), "{context}");
        }
    }
    let tags = print(&event, Paper::RunOfShow, "en").tags();
    for tag in ["Table", "TR", "TH", "TD", "H1"] {
        assert!(tags.contains_key(tag), "{tag} in {tags:?}");
    }
    let bookmarks = print(&event, Paper::Programme, "en").bookmarks();
    assert!(
        bookmarks.iter().any(|title| title == "Welcome remarks"),
        "{bookmarks:?}"
    );
}

#[test]
fn the_same_event_gives_the_same_bytes_and_another_does_not() {
    let event = symposium();
    for paper in Paper::ALL {
        let pdf = |event: &Event, languages| typeset(event, paper, languages).pdf().unwrap();
        let first = pdf(&event, "en+zh-Hant");
        assert!(
            first == pdf(&event.clone(), "en+zh-Hant"),
            "{}",
            paper.key()
        );
        assert!(first != pdf(&event, "zh-Hant+en"), "{}", paper.key());
        let mut other = event.clone();
        other.details.title = both("Another symposium", "另一研討會");
        assert!(first != pdf(&other, "en+zh-Hant"), "{}", paper.key());
        assert_ne!(fingerprint(&event), fingerprint(&other));
    }
}
