//! Papers: what is printed can be read back, by programs and by people who cannot see it.

mod bad_input;
mod chunks;
mod drawings;
mod guests;
mod house;
mod people;
mod preview;
mod read_back;
mod reading;
mod symposium;
mod without_house;

use std::{
    collections::BTreeMap,
    io::Cursor,
    sync::{Arc, Mutex},
};

use runsheet::{
    model::{Event, Issue, Photo, Standing, fingerprint},
    plan::Plan,
    print::{HouseTemplates, Job, Pages, Paper, Pictures, Since, Typesetter},
};

use reading::{Reading, squeezed};

/// What was drawn, by its size and whether it is cut short.
type Known = BTreeMap<(u32, bool), Arc<Vec<u8>>>;

/// Pictures that are drawn, alike in every paper; of some files there is none.
struct Drawn;

impl Pictures for Drawn {
    fn picture(&self, photo: &Photo, max_edge: u32) -> Option<Arc<Vec<u8>>> {
        static KNOWN: Mutex<Known> = Mutex::new(Known::new());
        let file = &photo.file;
        if file.as_str().starts_with("IMG 4") {
            return None;
        }
        let is_cut_short = file.as_str().starts_with("IMG 3");
        let mut known = KNOWN.lock().unwrap();
        let picture = known.entry((max_edge, is_cut_short));
        Some(Arc::clone(
            picture.or_insert_with(|| Arc::new(drawn(max_edge, is_cut_short))),
        ))
    }
}

fn drawn(max_edge: u32, is_cut_short: bool) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    let picture = image::RgbImage::from_fn(max_edge, max_edge / 2, |x, y| {
        image::Rgb([(x % 251) as u8, (y % 241) as u8, (x * y % 239) as u8])
    });
    let format = if is_cut_short {
        image::ImageFormat::Png
    } else {
        image::ImageFormat::Jpeg
    };
    picture.write_to(&mut bytes, format).unwrap();
    let mut bytes = bytes.into_inner();
    if is_cut_short {
        bytes.truncate(bytes.len() / 2);
    }
    bytes
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
        standing: Standing::Draft,
        since: (paper == Paper::Changes).then(before),
        house: HouseTemplates::default(),
        pictures: Arc::new(Drawn),
    }
}

/// The event as it was in its first version, with which the list of changes compares.
fn before() -> Since {
    let event = symposium::symposium();
    Since {
        issue: Issue {
            number: 1,
            formerly: None,
            issued: "2025-06-02T18:05:00+08:00[Asia/Hong_Kong]".parse().unwrap(),
            note: String::new(),
            fingerprint: fingerprint(&event),
            program: "0.1.0".into(),
        },
        plan: Arc::new(Plan::of(&event)),
        event: Arc::new(event),
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

/// The text of a paper, without any white space.
pub fn text_of(event: &Event, paper: Paper, languages: &str) -> String {
    print(event, paper, languages).text()
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
