//! A schedule as a value, the same whichever of the two forms it has in a file.

use std::collections::BTreeMap;

use jiff::{
    SignedDuration, Timestamp,
    civil::{Date, DateTime},
    tz::{Offset, TimeZone},
};
use serde_json::Value;

use super::super::{Spot, Why};

/// What a file says beyond the fields that are read here, by the names that the JSON form has for it.
pub type Rest = BTreeMap<String, Value>;

/// A moment as a file gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// Date and time of day.
    pub local: DateTime,
    /// How far that is from UTC, if the file says so.
    pub offset: Option<Offset>,
}

impl Moment {
    /// A moment of a zone's own clock. A time that the zone skips is the one after the gap.
    #[must_use]
    pub fn in_zone(local: DateTime, zone: &TimeZone) -> Self {
        match zone.to_ambiguous_zoned(local).compatible() {
            Ok(zoned) => Self {
                local: zoned.datetime(),
                offset: Some(zoned.offset()),
            },
            // At the two ends of the calendar there is no such moment.
            Err(_) => Self {
                local,
                offset: None,
            },
        }
    }

    /// The instant, if the file says enough.
    #[must_use]
    pub fn instant(self) -> Option<Timestamp> {
        self.offset?.to_timestamp(self.local).ok()
    }

    /// What the clocks of a zone show then.
    #[must_use]
    pub fn clock_of(self, zone: &TimeZone) -> DateTime {
        (self.instant()).map_or(self.local, |instant| zone.to_datetime(instant))
    }

    /// The moment so many seconds later, written with the same offset.
    #[must_use]
    pub fn later(self, seconds: u32) -> Self {
        let span = SignedDuration::from_secs(i64::from(seconds));
        Self {
            local: self.local.checked_add(span).unwrap_or(self.local),
            offset: self.offset,
        }
    }

    /// How much later this is than `other`, if both are given in the same way.
    #[must_use]
    pub fn since(self, other: Self) -> SignedDuration {
        match (self.instant(), other.instant()) {
            (Some(this), Some(other)) => this.duration_since(other),
            _ => self.local.duration_since(other.local),
        }
    }
}

/// One day of a conference: from some hour in the morning, often to the small hours after it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Day {
    /// The date after which it is called.
    pub date: Date,
    /// When it begins.
    pub start: Option<Moment>,
    /// When it ends.
    pub end: Option<Moment>,
}

/// A room of a schedule.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Place {
    /// What it is called.
    pub name: String,
    /// Its identity, as the file writes it.
    pub guid: Option<String>,
    /// What else is said of it.
    pub rest: Rest,
}

/// Somebody who is named in a schedule.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Speaker {
    /// The public name.
    pub name: String,
    /// Who it is, for guests.
    pub biography: Option<String>,
    /// What else is said of them, their identities among it.
    pub rest: Rest,
}

/// One item of a schedule. What a file does not say of it is absent.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Talk {
    /// Where it stands in the file.
    pub spot: Spot,
    /// Its identity, as the file writes it.
    pub guid: Option<String>,
    /// The day on which it stands.
    pub day: Option<Date>,
    /// When it starts.
    pub start: Option<Moment>,
    /// How long it lasts, in seconds.
    pub seconds: Option<u32>,
    /// The name of its room; empty for none.
    pub room: Option<String>,
    /// Its title.
    pub title: Option<String>,
    /// What kind of talk the organisers call it.
    pub kind: Option<String>,
    /// What it is about, shortly.
    pub summary: Option<String>,
    /// What it is about, at length.
    pub description: Option<String>,
    /// Who is named in it.
    pub speakers: Option<Vec<Speaker>>,
    /// What else is said of it.
    pub rest: Rest,
}

/// A schedule.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Schedule {
    /// What the conference is called.
    pub title: String,
    /// The zone of its times, as the file names it.
    pub zone: Option<String>,
    /// Its days, in order.
    pub days: Vec<Day>,
    /// Its rooms, in order.
    pub places: Vec<Place>,
    /// Its talks, in the order of the file.
    pub talks: Vec<Talk>,
    /// What else is said of the conference.
    pub rest: Rest,
    /// What is said beside the conference: the version of the schedule, where it is found.
    pub beside: Rest,
    /// The number of the version that was issued last, which a file says in place of what stands there beside the
    /// conference; none in what was read.
    pub issued: Option<u32>,
    /// What could not be understood, and where.
    pub notes: Vec<(Spot, Why)>,
}
