//! Who the people of a schedule are.

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use serde_json::Value;
use uuid::Uuid;

use super::{
    facts::{Schedule, Speaker, Talk},
    identity,
    of_event::{Guids, guids_of_people, names, speaker_of},
    rest, settle,
};
use crate::{
    exchange::{Datum, Field, FieldChange, Proposal, Spot},
    model::{
        Details, Event, Lang, Name, OrganisationId, Participant, ParticipantId, Session, Who,
        has_han,
    },
};

/// A name as a file writes it, in its parts, and the language of the event to which it belongs: Chinese characters to
/// the first Chinese one, all else to the main one.
pub(super) fn name_of(written: &str, details: &Details) -> (Lang, Name) {
    let written = written.split_whitespace().collect::<Vec<_>>().join(" ");
    let chinese = has_han(&written);
    let main = details.main_language();
    let lang = (details.languages.iter())
        .find(|lang| chinese && lang.is_chinese())
        .or_else(|| (details.languages.iter()).find(|lang| !chinese && !lang.is_chinese()))
        .unwrap_or(main);
    (lang.clone(), Name::guess(&written, lang))
}

/// The people of an event, to be found by what a file says of them.
pub(super) struct People<'a> {
    event: &'a Event,
    system: String,
    /// The identities by which an export tells people.
    guids: Guids,
    by_guid: HashMap<Uuid, ParticipantId>,
    by_mark: HashMap<(&'static str, String), ParticipantId>,
    by_name: HashMap<String, Vec<ParticipantId>>,
    /// Whom each person of the file is, and everything that the file says of them.
    found: Vec<(ParticipantId, Spot, Speaker)>,
    places: HashMap<ParticipantId, usize>,
}

impl<'a> People<'a> {
    pub fn new(event: &'a Event, schedule: &Schedule) -> Self {
        let system = identity::system(schedule);
        let mut by_mark = HashMap::new();
        let mut by_name: HashMap<String, Vec<_>> = HashMap::new();
        for person in &event.participants {
            let rest = rest::of_extra(&person.extra);
            let known = identity::text(&rest, names::SYSTEM).as_ref() == Some(&system);
            if known {
                for mark in ["code", "id"] {
                    let value = identity::text(&rest, mark);
                    by_mark.extend(value.map(|value| ((mark, value), person.id)));
                }
                continue;
            }
            let mut called = HashSet::new();
            for (lang, name) in person.name.iter() {
                called.insert(name.plain(lang));
                called.insert(name.formal(lang));
            }
            for name in called.into_iter().filter(|name| !name.is_empty()) {
                by_name.entry(name).or_default().push(person.id);
            }
        }
        let guids = guids_of_people(event);
        let by_guid = (event.participants.iter())
            .filter_map(|person| {
                let guid = guids.get(&person.id.uuid())?;
                Some((identity::of_guid(guid), person.id))
            })
            .collect();
        Self {
            event,
            system,
            guids,
            by_guid,
            by_mark,
            by_name,
            found: Vec::new(),
            places: HashMap::new(),
        }
    }

    /// Who somebody in the file is: one of the event's people, or a new one.
    pub fn who(&mut self, spot: &Spot, speaker: &Speaker) -> Who {
        let id = identity::of_speaker(speaker, &self.system);
        let organisation = OrganisationId::from_uuid(id);
        if self.event.organisations.contains(organisation) {
            return Who::RepresentativeOf(organisation);
        }
        let told = id;
        let id = self.known(speaker, ParticipantId::from_uuid(id));
        // Whoever has the same guid further on in the file is the same.
        if identity::text(&speaker.rest, "guid").is_some() {
            self.by_guid.entry(told).or_insert(id);
        }
        match self.places.get(&id) {
            None => {
                self.places.insert(id, self.found.len());
                self.found.push((id, spot.clone(), speaker.clone()));
            }
            // What the first mention leaves out a later one may say.
            Some(&place) => {
                let (_, _, first) = &mut self.found[place];
                let says =
                    |text: &Option<String>| text.as_ref().is_some_and(|text| !text.is_empty());
                if !says(&first.biography) {
                    first.biography.clone_from(&speaker.biography);
                }
                for (name, value) in &speaker.rest {
                    first
                        .rest
                        .entry(name.clone())
                        .or_insert_with(|| value.clone());
                }
            }
        }
        Who::Person(id)
    }

    /// Who is named in what an export would say now.
    pub fn named_in(&self, told: &Talk) -> Option<Vec<Who>> {
        let who = |speaker: &Speaker| {
            let id = identity::of_speaker(speaker, &self.system);
            let organisation = OrganisationId::from_uuid(id);
            if self.event.organisations.contains(organisation) {
                return Who::RepresentativeOf(organisation);
            }
            Who::Person(self.known(speaker, ParticipantId::from_uuid(id)))
        };
        let speakers = told.speakers.as_ref()?;
        Some(speakers.iter().map(who).collect())
    }

    fn known(&self, speaker: &Speaker, id: ParticipantId) -> ParticipantId {
        if let Some(known) = self.by_guid.get(&id.uuid()) {
            return *known;
        }
        if self.event.participants.contains(id) || self.places.contains_key(&id) {
            return id;
        }
        let marked = ["code", "id"].into_iter().find_map(|mark| {
            let value = identity::text(&speaker.rest, mark)?;
            self.by_mark.get(&(mark, value)).copied()
        });
        let named = || {
            let name = speaker
                .name
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ");
            match self.by_name.get(&name).map(Vec::as_slice) {
                Some([one]) => Some(*one),
                _ => None,
            }
        };
        marked.or_else(named).unwrap_or(id)
    }

    /// Puts everybody whom the file names, and what would change of them.
    pub fn propose(self, proposal: &mut Proposal) {
        for (id, spot, speaker) in &self.found {
            let before = self.event.participants.get(*id);
            let after = self.person(*id, speaker, before);
            let changes = before.map_or_else(Vec::new, |before| {
                differences(before, &after, self.event.details.main_language())
            });
            proposal.put(self.event, spot.clone(), after.into(), changes);
        }
    }

    fn person(
        &self,
        id: ParticipantId,
        speaker: &Speaker,
        before: Option<&Arc<Participant>>,
    ) -> Participant {
        let details = &self.event.details;
        let current = before
            .and_then(|person| speaker_of(self.event, person, &self.guids))
            .map(settle::told);
        let mut person = before.map_or_else(
            || Participant {
                id,
                ..Participant::new()
            },
            |person| (**person).clone(),
        );
        let called = current.as_ref().map(|current| current.name.as_str());
        // Somebody who was found by name is called so already, if not with the same honorific.
        let plain = before.is_some_and(|person| {
            (person.name.iter()).any(|(lang, name)| name.plain(lang) == speaker.name)
        });
        if called != Some(&settle::said_on_a_line(&speaker.name)) && !plain {
            let (lang, name) = name_of(&speaker.name, details);
            let formal = name.formal(&lang);
            person.name.set(&lang, name);
            let odd = if formal == speaker.name {
                String::new()
            } else {
                rest::kept(&Value::String(speaker.name.clone()))
            };
            person.extra.set(names::NAME, odd);
        }
        let known = current
            .as_ref()
            .and_then(|current| current.biography.as_ref());
        if let Some(biography) = &speaker.biography
            && known != Some(&settle::said(biography))
        {
            person
                .biography
                .set(details.main_language(), biography.clone());
        }
        let mut numbered = false;
        for (name, value) in &speaker.rest {
            let told = current.as_ref().and_then(|current| current.rest.get(name));
            let own = match name.as_str() {
                "guid" => value.as_str() == Some(&id.to_string()),
                "id" => value.as_u64() == Some(identity::number(id.uuid()).into()),
                _ => false,
            };
            if !rest::agree(told, Some(value)) && !own {
                person.extra.set(name, rest::kept(value));
                numbered |= name == "id" || name == "code";
            }
        }
        if numbered {
            person.extra.set(names::SYSTEM, self.system.clone());
        }
        person
    }
}

fn differences(before: &Participant, after: &Participant, lang: &Lang) -> Vec<FieldChange> {
    let mut changes = Vec::new();
    let mut differs = |field: Field, before: Datum, after: Datum| {
        changes.push(FieldChange {
            target: field.one(),
            before,
            after,
        });
    };
    if before.name != after.name {
        let name = |person: &Participant| Datum::text(&person.formal_name(lang));
        differs(Field::Name, name(before), name(after));
    }
    if before.biography != after.biography {
        let biography = |person: &Participant| Datum::text(person.biography.shown(lang));
        differs(Field::Biography, biography(before), biography(after));
    }
    if before.extra != after.extra {
        let [before, after] = super::sessions::extra_told(&before.extra, &after.extra);
        differs(Field::Extra, before, after);
    }
    changes
}

/// Makes the people of a session those of the file. Whoever stays keeps the role and the place; somebody whom schedules
/// do not name stays as well.
pub(super) fn cast(session: &mut Session, named: &[Who]) {
    let mut before = std::mem::take(&mut session.people);
    let role = (session.kind.usual_roles().first().copied()).unwrap_or(crate::model::Role::Speaker);
    for who in named {
        let (own, others) = before
            .into_iter()
            .partition(|appearance| appearance.who == *who);
        before = others;
        let own: Vec<_> = own;
        if own.is_empty() {
            session.people.push(crate::model::Appearance {
                who: *who,
                role,
                position: String::new(),
            });
        }
        session.people.extend(own);
    }
    let unseen = before
        .into_iter()
        .filter(|other| !other.role.is_for_guests());
    session.people.extend(unseen);
}
