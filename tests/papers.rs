//! Papers: what is printed can be read back, by programs and by people who cannot see it.

mod reading;
mod symposium;

use std::{io::Cursor, sync::Arc};

use proptest::prelude::*;
use runsheet::{
    model::{
        Clearance, Details, Edit, Event, EventId, FileName, ItemId, Lang, Length, Session,
        SessionKind, Start, Text, Who,
    },
    plan::Plan,
    print::{HouseTemplates, Job, Pages, Paper, Pictures, PrintError, Typesetter, fingerprint},
    words::{Tongue, Words},
};

use reading::{Reading, squeezed};
use symposium::{both, symposium};

/// Pictures of one colour; of some files there is none.
struct Drawn;

impl Pictures for Drawn {
    fn picture(&self, file: &FileName, max_edge: u32) -> Option<Arc<Vec<u8>>> {
        if file.as_str().starts_with("IMG 4") {
            return None;
        }
        let cut_short = file.as_str().starts_with("IMG 3");
        let mut bytes = Cursor::new(Vec::new());
        let picture = image::RgbImage::from_fn(max_edge, max_edge / 2, |x, y| {
            image::Rgb([(x % 251) as u8, (y % 241) as u8, (x * y % 239) as u8])
        });
        let format = if cut_short {
            image::ImageFormat::Png
        } else {
            image::ImageFormat::Jpeg
        };
        picture.write_to(&mut bytes, format).ok()?;
        let mut bytes = bytes.into_inner();
        if cut_short {
            bytes.truncate(bytes.len() / 2);
        }
        Some(Arc::new(bytes))
    }
}

fn job(event: &Event, paper: Paper, languages: &str) -> Job {
    Job {
        plan: Arc::new(Plan::of(event)),
        event: Arc::new(event.clone()),
        paper,
        languages: languages
            .split('+')
            .map(|tag| tag.parse().unwrap())
            .collect(),
        house: HouseTemplates::default(),
        pictures: Arc::new(Drawn),
    }
}

fn typeset(event: &Event, paper: Paper, languages: &str) -> Pages {
    Typesetter::new()
        .typeset(&job(event, paper, languages))
        .unwrap()
}

fn print(event: &Event, paper: Paper, languages: &str) -> Reading {
    Reading::of(&typeset(event, paper, languages).pdf().unwrap())
}

/// The text must hold these, one after the other.
#[track_caller]
fn reads(text: &str, expected: &[&str]) {
    let mut rest = text;
    for phrase in expected {
        let phrase = squeezed(phrase);
        let Some(at) = rest.find(&phrase) else {
            panic!("‘{phrase}’ is missing, or stands too early, in: {text}");
        };
        rest = &rest[at + phrase.len()..];
    }
}

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

#[test]
fn an_event_without_anything_says_so_in_every_paper() {
    let event = Event::empty(EventId::new());
    for (paper, expected) in [
        (Paper::Programme, "No sessions have been announced yet."),
        (Paper::RunOfShow, "No sessions have been announced yet."),
        (Paper::PhotoSheet, "There are no photos to go out yet."),
        (Paper::NameList, "Nobody is on the list yet."),
    ] {
        let reading = print(&event, paper, "en+zh-Hant+pt");
        reads(&reading.text(), &["Untitled event", expected]);
    }
}

#[test]
fn nothing_typed_is_markup() {
    const TYPED: &str =
        r#"#panic("x") *b* _i_ $x^2$ "q" \ <l> @r `c` = h // c /* d */ ]#[ ~ -- ..."#;
    let mut event = symposium();
    let text = Text::en(TYPED).with(&Lang::ZH_HANT, TYPED);
    event.details.title = text.clone();
    let mut session = event.sessions.at(3).unwrap().as_ref().clone();
    session.title = text.clone();
    session.summary = text.clone();
    session.remarks = TYPED.into();
    session.officer = TYPED.into();
    session.people[0].position = TYPED.into();
    session.steps[0].text = text.clone();
    session.steps[0].cues[0].text = text.clone();
    event.apply(&Edit::from(session)).unwrap();
    let mut photo = event.photos.at(0).unwrap().as_ref().clone();
    photo.caption = text.clone();
    photo.credit = text;
    event.apply(&Edit::from(photo)).unwrap();
    for (paper, least) in [
        (Paper::Programme, 6),
        (Paper::RunOfShow, 9),
        (Paper::PhotoSheet, 4),
        (Paper::NameList, 1),
    ] {
        let text = print(&event, paper, "en+zh-Hant").text();
        let found = text.matches(&squeezed(TYPED)).count();
        assert!(found >= least, "{}: {found} in {text}", paper.key());
    }
}

#[test]
fn very_long_texts_stay_whole_and_on_the_page() {
    let long = "A title that goes on and on ".repeat(360);
    let endless = "x".repeat(10_000);
    let chinese = "人才匯聚".repeat(2_500);
    for (typed, languages) in [
        (&long, "en"),
        (&endless, "en"),
        (&chinese, "zh-Hant"),
        (&long, "en+zh-Hant"),
    ] {
        let mut event = symposium();
        event.details.title = both(typed, &chinese);
        let mut session = event.sessions.at(3).unwrap().as_ref().clone();
        session.title = both(typed, &chinese);
        session.steps[1].text = both(typed, &chinese);
        event.apply(&Edit::from(session)).unwrap();
        let mut photo = event.photos.at(0).unwrap().as_ref().clone();
        photo.caption = both(typed, &chinese);
        event.apply(&Edit::from(photo)).unwrap();
        for paper in Paper::ALL {
            let pages = typeset(&event, paper, languages);
            let text = Reading::of(&pages.pdf().unwrap()).text();
            let letters = |text: &str| text.chars().filter(|c| "人才匯聚onx".contains(*c)).count();
            let copies = match paper {
                Paper::Programme | Paper::PhotoSheet => 2,
                Paper::RunOfShow => 3,
                Paper::NameList => 1,
            };
            assert!(
                letters(&text) >= copies * letters(typed),
                "{} {languages}",
                paper.key()
            );
            for page in 0..pages.count() {
                let (width, height) = pages.size(page);
                for spot in pages.spots(page) {
                    assert!(
                        spot.rect.right <= width && spot.rect.bottom <= height,
                        "{} {languages} page {page}: {spot:?}",
                        paper.key()
                    );
                }
            }
        }
    }
}

#[test]
fn six_hundred_sessions_are_set() {
    let mut event = symposium();
    let model = event.sessions.at(5).unwrap().as_ref().clone();
    let mut sessions: Vec<Session> = Vec::new();
    for number in 0..600 {
        let mut session = Session::new(SessionKind::Keynote, model.day);
        session.people.clone_from(&model.people);
        session.title = both(&format!("Talk {number}"), &format!("第{number}講"));
        session.length = Length::minutes(1).unwrap();
        sessions.push(session);
    }
    event.sessions = sessions.into_iter().collect();
    let text = print(&event, Paper::Programme, "en+zh-Hant").text();
    reads(
        &text,
        &[
            "Talk 0",
            "第0講",
            "Talk 299",
            "第299講",
            "Talk 599",
            "第599講",
        ],
    );
    reads(
        &print(&event, Paper::RunOfShow, "en").text(),
        &["Talk 0", "Talk 599"],
    );
}

#[test]
fn a_mistake_in_a_house_template_is_shown_with_file_and_line() {
    let mistakes = [
        ("programme.typ", "#let x = 1\n\n  #nonsense\n", 3, 4),
        (
            "programme.typ",
            "#import \"house.typ\": *\n#let x = (1\n",
            2,
            0,
        ),
        (
            "house.typ",
            "#let data = json(\"data.json\")\n#data.nothing\n",
            2,
            0,
        ),
        ("programme.typ", "Text\n#read(\"/etc/passwd\")\n", 2, 0),
        (
            "programme.typ",
            "#import \"house.typ\": *\n\n#say(0, (text: 1))\n",
            3,
            0,
        ),
    ];
    for (name, source, line, column) in mistakes {
        let mut job = job(&symposium(), Paper::Programme, "en");
        job.house = HouseTemplates::of("/events/Forum/papers").with(name, source);
        let error = Typesetter::new().typeset(&job).unwrap_err();
        let PrintError::Template {
            file,
            line: found,
            column: at,
            message,
        } = &error
        else {
            panic!("{source}: {error}");
        };
        assert!(
            file.ends_with(name) && file.starts_with("/events/Forum"),
            "{source}: {error}"
        );
        assert_eq!(*found, line, "{source}: {error}");
        assert!(column == 0 || *at == column, "{source}: {error}");
        assert!(!message.is_empty());
        for tongue in Tongue::ALL {
            let sentence = error.sentence(Words::new(tongue));
            assert!(
                sentence.contains(name) && sentence.contains(&line.to_string()),
                "{sentence}"
            );
        }
    }
}

#[test]
fn a_house_template_takes_the_place_of_the_built_in_one() {
    let mut job = job(&symposium(), Paper::Programme, "en");
    job.house = HouseTemplates::of("papers").with(
        "programme.typ",
        "#import \"house.typ\": *\n#show: paper\n#heading(level: 1)[Ours: #inline(data.event.title)]\n",
    );
    let pages = Typesetter::new().typeset(&job).unwrap();
    let text = Reading::of(&pages.pdf().unwrap()).text();
    reads(&text, &["Ours:", "Regional Talent Symposium"]);
    job.paper = Paper::NameList;
    let others = Typesetter::new().typeset(&job).unwrap();
    assert!(!Reading::of(&others.pdf().unwrap()).text().contains("Ours"));
}

#[test]
fn a_picture_without_a_description_in_a_house_template_is_told_not_printed() {
    let mut job = job(&symposium(), Paper::PhotoSheet, "en");
    job.house = HouseTemplates::of("papers").with(
        "photo-sheet.typ",
        "#import \"house.typ\": *\n#show: paper\n= Photos\n#image(read(data.body.photos.first().picture, encoding: none))\n",
    );
    let pages = Typesetter::new().typeset(&job).unwrap();
    let error = pages.pdf().unwrap_err();
    assert!(
        matches!(&error, PrintError::Pdf { message } if message.contains("alt text")),
        "{error}"
    );
}

#[test]
fn no_language_is_a_clear_mistake() {
    let mut job = job(&symposium(), Paper::Programme, "en");
    job.languages.clear();
    assert_eq!(
        Typesetter::new().typeset(&job).unwrap_err(),
        PrintError::NoLanguage
    );
}

#[test]
fn a_click_on_a_line_finds_its_item() {
    let event = symposium();
    let pages = typeset(&event, Paper::RunOfShow, "en");
    let session = event.sessions.at(3).unwrap();
    let found = (0..pages.count()).find_map(|page| {
        let spot = pages
            .spots(page)
            .iter()
            .find(|spot| spot.item == ItemId::Session(session.id))?;
        Some((page, *spot))
    });
    let (page, spot) = found.expect("the welcome remarks are somewhere");
    let (width, _) = pages.size(page);
    assert!(
        spot.rect.right - spot.rect.left > width * 0.7,
        "the whole row: {spot:?}"
    );
    let middle = (spot.rect.top + spot.rect.bottom) / 2.0;
    assert_eq!(pages.spot_at(page, width / 2.0, middle), Some(spot.item));
    assert_eq!(pages.spot_at(page, 1.0, 1.0), None);

    let programme = typeset(&event, Paper::Programme, "en+zh-Hant");
    let items: Vec<ItemId> = (0..programme.count())
        .flat_map(|page| programme.spots(page).iter().map(|spot| spot.item))
        .collect();
    for session in &event.sessions {
        let shown = items.contains(&session.id.into());
        assert_eq!(shown, session.audience == runsheet::model::Audience::Guests);
    }
    for appearance in &event.sessions.at(8).unwrap().people {
        if let Who::Person(person) = appearance.who {
            assert!(items.contains(&person.into()));
        }
    }
    for agreement in &event.agreements {
        assert!(items.contains(&agreement.id.into()));
    }
}

#[test]
fn only_the_pages_that_changed_are_new() {
    let event = symposium();
    let before = typeset(&event, Paper::RunOfShow, "en");
    assert!(before.count() > 1);
    let again = typeset(&event, Paper::RunOfShow, "en");
    assert!((0..before.count()).all(|page| before.is_same_page(page, &again)));

    let before = typeset(&event, Paper::Programme, "en");
    let mut changed = event;
    let mut last = changed.sessions.at(11).unwrap().as_ref().clone();
    last.title = Text::en("Closing words");
    changed.apply(&Edit::from(last)).unwrap();
    let after = typeset(&changed, Paper::Programme, "en");
    assert!(before.is_same_page(0, &after), "the cover is as it was");
    let same = (0..before.count())
        .filter(|page| before.is_same_page(*page, &after))
        .count();
    assert!(same < before.count());
    assert!(!before.is_same_page(99, &after));
}

#[test]
fn a_page_is_drawn_at_the_scale_that_is_asked_for() {
    let pages = typeset(&symposium(), Paper::RunOfShow, "zh-Hant");
    let picture = pages.render(0, 1.5);
    let (width, height) = pages.size(0);
    assert_eq!(
        picture.dimensions(),
        ((width * 1.5).round() as u32, (height * 1.5).round() as u32)
    );
    let red = picture
        .pixels()
        .filter(|p| p.0[0] > 100 && p.0[1] < 60 && p.0[2] < 80)
        .count();
    assert!(red > 200, "the accent is there: {red}");
    assert!(picture.pixels().all(|pixel| pixel.0[3] == 255));
    for scale in [0.0, -1.0, f32::NAN, f32::INFINITY, 1e-9] {
        assert!(pages.render(0, scale).width() > 0);
    }
    assert_eq!(pages.render(99, 1.0).dimensions(), (1, 1));
}

#[test]
fn a_day_past_midnight_and_the_ends_of_the_calendar_are_set() {
    let mut event = symposium();
    for (day, time) in [("9999-12-31", "23:59:59"), ("-009999-01-01", "00:00:00")] {
        let mut session = Session::new(SessionKind::Meal, day.parse().unwrap());
        session.start = Start::Fixed(time.parse().unwrap());
        event.details.days.insert(session.day);
        event.apply(&Edit::from(session)).unwrap();
    }
    for paper in Paper::ALL {
        assert!(print(&event, paper, "en+zh-Hant").pages() > 0);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn any_text_can_be_printed(typed in any::<String>(), chinese in "\\PC{0,40}") {
        let mut event = symposium();
        event.details = Details { title: both(&typed, &chinese), theme: both(&chinese, &typed), ..event.details };
        let mut session = event.sessions.at(3).unwrap().as_ref().clone();
        session.title = both(&chinese, &typed);
        session.summary = both(&typed, &chinese);
        session.remarks = typed.clone();
        session.steps[0].text = both(&typed, &typed);
        event.apply(&Edit::from(session)).unwrap();
        let mut photo = event.photos.at(0).unwrap().as_ref().clone();
        photo.alternative = both(&typed, &chinese);
        event.apply(&Edit::from(photo)).unwrap();
        for paper in Paper::ALL {
            let pages = typeset(&event, paper, "en+zh-Hant");
            prop_assert!(pages.pdf().is_ok(), "{:?}", pages.pdf().err());
        }
    }
}
