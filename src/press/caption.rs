//! The caption that is proposed for a photo; it stays the person's to change.

use jiff::civil::{Date, DateTime};

use super::{
    phrase::{Phrases, Series, without_article},
    seen::{self, Seen},
};
use crate::{
    model::{Agreement, Event, Lang, Photo, Role, Session, SessionKind, Who},
    plan::Plan,
};

/// What the people of a picture do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Act {
    Welcome,
    AddressByVideo,
    Keynote,
    Close,
    Speak,
    JoinPanel,
    Moderate,
    Witness,
    Pose,
    Officiate,
    Host,
    Perform,
    Watch,
    Arrive,
    Pause,
    Dine,
    Attend,
}

impl Act {
    const fn key(self) -> &'static str {
        match self {
            Self::Welcome => "caption-welcome",
            Self::AddressByVideo => "caption-address-by-video",
            Self::Keynote => "caption-keynote",
            Self::Close => "caption-close",
            Self::Speak => "caption-speak",
            Self::JoinPanel => "caption-join-panel",
            Self::Moderate => "caption-moderate",
            Self::Witness => "caption-witness",
            Self::Pose => "caption-pose",
            Self::Officiate => "caption-officiate",
            Self::Host => "caption-host",
            Self::Perform => "caption-perform",
            Self::Watch => "caption-watch",
            Self::Arrive => "caption-arrive",
            Self::Pause => "caption-pause",
            Self::Dine => "caption-dine",
            Self::Attend => "caption-attend",
        }
    }

    /// What those who have a role in a session of this kind do, the foremost first; and what everybody does
    /// where nobody has such a role.
    const fn of(kind: SessionKind) -> (&'static [(Role, Self)], Self) {
        use Role::{Mc, Moderator, Officiating, Panellist, Speaker};
        match kind {
            SessionKind::WelcomeRemarks => (
                &[
                    (Speaker, Self::Welcome),
                    (Officiating, Self::Welcome),
                    (Mc, Self::Host),
                ],
                Self::Attend,
            ),
            SessionKind::VideoAddress => (
                &[
                    (Speaker, Self::AddressByVideo),
                    (Officiating, Self::AddressByVideo),
                    (Mc, Self::Host),
                ],
                Self::Attend,
            ),
            SessionKind::Keynote => (
                &[
                    (Speaker, Self::Keynote),
                    (Officiating, Self::Keynote),
                    (Mc, Self::Host),
                ],
                Self::Attend,
            ),
            SessionKind::ClosingRemarks => (
                &[
                    (Speaker, Self::Close),
                    (Officiating, Self::Close),
                    (Mc, Self::Host),
                ],
                Self::Attend,
            ),
            SessionKind::PanelDiscussion => (
                &[
                    (Panellist, Self::JoinPanel),
                    (Speaker, Self::JoinPanel),
                    (Moderator, Self::Moderate),
                    (Mc, Self::Host),
                ],
                Self::Attend,
            ),
            SessionKind::Signing => (
                &[
                    (Role::Witness, Self::Witness),
                    (Officiating, Self::Officiate),
                    (Speaker, Self::Speak),
                    (Mc, Self::Host),
                ],
                Self::Attend,
            ),
            SessionKind::GroupPhoto => (&[], Self::Pose),
            SessionKind::Registration => (&[], Self::Arrive),
            SessionKind::Performance => (&[(Speaker, Self::Perform)], Self::Watch),
            SessionKind::Break => (&[], Self::Pause),
            SessionKind::Meal => (&[(Speaker, Self::Speak)], Self::Dine),
            SessionKind::Other => (
                &[
                    (Speaker, Self::Speak),
                    (Officiating, Self::Officiate),
                    (Mc, Self::Host),
                ],
                Self::Attend,
            ),
        }
    }
}

/// What a picture without people is of.
const fn scene(kind: SessionKind) -> &'static str {
    match kind {
        SessionKind::Registration => "caption-scene-registration",
        SessionKind::WelcomeRemarks | SessionKind::ClosingRemarks | SessionKind::Other => {
            "caption-scene-other"
        }
        SessionKind::VideoAddress => "caption-scene-video",
        SessionKind::Keynote => "caption-scene-keynote",
        SessionKind::PanelDiscussion => "caption-scene-panel",
        SessionKind::Signing => "caption-scene-signing",
        SessionKind::GroupPhoto => "caption-scene-group-photo",
        SessionKind::Performance => "caption-scene-performance",
        SessionKind::Break => "caption-scene-break",
        SessionKind::Meal => "caption-scene-meal",
    }
}

/// The caption that the press office would write for readers of `lang`: who does what, at which event, on which
/// day. People are named in order of precedence and found by their places; without people picked, those who
/// stand on stage are named.
///
/// Empty where nothing can be said: no session, and nobody in the picture.
#[must_use]
pub fn caption(event: &Event, plan: &Plan, photo: &Photo, lang: &Lang) -> String {
    let session = photo.session.and_then(|id| event.sessions.get(id));
    let session = session.map(AsRef::as_ref);
    let people = seen::of(event, photo, session);
    let writer = Writer {
        phrases: Phrases::new(event, lang),
        event,
        at: at(event, plan, photo, lang),
        lang,
    };
    let clause = match session {
        _ if people.is_empty() => session.map(|session| writer.scene(session)),
        None => writer.act(&people, &[], Act::Attend),
        Some(session) => writer.session(session, &people),
    };
    // People of whom no name is known say nothing; then their session does.
    match clause.or_else(|| session.map(|session| writer.scene(session))) {
        Some(clause) => writer.sentence(&clause),
        None => String::new(),
    }
}

/// At which event, on which day; what is not known is left out.
fn at(event: &Event, plan: &Plan, photo: &Photo, lang: &Lang) -> String {
    let words = Phrases::new(event, lang).words;
    let day = day(event, plan, photo).map(|day| words.caption_date(day));
    let title = without_article(event.details.title.shown(lang)).to_owned();
    match (title.is_empty(), day) {
        (false, Some(day)) => words.tf(
            "caption-at",
            [("event", title.into()), ("date", day.into())],
        ),
        (false, None) => words.tf("caption-at-event", [("event", title.into())]),
        (true, Some(day)) => words.tf("caption-at-date", [("date", day.into())]),
        (true, None) => String::new(),
    }
}

/// The day of its session, else the day on which it was taken, else the event's only day.
fn day(event: &Event, plan: &Plan, photo: &Photo) -> Option<Date> {
    let of_session = photo.session.and_then(|id| plan.timed(id));
    let days = &event.details.days;
    let only = days.first().filter(|_| days.len() == 1);
    (of_session.map(|timed| timed.start.date()))
        .or_else(|| photo.taken.map(DateTime::date))
        .or_else(|| only.copied())
}

/// What stands in a clause beside its subject.
#[derive(Default)]
struct Objects {
    what: String,
    others: String,
}

struct Writer<'a> {
    phrases: Phrases<'a>,
    event: &'a Event,
    at: String,
    lang: &'a Lang,
}

impl Writer<'_> {
    fn sentence(&self, clause: &str) -> String {
        let sentence = self
            .phrases
            .words
            .tf("caption-sentence", [("clause", clause.to_owned().into())]);
        let mut letters = sentence.chars();
        match letters.next() {
            Some(first) => first.to_uppercase().chain(letters).collect(),
            None => sentence,
        }
    }

    fn scene(&self, session: &Session) -> String {
        self.phrases
            .words
            .tf(scene(session.kind), [("at", self.at.clone().into())])
    }

    fn session(&self, session: &Session, people: &[Seen]) -> Option<String> {
        let special = match session.kind {
            SessionKind::PanelDiscussion => self.panel(people),
            SessionKind::Signing => self.signing(session, people),
            SessionKind::Registration
            | SessionKind::WelcomeRemarks
            | SessionKind::VideoAddress
            | SessionKind::Keynote
            | SessionKind::GroupPhoto
            | SessionKind::Performance
            | SessionKind::Break
            | SessionKind::Meal
            | SessionKind::ClosingRemarks
            | SessionKind::Other => None,
        };
        special.or_else(|| {
            let (acts, otherwise) = Act::of(session.kind);
            let found = acts
                .iter()
                .find(|(role, _)| people.iter().any(|one| one.is(*role)));
            match found {
                Some(&(role, act)) => {
                    let (leads, others) = split(people, |one| one.is(role));
                    self.act_of(&leads, &others, act)
                }
                None => self.act(people, &[], otherwise),
            }
        })
    }

    fn act(&self, leads: &[Seen], others: &[&Seen], act: Act) -> Option<String> {
        self.act_of(&leads.iter().collect::<Vec<_>>(), others, act)
    }

    fn act_of(&self, leads: &[&Seen], others: &[&Seen], act: Act) -> Option<String> {
        let clause = self.clause(act.key(), &self.phrases.series(leads), Objects::default())?;
        Some(self.joined_by(clause, others))
    }

    /// A clause about people; none where none of them has a name.
    fn clause(&self, key: &str, who: &Series, objects: Objects) -> Option<String> {
        let values = [
            ("who", self.phrases.closed(who).into()),
            ("count", who.count.into()),
            ("what", objects.what.into()),
            ("others", objects.others.into()),
            ("at", self.at.clone().into()),
        ];
        (who.count > 0).then(|| self.phrases.words.tf(key, values))
    }

    /// Those who are seen beside the ones who act. Who is only known to be on stage may not be in the picture.
    fn joined_by(&self, clause: String, others: &[&Seen]) -> String {
        let others: Vec<&Seen> = others
            .iter()
            .copied()
            .filter(|one| one.place.is_some())
            .collect();
        let series = self.phrases.series(&others);
        if series.count == 0 {
            return clause;
        }
        self.phrases.words.tf(
            "caption-joined-by",
            [("clause", clause.into()), ("others", series.text.into())],
        )
    }

    /// People in the middle of a sentence, before the event and the day.
    fn before_at(&self, series: &Series) -> String {
        if self.at.is_empty() {
            series.text.clone()
        } else {
            self.phrases.closed(series)
        }
    }

    fn panel(&self, people: &[Seen]) -> Option<String> {
        let (moderators, rest) = split(people, |one| one.is(Role::Moderator));
        let (panellists, others): (Vec<&Seen>, Vec<&Seen>) = rest
            .into_iter()
            .partition(|one| one.is(Role::Panellist) || one.is(Role::Speaker));
        let with = self.phrases.series(&panellists);
        if with.count == 0 {
            return None;
        }
        let clause = self.clause(
            "caption-moderate-with",
            &self.phrases.series(&moderators),
            Objects {
                others: self.before_at(&with),
                ..Objects::default()
            },
        )?;
        Some(self.joined_by(clause, &others))
    }

    fn signing(&self, session: &Session, people: &[Seen]) -> Option<String> {
        let (signatories, rest) = split(people, |one| one.is(Role::Signatory));
        let (witnesses, others): (Vec<&Seen>, Vec<&Seen>) =
            rest.into_iter().partition(|one| one.is(Role::Witness));
        let agreements = concerned(self.event, session, &signatories);
        let host = |one: &Seen| {
            agreements.iter().any(|agreement| {
                let first = agreement.parties.first().and_then(|party| party.signatory);
                first.is_some_and(|first| Who::Person(first) == one.who)
            })
        };
        let (mut first, mut with): (Vec<&Seen>, Vec<&Seen>) =
            signatories.iter().partition(|one| host(one));
        if first.is_empty() {
            std::mem::swap(&mut first, &mut with);
        }
        with.sort_by_key(|one| {
            agreements
                .iter()
                .position(|agreement| seen::signs(agreement, one.who))
        });
        let first = self.phrases.series(&first);
        let with = self.phrases.series(&with);
        let respectively = with.count > 1 && agreements.len() > 1;
        let objects = Objects {
            what: self.what(&agreements),
            others: if respectively {
                with.text.clone()
            } else {
                self.before_at(&with)
            },
        };
        let clause = if signatories.is_empty() {
            self.clause(
                Act::Witness.key(),
                &self.phrases.series(&witnesses),
                objects,
            )?
        } else if with.count == 0 {
            self.clause("caption-sign", &first, objects)?
        } else if respectively {
            self.clause("caption-sign-respectively", &first, objects)?
        } else {
            self.clause("caption-sign-with", &first, objects)?
        };
        let witnesses = self.phrases.series(&witnesses);
        let clause = if signatories.is_empty() || witnesses.count == 0 {
            clause
        } else {
            self.phrases.words.tf(
                "caption-witnessed",
                [
                    ("clause", clause.into()),
                    ("witnesses", witnesses.text.into()),
                ],
            )
        };
        Some(self.joined_by(clause, &others))
    }

    /// What is signed, inside a sentence.
    fn what(&self, agreements: &[&Agreement]) -> String {
        let words = self.phrases.words;
        match agreements {
            [one] if !one.title.is_empty() => {
                let title = without_article(one.title.shown(self.lang)).to_owned();
                words.tf("caption-agreement-titled", [("title", title.into())])
            }
            [] | [_] => words.t("caption-agreement"),
            _ => words.t("caption-agreements"),
        }
    }
}

/// The agreements that the people in the picture sign with each other; else those that one of them signs.
fn concerned<'a>(
    event: &'a Event,
    session: &'a Session,
    signatories: &[&Seen],
) -> Vec<&'a Agreement> {
    let signed_by = |at_least: usize| -> Vec<&'a Agreement> {
        seen::signed_in(event, session)
            .filter(|agreement| {
                let those = signatories.iter();
                those.filter(|one| seen::signs(agreement, one.who)).count() >= at_least
            })
            .collect()
    };
    let together = signed_by(2);
    if together.is_empty() {
        signed_by(1)
    } else {
        together
    }
}

fn split(people: &[Seen], is_lead: impl Fn(&Seen) -> bool) -> (Vec<&Seen>, Vec<&Seen>) {
    people.iter().partition(|one| is_lead(one))
}
