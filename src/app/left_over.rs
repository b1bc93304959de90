//! Copies of photos that an addition has left which was cut off.

use std::{cell::OnceCell, path::Path, sync::Arc};

use crate::{
    model::{Event, FileName, Photo},
    photo::{self, LeftOver},
    store::{Folder, StoreError},
    words::Words,
};

/// The folder of the notes that additions make, in a person's data folder of this program.
const NOTES: &str = "adding";

/// Notes what is added to an event until it is saved. None where it cannot be noted, which is no reason not to add.
#[must_use]
pub fn note_additions(data: &Path, folder: &Folder) -> Option<photo::Adding> {
    let begun = photo::Adding::begin(&data.join(NOTES), &folder.photos());
    if let Err(error) = &begun {
        tracing::debug!(?data, %error, "nothing is noted of this addition");
    }
    begun.ok()
}

/// Takes away the copies that an addition has left which was cut off. Not what an earlier save names: it can be brought
/// back. Gives a sentence for each that is the only copy of its picture, and stays.
#[must_use]
pub fn clear_left_over(data: &Path, folder: &Folder, event: &Event, words: Words) -> Vec<String> {
    let saves = OnceCell::new();
    let kept = || -> Result<Vec<Event>, StoreError> {
        let saves = folder.backups()?.into_iter();
        saves.map(|listed| folder.backup(listed.save)).collect()
    };
    let is_in = |event: &Event, file: &FileName| {
        let same = |photo: &Arc<Photo>| photo.file.as_str().eq_ignore_ascii_case(file.as_str());
        event.photos.iter().any(same)
    };
    let is_named = |file: &FileName| {
        // What an unreadable save names is not known.
        let is_kept = |saves: &Vec<Event>| saves.iter().any(|event| is_in(event, file));
        is_in(event, file) || saves.get_or_init(kept).as_ref().map_or(true, is_kept)
    };
    let left = photo::clear_left_over(&data.join(NOTES), &folder.photos(), &is_named);
    let told = left.iter().map(|LeftOver { copy, source }| {
        let values = [
            ("file", words.path(copy).into()),
            ("source", words.path(source).into()),
        ];
        words.tf("photo-left-over", values)
    });
    told.collect()
}
