//! What an import would do: to be looked at, and then done as one edit, or not.

use super::{Datum, NewDay, Note, Spot, Target, Why, limits};
use crate::{
    model::{BatchName, Details, Edit, Event, Item, ItemId, ItemKind, SessionKind, Text},
    words::Words,
};

/// What an import takes away, where somebody asked for it: by itself it takes nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Removal {
    /// What the file does not name is removed.
    pub absent: bool,
    /// What stands in a field whose cell is empty is cleared; of tables alone.
    pub cleared: bool,
}

impl Removal {
    /// Everything that is there stays.
    pub const NEVER: Self = Self {
        absent: false,
        cleared: false,
    };
    /// What the file does not name is removed.
    pub const ABSENT: Self = Self {
        absent: true,
        cleared: false,
    };
    /// What stands in a field whose cell is empty is cleared.
    pub const CLEARED: Self = Self {
        absent: false,
        cleared: true,
    };
}

/// A field that would be different.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldChange {
    /// Which field.
    pub target: Target,
    /// What stands there now.
    pub before: Datum,
    /// What would stand there.
    pub after: Datum,
}

/// What would become of an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It is new.
    Add,
    /// It is there, and would be different.
    Change(Vec<FieldChange>),
    /// It is there, and stays as it is.
    Leave,
    /// It is there, and would go.
    Remove,
}

/// One item of a file and what would become of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Where it stands in the file.
    pub spot: Spot,
    /// Which item of the event it is.
    pub item: ItemId,
    /// What it is called.
    pub name: Text,
    /// For a session, its kind: what it is called when it has no title.
    pub session: Option<SessionKind>,
    /// What would become of it.
    pub fate: Fate,
}

/// How many items would be added, changed, left and removed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// New ones.
    pub added: usize,
    /// Those that would be different.
    pub changed: usize,
    /// Those that stay as they are.
    pub left: usize,
    /// Those that would go.
    pub removed: usize,
}

/// What an import would do to an event.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    /// What the file is about: participants, or sessions. Others, such as the organisations of new participants, are
    /// added on the way.
    pub kind: ItemKind,
    /// Each item, in the order of the file.
    pub lines: Vec<Line>,
    /// The days that would be added to the event, in their order.
    pub days: Vec<NewDay>,
    /// What was not understood, in the order of the file.
    pub notes: Vec<Note>,
    edits: Vec<Edit>,
    /// What the event would say of itself, but for the new days; none if nothing of it changes.
    pub(super) details: Option<Box<Details>>,
    /// Whether that differs from what it says now.
    pub(super) changes_details: bool,
    more_notes: usize,
}

impl Proposal {
    /// An import about items of this kind, which would do nothing yet.
    #[must_use]
    pub const fn new(kind: ItemKind) -> Self {
        Self {
            kind,
            lines: Vec::new(),
            days: Vec::new(),
            notes: Vec::new(),
            edits: Vec::new(),
            details: None,
            changes_details: false,
            more_notes: 0,
        }
    }

    /// Would put an item as it is now into the event: a new one, or one that is there and differs in `changes`.
    /// Without changes an item that is there is left.
    pub fn put(&mut self, event: &Event, spot: Spot, item: Item, changes: Vec<FieldChange>) {
        let id = item.id();
        let (name, session) = (item.name(), kind_of(&item));
        let fate = match (event.contains(id), changes.is_empty()) {
            (false, _) => Fate::Add,
            (true, false) => Fate::Change(changes),
            (true, true) => Fate::Leave,
        };
        if fate != Fate::Leave {
            self.edits.push(Edit::Put(item));
        }
        self.lines.push(Line {
            spot,
            item: id,
            name,
            session,
            fate,
        });
    }

    /// Would take an item out of the event.
    pub fn remove(&mut self, event: &Event, id: ItemId) {
        let item = event.item(id);
        let name = item.as_ref().map(Item::name).unwrap_or_default();
        self.edits.push(Edit::Remove(id));
        self.lines.push(Line {
            spot: Spot::File,
            item: id,
            name,
            session: item.as_ref().and_then(kind_of),
            fate: Fate::Remove,
        });
    }

    /// Would do something that has no line of its own, such as putting items into order.
    pub fn also(&mut self, edit: Edit) {
        self.edits.push(edit);
    }

    /// Notes that something was not taken over. Beyond [`limits::NOTES`] they are only counted.
    pub fn note(&mut self, spot: Spot, why: Why) {
        if self.notes.len() < limits::NOTES {
            self.notes.push(Note { spot, why });
        } else {
            self.more_notes += 1;
        }
    }

    /// The proposal, complete: with a last note of how many there were beyond those that are kept.
    #[must_use]
    pub fn finished(mut self) -> Self {
        if self.more_notes > 0 {
            let why = Why::More(std::mem::take(&mut self.more_notes));
            self.notes.push(Note {
                spot: Spot::File,
                why,
            });
        }
        self
    }

    /// How many items of a kind it is about, by what would become of them.
    #[must_use]
    pub fn counts(&self, kind: ItemKind) -> Counts {
        let mut counts = Counts::default();
        for line in self.lines.iter().filter(|line| line.item.kind() == kind) {
            match line.fate {
                Fate::Add => counts.added += 1,
                Fate::Change(_) => counts.changed += 1,
                Fate::Leave => counts.left += 1,
                Fate::Remove => counts.removed += 1,
            }
        }
        counts
    }

    /// Puts what would be done before what is left as it is: a person looks for the one line that differs.
    pub fn put_changes_first(&mut self) {
        self.lines.sort_by_key(|line| line.fate == Fate::Leave);
    }

    /// How many lines do something, the days that would be added among them.
    #[must_use]
    pub fn changes(&self) -> usize {
        let lines = self.lines.iter().filter(|line| line.fate != Fate::Leave);
        lines.count() + self.days.iter().filter(|day| day.is_taken).count()
    }

    /// Whether it would do anything at all.
    #[must_use]
    pub fn does_something(&self) -> bool {
        !self.edits.is_empty() || self.edit_of_details().is_some()
    }

    /// Everything that it would do, as one edit with a name. None if it would do nothing.
    #[must_use]
    pub fn edit(&self) -> Option<Edit> {
        let details = self.edit_of_details().into_iter();
        let edits: Vec<Edit> = details.chain(self.edits.iter().cloned()).collect();
        (!edits.is_empty()).then(|| Edit::Batch(self.batch_name(), edits))
    }

    /// What the Edit menu calls it.
    #[must_use]
    pub fn batch_name(&self) -> BatchName {
        let Counts {
            added,
            changed,
            removed,
            ..
        } = self.counts(self.kind);
        BatchName::Import {
            kind: self.kind,
            added,
            changed,
            removed,
        }
    }

    /// What it would do with items of a kind, in one sentence: "Participants: 42 to add, 3 to change, …".
    #[must_use]
    pub fn summary(&self, kind: ItemKind, words: Words) -> String {
        let counts = self.counts(kind);
        let parts: Vec<String> = [
            ("import-added", counts.added),
            ("import-changed", counts.changed),
            ("import-removed", counts.removed),
            ("import-left", counts.left),
        ]
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(key, count)| words.tf(key, [("count", count.into())]))
        .collect();
        let said = if parts.is_empty() {
            words.t("import-none")
        } else {
            parts.join(&words.t("import-mark"))
        };
        let kind = words.t(plural(kind));
        words.tf(
            "import-summary",
            [("kind", kind.into()), ("said", said.into())],
        )
    }
}

/// For a session, its kind.
fn kind_of(item: &Item) -> Option<SessionKind> {
    if let Item::Session(session) = item {
        Some(session.kind)
    } else {
        None
    }
}

/// The message that names several items of a kind.
const fn plural(kind: ItemKind) -> &'static str {
    match kind {
        ItemKind::Session => "items-sessions",
        ItemKind::Participant => "place-participants",
        ItemKind::Organisation => "place-organisations",
        ItemKind::Delegation => "items-delegations",
        ItemKind::Room => "items-rooms",
        ItemKind::Team => "items-teams",
        ItemKind::Agreement => "place-agreements",
        ItemKind::Photo => "place-photos",
    }
}

impl Line {
    /// What the item is called; its kind, where it has no name.
    #[must_use]
    pub fn name(&self, words: Words) -> String {
        match self.name.shown(&words.tongue.lang()).trim() {
            "" => match self.session {
                Some(kind) => words.quoted(&words.session_kind(kind)),
                None => words.item_kind(self.item.kind()),
            },
            name => words.quoted(&super::note::brief(name)),
        }
    }

    /// What would become of it, in one sentence: `Row 7: change ‘Mr Chan’: Post (English) from ‘a’ to ‘b’`.
    #[must_use]
    pub fn sentence(&self, words: Words) -> String {
        let name = self.name(words);
        let what = match &self.fate {
            Fate::Add => words.tf("import-add", [("name", name.into())]),
            Fate::Leave => words.tf("import-leave", [("name", name.into())]),
            Fate::Remove => words.tf("import-remove", [("name", name.into())]),
            Fate::Change(changes) => {
                let changes: Vec<String> =
                    changes.iter().map(|change| change.phrase(words)).collect();
                let mark = words.t("import-change-mark");
                words.tf(
                    "import-change",
                    [
                        ("name", name.into()),
                        ("changes", changes.join(&mark).into()),
                    ],
                )
            }
        };
        match self.spot.said(words) {
            spot if spot.is_empty() => what,
            spot => words.tf("note-at", [("spot", spot.into()), ("what", what.into())]),
        }
    }
}

impl FieldChange {
    /// What is different, in a few words: `Post (English) from ‘a’ to ‘b’`.
    #[must_use]
    pub fn phrase(&self, words: Words) -> String {
        let said = |datum: &Datum| words.quoted(&super::note::brief(&datum.said(words)));
        let field = self.target.name(words);
        match (&self.before, &self.after) {
            (Datum::Nothing, Datum::Nothing) => field,
            (before, Datum::Nothing) => words.tf(
                "import-field-cleared",
                [("field", field.into()), ("before", said(before).into())],
            ),
            (Datum::Nothing, after) => words.tf(
                "import-field-new",
                [("field", field.into()), ("after", said(after).into())],
            ),
            (before, after) => words.tf(
                "import-field",
                [
                    ("field", field.into()),
                    ("before", said(before).into()),
                    ("after", said(after).into()),
                ],
            ),
        }
    }
}
