//! The XML form of a schedule.

mod fits;
mod read;
mod tree;
mod write;

pub(super) use read::read;
pub(super) use write::write;
