//! Picture files that are small and ask for much: pixels, memory, scans, metadata that leads elsewhere. Each is refused
//! with its sentence or read within the limits.

use std::{path::Path, process::Command};

use image::{DynamicImage, ImageFormat, RgbImage};
use runsheet::{
    model::PixelSize,
    photo::{self, PhotoError, limits},
    words::{Tongue, Words},
};

use super::readers::crc;

/// A picture of one format, 64 by 48 pixels.
fn plain(format: ImageFormat) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    let picture = RgbImage::from_fn(64, 48, |x, y| image::Rgb([x as u8, y as u8, 99]));
    DynamicImage::from(picture)
        .write_to(&mut bytes, format)
        .unwrap();
    bytes.into_inner()
}

/// What every way of reading a picture says of these bytes. A fault has its sentence in each language.
fn looked_at(name: &str, bytes: &[u8]) -> [Result<PixelSize, PhotoError>; 2] {
    let path = Path::new(name);
    let size = |width, height| PixelSize { width, height };
    let small = photo::thumbnail_of(bytes, path, 32);
    let read = [
        photo::look_at(bytes, path).map(|shot| shot.size),
        small.map(|small| size(small.width(), small.height())),
    ];
    for error in read.iter().filter_map(|read| read.as_ref().err()) {
        for tongue in Tongue::ALL {
            let sentence = error.sentence(Words::new(tongue));
            assert!(sentence.contains(name), "{sentence}");
        }
    }
    read
}

/// One chunk of a PNG, with its check sum.
fn chunk(kind: &[u8], body: &[u8]) -> Vec<u8> {
    let said = [kind, body].concat();
    let length = u32::try_from(body.len()).unwrap().to_be_bytes();
    [&length[..], &said, &crc(&said).to_be_bytes()].concat()
}

/// A PNG of these pixels and colours, with these chunks behind its head.
fn png(width: u32, height: u32, depth: u8, colours: u8, chunks: &[Vec<u8>]) -> Vec<u8> {
    let size = [width.to_be_bytes(), height.to_be_bytes()].concat();
    let head = chunk(b"IHDR", &[&size[..], &[depth, colours, 0, 0, 0]].concat());
    [
        b"\x89PNG\r\n\x1a\n".to_vec(),
        head,
        chunks.concat(),
        chunk(b"IEND", b""),
    ]
    .concat()
}

/// Zeros, packed as zlib packs them, thirteen bytes for two thousand of them; it never comes to its end.
fn packed_zeros(mega_bytes: usize) -> Vec<u8> {
    // One block of fixed codes: a zero, and then copies of 258 of what stands before.
    let copy = [1, 1, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0_u8];
    let begin = [1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0];
    let bits: Vec<u8> = begin
        .into_iter()
        .chain(copy.into_iter().cycle().take(13 * 16))
        .collect();
    let bytes: Vec<u8> = (bits.chunks_exact(8))
        .map(|bits| bits.iter().rev().fold(0, |byte, bit| byte << 1 | bit))
        .collect();
    // From the third byte on they come again after eight copies.
    let (first, again) = (&bytes[..2], &bytes[2..15]);
    let rounds = mega_bytes * 1024 * 1024 / (258 * 8);
    [&[0x78, 0x9c], first, &again.repeat(rounds)].concat()
}

/// A TIFF of one directory: tag, type, how many, value.
fn tiff(entries: &[(u16, u16, u32, u32)], data: &[u8]) -> Vec<u8> {
    let mut bytes = b"II*\0\x08\0\0\0".to_vec();
    bytes.extend(u16::try_from(entries.len()).unwrap().to_le_bytes());
    for (tag, kind, count, value) in entries {
        bytes.extend(tag.to_le_bytes());
        bytes.extend(kind.to_le_bytes());
        bytes.extend(count.to_le_bytes());
        bytes.extend(value.to_le_bytes());
    }
    bytes.extend([0; 4]);
    bytes.extend(data);
    bytes
}

/// The directory of a TIFF of three colours in one strip that stands behind it.
fn colours(width: u32, height: u32, packing: u32, strip: u32) -> Vec<(u16, u16, u32, u32)> {
    const ENTRIES: u32 = 9;
    vec![
        (256, 4, 1, width),
        (257, 4, 1, height),
        (258, 3, 1, 8),
        (259, 3, 1, packing),
        (262, 3, 1, 1),
        (273, 4, 1, 8 + 2 + ENTRIES * 12 + 4),
        (277, 3, 1, 1),
        (278, 4, 1, height),
        (279, 4, 1, strip),
    ]
}

/// The frame of a JPEG: what it is, its size and the sampling of its three components.
fn frame(code: u8, width: u16, height: u16, sampling: u8) -> Vec<u8> {
    let mut frame = vec![0xff, code, 0, 17, 8];
    frame.extend(height.to_be_bytes());
    frame.extend(width.to_be_bytes());
    frame.extend([3, 1, sampling, 0, 2, 0x11, 1, 3, 0x11, 1]);
    frame
}

/// A JPEG with this frame in place of its own, and these segments before it.
fn jpeg_with(frame: &[u8], segments: &[u8]) -> Vec<u8> {
    let plain = plain(ImageFormat::Jpeg);
    let own = plain
        .windows(3)
        .position(|three| three == [0xff, 0xc0, 0])
        .unwrap();
    let end = own + 2 + usize::from(plain[own + 3]);
    [&plain[..2], segments, &plain[2..own], frame, &plain[end..]].concat()
}

/// A segment of a JPEG.
fn segment(code: u8, body: &[u8]) -> Vec<u8> {
    let length = u16::try_from(body.len() + 2).unwrap().to_be_bytes();
    [&[0xff, code], &length[..], body].concat()
}

#[test]
fn a_head_that_claims_too_many_pixels_is_refused() {
    let mut bmp = plain(ImageFormat::Bmp);
    bmp[18..22].copy_from_slice(&40_000_u32.to_le_bytes());
    let mut gif = plain(ImageFormat::Gif);
    gif[6..10].copy_from_slice(&[0xff; 4]);
    // 16,384 each way, in the 14 bits that a lossless WebP has for it.
    let webp =
        b"RIFF\x1e\0\0\0WEBPVP8L\x11\0\0\0\x2f\xff\xff\xff\x0f\0\0\0\0\0\0\0\0\0\0\0\0\0".to_vec();
    for (name, bytes) in [
        ("a.png", png(40_000, 40_000, 1, 0, &[chunk(b"IDAT", b"")])),
        ("b.png", png(31_000, 31_000, 1, 0, &[chunk(b"IDAT", b"")])),
        ("a.tif", tiff(&colours(60_000, 60_000, 1, 4), &[0; 4])),
        ("a.bmp", bmp),
        ("a.gif", gif),
        ("a.webp", webp),
        ("a.jpg", jpeg_with(&frame(0xc0, 65_535, 65_535, 0x11), &[])),
    ] {
        for read in looked_at(name, &bytes) {
            let is_told = matches!(read, Err(PhotoError::TooManyPixels { .. }))
                // This decoder looks for the picture first.
                || (name == "a.webp" && read == Err(PhotoError::Damaged(name.into())));
            assert!(is_told, "{name}: {read:?}");
        }
    }
}

#[test]
fn a_picture_that_takes_too_much_memory_is_refused_before_it_is_taken() {
    let mut bmp = plain(ImageFormat::Bmp);
    bmp[18..22].copy_from_slice(&15_000_u32.to_le_bytes());
    bmp[22..26].copy_from_slice(&15_000_u32.to_le_bytes());
    let mut gif = plain(ImageFormat::Gif);
    gif[6..10].copy_from_slice(&[0x98, 0x3a, 0x98, 0x3a]);
    let scans = segment(0xda, &[1, 1, 0, 0, 63, 0]).repeat(limits::SCANS + 1);
    for (name, bytes) in [
        ("a.png", png(11_000, 11_000, 16, 6, &[chunk(b"IDAT", b"")])),
        ("a.bmp", bmp),
        ("a.gif", gif),
        // What a progressive picture holds while it is decoded, though it is shown at an eighth of its size.
        ("a.jpg", jpeg_with(&frame(0xc2, 15_000, 15_000, 0x11), &[])),
        ("b.jpg", jpeg_with(&frame(0xc2, 15_000, 15_000, 0x22), &[])),
        (
            "scans.jpg",
            jpeg_with(&[frame(0xc2, 64, 48, 0x11), scans].concat(), &[]),
        ),
    ] {
        for read in looked_at(name, &bytes) {
            assert_eq!(read, Err(PhotoError::TooHeavy(name.into())));
        }
    }
    // An ordinary one of that size is no trap, and nor is a progressive one that is smaller.
    for frame in [
        frame(0xc0, 15_000, 15_000, 0x11),
        frame(0xc2, 8_000, 5_000, 0x11),
    ] {
        for read in looked_at("a.jpg", &jpeg_with(&frame, &[])) {
            assert!(!matches!(read, Err(PhotoError::TooHeavy(_))), "{read:?}");
        }
    }
}

/// Metadata is read for the time and for how the camera was held; wherever it leads, the picture is taken.
#[test]
fn metadata_that_leads_nowhere_costs_the_picture_nothing() {
    let entry = |tag: u16, kind: u16, count: u32, value: u32| (tag, kind, count, value);
    let exif = |entries: &[(u16, u16, u32, u32)]| tiff(entries, b"2025:06:03 09:41:12\0");
    let mut next_is_itself = exif(&[entry(0x0112, 3, 1, 1)]);
    let at = 8 + 2 + 12;
    next_is_itself[at..at + 4].copy_from_slice(&8_u32.to_le_bytes());
    let mut thumbnail = exif(&[entry(0x0112, 3, 1, 1)]);
    thumbnail[at..at + 4].copy_from_slice(&46_u32.to_le_bytes());
    thumbnail.extend(
        exif(&[
            entry(0x0201, 4, 1, 0xffff_fff0),
            entry(0x0202, 4, 1, u32::MAX),
        ])
        .split_off(8),
    );
    let hostile = [
        b"II*\0\xf0\xff\xff\xff".to_vec(),
        b"II*\0\x08\0\0\0\xff\xff".to_vec(),
        b"II".to_vec(),
        Vec::new(),
        // Counts and places beyond the end, and beyond all numbers.
        exif(&[entry(0x9003, 2, u32::MAX, 0xffff_fff0)]),
        exif(&[
            entry(0x8769, 4, 1, 0xffff_fff0),
            entry(0x0112, 3, u32::MAX, 8),
        ]),
        exif(&[
            entry(0x010e, 5, 0x2000_0000, 8),
            entry(0x010f, 12, 0x4000_0001, 8),
        ]),
        // Directories within themselves.
        exif(&[
            entry(0x8769, 4, 1, 8),
            entry(0x8825, 4, 1, 8),
            entry(0xa005, 4, 1, 8),
        ]),
        exif(&[entry(0x014a, 4, 0x4000_0000, 8)]),
        next_is_itself,
        // A small picture that stands nowhere.
        thumbnail,
        exif(&vec![entry(0x0112, 3, 1, 9); 5_000]),
    ];
    let size = PixelSize {
        width: 64,
        height: 48,
    };
    let baseline = frame(0xc0, 64, 48, 0x11);
    for (at, exif) in hostile.iter().enumerate() {
        let said = [b"Exif\0\0", &exif[..]].concat();
        let whole = plain(ImageFormat::Png);
        let riff = webp_with(exif);
        for (name, bytes) in [
            ("a.jpg", jpeg_with(&baseline, &segment(0xe1, &said))),
            (
                "a.png",
                [&whole[..33], &chunk(b"eXIf", exif), &whole[33..]].concat(),
            ),
            ("a.webp", riff),
        ] {
            let shot = photo::look_at(&bytes, Path::new(name));
            let shot = shot.unwrap_or_else(|error| panic!("{at}, {name}: {error}"));
            assert_eq!((shot.size, shot.taken), (size, None), "{at}, {name}");
            let [_, small] = looked_at(name, &bytes);
            assert_eq!(
                small,
                Ok(PixelSize {
                    width: 32,
                    height: 24
                }),
                "{at}, {name}"
            );
        }
    }
}

/// A lossless WebP of 64 by 48 pixels, extended by this block of EXIF.
fn webp_with(exif: &[u8]) -> Vec<u8> {
    let plain = plain(ImageFormat::WebP);
    let part = |name: &[u8; 4], body: &[u8]| {
        let length = u32::try_from(body.len()).unwrap().to_le_bytes();
        let pad: &[u8] = if body.len() % 2 == 1 { &[0] } else { &[] };
        [&name[..], &length, body, pad].concat()
    };
    let head = part(b"VP8X", &[8, 0, 0, 0, 63, 0, 0, 47, 0, 0]);
    let body = [
        b"WEBP".to_vec(),
        head,
        plain[12..].to_vec(),
        part(b"EXIF", exif),
    ]
    .concat();
    part(b"RIFF", &body)
}

#[test]
fn segments_without_end_are_passed_over() {
    let baseline = frame(0xc0, 64, 48, 0x11);
    let profile = |at: u8, of: u8| {
        let body = [b"ICC_PROFILE\0", &[at, of][..], &vec![7; 65_000]].concat();
        segment(0xe2, &body)
    };
    let exif = segment(0xe1, &[b"Exif\0\0".to_vec(), vec![b'I'; 65_000]].concat());
    for segments in [
        (0..=255)
            .flat_map(|at| profile(at, 255))
            .collect::<Vec<u8>>(),
        profile(0, 0).repeat(300),
        profile(9, 3),
        exif.repeat(300),
        segment(0xfe, &vec![b'x'; 65_000]).repeat(300),
    ] {
        let [size, small] = looked_at("a.jpg", &jpeg_with(&baseline, &segments));
        assert_eq!(
            size,
            Ok(PixelSize {
                width: 64,
                height: 48
            })
        );
        assert_eq!(
            small,
            Ok(PixelSize {
                width: 32,
                height: 24
            })
        );
    }
    // Lengths that go beyond the file.
    let mut webp = webp_with(b"II*\0");
    let length = webp.len();
    webp[length - 8..length - 4].copy_from_slice(&[0xff; 4]);
    let mut png = plain(ImageFormat::Png);
    png[33..37].copy_from_slice(&[0x7f, 0xff, 0xff, 0xff]);
    for (name, bytes) in [
        ("a.webp", webp),
        ("a.png", png),
        (
            "a.tif",
            tiff(&[(256, 4, u32::MAX, 8), (257, 4, 1, 48)], &[]),
        ),
        (
            "b.tif",
            tiff(
                &[
                    (256, 4, 1, 64),
                    (257, 4, 1, 48),
                    (273, 4, 0x4000_0000, 8),
                    (279, 4, 0x4000_0000, 8),
                ],
                &[],
            ),
        ),
        (
            "c.tif",
            tiff(
                &[
                    (256, 4, 1, 64),
                    (257, 4, 1, 48),
                    (322, 4, 1, 0),
                    (323, 4, 1, 0),
                    (324, 4, 1, 8),
                    (325, 4, 1, 8),
                ],
                &[],
            ),
        ),
        (
            "d.tif",
            b"II+\0\x08\0\0\0\xff\xff\xff\xff\xff\xff\xff\xff".to_vec(),
        ),
    ] {
        for read in looked_at(name, &bytes) {
            // A decoder may stop before it comes to where the file is wrong.
            assert!(read.is_err() || name == "a.webp", "{name}: {read:?}");
        }
    }
}

/// Files that unpack to more than a gigabyte, given to a program that may have less than one beside itself: what would take them is ended by the system, and
/// tells nothing.
#[cfg(target_os = "linux")]
#[test]
fn what_unpacks_without_end_takes_no_more_memory_than_there_is() {
    let temp = tempfile::tempdir().unwrap();
    let zeros = packed_zeros(1_200);
    let strip = u32::try_from(zeros.len()).unwrap();
    let grey = chunk(b"IDAT", &zeros);
    let profile = chunk(b"iCCP", &[b"x\0\0", &zeros[..]].concat());
    let text = chunk(b"zTXt", &[b"x\0\0", &zeros[..]].concat());
    let good = plain(ImageFormat::Png);
    let among = |extra: &[u8]| [&good[..33], extra, &good[33..]].concat();
    let files = [
        ("pixels.png", png(64, 48, 8, 0, &[grey])),
        ("profile.png", among(&profile)),
        ("text.png", among(&text)),
        ("strip.tif", tiff(&colours(64, 48, 8, strip), &zeros)),
        (
            "progressive.jpg",
            jpeg_with(&frame(0xc2, 15_800, 15_800, 0x11), &[]),
        ),
    ];
    let run = |arguments: &[&str]| {
        Command::new("/bin/sh")
            .args([
                "-c",
                "ulimit -v 1200000; exec \"$0\" \"$@\"",
                env!("CARGO_BIN_EXE_runsheet"),
            ])
            .args(arguments)
            .current_dir(temp.path())
            .env("HOME", temp.path())
            .env("XDG_DATA_HOME", temp.path())
            .output()
            .unwrap()
    };
    let made = run(&["new", "event", "--title", "Forum"]);
    assert!(
        made.status.success(),
        "{}",
        String::from_utf8_lossy(&made.stderr)
    );
    for (name, bytes) in files {
        std::fs::write(temp.path().join(name), bytes).unwrap();
        let ran = run(&["photos", "add", "event", name]);
        let said = String::from_utf8_lossy(&ran.stderr);
        assert!(
            matches!(ran.status.code(), Some(0 | 2)),
            "{name}: {:?} {said}",
            ran.status
        );
        assert!(
            ran.status.success() || said.contains(name),
            "{name}: {said}"
        );
    }
}
