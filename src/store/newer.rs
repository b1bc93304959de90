//! The folder of an event that a newer program has written: it is read, and nothing is made of it.

use super::{Folder, Opened, Reason, StoreError, disk::read_bytes, format, limits};

impl Folder {
    /// Reads the event in order to change it.
    ///
    /// # Errors
    /// As [`read`](Self::read), and [`StoreError::NewerMinor`] if what is in the file must not be written over.
    pub fn read_to_change(&self) -> Result<Opened, StoreError> {
        let opened = self.read()?;
        match opened.read_only {
            Some(Reason::NewerMinor(minor)) => Err(StoreError::NewerMinor {
                file: self.event_file(),
                minor,
            }),
            None => Ok(opened),
        }
    }

    /// Refuses to make anything of an event that a newer program has written: what is new in it was not understood, and
    /// would not be in what is made. A file that is not there or cannot be read says nothing.
    pub(super) fn refuse_what_is_newer(&self) -> Result<(), StoreError> {
        let file = self.event_file();
        let bytes = read_bytes(&file, limits::EVENT_BYTES).unwrap_or_default();
        format::refuse_newer_minor(&bytes, &file)
    }
}
