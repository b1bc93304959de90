//! What is different between two states of an event, in sentences.

use jiff::SignedDuration;

use super::{Value, Words};
use crate::{
    model::{Event, ItemId, Lang, Length, Localised, Offset, Role, Session, TeamId, Text, Who},
    plan::{
        Person, Subject,
        changes::{Aspect, Change, Fact, Shift, What},
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
            return self.words.quoted(&kind);
        }
        let speakers = self.words.series(&speakers);
        let values = [("kind", kind.into()), ("people", speakers.into())];
        self.words.tf("change-session-by", values)
    }

    fn who(&self, who: Who) -> String {
        let id = match who {
            Who::Person(id) => ItemId::Participant(id),
            Who::RepresentativeOf(id) => ItemId::Organisation(id),
        };
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
        let says = |key, values: [(&'static str, Value); 2]| Phrase::Says(words.tf(key, values));
        let notes = |key, values: [(&'static str, Value); 2]| Phrase::Notes(words.tf(key, values));
        let role = |role| Value::from(words.role_inside(role));
        match what {
            What::Added => Phrase::Says(words.t("change-added")),
            What::TakenOut => Phrase::Says(words.t("change-taken-out")),
            What::Moved(from, to) => {
                let with_day = self.several_days || from.date() != to.date();
                let at = |at| Value::from(words.moment(at, with_day));
                says("change-moved", [("from", at(*from)), ("to", at(*to))])
            }
            What::Shifted(shift) => Phrase::Says(self.shift(shift)),
            What::Value(aspect, from, to) => self.value(*aspect, from, to),
            What::Reworded(aspect) => self.reworded(self.words.aspect(*aspect)),
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
                let field = words.tf("aspect-position", [("person", self.who(*who).into())]);
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
                let field = words.tf("aspect-step", [("at", at.to_string().into())]);
                self.localised(field, from, to, |text| text.clone())
            }
            What::CueAdded(team, at, text) => self.cue("change-cue-added", *team, *at, text),
            What::CueTakenOut(team, at, text) => self.cue("change-cue-taken-out", *team, *at, text),
            What::CueReworded(team, at, from, to) => {
                let field = words.tf("aspect-cue", [("team", self.team(*team, *at).into())]);
                self.localised(field, from, to, |text| text.clone())
            }
            What::Order(kind) => Phrase::Notes(words.order_of(*kind)),
            What::Other => Phrase::Notes(words.t("change-other")),
        }
    }

    fn shift(&self, shift: &Shift) -> String {
        let words = self.words;
        let is_later = shift.by > SignedDuration::ZERO;
        let last = shift.sessions.last().map(|last| self.item((*last).into()));
        let more = shift.sessions.len().saturating_sub(1);
        let values = [
            ("more", more.into()),
            ("last", last.unwrap_or_default().into()),
            ("by", self.amount(shift.by).into()),
            ("from", words.moment(shift.from, self.several_days).into()),
            ("to", words.moment(shift.to, self.several_days).into()),
        ];
        words.tf(
            if is_later {
                "change-later"
            } else {
                "change-earlier"
            },
            values,
        )
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

    fn value(&self, aspect: Aspect, from: &Fact, to: &Fact) -> Phrase {
        let words = self.words;
        let both = |key, from: String, to: String| {
            Phrase::Says(words.tf(key, [("from", from.into()), ("to", to.into())]))
        };
        let field = || self.words.aspect(aspect);
        let none = Text::default();
        let nameless = Localised::default();
        match (aspect, from, to) {
            (Aspect::Length, Fact::Length(_), Fact::Length(_)) => {
                both("change-length", self.fact(from), self.fact(to))
            }
            (Aspect::Room, Fact::Item(_), Fact::Item(_)) => {
                both("change-room", self.fact(from), self.fact(to))
            }
            (Aspect::Start, Fact::Fixed(_), Fact::Follows) => {
                Phrase::Says(words.tf("change-follows", [("time", self.fact(from).into())]))
            }
            (Aspect::Start, _, _) => {
                Phrase::Says(words.tf("change-fixed", [("time", self.fact(to).into())]))
            }
            (Aspect::Acting, _, Fact::Yes) => Phrase::Says(words.t("change-acting")),
            (Aspect::Acting, _, _) => Phrase::Says(words.t("change-not-acting")),
            (_, Fact::Text(from), Fact::Text(to)) => {
                self.named(aspect, from, to, |text| text.clone())
            }
            (_, Fact::Text(from), _) => self.localised(field(), from, &none, |text| text.clone()),
            (_, _, Fact::Text(to)) => self.localised(field(), &none, to, |text| text.clone()),
            (_, Fact::Name(from), Fact::Name(to)) => {
                self.named_in(aspect, from, to, |lang, name| name.listed(lang, false))
            }
            (_, Fact::Name(name), _) => {
                self.localised_in(field(), name, &nameless, |lang, name| name.formal(lang))
            }
            (_, _, Fact::Name(name)) => {
                self.localised_in(field(), &nameless, name, |lang, name| name.formal(lang))
            }
            (_, Fact::Said(from), Fact::Said(to)) => self.texts(field(), from, to),
            (_, Fact::Said(from), Fact::Nothing) => self.texts(field(), from, ""),
            (_, Fact::Nothing, Fact::Said(to)) => self.texts(field(), "", to),
            (_, Fact::Nothing, to) => self.given(field(), self.fact(to)),
            (_, from, Fact::Nothing) => self.gone(field(), self.fact(from)),
            (_, from, to) => self.changed(field(), self.fact(from), self.fact(to)),
        }
    }

    /// A text by which an item is called: what it was called before, where these readers call it by that.
    fn named(
        &self,
        aspect: Aspect,
        from: &Text,
        to: &Text,
        tell: impl Fn(&String) -> String,
    ) -> Phrase {
        self.named_in(aspect, from, to, |_, text| tell(text))
    }

    fn named_in<T: PartialEq>(
        &self,
        aspect: Aspect,
        from: &Localised<T>,
        to: &Localised<T>,
        tell: impl Fn(&Lang, &T) -> String,
    ) -> Phrase {
        let lang = self.words.tongue.lang();
        let is_name = matches!(aspect, Aspect::Title | Aspect::Name);
        if is_name
            && let (Some(before), Some(now)) = (from.get(&lang), to.get(&lang))
            && before != now
        {
            let before = tell(&lang, before);
            if before.chars().count() <= LONGEST {
                let before = self.words.quoted(&before);
                let values = [("from", before.into())];
                return Phrase::Says(self.words.tf("change-called", values));
            }
        }
        self.localised_in(self.words.aspect(aspect), from, to, tell)
    }

    fn localised(
        &self,
        field: String,
        from: &Text,
        to: &Text,
        tell: impl Fn(&String) -> String,
    ) -> Phrase {
        self.localised_in(field, from, to, |_, text| tell(text))
    }

    /// A value that differs in the readers' language, or else in another one, which is named.
    fn localised_in<T: PartialEq>(
        &self,
        field: String,
        from: &Localised<T>,
        to: &Localised<T>,
        tell: impl Fn(&Lang, &T) -> String,
    ) -> Phrase {
        let own = self.words.tongue.lang();
        let differs = |lang: &&Lang| from.get(lang) != to.get(lang);
        let mut languages: Vec<&Lang> =
            from.iter().chain(to.iter()).map(|(lang, _)| lang).collect();
        languages.retain(|lang| differs(lang));
        let nearest = |lang: &&&Lang| (**lang != &own, lang.primary() != own.primary());
        let Some(&lang) = languages.iter().min_by_key(nearest) else {
            return self.reworded(field);
        };
        let field = if *lang == own {
            field
        } else {
            let language = lang.endonym().to_owned();
            let values = [("field", field.into()), ("language", language.into())];
            self.words.tf("aspect-in-language", values)
        };
        let told = |of: &Localised<T>| of.get(lang).map(|value| tell(lang, value));
        let (from, to) = (told(from), told(to));
        self.texts(field, &from.unwrap_or_default(), &to.unwrap_or_default())
    }

    /// A text that was written, changed or taken out.
    fn texts(&self, field: String, from: &str, to: &str) -> Phrase {
        let is_long = |text: &str| text.chars().count() > LONGEST || text.contains('\n');
        let quoted = |text: &str| self.words.quoted(text);
        match (from.is_empty(), to.is_empty()) {
            (true, false) => self.given(field, self.words.quoted(&shortened(to))),
            (false, true) => self.gone(field, self.words.quoted(&shortened(from))),
            _ if is_long(from) || is_long(to) => self.reworded(field),
            _ => self.changed(field, quoted(from), quoted(to)),
        }
    }

    fn given(&self, field: String, to: String) -> Phrase {
        let values = [("field", field.into()), ("to", to.into())];
        Phrase::Notes(self.words.tf("change-given", values))
    }

    fn gone(&self, field: String, from: String) -> Phrase {
        let values = [("field", field.into()), ("from", from.into())];
        Phrase::Notes(self.words.tf("change-gone", values))
    }

    fn changed(&self, field: String, from: String, to: String) -> Phrase {
        let values = [
            ("field", field.into()),
            ("from", from.into()),
            ("to", to.into()),
        ];
        Phrase::Notes(self.words.tf("change-value", values))
    }

    fn reworded(&self, field: String) -> Phrase {
        let values = [("field", field.into())];
        Phrase::Notes(self.words.tf("change-reworded", values))
    }

    fn fact(&self, fact: &Fact) -> String {
        let words = self.words;
        match fact {
            Fact::Nothing => String::new(),
            Fact::Text(text) => self.quoted(text),
            Fact::Said(text) => words.quoted(&shortened(text)),
            Fact::Name(name) => name
                .best_with_lang(&words.tongue.lang())
                .map(|(lang, name)| name.formal(lang))
                .unwrap_or_default(),
            Fact::Number(number) => number.to_string(),
            Fact::Length(length) => words.length(*length),
            Fact::Moment(moment) => words.moment(*moment, self.several_days),
            Fact::Fixed(time) => words.time(*time, crate::model::Clock::Hours24),
            Fact::Follows => words.t("start-follows"),
            Fact::Item(id) => self.item(*id),
            Fact::Kind(kind) => words.session_kind(*kind),
            Fact::Audience(audience) => words.audience(*audience),
            Fact::Attendance(attendance) => words.attendance(*attendance),
            Fact::Region(region) => words.region(*region),
            Fact::OrganisationKind(kind) => words.organisation_kind(*kind),
            Fact::Clearance(clearance) => words.clearance(*clearance),
            Fact::Languages(languages) => {
                let names: Vec<_> = languages
                    .iter()
                    .map(|lang| lang.endonym().to_owned())
                    .collect();
                words.series(&names)
            }
            Fact::Yes => words.t("change-acting"),
            Fact::No => words.t("change-not-acting"),
        }
    }
}

/// The beginning of a text, on one line.
fn shortened(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= LONGEST {
        return line;
    }
    let start: String = line.chars().take(LONGEST).collect();
    format!("{}…", start.trim_end())
}
