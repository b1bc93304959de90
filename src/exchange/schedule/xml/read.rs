//! Reads the XML form, as pentabarf, frab, pretalx and the tools of c3voc write it. What both forms say goes by the
//! names of the JSON form.

use serde_json::{Map, Value, json};

use super::{
    super::{
        Fault,
        facts::{Day, Moment, Place, Rest, Schedule, Speaker, Talk},
        rest::{self, Leftovers},
        when,
    },
    tree::{self, Node},
};
use crate::exchange::{Field, Spot, Why};

/// Reads a schedule.
pub fn read(text: &str) -> Result<Schedule, Fault> {
    if text.trim().is_empty() {
        return Err(Fault::Empty);
    }
    let (root, leftovers) = tree::read(text, rest::NAME)?;
    if root.name != "schedule" {
        return Err(Fault::NotASchedule);
    }
    let mut schedule = Schedule::default();
    for child in &root.children {
        match child.name.as_str() {
            "conference" => conference(child, &mut schedule),
            "day" => day(child, &mut schedule),
            // Who wrote a file is a fact of that file.
            "generator" => {}
            name => put(&mut schedule.beside, name, child.value()),
        }
    }
    let has_rooms = || root.all("day").any(|day| day.child("room").is_some());
    if root.child("conference").is_none() && !has_rooms() {
        return Err(Fault::NotASchedule);
    }
    if let Some(leftovers) = leftovers
        && let Ok(leftovers) = serde_json::from_str::<Leftovers>(&leftovers)
    {
        leftovers.give_back(&mut schedule);
    }
    Ok(schedule)
}

fn put(rest: &mut Rest, name: &str, value: Value) {
    rest.insert(name.to_owned(), value);
}

fn conference(node: &Node, schedule: &mut Schedule) {
    for child in &node.children {
        let text = || child.text.trim().to_owned();
        match child.name.as_str() {
            "title" => schedule.title = text(),
            "time_zone_name" => schedule.zone = Some(text()),
            // How many there are is counted anew.
            "days" | "track" => {}
            "base_url" => put(&mut schedule.beside, "base_url", Value::String(text())),
            "color" => put(&mut schedule.rest, "colors", child.value()),
            name => put(&mut schedule.rest, name, child.value()),
        }
    }
    let tracks: Vec<Value> = node.all("track").map(track).collect();
    if !tracks.is_empty() {
        put(&mut schedule.rest, "tracks", Value::Array(tracks));
    }
}

fn track(node: &Node) -> Value {
    let mut fields: Map<String, Value> = (node.attributes.iter())
        .map(|(name, value)| (name.clone(), Value::String(value.clone())))
        .collect();
    let text = node.text.trim();
    match fields.get("name").and_then(Value::as_str) {
        Some(name) if name == text || text.is_empty() => {}
        Some(_) => drop(fields.insert("text".into(), text.into())),
        None => drop(fields.insert("name".into(), text.into())),
    }
    Value::Object(fields)
}

fn day(node: &Node, schedule: &mut Schedule) {
    let moment = |name| node.attribute(name).and_then(when::moment);
    let (start, end) = (moment("start"), moment("end"));
    let written = node.attribute("date").unwrap_or_default();
    let date = when::date(written).or_else(|| start.map(|start| start.local.date()));
    let day = date.map(|date| Day { date, start, end });
    if when::date(written).is_none() && (day.is_none() || !written.is_empty()) {
        not_understood(schedule, node, Field::Day, written);
    }
    schedule.days.extend(day.clone());
    for room in node.all("room") {
        let name = room.attribute("name").unwrap_or_default().trim();
        let places = &mut schedule.places;
        if !name.is_empty() && !places.iter().any(|place| place.name == name) {
            places.push(Place {
                name: name.to_owned(),
                guid: room.attribute("guid").map(str::to_owned),
                rest: Rest::new(),
            });
        }
        for event in room.all("event") {
            talk(event, day.as_ref(), name, schedule);
        }
    }
}

/// The fields of an event that are read apart.
const READ: [&str; 16] = [
    "room",
    "title",
    "type",
    "date",
    "start",
    "end",
    "duration",
    "abstract",
    "description",
    "persons",
    "recording",
    "links",
    "attachments",
    "guid",
    "id",
    "code",
];

fn talk(node: &Node, day: Option<&Day>, room: &str, schedule: &mut Schedule) {
    let mut rest: Rest = (node.attributes.iter())
        .filter(|(name, _)| name != "guid")
        .map(|(name, value)| (name.clone(), number_or_text(value)))
        .collect();
    for child in (node.children.iter()).filter(|child| !READ.contains(&child.name.as_str())) {
        put(&mut rest, &child.name, child.value());
    }
    if let Some(recording) = node.child("recording") {
        for child in &recording.children {
            let text = child.text.trim();
            match child.name.as_str() {
                "license" => put(&mut rest, "recording_license", text.into()),
                "optout" => put(&mut rest, "do_not_record", flag(text)),
                name => put(&mut rest, &format!("recording_{name}"), child.value()),
            }
        }
    }
    for (name, one) in [("links", "link"), ("attachments", "attachment")] {
        if let Some(list) = node.child(name) {
            let items = list.all(one).map(reference).collect();
            put(&mut rest, name, Value::Array(items));
        }
    }
    let inner = node.text_of("room").filter(|name| !name.is_empty());
    let start = start(node, day, schedule);
    let seconds = seconds(node, start, schedule);
    schedule.talks.push(Talk {
        spot: Spot::Line(node.line),
        guid: node.attribute("guid").map(str::to_owned),
        day: day.map(|day| day.date),
        start,
        seconds,
        room: inner.or_else(|| Some(room.to_owned())),
        title: node.text_of("title"),
        kind: node.text_of("type"),
        summary: node.text_of("abstract"),
        description: node.text_of("description"),
        speakers: (node.child("persons"))
            .map(|persons| persons.all("person").filter_map(speaker).collect()),
        rest,
    });
}

/// An identity that is written in digits is a number in the JSON form.
fn number_or_text(text: &str) -> Value {
    match text.trim().parse::<u64>() {
        Ok(number) if number.to_string() == text.trim() => json!(number),
        _ => Value::String(text.to_owned()),
    }
}

fn flag(text: &str) -> Value {
    match text {
        "true" | "1" => Value::Bool(true),
        "false" | "0" => Value::Bool(false),
        text => Value::String(text.to_owned()),
    }
}

/// A link or an attachment.
fn reference(node: &Node) -> Value {
    let mut fields: Map<String, Value> = Map::new();
    for (name, value) in &node.attributes {
        let name = if name == "href" { "url" } else { name };
        fields.insert(name.to_owned(), Value::String(value.clone()));
    }
    let title = node.text.trim();
    if !title.is_empty() {
        fields.insert("title".into(), title.into());
    }
    Value::Object(fields)
}

fn speaker(node: &Node) -> Option<Speaker> {
    let name = node.text.trim().to_owned();
    (!name.is_empty()).then(|| Speaker {
        name,
        biography: None,
        rest: (node.attributes.iter())
            .map(|(name, value)| (name.clone(), number_or_text(value)))
            .collect(),
    })
}

/// When a talk starts: its date; else its time of day on the day in which it stands.
fn start(node: &Node, day: Option<&Day>, schedule: &mut Schedule) -> Option<Moment> {
    let date = node.text_of("date").unwrap_or_default();
    if let Some(moment) = when::moment(&date) {
        return Some(moment);
    }
    if !date.is_empty() {
        not_understood(schedule, node, Field::Day, &date);
    }
    let start = node.text_of("start").unwrap_or_default();
    let local = (day.zip(when::clock(&start))).map(|(day, time)| when::on_day(day, time));
    if local.is_none() {
        not_understood(schedule, node, Field::Start, &start);
    }
    local.map(|local| Moment {
        local,
        offset: day.and_then(|day| day.start?.offset),
    })
}

fn seconds(node: &Node, start: Option<Moment>, schedule: &mut Schedule) -> Option<u32> {
    let written = node.text_of("duration").unwrap_or_default();
    let until = || {
        let end = when::moment(&node.text_of("end")?)?;
        u32::try_from(end.since(start?).as_secs()).ok()
    };
    let seconds = when::seconds(&written).or_else(|| until().filter(|seconds| *seconds > 0));
    if seconds.is_none() {
        not_understood(schedule, node, Field::Length, &written);
    }
    seconds
}

fn not_understood(schedule: &mut Schedule, node: &Node, field: Field, found: &str) {
    let why = Why::NotUnderstood(field.one(), found.to_owned());
    schedule.notes.push((Spot::Line(node.line), why));
}
