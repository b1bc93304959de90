//! States of the event that were kept: versions and saves, as they are read from the disk.

use std::{
    collections::{BTreeMap, HashMap},
    path::PathBuf,
    sync::Arc,
};

use crate::{
    model::{Event, Issue, PhotoId},
    plan::changes,
    store::{Folder, Reason, Save, Stamp, StoreError, Version},
    ui::Kept,
};

/// A state of the event that was kept, as it was read.
pub(in crate::app) struct Past {
    pub event: Arc<Event>,
    pub is: Is,
    /// What its file holds, of a version that is not in the place of its number.
    twin: Option<Stamp>,
    /// Why the event must not become it again.
    pub(super) read_only: Option<Reason>,
    /// Where the photos are that were kept with it.
    pub(super) photos: HashMap<PhotoId, PathBuf>,
}

/// What a state is that was kept.
pub(in crate::app) enum Is {
    /// A version, with the house's own templates of that day.
    Version(Issue, BTreeMap<String, String>),
    /// One of the last saves. It is printed with the templates of today.
    Save(Save),
}

impl Past {
    /// Which state it is.
    pub(in crate::app) fn kept(&self) -> Kept {
        match (&self.is, self.twin) {
            (Is::Version(issue, _), Some(stamp)) => Kept::Twin(issue.number, stamp),
            (Is::Version(issue, _), None) => Kept::Version(issue.number),
            (Is::Save(save), _) => Kept::Save(*save),
        }
    }

    /// Which version it is; none if it is none.
    pub(in crate::app) fn number(&self) -> Option<u32> {
        match &self.is {
            Is::Version(issue, _) => Some(issue.number),
            Is::Save(_) => None,
        }
    }
}

/// Reads a version, and has it hold the very items of the event that are the same: comparing the two is then quick.
pub(super) fn read_version(
    folder: &Folder,
    number: u32,
    event: &Event,
) -> Result<Version, StoreError> {
    Ok(shared(folder.version(number)?, event))
}

fn shared(mut version: Version, event: &Event) -> Version {
    changes::share(Arc::make_mut(&mut version.event), event);
    version
}

/// Reads a state that was kept, sharing with the event what is the same.
pub(super) fn read_shared(
    folder: &Folder,
    kept: Kept,
    event: &Event,
) -> Result<Arc<Past>, StoreError> {
    let of_version = |version: Version, twin: Option<Stamp>| Past {
        photos: folder.kept_photos(&version.event),
        event: version.event,
        is: Is::Version(version.issue, version.papers),
        twin,
        read_only: version.read_only,
    };
    let past = match kept {
        Kept::Version(number) => of_version(read_version(folder, number, event)?, None),
        Kept::Twin(number, stamp) => {
            of_version(shared(folder.twin(number, stamp)?, event), Some(stamp))
        }
        Kept::Save(save) => {
            let mut past = folder.backup(save)?;
            changes::share(&mut past, event);
            Past {
                event: Arc::new(past),
                is: Is::Save(save),
                twin: None,
                read_only: None,
                photos: HashMap::new(),
            }
        }
    };
    Ok(Arc::new(past))
}
