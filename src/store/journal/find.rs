//! Journals that were left behind: by a program that was killed, on a machine that lost its power.

use std::{
    fs::{self, File, TryLockError},
    io::{self, Read},
    path::{Path, PathBuf},
};

use uuid::Uuid;

use super::{EXTENSION, Head, KEPT, limits};
use crate::{
    model::EventId,
    store::{Folder, StoreError, disk::leads_out},
};

/// How much of a journal is read to learn whose it is, in bytes.
const HEAD_BYTES: u64 = 64 * 1024;

/// A journal that was left behind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    /// The file.
    pub file: PathBuf,
    /// Whose it is.
    pub head: Head,
    /// Whether it was offered, and the person wanted the event as it was saved.
    pub is_kept: bool,
    /// Whether it was written in another folder of this machine, which is still there: a synced folder has brought a copy
    /// of it, and the program that writes it may be running.
    pub is_copied: bool,
}

/// Whether a program that writes this journal is still running: then it is left alone.
fn is_being_written(file: &File) -> bool {
    // The lock goes when the file is closed again.
    matches!(file.try_lock(), Err(TryLockError::WouldBlock))
}

/// The journals in a folder that no running program writes, the latest first. One that cannot be read at all is not
/// among them, and stays where it is.
#[must_use]
pub fn in_folder(folder: &Path) -> Vec<Left> {
    if leads_out(folder) {
        return Vec::new();
    }
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut files: Vec<PathBuf> = entries
        .map(|entry| entry.path())
        .filter(|path| id_of(path).is_some())
        .collect();
    // Their names begin with the time at which they were made.
    files.sort();
    let mut left: Vec<Left> = files
        .iter()
        .rev()
        .take(limits::JOURNALS)
        .filter_map(|file| look_at(file))
        .collect();
    leave_out_taken_over(&mut left);
    left
}

/// What another journal has is not told twice, wherever that one is: a share that did not answer is left for the data
/// folder, with what had been begun there.
fn leave_out_taken_over(left: &mut Vec<Left>) {
    let taken_over: Vec<Uuid> = left
        .iter()
        .flat_map(|one| one.head.replaces.iter().copied())
        .collect();
    left.retain(|one| !taken_over.contains(&one.head.id));
}

/// The journals of this event, the latest first: those in its folder, and those in the person's data folder that are
/// about it. `event` is which event the folder holds, where that is known: a folder that was renamed or moved since is
/// then known again.
#[must_use]
pub fn in_event(folder: &Folder, event: Option<EventId>, data: Option<&Path>) -> Vec<Left> {
    let mut left = in_folder(&folder.journals());
    for one in left.iter_mut().filter(|one| one.head.is_of_this_machine()) {
        let named = one.head.folder.as_deref().map(Path::new);
        one.is_copied = named.is_some_and(|named| folder.is_copy_of_another(named));
    }
    let elsewhere = data.map(in_folder).unwrap_or_default();
    let is_of_it = |one: &Left| {
        let Some(named) = one.head.folder.as_deref().map(Path::new) else {
            return false;
        };
        // No disk is asked about another event: its folder may be one that does not answer.
        if event.is_some_and(|event| event != one.head.event) {
            return false;
        }
        // Where the folder that is named is still there, this one is a copy of it.
        folder.path() == named || folder.is_at(named) || (event.is_some() && is_gone(named))
    };
    left.extend(elsewhere.into_iter().filter(is_of_it));
    leave_out_taken_over(&mut left);
    left.sort_by_key(|one| std::cmp::Reverse(one.head.id));
    left
}

/// Whether there is no event at this path. One that does not answer may be there.
fn is_gone(folder: &Path) -> bool {
    let file = Folder::draft(folder).event_file();
    fs::metadata(file).is_err_and(|error| {
        matches!(
            error.kind(),
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory
        )
    })
}

/// Whether a journal has to be offered when its event is opened: it was left behind on this machine, and nobody has
/// seen it yet. One of another machine may be written right now, where no lock reaches.
#[must_use]
pub fn was_left(left: &Left) -> bool {
    // What was never saved is in the person's own data folder, however this machine is called today.
    !left.is_kept
        && !left.is_copied
        && (left.head.folder.is_none() || left.head.is_of_this_machine())
}

fn id_of(path: &Path) -> Option<Uuid> {
    let extension = path.extension()?;
    (extension == EXTENSION || extension == KEPT).then_some(())?;
    Uuid::try_parse(path.file_stem()?.to_str()?).ok()
}

fn look_at(path: &Path) -> Option<Left> {
    // A link, a pipe or a device is none of ours.
    fs::symlink_metadata(path).ok()?.is_file().then_some(())?;
    let file = File::open(path).ok()?;
    if is_being_written(&file) {
        return None;
    }
    let mut bytes = Vec::new();
    file.take(HEAD_BYTES).read_to_end(&mut bytes).ok()?;
    let (_, head) = Head::begin(&bytes, path).ok()?;
    Some(Left {
        is_kept: path.extension().is_some_and(|end| end == KEPT),
        is_copied: false,
        file: path.to_owned(),
        head,
    })
}

/// Has a journal not be offered again by itself; it can still be opened.
///
/// # Errors
/// [`StoreError::Unwritten`]; then it will be offered again.
pub fn keep_for_later(file: &Path) -> Result<PathBuf, StoreError> {
    let kept = file.with_extension(KEPT);
    fs::rename(file, &kept)
        .map_err(|error| StoreError::Unwritten(file.to_owned(), error.into()))?;
    Ok(kept)
}

/// Takes a journal of this event away that was left behind: what was in it is saved, or has been taken over. One that a
/// program is writing stays, and so does one of another event, which is told: a file in a folder that others write may
/// name any.
pub fn remove(file: &Path, event: EventId) -> bool {
    let Some(left) = id_of(file).and_then(|_| look_at(file)) else {
        return false;
    };
    if left.head.event != event {
        return true;
    }
    if let Err(error) = fs::remove_file(file) {
        tracing::debug!(?file, %error, "a journal was not taken away");
    }
    false
}

impl Folder {
    /// Where the journals of this event stand.
    #[must_use]
    pub fn journals(&self) -> PathBuf {
        self.path().join(".runsheet").join("journal")
    }
}
