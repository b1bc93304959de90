//! The event's folder on disk, and the person's own settings: reading and writing that loses nothing.
//!
//! An event is a folder with `event.ron`, `photos/`, `papers/`, `versions/` and `backups/` in it; what is not saved
//! yet stands in `.runsheet/journal/` ([`journal`]). What is written stands whole on
//! the disk or not at all; what is there and cannot be read, or is newer than this program, is never overwritten.

mod ancestors;
mod aside;
mod backups;
mod conflict_names;
mod copies;
mod disk;
mod error;
mod folder;
mod format;
pub mod journal;
mod kept_photos;
mod lineage;
mod merged;
mod newer;
mod photo_files;
mod presence;
mod replace;
mod sample;
mod saving;
mod settings;
mod slip;
mod stamp;
mod turns;
mod version_copies;
mod versions;
mod write;

pub use ancestors::FileState;
pub use backups::{ListedSave, Save};
pub use conflict_names::{ConflictName, conflict_of};
pub use copies::{Mark, copy_owner, is_conflict_copy, says_conflict};
pub use disk::written_at;
pub use error::StoreError;
pub use folder::{Folder, Opened};
pub use format::{FORMAT, MINOR, Reason, from_ron, to_ron};
pub use kept_photos::Issued;
pub use lineage::{Lineage, StateId, nearest_common};
pub use merged::{MergedFrom, write_event};
pub use photo_files::{Amiss, Hashes, PutInPlace};
pub use presence::{BEAT_SECONDS, Life, Person, Presence, Sign, Watch};
pub use replace::{make_out, may_write, write_out};
pub use sample::write_sample;
pub use saving::{Expected, MadeFrom, Saved};
pub use settings::{Mapping, Settings, SettingsFile, Theme, Turn};
pub use slip::{Slip, Sort};
pub use stamp::Stamp;
pub use version_copies::{Beside, Numbered, Twin, Twins};
pub use versions::{ListedVersion, Sound, Version, look_at_state, read_any, read_any_state};

pub use crate::limits::event as limits;
