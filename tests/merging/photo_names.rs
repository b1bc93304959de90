//! Photos that two laptops have added apart from each other, under one name.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use runsheet::{
    model::{FileName, NameKey, Photo, PhotoId, PixelSize},
    plan::{Plan, Trouble},
};

use super::{Choices, Edit, Event, Side, Uuid, all_of, all_theirs, empty, merge, merged};

/// Names that are one on some system, and others that are not.
const NAMES: [&str; 6] = [
    "IMG_0001.jpg",
    "img_0001.JPG",
    "IMG_0001 (2).jpg",
    "Caf\u{e9}.jpg",
    "cafe\u{301}.jpg",
    "合照.jpg",
];

fn photo(id: u128, name: usize, picture: u8) -> Photo {
    let file = FileName::try_from(NAMES[name].to_owned()).unwrap();
    let size = PixelSize {
        width: 3,
        height: 2,
    };
    let hash = blake3::hash(&[picture]).to_hex().to_string();
    let mut photo = Photo::new(file, hash, size);
    photo.id = PhotoId::from_uuid(Uuid::from_u128(id));
    photo
}

fn with(event: &Event, photos: &[Photo]) -> Event {
    let mut event = event.clone();
    for photo in photos {
        event.apply(&Edit::from(photo.clone())).unwrap();
    }
    event
}

/// Photos as one laptop adds them: none beside a name that is the same on some system, and each with a picture of its own.
fn added(first: u128, throws: &[(u64, usize, u8)], before: &[Photo]) -> Vec<Photo> {
    let mut all: Vec<Photo> = before.to_vec();
    for (id, name, picture) in throws {
        let one = photo(first + u128::from(*id) * 2, *name, *picture);
        let is_there = |other: &Photo| {
            other.id == one.id || other.file.key() == one.file.key() || other.hash == one.hash
        };
        if !all.iter().any(is_there) {
            all.push(one);
        }
    }
    all.split_off(before.len())
}

fn throws() -> impl Strategy<Value = Vec<(u64, usize, u8)>> {
    prop::collection::vec((any::<u64>(), 0..NAMES.len(), 0..8_u8), 0..6)
}

/// The pictures by the files in which they are: one each, whatever system it is on.
fn is_told_apart(event: &Event) -> Result<(), TestCaseError> {
    let mut pictures: BTreeMap<NameKey, BTreeSet<(&str, &str)>> = BTreeMap::new();
    for photo in &event.photos {
        let of = pictures.entry(photo.file.key()).or_default();
        of.insert((photo.file.as_str(), &photo.hash));
    }
    for of in pictures.values() {
        prop_assert_eq!(of.len(), 1, "{:?}", of);
    }
    let problems = Plan::of(event).problems;
    let is_same_file = |trouble: &Trouble| matches!(trouble, Trouble::SameFile(_));
    prop_assert!(!problems.iter().any(|one| is_same_file(&one.trouble)));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn no_two_pictures_have_one_file_whichever_side_is_ours(
        before in throws(), mine in throws(), other in throws(), knows_base in any::<bool>(),
    ) {
        let before = added(0, &before, &[]);
        let base = with(&empty(), &before);
        let ours = with(&base, &added(0, &mine, &before));
        let theirs = with(&base, &added(1, &other, &before));
        let (here, there) = if knows_base {
            (merged(&base, &ours, &theirs), merged(&base, &theirs, &ours))
        } else {
            let two = |one: &Event, other: &Event| merge(None, one.clone().into(), other.clone().into());
            (two(&ours, &theirs), two(&theirs, &ours))
        };
        prop_assert_eq!(all_theirs(&here), all_of(&there, Side::Ours));
        is_told_apart(here.event())?;
        is_told_apart(&all_theirs(&here))?;
        for photo in &base.photos {
            let now = here.event().photos.get(photo.id).unwrap();
            prop_assert!(!knows_base || now.file == photo.file, "what was there keeps its name");
        }
        // Each photo is what it was but for its file, and which have other names is told.
        let renamed = here.renamed(here.event());
        for photo in ours.photos.iter().chain(&theirs.photos) {
            let now = here.event().photos.get(photo.id).unwrap();
            let told = renamed.iter().find(|one| one.photo == photo.id);
            prop_assert_eq!(told.is_some(), now.file != photo.file);
            let as_it_was = Photo { file: photo.file.clone(), ..(**now).clone() };
            prop_assert_eq!(&as_it_was, &**photo);
        }
        // Merging what came of it once more changes nothing.
        let again = merged(&theirs, here.event(), here.event());
        prop_assert_eq!(again.event(), here.event());
        prop_assert_eq!(again.edit(&Choices::new()), None);
    }
}

#[test]
fn the_photo_that_was_added_first_keeps_its_name() {
    let base = empty();
    let (first, second) = (photo(2, 0, 1), photo(3, 0, 2));
    for (ours, theirs) in [(&first, &second), (&second, &first)] {
        let merged = merged(
            &base,
            &with(&base, std::slice::from_ref(ours)),
            &with(&base, std::slice::from_ref(theirs)),
        );
        assert!(
            merged
                .conflicts
                .iter()
                .all(|one| one.path.parts().len() < 2)
        );
        let name = |photo: &Photo| {
            merged
                .event()
                .photos
                .get(photo.id)
                .unwrap()
                .file
                .to_string()
        };
        assert_eq!(name(&first), "IMG_0001.jpg");
        assert_eq!(name(&second), "IMG_0001 (2).jpg");
    }
}

#[test]
fn one_picture_that_both_have_added_has_one_file() {
    let base = empty();
    let (first, second) = (photo(2, 0, 1), photo(3, 1, 1));
    let merged = merged(&base, &with(&base, &[first]), &with(&base, &[second]));
    let files: BTreeSet<_> = (merged.event().photos.iter())
        .map(|photo| photo.file.as_str())
        .collect();
    assert_eq!(files, BTreeSet::from(["IMG_0001.jpg"]));
}

#[test]
fn what_an_older_program_has_left_is_a_clash_that_can_be_mended() {
    let mut event = with(&empty(), &[photo(2, 0, 1), photo(3, 1, 2), photo(4, 2, 3)]);
    let plan = Plan::of(&event);
    let clash = |plan: &Plan| {
        let mut all = plan.problems.iter();
        all.find(|one| matches!(one.trouble, Trouble::SameFile(_)))
            .cloned()
    };
    let problem = clash(&plan).unwrap();
    let mend = problem.mend(&event, &plan).unwrap();
    event.apply(&mend.edit(&event, &plan).unwrap()).unwrap();
    assert_eq!(clash(&Plan::of(&event)), None);
    let id = PhotoId::from_uuid(Uuid::from_u128(3));
    let file = &event.photos.get(id).unwrap().file;
    assert_eq!(file.as_str(), "img_0001 (3).JPG");
}
