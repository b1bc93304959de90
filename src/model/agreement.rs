//! A document that is signed.

use serde::{Deserialize, Serialize};

use super::{AgreementId, Listed, OrganisationId, ParticipantId, SessionId, Text};

/// One side of an agreement. A person may sign with two parties, in two agreements.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Party {
    /// Who is bound.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organisation: Option<OrganisationId>,
    /// Who signs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signatory: Option<ParticipantId>,
}

/// A document that is signed.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Agreement {
    /// Which agreement.
    pub id: AgreementId,
    /// Its title: "Memorandum of Understanding on …".
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub title: Text,
    /// Its parties, the host's first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parties: Vec<Party>,
    /// Who witnesses it, by rank.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub witnesses: Vec<ParticipantId>,
    /// The session in which it is signed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session: Option<SessionId>,
}

impl Agreement {
    /// An agreement between two parties that are not known yet.
    #[must_use]
    pub fn between_two(session: Option<SessionId>) -> Self {
        Self {
            id: AgreementId::new(),
            title: Text::default(),
            parties: vec![Party::default(), Party::default()],
            witnesses: Vec::new(),
            session,
        }
    }
}

impl Listed for Agreement {
    type Id = AgreementId;

    fn id(&self) -> AgreementId {
        self.id
    }
}
