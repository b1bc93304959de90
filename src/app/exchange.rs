//! Other programs' files: read off the frame, looked at, and imported; and files made for other programs.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
    sync::Arc,
};

use jiff::{Timestamp, civil::Date};

use super::{Desk, inbox::Finished};
use crate::{
    exchange::{
        self, Content, Fate, Proposal, Removal, Share, Target, Wanted, Whose,
        table::{Book, Layout, Sheet, Subject},
    },
    model::{Deed, Event, ItemId, ItemKind, Text},
    store::{self, Mapping, StoreError},
    ui::{self, ImportCommand, Place, Progress, Question, Tone},
    words::{Fault, Words},
};

/// A file that is looked at before it is imported.
pub(super) struct Importing {
    /// The event that it would be imported into.
    session: u64,
    file: String,
    content: Arc<Content>,
    sheets: Vec<String>,
    layout: Option<Layout>,
    targets: Vec<Target>,
    removal: Removal,
    /// The days that are not added.
    days_left: BTreeSet<Date>,
    proposal: Proposal,
    /// The state of the event of which the proposal is.
    state: u64,
    pub(super) is_working: bool,
    /// Whether it is imported as soon as the proposal is of the event as it is now.
    is_wanted: bool,
}

impl Importing {
    /// What a panel reads of it.
    pub(super) fn view(&self) -> ui::Importing<'_> {
        ui::Importing {
            file: &self.file,
            layout: self.layout.as_ref(),
            sheets: &self.sheets,
            targets: &self.targets,
            proposal: &self.proposal,
            removal: self.removal,
            is_working: self.is_working,
        }
    }
}

/// What an import would do, with what differs first.
fn propose(
    content: &Content,
    event: &Event,
    layout: Option<&Layout>,
    removal: Removal,
) -> Proposal {
    let mut proposal = content.propose(event, layout, removal);
    proposal.put_changes_first();
    proposal
}

/// Whether a file that is dropped is one that can be imported.
pub(super) fn is_readable(path: &Path) -> bool {
    let end = path
        .extension()
        .map(|end| end.to_string_lossy().to_lowercase());
    end.is_some_and(|end| exchange::READABLE.contains(&end.as_str()))
}

/// What a table was about whose columns held this: what most of them can hold. None if nothing was held.
fn subject_of(known: &Mapping, event: &Event, words: Words) -> Option<Subject> {
    let targets: Vec<Target> = known
        .targets
        .iter()
        .filter_map(|it| it.parse().ok())
        .collect();
    let count = |subject: &Subject| {
        let possible = exchange::targets(event, *subject, words);
        let is_known = |target: &&Target| possible.iter().any(|it| it.field == target.field);
        targets.iter().filter(is_known).count()
    };
    let best = Subject::ALL.into_iter().rev().max_by_key(count)?;
    (count(&best) > 0).then_some(best)
}

/// What the sheets of a workbook are called.
fn sheets(content: &Content) -> Vec<String> {
    match content {
        Content::Table(book) => book.sheets.iter().map(|one| one.name.clone()).collect(),
        Content::Schedule(_) => Vec::new(),
    }
}

/// Reads a file as one of its kind was read the last time: the sheet, what it is about and what its columns hold.
fn remember(layout: &mut Layout, book: &Book, known: &[Mapping], event: &Event, words: Words) {
    let headings = layout.headings();
    let other_sheet = |known: &Mapping| {
        let named = |sheet: &Sheet| !sheet.name.is_empty() && sheet.name == known.sheet;
        let place = book.sheets.iter().position(named)?;
        let found = Layout::of_one(book, place, event, subject_of(known, event, words));
        (place != layout.sheet && found.headings() == known.headings).then_some(found)
    };
    let found = known.iter().find_map(|known| {
        if known.headings == headings {
            return Some((known, None));
        }
        other_sheet(known).map(|layout| (known, Some(layout)))
    });
    let Some((known, other)) = found else { return };
    *layout = other.unwrap_or_else(|| layout.clone());
    // The person may have said that it is about something else than it seems.
    let subject = subject_of(known, event, words);
    if let Some(subject) = subject.filter(|it| *it != layout.subject) {
        *layout = layout.about(book, event, subject);
    }
    layout.remember(&known.targets);
}

fn targets(layout: Option<&Layout>, event: &Event, words: Words) -> Vec<Target> {
    let mut targets = layout.map_or_else(Vec::new, |layout| {
        exchange::targets(event, layout.subject, words)
    });
    for column in layout.iter().flat_map(|layout| &layout.columns) {
        // A guess can be something that the list does not offer, such as a team that is new.
        if let Some(target) = column
            .target
            .clone()
            .filter(|target| !targets.contains(target))
        {
            targets.push(target);
        }
    }
    targets
}

impl Desk {
    /// Reads a file, off the frame, and then shows what an import of it would do.
    pub(super) fn import(&mut self, path: PathBuf) {
        let Some(open) = &mut self.open else { return };
        open.history.seal();
        self.imports += 1;
        let (reading, words) = (self.imports, self.words);
        let (session, state, event) =
            (open.session, open.history.state(), Arc::clone(open.event()));
        let mappings = self.settings.mappings.clone();
        self.progress = Some(Progress {
            doing: words.t("app-importing"),
            done: 0,
            of: 0,
            can_cancel: false,
        });
        let undone = Finished::Imported {
            reading,
            result: Err(words.t("app-work-broke")),
        };
        self.inbox.spawn_or(undone, move |outbox| {
            let read = || {
                let content = exchange::read(&path)?;
                let mut layout = content.layout(&event);
                if let (Some(layout), Content::Table(book)) = (&mut layout, &content) {
                    remember(layout, book, &mappings, &event, words);
                }
                let removal = Removal::default();
                let proposal = propose(&content, &event, layout.as_ref(), removal);
                Ok(Box::new(Importing {
                    session,
                    file: path
                        .file_name()
                        .unwrap_or_default()
                        .to_string_lossy()
                        .into_owned(),
                    sheets: sheets(&content),
                    content: Arc::new(content),
                    targets: targets(layout.as_ref(), &event, words),
                    layout,
                    removal,
                    days_left: BTreeSet::new(),
                    proposal,
                    state,
                    is_working: false,
                    is_wanted: false,
                }))
            };
            let result = read().map_err(|error: exchange::ExchangeError| error.sentence(words));
            outbox.hand_in(Finished::Imported { reading, result });
        });
    }

    /// A file was read, or not. One that is late, or for an event that is no longer open, is forgotten.
    pub(super) fn import_was_read(&mut self, reading: u64, result: Result<Box<Importing>, String>) {
        if reading != self.imports {
            return;
        }
        self.progress = None;
        let session = self.open.as_ref().map(|open| open.session);
        match result {
            Ok(importing) if Some(importing.session) != session => {}
            // What waits for that answer must not be answered by this one.
            Ok(importing)
                if self
                    .question
                    .as_ref()
                    .is_some_and(|it| *it != Question::Import) =>
            {
                let file = self.words.quoted(&importing.file);
                let sentence = self.words.tf("app-import-waits", [("file", file.into())]);
                self.say(Tone::Failed, sentence);
            }
            Ok(importing) => {
                self.importing = Some(*importing);
                self.question = Some(Question::Import);
            }
            Err(sentence) => self.say(Tone::Failed, sentence),
        }
    }

    /// The person says more of the file, or has it imported.
    pub(super) fn turn_import(&mut self, command: ImportCommand) {
        let Some(importing) = &mut self.importing else {
            return;
        };
        match command {
            ImportCommand::Map(at, target) => {
                let Some(layout) = &mut importing.layout else {
                    return;
                };
                for column in &mut layout.columns {
                    // What another column was taken for is this one.
                    if target.is_some() && column.target == target {
                        column.target = None;
                    }
                }
                if let Some(column) = layout.columns.get_mut(at) {
                    column.target = target;
                }
            }
            ImportCommand::About(subject) => self.read_as(Some(subject), None),
            ImportCommand::Sheet(sheet) => self.read_as(None, Some(sheet)),
            ImportCommand::Removal(removal) => importing.removal = removal,
            ImportCommand::Day(date, is_added) => {
                let left = &mut importing.days_left;
                if is_added {
                    left.remove(&date);
                } else {
                    left.insert(date);
                }
                importing.proposal.leave_out(left);
                return;
            }
            ImportCommand::Import => importing.is_wanted = true,
        }
        self.go_on_with_import();
    }

    /// Reads the table as one about something else, or another sheet of its file.
    fn read_as(&mut self, subject: Option<Subject>, sheet: Option<usize>) {
        let (Some(importing), Some(open)) = (&mut self.importing, &self.open) else {
            return;
        };
        let Content::Table(book) = &*importing.content else {
            return;
        };
        let event = open.event();
        if let Some(layout) = &importing.layout {
            let mut layout = match (sheet, subject) {
                (Some(sheet), subject) => Layout::of_one(book, sheet, event, subject),
                (None, Some(subject)) => layout.about(book, event, subject),
                (None, None) => layout.clone(),
            };
            if let Some(known) = self.settings.mapping(&layout.headings())
                && let Some(about) = subject_of(known, event, self.words)
                && subject.is_none_or(|subject| subject == about)
            {
                if about != layout.subject {
                    layout = layout.about(book, event, about);
                }
                layout.remember(&known.targets);
            }
            importing.targets = targets(Some(&layout), event, self.words);
            importing.layout = Some(layout);
        }
    }

    /// Imports if that is wanted and the proposal is of the event as it is now; else makes a new proposal.
    fn go_on_with_import(&mut self) {
        let (Some(importing), Some(open)) = (&mut self.importing, &self.open) else {
            return;
        };
        let state = open.history.state();
        if importing.is_wanted && !importing.is_working && importing.state == state {
            return self.finish_import();
        }
        self.imports += 1;
        importing.is_working = true;
        let (number, event) = (self.imports, Arc::clone(open.event()));
        let (content, layout, removal) = (
            Arc::clone(&importing.content),
            importing.layout.clone(),
            importing.removal,
        );
        let undone = Finished::Proposed {
            number,
            proposal: Box::new(Proposal::new(ItemKind::Participant)),
            state,
        };
        self.inbox.spawn_or(undone, move |outbox| {
            let proposal = propose(&content, &event, layout.as_ref(), removal);
            outbox.hand_in(Finished::Proposed {
                number,
                proposal: Box::new(proposal),
                state,
            });
        });
    }

    /// A proposal was made.
    pub(super) fn was_proposed(&mut self, number: u64, proposal: Proposal, state: u64) {
        if number != self.imports {
            return;
        }
        let Some(importing) = &mut self.importing else {
            return;
        };
        importing.proposal = proposal;
        importing.proposal.leave_out(&importing.days_left);
        importing.state = state;
        importing.is_working = false;
        if importing.is_wanted {
            self.go_on_with_import();
        }
    }

    /// Makes the edit, remembers what the columns held, and shows what came.
    fn finish_import(&mut self) {
        let Some(importing) = self.importing.take() else {
            return;
        };
        self.question = None;
        if let Some(layout) = &importing.layout {
            let sheet = importing.sheets.get(layout.sheet).cloned();
            self.settings.remember_mapping(Mapping {
                sheet: sheet.unwrap_or_default(),
                headings: layout.headings(),
                targets: layout.targets(),
            });
            self.keep_settings();
        }
        let Some(edit) = importing.proposal.edit() else {
            return;
        };
        self.edit(edit);
        if let Some(open) = &mut self.open {
            open.history.seal();
        }
        self.go(match importing.proposal.kind {
            ItemKind::Participant => Place::Participants,
            ItemKind::Organisation | ItemKind::Delegation => Place::Organisations,
            ItemKind::Agreement => Place::Agreements,
            ItemKind::Photo => Place::Photos,
            ItemKind::Session | ItemKind::Room | ItemKind::Team => Place::RunOfShow,
        });
        let kind = importing.proposal.kind;
        let mut touched = importing.proposal.lines.iter().filter(|line| {
            line.item.kind() == kind && matches!(line.fate, Fate::Add | Fate::Change(_))
        });
        if let Some(line) = touched.next() {
            self.select(line.item);
            self.reveal = true;
        }
        let name = Deed::Batch(importing.proposal.batch_name(), Text::default());
        let name = self.words.deed(&name);
        let done = self.words.tf("app-imported", [("deed", name.into())]);
        self.say(Tone::Done, done);
    }

    /// What a file for other programs is called at first: the event, and whose calendar it is.
    pub(super) fn name_of_export(&self, name: &str, wanted: Wanted) -> String {
        let id: ItemId = match wanted.whose {
            Whose::Everybody => return name.to_owned(),
            Whose::Room(id) => id.into(),
            Whose::Participant(id) => id.into(),
        };
        let Some(open) = &self.open else {
            return name.to_owned();
        };
        let whose = self.words.item_name(open.event(), id);
        // No slash leads into another folder.
        format!("{name} – {}", whose.replace(['/', '\\', ':'], "-"))
    }

    /// Makes a file for other programs, off the frame.
    pub(super) fn export_to(&mut self, path: &Path, wanted: Wanted) {
        let Some(open) = &self.open else { return };
        let (event, words) = (Arc::clone(open.event()), self.words);
        let whole = with_extension(path.to_owned(), wanted.format.extension());
        let (path, has_asked) = (path.to_owned(), whole == path);
        self.progress = Some(Progress {
            doing: words.t("app-exporting"),
            done: 0,
            of: 0,
            can_cancel: false,
        });
        let version = self.open.as_ref().and_then(|open| open.versions.last());
        let version = version.unwrap_or(0);
        let undone = Finished::Exported {
            path: whole.clone(),
            result: Err(words.t("app-work-broke")),
        };
        self.inbox.spawn_or(undone, move |outbox| {
            let path = if path.is_dir() { path } else { whole };
            let make = || {
                // The dialog has asked about the name that it gave, and about no other.
                if !has_asked && path.exists() {
                    let fault = Fault::from(std::io::ErrorKind::AlreadyExists);
                    return Err(StoreError::Unwritten(path.clone(), fault).sentence(words));
                }
                let share = Share {
                    whose: wanted.whose,
                    staff: wanted.staff,
                    ..Share::with_guests(version, Timestamp::now())
                };
                let bytes = exchange::export(&event, wanted.format, words, share)
                    .map_err(|error| error.sentence(words))?;
                let is_such = |head: &[u8]| wanted.format.is_of(&path, head);
                store::write_out(&path, wanted.format.key(), is_such, &bytes)
                    .map_err(|error| error.sentence(words))
            };
            let result = make();
            outbox.hand_in(Finished::Exported { path, result });
        });
    }
}

impl Desk {
    /// A file for other programs was written, or not.
    pub(super) fn exported(&mut self, path: PathBuf, result: Result<(), String>) {
        self.progress = None;
        match result {
            Ok(()) => {
                self.are_done(std::slice::from_ref(&path));
                let path = self.words.place(&path);
                let sentence = self.words.tf("app-exported", [("path", path.into())]);
                self.say(Tone::Done, sentence);
            }
            Err(sentence) => {
                self.say(Tone::Failed, sentence);
                self.said_of(vec![path]);
            }
        }
    }
}

/// What was typed without an extension has that of its format all the same.
fn with_extension(path: PathBuf, end: &str) -> PathBuf {
    if path
        .extension()
        .is_some_and(|ext| ext.eq_ignore_ascii_case(end))
    {
        return path;
    }
    let mut name = path.into_os_string();
    name.push(format!(".{end}"));
    name.into()
}
