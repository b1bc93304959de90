//! The kinds of item that an event lists, once, and what follows from that list.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::id::{
    AgreementId, DelegationId, OrganisationId, ParticipantId, PhotoId, RoomId, SessionId, TeamId,
};

/// Hands the kinds of item to a macro, in the order of the file, what others name first: each with its type, its identity,
/// the field of [`Event`](super::Event) that lists it, its word for programs, and its rank where all kinds are told of.
#[macro_export]
#[doc(hidden)]
macro_rules! item_kinds {
    ($do:ident) => {
        $do! {
            /// A place inside the venue.
            Room(RoomId) in rooms, "room", 6;
            /// A team of the staff.
            Team(TeamId) in teams, "team", 7;
            /// A group that arrives and is listed together.
            Delegation(DelegationId) in delegations, "delegation", 5;
            /// A body that people come from.
            Organisation(OrganisationId) in organisations, "organisation", 4;
            /// A named person.
            Participant(ParticipantId) in participants, "participant", 3;
            /// An item of the run-of-show.
            Session(SessionId) in sessions, "session", 1;
            /// A document that is signed.
            Agreement(AgreementId) in agreements, "agreement", 2;
            /// A picture.
            Photo(PhotoId) in photos, "photo", 8;
        }
    };
}

pub use item_kinds;

macro_rules! kinds_and_ids {
    ($($(#[$doc:meta])* $kind:ident($id:ident) in $list:ident, $tag:literal, $rank:literal;)*) => {
        /// The kinds of item that an event lists.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum ItemKind {
            $($(#[$doc])* $kind),*
        }

        impl ItemKind {
            /// Every kind, in the order of the file.
            pub const ALL: [Self; [$($tag),*].len()] = [$(Self::$kind),*];

            /// Every kind, in the order in which people are told of them.
            #[must_use]
            pub fn for_people() -> [Self; Self::ALL.len()] {
                let rank = |kind: &Self| match kind { $(Self::$kind => $rank),* };
                let mut kinds = Self::ALL;
                kinds.sort_by_key(rank);
                kinds
            }

            /// What programs call it: the same word in every language of the interface.
            #[must_use]
            pub const fn tag(self) -> &'static str {
                match self { $(Self::$kind => $tag),* }
            }
        }

        /// The identity of any listed item, with its kind.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum ItemId {
            $($(#[$doc])* $kind($id)),*
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

item_kinds!(kinds_and_ids);
