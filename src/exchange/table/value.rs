//! What a cell means as a text, a day, a time, a length: whether it was typed as text or kept as a number.

use std::borrow::Cow;

use jiff::{
    SignedDuration, ToSpan,
    civil::{Date, DateTime, Time, date},
};

use super::Cell;
use crate::model::{Event, Length, parse_clock};

const DAY: i64 = 86_400;

/// Reads cells for an event, whose days say which day is meant where a cell does not.
#[derive(Clone, Debug, Default)]
pub struct Reader {
    days: Vec<Date>,
}

impl Reader {
    /// For this event.
    #[must_use]
    pub fn of(event: &Event) -> Self {
        let mut days: Vec<Date> = event.details.days.iter().copied().collect();
        if days.is_empty() {
            days.extend(event.sessions.iter().map(|session| session.day).min());
        }
        Self { days }
    }

    /// The first day of the event, on which a time without a day is meant.
    #[must_use]
    pub fn first_day(&self) -> Option<Date> {
        self.days.first().copied()
    }

    /// A day: a date as a number or as text in English or Chinese, or `Day 2`, `第二天`.
    #[must_use]
    pub fn day(&self, cell: &Cell) -> Option<Date> {
        match cell {
            Cell::Moment(moment) => Some(moment.date()),
            Cell::Number(number) if (20_000.0..80_000.0).contains(number) => {
                moment_of_serial(number.floor()).map(DateTime::date)
            }
            Cell::Number(_) => self.day_of_text(&text(cell)),
            Cell::Text(typed) => self.day_of_text(typed),
            Cell::Empty | Cell::Time(_) | Cell::Span(_) | Cell::Flag(_) | Cell::Fault => None,
        }
    }

    /// A day and a time; a time alone is meant on the first day.
    #[must_use]
    pub fn moment(&self, cell: &Cell) -> Option<DateTime> {
        match cell {
            Cell::Moment(moment) => Some(*moment),
            Cell::Text(typed) => {
                if let Ok(moment) = typed.trim().replace('/', "-").parse::<DateTime>() {
                    return Some(rounded(moment));
                }
                // "3 June 2025 09:50", "6月3日 上午9時50分", "09:50, 3 June".
                let cuts = typed.char_indices().filter(|(_, c)| {
                    c.is_whitespace() || matches!(c, ',' | '，' | '日' | 'T' | ')' | '）')
                });
                for (at, c) in cuts {
                    let (before, behind) = typed.split_at(at + c.len_utf8());
                    let of = |day: &str, clock: &str| {
                        let clock = parse_clock(clock.trim_matches(is_mark)).ok()?;
                        Some(
                            self.day_of_text(day.trim_end_matches('T'))?
                                .to_datetime(clock),
                        )
                    };
                    if let Some(moment) = of(before, behind).or_else(|| of(behind, before)) {
                        return Some(moment);
                    }
                }
                Some(self.first_day()?.to_datetime(time(cell)?))
            }
            Cell::Number(number) if (20_000.0..80_000.0).contains(number) => {
                moment_of_serial(*number)
            }
            _ => Some(self.first_day()?.to_datetime(time(cell)?)),
        }
    }

    fn day_of_text(&self, typed: &str) -> Option<Date> {
        let typed = typed.trim().to_lowercase();
        self.dated_day(&typed).or_else(|| self.nth_day(&typed))
    }

    fn dated_day(&self, typed: &str) -> Option<Date> {
        // "(tuesday)", "(二)" say nothing new.
        let typed = typed.split(['(', '（']).next().unwrap_or_default();
        let month = named_month(typed);
        let numbers: Vec<i16> = typed
            .split(|c: char| !c.is_ascii_digit())
            .filter(|part| !part.is_empty())
            .map(str::parse)
            .collect::<Result<_, _>>()
            .ok()
            .or_else(|| compact(typed))?;
        let with_year = |month: i16, day: i16| self.in_a_year(month, day);
        match (month, numbers.as_slice()) {
            (Some(month), &[day]) => with_year(month, day),
            (Some(month), &[year, day]) if year > 31 => dated(year, month, day),
            // "Day 2 – 4 June 2025".
            (Some(month), &[nth, day, year]) if nth < 32 && year > 1000 => dated(year, month, day),
            (Some(month), &[day, year]) => dated(full_year(year), month, day),
            (None, &[year, month, day]) if year > 31 => dated(year, month, day),
            (None, &[first, second, year]) => {
                let year = full_year(year);
                self.likelier(dated(year, second, first), dated(year, first, second))
            }
            (None, &[first, second]) if typed.contains('月') => with_year(first, second),
            (None, &[first, second]) if typed.contains(['/', '-']) => {
                self.likelier(with_year(second, first), with_year(first, second))
            }
            _ => None,
        }
    }

    /// Of two ways to read a date the one that is a day of the event; else the first that there is.
    fn likelier(&self, day_first: Option<Date>, month_first: Option<Date>) -> Option<Date> {
        let is_ours = |date: &Option<Date>| date.is_some_and(|date| self.days.contains(&date));
        if is_ours(&month_first) && !is_ours(&day_first) {
            month_first
        } else {
            day_first.or(month_first)
        }
    }

    /// A day of the event, or of the year of its first day.
    fn in_a_year(&self, month: i16, day: i16) -> Option<Date> {
        let is_so = |date: &&Date| i16::from(date.month()) == month && i16::from(date.day()) == day;
        (self.days.iter().find(is_so).copied())
            .or_else(|| dated(self.first_day()?.year(), month, day))
    }

    /// `Day 2`, `D2`, `第二天`, `第2日`.
    fn nth_day(&self, typed: &str) -> Option<Date> {
        let rest = (typed.strip_prefix("day"))
            .or_else(|| {
                let rest = typed.strip_prefix('d')?;
                rest.bytes()
                    .all(|byte| byte.is_ascii_digit())
                    .then_some(rest)
            })
            .or_else(|| typed.strip_prefix('第')?.strip_suffix(['天', '日']))?
            .trim();
        let number = match rest {
            "一" => 1,
            "二" => 2,
            "三" => 3,
            "四" => 4,
            "五" => 5,
            "六" => 6,
            "七" => 7,
            typed => {
                let digits = typed.split(|c: char| !c.is_ascii_digit()).next()?;
                digits.parse::<usize>().ok()?
            }
        };
        let first = self.first_day()?;
        let day = self.days.get(number.checked_sub(1)?).copied();
        day.or_else(|| {
            first
                .checked_add((i64::try_from(number).ok()? - 1).days())
                .ok()
        })
    }
}

/// A cell as text: a number without a needless fraction, a day as `2025-06-03`.
#[must_use]
pub fn text(cell: &Cell) -> Cow<'_, str> {
    match cell {
        Cell::Empty | Cell::Fault => Cow::Borrowed(""),
        Cell::Text(text) => Cow::Borrowed(text),
        Cell::Number(number) => Cow::Owned(number.to_string()),
        Cell::Moment(moment) if moment.time() == Time::midnight() => {
            Cow::Owned(moment.date().to_string())
        }
        Cell::Moment(moment) => Cow::Owned(moment.strftime("%Y-%m-%d %H:%M").to_string()),
        Cell::Time(time) => Cow::Owned(clock_text(*time)),
        Cell::Span(seconds) => Cow::Owned(format!(
            "{}:{:02}:{:02}",
            seconds / 3600,
            seconds / 60 % 60,
            seconds % 60
        )),
        Cell::Flag(flag) => Cow::Owned(flag.to_string()),
    }
}

fn clock_text(time: Time) -> String {
    let form = if time.second() == 0 {
        "%H:%M"
    } else {
        "%H:%M:%S"
    };
    time.strftime(form).to_string()
}

/// A time of day: as a fraction of a day, as `9.3` for half past nine, or as people type it.
#[must_use]
pub fn time(cell: &Cell) -> Option<Time> {
    match cell {
        Cell::Time(time) => Some(*time),
        Cell::Moment(moment) => Some(moment.time()),
        Cell::Number(number) if (0.0..1.0).contains(number) => time_of_fraction(*number),
        Cell::Number(number) if number.fract() == 0.0 => parse_clock(&number.to_string()).ok(),
        Cell::Number(number) if *number < 25.0 => parse_clock(&format!("{number:.2}")).ok(),
        Cell::Number(number) if *number > 20_000.0 => moment_of_serial(*number).map(DateTime::time),
        Cell::Text(typed) => clock(typed),
        Cell::Span(seconds) => time_of_seconds(*seconds),
        Cell::Empty | Cell::Number(_) | Cell::Flag(_) | Cell::Fault => None,
    }
}

/// A time of day in a text: `9:30`, `0930 hrs`, `T09:30`, `9:30 (HKT)`.
fn clock(typed: &str) -> Option<Time> {
    let plain = typed.split(['(', '（']).next().unwrap_or_default();
    let plain = plain
        .trim()
        .trim_start_matches("約")
        .trim_start_matches("约");
    let lower = plain.to_lowercase();
    let plain = ["hours", "hrs", "hkt", "h"]
        .into_iter()
        .find_map(|unit| lower.strip_suffix(unit))
        .unwrap_or(&lower);
    parse_clock(plain).ok()
}

/// From one time to another in one cell: `09:00 – 09:30`, `9:00至9:30`; or a time alone.
#[must_use]
pub fn times(cell: &Cell) -> Option<(Time, Option<Time>)> {
    if let Some(time) = time(cell) {
        return Some((time, None));
    }
    let Cell::Text(typed) = cell else { return None };
    for mark in ["–", "—", "-", "~", "～", "－", "至", "到", " to "] {
        if let Some((from, to)) = typed.split_once(mark)
            && let (Some(from), Some(to)) = (clock(from), clock(to))
        {
            return Some((from, Some(to)));
        }
    }
    None
}

/// How long something lasts: a time of day read as a span, minutes, a fraction of a day, or as people type it.
#[must_use]
pub fn length(cell: &Cell) -> Option<Length> {
    let of = |seconds: i64| Length::seconds(u32::try_from(seconds).ok()?).ok();
    match cell {
        Cell::Time(time) => of(seconds_of(*time)),
        Cell::Span(seconds) => of(*seconds),
        Cell::Number(number) if (0.0..1.0).contains(number) => {
            of((number * DAY as f64).round() as i64)
        }
        Cell::Number(number) => of((number * 60.0).round() as i64),
        Cell::Text(typed) => {
            let typed = typed.trim().trim_end_matches('.');
            let parts: Vec<i64> = typed
                .split([':', '：'])
                .map_while(|part| part.trim().parse().ok())
                .collect();
            match parts.as_slice() {
                [h, m, s]
                    if (0..60).contains(m) && (0..60).contains(s) && (0..=168).contains(h) =>
                {
                    of(h * 3600 + m * 60 + s)
                }
                _ => typed.parse().ok(),
            }
        }
        Cell::Moment(moment) => of(seconds_of(moment.time())),
        Cell::Empty | Cell::Flag(_) | Cell::Fault => None,
    }
}

/// A whole number that is not negative.
#[must_use]
pub fn number(cell: &Cell) -> Option<u32> {
    match cell {
        Cell::Number(number) if number.fract() == 0.0 && (0.0..4e9).contains(number) => {
            Some(*number as u32)
        }
        Cell::Text(typed) => typed.trim().parse().ok(),
        _ => None,
    }
}

/// The time of day at this fraction of it, to the second. None for the end of the day.
pub(super) fn time_of_fraction(fraction: f64) -> Option<Time> {
    time_of_seconds((fraction * DAY as f64).round() as i64)
}

/// The time of day so many seconds after midnight. None for a day and more.
pub(super) fn time_of_seconds(seconds: i64) -> Option<Time> {
    (0..DAY)
        .contains(&seconds)
        .then(|| Time::midnight().wrapping_add(SignedDuration::from_secs(seconds)))
}

fn seconds_of(time: Time) -> i64 {
    i64::from(time.hour()) * 3600 + i64::from(time.minute()) * 60 + i64::from(time.second())
}

/// The moment that a workbook keeps as this number of days, to the second. None where there is no such day.
pub(super) fn moment_of_serial(serial: f64) -> Option<DateTime> {
    if !(0.0..2_958_466.0).contains(&serial) {
        return None;
    }
    let seconds = (serial * DAY as f64).round() as i64;
    // Workbooks believe in a 29 February 1900, so that days before it are one off.
    let first = if seconds < 60 * DAY {
        date(1899, 12, 31)
    } else {
        date(1899, 12, 30)
    };
    let first = first.to_datetime(Time::midnight());
    first.checked_add(SignedDuration::from_secs(seconds)).ok()
}

/// The same moment, to the second.
pub(super) fn rounded(moment: DateTime) -> DateTime {
    let over = SignedDuration::from_nanos(i64::from(moment.subsec_nanosecond()));
    let up = i64::from(over.as_millis() >= 500);
    (moment.checked_sub(over).ok())
        .and_then(|moment| moment.checked_add(SignedDuration::from_secs(up)).ok())
        .unwrap_or(moment)
}

/// `20250603`.
fn compact(typed: &str) -> Option<Vec<i16>> {
    let typed = typed.trim();
    let is_so = typed.len() == 8 && typed.bytes().all(|byte| byte.is_ascii_digit());
    let parts = [typed.get(..4)?, typed.get(4..6)?, typed.get(6..)?];
    is_so.then(|| parts.iter().filter_map(|part| part.parse().ok()).collect())
}

/// A year of two digits is one of this century.
const fn full_year(year: i16) -> i16 {
    if year < 100 { year + 2000 } else { year }
}

fn dated(year: i16, month: i16, day: i16) -> Option<Date> {
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// The month whose English name, or the beginning of it, is in a text.
fn named_month(typed: &str) -> Option<i16> {
    const MONTHS: [&str; 12] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ];
    typed
        .split(|c: char| !c.is_ascii_alphabetic())
        .filter(|word| word.len() >= 3)
        .find_map(|word| MONTHS.iter().position(|month| word.starts_with(month)))
        .and_then(|at| i16::try_from(at + 1).ok())
}

fn is_mark(c: char) -> bool {
    c.is_whitespace() || matches!(c, ',' | '，' | '(' | ')' | '（' | '）' | '-' | '–')
}

#[cfg(test)]
mod tests {
    use jiff::civil::time as at;

    use super::*;

    fn reader() -> Reader {
        Reader {
            days: vec![date(2025, 6, 3), date(2025, 6, 4)],
        }
    }

    #[test]
    fn days_are_read_as_people_write_them() {
        let third = Some(date(2025, 6, 3));
        for typed in [
            "2025-06-03",
            "2025/6/3",
            "3/6/2025",
            "6/3/2025",
            "3.6.25",
            "3 June 2025",
            "June 3, 2025 (Tuesday)",
            "Tuesday, 3 June 2025",
            "Tue 3 Jun",
            "3-Jun-25",
            "2025年6月3日(星期二)",
            "6月3日",
            "3/6",
            "20250603",
            "Day 1",
            "Day 1: Tuesday",
            "Day 1 – 3 June 2025",
            "第一天",
        ] {
            assert_eq!(reader().day(&Cell::text(typed)), third, "{typed}");
        }
        assert_eq!(reader().day(&Cell::Number(45_811.0)), third);
        assert_eq!(reader().day(&Cell::text("Day 3")), Some(date(2025, 6, 5)));
        assert_eq!(
            reader().day(&Cell::text("13/12/2025")),
            Some(date(2025, 12, 13))
        );
        for typed in ["soon", "31/02/2025", "99", "1/2/3/4", "第"] {
            assert_eq!(reader().day(&Cell::text(typed)), None, "{typed}");
        }
    }

    #[test]
    fn times_are_read_from_numbers_and_from_text() {
        let half = at(9, 30, 0, 0);
        for cell in [
            Cell::Number(0.395_833_33),
            Cell::Number(930.0),
            Cell::Number(9.3),
            Cell::Time(half),
            Cell::text("0930 hrs"),
            Cell::text("9:30 a.m."),
            Cell::text("上午9時30分"),
        ] {
            assert_eq!(times(&cell), Some((half, None)), "{cell:?}");
        }
        for typed in ["09:30 – 10:00", "0930-1000", "9:30至10:00", "9:30 to 10:00"] {
            assert_eq!(
                times(&Cell::text(typed)),
                Some((half, Some(at(10, 0, 0, 0)))),
                "{typed}"
            );
        }
        for typed in ["25:61", "noon-ish", "tbc"] {
            assert_eq!(times(&Cell::text(typed)), None, "{typed}");
        }
    }

    #[test]
    fn moments_have_a_day_or_mean_the_first() {
        let then = Some(date(2025, 6, 4).at(9, 50, 0, 0));
        for typed in [
            "2025-06-04 09:50",
            "2025-06-04T09:50:00",
            "4 June 2025 9:50am",
            "6月4日上午9時50分",
            "09:50, 4 June",
        ] {
            assert_eq!(reader().moment(&Cell::text(typed)), then, "{typed}");
        }
        assert_eq!(
            reader().moment(&Cell::text("950")),
            Some(date(2025, 6, 3).at(9, 50, 0, 0))
        );
    }

    #[test]
    fn lengths_are_read_from_numbers_and_from_text() {
        for (cell, seconds) in [
            (Cell::Number(20.0), 1200),
            (Cell::Number(0.5 / 24.0), 1800),
            (Cell::Time(at(0, 20, 0, 0)), 1200),
            (Cell::Span(93_600), 93_600),
            (Cell::text("20 mins."), 1200),
            (Cell::text("00:20:00"), 1200),
            (Cell::text("1h20"), 4800),
            (Cell::text("20分鐘"), 1200),
        ] {
            assert_eq!(
                length(&cell).map(Length::as_secs),
                Some(seconds),
                "{cell:?}"
            );
        }
        for cell in [
            Cell::Number(0.0),
            Cell::Number(-5.0),
            Cell::text("long"),
            Cell::Empty,
        ] {
            assert_eq!(length(&cell), None, "{cell:?}");
        }
    }

    #[test]
    fn numbers_are_text_without_a_needless_fraction() {
        assert_eq!(text(&Cell::Number(28_102_545.0)), "28102545");
        assert_eq!(
            text(&Cell::Moment(date(2025, 6, 3).at(0, 0, 0, 0))),
            "2025-06-03"
        );
        assert_eq!(text(&Cell::Time(at(9, 5, 0, 0))), "09:05");
    }
}
