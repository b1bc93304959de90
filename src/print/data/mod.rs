//! The data that a template gets: everything that the paper says, in each language, ready to be set.
//!
//! Templates decide how it looks; what is said, in which order and to whom is decided here.

mod changes;
mod name_list;
mod photo_sheet;
mod printable;
mod programme;
mod readers;
mod run_of_show;
mod since;

use std::collections::{BTreeMap, BTreeSet};

use jiff::{Timestamp, civil::Date, tz::TimeZone};
use serde::Serialize;

use super::{Job, Paper, Photos};
use crate::{
    model::{Details, Event, Issue, Standing, Text, fingerprint},
    words::Words,
};
use readers::{Language, Readers, Said, Texts};

/// Every fixed word that a template may say, by the end of its key in `papers.ftl`.
const LABELS: [&str; 40] = [
    "programme",
    "run-of-show",
    "photo-sheet",
    "name-list",
    "restricted",
    "staff",
    "theme",
    "hosted",
    "co-hosted",
    "date",
    "venue",
    "organisations",
    "next",
    "no-sessions",
    "no-photos",
    "no-people",
    "time",
    "minutes",
    "item",
    "people",
    "cues",
    "officer",
    "staff-only",
    "photo",
    "credit",
    "no-picture",
    "no-caption",
    "number",
    "name",
    "post",
    "attendance",
    "total",
    "witnessed",
    "changes",
    "the-event",
    "by-session",
    "by-person",
    "marked-since",
    "is-new",
    "is-gone",
];

/// What the typesetter needs to set one paper.
pub(super) struct Made {
    /// The data, as JSON.
    pub(super) json: Vec<u8>,
    /// The photos that the data names.
    pub(super) photos: Photos,
    /// What makes this document this one and no other.
    pub(super) identity: String,
    /// The day that the document is dated.
    pub(super) date: Date,
}

#[derive(Serialize)]
struct Sheet<'a> {
    paper: &'a str,
    languages: Vec<Language>,
    labels: Vec<BTreeMap<&'a str, String>>,
    document: Document,
    event: Head,
    version: Texts,
    page: Texts,
    body: Body,
}

/// What a reader of the file, not of the page, is told.
#[derive(Serialize)]
struct Document {
    title: String,
    author: String,
}

/// What is true of the event as a whole.
#[derive(Serialize)]
struct Head {
    title: Texts,
    theme: Texts,
    occasion: Texts,
    host: Texts,
    co_hosts: Vec<Texts>,
    dates: Vec<Texts>,
    venue: Texts,
    next: Texts,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Body {
    Programme(programme::Programme),
    RunOfShow(run_of_show::RunOfShow),
    PhotoSheet(photo_sheet::PhotoSheet),
    NameList(name_list::NameList),
    Changes(changes::ChangeList),
}

/// The data of a job.
pub(super) fn of(job: &Job) -> Made {
    let readers = Readers::of(&job.languages);
    let event = &*job.event;
    let mut photos = Photos::new();
    let body = match job.paper {
        Paper::Programme => Body::Programme(programme::of(job, &readers)),
        Paper::RunOfShow => Body::RunOfShow(run_of_show::of(job, &readers)),
        Paper::PhotoSheet => Body::PhotoSheet(photo_sheet::of(job, &readers, &mut photos)),
        Paper::NameList => Body::NameList(name_list::of(job, &readers)),
        Paper::Changes => Body::Changes(changes::of(job, &readers)),
    };
    let digits = match &job.standing {
        // A version keeps the digits with which it was issued, whatever fields an event has gained since.
        Standing::Version(Issue { fingerprint, .. }) => fingerprint.clone(),
        Standing::Draft | Standing::DraftAfter(_) => fingerprint(event),
    };
    let sheet = Sheet {
        paper: job.paper.key(),
        languages: readers
            .0
            .iter()
            .map(|reader| Language::of(&reader.lang))
            .collect(),
        labels: readers
            .0
            .iter()
            .map(|reader| labels(reader.words))
            .collect(),
        document: document(job, &readers),
        event: head(&event.details, &readers),
        version: readers.each(|reader| reader.words.version_line(&job.standing, &digits)),
        page: readers.each(|reader| {
            // The typesetter knows the numbers and puts them in.
            let values = [("page", "{page}".into()), ("pages", "{pages}".into())];
            reader.words.tf("paper-page", values)
        }),
        body,
    };
    // Plain structures of texts and numbers: JSON can always hold them.
    let json = serde_json::to_vec(&sheet).unwrap_or_default();
    let tags: Vec<_> = readers.0.iter().map(|reader| reader.lang.tag()).collect();
    let identity = format!(
        "{}/{}/{}/{}",
        event.id,
        job.paper.key(),
        tags.join("+"),
        blake3::hash(&json)
    );
    Made {
        json,
        photos,
        identity,
        date: dated(event),
    }
}

/// The day that a document is dated: the event's first; where there is none yet, the day on which the event was
/// begun, which its identity tells. Never today: the same event gives the same bytes.
fn dated(event: &Event) -> Date {
    let begun = || {
        let (seconds, _) = event.id.uuid().get_timestamp()?.to_unix();
        let moment = Timestamp::from_second(i64::try_from(seconds).ok()?).ok()?;
        Some(moment.to_zoned(TimeZone::UTC).date())
    };
    // A PDF knows the years from 1 to 9999.
    let first = event.details.days.iter().find(|day| day.year() > 0);
    first
        .copied()
        .or_else(begun)
        .unwrap_or(Date::constant(2000, 1, 1))
}

fn labels(words: Words) -> BTreeMap<&'static str, String> {
    LABELS
        .into_iter()
        .map(|label| (label, words.t(&format!("paper-{label}"))))
        .collect()
}

fn document(job: &Job, readers: &Readers) -> Document {
    let details = &job.event.details;
    let joined = |texts: Texts| {
        let said: Vec<_> = texts.iter().flatten().map(Said::text).collect();
        shortened(&said.join(" / "))
    };
    let title = joined(readers.line_or(&details.title, |reader| reader.words.t("paper-untitled")));
    let paper = joined(readers.each(|reader| job.paper.name(reader.words)));
    Document {
        title: format!("{title} – {paper}"),
        author: joined(readers.line(&details.host)),
    }
}

/// Short enough for the properties of a PDF.
fn shortened(text: &str) -> String {
    const LONGEST: usize = 400;
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    let start: String = text.chars().take(LONGEST).collect();
    format!("{start}…")
}

/// The days at the head of a paper: each of them, or of very many those with which they begin, and the last.
fn dates(days: &BTreeSet<Date>, readers: &Readers) -> Vec<Texts> {
    const MOST: usize = 14;
    let date = |day: &Date| readers.each(|reader| reader.words.paper_date(*day));
    match days.last().filter(|_| days.len() > MOST) {
        None => days.iter().map(date).collect(),
        Some(last) => {
            let between = readers.each(|_| "…".to_owned());
            let begin = days.iter().take(MOST - 2).map(date);
            begin.chain([between, date(last)]).collect()
        }
    }
}

fn head(details: &Details, readers: &Readers) -> Head {
    let some = |text: &&Text| !text.is_empty();
    Head {
        title: readers.line_or(&details.title, |reader| reader.words.t("paper-untitled")),
        theme: readers.line(&details.theme),
        occasion: readers.line(&details.occasion),
        host: readers.line(&details.host),
        co_hosts: details
            .co_hosts
            .iter()
            .filter(some)
            .map(|host| readers.line(host))
            .collect(),
        dates: dates(&details.days, readers),
        venue: readers.line(&details.venue),
        next: readers.lines(&details.next),
    }
}
