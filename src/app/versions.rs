//! The versions of the event that is open: issued, listed, compared, read and brought back, off the frame.

use std::{collections::BTreeMap, sync::Arc};

use jiff::Timestamp;

use super::{
    Desk,
    inbox::Finished,
    open::{Home, Open},
};
use crate::{
    model::{BatchName, Edit, Event, History, Standing},
    plan::{Changes, Plan, changes},
    store::{Folder, ListedVersion, Stamp, StoreError, Version},
    ui::{self, Compared, Place, Progress, Question, ReadOnly, ToldBy, Tone, VersionCommand},
};

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
    /// The house's own templates as they were when the versions were looked at.
    papers: BTreeMap<String, String>,
    pub standing: Standing,
    /// Of which state of the event that is.
    standing_of: Option<u64>,
    selected: Option<u32>,
    told_by: ToldBy,
    compared: Option<Arc<Version>>,
    trouble: Option<String>,
    /// What has changed since the selected one, in this state of the event.
    changes: Option<(u64, Changes)>,
    /// How much work goes on for them.
    working: usize,
}

/// What was found in the folder of versions.
pub(super) struct Found {
    list: Vec<ListedVersion>,
    latest: Latest,
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

/// A version that is shown in place of the event, to read only.
pub(super) struct Reading {
    pub version: Arc<Version>,
    pub plan: Arc<Plan>,
    why: ReadOnly,
    standing: Standing,
}

impl Reading {
    /// Which version it is.
    pub(super) fn number(&self) -> u32 {
        self.version.issue.number
    }
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
        if let Some(version) = self.compared.as_ref().filter(|_| is_shown)
            && self.changes.as_ref().is_none_or(|(of, _)| *of != state)
        {
            let changes = Changes::between(&version.event, history.event());
            self.changes = Some((state, changes));
        }
    }

    fn view<'a>(&'a self, now: &'a Event) -> ui::Versions<'a> {
        let compared = self.compared.as_ref().zip(self.changes.as_ref());
        ui::Versions {
            list: &self.list,
            standing: &self.standing,
            selected: self.selected,
            told_by: self.told_by,
            compared: compared.map(|(version, (_, changes))| Compared {
                old: &version.event,
                new: now,
                changes,
            }),
            trouble: self.trouble.as_deref(),
        }
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
                standing: &Standing::Draft,
                selected: None,
                told_by: ToldBy::default(),
                compared: None,
                trouble: None,
            },
        }
    }

    /// Why what is shown can only be read.
    pub(super) fn read_only(&self) -> Option<&ReadOnly> {
        self.reading.as_ref().map(|reading| &reading.why)
    }

    /// Whether edits are refused because what is shown can only be read; the person is told so.
    pub(super) fn refuses_edits(&mut self) -> bool {
        let Some(ReadOnly::Version(issue)) = self.read_only() else {
            return false;
        };
        let sentence = self.refusal(issue.number);
        self.say(Tone::Failed, sentence);
        true
    }

    fn refusal(&self, number: u32) -> String {
        let number = [("number", number.into())];
        self.words.tf("read-only-refused", number)
    }

    /// Reads the list of versions, off the frame.
    pub(super) fn look_at_versions(&mut self) {
        let Some(open) = &mut self.open else { return };
        let Home::Folder(folder) = &open.home else {
            return;
        };
        open.versions.working += 1;
        let (folder, event) = (folder.clone(), Arc::clone(open.event()));
        let (session, words) = (open.session, self.words);
        let undone = Finished::Versions {
            session,
            result: Err(words.t("app-work-broke")),
        };
        self.inbox.spawn_or(undone, move |outbox| {
            let result = find(&folder, &event).map_err(|error| error.sentence(words));
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
                versions.latest = found.latest;
                versions.papers = found.papers;
                versions.standing_of = None;
                let is_listed = |number| versions.list.iter().any(|one| one.number == number);
                let last = versions.list.last().map(|last| last.number);
                if let Some(number) = last.filter(|_| !versions.selected.is_some_and(is_listed)) {
                    self.version_command(VersionCommand::Select(number));
                }
            }
            Err(sentence) => self.say(Tone::Failed, sentence),
        }
    }

    /// Does something about the versions.
    pub(super) fn version_command(&mut self, command: VersionCommand) {
        let Some(open) = &mut self.open else { return };
        match command {
            VersionCommand::Select(number) => {
                open.versions.selected = Some(number);
                open.versions.forget_compared();
                self.read_version(number, Wish::Compare);
            }
            VersionCommand::Tell(by) => open.versions.told_by = by,
            VersionCommand::Read(number) => self.read_version(number, Wish::Read),
            VersionCommand::Print(number) => self.read_version(number, Wish::Print),
            VersionCommand::BringBack(number) => self.read_version(number, Wish::BringBack),
            VersionCommand::Leave => self.leave_reading(),
        }
    }

    fn read_version(&mut self, number: u32, wish: Wish) {
        let Some(open) = &mut self.open else { return };
        let Home::Folder(folder) = &open.home else {
            return;
        };
        open.versions.working += 1;
        let (folder, event) = (folder.clone(), Arc::clone(open.event()));
        let (session, words) = (open.session, self.words);
        let done = move |result| Finished::VersionRead {
            session,
            number,
            wish,
            result,
        };
        let undone = done(Err(words.t("app-work-broke")));
        self.inbox.spawn_or(undone, move |outbox| {
            let read = read_shared(&folder, number, &event);
            outbox.hand_in(done(read.map_err(|error| error.sentence(words))));
        });
    }

    /// A version was read, or not.
    pub(super) fn version_was_read(
        &mut self,
        session: u64,
        (number, wish): (u32, Wish),
        result: Result<Arc<Version>, String>,
    ) {
        let Some(open) = self.open.as_mut().filter(|open| open.session == session) else {
            return;
        };
        open.versions.working = open.versions.working.saturating_sub(1);
        match (wish, result) {
            // Another one has been selected meanwhile.
            (Wish::Compare, _) if open.versions.selected != Some(number) => {}
            (Wish::Compare, Ok(version)) => {
                open.versions.forget_compared();
                open.versions.compared = Some(version);
            }
            (Wish::Compare, Err(sentence)) => open.versions.trouble = Some(sentence),
            (Wish::Read, Ok(version)) => self.show_version(version, Place::RunOfShow),
            (Wish::Print, Ok(version)) => self.show_version(version, Place::Papers),
            (Wish::BringBack, Ok(version)) => self.bring_back(&version),
            (Wish::Read | Wish::Print | Wish::BringBack, Err(sentence)) => {
                self.say(Tone::Failed, sentence);
            }
        }
    }

    fn show_version(&mut self, version: Arc<Version>, place: Place) {
        let Some(open) = &self.open else { return };
        let kept = open
            .home
            .folder()
            .map(|folder| folder.kept_photos(&version.event));
        self.preview.set_kept(kept.unwrap_or_default());
        self.pictures.forget_pages();
        self.reading = Some(Reading {
            plan: Arc::new(Plan::of(&version.event)),
            why: ReadOnly::Version(version.issue.clone()),
            standing: Standing::Version(version.issue.clone()),
            version,
        });
        self.go(place);
    }

    /// Goes back to the event from a version that was shown.
    pub(super) fn leave_reading(&mut self) {
        if let Some(reading) = self.reading.take() {
            // That it could not be edited is of no use any more.
            let refusal = self.refusal(reading.number());
            self.notices.retain(|notice| notice.sentence != refusal);
            self.preview.set_kept(std::collections::HashMap::new());
            self.pictures.forget_pages();
            self.place = Place::Versions;
        }
    }

    fn bring_back(&mut self, version: &Version) {
        self.leave_reading();
        let Some(open) = &self.open else { return };
        let edits = changes::restore(open.event(), &version.event);
        let number = version.issue.number;
        let key = if edits.is_empty() {
            "app-brought-back-same"
        } else {
            "app-brought-back"
        };
        if !edits.is_empty() {
            self.edit(Edit::Batch(BatchName::BringBack(number), edits));
        }
        let sentence = self.words.tf(key, [("number", number.into())]);
        self.say(Tone::Done, sentence);
    }

    /// Asks what shall be said of the next version.
    pub(super) fn ask_issue(&mut self) {
        if self.refuses_edits() {
            return;
        }
        let is_at_home = self
            .open
            .as_ref()
            .is_some_and(|open| open.home.folder().is_some());
        if is_at_home {
            self.question = Some(Question::Issue);
        } else {
            let sentence = self.words.t("issue-needs-folder");
            self.say(Tone::Failed, sentence);
        }
    }

    /// Saves the event where that is needed, and issues it as its next version, off the frame.
    pub(super) fn issue(&mut self, note: String) {
        let Some(open) = &mut self.open else { return };
        let Home::Folder(folder) = &open.home else {
            return;
        };
        if open.is_saving {
            return;
        }
        open.is_saving = true;
        open.history.seal();
        let session = open.session;
        let (event, folder) = (Arc::clone(open.event()), folder.clone());
        let frozen = Arc::clone(&event);
        let told = self.journal_saving();
        let Some(open) = &self.open else { return };
        let stamp = open.stamp.filter(|_| open.history.is_dirty());
        let is_dirty = open.history.is_dirty();
        let words = self.words;
        self.progress = Some(Progress {
            doing: words.t("app-issuing"),
            done: 0,
            of: 0,
            can_cancel: false,
        });
        let undone = Finished::Issued {
            session,
            event: frozen,
            result: Err(words.t("app-work-broke")),
        };
        self.inbox.spawn_or(undone, move |outbox| {
            told.wait();
            let issue = || -> Result<_, StoreError> {
                let saved = match stamp {
                    Some(stamp) => Some(folder.save_over(&event, stamp)?),
                    None if is_dirty => Some(folder.save(&event)?),
                    None => None,
                };
                let version = folder.issue(&event, &note, Timestamp::now())?;
                Ok((version, saved))
            };
            let result = issue().map_err(|error| error.sentence(words));
            outbox.hand_in(Finished::Issued {
                session,
                event,
                result,
            });
        });
    }

    /// A version was issued, or not.
    pub(super) fn issued(
        &mut self,
        session: u64,
        event: Arc<Event>,
        result: Result<(Version, Option<Stamp>), String>,
    ) {
        self.progress = None;
        let Some(open) = self.open.as_mut().filter(|open| open.session == session) else {
            return;
        };
        open.is_saving = false;
        match result {
            Ok((version, saved)) => {
                if let Some(stamp) = saved {
                    open.history.mark_saved(Arc::clone(&event));
                    open.stamp = Some(stamp);
                    if let Some(path) = open.home.path().map(ToOwned::to_owned) {
                        self.journal_saved(event, &path, stamp);
                    }
                }
                let Some(open) = &mut self.open else { return };
                open.versions.selected = None;
                let number = version.issue.number;
                let file = open.home.folder().map(|folder| folder.version_file(number));
                let path = file.unwrap_or_default().display().to_string();
                let values = [("number", number.into()), ("path", path.into())];
                let sentence = self.words.tf("app-issued", values);
                self.say(Tone::Done, sentence);
                self.go(Place::Versions);
                self.look_at_versions();
            }
            Err(sentence) => self.say(Tone::Failed, sentence),
        }
        self.take_up_what_waited();
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

fn find(folder: &Folder, event: &Event) -> Result<Found, StoreError> {
    let list = folder.versions()?;
    let latest = match list.last().map(|last| last.number) {
        None => Latest::None,
        Some(number) => match read_shared(folder, number, event) {
            Ok(version) => Latest::Read(version),
            Err(_) => Latest::Unreadable(number),
        },
    };
    // A template that cannot be read is told when a paper is made.
    let papers = folder.house_templates().unwrap_or_default();
    Ok(Found {
        list,
        latest,
        papers,
    })
}

/// Reads a version, and has it hold the very items of the event that are the same: comparing the two is then quick.
fn read_shared(folder: &Folder, number: u32, event: &Event) -> Result<Arc<Version>, StoreError> {
    let mut version = folder.version(number)?;
    changes::share(Arc::make_mut(&mut version.event), event);
    Ok(Arc::new(version))
}
