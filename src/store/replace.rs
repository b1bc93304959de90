//! What a file that is made of an event may take the place of.

use std::{
    fs,
    io::Read as _,
    path::{Component, Path, PathBuf},
};

use super::{
    StoreError,
    write::{led_to, write_through},
};

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
    let is_taken = real(out).is_some_and(|path| is_event_file(&path) || lies_among_own(&path));
    if is_taken {
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

/// Writes a file that is made of an event, if [`may_write`] allows it, whole or not at all. This is the one way in which
/// files leave the program.
///
/// # Errors
/// As [`may_write`], and [`StoreError::Unwritten`].
pub fn write_out(
    out: &Path,
    kind: &str,
    is_such: impl FnOnce(&[u8]) -> bool,
    bytes: &[u8],
) -> Result<(), StoreError> {
    may_write(out, kind, is_such)?;
    write_through(out, bytes)
}

/// Makes a folder for files that are made of an event, if it is not there yet.
///
/// # Errors
/// [`StoreError::OfAnEvent`] for a folder of an event that is Runsheet's alone, and [`StoreError::Unwritten`].
pub fn make_out(folder: &Path) -> Result<(), StoreError> {
    may_fill(folder)?;
    fs::create_dir_all(folder)
        .map_err(|error| StoreError::Unwritten(folder.to_owned(), error.into()))
}

/// Whether files may be put into a folder, or the folder be made: not among an event's photos and versions.
///
/// # Errors
/// [`StoreError::OfAnEvent`].
pub(super) fn may_fill(folder: &Path) -> Result<(), StoreError> {
    if real(folder).is_some_and(|path| lies_among_own(&path.join("file"))) {
        return Err(StoreError::OfAnEvent(folder.to_owned()));
    }
    Ok(())
}

/// Whether a real path is that of an `event.ron`.
fn is_event_file(path: &Path) -> bool {
    let is_called_so = path
        .file_name()
        .is_some_and(|name| name.eq_ignore_ascii_case("event.ron"));
    is_called_so && (path.is_file() || path.parent().is_some_and(is_event))
}

/// Whether a real path lies in a folder of an event that is Runsheet's alone.
pub(super) fn lies_among_own(path: &Path) -> bool {
    path.ancestors().skip(1).any(|folder| {
        let name = folder.file_name().and_then(|name| name.to_str());
        name.is_some_and(|name| OWN.iter().any(|own| name.eq_ignore_ascii_case(own)))
            && folder.parent().is_some_and(is_event)
    })
}

/// Whether a folder is that of an event, also while a sync engine is replacing its `event.ron`; or one in which the photos
/// of an event wait that was never saved.
fn is_event(folder: &Path) -> bool {
    let is_draft = || {
        let id = folder.file_name().and_then(|name| name.to_str());
        let above = folder.parent().and_then(Path::file_name);
        above.is_some_and(|above| above == "drafts")
            && id.is_some_and(|id| uuid::Uuid::try_parse(id).is_ok())
    };
    folder.join("event.ron").is_file() || folder.join(".runsheet").is_dir() || is_draft()
}

/// Where a path really leads, whether or not all of it is there yet: folders that are not there will be made.
pub(super) fn real(out: &Path) -> Option<PathBuf> {
    /// So many links that lead to nothing yet are followed, one in the path of the other.
    const LINKS: u8 = 8;
    let out = std::path::absolute(out).ok()?;
    real_within(&out, LINKS)
}

fn real_within(out: &Path, links: u8) -> Option<PathBuf> {
    if let Ok(path) = out.canonicalize() {
        return Some(path);
    }
    let mut real = PathBuf::new();
    for part in out.components() {
        match part {
            Component::ParentDir => {
                real.pop();
            }
            Component::CurDir => {}
            Component::Prefix(_) | Component::RootDir | Component::Normal(_) => {
                real.push(part);
                if let Ok(path) = real.canonicalize() {
                    real = path;
                } else if fs::symlink_metadata(&real).is_ok_and(|found| found.is_symlink()) {
                    real = real_within(&led_to(&real).ok()?, links.checked_sub(1)?)?;
                }
            }
        }
    }
    Some(real)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_that_are_not_there_yet_are_an_events_own_as_well() {
        let temp = tempfile::tempdir().unwrap();
        let at = |name: &str| temp.path().join(name);
        fs::create_dir_all(at("event/.runsheet")).unwrap();
        let draft = format!("drafts/{}", uuid::Uuid::now_v7());
        fs::create_dir_all(at(&draft)).unwrap();
        // An engine has taken `event.ron` away for a moment.
        let own = [
            "event/versions",
            "event/Photos/deep/er",
            "event/backups",
            "event/.runsheet/journal",
            "event/none/../photos",
            "nowhere/../event/photos",
            &format!("{draft}/photos"),
        ];
        for name in own {
            let refused = Err(StoreError::OfAnEvent(at(name)));
            assert_eq!(make_out(&at(name)), refused, "{name}");
            let out = at(name).join("a.pdf");
            let refused = Err(StoreError::OfAnEvent(out.clone()));
            assert_eq!(may_write(&out, "PDF", |_| true), refused, "{name}");
        }
        assert!(may_write(&at("event/event.ron"), "PDF", |_| true).is_err());
        assert_eq!(fs::read_dir(at("event")).unwrap().count(), 1);
        for name in ["event", "event/papers", "event/sent/photos", "photos"] {
            assert_eq!(make_out(&at(name)), Ok(()), "{name}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn no_link_leads_among_what_is_an_events_own() {
        use std::os::unix::fs::symlink;
        let temp = tempfile::tempdir().unwrap();
        let at = |name: &str| temp.path().join(name);
        fs::create_dir_all(at("event/photos")).unwrap();
        fs::write(at("event/event.ron"), "an event").unwrap();
        fs::write(at("event/photos/a.jpg"), "a photo").unwrap();
        symlink("event/photos", at("folder")).unwrap();
        symlink("event/versions", at("folder to come")).unwrap();
        symlink("event/photos/a.jpg", at("a.pdf")).unwrap();
        symlink("folder/b.jpg", at("b.pdf")).unwrap();
        symlink("folder to come/1.ron", at("c.pdf")).unwrap();
        symlink("c.pdf", at("d.pdf")).unwrap();
        symlink("event/event.ron", at("e.pdf")).unwrap();
        for name in ["folder/x", "folder to come/x"] {
            let out = at(name);
            let refused = Err(StoreError::OfAnEvent(out.clone()));
            assert_eq!(write_out(&out, "PDF", |_| true, b"x"), refused, "{name}");
        }
        for name in ["folder", "folder to come", "folder/deeper"] {
            let refused = Err(StoreError::OfAnEvent(at(name)));
            assert_eq!(make_out(&at(name)), refused, "{name}");
        }
        for name in ["a.pdf", "b.pdf", "c.pdf", "d.pdf", "e.pdf"] {
            let refused = Err(StoreError::OfAnEvent(at(name)));
            let written = write_out(&at(name), "PDF", |_| true, b"x");
            assert_eq!(written, refused, "{name}");
        }
        assert_eq!(fs::read(at("event/photos/a.jpg")).unwrap(), b"a photo");
        assert_eq!(fs::read(at("event/event.ron")).unwrap(), b"an event");
        assert_eq!(fs::read_dir(at("event")).unwrap().count(), 2);
    }

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
