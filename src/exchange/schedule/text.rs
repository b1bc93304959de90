//! The bytes of a schedule as text.

use std::borrow::Cow;

/// The text of a file: UTF-8, what its mark of order says, or the encoding that an XML declaration names.
pub(super) fn of_bytes(bytes: &[u8]) -> Cow<'_, str> {
    if let Some((encoding, mark)) = encoding_rs::Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling(&bytes[mark..]).0;
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Cow::Borrowed(text);
    }
    declared(bytes)
        .unwrap_or(encoding_rs::UTF_8)
        .decode_without_bom_handling(bytes)
        .0
}

/// The encoding that the XML declaration at the head of a file names.
fn declared(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(200)]);
    let declaration = head.trim_start().strip_prefix("<?xml")?.split_once("?>")?.0;
    let value = declaration.split_once("encoding")?.1;
    let value = value.trim_start().strip_prefix('=')?.trim_start();
    let name = value.split(['"', '\'']).nth(1)?;
    encoding_rs::Encoding::for_label(name.trim().as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_encoding_is_found_out() {
        for bytes in [
            "<a>é</a>".as_bytes(),
            b"\xef\xbb\xbf<a>\xc3\xa9</a>",
            b"\xff\xfe<\0a\0>\0\xe9\0<\0/\0a\0>\0",
        ] {
            assert_eq!(of_bytes(bytes), "<a>é</a>");
        }
        let latin = b"<?xml version='1.0' encoding='ISO-8859-1' ?><a>\xe9</a>";
        assert!(of_bytes(latin).ends_with("<a>é</a>"));
        assert!(of_bytes(b"\xff\xff{").contains('\u{fffd}'));
    }
}
