//! Agreements: who signs, who witnesses, when.

use super::{Problem, Severity, Trouble, found};
use crate::{
    model::{Agreement, Event, FieldId, Role},
    plan::Plan,
};

/// Every agreement is signed in a session.
pub(super) fn sessions(
    agreement: &Agreement,
    event: &Event,
    _: &Plan,
    problems: &mut Vec<Problem>,
) {
    if !agreement
        .session
        .is_some_and(|session| event.sessions.contains(session))
    {
        problems.push(found(
            Severity::Missing,
            agreement.id,
            FieldId::AgreementSession,
            Trouble::NotScheduled,
        ));
    }
}

/// Every party has an organisation and a signatory.
pub(super) fn parties(agreement: &Agreement, _: &Event, _: &Plan, problems: &mut Vec<Problem>) {
    for (place, party) in agreement.parties.iter().enumerate() {
        if party.organisation.is_none() {
            let trouble = Trouble::PartyWithoutOrganisation(place + 1);
            problems.push(found(
                Severity::Missing,
                agreement.id,
                FieldId::AgreementParties,
                trouble,
            ));
        }
        if party.signatory.is_none() {
            let trouble = Trouble::PartyWithoutSignatory(place + 1);
            problems.push(found(
                Severity::Missing,
                agreement.id,
                FieldId::AgreementParties,
                trouble,
            ));
        }
    }
}

/// Every agreement has a witness, its own or its session's.
pub(super) fn witnesses(
    agreement: &Agreement,
    event: &Event,
    _: &Plan,
    problems: &mut Vec<Problem>,
) {
    if !agreement.witnesses.is_empty() {
        return;
    }
    let session = agreement
        .session
        .and_then(|session| event.sessions.get(session));
    let witnessed =
        session.is_some_and(|session| session.people.iter().any(|one| one.role == Role::Witness));
    if !witnessed {
        problems.push(found(
            Severity::Missing,
            agreement.id,
            FieldId::AgreementWitnesses,
            Trouble::NoWitness,
        ));
    }
}
