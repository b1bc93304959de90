//! Reads the JSON form: as frab, pretalx and the tools of c3voc write it, with the talks of each day by room; and as the
//! newer hub writes it, with all talks in one list.

use std::{collections::HashMap, fmt};

use serde::{Deserialize, Deserializer, de};
use serde_json::{Map, Value};

use super::super::{
    Fault,
    facts::{Day, Moment, Place, Rest, Schedule, Speaker, Talk},
    identity,
    rest::{self, Leftovers},
    settle, when,
};
use crate::exchange::{Field, Spot, Why, limits};

/// Reads a schedule.
pub fn read(text: &str) -> Result<Schedule, Fault> {
    if text.trim().is_empty() {
        return Err(Fault::Empty);
    }
    if is_too_deep(text) {
        return Err(Fault::TooDeep);
    }
    let broken = |error: serde_json::Error| {
        Fault::Broken(u32::try_from(error.line()).unwrap_or(0), error.to_string())
    };
    let mut file: Value = serde_json::from_str(text).map_err(broken)?;
    settle::tidy(&mut file);
    let mut root = fields(file);
    // Some tools leave out the outermost object.
    let mut beside = match root.remove("schedule") {
        Some(schedule) => fields(schedule),
        None => root,
    };
    let mut conference = fields(beside.remove("conference").ok_or(Fault::NotASchedule)?);
    let Some(Value::Array(days)) = conference.remove("days") else {
        return Err(Fault::NotASchedule);
    };
    let mut reader = Reader {
        tracks: tracks(&conference),
        ..Reader::default()
    };
    let order: RoomOrder = serde_json::from_str(text).unwrap_or_default();
    let mut order = order.schedule.conference.days.into_iter();
    for (at, day) in days.into_iter().enumerate() {
        let rooms = order.next().unwrap_or_default().rooms.0;
        reader.day(fields(day), &rooms, at);
    }
    if let Some(Value::Array(talks)) = beside.remove("events") {
        for (at, talk) in talks.into_iter().enumerate() {
            let spot = Spot::Path(format!("events[{at}]"));
            reader.talk(fields(talk), None, "", spot);
        }
    }
    if let Some(Value::Array(persons)) = beside.remove("persons") {
        reader.persons(persons);
    }
    let mut schedule = reader.schedule;
    if let Some(Value::Array(rooms)) = conference.remove("rooms") {
        schedule.places = rooms.into_iter().map(fields).filter_map(place).collect();
    }
    schedule.title = taken(&mut conference, "title").unwrap_or_default();
    schedule.zone = taken(&mut conference, "time_zone_name");
    let leftovers = match conference.get_mut("meta") {
        Some(Value::Object(meta)) => meta.remove(rest::NAME),
        _ => None,
    };
    conference.remove("daysCount");
    schedule.rest = conference.into_iter().collect();
    schedule.beside = beside.into_iter().collect();
    if let Some(leftovers) = leftovers
        && let Ok(leftovers) = serde_json::from_value::<Leftovers>(leftovers)
    {
        leftovers.give_back(&mut schedule);
    }
    Ok(schedule)
}

/// Whether brackets lie in one another beyond [`limits::DEPTH`].
fn is_too_deep(text: &str) -> bool {
    let (mut depth, mut quoted, mut escaped) = (0_usize, false, false);
    for byte in text.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            b'[' | b'{' if !quoted => depth += 1,
            b']' | b'}' if !quoted => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > limits::DEPTH {
            return true;
        }
    }
    false
}

fn fields(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(fields) => fields,
        _ => Map::new(),
    }
}

/// A text, taken out; of one in several languages the first. What is no text stays.
fn taken(fields: &mut Map<String, Value>, name: &str) -> Option<String> {
    let text = match fields.get(name)? {
        Value::String(text) => text.trim().to_owned(),
        Value::Null => String::new(),
        Value::Object(languages) => {
            let text = languages
                .values()
                .find_map(Value::as_str)?
                .trim()
                .to_owned();
            if languages.len() > 1 {
                let all = Value::Object(languages.clone());
                fields.insert(format!("{name}_languages"), all);
            }
            text
        }
        Value::Bool(_) | Value::Number(_) | Value::Array(_) => return None,
    };
    fields.remove(name);
    Some(text)
}

/// The name of each track by its slug: newer files name a track by that alone.
fn tracks(conference: &Map<String, Value>) -> HashMap<String, String> {
    let of = |track: &Value| {
        let text = |name| track.get(name).and_then(Value::as_str).map(str::to_owned);
        text("slug").zip(text("name"))
    };
    let tracks = conference.get("tracks").and_then(Value::as_array);
    tracks.into_iter().flatten().filter_map(of).collect()
}

/// Some files write a number in quotation marks.
fn number_id(fields: &mut Map<String, Value>) {
    if let Some(Value::String(text)) = fields.get("id")
        && let Ok(number) = text.trim().parse::<u64>()
    {
        fields.insert("id".into(), number.into());
    }
}

fn place(mut room: Map<String, Value>) -> Option<Place> {
    Some(Place {
        name: taken(&mut room, "name")?,
        guid: taken(&mut room, "guid"),
        rest: room.into_iter().collect(),
    })
}

fn speaker(value: Value) -> Option<Speaker> {
    let mut person = match value {
        Value::String(name) => Map::from_iter([("public_name".to_owned(), Value::String(name))]),
        value => fields(value),
    };
    number_id(&mut person);
    let name = ["public_name", "full_public_name", "name"]
        .into_iter()
        .find_map(|field| taken(&mut person, field).filter(|name| !name.is_empty()))?;
    // Other names are kept only where they say something else.
    for field in ["public_name", "full_public_name", "name"] {
        if person.get(field).and_then(Value::as_str) == Some(&name) {
            person.remove(field);
        }
    }
    Some(Speaker {
        name,
        biography: taken(&mut person, "biography"),
        rest: person.into_iter().collect(),
    })
}

#[derive(Default)]
struct Reader {
    schedule: Schedule,
    tracks: HashMap<String, String>,
}

impl Reader {
    fn day(&mut self, mut day: Map<String, Value>, order: &[String], index: usize) {
        let moment = |day: &mut Map<String, Value>, names: [&str; 2]| {
            names
                .iter()
                .find_map(|name| when::moment(&taken(day, name)?))
        };
        let start = moment(&mut day, ["day_start", "start"]);
        let end = moment(&mut day, ["day_end", "end"]);
        let written = taken(&mut day, "date").unwrap_or_default();
        let date = when::date(&written).or_else(|| start.map(|start| start.local.date()));
        if when::date(&written).is_none() {
            self.not_understood(&Spot::Path(format!("days[{index}]")), Field::Day, &written);
        }
        let day_read = date.map(|date| Day { date, start, end });
        self.schedule.days.extend(day_read.clone());
        let Some(Value::Object(mut rooms)) = day.remove("rooms") else {
            return;
        };
        let names: Vec<String> = (order.iter().chain(rooms.keys())).cloned().collect();
        for name in names {
            let Some(Value::Array(talks)) = rooms.remove(&name) else {
                continue;
            };
            self.seen(&name);
            for (at, talk) in talks.into_iter().enumerate() {
                let [day, place] = [index, at].map(|at| u32::try_from(at + 1).unwrap_or(u32::MAX));
                let spot = Spot::Talk(day, name.clone(), place);
                self.talk(fields(talk), day_read.as_ref(), &name, spot);
            }
        }
    }

    /// A room that talks are in, which the list of rooms may not name.
    fn seen(&mut self, name: &str) {
        let places = &mut self.schedule.places;
        if !name.trim().is_empty() && !places.iter().any(|place| place.name == name) {
            places.push(Place {
                name: name.to_owned(),
                ..Place::default()
            });
        }
    }

    fn talk(&mut self, mut talk: Map<String, Value>, day: Option<&Day>, room: &str, spot: Spot) {
        number_id(&mut talk);
        let room = match talk.remove("room") {
            Some(Value::String(name)) if !name.trim().is_empty() => Some(name.trim().to_owned()),
            Some(Value::Object(mut place)) => taken(&mut place, "name"),
            _ => Some(room.to_owned()),
        };
        if let Some(room) = &room {
            self.seen(room);
        }
        if let Some(Value::Object(track)) = talk.get("track") {
            let named = |name: &str| track.get(name).and_then(Value::as_str).map(str::to_owned);
            let slug = named("slug");
            let name = named("name").or_else(|| self.tracks.get(slug.as_ref()?).cloned());
            if let Some(name) = name.or(slug) {
                talk.insert("track".into(), Value::String(name));
            }
        }
        let start = self.start(&mut talk, day, &spot);
        let seconds = self.seconds(&mut talk, start, &spot);
        let speakers = ["persons", "participants", "speakers"]
            .into_iter()
            .find_map(|name| match talk.get(name) {
                Some(Value::Array(_)) => talk.remove(name),
                _ => None,
            });
        let speakers = match speakers {
            Some(Value::Array(persons)) => Some(persons.into_iter().filter_map(speaker).collect()),
            _ => None,
        };
        let talk = Talk {
            spot,
            guid: taken(&mut talk, "guid"),
            day: day.map(|day| day.date),
            start,
            seconds,
            room,
            title: taken(&mut talk, "title"),
            kind: taken(&mut talk, "type"),
            summary: taken(&mut talk, "abstract"),
            description: taken(&mut talk, "description"),
            speakers,
            rest: talk.into_iter().collect(),
        };
        self.schedule.talks.push(talk);
    }

    /// When a talk starts: its date; else its time of day on the day in which it stands.
    fn start(
        &mut self,
        talk: &mut Map<String, Value>,
        day: Option<&Day>,
        spot: &Spot,
    ) -> Option<Moment> {
        let date = taken(talk, "date").unwrap_or_default();
        let start = taken(talk, "start").unwrap_or_default();
        if let Some(moment) = when::moment(&date).or_else(|| when::moment(&start)) {
            return Some(moment);
        }
        if !date.is_empty() {
            self.not_understood(spot, Field::Day, &date);
        }
        let local = (day.zip(when::clock(&start))).map(|(day, time)| when::on_day(day, time));
        if local.is_none() {
            self.not_understood(spot, Field::Start, &start);
        }
        local.map(|local| Moment {
            local,
            offset: day.and_then(|day| day.start?.offset),
        })
    }

    /// How long a talk lasts. Its end says so to the second, where it does not say something else altogether.
    fn seconds(
        &mut self,
        talk: &mut Map<String, Value>,
        start: Option<Moment>,
        spot: &Spot,
    ) -> Option<u32> {
        let written = match talk.remove("duration") {
            Some(Value::Number(minutes)) => minutes.to_string(),
            Some(Value::String(text)) => text,
            _ => String::new(),
        };
        let lasts = when::seconds(&written);
        let end = taken(talk, "end").and_then(|end| when::moment(&end));
        let until = start.zip(end).and_then(|(start, end)| {
            let seconds = u32::try_from(end.since(start).as_secs()).ok()?;
            (seconds > 0).then_some(seconds)
        });
        match (lasts, until) {
            (Some(lasts), Some(until)) if lasts.abs_diff(until) < 60 => Some(until),
            (Some(lasts), _) => Some(lasts),
            (None, Some(until)) => Some(until),
            (None, None) => {
                self.not_understood(spot, Field::Length, &written);
                None
            }
        }
    }

    /// What newer files say of a person once, beside the talks.
    fn persons(&mut self, persons: Vec<Value>) {
        let known: HashMap<String, Speaker> = (persons.into_iter().filter_map(speaker))
            .filter_map(|speaker| Some((identity::text(&speaker.rest, "guid")?, speaker)))
            .collect();
        let talks = self.schedule.talks.iter_mut();
        for speaker in talks.flat_map(|talk| talk.speakers.iter_mut().flatten()) {
            let guid = identity::text(&speaker.rest, "guid").unwrap_or_default();
            if let Some(more) = known.get(&guid) {
                let own: Rest = std::mem::replace(&mut speaker.rest, more.rest.clone());
                speaker.rest.extend(own);
                speaker.biography = speaker.biography.take().or(more.biography.clone());
            }
        }
    }

    fn not_understood(&mut self, spot: &Spot, field: Field, found: &str) {
        let why = Why::NotUnderstood(field.one(), found.to_owned());
        self.schedule.notes.push((spot.clone(), why));
    }
}

/// The names of a day's rooms as they stand in the file; a value forgets the order.
#[derive(Default, Deserialize)]
#[serde(default)]
struct RoomOrder {
    schedule: ScheduleOrder,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct ScheduleOrder {
    conference: ConferenceOrder,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct ConferenceOrder {
    days: Vec<DayOrder>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct DayOrder {
    rooms: Names,
}

#[derive(Default)]
struct Names(Vec<String>);

impl<'de> Deserialize<'de> for Names {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder;

        impl<'de> de::Visitor<'de> for InOrder {
            type Value = Vec<String>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("rooms")
            }

            fn visit_map<A: de::MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut names = Vec::new();
                while let Some((name, de::IgnoredAny)) = map.next_entry()? {
                    names.push(name);
                }
                Ok(names)
            }
        }

        deserializer.deserialize_map(InOrder).map(Self)
    }
}
