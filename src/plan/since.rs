//! What changed between two states of an event, so that only what follows from it is worked out again.

use std::sync::Arc;

use rustc_hash::FxHashSet;

use super::Plan;
use crate::model::{
    AgreementId, Event, ItemId, Listed, OrganisationId, ParticipantId, PhotoId, Roll, Session,
    SessionId, Who,
};

/// Parts of an event on which something that follows from it depends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Parts(u8);

impl Parts {
    /// Title, theme, host, venue, days.
    pub(super) const DETAILS: Self = Self(1);
    /// Which sessions there are, in which order, and when and where.
    pub(super) const TIMES: Self = Self(2);
    /// Who appears in which session.
    pub(super) const PEOPLE: Self = Self(4);
    /// Rooms.
    pub(super) const ROOMS: Self = Self(8);
    /// Participants' names.
    pub(super) const NAMES: Self = Self(16);
    /// Photos.
    pub(super) const PHOTOS: Self = Self(32);
    /// Participants, organisations and delegations, as far as they are counted.
    pub(super) const COUNTS: Self = Self(64);

    /// These and those.
    pub(super) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether any of those is among these.
    pub(super) const fn has_any(self, of: Self) -> bool {
        self.0 & of.0 != 0
    }

    fn add(&mut self, other: Self, when: bool) {
        if when {
            *self = self.and(other);
        }
    }
}

/// What changed in one list.
struct Changed<I> {
    /// What is new, gone or different.
    items: Vec<I>,
    /// Whether others are there, or in another order.
    is_another_list: bool,
}

impl<I> Changed<I> {
    fn is_nothing(&self) -> bool {
        self.items.is_empty() && !self.is_another_list
    }
}

/// Items that are shared are the same: nothing is compared but where they are.
fn changed<T: Listed>(before: &Roll<T>, after: &Roll<T>) -> Changed<T::Id> {
    let mut items = Vec::new();
    if before.shares_all_with(after) {
        return Changed {
            items,
            is_another_list: false,
        };
    }
    let mut is_another_list = before.len() != after.len();
    if !is_another_list {
        for (old, new) in before.iter().zip(after) {
            if Arc::ptr_eq(old, new) {
                continue;
            }
            if old.id() == new.id() {
                items.push(new.id());
            } else {
                is_another_list = true;
                break;
            }
        }
    }
    if is_another_list {
        items.clear();
        let is_new = |new: &&Arc<T>| {
            let old = before.get(new.id());
            !old.is_some_and(|old| Arc::ptr_eq(old, new))
        };
        items.extend(after.iter().filter(is_new).map(|new| new.id()));
        let is_gone = |old: &&Arc<T>| !after.contains(old.id());
        items.extend(before.iter().filter(is_gone).map(|old| old.id()));
    }
    Changed {
        items,
        is_another_list,
    }
}

/// What changed between two states of an event.
pub(super) struct Since<'a> {
    before: &'a Event,
    after: &'a Event,
    sessions: Changed<SessionId>,
    participants: Changed<ParticipantId>,
    organisations: Changed<OrganisationId>,
    agreements: Changed<AgreementId>,
    photos: Changed<PhotoId>,
    /// The parts that changed.
    pub(super) parts: Parts,
    /// Whether what was set aside changed.
    pub(super) set_aside: bool,
    /// Whether so much follows from what changed that all is worked out again.
    pub(super) is_all: bool,
}

impl<'a> Since<'a> {
    /// Compares two states of an event.
    pub(super) fn between(before: &'a Event, after: &'a Event) -> Self {
        let (old, new) = (&before.details, &after.details);
        let delegations = changed(&before.delegations, &after.delegations);
        let rooms = changed(&before.rooms, &after.rooms);
        let mut since = Self {
            before,
            after,
            sessions: changed(&before.sessions, &after.sessions),
            participants: changed(&before.participants, &after.participants),
            organisations: changed(&before.organisations, &after.organisations),
            agreements: changed(&before.agreements, &after.agreements),
            photos: changed(&before.photos, &after.photos),
            parts: Parts::default(),
            set_aside: old.set_aside != new.set_aside,
            is_all: before.id != after.id
                || old.languages != new.languages
                || old.days != new.days
                || before.rooms.is_empty() != after.rooms.is_empty(),
        };
        let (times, people) = since.times_and_people();
        let names = since.participants.is_another_list
            || since.participants.items.iter().any(|id| {
                let name = |event: &'a Event| event.participants.get(*id).map(|one| &one.name);
                name(before) != name(after)
            });
        let counts = !since.participants.is_nothing()
            || !since.organisations.is_nothing()
            || !delegations.is_nothing();
        let parts = &mut since.parts;
        parts.add(Parts::DETAILS, old != new);
        parts.add(Parts::TIMES, times || old.closing != new.closing);
        parts.add(Parts::PEOPLE, people);
        parts.add(Parts::ROOMS, !rooms.is_nothing());
        parts.add(Parts::NAMES, names);
        parts.add(
            Parts::PHOTOS,
            !since.photos.is_nothing() || since.sessions.is_another_list,
        );
        parts.add(Parts::COUNTS, counts);
        since
    }

    /// Whether times, and who appears where, are others.
    fn times_and_people(&self) -> (bool, bool) {
        let is_another = self.sessions.is_another_list;
        let differs = |differ: fn(&Session, &Session) -> bool| {
            self.sessions.items.iter().any(|id| {
                let (old, new) = (self.before.sessions.get(*id), self.after.sessions.get(*id));
                old.zip(new).is_none_or(|(old, new)| differ(old, new))
            })
        };
        let times = differs(|old, new| {
            (old.day, old.room, old.start) != (new.day, new.room, new.start)
                || (old.length, old.until) != (new.length, new.until)
        });
        let people = differs(|old, new| old.people != new.people);
        (is_another || times, is_another || people)
    }

    /// The items whose checks could find something else now.
    pub(super) fn dirty(&self, old: &Plan, new: &Plan) -> FxHashSet<ItemId> {
        let mut sessions: FxHashSet<SessionId> = self.sessions.items.iter().copied().collect();
        if self.parts.has_any(Parts::TIMES) {
            let is_retimed = |id: SessionId| old.timed(id) != new.timed(id);
            // Whether two overlap follows from the times of both, also where only the first of them is moved.
            let is_behind_it = |id: SessionId| {
                let previous = new.timed(id).and_then(|timed| timed.previous);
                previous.is_some_and(is_retimed)
            };
            let all = self.after.sessions.iter().map(|session| session.id);
            sessions.extend(all.filter(|id| is_retimed(*id) || is_behind_it(*id)));
        }
        let mut dirty: FxHashSet<ItemId> = FxHashSet::default();
        let both = [self.before, self.after];
        for event in both {
            for session in sessions.iter().filter_map(|id| event.sessions.get(*id)) {
                for one in &session.people {
                    if let Who::Person(person) = one.who {
                        dirty.insert(person.into());
                    }
                }
            }
            // What is signed in a session, and who signs, tell of one another.
            for agreement in &event.agreements {
                let is_changed = self.agreements.items.contains(&agreement.id);
                if is_changed {
                    let signatories = agreement.parties.iter().filter_map(|one| one.signatory);
                    let people = agreement.witnesses.iter().copied().chain(signatories);
                    dirty.extend(people.map(ItemId::from));
                    dirty.extend(agreement.session.map(ItemId::from));
                }
                if is_changed || agreement.session.is_some_and(|id| sessions.contains(&id)) {
                    dirty.insert(agreement.id.into());
                }
            }
        }
        if self.sessions.is_another_list {
            // What is said of somebody is in the order of their sessions, which may be another without any change of these.
            let people = self.after.participants.iter().map(|person| person.id);
            let is_other = |id: &ParticipantId| old.appearances(*id) != new.appearances(*id);
            dirty.extend(people.filter(is_other).map(ItemId::from));
        }
        for plan in [old, new] {
            for id in &sessions {
                let photos = plan.photos_of(Some(*id)).iter();
                dirty.extend(photos.map(|photo| ItemId::from(*photo)));
            }
        }
        dirty.extend(sessions.into_iter().map(ItemId::from));
        dirty.extend(self.participants.items.iter().map(|id| ItemId::from(*id)));
        dirty.extend(self.organisations.items.iter().map(|id| ItemId::from(*id)));
        dirty.extend(self.agreements.items.iter().map(|id| ItemId::from(*id)));
        dirty.extend(self.photos.items.iter().map(|id| ItemId::from(*id)));
        dirty
    }

    /// Whether the list of problems would stand in another order.
    pub(super) fn is_reordered(&self) -> bool {
        self.sessions.is_another_list
            || self.participants.is_another_list
            || self.organisations.is_another_list
            || self.agreements.is_another_list
            || self.photos.is_another_list
    }
}
