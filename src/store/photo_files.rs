//! The files of an event's photos: whether each holds the picture that was added, and where else in the event's folder
//! that picture is. Two laptops that share a folder add different pictures of one name; one file keeps the name then, and
//! the other is beside it under a name that the synced folder has made up. A picture is known by its hash, wherever it is.

use std::{
    collections::{HashMap, HashSet},
    fs, io,
    path::{Path, PathBuf},
    time::Instant,
};

use super::{
    Folder, Mark, StoreError,
    conflict_names::conflict_of,
    disk::{files_in, read_bytes, unreadable},
    write::{is_part, write_new, write_whole_if},
};
use crate::{
    limits::photo as limits,
    model::{Event, FileName, NameKey, Photo, PhotoId},
};

/// The hashes of files. One is read again only when its time or length is another.
#[derive(Clone, Debug, Default)]
pub struct Hashes {
    known: HashMap<PathBuf, (Mark, String)>,
    until: Option<Instant>,
    is_cut_short: bool,
}

impl Hashes {
    /// From now on no file is begun to be read after this moment.
    pub fn read_until(&mut self, until: Instant) {
        self.until = Some(until);
        self.is_cut_short = false;
    }

    /// Whether something was not read for lack of time.
    #[must_use]
    pub const fn is_cut_short(&self) -> bool {
        self.is_cut_short
    }

    /// The hash of a file; none if it is not there or cannot be read, or there is no time left to read it.
    pub fn of(&mut self, path: &Path) -> Option<&str> {
        let mark = Mark::of(path)?;
        let is_known = matches!(self.known.get(path), Some((known, _)) if *known == mark);
        if !is_known {
            if self.until.is_some_and(|until| Instant::now() > until) {
                self.is_cut_short = true;
                return None;
            }
            let bytes = read_bytes(path, limits::FILE_BYTES).ok()?;
            self.known.insert(path.to_owned(), (mark, hash_of(&bytes)));
        }
        self.known.get(path).map(|(_, hash)| hash.as_str())
    }
}

/// The hash by which a photo knows its picture.
pub(super) fn hash_of(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex().to_string()
}

/// What is wrong with the file of a photo.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Amiss {
    /// It is not there.
    Missing,
    /// It does not hold the picture that was added.
    Other,
}

/// What came of putting files in their places.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PutInPlace {
    /// The files that hold their photos' pictures now.
    pub files: Vec<FileName>,
    /// Why others could not be written.
    pub failed: Vec<StoreError>,
}

/// Where pictures are looked for.
pub(super) struct Around {
    /// The files that are kept with versions.
    kept: Vec<PathBuf>,
    /// The files among the photos that are not, untouched, the file of a photo.
    loose: Vec<PathBuf>,
    /// The names of all files among the photos.
    names: HashMap<NameKey, Vec<PathBuf>>,
    /// The names of the photos.
    photos: HashSet<FileName>,
}

impl Folder {
    /// The photos whose files are not there, or hold something else than the picture that was added. A file that cannot be
    /// read, or leads out of the folder, is another matter.
    #[must_use]
    pub fn photos_amiss(&self, event: &Event, hashes: &mut Hashes) -> Vec<(PhotoId, Amiss)> {
        let mut all = Vec::new();
        for photo in &event.photos {
            let amiss = match self.photo_inside(&photo.file) {
                Ok(path) => match hashes.of(&path) {
                    Some(hash) => (hash != photo.hash).then_some(Amiss::Other),
                    None => is_missing(&path).then_some(Amiss::Missing),
                },
                Err(StoreError::Missing(_)) => Some(Amiss::Missing),
                Err(_) => None,
            };
            all.extend(amiss.map(|amiss| (photo.id, amiss)));
        }
        all
    }

    /// Copies the pictures of these photos to where the photos have them, as far as they are anywhere among the event's
    /// photos or versions. A file that holds something else is replaced only if that is another photo's picture, and that
    /// photo has it in its own place: somebody may have replaced it on purpose.
    #[must_use]
    pub fn put_in_place(
        &self,
        event: &Event,
        amiss: &[(PhotoId, Amiss)],
        hashes: &mut Hashes,
    ) -> PutInPlace {
        let mut put = PutInPlace::default();
        if amiss.is_empty() || self.inside(&self.photos()).is_err() {
            return put;
        }
        let wanting: HashSet<PhotoId> = amiss.iter().map(|(id, _)| *id).collect();
        let around = self.around(event, &wanting);
        // First what is missing: its picture may be in a file that is replaced then.
        let mut left = amiss.to_vec();
        left.sort_by_key(|(_, amiss)| *amiss);
        loop {
            let before = left.len();
            left.retain(|(id, _)| {
                let Some(photo) = event.photos.get(*id) else {
                    return false;
                };
                match self.put_one(event, photo, &around, hashes) {
                    Ok(is_put) => {
                        if is_put {
                            hashes.known.remove(&self.photo(&photo.file));
                            put.files.push(photo.file.clone());
                        }
                        !is_put
                    }
                    Err(error) => {
                        put.failed.push(error);
                        false
                    }
                }
            });
            // What has its own place now may be given up elsewhere.
            if left.is_empty() || left.len() == before {
                return put;
            }
        }
    }

    /// Whether the file of a photo was put in its place.
    fn put_one(
        &self,
        event: &Event,
        photo: &Photo,
        around: &Around,
        hashes: &mut Hashes,
    ) -> Result<bool, StoreError> {
        let target = self.photo(&photo.file);
        match fs::symlink_metadata(&target) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let alike = around.alike(&photo.file);
                let holds = |path: &PathBuf, hashes: &mut Hashes| {
                    hashes.of(path) == Some(photo.hash.as_str())
                };
                // Never beside a name that is the same on another system: what has that one gets this one, or stays.
                let source = match alike.as_slice() {
                    [] => around.find(photo, hashes),
                    [only] if !around.is_named(only) && holds(only, hashes) => {
                        Some((*only).clone())
                    }
                    _ => None,
                };
                let Some(source) = source else {
                    return Ok(false);
                };
                let Some(bytes) = picture_in(&source, &photo.hash) else {
                    return Ok(false);
                };
                let folder = self.photos();
                match fs::create_dir(&folder) {
                    Err(error) if error.kind() != io::ErrorKind::AlreadyExists => {
                        return Err(StoreError::Unwritten(folder, error.into()));
                    }
                    Ok(()) | Err(_) => {}
                }
                match write_new(&target, &bytes) {
                    // Somebody else has just put it there.
                    Err(StoreError::Unwritten(_, fault))
                        if fault.kind() == io::ErrorKind::AlreadyExists =>
                    {
                        return Ok(false);
                    }
                    written => written?,
                }
                if alike.contains(&&source) || self.is_copy(event, &source) {
                    fs::remove_file(&source).ok();
                }
                Ok(true)
            }
            Ok(found) if found.is_file() => {
                let Some(other) = hashes.of(&target).map(ToOwned::to_owned) else {
                    return Ok(false);
                };
                if other == photo.hash {
                    return Ok(false);
                }
                let key = photo.file.key();
                let mut owners = event.photos.iter();
                let is_elsewhere = owners.any(|owner| {
                    owner.hash == other
                        && owner.file.key() != key
                        && picture_in(&self.photo(&owner.file), &other).is_some()
                });
                let source = (is_elsewhere).then(|| around.find(photo, hashes)).flatten();
                let Some(source) = source else {
                    return Ok(false);
                };
                let Some(bytes) = picture_in(&source, &photo.hash) else {
                    return Ok(false);
                };
                let is_still_other = || match picture_in(&target, &other) {
                    Some(_) => Ok(()),
                    None => Err(StoreError::Changed(target.clone())),
                };
                match write_whole_if(&target, &bytes, is_still_other) {
                    Err(StoreError::Changed(_)) => return Ok(false),
                    written => written?,
                }
                if self.is_copy(event, &source) {
                    fs::remove_file(&source).ok();
                }
                Ok(true)
            }
            Ok(_) | Err(_) => Ok(false),
        }
    }

    /// Whether a file is what a synced folder has made of a photo's: once its picture is in its place, nobody misses it.
    fn is_copy(&self, event: &Event, file: &Path) -> bool {
        let is_of = |name: &str, photo: &Photo| {
            conflict_of(photo.file.as_str(), name).is_some_and(|copy| copy.is_said)
        };
        file.parent() == Some(self.photos().as_path())
            && name_of(file).is_some_and(|name| {
                let mut photos = event.photos.iter();
                photos.all(|photo| photo.file.as_str() != name)
                    && event.photos.iter().any(|photo| is_of(name, photo))
            })
    }

    /// Where the pictures of these photos may be.
    pub(super) fn around(&self, event: &Event, wanting: &HashSet<PhotoId>) -> Around {
        let is_plain = |path: &PathBuf| {
            fs::symlink_metadata(path).is_ok_and(|found| found.is_file())
                && !name_of(path).is_some_and(is_part)
        };
        let list = |folder: &Path| -> Vec<PathBuf> {
            let all = self.inside(folder).and_then(|folder| files_in(&folder));
            all.unwrap_or_default()
                .into_iter()
                .filter(is_plain)
                .collect()
        };
        let all = list(&self.photos());
        let is_intact = |photo: &&std::sync::Arc<Photo>| !wanting.contains(&photo.id);
        let intact = event.photos.iter().filter(is_intact);
        let intact: HashSet<&str> = intact.map(|photo| photo.file.as_str()).collect();
        let mut names: HashMap<NameKey, Vec<PathBuf>> = HashMap::new();
        for path in &all {
            if let Some(name) = name_of(path) {
                names
                    .entry(NameKey::of(name))
                    .or_default()
                    .push(path.clone());
            }
        }
        let is_loose = |path: &PathBuf| !name_of(path).is_some_and(|name| intact.contains(name));
        Around {
            kept: list(&self.versions_folder().join("photos")),
            loose: all.into_iter().filter(is_loose).collect(),
            names,
            photos: event
                .photos
                .iter()
                .map(|photo| photo.file.clone())
                .collect(),
        }
    }
}

impl Around {
    /// A file that holds the picture of a photo, other than the photo's own: one that is kept under its hash, then the
    /// copies that a synced folder has made of it, then any other.
    pub(super) fn find(&self, photo: &Photo, hashes: &mut Hashes) -> Option<PathBuf> {
        if photo.hash.len() != blake3::OUT_LEN * 2 {
            return None;
        }
        let is_kept = |path: &&PathBuf| {
            name_of(path).is_some_and(|name| name.starts_with(photo.hash.as_str()))
        };
        let own = photo.file.as_str();
        let others = self.loose.iter().filter(|path| name_of(path) != Some(own));
        let (copies, others): (Vec<_>, Vec<_>) = others
            .partition(|path| name_of(path).is_some_and(|name| conflict_of(own, name).is_some()));
        let all = self.kept.iter().filter(is_kept).chain(copies).chain(others);
        all.into_iter()
            .find(|path| hashes.of(path) == Some(photo.hash.as_str()))
            .cloned()
    }

    /// The files whose names differ from this one only where systems do not.
    fn alike(&self, file: &FileName) -> Vec<&PathBuf> {
        let all = self.names.get(&file.key()).into_iter().flatten();
        all.filter(|path| name_of(path) != Some(file.as_str()))
            .collect()
    }

    fn is_named(&self, path: &Path) -> bool {
        let name = name_of(path).and_then(|name| FileName::try_from(name.to_owned()).ok());
        name.is_some_and(|name| self.photos.contains(&name))
    }
}

/// The bytes of a file, if they are those of this hash.
pub(super) fn picture_in(path: &Path, hash: &str) -> Option<Vec<u8>> {
    let bytes = read_bytes(path, limits::FILE_BYTES).ok()?;
    (hash_of(&bytes) == hash).then_some(bytes)
}

fn is_missing(path: &Path) -> bool {
    let error = fs::metadata(path).err();
    error.is_some_and(|error| matches!(unreadable(path, error), StoreError::Missing(_)))
}

fn name_of(path: &Path) -> Option<&str> {
    path.file_name()?.to_str()
}
