//! What several tests share: a window without a display, and its picture.

#[path = "../../benches/big.rs"]
pub mod big;
pub mod desk;
pub mod dice;
mod dropped;
pub mod program;
mod raster;
pub mod source;

use std::sync::{Arc, LazyLock};

use egui_kittest::{Harness, HarnessBuilder, SnapshotOptions};

pub use raster::Raster;

/// How far a pixel may be from the kept picture: the only tolerance of the project.
///
/// The renderer computes the same pixels on every machine, so this allows for nothing but the last bit of
/// the floating point with which letters are outlined.
const TOLERANCE: f32 = 0.1;

/// A window of this size in points, with everything of it decided: light or dark, and how many pixels make a
/// point. The caller gives it what to show, with `build_ui`, `build_ui_state` or `build_eframe`.
pub fn window<State>(
    size: [f32; 2],
    theme: egui::Theme,
    pixels_per_point: f32,
) -> HarnessBuilder<State> {
    Harness::<State>::builder()
        .with_size(size)
        .with_theme(theme)
        .with_pixels_per_point(pixels_per_point)
        .with_render_cursor(false)
        .with_options(SnapshotOptions::new().threshold(TOLERANCE))
        .renderer(Raster::default())
}

/// A window that shows what `ui` draws, in the fonts of the program.
pub fn shown<'a>(
    size: [f32; 2],
    theme: egui::Theme,
    pixels_per_point: f32,
    ui: impl FnMut(&mut egui::Ui) + 'a,
) -> Harness<'a> {
    window(size, theme, pixels_per_point)
        .with_context_setup(|ctx| ctx.set_fonts(fonts()))
        .build_ui(ui)
}

/// The typeface of the program in its Hong Kong form, for tests that draw before the program's own styles are
/// set.
pub fn fonts() -> egui::FontDefinitions {
    static FACE: LazyLock<Arc<egui::FontData>> = LazyLock::new(|| {
        let file = concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/assets/fonts/NotoSansCJK-Regular.ttc"
        );
        let mut face = egui::FontData::from_owned(std::fs::read(file).expect(file));
        face.index = 4;
        Arc::new(face)
    });
    let mut fonts = egui::FontDefinitions::empty();
    fonts.font_data.insert("face".into(), FACE.clone());
    for family in [egui::FontFamily::Proportional, egui::FontFamily::Monospace] {
        fonts.families.insert(family, vec!["face".into()]);
    }
    fonts
}
