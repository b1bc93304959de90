//! Looking at the disk now and then: whether somebody else has saved the event, and whether a synced folder has left
//! another copy of it there. Off the frame, and without reading a file that has not changed.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use egui::Context;

use super::{
    Desk, clock,
    inbox::Finished,
    made_from::Descent,
    merging::{Source, name_of},
    open::Home,
};
use crate::{
    model::{Event, EventId},
    plan::{changes, merge::merge_on},
    store::{self, FileState, Folder, Mark, Opened, Stamp, StoreError, copy_owner},
    ui::{AfterMerge, Offer, OtherCopy, Tone},
};

/// How long between two looks, in seconds.
const PAUSE: f64 = 2.0;

/// Of so many looks one reads the file whatever its mark says.
const READ_EVERY: u64 = 15;

/// How often in a row a file cannot be read before that is said: another program may be writing it.
const TRIES: u32 = 3;

/// How often in a row it is not there before that is said: a synced folder takes it away before it puts another in its
/// place, and may be slow. Until then nothing is written anew.
const TRIES_AWAY: u32 = 15;

/// What is known of the disk from the last look.
#[derive(Default)]
pub(super) struct Watch {
    /// When to look next, in seconds since the program began.
    next: f64,
    is_looking: bool,
    /// The mark of the event's file when it held what is known.
    mark: Option<Mark>,
    /// How often in a row the file could not be read.
    failed: u32,
    /// The mark that it had then: one that is being written has another each time.
    failing: Option<Mark>,
    /// The notice that says so, until it can be read, and whether it says that the file is gone.
    told: Option<(u64, bool)>,
    copies: BTreeMap<PathBuf, Mark>,
    /// Those that are no copies of this event, which was said.
    not_ours: BTreeMap<PathBuf, Mark>,
    /// Whether something is being merged.
    pub is_merging: bool,
    /// Whether another program has left edits as well, to be offered when what was recovered is saved.
    pub has_others: bool,
    /// What there is to be merged, when the person has time for it.
    pub offers: Vec<Offer>,
    /// Copies that are merged, and go when the event is saved.
    pub taken: Vec<(PathBuf, FileState)>,
}

impl Watch {
    /// Whether the person was told that the event's file is gone.
    pub(super) fn is_gone(&self) -> bool {
        self.told.is_some_and(|(_, is_gone)| is_gone)
    }

    /// The event lives in another folder now. What lies in the old one stays there, with what is to be said of it.
    pub(super) fn move_elsewhere(&mut self) {
        *self = Self {
            is_looking: self.is_looking,
            is_merging: self.is_merging,
            has_others: self.has_others,
            ..Self::default()
        };
    }

    /// The file is read again at the next look.
    pub(super) fn forget_mark(&mut self) {
        self.mark = None;
    }

    /// What the copies would bring in is worked out again at the next look: the event is another one than it was compared
    /// with.
    pub(super) fn compare_copies_again(&mut self) {
        self.copies.clear();
    }
}

/// What a look has found.
pub(super) struct Looked {
    session: u64,
    /// The state of the event with which copies were compared.
    state: u64,
    /// What the file held that it was compared with.
    stamp: Stamp,
    mark: Option<Mark>,
    file: Seen,
    copies: Vec<(PathBuf, Mark)>,
    /// Whether the file held what is known of it, looked at after the copies.
    is_known: bool,
    versions: Vec<(PathBuf, Mark)>,
    /// What those hold that are new or changed.
    read: Vec<(PathBuf, Result<FoundCopy, StoreError>)>,
}

/// What a copy was found to be.
struct FoundCopy {
    event: EventId,
    on_disk: FileState,
    told: OtherCopy,
    /// Whether everything in it is in the open event already.
    is_contained: bool,
}

/// What became of the event's file.
enum Seen {
    Same,
    Other(Box<Opened>),
    Unreadable(StoreError),
    /// It is not there, and its folder is.
    Away,
}

fn look(
    folder: &Folder,
    stamp: Stamp,
    before: Option<Mark>,
    known: &BTreeMap<PathBuf, Mark>,
    ours: &Arc<Event>,
    descent: &Descent,
    (session, state): (u64, u64),
) -> Looked {
    let mark = folder.mark();
    let read = || {
        if folder.stamp()? == stamp {
            return Ok(Seen::Same);
        }
        folder
            .read_to_change()
            .map(|opened| Seen::Other(Box::new(opened)))
    };
    let file = if mark.is_some() && mark == before {
        Seen::Same
    } else {
        match read() {
            Ok(seen) => seen,
            Err(StoreError::Missing(_)) if folder.path().is_dir() => Seen::Away,
            Err(error) => Seen::Unreadable(error),
        }
    };
    let copies = folder.conflict_copies().into_iter();
    let copies: Vec<_> = copies
        .filter_map(|path| Some((Mark::of(&path)?, path)))
        .map(|(mark, path)| (path, mark))
        .collect();
    let new = copies
        .iter()
        .filter(|(path, mark)| known.get(path) != Some(mark));
    let read = new.map(|(path, _)| {
        let read = folder.read_copy(path);
        (
            path.clone(),
            read.map(|(event, on_disk)| found_copy(path, event, on_disk, ours, descent)),
        )
    });
    let read: Vec<(PathBuf, Result<FoundCopy, StoreError>)> = read.collect();
    let is_contained = |(_, read): &(PathBuf, Result<FoundCopy, StoreError>)| {
        read.as_ref().is_ok_and(|found| found.is_contained)
    };
    let is_known = read.iter().any(is_contained) && folder.stamp().is_ok_and(|now| now == stamp);
    Looked {
        session,
        state,
        stamp,
        mark,
        file,
        copies,
        is_known,
        versions: folder.version_marks(),
        read,
    }
}

/// What merging a copy would come to. Only what it would change counts: the rest of what is different was done here since.
fn found_copy(
    path: &Path,
    mut event: Event,
    on_disk: FileState,
    ours: &Arc<Event>,
    descent: &Descent,
) -> FoundCopy {
    let name = name_of(path);
    let id = event.id;
    let is_included = descent.includes(&on_disk.lineage);
    let differences = if id != ours.id || is_included {
        0
    } else {
        changes::share(&mut event, ours);
        let bases = descent.common_ancestors(&on_disk.lineage);
        let merged = merge_on(bases, ours, &Arc::new(event));
        merged.incoming().all.len() + merged.conflicts.len()
    };
    FoundCopy {
        event: id,
        on_disk,
        told: OtherCopy {
            owner: copy_owner(&name),
            written: store::written_at(path).map(clock::told),
            differences,
            name,
        },
        is_contained: differences == 0,
    }
}

impl Desk {
    /// Looks at the disk, if it is time.
    pub(super) fn look_now_and_then(&mut self, ctx: &Context) {
        let now = ctx.input(|input| input.time);
        let Some(open) = self.open.as_ref().filter(|_| !self.watch.is_looking) else {
            return;
        };
        let (Home::Folder(folder), Some(stamp)) = (&open.home, open.stamp) else {
            return;
        };
        if now < self.watch.next {
            ctx.request_repaint_after(Duration::from_secs_f64(self.watch.next - now));
            return;
        }
        if open.is_saving || self.watch.is_merging {
            return;
        }
        self.watch.is_looking = true;
        let (folder, of) = (folder.clone(), (open.session, open.history.state()));
        let (ours, descent) = (Arc::clone(open.event()), open.descent());
        // What a file's mark does not tell is found all the same.
        let mark = self
            .watch
            .mark
            .filter(|_| !self.looks.is_multiple_of(READ_EVERY));
        let known = self.watch.copies.clone();
        let undone = Finished::Looked(None);
        self.inbox.spawn_by_itself(undone, move |outbox| {
            let looked = look(&folder, stamp, mark, &known, &ours, &descent, of);
            outbox.hand_in(Finished::Looked(Some(Box::new(looked))));
        });
    }

    /// The disk was looked at.
    pub(super) fn looked(&mut self, looked: Option<Box<Looked>>) {
        self.watch.is_looking = false;
        self.looks += 1;
        self.watch.next = self.ctx.input(|input| input.time) + PAUSE;
        let Some(looked) = looked else { return };
        let Some(open) = self.open.as_ref() else {
            return;
        };
        let Home::Folder(folder) = &open.home else {
            return;
        };
        let (folder, state) = (folder.clone(), open.history.state());
        if open.session != looked.session || open.is_saving || self.watch.is_merging {
            return;
        }
        if open.stamp != Some(looked.stamp) {
            // It was saved, merged or recovered meanwhile: what was found is older than what is known.
            self.watch.next = 0.0;
            return;
        }
        match looked.file {
            Seen::Same => {
                self.file_is_back();
                self.watch.mark = looked.mark;
            }
            Seen::Other(_) if self.is_occupied() => {}
            Seen::Other(opened) => {
                self.file_is_back();
                self.watch.mark = looked.mark;
                let (event, on_disk) = opened.event_and_state();
                let next = AfterMerge::Stay;
                self.come_in_from_disk(event, Source::Disk { on_disk, next });
            }
            Seen::Unreadable(error) => {
                if self.watch.failing != looked.mark {
                    // It is being written.
                    (self.watch.failing, self.watch.failed) = (looked.mark, 0);
                }
                let sentence = error.sentence(self.words);
                self.file_failed(TRIES, false, sentence);
            }
            Seen::Away => {
                let file = self.words.path(&folder.event_file());
                let sentence = self.words.tf("watch-away", [("file", file.into())]);
                self.file_failed(TRIES_AWAY, true, sentence);
            }
        }
        // One that was contained may not be in what the event is by now.
        let is_known = looked.is_known && state == looked.state;
        self.found_copies(looked.copies, looked.read, is_known);
        self.versions_seen(&looked.versions);
    }

    /// The event's file can be read.
    fn file_is_back(&mut self) {
        self.take_back_what_was_told();
        self.watch.failed = 0;
    }

    fn take_back_what_was_told(&mut self) {
        if let Some((told, _)) = self.watch.told.take() {
            self.notices.retain(|notice| notice.number != told);
        }
    }

    /// The event's file could not be read: says so, once, when that has been so this often.
    fn file_failed(&mut self, tries: u32, is_gone: bool, sentence: String) {
        self.watch.failed += 1;
        if self.watch.failed != tries {
            return;
        }
        self.take_back_what_was_told();
        self.say(Tone::Failed, sentence);
        self.watch.told = Some((self.noticed, is_gone));
        if let Some(open) = &mut self.open {
            open.until_saved.push(self.noticed);
        }
    }

    /// Says which conflict copies there are, and offers to merge those that are of this event.
    fn found_copies(
        &mut self,
        copies: Vec<(PathBuf, Mark)>,
        read: Vec<(PathBuf, Result<FoundCopy, StoreError>)>,
        is_known: bool,
    ) {
        let Some(own) = self.event().map(|event| event.id) else {
            return;
        };
        self.watch.copies = copies.into_iter().collect();
        let names: Vec<String> = self.watch.copies.keys().map(|path| name_of(path)).collect();
        self.watch.offers.retain(|offer| match offer {
            Offer::Copy(copy) => names.contains(&copy.name),
            Offer::Decide(_) | Offer::Waits(_) => true,
        });
        let mut contained = Vec::new();
        for (path, result) in read {
            let name = name_of(&path);
            let file = self.words.quoted(&name);
            match result {
                Ok(found) if found.event == own => {
                    let is_it = |offer: &Offer| matches!(offer, Offer::Copy(of) if of.name == name);
                    self.watch.offers.retain(|offer| !is_it(offer));
                    if found.is_contained && is_known {
                        // What a person has called so may be a copy that they keep.
                        if store::says_conflict(&name) {
                            contained.push((path, found.on_disk));
                        }
                    } else if found.is_contained {
                        // What was saved here may be in no other file until somebody has decided: it stays.
                        self.watch.copies.remove(&path);
                    } else {
                        self.watch.offers.push(Offer::Copy(found.told));
                    }
                }
                Ok(_) if self.is_told_already(&path) => {}
                Ok(_) => {
                    let sentence = self
                        .words
                        .tf("merge-copy-other-event", [("file", file.into())]);
                    self.say(Tone::Note, sentence);
                }
                // It was put aside while it was looked for.
                Err(StoreError::Missing(_)) => {}
                Err(_) if self.is_told_already(&path) => {}
                Err(error) => {
                    let why = error.sentence(self.words);
                    let sentence = self.words.tf(
                        "merge-copy-unreadable",
                        [("file", file.into()), ("why", why.into())],
                    );
                    self.say(Tone::Note, sentence);
                }
            }
        }
        self.set_contained_aside(contained);
    }

    /// Whether it was said already of this file, as it is now, that it is no copy of this event.
    fn is_told_already(&mut self, path: &Path) -> bool {
        let mark = self.watch.copies.get(path).copied();
        let told = mark.and_then(|mark| self.watch.not_ours.insert(path.to_owned(), mark));
        told.is_some() && told == mark
    }

    /// Merges a conflict copy.
    pub(super) fn merge_copy(&mut self, name: &str) {
        let Some(open) = self.open.as_ref() else {
            return;
        };
        let Home::Folder(folder) = &open.home else {
            return;
        };
        let (folder, words, session) = (folder.clone(), self.words, open.session);
        let path = folder.path().join(name);
        let offered = self.watch.offers.iter().find_map(|offer| match offer {
            Offer::Copy(copy) if copy.name == name => Some(copy.differences),
            Offer::Copy(_) | Offer::Decide(_) | Offer::Waits(_) => None,
        });
        let counted = offered.unwrap_or_default();
        self.watch.is_merging = true;
        let undone = Finished::CopyRead {
            session,
            result: Err(words.t("app-work-broke")),
        };
        self.inbox.spawn_or(undone, move |outbox| {
            let read = || {
                let (event, on_disk) = folder.read_copy(&path)?;
                let source = Source::Copy {
                    path,
                    on_disk,
                    counted,
                };
                Ok((Arc::new(event), source))
            };
            let result = read().map_err(|error: StoreError| error.sentence(words));
            outbox.hand_in(Finished::CopyRead { session, result });
        });
    }

    /// A conflict copy was read, or not.
    pub(super) fn copy_was_read(&mut self, session: u64, result: Result<CopyRead, String>) {
        self.watch.is_merging = false;
        if self
            .open
            .as_ref()
            .is_none_or(|open| open.session != session)
        {
            return;
        }
        match result {
            Ok((theirs, source)) => self.merge_in(theirs, source),
            Err(sentence) => self.say(Tone::Failed, sentence),
        }
    }
}

/// What a copy says, and where it is from.
pub(super) type CopyRead = (Arc<Event>, Source);

#[cfg(test)]
mod tests;
