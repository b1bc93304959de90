//! The versions of the event that is open, and its last saves: listed, compared, read and brought back, off the frame.

mod past;

use std::{
    collections::{BTreeMap, HashMap},
    path::PathBuf,
    sync::Arc,
};

use super::{
    Desk,
    inbox::Finished,
    open::{Home, Open},
    version_twins::{BesideTold, beside},
};
use crate::{
    model::{BatchName, Edit, Event, History, Standing},
    plan::{Changes, Plan, changes},
    store::{Folder, ListedVersion, Mark, Sound, StoreError, Version},
    ui::{self, Compared, Kept, Place, ReadOnly, ToldBy, ToldSave, Tone, VersionCommand},
    words::Words,
};

pub(super) use past::{Is, Past};
use past::{read_shared, read_version};

/// The version that was issued last, as far as it can be read.
#[derive(Clone, Default)]
pub(super) enum Latest {
    /// None was issued.
    #[default]
    None,
    /// It cannot be read, so that no state of the event is known to equal it.
    Unreadable(u32),
    /// It is this one.
    Read(Arc<Version>),
}

impl Latest {
    /// How a state of the event stands to it.
    pub(super) fn standing(&self, event: &Event, papers: &BTreeMap<String, String>) -> Standing {
        match self {
            Self::None => Standing::Draft,
            Self::Unreadable(number) => Standing::DraftAfter(*number),
            Self::Read(version) => version.standing(event, papers),
        }
    }

    /// Its number.
    pub(super) fn number(&self) -> Option<u32> {
        match self {
            Self::None => None,
            Self::Unreadable(number) => Some(*number),
            Self::Read(version) => Some(version.issue.number),
        }
    }
}

/// What is known of the versions of one event.
#[derive(Default)]
pub(super) struct Versions {
    pub list: Vec<ListedVersion>,
    pub latest: Latest,
    /// What lies beside them.
    beside: BesideTold,
    /// What was in their folder when they were looked at.
    pub marks: Vec<(PathBuf, Mark)>,
    /// Which of them were read as a whole.
    sound: Sound,
    /// The house's own templates as they were when the versions were looked at.
    papers: BTreeMap<String, String>,
    pub standing: Standing,
    /// Of which state of the event that is.
    standing_of: Option<u64>,
    /// The last saves, the latest first.
    pub saves: Vec<ToldSave>,
    /// Whether there may be others by now.
    pub saves_are_stale: bool,
    pub selected: Option<Kept>,
    told_by: ToldBy,
    compared: Option<Arc<Past>>,
    trouble: Option<String>,
    /// What has changed since the selected one, in this state of the event.
    changes: Option<(u64, Changes)>,
    /// How much work goes on for them.
    pub working: usize,
}

/// What was found in the folder of versions.
pub(super) struct Found {
    list: Vec<ListedVersion>,
    sound: Sound,
    latest: Latest,
    beside: BesideTold,
    marks: Vec<(PathBuf, Mark)>,
    papers: BTreeMap<String, String>,
}

/// What a version is read for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wish {
    /// To compare the event with it.
    Compare,
    /// To show it.
    Read,
    /// To show its papers.
    Print,
    /// To make the event what it was.
    BringBack,
}

/// An earlier state that is shown in place of the event, to read only.
pub(super) struct Reading {
    pub past: Arc<Past>,
    pub plan: Arc<Plan>,
    pub why: ReadOnly,
    standing: Standing,
}

impl Versions {
    /// Whether work goes on whose result somebody waits for.
    pub(super) fn is_working(&self) -> bool {
        self.working > 0
    }

    /// The number of the last version; none before one is issued.
    pub(super) fn last(&self) -> Option<u32> {
        self.latest.number()
    }

    /// Follows the event: how it stands, and what has changed where that is shown.
    pub(super) fn follow(&mut self, history: &History, is_shown: bool) {
        let state = history.state();
        if self.standing_of != Some(state) {
            self.standing = self.latest.standing(history.event(), &self.papers);
            self.standing_of = Some(state);
        }
        if let Some(past) = self.compared.as_ref().filter(|_| is_shown)
            && self.changes.as_ref().is_none_or(|(of, _)| *of != state)
        {
            let changes = Changes::between(&past.event, history.event());
            self.changes = Some((state, changes));
        }
    }

    fn view<'a>(&'a self, now: &'a Event) -> ui::Versions<'a> {
        let compared = self.compared.as_ref().zip(self.changes.as_ref());
        ui::Versions {
            list: &self.list,
            twins: &self.beside.twins,
            unreadable: &self.beside.unreadable,
            saves: &self.saves,
            standing: &self.standing,
            selected: self.selected,
            told_by: self.told_by,
            compared: compared.map(|(past, (state, changes))| Compared {
                old: &past.event,
                new: now,
                changes,
                state: *state,
            }),
            trouble: self.trouble.as_deref(),
        }
    }

    /// Nothing is compared any more.
    pub(super) fn deselect(&mut self) {
        self.selected = None;
        self.forget_compared();
    }

    fn forget_compared(&mut self) {
        self.compared = None;
        self.changes = None;
        self.trouble = None;
    }
}

impl Desk {
    /// What panels read of the versions.
    pub(super) fn versions_view(&self) -> ui::Versions<'_> {
        match &self.open {
            Some(open) => {
                let mut view = open.versions.view(open.event());
                if let Some(reading) = &self.reading {
                    view.standing = &reading.standing;
                }
                view
            }
            None => ui::Versions {
                list: &[],
                twins: &[],
                unreadable: &[],
                saves: &[],
                standing: &Standing::Draft,
                selected: None,
                told_by: ToldBy::default(),
                compared: None,
                trouble: None,
            },
        }
    }

    /// Reads the list of versions, off the frame.
    pub(super) fn look_at_versions(&mut self) {
        let Some(open) = &mut self.open else { return };
        let Home::Folder(folder) = &open.home else {
            return;
        };
        open.versions.saves_are_stale = true;
        open.versions.working += 1;
        let (folder, event) = (folder.clone(), Arc::clone(open.event()));
        let (session, words) = (open.session, self.words);
        let sound = open.versions.sound.clone();
        let may_write = open.newer.is_none() && open.read_only.is_none();
        let undone = Finished::Versions {
            session,
            result: Err(words.t("app-work-broke")),
        };
        self.inbox.spawn_or(undone, move |outbox| {
            let result = find(&folder, &event, sound, may_write, words);
            let result = result.map_err(|error| error.sentence(words));
            outbox.hand_in(Finished::Versions { session, result });
        });
    }

    /// The list of versions was read, or not.
    pub(super) fn versions_found(&mut self, session: u64, result: Result<Found, String>) {
        let Some(open) = self.open.as_mut().filter(|open| open.session == session) else {
            return;
        };
        let versions = &mut open.versions;
        versions.working = versions.working.saturating_sub(1);
        match result {
            Ok(found) => {
                versions.list = found.list;
                versions.sound = found.sound;
                versions.latest = found.latest;
                versions.beside = found.beside;
                versions.marks = found.marks;
                versions.papers = found.papers;
                versions.standing_of = None;
                let is_there = |kept| match kept {
                    Kept::Version(number) => versions.list.iter().any(|one| one.number == number),
                    Kept::Twin(_, stamp) => {
                        let mut twins = versions.beside.twins.iter();
                        twins.any(|twins| twins.all.iter().any(|twin| twin.stamp == stamp))
                    }
                    Kept::Save(_) => true,
                };
                let last = versions.list.last().map(|last| last.number);
                if let Some(number) = last.filter(|_| !versions.selected.is_some_and(is_there)) {
                    self.version_command(VersionCommand::Select(Kept::Version(number)));
                }
            }
            Err(sentence) => self.say(Tone::Failed, sentence),
        }
    }

    /// Does something about the versions.
    pub(super) fn version_command(&mut self, command: VersionCommand) {
        let Some(open) = &mut self.open else { return };
        match command {
            VersionCommand::Select(kept) => {
                open.versions.selected = Some(kept);
                open.versions.forget_compared();
                self.read_kept(kept, Wish::Compare);
            }
            VersionCommand::Tell(by) => open.versions.told_by = by,
            VersionCommand::Read(kept) => self.read_kept(kept, Wish::Read),
            VersionCommand::Print(kept) => self.read_kept(kept, Wish::Print),
            VersionCommand::BringBack(kept) => self.read_kept(kept, Wish::BringBack),
            VersionCommand::AskNumber(number) => self.ask_number(number),
            VersionCommand::Leave => self.leave_reading(),
        }
    }

    fn read_kept(&mut self, kept: Kept, wish: Wish) {
        let Some(open) = &mut self.open else { return };
        let Home::Folder(folder) = &open.home else {
            return;
        };
        open.versions.working += 1;
        let (folder, event) = (folder.clone(), Arc::clone(open.event()));
        let (session, words) = (open.session, self.words);
        let done = move |result| Finished::KeptRead {
            session,
            kept,
            wish,
            result,
        };
        let undone = done(Err(words.t("app-work-broke")));
        self.inbox.spawn_or(undone, move |outbox| {
            let read = read_shared(&folder, kept, &event);
            outbox.hand_in(done(read.map_err(|error| error.sentence(words))));
        });
    }

    /// An earlier state was read, or not.
    pub(super) fn kept_was_read(
        &mut self,
        session: u64,
        (kept, wish): (Kept, Wish),
        result: Result<Arc<Past>, String>,
    ) {
        let Some(open) = self.open.as_mut().filter(|open| open.session == session) else {
            return;
        };
        open.versions.working = open.versions.working.saturating_sub(1);
        match (wish, result) {
            // Another one has been selected meanwhile.
            (Wish::Compare, _) if open.versions.selected != Some(kept) => {}
            (Wish::Compare, Ok(past)) => {
                open.versions.forget_compared();
                open.versions.compared = Some(past);
            }
            (Wish::Compare, Err(sentence)) => open.versions.trouble = Some(sentence),
            (Wish::Read, Ok(past)) => self.show_past(past, Place::RunOfShow),
            (Wish::Print, Ok(past)) => self.show_past(past, Place::Papers),
            (Wish::BringBack, Ok(past)) => self.bring_back(&past),
            (Wish::Read | Wish::Print | Wish::BringBack, Err(sentence)) => {
                self.say(Tone::Failed, sentence);
            }
        }
    }

    fn show_past(&mut self, past: Arc<Past>, place: Place) {
        let Some(open) = &self.open else { return };
        let (why, standing) = match &past.is {
            Is::Version(issue, _) => (
                ReadOnly::Version(issue.clone()),
                Standing::Version(issue.clone()),
            ),
            Is::Save(save) => {
                let versions = &open.versions;
                let standing = versions.latest.standing(&past.event, &versions.papers);
                (ReadOnly::Save(save.at()), standing)
            }
        };
        self.preview.set_kept(past.photos.clone());
        self.pictures.forget_pages();
        self.reading = Some(Reading {
            plan: Arc::new(Plan::of(&past.event)),
            why,
            standing,
            past,
        });
        self.go(place);
    }

    /// Goes back to the event from a version that was shown.
    pub(super) fn leave_reading(&mut self) {
        if let Some(reading) = self.reading.take() {
            // That it could not be edited is of no use any more.
            let refusal = self.refusal(&reading.why);
            self.notices.retain(|notice| notice.sentence != refusal);
            self.preview.set_kept(HashMap::new());
            self.pictures.forget_pages();
            self.place = Place::Versions;
        }
    }

    fn bring_back(&mut self, past: &Past) {
        if self.refuses_newer(past.read_only) {
            return;
        }
        self.leave_reading();
        let Some(open) = &self.open else { return };
        let edits = changes::restore(open.event(), &past.event);
        let is_same = edits.is_empty();
        let (name, keys) = match past.kept() {
            Kept::Version(number) | Kept::Twin(number, _) => (
                BatchName::BringBack(number),
                ["app-brought-back", "app-brought-back-same"],
            ),
            Kept::Save(save) => (
                BatchName::BringBackSave(save.at()),
                ["app-brought-back-save", "app-brought-back-save-same"],
            ),
        };
        if !is_same {
            self.edit(Edit::Batch(name, edits));
        }
        let which = match past.kept() {
            Kept::Version(number) | Kept::Twin(number, _) => ("number", number.into()),
            Kept::Save(save) => ("at", self.words.saved_at(save.at()).into()),
        };
        let sentence = self.words.tf(keys[usize::from(is_same)], [which]);
        self.say(Tone::Done, sentence);
    }
}

impl Open {
    /// The version before what is printed: the last one, unless the event is that itself.
    pub(super) fn version_before(&self, reading: Option<u32>) -> Option<u32> {
        let numbers = || self.versions.list.iter().map(|version| version.number);
        let now = reading.or(match &self.versions.standing {
            Standing::Version(issue) => Some(issue.number),
            Standing::Draft | Standing::DraftAfter(_) => None,
        });
        let earlier = numbers()
            .rev()
            .find(|number| now.is_none_or(|now| *number < now));
        earlier.or_else(|| numbers().next())
    }
}

fn find(
    folder: &Folder,
    event: &Event,
    mut sound: Sound,
    may_write: bool,
    words: Words,
) -> Result<Found, StoreError> {
    // Whatever comes while they are read is found at the next look.
    let marks = folder.version_marks();
    let beside = beside(folder, event.id, may_write, words)?;
    let list = folder.versions_again(&mut sound)?;
    let latest = match list.last().map(|last| last.number) {
        None => Latest::None,
        Some(number) => match read_version(folder, number, event) {
            Ok(version) => Latest::Read(Arc::new(version)),
            Err(_) => Latest::Unreadable(number),
        },
    };
    // A template that cannot be read is told when a paper is made.
    let papers = folder.house_templates().unwrap_or_default();
    Ok(Found {
        list,
        sound,
        latest,
        beside,
        marks,
        papers,
    })
}
