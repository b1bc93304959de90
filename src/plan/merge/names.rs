//! The files of photos that were added apart from each other: two pictures never have one file name.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use rustc_hash::FxHashMap;

use super::Merged;
use crate::model::{Event, FileName, NameKey, Photo, PhotoId, Roll};

/// A photo whose file is called otherwise since merging, because another picture has its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renamed {
    /// Which photo.
    pub photo: PhotoId,
    /// What its file was called.
    pub from: FileName,
    /// What it is called now.
    pub to: FileName,
}

impl Merged {
    /// The photos of a merged event whose files have a name that they had on neither side.
    #[must_use]
    pub fn renamed(&self, event: &Event) -> Vec<Renamed> {
        let one = |photo: &Photo| {
            let sides = [&self.ours, &self.theirs].map(|side| side.photos.get(photo.id));
            let mut before = sides.into_iter().flatten().map(|side| &side.file);
            let from = before.clone().next()?;
            (!before.any(|name| *name == photo.file)).then(|| Renamed {
                photo: photo.id,
                from: from.clone(),
                to: photo.file.clone(),
            })
        };
        event.photos.iter().filter_map(|photo| one(photo)).collect()
    }
}

/// Gives photos with one file name names of their own: the name stays with the photo that had it before both sides, or
/// else with the one that was added first, whichever side that is on. Photos of one picture have one file.
pub(super) fn tell_apart(base: Option<&Event>, photos: &mut Roll<Photo>) {
    let mut named: BTreeMap<NameKey, Vec<(bool, PhotoId)>> = BTreeMap::new();
    for photo in &*photos {
        let before = base.and_then(|base| base.photos.get(photo.id));
        let is_new = before.is_none_or(|before| before.file != photo.file);
        let known = named.entry(photo.file.key()).or_default();
        known.push((is_new, photo.id));
    }
    if named.len() == photos.len() {
        return;
    }
    let mut taken: BTreeSet<NameKey> = named.keys().cloned().collect();
    let mut other: FxHashMap<PhotoId, FileName> = FxHashMap::default();
    for mut all in named.into_values().filter(|all| all.len() > 1) {
        all.sort_unstable();
        let mut files: Vec<(&str, FileName)> = Vec::new();
        for photo in all.iter().filter_map(|(_, id)| photos.get(*id)) {
            let same = files.iter().find(|(hash, _)| *hash == photo.hash);
            let file = match (same, files.is_empty()) {
                (Some((_, file)), _) => file.clone(),
                (None, true) => photo.file.clone(),
                (None, false) => photo.file.first_free(|key| taken.contains(key)),
            };
            taken.insert(file.key());
            if file != photo.file {
                other.insert(photo.id, file.clone());
            }
            files.push((&photo.hash, file));
        }
    }
    if other.is_empty() {
        return;
    }
    let one = |photo: &Arc<Photo>| match other.get(&photo.id) {
        Some(file) => Arc::new(Photo {
            file: file.clone(),
            ..(**photo).clone()
        }),
        None => Arc::clone(photo),
    };
    *photos = photos.iter().map(one).collect();
}
