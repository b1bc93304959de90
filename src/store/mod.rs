//! The event's folder on disk, and the person's own settings: reading and writing that loses nothing.
//!
//! An event is a folder with `event.ron`, `photos/`, `papers/` and `versions/` in it. What is written stands whole on
//! the disk or not at all; what is there and cannot be read, or is newer than this program, is never overwritten.

mod error;
mod folder;
mod format;
mod sample;
mod settings;
mod slip;
mod versions;
mod write;

pub use error::StoreError;
pub use folder::{Folder, Opened, Stamp};
pub use format::{FORMAT, MINOR, Reason, from_ron, to_ron};
pub use sample::write_sample;
pub use settings::{Mapping, Settings, SettingsFile, Theme, Turn};
pub use slip::{Slip, Sort};
pub use versions::{ListedVersion, Version, look_at_state, read_state};
pub use write::write_whole;

/// What the reading of an event's folder allows at most, in one place.
pub mod limits {
    /// The largest `event.ron`, in bytes: a hundred times an event of 1,000 sessions and 1,000 participants.
    pub const EVENT_BYTES: u64 = 64 * 1024 * 1024;
    /// The largest version, in bytes: an event with its house's templates.
    pub const VERSION_BYTES: u64 = 2 * EVENT_BYTES;
    /// The largest house template, in bytes.
    pub const TEMPLATE_BYTES: u64 = 1024 * 1024;
    /// How deep a value may lie inside others; the model needs nine.
    pub const DEPTH: usize = 32;
    /// The largest settings file, in bytes.
    pub const SETTINGS_BYTES: u64 = 256 * 1024;
    /// How many events the settings remember.
    pub const RECENT: usize = 10;
    /// Of how many tables the settings remember what their columns held.
    pub const MAPPINGS: usize = 40;
}
