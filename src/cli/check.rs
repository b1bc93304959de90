//! `runsheet check`.

use std::path::Path;

use serde_json::{Value, json};

use super::{CliError, Outcome, pictures, say::Speaker, versions};
use crate::{
    model::{Event, FieldId, ItemId},
    photo::{self, Content},
    plan::{Plan, Severity, Subject, field_key},
    store::{Folder, Hashes},
    words::Words,
};

/// One line of the list, with the facts of it.
struct Finding {
    severity: Severity,
    subject: Subject,
    /// The field where it is mended. A photo's file that is missing, or another, is mended in no field.
    field: Option<FieldId>,
    message: String,
}

/// Lists what is missing or clashes in an event, the gravest first.
pub(super) fn check(path: &Path, json: bool, speaker: &Speaker) -> Result<Outcome, CliError> {
    let folder = Folder::at(path)?;
    let opened = folder.read()?;
    speaker.note_newer(opened.read_only);
    let event = opened.event;
    let mut hashes = Hashes::default();
    if opened.read_only.is_none() {
        pictures::put_in_place(&folder, &event, &mut hashes, speaker);
    }
    let findings = findings(&event, &folder, &mut hashes, speaker.words);
    let of_versions = of_versions(&event, &folder, speaker.words)?;
    let count = findings.len() + of_versions.len();
    if json {
        speaker.json(&as_json(&event, &folder, &findings, &of_versions));
    } else {
        let of_versions = of_versions.iter().map(|told| (Severity::Clash, told));
        let findings = findings.iter().map(|one| (one.severity, &one.message));
        for (severity, message) in of_versions.chain(findings) {
            speaker.line(&speaker.words.tf(
                "cli-problem",
                [
                    ("severity", speaker.words.severity(severity).into()),
                    ("message", message.clone().into()),
                ],
            ));
        }
        speaker.line(
            &speaker
                .words
                .tf("cli-problem-count", [("count", count.into())]),
        );
    }
    Ok(if count == 0 {
        Outcome::Done
    } else {
        Outcome::Problems
    })
}

/// The numbers that were given to several versions, and the copies of versions that cannot be read.
fn of_versions(event: &Event, folder: &Folder, words: Words) -> Result<Vec<String>, CliError> {
    let beside = folder.beside_versions(event.id)?;
    let twins = beside
        .twins
        .iter()
        .map(|twins| versions::sentence(words, twins));
    let unreadable = beside
        .unreadable
        .iter()
        .map(|(_, error)| error.sentence(words));
    Ok(twins.chain(unreadable).collect())
}

fn findings(event: &Event, folder: &Folder, hashes: &mut Hashes, words: Words) -> Vec<Finding> {
    let plan = Plan::of(event);
    let files = folder.missing_photos(event).into_iter().map(|id| {
        let name = words.item_name(event, ItemId::Photo(id));
        Finding {
            severity: Severity::Missing,
            subject: Subject::Item(ItemId::Photo(id)),
            field: None,
            message: words.tf(
                "cli-photo-not-there",
                [("name", words.quoted(&name).into())],
            ),
        }
    });
    let others = event.photos.iter().filter_map(|photo| {
        let path = folder.photo_inside(&photo.file).ok()?;
        if hashes.of(&path) == Some(photo.hash.as_str()) {
            return None;
        }
        let Ok(Content::Other(_)) = photo::content(&path, &photo.hash) else {
            return None;
        };
        let id = ItemId::Photo(photo.id);
        let name = words.quoted(&words.item_name(event, id));
        Some(Finding {
            severity: Severity::Missing,
            subject: Subject::Item(id),
            field: None,
            message: words.tf("cli-photo-other", [("name", name.into())]),
        })
    });
    let problems = plan.problems.iter().map(|problem| Finding {
        severity: problem.severity,
        subject: problem.subject,
        field: Some(problem.field),
        message: words.problem(event, problem),
    });
    let mut findings: Vec<_> = problems.chain(files).chain(others).collect();
    findings.sort_by_key(|finding| finding.severity);
    findings
}

/// The same list for another program. The keys and the values in small letters stay as they are; the message is
/// for people, in the language of the system.
fn as_json(event: &Event, folder: &Folder, findings: &[Finding], of_versions: &[String]) -> String {
    let of_versions = of_versions.iter().map(|message| {
        json!({
            "severity": severity_tag(Severity::Clash),
            "about": "event",
            "id": event.id.to_string(),
            "field": "version",
            "message": message,
        })
    });
    let findings = findings.iter().map(|finding| {
        let (about, id) = match finding.subject {
            Subject::Event => ("event", event.id.to_string()),
            Subject::Item(id) => (id.kind().tag(), id.uuid().to_string()),
        };
        json!({
            "severity": severity_tag(finding.severity),
            "about": about,
            "id": id,
            "field": finding.field.map_or("name", field_tag),
            "message": finding.message,
        })
    });
    let problems: Vec<Value> = of_versions.chain(findings).collect();
    let list = json!({
        "event": folder.event_file().to_string_lossy(),
        "problems": problems,
    });
    format!("{list:#}")
}

/// What programs call the field of a problem.
const fn field_tag(field: FieldId) -> &'static str {
    match field {
        FieldId::EventTimeZone => "time-zone",
        field => field_key(field),
    }
}

const fn severity_tag(severity: Severity) -> &'static str {
    match severity {
        Severity::Clash => "clash",
        Severity::Missing => "missing",
        Severity::Look => "look",
    }
}
