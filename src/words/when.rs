//! Dates, times and lengths as people read them.

use jiff::{
    SignedDuration,
    civil::{Date, DateTime, Time, Weekday},
};

use super::Words;
use crate::model::{Clock, Length, LengthError, TimeError, parse_clock};

impl Words {
    /// A time of day: `09:05`, or in twelve hours `9:05am`, `上午9時05分`.
    #[must_use]
    pub fn time(self, time: Time, clock: Clock) -> String {
        match clock {
            Clock::Hours24 => time.strftime("%H:%M").to_string(),
            Clock::Hours12 => {
                let hour = (time.hour() + 11) % 12 + 1;
                let key = match (time.hour() < 12, time.minute() == 0) {
                    (true, true) => "time-am-full",
                    (true, false) => "time-am",
                    (false, true) => "time-pm-full",
                    (false, false) => "time-pm",
                };
                self.tf(
                    key,
                    [
                        ("hour", hour.to_string().into()),
                        ("minute", format!("{:02}", time.minute()).into()),
                    ],
                )
            }
        }
    }

    /// From a time to a time of one day: `09:05 – 09:15`.
    #[must_use]
    pub fn time_range(self, from: Time, to: Time, clock: Clock) -> String {
        self.tf(
            "time-range",
            [
                ("from", self.time(from, clock).into()),
                ("to", self.time(to, clock).into()),
            ],
        )
    }

    /// A whole date: `Tuesday, 3 June 2025`, `2025年6月3日(星期二)`.
    #[must_use]
    pub fn date(self, date: Date) -> String {
        self.dated("date-full", date)
    }

    /// A whole date as the papers of an event and press releases write it: `June 3, 2025 (Tuesday)`, `2025年6月3日(星期二)`.
    #[must_use]
    pub fn paper_date(self, date: Date) -> String {
        self.dated("date-paper", date)
    }

    /// A date for a narrow place: `Tue 3 Jun`, `6月3日(二)`.
    #[must_use]
    pub fn short_date(self, date: Date) -> String {
        self.dated("date-short", date)
    }

    /// A date inside the sentence of a caption: `June 3`, `六月三日`.
    #[must_use]
    pub fn caption_date(self, date: Date) -> String {
        self.dated("date-caption", date)
    }

    /// A date in its plainest form: `2 June 2025`, `2025年6月2日`.
    #[must_use]
    pub fn dated_plainly(self, date: Date) -> String {
        self.dated("date-plain", date)
    }

    fn dated(self, key: &str, date: Date) -> String {
        let weekday = match date.weekday() {
            Weekday::Monday => "weekday-1",
            Weekday::Tuesday => "weekday-2",
            Weekday::Wednesday => "weekday-3",
            Weekday::Thursday => "weekday-4",
            Weekday::Friday => "weekday-5",
            Weekday::Saturday => "weekday-6",
            Weekday::Sunday => "weekday-7",
        };
        let month = self.t(&format!("month-{}", date.month()));
        let values = [
            ("day", date.day().to_string().into()),
            ("month", month.into()),
            ("number", date.month().to_string().into()),
            ("year", date.year().to_string().into()),
            ("weekday", self.t(weekday).into()),
            ("short", self.t(&format!("{weekday}-short")).into()),
            ("numeral", chinese_numeral(date.day()).into()),
        ];
        self.tf(key, values)
    }

    /// A moment of the event: the time, and the day where the event has several.
    #[must_use]
    pub fn moment(self, moment: DateTime, with_day: bool) -> String {
        let time = self.time(moment.time(), Clock::Hours24);
        if with_day {
            format!("{} {time}", self.short_date(moment.date()))
        } else {
            time
        }
    }

    /// How long something lasts: `20 min`, `1 h 20 min`, `45 s`.
    #[must_use]
    pub fn length(self, length: Length) -> String {
        self.seconds(length.as_secs())
    }

    /// How far two moments are apart, whichever comes first: `20 min`; `0 min` where they are one.
    #[must_use]
    pub fn duration(self, duration: SignedDuration) -> String {
        match u32::try_from(duration.as_secs().unsigned_abs()) {
            Ok(0) => self.tf("length-minutes", [("number", "0".into())]),
            seconds => self.seconds(seconds.unwrap_or(u32::MAX)),
        }
    }

    fn seconds(self, seconds: u32) -> String {
        let part = |key: &str, number: u32| {
            (number > 0).then(|| self.tf(key, [("number", number.to_string().into())]))
        };
        let parts = [
            part("length-hours", seconds / 3600),
            part("length-minutes", seconds / 60 % 60),
            part("length-seconds", seconds % 60),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }
}

impl Words {
    /// Why a text is not a length.
    #[must_use]
    pub fn length_fault(self, error: &LengthError) -> String {
        match error {
            LengthError::Unreadable(typed) => {
                self.tf("not-a-length", [("typed", typed.clone().into())])
            }
            LengthError::NotPositive => self.t("length-not-positive"),
            LengthError::TooLong => self.t("length-too-long"),
        }
    }
}

/// Reads a moment as people type it: a time of `day`, or a date and a time: `09:50`, `2025-06-04 09:50`.
///
/// # Errors
/// [`TimeError`] for anything else.
pub fn parse_moment(typed: &str, day: Date) -> Result<DateTime, TimeError> {
    let typed = typed.trim();
    if let Some((date, time)) = typed.split_once(['T', ' '])
        && let Ok(date) = date.parse::<Date>()
    {
        return Ok(date.to_datetime(parse_clock(time)?));
    }
    Ok(day.to_datetime(parse_clock(typed)?))
}

/// A day of the month in Chinese numerals: 三, 十, 二十一.
fn chinese_numeral(day: i8) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let (tens, ones) = (day / 10, day % 10);
    let digit = |n: i8| {
        usize::try_from(n)
            .ok()
            .and_then(|n| DIGITS.get(n))
            .copied()
            .unwrap_or_default()
    };
    match tens {
        0 => digit(ones).to_owned(),
        1 => format!("十{}", digit(ones)),
        _ => format!("{}十{}", digit(tens), digit(ones)),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, datetime, time};

    use super::*;
    use crate::words::Tongue;

    #[test]
    fn times_and_dates_are_written_as_the_house_writes_them() {
        let (en, zh) = (Words::new(Tongue::En), Words::new(Tongue::ZhHant));
        assert_eq!(en.time(time(9, 5, 0, 0), Clock::Hours24), "09:05");
        assert_eq!(en.time(time(9, 5, 0, 0), Clock::Hours12), "9:05am");
        assert_eq!(en.time(time(0, 0, 0, 0), Clock::Hours12), "12am");
        assert_eq!(zh.time(time(9, 5, 0, 0), Clock::Hours12), "上午9時05分");
        assert_eq!(zh.time(time(15, 0, 0, 0), Clock::Hours12), "下午3時");
        assert_eq!(en.date(date(2025, 6, 3)), "Tuesday, 3 June 2025");
        assert_eq!(en.paper_date(date(2025, 6, 3)), "June 3, 2025 (Tuesday)");
        assert_eq!(zh.paper_date(date(2025, 6, 3)), "2025年6月3日(星期二)");
        assert_eq!(zh.date(date(2025, 6, 3)), "2025年6月3日(星期二)");
        assert_eq!(zh.caption_date(date(2025, 6, 30)), "六月三十日");
        assert_eq!(zh.caption_date(date(2025, 12, 11)), "十二月十一日");
        assert_eq!(en.length(Length::minutes(80).unwrap()), "1 h 20 min");
    }

    #[test]
    fn a_moment_is_a_time_of_the_day_or_has_its_own_date() {
        let day = date(2025, 6, 3);
        assert_eq!(
            parse_moment("950", day),
            Ok(datetime(2025, 6, 3, 9, 50, 0, 0))
        );
        assert_eq!(
            parse_moment("2025-06-04 11:40", day),
            Ok(datetime(2025, 6, 4, 11, 40, 0, 0))
        );
        assert!(parse_moment("25:61", day).is_err());
    }
}
