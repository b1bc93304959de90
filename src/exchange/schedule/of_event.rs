//! The schedule of an event.

use std::collections::{HashMap, HashSet};

use jiff::{civil::Date, tz::TimeZone};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{
    facts::{Day, Moment, Place, Rest, Schedule, Speaker, Talk},
    identity::{self, slug},
    kinds::kind_of,
    rest, settle, when,
};
use crate::{
    exchange::{ExchangeError, Share, Spot},
    model::{
        Audience, Details, Event, Extra, Lang, OrganisationId, Participant, Role, RoomId, Session,
        Text, Who,
    },
    plan::{Person, Plan},
    words::{Tongue, Words},
};

/// The names under which an event keeps what has a meaning here, beside what is only passed on.
pub(super) mod names {
    /// The days as the file had them, as JSON.
    pub const DAYS: &str = "days";
    /// Of a conference: the zone that the file names and its times contradict.
    pub const ZONE: &str = "time_zone_name";
    /// Of a talk: what the file calls its kind.
    pub const KIND: &str = "type";
    /// Of a talk: that its summary stands in the file as its description.
    pub const SUMMARY: &str = "summary";
    /// Of a person: the name as the file writes it, where ours is written otherwise.
    pub const NAME: &str = "public_name";
    /// Of the conference: before what stands beside it.
    pub const BESIDE: &str = "schedule.";
    /// Of a person: the schedule whose numbers it has.
    pub const SYSTEM: &str = "system";
}

impl Schedule {
    /// The schedule of an event, in its main language.
    ///
    /// # Errors
    /// [`ExchangeError::UnknownZone`] if the event's time zone is none that is known, and [`ExchangeError::NoDays`] if
    /// it has neither days nor sessions.
    pub fn of(event: &Event, plan: &Plan, share: Share) -> Result<Self, ExchangeError> {
        let schedule = Self::in_zone(event, plan, share, &zone_of(&event.details)?);
        if schedule.days.is_empty() {
            return Err(ExchangeError::NoDays);
        }
        Ok(schedule)
    }

    /// The schedule of an event whose times are those of `zone`.
    pub(super) fn in_zone(event: &Event, plan: &Plan, share: Share, zone: &TimeZone) -> Self {
        let details = &event.details;
        let maker = Maker {
            event,
            plan,
            share,
            lang: details.main_language(),
            words: Words::new(Tongue::for_readers_of(details.main_language())),
            guids: guids_of_people(event),
        };
        let mut schedule = maker.conference();
        schedule.places = (places_of(event).into_iter())
            .map(|(_, place)| place)
            .collect();
        schedule.talks = maker.talks(&schedule, zone);
        schedule.days = days(event, plan, &schedule.talks, zone);
        settle::settle(&mut schedule);
        settle::say(&mut schedule);
        schedule
    }
}

/// What a schedule says of a participant. None for somebody without a name.
pub(super) fn speaker_of(event: &Event, person: &Participant, guids: &Guids) -> Option<Speaker> {
    let details = &event.details;
    let lang = details.main_language();
    let mut rest = rest::of_extra(&person.extra);
    let written = identity::text(&rest, names::NAME);
    for name in [names::NAME, names::SYSTEM] {
        rest.remove(name);
    }
    let formal = person.formal_name(lang);
    let name = written
        .filter(|written| formal_name_of(written, details, person) == formal)
        .unwrap_or(formal);
    if let Some(guid) = guids.get(&person.id.uuid()) {
        rest.insert("guid".into(), guid.clone().into());
    } else {
        rest.remove("guid");
    }
    add_identity(&mut rest, person.id.uuid());
    let biography = person.biography.shown(lang).trim().to_owned();
    (!settle::said_on_a_line(&name).is_empty()).then_some(Speaker {
        name,
        biography: Some(biography),
        rest,
    })
}

/// The zone that a schedule names: the event's, or the one that a file has named beside times that are not its.
pub(super) fn zone_told(details: &Details) -> String {
    let contradicted = details.extra.get(names::ZONE).map(rest::given);
    match contradicted {
        Some(Value::String(zone)) if details.time_zone.starts_with("Etc/") => zone,
        _ => details.time_zone.trim().to_owned(),
    }
}

/// The identities by which other programs know people or rooms, where those are not ours.
pub(super) type Guids = HashMap<Uuid, String>;

/// Such identities, by ours. Each is of one item alone, so that whoever has it is found again.
fn guids<'a>(ours: &HashSet<Uuid>, items: impl Iterator<Item = (Uuid, &'a Extra)>) -> Guids {
    let mut taken = ours.clone();
    let own = |(id, extra): (Uuid, &Extra)| {
        let value = rest::given(extra.get("guid")?);
        let rest = Rest::from([("guid".to_owned(), value)]);
        let guid = settle::said_on_a_line(&identity::text(&rest, "guid")?);
        let means = identity::of_guid(&guid);
        (means == id || taken.insert(means)).then_some((id, guid))
    };
    items.filter_map(own).collect()
}

/// By which identities other programs know the people.
pub(super) fn guids_of_people(event: &Event) -> Guids {
    let people = event.participants.iter();
    let organisations = event.organisations.iter();
    let ours = (people.clone().map(|person| person.id.uuid()))
        .chain(organisations.map(|organisation| organisation.id.uuid()))
        .collect();
    guids(
        &ours,
        people.map(|person| (person.id.uuid(), &person.extra)),
    )
}

/// The rooms that a schedule names, each with what it says of it.
pub(super) fn places_of(event: &Event) -> Vec<(RoomId, Place)> {
    let lang = event.details.main_language();
    let ours = event.rooms.iter().map(|room| room.id.uuid()).collect();
    let rooms = event.rooms.iter().map(|room| (room.id.uuid(), &room.extra));
    let guids = guids(&ours, rooms);
    let mut named = HashSet::new();
    let mut places = Vec::new();
    for room in &event.rooms {
        let name = settle::said_on_a_line(room.name.shown(lang));
        if name.is_empty() || !named.insert(name.clone()) {
            continue;
        }
        let mut rest = rest::of_extra(&room.extra);
        rest.remove("guid");
        let guid = (guids.get(&room.id.uuid())).filter(|guid| identity::uuid(guid).is_some());
        let guid = guid.cloned().unwrap_or_else(|| room.id.to_string());
        let place = Place {
            name,
            guid: Some(guid),
            rest,
        };
        places.push((room.id, place));
    }
    places
}

/// The event's time zone.
pub fn zone_of(details: &Details) -> Result<TimeZone, ExchangeError> {
    details
        .zone()
        .ok_or_else(|| ExchangeError::UnknownZone(details.time_zone.clone()))
}

struct Maker<'a> {
    event: &'a Event,
    plan: &'a Plan,
    share: Share,
    lang: &'a Lang,
    words: Words,
    guids: Guids,
}

/// An acronym, which every schedule has: letters and digits of the title, or the year.
fn acronym(details: &Details) -> String {
    const LONGEST: usize = 24;
    let title = slug(details.title.shown(&Lang::EN), '_');
    let mut short = String::new();
    for word in title.split('_') {
        if !short.is_empty() && short.len() + word.len() >= LONGEST {
            break;
        }
        let gap = if short.is_empty() { "" } else { "_" };
        short.extend([gap, word]);
    }
    let year = details.days.first().map_or(0, |day| day.year());
    if short.len() < 4 {
        short = format!("event_{year}");
    }
    short
}

/// The days of a schedule: those that a file had, then those of the event that they do not cover.
fn days(event: &Event, plan: &Plan, talks: &[Talk], zone: &TimeZone) -> Vec<Day> {
    let mut days: Vec<Day> = kept_days(&event.details)
        .into_iter()
        .filter(|day| {
            let has_talks = talks.iter().any(|talk| day.holds(talk));
            has_talks || event.details.days.contains(&day.date)
        })
        .map(|day| {
            let whole = whole_day(day.date, zone);
            Day {
                start: day.start.or(whole.start),
                end: day.end.or(whole.end),
                ..day
            }
        })
        .collect();
    for date in plan.days.iter().map(|day| day.date) {
        let mut that_day = (talks.iter())
            .filter(|talk| talk.start.is_some_and(|start| start.local.date() == date))
            .peekable();
        let covered = that_day.peek().is_some()
            && that_day.all(|talk| days.iter().any(|day| day.holds(talk)));
        if !covered && !days.iter().any(|day| day.date == date) {
            days.push(whole_day(date, zone));
        }
    }
    days.sort_by_key(|day| day.date);
    days
}

fn whole_day(date: Date, zone: &TimeZone) -> Day {
    let midnight = |date: Date| Moment::in_zone(date.at(0, 0, 0, 0), zone);
    Day {
        date,
        start: Some(midnight(date)),
        end: date.tomorrow().ok().map(midnight),
    }
}

/// The days that an event keeps from a file.
fn kept_days(details: &Details) -> Vec<Day> {
    let kept = details.extra.get(names::DAYS).map(rest::given);
    let days = kept.as_ref().and_then(Value::as_array);
    let text = |day: &Value, at: usize| day.get(at).and_then(Value::as_str).map(str::to_owned);
    let day = |day: &Value| {
        Some(Day {
            date: when::date(&text(day, 0)?)?,
            start: text(day, 1).and_then(|text| when::moment(&text)),
            end: text(day, 2).and_then(|text| when::moment(&text)),
        })
    };
    days.into_iter().flatten().filter_map(day).collect()
}

/// Days as an event keeps them.
pub(super) fn days_kept(days: &[Day]) -> Value {
    let written = |moment: Option<Moment>| moment.map(when::written);
    (days.iter())
        .map(|day| json!([day.date.to_string(), written(day.start), written(day.end)]))
        .collect()
}

impl Day {
    /// Whether a talk starts on this day, which may go on after midnight.
    #[must_use]
    pub fn holds(&self, talk: &Talk) -> bool {
        let (Some(at), Some(start)) = (talk.start, self.start) else {
            return talk.start.is_some_and(|at| at.local.date() == self.date);
        };
        let ended = self.end.is_some_and(|end| !end.since(at).is_positive());
        !at.since(start).is_negative() && !ended
    }
}

impl Maker<'_> {
    fn conference(&self) -> Schedule {
        let details = &self.event.details;
        let mut schedule = Schedule {
            title: details.title.shown(self.lang).trim().to_owned(),
            ..Schedule::default()
        };
        for (name, value) in rest::of_extra(&details.extra) {
            match name.strip_prefix(names::BESIDE) {
                Some(name) => drop(schedule.beside.insert(name.to_owned(), value)),
                None => drop(schedule.rest.insert(name, value)),
            }
        }
        schedule.rest.remove(names::DAYS);
        schedule.rest.remove(names::ZONE);
        schedule.zone = Some(zone_told(details));
        let rest = &mut schedule.rest;
        rest.entry("acronym".into())
            .or_insert_with(|| Value::String(acronym(details)));
        rest.entry("timeslot_duration".into())
            .or_insert_with(|| json!("00:05"));
        let version = || Value::String("0".into());
        (schedule.beside.entry("version".into())).or_insert_with(version);
        schedule.issued = Some(self.share.version).filter(|version| *version > 0);
        schedule
    }

    /// The text of another language of the event, where it says something else than the main one.
    fn other<'b>(&self, text: &'b Text) -> &'b str {
        let shown = text.shown(self.lang);
        (self.event.details.languages.iter())
            .filter(|lang| *lang != self.lang)
            .map(|lang| text.text(lang).trim())
            .find(|other| !other.is_empty() && *other != shown)
            .unwrap_or_default()
    }

    fn talks(&self, schedule: &Schedule, zone: &TimeZone) -> Vec<Talk> {
        let mut taken = HashSet::new();
        let acronym = identity::text(&schedule.rest, "acronym").unwrap_or_default();
        let sessions = (self.plan.days.iter())
            .flat_map(|day| &day.sessions)
            .filter_map(|id| self.event.sessions.get(*id))
            .filter(|session| self.share.staff || session.audience == Audience::Guests);
        sessions
            .filter_map(|session| self.talk(session, &acronym, zone, &mut taken))
            .collect()
    }

    fn talk(
        &self,
        session: &Session,
        acronym: &str,
        zone: &TimeZone,
        taken: &mut HashSet<String>,
    ) -> Option<Talk> {
        let timed = self.plan.timed(session.id)?;
        let start = Moment::in_zone(timed.start, zone);
        let end = Moment::in_zone(timed.end, zone);
        let id = session.id.uuid();
        let mut rest = rest::of_extra(&session.extra);
        // A copy of a session is another: it has not its guid, its number and its address.
        let own_guid = identity::text(&rest, "guid")
            .is_some_and(|guid| identity::derived(&["guid", &guid]) == id);
        if !own_guid {
            rest.remove("guid");
        }
        for name in ["id", "code", "slug"] {
            let text = identity::text(&rest, name).unwrap_or_default();
            if !text.is_empty() && !taken.insert(format!("{name} {text}")) {
                rest.remove(name);
            }
        }
        if !rest.contains_key("id") {
            let mut number = identity::number(id);
            while !taken.insert(format!("id {number}")) {
                number = number % 0x7fff_ffff + 1;
            }
            rest.insert("id".into(), json!(number));
        }
        let title = match settle::said(session.title.shown(self.lang)) {
            title if title.is_empty() => self.words.session_kind(session.kind),
            title => title,
        };
        if !rest.contains_key("slug") {
            let parts = [
                slug(acronym, '_'),
                identity::number(id).to_string(),
                slug(&title, '_'),
            ];
            let parts: Vec<&str> = (parts.iter().map(String::as_str))
                .filter(|part| !part.is_empty())
                .collect();
            rest.insert("slug".into(), parts.join("-").into());
        }
        let mut default = |name: &str, value: &str| {
            rest.entry(name.to_owned()).or_insert_with(|| value.into());
        };
        default("url", &rest::nowhere(id));
        default("language", self.lang.tag());
        default("subtitle", self.other(&session.title));
        let kind = (identity::text(&rest, names::KIND))
            .filter(|text| kind_of(text) == session.kind)
            .unwrap_or_else(|| self.words.session_kind(session.kind));
        rest.remove(names::KIND);
        let summary = session.summary.shown(self.lang).trim().to_owned();
        let is_description = rest.remove(names::SUMMARY).is_some();
        let kept = match rest.remove("description") {
            Some(Value::String(text)) => text,
            _ => self.other(&session.summary).to_owned(),
        };
        let (summary, description) = if is_description {
            (String::new(), summary)
        } else {
            (summary, kept)
        };
        let room = (session.room.and_then(|id| self.event.rooms.get(id)))
            .map_or("", |room| room.name.shown(self.lang).trim());
        Some(Talk {
            spot: Spot::File,
            guid: Some(id.to_string()),
            day: Some(session.day),
            start: Some(start),
            seconds: u32::try_from(end.since(start).as_secs()).ok(),
            room: Some(room.to_owned()),
            title: Some(title),
            kind: Some(kind),
            summary: Some(summary),
            description: Some(description),
            speakers: Some(self.speakers(session)),
            rest,
        })
    }

    fn speakers(&self, session: &Session) -> Vec<Speaker> {
        let mut named = HashSet::new();
        (session.people.iter())
            .filter(|appearance| shows(appearance.role, self.share.staff))
            .filter(|appearance| named.insert(appearance.who))
            .filter_map(|appearance| match appearance.who {
                Who::Person(id) => {
                    let person = self.event.participants.get(id)?;
                    speaker_of(self.event, person, &self.guids)
                }
                Who::RepresentativeOf(id) => self.representative(id),
            })
            .collect()
    }

    fn representative(&self, id: OrganisationId) -> Option<Speaker> {
        let organisation = self.event.organisations.get(id)?;
        let person = Person {
            organisation: organisation.name.shown(self.lang).to_owned(),
            ..Person::default()
        };
        let mut rest = Rest::new();
        add_identity(&mut rest, id.uuid());
        let name = self.words.person_name(&person);
        (!name.is_empty()).then_some(Speaker {
            name,
            biography: None,
            rest,
        })
    }
}

/// Whether somebody in this role is named in a schedule.
fn shows(role: Role, staff: bool) -> bool {
    staff || role.is_for_guests()
}

fn add_identity(rest: &mut Rest, id: Uuid) {
    rest.entry("guid".into())
        .or_insert_with(|| id.to_string().into());
    rest.entry("id".into())
        .or_insert_with(|| json!(identity::number(id)));
}

/// How we would write a name that a file writes so: if that is how it is now, nobody has changed it.
fn formal_name_of(written: &str, details: &Details, person: &Participant) -> String {
    let mut other = Participant::new();
    let (lang, name) = super::people::name_of(written, details);
    other.name.set(&lang, name);
    // A name in a further language may be the one that is shown.
    for (lang, name) in person.name.iter() {
        if other.name.get(lang).is_none() {
            other.name.set(lang, name.clone());
        }
    }
    other.formal_name(details.main_language())
}
