//! Moments and lengths as schedules write them.

use jiff::{
    civil::{Date, DateTime, Time},
    fmt::temporal::{Pieces, PiecesOffset},
    tz::Offset,
};

use super::facts::Moment;

/// Reads `2025-06-03T09:00:00+08:00`, with a space for the T, `Z` for the offset, or without one. None if it is no
/// moment that there is.
pub(super) fn moment(text: &str) -> Option<Moment> {
    let pieces = Pieces::parse(text.trim()).ok()?;
    let time = pieces.time()?;
    let whole = Time::new(time.hour(), time.minute(), time.second(), 0).ok()?;
    let offset = match pieces.offset() {
        None => None,
        Some(PiecesOffset::Zulu) => Some(Offset::UTC),
        Some(PiecesOffset::Numeric(numeric)) => Some(numeric.offset()),
        Some(_) => return None,
    };
    Some(Moment {
        local: pieces.date().to_datetime(whole),
        offset,
    })
}

/// Reads the date of `2025-06-03`, or of a moment.
pub(super) fn date(text: &str) -> Option<Date> {
    Pieces::parse(text.trim()).ok().map(|pieces| pieces.date())
}

/// Reads a time of day: `9:00`, `09:00`, `09:00:30`.
pub(super) fn clock(text: &str) -> Option<Time> {
    let parts = numbers(text)?;
    let part = |at: usize| i8::try_from(parts.get(at).copied().unwrap_or(0)).ok();
    if parts.len() < 2 {
        return None;
    }
    Time::new(part(0)?, part(1)?, part(2)?, 0).ok()
}

/// Reads a length in seconds: `01:30`, `1:30`, `01:30:00`, `90` (minutes), `PT1H30M`. None if it is none, or nothing.
pub(super) fn seconds(text: &str) -> Option<u32> {
    let text = text.trim();
    let seconds = if text.starts_with(['P', 'p']) {
        let span: jiff::SignedDuration = text.parse().ok()?;
        u32::try_from(span.as_secs()).ok()?
    } else {
        match *numbers(text)?.as_slice() {
            [minutes] => minutes.checked_mul(60)?,
            [hours, minutes] if minutes < 60 => {
                hours.checked_mul(3600)?.checked_add(minutes * 60)?
            }
            [hours, minutes, seconds] if minutes < 60 && seconds < 60 => {
                (hours.checked_mul(3600)?).checked_add(minutes * 60 + seconds)?
            }
            _ => return None,
        }
    };
    (seconds > 0).then_some(seconds)
}

/// The numbers between colons, three at most, each of six digits at most.
fn numbers(text: &str) -> Option<Vec<u32>> {
    let parts: Vec<&str> = text.trim().split(':').collect();
    let number = |part: &&str| {
        let right = (1..=6).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        right.then(|| part.parse().ok()).flatten()
    };
    if parts.len() > 3 {
        return None;
    }
    parts.iter().map(number).collect()
}

/// A moment as both forms write it: `2025-06-03T09:00:00+08:00`.
pub(super) fn written(moment: Moment) -> String {
    let offset = moment.offset.unwrap_or(Offset::UTC).seconds();
    let sign = if offset < 0 { '-' } else { '+' };
    // Both forms know minutes at most; no zone of this century has seconds.
    let minutes = offset.unsigned_abs() / 60;
    format!(
        "{}{sign}{:02}:{:02}",
        moment.local,
        minutes / 60,
        minutes % 60
    )
}

/// A length in hours and minutes, begun minutes counted whole: `01:30`.
pub(super) fn hours_minutes(seconds: u32) -> String {
    let minutes = seconds.div_ceil(60);
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

/// A length in hours, minutes and, where there are any, seconds.
pub(super) fn hours_minutes_seconds(seconds: u32) -> String {
    match seconds % 60 {
        0 => hours_minutes(seconds),
        rest => format!("{:02}:{:02}:{rest:02}", seconds / 3600, seconds / 60 % 60),
    }
}

/// When a talk starts: on its day at that time of day; after midnight, if that is before the day begins.
pub(super) fn on_day(day: &super::facts::Day, time: Time) -> DateTime {
    let start = day.date.to_datetime(time);
    match day.start {
        Some(begins) if begins.local.date() == day.date && start < begins.local => {
            day.date.tomorrow().unwrap_or(day.date).to_datetime(time)
        }
        _ => start,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_read_as_other_programs_write_them() {
        for (text, expected) in [
            (
                "2025-06-03T09:00:00+08:00",
                Some("2025-06-03T09:00:00+08:00"),
            ),
            (
                "2025-06-03 09:00:00+08:00",
                Some("2025-06-03T09:00:00+08:00"),
            ),
            ("2025-06-03T09:00+0800", Some("2025-06-03T09:00:00+08:00")),
            (
                "2025-06-03T01:00:00.500Z",
                Some("2025-06-03T01:00:00+00:00"),
            ),
            (
                "2025-06-03T09:00:00-03:30",
                Some("2025-06-03T09:00:00-03:30"),
            ),
            ("2025-06-03", None),
            ("2025-02-30T09:00:00Z", None),
            ("2025-06-03T25:61:00+08:00", None),
            ("tomorrow", None),
            ("", None),
        ] {
            assert_eq!(moment(text).map(written).as_deref(), expected, "{text}");
        }
        let bare = moment("2025-06-03T09:00:00").unwrap();
        assert_eq!((bare.offset, bare.instant()), (None, None));
    }

    #[test]
    fn lengths_are_read_as_other_programs_write_them() {
        for (text, expected) in [
            ("01:30", Some(5400)),
            ("1:30", Some(5400)),
            ("01:30:00", Some(5400)),
            ("00:00:45", Some(45)),
            ("90", Some(5400)),
            ("PT1H30M", Some(5400)),
            ("00:00", None),
            ("1:75", None),
            ("-1:30", None),
            ("99999999", None),
            ("ninety", None),
            ("", None),
        ] {
            assert_eq!(seconds(text), expected, "{text}");
        }
        assert_eq!(hours_minutes(5400), "01:30");
        assert_eq!(hours_minutes(61), "00:02");
        assert_eq!(hours_minutes_seconds(61), "00:01:01");
    }

    #[test]
    fn what_begins_before_the_day_is_after_its_midnight() {
        let day = |start: &str| super::super::facts::Day {
            date: date("2025-06-03").unwrap(),
            start: moment(start),
            end: None,
        };
        let at = |start: &str, time: &str| on_day(&day(start), clock(time).unwrap()).to_string();
        assert_eq!(at("2025-06-03T04:00:00Z", "00:30"), "2025-06-04T00:30:00");
        assert_eq!(at("2025-06-03T04:00:00Z", "10:00"), "2025-06-03T10:00:00");
        assert_eq!(at("", "00:30"), "2025-06-03T00:30:00");
    }
}
