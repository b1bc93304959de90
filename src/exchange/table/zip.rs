//! How much a packed file unpacks to, before a reader takes it into memory.

use std::{
    io::{self, Cursor, Read as _},
    path::Path,
};

use ::zip::{ZipArchive, result::ZipError};

use super::{ExchangeError, limits};

/// A packed file in memory.
pub(super) type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// Opens a packed file.
pub(super) fn open<'a>(path: &Path, bytes: &'a [u8]) -> Result<Archive<'a>, ExchangeError> {
    ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(path, &error))
}

/// What a fault of a packed file is to a person.
pub(super) fn broken(path: &Path, error: &ZipError) -> ExchangeError {
    ExchangeError::Broken(path.to_owned(), error.to_string())
}

/// Refuses a packed file that unpacks to more than the limit, or cannot be unpacked. All of it is unpacked, and nothing
/// of that kept, because what the file's own list of contents says of sizes may be a lie.
pub(super) fn check(path: &Path, bytes: &[u8]) -> Result<(), ExchangeError> {
    let mut archive = open(path, bytes)?;
    if archive.len() > limits::PARTS {
        return Err(ExchangeError::TooManyParts(path.to_owned()));
    }
    let mut left = limits::UNPACKED_BYTES;
    for at in 0..archive.len() {
        let entry = match archive.by_index(at) {
            Ok(entry) => entry,
            // Packed in a way, or with a password, that is not known here. If it is a part that is needed, its reader
            // says so, and it unpacks to nothing there either.
            Err(ZipError::UnsupportedArchive(_)) => continue,
            Err(error) => return Err(broken(path, &error)),
        };
        let unpacked = io::copy(&mut entry.take(left + 1), &mut io::sink())
            .map_err(|error| ExchangeError::Broken(path.to_owned(), error.to_string()))?;
        left = (left.checked_sub(unpacked))
            .ok_or_else(|| ExchangeError::UnpacksTooLarge(path.to_owned()))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use ::zip::{ZipWriter, write::SimpleFileOptions};

    use super::*;

    /// A packed file with entries of so many zeros each.
    fn packed(sizes: &[u64]) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default();
        for (at, size) in sizes.iter().enumerate() {
            writer.start_file(format!("{at}.xml"), options).unwrap();
            io::copy(&mut io::repeat(0).take(*size), &mut writer).unwrap();
            writer.flush().unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    #[test]
    fn a_file_that_unpacks_without_end_is_refused_whatever_it_says_of_its_size() {
        let path = Path::new("x.xlsx");
        assert_eq!(check(path, &packed(&[1000, 0, 1000])), Ok(()));
        let half = limits::UNPACKED_BYTES / 2;
        let too_large = Err(ExchangeError::UnpacksTooLarge(path.to_owned()));
        let mut bytes = packed(&[half, half + 1]);
        assert!(bytes.len() < 1024 * 1024);
        assert_eq!(check(path, &bytes), too_large);
        // In the list of contents the sizes stand 24 bytes behind the mark of an entry.
        let lists: Vec<usize> = (0..bytes.len() - 28)
            .filter(|&at| bytes[at..].starts_with(b"PK\x01\x02"))
            .collect();
        assert_eq!(lists.len(), 2);
        for at in lists {
            bytes[at + 24..at + 28].copy_from_slice(&[1, 0, 0, 0]);
        }
        assert_ne!(
            check(path, &bytes),
            Ok(()),
            "two entries that say one byte each"
        );
        for broken in [&b"PK"[..], &[0; 100], &packed(&[5])[..60]] {
            assert!(matches!(
                check(path, broken),
                Err(ExchangeError::Broken(..))
            ));
        }
    }
}
