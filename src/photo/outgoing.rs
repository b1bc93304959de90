//! Copies of photos that leave the house: with their caption and credit, and without what the camera knew of the place.
//!
//! A copy keeps its picture bit for bit where its format is that of the press (JPEG, PNG), its colours and how it is
//! turned upright. Of everything else that may stand in a file, behind its end too, nothing is known here, and any of it
//! may tell a place: position, maker's notes, small pictures, texts. So nothing else is kept.

use std::{cell::Cell, path::Path};

use image::{ImageDecoder as _, metadata::Orientation};
use quick_xml::escape::escape;

use super::{
    Format, PhotoError,
    look::{decoder, format_of, look_at},
    original::original,
    thumbnail::as_jpeg,
};
use crate::model::{Photo, shown};

/// The quality of a picture whose format the press does not take, as a JPEG.
const QUALITY: u8 = 95;

/// The longest text in a copy, in characters, if all of them fit into a block.
const LONGEST: usize = 4_000;

/// How many languages a copy has at most.
const LANGUAGES: usize = 8;

/// What a block of a JPEG holds at most, in bytes, besides its own length.
const BLOCK: usize = 65_533;

/// What a copy says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Caption {
    /// What is seen: each text with the tag of its language, the main one first.
    pub texts: Vec<(String, String)>,
    /// Whose work it is.
    pub credit: String,
}

impl Caption {
    /// Whether a copy does not hold the whole of it: a block of a JPEG has 64 KB.
    #[must_use]
    pub fn is_cut(&self) -> bool {
        !xmp(self).is_whole
    }
}

/// A photo as it goes out: its bytes, and how the name of such a file ends.
///
/// With `keep_location` the bytes are those of the photo, whatever they hold.
///
/// # Errors
/// [`PhotoError::Other`] if the file is another picture than the one that was added, which is not what the caption says;
/// and as [`look`](super::look).
pub fn outgoing(
    path: &Path,
    photo: &Photo,
    caption: &Caption,
    keep_location: bool,
) -> Result<(Vec<u8>, String), PhotoError> {
    let bytes = original(path, photo)?;
    let format = format_of(&bytes, path)?;
    look_at(&bytes, path)?;
    if keep_location {
        return Ok((bytes, format.extension().to_owned()));
    }
    let mut decoder = decoder(&bytes, format, path)?;
    let turned = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    drop(decoder);
    let kept = match format {
        Format::Jpeg => jpeg(&bytes, turned, caption),
        Format::Png if turned == Orientation::NoTransforms => png(&bytes),
        Format::Png | Format::WebP | Format::Tiff | Format::Gif | Format::Bmp => None,
    };
    if let Some(kept) = kept {
        return Ok((kept, format.extension().to_owned()));
    }
    let whole = as_jpeg(&bytes, path, u32::MAX, QUALITY)?;
    let copy = jpeg(&whole, Orientation::NoTransforms, caption);
    let copy = copy.ok_or_else(|| PhotoError::Damaged(path.to_owned()))?;
    Ok((copy, Format::Jpeg.extension().to_owned()))
}

/// The parts of a JPEG that make its picture, up to its end, with blocks of our own. None if it is not understood.
fn jpeg(bytes: &[u8], turned: Orientation, caption: &Caption) -> Option<Vec<u8>> {
    const APP_0: u8 = 0xe0;
    const APP_1: u8 = 0xe1;
    const APP_2: u8 = 0xe2;
    const APP_14: u8 = 0xee;
    const COMMENT: u8 = 0xfe;
    let mut copy = bytes.get(..2)?.to_vec();
    let mut has_ours = false;
    let mut at = 2;
    loop {
        // Fill bytes may stand before a mark.
        while bytes.get(at..at + 2)? == [0xff, 0xff] {
            at += 1;
        }
        let [0xff, code] = *bytes.get(at..at + 2)? else {
            return None;
        };
        if code == 0xd9 {
            copy.extend([0xff, 0xd9]);
            return Some(copy);
        }
        let length = bytes.get(at + 2..at + 4)?;
        let length = usize::from(u16::from_be_bytes([length[0], length[1]]));
        let end = at + 2 + length.max(2);
        let body = bytes.get(at + 4..end)?;
        let is_kept = match code {
            APP_0 => body.starts_with(b"JFIF\0"),
            APP_2 => body.starts_with(b"ICC_PROFILE\0"),
            APP_14 => body.starts_with(b"Adobe"),
            APP_1..=0xef | COMMENT => false,
            _ => true,
        };
        if !has_ours && code != APP_0 {
            block(&mut copy, APP_1, &exif(turned))?;
            block(&mut copy, APP_1, &xmp(caption).body)?;
            has_ours = true;
        }
        if is_kept {
            copy.extend(bytes.get(at..end)?);
        }
        at = end;
        // Behind the head of a scan stands the picture itself, up to the next mark that is none of its own.
        if code == 0xda {
            let scan = bytes.get(at..)?.windows(2).position(|two| {
                two[0] == 0xff && two[1] != 0 && two[1] != 0xff && !(0xd0..=0xd7).contains(&two[1])
            })?;
            copy.extend(&bytes[at..at + scan]);
            at += scan;
        }
    }
}

fn block(copy: &mut Vec<u8>, code: u8, body: &[u8]) -> Option<()> {
    let length = u16::try_from(body.len() + 2).ok()?;
    copy.extend([0xff, code]);
    copy.extend(length.to_be_bytes());
    copy.extend(body);
    Some(())
}

/// How the picture is turned upright, and nothing else.
fn exif(turned: Orientation) -> Vec<u8> {
    let mut body = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
    body.extend([turned.to_exif(), 0, 0, 0, 0, 0, 0]);
    body
}

/// The block of a copy in which its caption stands.
struct Xmp {
    body: Vec<u8>,
    /// Whether it holds the whole caption.
    is_whole: bool,
}

/// Caption and credit, where programs of the press look for them, with as much of each text as fits into a block.
fn xmp(caption: &Caption) -> Xmp {
    let mut longest = LONGEST;
    loop {
        let xmp = xmp_up_to(caption, longest);
        if xmp.body.len() <= BLOCK || longest == 0 {
            return xmp;
        }
        longest = longest * 7 / 8;
    }
}

/// The same with so many characters of each text at most.
fn xmp_up_to(caption: &Caption, longest: usize) -> Xmp {
    let is_whole = Cell::new(caption.texts.len() <= LANGUAGES);
    let cut = |text: &str| -> String {
        let text = shown(text);
        let mut rest = text.chars();
        let cut: String = rest.by_ref().take(longest).collect();
        if rest.next().is_some() {
            is_whole.set(false);
        }
        escape(cut.as_str()).into_owned()
    };
    let said =
        |tag: &str, text: &str| format!("<rdf:li xml:lang=\"{}\">{}</rdf:li>", cut(tag), cut(text));
    let mut texts = String::new();
    for (place, (tag, text)) in caption.texts.iter().take(LANGUAGES).enumerate() {
        if place == 0 {
            texts += &said(&["x", "default"].join("-"), text);
        }
        texts += &said(tag, text);
    }
    let credit = cut(&caption.credit);
    let mut body = b"http://ns.adobe.com/xap/1.0/\0".to_vec();
    body.extend(
        format!(
            "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\
             <x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\
             <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\
             <rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
             xmlns:photoshop=\"http://ns.adobe.com/photoshop/1.0/\" photoshop:Credit=\"{credit}\">\
             <dc:description><rdf:Alt>{texts}</rdf:Alt></dc:description>\
             </rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end=\"r\"?>"
        )
        .into_bytes(),
    );
    Xmp {
        body,
        is_whole: is_whole.get(),
    }
}

/// The parts of a PNG that make its picture and its colours. None if it is not understood.
fn png(bytes: &[u8]) -> Option<Vec<u8>> {
    const KEPT: [&[u8; 4]; 10] = [
        b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"pHYs",
    ];
    let mut copy = bytes.get(..8)?.to_vec();
    let mut at = 8;
    loop {
        let head = bytes.get(at..at + 8)?;
        let length = u32::from_be_bytes([head[0], head[1], head[2], head[3]]);
        let end = (at + 12).checked_add(usize::try_from(length).ok()?)?;
        let chunk = bytes.get(at..end)?;
        if KEPT.iter().any(|kept| head[4..] == kept[..]) {
            copy.extend(chunk);
        }
        if head[4..] == *b"IEND" {
            return Some(copy);
        }
        at = end;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn caption(texts: &[&str]) -> Caption {
        let tags = [
            "zh-Hant", "en", "zh-Hans", "pt", "fr", "de", "es", "it", "nl",
        ];
        let texts = tags.into_iter().zip(texts);
        Caption {
            texts: texts
                .map(|(tag, text)| (tag.to_owned(), (*text).to_owned()))
                .collect(),
            credit: "A & B".to_owned(),
        }
    }

    #[test]
    fn a_caption_is_whole_or_said_to_be_cut_and_fits_into_its_block() {
        let long = "照".repeat(LONGEST);
        let longer = "照".repeat(LONGEST + 1);
        let quoted = "\"&".repeat(LONGEST / 2);
        for (texts, is_whole) in [
            (vec!["short", "kurz"], true),
            (vec![&long, "short"], true),
            (vec![&longer], false),
            (vec!["short", &longer], false),
            // Nine languages, and more in eight than a block holds.
            (vec!["a"; 8], true),
            (vec!["a"; 9], false),
            (vec![&long; 8], false),
            (vec![&quoted; 8], false),
        ] {
            let caption = caption(&texts);
            let xmp = xmp(&caption);
            assert!(xmp.body.len() <= BLOCK);
            assert_eq!(caption.is_cut(), !is_whole, "{} texts", texts.len());
            // As much stands in it as fits.
            let is_full = xmp.body.len() > BLOCK * 3 / 4;
            assert!(is_whole || texts.len() != 8 || is_full);
        }
    }
}
