//! The event: what one file holds.

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
};

use jiff::{civil::Date, tz::TimeZone};
use serde::{Deserialize, Serialize};

use super::{
    Agreement, Closing, Delegation, EventId, Extra, ItemId, Lang, Languages, Listed, Organisation,
    Participant, Photo, Roll, RoomId, Session, TeamId, Text, has_han,
};

/// How a time of day is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Clock {
    /// 14:05.
    #[default]
    Hours24,
    /// 2:05pm; 下午2時05分.
    Hours12,
}

impl Clock {
    /// Both, in the order in which a form offers them.
    pub const ALL: [Self; 2] = [Self::Hours24, Self::Hours12];
}

/// How a caption counts people from the reader's left.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum PositionStyle {
    /// (third left).
    #[default]
    Words,
    /// (3rd left).
    Ordinals,
}

impl PositionStyle {
    /// Both, in the order in which a form offers them.
    pub const ALL: [Self; 2] = [Self::Words, Self::Ordinals];
}

/// How this house writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct HouseStyle {
    /// Family names in capitals in papers for staff.
    pub family_capitals: bool,
    /// Times in papers for guests.
    pub guest_clock: Clock,
    /// Times in papers for staff.
    pub staff_clock: Clock,
    /// Positions in captions.
    pub positions: PositionStyle,
}

impl Default for HouseStyle {
    fn default() -> Self {
        Self {
            family_capitals: true,
            guest_clock: Clock::Hours12,
            staff_clock: Clock::Hours24,
            positions: PositionStyle::Words,
        }
    }
}

/// What is true of the event as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Details {
    /// What it is called.
    pub title: Text,
    /// What it is about.
    #[serde(skip_serializing_if = "Text::is_empty")]
    pub theme: Text,
    /// Who invites.
    #[serde(skip_serializing_if = "Text::is_empty")]
    pub host: Text,
    /// Who invites with the host.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub co_hosts: Vec<Text>,
    /// What it belongs to: a week, a series, an anniversary.
    #[serde(skip_serializing_if = "Text::is_empty")]
    pub occasion: Text,
    /// What comes next: the following event of the series.
    #[serde(skip_serializing_if = "Text::is_empty")]
    pub next: Text,
    /// Where: the building and its address.
    #[serde(skip_serializing_if = "Text::is_empty")]
    pub venue: Text,
    /// The days, each once, in order.
    pub days: BTreeSet<Date>,
    /// By when the venue must be left.
    #[serde(skip_serializing_if = "Closing::is_empty")]
    pub closing: Closing,
    /// The zone in which every time is meant: an IANA name such as `Asia/Hong_Kong`.
    pub time_zone: String,
    /// The languages of its content, the main one first.
    pub languages: Languages,
    /// The credit that a new photo starts with.
    #[serde(skip_serializing_if = "Text::is_empty")]
    pub usual_credit: Text,
    /// How the house writes.
    pub style: HouseStyle,
    /// What was wrong and is left as it is, each with the reason that somebody gave.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub set_aside: BTreeMap<ProblemKey, String>,
    /// What other programs say of it and there is no field for.
    #[serde(skip_serializing_if = "Extra::is_empty")]
    pub extra: Extra,
}

/// Which problem: it stays the same while the problem does, however its numbers change.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ProblemKey(String);

impl ProblemKey {
    /// A key of these parts; those that name items are their identities.
    #[must_use]
    pub fn of(parts: &[&str]) -> Self {
        Self(parts.join(" "))
    }

    /// Whether it names this item.
    #[must_use]
    pub fn names(&self, item: ItemId) -> bool {
        let id = item.uuid().to_string();
        self.0.split(' ').any(|part| part == id)
    }
}

impl Default for Details {
    fn default() -> Self {
        Self {
            title: Text::default(),
            theme: Text::default(),
            host: Text::default(),
            co_hosts: Vec::new(),
            occasion: Text::default(),
            next: Text::default(),
            venue: Text::default(),
            days: BTreeSet::new(),
            closing: Closing::default(),
            time_zone: "Asia/Hong_Kong".into(),
            languages: [Lang::EN, Lang::ZH_HANT].into(),
            usual_credit: Text::default(),
            style: HouseStyle::default(),
            set_aside: BTreeMap::new(),
            extra: Extra::default(),
        }
    }
}

/// The zone of this name; none for the name of an unknown one.
fn zone_called(name: &str) -> Option<TimeZone> {
    let zone = TimeZone::get(name).ok()?;
    (!zone.is_unknown()).then_some(zone)
}

impl Details {
    /// The zone in which every time is meant. None where what is written is no zone.
    #[must_use]
    pub fn zone(&self) -> Option<TimeZone> {
        zone_called(self.time_zone.trim())
    }

    /// The name of the zone that is meant by one with slips in its spelling: a space where an underscore belongs.
    #[must_use]
    pub fn zone_meant(&self) -> Option<String> {
        let parts: Vec<&str> = self.time_zone.split_whitespace().collect();
        let spelt = parts.join("_").replace("_/_", "/");
        Some(zone_called(&spelt)?.iana_name()?.to_owned()).filter(|name| *name != self.time_zone)
    }

    /// The main language.
    #[must_use]
    pub fn main_language(&self) -> &Lang {
        self.languages.main()
    }

    /// The language of the event in which a text that was typed without one is: Chinese characters are of its Chinese.
    #[must_use]
    pub fn language_of(&self, typed: &str) -> Lang {
        let is_chinese = has_han(typed);
        let fallback = if is_chinese { Lang::ZH_HANT } else { Lang::EN };
        let mut languages = self.languages.iter();
        let fits = languages.find(|lang| lang.is_chinese() == is_chinese);
        fits.cloned().unwrap_or(fallback)
    }
}

/// A place inside the venue.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Room {
    /// Which room.
    pub id: RoomId,
    /// What it is called.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub name: Text,
    /// What other programs say of it and there is no field for.
    #[serde(default, skip_serializing_if = "Extra::is_empty")]
    pub extra: Extra,
}

impl Room {
    /// A room with this name.
    #[must_use]
    pub fn new(name: Text) -> Self {
        Self {
            id: RoomId::new(),
            name,
            extra: Extra::default(),
        }
    }
}

impl Listed for Room {
    type Id = RoomId;

    fn id(&self) -> RoomId {
        self.id
    }
}

/// A team of the staff that gets cues.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Team {
    /// Which team.
    pub id: TeamId,
    /// What it is called, shortly: it stands before each of its cues.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub name: Text,
}

impl Team {
    /// A team with this name.
    #[must_use]
    pub fn new(name: Text) -> Self {
        Self {
            id: TeamId::new(),
            name,
        }
    }
}

impl Listed for Team {
    type Id = TeamId;

    fn id(&self) -> TeamId {
        self.id
    }
}

/// The event: plain data, as people typed it. Everything else follows from it, in a `Plan`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// Which event.
    pub id: EventId,
    /// What is true of it as a whole.
    #[serde(default)]
    pub details: Details,
    /// The rooms of the venue.
    #[serde(default)]
    pub rooms: Roll<Room>,
    /// The teams of the staff.
    #[serde(default)]
    pub teams: Roll<Team>,
    /// The delegations, in order of precedence.
    #[serde(default)]
    pub delegations: Roll<Delegation>,
    /// The organisations.
    #[serde(default)]
    pub organisations: Roll<Organisation>,
    /// The named persons.
    #[serde(default)]
    pub participants: Roll<Participant>,
    /// The run-of-show, in order.
    #[serde(default)]
    pub sessions: Roll<Session>,
    /// What is signed.
    #[serde(default)]
    pub agreements: Roll<Agreement>,
    /// The photos, in the order in which they are numbered.
    #[serde(default)]
    pub photos: Roll<Photo>,
}

impl Event {
    /// An event without anything in it.
    #[must_use]
    pub fn empty(id: EventId) -> Self {
        Self {
            id,
            details: Details::default(),
            rooms: Roll::default(),
            teams: Roll::default(),
            delegations: Roll::default(),
            organisations: Roll::default(),
            participants: Roll::default(),
            sessions: Roll::default(),
            agreements: Roll::default(),
            photos: Roll::default(),
        }
    }

    /// Whether it says the same as another on every paper: all but which of its problems are left as they are.
    #[must_use]
    pub fn prints_as(&self, other: &Self) -> bool {
        if self.details.set_aside == other.details.set_aside {
            return self == other;
        }
        *self.printed() == *other.printed()
    }

    /// What of it any paper can say: all but which of its problems are left as they are.
    #[must_use]
    pub fn printed(&self) -> Cow<'_, Self> {
        if self.details.set_aside.is_empty() {
            return Cow::Borrowed(self);
        }
        let mut printed = self.clone();
        printed.details.set_aside.clear();
        Cow::Owned(printed)
    }
}
