//! Versions that two machines have issued under one number: found when the folder of versions has changed, asked about,
//! and numbered off the frame.

use std::path::PathBuf;

use super::{Desk, inbox::Finished, merging::name_of, open::Home};
use crate::{
    model::EventId,
    store::{Beside, Folder, Mark, Numbered, Stamp, StoreError, Twins},
    ui::{Place, Progress, Question, Tone},
    words::Words,
};

/// What lies beside the versions, as far as panels are told.
#[derive(Default)]
pub(super) struct BesideTold {
    /// Numbers that were given twice.
    pub twins: Vec<Twins>,
    /// Copies that cannot be read: what they are called, and why.
    pub unreadable: Vec<(String, String)>,
}

/// Looks at what lies beside the versions. Copies of what has a number already are moved to where the last saves are
/// kept, if that may be.
///
/// # Errors
/// As [`Folder::beside_versions`].
pub(super) fn beside(
    folder: &Folder,
    event: EventId,
    may_write: bool,
    words: Words,
) -> Result<BesideTold, StoreError> {
    let Beside {
        twins,
        left_over,
        unreadable,
    } = folder.beside_versions(event)?;
    if may_write {
        for (file, stamp) in left_over {
            folder.set_left_over_aside(&file, stamp);
        }
    }
    let told = |(file, error): (PathBuf, StoreError)| (name_of(&file), error.sentence(words));
    Ok(BesideTold {
        twins,
        unreadable: unreadable.into_iter().map(told).collect(),
    })
}

impl Desk {
    /// The folder of versions was looked at: if there are others in it by now, they are read.
    pub(super) fn versions_seen(&mut self, marks: &[(PathBuf, Mark)]) {
        let Some(open) = &mut self.open else { return };
        if open.versions.marks != *marks && !open.versions.is_working() {
            // Also where they cannot be read, which is said once.
            open.versions.marks = marks.to_vec();
            self.look_at_versions();
        }
    }

    /// Asks which of several versions keeps its number.
    pub(super) fn ask_number(&mut self, number: u32) {
        self.leave_reading();
        if !self.refuses_edits() {
            self.question = Some(Question::Number(number));
        }
    }

    /// Has one of several versions keep its number, and numbers the others anew, off the frame.
    pub(super) fn number_twins(&mut self, number: u32, keeps: Stamp) {
        let Some(open) = &mut self.open else { return };
        let Home::Folder(folder) = &open.home else {
            return;
        };
        let (folder, event, words) = (folder.clone(), open.event().id, self.words);
        let session = open.session;
        self.progress = Some(Progress {
            doing: words.t("app-numbering"),
            done: 0,
            of: 0,
            can_cancel: false,
        });
        let undone = Finished::Numbered {
            session,
            number,
            result: Err(words.t("app-work-broke")),
        };
        self.inbox.spawn_or(undone, move |outbox| {
            let result = folder.number_twins(event, number, keeps);
            outbox.hand_in(Finished::Numbered {
                session,
                number,
                result: result.map_err(|error| error.sentence(words)),
            });
        });
    }

    /// Versions were numbered anew, or not.
    pub(super) fn numbered(&mut self, session: u64, number: u32, result: Result<Numbered, String>) {
        self.progress = None;
        if self
            .open
            .as_ref()
            .is_none_or(|open| open.session != session)
        {
            return;
        }
        let words = self.words;
        match result {
            Ok(Numbered {
                keeps: Some(keeps),
                others,
            }) => {
                let values =
                    |number: u32, told: String| [("number", number.into()), ("told", told.into())];
                let sentence = words.tf("app-numbered", values(number, words.twin(&keeps)));
                let others = others.iter().map(|issue| {
                    words.tf(
                        "app-numbered-other",
                        values(issue.number, words.twin(issue)),
                    )
                });
                let others = others.collect();
                self.say_each(Tone::Done, sentence, others);
                self.go(Place::Versions);
            }
            Ok(Numbered { keeps: None, .. }) => {
                let sentence = words.t("app-numbered-already");
                self.say(Tone::Note, sentence);
            }
            Err(sentence) => self.say(Tone::Failed, sentence),
        }
        self.look_at_versions();
    }
}
