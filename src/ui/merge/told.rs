//! What panels read of what comes in from elsewhere.

use jiff::civil::DateTime;

use super::super::OtherCopy;
use crate::plan::merge::Side;

/// Where a state of the event that comes in is from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Somebody else has saved it.
    Disk,
    /// It is a copy that a synced folder has left, of this name.
    Copy(String),
}

/// Something that can be merged when the person has time for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Offer {
    /// Somebody else has saved, and has changed so many of the same values in another way.
    Decide(usize),
    /// Somebody else has saved, and so many changes come in when a field has lost the keyboard.
    Waits(usize),
    /// A synced folder has left a copy.
    Copy(OtherCopy),
}

/// What is done when something is merged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AfterMerge {
    /// Nothing more.
    Stay,
    /// The event is saved.
    Save,
    /// The event is issued as its next version, with this note.
    Issue(String),
}

/// A value that two people have changed, each in another way, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disputed {
    /// What it is a value of.
    pub name: String,
    /// Which field.
    pub field: String,
    /// What it was; none if nobody knows.
    pub base: Option<String>,
    /// What it is here.
    pub ours: String,
    /// What it is there.
    pub theirs: String,
}

/// What came in from elsewhere, as the dialog shows it.
#[derive(Clone, Copy, Debug)]
pub struct MergeView<'a> {
    /// From where.
    pub origin: &'a Origin,
    /// When the other side was written, as the disk tells it, and whether that is today.
    pub saved: Option<(DateTime, bool)>,
    /// Whether the state before both is known.
    pub knows_base: bool,
    /// What is done when it is merged.
    pub next: &'a AfterMerge,
    /// What is to be decided.
    pub disputed: &'a [Disputed],
    /// How each of those is decided so far.
    pub choices: &'a [Option<Side>],
    /// What comes in without a question, in sentences.
    pub incoming: &'a [String],
}
