//! What follows from an event: times, tallies, who appears where, how photos are numbered, and what is wrong.
//!
//! Computed in one place, once per state of the event; screens, papers, exports and captions all read it here.

mod checks;
pub mod lanes;
mod naming;
mod photos;
mod precedence;
mod reorder;
mod retime;
mod tallies;
mod timing;

use std::collections::HashMap;

use crate::model::{Event, ParticipantId, PhotoId, Role, SessionId, Who};

pub use checks::{Field, Mend, Problem, Severity, Subject, Trouble};
pub use naming::{Person, by_precedence, organisations_of, roster};
pub use precedence::{PersonMoved, shifted_person};
pub use reorder::reorder;
pub use retime::{Retimed, Scope, Target, Trim, close_gaps, move_block, retimed, shift, trim};
pub use tallies::{DelegationTally, Tallies};
pub use timing::{Begins, Day, Latest, Timed};

/// What follows from one state of an event.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// The days that have sessions or are announced, in order.
    pub days: Vec<Day>,
    /// How many people come, from where.
    pub tallies: Tallies,
    /// What is missing or clashes, the gravest first, without what was set aside.
    pub problems: Vec<Problem>,
    /// What is missing or clashes and was set aside, with the reason.
    pub set_aside: Vec<(Problem, String)>,
    timed: HashMap<SessionId, Timed>,
    appearances: HashMap<ParticipantId, Vec<(SessionId, Role)>>,
    photo_numbers: HashMap<PhotoId, u32>,
    photos_of: HashMap<Option<SessionId>, Vec<PhotoId>>,
    /// The places of each subject's problems in their list.
    problems_of: HashMap<Subject, Vec<usize>>,
}

impl Plan {
    /// Everything that follows from `event`.
    #[must_use]
    pub fn of(event: &Event) -> Self {
        let timed = timing::times(event);
        let mut plan = Self {
            days: timing::days(event, &timed),
            tallies: tallies::count(event),
            problems: Vec::new(),
            set_aside: Vec::new(),
            timed,
            appearances: appearances(event),
            photo_numbers: photos::numbers(event),
            photos_of: photos::by_session(event),
            problems_of: HashMap::new(),
        };
        let reasons = &event.details.set_aside;
        for problem in checks::all(event, &plan) {
            // Keys cost more than the rest of a check: they are made only where somebody has set something aside.
            let reason = (!reasons.is_empty())
                .then(|| reasons.get(&problem.key()))
                .flatten();
            match reason {
                Some(reason) => plan.set_aside.push((problem, reason.clone())),
                None => plan.problems.push(problem),
            }
        }
        for (place, problem) in plan.problems.iter().enumerate() {
            let places = plan.problems_of.entry(problem.subject).or_default();
            places.push(place);
        }
        plan
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
        let places = self
            .problems_of
            .get(&subject)
            .map_or(&[][..], Vec::as_slice);
        places.iter().filter_map(|&place| self.problems.get(place))
    }
}

fn appearances(event: &Event) -> HashMap<ParticipantId, Vec<(SessionId, Role)>> {
    let mut found: HashMap<_, Vec<_>> = HashMap::new();
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
