//! The run-of-show, in from other people's tables and out to them.

mod cells;
mod clear;
mod facts;
mod kinds;
mod lists;
mod order;
mod places;
mod row;
mod who;

use std::collections::{HashMap, HashSet};

use jiff::civil::{Date, DateTime};

use super::{
    Field, FieldChange, Of, Proposal, Removal, Spot, Target, Why,
    organisations::key,
    table::{Book, Layout, Reader, Row, text, times},
    write::{Column, Sheet},
};
use crate::{
    model::{Event, ItemId, ItemKind, RoomId, Session, SessionId, SessionKind, Start},
    plan::Plan,
    words::Words,
};
use facts::Context;

/// What an import of this table would do to an event.
pub(super) fn propose(event: &Event, book: &Book, layout: &Layout, removal: Removal) -> Proposal {
    let mut proposal = Proposal::new(ItemKind::Session);
    super::note_columns(&mut proposal, book, layout);
    let says_what = [Field::Title, Field::Kind]
        .into_iter()
        .any(|field| layout.one(field).is_some());
    if !says_what {
        proposal.note(Spot::File, Why::NoColumn(Field::Title));
        return proposal.finished();
    }
    let plan = Plan::of(event);
    let context = Context::of(event, &plan);
    let rows = row::Rows {
        context: &context,
        layout,
        reader: Reader::of(event),
    };
    let mut brought = row::Brought {
        places: places::Places::of(event, &context.teams),
        people: who::People::of(event),
        proposal,
    };
    let mut finder = Finder::of(event, &plan);
    let mut sessions: Vec<(Spot, Session)> = Vec::new();
    // When the last session so far of each room and day ends.
    let mut ends: HashMap<(Date, Option<RoomId>), DateTime> = HashMap::new();
    let (mut day, mut lacks_day) = (None, false);
    for row in layout.data(book) {
        let spot = Spot::Row(row.number);
        if row.cells.iter().all(super::table::Cell::is_empty) {
            continue;
        }
        // "Day 2 – 4 June" across the table says of which day the rows below it are.
        let mut full = row.cells.iter().filter(|cell| !cell.is_empty());
        if let (Some(only), None) = (full.next(), full.next())
            && let Some(heading) = rows.reader.day(only)
        {
            day = Some(heading);
            continue;
        }
        let Some(of_row) = rows.day(row, day, &mut brought.proposal) else {
            if !lacks_day {
                brought.proposal.note(Spot::File, Why::NoColumn(Field::Day));
            }
            lacks_day = true;
            continue;
        };
        day = Some(of_row);
        let Some(found) = finder.find(layout, row, of_row) else {
            // A row that only says the day is a heading of what follows.
            if layout
                .one(Field::Day)
                .is_none_or(|column| row.cell(column).is_empty())
            {
                brought.proposal.note(spot, Why::Nothing);
            }
            continue;
        };
        let there = found
            .there
            .and_then(|id| event.sessions.get(id))
            .map(AsRef::as_ref);
        let mut session = there
            .cloned()
            .unwrap_or_else(|| Session::new(SessionKind::Other, of_row));
        if let (None, Some(id)) = (there, found.own) {
            session.id = id;
        }
        session.day = of_row;
        if let Some(there) = there.filter(|_| removal.cleared) {
            rows.clear(&mut session, there, row);
        }
        let before = |session: &Session| ends.get(&(session.day, session.room)).copied();
        rows.fill(&mut session, there, row, &before, &mut brought);
        let lane = (session.day, session.room);
        let start = match session.start {
            Start::Fixed(time) => session.day.to_datetime(time),
            Start::Follows => ends
                .get(&lane)
                .copied()
                .unwrap_or_else(|| session.day.at(9, 0, 0, 0)),
        };
        let end = match session.until {
            Some(time) => session.day.to_datetime(time),
            None => start.checked_add(session.length.span()).unwrap_or(start),
        };
        ends.insert(lane, end);
        sessions.push((spot, session));
    }
    let row::Brought {
        places,
        people,
        mut proposal,
    } = brought;
    places.propose(&mut proposal);
    people.propose(&mut proposal);
    let days = (sessions.iter()).map(|(spot, session)| (spot.clone(), session.day));
    proposal.add_days(event, days);
    let targets = layout_targets(layout);
    let order: Vec<Session> = sessions
        .iter()
        .map(|(_, session)| session.clone())
        .collect();
    for (spot, session) in sessions {
        let there = event.sessions.get(session.id);
        let changes = there.map_or_else(Vec::new, |there| {
            changes(&context, there, &session, &targets)
        });
        proposal.put(event, spot, session.into(), changes);
    }
    let mut gone = HashSet::new();
    if removal.absent {
        let named: HashSet<SessionId> = order.iter().map(|session| session.id).collect();
        for session in &event.sessions {
            if !named.contains(&session.id) {
                gone.insert(session.id);
            }
        }
    }
    for edit in order::edits(event, &order) {
        proposal.also(edit);
    }
    for session in event
        .sessions
        .iter()
        .filter(|session| gone.contains(&session.id))
    {
        proposal.remove(event, session.id.into());
    }
    proposal.finished()
}

/// What the columns of a table say, and what follows from it.
fn layout_targets(layout: &Layout) -> Vec<Target> {
    let mut targets = Vec::new();
    for target in layout
        .columns
        .iter()
        .filter_map(|column| column.target.clone())
    {
        if target.of == Of::One && target.field.has_languages() {
            continue;
        }
        if !targets.contains(&target) {
            targets.push(target);
        }
    }
    targets
}

/// What is different between a session before and after.
fn changes(
    context: &Context<'_>,
    before: &Session,
    after: &Session,
    targets: &[Target],
) -> Vec<FieldChange> {
    if before == after {
        return Vec::new();
    }
    let words = Words::default();
    let fact = |session: &Session, target: &Target| match target.field {
        Field::Start | Field::End => facts::own(session, target),
        _ => context.fact(session, target, words),
    };
    let change = |target: &Target| {
        let (old, new) = (fact(before, target), fact(after, target));
        (old != new).then(|| FieldChange {
            target: target.clone(),
            before: old,
            after: new,
        })
    };
    let mut changes: Vec<FieldChange> = targets.iter().filter_map(change).collect();
    // What a column says may change what another field holds: an end the length, a text in no language its own.
    let languages = context.event.details.languages.iter();
    let more = [Field::Start, Field::Length, Field::Room, Field::People]
        .map(Field::one)
        .into_iter();
    let more = more.chain(languages.flat_map(|lang| {
        [Field::Title, Field::Room, Field::Summary].map(|field| field.in_lang(lang))
    }));
    for target in more {
        if !changes.iter().any(|change| change.target == target) {
            changes.extend(change(&target));
        }
    }
    if changes.is_empty() {
        // A room or a person that is new has no name in the event yet.
        let target = if before.room == after.room {
            Field::People
        } else {
            Field::Room
        };
        changes.push(FieldChange {
            target: target.one(),
            before: super::Datum::Nothing,
            after: super::Datum::Nothing,
        });
    }
    changes
}

/// Which session of the event a row is about.
struct Found {
    there: Option<SessionId>,
    /// The identity that the row gives.
    own: Option<SessionId>,
}

/// Finds sessions by identity, or by title, day and start.
struct Finder<'a> {
    event: &'a Event,
    plan: &'a Plan,
    by_title: HashMap<String, Vec<SessionId>>,
    taken: HashSet<SessionId>,
}

impl<'a> Finder<'a> {
    fn of(event: &'a Event, plan: &'a Plan) -> Self {
        let mut by_title: HashMap<String, Vec<SessionId>> = HashMap::new();
        for session in &event.sessions {
            let mut keys: Vec<String> = session.title.iter().map(|(_, title)| key(title)).collect();
            if keys.is_empty() {
                keys.extend(
                    crate::words::Tongue::ALL
                        .map(|tongue| key(&Words::new(tongue).session_kind(session.kind))),
                );
            }
            keys.sort_unstable();
            keys.dedup();
            for key in keys {
                by_title.entry(key).or_default().push(session.id);
            }
        }
        Self {
            event,
            plan,
            by_title,
            taken: HashSet::new(),
        }
    }

    /// The session of a row on a day. None if the row names no session.
    fn find(&mut self, layout: &Layout, row: &Row, day: Date) -> Option<Found> {
        let cell = |field| layout.one(field).map(|column| text(row.cell(column)));
        let titles: Vec<String> = (layout.of(Field::Title))
            .map(|(column, _)| text(row.cell(column)).into_owned())
            .filter(|title| !title.is_empty())
            .collect();
        let kind = cell(Field::Kind).filter(|kind| !kind.is_empty());
        if titles.is_empty() && kind.is_none() {
            return None;
        }
        let own = cell(Field::Id)
            .and_then(|id| uuid::Uuid::try_parse(&id).ok())
            .map(SessionId::from_uuid)
            // A row that was copied in a spreadsheet is another session.
            .filter(|id| !self.taken.contains(id));
        if let Some(id) = own {
            self.taken.insert(id);
            let there = self.event.sessions.contains(id).then_some(id);
            return Some(Found { there, own });
        }
        let keys: Vec<String> = if titles.is_empty() {
            kind.iter().map(|kind| key(kind)).collect()
        } else {
            titles
                .iter()
                .flat_map(|title| {
                    let (other, chinese) = super::script::apart(title);
                    [other, chinese]
                        .into_iter()
                        .flatten()
                        .map(|title| key(&title))
                        .collect::<Vec<_>>()
                })
                .collect()
        };
        let start = layout
            .one(Field::Start)
            .and_then(|column| times(row.cell(column)));
        let free: Vec<&Session> = (keys.iter())
            .filter_map(|key| self.by_title.get(key))
            .flatten()
            .filter(|id| !self.taken.contains(id))
            .filter_map(|id| self.event.sessions.get(*id).map(AsRef::as_ref))
            .collect();
        let at_start = |session: &&&Session| {
            let planned = self.plan.timed(session.id).map(|timed| timed.start.time());
            session.day == day && start.is_some_and(|(start, _)| planned == Some(start))
        };
        let on_day = |session: &&&Session| session.day == day;
        let there = (free.iter().find(at_start))
            .or_else(|| free.iter().find(on_day))
            .or_else(|| free.first())
            .map(|session| session.id);
        self.taken.extend(there);
        Some(Found { there, own: None })
    }
}

/// What a column can hold.
pub(super) fn choices(event: &Event, words: Words) -> Vec<Target> {
    let mut choices = Vec::new();
    for field in [
        Field::Day,
        Field::Start,
        Field::End,
        Field::Length,
        Field::Fixed,
        Field::Slack,
        Field::Kind,
        Field::Title,
        Field::Room,
        Field::People,
        Field::Steps,
        Field::Cues,
        Field::Officer,
        Field::Remarks,
        Field::Summary,
        Field::Audience,
        Field::Id,
    ] {
        if field == Field::Cues {
            for team in &event.teams {
                let name = team.name.shown(&words.tongue.lang());
                choices.push(field.of_team(name));
                let languages = event.details.languages.iter();
                choices.extend(languages.map(|lang| field.of_team_in(name, lang)));
            }
            continue;
        }
        if field.has_languages() {
            let languages = event.details.languages.iter();
            choices.extend(languages.map(|lang| field.in_lang(lang)));
        }
        choices.push(field.one());
    }
    choices
}

/// The run-of-show as a table for other programs: by day and time.
pub(super) fn sheet(event: &Event, words: Words) -> Sheet {
    let plan = Plan::of(event);
    let context = Context::of(event, &plan);
    let targets = facts::targets(event, words);
    let rows = order::as_shown(event, &plan).into_iter().filter_map(|id| {
        let session = event.sessions.get(id)?;
        let facts = targets.iter();
        let facts = facts.map(|target| context.fact(session, target, words));
        Some((ItemId::from(id), facts.collect()))
    });
    let (items, rows) = rows.unzip();
    Sheet {
        name: words.t("place-run-of-show"),
        rows,
        items,
        columns: targets
            .into_iter()
            .map(|target| Column::new(target, words))
            .collect(),
    }
}
