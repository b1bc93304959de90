//! What is missing or clashes. One function a check, one line in a list: that of the kind of item it looks at, or of
//! the event as a whole.

mod agreements;
mod event;
mod key;
mod mend;
mod people;
mod photos;
mod sessions;
mod texts;

use std::sync::Arc;

use jiff::civil::{Date, DateTime};
use rustc_hash::FxHashMap;

pub use key::field_key;
pub use mend::Mend;

use super::{Plan, since::Parts};
use crate::model::{
    Agreement, Event, FieldId, ItemId, Lang, Organisation, Participant, ParticipantId, Photo,
    PhotoId, RoomId, Session, SessionId,
};

/// How grave a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// It cannot happen as it is written.
    Clash,
    /// Something that a paper needs is not there.
    Missing,
    /// Worth a look.
    Look,
}

/// What a problem is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// The event as a whole.
    Event,
    /// One of its items.
    Item(ItemId),
}

/// What is wrong: the facts of its sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The event has no day.
    NoDays,
    /// The event has no session.
    NoSessions,
    /// The event's time zone is none: what stands there.
    UnknownZone(String),
    /// The text of the field is missing in this language.
    TextMissing(Lang),
    /// Two sessions are in one room at once: the other one, the room, the minutes that they share.
    RoomClash(SessionId, RoomId, i64),
    /// With how many more sessions it clashes in a room than are told one by one: in which, and how many.
    MoreClashes(RoomId, usize),
    /// The session starts before the one it stands behind has ended: which, and by how many minutes.
    Overlap(SessionId, i64),
    /// What goes before leaves it no time until its fixed end: how many minutes too much that is.
    Overrun(i64),
    /// Its fixed end leaves it fewer minutes than it can do with: how many, and how many it needs.
    TooShort(i64, i64),
    /// A person is in two sessions at once: who, and the other session.
    PersonClash(ParticipantId, SessionId),
    /// The session begins before this person arrives.
    BeforeArrival(ParticipantId, DateTime),
    /// The session ends after this person leaves.
    AfterLeaving(ParticipantId, DateTime),
    /// This person has declined.
    Declined(ParticipantId),
    /// The session is on a day that is not of the event.
    OutsideDays(Date),
    /// The session goes past midnight.
    PastMidnight,
    /// The session ends after the closing hour of its day: which, and how many minutes after it.
    PastClosing(DateTime, i64),
    /// Nobody speaks.
    NoSpeaker,
    /// A panel without a moderator.
    NoModerator,
    /// A panel without panellists.
    NoPanellists,
    /// A signing in which nobody signs.
    NoSignatory,
    /// A signing or an agreement without a witness.
    NoWitness,
    /// A signing without an agreement.
    NoAgreement,
    /// The session is in no room.
    NoRoom,
    /// The room of the session is none of the event's.
    UnknownRoom,
    /// A person without a name.
    NoName,
    /// A person on the programme without a honorific, in this language.
    NoHonorific(Lang),
    /// A person who appears nowhere.
    AppearsNowhere,
    /// Two people have one name: the other one.
    SameName(ParticipantId),
    /// An agreement that is signed in no session.
    NotScheduled,
    /// A party without a signatory, counted from 1.
    PartyWithoutSignatory(usize),
    /// A party without an organisation, counted from 1.
    PartyWithoutOrganisation(usize),
    /// A photo that nobody has cleared or held back.
    NotCleared,
    /// A photo that belongs to no session.
    NotPlaced,
    /// A photo in which nobody is named.
    NobodyNamed,
    /// A photo with people behind, but nobody named in the front row.
    FrontRowUnnamed,
    /// Two photos have one number.
    SameNumber(u32),
    /// Two photos of different pictures have names of files that are one on some system: the other photo.
    SameFile(PhotoId),
    /// A photo that was taken outside the hours of its session.
    TakenOutside(DateTime),
    /// A room in which nothing happens.
    UnusedRoom,
}

/// One thing that is missing or clashes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// How grave it is.
    pub severity: Severity,
    /// What it is about.
    pub subject: Subject,
    /// Where it is mended.
    pub field: FieldId,
    /// What is wrong.
    pub trouble: Trouble,
}

/// A check of one item looks at it, and at what follows from the event, and notes what it finds.
type ItemCheck<T> = fn(&T, &Event, &Plan, &mut Vec<Problem>);

/// A check of the event as a whole.
type EventCheck = fn(&Event, &Plan, &mut Vec<Problem>);

/// The checks of the event, each with the parts of it that they look at.
const EVENT: &[(EventCheck, Parts)] = &[
    (event::days, Parts::DETAILS),
    (event::zone, Parts::DETAILS),
    (event::something_happens, Parts::TIMES),
    (texts::details, Parts::DETAILS),
    (sessions::rooms, Parts::TIMES),
    (sessions::unknown_rooms, Parts::TIMES.and(Parts::ROOMS)),
    (event::unused_rooms, Parts::TIMES.and(Parts::ROOMS)),
    (people::namesakes, Parts::NAMES),
    (photos::numbers, Parts::PHOTOS),
    (photos::files, Parts::PHOTOS),
];

const SESSIONS: &[ItemCheck<Session>] = &[
    texts::sessions,
    sessions::overlaps,
    sessions::ends,
    sessions::days,
    sessions::past_the_day,
    sessions::casts,
];

const PARTICIPANTS: &[ItemCheck<Participant>] = &[
    texts::participants,
    people::names,
    people::two_places,
    people::windows,
    people::declined,
    people::nowhere,
];

const ORGANISATIONS: &[ItemCheck<Organisation>] = &[texts::organisations];

const AGREEMENTS: &[ItemCheck<Agreement>] = &[
    texts::agreements,
    agreements::sessions,
    agreements::parties,
    agreements::witnesses,
];

const PHOTOS: &[ItemCheck<Photo>] = &[
    texts::photos,
    photos::clearance,
    photos::placed,
    photos::named,
    photos::front_row,
    photos::hours,
];

/// What the checks found, by what they looked at, so that only what changed has to be looked at again.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Findings {
    /// Of each check of the event, in their order.
    event: Vec<Arc<[Problem]>>,
    /// Of the checks of each item that has problems.
    items: FxHashMap<ItemId, Arc<[Problem]>>,
}

impl Findings {
    /// What all checks find.
    pub(super) fn of(event: &Event, plan: &Plan) -> Self {
        let mut found = Self {
            event: EVENT
                .iter()
                .map(|(check, _)| collected(|problems| check(event, plan, problems)))
                .collect(),
            items: FxHashMap::default(),
        };
        for id in every_item(event) {
            found.look_again(id, event, plan);
        }
        found
    }

    /// Looks again at the parts of the event that changed, and at these items. Whether anything else was found.
    pub(super) fn refresh(
        &mut self,
        parts: Parts,
        items: impl Iterator<Item = ItemId>,
        event: &Event,
        plan: &Plan,
    ) -> bool {
        let mut is_other = false;
        for ((check, looks_at), had) in EVENT.iter().zip(&mut self.event) {
            if parts.has_any(*looks_at) {
                let found = collected(|problems| check(event, plan, problems));
                is_other |= *had != found;
                *had = found;
            }
        }
        for id in items {
            is_other |= self.look_again(id, event, plan);
        }
        is_other
    }

    fn look_again(&mut self, id: ItemId, event: &Event, plan: &Plan) -> bool {
        let found = collected(|problems| look_at(id, event, plan, problems));
        if found.is_empty() {
            return self.items.remove(&id).is_some();
        }
        let had = self.items.insert(id, Arc::clone(&found));
        had.is_none_or(|had| had != found)
    }

    /// All of it, the gravest first; then as the event lists what it is about.
    pub(super) fn all(&self, event: &Event) -> Vec<Problem> {
        let of_items = every_item(event).filter_map(|id| self.items.get(&id));
        let all = self.event.iter().chain(of_items);
        let mut problems: Vec<Problem> = all.flat_map(|found| found.iter().cloned()).collect();
        problems.sort_by_key(|problem| problem.severity);
        problems
    }
}

fn collected(check: impl FnOnce(&mut Vec<Problem>)) -> Arc<[Problem]> {
    let mut problems = Vec::new();
    check(&mut problems);
    problems.into()
}

/// Every item of which there are checks.
fn every_item(event: &Event) -> impl Iterator<Item = ItemId> {
    let sessions = event.sessions.iter().map(|one| one.id.into());
    let participants = event.participants.iter().map(|one| one.id.into());
    let organisations = event.organisations.iter().map(|one| one.id.into());
    let agreements = event.agreements.iter().map(|one| one.id.into());
    let photos = event.photos.iter().map(|one| one.id.into());
    sessions
        .chain(participants)
        .chain(organisations)
        .chain(agreements)
        .chain(photos)
}

/// Runs the checks of one item.
fn look_at(id: ItemId, event: &Event, plan: &Plan, problems: &mut Vec<Problem>) {
    fn run<T>(
        checks: &[ItemCheck<T>],
        item: Option<&Arc<T>>,
        event: &Event,
        plan: &Plan,
        problems: &mut Vec<Problem>,
    ) {
        if let Some(item) = item {
            for check in checks {
                check(item, event, plan, problems);
            }
        }
    }
    match id {
        ItemId::Session(id) => run(SESSIONS, event.sessions.get(id), event, plan, problems),
        ItemId::Participant(id) => {
            run(
                PARTICIPANTS,
                event.participants.get(id),
                event,
                plan,
                problems,
            );
        }
        ItemId::Organisation(id) => {
            run(
                ORGANISATIONS,
                event.organisations.get(id),
                event,
                plan,
                problems,
            );
        }
        ItemId::Agreement(id) => run(AGREEMENTS, event.agreements.get(id), event, plan, problems),
        ItemId::Photo(id) => run(PHOTOS, event.photos.get(id), event, plan, problems),
        ItemId::Delegation(_) | ItemId::Room(_) | ItemId::Team(_) => {}
    }
}

fn found(
    severity: Severity,
    subject: impl Into<ItemId>,
    field: FieldId,
    trouble: Trouble,
) -> Problem {
    Problem {
        severity,
        subject: Subject::Item(subject.into()),
        field,
        trouble,
    }
}

#[cfg(test)]
mod tests;
