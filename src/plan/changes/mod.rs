//! What is different between two states of an event, as facts from which sentences are made.
//!
//! Items are compared by identity and field. What merely follows from another change is told once: a run of sessions
//! that all start five minutes later is one change, not one a session.

mod cast;
mod items;
mod people;
mod restore;
mod sessions;
mod shifts;
mod steps;

use jiff::{
    SignedDuration,
    civil::{Date, DateTime, Time},
};

use super::Subject;
use crate::model::{
    Attendance, Audience, Clearance, Event, Item, ItemId, ItemKind, Lang, Length, Localised, Name,
    Offset, OrganisationKind, ParticipantId, Region, Role, RoomId, SessionId, SessionKind, TeamId,
    Text, Who,
};

pub use restore::{restore, share};

/// The field that has another value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Aspect {
    /// Title, or name of an item that has no other.
    Title,
    /// What the event is about.
    Theme,
    /// Who invites.
    Host,
    /// Who invites with the host.
    CoHosts,
    /// What the event belongs to.
    Occasion,
    /// What comes next.
    Next,
    /// Where the event is.
    Venue,
    /// By when the venue must be left, on every day or on one.
    Closing(Option<Date>),
    /// The zone in which every time is meant.
    TimeZone,
    /// The languages of the event.
    Languages,
    /// The credit that a new photo starts with.
    UsualCredit,
    /// How the house writes.
    Style,
    /// Which problems are left as they are.
    SetAside,
    /// The kind of a session or of an organisation.
    Kind,
    /// What a session is about.
    Summary,
    /// How a session's start is decided.
    Start,
    /// How long a session lasts.
    Length,
    /// The time at which a session ends, whatever goes before.
    Until,
    /// How much of its length a session can give.
    Slack,
    /// Where a session is.
    Room,
    /// Who sees a session.
    Audience,
    /// The responsible officer.
    Officer,
    /// Remarks for the staff.
    Remarks,
    /// A person's name.
    Name,
    /// A person's post.
    Post,
    /// Whether a post is held for another.
    Acting,
    /// Where a person comes from.
    Organisation,
    /// A person's rank.
    Precedence,
    /// Whether a person comes.
    Attendance,
    /// When a person arrives.
    Arrives,
    /// When a person leaves.
    Leaves,
    /// Who a person is.
    Biography,
    /// How to reach a person.
    Contact,
    /// A person's portrait.
    Portrait,
    /// Where an organisation is at home.
    Region,
    /// The delegation of an organisation.
    Delegation,
    /// How many bodies an organisation stands for.
    StandsFor,
    /// How many people of an organisation are not named.
    Unnamed,
    /// A party of an agreement, counted from 1.
    Party(usize),
    /// The signatory of a party, counted from 1.
    Signatory(usize),
    /// The session of an agreement or a photo.
    Session,
    /// The file of a photo.
    File,
    /// When a photo was taken.
    Taken,
    /// Who is in a photo.
    People,
    /// The caption of a photo.
    Caption,
    /// The credit of a photo.
    Credit,
    /// The alternative text of a photo.
    Alternative,
    /// Whether a photo may go out.
    Clearance,
    /// The number of a photo.
    Number,
}

/// A value as it was or is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fact {
    /// There is none.
    Nothing,
    /// A text in each language in which there is one.
    Text(Text),
    /// A text in no language that we know.
    Said(String),
    /// A person's name.
    Name(Localised<Name>),
    /// A number.
    Number(u32),
    /// A length.
    Length(Length),
    /// A moment, in the event's own time.
    Moment(DateTime),
    /// A time of day, at which a session starts or ends whatever goes before.
    Fixed(Time),
    /// The session follows what goes before it.
    Follows,
    /// Another item of the event.
    Item(ItemId),
    /// A kind of session.
    Kind(SessionKind),
    /// An audience.
    Audience(Audience),
    /// A state of attendance.
    Attendance(Attendance),
    /// A region.
    Region(Region),
    /// A kind of organisation.
    OrganisationKind(OrganisationKind),
    /// A state of clearance.
    Clearance(Clearance),
    /// Languages, the main one first.
    Languages(Vec<Lang>),
    /// It is so.
    Yes,
    /// It is not so.
    No,
}

/// Sessions of one day, one after the other, that start earlier or later by the same amount.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shift {
    /// By how much: later is positive.
    pub by: SignedDuration,
    /// Which sessions, in their order; at least three.
    pub sessions: Vec<SessionId>,
    /// When the first of them started.
    pub from: DateTime,
    /// When the first of them starts.
    pub to: DateTime,
    /// The room, where sessions of other rooms at the same hours are not among them.
    pub room: Option<RoomId>,
}

/// What is different.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// The item is new.
    Added,
    /// The item is not there any more.
    TakenOut,
    /// A session starts at another moment: when it started, when it starts.
    Moved(DateTime, DateTime),
    /// This session and those behind it start earlier or later by the same amount.
    Shifted(Shift),
    /// A field has another value: which field, what it was, what it is.
    Value(Aspect, Fact, Fact),
    /// A field has another value that nobody needs to be told here.
    Reworded(Aspect),
    /// A day is new.
    DayAdded(Date),
    /// A day is not one of the event's any more.
    DayTakenOut(Date),
    /// Somebody appears in a session or an agreement: who, as what.
    Joined(Who, Role),
    /// Somebody does not appear in it any more: who, as what.
    Left(Who, Role),
    /// Somebody appears in place of somebody else.
    Replaced {
        /// As what.
        role: Role,
        /// Who appeared.
        before: Who,
        /// Who appears.
        now: Who,
    },
    /// Somebody appears as something else: who, as what before, as what now.
    Recast(Who, Role, Role),
    /// Somebody stands elsewhere on the stage: who, where before, where now.
    Position(Who, String, String),
    /// The same people are named in another order.
    CastOrder,
    /// A step is new: when from the start, what.
    StepAdded(Offset, Text),
    /// A step is not there any more: when it was from the start, what.
    StepTakenOut(Offset, Text),
    /// A step happens at another moment of its session: what, when before, when now.
    StepMoved(Text, Offset, Offset),
    /// A step is something else now: when from the start, what before, what now.
    StepReworded(Offset, Text, Text),
    /// A team has a new cue: which team, at which step or for the whole session, what.
    CueAdded(TeamId, Option<Offset>, Text),
    /// A team has a cue no longer.
    CueTakenOut(TeamId, Option<Offset>, Text),
    /// A team's cue is another one: which team, at which step, what before, what now.
    CueReworded(TeamId, Option<Offset>, Text, Text),
    /// The items of this kind stand in another order.
    Order(ItemKind),
    /// Something else of it is different.
    Other,
}

/// One thing that is different.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What it is about.
    pub subject: Subject,
    /// What is different.
    pub what: What,
}

impl Change {
    fn of(subject: impl Into<ItemId>, what: What) -> Self {
        Self {
            subject: Subject::Item(subject.into()),
            what,
        }
    }

    /// Of the event as a whole.
    const fn of_event(what: What) -> Self {
        Self {
            subject: Subject::Event,
            what,
        }
    }
}

/// What is different between two states of an event.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Everything that is different: the event as a whole, sessions by their start, agreements, people, organisations
    /// and what else there is. What is about one item stands together.
    pub all: Vec<Change>,
    /// The same for each person whom it concerns, in order of precedence: what is different about them, and about the
    /// sessions and agreements in which they appear.
    pub people: Vec<(ParticipantId, Vec<Change>)>,
}

impl Changes {
    /// What is different in `new`, compared with `old`. Nothing, if and only if they are equal.
    #[must_use]
    pub fn between(old: &Event, new: &Event) -> Self {
        let mut all = Vec::new();
        items::details(&old.details, &new.details, &mut all);
        let moves = sessions::all(old, new, &mut all);
        items::agreements(old, new, &mut all);
        items::participants(old, new, &mut all);
        items::organisations(old, new, &mut all);
        items::names(old, new, &mut all);
        items::photos(old, new, &mut all);
        items::orders(old, new, !moves.is_empty(), &mut all);
        if old.id != new.id {
            all.push(Change::of_event(What::Other));
        }
        all.retain(|change| !follows(&change.what, new));
        let people = people::concerned(old, new, &all, &moves);
        Self { all, people }
    }

    /// Whether nothing is different.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// What is different by what it is about, in order.
    pub fn by_subject(&self) -> impl Iterator<Item = (Subject, &[Change])> {
        self.all
            .chunk_by(|one, next| one.subject == next.subject)
            .filter_map(|changes| Some((changes.first()?.subject, changes)))
    }
}

/// What is different between two states of one item, whatever follows from it for others. Nothing, if and only if they
/// are equal.
#[must_use]
pub fn of_item(old: &Item, new: &Item) -> Vec<What> {
    let mut found = Vec::new();
    if old == new {
        return found;
    }
    match (old, new) {
        (Item::Session(old), Item::Session(new)) => sessions::fields(old, new, &mut found),
        (Item::Participant(old), Item::Participant(new)) => {
            items::participant(old, new, &mut found);
        }
        (Item::Organisation(old), Item::Organisation(new)) => {
            items::organisation(old, new, &mut found);
        }
        (Item::Agreement(old), Item::Agreement(new)) => items::agreement(old, new, &mut found),
        (Item::Photo(old), Item::Photo(new)) => items::photo(old, new, &mut found),
        (Item::Delegation(old), Item::Delegation(new)) => {
            items::name(&old.name, &new.name, &mut found);
        }
        (Item::Room(old), Item::Room(new)) => items::name(&old.name, &new.name, &mut found),
        (Item::Team(old), Item::Team(new)) => items::name(&old.name, &new.name, &mut found),
        (_, _) => {}
    }
    if found.is_empty() {
        found.push(What::Other);
    }
    found
}

/// Whether a change merely follows from an item having been taken out, which is told already.
fn follows(what: &What, new: &Event) -> bool {
    match what {
        What::Value(_, Fact::Item(id), Fact::Nothing) => !new.contains(*id),
        What::Left(who, _) => !new.contains(match *who {
            Who::Person(id) => id.into(),
            Who::RepresentativeOf(id) => id.into(),
        }),
        What::CueTakenOut(team, ..) => !new.teams.contains(*team),
        _ => false,
    }
}

/// Puts down a value that differs.
fn value(aspect: Aspect, old: Fact, new: Fact, found: &mut Vec<What>) {
    if old != new {
        found.push(What::Value(aspect, old, new));
    }
}

impl Fact {
    fn text(text: &Text) -> Self {
        if text.is_empty() {
            Self::Nothing
        } else {
            Self::Text(text.clone())
        }
    }

    fn said(text: &str) -> Self {
        if text.is_empty() {
            Self::Nothing
        } else {
            Self::Said(text.to_owned())
        }
    }

    fn item(id: Option<impl Into<ItemId>>) -> Self {
        id.map_or(Self::Nothing, |id| Self::Item(id.into()))
    }

    fn number(number: Option<u32>) -> Self {
        number.map_or(Self::Nothing, Self::Number)
    }

    fn moment(moment: Option<DateTime>) -> Self {
        moment.map_or(Self::Nothing, Self::Moment)
    }

    fn time(time: Option<Time>) -> Self {
        time.map_or(Self::Nothing, Self::Fixed)
    }

    const fn truth(is_so: bool) -> Self {
        if is_so { Self::Yes } else { Self::No }
    }
}
