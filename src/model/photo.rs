//! A picture of the event.

use std::{fmt, path::Path};

use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

use super::{Listed, PhotoId, SessionId, Text, Who, is_device};

/// A name of a file in the event's own folder of photos: one component, never a path.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct FileName(String);

/// The text cannot name a file inside the event's folder.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("‘{0}’ is not a plain file name")]
pub struct FileNameError(pub String);

impl FileName {
    /// The name, as it stands in the folder.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl AsRef<Path> for FileName {
    fn as_ref(&self) -> &Path {
        Path::new(&self.0)
    }
}

impl TryFrom<String> for FileName {
    type Error = FileNameError;

    fn try_from(name: String) -> Result<Self, FileNameError> {
        let plain = !name.is_empty()
            && name != "."
            && name != ".."
            && name.len() <= 255
            && !name.contains(['/', '\\', ':', '\0'])
            // Windows leaves these out at the end, and takes some names for devices wherever they stand.
            && !name.ends_with(['.', ' '])
            && !is_device(&name)
            && !name.chars().any(char::is_control);
        if plain {
            Ok(Self(name))
        } else {
            Err(FileNameError(name.chars().take(60).collect()))
        }
    }
}

impl From<FileName> for String {
    fn from(name: FileName) -> Self {
        name.0
    }
}

impl fmt::Display for FileName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Width and height in pixels, as a viewer that honours the orientation shows them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PixelSize {
    /// Pixels from left to right.
    pub width: u32,
    /// Pixels from top to bottom.
    pub height: u32,
}

/// Whether a photo may go out.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub enum Clearance {
    /// Nobody has decided.
    #[default]
    Draft,
    /// It may go out.
    Cleared,
    /// It must not go out.
    HeldBack,
}

impl Clearance {
    /// Every state, in the order in which a form offers them.
    pub const ALL: [Self; 3] = [Self::Draft, Self::Cleared, Self::HeldBack];
}

/// A picture of the event.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Photo {
    /// Which photo.
    pub id: PhotoId,
    /// The file in the event's folder of photos.
    pub file: FileName,
    /// The BLAKE3 hash of the file's bytes, 64 hexadecimal digits: one picture is one photo.
    pub hash: String,
    /// When it was taken, by the camera's clock.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub taken: Option<DateTime>,
    /// How large it is.
    pub size: PixelSize,
    /// The session that it shows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session: Option<SessionId>,
    /// Who is in it: rows from the front, each from the reader's left.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rows: Vec<Vec<Who>>,
    /// What the reader is told.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub caption: Text,
    /// Whose work it is.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub credit: Text,
    /// What is seen, for readers who cannot see it.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub alternative: Text,
    /// Whether it may go out.
    #[serde(default)]
    pub clearance: Clearance,
    /// Its number on the photo sheet, where somebody has fixed one; else it is counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<u32>,
}

impl Photo {
    /// A photo of which nothing is known but its file.
    #[must_use]
    pub fn new(file: FileName, hash: String, size: PixelSize) -> Self {
        Self {
            id: PhotoId::new(),
            file,
            hash,
            taken: None,
            size,
            session: None,
            rows: Vec::new(),
            caption: Text::default(),
            credit: Text::default(),
            alternative: Text::default(),
            clearance: Clearance::Draft,
            number: None,
        }
    }

    /// Everybody in the picture, front row first, each row from the reader's left.
    pub fn people(&self) -> impl Iterator<Item = Who> + '_ {
        self.rows.iter().flatten().copied()
    }
}

impl Listed for Photo {
    type Id = PhotoId;

    fn id(&self) -> PhotoId {
        self.id
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_name_never_leaves_its_folder() {
        for bad in [
            "",
            ".",
            "..",
            "../x.jpg",
            "a/b.jpg",
            "a\\b.jpg",
            "C:x.jpg",
            "/etc/passwd",
            "a\nb.jpg",
            "CON",
            "nul.jpg",
            "Lpt1 .jpg",
            "x.jpg.",
            "x.jpg ",
            "x.jpg:stream",
            "..\\x.jpg",
        ] {
            assert!(FileName::try_from(bad.to_owned()).is_err(), "{bad:?}");
        }
        for good in ["a.jpg", "合照 01.jpg", "it's \"one\".png", "..hidden.jpg"] {
            assert!(FileName::try_from(good.to_owned()).is_ok(), "{good:?}");
        }
    }
}
