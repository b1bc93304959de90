//! `runsheet photos export`: the photos as they go out with a press release.

use std::path::Path;

use super::{CliError, Outcome, say::Speaker};
use crate::{
    app::press::{Sent, send_out},
    plan::Plan,
    store::Folder,
};

/// Writes numbered copies of the cleared photos, with their captions, into a folder.
pub(super) fn export(
    event: &Path,
    out: &Path,
    keep_location: bool,
    speaker: &Speaker,
) -> Result<Outcome, CliError> {
    let words = speaker.words;
    let folder = Folder::at(event)?;
    let event = folder.read()?.event;
    let plan = Plan::of(&event);
    let find = |file: &_| folder.photo_inside(file);
    let Sent {
        files,
        failed,
        cut,
        left,
    } = send_out(&event, &plan, find, out, keep_location, words)?;
    for file in &files {
        speaker.line(&file.to_string_lossy());
    }
    for sentence in failed.iter().chain(&cut) {
        speaker.complain(sentence);
    }
    if left > 0 {
        speaker.line(&words.tf("press-left", [("count", left.into())]));
    }
    Ok(if !failed.is_empty() {
        Outcome::Partly
    } else if !cut.is_empty() {
        Outcome::Problems
    } else {
        Outcome::Done
    })
}
