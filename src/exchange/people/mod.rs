//! Participants, in from other people's lists and out to them.

mod clear;
mod export;
mod matching;
mod names;
mod row;

use std::collections::HashMap;

pub(super) use export::sheet;
pub(super) use matching::name_keys;
use matching::{Found, Matcher};
pub(super) use names::key as name_key;
pub(super) use row::one_of;
use row::{Incoming, Rows, Said};

use super::{
    Datum, Field, FieldChange, Of, Proposal, Removal, Spot, Target, Why,
    organisations::Organisations,
    table::{Book, Layout},
};
use crate::model::{Event, Item, ItemKind, Lang, Name, Participant, ParticipantId};

/// What an import of this list would do to an event.
pub(super) fn propose(event: &Event, book: &Book, layout: &Layout, removal: Removal) -> Proposal {
    let mut proposal = Proposal::new(ItemKind::Participant);
    super::note_columns(&mut proposal, book, layout);
    if layout
        .one(Field::Name)
        .or(layout.one(Field::Family))
        .or(layout.one(Field::Given))
        .is_none()
    {
        proposal.note(Spot::File, Why::NoColumn(Field::Name));
        return proposal.finished();
    }
    let rows = Rows::new(event, layout);
    let mut organisations = Organisations::of(event);
    let mut matcher = Matcher::of(event);
    let incoming: Vec<(u32, Incoming, Vec<Target>)> = layout
        .data(book)
        .flat_map(|row| {
            let people = rows.read(row, &mut proposal);
            let empty = if removal.cleared {
                clear::empty(layout, row)
            } else {
                Vec::new()
            };
            people
                .into_iter()
                .map(|person| (row.number, person, empty.clone()))
                .collect::<Vec<_>>()
        })
        .collect();
    matcher.count(incoming.iter().map(|(_, person, _)| person));
    let mut people: Vec<(Spot, Participant, Vec<FieldChange>)> = Vec::new();
    let mut claimed: HashMap<ParticipantId, u32> = HashMap::new();
    for (number, incoming, empty) in &incoming {
        let spot = Spot::Row(*number);
        if !incoming.has_name()
            && incoming
                .id
                .is_none_or(|id| !event.participants.contains(id))
        {
            let says_something = *incoming != Incoming::default();
            if says_something {
                proposal.note(spot, Why::Nobody);
            }
            continue;
        }
        let organisation = organisations.find(&incoming.organisation);
        let before = match matcher.find(incoming, organisation) {
            Found::Nobody => None,
            Found::New(id) => {
                proposal.note(
                    spot,
                    Why::Again(claimed.get(&id).copied().unwrap_or_default()),
                );
                continue;
            }
            Found::Person(id) => Some(id),
            Found::Moved(id, from) => {
                let name = organisations
                    .get(from)
                    .map(|it| it.name.shown(event.details.main_language()).to_owned());
                proposal.note(
                    spot.clone(),
                    Why::OtherOrganisation(name.unwrap_or_default()),
                );
                Some(id)
            }
            Found::Several(count, name) => {
                proposal.note(spot, Why::Ambiguous(count, name));
                continue;
            }
        };
        if let Some(row) = before.and_then(|id| claimed.get(&id)) {
            proposal.note(spot, Why::Again(*row));
            continue;
        }
        let there = before.and_then(|id| event.participants.get(id));
        let mut person = there.map_or_else(Participant::new, |person| (**person).clone());
        // An export of ours names whom it means, in a copy of the event as well.
        if let (None, Some(id)) = (there, incoming.id) {
            person.id = id;
        }
        claimed.insert(person.id, *number);
        if there.is_some() {
            clear::clear(event, &mut person, incoming, empty);
        }
        let stays = person
            .organisation
            .is_some_and(|id| organisations.is_called(id, &incoming.organisation));
        if !stays
            && let Some(id) =
                organisations.find_or_add(&incoming.organisation, &spot, &mut proposal)
        {
            person.organisation = Some(id);
        }
        if let Some(id) = person.organisation {
            organisations.put_into_delegation(id, &incoming.delegation, &spot);
        }
        fill(&mut person, incoming, rows.order());
        if there.is_none() {
            matcher.add(&person);
        }
        let changes = there.map_or_else(Vec::new, |before| {
            changes(event, &organisations, before, &person)
        });
        people.push((spot, person, changes));
    }
    organisations.propose(&mut proposal);
    for (spot, person, changes) in people {
        proposal.put(event, spot, Item::from(person), changes);
    }
    if removal.absent {
        for person in &event.participants {
            if !claimed.contains_key(&person.id) {
                proposal.remove(event, person.id.into());
            }
        }
    }
    proposal.finished()
}

/// Takes over what a row says; what it does not say stays.
fn fill(person: &mut Participant, incoming: &Incoming, order: crate::model::NameOrder) {
    for (lang, said) in &incoming.names {
        let name = person.name.get(lang).cloned().unwrap_or_default();
        person.name.set(lang, with(name, said, lang, order));
    }
    let languages: Vec<Lang> = incoming.names.keys().cloned().collect();
    for lang in &languages {
        let Some(name) = person.name.get(lang) else {
            continue;
        };
        let mut name = name.clone();
        if !incoming.honours.is_empty() {
            name.honours.clone_from(&incoming.honours);
        }
        if !incoming.honorific.is_empty()
            && crate::model::has_han(&incoming.honorific) == lang.is_chinese()
        {
            name.honorific.clone_from(&incoming.honorific);
        }
        person.name.set(lang, name);
    }
    for (lang, post) in &incoming.post {
        person.post.set(lang, post.clone());
    }
    for (lang, biography) in &incoming.biography {
        person.biography.set(lang, biography.clone());
    }
    let put = |into: &mut String, text: &String| {
        if !text.is_empty() {
            into.clone_from(text);
        }
    };
    put(&mut person.contact.email, &incoming.email);
    put(&mut person.contact.phone, &incoming.phone);
    put(&mut person.contact.through, &incoming.through);
    person.acting = incoming.acting.unwrap_or(person.acting);
    person.precedence = incoming.precedence.or(person.precedence);
    person.attendance = incoming.attendance.unwrap_or(person.attendance);
    person.window.arrives = incoming.arrives.or(person.window.arrives);
    person.window.leaves = incoming.leaves.or(person.window.leaves);
}

/// A name with what a row says of it. A name that only is spelt otherwise keeps its parts.
fn with(mut name: Name, said: &Said, lang: &Lang, order: crate::model::NameOrder) -> Name {
    let is_new = name.is_blank();
    if !said.family.is_empty() || !said.given.is_empty() {
        if is_new {
            name.order = if lang.is_chinese() {
                crate::model::NameOrder::FamilyFirst
            } else {
                order
            };
        }
        if !said.family.is_empty() {
            name.family.clone_from(&said.family);
        }
        if !said.given.is_empty() {
            name.given.clone_from(&said.given);
        }
    } else if !said.whole.is_empty() && names::key(&name.plain(lang)) != names::key(&said.whole) {
        let guess = names::parts(&said.whole, lang);
        name.family = guess.family;
        name.given = guess.given;
        name.order = guess.order;
        if !guess.honorific.is_empty() {
            name.honorific = guess.honorific;
        }
    }
    if !said.honorific.is_empty() {
        name.honorific.clone_from(&said.honorific);
    }
    if !said.honours.is_empty() {
        name.honours.clone_from(&said.honours);
    }
    name.order = said.order.unwrap_or(name.order);
    name
}

/// What is different between a person before and after.
fn changes(
    event: &Event,
    organisations: &Organisations<'_>,
    before: &Participant,
    after: &Participant,
) -> Vec<FieldChange> {
    if before == after {
        return Vec::new();
    }
    let mut languages: Vec<Lang> = event.details.languages.to_vec();
    let more = after
        .name
        .iter()
        .map(|(lang, _)| lang)
        .chain(after.post.iter().map(|(lang, _)| lang));
    let more: Vec<Lang> = more
        .chain(after.biography.iter().map(|(lang, _)| lang))
        .cloned()
        .collect();
    for lang in more {
        if !languages.contains(&lang) {
            languages.push(lang);
        }
    }
    let fact = |person: &Participant, target: &Target| {
        let organisation = person.organisation.and_then(|id| organisations.get(id));
        fact(person, target, organisation, &crate::model::Text::default())
    };
    targets(&languages)
        .into_iter()
        .filter_map(|target| {
            let (before, after) = (fact(before, &target), fact(after, &target));
            (before != after).then_some(FieldChange {
                target,
                before,
                after,
            })
        })
        .collect()
}

/// Everything that is said of a person, in the order of a list's columns.
pub(super) fn targets(languages: &[Lang]) -> Vec<Target> {
    const FIELDS: [Field; 18] = [
        Field::Honorific,
        Field::Family,
        Field::Given,
        Field::Order,
        Field::Honours,
        Field::Post,
        Field::Organisation,
        Field::Acting,
        Field::Delegation,
        Field::Precedence,
        Field::Attendance,
        Field::Arrives,
        Field::Leaves,
        Field::Email,
        Field::Phone,
        Field::Through,
        Field::Biography,
        Field::Id,
    ];
    let mut targets = Vec::new();
    for field in FIELDS {
        if field.has_languages() {
            targets.extend(languages.iter().map(|lang| field.in_lang(lang)));
        } else {
            targets.push(field.one());
        }
    }
    targets
}

/// What a column can hold: first what most lists have.
pub(super) fn choices(event: &Event) -> Vec<Target> {
    let languages = &event.details.languages;
    let mut choices: Vec<Target> = [Field::Name, Field::Post, Field::Organisation]
        .into_iter()
        .flat_map(|field| languages.iter().map(move |lang| field.in_lang(lang)))
        .collect();
    choices.extend([Field::Attendance, Field::Email, Field::Phone].map(Field::one));
    let in_two = [
        Field::Name,
        Field::Honorific,
        Field::Honours,
        Field::Post,
        Field::Organisation,
    ];
    for target in targets(languages).into_iter().chain(in_two.map(Field::one)) {
        if !choices.contains(&target) {
            choices.push(target);
        }
    }
    choices
}

/// What is said of a person.
fn fact(
    person: &Participant,
    target: &Target,
    organisation: Option<&crate::model::Organisation>,
    delegation: &crate::model::Text,
) -> Datum {
    let Of::Lang(lang) = &target.of else {
        return match target.field {
            Field::Id => Datum::Text(person.id.to_string()),
            Field::Acting => Datum::Flag(person.acting),
            Field::Precedence => person.precedence.map_or(Datum::Nothing, Datum::Number),
            Field::Attendance => Datum::Attendance(person.attendance),
            Field::Arrives => person.window.arrives.map_or(Datum::Nothing, Datum::Moment),
            Field::Leaves => person.window.leaves.map_or(Datum::Nothing, Datum::Moment),
            Field::Email => Datum::text(&person.contact.email),
            Field::Phone => Datum::text(&person.contact.phone),
            Field::Through => Datum::text(&person.contact.through),
            _ => Datum::Nothing,
        };
    };
    let name = person.name.get(lang);
    let part =
        |part: fn(&Name) -> &str| name.map_or(Datum::Nothing, |name| Datum::text(part(name)));
    match target.field {
        Field::Honorific => part(|name| &name.honorific),
        Field::Family => part(|name| &name.family),
        Field::Given => part(|name| &name.given),
        Field::Honours => part(|name| &name.honours),
        Field::Order => name.map_or(Datum::Nothing, |name| Datum::Order(name.order)),
        Field::Post => Datum::text(person.post.text(lang)),
        Field::Biography => Datum::text(person.biography.text(lang)),
        Field::Organisation => {
            organisation.map_or(Datum::Nothing, |it| Datum::text(it.name.text(lang)))
        }
        Field::Delegation => Datum::text(delegation.text(lang)),
        _ => Datum::Nothing,
    }
}
