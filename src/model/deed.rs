//! What an edit did, as facts from which a sentence is made in the reader's language.

use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

use super::{Edit, Event, Item, ItemId, ItemKind, SessionKind, Text};

/// What was done to an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    /// It is new.
    Add,
    /// It was there, and is different.
    Change,
    /// It is gone.
    Remove,
    /// It stands elsewhere in its list.
    Move,
}

/// What a batch of edits does as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum BatchName {
    /// Photos were added: how many.
    AddPhotos(usize),
    /// A person was added and put into a session at once.
    AddPerson,
    /// A session was copied.
    DuplicateSession,
    /// Copies of so many sessions were added.
    DuplicateSessions(usize),
    /// A new session was put at its place.
    AddSession,
    /// A session was put elsewhere in the run-of-show, or a person in the order of precedence.
    Move,
    /// A session was made longer or shorter.
    Resize,
    /// Several items were removed: how many.
    RemoveItems(usize),
    /// Photos were put to a session: how many.
    PlacePhotos(usize),
    /// A session and everything after it goes so many minutes later; earlier where it is negative.
    ShiftAfter(i64),
    /// What started behind a gap follows what goes before it.
    CloseGaps,
    /// Lengths gave way so that a fixed time is kept.
    TrimToFit,
    /// Sessions went to another day or room: how many.
    MoveBlock(usize),
    /// A problem was mended.
    Mend,
    /// A problem was set aside, or is shown again.
    SetAside,
    /// Another program's file was imported.
    Import {
        /// What it was about.
        kind: ItemKind,
        /// How many items of that kind were new.
        added: usize,
        /// How many were changed.
        changed: usize,
        /// How many were removed.
        removed: usize,
    },
    /// The event is what this version was.
    BringBack(u32),
    /// The event is what it was when it was saved at this time, by the clock of the machine that saved it.
    BringBackSave(DateTime),
    /// Cells of the run-of-show were filled: how many.
    SetCells(usize),
    /// Cells were emptied: how many.
    ClearCells(usize),
    /// Cells say what the one above them says: how many.
    FillDown(usize),
    /// Cells were pasted: how many.
    PasteCells(usize),
    /// Rows were pasted: how many.
    PasteRows(usize),
    /// Sessions were put elsewhere together: how many.
    MoveSessions(usize),
    /// What somebody else has saved came in.
    Merge,
    /// What a copy beside the event's file has came in: whose copy, or nothing where that is not known.
    MergeCopy(String),
    /// What was removed is back.
    Restore,
}

/// What an edit did: the facts of its sentence.
#[derive(Clone, Debug, PartialEq)]
pub enum Deed {
    /// Something was done to one item.
    Item {
        /// What was done.
        verb: Verb,
        /// To what kind of item.
        kind: ItemKind,
        /// What the item is called, in each language in which it has a name.
        name: Text,
        /// For a session, its kind: what it is called when it has no title.
        session: Option<SessionKind>,
    },
    /// The event's details changed.
    Details,
    /// Several edits under one name; with the item that it is about, where there is one.
    Batch(BatchName, Text),
}

impl Deed {
    /// What `edit` does to `event`, which is as it was before.
    #[must_use]
    pub fn of(edit: &Edit, event: &Event) -> Self {
        match edit {
            Edit::Put(item) => {
                let verb = if event.contains(item.id()) {
                    Verb::Change
                } else {
                    Verb::Add
                };
                Self::about(verb, item)
            }
            Edit::Remove(id) => Self::about_id(Verb::Remove, *id, event),
            Edit::Place(placement) => Self::about_id(Verb::Move, placement.item(), event),
            Edit::Details(_) => Self::Details,
            Edit::Batch(name, edits) => {
                let about = edits.iter().find_map(|edit| match Self::of(edit, event) {
                    Self::Item { name, .. } if !name.is_empty() => Some(name),
                    _ => None,
                });
                Self::Batch(name.clone(), about.unwrap_or_default())
            }
        }
    }

    /// Calls the same deed by what its item is called now: a person who is being typed in is added under the
    /// name that stands there in the end.
    pub(super) fn rename(&mut self, now: Self) {
        if let (
            Self::Item { name, session, .. },
            Self::Item {
                name: new_name,
                session: new_session,
                ..
            },
        ) = (self, now)
        {
            *name = new_name;
            *session = new_session;
        }
    }

    fn about(verb: Verb, item: &Item) -> Self {
        let session = if let Item::Session(session) = item {
            Some(session.kind)
        } else {
            None
        };
        Self::Item {
            verb,
            kind: item.id().kind(),
            name: item.name(),
            session,
        }
    }

    fn about_id(verb: Verb, id: ItemId, event: &Event) -> Self {
        match event.item(id) {
            Some(item) => Self::about(verb, &item),
            None => Self::Item {
                verb,
                kind: id.kind(),
                name: Text::default(),
                session: None,
            },
        }
    }
}

impl Item {
    /// What the item is called, in each language in which it has a name.
    #[must_use]
    pub fn name(&self) -> Text {
        match self {
            Self::Session(session) => session.title.clone(),
            Self::Participant(person) => person
                .name
                .iter()
                .filter(|(_, name)| !name.is_blank())
                .fold(Text::default(), |text, (lang, name)| {
                    text.with(lang, name.formal(lang))
                }),
            Self::Organisation(organisation) => organisation.name.clone(),
            Self::Delegation(delegation) => delegation.name.clone(),
            Self::Room(room) => room.name.clone(),
            Self::Team(team) => team.name.clone(),
            Self::Agreement(agreement) => agreement.title.clone(),
            Self::Photo(photo) => Text::en(photo.file.as_str()),
        }
    }
}
