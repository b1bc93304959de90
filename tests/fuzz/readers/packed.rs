//! Packed files out of their parts, so that what lies inside a workbook can be reached without a right checksum.

use std::io::{Cursor, Write as _};

use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

/// What stands before the name of a part, which goes to the end of its line.
const MARK: &[u8] = b"@@ ";

/// The packed file that these bytes are, or that is made of the parts in them: `@@ xl/workbook.xml`, a break, and what is
/// in it. `kind` goes into the part that says what an open document is.
pub fn packed(bytes: &[u8], kind: Option<&str>) -> Vec<u8> {
    if bytes.starts_with(b"PK") {
        return bytes.to_vec();
    }
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let mut put = |name: &str, content: &[u8]| {
        // A name that stands there twice, or that no packed file can have, is left out.
        if writer.start_file(name, stored).is_ok() {
            writer.write_all(content).ok();
        }
    };
    if let Some(kind) = kind {
        put("mimetype", kind.as_bytes());
    }
    let mut rest = bytes;
    while let Some(at) = find(rest, MARK) {
        let part = &rest[at + MARK.len()..];
        let end = find(part, MARK).unwrap_or(part.len());
        let (whole, after) = part.split_at(end);
        let line = find(whole, b"\n").unwrap_or(whole.len());
        let content = whole.get(line + 1..).unwrap_or_default();
        put(&String::from_utf8_lossy(&whole[..line]), content);
        rest = after;
    }
    writer.finish().map(Cursor::into_inner).unwrap_or_default()
}

fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).position(|here| here == what)
}
