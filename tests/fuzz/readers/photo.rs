//! Picture files: what they say of themselves, and small ones made of them.

use std::path::Path;

use runsheet::photo::{self, PhotoError, limits};

use super::held;

/// The longest edge of the small picture.
const EDGE: u32 = 64;

/// A picture of any format.
pub fn photo(bytes: &[u8]) {
    let path = Path::new("picture.jpg");
    let said = |error: &PhotoError| held::said(|words| error.sentence(words));
    let shot = photo::look_at(bytes, path);
    match &shot {
        Ok(shot) => {
            let (width, height) = (shot.size.width, shot.size.height);
            assert!((1..=limits::EDGE).contains(&width) && (1..=limits::EDGE).contains(&height));
            assert!(u64::from(width) * u64::from(height) <= limits::PIXELS);
            assert_eq!(shot.hash.len(), 64);
            assert!(shot.taken.is_none_or(|taken| taken.year() > 0));
        }
        Err(error) => said(error),
    }
    match photo::thumbnail_of(bytes, path, EDGE) {
        Ok(small) => {
            assert!((1..=EDGE).contains(&small.width()) && (1..=EDGE).contains(&small.height()));
        }
        Err(error) => said(&error),
    }
}
