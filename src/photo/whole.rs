//! Whether a JPEG is there to its end, told from its marks without decoding it.

/// Whether the marks of a JPEG lead to its end. A card that was pulled out, or a copy that broke off, leaves a file
/// that decoders show with a grey lower half and no complaint.
pub(super) fn jpeg_is_whole(bytes: &[u8]) -> bool {
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
                at += usize::from(u16::from_be_bytes([high, low])).max(2);
                if at > bytes.len() {
                    return false;
                }
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
