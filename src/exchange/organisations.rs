//! The organisations and delegations that other people's lists name: those that are there, and new ones.

use std::{
    collections::{BTreeMap, HashMap, HashSet},
    sync::Arc,
};

use super::{Datum, Field, FieldChange, Proposal, Spot, Why};
use crate::model::{
    Delegation, DelegationId, Event, Item, Lang, Organisation, OrganisationId, Text,
};

/// A text in several languages.
type Names = BTreeMap<Lang, String>;

/// Finds organisations and delegations by name, and keeps those that are not there yet.
pub(super) struct Organisations<'a> {
    event: &'a Event,
    by_name: HashMap<String, OrganisationId>,
    delegations: HashMap<String, DelegationId>,
    /// New or changed, in the order in which the file names them, with where it does.
    touched: Vec<(OrganisationId, Spot)>,
    changed: HashMap<OrganisationId, Organisation>,
    added_delegations: Vec<(Spot, Delegation)>,
}

impl<'a> Organisations<'a> {
    pub(super) fn of(event: &'a Event) -> Self {
        let mut by_name = HashMap::new();
        for organisation in &event.organisations {
            for (_, name) in organisation.name.iter() {
                by_name.entry(key(name)).or_insert(organisation.id);
            }
        }
        let mut delegations = HashMap::new();
        for delegation in &event.delegations {
            for (_, name) in delegation.name.iter() {
                delegations.entry(key(name)).or_insert(delegation.id);
            }
        }
        Self {
            event,
            by_name,
            delegations,
            touched: Vec::new(),
            changed: HashMap::new(),
            added_delegations: Vec::new(),
        }
    }

    /// The organisation with one of these names that is there already, or will be.
    pub(super) fn find(&self, names: &Names) -> Option<OrganisationId> {
        names
            .values()
            .find_map(|name| self.by_name.get(&key(name)))
            .copied()
    }

    /// An organisation as it will be.
    pub(super) fn get(&self, id: OrganisationId) -> Option<&Organisation> {
        let there = || self.event.organisations.get(id).map(Arc::as_ref);
        self.changed.get(&id).or_else(there)
    }

    /// The organisation with one of these names; a new one if there is none. A name in a language in which it has none
    /// is added to it.
    pub(super) fn find_or_add(
        &mut self,
        names: &Names,
        spot: &Spot,
        proposal: &mut Proposal,
    ) -> Option<OrganisationId> {
        if names.is_empty() {
            return None;
        }
        let Some(id) = self.find(names) else {
            let organisation = Organisation::new(text_of(names));
            let id = organisation.id;
            self.touch(organisation, spot);
            self.index(id, names);
            return Some(id);
        };
        let organisation = self.get(id)?;
        let mut with_names = organisation.clone();
        for (lang, name) in names {
            match organisation.name.text(lang) {
                "" => with_names.name.set(lang, name.clone()),
                have if key(have) == key(name) => {}
                have => proposal.note(
                    spot.clone(),
                    Why::OtherwiseCalled(have.to_owned(), name.clone()),
                ),
            }
        }
        if with_names != *organisation {
            self.touch(with_names, spot);
            self.index(id, names);
        }
        Some(id)
    }

    /// Whether an organisation is the one with these names: of two with one name each is.
    pub(super) fn is_called(&self, id: OrganisationId, names: &Names) -> bool {
        self.get(id)
            .is_some_and(|organisation| says(&organisation.name, names))
    }

    /// Puts an organisation into the delegation with one of these names, which is added if there is none.
    pub(super) fn put_into_delegation(&mut self, id: OrganisationId, names: &Names, spot: &Spot) {
        let there = self
            .get(id)
            .and_then(|organisation| organisation.delegation);
        if there.is_some() && says(&self.delegation_name(there), names) {
            return;
        }
        let known = names
            .values()
            .find_map(|name| self.delegations.get(&key(name)))
            .copied();
        let Some(organisation) = self.get(id).filter(|_| !names.is_empty()) else {
            return;
        };
        let mut inside = organisation.clone();
        let delegation = known.unwrap_or_else(|| {
            let delegation = Delegation::new(text_of(names));
            let id = delegation.id;
            for name in names.values() {
                self.delegations.insert(key(name), id);
            }
            self.added_delegations.push((spot.clone(), delegation));
            id
        });
        if inside.delegation != Some(delegation) {
            inside.delegation = Some(delegation);
            self.touch(inside, spot);
        }
    }

    /// What the delegation of an organisation is called.
    pub(super) fn delegation_name(&self, id: Option<DelegationId>) -> Text {
        let added = |id| {
            let mut added = self.added_delegations.iter();
            added
                .find(|(_, it)| it.id == id)
                .map(|(_, it)| it.name.clone())
        };
        let there = |id| self.event.delegations.get(id).map(|it| it.name.clone());
        id.and_then(|id| added(id).or_else(|| there(id)))
            .unwrap_or_default()
    }

    /// Proposes what is new and changed.
    pub(super) fn propose(self, proposal: &mut Proposal) {
        for (spot, delegation) in &self.added_delegations {
            proposal.put(
                self.event,
                spot.clone(),
                delegation.clone().into(),
                Vec::new(),
            );
        }
        let mut done = HashSet::new();
        for (id, spot) in &self.touched {
            if !done.insert(*id) {
                continue;
            }
            if let Some(now) = self.changed.get(id) {
                let changes = self.changes(*id, now);
                proposal.put(self.event, spot.clone(), Item::from(now.clone()), changes);
            }
        }
    }

    fn changes(&self, id: OrganisationId, now: &Organisation) -> Vec<FieldChange> {
        let Some(before) = self.event.organisations.get(id) else {
            return Vec::new();
        };
        let mut changes = Vec::new();
        for (lang, name) in now.name.iter() {
            if before.name.text(lang) != name {
                changes.push(FieldChange {
                    target: Field::Organisation.in_lang(lang),
                    before: Datum::text(before.name.text(lang)),
                    after: Datum::text(name),
                });
            }
        }
        if before.delegation != now.delegation {
            let shown = |id| {
                let name = self.delegation_name(id);
                Datum::text(name.shown(self.event.details.main_language()))
            };
            changes.push(FieldChange {
                target: Field::Delegation.one(),
                before: shown(before.delegation),
                after: shown(now.delegation),
            });
        }
        changes
    }

    fn touch(&mut self, organisation: Organisation, spot: &Spot) {
        self.touched.push((organisation.id, spot.clone()));
        self.changed.insert(organisation.id, organisation);
    }

    fn index(&mut self, id: OrganisationId, names: &Names) {
        for name in names.values() {
            self.by_name.entry(key(name)).or_insert(id);
        }
    }
}

fn text_of(names: &Names) -> Text {
    names.iter().fold(Text::default(), |text, (lang, name)| {
        text.with(lang, name.clone())
    })
}

/// Whether a text is these names, as far as they go.
fn says(text: &Text, names: &Names) -> bool {
    names
        .iter()
        .all(|(lang, name)| key(text.text(lang)) == key(name))
}

/// What two spellings of one name share.
pub(super) fn key(name: &str) -> String {
    let folded = name.to_lowercase();
    let bare = folded.strip_prefix("the ").unwrap_or(&folded);
    let key: String = bare.chars().filter(|c| c.is_alphanumeric()).collect();
    // A name of marks alone is itself.
    if key.is_empty() {
        folded.trim().to_owned()
    } else {
        key
    }
}
