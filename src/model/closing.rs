//! By when the venue must be left.

use std::collections::BTreeMap;

use jiff::civil::{Date, DateTime, Time, time};
use serde::{Deserialize, Serialize};

/// A closing hour before this one is meant in the night after the day: a gala that must be over by one o'clock.
const MORNING: Time = time(6, 0, 0, 0);

/// By when the venue must be left: the end of each day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Closing {
    /// On every day that says nothing else. None where nobody has to leave.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<Time>,
    /// On single days.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub on: BTreeMap<Date, Time>,
}

impl Closing {
    /// Whether nothing is said of any day.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The moment by which the venue must be left on a day; a time before six in the morning is of the next one.
    #[must_use]
    pub fn of(&self, day: Date) -> Option<DateTime> {
        let time = self.on.get(&day).copied().or(self.by)?;
        let date = if time < MORNING {
            // The calendar's last day has no night after it.
            day.tomorrow().ok()?
        } else {
            day
        };
        Some(date.to_datetime(time))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, datetime};

    use super::*;

    #[test]
    fn a_day_has_its_own_closing_hour_or_that_of_the_event() {
        let (first, gala) = (date(2025, 6, 3), date(2025, 6, 4));
        let mut closing = Closing::default();
        assert_eq!(closing.of(first), None);
        closing.by = Some(time(18, 0, 0, 0));
        closing.on.insert(gala, time(0, 30, 0, 0));
        assert_eq!(closing.of(first), Some(datetime(2025, 6, 3, 18, 0, 0, 0)));
        assert_eq!(closing.of(gala), Some(datetime(2025, 6, 5, 0, 30, 0, 0)));
        assert_eq!(closing.of(Date::MAX).map(DateTime::date), Some(Date::MAX));
        closing.by = Some(time(1, 0, 0, 0));
        assert_eq!(closing.of(Date::MAX), None);
    }
}
