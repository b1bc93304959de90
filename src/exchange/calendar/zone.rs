//! The rules of a time zone for as long as an event lasts, for calendars that do not know it by its name.

use jiff::{SignedDuration, Timestamp, tz::TimeZone};

use super::lines::Lines;

/// How far before and after the event changes of the clock are told: so that there is summer and winter.
const AROUND: SignedDuration = SignedDuration::from_hours(366 * 24);

/// One time from which the clock goes otherwise.
struct Change {
    at: String,
    from: String,
    to: String,
    name: String,
    summer: bool,
}

/// Writes the zone with the changes of its clock around these two moments.
pub(super) fn write(lines: &mut Lines, zone: &TimeZone, name: &str, span: [Timestamp; 2]) {
    let [first, last] = span;
    let since = first.checked_sub(AROUND).unwrap_or(first);
    let until = last.checked_add(AROUND).unwrap_or(last);
    let before = zone
        .preceding(first)
        .next()
        .map(|change| change.timestamp());
    let mut changes: Vec<Change> = (zone.following(before.unwrap_or(since).min(since)))
        .take_while(|change| change.timestamp() < until)
        .map(|change| changed(zone, change.timestamp()))
        .collect();
    // The one that is in force when the event begins, however long it has been so.
    if let Some(before) = before.filter(|before| *before < since) {
        changes.insert(0, changed(zone, before));
    }
    if changes.is_empty() {
        let always = offset(zone, first);
        changes.push(Change {
            at: "19700101T000000".into(),
            from: always.clone(),
            to: always,
            name: zone.to_offset_info(first).abbreviation().to_owned(),
            summer: false,
        });
    }
    lines.plain("BEGIN", "VTIMEZONE");
    lines.plain("TZID", name);
    for change in changes {
        let part = if change.summer {
            "DAYLIGHT"
        } else {
            "STANDARD"
        };
        lines.plain("BEGIN", part);
        lines.plain("DTSTART", &change.at);
        lines.plain("TZOFFSETFROM", &change.from);
        lines.plain("TZOFFSETTO", &change.to);
        lines.text("TZNAME", &change.name);
        lines.plain("END", part);
    }
    lines.plain("END", "VTIMEZONE");
}

/// The change of the clock at a moment, which is written by the clock that went until then.
fn changed(zone: &TimeZone, at: Timestamp) -> Change {
    let until = at.checked_sub(SignedDuration::from_secs(1)).unwrap_or(at);
    let local = zone.to_offset(until).to_datetime(at);
    let info = zone.to_offset_info(at);
    Change {
        at: local.strftime("%Y%m%dT%H%M%S").to_string(),
        from: offset(zone, until),
        to: offset(zone, at),
        name: info.abbreviation().to_owned(),
        summer: info.dst().is_dst(),
    }
}

/// How far a zone's clock is from UTC: `+0800`.
fn offset(zone: &TimeZone, at: Timestamp) -> String {
    let seconds = zone.to_offset(at).seconds();
    let sign = if seconds < 0 { '-' } else { '+' };
    let seconds = seconds.unsigned_abs();
    let minutes = format!("{sign}{:02}{:02}", seconds / 3600, seconds / 60 % 60);
    match seconds % 60 {
        0 => minutes,
        rest => format!("{minutes}{rest:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(name: &str, first: &str, last: &str, expected: &[&str]) {
        let mut lines = Lines::default();
        let span = [first.parse().unwrap(), last.parse().unwrap()];
        write(&mut lines, &TimeZone::get(name).unwrap(), name, span);
        let file = lines.done();
        let found: Vec<&str> = (file.split("\r\n"))
            .filter(|line| !line.starts_with("TZID") && !line.ends_with("VTIMEZONE"))
            .filter(|line| !line.starts_with("END") && !line.is_empty())
            .collect();
        assert_eq!(found, expected, "{name}");
    }

    #[test]
    fn a_zone_has_the_rules_that_hold_during_the_event() {
        check(
            "Asia/Hong_Kong",
            "2025-06-03T01:00:00Z",
            "2025-06-03T10:00:00Z",
            &[
                "BEGIN:STANDARD",
                "DTSTART:19791021T033000",
                "TZOFFSETFROM:+0900",
                "TZOFFSETTO:+0800",
                "TZNAME:HKT",
            ],
        );
        check(
            "Etc/GMT-1",
            "2025-06-03T01:00:00Z",
            "2025-06-03T10:00:00Z",
            &[
                "BEGIN:STANDARD",
                "DTSTART:19700101T000000",
                "TZOFFSETFROM:+0100",
                "TZOFFSETTO:+0100",
                "TZNAME:+01",
            ],
        );
        check(
            "Europe/Berlin",
            "2025-06-03T01:00:00Z",
            "2025-06-03T10:00:00Z",
            &[
                "BEGIN:STANDARD",
                "DTSTART:20241027T030000",
                "TZOFFSETFROM:+0200",
                "TZOFFSETTO:+0100",
                "TZNAME:CET",
                "BEGIN:DAYLIGHT",
                "DTSTART:20250330T020000",
                "TZOFFSETFROM:+0100",
                "TZOFFSETTO:+0200",
                "TZNAME:CEST",
                "BEGIN:STANDARD",
                "DTSTART:20251026T030000",
                "TZOFFSETFROM:+0200",
                "TZOFFSETTO:+0100",
                "TZNAME:CET",
                "BEGIN:DAYLIGHT",
                "DTSTART:20260329T020000",
                "TZOFFSETFROM:+0100",
                "TZOFFSETTO:+0200",
                "TZNAME:CEST",
            ],
        );
    }
}
