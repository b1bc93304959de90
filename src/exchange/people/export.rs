//! Participants as a table for other programs.

use super::{fact, targets};
use crate::{
    exchange::{
        Datum, Field, Of, Target,
        write::{Column, Sheet},
    },
    model::{Event, Lang, Text},
    words::Words,
};

/// The participants, one a row, in the order of their list.
pub(in crate::exchange) fn sheet(event: &Event, words: Words) -> Sheet {
    let languages = languages(event);
    let used = |target: &Target| match target.field {
        // A column that says something of nobody is left out, unless people will look for it.
        Field::Order
        | Field::Biography
        | Field::Delegation
        | Field::Acting
        | Field::Through
        | Field::Precedence
        | Field::Honours => event
            .participants
            .iter()
            .any(|person| !is_usual(&value(event, person, target))),
        _ => true,
    };
    let targets: Vec<Target> = targets(&languages).into_iter().filter(used).collect();
    let rows = event.participants.iter().map(|person| {
        let facts = targets.iter().map(|target| value(event, person, target));
        facts.collect()
    });
    Sheet {
        name: words.t("place-participants"),
        rows: rows.collect(),
        items: (event.participants.iter())
            .map(|person| person.id.into())
            .collect(),
        columns: targets
            .into_iter()
            .map(|target| Column::new(target, words))
            .collect(),
    }
}

fn is_usual(datum: &Datum) -> bool {
    matches!(
        datum,
        Datum::Nothing | Datum::Flag(false) | Datum::Order(crate::model::NameOrder::FamilyFirst)
    )
}

fn value(event: &Event, person: &crate::model::Participant, target: &Target) -> Datum {
    let organisation = person
        .organisation
        .and_then(|id| event.organisations.get(id));
    let delegation = (organisation.and_then(|it| it.delegation))
        .and_then(|id| event.delegations.get(id))
        .map_or_else(Text::default, |it| it.name.clone());
    let datum = fact(person, target, organisation.map(AsRef::as_ref), &delegation);
    // The order of a name that nobody has written says nothing.
    match (&datum, &target.of) {
        (Datum::Order(_), Of::Lang(lang))
            if person
                .name
                .get(lang)
                .is_none_or(crate::model::Name::is_blank) =>
        {
            Datum::Nothing
        }
        _ => datum,
    }
}

/// The languages of the event, and others in which something of a person is written.
pub(in crate::exchange) fn languages(event: &Event) -> Vec<Lang> {
    let mut languages = event.details.languages.to_vec();
    let mut add = |lang: &Lang| {
        if !languages.contains(lang) {
            languages.push(lang.clone());
        }
    };
    for person in &event.participants {
        person.name.iter().for_each(|(lang, _)| add(lang));
        person.post.iter().for_each(|(lang, _)| add(lang));
        person.biography.iter().for_each(|(lang, _)| add(lang));
    }
    for organisation in &event.organisations {
        organisation.name.iter().for_each(|(lang, _)| add(lang));
    }
    languages
}
