//! What is signed, and the form of one agreement.

use egui::{Id, Ui, pos2, vec2};

use super::{
    Action, Command, Out, View,
    form::Form,
    participants::select_by_keys,
    people_picker::{self, Offer, Picked},
    row::Row,
    session_form::{nothing, problems},
    tokens::{self, colours, size, space},
    widgets,
};
use crate::{
    model::{Agreement, FieldId, Party, SessionKind, Who},
    plan::Subject,
};

/// Shows the list.
pub(super) fn show(ui: &mut Ui, view: &View, out: &mut Out) {
    let words = view.words;
    if view.event.agreements.is_empty() {
        let deed = words.t("agreements-add");
        if widgets::empty(
            ui,
            &words.t("agreements-empty"),
            &words.t("agreements-empty-next"),
            view.can_change().then_some(&*deed),
        ) {
            out.act(Action::AddAgreement);
        }
        return;
    }
    widgets::toolbar(ui, |ui| {
        widgets::at_right(ui, |ui| {
            if view.can_change() && ui.button(words.t("agreements-add")).clicked() {
                out.act(Action::AddAgreement);
            }
        });
    });
    let order: Vec<_> = view
        .event
        .agreements
        .iter()
        .map(|one| one.id.into())
        .collect();
    select_by_keys(ui, view, &order, out);
    let reveal = view
        .selection
        .agreement
        .filter(|_| view.reveal)
        .and_then(|id| view.event.agreements.place(id));
    let heights = vec![52.0; view.event.agreements.len()];
    widgets::rows(ui, "agreements", &heights, reveal, |ui, index, rect| {
        let Some(agreement) = view.event.agreements.at(index) else {
            return;
        };
        let c = colours(ui);
        let name = words.item_name(view.event, agreement.id.into());
        let is_selected = view.selection.agreement == Some(agreement.id);
        let parties = parties(view, agreement);
        let id = Id::unique(("agreement", agreement.id.uuid()));
        if widgets::row(ui, id, rect, is_selected, &name, &parties).clicked() {
            out.send(Command::Select(agreement.id.into()));
        }
        let at = rect.min + vec2(space::L, 6.0);
        let font = if is_selected {
            tokens::bold_font(size::TEXT)
        } else {
            tokens::font(size::TEXT)
        };
        widgets::line(ui, at, &name, font, c.ink, rect.width() - 200.0);
        widgets::line(
            ui,
            at + vec2(0.0, 21.0),
            &parties,
            tokens::font(size::SMALL),
            c.dim,
            rect.width() - 200.0,
        );
        let session = agreement.session.and_then(|id| view.event.sessions.get(id));
        let (text, ink) = match session {
            Some(session) => (words.session_name(session, &view.lang()), c.dim),
            None => (words.t("trouble-not-scheduled"), c.amber),
        };
        widgets::line(
            ui,
            pos2(rect.right() - 170.0, rect.top() + 7.0),
            &text,
            tokens::font(size::SMALL),
            ink,
            154.0,
        );
    });
}

fn parties(view: &View, agreement: &Agreement) -> String {
    let lang = view.lang();
    let names: Vec<_> = agreement
        .parties
        .iter()
        .map(|party| {
            let organisation = party
                .organisation
                .and_then(|id| view.event.organisations.get(id));
            organisation.map_or_else(|| "—".to_owned(), |one| one.name.shown(&lang).to_owned())
        })
        .collect();
    view.words.series(&names)
}

/// Shows the form of the selected agreement.
pub(super) fn form(ui: &mut Ui, view: &View, out: &mut Out) {
    let words = view.words;
    let Some(old) = view
        .selection
        .agreement
        .and_then(|id| view.event.agreements.get(id))
    else {
        widgets::empty(
            ui,
            &words.t("form-none"),
            &words.t("form-none-agreement"),
            None,
        );
        return;
    };
    let mut agreement = (**old).clone();
    let form = Form {
        words,
        languages: &view.side_by_side,
        item: agreement.id.uuid(),
    };
    ui.horizontal(|ui| {
        let width = ui.available_width() - 80.0;
        ui.vertical(|ui| {
            ui.set_width(width);
            widgets::heading(ui, words.item_name(view.event, agreement.id.into()));
        });
        widgets::at_right(ui, |ui| {
            if widgets::quiet(ui, &words.t("remove")).clicked() {
                out.act(Action::Remove);
            }
        });
    });
    problems(ui, view, Subject::Item(agreement.id.into()));
    ui.add_space(space::S);
    form.language_heads(ui);
    form.texts(ui, FieldId::AgreementTitle, &mut agreement.title);
    form.focus_first(ui, view, FieldId::AgreementTitle);
    let lang = view.lang();
    let sessions = &view.event.sessions;
    let now = agreement.session;
    form.item(
        ui,
        FieldId::AgreementSession,
        &mut agreement.session,
        &words.t("session-none"),
        &|id| Some(words.session_name(sessions.get(id)?, &lang)),
        &|| {
            let signings = sessions
                .iter()
                .filter(|one| one.kind == SessionKind::Signing || now == Some(one.id));
            signings.map(|one| one.id).collect()
        },
    );
    party_rows(ui, view, form, &mut agreement);
    witnesses(ui, view, form, &mut agreement);
    if agreement != **old {
        out.edit(agreement);
    }
}

fn party_rows(ui: &mut Ui, view: &View, form: Form, agreement: &mut Agreement) {
    let words = view.words;
    let lang = view.lang();
    if form.part(ui, &words.t("part-parties"), Some(&words.t("party-add"))) {
        agreement.parties.push(Party::default());
    }
    let people = &view.event.participants;
    let mut gone = None;
    for (place, party) in agreement.parties.iter_mut().enumerate() {
        let numbered = |key| words.tf(key, [("number", (place + 1).into())]);
        let row = Row::Element(FieldId::PartyOrganisation, place);
        form.organisation(ui, view, row, &mut party.organisation);
        form.item(
            ui,
            Row::Element(FieldId::PartySignatory, place),
            &mut party.signatory,
            &words.t("signatory-none"),
            &|id| Some(people.get(id)?.formal_name(&lang)),
            &|| people.iter().map(|person| person.id).collect(),
        );
        form.row(ui, "", |ui| {
            let remove = words.t("party-remove");
            if widgets::quiet(ui, &remove)
                .accessible_name(numbered("party-remove-number"))
                .clicked()
            {
                gone = Some(place);
            }
        });
    }
    if let Some(place) = gone {
        agreement.parties.remove(place);
    }
}

fn witnesses(ui: &mut Ui, view: &View, form: Form, agreement: &mut Agreement) {
    let words = view.words;
    form.part(ui, &words.t("part-witnesses"), None);
    if agreement.witnesses.is_empty() {
        nothing(ui, &words.t("witnesses-none"));
    }
    let mut gone = None;
    for (place, witness) in agreement.witnesses.iter().enumerate() {
        let name = words.item_name(view.event, (*witness).into());
        ui.horizontal(|ui| {
            ui.label(&name);
            widgets::at_right(ui, |ui| {
                let remove = words.tf("entry-remove", [("name", name.clone().into())]);
                if widgets::sign(ui, "×").accessible_name(remove).clicked() {
                    gone = Some(place);
                }
            });
        });
    }
    if let Some(place) = gone {
        agreement.witnesses.remove(place);
    }
    let label = words.t("witness-add");
    if let Some(Picked::Known(Who::Person(id))) = people_picker::show(
        ui,
        view,
        form.row_id(FieldId::AgreementWitnesses),
        &label,
        Offer::Persons,
    ) && !agreement.witnesses.contains(&id)
    {
        agreement.witnesses.push(id);
    }
}
