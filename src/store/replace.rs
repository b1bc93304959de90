//! What a file that is made of an event may take the place of.

use std::{
    fs,
    io::Read as _,
    path::{Path, PathBuf},
};

use super::StoreError;

/// How much of a file that is there is looked at, in bytes.
const HEAD: u64 = 512;

/// What of an event's folder is Runsheet's alone: nothing else is written there.
const OWN: [&str; 4] = ["photos", "versions", "backups", ".runsheet"];

/// Whether a file that is made of an event may be written to `out`: where nothing is, or an earlier one of its kind,
/// which `is_such` knows by its beginning. A photo, a letter or the event itself, whose name was typed by mistake, may
/// not be replaced, and nothing is put among an event's photos and versions. `kind` is what people call such a file.
///
/// # Errors
/// [`StoreError::OtherKind`] or [`StoreError::OfAnEvent`].
pub fn may_write(
    out: &Path,
    kind: &str,
    is_such: impl FnOnce(&[u8]) -> bool,
) -> Result<(), StoreError> {
    if is_of_an_event(out) {
        return Err(StoreError::OfAnEvent(out.to_owned()));
    }
    let mut head = Vec::new();
    let is_read = fs::metadata(out).is_ok_and(|found| found.is_file())
        && fs::File::open(out)
            .and_then(|file| file.take(HEAD).read_to_end(&mut head))
            .is_ok();
    if is_read && !head.is_empty() && !is_such(&head) {
        return Err(StoreError::OtherKind(out.to_owned(), kind.to_owned()));
    }
    Ok(())
}

/// Whether it is an `event.ron`, or lies in a folder of an event that is Runsheet's alone, by whatever way it leads there.
fn is_of_an_event(out: &Path) -> bool {
    let Some(path) = real(out) else { return false };
    let is_event = |folder: &Path| folder.join("event.ron").is_file();
    let is_own = |folder: &Path| {
        let name = folder.file_name().and_then(|name| name.to_str());
        name.is_some_and(|name| OWN.iter().any(|own| name.eq_ignore_ascii_case(own)))
            && folder.parent().is_some_and(is_event)
    };
    let is_its_file = path
        .file_name()
        .is_some_and(|name| name.eq_ignore_ascii_case("event.ron"));
    (is_its_file && path.is_file()) || path.ancestors().skip(1).any(is_own)
}

/// Where a path really leads, whether or not there is a file yet.
fn real(out: &Path) -> Option<PathBuf> {
    if let Ok(path) = out.canonicalize() {
        return Some(path);
    }
    let folder = match out.parent()? {
        folder if folder.as_os_str().is_empty() => Path::new("."),
        folder => folder,
    };
    Some(folder.canonicalize().ok()?.join(out.file_name()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_its_own_kind_is_replaced_and_nothing_of_an_event() {
        let temp = tempfile::tempdir().unwrap();
        let at = |name: &str| temp.path().join(name);
        for folder in ["photos/old", "versions", "papers", "elsewhere/photos"] {
            fs::create_dir_all(at(folder)).unwrap();
        }
        for (file, says) in [
            ("event.ron", "%PDF- said somebody"),
            ("letter.pdf", "Dear Sir"),
            ("old.pdf", "%PDF-1.7"),
            ("empty.pdf", ""),
        ] {
            fs::write(at(file), says).unwrap();
        }
        let may = |name: &str| may_write(&at(name), "PDF", |head| head.starts_with(b"%PDF-"));
        let fine = [
            "new.pdf",
            "old.pdf",
            "empty.pdf",
            "papers/a.pdf",
            "elsewhere/photos/a.pdf",
        ];
        for name in fine {
            assert_eq!(may(name), Ok(()), "{name}");
        }
        let other = StoreError::OtherKind(at("letter.pdf"), "PDF".into());
        assert_eq!(may("letter.pdf"), Err(other));
        for name in [
            "event.ron",
            "photos/a.pdf",
            "photos/old/a.pdf",
            "papers/../versions/a.pdf",
        ] {
            assert_eq!(may(name), Err(StoreError::OfAnEvent(at(name))), "{name}");
        }
    }
}
