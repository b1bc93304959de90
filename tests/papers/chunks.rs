//! A long paper is typeset in chunks, and is the same as in one piece.

use std::sync::Arc;

use runsheet::{
    model::{Event, Issue, fingerprint},
    plan::Plan,
    print::{Job, Pages, Paper, Since, Spot, Typesetter},
};

use super::{before, job, reading::Reading};
use crate::support::{big, program};

/// Several pages of each paper.
fn long() -> Event {
    big::event(30, 48)
}

/// As if everything had been added since a version.
fn since_nothing(event: &Event) -> Since {
    let nothing = Event::empty(event.id);
    Since {
        issue: Issue {
            fingerprint: fingerprint(&nothing),
            ..before().issue
        },
        plan: Arc::new(Plan::of(&nothing)),
        event: Arc::new(nothing),
    }
}

fn long_job(event: &Event, paper: Paper, languages: &str) -> Job {
    Job {
        since: (paper == Paper::Changes).then(|| since_nothing(event)),
        ..job(event, paper, languages)
    }
}

/// How many pixels may differ, and in a channel by more than what: positions are sums of fractions, added in another order.
/// A word or a line are hundreds.
const PIXELS: usize = 12;
const SHADE: u8 = 64;

/// The pictures of both, which show every letter and line, and what lies where on them.
fn look_alike(whole: &Pages, chunked: &Pages, what: &str) {
    assert_eq!(whole.count(), chunked.count(), "{what}");
    for page in 0..whole.count() {
        let what = format!("{what}, page {}", page + 1);
        let [one, other] = [whole, chunked].map(|pages| pages.render(page, 0.5));
        assert_eq!(one.dimensions(), other.dimensions(), "{what}");
        let differ = |(one, other): &(&image::Rgba<u8>, &image::Rgba<u8>)| {
            let channels = one.0.iter().zip(other.0);
            let mut apart = channels.map(|(one, other)| one.abs_diff(other));
            apart.any(|apart| apart > SHADE)
        };
        let count = one.pixels().zip(other.pixels()).filter(differ).count();
        assert!(count <= PIXELS, "{what}: {count}");
        let [ones, others] = [whole, chunked].map(|pages| pages.spots(page));
        assert_eq!(ones.len(), others.len(), "{what}");
        for (one, other) in ones.iter().zip(others) {
            assert_eq!(one.item, other.item, "{what}");
            let edges = |spot: &Spot| {
                [
                    spot.rect.left,
                    spot.rect.top,
                    spot.rect.right,
                    spot.rect.bottom,
                ]
            };
            let apart = edges(one)
                .into_iter()
                .zip(edges(other))
                .map(|(a, b)| (a - b).abs());
            assert!(
                apart.fold(0.0, f32::max) < 0.1,
                "{what}: {one:?}, {other:?}"
            );
        }
    }
}

/// Chunks so small that there are several of this paper.
const fn small(paper: Paper) -> usize {
    match paper {
        Paper::Programme | Paper::RunOfShow | Paper::Changes => 4 * 1024,
        Paper::PhotoSheet | Paper::NameList => 2 * 1024,
    }
}

#[test]
fn a_paper_in_chunks_is_the_same_as_in_one_piece() {
    let event = long();
    let one_day = big::on_one_day(event.clone());
    let typesetter = Typesetter::new();
    for paper in Paper::ALL {
        for (event, languages) in [(&event, "en+zh-Hant"), (&one_day, "en")] {
            let what = format!("{paper:?} in {languages}");
            let job = long_job(event, paper, languages);
            let whole = typesetter.in_one_piece().typeset(&job).unwrap();
            let chunked = typesetter.in_chunks_of(small(paper)).typeset(&job).unwrap();
            assert_eq!(whole.chunks(), 1);
            assert!(chunked.chunks() > 1, "{what}: {}", chunked.chunks());
            look_alike(&whole, &chunked, &what);
        }
    }
}

#[test]
fn the_smallest_chunks_and_rows_longer_than_a_page_lose_nothing() {
    let mut event = big::event(8, 24);
    let mut long = (**event.sessions.at(5).unwrap()).clone();
    long.remarks = "A line of remarks for the officer.\n".repeat(180);
    event.apply(&long.into()).unwrap();
    let typesetter = Typesetter::new();
    for paper in Paper::ALL {
        let job = long_job(&event, paper, "en");
        let whole = typesetter.in_one_piece().typeset(&job).unwrap();
        let chunked = typesetter.in_chunks_of(1).typeset(&job).unwrap();
        look_alike(&whole, &chunked, &format!("{paper:?}"));
    }
}

#[test]
fn the_pdf_of_chunks_is_tagged_as_that_of_one_piece() {
    // Another process of the program makes it.
    program::typesets();
    let event = long();
    let typesetter = Typesetter::new();
    for paper in Paper::ALL {
        let job = long_job(&event, paper, "en+zh-Hant");
        let whole = typesetter.in_one_piece().typeset(&job).unwrap();
        let chunked = typesetter.in_chunks_of(small(paper)).typeset(&job).unwrap();
        let [one, other] = [whole, chunked].map(|pages| Reading::of(&pages.pdf().unwrap()));
        assert_eq!(one.pages(), other.pages());
        // Headers and footers are drawn last in the one: what a page says is compared, not in which order.
        let said = |reading: &Reading, page| {
            let mut letters: Vec<char> = reading.page(page).chars().collect();
            letters.sort_unstable();
            letters
        };
        for page in 1..=u32::try_from(one.pages()).unwrap() {
            assert!(
                said(&one, page) == said(&other, page),
                "{paper:?}, page {page}"
            );
        }
        assert_eq!(one.title(), other.title());
        assert_eq!(one.alternatives().len(), other.alternatives().len());
        let [ones, others] = [&one, &other].map(|reading| {
            let mut bookmarks = reading.bookmarks();
            bookmarks.sort();
            bookmarks
        });
        assert_eq!(ones, others, "{paper:?}");
        // Where a chunk ends within a table or a grid, another one begins, with its head; nothing else is more or less.
        let [ones, others] = [&one, &other].map(|reading| {
            let mut tags = reading.tags();
            tags.retain(|tag, _| {
                !["Table", "THead", "TBody", "TR", "TH", "Div"].contains(&tag.as_str())
            });
            tags
        });
        assert!(!ones.is_empty());
        assert_eq!(ones, others, "{paper:?}");
    }
}

#[test]
fn what_was_forgotten_is_set_again() {
    let event = long();
    let job = job(&event, Paper::RunOfShow, "en");
    let pages = Typesetter::new()
        .in_chunks_of(2 * 1024)
        .typeset(&job)
        .unwrap();
    assert!(pages.chunks() > 3, "more than are kept: {}", pages.chunks());
    let first = pages.render(0, 0.7);
    for page in (0..pages.count()).rev() {
        assert!(pages.render(page, 0.5).width() > 1, "page {}", page + 1);
    }
    assert!(first == pages.render(0, 0.7));
    runsheet::print::rest();
    assert!(first == pages.render(0, 0.7));
    assert_eq!(
        pages.render(pages.count(), 0.7).width(),
        1,
        "there is no such page"
    );
}
