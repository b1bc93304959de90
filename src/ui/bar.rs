//! The top of the window: menus, what is open, and the deeds that are always at hand.

use egui::{Button, Id, Key, MenuBar, Modifiers, Popup, Response, RichText, Ui, vec2};

use super::{
    Action, Command, Out, Place, View,
    action::Menu,
    tokens::{self, colours, size, space},
    widgets,
};
use crate::{store::Theme, words::Tongue};

/// The menus of actions alone, each with the key of its name and the key that opens it with Alt.
const MENUS: [(Menu, &str, Key); 4] = [
    (Menu::File, "menu-file", Key::F),
    (Menu::Edit, "menu-edit", Key::E),
    (Menu::Add, "menu-add", Key::A),
    (Menu::Go, "menu-go", Key::G),
];

/// Shows the bar.
pub(super) fn show(ui: &mut Ui, view: &View, out: &mut Out) {
    ui.horizontal(|ui| {
        menus(ui, view, out);
        widgets::at_right(ui, |ui| {
            if view.is_open {
                at_hand(ui, view, out);
                ui.add_space(space::L);
                let room = ui.available_width();
                ui.allocate_ui_with_layout(
                    vec2(room, 28.0),
                    egui::Layout::left_to_right(egui::Align::Center),
                    |ui| {
                        title(ui, view);
                    },
                );
            }
        });
    });
}

/// The menus, in just the room that their names take: a menu bar would take the whole row.
fn menus(ui: &mut Ui, view: &View, out: &mut Out) {
    let words = view.words;
    let ink = colours(ui).ink;
    let names = MENUS
        .iter()
        .map(|(_, key, _)| words.t(key))
        .chain([words.t("menu-view"), words.t("menu-help")]);
    let padding = 2.0 * ui.spacing().button_padding.x + ui.spacing().item_spacing.x;
    let width: f32 = names
        .map(|name| {
            let font = tokens::font(size::TEXT);
            ui.ctx()
                .fonts_mut(|fonts| fonts.layout_no_wrap(name, font, ink).size().x)
                + padding
        })
        .sum();
    ui.allocate_ui(vec2(width, 28.0), |ui| menu_bar(ui, view, out));
}

fn menu_bar(ui: &mut Ui, view: &View, out: &mut Out) {
    let words = view.words;
    MenuBar::new().ui(ui, |ui| {
        for (menu, key, letter) in MENUS {
            let button = ui.menu_button(words.t(key), |ui| {
                ui.set_min_width(240.0);
                items(ui, menu, view, out);
                if menu == Menu::File {
                    recent(ui, view, out);
                }
            });
            by_key(ui, view, &button.response, letter);
        }
        let menu = ui.menu_button(words.t("menu-view"), |ui| look_menu(ui, view, out));
        by_key(ui, view, &menu.response, Key::V);
        let menu = ui.menu_button(words.t("menu-help"), |ui| {
            ui.set_min_width(200.0);
            items(ui, Menu::Help, view, out);
        });
        by_key(ui, view, &menu.response, Key::H);
    });
}

/// Opens a menu where Alt and its letter are pressed, or F10 for the first, as Windows and Linux have it; a Mac writes
/// letters with Alt.
fn by_key(ui: &Ui, view: &View, menu: &Response, letter: Key) {
    if cfg!(target_os = "macos") || view.question.is_some() {
        return;
    }
    let is_pressed = ui.input_mut(|input| {
        input.consume_key(Modifiers::ALT, letter)
            || (letter == Key::F && input.consume_key(Modifiers::NONE, Key::F10))
    });
    if is_pressed {
        Popup::open_id(ui.ctx(), Popup::default_response_id(menu));
        ui.data_mut(|data| data.insert_temp(wants_focus(), true));
        ui.ctx().request_repaint();
    }
}

/// Whether the keyboard goes to the first deed of the menu that opens.
fn wants_focus() -> Id {
    Id::unique("menu wants the keyboard")
}

fn at_hand(ui: &mut Ui, view: &View, out: &mut Out) {
    let words = view.words;
    // Where the paper is shown and there is none, there is nothing to print.
    let is_paper = view.place == Place::Papers;
    let can_print = !is_paper || super::paper_trouble::can_print(view);
    ui.add_enabled_ui(can_print, |ui| {
        if widgets::primary(ui, &words.t("bar-print")).clicked() {
            out.act(if is_paper {
                Action::SavePdf
            } else {
                Action::Go(Place::Papers)
            });
        }
    });
    let save = ui.add_enabled(
        view.is_dirty && !view.is_saving,
        Button::new(words.t("bar-save")),
    );
    if save
        .on_hover_text(shortcut_text(ui, Action::Save))
        .clicked()
    {
        out.act(Action::Save);
    }
    let c = colours(ui);
    let find = RichText::new(format!(
        "{}   {}",
        words.t("bar-find"),
        shortcut_text(ui, Action::Find)
    ))
    .color(c.dim);
    let find = ui
        .add(Button::new(find).min_size(vec2(170.0, 28.0)))
        .accessible_name(words.t("bar-find"));
    if find.clicked() {
        out.act(Action::Find);
    }
}

/// What is open and whether it is saved, in the middle of the room that there is.
fn title(ui: &mut Ui, view: &View) {
    let words = view.words;
    let c = colours(ui);
    let (state, ink) = match (view.is_saving, view.is_dirty, view.folder.is_some()) {
        (true, _, _) => (words.t("state-saving"), c.dim),
        (_, true, true) => (words.t("state-unsaved"), c.amber),
        (_, _, true) => (words.t("state-saved"), c.dim),
        (_, _, false) => (words.t("state-new"), c.amber),
    };
    let state = if view.is_dirty {
        format!("● {state}")
    } else {
        state
    };
    let name = event_name(view);
    let font = tokens::bold_font(size::TEXT);
    let width = |text: &str, font: egui::FontId| {
        ui.ctx()
            .fonts_mut(|fonts| fonts.layout_no_wrap(text.to_owned(), font, c.ink).size().x)
    };
    let state_width = width(&state, tokens::font(size::SMALL));
    let room = ui.available_width();
    let name_width = (width(&name, tokens::font_for(&name, font.clone())) + 2.0)
        .min(room - state_width - space::XL);
    ui.add_space(((room - name_width - state_width - space::M) / 2.0).max(0.0));
    ui.scope(|ui| {
        ui.set_max_width(name_width.max(40.0));
        ui.add(egui::Label::new(widgets::said(name, font)).truncate());
    });
    ui.label(RichText::new(state).size(size::SMALL).color(ink));
}

/// What the event is called; that it has no title yet, where it has none.
pub(super) fn event_name(view: &View) -> String {
    let title = view.event.details.title.shown(&view.lang()).trim();
    if title.is_empty() {
        view.words.t("event-untitled")
    } else {
        title.chars().take(200).collect()
    }
}

/// The actions of a menu, with a line between two groups.
fn items(ui: &mut Ui, menu: Menu, view: &View, out: &mut Out) {
    for (place, group) in menu.groups().into_iter().enumerate() {
        if place > 0 {
            ui.separator();
        }
        for action in group {
            item(ui, action, view, out);
        }
    }
}

fn item(ui: &mut Ui, action: Action, view: &View, out: &mut Out) {
    let (is_possible, label) = (action.is_offered(view), action.label(view));
    let button = Button::new(label.clone()).shortcut_text(shortcut_text(ui, action));
    let item = ui.add_enabled(is_possible, button).accessible_name(label);
    let is_awaited = || ui.data_mut(|data| data.remove_temp::<bool>(wants_focus()));
    if is_possible && is_awaited().is_some() {
        item.request_focus();
    }
    if item.clicked() {
        out.act(action);
        ui.close();
    }
}

/// The keys of a deed, as this system writes them.
pub(super) fn shortcut_text(ui: &Ui, action: Action) -> String {
    action
        .shortcut()
        .map(|shortcut| ui.ctx().format_shortcut(&shortcut))
        .unwrap_or_default()
}

fn recent(ui: &mut Ui, view: &View, out: &mut Out) {
    if view.recent.is_empty() {
        return;
    }
    ui.separator();
    widgets::dim(ui, view.words.t("menu-recent"));
    for path in view.recent.iter().take(6) {
        let name = path.file_name().map_or_else(
            || path.display().to_string(),
            |name| name.to_string_lossy().into_owned(),
        );
        if ui
            .button(name)
            .on_hover_text(path.display().to_string())
            .clicked()
        {
            out.send(Command::File(super::FileCommand::Open(path.clone())));
            ui.close();
        }
    }
}

fn look_menu(ui: &mut Ui, view: &View, out: &mut Out) {
    let words = view.words;
    ui.set_min_width(220.0);
    items(ui, Menu::View, view, out);
    ui.separator();
    widgets::dim(ui, words.t("menu-language"));
    let system = (None, words.t("language-system"));
    let tongues = Tongue::ALL.map(|tongue| (Some(tongue), tongue.lang().endonym().to_owned()));
    for (choice, label) in std::iter::once(system).chain(tongues) {
        if ui.radio(view.tongue_choice == choice, label).clicked() {
            out.send(Command::Speak(choice));
            ui.close();
        }
    }
    ui.separator();
    widgets::dim(ui, words.t("menu-theme"));
    for theme in Theme::ALL {
        if ui
            .radio(view.theme == theme, words.t(theme_key(theme)))
            .clicked()
        {
            out.send(Command::Theme(theme));
            ui.close();
        }
    }
}

const fn theme_key(theme: Theme) -> &'static str {
    match theme {
        Theme::System => "theme-system",
        Theme::Light => "theme-light",
        Theme::Dark => "theme-dark",
    }
}
