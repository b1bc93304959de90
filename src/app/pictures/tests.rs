use std::{path::PathBuf, time::Duration};

use super::*;
use crate::{app::inbox::Inbox, model::PixelSize, ui::Pictures as _};

#[test]
fn a_fault_in_one_picture_costs_that_picture_alone() {
    let ctx = Context::default();
    let inbox = Inbox::new(ctx.clone());
    let mut pictures = Pictures::new(ctx, inbox.outbox());
    pictures.set_home(Some(Home::Draft(PathBuf::from("draft"))));
    pictures.make = |_, file, width, _| {
        assert!(!file.as_str().starts_with("bad"), "a fault of the program");
        Ok(RgbaImage::new(width, 1))
    };
    let size = PixelSize {
        width: 60,
        height: 40,
    };
    let names: Vec<String> = (0..12)
        .map(|n| format!("{} {n}.jpg", if n % 3 == 0 { "bad" } else { "good" }))
        .collect();
    let photo = |name: &String| {
        let file = FileName::try_from(name.clone()).unwrap();
        Photo::new(file, name.clone(), size)
    };
    let photos: Vec<Photo> = names.iter().map(photo).collect();
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

/// Held while a folder does not answer.
static HANGS: Mutex<()> = Mutex::new(());

#[test]
fn photos_in_a_folder_that_hangs_hold_up_no_page_and_no_other_event() {
    const LONG: Duration = Duration::from_secs(30);
    let ctx = Context::default();
    let inbox = Inbox::new(ctx.clone());
    let mut pictures = Pictures::new(ctx, inbox.outbox());
    pictures.make = |home, _, width, _| {
        if home.path().is_none() && home.photos().starts_with("hangs") {
            drop(HANGS.lock());
        }
        Ok(RgbaImage::new(width, 1))
    };
    let size = PixelSize {
        width: 60,
        height: 40,
    };
    let photo = |name: String| {
        let file = FileName::try_from(name.clone()).unwrap();
        Photo::new(file, name, size)
    };
    let hangs = HANGS.lock().unwrap();
    pictures.set_home(Some(Home::Draft(PathBuf::from("hangs"))));
    for n in 0..64 {
        pictures.thumb(&photo(format!("far {n}.jpg")), 96);
    }
    // What draws pages and typesets.
    let (tell, told) = std::sync::mpsc::channel();
    rayon::spawn(move || tell.send(()).unwrap());
    assert!(told.recv_timeout(LONG).is_ok(), "pages wait for photos");
    pictures.set_home(Some(Home::Draft(PathBuf::from("answers"))));
    let near = photo("near.jpg".into());
    pictures.thumb(&near, 96);
    let begun = std::time::Instant::now();
    while matches!(pictures.thumb(&near, 96), Thumb::Coming) {
        assert!(begun.elapsed() < LONG, "one event waits for another");
        for finished in inbox.take() {
            if let Finished::Thumb { key, result } = finished {
                pictures.put_thumb(&key, result);
            }
        }
        std::thread::sleep(Duration::from_millis(2));
    }
    drop(hangs);
}
