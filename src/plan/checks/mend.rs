//! What would mend a problem, where that is obvious.

use std::collections::HashSet;

use jiff::civil::{Date, DateTime};

use super::{Problem, Subject, Trouble};
use crate::{
    model::{
        Agreement, BatchName, Edit, Event, FieldId, ItemId, ParticipantId, Photo, RoomId, Session,
        SessionId, SessionKind, Start, Who,
    },
    plan::{Keeps, Plan, Timed, trim},
};

/// What would mend a problem: the facts of a short name for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mend {
    /// The session follows what goes before it.
    Follow(SessionId),
    /// The session starts then.
    StartAt(SessionId, DateTime),
    /// Lengths before this session give way, by their slack.
    Trim(SessionId),
    /// The person does not appear in the session.
    TakeOut(ParticipantId, SessionId),
    /// The session goes into this room.
    PutInRoom(SessionId, RoomId),
    /// The session is in no room.
    LeaveRoom(SessionId),
    /// The event's time zone is spelt as it is meant.
    SpellZone,
    /// The day is one of the event's.
    AddDay(Date),
    /// The item belongs to this session: an agreement that is signed in it, a photo of it.
    Belongs(ItemId, SessionId),
    /// The photo gets the event's usual credit.
    UsualCredit(ItemId),
    /// The photo's number is counted.
    CountNumber(ItemId),
    /// The photo's file gets a name of its own.
    RenameFile(ItemId),
    /// The item goes.
    Remove(ItemId),
}

impl Problem {
    /// What would mend it, where that is obvious and can be done.
    #[must_use]
    pub fn mend(&self, event: &Event, plan: &Plan) -> Option<Mend> {
        let mend = match (&self.trouble, self.subject) {
            (Trouble::Overlap(..) | Trouble::Overrun(_), Subject::Item(ItemId::Session(id))) => {
                let fits = trim(event, plan, id).is_some_and(|trim| {
                    trim.keeps == Keeps::Session(id)
                        && trim.left.is_zero()
                        && !trim.shorter.is_empty()
                });
                match (&self.trouble, fits) {
                    (_, true) => Some(Mend::Trim(id)),
                    (Trouble::Overlap(..), false) => Some(Mend::Follow(id)),
                    _ => None,
                }
            }
            (Trouble::PastClosing(..), Subject::Item(ItemId::Session(id))) => {
                let late = plan.timed(id)?.late;
                let fits = trim(event, plan, id).is_some_and(|trim| {
                    matches!(trim.keeps, Keeps::Closing(_))
                        && trim.left.is_zero()
                        && trim.over >= late
                });
                fits.then_some(Mend::Trim(id))
            }
            (Trouble::BeforeArrival(_, arrives), Subject::Item(ItemId::Session(id))) => {
                Some(Mend::StartAt(id, *arrives))
            }
            (Trouble::AfterLeaving(_, leaves), Subject::Item(ItemId::Session(id))) => plan
                .timed(id)
                .map(Timed::length)
                .and_then(|length| leaves.checked_sub(length).ok())
                .map(|start| Mend::StartAt(id, start)),
            (Trouble::Declined(person), Subject::Item(ItemId::Session(id))) => {
                Some(Mend::TakeOut(*person, id))
            }
            (Trouble::NoRoom | Trouble::UnknownRoom, Subject::Item(ItemId::Session(id))) => {
                match (event.rooms.len(), &self.trouble) {
                    (1, _) => event.rooms.at(0).map(|room| Mend::PutInRoom(id, room.id)),
                    (_, Trouble::UnknownRoom) => Some(Mend::LeaveRoom(id)),
                    _ => None,
                }
            }
            (Trouble::UnknownZone(_), _) => Some(Mend::SpellZone),
            (Trouble::OutsideDays(date), _) => Some(Mend::AddDay(*date)),
            (Trouble::NotScheduled, Subject::Item(agreement)) => {
                only_signing(event).map(|session| Mend::Belongs(agreement, session))
            }
            (
                Trouble::NotPlaced | Trouble::TakenOutside(_),
                Subject::Item(photo @ ItemId::Photo(id)),
            ) => {
                let taken = event.photos.get(id).and_then(|photo| photo.taken);
                taken
                    .and_then(|taken| going_on_at(event, plan, taken))
                    .map(|session| Mend::Belongs(photo, session))
            }
            (Trouble::TextMissing(lang), Subject::Item(photo @ ItemId::Photo(_)))
                if self.field == FieldId::PhotoCredit =>
            {
                let usual = event.details.usual_credit.text(lang);
                (!usual.trim().is_empty()).then_some(Mend::UsualCredit(photo))
            }
            (Trouble::SameNumber(_), Subject::Item(photo)) => Some(Mend::CountNumber(photo)),
            (Trouble::SameFile(_), Subject::Item(photo)) => Some(Mend::RenameFile(photo)),
            (Trouble::UnusedRoom, Subject::Item(room)) => Some(Mend::Remove(room)),
            _ => None,
        }?;
        mend.edit(event, plan).map(|_| mend)
    }
}

impl Mend {
    /// The edit that mends. None where there is nothing to change.
    #[must_use]
    pub fn edit(&self, event: &Event, plan: &Plan) -> Option<Edit> {
        let session = |id: SessionId, change: &dyn Fn(&mut Session)| {
            let old = event.sessions.get(id)?;
            let mut session = (**old).clone();
            change(&mut session);
            (session != **old).then(|| Edit::from(session))
        };
        let photo = |id: ItemId, change: &dyn Fn(&mut Photo)| {
            let ItemId::Photo(id) = id else { return None };
            let old = event.photos.get(id)?;
            let mut photo = (**old).clone();
            change(&mut photo);
            (photo != **old).then(|| Edit::from(photo))
        };
        let edit = match *self {
            Self::Follow(id) => session(id, &|session| session.start = Start::Follows),
            Self::StartAt(id, start) => {
                // A start on another day would mean another day of the run-of-show: that is for a person to decide.
                let day = event.sessions.get(id)?.day;
                (start.date() == day)
                    .then(|| session(id, &|session| session.start = Start::Fixed(start.time())))?
            }
            Self::Trim(id) => return trim(event, plan, id)?.edit(event),
            Self::TakeOut(person, id) => session(id, &|session| {
                session.people.retain(|one| one.who != Who::Person(person));
            }),
            Self::PutInRoom(id, room) => session(id, &|session| session.room = Some(room)),
            Self::LeaveRoom(id) => session(id, &|session| session.room = None),
            Self::SpellZone => {
                let mut details = event.details.clone();
                details.time_zone = details.zone_meant()?;
                Some(Edit::Details(Box::new(details)))
            }
            Self::AddDay(date) => {
                let mut details = event.details.clone();
                details
                    .days
                    .insert(date)
                    .then(|| Edit::Details(Box::new(details)))
            }
            Self::Belongs(ItemId::Agreement(id), session) => {
                let old = event.agreements.get(id)?;
                Some(Edit::from(Agreement {
                    session: Some(session),
                    ..(**old).clone()
                }))
            }
            Self::Belongs(id, session) => photo(id, &|photo| photo.session = Some(session)),
            Self::UsualCredit(id) => photo(id, &|photo| {
                for (lang, credit) in event.details.usual_credit.iter() {
                    if photo.credit.text(lang).trim().is_empty() {
                        photo.credit.set(lang, credit.to_owned());
                    }
                }
            }),
            Self::CountNumber(id) => photo(id, &|photo| photo.number = None),
            Self::RenameFile(id) => photo(id, &|photo| {
                let names: HashSet<_> = event.photos.iter().map(|one| one.file.key()).collect();
                photo.file = photo.file.first_free(|key| names.contains(key));
            }),
            Self::Remove(id) => event.contains(id).then_some(Edit::Remove(id)),
        }?;
        Some(Edit::Batch(BatchName::Mend, vec![edit]))
    }
}

/// The signing of the event, if it has one only.
fn only_signing(event: &Event) -> Option<SessionId> {
    let mut signings = event
        .sessions
        .iter()
        .filter(|session| session.kind == SessionKind::Signing);
    match (signings.next(), signings.next()) {
        (Some(session), None) => Some(session.id),
        _ => None,
    }
}

/// The session during which a photo was taken, if there is one only.
fn going_on_at(event: &Event, plan: &Plan, taken: DateTime) -> Option<SessionId> {
    let goes_on = |timed: &Timed| timed.start <= taken && taken < timed.end;
    let mut going_on = event
        .sessions
        .iter()
        .filter(|session| plan.timed(session.id).is_some_and(goes_on));
    match (going_on.next(), going_on.next()) {
        (Some(session), None) => Some(session.id),
        _ => None,
    }
}
