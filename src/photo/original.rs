//! Whether the file of a photo is the picture that was added.

use std::path::Path;

use super::{
    PhotoError, Shot,
    look::{bytes_of, look_at},
};
use crate::model::Photo;

/// What the file of a photo holds now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// The picture that was added, byte for byte.
    Original,
    /// Another picture, and what it says of itself.
    Other(Shot),
}

/// Looks whether the file at `path` still has the bytes of this BLAKE3 hash. Slow work: the file is read whole.
///
/// # Errors
/// As [`look`](super::look), of a file with other bytes that cannot be shown.
pub fn content(path: &Path, hash: &str) -> Result<Content, PhotoError> {
    let bytes = bytes_of(path)?;
    if blake3::hash(&bytes).to_hex().as_str() == hash {
        return Ok(Content::Original);
    }
    look_at(&bytes, path).map(Content::Other)
}

/// The bytes of the file at `path`, if they are those that were added as this photo.
///
/// # Errors
/// [`PhotoError::Other`] if it is another picture, and as [`content`].
pub(super) fn original(path: &Path, photo: &Photo) -> Result<Vec<u8>, PhotoError> {
    let bytes = bytes_of(path)?;
    if blake3::hash(&bytes).to_hex().as_str() == photo.hash {
        return Ok(bytes);
    }
    look_at(&bytes, path)?;
    Err(PhotoError::Other(path.to_owned(), photo.file.clone()))
}
