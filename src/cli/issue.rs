//! `runsheet issue`.

use std::path::Path;

use jiff::Timestamp;

use super::{CliError, Outcome, say::Speaker};
use crate::store::{Folder, Issued};

/// Issues the event as it is as its next version, and says where that is and what its papers say of it.
pub(super) fn issue(event: &Path, note: &str, speaker: &Speaker) -> Result<Outcome, CliError> {
    let folder = Folder::at(event)?;
    let Issued { version, unkept } =
        folder.issue_and_tell(&folder.read_to_change()?.event, note, Timestamp::now())?;
    let file = folder.version_file(version.issue.number);
    speaker.line(&file.to_string_lossy());
    speaker.line(&speaker.words.issue(&version.issue));
    for error in &unkept {
        speaker.complain(&error.sentence(speaker.words));
    }
    Ok(if unkept.is_empty() {
        Outcome::Done
    } else {
        // The version is there, and something in it is not as it should be.
        Outcome::Problems
    })
}
