//! What is different between two states of an event, in sentences.

mod merge;
mod path;
mod values;

use jiff::SignedDuration;

use super::{Argument, Words};
use crate::{
    model::{Event, ItemId, Length, Offset, Role, Session, TeamId, Text, Who},
    plan::{
        Person, Subject,
        changes::{Change, Shift, What},
    },
};

/// A text that is longer than this is not repeated in a sentence: that it changed is all that is told.
const LONGEST: usize = 90;

/// Tells what is different between two states of an event, in the language of some readers.
#[derive(Clone, Copy, Debug)]
pub struct Teller<'a> {
    words: Words,
    old: &'a Event,
    new: &'a Event,
    several_days: bool,
}

/// How a phrase goes on from the name of what it is about.
enum Phrase {
    /// As its predicate: "… moved from 10:15 to 10:30".
    Says(String),
    /// As a remark about it: "…: Ms Lee joins as speaker".
    Notes(String),
}

impl<'a> Teller<'a> {
    /// For readers of `words`.
    #[must_use]
    pub fn new(words: Words, old: &'a Event, new: &'a Event) -> Self {
        Self {
            words,
            old,
            new,
            several_days: old.details.days.len().max(new.details.days.len()) > 1,
        }
    }

    /// The whole sentence: "Keynote by Mr Sun moved from 10:15 to 10:30".
    #[must_use]
    pub fn sentence(&self, change: &Change) -> String {
        let (key, what) = match self.what(&change.what) {
            Phrase::Says(what) => ("change-says", what),
            Phrase::Notes(what) => ("change-notes", what),
        };
        let name = self.name(change.subject);
        self.words
            .tf(key, [("name", name.into()), ("what", what.into())])
    }

    /// The sentence without the name of what it is about: for a place that shows the name already.
    #[must_use]
    pub fn phrase(&self, change: &Change) -> String {
        match self.what(&change.what) {
            Phrase::Says(what) | Phrase::Notes(what) => what,
        }
    }

    /// What a change is about, as its sentence names it: a session by its title, or by its kind and who speaks.
    #[must_use]
    pub fn name(&self, subject: Subject) -> String {
        match subject {
            Subject::Event => self.words.t("the-event"),
            Subject::Item(id) => self.item(id),
        }
    }

    /// The same above what is different about it: without quotation marks.
    #[must_use]
    pub fn heading(&self, subject: Subject) -> String {
        let Subject::Item(id) = subject else {
            return self.name(subject);
        };
        let event = self.event_of(id);
        let lang = self.words.tongue.lang();
        match id {
            ItemId::Session(session) => match event.sessions.get(session) {
                Some(session) if session.title.shown(&lang).trim().is_empty() => {
                    self.kind_and_speakers(event, session)
                }
                Some(session) => self.words.session_name(session, &lang),
                None => String::new(),
            },
            ItemId::Agreement(_) | ItemId::Photo(_) => self.words.item_name(event, id),
            ItemId::Participant(_)
            | ItemId::Organisation(_)
            | ItemId::Delegation(_)
            | ItemId::Room(_)
            | ItemId::Team(_) => self.item(id),
        }
    }

    /// The state that has this item: the new one, or the old one where it was taken out.
    fn event_of(&self, id: ItemId) -> &'a Event {
        if self.new.contains(id) {
            self.new
        } else {
            self.old
        }
    }

    fn item(&self, id: ItemId) -> String {
        let event = self.event_of(id);
        match id {
            ItemId::Session(session) => event
                .sessions
                .get(session)
                .map_or_else(String::new, |session| self.session(event, session)),
            ItemId::Agreement(_) | ItemId::Photo(_) => {
                self.words.quoted(&self.words.item_name(event, id))
            }
            ItemId::Participant(person) => self.who(Who::Person(person)),
            ItemId::Organisation(_) | ItemId::Delegation(_) | ItemId::Room(_) | ItemId::Team(_) => {
                self.words.item_name(event, id)
            }
        }
    }

    fn session(&self, event: &Event, session: &Session) -> String {
        let lang = self.words.tongue.lang();
        if !session.title.shown(&lang).trim().is_empty() {
            return self.words.quoted(&self.words.session_name(session, &lang));
        }
        let named = self.kind_and_speakers(event, session);
        if named == self.words.session_kind(session.kind) {
            self.words.quoted(&named)
        } else {
            named
        }
    }

    /// What a session without a title is called: "Keynote by Mr Sun".
    fn kind_and_speakers(&self, event: &Event, session: &Session) -> String {
        let lang = self.words.tongue.lang();
        let kind = self.words.session_kind(session.kind);
        let speakers: Vec<_> = session
            .people
            .iter()
            .filter(|one| one.role == Role::Speaker)
            .filter_map(|one| Person::of(event, one.who, &lang))
            .map(|person| self.words.person_name(&person))
            .filter(|name| !name.is_empty())
            .collect();
        if speakers.is_empty() || speakers.len() > 3 {
            return kind;
        }
        let speakers = self.words.series(&speakers);
        let values = [("kind", kind.into()), ("people", speakers.into())];
        self.words.tf("change-session-by", values)
    }

    fn who(&self, who: Who) -> String {
        let id = who.item();
        let event = self.event_of(id);
        let name = Person::of(event, who, &self.words.tongue.lang())
            .map(|person| self.words.person_name(&person))
            .unwrap_or_default();
        if name.is_empty() {
            self.words.item_name(event, id)
        } else {
            name
        }
    }

    fn what(&self, what: &What) -> Phrase {
        let words = self.words;
        let says = |key, values: [(&'static str, Argument); 2]| Phrase::Says(words.tf(key, values));
        let notes =
            |key, values: [(&'static str, Argument); 2]| Phrase::Notes(words.tf(key, values));
        let role = |role| Argument::from(words.role_inside(role));
        match what {
            What::Added => Phrase::Says(words.t("change-added")),
            What::TakenOut => Phrase::Says(words.t("change-taken-out")),
            What::Moved(from, to) => {
                let with_day = self.several_days || from.date() != to.date();
                let at = |at| Argument::from(words.moment(at, with_day));
                says("change-moved", [("from", at(*from)), ("to", at(*to))])
            }
            What::Shifted(shift) => Phrase::Says(self.shift(shift)),
            What::Value(at, from, to) => self.value(at, from, to),
            What::Mention(at) => self.reworded(self.field(at)),
            What::DayAdded(date) => self.day("change-day-added", *date),
            What::DayTakenOut(date) => self.day("change-day-taken-out", *date),
            What::Joined(who, as_) => notes(
                "change-joined",
                [("person", self.who(*who).into()), ("role", role(*as_))],
            ),
            What::Left(who, as_) => notes(
                "change-left",
                [("person", self.who(*who).into()), ("role", role(*as_))],
            ),
            What::Replaced {
                role: as_,
                before,
                now,
            } => Phrase::Notes(words.tf(
                "change-replaced",
                [
                    ("now", self.who(*now).into()),
                    ("before", self.who(*before).into()),
                    ("role", role(*as_)),
                ],
            )),
            What::Recast(who, from, to) => Phrase::Notes(words.tf(
                "change-recast",
                [
                    ("person", self.who(*who).into()),
                    ("from", role(*from)),
                    ("to", role(*to)),
                ],
            )),
            What::Position(who, from, to) => {
                let field = words.tf("path-position", [("person", self.who(*who).into())]);
                self.texts(field, from, to)
            }
            What::CastOrder => Phrase::Notes(words.t("change-cast-order")),
            What::StepAdded(at, text) => self.step("change-step-added", *at, text),
            What::StepTakenOut(at, text) => self.step("change-step-taken-out", *at, text),
            What::StepMoved(text, from, to) => Phrase::Notes(words.tf(
                "change-step-moved",
                [
                    ("step", self.quoted(text).into()),
                    ("from", from.to_string().into()),
                    ("to", to.to_string().into()),
                ],
            )),
            What::StepReworded(at, from, to) => {
                let field = words.tf("path-step", [("at", at.to_string().into())]);
                self.localised(field, from, to)
            }
            What::CueAdded(team, at, text) => self.cue("change-cue-added", *team, *at, text),
            What::CueTakenOut(team, at, text) => self.cue("change-cue-taken-out", *team, *at, text),
            What::CueReworded(team, at, from, to) => {
                let field = words.tf("path-cue", [("team", self.team(*team, *at).into())]);
                self.localised(field, from, to)
            }
            What::Order(kind) => Phrase::Notes(words.order_of(*kind)),
            What::Other => Phrase::Notes(words.t("change-other")),
        }
    }

    fn shift(&self, shift: &Shift) -> String {
        let words = self.words;
        let last = shift.sessions.last().map(|last| self.item((*last).into()));
        let more = shift.sessions.len().saturating_sub(1);
        let room = shift.room.map(|room| self.item(room.into()));
        let key = match (shift.by > SignedDuration::ZERO, room.is_some()) {
            (true, false) => "change-later",
            (true, true) => "change-later-in",
            (false, false) => "change-earlier",
            (false, true) => "change-earlier-in",
        };
        let values = [
            ("more", more.into()),
            ("last", last.unwrap_or_default().into()),
            ("by", self.amount(shift.by).into()),
            ("from", words.moment(shift.from, self.several_days).into()),
            ("to", words.moment(shift.to, self.several_days).into()),
            ("room", room.unwrap_or_default().into()),
        ];
        words.tf(key, values)
    }

    /// A length of time, whichever its sign.
    fn amount(&self, by: SignedDuration) -> String {
        u32::try_from(by.unsigned_abs().as_secs())
            .ok()
            .and_then(|seconds| Length::seconds(seconds).ok())
            .map(|length| self.words.length(length))
            .unwrap_or_default()
    }

    fn day(&self, key: &str, date: jiff::civil::Date) -> Phrase {
        let date = self.words.date(date);
        Phrase::Notes(self.words.tf(key, [("date", date.into())]))
    }

    fn quoted(&self, text: &Text) -> String {
        let shown = text.shown(&self.words.tongue.lang());
        self.words.quoted(&shortened(shown))
    }

    fn step(&self, key: &str, at: Offset, text: &Text) -> Phrase {
        let values = [
            ("at", at.to_string().into()),
            ("step", self.quoted(text).into()),
        ];
        Phrase::Notes(self.words.tf(key, values))
    }

    fn team(&self, team: TeamId, at: Option<Offset>) -> String {
        let name = self.item(team.into());
        match at {
            None => name,
            Some(at) => {
                let values = [("team", name.into()), ("at", at.to_string().into())];
                self.words.tf("change-team-at", values)
            }
        }
    }

    fn cue(&self, key: &str, team: TeamId, at: Option<Offset>, text: &Text) -> Phrase {
        let values = [
            ("team", self.team(team, at).into()),
            ("cue", self.quoted(text).into()),
        ];
        Phrase::Notes(self.words.tf(key, values))
    }
}

/// The beginning of a text, on one line.
fn shortened(text: &str) -> String {
    shortened_to(text, LONGEST)
}

/// A text on one line, of so many characters at most, with an ellipsis where it was longer.
#[must_use]
pub fn shortened_to(text: &str, most: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= most {
        return line;
    }
    let start: String = line.chars().take(most).collect();
    format!("{}…", start.trim_end())
}
