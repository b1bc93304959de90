//! Copies that are merged go to where the last saves are kept, once the event is saved.

use super::{
    super::{Desk, inbox::Finished, open::Home},
    Met,
};
use std::path::PathBuf;

use crate::{
    store::{FileState, StoreError},
    ui::Tone,
};

impl Desk {
    /// Moves the copies whose contents are in the event's file now to where the last saves are kept.
    pub(in crate::app) fn set_copies_aside(&mut self, saved: Option<u64>) {
        let Some(open) = &self.open else { return };
        // One that was merged while the event was being saved is not in the file yet; one whose merging was taken back is
        // offered again.
        let in_file = open.sources.in_file();
        let is_in_file = |on_disk: &FileState| {
            in_file.is_some_and(|in_file| in_file.includes(on_disk.lineage.id()))
        };
        let states = open.sources.states(&open.history);
        let (taken, others): (Vec<_>, Vec<_>) = std::mem::take(&mut self.watch.taken)
            .into_iter()
            .partition(|(_, on_disk)| is_in_file(on_disk));
        let is_in = |on_disk: &FileState| {
            states
                .iter()
                .any(|state| state.includes(on_disk.lineage.id()))
        };
        let before = others.len();
        self.watch.taken = others
            .into_iter()
            .filter(|(_, on_disk)| is_in(on_disk))
            .collect();
        if self.watch.taken.len() < before {
            self.watch.compare_copies_again();
        }
        self.move_aside(taken, saved);
    }

    /// Copies that bring nothing in are out of the way once all of the event is in its file. Until then what is in them may
    /// be taken back: they are compared again when the event is saved.
    pub(in crate::app) fn set_contained_aside(&mut self, contained: Vec<(PathBuf, FileState)>) {
        let may = self.open.as_ref().is_some_and(|open| {
            !open.history.is_dirty() && open.newer.is_none() && open.read_only.is_none()
        });
        if may {
            self.move_aside(contained, None);
        }
    }

    fn move_aside(&self, taken: Vec<(PathBuf, FileState)>, saved: Option<u64>) {
        let Some(Home::Folder(folder)) = self.open.as_ref().map(|open| &open.home) else {
            return;
        };
        let is_here = |(path, _): &(PathBuf, FileState)| path.parent() == Some(folder.path());
        let taken: Vec<_> = taken.into_iter().filter(is_here).collect();
        if taken.is_empty() {
            return;
        }
        let (folder, words) = (folder.clone(), self.words);
        self.inbox.spawn(move |outbox| {
            let (mut moved, mut failed) = (Vec::new(), Vec::new());
            for (path, on_disk) in taken {
                match folder.set_copy_aside(&path, on_disk.stamp) {
                    Ok(path) => {
                        let inside = path.strip_prefix(folder.path()).unwrap_or(&path);
                        moved.push(words.path(inside));
                    }
                    // Another machine has put it aside, and the synced folder has brought that here.
                    Err(StoreError::Missing(_)) => {}
                    Err(error) => failed.push(error.sentence(words)),
                }
            }
            outbox.hand_in(Finished::Merging(Met::SetAside {
                saved,
                moved,
                failed,
            }));
        });
    }

    /// Says where merged copies are now; in one notice with the save, where there was one.
    pub(super) fn say_set_aside(
        &mut self,
        saved: Option<u64>,
        moved: &[String],
        failed: Vec<String>,
    ) {
        for sentence in failed {
            self.say(Tone::Failed, sentence);
        }
        if moved.is_empty() {
            return;
        }
        let words = self.words;
        let files = words.series(moved);
        let key = match saved {
            Some(saved) => {
                self.dismiss(saved);
                "copies-saved"
            }
            None => "copies-set-aside",
        };
        let values = [("count", moved.len().into()), ("files", files.into())];
        self.say(Tone::Done, words.tf(key, values));
    }
}
