//! Files of photos that are not where the photos have them: found by what is in them, and never at another's cost.

use std::{collections::BTreeMap, fs, path::Path};

use proptest::prelude::*;
use runsheet::{
    model::{Edit, Event, EventId, FileName, Photo, PhotoId, PixelSize},
    store::{Amiss, Folder, Hashes},
};
use uuid::Uuid;

use super::jpeg;

struct Place {
    _temp: tempfile::TempDir,
    folder: Folder,
    event: Event,
}

/// An event with a photo for each of these names; the picture of each is as wide as its number from 10 on.
fn place(names: &[&str]) -> Place {
    let temp = tempfile::tempdir().unwrap();
    let mut event = Event::empty(EventId::from_uuid(Uuid::from_u128(1)));
    for (number, name) in names.iter().enumerate() {
        let file = FileName::try_from((*name).to_owned()).unwrap();
        let hash = blake3::hash(&picture(number)).to_hex().to_string();
        let size = PixelSize {
            width: 1,
            height: 1,
        };
        let mut photo = Photo::new(file, hash, size);
        photo.id = PhotoId::from_uuid(Uuid::from_u128(number as u128 + 1));
        event.apply(&Edit::from(photo)).unwrap();
    }
    let folder = Folder::create(&temp.path().join("event"), &event).unwrap();
    fs::create_dir_all(folder.photos()).unwrap();
    fs::create_dir_all(folder.versions_folder().join("photos")).unwrap();
    Place {
        _temp: temp,
        folder,
        event,
    }
}

fn picture(number: usize) -> Vec<u8> {
    jpeg(10 + u32::try_from(number).unwrap(), 10)
}

impl Place {
    fn file(&self, name: &str, bytes: impl AsRef<[u8]>) {
        fs::write(self.folder.photos().join(name), bytes).unwrap();
    }

    fn kept(&self, number: usize, bytes: impl AsRef<[u8]>) {
        let name = format!("{}.jpg", blake3::hash(&picture(number)).to_hex());
        fs::write(
            self.folder.versions_folder().join("photos").join(name),
            bytes,
        )
        .unwrap();
    }

    /// The names of the files that were put in their places.
    fn put(&self) -> Vec<String> {
        let mut hashes = Hashes::default();
        let amiss = self.folder.photos_amiss(&self.event, &mut hashes);
        let put = self.folder.put_in_place(&self.event, &amiss, &mut hashes);
        assert_eq!(put.failed, []);
        put.files.iter().map(ToString::to_string).collect()
    }

    fn amiss(&self) -> Vec<Amiss> {
        let amiss = self
            .folder
            .photos_amiss(&self.event, &mut Hashes::default());
        amiss.into_iter().map(|(_, amiss)| amiss).collect()
    }

    /// What is in the folder of photos: of each picture its number.
    fn files(&self) -> BTreeMap<String, Option<usize>> {
        let entries = fs::read_dir(self.folder.photos()).unwrap();
        let one = |path: &Path| {
            let bytes = fs::read(path).unwrap();
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            (name, (0..12).find(|number| picture(*number) == bytes))
        };
        entries.map(|entry| one(&entry.unwrap().path())).collect()
    }
}

#[test]
fn a_file_is_found_under_whatever_name_a_synced_folder_gave_it() {
    for name in [
        "IMG_0001.sync-conflict-20261128-230000-ABCDEFG.jpg",
        "IMG_0001 (Jane's conflicted copy 2026-11-22).jpg",
        "IMG_0001 (Jane 的衝突複本 2026-11-22).jpg",
        "IMG_0001 (Jane 的冲突副本 2026-11-22).jpg",
        "IMG_0001 (conflicted copy 2026-11-22 210405).jpg",
        "IMG_0001-LAPTOP.jpg",
        "anything.jpg",
    ] {
        let place = place(&["IMG_0001.jpg", "IMG_0001 (2).jpg"]);
        place.file("IMG_0001.jpg", picture(0));
        place.file(name, picture(1));
        assert_eq!(place.put(), ["IMG_0001 (2).jpg"], "{name}");
        assert_eq!(place.files()["IMG_0001 (2).jpg"], Some(1));
        // What a synced folder calls a conflict copy is not missed any more; what a person may have called so stays.
        let stays = ["IMG_0001-LAPTOP.jpg", "anything.jpg"].contains(&name);
        assert_eq!(place.files().contains_key(name), stays, "{name}");
        assert_eq!(place.amiss(), []);

        // The same where the other file kept the name.
        let place = self::place(&["IMG_0001.jpg", "IMG_0001 (2).jpg"]);
        place.file("IMG_0001.jpg", picture(1));
        place.file(name, picture(0));
        assert_eq!(place.put(), ["IMG_0001 (2).jpg", "IMG_0001.jpg"], "{name}");
        assert_eq!(place.files()["IMG_0001.jpg"], Some(0));
        assert_eq!(place.files()["IMG_0001 (2).jpg"], Some(1));
    }
}

#[test]
fn what_is_kept_with_a_version_serves_only_if_it_is_that_picture() {
    let place = place(&["a.jpg", "b.jpg"]);
    place.kept(0, picture(0));
    place.kept(1, picture(5));
    assert_eq!(place.put(), ["a.jpg"]);
    assert_eq!(place.amiss(), [Amiss::Missing]);
}

#[test]
fn a_picture_that_was_replaced_on_purpose_stays() {
    let place = place(&["a.jpg", "b.jpg"]);
    place.kept(0, picture(0));
    place.file("a.jpg", picture(7));
    place.file("b.jpg", picture(1));
    assert_eq!(place.put(), Vec::<String>::new());
    assert_eq!(place.files()["a.jpg"], Some(7));
    // So does one that is another photo's, and nowhere else.
    place.file("a.jpg", picture(1));
    place.file("b.jpg", picture(8));
    assert_eq!(place.put(), Vec::<String>::new());
    assert_eq!(place.amiss(), [Amiss::Other, Amiss::Other]);
}

#[test]
fn no_file_is_put_beside_a_name_that_is_the_same_elsewhere() {
    let place = place(&["Caf\u{e9}.jpg", "b.jpg", "c.jpg"]);
    // A file of another form that is the picture gets the photo's form.
    place.file("cafe\u{301}.JPG", picture(0));
    // One that is another picture is in the way.
    place.file("B.jpg", picture(6));
    place.file("elsewhere.jpg", picture(1));
    place.file("c.jpg", picture(2));
    assert_eq!(place.put(), ["Caf\u{e9}.jpg"]);
    let names: Vec<String> = place.files().into_keys().collect();
    assert_eq!(names, ["B.jpg", "Caf\u{e9}.jpg", "c.jpg", "elsewhere.jpg"]);
    assert_eq!(place.amiss(), [Amiss::Missing]);
}

#[test]
fn pictures_that_have_changed_places_go_home_one_after_the_other() {
    let place = place(&["a.jpg", "b.jpg", "c.jpg"]);
    place.file("a.jpg", picture(1));
    place.file("b.jpg", picture(2));
    place.file("x.jpg", picture(0));
    assert_eq!(place.put(), ["c.jpg", "b.jpg", "a.jpg"]);
    assert_eq!(place.amiss(), []);
}

#[cfg(unix)]
#[test]
fn nothing_is_written_or_read_through_a_link() {
    let place = place(&["a.jpg", "b.jpg"]);
    let outside = place.folder.path().parent().unwrap().join("outside.jpg");
    fs::write(&outside, picture(1)).unwrap();
    std::os::unix::fs::symlink(&outside, place.folder.photos().join("link.jpg")).unwrap();
    std::os::unix::fs::symlink(&outside, place.folder.photos().join("a.jpg")).unwrap();
    place.file("of a.jpg", picture(0));
    assert_eq!(place.put(), Vec::<String>::new());
    assert_eq!(fs::read(&outside).unwrap(), picture(1));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(60) })]

    /// Whatever lies in the folder: no picture goes, and each photo whose picture is anywhere, and whose name is free or is
    /// another's by mistake, has it.
    #[test]
    fn no_picture_is_ever_lost(files in prop::collection::vec((0..6_usize, 0..6_usize), 0..7)) {
        const NAMES: [&str; 6] = ["a.jpg", "b.jpg", "c.jpg", "a-LAPTOP.jpg", "x.jpg", "a (2).jpg"];
        let place = place(&NAMES[..3]);
        for (name, number) in files {
            place.file(NAMES[name], picture(number));
        }
        let all = |place: &Place| -> std::collections::BTreeSet<_> { place.files().into_values().collect() };
        let before = (all(&place), place.files());
        let put = place.put();
        prop_assert_eq!(all(&place), before.0.clone());
        let after = place.files();
        for (number, name) in NAMES[..3].iter().enumerate() {
            if !before.1.contains_key(*name) && before.0.contains(&Some(number)) {
                prop_assert_eq!(after[*name], Some(number), "{} was free", name);
            }
            if put.contains(&(*name).to_owned()) {
                prop_assert_eq!(after[*name], Some(number));
            } else {
                prop_assert_eq!(after.get(*name), before.1.get(*name));
            }
        }
        prop_assert_eq!(place.put(), Vec::<String>::new(), "once is enough");
    }
}
