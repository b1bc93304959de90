//! An item of the run-of-show.

use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};

use super::{
    Extra, ItemId, Length, Listed, Offset, OrganisationId, ParticipantId, RoomId, SessionId,
    TeamId, Text,
};

/// What kind of item a session is.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub enum SessionKind {
    /// Guests arrive and are signed in.
    Registration,
    /// The host's opening speech.
    WelcomeRemarks,
    /// A speech by video.
    VideoAddress,
    /// A keynote speech.
    Keynote,
    /// A moderated discussion.
    PanelDiscussion,
    /// Agreements are signed.
    Signing,
    /// A photo of all, or of those on stage.
    GroupPhoto,
    /// Music, dance, lion dance.
    Performance,
    /// A pause.
    Break,
    /// Lunch, dinner, reception.
    Meal,
    /// The last speech.
    ClosingRemarks,
    /// Anything else.
    #[default]
    Other,
}

impl SessionKind {
    /// Every kind, in the order in which a menu offers them.
    pub const ALL: [Self; 12] = [
        Self::Registration,
        Self::WelcomeRemarks,
        Self::VideoAddress,
        Self::Keynote,
        Self::PanelDiscussion,
        Self::Signing,
        Self::GroupPhoto,
        Self::Performance,
        Self::Break,
        Self::Meal,
        Self::ClosingRemarks,
        Self::Other,
    ];

    /// The roles that a session of this kind usually has, the first for whoever is added first.
    #[must_use]
    pub const fn usual_roles(self) -> &'static [Role] {
        match self {
            Self::WelcomeRemarks | Self::ClosingRemarks => {
                &[Role::Officiating, Role::Speaker, Role::Mc]
            }
            Self::VideoAddress | Self::Keynote | Self::Other => &[Role::Speaker, Role::Mc],
            Self::PanelDiscussion => &[Role::Panellist, Role::Moderator],
            Self::Signing => &[Role::Signatory, Role::Witness, Role::Mc],
            Self::GroupPhoto => &[Role::Officiating],
            // Whoever is named there is named for guests to read.
            Self::Registration | Self::Performance | Self::Break | Self::Meal => {
                &[Role::Officiating, Role::Mc]
            }
        }
    }

    /// How long such a session usually lasts, in minutes.
    #[must_use]
    pub const fn usual_minutes(self) -> u32 {
        match self {
            Self::Registration => 30,
            Self::WelcomeRemarks | Self::ClosingRemarks | Self::GroupPhoto => 10,
            Self::VideoAddress => 8,
            Self::Keynote => 20,
            Self::PanelDiscussion => 45,
            Self::Signing | Self::Performance | Self::Break => 15,
            Self::Meal => 60,
            Self::Other => 5,
        }
    }

    /// Whether somebody stands on stage in such a session, so that nobody named is a fault.
    #[must_use]
    pub const fn needs_speaker(self) -> bool {
        matches!(
            self,
            Self::WelcomeRemarks | Self::VideoAddress | Self::Keynote | Self::ClosingRemarks
        )
    }
}

/// When a session starts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Start {
    /// When the session before it, on the same day in the same room, ends.
    #[default]
    Follows,
    /// At this time of its day, whatever goes before.
    Fixed(Time),
}

/// Who sees a session.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Audience {
    /// It is in the programme.
    #[default]
    Guests,
    /// It is in the run-of-show only.
    Staff,
}

/// What a person does in a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Role {
    /// Officiating guest.
    Officiating,
    /// Speaker.
    Speaker,
    /// Moderator of a panel.
    Moderator,
    /// Panellist.
    Panellist,
    /// Signs an agreement.
    Signatory,
    /// Witnesses a signing.
    Witness,
    /// Master of ceremonies.
    Mc,
    /// Interpreter.
    Interpreter,
}

impl Role {
    /// Every role, in the order in which a menu offers them and a paper lists them.
    pub const ALL: [Self; 8] = [
        Self::Officiating,
        Self::Speaker,
        Self::Moderator,
        Self::Panellist,
        Self::Witness,
        Self::Signatory,
        Self::Mc,
        Self::Interpreter,
    ];

    /// Whether a person in this role is named in the programme for guests.
    #[must_use]
    pub const fn is_for_guests(self) -> bool {
        match self {
            Self::Officiating
            | Self::Speaker
            | Self::Moderator
            | Self::Panellist
            | Self::Signatory
            | Self::Witness => true,
            Self::Mc | Self::Interpreter => false,
        }
    }
}

/// Who appears: a named person, or somebody of whom only the organisation is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Who {
    /// A named person.
    Person(ParticipantId),
    /// "Representative of Tsinghua University".
    RepresentativeOf(OrganisationId),
}

impl Who {
    /// The item of the event that it is.
    #[must_use]
    pub fn item(self) -> ItemId {
        match self {
            Self::Person(id) => id.into(),
            Self::RepresentativeOf(id) => id.into(),
        }
    }
}

/// One person in one session.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Appearance {
    /// Who.
    pub who: Who,
    /// As what.
    pub role: Role,
    /// Where on stage: "front row, seat 1 → lectern right".
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub position: String,
}

/// What one team does at a moment.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cue {
    /// Which team.
    pub team: TeamId,
    /// What it does.
    pub text: Text,
}

/// A moment within a session.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Step {
    /// When, from the start of the session.
    pub offset: Offset,
    /// What happens.
    pub text: Text,
    /// What each team does at that moment.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub cues: Vec<Cue>,
}

/// An item of the run-of-show.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Session {
    /// Which session.
    pub id: SessionId,
    /// What kind.
    #[serde(default)]
    pub kind: SessionKind,
    /// Its title; where there is none, papers say the kind.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub title: Text,
    /// What it is about, for guests.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub summary: Text,
    /// The day on which it starts.
    pub day: Date,
    /// When it starts.
    #[serde(default)]
    pub start: Start,
    /// How long it is meant to last; it does where `until` does not say otherwise.
    pub length: Length,
    /// The time of day at which it ends, whatever goes before: its length then stretches or shrinks to fit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Time>,
    /// How much of its length it can give when time is short.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub slack: Option<Length>,
    /// Where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub room: Option<RoomId>,
    /// Who sees it.
    #[serde(default)]
    pub audience: Audience,
    /// Who appears, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<Appearance>,
    /// What happens within it, to the minute.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<Step>,
    /// What each team does for the whole of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cues: Vec<Cue>,
    /// The responsible officer, as the house calls the post: "SEO", "EO 1".
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub officer: String,
    /// Remarks for the staff.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub remarks: String,
    /// What other programs say of it and there is no field for.
    #[serde(default, skip_serializing_if = "Extra::is_empty")]
    pub extra: Extra,
}

impl Session {
    /// A new session of a kind on a day, as long as such sessions usually are.
    #[must_use]
    pub fn new(kind: SessionKind, day: Date) -> Self {
        Self {
            id: SessionId::new(),
            kind,
            title: Text::default(),
            summary: Text::default(),
            day,
            start: Start::Follows,
            length: Length::minutes(kind.usual_minutes()).unwrap_or(Length::quarter()),
            until: None,
            slack: None,
            room: None,
            audience: Audience::Guests,
            people: Vec::new(),
            steps: Vec::new(),
            cues: Vec::new(),
            officer: String::new(),
            remarks: String::new(),
            extra: Extra::default(),
        }
    }

    /// Whether this person appears in it, in whatever role.
    #[must_use]
    pub fn names(&self, person: ParticipantId) -> bool {
        self.people
            .iter()
            .any(|appearance| appearance.who == Who::Person(person))
    }
}

impl Listed for Session {
    type Id = SessionId;

    fn id(&self) -> SessionId {
        self.id
    }
}
