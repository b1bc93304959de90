//! How much a packed file would unpack to, from its own list of contents, before anything is unpacked.

use std::path::Path;

use super::{ExchangeError, limits};

/// Refuses a packed file that would unpack to more than the limit, or has no list of contents.
pub(super) fn check(path: &Path, bytes: &[u8]) -> Result<(), ExchangeError> {
    match unpacked(bytes) {
        Some(size) if size > limits::UNPACKED_BYTES => {
            Err(ExchangeError::UnpacksTooLarge(path.to_owned()))
        }
        Some(_) => Ok(()),
        None => Err(ExchangeError::Broken(path.to_owned(), "ZIP".into())),
    }
}

/// The sizes of all entries together, as the list at the end of the file gives them.
fn unpacked(bytes: &[u8]) -> Option<u64> {
    let number = |at: usize, len: usize| -> Option<u64> {
        let bytes = bytes.get(at..at.checked_add(len)?)?;
        Some(
            bytes
                .iter()
                .rev()
                .fold(0, |sum, &byte| sum << 8 | u64::from(byte)),
        )
    };
    // The record at the very end has a comment of at most 65,535 bytes behind it.
    let last = bytes.len().checked_sub(22)?;
    let end = (last.saturating_sub(65_535)..=last)
        .rev()
        .find(|&at| bytes[at..].starts_with(b"PK\x05\x06"))?;
    let mut at = usize::try_from(number(end + 16, 4)?).ok()?;
    if at == 0xffff_ffff {
        // The list of a file with more than 4 GB in it stands elsewhere; none that we read is so large.
        return Some(u64::MAX);
    }
    let mut total: u64 = 0;
    while bytes.get(at..)?.starts_with(b"PK\x01\x02") {
        total = total.saturating_add(number(at + 24, 4)?);
        let behind = number(at + 28, 2)? + number(at + 30, 2)? + number(at + 32, 2)?;
        at += 46 + usize::try_from(behind).ok()?;
    }
    Some(total)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A packed file without contents whose list says that one entry has this size.
    fn packed(size: u32) -> Vec<u8> {
        let mut bytes = b"PK\x01\x02".to_vec();
        bytes.extend([0; 20]);
        bytes.extend(size.to_le_bytes());
        bytes.extend([0; 18]);
        bytes.extend(b"PK\x05\x06");
        bytes.extend([0; 18]);
        bytes
    }

    #[test]
    fn a_file_that_unpacks_without_end_is_refused_before_it_is_unpacked() {
        let path = Path::new("x.xlsx");
        assert_eq!(check(path, &packed(1000)), Ok(()));
        assert_eq!(
            check(path, &packed(u32::MAX)),
            Err(ExchangeError::UnpacksTooLarge(path.to_owned()))
        );
        for broken in [&b"PK"[..], &[0; 100], &packed(5)[..60]] {
            assert!(matches!(
                check(path, broken),
                Err(ExchangeError::Broken(..))
            ));
        }
    }
}
