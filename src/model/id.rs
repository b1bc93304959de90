//! Identities: typed, unique across machines, never an index.

use std::fmt;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! identities {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Uuid);

        impl $name {
            /// The identity with this value, as a file or an address of the window holds it.
            #[must_use]
            pub const fn from_uuid(value: Uuid) -> Self {
                Self(value)
            }

            /// The value of this identity.
            #[must_use]
            pub const fn uuid(self) -> Uuid {
                self.0
            }

            /// A new identity, different from every other on any machine (UUID version 7).
            #[must_use]
            #[allow(clippy::new_without_default, reason = "a default that differs each time would surprise")]
            pub fn new() -> Self {
                Self(Uuid::now_v7())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({})", stringify!($name), self.0)
            }
        }
    )*};
}

identities! {
    /// Which event this is; two copies of one event share it.
    EventId,
    /// Which session.
    SessionId,
    /// Which participant.
    ParticipantId,
    /// Which organisation.
    OrganisationId,
    /// Which delegation.
    DelegationId,
    /// Which room.
    RoomId,
    /// Which team of the staff.
    TeamId,
    /// Which agreement.
    AgreementId,
    /// Which photo.
    PhotoId,
}

/// The kinds of item that an event lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ItemKind {
    /// An item of the run-of-show.
    Session,
    /// A named person.
    Participant,
    /// A body that people come from.
    Organisation,
    /// A group that arrives and is listed together.
    Delegation,
    /// A place inside the venue.
    Room,
    /// A team of the staff.
    Team,
    /// A document that is signed.
    Agreement,
    /// A picture.
    Photo,
}

impl ItemKind {
    /// Every kind.
    pub const ALL: [Self; 8] = [
        Self::Session,
        Self::Participant,
        Self::Organisation,
        Self::Delegation,
        Self::Room,
        Self::Team,
        Self::Agreement,
        Self::Photo,
    ];

    /// What programs call it: the same word in every language of the interface.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Session => "session",
            Self::Participant => "participant",
            Self::Organisation => "organisation",
            Self::Delegation => "delegation",
            Self::Room => "room",
            Self::Team => "team",
            Self::Agreement => "agreement",
            Self::Photo => "photo",
        }
    }
}

macro_rules! item_ids {
    ($($kind:ident($id:ident)),* $(,)?) => {
        /// The identity of any listed item, with its kind.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum ItemId {
            $(#[doc = concat!("A ", stringify!($kind), ".")] $kind($id)),*
        }

        impl ItemId {
            /// What kind of item this is.
            #[must_use]
            pub const fn kind(self) -> ItemKind {
                match self { $(Self::$kind(_) => ItemKind::$kind),* }
            }

            /// The bare value, without its kind.
            #[must_use]
            pub const fn uuid(self) -> Uuid {
                match self { $(Self::$kind(id) => id.uuid()),* }
            }
        }

        $(impl From<$id> for ItemId {
            fn from(id: $id) -> Self { Self::$kind(id) }
        })*
    };
}

item_ids! {
    Session(SessionId),
    Participant(ParticipantId),
    Organisation(OrganisationId),
    Delegation(DelegationId),
    Room(RoomId),
    Team(TeamId),
    Agreement(AgreementId),
    Photo(PhotoId),
}
