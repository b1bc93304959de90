//! `runsheet merge`, which is also what git calls to merge an event.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use serde_json::{Value, json};

use super::{CliError, Outcome, args::MergeArguments, changes, say::Speaker};
use crate::{
    model::{Event, fingerprint},
    plan::{
        Subject,
        merge::{Conflict, Merged, merge},
    },
    store::{StoreError, read_any, read_any_state, write_event},
    words::{Teller, Words},
};

/// Merges what became of one state of an event on two sides, writes the merged event, and lists what is in conflict.
pub(super) fn merge_files(wanted: &MergeArguments, speaker: &Speaker) -> Result<Outcome, CliError> {
    let words = changes::words_of(wanted.language.as_deref(), speaker)?;
    // Most of the time goes into reading, so the three are read at once.
    let (base, (ours, theirs)) = rayon::join(
        || read_any(&wanted.base),
        || {
            rayon::join(
                || read_any_state(&wanted.ours),
                || read_any_state(&wanted.theirs),
            )
        },
    );
    let base = match base {
        Ok(base) => Some(base),
        // So git says that there is none: the event was added on both sides.
        Err(StoreError::Empty(_)) => None,
        Err(error) => return Err(error.into()),
    };
    let ((ours, our_state), (theirs, their_state)) = (ours?, theirs?);
    let is_other = |event: &Event| event.id != ours.id;
    if is_other(&theirs) {
        return Err(CliError::OtherEvent(
            wanted.ours.clone(),
            wanted.theirs.clone(),
        ));
    }
    if base.as_ref().is_some_and(is_other) {
        return Err(CliError::OtherEvent(
            wanted.ours.clone(),
            wanted.base.clone(),
        ));
    }
    let merged = merge(base.map(Arc::new), Arc::new(ours), Arc::new(theirs));
    let out = written(&wanted.out);
    write_event(&out, merged.event(), &[our_state, their_state])?;
    // An item is called as it is on our side.
    let teller = Teller::new(words, merged.theirs(), merged.ours());
    if wanted.json {
        speaker.line(&as_json(&merged, &out, words, &teller));
    } else {
        let name = wanted.name.as_deref().unwrap_or(&out);
        tell(&merged, name, words, &teller, speaker);
    }
    Ok(if merged.conflicts.is_empty() {
        Outcome::Done
    } else {
        Outcome::Problems
    })
}

/// The file to write: in an event's folder its `event.ron`.
fn written(out: &Path) -> PathBuf {
    if out.is_dir() {
        out.join("event.ron")
    } else {
        out.to_owned()
    }
}

fn tell(merged: &Merged, name: &Path, words: Words, teller: &Teller, speaker: &Speaker) {
    let incoming = merged.incoming();
    let came_in = Teller::new(words, merged.ours(), merged.event());
    for change in &incoming.all {
        speaker.line(&came_in.sentence(change));
    }
    let count = incoming.all.len();
    speaker.line(&words.tf("cli-merge-count", [("count", count.into())]));
    if merged.conflicts.is_empty() {
        return;
    }
    for conflict in &merged.conflicts {
        speaker.line(&teller.conflict(conflict));
    }
    speaker.line(&words.tf(
        "cli-merge-conflicts",
        [
            ("count", merged.conflicts.len().into()),
            ("file", words.path(name).into()),
        ],
    ));
}

/// The same for another program. The keys and the values in small letters stay as they are; the messages are for people.
fn as_json(merged: &Merged, out: &Path, words: Words, teller: &Teller) -> String {
    let came_in = Teller::new(words, merged.ours(), merged.event());
    let incoming = merged.incoming();
    let conflict = |conflict: &Conflict| {
        let (about, id) = match conflict.subject {
            Subject::Event => ("event", merged.ours().id.to_string()),
            Subject::Item(id) => (id.kind().tag(), id.uuid().to_string()),
        };
        json!({
            "about": about,
            "id": id,
            "field": teller.field(&conflict.parts),
            "base": conflict.base.as_ref().map(|base| teller.whole(base)),
            "ours": teller.whole(&conflict.ours),
            "theirs": teller.whole(&conflict.theirs),
            "message": teller.conflict(conflict),
        })
    };
    let told = |change| changes::told(merged.ours(), change, &came_in);
    let list = json!({
        "file": out.to_string_lossy(),
        "fingerprint": fingerprint(merged.event()),
        "incoming": incoming.all.iter().map(told).collect::<Vec<Value>>(),
        "conflicts": merged.conflicts.iter().map(conflict).collect::<Vec<Value>>(),
    });
    format!("{list:#}")
}
