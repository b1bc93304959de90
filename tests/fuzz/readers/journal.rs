//! Journals of what was not saved.

use std::path::Path;

use runsheet::store::{
    StoreError,
    journal::{self, Journal},
};

use super::held;

/// What a journal begins with.
const BEGIN: &str = "runsheet journal 1\n";

/// What stands between the records of a journal that is given without their checks.
const MARK: &[u8] = b"\n@@\n";

/// A journal, as it is or as the records that are in it, so that what lies behind a check can be reached.
pub fn journal(bytes: &[u8]) {
    let bytes = if bytes.starts_with(b"runsheet journal ") {
        bytes.to_vec()
    } else {
        written(bytes)
    };
    let read = |bytes: &[u8]| Journal::from_bytes(bytes, Path::new("1.journal"));
    let journal = match read(&bytes) {
        Ok(journal) => journal,
        Err(error) => return held::said(|words| error.sentence(words)),
    };
    assert!(journal.torn <= bytes.len());
    // What is whole is read alone as well, and whatever is torn off gives all that stands before.
    let whole = bytes.len() - journal.torn;
    let alone = read(&bytes[..whole]).expect("what is whole can be read");
    assert_eq!((&alone.entries, alone.torn), (&journal.entries, 0));
    for cut in [whole / 3, whole / 2, whole.saturating_sub(1)] {
        match read(&bytes[..cut]) {
            Ok(less) => {
                assert_eq!(less.base, journal.base);
                assert!(journal.entries.starts_with(&less.entries));
                assert!(less.entries.len() < journal.entries.len());
            }
            Err(error) => assert!(matches!(error, StoreError::NotAJournal(_)), "{error}"),
        }
    }
    held::event(&journal.base);
    let base = journal.base.clone();
    let recovered = journal::recover(journal, None);
    held::event(recovered.history.event());
    // Everything that was done can be taken back, and done again, whatever a file that was edited by hand names.
    let mut history = recovered.history;
    let last = history.event().clone();
    let mut count = 0;
    while history.undo().expect("it was done").is_some() {
        count += 1;
    }
    assert_eq!(**history.event(), base);
    for _ in 0..count {
        assert!(history.redo().expect("it was taken back").is_some());
    }
    assert_eq!(*history.event(), last);
}

/// A journal of these records.
fn written(records: &[u8]) -> Vec<u8> {
    let mut bytes = BEGIN.as_bytes().to_vec();
    let mut chain = *blake3::hash(BEGIN.as_bytes()).as_bytes();
    let mut rest = records;
    loop {
        let end = rest.windows(MARK.len()).position(|here| here == MARK);
        let (record, after) = rest.split_at(end.unwrap_or(rest.len()));
        chain = *blake3::keyed_hash(&chain, record).as_bytes();
        let check = blake3::Hash::from_bytes(chain).to_hex();
        bytes.extend(format!("{} {}\n", record.len(), &check[..32]).bytes());
        bytes.extend(record);
        bytes.push(b'\n');
        match after.get(MARK.len()..) {
            Some(next) => rest = next,
            None => return bytes,
        }
    }
}
