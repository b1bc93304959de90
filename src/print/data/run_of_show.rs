//! What the run-of-show says: every session with its steps, for staff.

use std::collections::BTreeSet;

use jiff::civil::DateTime;
use serde::Serialize;

use super::{
    printable,
    readers::{Named, Readers, Said, Texts, widths},
    since::{self, Mark, Marked, Was},
};
use crate::{
    model::{Audience, Cue, Event, Role, Session, SessionKind, Step, Who},
    plan::Timed,
    print::{Job, spots},
};

/// More lines than this do not stand on one page for certain: such a row may break.
const MOST_LINES: usize = 34;

/// A row is kept whole with its steps up to so many lines; of a longer one, so many lines are kept together.
const KEPT_TOGETHER: usize = 17;
const STARTED_TOGETHER: usize = 12;

/// How many Latin characters stand on a line of each column.
const ITEM: usize = 34;
const PEOPLE: usize = 42;
const CUES: usize = 40;
const OFFICER: usize = 18;

#[derive(Serialize)]
pub(super) struct RunOfShow {
    days: Vec<OneDay>,
    /// Since which version changes are marked; none marks none.
    since: Option<Texts>,
}

#[derive(Serialize)]
struct OneDay {
    date: Texts,
    rows: Vec<Row>,
}

#[derive(Serialize)]
pub(super) struct Row {
    item: String,
    /// Counted from 1; a session that was taken out has none.
    number: usize,
    pub(super) start: Texts,
    pub(super) end: Texts,
    pub(super) minutes: String,
    pub(super) title: Texts,
    /// The kind, where the title does not say it.
    pub(super) kind: Texts,
    pub(super) room: Texts,
    pub(super) agreements: Vec<Texts>,
    pub(super) staff_only: bool,
    pub(super) people: Vec<OnStage>,
    pub(super) cues: Vec<OneCue>,
    pub(super) officer: Option<Said>,
    pub(super) remarks: Option<Said>,
    pub(super) steps: Vec<OneStep>,
    /// What is different since the version with which the paper compares; none where nothing is.
    pub(super) was: Option<Was>,
    /// Whether the row stands on one page for certain.
    short: bool,
    /// How many of its steps are kept with it on one page; all, where that leaves no great gap on the page before.
    held: usize,
}

#[derive(Clone, Serialize)]
pub(super) struct OnStage {
    /// What they do, where it is not what the one before does.
    role: Texts,
    /// What they do.
    #[serde(skip)]
    pub(super) as_: Role,
    #[serde(flatten)]
    pub(super) named: Named,
    pub(super) position: Option<Said>,
    #[serde(skip)]
    pub(super) who: Who,
    /// What they were called, and their post, where that was otherwise.
    pub(super) was: Option<Named>,
    /// Where they stood, where that was elsewhere.
    pub(super) was_position: Option<Said>,
    pub(super) mark: Mark,
    /// Whether the lines of this person are kept on one page.
    short: bool,
}

#[derive(Clone, PartialEq, Serialize)]
pub(super) struct OneCue {
    team: Texts,
    text: Texts,
    pub(super) mark: Mark,
}

#[derive(Clone, Serialize)]
pub(super) struct OneStep {
    pub(super) time: Texts,
    /// In seconds from the start of the session.
    #[serde(skip)]
    pub(super) offset: i32,
    pub(super) text: Texts,
    pub(super) cues: Vec<OneCue>,
    /// When it was, and what, where that was otherwise.
    pub(super) was_time: Option<Texts>,
    pub(super) was_text: Option<Texts>,
    pub(super) mark: Mark,
    short: bool,
}

macro_rules! marked {
    ($($entry:ty),*) => {
        $(impl Marked for $entry {
            fn set(&mut self, mark: Mark) {
                self.mark = mark;
            }
        })*
    };
}

marked!(OnStage, OneCue, OneStep);

pub(super) fn of(job: &Job, readers: &Readers) -> RunOfShow {
    let mut number = 0;
    let mut days = Vec::new();
    let then = job.since.iter().flat_map(|since| since.plan.days.iter());
    let dates: BTreeSet<_> = job
        .plan
        .days
        .iter()
        .chain(then)
        .map(|day| day.date)
        .collect();
    for date in dates {
        let day = job.plan.days.iter().find(|day| day.date == date);
        let mut rows: Vec<Row> = Vec::new();
        let gone = since::gone(job, date);
        let mut gone = gone.iter().peekable();
        for id in day.iter().flat_map(|day| &day.sessions) {
            let (Some(session), Some(timed)) = (job.event.sessions.get(*id), job.plan.timed(*id))
            else {
                continue;
            };
            while let Some((_, old)) = gone.next_if(|(start, _)| *start <= timed.start) {
                rows.extend(since::row_of_gone(job, readers, *old));
            }
            number += 1;
            let mut row = row(&job.event, readers, session, timed, number);
            since::mark(job, readers, *id, &mut row);
            rows.push(row);
        }
        rows.extend(gone.filter_map(|(_, old)| since::row_of_gone(job, readers, *old)));
        if rows.is_empty() {
            continue;
        }
        for row in &mut rows {
            measure(row);
        }
        let date = readers.each(|reader| reader.words.paper_date(date));
        days.push(OneDay { date, rows });
    }
    let line = |issue: &crate::model::Issue| {
        readers.each(|reader| {
            let number = [("number", issue.number.into())];
            reader.words.tf("paper-changes-since", number)
        })
    };
    RunOfShow {
        days,
        since: job.since.as_ref().map(|since| line(&since.issue)),
    }
}

/// What a session says. It is not measured yet.
pub(super) fn row(
    event: &Event,
    readers: &Readers,
    session: &Session,
    timed: &Timed,
    number: usize,
) -> Row {
    let clock = event.details.style.staff_clock;
    let time = |at: DateTime| readers.each_once(|reader| reader.words.time(at.time(), clock));
    let kind = readers.each(|reader| reader.words.session_kind(session.kind));
    let title = readers.line_or(&session.title, |reader| {
        reader.words.session_kind(session.kind)
    });
    let room = session
        .room
        .filter(|_| event.rooms.len() > 1)
        .and_then(|id| event.rooms.get(id));
    let agreements = event
        .agreements
        .iter()
        .filter(|agreement| agreement.session == Some(session.id))
        .map(|agreement| readers.line(&agreement.title))
        .collect();
    let with_seconds = session
        .steps
        .iter()
        .any(|step| step.offset.as_secs() % 60 != 0);
    Row {
        item: spots::label_of(session.id.into()),
        number,
        start: time(timed.start),
        end: time(timed.end),
        minutes: minutes(u32::try_from(timed.length().as_secs()).unwrap_or(0)),
        kind: if session.kind == SessionKind::Other || kind == title {
            Texts::new()
        } else {
            kind
        },
        title,
        room: room.map_or_else(Texts::new, |room| readers.line(&room.name)),
        agreements,
        staff_only: session.audience == Audience::Staff,
        people: people(event, readers, session),
        cues: cues(event, readers, &session.cues),
        officer: readers.typed(printable::line(&session.officer)),
        remarks: readers.typed(printable::lines(&session.remarks)),
        steps: session
            .steps
            .iter()
            .map(|step| one_step(event, readers, timed, step, with_seconds))
            .collect(),
        was: None,
        short: true,
        held: 0,
    }
}

/// Finds out what of a row has to be kept on one page.
fn measure(row: &mut Row) {
    let own = row_lines(row);
    row.short = own <= MOST_LINES;
    for person in &mut row.people {
        person.short = person_lines(person) <= STARTED_TOGETHER;
    }
    for step in &mut row.steps {
        step.short = step_lines(step) <= MOST_LINES;
    }
    row.held = held(own, &row.steps);
}

/// How many steps are kept on one page with a row of so many lines.
fn held(own: usize, steps: &[OneStep]) -> usize {
    let lines: Vec<usize> = steps.iter().map(step_lines).collect();
    if own + lines.iter().sum::<usize>() <= KEPT_TOGETHER {
        return steps.len();
    }
    let mut sum = own;
    let fitting = lines.iter().take_while(|lines| {
        sum += **lines;
        sum <= STARTED_TOGETHER
    });
    // One step alone at the top of a page, or a row without its first step, is hard to read.
    let fitting = fitting.count().min(steps.len().saturating_sub(2));
    let first = lines.first().copied().unwrap_or(0);
    if own + first <= MOST_LINES {
        fitting.max(usize::from(!steps.is_empty()))
    } else {
        0
    }
}

/// Whole minutes, or minutes and seconds.
fn minutes(seconds: u32) -> String {
    if seconds.is_multiple_of(60) {
        (seconds / 60).to_string()
    } else {
        format!("{}:{:02}", seconds / 60, seconds % 60)
    }
}

fn people(event: &Event, readers: &Readers, session: &Session) -> Vec<OnStage> {
    let capitals = event.details.style.family_capitals;
    // A lone speaker's role goes without saying.
    let mut last = Role::Speaker;
    session
        .people
        .iter()
        .filter_map(|appearance| {
            let named = readers.who(event, appearance.who, capitals)?;
            let role = if appearance.role == last {
                Texts::new()
            } else {
                readers.each(|reader| reader.words.role(appearance.role))
            };
            last = appearance.role;
            Some(OnStage {
                role,
                as_: appearance.role,
                named,
                position: readers.typed(printable::line(&appearance.position)),
                who: appearance.who,
                was: None,
                was_position: None,
                mark: Mark::Same,
                short: true,
            })
        })
        .collect()
}

fn cues(event: &Event, readers: &Readers, cues: &[Cue]) -> Vec<OneCue> {
    cues.iter()
        .filter_map(|cue| {
            let team = event.teams.get(cue.team)?;
            Some(OneCue {
                team: readers.line(&team.name),
                text: readers.line(&cue.text),
                mark: Mark::Same,
            })
        })
        .collect()
}

fn one_step(
    event: &Event,
    readers: &Readers,
    timed: &Timed,
    step: &Step,
    with_seconds: bool,
) -> OneStep {
    let clock = event.details.style.staff_clock;
    let at = timed
        .start
        .checked_add(step.offset.span())
        .unwrap_or(timed.start)
        .time();
    let time = if with_seconds {
        readers.each_once(|_| at.strftime("%H:%M:%S").to_string())
    } else {
        readers.each_once(|reader| reader.words.time(at, clock))
    };
    OneStep {
        time,
        offset: step.offset.as_secs(),
        text: readers.line(&step.text),
        cues: cues(event, readers, &step.cues),
        was_time: None,
        was_text: None,
        mark: Mark::Same,
        short: true,
    }
}

fn width_of(said: Option<&Said>) -> usize {
    said.map_or(0, |said| printable::width(said.text()))
}

fn lines_of(texts: &Texts, column: usize) -> usize {
    widths(texts).map(|width| width.div_ceil(column)).sum()
}

fn cue_lines(cues: &[OneCue]) -> usize {
    let width = |cue: &OneCue| -> usize { widths(&cue.team).chain(widths(&cue.text)).sum() };
    cues.iter().map(|cue| (width(cue) + 4).div_ceil(CUES)).sum()
}

fn step_lines(step: &OneStep) -> usize {
    lines_of(&step.text, ITEM).max(cue_lines(&step.cues)) + 1
}

fn person_lines(person: &OnStage) -> usize {
    lines_of(&person.role, PEOPLE)
        + lines_of(&person.named.name, PEOPLE)
        + lines_of(&person.named.post, PEOPLE)
        + lines_of(&person.named.organisation, PEOPLE)
        + width_of(person.position.as_ref()).div_ceil(PEOPLE)
}

fn row_lines(row: &Row) -> usize {
    let item = lines_of(&row.title, ITEM)
        + lines_of(&row.kind, ITEM)
        + row
            .agreements
            .iter()
            .map(|title| lines_of(title, ITEM))
            .sum::<usize>();
    let people = row.people.iter().map(person_lines);
    let remarks = row
        .remarks
        .iter()
        .flat_map(|remarks| remarks.text().lines());
    let remarks: usize = remarks
        .map(|line| printable::width(line).div_ceil(OFFICER).max(1))
        .sum();
    let officer = width_of(row.officer.as_ref()).div_ceil(OFFICER) + remarks;
    item.max(people.sum())
        .max(cue_lines(&row.cues))
        .max(officer)
        + 1
}
