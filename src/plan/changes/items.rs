//! What is different about everything but the sessions.

use std::{collections::BTreeSet, sync::Arc};

use jiff::civil::Date;

use super::{Aspect, Change, Fact, What, cast, value};
use crate::model::{
    Agreement, Appearance, Closing, Details, Event, ItemId, ItemKind, Listed, Organisation,
    Participant, Photo, Role, Roll, Text, Who,
};

/// Puts down what is different about the event as a whole.
pub(super) fn details(old: &Details, new: &Details, found: &mut Vec<Change>) {
    if old == new {
        return;
    }
    let mut whats = Vec::new();
    for (aspect, text) in [
        (Aspect::Title, (|of| &of.title) as fn(&Details) -> &Text),
        (Aspect::Theme, |of| &of.theme),
        (Aspect::Host, |of| &of.host),
        (Aspect::Occasion, |of| &of.occasion),
        (Aspect::Next, |of| &of.next),
        (Aspect::Venue, |of| &of.venue),
        (Aspect::UsualCredit, |of| &of.usual_credit),
    ] {
        value(
            aspect,
            Fact::text(text(old)),
            Fact::text(text(new)),
            &mut whats,
        );
    }
    whats.extend(
        new.days
            .difference(&old.days)
            .map(|day| What::DayAdded(*day)),
    );
    whats.extend(
        old.days
            .difference(&new.days)
            .map(|day| What::DayTakenOut(*day)),
    );
    closing(&old.closing, &new.closing, &mut whats);
    value(
        Aspect::TimeZone,
        Fact::said(&old.time_zone),
        Fact::said(&new.time_zone),
        &mut whats,
    );
    value(
        Aspect::Languages,
        Fact::Languages(old.languages.to_vec()),
        Fact::Languages(new.languages.to_vec()),
        &mut whats,
    );
    if old.co_hosts != new.co_hosts {
        whats.push(What::Reworded(Aspect::CoHosts));
    }
    if old.set_aside != new.set_aside {
        whats.push(What::Reworded(Aspect::SetAside));
    }
    if old.style != new.style {
        whats.push(What::Reworded(Aspect::Style));
    }
    if whats.is_empty() {
        whats.push(What::Other);
    }
    found.extend(whats.into_iter().map(Change::of_event));
}

fn closing(old: &Closing, new: &Closing, found: &mut Vec<What>) {
    let (was, is) = (Fact::time(old.by), Fact::time(new.by));
    value(Aspect::Closing(None), was, is, found);
    let days: BTreeSet<Date> = old.on.keys().chain(new.on.keys()).copied().collect();
    for day in days {
        let of = |closing: &Closing| Fact::time(closing.on.get(&day).copied());
        value(Aspect::Closing(Some(day)), of(old), of(new), found);
    }
}

/// Puts down what is different about the items of one list.
fn listed<T: Listed + PartialEq>(
    old: &Roll<T>,
    new: &Roll<T>,
    found: &mut Vec<Change>,
    one: impl Fn(&T, &T, &mut Vec<What>),
) where
    T::Id: Into<ItemId>,
{
    for item in new {
        let mut whats = Vec::new();
        match old.get(item.id()) {
            None => whats.push(What::Added),
            Some(earlier) if Arc::ptr_eq(earlier, item) || earlier == item => {}
            Some(earlier) => {
                one(earlier, item, &mut whats);
                if whats.is_empty() {
                    whats.push(What::Other);
                }
            }
        }
        found.extend(whats.into_iter().map(|what| Change::of(item.id(), what)));
    }
    let gone = old.iter().filter(|item| !new.contains(item.id()));
    found.extend(gone.map(|item| Change::of(item.id(), What::TakenOut)));
}

/// Puts down what is different about the agreements.
pub(super) fn agreements(old: &Event, new: &Event, found: &mut Vec<Change>) {
    listed(&old.agreements, &new.agreements, found, agreement);
}

pub(super) fn agreement(old: &Agreement, new: &Agreement, found: &mut Vec<What>) {
    value(
        Aspect::Title,
        Fact::text(&old.title),
        Fact::text(&new.title),
        found,
    );
    value(
        Aspect::Session,
        Fact::item(old.session),
        Fact::item(new.session),
        found,
    );
    for place in 0..old.parties.len().max(new.parties.len()) {
        let party = |of: &Agreement| of.parties.get(place).and_then(|party| party.organisation);
        let (was, is) = (Fact::item(party(old)), Fact::item(party(new)));
        value(Aspect::Party(place + 1), was, is, found);
        let signatory = |of: &Agreement| of.parties.get(place).and_then(|party| party.signatory);
        let (was, is) = (Fact::item(signatory(old)), Fact::item(signatory(new)));
        value(Aspect::Signatory(place + 1), was, is, found);
    }
    let witnesses = |of: &Agreement| -> Vec<Appearance> {
        let witness = |id: &_| Appearance {
            who: Who::Person(*id),
            role: Role::Witness,
            position: String::new(),
        };
        of.witnesses.iter().map(witness).collect()
    };
    cast::of(&witnesses(old), &witnesses(new), found);
}

/// Puts down what is different about the people.
pub(super) fn participants(old: &Event, new: &Event, found: &mut Vec<Change>) {
    listed(&old.participants, &new.participants, found, participant);
}

pub(super) fn participant(old: &Participant, new: &Participant, found: &mut Vec<What>) {
    let name = |of: &Participant| {
        if of.name.is_empty() {
            Fact::Nothing
        } else {
            Fact::Name(of.name.clone())
        }
    };
    value(Aspect::Name, name(old), name(new), found);
    value(
        Aspect::Post,
        Fact::text(&old.post),
        Fact::text(&new.post),
        found,
    );
    value(
        Aspect::Acting,
        Fact::truth(old.acting),
        Fact::truth(new.acting),
        found,
    );
    value(
        Aspect::Organisation,
        Fact::item(old.organisation),
        Fact::item(new.organisation),
        found,
    );
    value(
        Aspect::Attendance,
        Fact::Attendance(old.attendance),
        Fact::Attendance(new.attendance),
        found,
    );
    let (was, is) = (old.window, new.window);
    value(
        Aspect::Arrives,
        Fact::moment(was.arrives),
        Fact::moment(is.arrives),
        found,
    );
    value(
        Aspect::Leaves,
        Fact::moment(was.leaves),
        Fact::moment(is.leaves),
        found,
    );
    value(
        Aspect::Precedence,
        Fact::number(old.precedence),
        Fact::number(new.precedence),
        found,
    );
    for (aspect, differs) in [
        (Aspect::Biography, old.biography != new.biography),
        (Aspect::Contact, old.contact != new.contact),
        (Aspect::Portrait, old.portrait != new.portrait),
    ] {
        found.extend(differs.then_some(What::Reworded(aspect)));
    }
}

/// Puts down what is different about the organisations.
pub(super) fn organisations(old: &Event, new: &Event, found: &mut Vec<Change>) {
    listed(&old.organisations, &new.organisations, found, organisation);
}

pub(super) fn organisation(old: &Organisation, new: &Organisation, found: &mut Vec<What>) {
    value(
        Aspect::Title,
        Fact::text(&old.name),
        Fact::text(&new.name),
        found,
    );
    value(
        Aspect::Kind,
        Fact::OrganisationKind(old.kind),
        Fact::OrganisationKind(new.kind),
        found,
    );
    value(
        Aspect::Region,
        Fact::Region(old.region),
        Fact::Region(new.region),
        found,
    );
    value(
        Aspect::Delegation,
        Fact::item(old.delegation),
        Fact::item(new.delegation),
        found,
    );
    let number = |aspect, old, new, found: &mut Vec<What>| {
        value(aspect, Fact::Number(old), Fact::Number(new), found);
    };
    number(Aspect::StandsFor, old.stands_for, new.stands_for, found);
    number(Aspect::Unnamed, old.unnamed, new.unnamed, found);
}

pub(super) fn name(old: &Text, new: &Text, found: &mut Vec<What>) {
    value(Aspect::Title, Fact::text(old), Fact::text(new), found);
}

/// Puts down what is different about the delegations, rooms and teams, which have nothing but a name.
pub(super) fn names(old: &Event, new: &Event, found: &mut Vec<Change>) {
    listed(
        &old.delegations,
        &new.delegations,
        found,
        |old, new, found| {
            name(&old.name, &new.name, found);
        },
    );
    listed(&old.rooms, &new.rooms, found, |old, new, found| {
        name(&old.name, &new.name, found);
    });
    listed(&old.teams, &new.teams, found, |old, new, found| {
        name(&old.name, &new.name, found);
    });
}

/// Puts down what is different about the photos.
pub(super) fn photos(old: &Event, new: &Event, found: &mut Vec<Change>) {
    listed(&old.photos, &new.photos, found, photo);
}

pub(super) fn photo(old: &Photo, new: &Photo, found: &mut Vec<What>) {
    value(
        Aspect::Clearance,
        Fact::Clearance(old.clearance),
        Fact::Clearance(new.clearance),
        found,
    );
    value(
        Aspect::Number,
        Fact::number(old.number),
        Fact::number(new.number),
        found,
    );
    value(
        Aspect::Session,
        Fact::item(old.session),
        Fact::item(new.session),
        found,
    );
    value(
        Aspect::Caption,
        Fact::text(&old.caption),
        Fact::text(&new.caption),
        found,
    );
    value(
        Aspect::Credit,
        Fact::text(&old.credit),
        Fact::text(&new.credit),
        found,
    );
    value(
        Aspect::Alternative,
        Fact::text(&old.alternative),
        Fact::text(&new.alternative),
        found,
    );
    value(
        Aspect::Taken,
        Fact::moment(old.taken),
        Fact::moment(new.taken),
        found,
    );
    let is_another = old.file != new.file || old.hash != new.hash || old.size != new.size;
    for (aspect, differs) in [
        (Aspect::People, old.rows != new.rows),
        (Aspect::File, is_another),
    ] {
        found.extend(differs.then_some(What::Reworded(aspect)));
    }
}

/// Puts down which lists stand in another order. That of the sessions is told by their times, where any `moved`.
pub(super) fn orders(old: &Event, new: &Event, moved: bool, found: &mut Vec<Change>) {
    for (kind, is_other) in [
        (
            ItemKind::Session,
            !moved && reordered(&old.sessions, &new.sessions),
        ),
        (
            ItemKind::Agreement,
            reordered(&old.agreements, &new.agreements),
        ),
        (
            ItemKind::Participant,
            reordered(&old.participants, &new.participants),
        ),
        (
            ItemKind::Organisation,
            reordered(&old.organisations, &new.organisations),
        ),
        (
            ItemKind::Delegation,
            reordered(&old.delegations, &new.delegations),
        ),
        (ItemKind::Room, reordered(&old.rooms, &new.rooms)),
        (ItemKind::Team, reordered(&old.teams, &new.teams)),
        (ItemKind::Photo, reordered(&old.photos, &new.photos)),
    ] {
        found.extend(is_other.then_some(Change::of_event(What::Order(kind))));
    }
}

/// Whether the items that both lists have stand in another order.
fn reordered<T: Listed>(old: &Roll<T>, new: &Roll<T>) -> bool {
    let mut last = None;
    old.iter()
        .filter_map(|item| new.place(item.id()))
        .any(|place| {
            let is_behind = last.is_some_and(|last| last > place);
            last = Some(place);
            is_behind
        })
}
