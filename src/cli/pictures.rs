//! The files of an event's photos, as commands find and mend them.

use super::say::Speaker;
use crate::{
    model::{Event, PhotoId},
    store::{Amiss, Folder, Hashes},
};

/// Puts the pictures of photos where the photos have them, as far as they are anywhere in the event's folder, and says so;
/// gives the photos whose files are still not there or hold something else.
pub(super) fn put_in_place(
    folder: &Folder,
    event: &Event,
    hashes: &mut Hashes,
    speaker: &Speaker,
) -> Vec<(PhotoId, Amiss)> {
    let words = speaker.words;
    let amiss = folder.photos_amiss(event, hashes);
    let put = folder.put_in_place(event, &amiss, hashes);
    for error in &put.failed {
        speaker.complain(&error.sentence(words));
    }
    if put.files.is_empty() {
        return amiss;
    }
    for file in &put.files {
        let file = words.path(&folder.photo(file));
        speaker.complain(&words.tf("cli-photo-put-in-place", [("file", file.into())]));
    }
    folder.photos_amiss(event, hashes)
}
