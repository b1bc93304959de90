//! An event as a calendar: iCalendar (RFC 5545), for the calendars of guests and of the staff.
//!
//! Times are those of the event's own zone, whose rules stand in the file: so a calendar shows them rightly, whatever
//! zone it is in itself, and knows where they belong. A session keeps its UID in every file that is ever made of it, so
//! that a calendar that has it already updates it.

mod lines;
mod zone;

use jiff::{Timestamp, tz::TimeZone};

use self::lines::Lines;
use super::{
    ExchangeError, Share,
    schedule::{facts::Moment, zone_of},
};
use crate::{
    model::{Audience, Event, Lang, ParticipantId, Role, RoomId, Session, Text, Who},
    plan::{Person, Plan},
    words::{Tongue, Words},
};

/// Which sessions go into a calendar.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Whose {
    /// All of them.
    #[default]
    Everybody,
    /// Those in a room.
    Room(RoomId),
    /// Those in which a person appears.
    Participant(ParticipantId),
}

/// The event as a calendar, in its main language with the others in the descriptions.
///
/// # Errors
/// [`ExchangeError::UnknownZone`] if the event's time zone is none that is known.
pub fn calendar(event: &Event, plan: &Plan, share: Share) -> Result<String, ExchangeError> {
    let zone = zone_of(&event.details)?;
    let lang = event.details.main_language();
    let maker = Maker {
        event,
        plan,
        share,
        zone_name: zone.iana_name().unwrap_or("UTC"),
        lang,
        words: Words::new(Tongue::for_readers_of(lang)),
        zone: zone.clone(),
    };
    Ok(maker.file())
}

struct Maker<'a> {
    event: &'a Event,
    plan: &'a Plan,
    share: Share,
    zone: TimeZone,
    zone_name: &'a str,
    lang: &'a Lang,
    words: Words,
}

impl Maker<'_> {
    fn file(&self) -> String {
        let sessions: Vec<&Session> = (self.plan.days.iter())
            .flat_map(|day| &day.sessions)
            .filter_map(|id| self.event.sessions.get(*id).map(AsRef::as_ref))
            .filter(|session| self.is_in(session))
            .collect();
        let mut lines = Lines::default();
        lines.plain("BEGIN", "VCALENDAR");
        lines.plain("VERSION", "2.0");
        let product = concat!("-//Runsheet//Runsheet ", env!("CARGO_PKG_VERSION"), "//EN");
        lines.plain("PRODID", product);
        lines.plain("CALSCALE", "GREGORIAN");
        lines.plain("METHOD", "PUBLISH");
        let name = self.name();
        lines.text("NAME", &name);
        lines.text("X-WR-CALNAME", &name);
        lines.text("X-WR-TIMEZONE", self.zone_name);
        let moments = sessions
            .iter()
            .filter_map(|session| self.plan.timed(session.id));
        let instants = moments.flat_map(|timed| [timed.start, timed.end]);
        let instants: Vec<Timestamp> = instants
            .filter_map(|at| Moment::in_zone(at, &self.zone).instant())
            .collect();
        if let (Some(first), Some(last)) = (instants.iter().min(), instants.iter().max())
            && !self.is_utc()
        {
            zone::write(&mut lines, &self.zone, self.zone_name, [*first, *last]);
        }
        for session in sessions {
            self.session(&mut lines, session);
        }
        lines.plain("END", "VCALENDAR");
        lines.done()
    }

    fn is_in(&self, session: &Session) -> bool {
        let seen = self.share.staff || session.audience == Audience::Guests;
        seen && match self.share.whose {
            Whose::Everybody => true,
            Whose::Room(room) => session.room == Some(room),
            Whose::Participant(person) => (session.people.iter()).any(|appearance| {
                appearance.who == Who::Person(person) && self.is_told(appearance.role)
            }),
        }
    }

    fn is_told(&self, role: Role) -> bool {
        self.share.staff || role.is_for_guests()
    }

    /// What the calendar is called: the event, and whose calendar it is.
    fn name(&self) -> String {
        let title = self.event.details.title.shown(self.lang).trim().to_owned();
        let whose = match self.share.whose {
            Whose::Everybody => None,
            Whose::Room(id) => {
                let room = self.event.rooms.get(id);
                room.map(|room| room.name.shown(self.lang).to_owned())
            }
            Whose::Participant(id) => {
                let person = self.event.participants.get(id);
                person.map(|person| person.formal_name(self.lang))
            }
        };
        match whose {
            None => title,
            Some(whose) => self.words.tf(
                "calendar-name",
                [("event", title.into()), ("whose", whose.into())],
            ),
        }
    }

    fn session(&self, lines: &mut Lines, session: &Session) {
        let Some(timed) = self.plan.timed(session.id) else {
            return;
        };
        lines.plain("BEGIN", "VEVENT");
        lines.plain("UID", &session.id.to_string());
        let made = TimeZone::UTC.to_datetime(self.share.made);
        lines.plain("DTSTAMP", &made.strftime("%Y%m%dT%H%M%SZ").to_string());
        lines.plain("SEQUENCE", &self.share.version.to_string());
        for (name, at) in [("DTSTART", timed.start), ("DTEND", timed.end)] {
            let local = Moment::in_zone(at, &self.zone).local;
            let local = local.strftime("%Y%m%dT%H%M%S").to_string();
            if self.is_utc() {
                lines.plain(name, &format!("{local}Z"));
            } else {
                lines.plain(&format!("{name};TZID={}", self.zone_name), &local);
            }
        }
        lines.text("SUMMARY", &self.words.session_name(session, self.lang));
        lines.text("LOCATION", &self.place(session));
        lines.text("DESCRIPTION", &self.description(session));
        lines.text("CATEGORIES", &self.words.session_kind(session.kind));
        lines.plain("STATUS", "CONFIRMED");
        lines.plain("END", "VEVENT");
    }

    fn is_utc(&self) -> bool {
        self.zone_name.eq_ignore_ascii_case("UTC")
    }

    fn place(&self, session: &Session) -> String {
        let room = session.room.and_then(|id| self.event.rooms.get(id));
        let room = room.map_or("", |room| room.name.shown(self.lang).trim());
        let venue = self.event.details.venue.shown(self.lang).trim();
        match (room, venue) {
            ("", only) | (only, "") => only.to_owned(),
            (room, venue) => self.words.tf(
                "calendar-place",
                [
                    ("room", room.to_owned().into()),
                    ("venue", venue.to_owned().into()),
                ],
            ),
        }
    }

    /// The title in the further languages, who appears, and what it is about in each language.
    fn description(&self, session: &Session) -> String {
        let mut parts = Vec::new();
        let titles: Vec<&str> = self.others(&session.title).collect();
        parts.push(titles.join("\n"));
        let mut people = Vec::new();
        for role in Role::ALL.into_iter().filter(|role| self.is_told(*role)) {
            let named: Vec<String> = (session.people.iter())
                .filter(|appearance| appearance.role == role)
                .filter_map(|appearance| Person::of(self.event, appearance.who, self.lang))
                .map(|person| self.words.person_name(&person))
                .filter(|name| !name.is_empty())
                .collect();
            if !named.is_empty() {
                let named = self.words.series(&named);
                let role = self.words.role(role);
                people.push(self.words.tf(
                    "calendar-people",
                    [("role", role.into()), ("people", named.into())],
                ));
            }
        }
        parts.push(people.join("\n"));
        parts.push(session.summary.shown(self.lang).trim().to_owned());
        parts.extend(self.others(&session.summary).map(str::to_owned));
        parts.retain(|part| !part.is_empty());
        parts.join("\n\n")
    }

    /// A text in the further languages of the event, each once.
    fn others<'b>(&'b self, text: &'b Text) -> impl Iterator<Item = &'b str> {
        let shown = text.shown(self.lang).trim();
        (self.event.details.languages.iter())
            .filter(|lang| *lang != self.lang)
            .map(|lang| text.text(lang).trim())
            .filter(move |other| !other.is_empty() && *other != shown)
    }
}
