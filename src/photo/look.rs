//! What a picture file says of itself.

use std::{
    fs,
    io::{self, Cursor, Read},
    path::Path,
};

use exif::{In, Tag, Value};
use image::{
    DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits,
    error::{ImageFormatHint, LimitErrorKind},
    metadata::Orientation,
};
use jiff::civil::{Date, DateTime, Time};

use super::{
    PhotoError, limits,
    whole::{jpeg_can_be_held, jpeg_is_whole},
};
use crate::model::PixelSize;

/// The formats of pictures that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// JPEG, what cameras make.
    Jpeg,
    /// PNG.
    Png,
    /// WebP.
    WebP,
    /// TIFF.
    Tiff,
    /// GIF; of one that moves, the first picture.
    Gif,
    /// BMP.
    Bmp,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 6] = [
        Self::Jpeg,
        Self::Png,
        Self::WebP,
        Self::Tiff,
        Self::Gif,
        Self::Bmp,
    ];

    /// The usual end of the name of such a file.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::WebP => "webp",
            Self::Tiff => "tif",
            Self::Gif => "gif",
            Self::Bmp => "bmp",
        }
    }

    fn of_decoder(self) -> ImageFormat {
        match self {
            Self::Jpeg => ImageFormat::Jpeg,
            Self::Png => ImageFormat::Png,
            Self::WebP => ImageFormat::WebP,
            Self::Tiff => ImageFormat::Tiff,
            Self::Gif => ImageFormat::Gif,
            Self::Bmp => ImageFormat::Bmp,
        }
    }
}

/// Whether a file that begins so is a picture of the same format as another.
#[must_use]
pub fn begins_alike(head: &[u8], other: &[u8]) -> bool {
    let format = |bytes| image::guess_format(bytes).ok();
    format(head).is_some() && format(head) == format(other)
}

/// What a picture file says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shot {
    /// The BLAKE3 hash of its bytes, 64 hexadecimal digits.
    pub hash: String,
    /// When it was taken, by the camera's clock.
    pub taken: Option<DateTime>,
    /// How large it is, upright.
    pub size: PixelSize,
    /// What it is, whatever its name says.
    pub format: Format,
}

/// Looks at a picture file: what it is, how large, when it was taken, and whether it is there to its end.
///
/// # Errors
/// Whatever keeps the file from being a picture that can be shown; see [`PhotoError`].
pub fn look(path: &Path) -> Result<Shot, PhotoError> {
    look_at(&bytes_of(path)?, path)
}

/// As [`look`], at the bytes of a file; `path` is what it is called.
///
/// # Errors
/// As [`look`].
pub fn look_at(bytes: &[u8], path: &Path) -> Result<Shot, PhotoError> {
    let format = format_of(bytes, path)?;
    let mut decoder = decoder(bytes, format, path)?;
    let exif = decoder.exif_metadata().ok().flatten();
    let size = size_of(&decoder, path)?;
    match format {
        Format::Jpeg => {
            if !jpeg_is_whole(bytes) {
                return Err(PhotoError::Truncated(path.to_owned()));
            }
        }
        Format::Png | Format::WebP | Format::Tiff | Format::Gif | Format::Bmp => {
            whole(decoder, path)?;
        }
    }
    let orientation = exif.as_deref().and_then(Orientation::from_exif_chunk);
    Ok(Shot {
        hash: blake3::hash(bytes).to_hex().to_string(),
        taken: exif.and_then(taken),
        size: upright(size, orientation.unwrap_or(Orientation::NoTransforms)),
        format,
    })
}

/// The bytes of a file that is no larger than a picture may be.
pub(super) fn bytes_of(path: &Path) -> Result<Vec<u8>, PhotoError> {
    let unreadable = |error: io::Error| PhotoError::Unreadable(path.to_owned(), error.into());
    let found = fs::metadata(path).map_err(unreadable)?;
    if found.is_dir() {
        return Err(unreadable(io::ErrorKind::IsADirectory.into()));
    }
    if !found.is_file() {
        return Err(PhotoError::NotAPicture(path.to_owned()));
    }
    if found.len() > limits::FILE_BYTES {
        return Err(PhotoError::TooLarge(path.to_owned()));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(found.len()).unwrap_or_default() + 1);
    fs::File::open(path)
        .and_then(|file| file.take(limits::FILE_BYTES + 1).read_to_end(&mut bytes))
        .map_err(unreadable)?;
    if bytes.len() as u64 > limits::FILE_BYTES {
        return Err(PhotoError::TooLarge(path.to_owned()));
    }
    Ok(bytes)
}

/// What a file is by its first bytes.
pub(super) fn format_of(bytes: &[u8], path: &Path) -> Result<Format, PhotoError> {
    if bytes.is_empty() {
        return Err(PhotoError::Truncated(path.to_owned()));
    }
    if let Some(name) = foreign(bytes, path) {
        return Err(PhotoError::Foreign(path.to_owned(), name));
    }
    let found = image::guess_format(bytes).ok();
    Format::ALL
        .into_iter()
        .find(|format| found == Some(format.of_decoder()))
        .ok_or_else(|| PhotoError::NotAPicture(path.to_owned()))
}

/// The name of a format of pictures that is not read here, if the file is of one.
fn foreign(bytes: &[u8], path: &Path) -> Option<&'static str> {
    let starts = |with: &[u8]| bytes.starts_with(with);
    if bytes.get(4..8) == Some(b"ftyp") {
        return match bytes.get(8..12)? {
            b"avif" | b"avis" => Some("AVIF"),
            b"crx " => Some("RAW"),
            b"heic" | b"heix" | b"heim" | b"heis" | b"hevc" | b"hevx" | b"mif1" | b"msf1" => {
                Some("HEIC")
            }
            _ => None,
        };
    }
    if starts(&[0xff, 0x0a]) || starts(b"\0\0\0\x0cJXL ") {
        return Some("JPEG XL");
    }
    if starts(b"8BPS") {
        return Some("Photoshop");
    }
    // The raw formats of most cameras are TIFF with a small picture in front; the name tells them apart.
    let raw_names = [
        "nef", "nrw", "cr2", "arw", "srf", "dng", "pef", "orf", "rw2", "raf",
    ];
    let named_raw = path
        .extension()
        .is_some_and(|ext| raw_names.iter().any(|name| ext.eq_ignore_ascii_case(name)));
    let raw = starts(b"FUJIFILMCCD-RAW")
        || starts(b"IIR")
        || starts(b"IIU\0")
        || (named_raw && (starts(b"II") || starts(b"MM")));
    raw.then_some("RAW")
}

/// A decoder that keeps to the limits.
pub(super) fn decoder<'a>(
    bytes: &'a [u8],
    format: Format,
    path: &Path,
) -> Result<impl ImageDecoder + use<'a>, PhotoError> {
    can_be_held(bytes, format, path)?;
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format.of_decoder());
    let mut allowed = Limits::no_limits();
    allowed.max_alloc = Some(limits::DECODED_BYTES);
    reader.limits(allowed);
    reader.into_decoder().map_err(|error| wrong(error, path))
}

/// Refuses a picture that is small and costs without end.
pub(super) fn can_be_held(bytes: &[u8], format: Format, path: &Path) -> Result<(), PhotoError> {
    match format {
        Format::Jpeg if !jpeg_can_be_held(bytes) => Err(PhotoError::TooHeavy(path.to_owned())),
        Format::Jpeg | Format::Png | Format::WebP | Format::Tiff | Format::Gif | Format::Bmp => {
            Ok(())
        }
    }
}

/// The size of a picture as it is stored, if it is within the limits.
pub(super) fn size_of(decoder: &impl ImageDecoder, path: &Path) -> Result<PixelSize, PhotoError> {
    let (width, height) = decoder.dimensions();
    let size = PixelSize { width, height };
    within(size, path)?;
    Ok(size)
}

/// The picture itself, if it can be held in memory.
pub(super) fn whole(decoder: impl ImageDecoder, path: &Path) -> Result<DynamicImage, PhotoError> {
    if decoder.total_bytes() > limits::DECODED_BYTES {
        return Err(PhotoError::TooHeavy(path.to_owned()));
    }
    DynamicImage::from_decoder(decoder).map_err(|error| wrong(error, path))
}

/// Refuses a picture that is too large to be handled.
pub(super) fn within(size: PixelSize, path: &Path) -> Result<(), PhotoError> {
    let PixelSize { width, height } = size;
    if width == 0 || height == 0 {
        return Err(PhotoError::Damaged(path.to_owned()));
    }
    let pixels = u64::from(width) * u64::from(height);
    if width.max(height) > limits::EDGE || pixels > limits::PIXELS {
        return Err(PhotoError::TooManyPixels {
            file: path.to_owned(),
            width,
            height,
        });
    }
    Ok(())
}

/// What a decoder's error means for the person.
fn wrong(error: ImageError, path: &Path) -> PhotoError {
    let file = path.to_owned();
    match error {
        ImageError::IoError(error) if error.kind() == io::ErrorKind::UnexpectedEof => {
            PhotoError::Truncated(file)
        }
        ImageError::Limits(error) => match error.kind() {
            LimitErrorKind::DimensionError | LimitErrorKind::InsufficientMemory => {
                PhotoError::TooHeavy(file)
            }
            _ => PhotoError::Damaged(file),
        },
        ImageError::Decoding(error) => match error.format_hint() {
            // What ends inside its first few bytes reads as anything at all.
            ImageFormatHint::Unknown => PhotoError::NotAPicture(file),
            _ if ends_early(&error.to_string()) => PhotoError::Truncated(file),
            _ => PhotoError::Damaged(file),
        },
        ImageError::IoError(_)
        | ImageError::Encoding(_)
        | ImageError::Parameter(_)
        | ImageError::Unsupported(_) => PhotoError::Damaged(file),
    }
}

/// Whether a decoder complains of an early end; each does it in words of its own.
fn ends_early(complaint: &str) -> bool {
    let complaint = complaint.to_lowercase();
    [
        "eof",
        "end of",
        "truncated",
        "exhausted",
        "not enough",
        "fill whole buffer",
    ]
    .iter()
    .any(|words| complaint.contains(words))
}

/// When a picture was taken, from its EXIF block.
fn taken(exif: Vec<u8>) -> Option<DateTime> {
    let read = exif::Reader::new()
        .continue_on_error(true)
        .read_raw(exif)
        .or_else(|error| error.distill_partial_result(|_| ()))
        .ok()?;
    [Tag::DateTimeOriginal, Tag::DateTimeDigitized]
        .into_iter()
        .find_map(|tag| match &read.get_field(tag, In::PRIMARY)?.value {
            Value::Ascii(texts) => moment(texts.first()?),
            _ => None,
        })
}

/// Reads `2025:06:03 09:41:12`. Cameras without a clock write blanks or zeros, which are no moment.
fn moment(text: &[u8]) -> Option<DateTime> {
    let moment = exif::DateTime::from_ascii(text).ok()?;
    let part = |n: u8| i8::try_from(n).ok();
    let date = Date::new(
        i16::try_from(moment.year).ok()?,
        part(moment.month)?,
        part(moment.day)?,
    );
    let time = Time::new(
        part(moment.hour)?,
        part(moment.minute)?,
        part(moment.second)?,
        0,
    );
    Some(date.ok()?.to_datetime(time.ok()?)).filter(|moment| moment.year() > 0)
}

/// The size of a picture after it has been turned upright.
fn upright(size: PixelSize, orientation: Orientation) -> PixelSize {
    match orientation {
        Orientation::Rotate90
        | Orientation::Rotate270
        | Orientation::Rotate90FlipH
        | Orientation::Rotate270FlipH => PixelSize {
            width: size.height,
            height: size.width,
        },
        Orientation::NoTransforms
        | Orientation::Rotate180
        | Orientation::FlipHorizontal
        | Orientation::FlipVertical => size,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::datetime;

    use super::*;

    #[test]
    fn a_camera_without_a_clock_has_taken_it_at_no_time() {
        assert_eq!(
            moment(b"2025:06:03 09:41:12"),
            Some(datetime(2025, 6, 3, 9, 41, 12, 0))
        );
        for text in [
            &b"    :  :     :  :  "[..],
            b"0000:00:00 00:00:00",
            b"2025:13:03 09:41:12",
            b"2025:06:03 25:61:00",
            b"",
            b"yesterday",
        ] {
            assert_eq!(moment(text), None, "{text:?}");
        }
    }

    #[test]
    fn formats_that_are_not_read_are_told_by_their_name() {
        let at = |bytes: &[u8], name: &str| format_of(bytes, Path::new(name)).unwrap_err();
        for (bytes, name, format) in [
            (&b"\0\0\0\x18ftypheic\0\0\0\0"[..], "IMG_1.HEIC", "HEIC"),
            (b"\0\0\0\x18ftypmif1\0\0\0\0", "IMG_1.jpg", "HEIC"),
            (b"\0\0\0\x18ftypavif\0\0\0\0", "a.avif", "AVIF"),
            (b"\0\0\0\x18ftypcrx \0\0\0\0", "a.cr3", "RAW"),
            (b"MM\0*\0\0\0\x08", "DSC_1.NEF", "RAW"),
        ] {
            assert_eq!(at(bytes, name), PhotoError::Foreign(name.into(), format));
        }
        for bytes in [&b"%PDF-1.7"[..], b"\0\0\0\x18ftypisom", b"hello", b"ftyp"] {
            assert_eq!(at(bytes, "a.jpg"), PhotoError::NotAPicture("a.jpg".into()));
        }
        assert_eq!(at(b"", "a.jpg"), PhotoError::Truncated("a.jpg".into()));
    }
}
