//! Copies that are merged go to where the last saves are kept, once the event is saved.

use super::{
    super::{Desk, inbox::Finished, open::Home},
    Met,
};
use crate::ui::Tone;

impl Desk {
    /// Moves the copies whose contents are in the event's file now to where the last saves are kept.
    pub(in crate::app) fn set_copies_aside(&mut self, saved: Option<u64>) {
        let Some(Home::Folder(folder)) = self.open.as_ref().map(|open| &open.home) else {
            return;
        };
        let taken = std::mem::take(&mut self.watch.taken);
        if taken.is_empty() {
            return;
        }
        let (folder, words) = (folder.clone(), self.words);
        self.inbox.spawn(move |outbox| {
            let (mut moved, mut failed) = (Vec::new(), Vec::new());
            for (path, stamp) in taken {
                match folder.set_copy_aside(&path, stamp) {
                    Ok(path) => {
                        let inside = path.strip_prefix(folder.path()).unwrap_or(&path);
                        moved.push(words.path(inside));
                    }
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
