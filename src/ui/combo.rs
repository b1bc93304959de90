//! A field that shows what holds, and opens a list of what else there is.

use egui::{ComboBox, Id, Key, PopupCloseBehavior, ScrollArea, Ui};

use super::{
    form, jump,
    tokens::{self, size},
    widgets,
};

/// How high a long list is when it is open, in points.
const LIST_HEIGHT: f32 = 320.0;

/// How high a row of a long list is, in points.
const ROW_HEIGHT: f32 = 28.0;

/// One of a closed set. Gives another one when it is picked.
pub(super) fn choice_of<T: Clone + PartialEq>(
    ui: &mut Ui,
    id: Id,
    name: &str,
    current: &T,
    options: &[(T, String)],
) -> Option<T> {
    let shown = options
        .iter()
        .find(|(value, _)| value == current)
        .map_or("", |(_, label)| label.as_str());
    field(ui, id, name, shown, |ui, _| {
        short(ui, current, options.len(), &|place| options[place].clone())
    })
}

/// The field; `list` shows what it opens, and is told whether it has just been opened.
pub(super) fn field<T>(
    ui: &mut Ui,
    id: Id,
    name: &str,
    shown: &str,
    list: impl FnOnce(&mut Ui, bool) -> Option<T>,
) -> Option<T> {
    let was_open = ui.data(|data| data.get_temp(id)).unwrap_or(false);
    let combo = ComboBox::from_id_salt(id)
        .selected_text(widgets::said(shown, tokens::font(size::TEXT)))
        .width(ui.available_width())
        .height(f32::INFINITY)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .truncate();
    // What cannot be chosen does not look as if it could.
    let combo = if ui.is_enabled() {
        combo
    } else {
        combo.icon(|_, _, _, _| {})
    };
    let combo = combo.show_ui(ui, |ui| list(ui, !was_open));
    let is_open = combo.inner.is_some();
    if is_open != was_open {
        ui.data_mut(|data| data.insert_temp(id, is_open));
    }
    let font = tokens::font_for(shown, tokens::font(size::TEXT));
    let wide = ui.ctx().fonts_mut(|fonts| {
        let ink = ui.visuals().text_color();
        fonts.layout_no_wrap(shown.to_owned(), font, ink).size().x
    });
    let mark = ui.spacing().icon_width + 3.0 * ui.spacing().button_padding.x;
    let mut response = combo.response;
    if wide > response.rect.width() - mark && !is_open {
        response = response.on_hover_text(widgets::said(shown, tokens::font(size::SMALL)));
    }
    jump::arrive(ui, id, &response.accessible_name(name));
    combo.inner.flatten()
}

/// A list of items of the event, of which there can be a thousand.
pub(super) struct List<'a> {
    /// The name of the field in which a few letters make a long list short.
    pub find: &'a str,
    /// Whether the list has just been opened.
    pub is_new: bool,
}

impl List<'_> {
    /// Shows `count` options. A long list has a field above it, and only those of its rows that can be seen are made.
    /// Gives another one than the current when it is picked.
    pub(super) fn show<T: Clone + PartialEq>(
        &self,
        ui: &mut Ui,
        id: Id,
        current: &T,
        count: usize,
        option: &dyn Fn(usize) -> (T, String),
    ) -> Option<T> {
        if count <= widgets::DRAWN_WHOLE {
            return short(ui, current, count, option);
        }
        let kept = (!self.is_new).then(|| ui.data(|data| data.get_temp(id)));
        let mut typed: String = kept.flatten().unwrap_or_default();
        ui.set_width(ui.available_width().max(240.0));
        let find = form::field_of(ui, id.with("find"), self.find, &mut typed, Some(self.find));
        if self.is_new {
            find.request_focus();
        }
        let wanted = typed.trim().to_lowercase();
        let hits: Vec<usize> = (0..count)
            .filter(|place| wanted.is_empty() || option(*place).1.to_lowercase().contains(&wanted))
            .collect();
        let mut picked = None;
        if find.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
            picked = hits.first().map(|place| option(*place).0);
            ui.close();
        }
        let mut scroll = ScrollArea::vertical()
            .id_salt(id.with("rows"))
            .auto_shrink([false, true])
            .max_height(LIST_HEIGHT);
        if self.is_new {
            let at = (0..count).position(|place| option(place).0 == *current);
            let above = at.unwrap_or_default().saturating_sub(4) as f32;
            scroll =
                scroll.vertical_scroll_offset(above * (ROW_HEIGHT + ui.spacing().item_spacing.y));
        } else if find.changed() {
            scroll = scroll.vertical_scroll_offset(0.0);
        }
        scroll.show_rows(ui, ROW_HEIGHT, hits.len(), |ui, seen| {
            for place in &hits[seen] {
                let (value, label) = option(*place);
                if row(ui, value == *current, &label) {
                    picked = Some(value);
                }
            }
        });
        ui.data_mut(|data| data.insert_temp(id, typed));
        picked.filter(|picked| picked != current)
    }
}

/// A list that is drawn whole.
fn short<T: Clone + PartialEq>(
    ui: &mut Ui,
    current: &T,
    count: usize,
    option: &dyn Fn(usize) -> (T, String),
) -> Option<T> {
    let mut picked = None;
    ScrollArea::vertical()
        .max_height(LIST_HEIGHT + 40.0)
        .show(ui, |ui| {
            for place in 0..count {
                let (value, label) = option(place);
                if row(ui, value == *current, &label) && value != *current {
                    picked = Some(value);
                }
            }
        });
    picked
}

/// One option, which closes the list when it is clicked.
fn row(ui: &mut Ui, is_current: bool, label: &str) -> bool {
    let label = widgets::said(label, tokens::font(size::TEXT));
    let clicked = ui.selectable_label(is_current, label).clicked();
    if clicked {
        ui.close();
    }
    clicked
}
