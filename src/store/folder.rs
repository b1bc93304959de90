//! The event's folder.

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
    sync::Arc,
};

use super::{
    Expected, FileState, Lineage, MadeFrom, Stamp, StoreError,
    disk::{files_in, read_bytes, same_folder, text_of, unreadable},
    format::{self, Reason},
    limits,
    replace::may_fill,
    write::sync_folder_of,
};
use crate::model::{Event, FileName, PhotoId};

/// The files of an event besides `event.ron`, each kind in a folder of its own.
const FOLDERS: [&str; 4] = ["photos", "papers", "versions", "versions/photos"];

/// The folder by which a new event's folder is taken, while it is filled: that of programs that have it open.
const CLAIM: &str = ".runsheet";

/// What systems put into a folder by themselves: with nothing else in it, it is empty.
const LITTER: [&str; 4] = [".DS_Store", "Thumbs.db", "desktop.ini", ".directory"];

/// An event as it was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// The event.
    pub event: Event,
    /// The older format in which it was; it is kept as a backup when the event is first saved.
    pub migrated_from: Option<u32>,
    /// What the file held.
    pub stamp: Stamp,
    /// Which saved state that was.
    pub lineage: Lineage,
    /// Whether somebody has written comments into the file, which saving does not keep.
    pub has_comments: bool,
    /// Why it must not be written over.
    pub read_only: Option<Reason>,
}

impl Opened {
    /// What these bytes of an `event.ron` hold; `file` is what it is called.
    ///
    /// # Errors
    /// Whatever keeps them from being an event, with line and column where there are any.
    pub fn of(bytes: &[u8], file: &Path) -> Result<Self, StoreError> {
        let text = text_of(bytes, file)?;
        let found = format::read(text, file)?;
        Ok(Self {
            has_comments: format::has_comments(text),
            event: found.event,
            migrated_from: found.migrated_from,
            read_only: found.read_only,
            stamp: Stamp::of(bytes),
            lineage: Lineage::of_text(text),
        })
    }

    /// The event, and what the file held.
    #[must_use]
    pub fn event_and_state(self) -> (Arc<Event>, FileState) {
        let Self { stamp, lineage, .. } = self;
        (Arc::new(self.event), FileState { stamp, lineage })
    }
}

/// An event's folder, that has an `event.ron`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folder {
    path: PathBuf,
}

impl Folder {
    /// The event at `path`, which is its folder or its `event.ron`. Nothing of it is read yet.
    ///
    /// # Errors
    /// [`StoreError::Missing`], [`StoreError::NoEvent`], [`StoreError::NotAnEvent`], [`StoreError::Unreadable`].
    pub fn at(path: &Path) -> Result<Self, StoreError> {
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        let found = fs::metadata(&path).map_err(|error| unreadable(&path, error))?;
        if !found.is_dir() {
            let folder = path
                .parent()
                .filter(|_| path.file_name().is_some_and(|name| name == "event.ron"));
            return match folder {
                Some(folder) => Ok(Self {
                    path: folder.to_owned(),
                }),
                None => Err(StoreError::NotAnEvent(path)),
            };
        }
        let folder = Self { path };
        match fs::metadata(folder.event_file()) {
            Ok(found) if !found.is_dir() => Ok(folder),
            Ok(_) => Err(StoreError::NoEvent(folder.path)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                Err(StoreError::NoEvent(folder.path))
            }
            Err(error) => Err(unreadable(&folder.event_file(), error)),
        }
    }

    /// A folder in which the photos of an event wait that was never saved. [`save_as`](Self::save_as) gives it one.
    #[must_use]
    pub fn draft(path: &Path) -> Self {
        Self {
            path: path.to_owned(),
        }
    }

    /// The folder itself.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The file that holds the event.
    #[must_use]
    pub fn event_file(&self) -> PathBuf {
        self.path.join("event.ron")
    }

    /// Where the photos are; the folder is made when the first is added.
    #[must_use]
    pub fn photos(&self) -> PathBuf {
        self.path.join("photos")
    }

    /// Where the house's own templates are, if it has any.
    #[must_use]
    pub fn papers(&self) -> PathBuf {
        self.path.join("papers")
    }

    /// Where a photo is, or should be.
    #[must_use]
    pub fn photo(&self, file: &FileName) -> PathBuf {
        self.photos().join(file)
    }

    /// Where a photo is, for reading it: a link that leads out of the event's folder is not followed.
    ///
    /// # Errors
    /// [`StoreError::Missing`], [`StoreError::Outside`], [`StoreError::Unreadable`].
    pub fn photo_inside(&self, file: &FileName) -> Result<PathBuf, StoreError> {
        let path = self.photo(file);
        self.inside(&path)
    }

    /// The photos of `event` whose files are not in the folder.
    #[must_use]
    pub fn missing_photos(&self, event: &Event) -> Vec<PhotoId> {
        event
            .photos
            .iter()
            .filter(|photo| !self.photo(&photo.file).is_file())
            .map(|photo| photo.id)
            .collect()
    }

    /// Reads the event.
    ///
    /// # Errors
    /// Whatever keeps the file from being an event, with line and column where there are any.
    pub fn read(&self) -> Result<Opened, StoreError> {
        let file = self.event_file();
        Opened::of(
            &read_bytes(&self.inside(&file)?, limits::EVENT_BYTES)?,
            &file,
        )
    }

    /// What the file holds now: another stamp than that of reading it means that somebody else has saved.
    ///
    /// # Errors
    /// As [`read`](Self::read), except for what the text says.
    pub fn stamp(&self) -> Result<Stamp, StoreError> {
        let file = self.inside(&self.event_file())?;
        read_bytes(&file, limits::EVENT_BYTES).map(|bytes| Stamp::of(&bytes))
    }

    /// Whether what names this folder as its own, and lies in this one, was written there: the other folder is still
    /// there, on this machine, and a synced folder or a person has brought a copy of it here.
    pub(super) fn is_copy_of_another(&self, named: &Path) -> bool {
        named != self.path && named.is_dir() && !self.is_at(named)
    }
    /// Makes the folder of a new event, at a path where nothing is, or an empty folder.
    ///
    /// # Errors
    /// [`StoreError::HasEvent`], [`StoreError::Occupied`], [`StoreError::NotAFolder`], and as
    /// [`save`](Self::save). Then nothing has been made.
    pub fn create(path: &Path, event: &Event) -> Result<Self, StoreError> {
        Self::make(path, |folder| folder.save(event).map(drop))
    }

    /// Whether a path leads to this folder.
    #[must_use]
    pub fn is_at(&self, path: &Path) -> bool {
        path == self.path || same_folder(path, &self.path)
    }

    /// Writes the event, with the photos and papers of this folder, into a new folder. It was made from these saved states,
    /// which are not always what this folder has now: somebody else may have saved there. Where none is known, from that.
    ///
    /// # Errors
    /// As [`create`](Self::create), and [`StoreError::Inside`] if the new folder would lie in this one.
    pub fn save_as(
        &self,
        to: &Path,
        event: &Event,
        made_from: &[Lineage],
    ) -> Result<Self, StoreError> {
        let to = std::path::absolute(to).unwrap_or_else(|_| to.to_owned());
        if self.is_at(&to) {
            return self.save(event).map(|_| self.clone());
        }
        let lies_inside = to
            .ancestors()
            .any(|above| above == self.path || same_folder(above, &self.path));
        if lies_inside {
            return Err(StoreError::Inside(to));
        }
        self.refuse_what_is_newer()?;
        let mut from = made_from.to_vec();
        if from.is_empty() {
            from.extend(self.file_state().ok().map(|state| state.lineage));
        }
        Self::make(&to, |folder| {
            for name in FOLDERS {
                self.copy_files(&self.path.join(name), &folder.path.join(name))?;
            }
            folder
                .save_made_from(event, MadeFrom::states(&from), Expected::Anything)
                .map(drop)
        })
    }

    /// The house's own templates: the text of each `papers/*.typ` by its file name. None where there is no such folder.
    ///
    /// # Errors
    /// [`StoreError::Unreadable`], [`StoreError::TooLarge`], [`StoreError::Outside`], or
    /// [`StoreError::Malformed`] for a template that is not text.
    pub fn house_templates(&self) -> Result<BTreeMap<String, String>, StoreError> {
        let mut templates = BTreeMap::new();
        for file in files_in(&self.papers())? {
            let name = file.file_name().and_then(|name| name.to_str());
            let Some(name) = name.filter(|_| file.extension().is_some_and(|ext| ext == "typ"))
            else {
                continue;
            };
            if templates.len() >= limits::TEMPLATES {
                return Err(StoreError::TooMany {
                    file: self.papers(),
                    limit: limits::TEMPLATES,
                });
            }
            let file = self.inside(&file)?;
            let bytes = read_bytes(&file, limits::TEMPLATE_BYTES)?;
            templates.insert(name.to_owned(), text_of(&bytes, &file)?.to_owned());
        }
        Ok(templates)
    }

    /// Makes a folder where there is none, or an empty one, and fills it; takes it away again if that fails.
    pub(super) fn make(
        path: &Path,
        fill: impl FnOnce(&Self) -> Result<(), StoreError>,
    ) -> Result<Self, StoreError> {
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        may_fill(&path)?;
        let folder = Self { path };
        let was_there = folder.is_free(false)?;
        let new = folder.path.ancestors().take_while(|above| !above.exists());
        let new: Vec<_> = new.collect();
        fs::create_dir_all(&folder.path)
            .map_err(|error| StoreError::Unwritten(folder.path.clone(), error.into()))?;
        new.into_iter().for_each(sync_folder_of);
        folder.claim(was_there)?;
        if let Err(error) = fill(&folder) {
            folder.clear(was_there);
            return Err(error);
        }
        // Saving has taken it away already, unless others are there by now.
        fs::remove_dir(folder.path.join(CLAIM)).ok();
        Ok(folder)
    }

    /// Takes a folder that is free, so that no other program fills it at the same moment: whoever fails would take away
    /// what the other has put there.
    fn claim(&self, was_there: bool) -> Result<(), StoreError> {
        let claim = self.path.join(CLAIM);
        match fs::create_dir(&claim) {
            Ok(()) => {}
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                return Err(StoreError::Occupied(self.path.clone()));
            }
            Err(error) => {
                if !was_there {
                    fs::remove_dir(&self.path).ok();
                }
                return Err(StoreError::Unwritten(self.path.clone(), error.into()));
            }
        }
        // It may have been filled, and left by whoever did, since it was looked at.
        self.is_free(true).map(drop).inspect_err(|_| {
            fs::remove_dir(&claim).ok();
        })
    }

    /// Whether the folder is there, and empty but for our own claim. An error if something is in it, or it is no folder.
    fn is_free(&self, is_claimed: bool) -> Result<bool, StoreError> {
        match fs::metadata(&self.path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
            Err(error) => {
                return Err(StoreError::Unwritten(self.path.clone(), error.into()));
            }
            Ok(found) if !found.is_dir() => {
                return Err(StoreError::NotAFolder(self.path.clone()));
            }
            Ok(_) => {}
        }
        if self.event_file().symlink_metadata().is_ok() {
            return Err(StoreError::HasEvent(self.path.clone()));
        }
        let entries = fs::read_dir(&self.path).map_err(|error| unreadable(&self.path, error))?;
        for entry in entries {
            let entry = entry.map_err(|error| unreadable(&self.path, error))?;
            let is_claim = is_claimed && entry.file_name() == CLAIM;
            if !is_claim && !LITTER.iter().any(|litter| entry.file_name() == *litter) {
                return Err(StoreError::Occupied(self.path.clone()));
            }
        }
        Ok(true)
    }

    /// Takes away what was made in a folder that was free before; best effort, since the error that led here is the
    /// one to tell.
    fn clear(&self, was_there: bool) {
        for name in FOLDERS.iter().chain(&["backups", CLAIM]) {
            fs::remove_dir_all(self.path.join(name)).ok();
        }
        fs::remove_file(self.event_file()).ok();
        if !was_there {
            fs::remove_dir(&self.path).ok();
        }
    }

    /// Copies the files of one folder, not of those below it.
    fn copy_files(&self, from: &Path, to: &Path) -> Result<(), StoreError> {
        for file in files_in(from)? {
            let Some(name) = file.file_name() else {
                continue;
            };
            let inside = self.inside(&file)?;
            let copy = to.join(name);
            let unwritten = |error: io::Error| StoreError::Unwritten(copy.clone(), error.into());
            fs::create_dir_all(to).map_err(unwritten)?;
            let mut source = fs::File::open(&inside).map_err(|error| unreadable(&file, error))?;
            let mut target = fs::File::create_new(&copy).map_err(unwritten)?;
            io::copy(&mut source, &mut target).map_err(unwritten)?;
            target.sync_all().map_err(unwritten)?;
        }
        // The folder's own name, and the names in it; best effort where no file has made it.
        sync_folder_of(to);
        sync_folder_of(&to.join("event.ron"));
        Ok(())
    }

    pub(super) fn inside(&self, path: &Path) -> Result<PathBuf, StoreError> {
        let below = path.strip_prefix(&self.path).unwrap_or(path);
        let is_link = |path: &Path| fs::symlink_metadata(path).is_ok_and(|it| it.is_symlink());
        let mut parts = below
            .ancestors()
            .filter(|part| !part.as_os_str().is_empty());
        if !parts.any(|part| is_link(&self.path.join(part))) {
            return Ok(path.to_owned());
        }
        let real = fs::canonicalize(path).map_err(|error| unreadable(path, error))?;
        let home = fs::canonicalize(&self.path).map_err(|error| unreadable(&self.path, error))?;
        if real.starts_with(&home) {
            Ok(real)
        } else {
            Err(StoreError::Outside(path.to_owned()))
        }
    }
}
