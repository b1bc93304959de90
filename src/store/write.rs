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
            return fs::write(file, bytes).map_err(unwritten);
        }
        Ok(_) | Err(_) => {}
    }
    let mut aside = AtomicWriteFile::open(file).map_err(unwritten)?;
    aside.write_all(bytes).map_err(unwritten)?;
    aside.flush().map_err(unwritten)?;
    // Found out here, before the commit, a disk that refuses late still leaves nothing behind.
    aside.sync_all().map_err(unwritten)?;
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
    let mut aside = file.as_os_str().to_owned();
    aside.push(format!(".{}.part", std::process::id()));
    let aside = Path::new(&aside);
    // What an earlier attempt of ours has left behind is in nobody's way.
    fs::remove_file(aside).ok();
    fill(aside).map_err(unwritten)?;
    // A second name is given only if nothing has it; a rename would take its place.
    let named = fs::hard_link(aside, file);
    fs::remove_file(aside).ok();
    match named {
        Ok(()) => {}
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => return Err(unwritten(error)),
        // Some disks know no second names.
        Err(_) => fill(file).map_err(unwritten)?,
    }
    sync_folder_of(file);
    Ok(())
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
