//! The run-of-show with what has changed in it since a version: what is printed now beside what was printed then.

use jiff::civil::{Date, DateTime};
use serde::Serialize;

use super::{
    readers::{Named, Readers, Said, Texts},
    run_of_show::{self, OnStage, OneStep, Row},
};
use crate::{model::SessionId, print::Job};

/// How an entry stands to the version with which the paper compares.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Mark {
    /// It was there as it is.
    Same,
    /// It was not there.
    New,
    /// It was there, and is no more.
    Gone,
}

/// What a row said then, where it says something else now.
#[derive(Serialize)]
pub(super) struct Was {
    mark: Mark,
    start: Option<Texts>,
    end: Option<Texts>,
    minutes: Option<String>,
    title: Option<Texts>,
    kind: Option<Texts>,
    room: Option<Texts>,
    agreements: Vec<Texts>,
    officer: Option<Said>,
    remarks: Option<Said>,
}

impl Was {
    const fn all(mark: Mark) -> Self {
        Self {
            mark,
            start: None,
            end: None,
            minutes: None,
            title: None,
            kind: None,
            room: None,
            agreements: Vec::new(),
            officer: None,
            remarks: None,
        }
    }
}

/// The sessions of a day that were taken out since, with when they began.
pub(super) fn gone(job: &Job, date: Date) -> Vec<(DateTime, SessionId)> {
    let Some(since) = &job.since else {
        return Vec::new();
    };
    let days = since.plan.days.iter().filter(|day| day.date == date);
    days.flat_map(|day| &day.sessions)
        .filter(|id| !job.event.sessions.contains(**id))
        .filter_map(|id| Some((since.plan.timed(*id)?.start, *id)))
        .collect()
}

/// What a session said that was taken out since.
pub(super) fn row_of_gone(job: &Job, readers: &Readers, id: SessionId) -> Option<Row> {
    let since = job.since.as_ref()?;
    let (session, timed) = (since.event.sessions.get(id)?, since.plan.timed(id)?);
    let mut row = run_of_show::row(&since.event, readers, session, timed, 0);
    // When it was and what it was called is enough.
    row.people.clear();
    row.cues.clear();
    row.steps.clear();
    row.agreements.clear();
    row.remarks = None;
    row.was = Some(Was::all(Mark::Gone));
    Some(row)
}

/// Marks what a session says that it did not say then.
pub(super) fn mark(job: &Job, readers: &Readers, id: SessionId, row: &mut Row) {
    let Some(since) = &job.since else { return };
    let (Some(session), Some(timed)) = (since.event.sessions.get(id), since.plan.timed(id)) else {
        row.was = Some(Was::all(Mark::New));
        return;
    };
    let mut old = run_of_show::row(&since.event, readers, session, timed, 0);
    let day_of = |job: &crate::plan::Plan| job.timed(id).map(|timed| timed.start.date());
    if day_of(&job.plan) != day_of(&since.plan) {
        old.start = readers.each_once(|reader| reader.words.moment(timed.start, true));
    }
    compare(row, old);
}

fn compare(row: &mut Row, old: Row) {
    let agreements_differ = row.agreements != old.agreements;
    let officer = differing(&row.officer, old.officer);
    let remarks = differing(&row.remarks, old.remarks);
    let mut differs = agreements_differ
        || officer.is_some()
        || remarks.is_some()
        || row.staff_only != old.staff_only;
    let was = Was {
        mark: Mark::Same,
        start: differing_texts(&row.start, old.start),
        end: differing_texts(&row.end, old.end),
        minutes: differing(&row.minutes, old.minutes),
        title: differing_texts(&row.title, old.title),
        kind: differing_texts(&row.kind, old.kind),
        room: differing_texts(&row.room, old.room),
        agreements: without(old.agreements, &row.agreements),
        officer: officer.flatten(),
        remarks: remarks.flatten(),
    };
    let texts = [&was.start, &was.end, &was.title, &was.kind, &was.room];
    differs |= was.minutes.is_some() || texts.iter().any(|was| was.is_some());
    differs |= merge(
        &mut row.people,
        &old.people,
        &[|one, other| one.who == other.who && one.as_ == other.as_],
        person,
    );
    differs |= merge(
        &mut row.cues,
        &old.cues,
        &[|one, other| one == other],
        |_, _| false,
    );
    differs |= merge(
        &mut row.steps,
        &old.steps,
        &[
            |one, other| one.text == other.text && one.offset == other.offset,
            |one, other| one.text == other.text,
            |one, other| one.offset == other.offset,
        ],
        step,
    );
    if differs {
        row.was = Some(was);
    }
}

/// What of a person was said otherwise. Whether anything was.
fn person(one: &mut OnStage, old: &OnStage) -> bool {
    let was = one.named != old.named;
    let moved = one.position != old.position;
    if was {
        one.was = Some(Named {
            name: differing_texts(&one.named.name, old.named.name.clone()).unwrap_or_default(),
            post: differing_texts(&one.named.post, old.named.post.clone()).unwrap_or_default(),
            organisation: differing_texts(&one.named.organisation, old.named.organisation.clone())
                .unwrap_or_default(),
        });
    }
    if moved {
        one.was_position.clone_from(&old.position);
    }
    was || moved
}

/// What of a step was otherwise. That it moves with its session goes without saying.
fn step(one: &mut OneStep, old: &OneStep) -> bool {
    let mut differs = false;
    if one.text != old.text {
        one.was_text = differing_texts(&one.text, old.text.clone());
        differs = true;
    }
    if one.offset != old.offset {
        one.was_time = differing_texts(&one.time, old.time.clone());
        differs = true;
    }
    differs
        | merge(
            &mut one.cues,
            &old.cues,
            &[|one, other| one == other],
            |_, _| false,
        )
}

/// What was, where it is not what is.
fn differing<T: PartialEq>(now: &T, was: T) -> Option<T> {
    (*now != was).then_some(was)
}

/// What was, in the languages in which it is not what is.
fn differing_texts(now: &Texts, was: Texts) -> Option<Texts> {
    if *now == was {
        return None;
    }
    let mut was = was;
    for (place, text) in was.iter_mut().enumerate() {
        if now.get(place) == Some(text) {
            *text = None;
        }
    }
    Some(was)
}

fn without<T: PartialEq>(these: Vec<T>, those: &[T]) -> Vec<T> {
    these
        .into_iter()
        .filter(|one| !those.contains(one))
        .collect()
}

/// An entry that can be new or gone.
pub(super) trait Marked: Clone {
    /// Sets how it stands to the version.
    fn set(&mut self, mark: Mark);
}

/// Marks what is new in a list, and puts in what was there, before what stood behind it. An entry is the one for which
/// the first of the `rules` holds; `update` puts down what of it was otherwise. Whether anything differs.
fn merge<T: Marked>(
    now: &mut Vec<T>,
    old: &[T],
    rules: &[fn(&T, &T) -> bool],
    update: impl Fn(&mut T, &T) -> bool,
) -> bool {
    let mut pairs: Vec<Option<usize>> = vec![None; now.len()];
    for rule in rules {
        for (place, one) in now.iter().enumerate() {
            if pairs[place].is_none() {
                let free = |at: &usize| !pairs.contains(&Some(*at));
                pairs[place] = (0..old.len()).find(|at| free(at) && rule(one, &old[*at]));
            }
        }
    }
    let mut differs = false;
    let mut told = 0;
    let mut merged: Vec<T> = Vec::with_capacity(now.len() + old.len());
    let mut tell_gone = |upto: usize, merged: &mut Vec<T>| {
        for (at, one) in old.iter().enumerate().take(upto).skip(told) {
            if !pairs.contains(&Some(at)) {
                let mut gone = one.clone();
                gone.set(Mark::Gone);
                merged.push(gone);
            }
        }
        told = told.max(upto);
    };
    let mut last = None;
    for (one, pair) in now.iter().zip(&pairs) {
        let mut one = one.clone();
        match pair {
            Some(at) => {
                tell_gone(*at, &mut merged);
                differs |= update(&mut one, &old[*at]) || last > Some(*at);
                last = Some(*at);
            }
            None => one.set(Mark::New),
        }
        merged.push(one);
    }
    tell_gone(old.len(), &mut merged);
    differs |= pairs.contains(&None) || merged.len() != now.len();
    *now = merged;
    differs
}
