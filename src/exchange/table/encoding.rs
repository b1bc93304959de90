//! Which encoding a text is in, and what it says.

use std::borrow::Cow;

use encoding_rs::{BIG5, Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// The text in these bytes: in the encoding that its mark names (UTF-32 also without one), else in UTF-8 if it is that, else in UTF-16 if every
/// other byte is zero, else in whichever of Big5 and GB 18030 makes usual characters of it, else in that of Windows for
/// western Europe.
pub(super) fn decoded(bytes: &[u8]) -> Cow<'_, str> {
    if let Some(text) = utf_32(bytes) {
        return Cow::Owned(text);
    }
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling(&bytes[mark..]).0;
    }
    if let Some(encoding) = utf_16(bytes) {
        return encoding.decode_without_bom_handling(bytes).0;
    }
    if let Some(text) = UTF_8.decode_without_bom_handling_and_without_replacement(bytes) {
        return text;
    }
    let usual = [(BIG5, share(bytes, big5)), (GB18030, share(bytes, gb))];
    let mut best: Option<(f64, Cow<'_, str>)> = None;
    for (encoding, share) in usual {
        let (text, had_errors) = encoding.decode_without_bom_handling(bytes);
        let share = if had_errors { share - 0.5 } else { share };
        if share > 0.3 && best.as_ref().is_none_or(|(most, _)| share > *most) {
            best = Some((share, text));
        }
    }
    best.map_or_else(
        || WINDOWS_1252.decode_without_bom_handling(bytes).0,
        |(_, text)| text,
    )
}

/// UTF-32, by its mark or by the zero in the high byte of every character. Its mark begins as that of UTF-16 does.
fn utf_32(bytes: &[u8]) -> Option<String> {
    let (little, rest) = match bytes {
        [0xff, 0xfe, 0, 0, rest @ ..] => (true, rest),
        [0, 0, 0xfe, 0xff, rest @ ..] => (false, rest),
        [_, _, _, 0, _, _, _, 0, ..] => (true, bytes),
        [0, _, _, _, 0, _, _, _, ..] => (false, bytes),
        _ => return None,
    };
    let whole = rest.chunks_exact(4);
    if !whole.remainder().is_empty() {
        return None;
    }
    // A single number that is no character means that it is something else.
    whole
        .map(|four| {
            let four = [four[0], four[1], four[2], four[3]];
            let number = if little {
                u32::from_le_bytes(four)
            } else {
                u32::from_be_bytes(four)
            };
            char::from_u32(number)
        })
        .collect()
}

/// UTF-16 without a mark: where there is any Latin text, half of its bytes are zero.
fn utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    let some = &bytes[..bytes.len().min(4096) & !1];
    let zeros = |at: usize| {
        some.iter()
            .skip(at)
            .step_by(2)
            .filter(|byte| **byte == 0)
            .count()
    };
    let (even, odd) = (zeros(0), zeros(1));
    // A table has a separator or the end of a line at least every few dozen characters.
    let enough = some.len() / 2 / 40;
    if odd > enough && even == 0 {
        Some(UTF_16LE)
    } else if even > enough && odd == 0 {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// Of the characters of two bytes, the share of those that `is_usual`.
fn share(bytes: &[u8], is_usual: fn(u8, u8) -> Option<bool>) -> f64 {
    let (mut usual, mut all) = (0_u32, 0_u32);
    let mut at = 0;
    while at < bytes.len() && all < 100_000 {
        if bytes[at] < 0x80 {
            at += 1;
            continue;
        }
        let Some(&trail) = bytes.get(at + 1) else {
            break;
        };
        all += 1;
        match is_usual(bytes[at], trail) {
            Some(is_usual) => {
                usual += u32::from(is_usual);
                at += 2;
            }
            None => at += 4,
        }
    }
    if all == 0 {
        0.0
    } else {
        f64::from(usual) / f64::from(all)
    }
}

/// Whether these are a character of the first plane of Big5, or one of its marks.
#[allow(clippy::unnecessary_wraps, reason = "as its neighbour")]
fn big5(lead: u8, trail: u8) -> Option<bool> {
    let trails = matches!(trail, 0x40..=0x7e | 0xa1..=0xfe);
    Some(trails && matches!(lead, 0xa1..=0xc6))
}

/// Whether these are a character of the first plane of GB 2312, or one of its marks; none for the first two bytes of
/// a character of four.
fn gb(lead: u8, trail: u8) -> Option<bool> {
    if trail.is_ascii_digit() {
        return None;
    }
    Some(trail >= 0xa1 && matches!(lead, 0xa1..=0xa3 | 0xb0..=0xd7))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TRADITIONAL: &str =
        "姓名,職銜,機構\n陳國基,政務司司長,香港特別行政區政府\n李慧瓊,主席,立法會\n";
    const SIMPLIFIED: &str =
        "姓名,职务,单位\n王伟,副校长,清华大学\n李娜,主任,教育部国际合作与交流司\n";

    #[track_caller]
    fn check(bytes: &[u8], expected: &str) {
        assert_eq!(decoded(bytes), expected);
    }

    #[test]
    fn the_encodings_of_offices_are_told_apart() {
        for text in [TRADITIONAL, SIMPLIFIED, "Name;Post\nÉmile Zola;Écrivain\n"] {
            check(text.as_bytes(), text);
            check(&[b"\xef\xbb\xbf", text.as_bytes()].concat(), text);
            let units: Vec<u16> = text.encode_utf16().collect();
            let little: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
            let big: Vec<u8> = units.iter().flat_map(|unit| unit.to_be_bytes()).collect();
            check(&[&b"\xff\xfe"[..], &little].concat(), text);
            check(&[&b"\xfe\xff"[..], &big].concat(), text);
            check(&little, text);
            check(&big, text);
            let wide = |bytes: fn(u32) -> [u8; 4]| -> Vec<u8> {
                text.chars().flat_map(|c| bytes(u32::from(c))).collect()
            };
            for (mark, wide) in [
                (&b"\xff\xfe\0\0"[..], wide(u32::to_le_bytes)),
                (b"\0\0\xfe\xff", wide(u32::to_be_bytes)),
            ] {
                check(&[mark, &wide].concat(), text);
                check(&wide, text);
            }
        }
        check(&BIG5.encode(TRADITIONAL).0, TRADITIONAL);
        check(&GB18030.encode(SIMPLIFIED).0, SIMPLIFIED);
        // Traditional characters and rare ones, as a Mainland computer saves them.
        check(&GB18030.encode(TRADITIONAL).0, TRADITIONAL);
        let rare = "姓名,单位\n镕基,大学\n𨋢,大学\n";
        check(&GB18030.encode(rare).0, rare);
        let european = "Name;Post\nJürgen Müller;Präsident\nÅsa Öberg;Général\n";
        check(&WINDOWS_1252.encode(european).0, european);
    }

    #[test]
    fn bytes_of_no_encoding_are_text_all_the_same() {
        for bytes in [
            &b"\xff"[..],
            b"\x00",
            b"",
            b"a\xffb\x80\x81,\xfe",
            &[0x81; 99],
        ] {
            decoded(bytes);
        }
    }
}
