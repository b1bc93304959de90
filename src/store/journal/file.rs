//! Writing a journal.

use std::{
    fs::{self, File, TryLockError},
    io::{self, Write},
    path::{Path, PathBuf},
};

use uuid::Uuid;

use super::{EXTENSION, Entry, FORMAT, Head, frame::Chain, limits, text_of};
use crate::{
    model::Event,
    store::{
        StoreError,
        disk::leads_out,
        to_ron,
        write::{clear_leftovers, sync_folder_of},
    },
};

/// What the file is called until its beginning is on the disk.
const NEW: &str = "new";

/// Where the journal of this identity is in a folder of journals.
#[must_use]
pub fn path_in(folder: &Path, id: Uuid) -> PathBuf {
    folder.join(format!("{id}.{EXTENSION}"))
}

/// A journal that is being written, and locked as long as that goes on.
#[derive(Debug)]
pub struct JournalFile {
    path: PathBuf,
    file: File,
    chain: Chain,
    length: u64,
    records: usize,
}

impl JournalFile {
    /// Begins a journal in a folder, which is made if it is not there, with these entries. When this returns everything
    /// is on the disk.
    ///
    /// # Errors
    /// [`StoreError::Unwritten`]; then there is no such file.
    pub fn begin(
        folder: &Path,
        head: &Head,
        base: &Event,
        entries: &[Entry],
    ) -> Result<Self, StoreError> {
        let path = path_in(folder, head.id);
        let unwritten = |error: io::Error| StoreError::Unwritten(path.clone(), error.into());
        if leads_out(folder) {
            return Err(unwritten(io::ErrorKind::NotADirectory.into()));
        }
        let is_new = !folder.is_dir();
        fs::create_dir_all(folder).map_err(unwritten)?;
        if is_new {
            // Each folder that was made is an entry of the one above it.
            folder.ancestors().take(3).for_each(sync_folder_of);
        }
        clear_leftovers(folder, |found| found.ends_with(&format!(".{NEW}")));
        // It has its name when its beginning is whole: it says which others are of no use any more.
        let aside = path.with_extension(NEW);
        let file = File::options()
            .append(true)
            .read(true)
            .create_new(true)
            .open(&aside)
            .map_err(unwritten)?;
        match file.try_lock() {
            Ok(()) => {}
            // A disk without locks: then nobody can ask for one either.
            Err(TryLockError::Error(error)) => tracing::debug!(?path, %error, "no lock"),
            Err(TryLockError::WouldBlock) => tracing::warn!(?path, "locked by another"),
        }
        let (chain, mut bytes) = Chain::begin(FORMAT);
        let mut journal = Self {
            path: aside.clone(),
            file,
            chain,
            length: 0,
            records: 0,
        };
        let head = text_of(head).unwrap_or_default();
        journal.chain.put(head.as_bytes(), &mut bytes);
        journal.chain.put(to_ron(base).as_bytes(), &mut bytes);
        journal.frame(entries, &mut bytes);
        let begun = journal.put(&bytes);
        match begun.and_then(|()| fs::rename(&aside, &path)) {
            Ok(()) => {
                journal.path.clone_from(&path);
                sync_folder_of(&path);
                Ok(journal)
            }
            Err(error) => {
                journal.remove();
                Err(unwritten(error))
            }
        }
    }

    /// Puts entries behind those that there are. When this returns they are on the disk.
    ///
    /// # Errors
    /// [`StoreError::Unwritten`], also if the file is gone from its folder. What has been written of them is torn, and
    /// nothing put behind it would be read: a new journal has to be begun.
    pub fn append(&mut self, entries: &[Entry]) -> Result<(), StoreError> {
        let mut bytes = Vec::new();
        self.frame(entries, &mut bytes);
        let put = self.put(&bytes).and_then(|()| self.is_there());
        put.map_err(|error| StoreError::Unwritten(self.path.clone(), error.into()))
    }

    fn frame(&mut self, entries: &[Entry], bytes: &mut Vec<u8>) {
        for entry in entries {
            if let Some(text) = text_of(entry) {
                self.chain.put(text.as_bytes(), bytes);
                self.records += 1;
            }
        }
    }

    fn put(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.file.write_all(bytes)?;
        self.length += bytes.len() as u64;
        self.file.sync_data()
    }

    /// A file whose folder was taken away can be written for ever, and nobody will find it.
    fn is_there(&self) -> io::Result<()> {
        let named = fs::metadata(&self.path)?;
        if named.len() < self.length {
            return Err(io::ErrorKind::NotFound.into());
        }
        Ok(())
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// How long it is, in bytes.
    #[must_use]
    pub fn length(&self) -> u64 {
        self.length
    }

    /// Whether it may become longer than what is read again.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.length > limits::JOURNAL_BYTES / 2 || self.records > limits::JOURNAL_RECORDS / 2
    }

    /// Takes it away: nothing in it is needed any more.
    pub fn remove(self) {
        if let Err(error) = fs::remove_file(&self.path) {
            tracing::debug!(path = ?self.path, %error, "a journal was not taken away");
        }
        // The folders go as well where nothing else is in them; that something is, is no fault.
        for folder in self.path.ancestors().skip(1).take(2) {
            let is_ours = folder
                .file_name()
                .is_some_and(|name| name == "journal" || name == ".runsheet");
            if !is_ours || fs::remove_dir(folder).is_err() {
                break;
            }
        }
    }
}
