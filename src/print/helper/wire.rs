//! What the program and the process that typesets for it say to one another, over the pipes between them.
//!
//! A message is its length and its text as JSON, then how many runs of bytes follow, each with its length.

use std::io::{self, Read, Write};

use serde::{Deserialize, Serialize, de::DeserializeOwned};

use super::super::{PrintError, chunks::Extent};
use crate::limits::paper as limits;

/// Runs of bytes that go with a message: data, photos, pixels, a PDF.
pub(super) type Bytes = Vec<Vec<u8>>;

/// What the program asks for.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Ask {
    /// To typeset a paper, and to keep it under this number. The data and the photos follow.
    Set(u64, Sheet),
    /// The picture of a page of this paper.
    Picture(u64, usize, f32),
    /// The PDF of this paper.
    Pdf(u64),
    /// The PDF of a paper with built-in templates that was set in these chunks. The data and the photos follow.
    LongPdf(Sheet, Vec<Extent>),
}

/// A paper to typeset.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Sheet {
    /// Which paper, by its key.
    pub paper: String,
    /// Where the house's templates lie, for messages.
    pub folder: String,
    /// The house's templates, by their file names.
    pub house: Vec<(String, String)>,
    /// The names of the photos that follow behind the data.
    pub photos: Vec<String>,
    /// What makes this document this one and no other.
    pub identity: String,
    /// The day that the document is dated.
    pub date: jiff::civil::Date,
    /// The most memory that the process may take, in bytes.
    pub memory: u64,
}

/// What the process answers.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Answer {
    /// The paper is typeset.
    Set(Vec<Leaf>),
    /// A picture of this width and height; its pixels follow.
    Picture(u32, u32),
    /// The PDF follows.
    Pdf,
    /// It could not be done.
    Fault(PrintError),
    /// No paper is kept under that number: another process may have typeset it.
    Unknown,
}

/// What is known of a page without its picture.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Leaf {
    /// Width and height, in points.
    pub size: (f32, f32),
    /// What it looks like, in hexadecimal digits.
    pub look: String,
    /// What lies where: the label of an item, and left, top, right, bottom in points.
    pub spots: Vec<(String, [f32; 4])>,
}

/// Sends a message.
pub(super) fn send(
    out: &mut impl Write,
    message: &impl Serialize,
    bytes: &[impl AsRef<[u8]>],
) -> io::Result<()> {
    let text = serde_json::to_vec(message)?;
    out.write_all(&(text.len() as u64).to_be_bytes())?;
    out.write_all(&text)?;
    out.write_all(&(bytes.len() as u64).to_be_bytes())?;
    for run in bytes {
        out.write_all(&(run.as_ref().len() as u64).to_be_bytes())?;
        out.write_all(run.as_ref())?;
    }
    out.flush()
}

/// Receives a message. None when the other process has ended.
pub(super) fn receive<T: DeserializeOwned>(
    input: &mut impl Read,
) -> io::Result<Option<(T, Bytes)>> {
    let mut left = limits::MESSAGE_BYTES;
    let length = match number(input) {
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(None),
        length => length?,
    };
    let message = serde_json::from_slice(&run(input, length, &mut left)?)?;
    let mut bytes = Bytes::new();
    for _ in 0..number(input)? {
        let length = number(input)?;
        bytes.push(run(input, length, &mut left)?);
    }
    Ok(Some((message, bytes)))
}

fn number(input: &mut impl Read) -> io::Result<u64> {
    let mut bytes = [0; 8];
    input.read_exact(&mut bytes)?;
    Ok(u64::from_be_bytes(bytes))
}

fn run(input: &mut impl Read, length: u64, left: &mut u64) -> io::Result<Vec<u8>> {
    *left = (left.checked_sub(length)).ok_or(io::ErrorKind::FileTooLarge)?;
    let mut bytes = Vec::new();
    input.take(length).read_to_end(&mut bytes)?;
    if bytes.len() as u64 == length {
        Ok(bytes)
    } else {
        Err(io::ErrorKind::UnexpectedEof.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sent_is_received_and_what_is_torn_is_not() {
        let mut sent = Vec::new();
        send(&mut sent, &Ask::Picture(7, 2, 1.5), &[b"pixels", &b""[..]]).unwrap();
        let (ask, bytes): (Ask, Bytes) = receive(&mut &sent[..]).unwrap().unwrap();
        assert!(matches!(ask, Ask::Picture(7, 2, _)), "{ask:?}");
        assert_eq!(bytes, [b"pixels".to_vec(), Vec::new()]);
        assert!(receive::<Ask>(&mut &[][..]).unwrap().is_none());
        for end in 8..sent.len() {
            assert!(receive::<Ask>(&mut &sent[..end]).is_err(), "{end}");
        }
        let endless = [0xff; 64];
        assert!(receive::<Ask>(&mut &endless[..]).is_err());
    }
}
