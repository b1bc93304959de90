//! Where a state that comes in is from, and what is said of that.

use std::path::{Path, PathBuf};

use crate::{
    model::{BatchName, Edit},
    store::{self, FileState},
    ui::AfterMerge,
};

/// Where a state that comes in is from.
#[derive(Clone, Debug)]
pub(in crate::app) enum Source {
    /// The event's own file, which somebody else has saved.
    Disk {
        /// What the file holds.
        on_disk: FileState,
        /// What is done when it is merged.
        next: AfterMerge,
    },
    /// A copy that a synced folder has left beside the event's file.
    Copy {
        /// The copy.
        path: PathBuf,
        /// What it holds.
        on_disk: FileState,
        /// How much it was said to bring.
        counted: usize,
    },
}

impl Source {
    pub(super) fn on_disk(&self) -> &FileState {
        match self {
            Self::Disk { on_disk, .. } | Self::Copy { on_disk, .. } => on_disk,
        }
    }
}

/// What came in is called by the copy that it came from.
pub(super) fn called(edit: Edit, source: &Source) -> Edit {
    match (edit, source) {
        (Edit::Batch(BatchName::Merge, edits), Source::Copy { path, .. }) => {
            let owner = store::copy_owner(&name_of(path));
            Edit::Batch(BatchName::MergeCopy(owner.unwrap_or_default()), edits)
        }
        (edit, Source::Disk { .. } | Source::Copy { .. }) => edit,
    }
}

/// What a file is called.
pub(in crate::app) fn name_of(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}
