//! Who appears, as a cell of a run-of-show names them.

use std::collections::HashMap;

use super::{
    cells::{self, Named},
    row::same,
};
use crate::{
    exchange::{
        Proposal, Spot, Why,
        headings::is_honorific,
        organisations::key,
        people::{name_key, name_keys},
        script,
    },
    model::{
        Appearance, Event, Item, Name, Organisation, OrganisationId, Participant, ParticipantId,
        Role, SessionKind, Text, Who,
    },
    words::{Tongue, Words},
};

/// Finds people by name, and keeps those who are not there yet.
pub(super) struct People<'a> {
    event: &'a Event,
    by_name: HashMap<String, Vec<ParticipantId>>,
    /// What a representative of each organisation is called, in every language.
    representatives: HashMap<String, OrganisationId>,
    new: Vec<(Spot, Item)>,
}

impl<'a> People<'a> {
    pub(super) fn of(event: &'a Event) -> Self {
        let mut by_name: HashMap<String, Vec<ParticipantId>> = HashMap::new();
        for person in &event.participants {
            for name in name_keys(person) {
                by_name.entry(name).or_default().push(person.id);
            }
        }
        let mut representatives = HashMap::new();
        for organisation in &event.organisations {
            for (_, name) in organisation.name.iter() {
                for words in Tongue::ALL.map(Words::new) {
                    let said =
                        words.tf("representative-of", [("organisation", name.clone().into())]);
                    representatives.entry(key(&said)).or_insert(organisation.id);
                }
            }
        }
        Self {
            event,
            by_name,
            representatives,
            new: Vec::new(),
        }
    }

    /// The people of a cell; whoever is not understood is noted. Who is there already keeps their role and place where the
    /// cell says neither.
    pub(super) fn read(
        &mut self,
        cell: &str,
        (kind, there): (SessionKind, &[Appearance]),
        spot: &Spot,
        proposal: &mut Proposal,
    ) -> Vec<Appearance> {
        let usual = kind.usual_roles().first().copied().unwrap_or(Role::Speaker);
        let mut found: Vec<Appearance> = Vec::new();
        for named in cells::named(cell) {
            match self.who(&named, spot) {
                Ok(who) => {
                    let old = there.iter().find(|old| {
                        old.who == who && named.role.is_none_or(|role| role == old.role)
                    });
                    let role = named.role.or(old.map(|old| old.role)).unwrap_or(usual);
                    let position = if named.position.is_empty() && named.role.is_none() {
                        old.map(|old| old.position.clone()).unwrap_or_default()
                    } else {
                        named.position
                    };
                    found.push(Appearance {
                        who,
                        role,
                        position,
                    });
                }
                Err(why) => proposal.note(spot.clone(), why),
            }
        }
        found
    }

    fn who(&mut self, named: &Named, spot: &Spot) -> Result<Who, Why> {
        if let Some(id) = self.representatives.get(&key(&named.name)) {
            return Ok(Who::RepresentativeOf(*id));
        }
        // An organisation may have a comma or brackets in its own name.
        if let Some(id) = self
            .representatives
            .get(&key(&format!("{}{}", named.name, named.rest)))
        {
            return Ok(Who::RepresentativeOf(*id));
        }
        let whole = if named.rest.is_empty() {
            named.name.clone()
        } else {
            format!("{}, {}", named.name, named.rest)
        };
        if let Some(organisation) = represented(&whole) {
            return Ok(Who::RepresentativeOf(
                self.add_organisation(organisation, spot),
            ));
        }
        let name = name_key(&named.name);
        let candidates = self.by_name.get(&name).cloned().unwrap_or_default();
        match candidates.as_slice() {
            [] => self
                .add(named, &name, spot)
                .ok_or_else(|| Why::NotAPerson(named.name.clone())),
            [one] => Ok(Who::Person(*one)),
            several => {
                let at_home = several
                    .iter()
                    .copied()
                    .find(|id| self.is_from(*id, &named.rest));
                at_home
                    .map(Who::Person)
                    .ok_or_else(|| Why::Ambiguous(several.len(), named.name.clone()))
            }
        }
    }

    fn is_from(&self, id: ParticipantId, organisation: &str) -> bool {
        let person = self.event.participants.get(id);
        let home = person.and_then(|person| self.event.organisations.get(person.organisation?));
        home.is_some_and(|home| home.name.iter().any(|(_, name)| same(name, organisation)))
    }

    fn add_organisation(&mut self, name: &str, spot: &Spot) -> OrganisationId {
        let lang = script::lang_of(name, self.event);
        let organisation = Organisation::new(Text::default().with(&lang, name));
        let id = organisation.id;
        for words in Tongue::ALL.map(Words::new) {
            let said = representative(words, name);
            self.representatives.entry(key(&said)).or_insert(id);
        }
        self.new.push((spot.clone(), organisation.into()));
        id
    }

    /// Somebody who is not there yet, if it is clear that it is a person.
    fn add(&mut self, named: &Named, name: &str, spot: &Spot) -> Option<Who> {
        let lang = script::lang_of(&named.name, self.event);
        let guess = Name::guess(&named.name, &lang);
        let has_honorific = !guess.honorific.is_empty()
            || named
                .name
                .split_whitespace()
                .next()
                .is_some_and(is_honorific);
        if !has_honorific || guess.is_blank() {
            return None;
        }
        let mut person = Participant::new();
        person.name.set(&lang, guess);
        if !named.rest.is_empty() {
            let lang = script::lang_of(&named.rest, self.event);
            person.post.set(&lang, named.rest.clone());
        }
        let id = person.id;
        self.by_name.entry(name.to_owned()).or_default().push(id);
        self.new.push((spot.clone(), person.into()));
        Some(Who::Person(id))
    }

    /// Proposes who is new.
    pub(super) fn propose(self, proposal: &mut Proposal) {
        for (spot, item) in self.new {
            proposal.put(self.event, spot, item, Vec::new());
        }
    }
}

/// What a representative of an organisation is called.
fn representative(words: Words, organisation: &str) -> String {
    words.tf(
        "representative-of",
        [("organisation", organisation.to_owned().into())],
    )
}

/// The organisation of whose representative a text speaks, in any language.
fn represented(text: &str) -> Option<&str> {
    // No sign to programs: those are made to be seen in every sentence.
    const MARK: &str = "⟦⟧";
    Tongue::ALL.map(Words::new).into_iter().find_map(|words| {
        let said = representative(words, MARK);
        let (before, behind) = said.split_once(MARK)?;
        let inside = text.strip_prefix(before)?.strip_suffix(behind)?.trim();
        (!inside.is_empty()).then_some(inside)
    })
}
