//! Organisations and the delegations in which they come, and the forms of both.

use egui::{Align2, Id, Ui, pos2, vec2};

use super::{
    Action, Body, Command, Out, View,
    form::Form,
    participants::select_by_keys,
    session_form::{nothing, open, problems},
    tokens::{self, colours, size, space},
    widgets,
};
use crate::{
    model::{
        Delegation, DelegationId, FieldId, ItemId, Organisation, OrganisationKind, Placement,
        Region, Text,
    },
    plan::{Subject, organisations_of},
};

/// A row of the list.
enum Row<'a> {
    Delegation(Option<&'a Delegation>),
    Organisation(std::sync::Arc<Organisation>),
}

/// Shows the list, by delegation.
pub(super) fn show(ui: &mut Ui, view: &View, out: &mut Out) {
    let words = view.words;
    widgets::toolbar(ui, |ui| {
        let width = ui.available_width() - 300.0;
        ui.scope(|ui| {
            ui.set_max_width(width.max(80.0));
            let (short, whole) = tally(view);
            let text = egui::RichText::new(short)
                .size(size::SMALL)
                .color(colours(ui).dim);
            let label = ui.add(egui::Label::new(text).truncate());
            label.on_hover_text(whole);
        });
        widgets::at_right(ui, |ui| {
            let is_empty = view.event.organisations.is_empty() && view.event.delegations.is_empty();
            if !is_empty && view.can_change() && ui.button(words.t("organisations-add")).clicked() {
                out.act(Action::AddOrganisation);
            }
            if view.can_change() && ui.button(words.t("delegations-add")).clicked() {
                let delegation = Delegation::new(Text::default());
                let id = delegation.id;
                out.edit(delegation);
                out.send(Command::Select(id.into()));
            }
        });
    });
    if view.event.organisations.is_empty() && view.event.delegations.is_empty() {
        let deed = words.t("organisations-add");
        if widgets::empty(
            ui,
            &words.t("organisations-empty"),
            &words.t("organisations-empty-next"),
            view.can_change().then_some(&*deed),
        ) {
            out.act(Action::AddOrganisation);
        }
        return;
    }
    let rows = rows(view);
    let order: Vec<_> = rows.iter().filter_map(Row::id).collect();
    select_by_keys(ui, view, &order, out);
    let selected = view.selected();
    let reveal = if view.reveal {
        rows.iter()
            .position(|row| row.id().is_some() && row.id() == selected)
    } else {
        None
    };
    let heights: Vec<f32> = rows
        .iter()
        .map(|row| {
            if matches!(row, Row::Delegation(_)) {
                36.0
            } else {
                34.0
            }
        })
        .collect();
    widgets::rows(
        ui,
        "organisations",
        &heights,
        reveal,
        |ui, index, rect| match &rows[index] {
            Row::Delegation(delegation) => delegation_row(ui, view, *delegation, rect, out),
            Row::Organisation(organisation) => organisation_row(ui, view, organisation, rect, out),
        },
    );
}

/// How many bodies of each kind come; and, line by line, from which regions.
fn tally(view: &View) -> (String, String) {
    let words = view.words;
    let mut short = Vec::new();
    let mut whole = Vec::new();
    for kind in OrganisationKind::ALL {
        let of_kind = view.plan.tallies.organisations.iter();
        let of_kind: Vec<_> = of_kind.filter(|((other, _), _)| *other == kind).collect();
        if of_kind.is_empty() {
            continue;
        }
        let count: u32 = of_kind.iter().map(|(_, count)| **count).sum();
        let key = match kind {
            OrganisationKind::Government => "tally-government",
            OrganisationKind::University => "tally-university",
            OrganisationKind::Platform => "tally-platform",
            OrganisationKind::Other => "tally-other",
        };
        let kind = words.tf(key, [("count", count.into())]);
        let regions = of_kind.into_iter().map(|((_, region), count)| {
            let region = words.region(*region);
            let values = [("region", region.into()), ("count", (*count).into())];
            words.tf("tally-region", values)
        });
        let regions = words.series(&regions.collect::<Vec<_>>());
        let values = [("kind", kind.clone().into()), ("regions", regions.into())];
        whole.push(words.tf("tally-regions", values));
        short.push(kind);
    }
    (short.join(" · "), whole.join("\n"))
}

impl Row<'_> {
    fn id(&self) -> Option<ItemId> {
        match self {
            Row::Delegation(delegation) => delegation.map(|delegation| delegation.id.into()),
            Row::Organisation(organisation) => Some(organisation.id.into()),
        }
    }
}

fn rows<'a>(view: &View<'a>) -> Vec<Row<'a>> {
    let mut rows = Vec::new();
    let delegations = view
        .event
        .delegations
        .iter()
        .map(|delegation| Some(&**delegation))
        .chain([None]);
    for delegation in delegations {
        let organisations =
            organisations_of(view.event, delegation.map(|delegation| delegation.id));
        if delegation.is_some() || !organisations.is_empty() {
            rows.push(Row::Delegation(delegation));
            rows.extend(organisations.into_iter().map(Row::Organisation));
        }
    }
    rows
}

fn delegation_row(
    ui: &Ui,
    view: &View,
    delegation: Option<&Delegation>,
    rect: egui::Rect,
    out: &mut Out,
) {
    let words = view.words;
    let c = colours(ui);
    let name = match delegation {
        Some(delegation) => words.item_name(view.event, delegation.id.into()),
        None => words.t("delegation-none"),
    };
    let id = delegation.map(|delegation| delegation.id);
    if let Some(id) = id {
        let is_selected = view.selection.organisation == Some(Body::Delegation(id));
        let row = widgets::row(
            ui,
            Id::unique(("delegation", id.uuid())),
            rect,
            is_selected,
            &name,
            "",
        );
        if row.clicked() {
            out.send(Command::Select(id.into()));
        }
    }
    let at = rect.left_top() + vec2(space::L, 9.0);
    widgets::line(
        ui,
        at,
        &name,
        tokens::bold_font(size::TEXT),
        c.ink,
        rect.width() - 180.0,
    );
    if let Some(tally) = view
        .plan
        .tallies
        .delegations
        .iter()
        .find(|tally| tally.delegation == id)
    {
        let people = tally.named.saturating_add(tally.unnamed);
        let text = words.tf("delegation-people", [("count", people.into())]);
        let at = rect.right_center() - vec2(space::L, 0.0);
        ui.painter().text(
            at,
            Align2::RIGHT_CENTER,
            text,
            tokens::font(size::SMALL),
            c.dim,
        );
    }
}

fn organisation_row(
    ui: &Ui,
    view: &View,
    organisation: &Organisation,
    rect: egui::Rect,
    out: &mut Out,
) {
    let words = view.words;
    let c = colours(ui);
    let name = words.item_name(view.event, organisation.id.into());
    let is_selected = view.selection.organisation == Some(Body::Organisation(organisation.id));
    let kind = words.organisation_kind(organisation.kind);
    let row = widgets::row(
        ui,
        Id::unique(("organisation", organisation.id.uuid())),
        rect,
        is_selected,
        &name,
        &kind,
    );
    if row.clicked() {
        out.send(Command::Select(organisation.id.into()));
    }
    let y = rect.top() + 7.0;
    let left = rect.left() + 36.0;
    let right = rect.right() - 296.0;
    let font = if is_selected {
        tokens::bold_font(size::TEXT)
    } else {
        tokens::font(size::TEXT)
    };
    let end = widgets::line(ui, pos2(left, y), &name, font, c.ink, right - left - 12.0);
    let lang = view.lang();
    let other = view
        .languages()
        .iter()
        .find(|other| other.primary() != lang.primary());
    let other = other
        .map(|other| organisation.name.text(other))
        .unwrap_or_default();
    let at = pos2(end.right() + 8.0, y + 1.0);
    widgets::line(
        ui,
        at,
        other,
        tokens::font(size::SMALL),
        c.dim,
        widgets::enough(right - end.right() - 20.0),
    );
    let about = format!("{kind} · {}", words.region(organisation.region));
    widgets::line(
        ui,
        pos2(right, y + 1.0),
        &about,
        tokens::font(size::SMALL),
        c.dim,
        230.0,
    );
    if organisation.unnamed > 0 {
        let at = rect.right_center() - vec2(space::L, 0.0);
        let text = format!("+{}", organisation.unnamed);
        ui.painter().text(
            at,
            Align2::RIGHT_CENTER,
            text,
            tokens::font(size::SMALL),
            c.dim,
        );
    }
}

/// Shows the form of the selected organisation or delegation.
pub(super) fn form(ui: &mut Ui, view: &View, out: &mut Out) {
    let words = view.words;
    let organisations = &view.event.organisations;
    match view.selection.organisation {
        Some(Body::Organisation(id)) if organisations.contains(id) => {
            if let Some(organisation) = organisations.get(id) {
                organisation_form(ui, view, organisation, out);
            }
        }
        Some(Body::Delegation(id)) if view.event.delegations.contains(id) => {
            delegation_form(ui, view, id, out);
        }
        _ => {
            widgets::empty(
                ui,
                &words.t("form-none"),
                &words.t("form-none-organisation"),
                None,
            );
        }
    }
}

fn head(ui: &mut Ui, view: &View, id: ItemId, out: &mut Out) {
    ui.horizontal(|ui| {
        let width = ui.available_width() - 80.0;
        ui.vertical(|ui| {
            ui.set_width(width);
            widgets::heading(ui, view.words.item_name(view.event, id));
        });
        widgets::at_right(ui, |ui| {
            if widgets::quiet(ui, &view.words.t("remove")).clicked() {
                out.act(Action::Remove);
            }
        });
    });
    problems(ui, view, Subject::Item(id));
    ui.add_space(space::S);
}

fn organisation_form(ui: &mut Ui, view: &View, old: &Organisation, out: &mut Out) {
    let words = view.words;
    let mut organisation = old.clone();
    let form = Form {
        words,
        languages: &view.side_by_side,
        item: organisation.id.uuid(),
    };
    let lang = view.lang();
    head(ui, view, organisation.id.into(), out);
    form.language_heads(ui);
    form.texts(ui, FieldId::OrganisationName, &mut organisation.name);
    form.focus_first(ui, view, FieldId::OrganisationName);
    let kinds = OrganisationKind::ALL.map(|kind| (kind, words.organisation_kind(kind)));
    if let Some(kind) = form.choice(ui, FieldId::OrganisationKind, &organisation.kind, &kinds) {
        organisation.kind = kind;
    }
    let regions = Region::ALL.map(|region| (region, words.region(region)));
    if let Some(region) = form.choice(
        ui,
        FieldId::OrganisationRegion,
        &organisation.region,
        &regions,
    ) {
        organisation.region = region;
    }
    let delegations = &view.event.delegations;
    form.item(
        ui,
        FieldId::OrganisationDelegation,
        &mut organisation.delegation,
        &words.t("delegation-none"),
        &|id| Some(delegations.get(id)?.name.shown(&lang).to_owned()),
        &|| delegations.iter().map(|one| one.id).collect(),
    );
    let number = |typed: &str| {
        typed
            .trim()
            .parse::<u32>()
            .map_err(|_| words.t("not-a-number"))
    };
    let unnamed = organisation.unnamed.to_string();
    let unnamed = form.parsed(
        ui,
        FieldId::OrganisationUnnamed,
        (&organisation.unnamed, &unnamed),
        "0",
        number,
    );
    organisation.unnamed = unnamed.unwrap_or(organisation.unnamed);
    let stands_for = organisation.stands_for.to_string();
    let stands_for = form.parsed(
        ui,
        FieldId::OrganisationStandsFor,
        (&organisation.stands_for, &stands_for),
        "1",
        number,
    );
    organisation.stands_for = stands_for.unwrap_or(organisation.stands_for);
    form.part(ui, &words.t("part-members"), None);
    let mut any = false;
    for person in view
        .event
        .participants
        .iter()
        .filter(|person| person.organisation == Some(organisation.id))
    {
        any = true;
        let name = words.item_name(view.event, person.id.into());
        if ui
            .add(egui::Button::new(name).frame(false).truncate())
            .clicked()
        {
            open(out, person.id);
        }
    }
    if !any {
        nothing(ui, &words.t("members-none"));
    }
    if organisation != *old {
        out.edit(organisation);
    }
}

fn delegation_form(ui: &mut Ui, view: &View, id: DelegationId, out: &mut Out) {
    let words = view.words;
    let Some(old) = view.event.delegations.get(id) else {
        return;
    };
    let mut delegation = (**old).clone();
    let form = Form {
        words,
        languages: &view.side_by_side,
        item: id.uuid(),
    };
    head(ui, view, id.into(), out);
    form.language_heads(ui);
    form.texts(ui, FieldId::DelegationName, &mut delegation.name);
    form.focus_first(ui, view, FieldId::DelegationName);
    let place = view.event.delegations.place(id).unwrap_or_default();
    form.row(ui, &words.t("label-order"), |ui| {
        ui.horizontal(|ui| {
            let above = place
                .checked_sub(1)
                .and_then(|place| view.event.delegations.at(place));
            if ui
                .add_enabled(above.is_some(), egui::Button::new(words.t("order-earlier")))
                .clicked()
                && let Some(above) = above
            {
                out.send(Command::Edit(crate::model::Edit::Place(
                    Placement::Delegation(id, Some(above.id)),
                )));
            }
            let below = view.event.delegations.at(place + 1);
            if ui
                .add_enabled(below.is_some(), egui::Button::new(words.t("order-later")))
                .clicked()
            {
                let before = view.event.delegations.at(place + 2).map(|other| other.id);
                out.send(Command::Edit(crate::model::Edit::Place(
                    Placement::Delegation(id, before),
                )));
            }
        });
    });
    if delegation != **old {
        out.edit(delegation);
    }
}
