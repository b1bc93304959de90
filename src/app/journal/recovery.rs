//! What earlier programs did not save: found, offered, opened.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use jiff::Timestamp;

use super::super::{
    Desk,
    inbox::{Finished, Loaded},
    open::Home,
    presence::Arrival,
};
use crate::{
    model::Event,
    plan::{Changes, changes},
    store::{
        Folder, Stamp, StoreError,
        journal::{self, Journal as Read, Left, Recovered},
    },
    ui::{self, Answer, Compared, LeftEvent, Question, Recovery, RecoveryCommand, Tone},
};

/// How many journals of one event are offered at once.
const MOST: usize = 10;

/// What was found of one event.
#[derive(Debug, Default)]
pub(in crate::app) struct Found {
    list: Vec<(Recovered, Changes)>,
    /// Those that are there and cannot be read.
    troubles: Vec<StoreError>,
    /// Whether the person asked for it, and wants an answer also if there is nothing.
    was_asked: bool,
}

/// What is offered of the event that is open.
pub(in crate::app) struct Recovering {
    list: Vec<(Recovered, Changes)>,
    chosen: usize,
    is_comparing: bool,
}

impl Recovering {
    /// What panels read of it.
    pub(in crate::app) fn view(&self) -> Option<Recovery<'_>> {
        let (chosen, changes) = self.list.get(self.chosen)?;
        Some(Recovery {
            ends: self.list.iter().map(|(one, _)| last_of(one)).collect(),
            chosen: self.chosen,
            head: &chosen.head,
            is_elsewhere: !chosen.head.is_of_this_machine(),
            steps: &chosen.steps,
            compared: Compared {
                old: &chosen.saved,
                new: chosen.history.event(),
                changes,
                state: chosen.history.state(),
            },
            is_comparing: self.is_comparing,
            has_changed: chosen.has_changed,
            is_torn: chosen.torn > 0,
        })
    }
}

fn last_of(recovered: &Recovered) -> Timestamp {
    let last = recovered.steps.last();
    last.map_or(recovered.head.began, |step| step.at)
}

/// What earlier programs did not save at all, and which of the events that were open lately have unsaved edits.
#[derive(Clone, Default)]
pub(in crate::app) struct LeftBehind {
    events: Vec<LeftEvent>,
    recent: Vec<PathBuf>,
}

impl LeftBehind {
    pub(in crate::app) fn view(&self) -> ui::LeftBehind<'_> {
        ui::LeftBehind {
            events: &self.events,
            recent: &self.recent,
        }
    }
}

/// Looks for what was not saved of an event; `all` has those as well that were seen already, and those of other
/// machines. Journals in which there is nothing that is not saved are taken away.
pub(in crate::app) fn look(
    folder: &Folder,
    (event, stamp): (&Event, Stamp),
    data: &Path,
    all: bool,
) -> Found {
    let mut found = Found {
        was_asked: all,
        ..Found::default()
    };
    let left = journal::in_event(folder, Some(event.id), Some(data));
    for left in left
        .into_iter()
        .filter(|left| all || journal::was_left(left))
    {
        if found.list.len() == MOST {
            break;
        }
        let read = match Read::read(&left.file) {
            Ok(read) if read.base.id == event.id => read,
            // Somebody has put another event's here.
            Ok(_) => continue,
            Err(error) => {
                found.troubles.push(error);
                continue;
            }
        };
        let recovered = journal::recover(read, Some((event, stamp)));
        // An act that does not fit is as good as torn: the file stays.
        let is_whole = recovered.torn == 0;
        if *recovered.saved != **recovered.history.event() {
            let changes = compare(&recovered);
            found.list.push((recovered, changes));
        } else if is_whole && journal::was_left(&left) {
            // Those that it had taken over go first: without it, nothing would say that they are of no use.
            for id in &left.head.replaces {
                for place in [folder.journals().as_path(), data] {
                    journal::remove(&journal::path_in(place, *id), left.head.event);
                }
            }
            journal::remove(&left.file, left.head.event);
        }
    }
    found
}

fn compare(recovered: &Recovered) -> Changes {
    let mut now = (**recovered.history.event()).clone();
    changes::share(&mut now, &recovered.saved);
    Changes::between(&recovered.saved, &now)
}

impl Desk {
    /// Offers what was found of the event that has just been opened.
    pub(in crate::app) fn offer(&mut self, found: Found) {
        for error in found.troubles {
            let sentence = error.sentence(self.words);
            self.say(Tone::Failed, sentence);
        }
        if found.list.is_empty() {
            if found.was_asked {
                let sentence = self.words.t("recovery-none");
                self.say(Tone::Done, sentence);
            }
            return;
        }
        self.recovering = Some(Recovering {
            list: found.list,
            chosen: 0,
            is_comparing: false,
        });
        self.question = Some(Question::Recover);
    }

    /// Looks for what was not saved of the event that is open; `all` has also what was seen already, and says so if
    /// there is nothing.
    pub(in crate::app) fn look_for_unsaved(&mut self, all: bool) {
        let (Some(open), Some(data)) = (&self.open, self.journal_folder()) else {
            return;
        };
        let Home::Folder(folder) = &open.home else {
            return;
        };
        let (folder, session) = (folder.clone(), open.session);
        self.inbox.spawn(move |outbox| {
            let found = match folder.read() {
                Ok(opened) => look(&folder, (&opened.event, opened.stamp), &data, all),
                Err(error) => Found {
                    troubles: vec![error],
                    ..Found::default()
                },
            };
            outbox.hand_in(Finished::Unsaved { session, found });
        });
    }

    /// What was recovered is saved: offers what another program has left besides.
    pub(in crate::app) fn offer_others(&mut self) {
        if std::mem::take(&mut self.watch.has_others) && self.then.is_none() {
            self.look_for_unsaved(false);
        }
    }

    pub(in crate::app) fn unsaved_found(&mut self, session: u64, found: Found) {
        if self
            .open
            .as_ref()
            .is_some_and(|open| open.session == session)
            && self.question.is_none()
        {
            self.offer(found);
        }
    }

    /// Shows another part of what was found.
    pub(in crate::app) fn turn_recovery(&mut self, command: RecoveryCommand) {
        let Some(recovering) = &mut self.recovering else {
            return;
        };
        match command {
            RecoveryCommand::Choose(index) => recovering.chosen = index,
            RecoveryCommand::Compare(is_comparing) => recovering.is_comparing = is_comparing,
        }
    }

    /// What was not saved was left for later, but for what these say.
    pub(in crate::app) fn left_for_later(&mut self, undone: Vec<StoreError>) {
        for error in undone {
            let sentence = error.sentence(self.words);
            self.say(Tone::Failed, sentence);
        }
        let sentence = self.words.t("recovery-kept");
        self.say(Tone::Note, sentence);
    }

    /// What the person wants of what was not saved.
    pub(in crate::app) fn answer_recovery(&mut self, answer: &Answer) {
        let Some(mut recovering) = self.recovering.take() else {
            return;
        };
        match answer {
            Answer::Recover if recovering.chosen < recovering.list.len() => {
                let (recovered, _) = recovering.list.swap_remove(recovering.chosen);
                if self
                    .open
                    .as_ref()
                    .is_some_and(|open| open.history.is_dirty())
                {
                    // What was done meanwhile would be lost.
                    let sentence = self.words.t("recovery-dirty");
                    return self.say(Tone::Failed, sentence);
                }
                self.watch.has_others = !recovering.list.is_empty();
                self.open_recovered(recovered);
            }
            Answer::AsSaved => {
                let files: Vec<_> =
                    (recovering.list.into_iter().map(|(one, _)| one.file)).collect();
                // The folder may be the one that did not answer.
                self.inbox.spawn(move |outbox| {
                    let files = files.iter().filter(|file| file.exists());
                    let undone = files.filter_map(|file| journal::keep_for_later(file).err());
                    outbox.hand_in(Finished::LeftForLater(undone.collect()));
                });
            }
            Answer::Save
            | Answer::Discard
            | Answer::Replace
            | Answer::Cancel
            | Answer::Path(_)
            | Answer::Issue(_)
            | Answer::Number(..)
            | Answer::ReadOnly
            | Answer::Copy
            | Answer::Together
            | Answer::TakeBack
            | Answer::Recover => {
                let sentence = self.words.t("recovery-later");
                self.say(Tone::Note, sentence);
            }
        }
    }

    fn open_recovered(&mut self, recovered: Recovered) {
        let Some(open) = &self.open else { return };
        let (stamp, states) = if recovered.has_changed {
            // What somebody else saved meanwhile is not saved over: it is met at the next look, and merged.
            self.watch.forget_mark();
            (
                Some(recovered.stamp_before()),
                Some(recovered.head.made_from.clone()),
            )
        } else {
            (open.stamp, None)
        };
        let count = recovered.steps.len();
        self.journal_closed();
        self.journal_recovered(&recovered);
        if let Some(open) = &mut self.open {
            open.recover(recovered.history, stamp, states);
        }
        self.say_recovered(count);
    }

    fn say_recovered(&mut self, count: usize) {
        let sentence = self.words.tf("recovery-done", [("count", count.into())]);
        self.say_of_state(sentence, Vec::new(), None);
        if let Some(open) = &mut self.open {
            open.until_saved.push(self.noticed);
        }
    }

    /// Opens an event that was never saved, out of its journal.
    pub(in crate::app) fn read_journal(&mut self, file: PathBuf) {
        let words = self.words;
        let drafts = self
            .journal
            .as_ref()
            .map(|journal| journal.data().join("drafts"));
        self.readings += 1;
        self.left = self
            .open
            .as_ref()
            .map(|open| (open.session, open.history.state()));
        let reading = self.readings;
        let undone = Finished::Opened {
            reading,
            result: Err(words.t("app-work-broke")),
        };
        self.inbox.spawn_or(undone, move |outbox| {
            let result = Read::read(&file).map(|read| {
                let recovered = journal::recover(read, None);
                let event = Arc::unwrap_or_clone(Arc::clone(recovered.history.event()));
                // A folder is taken away with its draft, so it is ours by its place.
                let own = drafts.unwrap_or_default().join(event.id.to_string());
                Box::new(Loaded {
                    event,
                    home: Home::Draft(own),
                    stamp: None,
                    lineage: None,
                    is_new: true,
                    has_comments: false,
                    read_only: None,
                    arrival: Arrival::default(),
                    found: Found::default(),
                    recovered: Some(Box::new(recovered)),
                })
            });
            let result = result.map_err(|error| error.sentence(words));
            outbox.hand_in(Finished::Opened { reading, result });
        });
    }

    /// Looks for what earlier programs did not save, for the welcome screen.
    pub(in crate::app) fn look_for_left_behind(&mut self) {
        let Some(data) = self.journal_folder() else {
            return;
        };
        self.left_behind = LeftBehind::default();
        let recent = self.settings.recent.clone();
        self.inbox.spawn(move |outbox| {
            let of_nobody = |left: &Left| left.head.folder.is_none() && journal::was_left(left);
            let events = journal::in_folder(&data).into_iter().filter(of_nobody);
            let events = events.map(|left| {
                let changed = std::fs::metadata(&left.file).and_then(|found| found.modified());
                let last = changed.ok().and_then(|time| Timestamp::try_from(time).ok());
                LeftEvent {
                    last: last.unwrap_or(left.head.began),
                    file: left.file,
                    title: left.head.title,
                }
            });
            let events = events.collect();
            // A share that is away answers late; what is known already is not held up by it.
            let has_unsaved = |path: &PathBuf| {
                let folder = Folder::draft(path);
                journal::in_event(&folder, None, Some(&data))
                    .iter()
                    .any(journal::was_left)
            };
            let mut found = LeftBehind {
                events,
                recent: Vec::new(),
            };
            outbox.hand_in(Finished::LeftBehind(found.clone()));
            found.recent = recent.into_iter().filter(has_unsaved).collect();
            outbox.hand_in(Finished::LeftBehind(found));
        });
    }
}
