//! Clearing what stands in a field whose cell is empty, where somebody asked for it.

use super::{names, row::Incoming};
use crate::{
    exchange::{
        Field, Of, Target, script,
        table::{Cell, Layout, Row},
    },
    model::{Attendance, Event, Lang, Name, Participant},
};

/// What the columns hold whose cells are empty in a row.
pub(super) fn empty(layout: &Layout, row: &Row) -> Vec<Target> {
    let columns = layout.columns.iter().enumerate();
    let empty = columns.filter(|(at, _)| *row.cell(*at) == Cell::Empty);
    empty.filter_map(|(_, it)| it.target.clone()).collect()
}

/// Clears those fields of a person who is there, before what the row says is taken over. Nobody loses their last name.
pub(super) fn clear(event: &Event, person: &mut Participant, said: &Incoming, empty: &[Target]) {
    let mut has_organisation = !said.organisation.is_empty();
    let before = person.name.clone();
    for target in empty {
        let languages = languages(event, person, target);
        match target.field {
            Field::Name | Field::Honorific | Field::Family | Field::Given | Field::Honours => {
                for lang in &languages {
                    part(person, said, target.field, lang);
                }
            }
            Field::Post => languages
                .iter()
                .for_each(|lang| person.post.set(lang, String::new())),
            Field::Biography => languages
                .iter()
                .for_each(|lang| person.biography.set(lang, String::new())),
            Field::Organisation if !has_organisation => {
                has_organisation = true;
                person.organisation = None;
            }
            Field::Acting => person.acting = false,
            Field::Precedence => person.precedence = None,
            Field::Attendance => person.attendance = Attendance::default(),
            Field::Arrives => person.window.arrives = None,
            Field::Leaves => person.window.leaves = None,
            Field::Email => person.contact.email.clear(),
            Field::Phone => person.contact.phone.clear(),
            Field::Through => person.contact.through.clear(),
            // A delegation is its organisation's, an identity is nobody's to take; the rest is of sessions.
            Field::Organisation
            | Field::Delegation
            | Field::Order
            | Field::Id
            | Field::Day
            | Field::Start
            | Field::End
            | Field::Length
            | Field::Fixed
            | Field::Slack
            | Field::Kind
            | Field::Title
            | Field::Summary
            | Field::Room
            | Field::Audience
            | Field::People
            | Field::Steps
            | Field::Cues
            | Field::Officer
            | Field::Remarks
            | Field::Extra => {}
        }
    }
    let is_named = |name: &Name| !(name.family.is_empty() && name.given.is_empty());
    if !said.has_name() && !person.name.iter().any(|(_, name)| is_named(name)) {
        person.name = before;
    }
}

/// The languages of an empty cell: that of its column, or all in which it could have said something.
fn languages(event: &Event, person: &Participant, target: &Target) -> Vec<Lang> {
    match &target.of {
        Of::Lang(lang) => vec![lang.clone()],
        Of::One if target.field.has_languages() && target.field != Field::Honours => {
            vec![script::other_of(event), script::chinese_of(event)]
        }
        Of::One if target.field == Field::Honours => {
            person.name.iter().map(|(lang, _)| lang.clone()).collect()
        }
        Of::One | Of::Team(_) | Of::TeamIn(..) => Vec::new(),
    }
}

/// Clears a part of a name in a language, unless another column of the row says it.
fn part(person: &mut Participant, said: &Incoming, field: Field, lang: &Lang) {
    let Some(mut name) = person.name.get(lang).cloned() else {
        return;
    };
    let said = said.names.get(lang);
    let says = |part: fn(&super::Said) -> bool| said.is_some_and(part);
    match field {
        Field::Name if !says(|said| !(said.family.is_empty() && said.given.is_empty())) => {
            name = Name::default();
        }
        Field::Family if !says(|said| !said.whole.is_empty()) => name.family.clear(),
        Field::Given if !says(|said| !said.whole.is_empty()) => name.given.clear(),
        Field::Honorific => {
            let whole = said.map(|said| names::parts(&said.whole, lang));
            if whole.is_none_or(|whole| whole.honorific.is_empty()) {
                name.honorific.clear();
            }
        }
        Field::Honours if !says(|said| !said.honours.is_empty()) => name.honours.clear(),
        _ => {}
    }
    person.name.set(lang, name);
}
