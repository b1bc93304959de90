//! Photos that are read off the frame.

use std::{path::PathBuf, sync::Mutex, time::Duration};

use super::*;
use crate::{app::inbox::Inbox, model::PixelSize, ui::Pictures as _};

/// Pictures of an event that was never saved, and where those arrive that are read.
fn pictures() -> (Inbox, Pictures) {
    let ctx = Context::default();
    let inbox = Inbox::new(ctx.clone());
    let mut pictures = Pictures::new(ctx, inbox.outbox());
    pictures.set_home(Some(Home::Draft(PathBuf::from("draft"))));
    (inbox, pictures)
}

/// A photo of this name, which is its hash as well.
fn photo(name: &str) -> Photo {
    let file = FileName::try_from(name.to_owned()).unwrap();
    let size = PixelSize {
        width: 60,
        height: 40,
    };
    Photo::new(file, name.to_owned(), size)
}

/// Takes in what was read.
fn take(inbox: &Inbox, pictures: &mut Pictures) {
    for finished in inbox.take() {
        if let Finished::Thumb { key, result } = finished {
            pictures.put_thumb(&key, result);
        }
    }
}

#[test]
fn a_fault_in_one_picture_costs_that_picture_alone() {
    let (inbox, mut pictures) = pictures();
    pictures.readers.make = |_, file, width, _| {
        assert!(!file.as_str().starts_with("bad"), "a fault of the program");
        Ok(RgbaImage::new(width, 1))
    };
    let names: Vec<String> = (0..12)
        .map(|n| format!("{} {n}.jpg", if n % 3 == 0 { "bad" } else { "good" }))
        .collect();
    let photos: Vec<Photo> = names.iter().map(|name| photo(name)).collect();
    for photo in &photos {
        assert!(matches!(pictures.thumb(photo, 96), Thumb::Coming));
    }
    let mut left = photos.len();
    while left > 0 {
        for finished in inbox.take() {
            let Finished::Thumb { key, result } = finished else {
                panic!("nothing else was asked for");
            };
            pictures.put_thumb(&key, result);
            left -= 1;
        }
        std::thread::sleep(Duration::from_millis(2));
    }
    let sentence = Words::default().t("app-work-broke");
    for (photo, name) in photos.iter().zip(&names) {
        match pictures.thumb(photo, 96) {
            Thumb::Ready(..) => assert!(name.starts_with("good"), "{name}"),
            Thumb::Failed(why) => {
                assert!(name.starts_with("bad"), "{name}");
                assert_eq!(why, sentence);
            }
            Thumb::Coming => panic!("{name} never comes"),
        }
    }
}

#[test]
fn a_picture_that_could_not_be_read_is_read_again_while_it_is_looked_at() {
    use std::sync::atomic::{AtomicU32, Ordering};
    static READ: AtomicU32 = AtomicU32::new(0);
    let (inbox, mut pictures) = pictures();
    pictures.readers.again = Duration::ZERO;
    pictures.readers.make = |_, _, width, _| match READ.fetch_add(1, Ordering::Relaxed) {
        0 => Err("too many files are open".to_owned()),
        _ => Ok(RgbaImage::new(width, 1)),
    };
    let photo = photo("a.jpg");
    let mut has_failed = false;
    loop {
        match pictures.thumb(&photo, 96) {
            Thumb::Coming => assert!(!has_failed, "what is known stays to be seen"),
            Thumb::Failed(_) => has_failed = true,
            Thumb::Ready(..) => break,
        }
        take(&inbox, &mut pictures);
        std::thread::sleep(Duration::from_millis(2));
    }
    assert!(has_failed);
}

/// Held while a folder does not answer.
static HANGS: Mutex<()> = Mutex::new(());

#[test]
fn photos_in_a_folder_that_hangs_hold_up_no_page_and_no_other_event() {
    const LONG: Duration = Duration::from_mins(4);
    let (inbox, mut pictures) = pictures();
    pictures.readers.make = |home, _, width, _| {
        if home.path().is_none() && home.photos().starts_with("hangs") {
            drop(HANGS.lock());
        }
        Ok(RgbaImage::new(width, 1))
    };
    let hangs = HANGS.lock().unwrap();
    pictures.set_home(Some(Home::Draft(PathBuf::from("hangs"))));
    for n in 0..64 {
        pictures.thumb(&photo(&format!("far {n}.jpg")), 96);
    }
    // What draws pages and typesets.
    let (tell, told) = std::sync::mpsc::channel();
    rayon::spawn(move || tell.send(()).unwrap());
    assert!(told.recv_timeout(LONG).is_ok(), "pages wait for photos");
    pictures.set_home(Some(Home::Draft(PathBuf::from("answers"))));
    let near = photo("near.jpg");
    pictures.thumb(&near, 96);
    let begun = std::time::Instant::now();
    while matches!(pictures.thumb(&near, 96), Thumb::Coming) {
        assert!(begun.elapsed() < LONG, "one event waits for another");
        take(&inbox, &mut pictures);
        std::thread::sleep(Duration::from_millis(2));
    }
    drop(hangs);
}
