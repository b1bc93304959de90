//! Where people come from: organisations, and the delegations in which they arrive.

use serde::{Deserialize, Serialize};

use super::{DelegationId, Listed, OrganisationId, Text};

/// Where an organisation is at home.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub enum Region {
    /// Hong Kong.
    #[default]
    HongKong,
    /// The Mainland.
    Mainland,
    /// Macao.
    Macao,
    /// Anywhere else.
    Overseas,
}

impl Region {
    /// Every region, in the order in which tallies name them.
    pub const ALL: [Self; 4] = [Self::HongKong, Self::Mainland, Self::Macao, Self::Overseas];
}

/// What an organisation is.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub enum OrganisationKind {
    /// A government or one of its bodies.
    Government,
    /// A university.
    University,
    /// A co-operation platform or zone.
    Platform,
    /// Anything else.
    #[default]
    Other,
}

impl OrganisationKind {
    /// Every kind, in the order in which tallies name them.
    pub const ALL: [Self; 4] = [
        Self::Government,
        Self::University,
        Self::Platform,
        Self::Other,
    ];
}

/// A body that people come from.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Organisation {
    /// Which organisation.
    pub id: OrganisationId,
    /// Its full name.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub name: Text,
    /// Where it is at home.
    #[serde(default)]
    pub region: Region,
    /// What it is.
    #[serde(default)]
    pub kind: OrganisationKind,
    /// The delegation in which its people arrive.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delegation: Option<DelegationId>,
    /// How many bodies this entry stands for: 1, or more for "nine Mainland cities".
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub stands_for: u32,
    /// How many of its people come besides those who are named.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub unnamed: u32,
}

const fn one() -> u32 {
    1
}

#[allow(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde passes a reference"
)]
const fn is_one(n: &u32) -> bool {
    *n == 1
}

#[allow(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde passes a reference"
)]
const fn is_zero(n: &u32) -> bool {
    *n == 0
}

impl Organisation {
    /// An organisation with this name.
    #[must_use]
    pub fn new(name: Text) -> Self {
        Self {
            id: OrganisationId::new(),
            name,
            region: Region::default(),
            kind: OrganisationKind::default(),
            delegation: None,
            stands_for: 1,
            unnamed: 0,
        }
    }
}

impl Listed for Organisation {
    type Id = OrganisationId;

    fn id(&self) -> OrganisationId {
        self.id
    }
}

/// A group that arrives, is seated and is listed together. The order of the delegations is that of the list.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Delegation {
    /// Which delegation.
    pub id: DelegationId,
    /// What it is called.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub name: Text,
}

impl Delegation {
    /// A delegation with this name.
    #[must_use]
    pub fn new(name: Text) -> Self {
        Self {
            id: DelegationId::new(),
            name,
        }
    }
}

impl Listed for Delegation {
    type Id = DelegationId;

    fn id(&self) -> DelegationId {
        self.id
    }
}
