//! What is missing or clashes. One function a check, one line in the list.

mod agreements;
mod event;
mod key;
mod mend;
mod people;
mod photos;
mod sessions;
mod texts;

use jiff::civil::{Date, DateTime};

pub use mend::Mend;

use super::Plan;
use crate::model::{Event, ItemId, Lang, ParticipantId, RoomId, SessionId};

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

/// The field of the subject's form where the problem is mended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// Title, or name of an item that has no other.
    Title,
    /// The theme of the event.
    Theme,
    /// The host of the event.
    Host,
    /// The venue of the event.
    Venue,
    /// The days of the event, or the day of a session.
    Day,
    /// When a session starts.
    Start,
    /// The room of a session.
    Room,
    /// Who appears.
    People,
    /// The name of a person.
    Name,
    /// The post of a person.
    Post,
    /// The organisation of a person.
    Organisation,
    /// Whether a person comes.
    Attendance,
    /// When a person can be there.
    Window,
    /// The parties of an agreement.
    Parties,
    /// The witnesses of an agreement.
    Witnesses,
    /// The session of an agreement or a photo.
    Session,
    /// The caption of a photo.
    Caption,
    /// The credit of a photo.
    Credit,
    /// The alternative text of a photo.
    Alternative,
    /// Whether a photo may go out.
    Clearance,
}

/// What is wrong: the facts of its sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The event has no day.
    NoDays,
    /// The event has no session.
    NoSessions,
    /// The text of the field is missing in this language.
    TextMissing(Lang),
    /// Two sessions are in one room at once: the other one, the room, the minutes that they share.
    RoomClash(SessionId, RoomId, i64),
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
    pub field: Field,
    /// What is wrong.
    pub trouble: Trouble,
}

/// A check looks at the event and what follows from it, and notes what it finds.
type Check = fn(&Event, &Plan, &mut Vec<Problem>);

const CHECKS: &[Check] = &[
    event::days,
    event::something_happens,
    event::unused_rooms,
    texts::details,
    texts::sessions,
    texts::participants,
    texts::organisations,
    texts::agreements,
    texts::photos,
    sessions::overlaps,
    sessions::ends,
    sessions::rooms,
    sessions::days,
    sessions::midnight,
    sessions::casts,
    people::names,
    people::two_places,
    people::windows,
    people::declined,
    people::nowhere,
    people::namesakes,
    agreements::sessions,
    agreements::parties,
    agreements::witnesses,
    photos::clearance,
    photos::placed,
    photos::named,
    photos::front_row,
    photos::numbers,
    photos::hours,
];

/// Everything that is wrong, the gravest first.
pub(super) fn all(event: &Event, plan: &Plan) -> Vec<Problem> {
    let mut problems = Vec::new();
    for check in CHECKS {
        check(event, plan, &mut problems);
    }
    problems.sort_by_key(|problem| problem.severity);
    problems
}

fn found(
    severity: Severity,
    subject: impl Into<ItemId>,
    field: Field,
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
