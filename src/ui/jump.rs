//! From a problem to the field where it is mended.

use egui::{Id, Response, Ui};
use uuid::Uuid;

use super::{
    Command, Out, Place, View,
    row::{NamePart, Row},
};
use crate::{
    model::{FieldId, Lang},
    plan::{Problem, Subject, Trouble},
};

/// The id of the field of a row in an item's form: that of one language, or the only one.
pub(super) fn id_of(item: Uuid, row: Row, lang: Option<&Lang>) -> Id {
    Id::unique((item, row, lang))
}

fn wanted_id() -> Id {
    Id::unique("wanted field")
}

/// Opens what a problem is about, and gives the field where it is mended the keyboard.
pub(super) fn to(ui: &Ui, view: &View, problem: &Problem, out: &mut Out) {
    let item = match problem.subject {
        Subject::Event => {
            out.send(Command::Go(Place::Details));
            view.event.id.uuid()
        }
        Subject::Item(id) => {
            out.send(Command::Open(id));
            id.uuid()
        }
    };
    let main = view.event.details.main_language();
    let lang = match &problem.trouble {
        Trouble::TextMissing(lang) | Trouble::NoHonorific(lang) => lang,
        _ => main,
    };
    let row = row(problem);
    // A field has a language, or it has none.
    let wanted = [id_of(item, row, Some(lang)), id_of(item, row, None)];
    ui.data_mut(|data| data.insert_temp(wanted_id(), wanted));
}

/// Gives a field the keyboard if somebody was sent to it.
pub(super) fn arrive(ui: &Ui, id: Id, field: &Response) {
    let wanted = ui.data(|data| data.get_temp::<[Id; 2]>(wanted_id()));
    if wanted.is_some_and(|wanted| wanted.contains(&id)) {
        ui.data_mut(|data| data.remove::<[Id; 2]>(wanted_id()));
        field.request_focus();
        field.scroll_to_me(Some(egui::Align::Center));
    }
}

/// The row where a problem is mended.
fn row(problem: &Problem) -> Row {
    match (problem.field, &problem.trouble) {
        (FieldId::ParticipantName, Trouble::NoHonorific(_)) => Row::NamePart(NamePart::Honorific),
        (FieldId::ParticipantName, _) => Row::NamePart(NamePart::Family),
        (FieldId::AgreementParties, Trouble::PartyWithoutSignatory(party)) => {
            Row::Element(FieldId::PartySignatory, party - 1)
        }
        (FieldId::AgreementParties, Trouble::PartyWithoutOrganisation(party)) => {
            Row::Element(FieldId::PartyOrganisation, party - 1)
        }
        // Two photos that have one file are told apart by their numbers.
        (FieldId::PhotoFile, _) => Row::Field(FieldId::PhotoNumber),
        (field, _) => Row::Field(field),
    }
}
