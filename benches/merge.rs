//! What two people did apart from each other, made one.

use std::{
    hint::black_box,
    path::Path,
    process::Command,
    sync::Arc,
    time::{Duration, Instant},
};

use criterion::{BatchSize, Criterion};
use runsheet::{
    model::{Edit, Event, Lang, Participant, Session},
    plan::merge::merge,
    store::{Folder, from_ron, to_ron},
};

use super::{big, window};

/// Sessions, and participants as many.
const ITEMS: usize = 10_000;

/// What each side has changed: half of it sessions, half of it participants.
const EDITS: usize = 500;

/// What becomes of an event on one side; the two sides change other items.
fn side(base: &Event, side: usize, said: &str) -> Event {
    let mut event = base.clone();
    let step = 2 * ITEMS / EDITS;
    for place in (0..ITEMS).step_by(step).map(|at| at + side * step / 2) {
        let session = base.sessions.at(place).expect("it is large");
        let person = base.participants.at(place).expect("it is large");
        let title = session.title.clone();
        let edits = [
            Edit::from(Session {
                title: title.with(&Lang::EN, format!("{said} {place}")),
                ..(**session).clone()
            }),
            Edit::from(Participant {
                contact: runsheet::model::Contact {
                    phone: format!("2859 {place:04}"),
                    ..person.contact.clone()
                },
                ..(**person).clone()
            }),
        ];
        for edit in edits {
            event.apply(&edit).expect("a put succeeds");
        }
    }
    event
}

pub fn merging(c: &mut Criterion) {
    let base = big::event(ITEMS, ITEMS);
    let (ours, theirs) = (side(&base, 0, "Ours"), side(&base, 1, "Theirs"));
    let of = "500 edits on each side of 10,000 sessions and 10,000 participants";
    let texts = [&ours, &base, &theirs].map(to_ron);
    {
        let [ours, base, theirs] = [&ours, &base, &theirs].map(|event| Arc::new(event.clone()));
        let merged = merge(
            Some(Arc::clone(&base)),
            Arc::clone(&ours),
            Arc::clone(&theirs),
        );
        assert!(merged.conflicts.is_empty());
        assert_eq!(merged.incoming().all.len(), EDITS);
        c.bench_function(&format!("merge {of}"), |b| {
            b.iter_batched(
                || (Arc::clone(&base), Arc::clone(&ours), Arc::clone(&theirs)),
                |(base, ours, theirs)| merge(Some(base), ours, theirs),
                BatchSize::LargeInput,
            );
        });
    }
    let mut group = c.benchmark_group("merge");
    group.sample_size(10);
    group.bench_function(format!("from text to text, {of}"), |b| {
        let read = |text: &str| {
            let read = from_ron(text, Path::new("event.ron"));
            Arc::new(read.expect("it was written here").0)
        };
        b.iter(|| {
            let (base, (ours, theirs)) = rayon::join(
                || read(&texts[1]),
                || rayon::join(|| read(&texts[0]), || read(&texts[2])),
            );
            to_ron(merge(Some(base), ours, theirs).event())
        });
    });
    // What a person has without it.
    let temp = tempfile::tempdir().expect("a folder");
    let files = ["ours", "base", "theirs"].map(|name| temp.path().join(name));
    for (file, text) in files.iter().zip(&texts) {
        std::fs::write(file, text).expect("a file");
    }
    group.bench_function(format!("git merge-file, {of}"), |b| {
        b.iter(|| {
            let mut git = Command::new("git");
            let done = git.args(["merge-file", "-p"]).args(&files).output();
            let done = done.expect("git is there");
            assert!(
                done.status.success(),
                "it finds a conflict where there is none"
            );
            black_box(done.stdout.len())
        });
    });
    group.finish();
    frame(c, temp.path(), &base, of);
}

/// The longest frame while it comes into a window, from the save of the other side until its list is shown.
fn frame(c: &mut Criterion, temp: &Path, base: &Event, of: &str) {
    let path = temp.join("event");
    let folder = Folder::create(&path, base).expect("an event");
    let mut harness = window(&path);
    let mut group = c.benchmark_group("merge");
    group.sample_size(10);
    let mut count = 0;
    group.bench_function(format!("the longest frame while it comes in, {of}"), |b| {
        b.iter_custom(|times| {
            let mut longest = Duration::ZERO;
            for _ in 0..times {
                count += 1;
                let now = harness.state().event().expect("it is open").clone();
                let theirs = side(&now, count % 2, &format!("Theirs, {count}:"));
                folder.save(&theirs).expect("it is saved");
                let mut worst = Duration::ZERO;
                let begun = Instant::now();
                while *harness.state().event().expect("it is open") != theirs
                    || harness.state().is_busy()
                {
                    let begin = Instant::now();
                    harness.step();
                    worst = worst.max(begin.elapsed());
                    assert!(
                        begun.elapsed() < Duration::from_mins(1),
                        "it never comes in"
                    );
                }
                for _ in 0..10 {
                    let begin = Instant::now();
                    harness.step();
                    worst = worst.max(begin.elapsed());
                }
                longest += worst;
            }
            longest
        });
    });
    group.finish();
}
