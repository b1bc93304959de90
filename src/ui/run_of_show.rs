//! The run-of-show: every session in order of time, as a table that people type in.

use egui::{Button, ComboBox, Ui};

use super::{
    Action, Command, Out, ShowAs, View, day, grid,
    tokens::{self, size},
    widgets,
};
use crate::{
    model::{FieldId, RoomId, SessionKind},
    sheet::Perspective,
};

/// Rooms up to this many stand beside each other; more are a list.
const ROOMS_ABREAST: usize = 3;

/// Shows the place.
pub(super) fn show(ui: &mut Ui, view: &View, out: &mut Out) {
    if view.show_as == ShowAs::Day {
        return day::show(ui, view, out);
    }
    tools(ui, view, out);
    let words = view.words;
    if view.plan.days.is_empty() {
        if widgets::empty(
            ui,
            &words.t("sessions-empty"),
            &words.t("sessions-empty-next"),
            view.can_change().then_some(&*words.t("sessions-add-first")),
        ) {
            out.act(Action::AddSession);
        }
        return;
    }
    grid::show(ui, view, out);
    if view.event.sessions.is_empty() {
        hint(ui, view);
    }
}

/// What an empty table says below its first row: how to begin.
fn hint(ui: &Ui, view: &View) {
    let rect = ui.min_rect();
    let at = egui::pos2(rect.center().x, rect.top() + 190.0);
    let c = tokens::colours(ui);
    for (line, (key, font)) in [
        ("sessions-empty", tokens::bold_font(size::HEADING)),
        ("sheet-empty-next", tokens::font(size::SMALL)),
    ]
    .into_iter()
    .enumerate()
    {
        let text = view.words.t(key);
        let font = tokens::font_for(&text, font);
        let at = at + egui::vec2(0.0, 26.0 * line as f32);
        let ink = if line == 0 { c.ink } else { c.dim };
        ui.painter()
            .text(at, egui::Align2::CENTER_CENTER, text, font, ink);
    }
}

fn tools(ui: &mut Ui, view: &View, out: &mut Out) {
    let words = view.words;
    widgets::toolbar(ui, |ui| {
        day::switch(ui, view, out);
        perspectives(ui, view, out);
        rooms(ui, view, out);
        if matches!(view.perspective, Perspective::Team(_)) {
            let mut only = view.only_cued;
            if ui.checkbox(&mut only, words.t("sheet-only-cued")).changed() {
                out.send(Command::OnlyCued(only));
            }
        }
        widgets::at_right(ui, |ui| {
            add_menu(ui, view, out);
            let columns = ui.button(words.t("columns-menu"));
            egui::Popup::menu(&columns)
                .close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside)
                .show(|ui| grid::columns_menu(ui, view, out));
        });
    });
}

/// Which view of the table is shown: of everything, of a team, or one's own.
fn perspectives(ui: &mut Ui, view: &View, out: &mut Out) {
    let words = view.words;
    let name = |one: Perspective| match one {
        Perspective::All => words.t("view-all"),
        Perspective::Own => words.t("view-own"),
        Perspective::Team(team) => {
            let team = view.event.teams.get(team);
            let name = team.map(|team| team.name.shown(&view.lang()).to_owned());
            let name: String = name.unwrap_or_default().chars().take(24).collect();
            words.tf("view-team", [("team", name.into())])
        }
    };
    let combo = ComboBox::from_id_salt("view of the table")
        .selected_text(name(view.perspective))
        .width(130.0)
        .height(f32::INFINITY)
        .truncate()
        .show_ui(ui, |ui| {
            for one in Perspective::all(view.event) {
                let is_it = one == view.perspective;
                if ui.selectable_label(is_it, name(one)).clicked() {
                    out.send(Command::Look(one));
                }
            }
        });
    combo.response.accessible_name(words.t("view-of-table"));
}

/// Of which room sessions are listed.
fn rooms(ui: &mut Ui, view: &View, out: &mut Out) {
    let words = view.words;
    let all = &view.event.rooms;
    if all.len() < 2 {
        return;
    }
    let lang = view.lang();
    let named = all.iter().map(|room| {
        let name = room.name.shown(&lang).chars().take(24).collect();
        (Some(room.id), name)
    });
    let every: Option<RoomId> = None;
    let rooms: Vec<(Option<RoomId>, String)> = std::iter::once((every, words.t("rooms-all")))
        .chain(named)
        .collect();
    let picked = if all.len() <= ROOMS_ABREAST {
        widgets::segmented(ui, &words.label(FieldId::SessionRoom), view.room, &rooms)
    } else {
        let shown = rooms.iter().find(|(room, _)| *room == view.room);
        let mut picked = None;
        let combo = ComboBox::from_id_salt("rooms of the table")
            .selected_text(shown.map_or("", |(_, name)| name.as_str()))
            .width(120.0)
            .height(f32::INFINITY)
            .truncate()
            .show_ui(ui, |ui| {
                for (room, name) in &rooms {
                    if ui.selectable_label(*room == view.room, name).clicked() {
                        picked = Some(*room);
                    }
                }
            });
        combo.response.accessible_name(words.t("label-rooms-shown"));
        picked
    };
    if let Some(room) = picked {
        out.send(Command::ShowRoom(room));
    }
}

/// The menu of kinds of sessions that can be added.
pub(super) fn add_menu(ui: &mut Ui, view: &View, out: &mut Out) {
    if !view.can_change() {
        return;
    }
    let words = view.words;
    let button = Button::new(words.t("sessions-add-menu"));
    let response = ui.add(button).accessible_name(words.t("sessions-add"));
    egui::Popup::menu(&response).show(|ui| {
        for kind in SessionKind::ALL {
            if ui.button(words.session_kind(kind)).clicked() {
                out.send(Command::AddSession(kind));
                ui.close();
            }
        }
    });
}
