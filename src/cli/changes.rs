//! `runsheet changes`.

use std::path::Path;

use serde_json::{Value, json};

use super::{CliError, Outcome, say::Speaker};
use crate::{
    model::{Event, Issue, ItemId, Lang, fingerprint},
    plan::{
        Changes, Subject,
        changes::{Change, What},
    },
    store::look_at_state,
    words::{Teller, Tongue, Words},
};

/// One of the two states that are compared.
struct State<'a> {
    path: &'a Path,
    event: Event,
    issue: Option<Issue>,
}

impl<'a> State<'a> {
    fn at(path: &'a Path, speaker: &Speaker) -> Result<Self, CliError> {
        let (event, issue, read_only) = look_at_state(path)?;
        speaker.note_newer(read_only);
        Ok(Self { path, event, issue })
    }

    fn as_json(&self) -> Value {
        json!({
            "file": self.path.to_string_lossy(),
            "version": self.issue.as_ref().map(|issue| issue.number),
            "issued": self.issue.as_ref().map(|issue| issue.issued.to_string()),
            "fingerprint": match &self.issue {
                Some(issue) => issue.fingerprint.clone(),
                None => fingerprint(&self.event),
            },
        })
    }
}

/// Says what is different between two states of an event: folders, files or versions.
pub(super) fn changes(
    old: &Path,
    new: &Path,
    json: bool,
    language: Option<&str>,
    speaker: &Speaker,
) -> Result<Outcome, CliError> {
    let words = words_of(language, speaker)?;
    let (old, new) = (State::at(old, speaker)?, State::at(new, speaker)?);
    let changes = Changes::between(&old.event, &new.event);
    let teller = Teller::new(words, &old.event, &new.event);
    if json {
        speaker.json(&as_json(&old, &new, &changes, &teller));
    } else {
        for change in &changes.all {
            speaker.line(&teller.sentence(change));
        }
        let count = changes.all.len();
        speaker.line(&words.tf("cli-change-count", [("count", count.into())]));
    }
    Ok(if changes.is_empty() {
        Outcome::Done
    } else {
        Outcome::Problems
    })
}

/// The words of a language that was asked for, or of the system's.
pub(super) fn words_of(language: Option<&str>, speaker: &Speaker) -> Result<Words, CliError> {
    let Some(tag) = language else {
        return Ok(speaker.words);
    };
    let lang: Lang = tag
        .parse()
        .map_err(|_| CliError::NotALanguage(tag.to_owned()))?;
    Ok(Words::new(Tongue::for_readers_of(&lang)))
}

/// One change for another program.
pub(super) fn told(event: &Event, change: &Change, teller: &Teller) -> Value {
    let (about, id) = match change.subject {
        Subject::Event => ("event", event.id.to_string()),
        Subject::Item(id) => (id.kind().tag(), id.uuid().to_string()),
    };
    json!({
        "about": about,
        "id": id,
        "what": tag(&change.what),
        "message": teller.sentence(change),
    })
}

/// The same for another program. The keys and the values in small letters stay as they are; the message is for people.
fn as_json(old: &State, new: &State, changes: &Changes, teller: &Teller) -> String {
    let told = |change: &Change| told(&new.event, change, teller);
    let person = |(id, changes): &(_, Vec<Change>)| {
        let person = ItemId::Participant(*id);
        json!({
            "id": person.uuid().to_string(),
            "name": teller.name(Subject::Item(person)),
            "changes": changes.iter().map(told).collect::<Vec<_>>(),
        })
    };
    let list = json!({
        "old": old.as_json(),
        "new": new.as_json(),
        "changes": changes.all.iter().map(told).collect::<Vec<_>>(),
        "people": changes.people.iter().map(person).collect::<Vec<_>>(),
    });
    format!("{list:#}")
}

const fn tag(what: &What) -> &'static str {
    match what {
        What::Added => "added",
        What::TakenOut => "taken-out",
        What::Moved(..) => "moved",
        What::Shifted(_) => "shifted",
        What::Value(..) | What::Mention(_) | What::Position(..) => "changed",
        What::DayAdded(_) => "day-added",
        What::DayTakenOut(_) => "day-taken-out",
        What::Joined(..) => "joined",
        What::Left(..) => "left",
        What::Replaced { .. } => "replaced",
        What::Recast(..) => "recast",
        What::CastOrder | What::Order(_) => "order",
        What::StepAdded(..) => "step-added",
        What::StepTakenOut(..) => "step-taken-out",
        What::StepMoved(..) => "step-moved",
        What::StepReworded(..) => "step-changed",
        What::CueAdded(..) => "cue-added",
        What::CueTakenOut(..) => "cue-taken-out",
        What::CueReworded(..) => "cue-changed",
        What::Other => "other",
    }
}
