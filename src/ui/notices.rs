//! Messages at the foot of the window. What went wrong or should be known stays until it has been read; what is done goes by
//! itself.

use egui::{Align2, Area, Color32, Frame, Id, Margin, Order, ScrollArea, Stroke, Ui, vec2};

use super::{
    Command, Notice, Out, Tone, View,
    tokens::{self, colours, size, space},
    widgets,
};

/// How much of a long list is seen at once, in points.
const DETAILS_HEIGHT: f32 = 132.0;

/// Shows what there is to say.
pub(super) fn show(ui: &Ui, view: &View, out: &mut Out) {
    if view.notices.is_empty() {
        return;
    }
    let c = colours(ui);
    Area::new(Id::unique("notices"))
        .order(Order::Foreground)
        .anchor(Align2::CENTER_BOTTOM, vec2(0.0, -44.0))
        .show(ui.ctx(), |ui| {
            for notice in view.notices.iter().rev().take(4) {
                let ink = match notice.tone {
                    Tone::Done | Tone::Note => c.ink,
                    Tone::Failed => c.alarm,
                };
                Frame::popup(ui.style())
                    .fill(c.sheet)
                    .stroke(Stroke::new(
                        1.0,
                        if notice.tone == Tone::Failed {
                            c.alarm
                        } else {
                            c.line
                        },
                    ))
                    .inner_margin(Margin::symmetric(14, 10))
                    .show(ui, |ui| {
                        ui.horizontal(|ui| {
                            ui.set_max_width(640.0);
                            ui.spacing_mut().item_spacing.x = space::L;
                            let width = ui.available_width() - 80.0;
                            ui.vertical(|ui| {
                                ui.set_max_width(width);
                                said(ui, notice, ink);
                            });
                            let close = ui.button(view.words.t("notice-close"));
                            // Several may stand here: each is called by what it closes.
                            let named = [("sentence", notice.sentence.clone().into())];
                            let name = view.words.tf("notice-close-named", named);
                            ui.ctx()
                                .accesskit_node_builder(close.id, |node| node.set_label(name));
                            if close.clicked() {
                                out.send(Command::Dismiss(notice.number));
                            }
                        });
                    });
                ui.add_space(space::S);
            }
        });
}

/// What a message says; where it is about many things, of each one a line that can be scrolled to.
fn said(ui: &mut Ui, notice: &Notice, ink: Color32) {
    let response = widgets::alert(ui, &notice.sentence, ink);
    if notice.details.is_empty() {
        return;
    }
    let whole = format!("{}\n{}", notice.sentence, notice.details.join("\n"));
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_label(whole));
    ui.add_space(space::XS);
    ScrollArea::vertical()
        .id_salt(("notice", notice.number))
        .max_height(DETAILS_HEIGHT)
        .min_scrolled_height(DETAILS_HEIGHT)
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = space::XS;
            for line in &notice.details {
                ui.label(widgets::said(line, tokens::font(size::SMALL)));
            }
        });
}
