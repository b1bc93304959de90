//! Pictures made small, for the window and for paper.

use image::{DynamicImage, ImageFormat, Rgba, RgbaImage};
use runsheet::photo;

use super::{Desk, encoded, jpeg, photo_in, quarters, shot};

/// The colour in the middle of each quarter, in the order of reading, as the letter of its strongest channel.
fn seen(picture: &RgbaImage) -> String {
    let (width, height) = picture.dimensions();
    [(1, 1), (3, 1), (1, 3), (3, 3)]
        .into_iter()
        .map(|(x, y)| {
            let Rgba([r, g, b, a]) = *picture.get_pixel(width * x / 4, height * y / 4);
            assert_eq!(a, 255);
            match (r > 128, g > 128, b > 128) {
                (true, false, false) => 'r',
                (false, true, false) => 'g',
                (false, false, true) => 'b',
                (true, true, true) => 'w',
                _ => '?',
            }
        })
        .collect()
}

#[test]
fn a_thumbnail_stands_upright_and_is_no_larger_than_asked() {
    let desk = Desk::new();
    for (orientation, size, order) in [
        (1, (120, 80), "rgbw"),
        (2, (120, 80), "grwb"),
        (3, (120, 80), "wbgr"),
        (4, (120, 80), "bwrg"),
        (5, (80, 120), "rbgw"),
        (6, (80, 120), "brwg"),
        (7, (80, 120), "wgbr"),
        (8, (80, 120), "gwrb"),
    ] {
        let bytes = shot(1200, 800, orientation, "2025:06:03 09:41:12");
        let path = desk.file("a.jpg", bytes);
        let small = photo::thumbnail(&path, 120).unwrap();
        assert_eq!(small.dimensions(), size, "{orientation}");
        assert_eq!(seen(&small), order, "{orientation}");
    }
    let path = desk.file("small.jpg", jpeg(30, 20));
    assert_eq!(photo::thumbnail(&path, 512).unwrap().dimensions(), (30, 20));
    assert_eq!(photo::thumbnail(&path, 0).unwrap().dimensions(), (1, 1));
}

#[test]
fn a_grey_or_transparent_picture_is_shown_as_it_is() {
    let desk = Desk::new();
    let grey = DynamicImage::from(quarters(400, 300)).to_luma8();
    let path = desk.file("grey.jpg", encoded(&grey.into(), ImageFormat::Jpeg));
    let small = photo::thumbnail(&path, 100).unwrap();
    assert_eq!(small.dimensions(), (100, 75));
    let Rgba([r, g, b, _]) = *small.get_pixel(75, 60);
    assert!(r > 240 && r == g && g == b);

    let glass = RgbaImage::from_pixel(200, 100, Rgba([0, 0, 0, 0]));
    let path = desk.file("glass.png", encoded(&glass.into(), ImageFormat::Png));
    assert_eq!(
        photo::thumbnail(&path, 50).unwrap().get_pixel(20, 10).0[3],
        0
    );
    let paper = photo::for_paper(&path, &photo_in(&path), 50).unwrap();
    let paper = image::load_from_memory(&paper).unwrap().to_rgb8();
    assert!(
        paper.get_pixel(20, 10).0.iter().all(|&c| c > 250),
        "paper is white"
    );
}

#[test]
fn a_picture_for_paper_is_the_same_each_time() {
    let desk = Desk::new();
    let path = desk.file("a.jpg", shot(1200, 800, 6, "2025:06:03 09:41:12"));
    let photo = photo_in(&path);
    let first = photo::for_paper(&path, &photo, 300).unwrap();
    assert_eq!(first, photo::for_paper(&path, &photo, 300).unwrap());
    let read = image::load_from_memory(&first).unwrap();
    assert_eq!((read.width(), read.height()), (200, 300));
    assert_eq!(seen(&read.to_rgba8()), "brwg");
}
