//! The rows that forms are made of: a label at the left, fields at the right, languages side by side.
//!
//! Each field has an id of its own, made of the item and the field, so that what is typed never jumps to another
//! item; and an accessible name, which is its label, with the language where there are several.

use egui::{Align, Id, Layout, Margin, Response, RichText, Sense, TextEdit, Ui, vec2};
use uuid::Uuid;

use super::{
    View, combo, jump,
    row::Row,
    tokens::{self, colours, size, space},
    widgets,
};
use crate::{
    model::{Lang, OrganisationId, Text},
    words::Words,
};

/// How wide the labels of a form are, in points.
const LABEL_WIDTH: f32 = 92.0;

/// One item's form: its words, its languages, and whose fields these are.
#[derive(Clone, Copy)]
pub(super) struct Form<'a> {
    /// The texts of the interface.
    pub words: Words,
    /// The languages of the event.
    pub languages: &'a [Lang],
    /// The item that is shown.
    pub item: Uuid,
}

impl Form<'_> {
    /// The id of a field of this item.
    pub(super) fn id(&self, field: impl std::hash::Hash + std::fmt::Debug) -> Id {
        Id::unique((self.item, field))
    }

    /// The id of the field of a row.
    pub(super) fn row_id(&self, row: impl Into<Row>) -> Id {
        jump::id_of(self.item, row.into(), None)
    }

    /// What stands beside a row.
    pub(super) fn label(&self, row: impl Into<Row>) -> String {
        row.into().label(self.words)
    }

    /// The name of a field in one language: "Title (English)".
    pub(super) fn in_language(&self, label: &str, lang: &Lang) -> String {
        self.words.in_language(label, lang)
    }

    /// A label, and what stands beside it.
    #[allow(clippy::unused_self, reason = "rows are a form's, and read as such")]
    pub(super) fn row<R>(&self, ui: &mut Ui, label: &str, add: impl FnOnce(&mut Ui) -> R) -> R {
        let result = ui
            .horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = space::M;
                let c = colours(ui);
                ui.allocate_ui_with_layout(
                    vec2(LABEL_WIDTH, 28.0),
                    Layout::top_down(Align::LEFT),
                    |ui| {
                        ui.set_width(LABEL_WIDTH);
                        ui.add_space(5.0);
                        ui.label(RichText::new(label).size(size::SMALL).color(c.dim));
                    },
                );
                let width = ui.available_width();
                ui.vertical(|ui| {
                    ui.set_width(width);
                    add(ui)
                })
                .inner
            })
            .inner;
        ui.add_space(2.0);
        result
    }

    /// A row of the schema: its label, and its field, which gets the row's id and the label as its name.
    fn labelled<R>(
        &self,
        ui: &mut Ui,
        row: impl Into<Row>,
        add: impl FnOnce(&mut Ui, Id, &str) -> R,
    ) -> R {
        let row = row.into();
        let label = row.label(self.words);
        self.row(ui, &label, |ui| add(ui, self.row_id(row), &label))
    }

    /// The languages above their columns, once above the first row of a form.
    pub(super) fn language_heads(&self, ui: &mut Ui) {
        if self.languages.len() < 2 {
            return;
        }
        self.row(ui, "", |ui| {
            columns(ui, self.languages.len(), |ui, column| {
                widgets::dim(ui, self.languages[column].endonym());
            });
        });
    }

    /// Gives a field of the main language the keyboard, if the form is that of a new item.
    pub(super) fn focus_first(&self, ui: &Ui, view: &View, row: impl Into<Row>) {
        if view.focus_form
            && let Some(lang) = self.languages.first()
        {
            let id = jump::id_of(self.item, row.into(), Some(lang));
            ui.memory_mut(|memory| memory.request_focus(id));
        }
    }

    /// A text without breaks in each language, side by side. Whether it changed.
    pub(super) fn texts(&self, ui: &mut Ui, row: impl Into<Row>, text: &mut Text) -> bool {
        let row = row.into();
        self.texts_called(ui, &row.label(self.words), row, text)
    }

    /// As [`texts`](Self::texts), beside a label of its own.
    pub(super) fn texts_called(
        &self,
        ui: &mut Ui,
        label: &str,
        row: impl Into<Row>,
        text: &mut Text,
    ) -> bool {
        let row = row.into();
        self.row(ui, label, |ui| {
            let mut changed = false;
            columns(ui, self.languages.len(), |ui, column| {
                let lang = &self.languages[column];
                let name = self.name_of(label, lang);
                let mut value = text.text(lang).to_owned();
                let id = jump::id_of(self.item, row, Some(lang));
                if growing(ui, id, &name, &mut value, None).changed() {
                    text.set(lang, value);
                    changed = true;
                }
            });
            changed
        })
    }

    /// A text of several lines in each language, one under the other. Whether it changed. `hint` is what stands
    /// dim in an empty field.
    pub(super) fn long_texts(
        &self,
        ui: &mut Ui,
        row: impl Into<Row>,
        text: &mut Text,
        lines: usize,
        hint: &dyn Fn(&Lang) -> String,
    ) -> bool {
        let row = row.into();
        let label = row.label(self.words);
        self.row(ui, &label, |ui| {
            let mut changed = false;
            for lang in self.languages {
                let name = self.name_of(&label, lang);
                let mut value = text.text(lang).to_owned();
                let hint = hint(lang);
                let hint = if hint.is_empty() && self.languages.len() > 1 {
                    lang.endonym().to_owned()
                } else {
                    hint
                };
                let id = jump::id_of(self.item, row, Some(lang));
                if area(ui, id, &name, &mut value, lines, &hint).changed() {
                    text.set(lang, value);
                    changed = true;
                }
            }
            changed
        })
    }

    fn name_of(&self, label: &str, lang: &Lang) -> String {
        if self.languages.len() > 1 {
            self.in_language(label, lang)
        } else {
            label.to_owned()
        }
    }

    /// A text of one line that has no language. Whether it changed.
    pub(super) fn text(&self, ui: &mut Ui, row: impl Into<Row>, value: &mut String) -> bool {
        self.labelled(ui, row, |ui, id, label| {
            field_of(ui, id, label, value, None).changed()
        })
    }

    /// One of a closed set. Gives another one when it is picked.
    pub(super) fn choice<T: Clone + PartialEq>(
        &self,
        ui: &mut Ui,
        row: impl Into<Row>,
        current: &T,
        options: &[(T, String)],
    ) -> Option<T> {
        self.labelled(ui, row, |ui, id, label| {
            combo::choice_of(ui, id, label, current, options)
        })
    }

    /// One of many, which are put into words only while the list is open. Gives another one when it is picked.
    pub(super) fn choice_of_many<T: Clone + PartialEq>(
        &self,
        ui: &mut Ui,
        row: impl Into<Row>,
        (current, shown): (&T, &str),
        count: usize,
        option: &dyn Fn(usize) -> (T, String),
    ) -> Option<T> {
        self.labelled(ui, row, |ui, id, label| {
            combo::field(ui, id, label, shown, |ui, is_new| {
                let find = self.words.t("list-find");
                combo::List {
                    find: &find,
                    is_new,
                }
                .show(ui, id, current, count, option)
            })
        })
    }

    /// An item of the event, or none. There can be a thousand: the list is made only while it is open.
    pub(super) fn item<T: Copy + PartialEq>(
        &self,
        ui: &mut Ui,
        row: impl Into<Row>,
        current: &mut Option<T>,
        none: &str,
        name_of: &dyn Fn(T) -> Option<String>,
        all: &dyn Fn() -> Vec<T>,
    ) {
        self.labelled(ui, row, |ui, id, label| {
            let shown = current.map_or_else(|| Some(none.to_owned()), name_of);
            let shown = shown.unwrap_or_default();
            let find = self
                .words
                .tf("list-find", [("label", label.to_owned().into())]);
            let other = combo::field(ui, id, label, &shown, |ui, is_new| {
                let items = all();
                let option = |place: usize| match place.checked_sub(1) {
                    None => (None, none.to_owned()),
                    Some(place) => {
                        let item = items.get(place).copied();
                        (item, item.and_then(name_of).unwrap_or_default())
                    }
                };
                let list = combo::List {
                    find: &find,
                    is_new,
                };
                list.show(ui, id.with("list"), current, items.len() + 1, &option)
            });
            *current = other.unwrap_or(*current);
        });
    }

    /// An organisation of the event, or none.
    pub(super) fn organisation(
        &self,
        ui: &mut Ui,
        view: &View,
        row: impl Into<Row>,
        current: &mut Option<OrganisationId>,
    ) {
        let organisations = &view.event.organisations;
        let name = |id| Some(organisations.get(id)?.name.shown(&view.lang()).to_owned());
        let all = || organisations.iter().map(|one| one.id).collect();
        let none = self.words.t("organisation-none");
        self.item(ui, row, current, &none, &name, &all);
    }

    /// Something that is typed and read: a time, a length, a number. What cannot be read stays in the field with
    /// a sentence under it, and changes nothing.
    pub(super) fn parsed<T: Clone + Send + Sync + 'static>(
        &self,
        ui: &mut Ui,
        row: impl Into<Row>,
        value: (&T, &str),
        hint: &str,
        parse: impl Fn(&str) -> Result<T, String>,
    ) -> Option<T> {
        self.labelled(ui, row, |ui, id, label| {
            parsed(ui, id, label, value, hint, parse)
        })
    }

    /// The heading of a part of the form, with its own deed to add something. Whether that was clicked.
    #[allow(clippy::unused_self, reason = "parts are a form's, and read as such")]
    pub(super) fn part(&self, ui: &mut Ui, title: &str, add: Option<&str>) -> bool {
        ui.add_space(space::S);
        let c = colours(ui);
        let (line, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), Sense::hover());
        ui.painter().hline(
            line.x_range(),
            line.center().y,
            egui::Stroke::new(1.0, c.line),
        );
        let mut clicked = false;
        ui.horizontal(|ui| {
            ui.label(
                RichText::new(title)
                    .font(tokens::bold_font(size::SMALL))
                    .color(c.dim),
            );
            if let Some(add) = add {
                widgets::at_right(ui, |ui| clicked = widgets::quiet(ui, add).clicked());
            }
        });
        clicked
    }
}

/// Equal columns, one for each of `count`.
fn columns(ui: &mut Ui, count: usize, mut add: impl FnMut(&mut Ui, usize)) {
    let count = count.max(1);
    let gap = space::S;
    let width = (ui.available_width() - gap * (count as f32 - 1.0)) / count as f32;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = gap;
        for column in 0..count {
            ui.vertical(|ui| {
                ui.set_width(width);
                add(ui, column);
            });
        }
    });
}

/// A field of one line, as wide as there is room.
pub(super) fn field_of(
    ui: &mut Ui,
    id: Id,
    name: &str,
    value: &mut String,
    hint: Option<&str>,
) -> Response {
    let font = tokens::font_for(value, tokens::font(size::TEXT));
    let mut edit = TextEdit::singleline(value)
        .id(id)
        .font(font)
        .desired_width(f32::INFINITY)
        .margin(Margin::symmetric(8, 5))
        .align(egui::Align2::LEFT_CENTER);
    if let Some(hint) = hint {
        edit = edit.hint_text(widgets::said(hint, tokens::font(size::TEXT)).color(colours(ui).dim));
    }
    let field = ui.add(edit).accessible_name(name);
    jump::arrive(ui, id, &field);
    field
}

/// Texts longer than this scroll within their line; so long a field would push the form out of the window.
const GROWS_TO: usize = 400;

/// A field of one line that is as high as its text needs: a title is read whole, however narrow the field.
pub(super) fn growing(
    ui: &mut Ui,
    id: Id,
    name: &str,
    value: &mut String,
    hint: Option<&str>,
) -> Response {
    if value.chars().nth(GROWS_TO).is_some() {
        return field_of(ui, id, name, value, hint);
    }
    let edit = several_lines(value, id, 1, hint.unwrap_or_default(), ui).return_key(None);
    let response = ui.add(edit).accessible_name(name);
    jump::arrive(ui, id, &response);
    // Enter leaves it, as it leaves a field of one line.
    if response.has_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter)) {
        response.surrender_focus();
    }
    if response.changed() && value.contains(['\n', '\r']) {
        *value = value.replace("\r\n", " ").replace(['\n', '\r'], " ");
    }
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(egui::accesskit::Role::TextInput);
    });
    response
}

/// A field of several lines, as wide as there is room.
pub(super) fn area(
    ui: &mut Ui,
    id: Id,
    name: &str,
    value: &mut String,
    lines: usize,
    hint: &str,
) -> Response {
    let edit = several_lines(value, id, lines, hint, ui);
    let field = ui.add(edit).accessible_name(name);
    jump::arrive(ui, id, &field);
    field
}

fn several_lines<'a>(
    value: &'a mut String,
    id: Id,
    lines: usize,
    hint: &str,
    ui: &Ui,
) -> TextEdit<'a> {
    let hint = widgets::said(hint, tokens::font(size::TEXT)).color(colours(ui).dim);
    let font = tokens::font_for(value, tokens::font(size::TEXT));
    TextEdit::multiline(value)
        .id(id)
        .font(font)
        .desired_width(f32::INFINITY)
        .desired_rows(lines)
        .margin(Margin::symmetric(8, 5))
        .hint_text(hint)
}

/// What is being typed into a field that reads it, and what the field stood for before.
#[derive(Clone, Debug)]
struct Draft<T> {
    typed: String,
    before: T,
}

/// Forgets what was being typed into a field that reads a `T`: the field is gone.
pub(super) fn forget_typed<T: Clone + Send + Sync + 'static>(ui: &Ui, id: Id) {
    ui.data_mut(|data| data.remove::<Draft<T>>(id));
}

/// As [`Form::parsed`], for a field anywhere. What is typed counts at once; what turns out to be wrong gives the
/// value of before, since the letters that led there (`2` of `25:61`) may have been right by accident.
pub(super) fn parsed<T: Clone + Send + Sync + 'static>(
    ui: &mut Ui,
    id: Id,
    name: &str,
    (value, shown): (&T, &str),
    hint: &str,
    parse: impl Fn(&str) -> Result<T, String>,
) -> Option<T> {
    let mut draft: Option<Draft<T>> = ui.data(|data| data.get_temp(id));
    let mut typed = draft
        .as_ref()
        .map_or_else(|| shown.to_owned(), |draft| draft.typed.clone());
    let response = field_of(ui, id, name, &mut typed, Some(hint));
    let mut read = None;
    if let Some(draft) = draft.as_mut().filter(|_| response.gained_focus()) {
        // Coming back to what was left wrong: the value may have been changed elsewhere meanwhile.
        draft.before = value.clone();
        ui.data_mut(|data| data.insert_temp(id, draft.clone()));
    }
    if response.changed() {
        let before = draft
            .as_ref()
            .map_or_else(|| value.clone(), |draft| draft.before.clone());
        read = Some(parse(&typed).unwrap_or_else(|_| before.clone()));
        let typed = typed.clone();
        ui.data_mut(|data| data.insert_temp(id, Draft { typed, before }));
    }
    let trouble = if draft.is_some() || response.changed() {
        parse(&typed).err()
    } else {
        None
    };
    match trouble {
        Some(sentence) if !response.has_focus() || !typed.trim().is_empty() => {
            widgets::alert(ui, &sentence, colours(ui).alarm);
        }
        _ => {}
    }
    let escaped = response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Escape));
    if escaped || (!response.has_focus() && draft.is_some() && parse(&typed).is_ok()) {
        ui.data_mut(|data| data.remove::<Draft<T>>(id));
    }
    read
}
