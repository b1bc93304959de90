//! Writes the JSON form, valid against c3voc's schema.

use serde::{Serialize, Serializer, ser::SerializeSeq};
use serde_json::{Value, json};

use super::super::{
    by_day,
    facts::{Day, Place, Schedule, Speaker, Talk},
    identity::{self, slug},
    rest::{self, Leftovers},
    when,
};
use crate::exchange::ExchangeError;

/// A value whose fields stand in the order in which they were put.
enum Node {
    Leaf(Value),
    List(Vec<Node>),
    Fields(Vec<(String, Node)>),
}

impl Serialize for Node {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Leaf(value) => value.serialize(serializer),
            Self::List(items) => {
                let mut list = serializer.serialize_seq(Some(items.len()))?;
                for item in items {
                    list.serialize_element(item)?;
                }
                list.end()
            }
            Self::Fields(fields) => {
                serializer.collect_map(fields.iter().map(|(name, value)| (name, value)))
            }
        }
    }
}

/// The schedule as a file.
pub fn write(schedule: &Schedule, left: &Leftovers) -> Result<String, ExchangeError> {
    let mut root = Object::default();
    let version = identity::version(schedule);
    root.put("version", json!(version));
    for (name, value) in &schedule.beside {
        match name.as_str() {
            // The schema wants no rooms there, and knows what the others mean.
            "version" | "rooms" | "conference" | "events" | "persons" => {}
            "base_url" if !value.is_string() => {}
            _ => root.put(name, value.clone()),
        }
    }
    root.0
        .push(("conference".into(), conference(schedule, left)));
    let generator = json!({"name": "Runsheet", "version": env!("CARGO_PKG_VERSION")});
    let file = Node::Fields(vec![
        (
            "$schema".into(),
            Node::Leaf(json!("https://c3voc.de/schedule/schema.json")),
        ),
        ("generator".into(), Node::Leaf(generator)),
        ("schedule".into(), root.done()),
    ]);
    let mut text = serde_json::to_string_pretty(&file)
        .map_err(|error| ExchangeError::Unmade(error.to_string()))?;
    text.push('\n');
    Ok(text)
}

#[derive(Default)]
struct Object(Vec<(String, Node)>);

impl Object {
    fn put(&mut self, name: &str, value: Value) {
        self.0.push((name.to_owned(), Node::Leaf(value)));
    }

    fn done(self) -> Node {
        Node::Fields(self.0)
    }
}

fn conference(schedule: &Schedule, left: &Leftovers) -> Node {
    let mut object = Object::default();
    let (first, last) = (schedule.days.first(), schedule.days.last());
    let date = |day: Option<&Day>| day.map(|day| day.date.to_string()).unwrap_or_default();
    object.put("acronym", acronym(schedule).into());
    object.put("title", schedule.title.clone().into());
    for (name, date) in [("start", date(first)), ("end", date(last))] {
        let kept = identity::text(&schedule.rest, name).unwrap_or_default();
        let fits = when::date(&kept).is_some_and(|kept| kept.to_string() == date);
        object.put(name, if fits { kept } else { date }.into());
    }
    object.put("daysCount", json!(schedule.days.len()));
    let slot = identity::text(&schedule.rest, "timeslot_duration").unwrap_or_default();
    object.put("timeslot_duration", slot.into());
    if let Some(zone) = schedule.zone.as_ref().filter(|zone| is_zone(zone)) {
        object.put("time_zone_name", zone.clone().into());
    }
    let mut meta = serde_json::Map::new();
    for (name, value) in &schedule.rest {
        match (name.as_str(), value) {
            ("meta", Value::Object(fields)) => meta.clone_from(fields),
            ("description" | "logo" | "url", Value::String(_)) => object.put(name, value.clone()),
            ("colors", value) if are_colours(value) => object.put(name, value.clone()),
            ("keywords", value) if each(value, Value::is_string) => object.put(name, value.clone()),
            ("tracks", value) if each(value, is_track) => object.put(name, value.clone()),
            _ => {}
        }
    }
    let rooms = schedule.places.iter().map(room).collect();
    object.0.push(("rooms".into(), Node::List(rooms)));
    let days = (by_day(schedule).into_iter().enumerate())
        .map(|(at, (day, rooms))| {
            let rooms = (rooms.into_iter())
                .map(|(name, talks)| {
                    let talks = talks.into_iter().map(|one| talk(one, schedule));
                    (name.to_owned(), Node::List(talks.collect()))
                })
                .collect();
            self::day(at + 1, day, rooms)
        })
        .collect();
    if !left.is_empty() {
        meta.insert(rest::NAME.into(), json!(left));
    }
    if !meta.is_empty() {
        object.put("meta", meta.into());
    }
    object.0.push(("days".into(), Node::List(days)));
    object.done()
}

/// The acronym, in the letters that the schema wants.
fn acronym(schedule: &Schedule) -> String {
    let acronym = identity::text(&schedule.rest, "acronym").unwrap_or_default();
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    let mut rest = acronym.chars();
    let first = rest.next().is_some_and(|c| plain(c) || c == '-');
    if first && acronym.len() >= 4 && rest.all(plain) {
        return acronym;
    }
    let plain = slug(&acronym, '_');
    if plain.len() >= 4 {
        plain
    } else {
        format!("{plain}_event").trim_start_matches('_').to_owned()
    }
}

/// The schema knows zones such as `Asia/Hong_Kong`, and UTC.
fn is_zone(zone: &str) -> bool {
    let word = |text: &str| {
        let mut letters = text.chars();
        letters.next().is_some_and(|c| c.is_ascii_uppercase())
            && letters.next().is_some_and(|c| c.is_ascii_lowercase())
    };
    zone == "UTC"
        || zone.split_once('/').is_some_and(|(area, city)| {
            word(area) && area.chars().skip(1).all(|c| c.is_ascii_lowercase()) && word(city)
        })
}

fn each(value: &Value, fits: impl Fn(&Value) -> bool) -> bool {
    value.as_array().is_some_and(|items| items.iter().all(fits))
}

fn are_colours(value: &Value) -> bool {
    let texts = ["primary", "background"]
        .iter()
        .all(|name| value.get(name).is_none_or(Value::is_string));
    value.is_object() && texts
}

fn is_track(value: &Value) -> bool {
    let text = |name: &str| value.get(name).is_none_or(Value::is_string);
    let slug = value.get("slug").and_then(Value::as_str);
    value.is_object() && text("name") && text("color") && text("slug") && slug.is_none_or(is_slug)
}

/// Small letters, digits, underscores and hyphens, the last neither of those.
pub(super) fn is_slug(text: &str) -> bool {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
    text.len() >= 2 && text.chars().all(|c| plain(c) || "_-".contains(c)) && text.ends_with(plain)
}

fn room(place: &Place) -> Node {
    const TYPES: [&str; 9] = [
        "lecturehall",
        "stage",
        "workshop",
        "outside",
        "online",
        "project",
        "bbb",
        "hangar",
        "other",
    ];
    let mut object = Object::default();
    object.put("name", place.name.clone().into());
    object.put("guid", place.guid.clone().unwrap_or_default().into());
    for (name, value) in &place.rest {
        let fits = match (name.as_str(), value) {
            ("slug", Value::String(text)) => is_slug(text),
            ("type", Value::String(text)) => TYPES.contains(&text.as_str()),
            ("stream_id" | "url", Value::String(_))
            | ("description", Value::String(_) | Value::Object(_))
            | ("capacity", Value::Number(_)) => true,
            (name, Value::String(_)) => name.starts_with("description_") && name.len() > 12,
            _ => false,
        };
        if fits {
            object.put(name, value.clone());
        }
    }
    object.done()
}

fn day(index: usize, day: &Day, rooms: Vec<(String, Node)>) -> Node {
    let mut object = Object::default();
    object.put("index", json!(index));
    object.put("date", day.date.to_string().into());
    let moments = [
        ("day_start", day.start, day.date.at(0, 0, 0, 0)),
        ("day_end", day.end, day.date.at(23, 59, 59, 0)),
    ];
    for (name, moment, usual) in moments {
        let moment = moment.unwrap_or(super::super::facts::Moment {
            local: usual,
            offset: None,
        });
        object.put(name, when::written(moment).into());
    }
    object.0.push(("rooms".into(), Node::Fields(rooms)));
    object.done()
}

fn talk(talk: &Talk, schedule: &Schedule) -> Node {
    let guid = talk.guid.clone().unwrap_or_default();
    let mut object = Object::default();
    let rest = &talk.rest;
    object.put("guid", guid.into());
    match rest.get("id") {
        Some(Value::Number(id)) if id.as_u64().is_some_and(|id| id > 0) => {
            object.put("id", json!(id));
        }
        _ => {
            let id = identity::number(super::super::session_id(talk, schedule));
            object.put("id", json!(id));
        }
    }
    if let Some(start) = talk.start {
        object.put("date", when::written(start).into());
        object.put("start", start.local.strftime("%H:%M").to_string().into());
        let seconds = talk.seconds.unwrap_or(0);
        object.put("duration", when::hours_minutes(seconds).into());
        if !seconds.is_multiple_of(60) {
            object.put("end", when::written(start.later(seconds)).into());
        }
    }
    let text = |text: &Option<String>| Value::String(text.clone().unwrap_or_default());
    object.put("room", text(&talk.room));
    object.put("slug", slug_of(talk, schedule).into());
    for (name, empty) in [
        ("url", json!("")),
        ("subtitle", json!("")),
        ("track", Value::Null),
        ("language", Value::Null),
    ] {
        match rest.get(name) {
            Some(value @ Value::String(_)) => object.put(name, value.clone()),
            _ => object.put(name, empty),
        }
        if name == "url" {
            object.put("title", text(&talk.title));
        }
    }
    object.put("type", text(&talk.kind));
    object.put("abstract", text(&talk.summary));
    object.put("description", text(&talk.description));
    for (name, value) in rest {
        let fits = match (name.as_str(), value) {
            (
                "guid" | "id" | "slug" | "url" | "subtitle" | "track" | "language" | "links"
                | "attachments",
                _,
            ) => continue,
            ("code", Value::String(code)) => {
                !code.is_empty()
                    && code
                        .bytes()
                        .all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
            }
            ("logo", _)
            | ("recording_license" | "feedback_url" | "origin_url", Value::String(_))
            | ("do_not_record", Value::Bool(_))
            | ("do_not_stream", Value::Bool(_) | Value::String(_)) => true,
            _ => false,
        };
        if fits {
            object.put(name, value.clone());
        }
    }
    for name in ["links", "attachments"] {
        let value = rest.get(name).unwrap_or(&Value::Null);
        let items = value.as_array().map_or(&[][..], Vec::as_slice);
        let fit: Vec<Value> = items
            .iter()
            .filter(|item| is_reference(item))
            .cloned()
            .collect();
        object.put(name, fit.into());
    }
    let speakers = talk.speakers.iter().flatten();
    let speakers = speakers.map(speaker).collect();
    object.0.push(("persons".into(), Node::List(speakers)));
    object.done()
}

/// The slug; where the file's own does not please the schema, one of the same meaning.
fn slug_of(talk: &Talk, schedule: &Schedule) -> String {
    let own = identity::text(&talk.rest, "slug").unwrap_or_default();
    if is_slug(&own) {
        return own;
    }
    let small = own.to_lowercase();
    if is_slug(&small) {
        return small;
    }
    let id = identity::number(super::super::session_id(talk, schedule));
    match slug(&own, '_') {
        plain if plain.is_empty() => format!("talk-{id}"),
        plain => format!("{plain}-{id}"),
    }
}

/// A link or an attachment as the schema wants it.
fn is_reference(value: &Value) -> bool {
    const TYPES: [&str; 8] = [
        "slides",
        "paper",
        "web",
        "blog",
        "article",
        "media",
        "related",
        "activitypub",
    ];
    let Some(fields) = value.as_object() else {
        return false;
    };
    fields.contains_key("url")
        && fields
            .iter()
            .all(|(name, value)| match (name.as_str(), value) {
                ("url" | "title", Value::String(_)) => true,
                ("type", Value::String(kind)) => TYPES.contains(&kind.as_str()),
                _ => false,
            })
}

/// A person, in the older of the two forms that the schema knows: newer programs read it as well.
fn speaker(speaker: &Speaker) -> Node {
    let guid = identity::text(&speaker.rest, "guid").unwrap_or_default();
    let mut object = Object::default();
    object.put("guid", guid.clone().into());
    let id = speaker.rest.get("id").filter(|id| id.is_u64()).cloned();
    let number = || identity::number(identity::derived(&["number", &guid]));
    object.put("id", id.clone().unwrap_or_else(|| json!(number())));
    object.put("public_name", speaker.name.clone().into());
    if let Some(biography) = speaker.biography.as_ref().filter(|text| !text.is_empty()) {
        object.put("biography", biography.clone().into());
    }
    for (name, value) in &speaker.rest {
        let fits = match (name.as_str(), value) {
            ("guid", _) => continue,
            ("id", _) if id.is_some() => continue,
            // With a name beside the public name a person would have both forms, and the schema wants one.
            ("id" | "name" | "public_name" | "biography", _) => false,
            ("url", value) => value.is_string(),
            ("links", value) => each(value, is_reference),
            _ => true,
        };
        if fits {
            object.put(name, value.clone());
        }
    }
    object.done()
}
