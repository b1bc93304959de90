//! `runsheet photos add` is killed: whatever moment that is, the event has what it names, and the next one clears up.
#![cfg(unix)]

use std::{
    collections::BTreeSet,
    fs,
    process::{Child, Stdio},
};

use runsheet::{
    photo::{self, Added, Adding},
    store::Folder,
};

use super::{Desk, opened};
use crate::{photo_files::jpeg, support::desk::kept_in};

/// How often it is killed.
const KILLS: u64 = 30;

/// How many pictures it adds.
const PICTURES: u32 = 20;

/// Numbers at random below what is asked, the same for the same seed.
fn dice(mut seed: u64) -> impl FnMut(usize) -> usize {
    move |most| {
        // SplitMix64.
        seed = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = seed;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) as usize % most
    }
}

/// What is in the folder of photos, hidden or not.
fn names(folder: &Folder) -> BTreeSet<String> {
    let entries = fs::read_dir(folder.photos()).into_iter().flatten();
    let names = entries.map(|entry| entry.unwrap().file_name());
    names.map(|name| name.into_string().unwrap()).collect()
}

/// What the event names.
fn named(folder: &Folder) -> BTreeSet<String> {
    let event = opened(folder).event;
    let files = event.photos.iter().map(|photo| photo.file.to_string());
    files.collect()
}

/// Waits until so many files are in the folder of photos, or the program has ended.
fn wait_for(child: &mut Child, folder: &Folder, files: usize) {
    while names(folder).len() < files && child.try_wait().unwrap().is_none() {
        std::thread::yield_now();
    }
}

#[test]
fn a_kill_leaves_nothing_that_the_next_addition_does_not_clear_away() {
    let desk = Desk::new();
    let pictures: Vec<Vec<u8>> = (0..PICTURES).map(|it| jpeg(40 + it, 30)).collect();
    for (number, picture) in pictures.iter().enumerate() {
        desk.file(&format!("card/DSC_{number}.jpg"), picture);
    }
    desk.file("last.jpg", jpeg(200, 30));
    let program = env!("CARGO_BIN_EXE_runsheet");
    let (mut left_over, mut whole) = (0, 0);
    for seed in 0..KILLS {
        let mut below = dice(seed);
        let folder = desk.small();
        let mut command = desk.command(program, &["photos", "add", "small", "card"]);
        let quiet = command.stdout(Stdio::null()).stderr(Stdio::null());
        let mut child = quiet.spawn().unwrap();
        // At a state of the folder, and then at a moment of what the program does there.
        wait_for(&mut child, &folder, below(PICTURES as usize + 2));
        for _ in 0..below(20_000) {
            std::hint::spin_loop();
        }
        child.kill().unwrap();
        child.wait().unwrap();
        let (found, has) = (names(&folder), named(&folder));
        assert!(has.is_subset(&found), "seed {seed}: {has:?} in {found:?}");
        for name in found.iter().filter(|name| !name.starts_with('.')) {
            let bytes = fs::read(folder.photos().join(name)).unwrap();
            assert!(pictures.contains(&bytes), "seed {seed}: {name} is whole");
        }
        left_over += usize::from(found != has);
        whole += usize::from(has.len() == PICTURES as usize);
        let mine = folder.photos().join("mine.jpg");
        fs::create_dir_all(folder.photos()).unwrap();
        fs::write(&mine, &pictures[0]).unwrap();
        desk.run(&["photos", "add", "small", "last.jpg"])
            .went_well();
        let mut expected = named(&folder);
        assert_eq!(expected.len(), has.len() + 1, "seed {seed}");
        // What a person has put there stays, whatever its bytes.
        expected.insert("mine.jpg".to_owned());
        assert_eq!(names(&folder), expected, "seed {seed}");
        let notes = fs::read_dir(desk.data.path().join("runsheet/adding")).unwrap();
        let is_empty = |entry: fs::DirEntry| entry.metadata().unwrap().len() == 0;
        assert!(notes.map(Result::unwrap).all(is_empty), "seed {seed}");
        fs::remove_dir_all(folder.path()).unwrap();
    }
    assert!(left_over >= 3, "only {left_over} of {KILLS} left something");
    assert!(whole < KILLS as usize, "each was done before it was killed");
}

#[test]
fn a_copy_whose_picture_is_gone_is_told_and_can_be_added() {
    let desk = Desk::new();
    let folder = desk.small();
    // As an addition that was killed leaves it.
    let notes = desk.data.path().join("runsheet/adding");
    let adding = Adding::begin(&notes, &folder.photos()).unwrap();
    let mut copies = Vec::new();
    for number in 0..3 {
        let picture = desk.file(&format!("card/DSC_{number}.jpg"), jpeg(40 + number, 30));
        let added = photo::add_noted(
            &picture,
            &folder.photos(),
            &|_| None,
            &|_| false,
            Some(&adding),
        );
        let Added::New(photo) = added.unwrap() else {
            panic!("it is new");
        };
        copies.push(photo.file.to_string());
    }
    drop(adding);
    fs::remove_dir_all(desk.path("card")).unwrap();
    desk.file("last.jpg", jpeg(200, 30));
    let said = desk.run(&["photos", "add", "small", "last.jpg"]);
    assert_eq!(said.status, 0, "{}", said.err);
    assert_eq!(said.err.lines().count(), copies.len(), "{}", said.err);
    for name in &copies {
        assert!(said.err.contains(name.as_str()), "{}", said.err);
        assert!(folder.photos().join(name).is_file());
    }
    let paths: Vec<String> = copies
        .iter()
        .map(|it| format!("small/photos/{it}"))
        .collect();
    let mut arguments = vec!["photos", "add", "small"];
    arguments.extend(paths.iter().map(String::as_str));
    let added = desk.run(&arguments);
    assert_eq!(added.status, 0, "{}", added.err);
    assert_eq!(named(&folder), names(&folder));
    desk.file("another.jpg", jpeg(210, 30));
    desk.run(&["photos", "add", "small", "another.jpg"])
        .went_well();
    assert_eq!(named(&folder), names(&folder));
}

#[test]
fn the_window_clears_away_what_an_addition_has_left() {
    let desk = Desk::new();
    let folder = desk.small();
    let data = desk.data.path().join("runsheet");
    let adding = Adding::begin(&data.join("adding"), &folder.photos()).unwrap();
    for (name, width) in [("a.jpg", 40), ("b.jpg", 41)] {
        let picture = desk.file(name, jpeg(width, 30));
        photo::add_noted(
            &picture,
            &folder.photos(),
            &|_| None,
            &|_| false,
            Some(&adding),
        )
        .unwrap();
    }
    drop(adding);
    fs::remove_file(desk.path("b.jpg")).unwrap();
    let window = kept_in(&data, Some(folder.path()));
    assert_eq!(names(&folder), BTreeSet::from(["b.jpg".to_owned()]));
    let labels = window.labels();
    let told = labels.iter().filter(|it| it.contains("b.jpg"));
    assert!(told.count() > 0, "{labels:?}");
}
