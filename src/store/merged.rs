//! Writing what was merged without a window.

use std::path::Path;

use super::{
    Folder, Lineage, StoreError,
    disk::{read_bytes, text_of},
    format, limits,
    replace::{lies_among_own, real},
    write::{led_to, write_whole_if},
};
use crate::model::Event;

/// From what an event was merged.
#[derive(Clone, Copy, Debug)]
pub struct MergedFrom<'a> {
    /// The states that are in it as a whole: its parents.
    pub parents: &'a [Lineage],
    /// The state of which values are left in conflict: it is no parent.
    pub unmerged: Option<&'a Lineage>,
    /// All the states that were looked at. A file that holds another is not replaced.
    pub seen: &'a [Lineage],
}

/// Writes an event that was merged into a file of any name, in place of one of the states that it was merged from, or of one
/// before them, and reads it back. A link stays one, and what it leads to is written. In an event's folder what is replaced
/// and what is written are kept among the backups; gives whether they could be.
///
/// # Errors
/// [`StoreError::NotAnEvent`] if the file holds something else, [`StoreError::AnotherEvent`] or [`StoreError::NotMerged`] if it
/// holds an event that was not merged, [`StoreError::OfAnEvent`] if it is a version or a save, or would lie among them,
/// [`StoreError::Newer`] if a newer program has written it; what keeps an event in it from being read;
/// [`StoreError::Unwritten`] or [`StoreError::Unfaithful`]. Then it is as it was.
pub fn write_event(
    file: &Path,
    event: &Event,
    from: MergedFrom,
) -> Result<Result<(), StoreError>, StoreError> {
    if real(file).is_some_and(|path| lies_among_own(&path)) {
        return Err(StoreError::OfAnEvent(file.to_owned()));
    }
    let led = led_to(file).map_err(|error| StoreError::Unwritten(file.to_owned(), error.into()))?;
    let file = led.as_path();
    let body = format::body_to_ron(event);
    let lineage = Lineage::merged(&body, from.parents, from.unmerged);
    let text = format!("{body}{}", lineage.text());
    let unfaithful = || StoreError::Unfaithful(file.to_owned());
    match format::from_ron(&text, file) {
        Ok((read, None)) if read == *event => {}
        Ok(_) | Err(_) => return Err(unfaithful()),
    }
    // The same merge may have been written before.
    let seen: Vec<&Lineage> = from.seen.iter().chain([&lineage]).collect();
    replace(file, text.as_bytes(), |held| {
        refuse_unmerged(held, file, event, &seen)
    })
}

/// Writes a file in place of what it holds, if that may be, and reads it back; in an event's folder both are kept among the
/// backups, if they can be.
fn replace(
    file: &Path,
    text: &[u8],
    may_replace: impl Fn(&[u8]) -> Result<(), StoreError>,
) -> Result<Result<(), StoreError>, StoreError> {
    let folder = Folder::at(file).ok();
    let turn = folder.as_ref().map(Folder::take_turn);
    let held = || match read_bytes(file, limits::VERSION_BYTES) {
        Ok(bytes) if bytes.is_empty() => Ok(None),
        Ok(bytes) => Ok(Some(bytes)),
        Err(StoreError::Missing(_)) => Ok(None),
        Err(error) => Err(error),
    };
    let before = held()?;
    before.as_deref().map_or(Ok(()), &may_replace)?;
    let replaced = match (&folder, &before) {
        (Some(folder), Some(before)) => folder.keep_replaced(before),
        (Some(_) | None, _) => Ok(()),
    };
    // Once more right before the file is replaced: who saves meanwhile may know nothing of turns.
    write_whole_if(file, text, || match held()? {
        now if now == before => Ok(()),
        now => now.as_deref().map_or(Ok(()), &may_replace),
    })?;
    if read_bytes(file, limits::VERSION_BYTES)? != text {
        return Err(StoreError::Unfaithful(file.to_owned()));
    }
    let kept = folder.as_ref().map_or(Ok(()), |it| it.keep_backup(text));
    drop(turn);
    Ok(replaced.and(kept))
}

/// An error unless these bytes are one of the states that were merged, or one from which one of them was made: anything else
/// would be gone without anybody having seen it.
fn refuse_unmerged(
    bytes: &[u8],
    file: &Path,
    event: &Event,
    seen: &[&Lineage],
) -> Result<(), StoreError> {
    match std::str::from_utf8(bytes).ok().and_then(format::format_of) {
        None => return Err(StoreError::NotAnEvent(file.to_owned())),
        Some(format) if format > format::FORMAT => {
            return Err(StoreError::Newer {
                file: file.to_owned(),
                format,
                known: format::FORMAT,
            });
        }
        Some(_) => format::refuse_newer_minor(bytes, file)?,
    }
    let text = text_of(bytes, file)?;
    let state = Lineage::of_text(text).id();
    if seen.iter().any(|one| one.id() == state) {
        return Ok(());
    }
    let (held, _) = format::from_ron(text, file)?;
    if held.id != event.id {
        return Err(StoreError::AnotherEvent(file.to_owned()));
    }
    if seen.iter().any(|one| one.includes(state)) {
        return Ok(());
    }
    Err(StoreError::NotMerged(file.to_owned()))
}

#[cfg(test)]
mod tests {
    use std::{cell::Cell, fs};

    use super::*;

    #[test]
    fn what_somebody_saves_while_a_merge_is_written_is_looked_at_as_well() {
        let temp = tempfile::tempdir().unwrap();
        let file = temp.path().join("merged.ron");
        let looks = Cell::new(0);
        let may_replace = |held: &[u8]| {
            looks.set(looks.get() + 1);
            if held == b"theirs" {
                return Err(StoreError::NotMerged(file.clone()));
            }
            fs::write(&file, "theirs").unwrap();
            Ok(())
        };
        fs::write(&file, "ours").unwrap();
        let refused = replace(&file, b"merged", may_replace).unwrap_err();
        assert_eq!(refused, StoreError::NotMerged(file.clone()));
        assert_eq!(looks.get(), 2);
        assert_eq!(fs::read(&file).unwrap(), b"theirs");
    }
}
