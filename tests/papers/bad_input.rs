//! Nothing, too much, and what nobody would type.

use proptest::prelude::*;
use runsheet::{
    model::{Details, Edit, Event, EventId, Lang, Length, Session, SessionKind, Start, Text},
    print::Paper,
};

use super::{
    Reading, print, reads, squeezed,
    symposium::{both, symposium},
    typeset,
};

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
                Paper::Programme | Paper::PhotoSheet | Paper::Changes => 2,
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
