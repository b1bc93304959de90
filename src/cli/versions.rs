//! `runsheet versions`.

use std::path::Path;

use serde_json::{Value, json};

use super::{CliError, Outcome, say::Speaker};
use crate::{
    model::{EventId, Issue},
    store::{Beside, Folder, Stamp, Twins},
    words::Words,
};

/// Lists the versions of an event, and the numbers that were given twice; has the version in the file `keeps` keep its
/// number first, where one is named.
pub(super) fn versions(
    event: &Path,
    keeps: Option<&Path>,
    json: bool,
    speaker: &Speaker,
) -> Result<Outcome, CliError> {
    let folder = Folder::at(event)?;
    let opened = folder.read()?;
    speaker.note_newer(opened.read_only);
    let id = opened.event.id;
    if let Some(file) = keeps {
        let (number, stamp) = twin_in(&folder, id, file)?;
        folder.number_twins(id, number, stamp)?;
    }
    let beside = folder.beside_versions(id)?;
    let is_well = tell(&folder, &beside, json, speaker)?;
    Ok(if is_well {
        Outcome::Done
    } else {
        Outcome::Problems
    })
}

/// The number of the version in this file, which is one of several that have it, and what it holds.
fn twin_in(folder: &Folder, event: EventId, file: &Path) -> Result<(u32, Stamp), CliError> {
    let beside = folder.beside_versions(event)?;
    let real = |path: &Path| std::fs::canonicalize(path).ok();
    let wanted = real(file);
    let mut twins = beside.twins.iter().flat_map(|twins| {
        let number = twins.number;
        twins.all.iter().map(move |twin| (number, twin))
    });
    let found = twins.find(|(_, twin)| wanted.is_some() && real(&twin.file) == wanted);
    let found = found.map(|(number, twin)| (number, twin.stamp));
    found.ok_or_else(|| CliError::NotATwin(file.to_owned()))
}

/// Says what there is; whether each number is there once, and each version can be read.
fn tell(
    folder: &Folder,
    beside: &Beside,
    as_json: bool,
    speaker: &Speaker,
) -> Result<bool, CliError> {
    let words = speaker.words;
    let listed = folder.versions()?;
    let mut is_well = beside.twins.is_empty() && beside.unreadable.is_empty();
    let mut values = Vec::new();
    for version in &listed {
        let file = folder.version_file(version.number);
        match &version.issue {
            Ok(issue) => values.push(value(issue, &file, true)),
            Err(error) => {
                is_well = false;
                speaker.complain(&error.sentence(words));
            }
        }
        if !as_json && let Ok(issue) = &version.issue {
            speaker.line(&line(words, issue));
        }
    }
    for twins in &beside.twins {
        for twin in twins.all.iter().filter(|twin| !twin.is_in_place) {
            values.push(value(&twin.issue, &twin.file, false));
        }
        if !as_json {
            speaker.line(&sentence(words, twins));
            for twin in &twins.all {
                let file = words.path(&twin.file);
                speaker.line(&words.tf(
                    "cli-version-of-several",
                    [
                        ("version", line(words, &twin.issue).into()),
                        ("file", file.into()),
                    ],
                ));
            }
        }
    }
    for (_, error) in &beside.unreadable {
        speaker.complain(&error.sentence(words));
    }
    if as_json {
        let numbers: Vec<u32> = beside.twins.iter().map(|twins| twins.number).collect();
        let list = json!({
            "event": folder.event_file().to_string_lossy(),
            "versions": values,
            "twice": numbers,
        });
        speaker.json(&format!("{list:#}"));
    }
    Ok(is_well)
}

/// What a version is, in one line.
fn line(words: Words, issue: &Issue) -> String {
    let line = words.issue(issue);
    if issue.note.is_empty() {
        return line;
    }
    words.tf(
        "cli-version-noted",
        [
            ("version", line.into()),
            ("note", words.quoted(&issue.note).into()),
        ],
    )
}

fn value(issue: &Issue, file: &Path, is_in_place: bool) -> Value {
    json!({
        "number": issue.number,
        "formerly": issue.formerly,
        "issued": issue.issued.to_string(),
        "fingerprint": issue.fingerprint,
        "note": issue.note,
        "file": file.to_string_lossy(),
        "in-place": is_in_place,
    })
}

/// That a number was given to several versions, and what the person can do.
pub(super) fn sentence(words: Words, twins: &Twins) -> String {
    let names: Vec<String> = (twins.all.iter())
        .map(|twin| {
            let name = twin.file.file_name().unwrap_or_default();
            name.to_string_lossy().into_owned()
        })
        .collect();
    let issues = twins.all.iter().map(|twin| &twin.issue);
    let all: Vec<_> = issues.zip(names.iter().map(String::as_str)).collect();
    let twins = words.twins(twins.number, &all);
    words.tf("cli-version-twins", [("twins", twins.into())])
}
