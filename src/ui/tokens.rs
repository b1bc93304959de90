//! The look: colours, spaces and type, and nothing of them anywhere else.

use std::sync::Arc;

use egui::{
    Color32, Context, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, Margin, Shadow,
    Stroke, Style, TextStyle, Theme, Vec2, Visuals, style::WidgetVisuals,
};

use crate::{
    fonts::{self, Face},
    model::{SessionKind, is_cjk},
    words::Tongue,
};

/// Spaces between things, in points.
pub mod space {
    /// Between a thing and its mark.
    pub const XS: f32 = 4.0;
    /// Between things that belong together.
    pub const S: f32 = 8.0;
    /// Between rows of a form.
    pub const M: f32 = 12.0;
    /// Around the contents of a panel.
    pub const L: f32 = 16.0;
    /// Between parts.
    pub const XL: f32 = 24.0;
}

/// How large text is, in points.
pub mod size {
    /// What people read and type.
    pub const TEXT: f32 = 13.5;
    /// What explains.
    pub const SMALL: f32 = 12.0;
    /// What a panel is about.
    pub const HEADING: f32 = 15.5;
    /// The one title of the welcome screen.
    pub const TITLE: f32 = 26.0;
}

/// Corners of buttons, fields and cards, in points.
pub const CORNER: u8 = 6;

/// How wide the list of places is, in points.
pub const PLACES_WIDTH: f32 = 176.0;

/// How high the line at the bottom is, in points.
pub const STATUS_HEIGHT: f32 = 38.0;

/// How wide the form is at first, in points.
pub const FORM_WIDTH: f32 = 420.0;

/// From how much room on, in points, the form is as wide as [`WIDE_FORM_WIDTH`] at first.
pub const WIDE: f32 = 1400.0;

/// How wide the form of a wide window is at first, in points.
pub const WIDE_FORM_WIDTH: f32 = 560.0;

/// The colours of one theme.
#[derive(Clone, Copy, Debug)]
pub struct Colours {
    /// Behind everything.
    pub ground: Color32,
    /// Behind the paper in the preview.
    pub desk: Color32,
    /// What is written upon: lists, fields.
    pub sheet: Color32,
    /// Between things.
    pub line: Color32,
    /// Text.
    pub ink: Color32,
    /// Text that explains.
    pub dim: Color32,
    /// The primary deed and the ring of the selection.
    pub accent: Color32,
    /// Text upon the accent.
    pub on_accent: Color32,
    /// The ground of what is selected.
    pub selection: Color32,
    /// The ground of what the pointer is over.
    pub hover: Color32,
    /// What needs a look.
    pub amber: Color32,
    /// The ground of what needs a look.
    pub amber_ground: Color32,
    /// What went wrong.
    pub alarm: Color32,
}

const LIGHT: Colours = Colours {
    ground: Color32::from_rgb(0xF6, 0xF5, 0xF2),
    desk: Color32::from_rgb(0xE5, 0xE3, 0xDD),
    sheet: Color32::from_rgb(0xFF, 0xFF, 0xFF),
    line: Color32::from_rgb(0xE3, 0xE1, 0xDC),
    ink: Color32::from_rgb(0x1F, 0x23, 0x28),
    dim: Color32::from_rgb(0x63, 0x68, 0x70),
    accent: Color32::from_rgb(0x8C, 0x1D, 0x2F),
    on_accent: Color32::from_rgb(0xFF, 0xFF, 0xFF),
    selection: Color32::from_rgb(0xF3, 0xEC, 0xE9),
    hover: Color32::from_rgb(0xFA, 0xF8, 0xF5),
    amber: Color32::from_rgb(0xA1, 0x57, 0x08),
    amber_ground: Color32::from_rgb(0xFC, 0xF3, 0xE3),
    alarm: Color32::from_rgb(0xA8, 0x1E, 0x1E),
};

const DARK: Colours = Colours {
    ground: Color32::from_rgb(0x1B, 0x1B, 0x1C),
    desk: Color32::from_rgb(0x12, 0x12, 0x13),
    sheet: Color32::from_rgb(0x24, 0x24, 0x26),
    line: Color32::from_rgb(0x3A, 0x39, 0x3A),
    ink: Color32::from_rgb(0xEA, 0xE8, 0xE4),
    dim: Color32::from_rgb(0xA3, 0x9F, 0x99),
    accent: Color32::from_rgb(0xC4, 0x4A, 0x5E),
    on_accent: Color32::from_rgb(0xFF, 0xFF, 0xFF),
    selection: Color32::from_rgb(0x3B, 0x2E, 0x30),
    hover: Color32::from_rgb(0x2C, 0x2B, 0x2C),
    amber: Color32::from_rgb(0xE3, 0xA8, 0x57),
    amber_ground: Color32::from_rgb(0x3A, 0x30, 0x20),
    alarm: Color32::from_rgb(0xF0, 0x8A, 0x80),
};

/// The colours of the theme in which this is drawn.
#[must_use]
pub fn colours(ui: &egui::Ui) -> &'static Colours {
    if ui.visuals().dark_mode {
        &DARK
    } else {
        &LIGHT
    }
}

/// The shade under a sheet of paper.
#[must_use]
pub fn shade() -> Color32 {
    Color32::from_black_alpha(24)
}

/// What a page is toned with: in the dark a little, so that it does not glare.
#[must_use]
pub fn paper_tint(ui: &egui::Ui) -> Color32 {
    if ui.visuals().dark_mode {
        Color32::from_gray(236)
    } else {
        Color32::WHITE
    }
}

/// The colour of the bar that stands beside a session of this kind. The kind is told in words as well.
#[must_use]
pub fn kind_colour(kind: SessionKind) -> Color32 {
    match kind {
        SessionKind::WelcomeRemarks | SessionKind::ClosingRemarks => {
            Color32::from_rgb(0x9B, 0x2C, 0x3D)
        }
        SessionKind::VideoAddress => Color32::from_rgb(0x3D, 0x5E, 0x94),
        SessionKind::Keynote => Color32::from_rgb(0x2F, 0x73, 0x57),
        SessionKind::PanelDiscussion => Color32::from_rgb(0x75, 0x4C, 0x97),
        SessionKind::Signing => Color32::from_rgb(0xB9, 0x78, 0x1B),
        SessionKind::GroupPhoto | SessionKind::Performance => Color32::from_rgb(0x3B, 0x7F, 0x8E),
        SessionKind::Registration | SessionKind::Break | SessionKind::Meal | SessionKind::Other => {
            Color32::from_rgb(0x9A, 0x9C, 0x9F)
        }
    }
}

/// The ground of a block of this kind, stronger where it is selected or the pointer is over it.
#[must_use]
pub fn kind_ground(ui: &egui::Ui, kind: SessionKind, is_strong: bool) -> Color32 {
    let part = match (ui.visuals().dark_mode, is_strong) {
        (false, false) => 0.11,
        (false, true) => 0.19,
        (true, false) => 0.22,
        (true, true) => 0.32,
    };
    colours(ui).sheet.lerp_to_gamma(kind_colour(kind), part)
}

/// The family of a weight for text in Chinese characters, in the forms that the event's readers expect.
const HAN: [&str; 2] = ["han", "han bold"];

/// The families of Latin text, regular and bold.
const LATIN: [&str; 2] = ["latin", "latin bold"];

/// The bold weight.
#[must_use]
pub fn bold() -> FontFamily {
    FontFamily::Name("bold".into())
}

/// Text of this size in the bold weight.
#[must_use]
pub fn bold_font(size: f32) -> FontId {
    FontId::new(size, bold())
}

/// Text of this size.
#[must_use]
pub fn font(size: f32) -> FontId {
    FontId::proportional(size)
}

/// The font in which this text is shown: in the English interface, text with Chinese characters gets the face of its
/// readers, since the face of Latin text has other forms of them; in the Chinese interface, Latin text with an
/// apostrophe gets the face in which that is not as wide as a character.
#[must_use]
pub fn font_for(text: &str, font: FontId) -> FontId {
    if text.contains(is_cjk) {
        let name = HAN[usize::from(font.family == bold())];
        FontId::new(font.size, FontFamily::Name(name.into()))
    } else if text.contains(|c: char| c.is_ascii_alphabetic())
        && text.contains(['’', '‘', '“', '”', '—', '…', '·'])
    {
        let name = LATIN[usize::from(font.family == bold())];
        FontId::new(font.size, FontFamily::Name(name.into()))
    } else {
        font
    }
}

/// Gives the window its typeface, with the forms of characters and the widths of quotation marks that the language's
/// readers expect.
pub fn install_fonts(ctx: &Context, tongue: Tongue) {
    let (face, han) = match tongue {
        Tongue::En => (Face::Latin, Face::HongKong),
        Tongue::ZhHant => (Face::HongKong, Face::HongKong),
        Tongue::ZhHans => (Face::SimplifiedChinese, Face::SimplifiedChinese),
    };
    let mut definitions = FontDefinitions::empty();
    for (name, bytes, face) in [
        ("regular", fonts::REGULAR, face),
        ("bold", fonts::BOLD, face),
        (HAN[0], fonts::REGULAR, han),
        (HAN[1], fonts::BOLD, han),
        (LATIN[0], fonts::REGULAR, Face::Latin),
        (LATIN[1], fonts::BOLD, Face::Latin),
    ] {
        let mut data = FontData::from_static(bytes);
        data.index = face.index();
        definitions
            .font_data
            .insert(name.to_owned(), Arc::new(data));
        // The face of Hong Kong has characters of names that the others lack.
        let family = if name.starts_with("han") {
            vec![name.to_owned()]
        } else {
            vec![name.to_owned(), fallback(name)]
        };
        definitions
            .families
            .insert(FontFamily::Name(name.into()), family);
    }
    let regular = vec!["regular".to_owned(), HAN[0].to_owned()];
    definitions
        .families
        .insert(FontFamily::Proportional, regular.clone());
    definitions.families.insert(FontFamily::Monospace, regular);
    ctx.set_fonts(definitions);
}

fn fallback(name: &str) -> String {
    HAN[usize::from(name.ends_with("bold"))].to_owned()
}

/// Gives the window its look, light and dark.
pub fn install_style(ctx: &Context) {
    for (theme, colours) in [(Theme::Light, &LIGHT), (Theme::Dark, &DARK)] {
        ctx.set_style_of(theme, style(theme, colours));
    }
}

fn style(theme: Theme, c: &Colours) -> Style {
    let mut style = Style {
        visuals: visuals(theme, c),
        ..Style::default()
    };
    style.text_styles = [
        (TextStyle::Small, font(size::SMALL)),
        (TextStyle::Body, font(size::TEXT)),
        (TextStyle::Button, font(size::TEXT)),
        (TextStyle::Monospace, font(size::TEXT)),
        (TextStyle::Heading, bold_font(size::HEADING)),
    ]
    .into();
    let spacing = &mut style.spacing;
    spacing.item_spacing = Vec2::new(space::S, space::S);
    spacing.button_padding = Vec2::new(10.0, 4.0);
    spacing.interact_size = Vec2::new(40.0, 28.0);
    spacing.menu_margin = Margin::same(6);
    spacing.icon_width = 16.0;
    spacing.combo_height = 360.0;
    spacing.scroll = egui::style::ScrollStyle::thin();
    style.interaction.selectable_labels = false;
    style.interaction.tooltip_delay = 0.4;
    style.animation_time = 0.08;
    style
}

/// Makes what follows something to read: nothing in it can be changed, and it looks so, but is read as well as ever.
pub(super) fn only_read(ui: &mut egui::Ui) {
    let c = colours(ui);
    let v = ui.visuals_mut();
    v.disabled_alpha = 1.0;
    // What could be typed is not said.
    v.weak_text_color = Some(Color32::TRANSPARENT);
    v.extreme_bg_color = Color32::TRANSPARENT;
    v.text_edit_bg_color = Some(Color32::TRANSPARENT);
    for widget in [&mut v.widgets.noninteractive, &mut v.widgets.inactive] {
        widget.bg_fill = Color32::TRANSPARENT;
        widget.weak_bg_fill = Color32::TRANSPARENT;
        widget.bg_stroke = Stroke::NONE;
        widget.fg_stroke.color = c.ink;
    }
    ui.disable();
}

fn visuals(theme: Theme, c: &Colours) -> Visuals {
    let mut v = theme.default_visuals();
    v.panel_fill = c.ground;
    v.window_fill = c.sheet;
    v.window_stroke = Stroke::new(1.0, c.line);
    v.window_corner_radius = CornerRadius::same(10);
    v.menu_corner_radius = CornerRadius::same(8);
    v.window_shadow = Shadow {
        offset: [0, 8],
        blur: 32,
        spread: 0,
        color: Color32::from_black_alpha(48),
    };
    v.popup_shadow = Shadow {
        offset: [0, 4],
        blur: 16,
        spread: 0,
        color: Color32::from_black_alpha(36),
    };
    v.extreme_bg_color = c.sheet;
    v.text_edit_bg_color = Some(c.sheet);
    v.faint_bg_color = c.hover;
    v.code_bg_color = c.ground;
    v.hyperlink_color = c.accent;
    v.warn_fg_color = c.amber;
    v.error_fg_color = c.alarm;
    v.weak_text_color = Some(c.dim);
    v.selection.bg_fill = c.selection;
    v.selection.stroke = Stroke::new(1.5, c.accent);
    v.text_cursor.stroke = Stroke::new(1.5, c.accent);
    v.striped = false;
    v.button_frame = true;
    let widget = |fill: Color32, line: Color32, ink: Color32| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: Stroke::new(1.0, line),
        corner_radius: CornerRadius::same(CORNER),
        fg_stroke: Stroke::new(1.0, ink),
        expansion: 0.0,
    };
    v.widgets.noninteractive = widget(c.ground, c.line, c.ink);
    v.widgets.inactive = widget(c.sheet, c.line, c.ink);
    v.widgets.hovered = widget(c.hover, c.dim, c.ink);
    v.widgets.active = widget(c.selection, c.accent, c.ink);
    v.widgets.open = widget(c.selection, c.line, c.ink);
    v
}
