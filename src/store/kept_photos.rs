//! The photos of versions: copies by their hashes in `versions/photos/`, so that a version can be printed again to the same
//! bytes whatever becomes of the event's own. A copy is no second name of a photo's file, which whoever saves into that file
//! would change, and its bytes are compared with the hash before they are kept and before they are printed.

use std::{
    collections::{HashMap, HashSet},
    fs,
    io::Write as _,
    path::{Path, PathBuf},
    sync::Arc,
};

use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};

use super::{
    Folder, StoreError, Version,
    photo_files::{Hashes, hash_of, picture_in},
    write::{clear_leftovers, is_part, sync_folder_of},
};
use crate::{
    limits::photo as limits,
    model::{Event, Photo, PhotoId},
};

/// A version that was issued.
#[derive(Clone, Debug, PartialEq)]
pub struct Issued {
    /// The version.
    pub version: Version,
    /// Why the pictures of some photos are not kept with it: their files hold other pictures, or cannot be read. They are
    /// not printed, unless their files are put back.
    pub unkept: Vec<StoreError>,
}

/// Whether a photo's picture is kept.
enum Kept {
    Yes,
    /// It is not there; the photo prints as an empty frame, now and later.
    Nowhere,
    /// It is to be looked for: what is where it should be is something else.
    Unfound(StoreError),
}

impl Folder {
    /// Keeps the pictures of photos under their hashes, and repairs those that are kept and are not what their hashes say;
    /// gives what keeps some from being kept.
    pub(super) fn keep_photos(&self, event: &Event) -> Result<Vec<StoreError>, StoreError> {
        let folder = self.kept_folder();
        clear_leftovers(&folder, is_part);
        let photos: Vec<&Photo> = event.photos.iter().map(AsRef::as_ref).collect();
        let kept: Vec<(&Photo, Kept)> = photos
            .par_iter()
            .map(|photo| Ok((*photo, self.keep_own(photo)?)))
            .collect::<Result<_, StoreError>>()?;
        let unfound = kept.iter().filter(|(_, kept)| !matches!(kept, Kept::Yes));
        let unfound: HashSet<PhotoId> = unfound.map(|(photo, _)| photo.id).collect();
        if unfound.is_empty() {
            return Ok(Vec::new());
        }
        let around = self.around(event, &unfound);
        let mut hashes = Hashes::default();
        let mut unkept = Vec::new();
        for (photo, kept) in kept {
            if matches!(kept, Kept::Yes) {
                continue;
            }
            let found = around.find(photo, &mut hashes);
            if let Some(bytes) = found.and_then(|path| picture_in(&path, &photo.hash)) {
                self.write_kept(photo, &bytes)?;
            } else if let Kept::Unfound(error) = kept {
                unkept.push(error);
            }
        }
        Ok(unkept)
    }

    /// Keeps the file of a photo, unless it is kept already.
    fn keep_own(&self, photo: &Photo) -> Result<Kept, StoreError> {
        let kept = self.kept_photo(photo);
        let found = fs::symlink_metadata(&kept).ok();
        let own = self.photo_inside(&photo.file);
        if let Some(found) = found.as_ref().filter(|found| found.is_file())
            && let Some(bytes) = picture_in(&kept, &photo.hash)
        {
            if may_be_linked(found, own.as_deref().ok()) {
                // The bytes are right, and stay so if this fails; the next issue tries again.
                if let Err(error) = self.write_kept(photo, &bytes) {
                    tracing::warn!(%error, "a kept photo still is a second name of a file");
                }
            }
            return Ok(Kept::Yes);
        }
        let bytes = own.and_then(|own| super::disk::read_bytes(&own, limits::FILE_BYTES));
        match bytes {
            Ok(bytes) if hash_of(&bytes) == photo.hash => {
                self.write_kept(photo, &bytes)?;
                Ok(Kept::Yes)
            }
            Err(StoreError::Missing(_)) if found.is_none() => Ok(Kept::Nowhere),
            Ok(_) | Err(StoreError::Missing(_)) => {
                Ok(Kept::Unfound(StoreError::NotKept(self.photo(&photo.file))))
            }
            Err(error) => Ok(Kept::Unfound(error)),
        }
    }

    /// Puts the bytes of a photo under its hash, in place of whatever is there: aside first, then, once they are on the
    /// disk, under their name.
    fn write_kept(&self, photo: &Photo, bytes: &[u8]) -> Result<(), StoreError> {
        let folder = self.kept_folder();
        let kept = self.kept_photo(photo);
        let unwritten = |error: std::io::Error| StoreError::Unwritten(kept.clone(), error.into());
        if !folder.is_dir() {
            fs::create_dir_all(&folder).map_err(unwritten)?;
            sync_folder_of(&folder);
        }
        let aside = folder.join(format!(".{}.part", uuid::Uuid::now_v7()));
        let put = || {
            let mut file = fs::File::create_new(&aside)?;
            file.write_all(bytes)?;
            file.sync_all()?;
            drop(file);
            fs::rename(&aside, &kept)
        };
        if let Err(error) = put() {
            fs::remove_file(&aside).ok();
            return Err(unwritten(error));
        }
        sync_folder_of(&kept);
        Ok(())
    }

    fn kept_folder(&self) -> PathBuf {
        self.versions_folder().join("photos")
    }

    fn kept_photo(&self, photo: &Photo) -> PathBuf {
        let is_hash = photo.hash.len() >= 8 && photo.hash.bytes().all(|b| b.is_ascii_hexdigit());
        let stem = if is_hash { &photo.hash } else { "unknown" };
        let extension = Path::new(photo.file.as_str()).extension();
        let extension = extension.and_then(|ext| ext.to_str()).unwrap_or("photo");
        self.kept_folder()
            .join(format!("{stem}.{}", extension.to_lowercase()))
    }

    /// Where the photos of a version are, for reading them: those that were kept with it. One that is not among them is
    /// looked for in the event's own folder of photos. Whoever prints them compares them with their hashes.
    #[must_use]
    pub fn kept_photos(&self, event: &Event) -> HashMap<PhotoId, PathBuf> {
        let kept = |photo: &Arc<Photo>| {
            let path = self.kept_photo(photo);
            let path = self.inside(&path).ok().filter(|path| path.is_file())?;
            Some((photo.id, path))
        };
        event.photos.iter().filter_map(kept).collect()
    }
}

/// Whether a kept file may be a second name of another, as older programs made them.
#[cfg(unix)]
fn may_be_linked(kept: &fs::Metadata, _: Option<&Path>) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    kept.nlink() > 1
}

/// Whether a kept file may be a second name of another, as older programs made them. A copy that was written here has a
/// time of its own.
#[cfg(not(unix))]
fn may_be_linked(kept: &fs::Metadata, own: Option<&Path>) -> bool {
    let own = own.and_then(|own| fs::metadata(own).ok());
    own.is_some_and(|own| own.len() == kept.len() && own.modified().ok() == kept.modified().ok())
}
