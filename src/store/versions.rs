//! The versions of an event: what was issued, frozen in `versions/` of its folder and never written over.
//!
//! `versions/3.ron` holds the whole event as it was, with what is known of the issue and the house's own templates of
//! that day. The photos that any version names are kept by their hashes in `versions/photos/`, so that a version can
//! be printed again to the same bytes whatever becomes of the event's own.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use jiff::{Timestamp, tz::TimeZone};

use super::{
    Folder, Issued, Lineage, Mark, StoreError,
    disk::{files_in, read_bytes, text_of},
    format::{self, Reason},
    limits,
    write::{clear_leftovers, is_part, sync_folder_of, write_new},
};
use crate::model::{Event, Issue, Standing, fingerprint, is_fingerprint_of};

/// A version that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Version {
    /// What is known of it.
    pub issue: Issue,
    /// The event as it was.
    pub event: Arc<Event>,
    /// The house's own templates as they were: each text by its file name.
    pub papers: BTreeMap<String, String>,
    /// Why the event must not become what it was then.
    pub read_only: Option<Reason>,
}

impl Version {
    /// The version that these bytes hold; `file` is what it is called.
    ///
    /// # Errors
    /// Whatever keeps them from being a version, with line and column where there are any.
    pub fn of(bytes: &[u8], file: &Path) -> Result<Self, StoreError> {
        let (found, issue, papers) = format::version_from_ron(text_of(bytes, file)?, file)?;
        match issue {
            // An event may have gained fields since an older program counted its digits; and of what a newer program has
            // written, not all is known that they were made of.
            Some(issue)
                if found.read_only.is_none()
                    && issue.program == env!("CARGO_PKG_VERSION")
                    && !is_fingerprint_of(&found.event, &issue.fingerprint) =>
            {
                Err(StoreError::Forged(file.to_owned()))
            }
            Some(issue) => Ok(Self {
                issue,
                event: Arc::new(found.event),
                papers,
                read_only: found.read_only,
            }),
            None => Err(StoreError::NotThisVersion(file.to_owned())),
        }
    }

    /// How a state of the event stands to this version, which is the one that was issued last. It is that version only
    /// if it would print the same papers.
    #[must_use]
    pub fn standing(&self, event: &Event, papers: &BTreeMap<String, String>) -> Standing {
        if self.event.prints_as(event) && self.papers == *papers {
            Standing::Version(self.issue.clone())
        } else {
            Standing::DraftAfter(self.issue.number)
        }
    }
}

/// Which versions were read as a whole and are what was issued, by the marks of their files.
#[derive(Clone, Debug, Default)]
pub struct Sound(BTreeMap<u32, Mark>);

/// One entry of the list of versions.
#[derive(Clone, Debug, PartialEq)]
pub struct ListedVersion {
    /// Which version, by its file's name.
    pub number: u32,
    /// What is known of it, or why it cannot be read.
    pub issue: Result<Issue, StoreError>,
}

/// The event that a path leads to: its folder, its `event.ron`, one of its saves that were kept, or one of its versions,
/// of which the issue is told.
///
/// # Errors
/// As [`Folder::at`] and [`Folder::read`], or what keeps the file from being an event. Of an event that a newer program has
/// written, what is known is given, and why nothing may be made of it.
pub fn look_at_state(path: &Path) -> Result<(Event, Option<Issue>, Option<Reason>), StoreError> {
    let is_kept = path.extension().is_some_and(|ext| ext == "ron")
        && path.file_name().is_some_and(|name| name != "event.ron")
        && !path.is_dir();
    if is_kept {
        let bytes = read_bytes(path, limits::VERSION_BYTES)?;
        let (found, issue, _) = format::version_from_ron(text_of(&bytes, path)?, path)?;
        return Ok((found.event, issue, found.read_only));
    }
    let opened = Folder::at(path)?.read()?;
    Ok((opened.event, None, opened.read_only))
}

/// The event in a file of any name that was written as an `event.ron` or a version, or in an event's folder.
///
/// # Errors
/// As [`Folder::at`] and [`Folder::read`]; [`StoreError::Empty`] for a file without anything in it.
pub fn read_any(path: &Path) -> Result<Event, StoreError> {
    read_any_state(path).map(|(event, _)| event)
}

/// As [`read_any`], with the saved state that the file is.
///
/// # Errors
/// As [`read_any`].
pub fn read_any_state(path: &Path) -> Result<(Event, Lineage), StoreError> {
    if path.is_dir() {
        let opened = Folder::at(path)?.read_to_change()?;
        return Ok((opened.event, opened.lineage));
    }
    let bytes = read_bytes(path, limits::VERSION_BYTES)?;
    let text = text_of(&bytes, path)?;
    let (event, _) = format::from_ron(text, path)?;
    Ok((event, Lineage::of_text(text)))
}

fn read_version(file: &Path) -> Result<Version, StoreError> {
    Version::of(&read_bytes(file, limits::VERSION_BYTES)?, file)
}

impl Folder {
    /// Where the versions are; the folder is made when the first is issued.
    #[must_use]
    pub fn versions_folder(&self) -> PathBuf {
        self.path().join("versions")
    }

    /// The file of a version.
    #[must_use]
    pub fn version_file(&self, number: u32) -> PathBuf {
        self.versions_folder().join(format!("{number}.ron"))
    }

    /// The numbers of the versions that there are, in order.
    ///
    /// # Errors
    /// [`StoreError::Unreadable`] if the folder cannot be listed.
    pub fn version_numbers(&self) -> Result<Vec<u32>, StoreError> {
        let mut numbers: Vec<u32> = files_in(&self.versions_folder())?
            .iter()
            .filter(|file| file.extension().is_some_and(|ext| ext == "ron"))
            .filter_map(|file| {
                let stem = file.file_stem()?.to_str()?;
                // Of ‘3’ and ‘03’ only the first is a name that we give.
                let number: u32 = stem.parse().ok()?;
                (number > 0 && number.to_string() == stem).then_some(number)
            })
            .collect();
        numbers.sort_unstable();
        Ok(numbers)
    }

    /// The versions that there are, in order, with what is known of each. One that cannot be read, or was changed after
    /// it was issued, is listed as well.
    ///
    /// # Errors
    /// As [`version_numbers`](Self::version_numbers).
    pub fn versions(&self) -> Result<Vec<ListedVersion>, StoreError> {
        self.versions_again(&mut Sound::default())
    }

    /// As [`versions`](Self::versions); those that were found sound before are not read as a whole again.
    ///
    /// # Errors
    /// As [`version_numbers`](Self::version_numbers).
    pub fn versions_again(&self, sound: &mut Sound) -> Result<Vec<ListedVersion>, StoreError> {
        let one = |number| ListedVersion {
            number,
            issue: self.issue_of(number, sound),
        };
        Ok(self.version_numbers()?.into_iter().map(one).collect())
    }

    fn issue_of(&self, number: u32, sound: &mut Sound) -> Result<Issue, StoreError> {
        let file = self.inside(&self.version_file(number))?;
        let mark = Mark::of(&file);
        if mark.is_some() && sound.0.get(&number).copied() == mark {
            let bytes = read_bytes(&file, limits::VERSION_BYTES)?;
            if let Some(issue) = format::issue_of(text_of(&bytes, &file)?)
                && issue.number == number
            {
                return Ok(issue);
            }
        }
        let issue = self.version(number)?.issue;
        sound.0.extend(mark.map(|mark| (number, mark)));
        Ok(issue)
    }

    /// Reads a version.
    ///
    /// # Errors
    /// [`StoreError::NoVersion`] if there is none of that number, [`StoreError::NotThisVersion`] if the file is another
    /// one, and whatever else keeps the file from being read, with line and column where there are any.
    pub fn version(&self, number: u32) -> Result<Version, StoreError> {
        let file = self.version_file(number);
        match self.inside(&file).and_then(|file| read_version(&file)) {
            Ok(version) if version.issue.number == number => Ok(version),
            Ok(_) => Err(StoreError::NotThisVersion(file)),
            Err(StoreError::Missing(_)) => Err(StoreError::NoVersion {
                event: self.event_file(),
                number,
                last: self.version_numbers()?.last().copied(),
            }),
            Err(error) => Err(error),
        }
    }

    /// How a state of the event, with these templates of the house, stands to what was issued last. A last version that
    /// cannot be read is one that the event does not equal.
    ///
    /// # Errors
    /// As [`version_numbers`](Self::version_numbers).
    pub fn standing(
        &self,
        event: &Event,
        papers: &BTreeMap<String, String>,
    ) -> Result<Standing, StoreError> {
        let Some(last) = self.version_numbers()?.last().copied() else {
            return Ok(Standing::Draft);
        };
        Ok(match self.version(last) {
            Ok(version) => version.standing(event, papers),
            Err(_) => Standing::DraftAfter(last),
        })
    }

    /// Issues this state of the event as its next version, at this moment: keeps its photos, then writes the version
    /// whole, under a number that no file has, and reads it back.
    ///
    /// # Errors
    /// [`StoreError::Unwritten`], [`StoreError::Unfaithful`], [`StoreError::NoNumberAfter`], or what keeps the house's
    /// templates from being read. Then there is no such version.
    pub fn issue(&self, event: &Event, note: &str, at: Timestamp) -> Result<Version, StoreError> {
        self.issue_and_tell(event, note, at)
            .map(|issued| issued.version)
    }

    /// As [`issue`](Self::issue), and tells of which photos no picture is kept with the version.
    ///
    /// # Errors
    /// As [`issue`](Self::issue).
    pub fn issue_and_tell(
        &self,
        event: &Event,
        note: &str,
        at: Timestamp,
    ) -> Result<Issued, StoreError> {
        self.refuse_what_is_newer()?;
        let papers = self.house_templates()?;
        let mut number = self.number_after(self.version_numbers()?.last().copied())?;
        let folder = self.inside(&self.versions_folder())?;
        self.inside(&folder.join("photos"))?;
        fs::create_dir_all(&folder)
            .map_err(|error| StoreError::Unwritten(folder.clone(), error.into()))?;
        sync_folder_of(&folder);
        clear_leftovers(&folder, is_part);
        let unkept = self.keep_photos(event)?;
        // A time of issue is told to the minute, and kept to the second.
        let at = Timestamp::from_second(at.as_second()).unwrap_or(at);
        let zone = event.details.zone().unwrap_or(TimeZone::UTC);
        loop {
            let issue = Issue {
                number,
                formerly: None,
                issued: at.to_zoned(zone.clone()),
                note: note.trim().to_owned(),
                fingerprint: fingerprint(event),
                program: env!("CARGO_PKG_VERSION").to_owned(),
            };
            let file = self.version_file(number);
            let text = format::version_to_ron(event, &issue, &papers);
            match write_new(&file, text.as_bytes()) {
                // Somebody else has just issued this number.
                Err(StoreError::Unwritten(_, fault))
                    if fault.kind() == std::io::ErrorKind::AlreadyExists =>
                {
                    number = self.number_after(Some(number))?;
                }
                Err(error) => return Err(error),
                Ok(()) => {
                    let version = self.version(number)?;
                    if version.issue == issue
                        && *version.event == *event
                        && version.papers == papers
                    {
                        return Ok(Issued { version, unkept });
                    }
                    fs::remove_file(&file).ok();
                    return Err(StoreError::Unfaithful(file));
                }
            }
        }
    }

    /// The number of the version after this one. Somebody may have put a file with the last number there.
    pub(super) fn number_after(&self, last: Option<u32>) -> Result<u32, StoreError> {
        let number = last.unwrap_or(0);
        let none = || StoreError::NoNumberAfter(self.version_file(number));
        number.checked_add(1).ok_or_else(none)
    }
}
