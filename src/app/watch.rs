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
    merging::{Source, name_of},
    open::Home,
};
use crate::{
    model::{Event, EventId},
    plan::{Changes, changes},
    store::{self, Folder, Mark, Opened, Stamp, StoreError, copy_owner},
    ui::{AfterMerge, Offer, OtherCopy, Tone},
};

/// How long between two looks, in seconds.
const PAUSE: f64 = 2.0;

/// How often in a row a file cannot be read before that is said: another program may be writing it.
const TRIES: u32 = 3;

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
    /// The notice that says so, until it can be read.
    told: Option<u64>,
    copies: BTreeMap<PathBuf, Mark>,
    /// Whether something is being merged.
    pub is_merging: bool,
    /// Whether another program has left edits as well, to be offered when what was recovered is saved.
    pub has_others: bool,
    /// What there is to be merged, when the person has time for it.
    pub offers: Vec<Offer>,
    /// Copies that are merged, and go when the event is saved.
    pub taken: Vec<(PathBuf, Stamp)>,
}

impl Watch {
    /// The file is read again at the next look.
    pub(super) fn forget_mark(&mut self) {
        self.mark = None;
    }
}

/// What a look has found.
pub(super) struct Looked {
    session: u64,
    /// What the file held that it was compared with.
    stamp: Stamp,
    mark: Option<Mark>,
    file: Seen,
    copies: Vec<(PathBuf, Mark)>,
    /// What those hold that are new or changed.
    read: Vec<(PathBuf, Result<FoundCopy, StoreError>)>,
}

/// What a copy was found to be.
struct FoundCopy {
    event: EventId,
    told: OtherCopy,
}

/// What became of the event's file.
enum Seen {
    Same,
    Other(Box<Opened>),
    Unreadable(StoreError),
}

fn look(
    folder: &Folder,
    stamp: Stamp,
    before: Option<Mark>,
    known: &BTreeMap<PathBuf, Mark>,
    ours: &Event,
    session: u64,
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
        read().unwrap_or_else(Seen::Unreadable)
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
            read.map(|(event, _)| found_copy(path, event, ours)),
        )
    });
    let read = read.collect();
    Looked {
        session,
        stamp,
        mark,
        file,
        copies,
        read,
    }
}

fn found_copy(path: &Path, mut event: Event, ours: &Event) -> FoundCopy {
    let name = name_of(path);
    changes::share(&mut event, ours);
    FoundCopy {
        event: event.id,
        told: OtherCopy {
            owner: copy_owner(&name).unwrap_or_else(|| name.clone()),
            written: store::written_at(path).map(clock::told),
            differences: Changes::between(ours, &event).all.len(),
            name,
        },
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
        let (folder, session) = (folder.clone(), open.session);
        let ours = Arc::clone(open.event());
        let (mark, known) = (self.watch.mark, self.watch.copies.clone());
        let undone = Finished::Looked(None);
        self.inbox.spawn_by_itself(undone, move |outbox| {
            let looked = look(&folder, stamp, mark, &known, &ours, session);
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
                let told = self.watch.told.take();
                self.notices.retain(|notice| Some(notice.number) != told);
                self.watch.mark = looked.mark;
                self.watch.failed = 0;
            }
            Seen::Other(_) if self.is_occupied() => {}
            Seen::Other(opened) => {
                self.watch.mark = looked.mark;
                self.watch.failed = 0;
                let (stamp, next) = (opened.stamp, AfterMerge::Stay);
                self.come_in_from_disk(Arc::new(opened.event), Source::Disk { stamp, next });
            }
            Seen::Unreadable(error) => {
                self.watch.failed += 1;
                if self.watch.failed == TRIES {
                    let sentence = error.sentence(self.words);
                    self.say(Tone::Failed, sentence);
                    self.watch.told = Some(self.noticed);
                    if let Some(open) = &mut self.open {
                        open.until_saved.push(self.noticed);
                    }
                }
            }
        }
        self.found_copies(looked.copies, looked.read);
    }

    /// Says which conflict copies there are, and offers to merge those that are of this event.
    fn found_copies(
        &mut self,
        copies: Vec<(PathBuf, Mark)>,
        read: Vec<(PathBuf, Result<FoundCopy, StoreError>)>,
    ) {
        let Some(own) = self.event().map(|event| event.id) else {
            return;
        };
        self.watch.copies = copies.into_iter().collect();
        let names: Vec<String> = self.watch.copies.keys().map(|path| name_of(path)).collect();
        self.watch.offers.retain(|offer| match offer {
            Offer::Copy(copy) => names.contains(&copy.name),
            Offer::Decide(_) => true,
        });
        for (path, result) in read {
            let name = name_of(&path);
            let file = self.words.quoted(&name);
            match result {
                Ok(found) if found.event == own => {
                    let is_it = |offer: &Offer| matches!(offer, Offer::Copy(of) if of.name == name);
                    self.watch.offers.retain(|offer| !is_it(offer));
                    self.watch.offers.push(Offer::Copy(found.told));
                }
                Ok(_) => {
                    let sentence = self
                        .words
                        .tf("merge-copy-other-event", [("file", file.into())]);
                    self.say(Tone::Note, sentence);
                }
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
    }

    /// Merges a conflict copy, on the state before both that is nearest to it.
    pub(super) fn merge_copy(&mut self, name: &str) {
        let Some(open) = self.open.as_ref() else {
            return;
        };
        let Home::Folder(folder) = &open.home else {
            return;
        };
        let (folder, words, session) = (folder.clone(), self.words, open.session);
        let in_file = open.history.in_file().cloned();
        let path = folder.path().join(name);
        self.watch.is_merging = true;
        let undone = Finished::CopyRead {
            session,
            result: Err(words.t("app-work-broke")),
        };
        self.inbox.spawn_or(undone, move |outbox| {
            let read = || {
                let (event, stamp) = folder.read_copy(&path)?;
                let base = folder.state_before(&event, in_file.as_deref());
                let source = Source::Copy { path, stamp };
                Ok((base.map(Arc::new), Arc::new(event), source))
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
            Ok((base, theirs, source)) => self.merge_in(base, theirs, source),
            Err(sentence) => self.say(Tone::Failed, sentence),
        }
    }
}

/// The state before both, the copy, and where it is from.
pub(super) type CopyRead = (Option<Arc<Event>>, Arc<Event>, Source);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::tests::{saved_desk, wait_for};

    #[test]
    fn a_folder_that_is_gone_is_told_until_it_is_back() {
        let temp = tempfile::tempdir().unwrap();
        let (mut desk, folder) = saved_desk(&temp);
        let looks = |desk: &mut Desk| {
            for _ in 0..TRIES {
                desk.watch.next = 0.0;
                let ctx = desk.ctx.clone();
                desk.look_now_and_then(&ctx);
                wait_for(desk, |desk| !desk.watch.is_looking);
            }
            let failed = |one: &&crate::ui::Notice| one.tone == Tone::Failed;
            desk.notices.iter().filter(failed).count()
        };
        assert_eq!(looks(&mut desk), 0);
        let aside = temp.path().join("moved away");
        std::fs::rename(folder.path(), &aside).unwrap();
        assert_eq!(looks(&mut desk), 1);
        std::fs::rename(&aside, folder.path()).unwrap();
        assert_eq!(looks(&mut desk), 0);
    }
}
