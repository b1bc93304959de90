//! Versions that were issued twice: two machines gave one number before a synced folder brought them together, and of
//! the two files that have its name one lies beside the other under a name of the folder's own.
//!
//! What such a file holds says what it is, not its name: a version is a number, and the moment and the event of its issue.
//! One whose issue has a number already is a copy that is left over. Of those that have none, one keeps the number and
//! the others get the next; each machine comes to the same bytes, whoever of them does it, so that the folder has nothing
//! more to rename.

use std::{
    fs,
    path::{Path, PathBuf},
};

use super::{
    Folder, Mark, Stamp, StoreError, Version,
    conflict_names::conflict_of,
    disk::{files_in, read_bytes},
    format, limits,
    write::write_new,
};
use crate::model::{EventId, Issue};

/// One of several versions of one number.
#[derive(Clone, Debug, PartialEq)]
pub struct Twin {
    /// What is known of it.
    pub issue: Issue,
    /// What its file holds.
    pub stamp: Stamp,
    /// Its file.
    pub file: PathBuf,
    /// Whether that is the file of the version of this number.
    pub is_in_place: bool,
    /// Which number the same issue has besides.
    pub also: Option<u32>,
}

/// Versions of one number that are not the same one: in the order in which they were issued.
#[derive(Clone, Debug, PartialEq)]
pub struct Twins {
    /// The number that they have.
    pub number: u32,
    /// All of them. A single one lies under another name while its own is not there, or is no version.
    pub all: Vec<Twin>,
}

impl Twins {
    /// The one that keeps the number unless somebody wants it otherwise: the first that has no other.
    #[must_use]
    pub fn first(&self) -> Option<&Twin> {
        let free = self.all.iter().find(|twin| twin.also.is_none());
        free.or_else(|| self.all.first())
    }
}

/// What lies beside the versions that have their numbers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Beside {
    /// Numbers that were given twice, in order.
    pub twins: Vec<Twins>,
    /// Copies of what has a number already.
    pub left_over: Vec<(PathBuf, Stamp)>,
    /// Conflict copies that cannot be read, and why.
    pub unreadable: Vec<(PathBuf, StoreError)>,
}

/// What became of versions of one number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Numbered {
    /// The one that keeps the number; none where there was nothing to decide any more.
    pub keeps: Option<Issue>,
    /// The others under their new numbers.
    pub others: Vec<Issue>,
}

/// A version beside the others, as it was read.
struct Found {
    version: Version,
    stamp: Stamp,
    file: PathBuf,
}

impl Found {
    fn is_same(&self, other: &Version) -> bool {
        is_same_issue(&self.version.issue, &other.issue)
            && self.version.event == other.event
            && self.version.papers == other.papers
    }
}

/// Whether two issues differ in nothing but their number.
fn is_same_issue(one: &Issue, other: &Issue) -> bool {
    let said = |issue: &Issue| Issue {
        number: 0,
        formerly: None,
        ..issue.clone()
    };
    said(one) == said(other)
}

/// The number of which a file is a conflict copy, by its name.
fn copy_of(file: &Path) -> Option<u32> {
    let name = file.file_name()?.to_str()?;
    let end = name.find(|c: char| !c.is_ascii_digit())?;
    let copied = conflict_of(&format!("{}.ron", &name[..end]), name)?;
    copied.is_said.then(|| name[..end].parse().ok()).flatten()
}

impl Folder {
    /// Everything in the folder of versions that may be one, by its mark: other marks are perhaps other versions.
    #[must_use]
    pub fn version_marks(&self) -> Vec<(PathBuf, Mark)> {
        let files = files_in(&self.versions_folder()).unwrap_or_default();
        let marked = |file: PathBuf| Mark::of(&file).map(|mark| (file, mark));
        files
            .into_iter()
            .filter(|file| is_ron(file))
            .filter_map(marked)
            .collect()
    }

    /// The files that lie beside the versions under names that we do not give.
    fn others_beside_versions(&self) -> Result<Vec<PathBuf>, StoreError> {
        let numbers = self.version_numbers()?;
        let ours = |file: &PathBuf| {
            numbers
                .iter()
                .any(|number| self.version_file(*number) == *file)
        };
        let mut files = files_in(&self.versions_folder())?;
        files.retain(|file| is_ron(file) && !ours(file));
        Ok(files)
    }

    /// What lies beside the versions of this event that have their numbers.
    ///
    /// # Errors
    /// As [`version_numbers`](Self::version_numbers).
    pub fn beside_versions(&self, event: EventId) -> Result<Beside, StoreError> {
        let mut beside = Beside::default();
        let mut found: Vec<Found> = Vec::new();
        for file in self.others_beside_versions()? {
            match self.read_beside(&file) {
                Ok(one) if one.version.event.id == event && one.version.issue.number > 0 => {
                    if found.iter().any(|other| one.is_same(&other.version)) {
                        beside.left_over.push((one.file, one.stamp));
                    } else {
                        found.push(one);
                    }
                }
                Ok(_) if copy_of(&file).is_some() => {
                    let error = StoreError::NotThisVersion(file.clone());
                    beside.unreadable.push((file, error));
                }
                Err(error) if copy_of(&file).is_some() => beside.unreadable.push((file, error)),
                // Whatever else somebody keeps here is theirs.
                Ok(_) | Err(_) => {}
            }
        }
        if found.is_empty() {
            return Ok(beside);
        }
        let numbers = self.version_numbers()?;
        for one in found {
            if self.number_of(&one, &numbers)?.is_some() {
                beside.left_over.push((one.file, one.stamp));
                continue;
            }
            let number = one.version.issue.number;
            let known = beside.twins.iter().position(|twins| twins.number == number);
            let at = known.unwrap_or(beside.twins.len());
            if known.is_none() {
                let all = self.in_place(number, &numbers)?.into_iter().collect();
                beside.twins.push(Twins { number, all });
            }
            beside.twins[at].all.push(Twin {
                issue: one.version.issue,
                stamp: one.stamp,
                file: one.file,
                is_in_place: false,
                also: None,
            });
        }
        for twins in &mut beside.twins {
            twins.all.sort_by(|one, other| {
                let key = |twin: &Twin| {
                    (
                        twin.issue.issued.timestamp(),
                        twin.issue.fingerprint.clone(),
                    )
                };
                let hex = |twin: &Twin| twin.stamp.hex();
                (key(one), hex(one)).cmp(&(key(other), hex(other)))
            });
        }
        beside.twins.sort_by_key(|twins| twins.number);
        Ok(beside)
    }

    fn read_beside(&self, file: &Path) -> Result<Found, StoreError> {
        let bytes = read_bytes(&self.inside(file)?, limits::VERSION_BYTES)?;
        Ok(Found {
            version: Version::of(&bytes, file)?,
            stamp: Stamp::of(&bytes),
            file: file.to_owned(),
        })
    }

    /// The version that has this number, if there is one that can be read.
    fn in_place(&self, number: u32, numbers: &[u32]) -> Result<Option<Twin>, StoreError> {
        let Ok(here) = self.read_beside(&self.version_file(number)) else {
            return Ok(None);
        };
        if here.version.issue.number != number {
            return Ok(None);
        }
        let others: Vec<u32> = numbers
            .iter()
            .copied()
            .filter(|other| *other != number)
            .collect();
        Ok(Some(Twin {
            also: self.number_of(&here, &others)?,
            issue: here.version.issue,
            stamp: here.stamp,
            file: here.file,
            is_in_place: true,
        }))
    }

    /// Which of these numbers the same issue has.
    fn number_of(&self, one: &Found, numbers: &[u32]) -> Result<Option<u32>, StoreError> {
        for number in numbers {
            // The events are compared only where the heads say the same.
            let file = self.inside(&self.version_file(*number))?;
            let Ok(bytes) = read_bytes(&file, limits::VERSION_BYTES) else {
                continue;
            };
            let head = std::str::from_utf8(&bytes).ok().and_then(format::issue_of);
            if head.is_some_and(|head| is_same_issue(&head, &one.version.issue))
                && Version::of(&bytes, &file).is_ok_and(|version| one.is_same(&version))
            {
                return Ok(Some(*number));
            }
        }
        Ok(None)
    }

    /// Reads the version that holds this, wherever it lies among the versions.
    ///
    /// # Errors
    /// [`StoreError::Changed`] if there is no such any more.
    pub fn twin(&self, number: u32, stamp: Stamp) -> Result<Version, StoreError> {
        let files = self.others_beside_versions()?;
        let files = files.into_iter().chain([self.version_file(number)]);
        let mut read = files.filter_map(|file| self.read_beside(&file).ok());
        let found = read.find(|one| one.stamp == stamp);
        found
            .map(|one| one.version)
            .ok_or_else(|| StoreError::Changed(self.version_file(number)))
    }

    /// Has one of several versions of this number keep it, and numbers the others anew: with the next that are free, in
    /// the order in which they were issued. Nothing of them is lost at any time: each is whole under its new number
    /// before its file goes to where the last saves are kept.
    ///
    /// # Errors
    /// [`StoreError::Changed`] if there is no such version any more, [`StoreError::NewerMinor`] if a newer program has
    /// written one of them; [`StoreError::Unwritten`], [`StoreError::Unfaithful`], [`StoreError::NoNumberAfter`]. What was
    /// not done then is found again.
    pub fn number_twins(
        &self,
        event: EventId,
        number: u32,
        keeps: Stamp,
    ) -> Result<Numbered, StoreError> {
        self.refuse_what_is_newer()?;
        let beside = self.beside_versions(event)?;
        let Some(twins) = (beside.twins.into_iter()).find(|twins| twins.number == number) else {
            // Another machine has done it.
            return Ok(Numbered::default());
        };
        let place = self.version_file(number);
        let Some(keeper) = twins.all.iter().find(|twin| twin.stamp == keeps) else {
            return Err(StoreError::Changed(place));
        };
        for twin in &twins.all {
            let bytes = read_bytes(&twin.file, limits::VERSION_BYTES)?;
            format::refuse_newer_minor(&bytes, &twin.file)?;
        }
        let mut others = Vec::new();
        for twin in twins.all.iter().filter(|twin| twin.stamp != keeps) {
            others.push(match twin.also {
                Some(also) => self.version(also)?.issue,
                None => self.number_anew(number, twin)?,
            });
        }
        if !keeper.is_in_place {
            let bytes = read_bytes(&keeper.file, limits::VERSION_BYTES)?;
            if Stamp::of(&bytes) != keeps {
                return Err(StoreError::Changed(keeper.file.clone()));
            }
            if place.symlink_metadata().is_ok() {
                // What stands there is whole under another number by now, or was no version.
                let there = read_bytes(&self.inside(&place)?, limits::VERSION_BYTES)?;
                let in_place = twins.all.iter().find(|twin| twin.is_in_place);
                let stamp = in_place.map_or_else(|| Stamp::of(&there), |twin| twin.stamp);
                let stem = format!("version {number} {}", &stamp.hex()[..8]);
                self.set_aside(&place, stamp, &stem, limits::VERSION_BYTES)?;
            }
            write_new(&place, &bytes)?;
            if self.version(number)?.issue != keeper.issue {
                return Err(StoreError::Unfaithful(place));
            }
        }
        for twin in twins.all.iter().filter(|twin| !twin.is_in_place) {
            self.set_left_over_aside(&twin.file, twin.stamp);
        }
        Ok(Numbered {
            keeps: Some(keeper.issue.clone()),
            others,
        })
    }

    /// Writes a version under the next number that is free, with all else as it was, and reads it back.
    fn number_anew(&self, formerly: u32, twin: &Twin) -> Result<Issue, StoreError> {
        let old = self.twin(formerly, twin.stamp)?;
        let mut last = self.version_numbers()?.last().copied();
        loop {
            let number = self.number_after(last)?;
            let issue = Issue {
                number,
                formerly: old.issue.formerly.or(Some(formerly)),
                ..old.issue.clone()
            };
            let file = self.version_file(number);
            let text = format::version_to_ron(&old.event, &issue, &old.papers);
            match write_new(&file, text.as_bytes()) {
                Err(StoreError::Unwritten(_, fault))
                    if fault.kind() == std::io::ErrorKind::AlreadyExists =>
                {
                    // Somebody has just issued this number, or has done the same as we do.
                    match self.version(number) {
                        Ok(there) if there.issue == issue => return Ok(issue),
                        Ok(_) | Err(_) => last = Some(number),
                    }
                }
                Err(error) => return Err(error),
                Ok(()) => {
                    let read = self.version(number)?;
                    if read.issue == issue && read.event == old.event && read.papers == old.papers {
                        return Ok(issue);
                    }
                    fs::remove_file(&file).ok();
                    return Err(StoreError::Unfaithful(file));
                }
            }
        }
    }

    /// Moves a copy of what has a number to where the last saves are kept; where that fails it stays, and is found again.
    pub fn set_left_over_aside(&self, file: &Path, stamp: Stamp) {
        let stem = file.file_stem().unwrap_or_default().to_string_lossy();
        if let Err(error) = self.set_aside(file, stamp, &stem, limits::VERSION_BYTES) {
            tracing::debug!(?file, %error, "a copy of a version stays where it is");
        }
    }
}

fn is_ron(file: &Path) -> bool {
    file.extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case("ron"))
}
