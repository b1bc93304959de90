//! The photos as papers show them: each compared with its hash, so that no other picture is printed under its caption.

use std::path::{Path, PathBuf};

use crate::{
    model::Photo,
    photo::{self, PhotoError},
    store::StoreError,
    words::Words,
};

/// Why a photo is not on a paper as it was added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Lack {
    /// Its file is not there, or leads out of the folder.
    Store(StoreError),
    /// Its file cannot be shown, or is held back, because it is another picture.
    Photo(PhotoError),
}

impl Lack {
    /// One sentence: what happened, to which file, and what the person can do.
    pub(crate) fn sentence(&self, words: Words) -> String {
        match self {
            Self::Store(error) => error.sentence(words),
            Self::Photo(error) => error.sentence_of_kept(words),
        }
    }
}

/// The picture of a photo for a paper, and what is to be told of it. Of a version it is what was kept with it; where that
/// does not hold the photo any more, the event's own file serves, if that still does.
pub(crate) fn picture(
    photo: &Photo,
    kept: Option<&Path>,
    own: impl FnOnce() -> Result<PathBuf, StoreError>,
    max_edge: u32,
) -> (Option<Vec<u8>>, Option<Lack>) {
    let of_kept = kept.map(|kept| photo::for_paper(kept, photo, max_edge));
    let not_kept = match of_kept {
        Some(Ok(bytes)) => return (Some(bytes), None),
        Some(Err(error @ PhotoError::Unreadable(..))) => Some(error),
        Some(Err(_)) => kept.map(|kept| PhotoError::NotAsKept(kept.to_owned(), photo.file.clone())),
        None => None,
    };
    let of_own = own()
        .map_err(Lack::Store)
        .and_then(|own| photo::for_paper(&own, photo, max_edge).map_err(Lack::Photo));
    match (of_own, not_kept.map(Lack::Photo)) {
        (Ok(bytes), lack) => (Some(bytes), lack),
        (Err(_), Some(lack)) | (Err(lack), None) => (None, Some(lack)),
    }
}
