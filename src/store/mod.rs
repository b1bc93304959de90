//! The event's folder on disk, and the person's own settings: reading and writing that loses nothing.
//!
//! An event is a folder with `event.ron`, `photos/`, `papers/` and `versions/` in it; what is not saved yet stands in
//! `.runsheet/journal/` ([`journal`]). What is written stands whole on
//! the disk or not at all; what is there and cannot be read, or is newer than this program, is never overwritten.

mod error;
mod folder;
mod format;
pub mod journal;
mod sample;
mod settings;
mod slip;
mod versions;
mod write;

pub use error::StoreError;
pub use folder::{Folder, Opened, Stamp};
pub use format::{FORMAT, from_ron, to_ron};
pub use sample::write_sample;
pub use settings::{Mapping, Settings, SettingsFile, Theme, Turn};
pub use slip::{Slip, Sort};
pub use versions::{ListedVersion, Version, read_state};
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
    /// The largest journal of edits that were not saved, in bytes. A program that has more to write begins a new one.
    pub const JOURNAL_BYTES: u64 = 256 * 1024 * 1024;
    /// How many records a journal may have.
    pub const JOURNAL_RECORDS: usize = 1_000_000;
    /// How deep a value of a journal's record may lie inside others; an item in a batch needs a dozen.
    pub const JOURNAL_DEPTH: usize = 48;
    /// How many journals of one folder are looked at.
    pub const JOURNALS: usize = 100;
    /// How many events the settings remember.
    pub const RECENT: usize = 10;
    /// Of how many tables the settings remember what their columns held.
    pub const MAPPINGS: usize = 40;
}
