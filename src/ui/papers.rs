//! The papers: the very pages that will be printed, live while people type.

use egui::{
    Align, Button, Color32, Layout, Rect, ScrollArea, Sense, Stroke, StrokeKind, Ui, pos2, vec2,
};

use super::{
    Action, Command, Out, PaperCommand, View, combo, paper_trouble,
    tokens::{self, colours, size, space},
    widgets,
};
use crate::{
    model::{ItemId, Lang},
    print::Paper,
};

/// How wide the pages at the side are, in points.
const SMALL_PAGE: f32 = 96.0;

/// Shows the place.
pub(super) fn show(ui: &mut Ui, view: &View, out: &mut Out) {
    tools(ui, view, out);
    let desk = colours(ui).desk;
    paper_trouble::show(ui, view, out);
    paper_trouble::lacks(ui, view);
    let has_pages = view.preview.pages.is_some() || view.preview.trouble.is_none();
    if view.selected().is_none() && has_pages {
        small_pages_panel(ui, view, out);
    }
    egui::CentralPanel::default()
        .frame(egui::Frame::new().fill(desk))
        .show(ui, |ui| {
            if view.preview.pages.is_some() {
                pages(ui, view, out);
            } else if view.preview.trouble.is_none() {
                paper_trouble::nothing_yet(ui, view);
            }
        });
}

/// The pages at the side. A form that stands there has the room instead.
fn small_pages_panel(ui: &mut Ui, view: &View, out: &mut Out) {
    egui::Panel::right("pages")
        .exact_size(SMALL_PAGE + 40.0)
        .resizable(false)
        .frame(egui::Frame::new().fill(colours(ui).ground))
        .show(ui, |ui| small_pages(ui, view, out));
}

fn tools(ui: &mut Ui, view: &View, out: &mut Out) {
    let words = view.words;
    // Beside a form there is no room for all in one row, nor for many languages.
    let more_languages = view.languages().len().saturating_sub(2) as f32;
    let can_compare = can_compare(view);
    let for_since = if can_compare { 190.0 } else { 0.0 };
    let is_wide = ui.available_width() > 1090.0 + 180.0 * more_languages + for_since;
    widgets::toolbar(ui, |ui| {
        let papers = Paper::ALL.map(|paper| (paper, paper.name(words)));
        if let Some(paper) = widgets::segmented(ui, &words.t("paper"), view.preview.paper, &papers)
        {
            out.send(Command::Paper(PaperCommand::Show(paper)));
        }
        if is_wide {
            languages(ui, view, out);
            since(ui, view, out);
        }
        widgets::at_right(ui, |ui| {
            let is_ready = paper_trouble::can_print(view);
            ui.add_enabled_ui(is_ready, |ui| {
                if widgets::primary(ui, &words.t("paper-save")).clicked() {
                    out.act(Action::SavePdf);
                }
                if ui.button(words.t("paper-open")).clicked() {
                    out.act(Action::OpenInViewer);
                }
            });
            zoom(ui, view, out);
        });
    });
    if !is_wide && (view.languages().len() > 1 || can_compare) {
        widgets::toolbar(ui, |ui| {
            languages(ui, view, out);
            since(ui, view, out);
        });
    }
}

/// Whether the paper can show what has changed since a version, and there is one.
fn can_compare(view: &View) -> bool {
    let is_comparing = match view.preview.paper {
        Paper::RunOfShow | Paper::Changes => true,
        Paper::Programme | Paper::PhotoSheet | Paper::NameList => false,
    };
    is_comparing && !view.versions.list.is_empty()
}

/// Since which version changes are shown.
fn since(ui: &mut Ui, view: &View, out: &mut Out) {
    if !can_compare(view) {
        return;
    }
    let words = view.words;
    let none = (None, words.t("paper-since-none"));
    let numbers = view
        .versions
        .list
        .iter()
        .rev()
        .map(|version| version.number);
    let versions = numbers.map(|number| {
        let label = words.tf("paper-since", [("number", number.into())]);
        (Some(number), label)
    });
    // The list of changes without a version to compare with would be empty.
    let options: Vec<_> = std::iter::once(none)
        .filter(|_| view.preview.paper != Paper::Changes)
        .chain(versions)
        .collect();
    ui.scope(|ui| {
        ui.set_max_width(180.0);
        let id = ui.scope_id().with("since");
        let name = words.t("paper-since-name");
        if let Some(picked) = combo::choice_of(ui, id, &name, &view.preview.since, &options) {
            out.send(Command::Paper(PaperCommand::Since(picked)));
        }
    });
}

fn languages(ui: &mut Ui, view: &View, out: &mut Out) {
    let words = view.words;
    let all = view.languages();
    if all.len() < 2 {
        return;
    }
    // Each language, each pair that begins with the main one, and all of them.
    let mut choices: Vec<(usize, Vec<Lang>, String)> = Vec::new();
    for lang in all {
        choices.push((choices.len(), vec![lang.clone()], lang.endonym().to_owned()));
    }
    if all.len() == 2 {
        choices.push((choices.len(), all.to_vec(), words.t("paper-both")));
    } else {
        for other in &all[1..] {
            let pair = vec![all[0].clone(), other.clone()];
            let label = format!("{} + {}", all[0].endonym(), other.endonym());
            choices.push((choices.len(), pair, label));
        }
    }
    let current = choices
        .iter()
        .position(|(_, languages, _)| languages == view.preview.languages)
        .unwrap_or(usize::MAX);
    let labels: Vec<_> = choices
        .iter()
        .map(|(index, _, label)| (*index, label.clone()))
        .collect();
    if let Some(picked) = widgets::segmented(ui, &words.t("paper-language"), current, &labels)
        && let Some((_, languages, _)) = choices.into_iter().nth(picked)
    {
        out.send(Command::Paper(PaperCommand::Languages(languages)));
    }
}

fn zoom(ui: &mut Ui, view: &View, out: &mut Out) {
    let words = view.words;
    let current = view.preview.zoom.unwrap_or(1.0);
    let mut set = |zoom| out.send(Command::Paper(PaperCommand::Zoom(zoom)));
    if ui
        .button("+")
        .accessible_name(words.t("paper-larger"))
        .clicked()
    {
        set(Some((current * 1.2).min(4.0)));
    }
    let text = match view.preview.zoom {
        Some(zoom) => format!("{:.0}%", zoom * 100.0),
        None => words.t("paper-fit"),
    };
    if ui
        .add(Button::new(text).min_size(vec2(58.0, 0.0)))
        .accessible_name(words.t("paper-fit-name"))
        .clicked()
    {
        set(None);
    }
    if ui
        .button("−")
        .accessible_name(words.t("paper-smaller"))
        .clicked()
    {
        set(Some((current / 1.2).max(0.25)));
    }
}

/// Points of the screen for a point of paper.
fn scale(view: &View, width: f32, page_width: f32) -> f32 {
    match view.preview.zoom {
        Some(zoom) => zoom * 96.0 / 72.0,
        None => ((width - 2.0 * space::XL) / page_width.max(1.0)).clamp(0.2, 1.9),
    }
}

fn pages(ui: &mut Ui, view: &View, out: &mut Out) {
    let Some(pages) = view.preview.pages else {
        return;
    };
    let room = ui.available_width() - 12.0;
    ScrollArea::both()
        .id_salt(("pages", view.preview.paper))
        .auto_shrink(false)
        .show_viewport(ui, |ui, viewport| {
            let origin = ui.min_rect().min;
            let mut top = space::L;
            let mut widest: f32 = 0.0;
            for page in 0..pages.count() {
                let (width, height) = pages.size(page);
                let scale = scale(view, room, width);
                let size = vec2(width * scale, height * scale);
                widest = widest.max(size.x);
                let left = ((room - size.x) / 2.0).max(space::L);
                let rect = Rect::from_min_size(origin + vec2(left, top), size);
                if view.preview.scroll_to == Some(page) {
                    ui.scroll_to_rect(rect.expand(space::L), Some(Align::Min));
                }
                let is_visible = top + size.y >= viewport.min.y && top <= viewport.max.y;
                if is_visible {
                    ui.painter().rect_filled(
                        rect.translate(vec2(0.0, 2.0)).expand(1.0),
                        1,
                        tokens::shade(),
                    );
                    ui.painter().rect_filled(rect, 0, Color32::WHITE);
                    let pixels = scale * ui.ctx().pixels_per_point();
                    if let Some(texture) = view.pictures.page(page, pixels) {
                        let uv = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
                        let tint = tokens::paper_tint(ui);
                        ui.painter().image(texture, rect, uv, tint);
                    }
                    page_clicks(ui, view, page, rect, scale, out);
                }
                top += size.y + space::L;
            }
            ui.set_min_size(vec2(widest + 2.0 * space::L, top));
        });
}

/// A click on a line opens its form; the line under the pointer is marked.
fn page_clicks(ui: &Ui, view: &View, page: usize, rect: Rect, scale: f32, out: &mut Out) {
    let Some(pages) = view.preview.pages else {
        return;
    };
    let response = ui.interact(rect, ui.scope_id().with(("page", page)), Sense::click());
    let name = view.words.tf(
        "page-name",
        [
            ("number", (page + 1).into()),
            ("count", pages.count().into()),
        ],
    );
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, &name));
    let Some(at) = response.hover_pos() else {
        return;
    };
    let on_paper = (at - rect.min) / scale;
    let Some(item) = pages.spot_at(page, on_paper.x, on_paper.y) else {
        return;
    };
    let spot = pages
        .spots(page)
        .iter()
        .find(|spot| spot.item == item && spot.rect.contains(on_paper.x, on_paper.y));
    if let Some(spot) = spot {
        let mark = Rect::from_min_max(
            rect.min + vec2(spot.rect.left, spot.rect.top) * scale,
            rect.min + vec2(spot.rect.right, spot.rect.bottom) * scale,
        );
        let stroke = Stroke::new(1.0, colours(ui).accent);
        ui.painter()
            .rect_stroke(mark.expand(2.0), 3, stroke, StrokeKind::Outside);
    }
    ui.ctx().set_cursor_icon(egui::CursorIcon::PointingHand);
    if response.clicked() {
        // A room or a team has its form among the details; everything else has one that fits beside the paper.
        out.send(match item {
            ItemId::Room(_) | ItemId::Team(_) => Command::Open(item),
            ItemId::Session(_)
            | ItemId::Participant(_)
            | ItemId::Organisation(_)
            | ItemId::Delegation(_)
            | ItemId::Agreement(_)
            | ItemId::Photo(_) => Command::Paper(PaperCommand::Form(Some(item))),
        });
    }
}

fn small_pages(ui: &mut Ui, view: &View, out: &mut Out) {
    let Some(pages) = view.preview.pages else {
        return;
    };
    ScrollArea::vertical()
        .id_salt("small pages")
        .auto_shrink(false)
        .show_viewport(ui, |ui, viewport| {
            let origin = ui.min_rect().min;
            let mut top = space::M;
            for page in 0..pages.count() {
                let (width, height) = pages.size(page);
                let size = vec2(SMALL_PAGE, SMALL_PAGE * height / width.max(1.0));
                let rect = Rect::from_min_size(origin + vec2(20.0, top), size);
                if top + size.y + 24.0 >= viewport.min.y && top <= viewport.max.y {
                    small_page(ui, view, page, rect, width, out);
                }
                top += size.y + 26.0;
            }
            ui.with_layout(Layout::top_down(Align::LEFT), |ui| ui.set_height(top));
        });
}

fn small_page(ui: &Ui, view: &View, page: usize, rect: Rect, page_width: f32, out: &mut Out) {
    let c = colours(ui);
    let response = ui.interact(
        rect,
        ui.scope_id().with(("small page", page)),
        Sense::click(),
    );
    let name = view.words.tf("page-small", [("number", (page + 1).into())]);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &name));
    ui.painter().rect_filled(rect, 1, Color32::WHITE);
    let pixels = rect.width() / page_width.max(1.0) * ui.ctx().pixels_per_point();
    if let Some(texture) = view.pictures.page(page, pixels) {
        let uv = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
        ui.painter().image(texture, rect, uv, Color32::WHITE);
    }
    let is_marked = response.hovered() || response.has_focus();
    let stroke = if is_marked {
        Stroke::new(2.0, c.accent)
    } else {
        Stroke::new(1.0, c.line)
    };
    ui.painter()
        .rect_stroke(rect, 1, stroke, StrokeKind::Outside);
    let at = pos2(rect.center().x - 4.0, rect.bottom() + 4.0);
    widgets::line(
        ui,
        at,
        &(page + 1).to_string(),
        tokens::font(size::SMALL),
        c.dim,
        40.0,
    );
    if response.clicked() {
        out.send(Command::Paper(PaperCommand::Page(page)));
    }
}
