//! A picture of a photo as the typesetter gets it.

use std::{
    collections::HashMap,
    io::Cursor,
    sync::{Arc, LazyLock, Mutex, PoisonError},
};

use blake3::Hash;
use image::{ImageFormat, ImageReader};

/// Width and height of a picture; none of what is no picture.
type Size = Option<(u32, u32)>;

/// The pictures that were looked at, by the hashes of their files. A paper is set again with each letter that is typed, and
/// to look at a picture to its last pixel is slow.
static KNOWN: LazyLock<Mutex<HashMap<Hash, Size>>> = LazyLock::new(Mutex::default);

/// A JPEG or PNG that can be drawn.
#[derive(Clone, PartialEq)]
pub(super) struct Picture {
    bytes: Arc<Vec<u8>>,
    size: (u32, u32),
    hash: Hash,
}

impl Picture {
    /// A file as a picture. None if it is no JPEG or PNG that can be decoded to the last pixel.
    pub(super) fn of(bytes: Arc<Vec<u8>>) -> Option<Self> {
        let hash = blake3::hash(&bytes);
        let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
        let size = *known.entry(hash).or_insert_with(|| size(&bytes));
        Some(Self {
            bytes,
            size: size?,
            hash,
        })
    }

    /// The file.
    pub(super) const fn bytes(&self) -> &Arc<Vec<u8>> {
        &self.bytes
    }

    /// The hash of the file.
    pub(super) const fn hash(&self) -> Hash {
        self.hash
    }

    /// A drawing (SVG) of the picture, whose file has this path. The typesetter keeps the pixels of each picture that it
    /// places, a megabyte and more, as long as the paper; of a drawing it decodes the pictures when it is drawn. It knows
    /// drawings by their text, so that the hash of the picture is a part of that.
    pub(super) fn drawing(&self, path: &str) -> String {
        let ((width, height), hash) = (self.size, self.hash);
        format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" id="{hash}" width="{width}" height="{height}"><image width="{width}" height="{height}" href="{path}"/></svg>"#
        )
    }
}

/// Forgets the pictures that were looked at.
pub(super) fn rest() {
    KNOWN.lock().unwrap_or_else(PoisonError::into_inner).clear();
}

fn size(bytes: &[u8]) -> Size {
    let reader = ImageReader::new(Cursor::new(bytes))
        .with_guessed_format()
        .ok()?;
    let is_known = matches!(reader.format(), Some(ImageFormat::Jpeg | ImageFormat::Png));
    let picture = reader.decode().ok().filter(|_| is_known)?;
    Some((picture.width(), picture.height()))
}
