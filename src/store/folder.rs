//! The event's folder.

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
    sync::Arc,
};

use super::{
    FileState, Lineage, Stamp, StoreError,
    disk::{files_in, read_bytes, same_folder, text_of, unreadable},
    format::{self, FORMAT, Reason, body_to_ron},
    from_ron, limits,
    replace::may_fill,
    to_ron,
    write::{clear_leftovers, is_aside_of, is_part, sync_folder_of, write_whole, write_whole_if},
};
use crate::model::{Event, FileName, PhotoId};

/// The files of an event besides `event.ron`, each kind in a folder of its own.
const FOLDERS: [&str; 4] = ["photos", "papers", "versions", "versions/photos"];

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

/// What a save is about to replace: the bytes, if they are of today's format, and whether they could be kept.
type Replaced = (Option<Vec<u8>>, Result<(), StoreError>);

/// What a save may replace.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// Whatever the file holds.
    Anything,
    /// What it held at this stamp, and nothing that somebody else has saved since. A file that is not there is refused: a
    /// sync engine takes it away before it puts another in its place.
    Held(Stamp),
    /// The same, or nothing: the person knows that the file is gone.
    HeldOrGone(Stamp),
}

/// What became of a save that succeeded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// What the file holds now.
    pub stamp: Stamp,
    /// Which saved state that is.
    pub lineage: Lineage,
    /// Whether the save could be kept among the backups as well. Where it could not, the event is saved all the same.
    pub backup: Result<(), StoreError>,
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

    /// Writes the event in place of what the file holds, reads it back, and keeps the save among the backups. A file of
    /// an older format, or one that cannot be read, is kept beside it.
    ///
    /// # Errors
    /// [`StoreError::Unwritten`], [`StoreError::Unfaithful`], or [`StoreError::Newer`] if a newer program has
    /// written the file; then it is as it was.
    pub fn save(&self, event: &Event) -> Result<Saved, StoreError> {
        self.save_made_from(event, &[], Expected::Anything)
    }

    /// As [`save`](Self::save), if the file still holds what it held at `stamp`.
    ///
    /// # Errors
    /// [`StoreError::Changed`] if somebody else has saved since, [`StoreError::Away`] if the file is not there, and as
    /// [`save`](Self::save).
    pub fn save_over(&self, event: &Event, stamp: Stamp) -> Result<Saved, StoreError> {
        self.save_made_from(event, &[], Expected::Held(stamp))
    }

    /// As [`save`](Self::save), of an event that was made from these states, or from what the file holds if none are given;
    /// if the file holds what is expected.
    ///
    /// # Errors
    /// As [`save_over`](Self::save_over).
    pub fn save_made_from(
        &self,
        event: &Event,
        from: &[Lineage],
        expected: Expected,
    ) -> Result<Saved, StoreError> {
        self.save_if(event, from, || match expected {
            Expected::Anything => Ok(()),
            Expected::Held(stamp) => self.refuse_another(stamp),
            Expected::HeldOrGone(stamp) => match self.refuse_another(stamp) {
                Err(StoreError::Away(_)) => Ok(()),
                may_be => may_be,
            },
        })
    }

    /// An error if the file holds something else than at `stamp`, or is not there: a synced folder takes it away before
    /// it puts another in its place.
    ///
    /// # Errors
    /// [`StoreError::Changed`] if somebody else has saved since, [`StoreError::Away`].
    pub fn refuse_another(&self, stamp: Stamp) -> Result<(), StoreError> {
        match self.stamp() {
            Ok(now) if now != stamp => Err(StoreError::Changed(self.event_file())),
            // With its folder gone nothing can be written, which says more.
            Err(StoreError::Missing(file)) if self.path.is_dir() => Err(StoreError::Away(file)),
            // What cannot be read is no work of somebody else's that would be lost.
            Ok(_) | Err(_) => Ok(()),
        }
    }

    /// Whether what names this folder as its own, and lies in this one, was written there: the other folder is still
    /// there, on this machine, and a synced folder or a person has brought a copy of it here.
    pub(super) fn is_copy_of_another(&self, named: &Path) -> bool {
        named != self.path && named.is_dir() && !self.is_at(named)
    }

    /// Saves, if that may be: asked when no other program saves any more, and once more right before the file is
    /// replaced, since not every share knows locks.
    fn save_if(
        &self,
        event: &Event,
        from: &[Lineage],
        may_be: impl Fn() -> Result<(), StoreError>,
    ) -> Result<Saved, StoreError> {
        let file = self.event_file();
        let text = to_ron(event);
        // Writing in place of a link would take the link away, and leave what it leads to as it was.
        let target = self.inside(&file)?;
        let unfaithful = || StoreError::Unfaithful(file.clone());
        match from_ron(&text, &file) {
            Ok((read, None)) if read == *event => {}
            Ok(_) | Err(_) => return Err(unfaithful()),
        }
        let turn = self.take_turn();
        may_be()?;
        clear_leftovers(&self.path, |found| is_aside_of("event.ron", found));
        if self.inside(&self.photos()).is_ok() {
            clear_leftovers(&self.photos(), is_part);
        }
        let (before, replaced) = self.keep_what_differs()?;
        let text = Self::text_with_lineage(event, from, before.as_deref());
        write_whole_if(&target, text.as_bytes(), may_be)?;
        let written = read_bytes(&file, limits::EVENT_BYTES)?;
        if written != text.as_bytes() {
            return Err(unfaithful());
        }
        let backup = replaced.and(self.keep_backup(&written));
        drop(turn);
        Ok(Saved {
            stamp: Stamp::of(&written),
            lineage: Lineage::of_text(&text),
            backup,
        })
    }

    /// The text of a save: with its lineage, or what the file held `before`, if that says the same and is made from the
    /// same.
    fn text_with_lineage(event: &Event, from: &[Lineage], before: Option<&[u8]>) -> String {
        let body = body_to_ron(event);
        let before = before.and_then(|bytes| std::str::from_utf8(bytes).ok());
        let replaced = before.map(Lineage::of_text);
        let parents = match &replaced {
            Some(replaced) if from.is_empty() => std::slice::from_ref(replaced),
            Some(_) | None => from,
        };
        if let (Some(before), Some(replaced)) = (before, &replaced) {
            let same = format!("{body}{}", replaced.text());
            if before == same && parents.iter().all(|parent| replaced.includes(parent.id())) {
                return same;
            }
        }
        format!("{body}{}", Lineage::child(&body, parents).text())
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

    /// Writes the event, with the photos and papers of this folder, into a new folder.
    ///
    /// # Errors
    /// As [`create`](Self::create), and [`StoreError::Inside`] if the new folder would lie in this one.
    pub fn save_as(&self, to: &Path, event: &Event) -> Result<Self, StoreError> {
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
        // The copy goes on from what this folder has, so that both can be merged later.
        let from: Vec<_> = self
            .file_state()
            .ok()
            .map(|state| state.lineage)
            .into_iter()
            .collect();
        Self::make(&to, |folder| {
            for name in FOLDERS {
                self.copy_files(&self.path.join(name), &folder.path.join(name))?;
            }
            folder
                .save_made_from(event, &from, Expected::Anything)
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
        let was_there = folder.is_free()?;
        let new = folder.path.ancestors().take_while(|above| !above.exists());
        let new: Vec<_> = new.collect();
        fs::create_dir_all(&folder.path)
            .map_err(|error| StoreError::Unwritten(folder.path.clone(), error.into()))?;
        new.into_iter().for_each(sync_folder_of);
        if let Err(error) = fill(&folder) {
            folder.clear(was_there);
            return Err(error);
        }
        Ok(folder)
    }

    /// Whether the folder is there, and empty. An error if something is in it, or it is no folder.
    fn is_free(&self) -> Result<bool, StoreError> {
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
            if !LITTER.iter().any(|litter| entry.file_name() == *litter) {
                return Err(StoreError::Occupied(self.path.clone()));
            }
        }
        Ok(true)
    }

    /// Takes away what was made in a folder that was free before; best effort, since the error that led here is the
    /// one to tell.
    fn clear(&self, was_there: bool) {
        for name in FOLDERS.iter().chain(&["backups", ".runsheet"]) {
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

    /// Keeps what `event.ron` holds: among the backups if it is of today's format, which may fail without harm, else
    /// beside it; refuses if it is of a newer one. Gives what it holds, if that is of today's format.
    fn keep_what_differs(&self) -> Result<Replaced, StoreError> {
        let file = self.event_file();
        let bytes = match read_bytes(&file, limits::EVENT_BYTES) {
            Ok(bytes) => bytes,
            Err(StoreError::Missing(_)) => return Ok((None, Ok(()))),
            Err(error) => return Err(error),
        };
        format::refuse_newer_minor(&bytes, &file)?;
        let stem = match std::str::from_utf8(&bytes).ok().and_then(format::format_of) {
            Some(FORMAT) => {
                let kept = self.keep_replaced(&bytes);
                return Ok((Some(bytes), kept));
            }
            Some(format) if format > FORMAT => {
                return Err(StoreError::Newer {
                    file,
                    format,
                    known: FORMAT,
                });
            }
            Some(format) => format!("event.format-{format}"),
            None if bytes.is_empty() => return Ok((None, Ok(()))),
            None => "event.unreadable".to_owned(),
        };
        for number in 1.. {
            let name = match number {
                1 => format!("{stem}.ron"),
                _ => format!("{stem} ({number}).ron"),
            };
            let backup = self.path.join(name);
            match read_bytes(&backup, limits::EVENT_BYTES) {
                Ok(kept) if kept == bytes => break,
                Err(StoreError::Missing(_)) => {
                    write_whole(&backup, &bytes)?;
                    break;
                }
                Ok(_) | Err(_) => {}
            }
        }
        Ok((None, Ok(())))
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
