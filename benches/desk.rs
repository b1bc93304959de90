//! What the figures of the README are measured with: `cargo bench`.

#![allow(
    clippy::expect_used,
    missing_docs,
    reason = "a benchmark that cannot run says so by panicking; what it names itself is for criterion only"
)]

mod big;

use std::hint::black_box;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use runsheet::{
    model::{Deed, Edit, History, Lang, Session},
    plan::Plan,
    words::{Tongue, Words},
};

const SESSIONS: usize = 1000;
const PARTICIPANTS: usize = 1000;

/// What follows from an event: done once after each edit.
fn plan(c: &mut Criterion) {
    let event = big::event(SESSIONS, PARTICIPANTS);
    c.bench_function("plan of 1,000 sessions and 1,000 participants", |b| {
        b.iter(|| Plan::of(black_box(&event)));
    });
}

/// One letter in a title, and back.
fn edits(c: &mut Criterion) {
    let event = big::event(SESSIONS, PARTICIPANTS);
    let changed = typed_in(
        &event
            .sessions
            .at(SESSIONS / 2)
            .expect("it is large")
            .clone(),
    );
    let person = event.participants.at(0).expect("it is large").id;
    let words = Words::new(Tongue::ZhHant);
    let fresh = || History::saved(event.clone());
    c.bench_function("an edit of one session in 1,000", |b| {
        let once = |mut history: History| {
            history.apply(changed.clone()).expect("a put succeeds");
            history
        };
        b.iter_batched(fresh, once, BatchSize::LargeInput);
    });
    c.bench_function("undo and redo of one session in 1,000", |b| {
        let mut history = fresh();
        history.apply(changed.clone()).expect("a put succeeds");
        b.iter(|| {
            history.undo().expect("there is a step");
            history.redo().expect("there is a step");
        });
    });
    c.bench_function("removal of one who appears everywhere", |b| {
        let gone = Edit::Remove(person.into());
        let once = |mut history: History| {
            history.apply(gone.clone()).expect("the person is there");
            history
        };
        b.iter_batched(fresh, once, BatchSize::LargeInput);
    });
    c.bench_function("the sentence of an edit", |b| {
        b.iter(|| words.deed(&Deed::of(black_box(&changed), &event)));
    });
}

fn typed_in(session: &Session) -> Edit {
    let title = (session.title.clone()).with(&Lang::EN, "Item 501, said anew");
    Edit::from(Session {
        title,
        ..session.clone()
    })
}

criterion_group! {
    name = desk;
    config = Criterion::default().sample_size(30);
    targets = plan, edits
}
criterion_main!(desk);
