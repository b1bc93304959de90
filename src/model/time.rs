//! Lengths, offsets and times of day, as people type them.

use std::{fmt, num::NonZeroU32, str::FromStr};

use jiff::{SignedDuration, civil::Time};
use serde::{Deserialize, Serialize};

/// How long something lasts: whole seconds, longer than nothing, at most a week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Length(NonZeroU32);

/// Why a text is not a [`Length`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LengthError {
    /// Not a length at all.
    #[error("‘{0}’ is not a length such as 20m, 1h20m or 45s")]
    Unreadable(String),
    /// Nothing, or less than nothing.
    #[error("a length must be longer than zero")]
    NotPositive,
    /// More than a week.
    #[error("a length is a week at most")]
    TooLong,
}

impl Length {
    const LONGEST: u32 = 7 * 24 * 3600;

    /// A length of so many minutes.
    ///
    /// # Errors
    /// [`LengthError`] for zero, and for more than a week.
    pub fn minutes(minutes: u32) -> Result<Self, LengthError> {
        Self::seconds(minutes.saturating_mul(60))
    }

    /// A length of so many seconds.
    ///
    /// # Errors
    /// [`LengthError`] for zero, and for more than a week.
    pub fn seconds(seconds: u32) -> Result<Self, LengthError> {
        let seconds = NonZeroU32::new(seconds).ok_or(LengthError::NotPositive)?;
        if seconds.get() > Self::LONGEST {
            return Err(LengthError::TooLong);
        }
        Ok(Self(seconds))
    }

    /// A quarter of an hour, with which a new session begins.
    #[must_use]
    pub const fn quarter() -> Self {
        Self(NonZeroU32::MIN.saturating_add(15 * 60 - 1))
    }

    /// In seconds.
    #[must_use]
    pub const fn as_secs(self) -> u32 {
        self.0.get()
    }

    /// As a span of time to add to a moment.
    #[must_use]
    pub fn span(self) -> SignedDuration {
        SignedDuration::from_secs(i64::from(self.as_secs()))
    }
}

impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_units(f, self.as_secs())
    }
}

fn write_units(f: &mut fmt::Formatter<'_>, seconds: u32) -> fmt::Result {
    let (h, m, s) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if h > 0 {
        write!(f, "{h}h")?;
    }
    if m > 0 || (h == 0 && s == 0) {
        write!(f, "{m}m")?;
    }
    if s > 0 {
        write!(f, "{s}s")?;
    }
    Ok(())
}

impl FromStr for Length {
    type Err = LengthError;

    /// Reads `20`, `20m`, `20 min`, `1h20`, `1h20m`, `1:20`, `45s`, `20分鐘`, `1小時20分`; a bare number is minutes.
    fn from_str(typed: &str) -> Result<Self, LengthError> {
        let seconds = seconds_of(typed).ok_or_else(|| LengthError::Unreadable(shortened(typed)))?;
        if seconds <= 0 {
            return Err(LengthError::NotPositive);
        }
        u32::try_from(seconds)
            .map_err(|_| LengthError::TooLong)
            .and_then(Self::seconds)
    }
}

impl TryFrom<String> for Length {
    type Error = LengthError;

    fn try_from(typed: String) -> Result<Self, LengthError> {
        typed.parse()
    }
}

impl From<Length> for String {
    fn from(length: Length) -> Self {
        length.to_string()
    }
}

/// When a step happens, in seconds from the start of its session; before the start it is negative.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(try_from = "String", into = "String")]
pub struct Offset(i32);

impl Offset {
    /// So many seconds after the start.
    #[must_use]
    pub const fn seconds(seconds: i32) -> Self {
        Self(seconds)
    }

    /// In seconds from the start.
    #[must_use]
    pub const fn as_secs(self) -> i32 {
        self.0
    }

    /// As a span of time to add to the start.
    #[must_use]
    pub fn span(self) -> SignedDuration {
        SignedDuration::from_secs(i64::from(self.0))
    }
}

impl fmt::Display for Offset {
    /// As it is written beside a step: `+0:30`, `+12:00`, `-5:00`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { '-' } else { '+' };
        let seconds = self.0.unsigned_abs();
        write!(f, "{sign}{}:{:02}", seconds / 60, seconds % 60)
    }
}

impl FromStr for Offset {
    type Err = TimeError;

    /// Reads minutes and seconds, `+1:30`, and what a [`Length`] reads, with or without a sign.
    fn from_str(typed: &str) -> Result<Self, TimeError> {
        let wrong = || TimeError(shortened(typed));
        let trimmed = typed.trim();
        let (sign, rest) = match trimmed.chars().next() {
            Some('-' | '−') => (-1, trimmed.trim_start_matches(['-', '−'])),
            Some('+') => (1, &trimmed[1..]),
            _ => (1, trimmed),
        };
        let seconds = match rest.split_once([':', '：']) {
            Some((minutes, seconds)) => {
                let minutes: i64 = digits(minutes).ok_or_else(wrong)?;
                let seconds: i64 = digits(seconds).filter(|s| *s < 60).ok_or_else(wrong)?;
                minutes * 60 + seconds
            }
            None => seconds_of(rest).filter(|s| *s >= 0).ok_or_else(wrong)?,
        };
        let week = i64::from(Length::LONGEST);
        i32::try_from(seconds.clamp(-week, week) * sign)
            .map(Self)
            .map_err(|_| wrong())
    }
}

impl TryFrom<String> for Offset {
    type Error = TimeError;

    fn try_from(typed: String) -> Result<Self, TimeError> {
        typed.parse()
    }
}

impl From<Offset> for String {
    fn from(offset: Offset) -> Self {
        offset.to_string()
    }
}

/// The text is not a time that there is.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("‘{0}’ is not a time of day")]
pub struct TimeError(pub String);

/// Reads a time of day as people type it: `9:30`, `930`, `0930`, `9.30`, `9:30am`, `9 pm`, `09:30:15`,
/// `上午9時30分`, `下午3時`, `晚上7點半`.
///
/// # Errors
/// [`TimeError`] for anything else, `25:61` among it.
pub fn parse_clock(typed: &str) -> Result<Time, TimeError> {
    let wrong = || TimeError(shortened(typed));
    let mut text = typed.trim().to_lowercase();
    let mut half = None;
    for (mark, pm) in [
        ("a.m.", false),
        ("p.m.", true),
        ("am", false),
        ("pm", true),
        ("上午", false),
        ("早上", false),
        ("凌晨", false),
        ("中午", true),
        ("下午", true),
        ("晚上", true),
    ] {
        if text.contains(mark) {
            text = text.replacen(mark, "", 1);
            half = Some(pm);
            break;
        }
    }
    let text = text
        .replace("點半", ":30")
        .replace("点半", ":30")
        .replace("時半", ":30")
        .replace("时半", ":30");
    let parts: Vec<&str> = text
        .split([':', '：', '.', '時', '时', '點', '点', '分', '秒', 'h'])
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    let number = |part: &str| digits(part).ok_or_else(wrong);
    let (mut hour, minute, second) = match parts.as_slice() {
        [one] if one.len() <= 2 => (number(one)?, 0, 0),
        [one] if one.len() <= 4 => (number(one)? / 100, number(one)? % 100, 0),
        [hour, minute] => (number(hour)?, number(minute)?, 0),
        [hour, minute, second] => (number(hour)?, number(minute)?, number(second)?),
        _ => return Err(wrong()),
    };
    match half {
        Some(_) if !(1..=12).contains(&hour) => return Err(wrong()),
        Some(true) if hour < 12 => hour += 12,
        Some(false) if hour == 12 => hour = 0,
        _ => {}
    }
    let part = |n: i64| i8::try_from(n).map_err(|_| wrong());
    Time::new(part(hour)?, part(minute)?, part(second)?, 0).map_err(|_| wrong())
}

/// So many seconds as people write a length; a bare number is minutes. None if it is none.
fn seconds_of(typed: &str) -> Option<i64> {
    let text = typed.trim().to_lowercase().replace('−', "-");
    let (sign, text) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest.trim_start().to_owned()),
        None => (1, text.strip_prefix('+').unwrap_or(&text).to_owned()),
    };
    if let Some((hours, minutes)) = text.split_once([':', '：']) {
        let minutes = digits(minutes).filter(|m| *m < 60)?;
        return Some(sign * (digits(hours)? * 3600 + minutes * 60));
    }
    let mut total = 0_i64;
    let mut rest = text.trim();
    let mut bare_unit = 60;
    if rest.is_empty() {
        return None;
    }
    while !rest.is_empty() {
        let number_ends = rest
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(rest.len());
        let number = digits(&rest[..number_ends])?;
        let after = rest[number_ends..].trim_start();
        let unit_ends = after
            .find(|c: char| c.is_ascii_digit())
            .unwrap_or(after.len());
        let unit = match after[..unit_ends].trim() {
            "" => bare_unit,
            "h" | "hr" | "hrs" | "hour" | "hours" | "小時" | "小时" | "時" | "时" => 3600,
            "m" | "min" | "mins" | "minute" | "minutes" | "'" | "′" | "分" | "分鐘" | "分钟" => {
                60
            }
            "s" | "sec" | "secs" | "second" | "seconds" | "\"" | "″" | "秒" | "秒鐘" => 1,
            _ => return None,
        };
        total = total.checked_add(number.checked_mul(unit)?)?;
        bare_unit = if unit == 3600 { 60 } else { 1 };
        rest = after[unit_ends..].trim();
    }
    Some(sign * total)
}

/// A number of ASCII digits only; at most nine of them, so that no sum of them overflows.
fn digits(text: &str) -> Option<i64> {
    let text = text.trim();
    let right = (1..=9).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    right.then(|| text.parse().ok()).flatten()
}

/// What was typed, short enough to stand in a sentence.
fn shortened(typed: &str) -> String {
    typed.trim().chars().take(40).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::time;

    #[test]
    fn times_are_read_as_people_type_them() {
        for (typed, hour, minute) in [
            ("9:30", 9, 30),
            ("930", 9, 30),
            ("0930", 9, 30),
            ("9.30", 9, 30),
            ("9:30am", 9, 30),
            ("9:30 PM", 21, 30),
            ("12am", 0, 0),
            ("12:15 p.m.", 12, 15),
            ("9", 9, 0),
            ("上午9時30分", 9, 30),
            ("下午3時", 15, 0),
            ("晚上7點半", 19, 30),
            ("14：05", 14, 5),
            ("1805", 18, 5),
        ] {
            assert_eq!(parse_clock(typed), Ok(time(hour, minute, 0, 0)), "{typed}");
        }
        for typed in [
            "25:61", "24:00", "9:60", "", "noon", "13pm", "12345", "-9:30", "9:30:99", "九時",
        ] {
            assert!(parse_clock(typed).is_err(), "{typed}");
        }
    }

    #[test]
    fn lengths_are_read_as_people_type_them() {
        for (typed, seconds) in [
            ("20", 1200),
            ("20m", 1200),
            ("20 min", 1200),
            ("1h20", 4800),
            ("1h20m", 4800),
            ("1:20", 4800),
            ("+15", 900),
            ("45s", 45),
            ("1m30", 90),
            ("20分鐘", 1200),
            ("1小時20分", 4800),
            ("10′", 600),
        ] {
            assert_eq!(
                typed.parse::<Length>().map(Length::as_secs),
                Ok(seconds),
                "{typed}"
            );
        }
        assert_eq!("0".parse::<Length>(), Err(LengthError::NotPositive));
        assert_eq!("-5".parse::<Length>(), Err(LengthError::NotPositive));
        assert_eq!("8000h".parse::<Length>(), Err(LengthError::TooLong));
        for typed in ["", "ten", "5 parsecs", "1.5.5", "99999999999999999999"] {
            assert!(
                matches!(typed.parse::<Length>(), Err(LengthError::Unreadable(_))),
                "{typed}"
            );
        }
    }

    #[test]
    fn what_is_written_is_read_back() {
        for seconds in [1, 59, 60, 61, 3599, 3600, 3660, 3661, 604_800] {
            let length = Length::seconds(seconds).unwrap();
            assert_eq!(length.to_string().parse(), Ok(length));
            let offset = Offset::seconds(-i32::try_from(seconds).unwrap());
            assert_eq!(offset.to_string().parse(), Ok(offset));
        }
    }
}
