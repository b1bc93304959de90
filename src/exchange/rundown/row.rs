//! What a row of a run-of-show makes of a session.

use std::collections::BTreeMap;

use jiff::{
    SignedDuration,
    civil::{Date, DateTime, Time},
};

use super::{cells, facts::Context, places::Places, who::People};
use crate::{
    exchange::{
        Datum, Field, Of, Proposal, Target, Why,
        organisations::key,
        people::one_of,
        script,
        table::{Cell, Layout, Reader, Row, length, text, times},
    },
    model::{Audience, Lang, Length, Session, SessionKind, Start, TeamId, Text},
    words::{Tongue, Words},
};

/// Puts what rows say into sessions.
pub(super) struct Rows<'a> {
    pub context: &'a Context<'a>,
    pub layout: &'a Layout,
    pub reader: Reader,
}

/// Where a day begins that nobody has given a time.
const OPENING: Time = jiff::civil::time(9, 0, 0, 0);

/// What rows bring besides sessions, and what is proposed so far.
pub(super) struct Brought<'a> {
    pub places: Places<'a>,
    pub people: People<'a>,
    pub proposal: Proposal,
}

/// When a row says that its session is.
#[derive(Clone, Copy, Debug, Default)]
struct Times {
    start: Option<Time>,
    end: Option<Time>,
    length: Option<Length>,
    fixed: Option<(bool, bool)>,
}

impl Rows<'_> {
    /// The day that a row says; the one before it where it says none.
    pub(super) fn day(
        &self,
        row: &Row,
        before: Option<Date>,
        proposal: &mut Proposal,
    ) -> Option<Date> {
        let said = self.layout.one(Field::Day).and_then(|column| {
            let cell = row.cell(column);
            let day = self.reader.day(cell);
            if day.is_none() && !cell.is_empty() {
                let why = Why::NotUnderstood(Field::Day.one(), text(cell).into_owned());
                proposal.note(row.spot(column), why);
            }
            day
        });
        // A start with a date says the day as well.
        let told = self
            .layout
            .one(Field::Start)
            .and_then(|column| match row.cell(column) {
                Cell::Moment(moment) => Some(moment.date()),
                _ => None,
            });
        said.or(told).or(before).or_else(|| self.reader.first_day())
    }

    /// Takes over what a row says. `there` is the session as it is in the event; `ends` says when what goes before it in
    /// a room ends.
    pub(super) fn fill(
        &self,
        session: &mut Session,
        there: Option<&Session>,
        row: &Row,
        ends: &dyn Fn(&Session) -> Option<DateTime>,
        brought: &mut Brought<'_>,
    ) {
        let Brought {
            places,
            people,
            proposal,
        } = brought;
        let mut times = Times::default();
        let mut rooms: BTreeMap<Lang, String> = BTreeMap::new();
        let mut steps: Vec<(Option<Lang>, Vec<cells::Entry>)> = Vec::new();
        let mut cues: Vec<(TeamId, Option<Lang>, Vec<cells::Entry>)> = Vec::new();
        let mut has_kind = false;
        let mut named = None;
        for (column, it) in self.layout.columns.iter().enumerate() {
            let Some(target) = &it.target else { continue };
            let cell = row.cell(column);
            if cell.is_empty() {
                continue;
            }
            if *cell == Cell::Fault {
                proposal.note(row.spot(column), Why::Fault(target.clone()));
                continue;
            }
            let typed = text(cell);
            if there.is_some_and(|there| self.says(there, target, &typed)) {
                continue;
            }
            let wrong = || Why::NotUnderstood(target.clone(), typed.clone().into_owned());
            let mut taken = Ok(());
            match target.field {
                Field::Start => match self::times(cell) {
                    Some((start, end)) => {
                        times.start = Some(start);
                        times.end = times.end.or(end);
                    }
                    None => taken = Err(wrong()),
                },
                Field::End => match self::times(cell) {
                    Some((end, _)) => times.end = Some(end),
                    None => taken = Err(wrong()),
                },
                Field::Length => match length(cell) {
                    Some(length) => times.length = Some(length),
                    None => taken = Err(wrong()),
                },
                Field::Slack => match length(cell) {
                    Some(length) => session.slack = Some(length),
                    None => taken = Err(wrong()),
                },
                Field::Fixed => match fixed(&typed) {
                    Some(fixed) => times.fixed = Some(fixed),
                    None => taken = Err(wrong()),
                },
                Field::Kind => match one_of(&SessionKind::ALL, &typed, Words::session_kind)
                    .or_else(|| super::kinds::guessed(&typed))
                {
                    Some(kind) => {
                        session.kind = kind;
                        has_kind = true;
                    }
                    None => taken = Err(wrong()),
                },
                Field::Audience => match one_of(
                    &[Audience::Guests, Audience::Staff],
                    &typed,
                    Words::audience,
                ) {
                    Some(audience) => session.audience = audience,
                    None => taken = Err(wrong()),
                },
                Field::Title => self.put(&mut session.title, &target.of, &typed),
                Field::Summary => self.put(&mut session.summary, &target.of, &typed),
                Field::Officer => typed.as_ref().clone_into(&mut session.officer),
                Field::Remarks => typed.as_ref().clone_into(&mut session.remarks),
                Field::Room => rooms.extend(self.by_language(&target.of, &typed)),
                Field::People => {
                    named = Some((typed.clone().into_owned(), row.spot(column)));
                }
                Field::Steps => steps.push((lang_of(&target.of), cells::entries(&typed))),
                Field::Cues => {
                    if let Of::Team(team) | Of::TeamIn(team, _) = &target.of {
                        let team = places.team(team, &row.spot(column));
                        cues.push((team, lang_of(&target.of), cells::entries(&typed)));
                    }
                }
                Field::Day
                | Field::Id
                | Field::Honorific
                | Field::Name
                | Field::Family
                | Field::Given
                | Field::Order
                | Field::Honours
                | Field::Post
                | Field::Acting
                | Field::Organisation
                | Field::Delegation
                | Field::Precedence
                | Field::Attendance
                | Field::Arrives
                | Field::Leaves
                | Field::Email
                | Field::Phone
                | Field::Through
                | Field::Biography
                | Field::Extra => {}
            }
            if let Err(why) = taken {
                proposal.note(row.spot(column), why);
            }
        }
        // In a row of ours nothing in that column says that nothing is fixed.
        let is_ours = self
            .layout
            .one(Field::Id)
            .is_some_and(|column| !row.cell(column).is_empty());
        let has_fixed = self.layout.one(Field::Fixed).is_some();
        if is_ours && has_fixed {
            times.fixed = times.fixed.or(Some((false, false)));
        }
        if there.is_none() && !has_kind {
            let guess = session
                .title
                .iter()
                .find_map(|(_, title)| super::kinds::guessed(title));
            session.kind = guess.unwrap_or(session.kind);
        }
        if !is_ours && there.is_none_or(|there| there.title.is_empty()) {
            without_kind(session);
        }
        if let Some((cell, spot)) = named {
            let there = there.map_or(&[][..], |there| &there.people);
            session.people = people.read(&cell, (session.kind, there), &spot, proposal);
        }
        if !rooms.is_empty() {
            session.room = places.room(&rooms, &row.spot(0));
        }
        if !steps.is_empty() {
            self.put_steps(session, &steps);
        }
        self.put_cues(session, &cues);
        let end_column = self.layout.one(Field::End).unwrap_or_default();
        if self.put_times(session, there, times, ends) == Err(()) {
            proposal.note(row.spot(end_column), Why::EndDiffers);
        }
    }

    /// Whether a cell says what the session says already, as an export in any language writes it.
    fn says(&self, there: &Session, target: &Target, typed: &str) -> bool {
        let squeezed = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let typed = squeezed(typed);
        let says = |tongue| {
            let fact = self.context.fact(there, target, Words::new(tongue));
            matches!(fact, Datum::Text(text) if squeezed(&text) == typed)
        };
        // Only people are said in the words of a language of the interface.
        if target.field == Field::People {
            Tongue::ALL.into_iter().any(says)
        } else {
            says(Tongue::En)
        }
    }

    fn put(&self, into: &mut Text, of: &Of, typed: &str) {
        for (lang, text) in self.by_language(of, typed) {
            into.set(&lang, text);
        }
    }

    fn by_language(&self, of: &Of, typed: &str) -> Vec<(Lang, String)> {
        if let Some(lang) = lang_of(of) {
            return vec![(lang, typed.to_owned())];
        }
        let (other, chinese) = script::apart(typed);
        let other = other.map(|text| (script::other_of(self.context.event), text));
        let chinese = chinese.map(|text| (script::chinese_of(self.context.event), text));
        other.into_iter().chain(chinese).collect()
    }

    /// Starts, ends and lengths. What says what is there already changes nothing, so that a session which follows still
    /// does. An error is an end that does not agree.
    fn put_times(
        &self,
        session: &mut Session,
        there: Option<&Session>,
        said: Times,
        ends: &dyn Fn(&Session) -> Option<DateTime>,
    ) -> Result<(), ()> {
        let planned = there.and_then(|there| self.context.plan.timed(there.id));
        let before = ends(session);
        if let Some(start) = said.start {
            let is_as_planned = planned.is_some_and(|planned| {
                planned.start.time() == start && there.is_some_and(|there| there.day == session.day)
            });
            let would_be = before.map_or(OPENING, DateTime::time);
            let is_fixed = match said.fixed {
                Some((is_fixed, _)) if is_as_planned => is_fixed,
                Some((true, _)) => true,
                // Somebody has put it elsewhere than it would be by itself.
                Some((false, _)) => would_be != start,
                None if is_as_planned => matches!(session.start, Start::Fixed(_)),
                // What begins when the session before it ends follows it.
                None => before.is_none_or(|before| before.time() != start),
            };
            session.start = if is_fixed {
                Start::Fixed(start)
            } else {
                Start::Follows
            };
        }
        let start = match session.start {
            Start::Fixed(time) => Some(time),
            Start::Follows => said
                .start
                .or(before.map(DateTime::time))
                .or(planned.map(|it| it.start.time())),
        };
        let from_end = match (start, said.end) {
            (Some(start), Some(end)) => between(start, end),
            _ => None,
        };
        let end_is_as_planned = planned.is_some_and(|planned| said.end == Some(planned.end.time()));
        let has_new_length = said
            .length
            .is_some_and(|length| there.is_none_or(|there| there.length != length));
        if let Some((_, is_fixed)) = said.fixed {
            // What starts too late ends later than it is to; then the end that is shown is not the one that is fixed.
            session.until = match (is_fixed, end_is_as_planned) {
                (true, true) => session.until.or(said.end),
                (true, false) => said.end.or(session.until),
                (false, _) => None,
            };
        } else if session.until.is_some() && said.end.is_some() && !end_is_as_planned {
            session.until = said.end;
        }
        if let Some(length) = said.length {
            session.length = length;
        }
        // An end that somebody changed says more than a length that nobody did.
        if !has_new_length
            && session.until.is_none()
            && !end_is_as_planned
            && let Some(length) = from_end
        {
            if there.is_none() && said.length.is_some_and(|said| said != length) {
                return Err(());
            }
            session.length = length;
            return Ok(());
        }
        let disagrees = there.is_none()
            && session.until.is_none()
            && said.length.is_some()
            && from_end.is_some_and(|length| length != session.length);
        if disagrees { Err(()) } else { Ok(()) }
    }

    pub(super) fn languages(&self) -> (Lang, Lang) {
        (
            script::chinese_of(self.context.event),
            script::other_of(self.context.event),
        )
    }
}

/// Takes out a title in one language that only says the kind, which papers say by themselves in every language.
fn without_kind(session: &mut Session) {
    let kinds = Tongue::ALL.map(|tongue| Words::new(tongue).session_kind(session.kind));
    let says_more = |title: &str| !kinds.iter().any(|kind| same(kind, title));
    let titles: Vec<&String> = session.title.iter().map(|(_, title)| title).collect();
    let says_less = matches!(titles.as_slice(), [only] if !says_more(only));
    if says_less {
        session.title = Text::default();
    }
}

fn lang_of(of: &Of) -> Option<Lang> {
    match of {
        Of::Lang(lang) | Of::TeamIn(_, lang) => Some(lang.clone()),
        Of::One | Of::Team(_) => None,
    }
}

/// From a time of day to another, over midnight if the other is before it.
fn between(start: Time, end: Time) -> Option<Length> {
    let seconds = end.duration_since(start).as_secs();
    let seconds = if seconds < 0 {
        seconds + SignedDuration::from_hours(24).as_secs()
    } else {
        seconds
    };
    Length::seconds(u32::try_from(seconds).ok()?).ok()
}

fn fixed(typed: &str) -> Option<(bool, bool)> {
    let all = [(true, false), (false, true), (true, true)];
    if let Some(fixed) = one_of(&all, typed, |words, (start, end)| {
        Datum::Fixed(start, end).said(words)
    }) {
        return Some(fixed);
    }
    match typed.trim().to_lowercase().as_str() {
        "yes" | "y" | "true" | "fixed" | "✓" | "是" | "固定" => Some((true, false)),
        "no" | "n" | "false" | "-" | "否" => Some((false, false)),
        _ => None,
    }
}

/// Whether two names are the same but for spaces, marks and capitals.
pub(super) fn same(one: &str, other: &str) -> bool {
    key(one) == key(other)
}
