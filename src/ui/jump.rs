//! From a problem to the field where it is mended.

use egui::{Id, Response, Ui};

use super::{Command, Out, Place, View};
use crate::{
    model::ItemId,
    plan::{Field, Problem, Subject, Trouble},
};

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
    if let Some(field) = field(problem) {
        let field = match field {
            Spot::Text(name) => Id::unique((item, (name, lang))),
            Spot::Plain(name) => Id::unique((item, name.as_str())),
        };
        ui.data_mut(|data| data.insert_temp(wanted_id(), field));
    }
}

/// Gives a field the keyboard if somebody was sent to it.
pub(super) fn arrive(ui: &Ui, id: Id, field: &Response) {
    let is_wanted = ui.data(|data| data.get_temp::<Id>(wanted_id()) == Some(id));
    if is_wanted {
        ui.data_mut(|data| data.remove::<Id>(wanted_id()));
        field.request_focus();
        field.scroll_to_me(Some(egui::Align::Center));
    }
}

/// The name of a field within its form.
enum Spot {
    /// One of a text, in a language.
    Text(&'static str),
    /// One without language.
    Plain(String),
}

/// Where a problem is mended: as the forms name their fields. None where the form has one place only for it.
fn field(problem: &Problem) -> Option<Spot> {
    let kind = match problem.subject {
        Subject::Event => None,
        Subject::Item(id) => Some(id),
    };
    let plain = |name: &str| Some(Spot::Plain(name.to_owned()));
    match problem.field {
        Field::Title => match kind {
            None => Some(Spot::Text("label-title")),
            Some(ItemId::Session(_) | ItemId::Agreement(_)) => Some(Spot::Text("title")),
            Some(ItemId::Photo(_)) => plain("number"),
            Some(
                ItemId::Organisation(_)
                | ItemId::Delegation(_)
                | ItemId::Room(_)
                | ItemId::Team(_)
                | ItemId::Participant(_),
            ) => Some(Spot::Text("name")),
        },
        Field::Theme => Some(Spot::Text("label-theme")),
        Field::Host => Some(Spot::Text("label-host")),
        Field::Zone => plain("time zone"),
        Field::Venue => Some(Spot::Text("label-venue")),
        Field::Day => match kind {
            None => plain("new day"),
            Some(_) => plain("day"),
        },
        Field::Start => plain("start"),
        Field::Room => plain("room"),
        Field::People => match kind {
            Some(ItemId::Photo(_)) => plain("person"),
            Some(ItemId::Session(_)) => plain("add person"),
            _ => None,
        },
        Field::Name => match &problem.trouble {
            Trouble::NoHonorific(_) => Some(Spot::Text("label-honorific")),
            _ => Some(Spot::Text("label-family-name")),
        },
        Field::Post => Some(Spot::Text("post")),
        Field::Organisation => plain("organisation"),
        Field::Attendance => plain("attendance"),
        Field::Window => plain("arrives"),
        Field::Parties => match problem.trouble {
            Trouble::PartyWithoutSignatory(party) => {
                Some(Spot::Plain(format!("signatory {}", party - 1)))
            }
            Trouble::PartyWithoutOrganisation(party) => {
                Some(Spot::Plain(format!("party {}", party - 1)))
            }
            _ => None,
        },
        Field::Witnesses => match kind {
            Some(ItemId::Session(_)) => plain("add person"),
            _ => plain("witness"),
        },
        Field::Session => plain("session"),
        Field::Caption => Some(Spot::Text("caption")),
        Field::Credit => Some(Spot::Text("credit")),
        Field::Alternative => Some(Spot::Text("alternative")),
        Field::Clearance => None,
    }
}
