//! The run-of-show, in from other people's tables and out to them.

use super::{
    Proposal, Removal,
    table::{Book, Layout},
    write::Sheet,
};
use crate::{
    model::{Event, ItemKind},
    words::Words,
};

/// What an import of this table would do to an event.
pub(super) fn propose(_event: &Event, book: &Book, layout: &Layout, _removal: Removal) -> Proposal {
    let mut proposal = Proposal::new(ItemKind::Session);
    super::note_columns(&mut proposal, book, layout);
    proposal.finished()
}

pub(super) fn sheet(_event: &Event, words: Words) -> Sheet {
    Sheet { name: words.t("place-run-of-show"), columns: Vec::new(), rows: Vec::new() }
}
