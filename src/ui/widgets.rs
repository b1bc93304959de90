//! Small pieces that several panels are made of.

use egui::{
    Align, Align2, Button, Color32, CornerRadius, FontId, Frame, Id, Layout, Margin, Pos2, Rect,
    Response, RichText, ScrollArea, Sense, Stroke, StrokeKind, Ui, Vec2, accesskit::Role,
    text::LayoutJob, vec2,
};

use super::tokens::{self, CORNER, colours, size, space};

/// Text in this font, in the face that its characters want.
pub(super) fn said(text: impl Into<String>, font: FontId) -> RichText {
    let text = text.into();
    let font = tokens::font_for(&text, font);
    RichText::new(text).font(font)
}

/// Text that explains, small and dim.
pub(super) fn dim(ui: &mut Ui, text: impl Into<String>) -> Response {
    let text = said(text, tokens::font(size::SMALL)).color(colours(ui).dim);
    ui.label(text)
}

/// A sentence about something that went wrong, which a screen reader says at once.
pub(super) fn alert(ui: &mut Ui, sentence: &str, colour: Color32) -> Response {
    alert_in(ui, sentence, tokens::font(size::SMALL), colour)
}

/// As [`alert`], in this font.
pub(super) fn alert_in(ui: &mut Ui, sentence: &str, font: FontId, colour: Color32) -> Response {
    let response = ui.label(said(sentence, font).color(colour));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Alert);
        node.set_label(sentence.to_owned());
    });
    response
}

/// The title of a panel or of a part of it.
pub(super) fn heading(ui: &mut Ui, text: impl Into<String>) -> Response {
    let text = text.into();
    let response = ui.label(said(text.as_str(), tokens::bold_font(size::HEADING)));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Heading);
        node.set_label(text);
    });
    response
}

/// The one primary deed of a panel.
pub(super) fn primary(ui: &mut Ui, text: &str) -> Response {
    let c = colours(ui);
    let is_possible = ui.is_enabled();
    let (ink, ground, line) = if is_possible {
        (c.on_accent, c.accent, c.accent)
    } else {
        (c.dim, c.ground, c.line)
    };
    let label = RichText::new(text)
        .font(tokens::bold_font(size::TEXT))
        .color(ink);
    ui.add(
        Button::new(label)
            .fill(ground)
            .stroke(Stroke::new(1.0, line))
            .corner_radius(CORNER)
            .min_size(vec2(0.0, 28.0)),
    )
}

/// A deed that is said in the colour of the accent, without a frame. Where nothing can be changed it is not seen.
pub(super) fn quiet(ui: &mut Ui, text: &str) -> Response {
    let c = colours(ui);
    let is_seen = ui.is_enabled();
    ui.add_visible(
        is_seen,
        Button::new(RichText::new(text).size(size::SMALL).color(c.accent))
            .frame(false)
            .min_size(vec2(0.0, 20.0)),
    )
}

/// A deed on an entry of a list, as one sign: "×". Where nothing can be changed it is not seen.
pub(super) fn sign(ui: &mut Ui, sign: &str) -> Response {
    let text = RichText::new(sign).color(colours(ui).dim);
    let is_seen = ui.is_enabled();
    ui.add_visible(
        is_seen,
        Button::new(text).frame(false).min_size(vec2(20.0, 24.0)),
    )
}

/// A yes or no. It has its box also where it can only be read: without one, what is not ticked would read as a yes.
pub(super) fn tick(ui: &mut Ui, is_on: &mut bool, text: impl Into<String>) -> Response {
    let stroke = Stroke::new(1.0, colours(ui).line);
    ui.scope(|ui| {
        ui.visuals_mut().widgets.noninteractive.bg_stroke = stroke;
        ui.checkbox(is_on, text.into())
    })
    .inner
}

/// A few choices in one row, of which one holds. Gives the one that was clicked.
pub(super) fn segmented<T: Copy + PartialEq>(
    ui: &mut Ui,
    name: &str,
    current: T,
    choices: &[(T, String)],
) -> Option<T> {
    segmented_named(ui, name, current, choices, ToOwned::to_owned)
}

/// As [`segmented`], where a form has the same choices twice: each is said as `said_as` makes it of its label.
pub(super) fn segmented_named<T: Copy + PartialEq>(
    ui: &mut Ui,
    name: &str,
    current: T,
    choices: &[(T, String)],
    said_as: impl Fn(&str) -> String,
) -> Option<T> {
    let mut picked = None;
    let c = colours(ui);
    let response = Frame::new()
        .stroke(Stroke::new(1.0, c.line))
        .fill(c.sheet)
        .corner_radius(CORNER)
        .show(ui, |ui| {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 0.0;
                for (value, label) in choices {
                    let is_on = *value == current;
                    let text = if is_on {
                        said(label, tokens::bold_font(size::TEXT)).color(c.ink)
                    } else {
                        said(label, tokens::font(size::TEXT)).color(c.dim)
                    };
                    let fill = if is_on {
                        c.selection
                    } else {
                        Color32::TRANSPARENT
                    };
                    let button = Button::selectable(is_on, text)
                        .fill(fill)
                        .stroke(Stroke::NONE)
                        .min_size(vec2(0.0, 26.0));
                    let button = ui.add(button);
                    ui.ctx().accesskit_node_builder(button.id, |node| {
                        node.set_role(Role::RadioButton);
                        node.set_toggled(is_on.into());
                        node.set_label(said_as(label));
                    });
                    if button.clicked() {
                        picked = Some(*value);
                    }
                }
            });
        })
        .response;
    named(&response, Role::RadioGroup, name);
    picked
}

/// Tells a screen reader what something is that is no control, what it is called and where it stands.
pub(super) fn named(response: &Response, role: Role, name: &str) {
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, name));
    response.ctx.accesskit_node_builder(response.id, |node| {
        node.set_role(role);
        node.set_label(name);
    });
}

/// A word or two on a ground of their own.
pub(super) fn chip(ui: &mut Ui, text: &str, ink: Color32, ground: Color32) -> Response {
    Frame::new()
        .fill(ground)
        .corner_radius(4)
        .inner_margin(Margin::symmetric(6, 1))
        .show(ui, |ui| {
            ui.label(said(text, tokens::font(size::SMALL)).color(ink))
        })
        .inner
}

/// What a place says when there is nothing in it, and the deed that begins it.
pub(super) fn empty(ui: &mut Ui, title: &str, what_next: &str, deed: Option<&str>) -> bool {
    let mut clicked = false;
    ui.vertical_centered(|ui| {
        ui.add_space((ui.available_height() * 0.3).clamp(24.0, 220.0));
        heading(ui, title);
        ui.add_space(space::XS);
        ui.scope(|ui| {
            ui.set_max_width(420.0);
            dim(ui, what_next);
        });
        if let Some(deed) = deed {
            ui.add_space(space::M);
            clicked = primary(ui, deed).clicked();
        }
    });
    clicked
}

/// The row of tools above a list, with a line under it.
pub(super) fn toolbar(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    let c = colours(ui);
    let inner = Frame::new()
        .fill(c.sheet)
        .inner_margin(Margin::symmetric(16, 8))
        .show(ui, |ui| {
            ui.horizontal(|ui| {
                ui.set_min_height(30.0);
                add(ui);
            });
        });
    let line = inner.response.rect.with_max_x(ui.max_rect().right());
    ui.painter()
        .hline(line.x_range(), line.bottom(), Stroke::new(1.0, c.line));
    ui.add_space(1.0 - ui.spacing().item_spacing.y);
}

/// At the right end of a row.
pub(super) fn at_right(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    ui.with_layout(Layout::right_to_left(Align::Center), add);
}

/// At the right end of a row of its own.
pub(super) fn at_right_of_row(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    ui.horizontal(|ui| at_right(ui, add));
}

/// One line of text, cut with an ellipsis where it is too long, and then read whole where the pointer rests; gives
/// where it stands.
pub(super) fn line(
    ui: &Ui,
    at: Pos2,
    text: &str,
    font: FontId,
    colour: Color32,
    width: f32,
) -> Rect {
    let shown = if width > 0.0 {
        one_line(text)
    } else {
        String::new()
    };
    let galley = cut(ui, shown, font, colour, width);
    let rect = Rect::from_min_size(at, galley.size());
    let is_cut = galley.elided && ui.is_rect_visible(rect);
    ui.painter().galley(at, galley, colour);
    if is_cut && ui.rect_contains_pointer(rect) {
        let whole: String = text.chars().take(WHOLE).collect();
        ui.interact(rect, Id::unique("cut line"), Sense::hover())
            .on_hover_text(said(whole, tokens::font(size::SMALL)));
    }
    rect
}

/// Lays out a line of text that ends in an ellipsis where it is too long.
///
/// The layout puts the ellipsis on as a glyph of its own, which in this typeface stands at half height, as Chinese has
/// it; in a text it is shaped with what goes before, and stands on the line behind Latin letters.
pub(super) fn cut(
    ui: &Ui,
    text: String,
    font: FontId,
    colour: Color32,
    width: f32,
) -> std::sync::Arc<egui::Galley> {
    cut_to(ui, text, font, colour, width, 1)
}

/// As [`cut`], of a text that goes on for so many lines before.
pub(super) fn cut_to(
    ui: &Ui,
    text: String,
    font: FontId,
    colour: Color32,
    width: f32,
    rows: usize,
) -> std::sync::Arc<egui::Galley> {
    let layout = move |text: String| {
        let font = tokens::font_for(&text, font.clone());
        let mut job = LayoutJob::simple_singleline(text, font, colour);
        job.wrap = egui::text::TextWrapping {
            max_rows: rows,
            // The last line is filled, wherever a word ends; lines before it end with their words.
            break_anywhere: rows == 1,
            ..egui::text::TextWrapping::truncate_at_width(width.max(0.0))
        };
        ui.ctx().fonts_mut(|fonts| fonts.layout_job(job))
    };
    let galley = layout(text);
    let kept = galley.elided.then(|| galley.rows.last()).flatten();
    if kept.is_none_or(|row| row.glyphs.len() <= 1) {
        return galley;
    }
    let glyphs = galley.rows.iter().flat_map(|row| row.glyphs.iter());
    let mut shorter: String = glyphs.map(|glyph| glyph.chr).collect();
    shorter.pop();
    // What is shaped may be a little wider than what was put on.
    for _ in 0..3 {
        shorter.truncate(shorter.trim_end().len());
        if !shorter.ends_with(|c: char| c.is_ascii()) {
            break;
        }
        let mut shaped = layout(format!("{shorter}…"));
        if !shaped.elided {
            std::sync::Arc::make_mut(&mut shaped).elided = true;
            return shaped;
        }
        shorter.pop();
    }
    galley
}

/// How much of a text is read where the pointer rests on it, in characters.
const WHOLE: usize = 600;

/// So much room beside a name, or none where it would hold little more than the mark of a cut.
pub(super) fn enough(width: f32) -> f32 {
    if width < 48.0 { 0.0 } else { width }
}

/// A text as it fits on one line: cut to what a line could ever show, without breaks.
fn one_line(text: &str) -> String {
    text.chars()
        .take(240)
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect()
}

/// Lists up to this length are drawn whole, so that a screen reader finds every row.
pub(super) const DRAWN_WHOLE: usize = 120;

/// A list of rows of known heights, of which only the visible are drawn. Short lists are drawn whole, so that a
/// screen reader finds every row.
pub(super) fn rows(
    ui: &mut Ui,
    salt: impl egui::AsIdSalt,
    heights: &[f32],
    reveal: Option<usize>,
    mut add: impl FnMut(&mut Ui, usize, Rect),
) {
    ScrollArea::vertical()
        .id_salt(salt)
        .auto_shrink(false)
        .show_viewport(ui, |ui, viewport| {
            super::photo_drag::scroll_at_edges(ui);
            let origin = ui.min_rect().min;
            let width = ui.available_width();
            ui.set_height(heights.iter().sum());
            let mut top = 0.0;
            for (index, &height) in heights.iter().enumerate() {
                let rect = Rect::from_min_size(origin + vec2(0.0, top), vec2(width, height));
                let is_visible = top + height >= viewport.min.y && top <= viewport.max.y;
                if reveal == Some(index) {
                    ui.scroll_to_rect(rect, None);
                }
                if is_visible || heights.len() <= DRAWN_WHOLE {
                    add(ui, index, rect);
                } else if top > viewport.max.y && reveal.is_none_or(|reveal| reveal <= index) {
                    break;
                }
                top += height;
            }
        });
}

/// The ground of a row, and what the pointer and the keys do to it.
pub(super) fn row(
    ui: &Ui,
    id: Id,
    rect: Rect,
    is_selected: bool,
    name: &str,
    description: &str,
) -> Response {
    let c = colours(ui);
    let response = ui.interact(rect, id, Sense::click_and_drag());
    let ground = if is_selected {
        c.selection
    } else if response.hovered() {
        c.hover
    } else {
        Color32::TRANSPARENT
    };
    ui.painter().rect_filled(rect, CornerRadius::ZERO, ground);
    ui.painter().hline(
        rect.x_range(),
        rect.bottom() - 0.5,
        Stroke::new(1.0, c.line),
    );
    if response.has_focus() {
        ui.painter().rect_stroke(
            rect.shrink(1.0),
            CornerRadius::same(2),
            Stroke::new(1.5, c.accent),
            StrokeKind::Inside,
        );
    }
    response
        .widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, is_selected, name));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::ListItem);
        node.set_label(name.to_owned());
        node.set_selected(is_selected);
        if !description.is_empty() {
            node.set_description(description.to_owned());
        }
    });
    response
}

/// A round mark with the first letter of a name, where there is no portrait.
pub(super) fn initial(ui: &mut Ui, name: &str, diameter: f32) {
    let c = colours(ui);
    let (rect, _) = ui.allocate_exact_size(Vec2::splat(diameter), Sense::hover());
    ui.painter()
        .circle_filled(rect.center(), diameter / 2.0, c.line);
    let letter: String = name.chars().next().into_iter().collect();
    let font = tokens::font_for(&letter, tokens::font(size::SMALL));
    ui.painter()
        .text(rect.center(), Align2::CENTER_CENTER, letter, font, c.dim);
}
