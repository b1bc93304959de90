//! Cells whose lines stand behind each other: so spreadsheets put the lines of a cell on the clipboard, with a space for
//! each break. They are told apart where there is no doubt.

use std::{borrow::Cow, collections::HashMap, fmt, str::FromStr};

use super::{Column, Reading, Sheet, cues::Into};
use crate::model::{Offset, Session, Step, Text};

/// A step of a session as a cell of cues names it: `+0:30`, and the second at that moment `+0:30#2`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct At {
    offset: Offset,
    /// Which of the steps at that moment, from 1.
    nth: usize,
}

impl At {
    /// The name of the step at this place in a list.
    pub(super) fn of(steps: &[Step], place: usize) -> Self {
        let offset = steps.get(place).map(|step| step.offset).unwrap_or_default();
        let before = steps.iter().take(place);
        let nth = 1 + before.filter(|step| step.offset == offset).count();
        Self { offset, nth }
    }

    /// Where in a list it stands. None if there is no such step.
    pub(super) fn place(self, steps: &[Step]) -> Option<usize> {
        let steps = steps.iter().enumerate();
        let mut there = steps.filter(|(_, step)| step.offset == self.offset);
        there.nth(self.nth - 1).map(|(place, _)| place)
    }

    /// Sees to it that there is such a step, as far as there can be.
    pub(super) fn make(self, steps: &mut Vec<Step>) {
        if self.place(steps).is_none() {
            let at = steps.partition_point(|step| step.offset <= self.offset);
            let step = Step {
                offset: self.offset,
                text: Text::default(),
                cues: Vec::new(),
            };
            steps.insert(at, step);
        }
    }
}

impl fmt::Display for At {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.offset.fmt(f)?;
        if self.nth > 1 {
            write!(f, "#{}", self.nth)?;
        }
        Ok(())
    }
}

impl FromStr for At {
    type Err = ();

    fn from_str(word: &str) -> Result<Self, ()> {
        let (offset, nth) = word.split_once('#').unwrap_or((word, "1"));
        if !offset.starts_with(['+', '-', '−']) {
            return Err(());
        }
        let offset = offset.parse().map_err(drop)?;
        let nth = nth.parse().ok().filter(|nth| *nth > 0).ok_or(())?;
        Ok(Self { offset, nth })
    }
}

/// The cues of a cell a line each, also where they stand behind each other: the name of a step, written as cells write
/// it, begins the next. A session that is there has to have that step, and no cue that speaks of it.
pub(super) fn cues<'a>(session: &Session, into: Into, text: &'a str) -> Cow<'a, str> {
    if text.trim().contains(['\n', '\r']) || (into.is_new && into.reading == Reading::Letters) {
        return text.into();
    }
    let all = session.cues.iter();
    let all = all.chain(session.steps.iter().flat_map(|step| &step.cues));
    let said: Vec<&String> = all
        .filter(|cue| cue.team == into.team)
        .flat_map(|cue| cue.text.iter().map(|(_, text)| text))
        .collect();
    let begins = |word: &str| {
        let at: Option<At> = word.parse().ok();
        at.is_some_and(|at| {
            let is_there = into.is_new || at.place(&session.steps).is_some();
            let is_said = || {
                said.iter()
                    .any(|text| text.split_whitespace().any(|w| w == word))
            };
            at.to_string() == word && is_there && !is_said()
        })
    };
    let mut lines = String::with_capacity(text.len());
    let mut rest = text;
    for word in text.split_inclusive(char::is_whitespace) {
        rest = &rest[word.len()..];
        if !lines.trim().is_empty() && !rest.trim().is_empty() && begins(word.trim()) {
            lines.truncate(lines.trim_end().len());
            lines.push('\n');
        }
        lines.push_str(word);
    }
    lines.into()
}

/// What the cells of each column say that have several lines, by what they say in one; nothing where two cells differ
/// in nothing but their breaks.
#[derive(Debug, Default)]
pub(super) struct Folds {
    by_column: HashMap<Column, HashMap<String, Option<String>>>,
}

impl Folds {
    /// What is meant by a text that was pasted into a cell of a row: with the lines of that cell, or of another of its
    /// column, if it says the same in one.
    pub(super) fn unfolded<'a>(
        &mut self,
        sheet: &Sheet<'_>,
        there: Option<&Session>,
        column: &Column,
        text: &'a str,
    ) -> Cow<'a, str> {
        if !column.has_lines() || text.trim().is_empty() || text.trim().contains(['\n', '\r']) {
            return text.into();
        }
        let folded = folded(text);
        let has_lines = |said: &String| said.trim().contains('\n');
        let here = there.map(|session| sheet.text(session, column));
        if let Some(here) = here.filter(|here| has_lines(here) && self::folded(here) == folded) {
            return here.into();
        }
        let known = self.by_column.entry(column.clone()).or_insert_with(|| {
            let mut known = HashMap::new();
            for session in &sheet.event.sessions {
                let said = sheet.text(session, column);
                if has_lines(&said) {
                    let one = known.entry(self::folded(&said));
                    let one = one.or_insert_with(|| Some(said.clone()));
                    if one.as_ref() != Some(&said) {
                        *one = None;
                    }
                }
            }
            known
        });
        match known.get(&folded) {
            Some(Some(lines)) => lines.clone().into(),
            Some(None) | None => text.into(),
        }
    }
}

/// A text with single spaces only.
fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
