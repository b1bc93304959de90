//! In which zone the times of a file are read.

use jiff::tz::{Offset, TimeZone};

use super::{
    facts::{Moment, Schedule},
    of_event::zone_told,
    settle,
};
use crate::{exchange::Why, model::Event};

/// The zone of an event after an import.
pub(super) struct Chosen {
    /// Its rules.
    pub zone: TimeZone,
    /// Its name, where the event takes that of the file.
    pub adopted: Option<String>,
    /// What there is to say of it.
    pub note: Option<Why>,
}

/// An event with sessions keeps its zone. One without takes that of the file: the one that it names, if its times are
/// those of that zone; else one of the same offset.
pub(super) fn choose(event: &Event, schedule: &Schedule) -> Chosen {
    let moments: Vec<Moment> = (schedule.talks.iter())
        .filter_map(|talk| talk.start)
        .filter(|moment| moment.offset.is_some())
        .collect();
    let agrees = |zone: &TimeZone| {
        moments.iter().all(|moment| {
            let offset = moment.instant().map(|instant| zone.to_offset(instant));
            offset == moment.offset
        })
    };
    let written = schedule.zone.as_deref().map(str::trim).unwrap_or_default();
    let named = TimeZone::get(written).ok();
    let own = event.details.zone();
    let keep = |note| Chosen {
        zone: (own.clone().or(named.clone())).unwrap_or(TimeZone::UTC),
        adopted: None,
        note,
    };
    let turned = || {
        let offset = moments.first().and_then(|moment| moment.offset);
        let said = match offset {
            Some(offset) if !named.as_ref().is_some_and(&agrees) => offset.to_string(),
            _ => written.to_owned(),
        };
        Why::OtherZone(said)
    };
    if !event.sessions.is_empty() {
        let differs = own.as_ref().is_some_and(|own| !agrees(own));
        return keep(differs.then(turned));
    }
    // What an export says now, and its times do not contradict, is how the event has it.
    let is_told = settle::said_on_a_line(&zone_told(&event.details)) == written;
    if is_told && own.as_ref().is_some_and(&agrees) {
        return keep(None);
    }
    let disagrees = named
        .is_some()
        .then(|| Why::ZoneDisagrees(written.to_owned()));
    match named.clone().filter(&agrees) {
        Some(zone) => Chosen {
            zone,
            adopted: Some(written.to_owned()),
            note: None,
        },
        None if own.as_ref().is_some_and(&agrees) => keep(disagrees),
        None => match fixed(&moments).and_then(|name| Some((TimeZone::get(&name).ok()?, name))) {
            Some((zone, name)) => Chosen {
                zone,
                adopted: Some(name),
                note: disagrees,
            },
            None => keep(Some(turned())),
        },
    }
}

/// A zone that always has the offset which all these moments have. Its name counts the other way.
fn fixed(moments: &[Moment]) -> Option<String> {
    let offset = moments.first()?.offset?;
    let all = moments.iter().all(|moment| moment.offset == Some(offset));
    let whole = offset.seconds() % 3600 == 0;
    let hours = offset.seconds() / 3600;
    (all && whole && (-12..=14).contains(&hours)).then(|| match hours {
        0 if offset == Offset::UTC => "UTC".to_owned(),
        hours if hours > 0 => format!("Etc/GMT-{hours}"),
        hours => format!("Etc/GMT+{}", -hours),
    })
}
