//! The native window.

use std::path::PathBuf;

use egui::ViewportBuilder;

use super::{Begin, Patience, Shell, shell};
use crate::store::{Settings, StoreError};

/// Why there is no window.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The window system or the graphics refused.
    #[error("{0}")]
    Window(String),
}

/// Where the program keeps what is in no event's folder yet.
#[must_use]
pub fn data_folder() -> PathBuf {
    directories::ProjectDirs::from("", "", "runsheet").map_or_else(
        || std::env::temp_dir().join("runsheet"),
        |dirs| dirs.data_dir().to_owned(),
    )
}

/// Opens the window, with this event in it and these settings, and returns when the window is closed. What is to be said
/// of the settings is said in the window.
///
/// # Errors
/// [`StartError`] if there is no display, or none that this program can draw on.
pub fn run(
    event: Option<PathBuf>,
    settings: Settings,
    unread: Option<StoreError>,
) -> Result<(), StartError> {
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
    shell::keep_work_when_failing();
    let data = data_folder();
    let begin = Begin {
        event,
        settings,
        keeps_settings: true,
        data: Some(data),
        has_dialogs: true,
        patience: Patience::default(),
    };
    eframe::run_native(
        "runsheet",
        options,
        Box::new(|cc| {
            let mut shell = Shell::new(&cc.egui_ctx, begin);
            if let Some(unread) = unread {
                shell.attempt(|desk| desk.say_of_settings(&unread));
            }
            Ok(Box::new(shell))
        }),
    )
    .map_err(|error| StartError::Window(error.to_string()))
}
