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
