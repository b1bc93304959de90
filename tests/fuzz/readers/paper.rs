//! What templates get: an event with whatever somebody typed in each of its fields, set as a paper.

use std::sync::Arc;

use runsheet::{
    model::{Event, Issue, Lang, Photo, Standing, Text, fingerprint},
    plan::Plan,
    print::{HouseTemplates, Job, Paper, Pictures, Since, Typesetter},
};

use super::held;

/// No picture can be read.
struct Blind;

impl Pictures for Blind {
    fn picture(&self, _: &Photo, _: u32) -> Option<Arc<Vec<u8>>> {
        None
    }
}

/// The languages of a paper.
const LANGUAGES: [&[&str]; 4] = [
    &["en"],
    &["zh-Hant", "en"],
    &["zh-Hans"],
    &["pt", "zh-Hant"],
];

/// The first byte says which paper, the second in which languages; then what is typed, one text after the other, with
/// the separator of units between them.
pub fn paper(bytes: &[u8]) {
    let [paper, languages, typed @ ..] = bytes else {
        return;
    };
    let typed = String::from_utf8_lossy(typed);
    let before = held::day();
    let after = written(&before, &mut typed.split('\u{1f}').cycle());
    held::event(&after);
    let plan = Arc::new(Plan::of(&after));
    let since = Since {
        issue: Issue {
            number: 1,
            formerly: None,
            issued: jiff::Timestamp::UNIX_EPOCH.to_zoned(jiff::tz::TimeZone::UTC),
            note: typed.chars().take(100).collect(),
            fingerprint: fingerprint(&before),
            program: String::new(),
        },
        plan: Arc::new(Plan::of(&before)),
        event: Arc::new(before),
    };
    let paper = Paper::ALL[usize::from(*paper) % Paper::ALL.len()];
    let languages = LANGUAGES[usize::from(*languages) % LANGUAGES.len()];
    let job = Job {
        event: Arc::new(after),
        plan,
        paper,
        languages: languages
            .iter()
            .filter_map(|tag| tag.parse().ok())
            .collect(),
        standing: Standing::DraftAfter(1),
        since: matches!(paper, Paper::Changes | Paper::RunOfShow).then_some(since),
        house: HouseTemplates::default(),
        pictures: Arc::new(Blind),
    };
    let pages = Typesetter::new().typeset(&job);
    let pages = pages.unwrap_or_else(|error| panic!("{error}"));
    assert!(pages.count() > 0);
    for page in 0..pages.count() {
        let (width, height) = pages.size(page);
        for spot in pages.spots(page) {
            assert!(
                spot.rect.left >= 0.0
                    && spot.rect.top >= 0.0
                    && spot.rect.right <= width
                    && spot.rect.bottom <= height,
                "{spot:?}"
            );
        }
    }
    pages.pdf().unwrap_or_else(|error| panic!("{error}"));
}

/// The event with these texts in its fields, one in each.
fn written<'a>(event: &Event, texts: &mut impl Iterator<Item = &'a str>) -> Event {
    let mut next = || texts.next().unwrap_or_default().to_owned();
    let both = |next: &mut dyn FnMut() -> String| -> Text {
        Text::en(next()).with(&Lang::ZH_HANT, next())
    };
    let mut event = event.clone();
    event.details.title = both(&mut next);
    event.details.venue = both(&mut next);
    let mut sessions: Vec<_> = event.sessions.iter().map(|one| (**one).clone()).collect();
    for session in &mut sessions {
        session.title = both(&mut next);
        session.summary = both(&mut next);
        session.remarks = next();
        session.officer = next();
        for one in &mut session.people {
            one.position = next();
        }
        for step in &mut session.steps {
            step.text = both(&mut next);
            for cue in &mut step.cues {
                cue.text = both(&mut next);
            }
        }
    }
    event.sessions = sessions.into_iter().collect();
    let mut people: Vec<_> = event
        .participants
        .iter()
        .map(|one| (**one).clone())
        .collect();
    for person in &mut people {
        let mut name = person.name.get(&Lang::EN).cloned().unwrap_or_default();
        name.family = next();
        name.given = next();
        person.name.set(&Lang::EN, name);
        person.post = both(&mut next);
        person.biography = both(&mut next);
    }
    event.participants = people.into_iter().collect();
    let mut rooms: Vec<_> = event.rooms.iter().map(|one| (**one).clone()).collect();
    for room in &mut rooms {
        room.name = both(&mut next);
    }
    event.rooms = rooms.into_iter().collect();
    let mut teams: Vec<_> = event.teams.iter().map(|one| (**one).clone()).collect();
    for team in &mut teams {
        team.name = both(&mut next);
    }
    event.teams = teams.into_iter().collect();
    let mut bodies: Vec<_> = event
        .organisations
        .iter()
        .map(|one| (**one).clone())
        .collect();
    for body in &mut bodies {
        body.name = both(&mut next);
    }
    event.organisations = bodies.into_iter().collect();
    let mut photos: Vec<_> = event.photos.iter().map(|one| (**one).clone()).collect();
    for photo in &mut photos {
        photo.caption = both(&mut next);
        photo.credit = both(&mut next);
        photo.alternative = both(&mut next);
    }
    event.photos = photos.into_iter().collect();
    event
}
