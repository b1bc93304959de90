//! What an import would do: to be looked at, and then done as one edit, or not.

use super::{Datum, Note, Spot, Target, Why, limits};
use crate::{
    model::{BatchName, Edit, Event, Item, ItemId, ItemKind, Text},
    words::Words,
};

/// Whether what is absent from a file goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Removal {
    /// Everything that is there stays.
    #[default]
    Never,
    /// What the file does not name is removed.
    Asked,
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
    /// What was not understood, in the order of the file.
    pub notes: Vec<Note>,
    edits: Vec<Edit>,
    more_notes: usize,
}

impl Proposal {
    /// An import about items of this kind, which would do nothing yet.
    #[must_use]
    pub const fn new(kind: ItemKind) -> Self {
        Self {
            kind,
            lines: Vec::new(),
            notes: Vec::new(),
            edits: Vec::new(),
            more_notes: 0,
        }
    }

    /// Would put an item as it is now into the event: a new one, or one that is there and differs in `changes`.
    /// Without changes an item that is there is left.
    pub fn put(&mut self, event: &Event, spot: Spot, item: Item, changes: Vec<FieldChange>) {
        let id = item.id();
        let name = item.name();
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
            fate,
        });
    }

    /// Would take an item out of the event.
    pub fn remove(&mut self, event: &Event, id: ItemId) {
        let name = event.item(id).map(|item| item.name()).unwrap_or_default();
        self.edits.push(Edit::Remove(id));
        self.lines.push(Line {
            spot: Spot::File,
            item: id,
            name,
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

    /// Everything that it would do, as one edit with a name. None if it would do nothing.
    #[must_use]
    pub fn edit(&self) -> Option<Edit> {
        (!self.edits.is_empty()).then(|| Edit::Batch(self.batch_name(), self.edits.clone()))
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

    /// What it would do, in one sentence: "42 participants to add, 3 to change; 7 stay as they are".
    #[must_use]
    pub fn summary(&self, words: Words) -> String {
        let counts = self.counts(self.kind);
        words.tf(
            "import-summary",
            [
                ("kind", words.item_kind(self.kind).into()),
                ("added", counts.added.into()),
                ("changed", counts.changed.into()),
                ("left", counts.left.into()),
                ("removed", counts.removed.into()),
            ],
        )
    }
}
