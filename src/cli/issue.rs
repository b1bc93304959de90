//! `runsheet issue`.

use std::path::Path;

use jiff::Timestamp;

use super::{CliError, Outcome, say::Speaker};
use crate::store::Folder;

/// Issues the event as it is as its next version, and says where that is and what its papers say of it.
pub(super) fn issue(event: &Path, note: &str, speaker: &Speaker) -> Result<Outcome, CliError> {
    let folder = Folder::at(event)?;
    let version = folder.issue(&folder.read_to_change()?.event, note, Timestamp::now())?;
    let file = folder.version_file(version.issue.number);
    speaker.line(&file.to_string_lossy());
    speaker.line(&speaker.words.issue(&version.issue));
    Ok(Outcome::Done)
}
