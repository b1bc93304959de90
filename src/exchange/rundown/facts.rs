//! What a run-of-show says of a session, column by column.

use std::collections::{HashMap, HashSet};

use super::cells;
use crate::{
    exchange::{Datum, Field, Of, Target, organisations::key, people::name_keys},
    model::{Event, Lang, ParticipantId, Session, Start, TeamId, Text},
    plan::Plan,
    words::Words,
};

/// What is looked up for many sessions of one event.
pub(super) struct Context<'a> {
    pub event: &'a Event,
    pub plan: &'a Plan,
    pub teams: HashMap<String, TeamId>,
    /// Names that several people have.
    shared: HashSet<String>,
}

impl<'a> Context<'a> {
    pub(super) fn of(event: &'a Event, plan: &'a Plan) -> Self {
        let mut teams = HashMap::new();
        for team in &event.teams {
            for (_, name) in team.name.iter() {
                teams.entry(key(name)).or_insert(team.id);
            }
        }
        let mut seen = HashSet::new();
        let mut shared = HashSet::new();
        for name in event
            .participants
            .iter()
            .flat_map(|person| name_keys(person))
        {
            if !seen.insert(name.clone()) {
                shared.insert(name);
            }
        }
        Self {
            event,
            plan,
            teams,
            shared,
        }
    }

    /// Whether another person has the same name, so that the organisation has to stand with it.
    pub(super) fn has_namesake(&self, id: ParticipantId) -> bool {
        let person = self.event.participants.get(id);
        person.is_some_and(|person| {
            name_keys(person)
                .iter()
                .any(|key| self.shared.contains(key))
        })
    }

    /// What a session says in a column; times as the plan has them.
    pub(super) fn fact(&self, session: &Session, target: &Target, words: Words) -> Datum {
        let timed = self.plan.timed(session.id);
        let name = |text: &Text, lang: &Lang| Datum::text(text.text(lang));
        match (target.field, &target.of) {
            (Field::Start, _) => {
                timed.map_or(Datum::Nothing, |timed| Datum::Time(timed.start.time()))
            }
            (Field::End, _) => timed.map_or(Datum::Nothing, |timed| Datum::Time(timed.end.time())),
            (Field::People, _) => Datum::text(&cells::people(self, &session.people, words)),
            (Field::Room, Of::Lang(lang)) => {
                let room = session.room.and_then(|id| self.event.rooms.get(id));
                room.map_or(Datum::Nothing, |room| name(&room.name, lang))
            }
            (Field::Cues, Of::Team(team) | Of::TeamIn(team, _)) => {
                let lang = match &target.of {
                    Of::TeamIn(_, lang) => Some(lang),
                    _ => None,
                };
                let team = self.teams.get(&key(team));
                team.map_or(Datum::Nothing, |team| {
                    Datum::text(&cells::cues(session, *team, lang))
                })
            }
            _ => own(session, target),
        }
    }
}

/// What a session itself says in a column, without looking at anything else.
pub(super) fn own(session: &Session, target: &Target) -> Datum {
    let optional = |length| match length {
        Some(length) => Datum::Length(length),
        None => Datum::Nothing,
    };
    match (target.field, &target.of) {
        (Field::Id, _) => Datum::Text(session.id.to_string()),
        (Field::Day, _) => Datum::Date(session.day),
        (Field::Start, _) => match session.start {
            Start::Fixed(time) => Datum::Time(time),
            Start::Follows => Datum::Follows,
        },
        (Field::End, _) => session.until.map_or(Datum::Nothing, Datum::Time),
        (Field::Length, _) => Datum::Length(session.length),
        (Field::Fixed, _) => Datum::Fixed(
            matches!(session.start, Start::Fixed(_)),
            session.until.is_some(),
        ),
        (Field::Slack, _) => optional(session.slack),
        (Field::Kind, _) => Datum::Kind(session.kind),
        (Field::Title, Of::Lang(lang)) => Datum::text(session.title.text(lang)),
        (Field::Summary, Of::Lang(lang)) => Datum::text(session.summary.text(lang)),
        (Field::Steps, Of::Lang(lang)) => Datum::text(&cells::steps(session, lang)),
        (Field::Audience, _) => Datum::Audience(session.audience),
        (Field::Officer, _) => Datum::text(&session.officer),
        (Field::Remarks, _) => Datum::text(&session.remarks),
        _ => Datum::Nothing,
    }
}

/// The columns of a run-of-show, in order: those of every event, and those in which something of this one stands.
pub(super) fn targets(event: &Event, words: Words) -> Vec<Target> {
    let mut languages = event.details.languages.to_vec();
    let texts = event.sessions.iter().flat_map(|session| {
        let steps = session.steps.iter().map(|step| &step.text);
        [&session.title, &session.summary].into_iter().chain(steps)
    });
    let rooms = event.rooms.iter().map(|room| &room.name);
    for text in texts.chain(rooms) {
        for (lang, _) in text.iter() {
            if !languages.contains(lang) {
                languages.push(lang.clone());
            }
        }
    }
    let any = |says: &dyn Fn(&Session) -> bool| event.sessions.iter().any(|session| says(session));
    let mut targets: Vec<Target> = [
        Field::Day,
        Field::Start,
        Field::End,
        Field::Length,
        Field::Fixed,
    ]
    .map(Field::one)
    .into();
    if any(&|session| session.slack.is_some()) {
        targets.push(Field::Slack.one());
    }
    targets.push(Field::Kind.one());
    let in_each = |field: Field| languages.iter().map(move |lang| field.in_lang(lang));
    targets.extend(in_each(Field::Title));
    targets.extend(in_each(Field::Room));
    targets.extend([Field::People, Field::Officer, Field::Remarks].map(Field::one));
    for lang in &languages {
        let target = Field::Steps.in_lang(lang);
        if any(&|session| own(session, &target) != Datum::Nothing) {
            targets.push(target);
        }
    }
    for team in &event.teams {
        let name = team.name.shown(&words.tongue.lang());
        if name.is_empty() {
            continue;
        }
        for lang in &languages {
            if any(&|session| !cells::cues(session, team.id, Some(lang)).is_empty()) {
                targets.push(Field::Cues.of_team_in(name, lang));
            }
        }
    }
    for lang in &languages {
        let target = Field::Summary.in_lang(lang);
        if any(&|session| own(session, &target) != Datum::Nothing) {
            targets.push(target);
        }
    }
    targets.extend([Field::Audience, Field::Id].map(Field::one));
    targets
}
