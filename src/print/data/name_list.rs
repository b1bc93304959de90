//! What the name list says: people by delegation, in order of precedence.

use serde::Serialize;

use super::readers::{Named, Readers, Texts, widths};
use crate::{
    model::{Attendance, ItemKind, Participant},
    plan::{DelegationTally, roster},
    print::{Job, spots},
};

/// A person with more characters than this may break across pages.
const LONGEST_LINE: usize = 900;

#[derive(Serialize)]
pub(super) struct NameList {
    delegations: Vec<Group>,
    /// How many come in all, in words.
    total: Texts,
    /// How many of the named have answered what.
    attendance: Vec<Answer>,
}

#[derive(Serialize)]
struct Answer {
    attendance: Texts,
    count: u32,
}

#[derive(Serialize)]
struct Group {
    item: Option<String>,
    name: Texts,
    /// How many come in it, in words.
    tally: Texts,
    people: Vec<Line>,
    /// Organisations with people who are not named.
    others: Vec<Others>,
}

#[derive(Serialize)]
struct Line {
    item: String,
    number: usize,
    #[serde(flatten)]
    named: Named,
    attendance: Texts,
    declined: bool,
    /// Whether it stands on one page for certain.
    short: bool,
}

#[derive(Serialize)]
struct Others {
    item: String,
    name: Texts,
    count: Texts,
}

pub(super) fn of(job: &Job, readers: &Readers) -> NameList {
    let event = &*job.event;
    let tallies = &job.plan.tallies;
    let mut number = 0;
    let ids = event
        .delegations
        .iter()
        .map(|delegation| Some(delegation.id));
    let mut groups: Vec<Group> = ids
        .chain([None])
        .map(|id| {
            let (people, organisations) = roster(event, id);
            let delegation = id.and_then(|id| event.delegations.get(id));
            let tally = tallies
                .delegations
                .iter()
                .find(|tally| tally.delegation == id);
            Group {
                item: id.map(|id| spots::label_of(id.into())),
                name: match delegation {
                    Some(delegation) => readers.line_or(&delegation.name, |reader| {
                        reader.words.item_kind(ItemKind::Delegation)
                    }),
                    None if event.delegations.is_empty() => Texts::new(),
                    None => readers.each(|reader| reader.words.t("paper-no-delegation")),
                },
                tally: tally.map_or_else(Texts::new, |tally| group_tally(readers, tally)),
                people: people
                    .iter()
                    .map(|person| {
                        number += 1;
                        line(job, readers, person, number)
                    })
                    .collect(),
                others: organisations
                    .iter()
                    .filter(|organisation| organisation.unnamed > 0)
                    .map(|organisation| Others {
                        item: spots::label_of(organisation.id.into()),
                        name: readers.line_or(&organisation.name, |reader| {
                            reader.words.t("paper-nameless")
                        }),
                        count: readers.each(|reader| {
                            let values = [("count", organisation.unnamed.into())];
                            reader.words.tf("paper-unnamed-count", values)
                        }),
                    })
                    .collect(),
            }
        })
        .collect();
    groups.retain(|group| !group.people.is_empty() || !group.others.is_empty());
    NameList {
        delegations: groups,
        total: readers.each(|reader| {
            let values = [
                ("people", tallies.people.into()),
                ("named", tallies.named.into()),
            ];
            reader.words.tf("paper-people-total", values)
        }),
        attendance: Attendance::ALL
            .into_iter()
            .filter_map(|attendance| {
                let count = *tallies.attendance.get(&attendance)?;
                Some(Answer {
                    attendance: readers.each(|reader| reader.words.attendance(attendance)),
                    count,
                })
            })
            .collect(),
    }
}

fn group_tally(readers: &Readers, tally: &DelegationTally) -> Texts {
    readers.each(|reader| {
        let people = tally.named.saturating_add(tally.unnamed);
        reader
            .words
            .tf("paper-people-count", [("count", people.into())])
    })
}

fn line(job: &Job, readers: &Readers, person: &Participant, number: usize) -> Line {
    let capitals = job.event.details.style.family_capitals;
    let named = readers.participant(&job.event, person, capitals);
    let all = [&named.name, &named.post, &named.organisation];
    let characters: usize = all.into_iter().flat_map(widths).sum();
    Line {
        item: spots::label_of(person.id.into()),
        number,
        short: characters <= LONGEST_LINE,
        named,
        attendance: readers.each(|reader| reader.words.attendance(person.attendance)),
        declined: person.attendance == Attendance::Declined,
    }
}
