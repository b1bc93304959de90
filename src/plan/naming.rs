//! What people are called where they appear, and the order in which they are named.

use std::sync::Arc;

use crate::model::{DelegationId, Event, Lang, Organisation, Participant, Who};

/// A person as a list or a page shows them, for readers of one language. What is unknown is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person {
    /// Name with honorific: Mr Chan Kwok-ki, 陳肇始教授. Empty for a representative who is not named.
    pub name: String,
    /// The post.
    pub post: String,
    /// The organisation.
    pub organisation: String,
    /// Whether the post is held for another.
    pub acting: bool,
}

impl Person {
    /// What a reader of `lang` is told of `who`. None if the event no longer has them.
    #[must_use]
    pub fn of(event: &Event, who: Who, lang: &Lang) -> Option<Self> {
        match who {
            Who::Person(id) => event
                .participants
                .get(id)
                .map(|person| Self::of_participant(event, person, lang)),
            Who::RepresentativeOf(id) => event.organisations.get(id).map(|organisation| Self {
                organisation: organisation.name.shown(lang).to_owned(),
                ..Self::default()
            }),
        }
    }

    /// What a reader of `lang` is told of this participant.
    #[must_use]
    pub fn of_participant(event: &Event, person: &Participant, lang: &Lang) -> Self {
        let organisation = person
            .organisation
            .and_then(|id| event.organisations.get(id));
        Self {
            name: person.formal_name(lang),
            post: person.post.shown(lang).to_owned(),
            organisation: organisation
                .map(|organisation| organisation.name.shown(lang).to_owned())
                .unwrap_or_default(),
            acting: person.acting,
        }
    }
}

/// The participants in order of precedence: by rank, and those without a rank behind, as they are listed.
#[must_use]
pub fn by_precedence(event: &Event) -> Vec<Arc<Participant>> {
    let mut people: Vec<_> = event.participants.iter().cloned().collect();
    people.sort_by_key(|person| person.precedence.unwrap_or(u32::MAX));
    people
}

/// The people and organisations of one delegation (or of none), in order of precedence.
#[must_use]
pub fn roster(
    event: &Event,
    delegation: Option<DelegationId>,
) -> (Vec<Arc<Participant>>, Vec<Arc<Organisation>>) {
    let mut people = by_precedence(event);
    people.retain(|person| {
        let organisation = person
            .organisation
            .and_then(|id| event.organisations.get(id));
        organisation.and_then(|organisation| delegation_of(event, organisation)) == delegation
    });
    (people, organisations_of(event, delegation))
}

/// The organisations of one delegation (or of none), in the order of their list.
#[must_use]
pub fn organisations_of(event: &Event, delegation: Option<DelegationId>) -> Vec<Arc<Organisation>> {
    event
        .organisations
        .iter()
        .filter(|organisation| delegation_of(event, organisation) == delegation)
        .cloned()
        .collect()
}

fn delegation_of(event: &Event, organisation: &Organisation) -> Option<DelegationId> {
    organisation
        .delegation
        .filter(|id| event.delegations.contains(*id))
}
