//! Copying a picture into an event's folder of photos, byte for byte.

use std::{
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
    time::SystemTime,
};

use uuid::Uuid;

use super::{
    Adding, Format, PhotoError,
    adding::part_name,
    look::{bytes_of, look_at},
};
use crate::model::{FileName, FileNameError, NameKey, Photo, PhotoId, file_stem};

/// What became of a picture.
#[derive(Clone, Debug, PartialEq)]
pub enum Added {
    /// It is in the folder now; the photo is for an edit to put into the event.
    New(Photo),
    /// The event has this picture, as this photo.
    AlreadyHere(PhotoId),
}

/// Copies a picture into the folder of photos, unaltered, under its own name or one as near as every system allows.
///
/// `have` tells which photo of the event has the bytes of this hash, and `is_taken` whether one has a file of this name,
/// be it there or not. A file of the same name with other content stays as it is, and the new one is called
/// `name (2).jpg`; so it is beside a name that is the same but for the case of letters or the form of Unicode, which is
/// one file on other systems. The copy is on the disk, whole, when this returns.
///
/// # Errors
/// Whatever keeps the file from being a picture, or the folder from being written; then nothing has been added.
pub fn add(
    path: &Path,
    photos_dir: &Path,
    have: &dyn Fn(&str) -> Option<PhotoId>,
    is_taken: &dyn Fn(&NameKey) -> bool,
) -> Result<Added, PhotoError> {
    add_noted(path, photos_dir, have, is_taken, None)
}

/// As [`add`], with notes of what is copied until the event that names it is saved.
///
/// # Errors
/// As [`add`].
pub fn add_noted(
    path: &Path,
    photos_dir: &Path,
    have: &dyn Fn(&str) -> Option<PhotoId>,
    is_taken: &dyn Fn(&NameKey) -> bool,
    adding: Option<&Adding>,
) -> Result<Added, PhotoError> {
    let bytes = bytes_of(path)?;
    let shot = look_at(&bytes, path)?;
    if let Some(photo) = have(&shot.hash) {
        return Ok(Added::AlreadyHere(photo));
    }
    stays_inside(photos_dir)?;
    let name = plain_name(path, shot.format);
    let copy = Copy {
        bytes: &bytes,
        hash: &shot.hash,
        source: path,
        adding,
        is_taken,
    };
    let placed = in_photos_dir(photos_dir, || copy.place(photos_dir, &name));
    let file = placed.map_err(|error| unwritten(path, photos_dir, error))?;
    let mut photo = Photo::new(file, shot.hash, shot.size);
    photo.taken = shot.taken;
    Ok(Added::New(photo))
}

/// Copies the picture of a photo to where the photo has it, if it is not there any more.
///
/// # Errors
/// As [`add`]; [`PhotoError::Unwritten`] too if a file of this name is there.
pub fn put_back(path: &Path, photos_dir: &Path, file: &FileName) -> Result<(), PhotoError> {
    let bytes = bytes_of(path)?;
    stays_inside(photos_dir)?;
    in_photos_dir(photos_dir, || {
        Aside::write(&bytes, photos_dir, None)?.get_name(&photos_dir.join(file))
    })
    .map_err(|error| unwritten(path, photos_dir, error))
}

/// A folder of photos that is a link leads to another place, where nothing is to be written.
fn stays_inside(photos_dir: &Path) -> Result<(), PhotoError> {
    match fs::symlink_metadata(photos_dir) {
        Ok(found) if found.is_symlink() => Err(PhotoError::Outside(photos_dir.to_owned())),
        Ok(_) | Err(_) => Ok(()),
    }
}

fn unwritten(photo: &Path, folder: &Path, error: io::Error) -> PhotoError {
    PhotoError::Unwritten {
        photo: photo.to_owned(),
        folder: folder.to_owned(),
        fault: error.into(),
    }
}

/// Makes the folder of photos in the event's folder, but not that one: where it was renamed or taken away, another
/// with these photos alone would look like the event. A folder that was made in vain is taken away again.
fn in_photos_dir<T>(photos_dir: &Path, write: impl Fn() -> io::Result<T>) -> io::Result<T> {
    loop {
        let is_new = match fs::create_dir(photos_dir) {
            Ok(()) => true,
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => false,
            Err(error) => return Err(error),
        };
        match write() {
            // Another drop, for which there was no room, took the folder away that it had made.
            Err(error) if error.kind() == io::ErrorKind::NotFound && !photos_dir.exists() => {}
            Err(error) => {
                if is_new {
                    // Only an empty folder goes.
                    fs::remove_dir(photos_dir).ok();
                }
                return Err(error);
            }
            Ok(written) => return Ok(written),
        }
    }
}

/// A picture that is copied.
struct Copy<'a> {
    bytes: &'a [u8],
    hash: &'a str,
    source: &'a Path,
    adding: Option<&'a Adding>,
    /// Whether a photo of the event has a file of such a name.
    is_taken: &'a dyn Fn(&NameKey) -> bool,
}

impl Copy<'_> {
    /// Writes the bytes under the first name that is free, or finds them there.
    fn place(&self, folder: &Path, name: &Name) -> io::Result<FileName> {
        let aside = Aside::write(self.bytes, folder, self.adding)?;
        let names = names_in(folder)?;
        for number in 1..=u32::MAX {
            let name = name
                .numbered(number)
                .map_err(|_| io::ErrorKind::InvalidFilename)?;
            let key = name.key();
            let is_beside = |(other, of): &(String, NameKey)| *of == key && other != name.as_str();
            if (self.is_taken)(&key) || names.iter().any(is_beside) {
                continue;
            }
            let target = folder.join(&name);
            if let Some(adding) = self.adding {
                adding.copy(&name, self.hash, &aside.path, self.source);
            }
            match aside.get_name(&target) {
                Ok(()) => return Ok(name),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                    // Left from an addition that was undone or not saved: the same bytes serve again.
                    let same = bytes_of(&target)
                        .is_ok_and(|there| blake3::hash(&there).to_hex().as_str() == self.hash);
                    if same {
                        is_used_again(&target);
                        return Ok(name);
                    }
                }
                Err(error) => return Err(error),
            }
        }
        Err(io::ErrorKind::AlreadyExists.into())
    }
}

/// Gives a file another time, by which whoever clears away what a cut off addition has left knows that it is in use.
fn is_used_again(file: &Path) {
    let touched = fs::File::options()
        .append(true)
        .open(file)
        .and_then(|file| file.set_modified(SystemTime::now()));
    if let Err(error) = touched {
        tracing::debug!(?file, %error, "its time stays");
    }
}

/// The names in a folder, with their keys.
fn names_in(folder: &Path) -> io::Result<Vec<(String, NameKey)>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        if let Ok(name) = entry?.file_name().into_string() {
            let key = NameKey::of(&name);
            names.push((name, key));
        }
    }
    Ok(names)
}

/// The bytes on the disk under a name that nobody looks for; gone when this goes, unless it was renamed.
struct Aside {
    path: PathBuf,
}

impl Aside {
    fn write(bytes: &[u8], folder: &Path, adding: Option<&Adding>) -> io::Result<Self> {
        let id = Uuid::now_v7();
        if let Some(adding) = adding {
            adding.part(id);
        }
        let aside = Self {
            path: folder.join(part_name(id)),
        };
        let mut file = fs::File::create_new(&aside.path)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        Ok(aside)
    }

    /// Gives the bytes their name, if nothing has it yet.
    fn get_name(&self, target: &Path) -> io::Result<()> {
        // A second name is given only if nothing has it; so the file is whole from its first moment. The first goes with
        // this value.
        match fs::hard_link(&self.path, target) {
            Ok(()) => {}
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => return Err(error),
            // Some disks know no second names.
            Err(_) => self.claim_name(target)?,
        }
        if cfg!(unix)
            && let Some(folder) = target.parent()
            && let Err(error) = fs::File::open(folder).and_then(|folder| folder.sync_all())
        {
            tracing::debug!(?folder, %error, "the folder could not be synchronised");
        }
        Ok(())
    }

    /// The same where there are no second names: making the empty file claims the name. From here on nobody else gets it,
    /// and the rename replaces nothing but this claim.
    fn claim_name(&self, target: &Path) -> io::Result<()> {
        fs::File::create_new(target)?;
        if let Err(error) = fs::rename(&self.path, target) {
            fs::remove_file(target).ok();
            return Err(error);
        }
        Ok(())
    }
}

impl Drop for Aside {
    fn drop(&mut self) {
        // Where the name was claimed there is nothing to remove.
        fs::remove_file(&self.path).ok();
    }
}

/// A file name that every system allows, in the parts between which a number can stand.
#[derive(Debug)]
struct Name {
    stem: String,
    extension: String,
}

impl Name {
    fn numbered(&self, number: u32) -> Result<FileName, FileNameError> {
        let Self { stem, extension } = self;
        FileName::try_from(match number {
            1 => format!("{stem}.{extension}"),
            _ => format!("{stem} ({number}).{extension}"),
        })
    }
}

/// The name of a file as near to its own as every system allows: no character that Windows or a shell trips over, no
/// line break, no hidden file, no name of a device, not too long. Letters of every script stay.
fn plain_name(path: &Path, format: Format) -> Name {
    let part = |part: Option<&std::ffi::OsStr>, most| {
        file_stem(&part.unwrap_or_default().to_string_lossy(), most)
    };
    let mut extension = part(path.extension(), 255);
    if extension.is_empty() || extension.len() > 8 || !extension.is_ascii() {
        format.extension().clone_into(&mut extension);
    }
    let mut stem = part(path.file_stem(), 180);
    if stem.is_empty() {
        "photo".clone_into(&mut stem);
    }
    Name { stem, extension }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_as_near_to_their_own_as_every_system_allows() {
        for (name, plain) in [
            ("DSC_4012.JPG", "DSC_4012.JPG"),
            ("合照 第一排.jpg", "合照 第一排.jpg"),
            ("a \"b\" <c> 'd'.jpg", "a 'b' _c_ 'd'.jpg"),
            ("two\nlines\t.png", "two lines.png"),
            ("what?*|.jpg", "what___.jpg"),
            ("C:\\photos\\x.jpg", "C__photos_x.jpg"),
            (".hidden.jpg", "hidden.jpg"),
            ("...jpg", "photo.jpg"),
            ("dots....jpg", "dots.jpg"),
            ("no extension", "no extension.jpg"),
            ("con.jpg", "_con.jpg"),
            ("Com1.tar.jpg", "_Com1.tar.jpg"),
            ("comma.jpg", "comma.jpg"),
            ("exe\u{202e}gpj.jpg", "exe_gpj.jpg"),
        ] {
            let name = plain_name(Path::new(name), Format::Jpeg)
                .numbered(1)
                .unwrap();
            assert_eq!(name.as_str(), plain);
        }
        let long = plain_name(Path::new(&format!("{}.jpg", "照".repeat(84))), Format::Jpeg);
        assert_eq!(
            long.numbered(12).unwrap().as_str(),
            format!("{} (12).jpg", "照".repeat(60))
        );
    }

    #[test]
    fn a_name_is_given_once_in_either_way_and_nothing_stays_aside() {
        for way in [Aside::get_name, Aside::claim_name] {
            let temp = tempfile::tempdir().unwrap();
            let target = temp.path().join("a.jpg");
            for (bytes, is_first) in [(b"first", true), (b"other", false)] {
                let aside = Aside::write(bytes, temp.path(), None).unwrap();
                let named = way(&aside, &target).map_err(|error| error.kind());
                assert_eq!(named.is_ok(), is_first);
                if !is_first {
                    assert_eq!(named, Err(io::ErrorKind::AlreadyExists));
                }
                drop(aside);
                assert_eq!(fs::read(&target).unwrap(), b"first");
                assert_eq!(fs::read_dir(temp.path()).unwrap().count(), 1);
            }
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_name_that_is_no_text_becomes_one() {
        use std::os::unix::ffi::OsStrExt;
        let path = Path::new(std::ffi::OsStr::from_bytes(b"caf\xe9.jpg"));
        assert_eq!(
            plain_name(path, Format::Jpeg).numbered(2).unwrap().as_str(),
            "caf_ (2).jpg"
        );
    }
}
