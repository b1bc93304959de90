//! What a settings file held that could not be read.

use std::{
    io::ErrorKind,
    path::{Path, PathBuf},
};

use crate::store::{StoreError, disk::read_bytes, limits, write::write_new};

/// Keeps what a settings file holds beside it, once for the same bytes, before it is replaced: somebody may have written it
/// by hand, or a later program.
pub(super) fn set_aside(file: &Path) -> StoreError {
    let kept = keep_aside(file);
    if let Err(error) = &kept {
        tracing::warn!(%error, "settings that cannot be read were not kept");
    }
    StoreError::Settings(file.to_owned(), kept.ok())
}

fn keep_aside(file: &Path) -> Result<PathBuf, StoreError> {
    let bytes = read_bytes(file, limits::EVENT_BYTES)?;
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    let mut number = 1;
    loop {
        let aside = file.with_file_name(match number {
            1 => format!("{stem}.unreadable.ron"),
            _ => format!("{stem}.unreadable ({number}).ron"),
        });
        match write_new(&aside, &bytes) {
            Err(StoreError::Unwritten(_, fault)) if fault.kind() == ErrorKind::AlreadyExists => {
                if read_bytes(&aside, limits::EVENT_BYTES).is_ok_and(|kept| kept == bytes) {
                    return Ok(aside);
                }
            }
            Err(error) => return Err(error),
            Ok(()) => return Ok(aside),
        }
        number += 1;
    }
}
