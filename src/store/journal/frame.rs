//! Records one after the other, of which each is whole or not there.
//!
//! A record is a line that says how long it is and what its bytes come to, the bytes, and a line break:
//!
//! ```text
//! runsheet journal 1
//! 27 5f0c…
//! what stands in the record…
//! ```
//!
//! What the bytes come to is reckoned from those of the record before as well, so that a record counts only where it
//! was written. A person can read the file with any editor.

/// What a journal begins with, before the number of its format.
const MAGIC: &str = "runsheet journal ";

/// How many digits the check of a record has.
const DIGITS: usize = 32;

/// What has been reckoned of a journal up to some record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Chain([u8; 32]);

impl Chain {
    /// Of a journal with nothing in it but its first line.
    pub(super) fn begin(format: u32) -> (Self, Vec<u8>) {
        let line = format!("{MAGIC}{format}\n");
        (Self(*blake3::hash(line.as_bytes()).as_bytes()), line.into())
    }

    fn next(self, payload: &[u8]) -> Self {
        Self(*blake3::keyed_hash(&self.0, payload).as_bytes())
    }

    fn check(self) -> String {
        let hex = blake3::Hash::from_bytes(self.0).to_hex();
        hex[..DIGITS].to_owned()
    }

    /// Puts another record behind what there is.
    pub(super) fn put(&mut self, payload: &[u8], into: &mut Vec<u8>) {
        *self = self.next(payload);
        into.extend_from_slice(format!("{} {}\n", payload.len(), self.check()).as_bytes());
        into.extend_from_slice(payload);
        into.push(b'\n');
    }
}

/// The records of a journal, until the first that is not whole.
pub(super) struct Records<'a> {
    bytes: &'a [u8],
    at: usize,
    chain: Chain,
}

impl<'a> Records<'a> {
    /// Those of a journal, and the number of its format; none if the bytes do not begin as one.
    pub(super) fn of(bytes: &'a [u8]) -> Option<(Self, u32)> {
        let digits = bytes.strip_prefix(MAGIC.as_bytes())?;
        // The longest number has ten digits.
        let end = digits.iter().take(11).position(|byte| *byte == b'\n')?;
        let digits = std::str::from_utf8(&digits[..end]).ok()?;
        let format: u32 = digits.parse().ok()?;
        let (chain, line) = Chain::begin(format);
        // Of ‘1’ and ‘01’ only the first is what we write.
        bytes.starts_with(&line).then_some(())?;
        let at = line.len();
        Some((Self { bytes, at, chain }, format))
    }

    /// Up to where everything was whole, in bytes.
    pub(super) fn read(&self) -> usize {
        self.at
    }
}

impl<'a> Iterator for Records<'a> {
    type Item = &'a [u8];

    fn next(&mut self) -> Option<&'a [u8]> {
        let rest = &self.bytes[self.at..];
        // Twenty digits of a length, a blank, the check.
        let end = rest
            .iter()
            .take(22 + DIGITS)
            .position(|byte| *byte == b'\n')?;
        let line = std::str::from_utf8(&rest[..end]).ok()?;
        let (length, _) = line.split_once(' ')?;
        let length: usize = length.parse().ok()?;
        let payload = rest.get(end + 1..)?.get(..length)?;
        let chain = self.chain.next(payload);
        let is_whole = line == format!("{length} {}", chain.check())
            && rest.get(end + 1 + length) == Some(&b'\n');
        is_whole.then(|| {
            self.at += end + 1 + length + 1;
            self.chain = chain;
            payload
        })
    }
}
