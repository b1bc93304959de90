//! One way of saying everything, which both forms have: what a file says and what an export would say now are compared in
//! it, so that the same thing said in two ways is no change.

use jiff::tz::Offset;
use serde_json::{Map, Number, Value};

use super::{
    facts::{Moment, Place, Rest, Schedule, Speaker},
    identity,
    of_event::names,
    rest::has_place,
};
use crate::model::shown;

/// How deep a value that is only passed on may lie inside others. An export puts it a dozen deeper, where it still has to
/// be read ([`limits::DEPTH`](crate::exchange::limits::DEPTH)); what lies deeper is kept as its text.
const DEPTH: usize = 40;

/// A text as both forms can carry it: with single line ends, without space around it, with signs that are seen, and
/// without characters that XML does not have.
pub(super) fn said(text: &str) -> String {
    shown(&tidied(text)).into_owned()
}

/// As [`said`], with the signs that are in it.
fn tidied(text: &str) -> String {
    let text: String = text.chars().filter(|c| has_place(*c)).collect();
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.trim().to_owned()
}

/// Every text in a value as XML would give it.
pub(super) fn tidy(value: &mut Value) {
    match value {
        Value::String(text) => *text = tidied(text),
        Value::Array(items) => items.iter_mut().for_each(tidy),
        Value::Object(fields) => fields.values_mut().for_each(tidy),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// As [`said`], on one line: a name, and whatever is an attribute in XML.
pub(super) fn said_on_a_line(text: &str) -> String {
    said(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Whether a file says the same as an export would. What an export does not tell is not the same.
pub(super) fn agrees(file: &str, told: Option<&Option<String>>) -> bool {
    told.is_some_and(|told| said(file) == told.as_deref().unwrap_or_default())
}

/// Makes what is only passed on, moments, rooms and lengths such as both forms can say.
pub(super) fn settle(schedule: &mut Schedule) {
    let is_ours = |name: &str| [names::DAYS, names::ZONE].contains(&name);
    settle_rest(&mut schedule.rest, |name, _| {
        is_ours(name) || name.starts_with(names::BESIDE)
    });
    settle_rest(&mut schedule.beside, |_, _| false);
    // A begin and an end that only repeat the days follow from them.
    for (name, day) in [
        ("start", schedule.days.first()),
        ("end", schedule.days.last()),
    ] {
        let date = day.map(|day| day.date.to_string());
        if identity::text(&schedule.rest, name) == date {
            schedule.rest.remove(name);
        }
    }
    for day in &mut schedule.days {
        day.start = day.start.map(settled_moment);
        day.end = day.end.map(settled_moment);
    }
    for place in std::mem::take(&mut schedule.places) {
        let name = said_on_a_line(&place.name);
        let mut known = schedule.places.iter();
        if !known.any(|known| said_on_a_line(&known.name) == name) {
            schedule.places.push(place);
        }
    }
    for place in &mut schedule.places {
        settle_place(place);
    }
    for talk in &mut schedule.talks {
        talk.start = talk.start.map(settled_moment);
        talk.seconds = talk.seconds.filter(|seconds| *seconds > 0);
        settle_rest(&mut talk.rest, |name, value| match name {
            "guid" => !value.is_string(),
            name => [names::KIND, names::SUMMARY, "description"].contains(&name),
        });
        for speaker in talk.speakers.iter_mut().flatten() {
            settle_speaker(speaker);
        }
    }
}

fn settle_speaker(speaker: &mut Speaker) {
    settle_rest(&mut speaker.rest, |name, value| match name {
        "guid" => !(value.is_string() || value.is_number()),
        name => [names::NAME, names::SYSTEM, "biography"].contains(&name),
    });
}

/// What an export says of somebody, settled.
pub(super) fn told(mut speaker: Speaker) -> Speaker {
    settle_speaker(&mut speaker);
    say_of(&mut speaker);
    speaker
}

fn say_of(speaker: &mut Speaker) {
    speaker.name = said_on_a_line(&speaker.name);
    speaker.biography = speaker.biography.as_deref().map(said);
}

fn settle_place(place: &mut Place) {
    settle_rest(&mut place.rest, |name, _| name == "guid");
}

/// Makes every text such as both forms can carry it, for an export. A name that was read stays as it was written.
pub(super) fn say(schedule: &mut Schedule) {
    let text = |text: &mut String| *text = said(text);
    let line = |text: &mut String| *text = said_on_a_line(text);
    text(&mut schedule.title);
    schedule.zone.iter_mut().for_each(line);
    for day in &mut schedule.days {
        // The last day of the calendar has no end.
        let at = |hour, minute, second| Moment {
            local: day.date.at(hour, minute, second, 0),
            offset: None,
        };
        let (start, end) = (
            day.start.unwrap_or(at(0, 0, 0)),
            day.end.unwrap_or(at(23, 59, 59)),
        );
        (day.start, day.end) = (Some(whole(start)), Some(whole(end)));
    }
    for place in &mut schedule.places {
        line(&mut place.name);
        place.guid.iter_mut().for_each(line);
    }
    for talk in &mut schedule.talks {
        talk.start = talk.start.map(whole);
        talk.room.iter_mut().for_each(line);
        for one in [
            &mut talk.title,
            &mut talk.kind,
            &mut talk.summary,
            &mut talk.description,
        ] {
            one.iter_mut().for_each(text);
        }
        for speaker in talk.speakers.iter_mut().flatten() {
            say_of(speaker);
        }
    }
}

/// Both forms give every moment an offset; at the two ends of the calendar it may have none.
fn whole(moment: Moment) -> Moment {
    Moment {
        offset: moment.offset.or(Some(Offset::UTC)),
        ..moment
    }
}

/// A moment whose offset has no seconds: neither form can write them.
fn settled_moment(moment: Moment) -> Moment {
    let settled = || {
        let offset = Offset::from_seconds(moment.offset?.seconds() / 60 * 60).ok()?;
        Some(Moment {
            local: offset.to_datetime(moment.instant()?),
            offset: Some(offset),
        })
    };
    settled().unwrap_or(moment)
}

/// What is only passed on. A name that has a meaning here stands behind a line.
fn settle_rest(rest: &mut Rest, is_ours: impl Fn(&str, &Value) -> bool) {
    for (name, value) in std::mem::take(rest) {
        let mut name = said_on_a_line(&name);
        let value = settled(value, 1);
        while is_ours(&name, &value) {
            name.insert(0, '_');
        }
        rest.entry(name).or_insert(value);
    }
}

fn settled(value: Value, depth: usize) -> Value {
    match value {
        Value::String(text) => Value::String(said(&text)),
        Value::Number(number) => settled_number(number),
        Value::Array(_) | Value::Object(_) if depth > DEPTH => {
            Value::String(said(&value.to_string()))
        }
        Value::Array(items) => {
            let items = items.into_iter().map(|item| settled(item, depth + 1));
            Value::Array(items.collect())
        }
        Value::Object(fields) => {
            let fields = fields.into_iter();
            let fields: Map<String, Value> = fields
                .map(|(name, value)| (said_on_a_line(&name), settled(value, depth + 1)))
                .collect();
            Value::Object(fields)
        }
        Value::Null | Value::Bool(_) => value,
    }
}

/// A number that is read as what is written: the last digit of a long fraction may be another one.
fn settled_number(mut number: Number) -> Value {
    for _ in 0..4 {
        match serde_json::from_str::<Number>(&number.to_string()) {
            Ok(again) if again == number => return Value::Number(number),
            Ok(again) => number = again,
            Err(_) => break,
        }
    }
    Value::String(number.to_string())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_is_settled_stays_so() {
        for (text, expected) in [
            (" a\r\nb\rc ", "a\nb\nc"),
            ("a\u{202e}b\u{0}", "a[U+202E]b"),
            ("\u{fffe} a", "a"),
        ] {
            assert_eq!(said(text), expected);
            assert_eq!(said(expected), expected);
        }
        assert_eq!(said_on_a_line(" a\n\u{85} b "), "a b");
        let mut deep = json!("end");
        for _ in 0..60 {
            deep = json!([deep]);
        }
        let once = settled(deep, 1);
        assert_eq!(settled(once.clone(), 1), once);
        let mut rest = Rest::from([("type".into(), json!(1)), ("_type".into(), json!(2))]);
        settle_rest(&mut rest, |name, _| name == "type");
        assert_eq!(rest, Rest::from([("_type".into(), json!(2))]));
    }
}
