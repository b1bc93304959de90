//! Picture files: what is taken, what is refused and why, and the copy in the event's folder.

mod adding;
mod held_back;
mod places;
mod replaced;
mod small;

use std::{
    fs,
    io::Cursor,
    path::{Path, PathBuf},
};

use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use jiff::civil::datetime;
use runsheet::{
    model::{FileName, Photo, PhotoId, PixelSize},
    photo::{self, Added, Format, PhotoError},
    words::{Tongue, Words},
};

/// A picture whose quarters are red, green, blue and white, in the order of reading.
fn quarters(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        Rgb(match (x < width / 2, y < height / 2) {
            (true, true) => [250, 0, 0],
            (false, true) => [0, 250, 0],
            (true, false) => [0, 0, 250],
            (false, false) => [250, 250, 250],
        })
    })
}

pub fn encoded(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

pub fn jpeg(width: u32, height: u32) -> Vec<u8> {
    encoded(&quarters(width, height).into(), ImageFormat::Jpeg)
}

/// A JPEG with an EXIF block as a camera writes it: how it was held, and when.
fn shot(width: u32, height: u32, orientation: u16, taken: &str) -> Vec<u8> {
    let mut exif = b"Exif\0\0MM\0*\0\0\0\x08".to_vec();
    // The first directory: the orientation, and where the second is.
    exif.extend(2_u16.to_be_bytes());
    exif.extend([0x01, 0x12, 0, 3, 0, 0, 0, 1]);
    exif.extend(orientation.to_be_bytes());
    exif.extend([0, 0]);
    exif.extend([0x87, 0x69, 0, 4, 0, 0, 0, 1, 0, 0, 0, 38]);
    exif.extend([0; 4]);
    // The second: when.
    exif.extend(1_u16.to_be_bytes());
    exif.extend([0x90, 0x03, 0, 2, 0, 0, 0, 20, 0, 0, 0, 56]);
    exif.extend([0; 4]);
    exif.extend(taken.as_bytes());
    exif.push(0);
    let length = u16::try_from(exif.len() + 2).unwrap();
    let plain = jpeg(width, height);
    [
        &plain[..2],
        &[0xff, 0xe1],
        &length.to_be_bytes(),
        &exif,
        &plain[2..],
    ]
    .concat()
}

/// The photo whose picture a file holds.
pub fn photo_in(path: &Path) -> Photo {
    let bytes = fs::read(path).unwrap();
    let file = FileName::try_from("a.jpg".to_owned()).unwrap();
    let size = PixelSize {
        width: 1,
        height: 1,
    };
    Photo::new(file, blake3::hash(&bytes).to_hex().to_string(), size)
}

struct Desk {
    temp: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        let temp = tempfile::tempdir().unwrap();
        fs::create_dir(temp.path().join("event")).unwrap();
        Self { temp }
    }

    fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.temp.path().join("card").join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, bytes).unwrap();
        path
    }

    fn photos(&self) -> PathBuf {
        self.temp.path().join("event/photos")
    }

    fn add(&self, path: &Path) -> Result<Photo, PhotoError> {
        match photo::add(path, &self.photos(), &|_| None, &|_| false)? {
            Added::New(photo) => Ok(photo),
            Added::AlreadyHere(_) => panic!("nothing is here"),
        }
    }

    /// The names of what is in the folder of photos.
    fn names(&self) -> Vec<String> {
        let Ok(entries) = fs::read_dir(self.photos()) else {
            return Vec::new();
        };
        let mut names: Vec<_> = entries
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }
}

fn is_a_sentence_about(error: &PhotoError, name: &str) {
    for tongue in Tongue::ALL {
        let sentence = error.sentence(Words::new(tongue));
        assert!(sentence.contains(name), "{sentence}");
        assert!(!sentence.contains('\n'), "{sentence}");
        assert!(!sentence.starts_with("photos-"), "{sentence}");
    }
}

#[test]
fn a_shot_is_told_with_its_time_and_its_size_upright() {
    let desk = Desk::new();
    let bytes = shot(80, 60, 6, "2025:06:03 09:41:12");
    let path = desk.file("DSC_4012.JPG", &bytes);
    let found = photo::look(&path).unwrap();
    assert_eq!(found.taken, Some(datetime(2025, 6, 3, 9, 41, 12, 0)));
    assert_eq!(
        found.size,
        PixelSize {
            width: 60,
            height: 80
        }
    );
    assert_eq!(found.format, Format::Jpeg);
    assert_eq!(found.hash, blake3::hash(&bytes).to_hex().as_str());

    let unset = desk.file("unset.jpg", shot(80, 60, 1, "0000:00:00 00:00:00"));
    let found = photo::look(&unset).unwrap();
    assert_eq!(found.taken, None);
    assert_eq!(
        found.size,
        PixelSize {
            width: 80,
            height: 60
        }
    );
}

#[test]
fn every_format_is_known_by_its_bytes_and_not_by_its_name() {
    let desk = Desk::new();
    let picture = DynamicImage::from(quarters(40, 30));
    for (kind, format) in [
        (ImageFormat::Jpeg, Format::Jpeg),
        (ImageFormat::Png, Format::Png),
        (ImageFormat::WebP, Format::WebP),
        (ImageFormat::Tiff, Format::Tiff),
        (ImageFormat::Gif, Format::Gif),
        (ImageFormat::Bmp, Format::Bmp),
    ] {
        let path = desk.file("picture.jpg", encoded(&picture, kind));
        let found = photo::look(&path).unwrap();
        assert_eq!(found.format, format);
        assert_eq!(
            found.size,
            PixelSize {
                width: 40,
                height: 30
            }
        );
        let small = photo::thumbnail(&path, 20).unwrap();
        assert_eq!(small.dimensions(), (20, 15), "{format:?}");
    }
}

#[test]
fn what_is_cut_off_is_refused() {
    let desk = Desk::new();
    let picture = DynamicImage::from(quarters(200, 150));
    for format in [
        ImageFormat::Jpeg,
        ImageFormat::Png,
        ImageFormat::WebP,
        ImageFormat::Tiff,
        ImageFormat::Gif,
        ImageFormat::Bmp,
    ] {
        let bytes = encoded(&picture, format);
        for kept in [bytes.len() / 2, bytes.len() * 9 / 10, bytes.len() - 3] {
            let name = format!("cut {kept}.{}", format.extensions_str()[0]);
            let path = desk.file(&name, &bytes[..kept]);
            // Three bytes less are three bytes of a tail that some formats can do without.
            let added = desk.add(&path);
            if let Err(error) = added {
                assert!(
                    matches!(error, PhotoError::Truncated(_) | PhotoError::Damaged(_)),
                    "{error}"
                );
                is_a_sentence_about(&error, &name);
            } else {
                assert_eq!(kept, bytes.len() - 3, "{name}");
                let has_a_tail = [ImageFormat::Gif, ImageFormat::Png, ImageFormat::Tiff];
                assert!(has_a_tail.contains(&format), "{name}");
                fs::remove_dir_all(desk.photos()).unwrap();
            }
        }
    }
    let path = desk.file("cut.jpg", &jpeg(200, 150)[..2000]);
    assert_eq!(desk.add(&path), Err(PhotoError::Truncated(path.clone())));
    assert_eq!(desk.names(), [""; 0]);
}

#[test]
fn what_is_no_picture_is_refused_with_what_to_do() {
    let desk = Desk::new();
    let heic = desk.file("IMG_0001.HEIC", b"\0\0\0\x24ftypheic\0\0\0\0mif1heic");
    assert_eq!(
        desk.add(&heic),
        Err(PhotoError::Foreign(heic.clone(), "HEIC"))
    );
    let error = desk.add(&heic).unwrap_err();
    is_a_sentence_about(&error, "IMG_0001.HEIC");
    assert!(
        error
            .sentence(Words::default())
            .contains("export it as JPEG")
    );

    for (name, bytes) in [
        ("letter.jpg", &b"Dear Sir"[..]),
        ("empty.jpg", b""),
        ("mark.jpg", b"\xff\xd8\xff"),
        ("sign.png", b"\x89PNG\r\n\x1a\n"),
        ("zeros.jpg", &[0; 4096]),
        ("head.webp", b"RIFF\0\0\0\0WEBP"),
        ("head.tif", b"II*\0\xff\xff\xff\xff"),
        ("head.gif", b"GIF89a"),
        ("head.bmp", b"BM"),
    ] {
        let path = desk.file(name, bytes);
        is_a_sentence_about(&desk.add(&path).unwrap_err(), name);
        is_a_sentence_about(&photo::thumbnail(&path, 512).unwrap_err(), name);
    }
    let nowhere = desk.temp.path().join("nowhere.jpg");
    is_a_sentence_about(&desk.add(&nowhere).unwrap_err(), "nowhere.jpg");
    is_a_sentence_about(
        &desk.add(desk.temp.path()).unwrap_err(),
        desk.temp.path().to_str().unwrap(),
    );
    assert_eq!(desk.names(), [""; 0]);
}

#[test]
fn a_picture_of_65535_pixels_is_refused_before_it_is_decoded() {
    let desk = Desk::new();
    let mut huge_jpeg = jpeg(64, 64);
    let frame = huge_jpeg
        .windows(4)
        .position(|bytes| bytes == [0xff, 0xc0, 0, 17])
        .unwrap();
    huge_jpeg[frame + 5..frame + 9].copy_from_slice(&[0xff; 4]);
    let wide = RgbImage::new(65_535, 2);
    for (name, bytes) in [
        ("huge.jpg", huge_jpeg),
        ("wide.jpg", encoded(&wide.clone().into(), ImageFormat::Jpeg)),
        ("wide.png", encoded(&wide.into(), ImageFormat::Png)),
    ] {
        let path = desk.file(name, bytes);
        for error in [
            desk.add(&path).unwrap_err(),
            photo::thumbnail(&path, 512).map(drop).unwrap_err(),
        ] {
            assert!(
                matches!(error, PhotoError::TooManyPixels { width: 65_535, .. }),
                "{error}"
            );
            is_a_sentence_about(&error, "65535");
        }
    }
    assert_eq!(desk.names(), [""; 0]);
}

#[test]
fn no_damage_to_a_file_is_more_than_an_error() {
    let desk = Desk::new();
    let have = |_: &str| None::<PhotoId>;
    let mut seed = 0x2545_f491_4f6c_dd1d_u64;
    let mut next = move |below: usize| {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        usize::try_from(seed % below as u64).unwrap()
    };
    let picture = DynamicImage::from(quarters(64, 48));
    let mut sources: Vec<_> = [
        ImageFormat::Png,
        ImageFormat::WebP,
        ImageFormat::Tiff,
        ImageFormat::Gif,
        ImageFormat::Bmp,
    ]
    .map(|format| encoded(&picture, format))
    .into();
    sources.push(shot(64, 48, 6, "2025:06:03 09:41:12"));
    let mut outcomes = [0; 2];
    for round in 0..600 {
        let mut bytes = sources[round % sources.len()].clone();
        let near = if round % 2 == 0 {
            bytes.len()
        } else {
            bytes.len().min(200)
        };
        for _ in 0..=next(4) {
            let at = next(near);
            bytes[at] = u8::try_from(next(256)).unwrap();
        }
        let path = desk.file("damaged.jpg", &bytes);
        let fine = photo::add(&path, &desk.photos(), &have, &|_| false).is_ok()
            && photo::thumbnail(&path, 32).is_ok_and(|small| small.width() <= 32);
        outcomes[usize::from(fine)] += 1;
    }
    assert!(outcomes[0] > 50 && outcomes[1] > 50, "{outcomes:?}");
}
