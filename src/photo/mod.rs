//! Picture files: looking at them, copying them into an event unaltered, and making small ones of them.

mod add;
mod error;
mod find;
mod look;
mod thumbnail;
mod whole;

pub use add::{Added, add, put_back};
pub use error::PhotoError;
pub use find::{is_picture_name, pictures_in};
pub use look::{Format, Shot, look, look_at};
pub use thumbnail::{for_paper, thumbnail, thumbnail_of};

/// What a picture file may be at most, in one place.
pub mod limits {
    /// The largest file, in bytes: a picture of 150 megapixels without compression would fit.
    pub const FILE_BYTES: u64 = 512 * 1024 * 1024;
    /// The longest edge, in pixels: longer than any camera's panorama.
    pub const EDGE: u32 = 32_000;
    /// The most pixels, in all: more than the largest sensor of a telephone.
    pub const PIXELS: u64 = 250_000_000;
    /// The most memory that one picture may take while it is decoded whole, in bytes.
    pub const DECODED_BYTES: u64 = 512 * 1024 * 1024;
    /// How many folders deep pictures are looked for.
    pub const DEPTH: usize = 12;
    /// How many pictures are taken out of one folder.
    pub const FOUND: usize = 20_000;
}
