//! How many people come, and from where.

use std::collections::{BTreeMap, HashMap};

use crate::model::{Attendance, DelegationId, Event, OrganisationKind, Region};

/// How many people come, and from where. Those who declined are not counted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tallies {
    /// Everybody: those who are named, and those of whom only the number is known.
    pub people: u32,
    /// Everybody who is named.
    pub named: u32,
    /// How many of them are in each state of attendance.
    pub attendance: BTreeMap<Attendance, u32>,
    /// How many bodies of each kind come from each region.
    pub organisations: BTreeMap<(OrganisationKind, Region), u32>,
    /// People by delegation, in the order of the delegations; last those of none.
    pub delegations: Vec<DelegationTally>,
}

/// How many people come in one delegation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DelegationTally {
    /// Which delegation; none for those who come in none.
    pub delegation: Option<DelegationId>,
    /// How many of its people are named.
    pub named: u32,
    /// How many come besides.
    pub unnamed: u32,
    /// How many bodies it is made of.
    pub organisations: u32,
}

pub(super) fn count(event: &Event) -> Tallies {
    let mut tallies = Tallies::default();
    let mut by_delegation: HashMap<Option<DelegationId>, DelegationTally> = HashMap::new();
    let mut delegation = |id: Option<DelegationId>, count: &dyn Fn(&mut DelegationTally)| {
        let id = id.filter(|id| event.delegations.contains(*id));
        let empty = DelegationTally {
            delegation: id,
            named: 0,
            unnamed: 0,
            organisations: 0,
        };
        count(by_delegation.entry(id).or_insert(empty));
    };
    for organisation in &event.organisations {
        let bodies = tallies
            .organisations
            .entry((organisation.kind, organisation.region))
            .or_default();
        *bodies = bodies.saturating_add(organisation.stands_for);
        tallies.people = tallies.people.saturating_add(organisation.unnamed);
        delegation(organisation.delegation, &|tally| {
            tally.unnamed = tally.unnamed.saturating_add(organisation.unnamed);
            tally.organisations = tally.organisations.saturating_add(organisation.stands_for);
        });
    }
    for person in &event.participants {
        *tallies.attendance.entry(person.attendance).or_default() += 1;
        if person.attendance == Attendance::Declined {
            continue;
        }
        tallies.people = tallies.people.saturating_add(1);
        tallies.named += 1;
        let organisation = person
            .organisation
            .and_then(|id| event.organisations.get(id));
        delegation(
            organisation.and_then(|organisation| organisation.delegation),
            &|tally| tally.named += 1,
        );
    }
    let order = event
        .delegations
        .iter()
        .map(|delegation| Some(delegation.id))
        .chain([None]);
    tallies.delegations = order.filter_map(|id| by_delegation.remove(&id)).collect();
    tallies
}
