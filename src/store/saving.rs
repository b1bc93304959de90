//! Saving: what a save may replace, what it keeps of that, and how it is written.

use std::io;

use super::{
    Folder, Lineage, Stamp, StoreError,
    disk::read_bytes,
    format::{self, FORMAT, body_to_ron},
    from_ron, limits, to_ron,
    write::{clear_leftovers, is_aside_of, is_part, write_new, write_whole_if},
};
use crate::model::Event;

/// From what an event was made.
#[derive(Clone, Copy, Debug, Default)]
pub struct MadeFrom<'a> {
    /// The states; what the file holds, if none are given.
    pub states: &'a [Lineage],
    /// Whether nothing was done but merging them: whoever merges the same, and decides alike, comes to the same state.
    pub is_merged_alone: bool,
}

impl<'a> MadeFrom<'a> {
    /// Of an event that somebody went on with from these states.
    #[must_use]
    pub const fn states(states: &'a [Lineage]) -> Self {
        Self {
            states,
            is_merged_alone: false,
        }
    }

    /// Of an event that is these states merged, and nothing else.
    #[must_use]
    pub const fn merged(states: &'a [Lineage]) -> Self {
        Self {
            states,
            is_merged_alone: true,
        }
    }
}

/// What a save is about to replace: the bytes, if they are of today's format, and whether they could be kept.
type Replaced = (Option<Vec<u8>>, Result<(), StoreError>);

/// What a save may replace.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// Whatever the file holds.
    Anything,
    /// What it held at this stamp, and nothing that somebody else has saved since. A file that is not there is refused: a
    /// sync engine takes it away before it puts another in its place.
    Held(Stamp),
    /// The same, or nothing: the person knows that the file is gone.
    HeldOrGone(Stamp),
}

/// What became of a save that succeeded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// What the file holds now.
    pub stamp: Stamp,
    /// Which saved state that is.
    pub lineage: Lineage,
    /// Whether the save could be kept among the backups as well. Where it could not, the event is saved all the same.
    pub backup: Result<(), StoreError>,
}

impl Folder {
    /// Writes the event in place of what the file holds, reads it back, and keeps the save among the backups. A file of
    /// an older format, or one that cannot be read, is kept beside it.
    ///
    /// # Errors
    /// [`StoreError::Unwritten`], [`StoreError::Unfaithful`], or [`StoreError::Newer`] if a newer program has
    /// written the file; then it is as it was.
    pub fn save(&self, event: &Event) -> Result<Saved, StoreError> {
        self.save_made_from(event, MadeFrom::default(), Expected::Anything)
    }

    /// As [`save`](Self::save), if the file still holds what it held at `stamp`.
    ///
    /// # Errors
    /// [`StoreError::Changed`] if somebody else has saved since, [`StoreError::Away`] if the file is not there, and as
    /// [`save`](Self::save).
    pub fn save_over(&self, event: &Event, stamp: Stamp) -> Result<Saved, StoreError> {
        self.save_made_from(event, MadeFrom::default(), Expected::Held(stamp))
    }

    /// As [`save`](Self::save), of an event that was made from this, if the file holds what is expected.
    ///
    /// # Errors
    /// As [`save_over`](Self::save_over).
    pub fn save_made_from(
        &self,
        event: &Event,
        from: MadeFrom,
        expected: Expected,
    ) -> Result<Saved, StoreError> {
        self.save_if(event, from, || match expected {
            Expected::Anything => Ok(()),
            Expected::Held(stamp) => self.refuse_another(stamp),
            Expected::HeldOrGone(stamp) => match self.refuse_another(stamp) {
                Err(StoreError::Away(_)) => Ok(()),
                may_be => may_be,
            },
        })
    }

    /// An error if the file holds something else than at `stamp`, or is not there: a synced folder takes it away before
    /// it puts another in its place.
    ///
    /// # Errors
    /// [`StoreError::Changed`] if somebody else has saved since, [`StoreError::Away`].
    pub fn refuse_another(&self, stamp: Stamp) -> Result<(), StoreError> {
        match self.stamp() {
            Ok(now) if now != stamp => Err(StoreError::Changed(self.event_file())),
            // With its folder gone nothing can be written, which says more.
            Err(StoreError::Missing(file)) if self.path().is_dir() => Err(StoreError::Away(file)),
            // What cannot be read is no work of somebody else's that would be lost.
            Ok(_) | Err(_) => Ok(()),
        }
    }

    /// Saves, if that may be: asked when no other program saves any more, and once more right before the file is
    /// replaced, since not every share knows locks.
    fn save_if(
        &self,
        event: &Event,
        from: MadeFrom,
        may_be: impl Fn() -> Result<(), StoreError>,
    ) -> Result<Saved, StoreError> {
        let file = self.event_file();
        let text = to_ron(event);
        // Writing in place of a link would take the link away, and leave what it leads to as it was.
        let target = self.inside(&file)?;
        let unfaithful = || StoreError::Unfaithful(file.clone());
        match from_ron(&text, &file) {
            Ok((read, None)) if read == *event => {}
            Ok(_) | Err(_) => return Err(unfaithful()),
        }
        let turn = self.take_turn();
        may_be()?;
        clear_leftovers(self.path(), |found| is_aside_of("event.ron", found));
        if self.inside(&self.photos()).is_ok() {
            clear_leftovers(&self.photos(), is_part);
        }
        let (before, replaced) = self.keep_what_differs()?;
        let text = Self::text_with_lineage(event, from, before.as_deref());
        write_whole_if(&target, text.as_bytes(), may_be)?;
        let written = read_bytes(&file, limits::EVENT_BYTES)?;
        if written != text.as_bytes() {
            return Err(unfaithful());
        }
        let backup = replaced.and(self.keep_backup(&written));
        drop(turn);
        Ok(Saved {
            stamp: Stamp::of(&written),
            lineage: Lineage::of_text(&text),
            backup,
        })
    }

    /// The text of a save: with its lineage, or what the file held `before`, if that says the same and is made from the
    /// same.
    fn text_with_lineage(event: &Event, from: MadeFrom, before: Option<&[u8]>) -> String {
        let body = body_to_ron(event);
        let before = before.and_then(|bytes| std::str::from_utf8(bytes).ok());
        let replaced = before.map(Lineage::of_text);
        let parents = match &replaced {
            Some(replaced) if from.states.is_empty() => std::slice::from_ref(replaced),
            Some(_) | None => from.states,
        };
        if let (Some(before), Some(replaced)) = (before, &replaced) {
            let same = format!("{body}{}", replaced.text());
            if before == same && parents.iter().all(|parent| replaced.includes(parent.id())) {
                return same;
            }
        }
        let lineage = if from.is_merged_alone {
            Lineage::merge(&body, parents)
        } else {
            Lineage::saved(&body, parents)
        };
        format!("{body}{}", lineage.text())
    }

    /// Keeps what `event.ron` holds: among the backups if it is of today's format, which may fail without harm, else
    /// beside it; refuses if it is of a newer one. Gives what it holds, if that is of today's format.
    fn keep_what_differs(&self) -> Result<Replaced, StoreError> {
        let file = self.event_file();
        let bytes = match read_bytes(&file, limits::EVENT_BYTES) {
            Ok(bytes) => bytes,
            Err(StoreError::Missing(_)) => return Ok((None, Ok(()))),
            Err(error) => return Err(error),
        };
        format::refuse_newer_minor(&bytes, &file)?;
        let stem = match std::str::from_utf8(&bytes).ok().and_then(format::format_of) {
            Some(FORMAT) => {
                let kept = self.keep_replaced(&bytes);
                return Ok((Some(bytes), kept));
            }
            Some(format) if format > FORMAT => {
                return Err(StoreError::Newer {
                    file,
                    format,
                    known: FORMAT,
                });
            }
            Some(format) => format!("event.format-{format}"),
            None if bytes.is_empty() => return Ok((None, Ok(()))),
            None => "event.unreadable".to_owned(),
        };
        for number in 1.. {
            let name = match number {
                1 => format!("{stem}.ron"),
                _ => format!("{stem} ({number}).ron"),
            };
            let backup = self.path().join(name);
            match read_bytes(&backup, limits::EVENT_BYTES) {
                Ok(kept) if kept == bytes => break,
                Err(StoreError::Missing(_)) => match write_new(&backup, &bytes) {
                    Ok(()) => break,
                    // Somebody has just taken the name.
                    Err(StoreError::Unwritten(_, fault))
                        if fault.kind() == io::ErrorKind::AlreadyExists => {}
                    Err(error) => return Err(error),
                },
                Ok(_) | Err(_) => {}
            }
        }
        Ok((None, Ok(())))
    }
}
