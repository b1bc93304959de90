//! Who of the event a row is about.

use std::collections::HashMap;

use super::{names, row::Incoming};
use crate::model::{Event, OrganisationId, Participant, ParticipantId};

/// Who a row is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// Nobody who is there.
    Nobody,
    /// Somebody whom a row before it has just brought.
    New(ParticipantId),
    /// This person.
    Person(ParticipantId),
    /// This person, it seems, though they come from this organisation.
    Moved(ParticipantId, OrganisationId),
    /// One of several whom nothing tells apart: how many, and their name.
    Several(usize, String),
}

/// Finds people by identity, and by name and organisation.
pub(super) struct Matcher<'a> {
    event: &'a Event,
    by_name: HashMap<String, Vec<ParticipantId>>,
    added: HashMap<ParticipantId, Option<OrganisationId>>,
    /// How many rows of the file have a name.
    in_file: HashMap<String, usize>,
}

impl<'a> Matcher<'a> {
    pub(super) fn of(event: &'a Event) -> Self {
        let mut by_name: HashMap<String, Vec<ParticipantId>> = HashMap::new();
        for person in &event.participants {
            for key in name_keys(person) {
                by_name.entry(key).or_default().push(person.id);
            }
        }
        Self {
            event,
            by_name,
            added: HashMap::new(),
            in_file: HashMap::new(),
        }
    }

    /// Counts how often the file has each name.
    pub(super) fn count<'b>(&mut self, people: impl Iterator<Item = &'b Incoming>) {
        for person in people {
            for key in keys(person) {
                *self.in_file.entry(key).or_default() += 1;
            }
        }
    }

    /// Whom a row is about, whose organisation is this if it is known.
    pub(super) fn find(&self, incoming: &Incoming, organisation: Option<OrganisationId>) -> Found {
        if let Some(id) = incoming.id {
            return if self.event.participants.contains(id) {
                Found::Person(id)
            } else if self.added.contains_key(&id) {
                Found::New(id)
            } else {
                Found::Nobody
            };
        }
        let keys = keys(incoming);
        let mut candidates: Vec<ParticipantId> = Vec::new();
        for id in keys
            .iter()
            .filter_map(|key| self.by_name.get(key))
            .flatten()
        {
            if !candidates.contains(id) {
                candidates.push(*id);
            }
        }
        let names_one = !incoming.organisation.is_empty();
        let from = |id: ParticipantId| {
            let there = self
                .event
                .participants
                .get(id)
                .map(|person| person.organisation);
            there.or_else(|| self.added.get(&id).copied()).flatten()
        };
        let at_home: Vec<ParticipantId> = (candidates.iter().copied())
            .filter(|id| names_one && organisation.is_some() && from(*id) == organisation)
            .collect();
        let one = match (at_home.as_slice(), candidates.as_slice()) {
            ([], []) => return Found::Nobody,
            ([one], _) => *one,
            ([], [one]) => {
                let is_only = keys
                    .iter()
                    .all(|key| self.in_file.get(key).is_none_or(|count| *count < 2));
                match from(*one) {
                    Some(other) if names_one => {
                        return if is_only && !self.added.contains_key(one) {
                            Found::Moved(*one, other)
                        } else {
                            Found::Nobody
                        };
                    }
                    // Two rows without an organisation are one person, two with one are two.
                    None if names_one && self.added.contains_key(one) => return Found::Nobody,
                    Some(_) | None => *one,
                }
            }
            ([], several) if names_one => {
                // Each of them is at home elsewhere: a namesake.
                if several.iter().all(|id| from(*id).is_some()) {
                    return Found::Nobody;
                }
                return self.several(several, &keys);
            }
            ([], several) | (several, _) => return self.several(several, &keys),
        };
        if self.added.contains_key(&one) {
            Found::New(one)
        } else {
            Found::Person(one)
        }
    }

    fn several(&self, several: &[ParticipantId], keys: &[String]) -> Found {
        let name = several
            .first()
            .and_then(|id| self.event.participants.get(*id));
        let name = name.map(|person| person.plain_name(self.event.details.main_language()));
        Found::Several(
            several.len(),
            name.or_else(|| keys.first().cloned()).unwrap_or_default(),
        )
    }

    /// Remembers somebody whom the file brings.
    pub(super) fn add(&mut self, person: &Participant) {
        self.added.insert(person.id, person.organisation);
        for key in name_keys(person) {
            self.by_name.entry(key).or_default().push(person.id);
        }
    }
}

/// The keys under which a person is found: one for each language, each once.
pub(in crate::exchange) fn name_keys(person: &Participant) -> Vec<String> {
    let mut keys: Vec<String> = (person.name.iter())
        .filter(|(_, name)| !name.is_blank())
        .map(|(lang, name)| names::key(&name.plain(lang)))
        .filter(|key| !key.is_empty())
        .collect();
    keys.sort_unstable();
    keys.dedup();
    keys
}

fn keys(incoming: &Incoming) -> Vec<String> {
    let mut keys: Vec<String> = (incoming.names.values())
        .map(|said| {
            if said.family.is_empty() && said.given.is_empty() {
                names::key(&said.whole)
            } else {
                let chinese = crate::model::has_han(&said.family);
                let gap = if chinese { "" } else { " " };
                names::key(&format!("{}{gap}{}", said.family, said.given))
            }
        })
        .filter(|key| !key.is_empty())
        .collect();
    keys.sort_unstable();
    keys.dedup();
    keys
}
