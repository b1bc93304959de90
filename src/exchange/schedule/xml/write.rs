//! Writes the XML form, valid against its schema.

use quick_xml::{
    Writer,
    events::{BytesDecl, BytesEnd, BytesPI, BytesStart, BytesText, Event},
};
use serde_json::{Value, json};

use super::{
    super::{
        by_day,
        facts::{Day, Moment, Rest, Schedule, Speaker, Talk},
        identity,
        rest::{self, Leftovers},
        session_id, when,
    },
    fits::{
        are_colours, are_tracks, attributes, is_acronym, is_code, is_duration, is_slug, is_web,
        records, web,
    },
};
use crate::{exchange::ExchangeError, model::shown};

type Done = std::io::Result<()>;

/// The schedule as a file.
pub fn write(schedule: &Schedule, left: &Leftovers) -> Result<String, ExchangeError> {
    let unmade = |error: String| ExchangeError::Unmade(error);
    let mut file = File {
        writer: Writer::new_with_indent(Vec::new(), b' ', 2),
        left,
        schedule,
    };
    file.all().map_err(|error| unmade(error.to_string()))?;
    let mut text =
        String::from_utf8(file.writer.into_inner()).map_err(|error| unmade(error.to_string()))?;
    text.push('\n');
    Ok(text)
}

struct File<'a> {
    writer: Writer<Vec<u8>>,
    left: &'a Leftovers,
    schedule: &'a Schedule,
}

/// A text in which signs are seen, without what XML has no way to write.
fn plain(text: &str) -> String {
    shown(text)
        .chars()
        .filter(|c| rest::has_place(*c))
        .collect()
}

/// A tag with these attributes.
fn tag<'a>(name: &'a str, attributes: &[(&str, &str)]) -> BytesStart<'a> {
    let mut tag = BytesStart::new(name);
    for (name, value) in attributes {
        tag.push_attribute((*name, plain(value).as_str()));
    }
    tag
}

impl File<'_> {
    fn all(&mut self) -> Done {
        let declaration = BytesDecl::new("1.0", Some("UTF-8"), None);
        self.writer.write_event(Event::Decl(declaration))?;
        // Talks come first, so that what has no place in them is known when the conference is written.
        let head = std::mem::replace(
            &mut self.writer,
            Writer::new_with_indent(Vec::new(), b' ', 2),
        );
        self.open("schedule", &[])?;
        let inner = self.writer.get_mut().len();
        for (at, (day, rooms)) in by_day(self.schedule).into_iter().enumerate() {
            self.day(at, day, rooms)?;
        }
        self.close("schedule")?;
        let days = std::mem::replace(&mut self.writer, head).into_inner();
        self.open("schedule", &[])?;
        self.empty(
            "generator",
            &[("name", "Runsheet"), ("version", env!("CARGO_PKG_VERSION"))],
        )?;
        self.beside()?;
        self.conference()?;
        self.writer.get_mut().extend_from_slice(&days[inner..]);
        Ok(())
    }

    fn open(&mut self, name: &str, attributes: &[(&str, &str)]) -> Done {
        self.writer.write_event(Event::Start(tag(name, attributes)))
    }

    fn close(&mut self, name: &str) -> Done {
        self.writer.write_event(Event::End(BytesEnd::new(name)))
    }

    fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) -> Done {
        self.writer.write_event(Event::Empty(tag(name, attributes)))
    }

    fn text(&mut self, name: &str, text: &str) -> Done {
        self.text_with(name, &[], text)
    }

    fn text_with(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) -> Done {
        if text.is_empty() {
            return self.empty(name, attributes);
        }
        self.open(name, attributes)?;
        self.writer
            .write_event(Event::Text(BytesText::new(&plain(text))))?;
        self.close(name)
    }

    fn beside(&mut self) -> Done {
        let beside = &self.schedule.beside;
        if let Some(url) = web(beside, "url") {
            self.text("url", &url)?;
        }
        let version = identity::version(self.schedule);
        self.text("version", &version)
    }

    fn conference(&mut self) -> Done {
        let rest = &self.schedule.rest;
        self.open("conference", &[])?;
        self.text("title", &self.schedule.title)?;
        let acronym = identity::text(rest, "acronym").unwrap_or_default();
        if is_acronym(&acronym) {
            self.text("acronym", &acronym)?;
        }
        let days = &self.schedule.days;
        for (name, day) in [("start", days.first()), ("end", days.last())] {
            let date = day.map(|day| day.date.to_string()).unwrap_or_default();
            self.text(name, &date)?;
        }
        self.text("days", &days.len().to_string())?;
        if let Some(zone) = &self.schedule.zone {
            self.text("time_zone_name", zone)?;
        }
        if let Some(url) = web(&self.schedule.beside, "base_url") {
            self.text("base_url", &url)?;
        }
        for (name, value) in rest {
            match name.as_str() {
                "timeslot_duration" if is_duration(value) => {
                    self.text(name, value.as_str().unwrap_or_default())?;
                }
                "logo" | "url" if web(rest, name).is_some() => {
                    self.text(name, value.as_str().unwrap_or_default())?;
                }
                "colors" if are_colours(value) => self.empty("color", &attributes(value))?,
                "tracks" if are_tracks(value) => {
                    for track in value.as_array().into_iter().flatten() {
                        let name = track.get("name").and_then(Value::as_str);
                        self.text_with("track", &attributes(track), name.unwrap_or_default())?;
                    }
                }
                _ => {}
            }
        }
        if !self.left.is_empty() {
            // An instruction ends at its first `?>`, which no text in it may hold.
            let json = json!(self.left).to_string().replace("?>", "?\\u003e");
            let said = format!("{} {}", rest::NAME, plain(&json));
            self.writer.write_event(Event::PI(BytesPI::new(said)))?;
        }
        self.close("conference")
    }

    fn day(&mut self, at: usize, day: &Day, rooms: Vec<(&str, Vec<&Talk>)>) -> Done {
        let moment = |moment: Option<Moment>, hour, minute, second| {
            when::written(moment.unwrap_or(Moment {
                local: day.date.at(hour, minute, second, 0),
                offset: None,
            }))
        };
        let start = moment(day.start, 0, 0, 0);
        let end = moment(day.end, 23, 59, 59);
        let (date, index) = (day.date.to_string(), (at + 1).to_string());
        self.open(
            "day",
            &[
                ("index", &index),
                ("date", &date),
                ("start", &start),
                ("end", &end),
            ],
        )?;
        let mut rooms = rooms;
        // A room in which there is nothing stands on the first day: it has no other place, nor has the order of all.
        if at == 0 {
            let mut all: Vec<(&str, Vec<&Talk>)> = (self.schedule.places.iter())
                .map(|place| (place.name.as_str(), Vec::new()))
                .collect();
            for (name, talks) in rooms {
                match all.iter_mut().find(|(known, _)| *known == name) {
                    Some((_, empty)) => *empty = talks,
                    None => all.push((name, talks)),
                }
            }
            rooms = all;
        }
        for (name, talks) in rooms {
            let guid = self.guid_of(name);
            let attributes = [("name", name), ("guid", guid.as_str())];
            let told = if guid.is_empty() { 1 } else { 2 };
            self.open("room", &attributes[..told])?;
            for talk in talks {
                self.talk(talk)?;
            }
            self.close("room")?;
        }
        self.close("day")
    }

    /// The identity of a room; what else is known of it has no place in this form.
    fn guid_of(&self, name: &str) -> String {
        let place = self.schedule.places.iter().find(|place| place.name == name);
        place
            .and_then(|place| place.guid.clone())
            .unwrap_or_default()
    }

    fn talk(&mut self, talk: &Talk) -> Done {
        let guid = talk.guid.clone().unwrap_or_default();
        let rest = &talk.rest;
        let own = identity::text(rest, "id").filter(|id| id.parse().is_ok_and(|id: u64| id > 0));
        let id = own
            .clone()
            .unwrap_or_else(|| identity::number(session_id(talk, self.schedule)).to_string());
        let code = identity::text(rest, "code").filter(|code| is_code(code));
        let mut attributes = vec![("guid", guid.as_str()), ("id", id.as_str())];
        attributes.extend(code.as_deref().map(|code| ("code", code)));
        self.open("event", &attributes)?;
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        if let Some(start) = talk.start {
            self.text("date", &when::written(start))?;
            let format = if start.local.second() == 0 {
                "%H:%M"
            } else {
                "%H:%M:%S"
            };
            self.text("start", &start.local.strftime(format).to_string())?;
            let seconds = talk.seconds.unwrap_or(0);
            // The schema has two digits of hours.
            let shown = seconds.min(100 * 3600 - 60);
            self.text("duration", &when::hours_minutes_seconds(shown))?;
        }
        self.text("room", &text(&talk.room))?;
        for (name, own) in [("slug", is_slug as fn(&str) -> bool), ("url", is_web)] {
            let value = identity::text(rest, name).unwrap_or_default();
            if own(&value) {
                self.text(name, &value)?;
            }
        }
        self.recording(rest)?;
        self.text("title", &text(&talk.title))?;
        for name in ["subtitle", "track", "language"] {
            let text = rest.get(name).and_then(Value::as_str);
            self.text(name, text.unwrap_or_default())?;
        }
        self.text("type", &text(&talk.kind))?;
        self.text("abstract", &text(&talk.summary))?;
        self.text("description", &text(&talk.description))?;
        for name in ["feedback_url", "logo", "origin_url", "video_download_url"] {
            if let Some(url) = web(rest, name) {
                self.text(name, &url)?;
            }
        }
        let speakers: Vec<&Speaker> = talk.speakers.iter().flatten().collect();
        self.list("persons", &speakers, Self::speaker)?;
        for (name, one) in [("links", "link"), ("attachments", "attachment")] {
            let items = rest.get(name).and_then(Value::as_array);
            let items: Vec<&Value> = items.into_iter().flatten().collect();
            self.list(name, &items, |file, item| file.reference(one, item))?;
        }
        self.close("event")
    }

    fn list<T: Copy>(
        &mut self,
        name: &str,
        items: &[T],
        mut one: impl FnMut(&mut Self, T) -> Done,
    ) -> Done {
        if items.is_empty() {
            return self.empty(name, &[]);
        }
        self.open(name, &[])?;
        for item in items {
            one(self, *item)?;
        }
        self.close(name)
    }

    fn recording(&mut self, rest: &Rest) -> Done {
        if !records(rest) {
            return Ok(());
        }
        self.open("recording", &[])?;
        let license = identity::text(rest, "recording_license").unwrap_or_default();
        self.text("license", &license)?;
        let optout = rest.get("do_not_record") == Some(&Value::Bool(true));
        self.text("optout", if optout { "true" } else { "false" })?;
        for (name, kept) in [("url", "recording_url"), ("link", "recording_link")] {
            if let Some(url) = web(rest, kept) {
                self.text(name, &url)?;
            }
        }
        self.close("recording")
    }

    fn speaker(&mut self, speaker: &Speaker) -> Done {
        let guid = identity::text(&speaker.rest, "guid").unwrap_or_default();
        let whole = speaker
            .rest
            .get("id")
            .filter(|id| id.is_i64() || id.is_u64());
        let id = whole.map(ToString::to_string).unwrap_or_default();
        let mut attributes = Vec::new();
        if !id.is_empty() {
            attributes.push(("id", id.as_str()));
        }
        // The schema knows no other form of an identity; one that is no guid is said as the one that follows from it.
        let follows = identity::of_speaker(speaker, "").to_string();
        let guid = if identity::uuid(&guid).is_some() {
            &guid
        } else {
            &follows
        };
        attributes.push(("guid", guid));
        self.text_with("person", &attributes, &speaker.name)
    }

    /// A link or an attachment.
    fn reference(&mut self, name: &str, item: &Value) -> Done {
        let field = |field: &str| item.get(field).and_then(Value::as_str);
        let mut attributes: Vec<(&str, &str)> = Vec::new();
        for (ours, theirs) in [("url", "href"), ("type", "type"), ("service", "service")] {
            if let Some(value) = field(ours).filter(|_| name == "link" || ours != "service") {
                attributes.push((theirs, value));
            }
        }
        self.text_with(name, &attributes, field("title").unwrap_or_default())
    }
}
