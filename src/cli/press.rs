//! `runsheet photos export`: the photos as they go out with a press release.

use std::path::Path;

use super::{CliError, Outcome, pictures, say::Speaker};
use crate::{
    app::press::{Sent, send_out},
    plan::Plan,
    store::{Folder, Hashes},
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
    let opened = folder.read()?;
    let event = opened.event;
    if opened.read_only.is_none() {
        pictures::put_in_place(&folder, &event, &mut Hashes::default(), speaker);
    }
    let plan = Plan::of(&event);
    let find = |file: &_| folder.photo_inside(file);
    let Sent {
        files,
        failed,
        held_back,
        cut,
        left,
    } = send_out(&event, &plan, find, out, keep_location, words)?;
    for file in &files {
        speaker.line(&file.to_string_lossy());
    }
    for sentence in held_back.iter().chain(&failed).chain(&cut) {
        speaker.complain(sentence);
    }
    if left > 0 {
        speaker.line(&words.tf("press-left", [("count", left.into())]));
    }
    Ok(if !failed.is_empty() {
        Outcome::Partly
    } else if held_back.is_empty() && cut.is_empty() {
        Outcome::Done
    } else {
        Outcome::Problems
    })
}
