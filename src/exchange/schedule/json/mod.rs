//! The JSON form of a schedule.

mod read;
mod write;

pub(super) use read::read;
pub(super) use write::write;
