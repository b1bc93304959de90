//! Photos stand on paper as drawings of their own: no picture is shown in another's place.

use std::{io::Cursor, sync::Arc};

use runsheet::{
    model::{Event, EventId, FileName, Photo, PixelSize},
    print::{Job, Pages, Paper, Pictures, Typesetter},
};

use super::job;

/// Pictures of one size and of this colour.
struct Plain([u8; 3]);

impl Pictures for Plain {
    fn picture(&self, _: &Photo, _: u32) -> Option<Arc<Vec<u8>>> {
        let mut bytes = Cursor::new(Vec::new());
        let picture = image::RgbImage::from_pixel(300, 200, image::Rgb(self.0));
        picture
            .write_to(&mut bytes, image::ImageFormat::Jpeg)
            .unwrap();
        Some(Arc::new(bytes.into_inner()))
    }
}

/// An event with one photo.
fn with_photo() -> Event {
    let mut event = Event::empty(EventId::new());
    let size = PixelSize {
        width: 300,
        height: 200,
    };
    let photo = Photo::new(
        FileName::try_from("a.jpg".to_owned()).unwrap(),
        "0".repeat(64),
        size,
    );
    event.apply(&photo.into()).unwrap();
    event
}

/// The photo sheet of one photo without a caption, in one piece or in chunks.
fn sheet(event: &Event, colour: [u8; 3], in_chunks: bool) -> Pages {
    let job = Job {
        pictures: Arc::new(Plain(colour)),
        ..job(event, Paper::PhotoSheet, "en")
    };
    let typesetter = Typesetter::new();
    let typesetter = if in_chunks {
        typesetter.in_chunks_of(1)
    } else {
        typesetter
    };
    typesetter.typeset(&job).unwrap()
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
    let event = with_photo();
    for in_chunks in [false, true] {
        let red = sheet(&event, [220, 0, 0], in_chunks);
        let (reds, blues) = reds_and_blues(&red);
        assert!(reds > 1000 && blues == 0, "{reds} {blues}");
        // The same place, name, size and alternative text, shortly after.
        let blue = sheet(&event, [0, 0, 220], in_chunks);
        let (reds, blues) = reds_and_blues(&blue);
        assert!(reds == 0 && blues > 1000, "{reds} {blues}");
        assert!(!red.is_same_page(0, &blue), "its picture is drawn anew");
    }
}
