//! Writing a file whole or not at all.

use std::{
    fs,
    io::{self, Write},
    path::Path,
};

use atomic_write_file::AtomicWriteFile;

use super::StoreError;

/// Puts `bytes` into a file, in place of what it held: beside it first, then, once they are on the disk, under its
/// name. Whoever reads the file meanwhile gets the old bytes or the new ones.
///
/// # Errors
/// [`StoreError::Unwritten`]; then the file is as it was.
pub fn write_whole(file: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    write_whole_if(file, bytes, || Ok(()))
}

/// As [`write_whole`], if that may still be when everything else is done.
///
/// # Errors
/// As [`write_whole`], and why it may not be; then the file is as it was.
pub(super) fn write_whole_if(
    file: &Path,
    bytes: &[u8],
    may_be: impl FnOnce() -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let unwritten = |error: io::Error| StoreError::Unwritten(file.to_owned(), error.into());
    match fs::metadata(file) {
        Ok(found) if found.is_dir() => {
            return Err(unwritten(io::ErrorKind::IsADirectory.into()));
        }
        // A rename would replace a file that somebody has locked against writing.
        Ok(found) if found.permissions().readonly() => {
            return Err(unwritten(io::ErrorKind::PermissionDenied.into()));
        }
        Ok(found) if !found.is_file() => {
            may_be()?;
            return fs::write(file, bytes).map_err(unwritten);
        }
        Ok(_) | Err(_) => {}
    }
    let mut aside = AtomicWriteFile::open(file).map_err(unwritten)?;
    aside.write_all(bytes).map_err(unwritten)?;
    aside.flush().map_err(unwritten)?;
    // Found out here, before the commit, a disk that refuses late still leaves nothing behind.
    aside.sync_all().map_err(unwritten)?;
    may_be()?;
    aside.commit().map_err(unwritten)?;
    sync_folder_of(file);
    Ok(())
}

/// Puts `bytes` into a file that is not there yet: aside first, then, once they are on the disk, under its name.
///
/// # Errors
/// [`StoreError::Unwritten`], of the kind `AlreadyExists` if something has that name; then it is as it was.
pub(super) fn write_new(file: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    let unwritten = |error: io::Error| StoreError::Unwritten(file.to_owned(), error.into());
    let fill = |path: &Path| {
        let mut new = fs::File::create_new(path)?;
        let written = new.write_all(bytes).and_then(|()| new.sync_all());
        if written.is_err() {
            fs::remove_file(path).ok();
        }
        written
    };
    // As a photo that is being copied: known again when something was cut off, and like no other's.
    let aside = file.with_file_name(format!(".{}.part", uuid::Uuid::now_v7()));
    fill(&aside).map_err(unwritten)?;
    // A second name is given only if nothing has it; a rename would take its place.
    let named = fs::hard_link(&aside, file);
    fs::remove_file(&aside).ok();
    match named {
        Ok(()) => {}
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => return Err(unwritten(error)),
        // Some disks know no second names.
        Err(_) => fill(file).map_err(unwritten)?,
    }
    sync_folder_of(file);
    Ok(())
}

/// How long what a save left behind is let alone: another program may be saving right now, in seconds.
const LEFTOVER_SECONDS: u64 = 60;

/// As long as that for a file of the future: a day.
const AHEAD_SECONDS: u64 = 24 * 60 * 60;

/// Takes away what this program left in a folder when it, or the machine, stopped in the middle of writing; `is_ours`
/// knows it by its name. Best effort: what cannot be taken away is in nobody's way.
pub(super) fn clear_leftovers(folder: &Path, is_ours: impl Fn(&str) -> bool) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let is_old = || {
            let found = entry.metadata().ok().filter(fs::Metadata::is_file)?;
            Some(match found.modified().ok()?.elapsed() {
                Ok(age) => age.as_secs() >= LEFTOVER_SECONDS,
                // It is from before a clock was set back. That of a share may be somewhat ahead of ours.
                Err(ahead) => ahead.duration().as_secs() >= AHEAD_SECONDS,
            })
        };
        if entry.file_name().to_str().is_some_and(&is_ours) && is_old() == Some(true) {
            let gone = fs::remove_file(entry.path());
            tracing::debug!(path = ?entry.path(), ?gone, "left when something was cut off");
        }
    }
}

/// Whether a file is what [`write_whole`] writes before `name` is replaced: a dot, the name, a dot and six letters at
/// random. Those that a person might have chosen (`backup`, `250603`) are not taken for such: one file in ten stays.
pub(super) fn is_aside_of(name: &str, found: &str) -> bool {
    found
        .strip_prefix('.')
        .and_then(|rest| rest.strip_prefix(name))
        .and_then(|rest| rest.strip_prefix('.'))
        .is_some_and(|end| {
            end.len() == 6
                && end.bytes().all(|b| b.is_ascii_alphanumeric())
                && end.bytes().any(|b| b.is_ascii_lowercase())
                && end.bytes().skip(1).any(|b| b.is_ascii_uppercase())
        })
}

/// Whether a file is a photo that was being copied, or a version that was being written: a dot, an identity and `.part`.
pub(super) fn is_part(found: &str) -> bool {
    found
        .strip_prefix('.')
        .and_then(|rest| rest.strip_suffix(".part"))
        .is_some_and(|id| uuid::Uuid::try_parse(id).is_ok())
}

/// Makes a rename last through a loss of power, where the system can. The file itself is complete already, so a
/// system that cannot is no reason to call the writing failed.
pub(super) fn sync_folder_of(file: &Path) {
    if cfg!(unix)
        && let Some(folder) = file.parent()
    {
        let folder = if folder.as_os_str().is_empty() {
            Path::new(".")
        } else {
            folder
        };
        if let Err(error) = fs::File::open(folder).and_then(|folder| folder.sync_all()) {
            tracing::debug!(?folder, %error, "the folder could not be synchronised");
        }
    }
}
