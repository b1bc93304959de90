//! The conference world's schedule, in JSON and XML: as frab, pretalx and the tools of c3voc write and read it.
//!
//! Both forms become one value, a [`Schedule`], and an event becomes one too. So an import compares like with like: what
//! a file says is taken over where it differs from what an export of the event would say now. A file that was just
//! exported changes nothing, and a file that changed brings its changes and nothing else.
//!
//! What a file says and the event has no field for is kept beside its items (see [`Extra`](crate::model::Extra)) and
//! goes into the next export.

pub mod facts;
mod identity;
mod import;
mod json;
mod kinds;
mod of_event;
mod people;
mod rest;
mod sessions;
mod settle;
mod text;
mod when;
mod xml;
mod zones;

use std::path::Path;

use uuid::Uuid;

pub use facts::Schedule;
pub use import::import;
pub(super) use of_event::zone_of;

use super::ExchangeError;
use facts::{Day, Talk};
use rest::Leftovers;

/// Which of the two forms a schedule has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// JSON.
    Json,
    /// XML.
    Xml,
}

/// Why the bytes of a file are no schedule.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Fault {
    /// They cannot be read from a line on: what the reader says.
    Broken(u32, String),
    /// Values lie in one another too deep.
    TooDeep,
    /// Entities are declared.
    Entities,
    /// Nothing is there.
    Empty,
    /// They are something else.
    NotASchedule,
}

impl Form {
    /// The form of a file, by its first character. None if it is neither.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Option<Self> {
        let head = text::of_bytes(&bytes[..bytes.len().min(400)]);
        match head.trim_start().chars().next()? {
            '{' => Some(Self::Json),
            '<' => Some(Self::Xml),
            _ => None,
        }
    }
}

/// Reads a schedule; the path is that of the file, for sentences.
///
/// # Errors
/// [`ExchangeError`] for what is neither form, is damaged, too deep, or declares entities.
pub fn read(path: &Path, bytes: &[u8]) -> Result<Schedule, ExchangeError> {
    let text = text::of_bytes(bytes);
    let read = match Form::of(bytes) {
        Some(form) => read_form(&text, form),
        None if text.trim().is_empty() => Err(Fault::Empty),
        None => Err(Fault::NotASchedule),
    };
    let file = path.to_path_buf();
    read.map_err(|fault| match fault {
        Fault::Broken(line, detail) => ExchangeError::BrokenAt { file, line, detail },
        Fault::TooDeep => ExchangeError::TooDeep(file),
        Fault::Entities => ExchangeError::Entities(file),
        Fault::Empty => ExchangeError::Empty(file),
        Fault::NotASchedule => ExchangeError::NotASchedule(file),
    })
}

fn read_form(text: &str, form: Form) -> Result<Schedule, Fault> {
    let mut schedule = match form {
        Form::Json => json::read(text),
        Form::Xml => xml::read(text),
    }?;
    settle::settle(&mut schedule);
    Ok(schedule)
}

/// A schedule as a file of this form. What the form has no place for is found out by reading what was written, and said
/// beside it, so that reading the file gives the whole.
///
/// # Errors
/// [`ExchangeError::Unmade`] if it cannot be written.
pub fn write(schedule: &Schedule, form: Form) -> Result<String, ExchangeError> {
    let written = |left: &Leftovers| match form {
        Form::Json => json::write(schedule, left),
        Form::Xml => xml::write(schedule, left),
    };
    let bare = written(&Leftovers::default())?;
    let back = read_form(&bare, form);
    let back = back.map_err(|fault| ExchangeError::Unmade(format!("{fault:?}")))?;
    let left = Leftovers::between(schedule, &back);
    if left.is_empty() {
        return Ok(bare);
    }
    written(&left)
}

/// Which session of an event a talk of this schedule is.
fn session_id(talk: &Talk, schedule: &Schedule) -> Uuid {
    identity::of_talk(talk, &identity::system(schedule))
}

/// One day with its rooms and what happens in each.
type Daily<'a> = (&'a Day, Vec<(&'a str, Vec<&'a Talk>)>);

/// The talks by day and room: the rooms in the order of their list, the talks in theirs.
fn by_day(schedule: &Schedule) -> Vec<Daily<'_>> {
    let mut days: Vec<Daily> = schedule.days.iter().map(|day| (day, Vec::new())).collect();
    let mut rooms: Vec<&str> = (schedule.places.iter())
        .map(|place| place.name.as_str())
        .collect();
    for talk in &schedule.talks {
        let held = days.iter().position(|(day, _)| day.holds(talk));
        let dated = || {
            let date = talk.start?.local.date();
            days.iter().rposition(|(day, _)| day.date <= date)
        };
        let at = held.or_else(dated).unwrap_or(0);
        let Some((_, in_rooms)) = days.get_mut(at) else {
            continue;
        };
        let room = talk.room.as_deref().unwrap_or_default();
        if !rooms.contains(&room) {
            rooms.push(room);
        }
        match in_rooms.iter_mut().find(|(name, _)| *name == room) {
            Some((_, talks)) => talks.push(talk),
            None => in_rooms.push((room, vec![talk])),
        }
    }
    let place = |name: &str| rooms.iter().position(|room| *room == name);
    for (_, in_rooms) in &mut days {
        in_rooms.sort_by_key(|(name, _)| place(name));
    }
    days
}
