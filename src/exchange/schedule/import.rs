//! What a schedule would do to an event.

use std::collections::{HashMap, HashSet};

use jiff::{Timestamp, civil::DateTime};

use super::{
    facts::{Place, Schedule, Talk},
    identity,
    of_event::{days_kept, names, places_of},
    people::People,
    rest,
    sessions::{Around, Now, Times, differences, extra_told, keep, room_of},
    settle::said_on_a_line,
    zones,
};
use crate::{
    exchange::{Datum, Field, FieldChange, Proposal, Removal, Share, Spot, Why},
    model::{
        Audience, Details, Edit, Event, Item, ItemKind, Length, Placement, Room, RoomId, Session,
        SessionId, SessionKind, Start,
    },
    plan::Plan,
};

/// What would become of an event if this schedule were imported.
///
/// Sessions are found by their guid, people by guid, number or name, rooms by guid or name. What the file does not say
/// stays, and so does, unless `removal` says otherwise, what it does not name.
#[must_use]
pub fn import(event: &Event, plan: &Plan, schedule: &Schedule, removal: Removal) -> Proposal {
    let mut proposal = Proposal::new(ItemKind::Session);
    let chosen = zones::choose(event, schedule);
    for (spot, why) in &schedule.notes {
        proposal.note(spot.clone(), why.clone());
    }
    if let Some(why) = chosen.note.clone() {
        proposal.note(Spot::File, why);
    }
    let shared = |staff| Share {
        staff,
        ..Share::with_guests(0, Timestamp::UNIX_EPOCH)
    };
    let guests = Schedule::in_zone(event, plan, shared(false), &chosen.zone);
    let staff = Schedule::in_zone(event, plan, shared(true), &chosen.zone);
    let mut importer = Importer {
        event,
        plan,
        schedule,
        guests: talks(&guests),
        staff: talks(&staff),
        drafts: Vec::new(),
        wanted: HashMap::new(),
        seen: HashSet::new(),
    };
    let mut people = People::new(event, schedule);
    let rooms = importer.rooms(&guests, &mut proposal);
    let around = Around {
        event,
        zone: &chosen.zone,
        rooms: &rooms,
    };
    for talk in &schedule.talks {
        importer.talk(talk, &around, &mut people, &mut proposal);
    }
    people.propose(&mut proposal);
    importer.details([&guests, &staff], &chosen, &mut proposal);
    importer.settle();
    importer.propose(&mut proposal);
    if removal.absent {
        let absent = (event.sessions.iter())
            .filter(|session| session.audience == Audience::Guests)
            .filter(|session| !importer.seen.contains(&session.id));
        for session in absent {
            proposal.remove(event, session.id.into());
        }
    }
    proposal.finished()
}

fn talks(schedule: &Schedule) -> HashMap<SessionId, &Talk> {
    (schedule.talks.iter())
        .filter_map(|talk| {
            let id = identity::uuid(talk.guid.as_deref()?)?;
            Some((SessionId::from_uuid(id), talk))
        })
        .collect()
}

/// A session as it would be, and where it stands in the file.
struct Draft {
    spot: Spot,
    session: Session,
}

struct Importer<'a> {
    event: &'a Event,
    plan: &'a Plan,
    schedule: &'a Schedule,
    /// What an export would say now of each session, to guests and to the staff.
    guests: HashMap<SessionId, &'a Talk>,
    staff: HashMap<SessionId, &'a Talk>,
    drafts: Vec<Draft>,
    /// When the file wants each session to take place.
    wanted: HashMap<SessionId, Times>,
    seen: HashSet<SessionId>,
}

impl Importer<'_> {
    /// Puts the rooms of the file; gives each by its name there.
    fn rooms(&self, now: &Schedule, proposal: &mut Proposal) -> HashMap<String, RoomId> {
        let system = identity::system(self.schedule);
        let mut rooms = HashMap::new();
        let mut known: HashMap<String, RoomId> = HashMap::new();
        let told = places_of(self.event);
        for room in &self.event.rooms {
            for (_, name) in room.name.iter() {
                known.entry(said_on_a_line(name)).or_insert(room.id);
            }
        }
        for place in &self.schedule.places {
            let guid = place.guid.as_deref().and_then(identity::uuid);
            let shared = (self.schedule.places.iter())
                .filter(|other| other.guid.as_deref().and_then(identity::uuid) == guid)
                .count();
            let guid = guid.filter(|_| shared == 1).map(RoomId::from_uuid);
            let derived = RoomId::from_uuid(identity::derived(&[&system, "room", &place.name]));
            let there = |id: &RoomId| self.event.rooms.contains(*id);
            let name = said_on_a_line(&place.name);
            let told_so = told.iter().find(|(_, told)| {
                told.guid.as_deref().and_then(identity::uuid) == guid.map(RoomId::uuid)
            });
            let id = (told_so.filter(|_| guid.is_some()).map(|(id, _)| *id))
                .or(guid.filter(there))
                .or_else(|| known.get(&name).copied())
                .or(Some(derived).filter(there))
                .or(guid)
                .unwrap_or(derived);
            let before = self.event.rooms.get(id);
            let mut room = before.map_or_else(
                || Room {
                    id,
                    ..Room::new(crate::model::Text::default())
                },
                |room| (**room).clone(),
            );
            let shown = before.map(|room| room.name.shown(self.event.details.main_language()));
            // What the export says of it, settled.
            let told = (told.iter().find(|(told, _)| *told == id))
                .and_then(|(_, told)| now.places.iter().find(|place| place.name == told.name));
            // A room that was found by another of its names keeps the one that it has.
            let named =
                before.is_some_and(|room| room.name.iter().any(|(_, name)| *name == place.name));
            if named {
                let same = Place {
                    name: shown.unwrap_or_default().to_owned(),
                    ..place.clone()
                };
                room_of(self.event, &same, told, &mut room);
            } else {
                room_of(self.event, place, told, &mut room);
            }
            let changes = before.map_or_else(Vec::new, |before| room_changes(before, &room));
            proposal.put(self.event, Spot::File, room.into(), changes);
            rooms.insert(name, id);
        }
        rooms
    }

    fn talk(&mut self, talk: &Talk, around: &Around, people: &mut People, proposal: &mut Proposal) {
        let mut id = SessionId::from_uuid(super::session_id(talk, self.schedule));
        let mut copies = 1_u32;
        while self.seen.contains(&id) {
            if copies == 1 {
                let found = talk
                    .guid
                    .clone()
                    .or_else(|| identity::text(&talk.rest, "id"));
                proposal.note(talk.spot.clone(), Why::Twice(found.unwrap_or_default()));
            }
            copies += 1;
            let again = identity::derived(&[&id.to_string(), &copies.to_string()]);
            id = SessionId::from_uuid(again);
        }
        let told = self.staff.get(&id).copied();
        let mut times = around.times(talk);
        // A time that the clock skips, or length by it, is said as another one.
        if let (Some(told), Some(timed)) = (told, self.plan.timed(id))
            && told.start.is_some()
            && told.start == talk.start
        {
            times.start = Some(timed.start);
            if told.seconds == talk.seconds {
                let lasts = timed.end.duration_since(timed.start).as_secs();
                times.length =
                    (u32::try_from(lasts).ok()).and_then(|seconds| Length::seconds(seconds).ok());
            }
        }
        let first = || self.schedule.days.first().map(|day| day.date);
        let day = (times.start.map(DateTime::date))
            .or(talk.day)
            .or_else(first)
            .or_else(|| self.event.details.days.first().copied());
        let before = self.event.sessions.get(id);
        let Some(day) = before.map(|session| session.day).or(day) else {
            let title = talk.title.clone().unwrap_or_default();
            proposal.note(talk.spot.clone(), Why::NoTime(title));
            return;
        };
        self.seen.insert(id);
        let mut session = before.map_or_else(
            || Session {
                id,
                ..Session::new(SessionKind::Other, day)
            },
            |session| (**session).clone(),
        );
        let named = talk.speakers.as_ref().map(|speakers| {
            let mut named = Vec::new();
            for speaker in speakers {
                let who = people.who(&talk.spot, speaker);
                if !named.contains(&who) {
                    named.push(who);
                }
            }
            named
        });
        let same_people = [self.guests.get(&id).copied(), told]
            .into_iter()
            .flatten()
            .any(|told| people.named_in(told) == named);
        let now = Now {
            talk: told,
            to_guests: self.guests.get(&id).copied(),
            start: self.plan.timed(id).map(|timed| timed.start),
            same_people,
        };
        around.apply(talk, times, now, named.as_deref(), &mut session);
        self.wanted.insert(id, times);
        self.drafts.push(Draft {
            spot: talk.spot.clone(),
            session,
        });
    }

    /// What the file says of the event as a whole.
    fn details(
        &self,
        [now, staff]: [&Schedule; 2],
        chosen: &zones::Chosen,
        proposal: &mut Proposal,
    ) {
        let schedule = self.schedule;
        let mut details: Details = self.event.details.clone();
        if details.title.is_empty() {
            let lang = details.main_language().clone();
            details.title.set(&lang, schedule.title.clone());
        }
        // A day that follows from the sessions is told by an export, and need not be announced.
        let told: HashSet<_> = (now.days.iter().chain(&staff.days).map(|day| day.date))
            .chain(self.plan.days.iter().map(|day| day.date))
            .chain((self.event.sessions.iter()).filter_map(|session| {
                let timed = self.plan.timed(session.id)?;
                Some(timed.start.date())
            }))
            .collect();
        let days = schedule.days.iter().map(|day| (Spot::File, day.date));
        let starts = self.drafts.iter().filter_map(|draft| {
            let start = self.wanted.get(&draft.session.id)?.start?;
            Some((draft.spot.clone(), start.date()))
        });
        let new = days.chain(starts).filter(|(_, date)| !told.contains(date));
        proposal.add_days(self.event, new);
        keep(&schedule.rest, [Some(&now.rest)], None, &mut details.extra);
        for (name, value) in &schedule.beside {
            if !rest::agree(now.beside.get(name), Some(value)) {
                (details.extra).set(&format!("{}{name}", names::BESIDE), rest::kept(value));
            }
        }
        let is_told = schedule.days == now.days || schedule.days == staff.days;
        if !is_told && !schedule.days.is_empty() {
            (details.extra).set(names::DAYS, rest::kept(&days_kept(&schedule.days)));
        }
        if let Some(zone) = &chosen.adopted {
            details.time_zone.clone_from(zone);
            let named = schedule.zone.clone().filter(|named| named != zone);
            let kept = named
                .map(|named| rest::kept(&named.into()))
                .unwrap_or_default();
            details.extra.set(names::ZONE, kept);
        }
        proposal.put_details(self.event, details);
    }

    /// Sees to it that every session of the file starts when the file says so, also one that follows another which is
    /// longer now.
    fn settle(&mut self) {
        // Each round holds at least one more session in place; more than a few are a file that moves everything.
        const LAST: usize = 7;
        for round in 0..=LAST {
            let mut trial = self.event.clone();
            for draft in &self.drafts {
                // A session can always be put.
                drop(trial.apply(&Edit::from(draft.session.clone())));
            }
            for placement in self.order() {
                drop(trial.apply(&Edit::Place(placement)));
            }
            let plan = Plan::of(&trial);
            let mut moved = false;
            for draft in &mut self.drafts {
                let session = &mut draft.session;
                let Some(wanted) = self.wanted.get(&session.id) else {
                    continue;
                };
                let Some(timed) = plan.timed(session.id) else {
                    continue;
                };
                let follows = session.start == Start::Follows;
                if let Some(start) = wanted.start
                    && follows
                    && (timed.start != start || round == LAST)
                {
                    session.day = start.date();
                    session.start = Start::Fixed(start.time());
                    moved = true;
                }
                let lasts = timed.end.duration_since(timed.start);
                if let Some(length) = wanted.length
                    && session.until.is_some()
                    && lasts != length.span()
                {
                    session.length = length;
                    session.until = None;
                    moved = true;
                }
            }
            if !moved {
                return;
            }
        }
    }

    /// Where sessions that are new or moved stand in the run-of-show: before the first of their room that starts later.
    fn order(&self) -> Vec<Placement> {
        let starts = |session: &Session| {
            (self.wanted.get(&session.id).and_then(|times| times.start))
                .or_else(|| self.plan.timed(session.id).map(|timed| timed.start))
                .unwrap_or_else(|| session.day.at(0, 0, 0, 0))
        };
        if self.event.sessions.is_empty() {
            return Vec::new();
        }
        let drafts: HashMap<SessionId, &Session> = (self.drafts.iter())
            .map(|draft| (draft.session.id, &draft.session))
            .collect();
        let mut list: Vec<&Session> = (self.event.sessions.iter())
            .map(|session| drafts.get(&session.id).copied().unwrap_or(session))
            .collect();
        let is_new = |session: &&Session| !self.event.sessions.contains(session.id);
        list.extend(
            (self.drafts.iter())
                .map(|draft| &draft.session)
                .filter(is_new),
        );
        let mut moved: Vec<&Session> = (self.drafts.iter())
            .map(|draft| &draft.session)
            .filter(|session| match self.event.sessions.get(session.id) {
                None => true,
                Some(before) => {
                    let was = self.plan.timed(session.id).map(|timed| timed.start);
                    before.room != session.room || was != Some(starts(session))
                }
            })
            .collect();
        moved.sort_by_key(|session| starts(session));
        let mut placements = Vec::new();
        for session in moved {
            let Some(from) = list.iter().position(|other| other.id == session.id) else {
                continue;
            };
            let at = starts(session);
            let beside = |other: &&Session| other.day == session.day && other.room == session.room;
            let later = |other: &&Session| starts(other) > at;
            let before = list[..from].iter().rfind(|other| beside(other));
            let after = list[from + 1..].iter().find(|other| beside(other));
            let stands = before.is_none_or(|before| starts(before) <= at)
                && after.is_none_or(|after| starts(after) >= at);
            if stands && !is_new(&session) {
                continue;
            }
            list.remove(from);
            let to = (list.iter().position(|other| beside(other) && later(other)))
                .or_else(|| list.iter().rposition(beside).map(|last| last + 1))
                .or_else(|| list.iter().position(later))
                .unwrap_or(list.len());
            list.insert(to, session);
            if to != from {
                let before = list.get(to + 1).map(|next| next.id);
                placements.push(Placement::Session(session.id, before));
            }
        }
        placements
    }

    fn propose(&mut self, proposal: &mut Proposal) {
        if self.event.sessions.is_empty() {
            let wanted = &self.wanted;
            // What has no time of its own comes at the end of its day.
            (self.drafts).sort_by_key(|draft| {
                let times = wanted.get(&draft.session.id);
                times
                    .and_then(|times| times.start)
                    .unwrap_or_else(|| draft.session.day.at(23, 59, 59, 0))
            });
        }
        let placements = self.order();
        for Draft { spot, session } in std::mem::take(&mut self.drafts) {
            let before = self.event.sessions.get(session.id);
            let changes =
                before.map_or_else(Vec::new, |before| differences(self.event, before, &session));
            proposal.put(self.event, spot, Item::from(session), changes);
        }
        for placement in placements {
            proposal.also(Edit::Place(placement));
        }
    }
}

fn room_changes(before: &Room, after: &Room) -> Vec<FieldChange> {
    let mut changes = Vec::new();
    let mut differs = |field: Field, [before, after]: [Datum; 2]| {
        changes.push(FieldChange {
            target: field.one(),
            before,
            after,
        });
    };
    if before.name != after.name {
        let name = |room: &Room| {
            let names: Vec<&str> = room.name.iter().map(|(_, name)| name.as_str()).collect();
            Datum::text(&names.join("; "))
        };
        differs(Field::Name, [name(before), name(after)]);
    }
    if before.extra != after.extra {
        differs(Field::Extra, extra_told(&before.extra, &after.extra));
    }
    changes
}
