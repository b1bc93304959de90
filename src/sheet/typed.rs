//! Times, lengths and dates as people type them into cells.

use jiff::{
    SignedDuration,
    civil::{Date, DateTime, Time},
};

use super::CellFault;
use crate::model::{Length, LengthError, parse_clock};

/// A time that is earlier than the start means the next day only if the session then ends within so many hours.
const LONGEST_NIGHT: SignedDuration = SignedDuration::from_hours(12);

/// A time, or by how much the one that was there moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Moment {
    /// This time of day.
    At(Time),
    /// So much later; negative is earlier.
    By(SignedDuration),
}

/// Reads `9:30`, `930`, `上午9時30分`, and `+15` or `-5m` as a move. None if it is neither.
pub(super) fn moment(typed: &str) -> Option<Moment> {
    match by(typed) {
        Some(by) => Some(Moment::By(by)),
        None => parse_clock(typed).ok().map(Moment::At),
    }
}

/// Reads a range of times such as `9:30 – 10:15`, `0930-1015` or `9時30分至10時`.
pub(super) fn range(typed: &str) -> Option<(Time, Time)> {
    let marks = ["–", "—", "-", "~", "～", "至", "到", " to "];
    marks.iter().find_map(|mark| {
        let (from, to) = typed.split_once(mark)?;
        Some((parse_clock(from).ok()?, parse_clock(to).ok()?))
    })
}

/// Reads a length, `1:20:00` as another program's tables write it among them.
///
/// # Errors
/// [`LengthError`] for anything else.
pub(super) fn length(typed: &str) -> Result<Length, LengthError> {
    let parts: Vec<&str> = typed.trim().split([':', '：']).collect();
    if let [hours, minutes, seconds] = parts.as_slice()
        && let (Ok(hours), Ok(minutes), Ok(seconds)) = (
            hours.trim().parse::<u16>(),
            minutes.trim().parse::<u16>(),
            seconds.trim().parse::<u16>(),
        )
        && minutes < 60
        && seconds < 60
    {
        let minutes = u32::from(hours) * 60 + u32::from(minutes);
        return Length::seconds(minutes * 60 + u32::from(seconds));
    }
    typed.parse()
}

/// Reads a change with its sign: `+15`, `-5m`, `+1h20`, `＋5分鐘`. None if it has no sign.
pub(super) fn by(typed: &str) -> Option<SignedDuration> {
    let typed = typed.trim();
    let rest = typed.strip_prefix(['+', '＋']);
    let (sign, rest) = match rest {
        Some(rest) => (1, rest),
        None => (-1, typed.strip_prefix(['-', '−', '－'])?),
    };
    let rest = rest.trim_start();
    if !rest.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    length(rest).ok().map(|length| length.span() * sign)
}

/// A length with this much added.
///
/// # Errors
/// [`LengthError`] when nothing would be left of it, or more than a week.
pub(super) fn longer(length: Length, by: SignedDuration) -> Result<Length, LengthError> {
    let seconds = length.span().as_secs().saturating_add(by.as_secs());
    if seconds <= 0 {
        return Err(LengthError::NotPositive);
    }
    let seconds = u32::try_from(seconds).map_err(|_| LengthError::TooLong)?;
    Length::seconds(seconds)
}

/// Reads a date: `2025-06-03`, `2025/6/3`, `2025年6月3日`, `3/6/2025`, `3.6.2025`; and what stands behind it in
/// brackets is the day of the week, which follows from it.
pub(super) fn date(typed: &str) -> Option<Date> {
    let typed = typed.split(['(', '（']).next().unwrap_or_default();
    let parts: Vec<i32> = typed
        .split(['-', '/', '.', '年', '月', '日'])
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .map(|part| part.parse().ok())
        .collect::<Option<_>>()?;
    let [first, month, last] = parts.as_slice() else {
        return None;
    };
    let (year, day) = if *first > 31 {
        (first, last)
    } else {
        (last, first)
    };
    let small = |n: i32| i8::try_from(n).ok();
    Date::new(i16::try_from(*year).ok()?, small(*month)?, small(*day)?).ok()
}

/// How long it is from a start to a time of that day, or of the night after it.
pub(super) fn until(start: DateTime, end: Time, typed: &str) -> Result<Length, CellFault> {
    let wrong = || CellFault::EndsBeforeStart(short(typed));
    let mut lasts = start.date().to_datetime(end).duration_since(start);
    if lasts <= SignedDuration::ZERO {
        lasts += SignedDuration::from_hours(24);
        if lasts > LONGEST_NIGHT {
            return Err(wrong());
        }
    }
    let seconds = u32::try_from(lasts.as_secs()).map_err(|_| wrong())?;
    Length::seconds(seconds).map_err(|error: LengthError| CellFault::NotALength(error))
}

/// What was typed, short enough to stand in a sentence.
pub(super) fn short(typed: &str) -> String {
    typed.chars().take(40).collect()
}
