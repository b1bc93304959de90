//! The screen before an event is open: begin, go on, or try the sample.

use egui::{Button, RichText, Ui, vec2};

use super::{
    Action, Command, FileCommand, Out, View, recovery,
    tokens::{self, colours, size, space},
    widgets,
};

/// Shows the screen.
pub(super) fn show(ui: &mut Ui, view: &View, out: &mut Out) {
    let words = view.words;
    let c = colours(ui);
    let width = 520.0_f32.min(ui.available_width() - 2.0 * space::XL);
    let side = (ui.available_width() - width) / 2.0;
    let rect = ui.available_rect_before_wrap();
    let column = egui::Rect::from_min_max(
        rect.min + vec2(side, (rect.height() * 0.16).max(space::XL)),
        rect.max - vec2(side, 0.0),
    );
    ui.scope_builder(egui::UiBuilder::new().max_rect(column), |ui| {
        let name = words.t("app-name");
        let title = ui.label(RichText::new(&name).font(tokens::bold_font(size::TITLE)));
        ui.ctx().accesskit_node_builder(title.id, |node| {
            node.set_role(egui::accesskit::Role::Heading);
            node.set_label(name);
        });
        ui.label(RichText::new(words.t("welcome-what")).color(c.dim));
        ui.add_space(space::XL);
        ui.horizontal(|ui| {
            if widgets::primary(ui, &words.t("welcome-new")).clicked() {
                out.act(Action::New);
            }
            for (action, key) in [
                (Action::Open, "welcome-open"),
                (Action::Sample, "welcome-sample"),
            ] {
                if ui
                    .add(Button::new(words.t(key)).min_size(vec2(0.0, 28.0)))
                    .clicked()
                {
                    out.act(action);
                }
            }
        });
        ui.add_space(space::S);
        match (view.slow, view.progress) {
            (Some(_), _) => super::elsewhere::slow(ui, view),
            (None, Some(progress)) => drop(widgets::dim(ui, &progress.doing)),
            (None, None) => {}
        }
        recovery::left_behind(ui, view, out);
        ui.add_space(space::L);
        if view.recent.is_empty() {
            widgets::dim(ui, words.t("welcome-hint"));
            return;
        }
        ui.label(
            RichText::new(words.t("welcome-recent"))
                .font(tokens::bold_font(size::SMALL))
                .color(c.dim),
        );
        for path in view.recent.iter().take(8) {
            recent(ui, view, path, out);
        }
        ui.add_space(space::L);
        widgets::dim(ui, words.t("welcome-drop"));
    });
}

fn recent(ui: &mut Ui, view: &View, path: &std::path::Path, out: &mut Out) {
    let name = path.file_name().map_or_else(
        || path.display().to_string(),
        |name| name.to_string_lossy().into_owned(),
    );
    let parent = path
        .parent()
        .map(|parent| parent.display().to_string())
        .unwrap_or_default();
    let has_unsaved = view.left_behind.recent.iter().any(|one| one == path);
    let unsaved = has_unsaved.then(|| view.words.t("recovery-recent"));
    if entry(ui, &name, &parent, unsaved.as_deref()) {
        out.send(Command::File(FileCommand::Open(path.to_owned())));
    }
}

/// One entry of the lists of this screen: what it is called, what is said of it, and what is worth knowing before it is
/// opened. Whether it was chosen.
pub(super) fn entry(ui: &mut Ui, name: &str, told: &str, unsaved: Option<&str>) -> bool {
    let c = colours(ui);
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), 44.0), egui::Sense::click());
    let ground = if response.hovered() || response.has_focus() {
        c.selection
    } else {
        c.sheet
    };
    let stroke = egui::Stroke::new(
        1.0,
        if response.has_focus() {
            c.accent
        } else {
            c.line
        },
    );
    ui.painter().rect(
        rect,
        tokens::CORNER,
        ground,
        stroke,
        egui::StrokeKind::Inside,
    );
    let at = rect.min + vec2(12.0, 3.0);
    widgets::line(
        ui,
        at,
        name,
        tokens::font(size::TEXT),
        c.ink,
        rect.width() - 24.0,
    );
    widgets::line(
        ui,
        at + vec2(0.0, 19.0),
        told,
        tokens::font(size::SMALL),
        c.dim,
        rect.width() - 24.0,
    );
    if let Some(unsaved) = unsaved {
        let font = tokens::bold_font(size::SMALL);
        let width = ui
            .painter()
            .layout_no_wrap(unsaved.to_owned(), font.clone(), c.amber)
            .size()
            .x;
        let at = egui::pos2(rect.right() - 12.0 - width, rect.top() + 5.0);
        widgets::line(ui, at, unsaved, font, c.amber, width + 1.0);
    }
    let said = match unsaved {
        Some(unsaved) => format!("{name} ({unsaved})"),
        None => name.to_owned(),
    };
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &said));
    response.clicked()
}
