//! What follows from an event: times, tallies, who appears where, how photos are numbered, and what is wrong.
//!
//! Computed in one place, once per state of the event; screens, papers, exports and captions all read it here.

pub mod changes;
mod checks;
pub mod lanes;
pub mod merge;
mod naming;
mod path;
mod photos;
mod precedence;
mod reorder;
mod retime;
mod since;
mod tallies;
mod timing;

use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::model::{Event, ParticipantId, PhotoId, Role, SessionId, Who};

pub use changes::Changes;
use checks::Findings;
pub use checks::{Mend, Problem, Severity, Subject, Trouble, field_key};
pub use naming::{Person, by_precedence, organisations_of, roster};
pub use path::{FieldPath, Part};
pub use precedence::{PersonMoved, shifted_person};
pub use reorder::reorder;
pub use retime::{
    Keeps, Retimed, Scope, Target, Trim, close_gaps, move_block, retimed, shift, trim,
};
use since::{Parts, Since};
pub use tallies::{DelegationTally, Tallies};
pub use timing::{Begins, Day, Latest, Timed};

/// What follows from one state of an event. Copying it is cheap: copies share what they are made of.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    /// The days that have sessions or are announced, in order.
    pub days: Arc<Vec<Day>>,
    /// How many people come, from where.
    pub tallies: Arc<Tallies>,
    /// What is missing or clashes, the gravest first, without what was set aside.
    pub problems: Arc<Vec<Problem>>,
    /// What is missing or clashes and was set aside, with the reason.
    pub set_aside: Arc<Vec<(Problem, String)>>,
    timed: Arc<FxHashMap<SessionId, Timed>>,
    appearances: Arc<FxHashMap<ParticipantId, Vec<(SessionId, Role)>>>,
    photo_numbers: Arc<FxHashMap<PhotoId, u32>>,
    photos_of: Arc<FxHashMap<Option<SessionId>, Vec<PhotoId>>>,
    /// What each problem is about and its place in the list, in order.
    subjects: Arc<Vec<(Subject, usize)>>,
    findings: Arc<Findings>,
}

impl Plan {
    /// Everything that follows from `event`.
    #[must_use]
    pub fn of(event: &Event) -> Self {
        let timed = timing::times(event);
        let mut plan = Self {
            days: timing::days(event, &timed).into(),
            tallies: tallies::count(event).into(),
            timed: timed.into(),
            appearances: appearances(event).into(),
            photo_numbers: photos::numbers(event).into(),
            photos_of: photos::by_session(event).into(),
            ..Self::default()
        };
        plan.findings = Findings::of(event, &plan).into();
        plan.list_problems(event);
        plan
    }

    /// Everything that follows from `after`, where this follows from `before`: the same as [`Plan::of`], but only what
    /// changed between the two is worked out again.
    #[must_use]
    pub fn after(&self, before: &Event, after: &Event) -> Self {
        let since = Since::between(before, after);
        if since.is_all {
            return Self::of(after);
        }
        let mut plan = self.clone();
        let parts = since.parts;
        if parts.has_any(Parts::TIMES) {
            let timed = timing::times(after);
            plan.days = timing::days(after, &timed).into();
            plan.timed = timed.into();
        }
        if parts.has_any(Parts::PEOPLE) {
            plan.appearances = appearances(after).into();
        }
        if parts.has_any(Parts::PHOTOS) {
            plan.photo_numbers = photos::numbers(after).into();
            plan.photos_of = photos::by_session(after).into();
        }
        if parts.has_any(Parts::COUNTS) {
            plan.tallies = tallies::count(after).into();
        }
        let dirty = since.dirty(self, &plan);
        let mut findings = Arc::clone(&self.findings);
        let is_other = (parts != Parts::default() || !dirty.is_empty())
            && Arc::make_mut(&mut findings).refresh(parts, dirty.into_iter(), after, &plan);
        plan.findings = findings;
        if is_other || since.set_aside || since.is_reordered() {
            plan.list_problems(after);
        }
        plan
    }

    /// Lists what was found, and what of it was set aside.
    fn list_problems(&mut self, event: &Event) {
        let reasons = &event.details.set_aside;
        let mut problems = self.findings.all(event);
        let mut set_aside = Vec::new();
        // Keys cost more than the rest of a check: they are made only where somebody has set something aside.
        if !reasons.is_empty() {
            problems.retain(|problem| match reasons.get(&problem.key()) {
                Some(reason) => {
                    set_aside.push((problem.clone(), reason.clone()));
                    false
                }
                None => true,
            });
        }
        let places = problems.iter().enumerate();
        let mut subjects: Vec<_> = places.map(|(place, one)| (one.subject, place)).collect();
        subjects.sort_unstable();
        self.subjects = subjects.into();
        self.problems = problems.into();
        self.set_aside = set_aside.into();
    }

    /// When a session starts and ends. None if the session is not in the event.
    #[must_use]
    pub fn timed(&self, session: SessionId) -> Option<&Timed> {
        self.timed.get(&session)
    }

    /// In which sessions a person appears, as what, in the order of the run-of-show.
    #[must_use]
    pub fn appearances(&self, person: ParticipantId) -> &[(SessionId, Role)] {
        self.appearances.get(&person).map_or(&[], Vec::as_slice)
    }

    /// The number of a photo on the photo sheet, from 1. Held-back photos have none.
    #[must_use]
    pub fn photo_number(&self, photo: PhotoId) -> Option<u32> {
        self.photo_numbers.get(&photo).copied()
    }

    /// The photos of a session, or those that are not placed, in the order of the event's list.
    #[must_use]
    pub fn photos_of(&self, session: Option<SessionId>) -> &[PhotoId] {
        self.photos_of.get(&session).map_or(&[], Vec::as_slice)
    }

    /// The photo that stands first when photos are shown by session.
    #[must_use]
    pub fn first_photo(&self) -> Option<PhotoId> {
        let sessions = self
            .days
            .iter()
            .flat_map(|day| &day.sessions)
            .map(|id| Some(*id));
        sessions
            .chain([None])
            .find_map(|session| self.photos_of(session).first())
            .copied()
    }

    /// What is wrong with one item, or with the event as a whole.
    pub fn problems_of(&self, subject: Subject) -> impl Iterator<Item = &Problem> {
        let first = self.subjects.partition_point(|(of, _)| *of < subject);
        let of_it = self.subjects[first..].iter();
        of_it
            .take_while(move |(of, _)| *of == subject)
            .filter_map(|(_, place)| self.problems.get(*place))
    }
}

fn appearances(event: &Event) -> FxHashMap<ParticipantId, Vec<(SessionId, Role)>> {
    let mut found: FxHashMap<_, Vec<_>> = FxHashMap::default();
    for session in &event.sessions {
        for appearance in &session.people {
            if let Who::Person(person) = appearance.who {
                found
                    .entry(person)
                    .or_default()
                    .push((session.id, appearance.role));
            }
        }
    }
    found
}
