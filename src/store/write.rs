//! Writing a file whole or not at all.

use std::{
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
    thread,
    time::Duration,
};

use atomic_write_file::AtomicWriteFile;

use super::StoreError;

/// Puts `bytes` into a file, in place of what it held: beside it first, then, once they are on the disk, under its
/// name. Whoever reads the file meanwhile gets the old bytes or the new ones. A link of that name is replaced: in an
/// event's folder, which may have come from anybody, nothing is written where a link leads.
///
/// # Errors
/// [`StoreError::Unwritten`]; then the file is as it was.
pub(super) fn write_whole(file: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    write_whole_if(file, bytes, || Ok(()))
}

/// As [`write_whole`], into the file to which a link leads, whether or not it is there yet: for files whose place a
/// person has chosen.
///
/// # Errors
/// As [`write_whole`], also if the links lead in a circle.
pub(super) fn write_through(file: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    let led = led_to(file).map_err(|error| StoreError::Unwritten(file.to_owned(), error.into()))?;
    write_whole(&led, bytes)
}

/// Where a path leads if it is a link, and what that leads to, whether or not a file is there; else the path itself. A
/// device or a pipe stays under the name it was given: there may be no other.
pub(super) fn led_to(path: &Path) -> io::Result<PathBuf> {
    /// As many links behind one another as systems follow.
    const LINKS: usize = 40;
    if fs::metadata(path).is_ok_and(|found| !found.is_file() && !found.is_dir()) {
        return Ok(path.to_owned());
    }
    let mut led = path.to_owned();
    for _ in 0..=LINKS {
        if !fs::symlink_metadata(&led).is_ok_and(|found| found.is_symlink()) {
            return Ok(led);
        }
        let to = fs::read_link(&led)?;
        led = led.parent().unwrap_or_else(|| Path::new("")).join(to);
    }
    // The system says the same, in its own words.
    fs::metadata(path)?;
    Err(io::ErrorKind::InvalidFilename.into())
}

/// As [`write_whole`], if that may still be when everything else is done.
///
/// # Errors
/// As [`write_whole`], and why it may not be; then the file is as it was.
pub(super) fn write_whole_if(
    file: &Path,
    bytes: &[u8],
    mut may_be: impl FnMut() -> Result<(), StoreError>,
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
    let mut put = || -> Result<(), Fault> {
        let mut aside = aside_of(file)?;
        aside.write_all(bytes)?;
        aside.flush()?;
        // Found out here, before the commit, a disk that refuses late still leaves nothing behind.
        aside.sync_all()?;
        may_be().map_err(Fault::MayNot)?;
        aside.commit().map_err(Fault::Commit)
    };
    let is_in_use = |fault: &Fault| matches!(fault, Fault::Commit(error) if is_in_use(error));
    match again_while(is_in_use, &mut put) {
        Ok(()) => {}
        Err(Fault::MayNot(why)) => return Err(why),
        Err(Fault::Write(error) | Fault::Commit(error)) => return Err(unwritten(error)),
    }
    sync_folder_of(file);
    Ok(())
}

/// A file that takes the place of another when it is written. It has that one's permissions, or those that this person
/// gives to new files; never those of a link, which allow everything to everybody.
fn aside_of(file: &Path) -> io::Result<AtomicWriteFile> {
    #[cfg(unix)]
    if fs::symlink_metadata(file).is_ok_and(|found| found.is_symlink()) {
        use atomic_write_file::unix::OpenOptionsExt as _;
        return AtomicWriteFile::options()
            .preserve_mode(false)
            .preserve_owner(false)
            .open(file);
    }
    AtomicWriteFile::open(file)
}

/// What keeps a file from being written.
#[derive(Debug)]
enum Fault {
    /// The disk, before the file was touched.
    Write(io::Error),
    /// It may not be.
    MayNot(StoreError),
    /// The disk, when the file should have got its new contents.
    Commit(io::Error),
}

impl From<io::Error> for Fault {
    fn from(error: io::Error) -> Self {
        Self::Write(error)
    }
}

/// How long to wait before each further try to replace a file that somebody reads, in milliseconds: together less than a
/// second. Who looks whether it changed, for viruses or for a colleague, is done with it by then.
const WAITS: [u64; 4] = [50, 100, 200, 400];

/// Does something again while it fails in this way, and at last says how it failed.
fn again_while<E>(
    is_passing: impl Fn(&E) -> bool,
    mut work: impl FnMut() -> Result<(), E>,
) -> Result<(), E> {
    for wait in WAITS {
        match work() {
            Err(error) if is_passing(&error) => thread::sleep(Duration::from_millis(wait)),
            done => return done,
        }
    }
    work()
}

/// Whether a file is not replaced only because another program has it open just now, which Windows tells by these numbers:
/// access denied, sharing violation, lock violation.
fn is_in_use(error: &io::Error) -> bool {
    cfg!(windows) && matches!(error.raw_os_error(), Some(5 | 32 | 33))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn what_is_written_through_links_keeps_them_and_the_permissions_of_its_target() {
        use std::os::unix::fs::{PermissionsExt as _, symlink};
        let temp = tempfile::tempdir().unwrap();
        let at = |name: &str| temp.path().join(name);
        let mode = |name: &str| fs::metadata(at(name)).unwrap().permissions().mode() & 0o7777;
        let is_link = |name: &str| fs::symlink_metadata(at(name)).unwrap().is_symlink();
        fs::create_dir_all(at("deep/er")).unwrap();
        fs::write(at("usual"), "").unwrap();
        let usual = mode("usual");
        // A chain of links, relative and not, to a file with permissions of its own.
        fs::write(at("deep/kept"), "old").unwrap();
        fs::set_permissions(at("deep/kept"), fs::Permissions::from_mode(0o640)).unwrap();
        symlink("../kept", at("deep/er/first")).unwrap();
        symlink(at("deep/er/first"), at("second")).unwrap();
        symlink("second", at("third")).unwrap();
        write_through(&at("third"), b"new").unwrap();
        assert_eq!(fs::read(at("deep/kept")).unwrap(), b"new");
        assert_eq!(mode("deep/kept"), 0o640);
        assert!(is_link("third") && is_link("second") && is_link("deep/er/first"));
        // Where nothing is yet, and where no folder is.
        symlink("deep/new", at("to new")).unwrap();
        write_through(&at("to new"), b"new").unwrap();
        assert!(is_link("to new"));
        assert_eq!(fs::read(at("deep/new")).unwrap(), b"new");
        assert_eq!(mode("deep/new"), usual);
        symlink("nowhere/new", at("to nowhere")).unwrap();
        write_through(&at("to nowhere"), b"new").unwrap_err();
        assert!(is_link("to nowhere"));
        // In a circle.
        symlink("two", at("one")).unwrap();
        symlink("one", at("two")).unwrap();
        for name in ["one", "two"] {
            let error = write_through(&at(name), b"new").unwrap_err();
            let said = error.sentence(crate::words::Words::default());
            assert!(said.contains("a link that leads back"), "{said}");
            assert!(is_link(name));
        }
        // A file of the program's own takes the place of a link, with the permissions of a new file.
        symlink(at("deep/kept"), at("own")).unwrap();
        write_whole(&at("own"), b"own").unwrap();
        assert!(!is_link("own"));
        assert_eq!(mode("own"), usual);
        assert_eq!(fs::read(at("deep/kept")).unwrap(), b"new");
    }

    #[test]
    fn what_passes_is_waited_for_and_nothing_else() {
        let tries = |passes_after: usize, is_passing: bool| {
            let mut tries = 0;
            let done = again_while(
                |_: &usize| is_passing,
                || {
                    tries += 1;
                    if tries > passes_after {
                        Ok(())
                    } else {
                        Err(tries)
                    }
                },
            );
            (done, tries)
        };
        assert_eq!(tries(0, true), (Ok(()), 1));
        assert_eq!(tries(2, true), (Ok(()), 3));
        assert_eq!(tries(1, false), (Err(1), 1));
        let all = WAITS.len() + 1;
        assert_eq!(tries(all, true), (Err(all), all));
        assert!(WAITS.iter().sum::<u64>() < 1000);
    }
}
