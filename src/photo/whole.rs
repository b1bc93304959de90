//! Whether a JPEG is there to its end, and what decoding it would cost, told from its marks without decoding it.

use super::limits;

/// Whether the marks of a JPEG lead to its end. A card that was pulled out, or a copy that broke off, leaves a file
/// that decoders show with a grey lower half and no complaint.
pub(super) fn jpeg_is_whole(bytes: &[u8]) -> bool {
    marks(bytes, |_, _| true)
}

/// Whether a JPEG can be decoded within the limits: a progressive one is held whole, with all that each of its scans
/// makes more precise, however small it is shown; and a scan of a few bytes goes over all of it.
pub(super) fn jpeg_can_be_held(bytes: &[u8]) -> bool {
    let (mut scans, mut held) = (0, 0);
    marks(bytes, |code, body| {
        match code {
            0xda => scans += 1,
            // The frames of progressive pictures.
            0xc2 | 0xc6 | 0xca | 0xce => held = coefficients(body).max(held),
            _ => {}
        }
        // A picture of any other kind pays for each scan with its own bytes.
        held <= limits::DECODED_BYTES && (scans == 0 || held > 0 && scans <= limits::SCANS)
    });
    scans <= limits::SCANS && held <= limits::DECODED_BYTES
}

/// How many bytes the coefficients of a frame take, two for each sample of each component, of whole blocks.
fn coefficients(frame: &[u8]) -> u64 {
    let &[
        _,
        height_1,
        height_2,
        width_1,
        width_2,
        count,
        ref components @ ..,
    ] = frame
    else {
        return 0;
    };
    let [height, width] = [[height_1, height_2], [width_1, width_2]].map(u16::from_be_bytes);
    let components = components.chunks_exact(3).take(count.into());
    let sampling = components.map(|one| [one[1] >> 4, one[1] & 15].map(|n| u64::from(n.max(1))));
    let sampling: Vec<_> = sampling.collect();
    let most = |at: usize| sampling.iter().map(|one| one[at]).max().unwrap_or(1);
    let units = |edge: u16, most: u64| u64::from(edge).div_ceil(8 * most);
    let units = units(width, most(0)) * units(height, most(1));
    let blocks: u64 = sampling
        .iter()
        .map(|[across, down]| units * across * down)
        .sum();
    blocks * 64 * 2
}

/// Goes over the marks of a JPEG, each with what belongs to it, until `each` has seen enough; tells whether that was at
/// the picture's end.
fn marks(bytes: &[u8], mut each: impl FnMut(u8, &[u8]) -> bool) -> bool {
    let mut at = 2;
    loop {
        // To the next mark: 0xff and a code. Inside a scan 0xff00 is a byte of the picture, and restart marks are
        // a part of it; several 0xff may fill.
        let Some(mark) = next_mark(bytes, at) else {
            return false;
        };
        let code = bytes[mark];
        at = mark + 1;
        match code {
            0xd9 => return true,
            0x01 | 0xd0..=0xd8 => {}
            _ => {
                let Some(&[high, low]) = bytes.get(at..at + 2) else {
                    return false;
                };
                let end = at + usize::from(u16::from_be_bytes([high, low])).max(2);
                let Some(body) = bytes.get(at + 2..end) else {
                    return false;
                };
                if !each(code, body) {
                    return false;
                }
                at = end;
            }
        }
    }
}

/// Where the code of the next mark stands.
fn next_mark(bytes: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    loop {
        at += bytes.get(at..)?.iter().position(|&byte| byte == 0xff)?;
        while *bytes.get(at)? == 0xff {
            at += 1;
        }
        if bytes[at] != 0 {
            return Some(at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_jpeg_ends_with_its_end_mark_and_not_before() {
        // A comment that holds an end mark, a scan with a stuffed byte, a restart mark and a fill byte.
        let whole = [
            0xff, 0xd8, 0xff, 0xfe, 0, 4, 0xff, 0xd9, 0xff, 0xda, 0, 2, 1, 0xff, 0, 2, 0xff, 0xd0,
            3, 0xff, 0xff, 0xd9,
        ];
        assert!(jpeg_is_whole(&whole));
        for end in 0..whole.len() {
            assert!(!jpeg_is_whole(&whole[..end]), "{end}");
        }
        let padded = [&whole[..whole.len() - 3], &[0; 4096]].concat();
        assert!(!jpeg_is_whole(&padded));
        let with_trailer = [&whole[..], b"SEFT"].concat();
        assert!(jpeg_is_whole(&with_trailer));
    }
}
