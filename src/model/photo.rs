//! A picture of the event.

use std::{fmt, path::Path};

use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization as _;

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
    /// The longest name, in bytes.
    const LONGEST: usize = 255;

    /// The name, as it stands in the folder.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// By what it is compared with other names.
    #[must_use]
    pub fn key(&self) -> NameKey {
        NameKey::of(&self.0)
    }

    /// This name with the first number that is free: `DSC_4012 (2).jpg`.
    #[must_use]
    pub fn first_free(&self, is_taken: impl Fn(&NameKey) -> bool) -> Self {
        let mut number = 2;
        loop {
            let name = self.numbered(number);
            if number == u32::MAX || !is_taken(&name.key()) {
                return name;
            }
            number += 1;
        }
    }

    fn numbered(&self, number: u32) -> Self {
        let (stem, end) = match self.0.rsplit_once('.') {
            Some((stem, extension)) if !stem.is_empty() && extension.len() < 100 => {
                (stem, format!(" ({number}).{extension}"))
            }
            Some(_) | None => (self.0.as_str(), format!(" ({number})")),
        };
        let longest = stem.floor_char_boundary(Self::LONGEST - end.len());
        Self(format!("{}{end}", &stem[..longest]))
    }
}

/// By what names of files are compared: systems that tell neither the case of letters nor the forms of Unicode apart take
/// two names with one key for one file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NameKey(String);

impl NameKey {
    /// The key of a name.
    #[must_use]
    pub fn of(name: &str) -> Self {
        if name.is_ascii() {
            return Self(name.to_ascii_lowercase());
        }
        let folded = name.nfd().flat_map(char::to_uppercase);
        Self(folded.flat_map(char::to_lowercase).nfc().collect())
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
            && name.len() <= Self::LONGEST
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

    fn name(name: &str) -> FileName {
        FileName::try_from(name.to_owned()).unwrap()
    }

    #[test]
    fn names_that_are_one_on_some_system_have_one_key() {
        for (one, other) in [
            ("IMG_0001.jpg", "img_0001.JPG"),
            ("Caf\u{e9}.jpg", "cafe\u{301}.jpg"),
            ("\u{c5}.jpg", "\u{212b}.jpg"),
            ("STRASSE.jpg", "stra\u{df}e.jpg"),
            ("\u{3a3}\u{3a3}.jpg", "\u{3c3}\u{3c2}.jpg"),
            ("\u{304c}.jpg", "\u{304b}\u{3099}.jpg"),
        ] {
            assert_eq!(name(one).key(), name(other).key(), "{one} {other}");
        }
        for (one, other) in [
            ("a.jpg", "b.jpg"),
            ("a.jpg", "a.jpeg"),
            ("合照.jpg", "合影.jpg"),
        ] {
            assert_ne!(name(one).key(), name(other).key(), "{one} {other}");
        }
    }

    #[test]
    fn the_first_free_number_makes_a_name_that_every_system_allows() {
        let free = |one: &str, taken: &[&str]| {
            let taken: Vec<_> = taken.iter().map(|one| NameKey::of(one)).collect();
            name(one).first_free(|key| taken.contains(key)).0
        };
        assert_eq!(free("a.jpg", &[]), "a (2).jpg");
        assert_eq!(free("a.JPG", &["A (2).jpg", "a (3).jpg"]), "a (4).JPG");
        assert_eq!(free("no extension", &[]), "no extension (2)");
        assert_eq!(free(".jpg", &[]), ".jpg (2)");
        let long = free(&format!("{}.jpg", "照".repeat(83)), &[]);
        assert_eq!(long, format!("{} (2).jpg", "照".repeat(82)));
        assert!(FileName::try_from(long).is_ok());
        let odd = free(&format!("a.{}", "x".repeat(250)), &[]);
        assert!(FileName::try_from(odd).is_ok());
    }
}
