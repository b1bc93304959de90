//! Reading from the disk, within limits.

use std::{
    fs,
    io::{self, Read},
    path::{Path, PathBuf},
    time::SystemTime,
};

use jiff::Timestamp;

use super::StoreError;

/// The files of a folder in the order of their names; none where there is no folder.
pub(super) fn files_in(folder: &Path) -> Result<Vec<PathBuf>, StoreError> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(unreadable(folder, error)),
    };
    let mut files = Vec::new();
    for entry in entries {
        let path = entry.map_err(|error| unreadable(folder, error))?.path();
        if path.is_file() {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// The bytes of a file that is no larger than it may be.
pub(super) fn read_bytes(path: &Path, limit: u64) -> Result<Vec<u8>, StoreError> {
    let fault = |error| unreadable(path, error);
    let found = fs::metadata(path).map_err(fault)?;
    if found.is_dir() {
        return Err(fault(io::ErrorKind::IsADirectory.into()));
    }
    if !found.is_file() {
        // A pipe or a device would be read for ever.
        return Err(StoreError::NotAnEvent(path.to_owned()));
    }
    let mut bytes = Vec::new();
    fs::File::open(path)
        .and_then(|file| file.take(limit + 1).read_to_end(&mut bytes))
        .map_err(fault)?;
    if bytes.len() as u64 > limit {
        return Err(StoreError::TooLarge {
            file: path.to_owned(),
            limit,
        });
    }
    Ok(bytes)
}

/// The text in the bytes of a file.
pub(super) fn text_of<'a>(bytes: &'a [u8], file: &Path) -> Result<&'a str, StoreError> {
    std::str::from_utf8(bytes).map_err(|error| {
        let good = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
        StoreError::Malformed {
            file: file.to_owned(),
            line: good.matches('\n').count() + 1,
            column: good.rsplit('\n').next().unwrap_or_default().chars().count() + 1,
            slip: super::Slip::NotText,
        }
    })
}

/// What keeps a file from being read, of which the system says this.
pub(super) fn unreadable(path: &Path, error: io::Error) -> StoreError {
    match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => {
            StoreError::Missing(path.to_owned())
        }
        _ => StoreError::Unreadable(path.to_owned(), error.into()),
    }
}

/// When a file was last written, by the clock of its disk; none where that is not told.
pub(super) fn modified(file: &Path) -> Option<SystemTime> {
    fs::metadata(file).and_then(|found| found.modified()).ok()
}

/// The same, as a moment that can be told.
#[must_use]
pub fn written_at(file: &Path) -> Option<Timestamp> {
    Timestamp::try_from(modified(file)?).ok()
}

/// Whether a folder within an event's `.runsheet` leads elsewhere, itself or by the folder that it is in: then nothing is
/// looked for, written or taken away there.
pub(super) fn leads_out(folder: &Path) -> bool {
    let is_link = |path: &Path| fs::symlink_metadata(path).is_ok_and(|it| it.is_symlink());
    let above = (folder.parent()).filter(|above| above.ends_with(".runsheet"));
    above.is_some_and(|above| is_link(above) || is_link(folder))
}

/// Whether two paths lead to one folder.
pub(super) fn same_folder(one: &Path, other: &Path) -> bool {
    match (fs::canonicalize(one), fs::canonicalize(other)) {
        (Ok(one), Ok(other)) => one == other,
        (Ok(_) | Err(_), _) => false,
    }
}
