//! `runsheet merge`, which is also what git calls to merge an event.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use serde_json::{Value, json};

use super::{CliError, Outcome, args::MergeArguments, changes, pictures, say::Speaker};
use crate::{
    model::{Event, EventId, PhotoId, fingerprint},
    plan::{
        Subject,
        merge::{Conflict, Merged, Renamed, merge_on},
    },
    store::{
        Amiss, Folder, Hashes, Lineage, MergedFrom, StoreError, nearest_common, read_any_state,
        write_event,
    },
    words::{Teller, Words},
};

/// Merges what became of one state of an event on two sides, writes the merged event, and lists what is in conflict.
pub(super) fn merge_files(wanted: &MergeArguments, speaker: &Speaker) -> Result<Outcome, CliError> {
    let words = changes::words_of(wanted.language.as_deref(), speaker)?;
    // Most of the time goes into reading, so the three are read at once.
    let (base, (ours, theirs)) = rayon::join(
        || read_any_state(&wanted.base),
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
    if base.as_ref().is_some_and(|(base, _)| is_other(base)) {
        return Err(CliError::OtherEvent(
            wanted.ours.clone(),
            wanted.base.clone(),
        ));
    }
    let (ours, theirs) = (Arc::new(ours), Arc::new(theirs));
    let states = [our_state, their_state];
    let base_state = base.iter().map(|(_, state)| state);
    let seen: Vec<Lineage> = states.iter().chain(base_state).cloned().collect();
    let ground = Ground::of(wanted, base, ours.id, &states);
    let merged = merge_on(ground.bases, &ours, &theirs);
    let is_clean = merged.conflicts.is_empty();
    let [our_state, their_state] = &states;
    let from = MergedFrom {
        // Who has a parent has everything of it, or has decided against it: nobody is asked about that again, and what went on
        // from it is merged on it. Where values are left in conflict nobody has decided yet; and a merge on another base than
        // the nearest common ancestor, as `git cherry-pick` makes it, takes only part of the other side.
        parents: if is_clean && ground.is_nearest {
            &states
        } else {
            std::slice::from_ref(our_state)
        },
        unmerged: (!is_clean).then_some(their_state),
        seen: &seen,
    };
    let out = written(&wanted.out);
    speaker.of_backup(write_event(&out, merged.event(), from)?);
    let photos = Photos::after(&merged, &out, speaker);
    // An item is called as it is on our side.
    let teller = Teller::new(words, merged.theirs(), merged.ours());
    if wanted.json {
        speaker.line(&as_json(&merged, &out, &photos, words, &teller));
    } else {
        let name = wanted.name.as_deref().unwrap_or(&out);
        tell(&merged, name, words, &teller, speaker);
        photos.tell(&merged, words, speaker);
    }
    Ok(if merged.conflicts.is_empty() && photos.amiss.is_empty() {
        Outcome::Done
    } else {
        Outcome::Problems
    })
}

/// What two states are merged on.
struct Ground {
    /// One base; none if everything is asked about; several after merges that crossed.
    bases: Vec<Arc<Event>>,
    /// Whether nothing nearer is common to both, so that merging takes in the other side as a whole. Where descent is not known,
    /// neither is this.
    is_nearest: bool,
}

impl Ground {
    /// The base that was given, unless descent shows that it decides what nobody has decided.
    fn of(
        wanted: &MergeArguments,
        base: Option<(Event, Lineage)>,
        event: EventId,
        states: &[Lineage; 2],
    ) -> Self {
        let [ours, theirs] = states;
        let nearest = nearest_common(std::slice::from_ref(ours), theirs);
        let on = |bases, is_nearest| Self { bases, is_nearest };
        if nearest.len() > 1 {
            // After merges that crossed git gives a base that it had merged itself. A value that one side has decided may be in
            // that as well, and would count as unchanged there.
            return on(several(wanted, base.as_ref(), event, states), true);
        }
        match base {
            // Then nothing is taken in unasked.
            None => on(Vec::new(), true),
            Some((base, state)) if nearest.contains(&state.id()) => on(vec![Arc::new(base)], true),
            // Conflicts were left in it: so git makes a base after merges that crossed, with the values of one side in them.
            Some((_, state)) if state.is_unmerged() => on(Vec::new(), true),
            Some((base, _)) => on(vec![Arc::new(base)], false),
        }
    }
}

/// The several nearest common ancestors, if all of them are still in the folder of the event; else none.
fn several(
    wanted: &MergeArguments,
    base: Option<&(Event, Lineage)>,
    event: EventId,
    [ours, theirs]: &[Lineage; 2],
) -> Vec<Arc<Event>> {
    let given = |id| {
        let is_it = |(_, state): &&(Event, Lineage)| state.id() == id;
        base.filter(is_it).map(|(event, _)| event.clone())
    };
    // What git merges has names of its own: it calls the event's file by the name that is shown.
    let named = wanted.name.iter();
    let paths = [&wanted.ours, &wanted.out, &wanted.theirs];
    let folders = named.chain(paths).filter_map(|path| Folder::at(path).ok());
    let mut found = folders
        .map(|folder| folder.common_ancestors(event, std::slice::from_ref(ours), theirs, given));
    let found = found.find(|bases: &Vec<Event>| !bases.is_empty());
    found.into_iter().flatten().map(Arc::new).collect()
}

/// The file to write: in an event's folder its `event.ron`.
fn written(out: &Path) -> PathBuf {
    if out.is_dir() {
        out.join("event.ron")
    } else {
        out.to_owned()
    }
}

/// What became of the photos and their files.
struct Photos {
    /// Those whose files are called otherwise now, since another picture had their name.
    renamed: Vec<Renamed>,
    /// Those whose files are not there, or hold another picture, if the event is in its folder.
    amiss: Vec<(PhotoId, Amiss)>,
}

impl Photos {
    /// Puts the files of the merged event in their places, if it was written in an event's folder: git has its files
    /// merged where there are no photos.
    fn after(merged: &Merged, out: &Path, speaker: &Speaker) -> Self {
        let event = merged.event();
        let in_folder = |folder: Folder| {
            pictures::put_in_place(&folder, event, &mut Hashes::default(), speaker)
        };
        Self {
            renamed: merged.renamed(event),
            amiss: Folder::at(out).map(in_folder).unwrap_or_default(),
        }
    }

    fn tell(&self, merged: &Merged, words: Words, speaker: &Speaker) {
        for renamed in &self.renamed {
            let values = [
                ("from", words.quoted(renamed.from.as_str()).into()),
                ("to", words.quoted(renamed.to.as_str()).into()),
            ];
            speaker.line(&words.tf("merge-photo-renamed", values));
        }
        for (id, amiss) in &self.amiss {
            speaker.line(&amiss_of(merged, *id, *amiss, words));
        }
    }
}

/// That the file of a photo is not there, or holds another picture.
fn amiss_of(merged: &Merged, id: PhotoId, amiss: Amiss, words: Words) -> String {
    let key = match amiss {
        Amiss::Missing => "cli-photo-not-there",
        Amiss::Other => "cli-photo-other",
    };
    let name = words.item_name(merged.event(), id.into());
    words.tf(key, [("name", words.quoted(&name).into())])
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
fn as_json(merged: &Merged, out: &Path, photos: &Photos, words: Words, teller: &Teller) -> String {
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
            "field": teller.field(&conflict.path),
            "base": conflict.base.as_ref().map(|base| teller.side(base)),
            "ours": teller.side(&conflict.ours),
            "theirs": teller.side(&conflict.theirs),
            "message": teller.conflict(conflict),
        })
    };
    let told = |change| changes::told(merged.ours(), change, &came_in);
    let renamed = |one: &Renamed| {
        json!({
            "id": one.photo.to_string(),
            "from": one.from.as_str(),
            "to": one.to.as_str(),
        })
    };
    let amiss = |(id, amiss): &(PhotoId, Amiss)| {
        json!({
            "id": id.to_string(),
            "why": match amiss {
                Amiss::Missing => "missing",
                Amiss::Other => "other",
            },
            "message": amiss_of(merged, *id, *amiss, words),
        })
    };
    let list = json!({
        "file": out.to_string_lossy(),
        "fingerprint": fingerprint(merged.event()),
        "incoming": incoming.all.iter().map(told).collect::<Vec<Value>>(),
        "renamed": photos.renamed.iter().map(renamed).collect::<Vec<Value>>(),
        "photos": photos.amiss.iter().map(amiss).collect::<Vec<Value>>(),
        "conflicts": merged.conflicts.iter().map(conflict).collect::<Vec<Value>>(),
    });
    format!("{list:#}")
}
