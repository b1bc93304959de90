//! The list of places at the left.

use egui::{Align2, CornerRadius, Sense, Stroke, Ui, accesskit::Role, vec2};

use super::{
    Action, Out, Place, View,
    tokens::{self, CORNER, colours, size, space},
    widgets,
};

/// Shows the places, with how much is in each.
pub(super) fn show(ui: &mut Ui, view: &View, out: &mut Out) {
    ui.spacing_mut().item_spacing.y = 2.0;
    for place in Place::ALL {
        if place == Place::Details {
            ui.add_space(space::M);
            ui.horizontal(|ui| {
                ui.add_space(space::M);
                widgets::dim(ui, view.words.t("places-the-event"));
            });
            ui.add_space(space::XS);
        }
        if entry(ui, view, place) {
            out.send(super::Command::Go(place));
        }
    }
}

fn entry(ui: &mut Ui, view: &View, place: Place) -> bool {
    let c = colours(ui);
    let name = Action::Go(place).name(view.words);
    let count = count(view, place);
    let is_here = view.place == place;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 32.0), Sense::click());
    if is_here {
        ui.painter().rect(
            rect,
            CornerRadius::same(CORNER),
            c.sheet,
            Stroke::new(1.0, c.line),
            egui::StrokeKind::Inside,
        );
    } else if response.hovered() {
        ui.painter()
            .rect_filled(rect, CornerRadius::same(CORNER), c.selection);
    }
    if response.has_focus() {
        let ring = Stroke::new(1.5, c.accent);
        ui.painter().rect_stroke(
            rect,
            CornerRadius::same(CORNER),
            ring,
            egui::StrokeKind::Inside,
        );
    }
    let font = if is_here {
        tokens::bold_font(size::TEXT)
    } else {
        tokens::font(size::TEXT)
    };
    ui.painter().text(
        rect.left_center() + vec2(12.0, 0.0),
        Align2::LEFT_CENTER,
        &name,
        font,
        c.ink,
    );
    if let Some(count) = count {
        let needs_look = place == Place::Checks && count > 0;
        let (font, ink) = if needs_look {
            (tokens::bold_font(size::SMALL), c.amber)
        } else {
            (tokens::font(size::SMALL), c.dim)
        };
        ui.painter().text(
            rect.right_center() - vec2(12.0, 0.0),
            Align2::RIGHT_CENTER,
            count.to_string(),
            font,
            ink,
        );
    }
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, is_here, &name));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Tab);
        node.set_label(name.clone());
        node.set_selected(is_here);
        if let Some(count) = count {
            node.set_description(count.to_string());
        }
    });
    response.clicked()
}

fn count(view: &View, place: Place) -> Option<usize> {
    match place {
        Place::RunOfShow => Some(view.event.sessions.len()),
        Place::Participants => Some(view.event.participants.len()),
        Place::Organisations => Some(view.event.organisations.len()),
        Place::Photos => Some(view.event.photos.len()),
        Place::Agreements => Some(view.event.agreements.len()),
        Place::Checks => Some(view.to_look_at()),
        Place::Versions => Some(view.versions.list.len()),
        Place::Papers | Place::Details => None,
    }
}
