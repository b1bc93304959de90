//! The last saves of the event that is open: listed, with what each of them changed, off the frame.

use std::sync::Arc;

use super::{
    Desk,
    inbox::{Finished, Outbox},
    open::Home,
};
use crate::{
    model::Event,
    plan::{Changes, changes},
    store::{Folder, StoreError},
    ui::{Kept, Place, SaveTold, ToldSave, Tone},
    words::{Teller, Words},
};

impl Desk {
    /// Says that a save could not be kept among the last ones, if so; the event is saved all the same.
    pub(super) fn say_of_backup(&mut self, backup: Result<(), StoreError>) {
        if let Some(open) = &mut self.open {
            open.versions.saves_are_stale = true;
        }
        if let Err(error) = backup {
            let sentence = self.words.t("saves-not-kept");
            let details = vec![error.sentence(self.words)];
            self.say_each(Tone::Note, sentence, details);
        }
    }

    /// Reads the list of the last saves, if it is shown and there may be others than it has.
    pub(super) fn look_at_saves(&mut self) {
        let is_shown = self.place == Place::Versions;
        let Some(open) = self.open.as_mut().filter(|_| is_shown) else {
            return;
        };
        let Home::Folder(folder) = &open.home else {
            return;
        };
        let versions = &mut open.versions;
        if !versions.saves_are_stale || versions.is_working() {
            return;
        }
        versions.saves_are_stale = false;
        versions.working += 1;
        let folder = folder.clone();
        let event = Arc::clone(open.event());
        let (session, words) = (open.session, self.words);
        let undone = Finished::Saves {
            session,
            is_all: true,
            result: Err(words.t("app-work-broke")),
        };
        self.inbox.spawn_or(undone, move |outbox| {
            tell(&folder, &event, session, words, outbox);
        });
    }

    /// The list of the last saves was read, or not.
    pub(super) fn saves_found(
        &mut self,
        session: u64,
        is_all: bool,
        result: Result<Vec<ToldSave>, String>,
    ) {
        let Some(open) = self.open.as_mut().filter(|open| open.session == session) else {
            return;
        };
        let versions = &mut open.versions;
        versions.working = versions.working.saturating_sub(usize::from(is_all));
        match result {
            Ok(mut saves) => {
                // What is known of a save from before is shown until all are looked at again.
                for save in saves.iter_mut().filter(|save| save.told.is_none()) {
                    let known = versions.saves.iter().find(|one| one.save == save.save);
                    save.told = known.and_then(|known| known.told.clone());
                }
                versions.saves = saves;
                let is_there = |save| versions.saves.iter().any(|one| one.save == save);
                if let Some(Kept::Save(save)) = versions.selected
                    && !is_there(save)
                {
                    versions.deselect();
                }
            }
            Err(sentence) => {
                self.say(Tone::Failed, sentence);
                if let Some(open) = &mut self.open {
                    open.until_saved.push(self.noticed);
                }
            }
        }
    }
}

/// Lists the saves; then again, with what each of them changed.
fn tell(folder: &Folder, event: &Event, session: u64, words: Words, outbox: &Outbox) {
    let hand_in = |is_all, result| {
        outbox.hand_in(Finished::Saves {
            session,
            is_all,
            result,
        });
    };
    let mut saves: Vec<ToldSave> = match folder.backups() {
        Ok(listed) => listed
            .iter()
            .map(|one| ToldSave {
                save: one.save,
                told: None,
            })
            .collect(),
        Err(error) => return hand_in(true, Err(error.sentence(words))),
    };
    hand_in(false, Ok(saves.clone()));
    let read = |save: &ToldSave| {
        let mut past = folder.backup(save.save)?;
        changes::share(&mut past, event);
        Ok(past)
    };
    // Two of them are held at a time.
    let mut later: Option<(usize, Event)> = None;
    for index in 0..saves.len() {
        let past: Result<Event, StoreError> = read(&saves[index]);
        match past {
            Ok(past) => {
                if let Some((at, now)) = later.take() {
                    let changes = Changes::between(&past, &now);
                    let teller = Teller::new(words, &past, &now);
                    let first = changes.all.first().map(|change| teller.sentence(change));
                    let told = SaveTold::Changes(changes.all.len(), first.unwrap_or_default());
                    saves[at].told = Some(told);
                }
                later = Some((index, past));
            }
            Err(error) => saves[index].told = Some(SaveTold::Unreadable(error.sentence(words))),
        }
    }
    if let Some((at, _)) = later {
        saves[at].told = Some(SaveTold::Earliest);
    }
    hand_in(true, Ok(saves));
}
