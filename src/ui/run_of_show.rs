//! The run-of-show: every session in order of time, on the screen as it will be on paper.

use egui::{Align2, Stroke, Ui, pos2, vec2};

use super::{
    Action, Command, Out, ShowAs, View, day,
    participants::select_by_keys,
    session_row::{self, Columns},
    tokens::{self, colours, size, space},
    widgets,
};
use crate::{
    model::{Session, SessionKind},
    plan::{Timed, reorder},
};

/// A row of the table: the heading of a day, or a session.
enum Row<'a> {
    Day(String),
    Session(&'a Session, &'a Timed),
}

/// Shows the place.
pub(super) fn show(ui: &mut Ui, view: &View, out: &mut Out) {
    if view.show_as == ShowAs::Day {
        return day::show(ui, view, out);
    }
    tools(ui, view, out);
    if view.event.sessions.is_empty() {
        let words = view.words;
        if widgets::empty(
            ui,
            &words.t("sessions-empty"),
            &words.t("sessions-empty-next"),
            Some(&words.t("sessions-add-first")),
        ) {
            out.act(Action::AddSession);
        }
        return;
    }
    let rows = rows(view);
    let order: Vec<_> = rows
        .iter()
        .filter_map(|row| match row {
            Row::Session(session, _) => Some(session.id.into()),
            Row::Day(_) => None,
        })
        .collect();
    select_by_keys(ui, view, &order, out);
    let heights: Vec<f32> = rows
        .iter()
        .map(|row| match row {
            Row::Day(_) => 34.0,
            Row::Session(session, _) => height(session),
        })
        .collect();
    head(ui, view, heights.iter().sum());
    let chosen = view.selection.session;
    let is_chosen =
        |row: &Row| matches!(row, Row::Session(session, _) if Some(session.id) == chosen);
    let reveal = if view.reveal {
        rows.iter().position(is_chosen)
    } else {
        None
    };
    let mut landing = None;
    widgets::rows(
        ui,
        "run of show",
        &heights,
        reveal,
        |ui, index, rect| match &rows[index] {
            Row::Day(name) => {
                let at = rect.left_center() + vec2(space::L, 4.0);
                ui.painter().text(
                    at,
                    Align2::LEFT_CENTER,
                    name,
                    tokens::bold_font(size::TEXT),
                    colours(ui).ink,
                );
            }
            Row::Session(session, timed) => {
                let next = rows.get(index + 1).and_then(|row| match row {
                    Row::Session(next, _) => Some(next.id),
                    Row::Day(_) => None,
                });
                session_row::show(ui, view, session, timed, rect, next, &mut landing, out);
            }
        },
    );
    if let Some((moved, before, day)) = landing
        && ui.input(|input| input.pointer.any_released())
        && let Some(edit) = reorder(view.event, moved, before, day)
    {
        out.edit(edit);
    }
}

fn tools(ui: &mut Ui, view: &View, out: &mut Out) {
    let words = view.words;
    widgets::toolbar(ui, |ui| {
        day::switch(ui, view, out);
        if view.event.rooms.len() > 1 {
            let mut rooms = vec![(None, words.t("rooms-all"))];
            let lang = view.lang();
            rooms.extend(view.event.rooms.iter().take(6).map(|room| {
                (
                    Some(room.id),
                    room.name.shown(&lang).chars().take(24).collect(),
                )
            }));
            if let Some(room) = widgets::segmented(ui, &words.t("label-room"), view.room, &rooms) {
                out.send(Command::ShowRoom(room));
            }
        }
        widgets::at_right(ui, |ui| {
            let button = egui::Button::new(words.t("sessions-add-menu"));
            let response = ui.add(button).accessible_name(words.t("sessions-add"));
            egui::Popup::menu(&response).show(|ui| {
                for kind in SessionKind::ALL {
                    if ui.button(words.session_kind(kind)).clicked() {
                        out.send(Command::AddSession(kind));
                        ui.close();
                    }
                }
            });
        });
    });
}

/// The names of the columns, above rows of this height in all: a scroll bar beside them makes them narrower.
fn head(ui: &mut Ui, view: &View, rows_height: f32) {
    let c = colours(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 26.0), egui::Sense::hover());
    let bar = if rows_height > ui.available_height() {
        ui.spacing().scroll.allocated_width()
    } else {
        0.0
    };
    let columns = Columns::of(rect.width() - bar);
    for (x, key) in [
        (space::L, "column-time"),
        (columns.length, "column-length"),
        (columns.item, "column-item"),
        (columns.people, "column-people"),
        (columns.officer, "column-officer"),
    ] {
        let at = pos2(rect.left() + x, rect.top() + 4.0);
        widgets::line(
            ui,
            at,
            &view.words.t(key),
            tokens::font(size::SMALL),
            c.dim,
            200.0,
        );
    }
    ui.painter()
        .hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, c.line));
    ui.add_space(-ui.spacing().item_spacing.y + 1.0);
}

fn rows<'a>(view: &View<'a>) -> Vec<Row<'a>> {
    let mut rows = Vec::new();
    for day in view.plan.days.iter() {
        if view.has_several_days() {
            rows.push(Row::Day(view.words.date(day.date)));
        }
        for id in &day.sessions {
            let (Some(session), Some(timed)) = (view.event.sessions.get(*id), view.plan.timed(*id))
            else {
                continue;
            };
            if view.room.is_none() || session.room == view.room {
                rows.push(Row::Session(session, timed));
            }
        }
    }
    rows
}

fn height(session: &Session) -> f32 {
    let people = session.people.len();
    if people > 2 { 64.0 } else { 48.0 }
}
