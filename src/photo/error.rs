//! What can be wrong with a picture file, each with its sentence.

use std::path::PathBuf;

use crate::{
    model::FileName,
    words::{Fault, Words},
};

/// Why a picture was not taken or not shown. The file is as it was, and nothing has been added.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PhotoError {
    /// The file could not be read.
    #[error("{0}: could not be read: {1:?}")]
    Unreadable(PathBuf, Fault),
    /// The file is no picture.
    #[error("{0}: no picture")]
    NotAPicture(PathBuf),
    /// The file is a picture of a format that is not read here: HEIC, AVIF, a camera's raw format.
    #[error("{0}: a picture of the format {1}")]
    Foreign(PathBuf, &'static str),
    /// The file ends before the picture does.
    #[error("{0}: cut off")]
    Truncated(PathBuf),
    /// The picture cannot be decoded.
    #[error("{0}: damaged")]
    Damaged(PathBuf),
    /// The file holds another picture than the one that was added as this photo.
    #[error("{0}: another picture than {1}")]
    Other(PathBuf, FileName),
    /// The file that is kept with a version under this photo's hash does not hold its picture.
    #[error("{0}: not what was kept of {1}")]
    NotAsKept(PathBuf, FileName),
    /// The picture has more pixels than are taken.
    #[error("{file}: {width} × {height} pixels")]
    TooManyPixels {
        /// Which file.
        file: PathBuf,
        /// How wide the picture is, in pixels.
        width: u32,
        /// How high the picture is, in pixels.
        height: u32,
    },
    /// The file has more bytes than are taken.
    #[error("{0}: too large")]
    TooLarge(PathBuf),
    /// The picture takes more memory than there is for one, or is made to be decoded without end.
    #[error("{0}: takes too much memory")]
    TooHeavy(PathBuf),
    /// The copy in the event's folder of photos could not be written.
    #[error("{photo}: could not be copied to {folder}: {fault:?}")]
    Unwritten {
        /// The picture that was to be added.
        photo: PathBuf,
        /// The folder into which it was to be copied.
        folder: PathBuf,
        /// Why not.
        fault: Fault,
    },
    /// The event's folder of photos is a link to a place outside.
    #[error("{0}: leads out of the folder")]
    Outside(PathBuf),
}

impl PhotoError {
    /// As [`sentence`](Self::sentence), of a photo that the event has: its file was changed since it was added.
    #[must_use]
    pub fn sentence_of_kept(&self, words: Words) -> String {
        match self {
            Self::NotAPicture(path)
            | Self::Foreign(path, _)
            | Self::Truncated(path)
            | Self::Damaged(path)
            | Self::TooManyPixels { file: path, .. }
            | Self::TooLarge(path)
            | Self::TooHeavy(path) => {
                words.tf("photos-no-more", [("file", words.path(path).into())])
            }
            Self::Unreadable(..)
            | Self::Other(..)
            | Self::NotAsKept(..)
            | Self::Unwritten { .. }
            | Self::Outside(_) => self.sentence(words),
        }
    }

    /// One sentence: what happened, to which file, and what the person can do.
    #[must_use]
    pub fn sentence(&self, words: Words) -> String {
        let about = |key: &str, path: &PathBuf| words.tf(key, [("file", words.path(path).into())]);
        match self {
            Self::Unreadable(path, fault) => words.tf(
                "photos-unreadable",
                [
                    ("file", words.path(path).into()),
                    ("fault", words.read_fault(fault).into()),
                ],
            ),
            Self::NotAPicture(path) => about("photos-not-a-picture", path),
            Self::Foreign(path, format) => words.tf(
                "photos-foreign",
                [
                    ("file", words.path(path).into()),
                    ("format", (*format).into()),
                ],
            ),
            Self::Other(path, _) => about("photo-held-back", path),
            Self::NotAsKept(path, photo) => words.tf(
                "photo-not-as-kept",
                [
                    ("file", words.path(path).into()),
                    ("photo", words.quoted(photo.as_str()).into()),
                ],
            ),
            Self::Truncated(path) => about("photos-truncated", path),
            Self::Damaged(path) => about("photos-damaged", path),
            Self::TooManyPixels {
                file,
                width,
                height,
            } => words.tf(
                "photos-too-many-pixels",
                [
                    ("file", words.path(file).into()),
                    ("width", width.to_string().into()),
                    ("height", height.to_string().into()),
                    ("edge", super::limits::EDGE.to_string().into()),
                    (
                        "megapixels",
                        (super::limits::PIXELS / 1_000_000).to_string().into(),
                    ),
                ],
            ),
            Self::TooLarge(path) => words.tf(
                "photos-too-large",
                [
                    ("file", words.path(path).into()),
                    (
                        "limit",
                        (super::limits::FILE_BYTES / 1024 / 1024).to_string().into(),
                    ),
                ],
            ),
            Self::TooHeavy(path) => words.tf(
                "photos-too-heavy",
                [
                    ("file", words.path(path).into()),
                    (
                        "limit",
                        (super::limits::DECODED_BYTES / 1024 / 1024)
                            .to_string()
                            .into(),
                    ),
                ],
            ),
            Self::Unwritten {
                photo,
                folder,
                fault,
            } => words.tf(
                "photos-unwritten",
                [
                    ("file", words.path(photo).into()),
                    ("folder", words.path(folder).into()),
                    ("fault", words.kept_fault(fault).into()),
                ],
            ),
            Self::Outside(path) => about("photos-outside", path),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_photo_of_the_event_is_not_said_to_be_left_out() {
        let words = Words::default();
        let file = PathBuf::from("DSC_4021.jpg");
        for error in [
            PhotoError::NotAPicture(file.clone()),
            PhotoError::Truncated(file.clone()),
            PhotoError::TooLarge(file.clone()),
        ] {
            assert!(error.sentence(words).contains("was not added"));
            let kept = error.sentence_of_kept(words);
            assert!(!kept.contains("added"), "{kept}");
            assert!(kept.contains("put the original file back"), "{kept}");
        }
    }
}
