//! The pictures of versions: copies that nothing changes, and never another picture under their hashes.

use std::{
    fs,
    path::{Path, PathBuf},
};

use runsheet::{
    model::{Event, Photo},
    store::{Folder, StoreError},
    words::{Tongue, Words},
};

use super::{evening, sample};
use crate::photo_files::jpeg;

fn first(event: &Event) -> Photo {
    (**event.photos.at(0).unwrap()).clone()
}

fn kept_file(folder: &Folder, photo: &Photo) -> PathBuf {
    let name = format!("{}.jpg", photo.hash);
    folder.versions_folder().join("photos").join(name)
}

fn holds(path: &Path, photo: &Photo) -> bool {
    let bytes = fs::read(path).unwrap();
    blake3::hash(&bytes).to_hex().as_str() == photo.hash
}

/// As an editor that writes into a file, and not beside it.
fn write_into(path: &Path, bytes: &[u8]) {
    use std::io::Write as _;
    let file = fs::OpenOptions::new().write(true).truncate(true).open(path);
    file.unwrap().write_all(bytes).unwrap();
}

#[test]
fn whoever_writes_into_a_photo_changes_no_version() {
    let (_temp, folder, event) = sample();
    let photo = first(&event);
    folder.issue(&event, "", evening()).unwrap();
    write_into(&folder.photo(&photo.file), &jpeg(300, 200));
    assert!(holds(&kept_file(&folder, &photo), &photo));
    // The next version keeps the picture that was added, since that is what its hash says.
    let issued = folder.issue_and_tell(&event, "", evening()).unwrap();
    assert_eq!(issued.unkept, []);
    assert!(holds(&kept_file(&folder, &photo), &photo));
}

#[test]
fn another_picture_is_never_kept_under_the_hash_of_the_one_that_was_added() {
    let (_temp, folder, event) = sample();
    let photo = first(&event);
    let own = folder.photo(&photo.file);
    let original = fs::read(&own).unwrap();
    write_into(&own, &jpeg(300, 200));
    let issued = folder.issue_and_tell(&event, "", evening()).unwrap();
    assert_eq!(issued.unkept, [StoreError::NotKept(own.clone())]);
    assert!(!kept_file(&folder, &photo).exists());
    for tongue in Tongue::ALL {
        let sentence = issued.unkept[0].sentence(Words::new(tongue));
        assert!(sentence.contains(photo.file.as_str()), "{sentence}");
    }
    // Where a synced folder has the picture under another name, that is kept.
    let stem = photo.file.as_str().strip_suffix(".jpg").unwrap();
    let copy = format!("{stem}.sync-conflict-20261128-230000-ABCDEFG.jpg");
    fs::write(folder.photos().join(copy), original).unwrap();
    let issued = folder.issue_and_tell(&event, "", evening()).unwrap();
    assert_eq!(issued.unkept, []);
    assert!(holds(&kept_file(&folder, &photo), &photo));
}

#[cfg(unix)]
#[test]
fn second_names_of_older_programs_become_copies() {
    use std::os::unix::fs::MetadataExt as _;
    let (_temp, folder, event) = sample();
    for photo in &event.photos {
        let kept = kept_file(&folder, photo);
        fs::create_dir_all(kept.parent().unwrap()).unwrap();
        fs::hard_link(folder.photo(&photo.file), kept).unwrap();
    }
    let photo = first(&event);
    let issued = folder.issue_and_tell(&event, "", evening()).unwrap();
    assert_eq!(issued.unkept, []);
    for photo in &event.photos {
        assert_eq!(fs::metadata(kept_file(&folder, photo)).unwrap().nlink(), 1);
        assert_eq!(fs::metadata(folder.photo(&photo.file)).unwrap().nlink(), 1);
    }
    write_into(&folder.photo(&photo.file), &jpeg(300, 200));
    assert!(holds(&kept_file(&folder, &photo), &photo));
}

#[cfg(unix)]
#[test]
fn what_was_changed_through_a_second_name_is_repaired_or_told() {
    let (_temp, folder, event) = sample();
    let photo = first(&event);
    let (own, kept) = (folder.photo(&photo.file), kept_file(&folder, &photo));
    let original = fs::read(&own).unwrap();
    fs::create_dir_all(kept.parent().unwrap()).unwrap();
    fs::hard_link(&own, &kept).unwrap();
    write_into(&own, &jpeg(300, 200));
    let issued = folder.issue_and_tell(&event, "", evening()).unwrap();
    assert_eq!(issued.unkept, [StoreError::NotKept(own.clone())]);
    assert!(!holds(&kept, &photo), "nothing better is known");
    fs::remove_file(&own).unwrap();
    fs::write(&own, original).unwrap();
    let issued = folder.issue_and_tell(&event, "", evening()).unwrap();
    assert_eq!(issued.unkept, []);
    assert!(holds(&kept, &photo));
}

#[test]
fn what_was_cut_off_while_a_photo_was_kept_is_cleared_away() {
    let (_temp, folder, event) = sample();
    folder.issue(&event, "", evening()).unwrap();
    let kept = folder.versions_folder().join("photos");
    let part = kept.join(format!(".{}.part", uuid::Uuid::now_v7()));
    fs::write(&part, "half").unwrap();
    let hours_ago = std::time::SystemTime::now() - std::time::Duration::from_hours(2);
    let file = fs::File::options().write(true).open(&part).unwrap();
    file.set_modified(hours_ago).unwrap();
    folder.issue(&event, "", evening()).unwrap();
    assert!(!part.exists());
    let hashes = event.photos.iter().map(|photo| &photo.hash);
    let count = hashes.collect::<std::collections::BTreeSet<_>>().len();
    assert_eq!(fs::read_dir(kept).unwrap().count(), count);
}
