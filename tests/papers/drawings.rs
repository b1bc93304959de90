//! Photos stand on paper as drawings of their own: no picture is shown in another's place.

use std::{io::Cursor, sync::Arc};

use runsheet::{
    model::{Event, EventId, FileName, Photo, PixelSize},
    print::{Job, Pages, Paper, Pictures, Typesetter},
};

use super::job;

/// Pictures of one size, of the colour that their file is called by.
struct Plain;

impl Pictures for Plain {
    fn picture(&self, photo: &Photo, _: u32) -> Option<Arc<Vec<u8>>> {
        let colour = match photo.file.as_str() {
            "red.jpg" => [220, 0, 0],
            _ => [0, 0, 220],
        };
        let mut bytes = Cursor::new(Vec::new());
        let picture = image::RgbImage::from_pixel(300, 200, image::Rgb(colour));
        picture
            .write_to(&mut bytes, image::ImageFormat::Jpeg)
            .unwrap();
        Some(Arc::new(bytes.into_inner()))
    }
}

/// The photo sheet of one photo without a caption.
fn sheet(file: &str) -> Pages {
    let mut event = Event::empty(EventId::new());
    let size = PixelSize {
        width: 300,
        height: 200,
    };
    let photo = Photo::new(
        FileName::try_from(file.to_owned()).unwrap(),
        "0".repeat(64),
        size,
    );
    event.apply(&photo.into()).unwrap();
    let job = Job {
        pictures: Arc::new(Plain),
        ..job(&event, Paper::PhotoSheet, "en")
    };
    Typesetter::new().typeset(&job).unwrap()
}

/// How many pixels of a page are of a colour that only a picture has.
fn reds_and_blues(pages: &Pages) -> (usize, usize) {
    let picture = pages.render(0, 0.5);
    let count = |is: fn(&[u8; 4]) -> bool| picture.pixels().filter(|pixel| is(&pixel.0)).count();
    (
        count(|[r, g, b, _]| *r > 200 && *g < 40 && *b < 40),
        count(|[r, g, b, _]| *b > 200 && *g < 40 && *r < 40),
    )
}

#[test]
fn a_picture_of_the_same_size_and_words_is_another_picture() {
    let (reds, blues) = reds_and_blues(&sheet("red.jpg"));
    assert!(reds > 1000 && blues == 0, "{reds} {blues}");
    // The same place, size and alternative text, shortly after.
    let (reds, blues) = reds_and_blues(&sheet("blue.jpg"));
    assert!(reds == 0 && blues > 1000, "{reds} {blues}");
    let pdf = |file| sheet(file).pdf().unwrap();
    assert_ne!(pdf("red.jpg"), pdf("blue.jpg"));
}
