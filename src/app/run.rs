//! The native window.

use std::path::PathBuf;

use egui::ViewportBuilder;

use super::{Begin, Desk};
use crate::store::Settings;

/// Why there is no window.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The window system or the graphics refused.
    #[error("{0}")]
    Window(String),
}

/// Opens the window, with this event in it, and returns when the window is closed.
///
/// # Errors
/// [`StartError`] if there is no display, or none that this program can draw on.
pub fn run(event: Option<PathBuf>) -> Result<(), StartError> {
    let settings = Settings::load();
    let (width, height) = settings.window.unwrap_or((1280.0, 700.0));
    let viewport = ViewportBuilder::default()
        .with_app_id("runsheet")
        .with_title("Runsheet")
        .with_inner_size([width, height])
        .with_min_inner_size([960.0, 560.0])
        .with_clamp_size_to_monitor_size(true)
        .with_drag_and_drop(true);
    let options = eframe::NativeOptions {
        viewport,
        centered: true,
        ..eframe::NativeOptions::default()
    };
    let begin = Begin {
        event,
        settings,
        keeps_settings: true,
    };
    eframe::run_native(
        "runsheet",
        options,
        Box::new(|cc| Ok(Box::new(Desk::new(&cc.egui_ctx, begin)))),
    )
    .map_err(|error| StartError::Window(error.to_string()))
}
