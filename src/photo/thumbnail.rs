//! Small pictures of large ones.

use std::{io, path::Path};

use fast_image_resize::{
    FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer,
    images::{Image, ImageRef},
};
use image::{
    DynamicImage, GrayImage, ImageDecoder, RgbImage, RgbaImage, codecs::jpeg::JpegEncoder,
    metadata::Orientation,
};
use jpeg_decoder::PixelFormat;

use super::{
    Format, PhotoError, limits,
    look::{bytes_of, can_be_held, decoder, format_of, size_of, whole, within},
    original::original,
};
use crate::model::{Photo, PixelSize};

/// A small picture of a large one, upright, no edge longer than `max_edge` pixels; never larger than the picture is.
///
/// A JPEG is decoded at an eighth, a quarter or a half of its size where that suffices, which is several times
/// faster and takes a fraction of the memory.
///
/// # Errors
/// As [`look`](super::look).
pub fn thumbnail(path: &Path, max_edge: u32) -> Result<RgbaImage, PhotoError> {
    thumbnail_of(&bytes_of(path)?, path, max_edge)
}

/// As [`thumbnail`], of the bytes of a file; `path` is what it is called.
///
/// # Errors
/// As [`look`](super::look).
pub fn thumbnail_of(bytes: &[u8], path: &Path, max_edge: u32) -> Result<RgbaImage, PhotoError> {
    small(bytes, path, max_edge).map(DynamicImage::into_rgba8)
}

/// A photo for a printed page, of the file at `path`: upright, no edge longer than `max_edge` pixels, as the bytes of a
/// JPEG. The same file gives the same bytes.
///
/// # Errors
/// [`PhotoError::Other`] if it is another picture than the one that was added, and as [`look`](super::look).
pub fn for_paper(path: &Path, photo: &Photo, max_edge: u32) -> Result<Vec<u8>, PhotoError> {
    as_jpeg(&original(path, photo)?, path, max_edge, 88)
}

/// A picture as the bytes of a JPEG of this quality: upright, no edge longer than `max_edge` pixels. It has nothing in
/// it but the picture.
pub(super) fn as_jpeg(
    bytes: &[u8],
    path: &Path,
    max_edge: u32,
    quality: u8,
) -> Result<Vec<u8>, PhotoError> {
    let mut picture = thumbnail_of(bytes, path, max_edge)?;
    // Paper is white where a picture is transparent.
    for pixel in picture.pixels_mut() {
        let [r, g, b, a] = pixel.0;
        let on_white = |c: u8| {
            let mixed = u16::from(c) * u16::from(a) + 255 * (255 - u16::from(a));
            u8::try_from(mixed / 255).unwrap_or(u8::MAX)
        };
        pixel.0 = [on_white(r), on_white(g), on_white(b), u8::MAX];
    }
    let mut bytes = Vec::new();
    DynamicImage::from(picture)
        .into_rgb8()
        .write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, quality))
        .map_err(|_| PhotoError::Damaged(path.to_owned()))?;
    Ok(bytes)
}

fn small(bytes: &[u8], path: &Path, max_edge: u32) -> Result<DynamicImage, PhotoError> {
    let format = format_of(bytes, path)?;
    let scaled = match format {
        Format::Jpeg => scaled_jpeg(bytes, path, max_edge)?,
        Format::Png | Format::WebP | Format::Tiff | Format::Gif | Format::Bmp => None,
    };
    let (picture, full, orientation) = match scaled {
        Some(scaled) => scaled,
        None => decoded(bytes, format, path)?,
    };
    let target = fitted(full, max_edge.max(1));
    let mut picture =
        resized(picture, target).ok_or_else(|| PhotoError::Damaged(path.to_owned()))?;
    picture.apply_orientation(orientation);
    Ok(picture)
}

/// A picture, perhaps decoded small; its full size; and how it is turned upright.
type Decoded = (DynamicImage, PixelSize, Orientation);

/// A JPEG, decoded no smaller than is needed. None for the rare kinds that this decoder does not know.
fn scaled_jpeg(bytes: &[u8], path: &Path, max_edge: u32) -> Result<Option<Decoded>, PhotoError> {
    can_be_held(bytes, Format::Jpeg, path)?;
    let mut jpeg = jpeg_decoder::Decoder::new(bytes);
    jpeg.set_max_decoding_buffer_size(usize::try_from(limits::DECODED_BYTES).unwrap_or(usize::MAX));
    if let Err(error) = jpeg.read_info() {
        return unless_cut_off(&error, path);
    }
    let Some(info) = jpeg.info() else {
        return Ok(None);
    };
    let full = PixelSize {
        width: info.width.into(),
        height: info.height.into(),
    };
    within(full, path)?;
    let kind = match info.pixel_format {
        PixelFormat::L8 => PixelFormat::L8,
        PixelFormat::RGB24 => PixelFormat::RGB24,
        PixelFormat::L16 | PixelFormat::CMYK32 => return Ok(None),
    };
    let target = fitted(full, max_edge.max(1));
    let edge = |n: u32| u16::try_from(n).unwrap_or(u16::MAX);
    let decoded = jpeg
        .scale(edge(target.width), edge(target.height))
        .and_then(|size| Ok((size, jpeg.decode()?)));
    let ((width, height), pixels) = match decoded {
        Ok(decoded) => decoded,
        Err(error) => return unless_cut_off(&error, path),
    };
    let (width, height) = (width.into(), height.into());
    let picture = if kind == PixelFormat::L8 {
        GrayImage::from_raw(width, height, pixels).map(DynamicImage::from)
    } else {
        RgbImage::from_raw(width, height, pixels).map(DynamicImage::from)
    };
    let orientation = jpeg.exif_data().and_then(Orientation::from_exif_chunk);
    Ok(picture.map(|picture| {
        (
            picture,
            full,
            orientation.unwrap_or(Orientation::NoTransforms),
        )
    }))
}

/// A picture that ends early is an error; of any other fault, the other decoder may know better.
fn unless_cut_off<T>(error: &jpeg_decoder::Error, path: &Path) -> Result<Option<T>, PhotoError> {
    match error {
        jpeg_decoder::Error::Io(error) if error.kind() == io::ErrorKind::UnexpectedEof => {
            Err(PhotoError::Truncated(path.to_owned()))
        }
        jpeg_decoder::Error::Io(_)
        | jpeg_decoder::Error::Format(_)
        | jpeg_decoder::Error::Unsupported(_)
        | jpeg_decoder::Error::Internal(_) => Ok(None),
    }
}

/// A picture of any format, decoded whole.
fn decoded(bytes: &[u8], format: Format, path: &Path) -> Result<Decoded, PhotoError> {
    let mut decoder = decoder(bytes, format, path)?;
    let full = size_of(&decoder, path)?;
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let picture = whole(decoder, path)?;
    Ok((picture, full, orientation))
}

/// The largest size of the same proportions with no edge longer than `max_edge`; never larger than `full`.
fn fitted(full: PixelSize, max_edge: u32) -> PixelSize {
    let longest = full.width.max(full.height);
    if longest <= max_edge {
        return full;
    }
    let fit = |edge: u32| {
        let scaled = (u64::from(edge) * u64::from(max_edge) + u64::from(longest) / 2)
            / u64::from(longest.max(1));
        u32::try_from(scaled).unwrap_or(max_edge).max(1)
    };
    PixelSize {
        width: fit(full.width),
        height: fit(full.height),
    }
}

/// The picture at a size that is not larger. None only if the picture contradicts itself.
fn resized(picture: DynamicImage, target: PixelSize) -> Option<DynamicImage> {
    let PixelSize { width, height } = target;
    if (picture.width(), picture.height()) == (width, height) {
        return Some(picture);
    }
    let (from_width, from_height) = (picture.width(), picture.height());
    let shrink = |pixels: &[u8], kind: PixelType| {
        let source = ImageRef::new(from_width, from_height, pixels, kind).ok()?;
        let mut small = Image::new(width, height, kind);
        let options =
            ResizeOptions::new().resize_alg(ResizeAlg::Convolution(FilterType::CatmullRom));
        Resizer::new().resize(&source, &mut small, &options).ok()?;
        Some(small.into_vec())
    };
    match picture {
        DynamicImage::ImageLuma8(picture) => {
            let pixels = shrink(picture.as_raw(), PixelType::U8)?;
            GrayImage::from_raw(width, height, pixels).map(DynamicImage::from)
        }
        DynamicImage::ImageRgb8(picture) => {
            let pixels = shrink(picture.as_raw(), PixelType::U8x3)?;
            RgbImage::from_raw(width, height, pixels).map(DynamicImage::from)
        }
        other => {
            let pixels = shrink(other.into_rgba8().as_raw(), PixelType::U8x4)?;
            RgbaImage::from_raw(width, height, pixels).map(DynamicImage::from)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_picture_keeps_its_proportions() {
        let fit = |width, height, edge| {
            let size = fitted(PixelSize { width, height }, edge);
            (size.width, size.height)
        };
        assert_eq!(fit(6000, 4000, 512), (512, 341));
        assert_eq!(fit(4000, 6000, 512), (341, 512));
        assert_eq!(fit(300, 200, 512), (300, 200));
        assert_eq!(fit(30_000, 1, 512), (512, 1));
    }
}
