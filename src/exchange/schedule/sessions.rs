//! What a talk makes of a session.

use std::collections::HashMap;

use jiff::{civil::DateTime, tz::TimeZone};
use serde_json::Value;
use uuid::Uuid;

use super::{
    facts::{Place, Rest, Talk},
    identity,
    kinds::kind_of,
    of_event::names,
    people, rest, settle,
};
use crate::{
    exchange::{Datum, Field, FieldChange},
    model::{Event, Extra, Lang, Length, Room, RoomId, Session, Start, Text, Who},
    words::{Tongue, Words},
};

/// What there is to know of a file and an event when one talk is read.
pub(super) struct Around<'a> {
    pub event: &'a Event,
    /// The zone of the event after the import.
    pub zone: &'a TimeZone,
    /// The rooms by their names in the file.
    pub rooms: &'a HashMap<String, RoomId>,
}

/// What an export would say now of a session that is in the event.
#[derive(Clone, Copy, Default)]
pub(super) struct Now<'a> {
    /// To the staff.
    pub talk: Option<&'a Talk>,
    /// To guests: a number that the staff know of another session may be its.
    pub to_guests: Option<&'a Talk>,
    /// When it starts.
    pub start: Option<DateTime>,
    /// Whether the file names the same people as an export would, to guests or to the staff.
    pub same_people: bool,
}

/// When a talk takes place, by the event's own clock.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Times {
    /// When it starts.
    pub start: Option<DateTime>,
    /// How long it lasts.
    pub length: Option<Length>,
}

impl Around<'_> {
    fn lang(&self) -> &Lang {
        self.event.details.main_language()
    }

    /// Makes a session what the file says of it.
    pub fn apply(
        &self,
        talk: &Talk,
        times: Times,
        now: Now,
        named: Option<&[Who]>,
        session: &mut Session,
    ) {
        let told = now.talk;
        let differs = |file: &Option<String>, now: Option<&Option<String>>| {
            file.as_deref()
                .is_some_and(|file| !settle::agrees(file, now))
        };
        if differs(&talk.kind, told.map(|told| &told.kind))
            && let Some(kind) = &talk.kind
        {
            session.kind = kind_of(kind);
            let words = Words::new(Tongue::for_readers_of(self.lang()));
            let ours = words.session_kind(session.kind) == *kind;
            let kept = if ours {
                String::new()
            } else {
                rest::kept(&Value::String(kind.clone()))
            };
            session.extra.set(names::KIND, kept);
        }
        if differs(&talk.title, told.map(|told| &told.title)) {
            set(&mut session.title, self.lang(), talk.title.as_ref());
        }
        self.texts(talk, told, session);
        if let Some(start) = times.start
            && now.start != times.start
        {
            session.day = start.date();
            session.start = Start::Fixed(start.time());
        }
        if let Some(length) = times.length
            && told.is_none_or(|told| told.seconds != talk.seconds)
        {
            session.length = length;
            // A session that ends at a fixed time ends at another one now.
            let ends = times
                .start
                .and_then(|start| start.checked_add(length.span()).ok());
            session.until = session.until.and(ends.map(DateTime::time));
        }
        let room = talk.room.as_deref().map(settle::said_on_a_line);
        if differs(&room, told.map(|told| &told.room)) {
            let name = room.unwrap_or_default();
            session.room = self.rooms.get(&name).copied();
        }
        if let Some(named) = named.filter(|_| !now.same_people) {
            people::cast(session, named);
        }
        let known = [told, now.to_guests].map(|told| told.map(|told| &told.rest));
        keep(
            &talk.rest,
            known,
            Some(session.id.uuid()),
            &mut session.extra,
        );
        if let Some(guid) = talk.guid.as_deref().map(str::trim)
            && !guid.is_empty()
            && identity::uuid(guid) != Some(session.id.uuid())
        {
            let kept = rest::kept(&Value::String(guid.to_owned()));
            session.extra.set("guid", kept);
        }
    }

    /// When the event's own clock shows that a talk starts, and how long it lasts by that clock.
    pub fn times(&self, talk: &Talk) -> Times {
        let start = talk.start.map(|start| start.clock_of(self.zone));
        let seconds = talk.seconds.map(|seconds| {
            let ends = talk
                .start
                .map(|start| start.later(seconds).clock_of(self.zone));
            // The clock itself may be put forward or back meanwhile.
            let by_clock = ends
                .zip(start)
                .map(|(ends, start)| ends.duration_since(start));
            by_clock
                .and_then(|span| u32::try_from(span.as_secs()).ok())
                .unwrap_or(seconds)
        });
        Times {
            start,
            length: seconds.and_then(|seconds| Length::seconds(seconds).ok()),
        }
    }

    /// The summary is the file's abstract, or its description where that is all there is.
    fn texts(&self, talk: &Talk, told: Option<&Talk>, session: &mut Session) {
        let says = |text: &Option<String>| text.as_ref().is_some_and(|text| !text.is_empty());
        let was_description = session.extra.get(names::SUMMARY).is_some();
        let only = says(&talk.description) && !says(&talk.summary);
        let is_description = if told.is_some() {
            was_description && !says(&talk.summary)
        } else {
            only
        };
        let description_now = told.map(|told| &told.description);
        let description_differs = (talk.description.as_deref())
            .is_some_and(|file| !settle::agrees(file, description_now));
        if is_description {
            if !was_description {
                session.extra.set(names::SUMMARY, "description".into());
            }
            if description_differs {
                set(&mut session.summary, self.lang(), talk.description.as_ref());
            }
            return;
        }
        session.extra.set(names::SUMMARY, String::new());
        let summary_now = told.map(|told| &told.summary);
        if (talk.summary.as_deref()).is_some_and(|file| !settle::agrees(file, summary_now)) {
            set(&mut session.summary, self.lang(), talk.summary.as_ref());
        }
        if description_differs || was_description {
            let text = talk.description.clone().unwrap_or_default();
            (session.extra).set("description", rest::kept(&Value::String(text)));
        }
    }
}

/// Makes a room what the file says of it.
pub(super) fn room_of(event: &Event, place: &Place, now: Option<&Place>, room: &mut Room) {
    if now.is_none_or(|now| now.name != settle::said_on_a_line(&place.name)) {
        (room.name).set(event.details.main_language(), place.name.clone());
    }
    if let Some(guid) = &place.guid
        && now.is_none_or(|now| now.guid.as_ref() != Some(guid))
        && identity::uuid(guid) != Some(room.id.uuid())
    {
        (room.extra).set("guid", rest::kept(&Value::String(guid.clone())));
    }
    keep(
        &place.rest,
        [now.map(|now| &now.rest)],
        None,
        &mut room.extra,
    );
}

fn set(text: &mut Text, lang: &Lang, value: Option<&String>) {
    text.set(lang, value.cloned().unwrap_or_default());
}

/// Keeps what a file says beyond the fields that there are, where an export would not say the same.
pub(super) fn keep<const N: usize>(
    rest: &Rest,
    known: [Option<&Rest>; N],
    id: Option<Uuid>,
    extra: &mut Extra,
) {
    for (name, value) in rest {
        let same = (known.iter().flatten()).any(|known| rest::agree(known.get(name), Some(value)));
        // An address that only repeats the identity is what an export makes of none.
        let nowhere = rest::is_nowhere(name, value);
        // So does a number that an export makes of the identity.
        let made = name == "id"
            && id.is_some_and(|id| value.as_u64() == Some(identity::number(id).into()));
        if !same && !nowhere && !made {
            extra.set(name, rest::kept(value));
        }
    }
}

/// In which fields two states of a session differ.
pub(super) fn differences(event: &Event, before: &Session, after: &Session) -> Vec<FieldChange> {
    let lang = event.details.main_language();
    let mut changes = Vec::new();
    let mut field = |field: Field, [before, after]: [Datum; 2]| {
        changes.push(FieldChange {
            target: field.one(),
            before,
            after,
        });
    };
    let both = [before, after];
    if before.title != after.title {
        field(
            Field::Title,
            both.map(|one| Datum::text(one.title.shown(lang))),
        );
    }
    if before.kind != after.kind {
        field(Field::Kind, both.map(|one| Datum::Kind(one.kind)));
    }
    if before.day != after.day {
        field(Field::Day, both.map(|one| Datum::Date(one.day)));
    }
    if before.start != after.start {
        field(
            Field::Start,
            both.map(|one| match one.start {
                Start::Follows => Datum::Follows,
                Start::Fixed(time) => Datum::Time(time),
            }),
        );
    }
    if before.length != after.length {
        field(Field::Length, both.map(|one| Datum::Length(one.length)));
    }
    if before.until != after.until {
        field(
            Field::End,
            both.map(|one| one.until.map_or(Datum::Nothing, Datum::Time)),
        );
    }
    if before.room != after.room {
        let name = |id: RoomId| {
            event
                .rooms
                .get(id)
                .map(|room| room.name.shown(lang).to_owned())
        };
        field(
            Field::Room,
            both.map(|one| Datum::text(&one.room.and_then(name).unwrap_or_default())),
        );
    }
    if before.people != after.people {
        let count = |one: &Session| u32::try_from(one.people.len()).unwrap_or(u32::MAX);
        field(Field::People, both.map(|one| Datum::Number(count(one))));
    }
    if before.summary != after.summary {
        field(
            Field::Summary,
            both.map(|one| Datum::text(one.summary.shown(lang))),
        );
    }
    if before.extra != after.extra {
        field(Field::Extra, extra_told(&before.extra, &after.extra));
    }
    changes
}

/// What two states of what is kept do not have in common, as people read it.
pub(super) fn extra_told(before: &Extra, after: &Extra) -> [Datum; 2] {
    let told = |one: &Extra, other: &Extra| {
        let own: Vec<String> = (one.iter())
            .filter(|(name, value)| other.get(name) != Some(*value))
            .map(|(name, value)| format!("{name}: {value}"))
            .collect();
        Datum::text(&own.join("; "))
    };
    [told(before, after), told(after, before)]
}
