//! Notes of an addition while it goes on, so that the copies of one that was cut off are known: the program was killed, or
//! the machine lost its power, before the event was saved that names them.
//!
//! The notes lie in the person's own data folder, one file for each running addition, locked by it. They are nobody
//! else's: on another machine a copy that came by a sync engine may belong to an addition that is still going on there.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, BufRead as _, BufReader, Read as _, Write as _},
    path::{Path, PathBuf},
    time::{Duration, SystemTime},
};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::look::bytes_of;
use crate::model::FileName;

/// How the name of a file of notes ends.
const NOTES: &str = "notes";

/// The most that is read of such a file, in bytes: some ten thousand photos.
const MOST: u64 = 16 * 1024 * 1024;

/// One line of the notes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
enum Note {
    /// The copies go into this folder of photos.
    Into(PathBuf),
    /// A copy is written aside under this identity.
    Part(Uuid),
    /// A copy gets this name, unless something has it.
    Copy(Copied),
}

/// What is known of a copy before it gets its name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Copied {
    name: FileName,
    /// The hash of its bytes.
    hash: String,
    /// When it was written, by the clock of its disk.
    written: SystemTime,
    /// The picture that it was made of.
    source: PathBuf,
}

/// An addition that is going on.
#[derive(Debug)]
pub struct Adding {
    file: File,
    path: PathBuf,
}

/// A copy of an addition that was cut off, which stays because the picture is not where it was copied from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOver {
    /// The copy.
    pub copy: PathBuf,
    /// Where the picture was.
    pub source: PathBuf,
}

impl Adding {
    /// Begins to note what is added to a folder of photos, in a folder of such notes.
    ///
    /// # Errors
    /// What keeps the notes from being written; then the addition can go on without them.
    pub fn begin(notes: &Path, photos_dir: &Path) -> io::Result<Self> {
        fs::create_dir_all(notes)?;
        let path = notes.join(format!("{}.{NOTES}", Uuid::now_v7()));
        let file = File::create_new(&path)?;
        let adding = Self { file, path };
        // Only who clears away has it for a moment, and leaves alone what says nothing yet.
        let begun = adding
            .file
            .lock()
            .and_then(|()| adding.note(&Note::Into(place_of(photos_dir)?)));
        match begun {
            Ok(()) => Ok(adding),
            Err(error) => {
                adding.finish();
                Err(error)
            }
        }
    }

    /// The event has been saved, or the copies were taken away: there is nothing to note any more.
    pub fn finish(self) {
        if let Err(error) = fs::remove_file(&self.path) {
            tracing::debug!(path = ?self.path, %error, "notes of an addition stay");
        }
    }

    /// Notes that a copy is written aside.
    pub(super) fn part(&self, id: Uuid) {
        self.try_note(&Note::Part(id));
    }

    /// Notes that the copy that was written aside gets this name.
    pub(super) fn copy(&self, name: &FileName, hash: &str, aside: &Path, source: &Path) {
        let Ok(written) = fs::metadata(aside).and_then(|found| found.modified()) else {
            return;
        };
        let source = std::path::absolute(source).unwrap_or_else(|_| source.to_owned());
        self.try_note(&Note::Copy(Copied {
            name: name.clone(),
            hash: hash.to_owned(),
            written,
            source,
        }));
    }

    /// What cannot be noted costs no photo: a copy that was not noted stays.
    fn try_note(&self, note: &Note) {
        if let Err(error) = self.note(note) {
            tracing::debug!(?note, %error, "not noted");
        }
    }

    fn note(&self, note: &Note) -> io::Result<()> {
        let line = serde_json::to_string(note)?;
        (&self.file).write_all(format!("{line}\n").as_bytes())?;
        self.file.sync_data()
    }
}

/// The folder of photos as it is known again by whatever way it is reached. It may not be there yet.
fn place_of(photos_dir: &Path) -> io::Result<PathBuf> {
    let above = photos_dir.parent().unwrap_or_else(|| Path::new("."));
    let name = photos_dir.file_name().unwrap_or_default();
    Ok(above.canonicalize()?.join(name))
}

/// Takes away the copies that additions to this folder have left that were cut off, if no state of the event names them.
/// A copy goes only if it is the noted one, untouched, and the picture of which it was made still lies where it lay: so
/// nothing is lost. Gives those that stay because it does not.
pub fn clear_left_over(
    notes: &Path,
    photos_dir: &Path,
    is_named: &dyn Fn(&FileName) -> bool,
) -> Vec<LeftOver> {
    let mut left = Vec::new();
    let Ok(place) = place_of(photos_dir) else {
        return left;
    };
    for entry in fs::read_dir(notes).into_iter().flatten().flatten() {
        let path = entry.path();
        let is_file = entry.file_type().is_ok_and(|kind| kind.is_file());
        if !is_file || path.extension().is_none_or(|end| end != NOTES) {
            continue;
        }
        // One whose program still runs is locked.
        let opened = OpenOptions::new().read(true).append(true).open(&path);
        let Some(file) = opened.ok().filter(|file| file.try_lock().is_ok()) else {
            continue;
        };
        let notes = noted(&file);
        if notes.is_empty() && is_forgotten(&file) {
            Adding { file, path }.finish();
            continue;
        }
        if notes.first() != Some(&Note::Into(place.clone())) {
            continue;
        }
        let before = left.len();
        for note in &notes {
            match note {
                Note::Into(_) => {}
                Note::Part(id) => {
                    fs::remove_file(photos_dir.join(part_name(*id))).ok();
                }
                Note::Copy(copied) => left.extend(copied.clear(photos_dir, is_named)),
            }
        }
        if left.len() == before {
            Adding { file, path }.finish();
        }
    }
    left
}

/// Whether a file has had nothing in it for so long that nobody will write into it.
fn is_forgotten(file: &File) -> bool {
    const LONG: Duration = Duration::from_mins(1);
    let found = file.metadata().ok().filter(|found| found.len() == 0);
    let age = found.and_then(|found| found.modified().ok()?.elapsed().ok());
    age.is_some_and(|age| age > LONG)
}

/// What a copy is called that is written aside.
pub(super) fn part_name(id: Uuid) -> String {
    format!(".{id}.part")
}

/// The notes in a file, up to the first that is torn.
fn noted(file: &File) -> Vec<Note> {
    let lines = BufReader::new(file.take(MOST)).lines();
    lines
        .map_while(|line| serde_json::from_str(&line.ok()?).ok())
        .collect()
}

impl Copied {
    /// Takes the copy away, if it is the noted one and its picture is there; gives it if it is not.
    fn clear(&self, photos_dir: &Path, is_named: &dyn Fn(&FileName) -> bool) -> Option<LeftOver> {
        let copy = photos_dir.join(&self.name);
        let found = fs::symlink_metadata(&copy)
            .ok()
            .filter(fs::Metadata::is_file)?;
        let modified = found.modified().ok()?;
        if found.len() == 0 {
            // Where a disk knows no second names, an empty file claims a name for a moment.
            if modified >= self.written && !is_named(&self.name) {
                remove(&copy);
            }
            return None;
        }
        // One that somebody has written since, or has added again, has another time.
        if modified != self.written || !self.is_in(&copy) || is_named(&self.name) {
            return None;
        }
        if self.source != copy && self.is_in(&self.source) {
            remove(&copy);
            return None;
        }
        Some(LeftOver {
            copy,
            source: self.source.clone(),
        })
    }

    fn is_in(&self, path: &Path) -> bool {
        bytes_of(path).is_ok_and(|bytes| blake3::hash(&bytes).to_hex().as_str() == self.hash)
    }
}

fn remove(copy: &Path) {
    let gone = fs::remove_file(copy);
    tracing::debug!(?copy, ?gone, "left by an addition that was cut off");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::photo::{Added, add_noted};

    struct Desk {
        temp: tempfile::TempDir,
    }

    impl Desk {
        fn new() -> Self {
            let temp = tempfile::tempdir().unwrap();
            fs::create_dir_all(temp.path().join("event/photos")).unwrap();
            Self { temp }
        }

        fn notes(&self) -> PathBuf {
            self.temp.path().join("notes")
        }

        fn photos(&self) -> PathBuf {
            self.temp.path().join("event/photos")
        }

        fn picture(&self, name: &str, width: u32) -> PathBuf {
            let path = self.temp.path().join(name);
            image::RgbImage::new(width, 3).save(&path).unwrap();
            path
        }

        fn add(&self, path: &Path, adding: Option<&Adding>) -> FileName {
            match add_noted(path, &self.photos(), &|_| None, &|_| false, adding).unwrap() {
                Added::New(photo) => photo.file,
                Added::AlreadyHere(_) => panic!("nothing is known"),
            }
        }

        /// An addition of these that is cut off.
        fn cut_off(&self, paths: &[&Path]) {
            let adding = Adding::begin(&self.notes(), &self.photos()).unwrap();
            for path in paths {
                self.add(path, Some(&adding));
            }
            // The lock goes, the notes stay.
            drop(adding);
        }

        fn clear(&self, named: &[&str]) -> Vec<LeftOver> {
            let is_named = |file: &FileName| named.contains(&file.as_str());
            clear_left_over(&self.notes(), &self.photos(), &is_named)
        }

        fn names(&self) -> Vec<String> {
            let names = fs::read_dir(self.photos()).unwrap();
            let mut names: Vec<_> = names
                .map(|entry| entry.unwrap().file_name().into_string().unwrap())
                .collect();
            names.sort();
            names
        }

        fn notes_left(&self) -> usize {
            fs::read_dir(self.notes()).unwrap().count()
        }
    }

    #[test]
    fn what_an_addition_has_left_goes_and_what_the_event_names_stays() {
        let desk = Desk::new();
        let (a, b) = (desk.picture("a.png", 4), desk.picture("b.png", 5));
        desk.cut_off(&[&a, &b]);
        let part = Uuid::now_v7();
        fs::write(desk.photos().join(part_name(part)), "half").unwrap();
        let adding = Adding::begin(&desk.notes(), &desk.photos()).unwrap();
        adding.part(part);
        // While a program runs, its notes are its own.
        assert_eq!(desk.clear(&["b.png"]), []);
        assert_eq!(desk.names().len(), 2);
        assert_eq!(desk.notes_left(), 1);
        drop(adding);
        assert_eq!(desk.clear(&["b.png"]), []);
        assert_eq!(desk.names(), ["b.png"]);
        assert_eq!(desk.notes_left(), 0);
    }

    #[test]
    fn what_a_person_has_put_there_stays() {
        let desk = Desk::new();
        let pictures = [4, 5, 6].map(|width| desk.picture(&format!("{width}.png"), width));
        let [first, second, third] = &pictures;
        fs::copy(first, desk.photos().join("4.png")).unwrap();
        fs::write(desk.photos().join("empty.png"), "").unwrap();
        let long_ago = SystemTime::now() - Duration::from_secs(100);
        let file = File::options()
            .write(true)
            .open(desk.photos().join("4.png"));
        file.unwrap().set_modified(long_ago).unwrap();
        desk.cut_off(&[first, second, third]);
        // One is written anew, and one is added by a program that notes nothing, and is not saved yet.
        fs::write(desk.photos().join("5.png"), fs::read(second).unwrap()).unwrap();
        assert_eq!(desk.add(third, None).as_str(), "6.png");
        assert_eq!(desk.clear(&[]), []);
        assert_eq!(desk.names(), ["4.png", "5.png", "6.png", "empty.png"]);
        assert_eq!(desk.notes_left(), 0);
    }

    #[test]
    fn the_only_copy_of_a_picture_stays_and_is_told_until_it_is_added() {
        let desk = Desk::new();
        let picture = desk.picture("a.png", 4);
        desk.cut_off(&[&picture]);
        let card = desk.temp.path().join("card");
        fs::rename(&picture, &card).unwrap();
        let left = LeftOver {
            copy: desk.photos().join("a.png"),
            source: picture.clone(),
        };
        for _ in 0..2 {
            assert_eq!(desk.clear(&[]), std::slice::from_ref(&left));
            assert_eq!(desk.names(), ["a.png"]);
        }
        fs::write(&picture, "another picture").unwrap();
        assert_eq!(desk.clear(&[]), [left]);
        assert_eq!(desk.clear(&["a.png"]), []);
        assert_eq!(desk.names(), ["a.png"]);
        assert_eq!(desk.notes_left(), 0);
    }

    #[test]
    fn notes_of_another_folder_and_what_are_no_notes_are_left_alone() {
        let desk = Desk::new();
        let picture = desk.picture("a.png", 4);
        desk.cut_off(&[&picture]);
        let [torn, none] = ["torn.notes", "none.txt"].map(|name| desk.notes().join(name));
        fs::write(&torn, "{\"Into\":").unwrap();
        fs::write(&none, "a letter").unwrap();
        let other = desk.temp.path().join("other/photos");
        fs::create_dir_all(&other).unwrap();
        assert_eq!(clear_left_over(&desk.notes(), &other, &|_| false), []);
        assert_eq!((desk.names().len(), desk.notes_left()), (1, 3));
        assert_eq!(desk.clear(&[]), []);
        assert_eq!((desk.names().len(), desk.notes_left()), (0, 2));
    }
}
