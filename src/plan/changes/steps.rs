//! The steps and cues of a session. They have no identity: a step is known again by what it says, else by when it is.

use super::What;
use crate::{
    model::{Cue, Offset, Step},
    plan::FieldPath,
};

/// Puts down what is different about the steps of a session.
pub(super) fn of(at: &FieldPath, old: &[Step], new: &[Step], found: &mut Vec<What>) {
    let pairs = pairs(old, new);
    let before = found.len();
    for (place, step) in new.iter().enumerate() {
        let earlier = pairs.iter().find(|(_, now)| *now == place);
        match earlier.and_then(|(before, _)| old.get(*before)) {
            None => {
                found.push(What::StepAdded(step.offset, step.text.clone()));
                cues(at, Some(step.offset), &[], &step.cues, found);
            }
            Some(earlier) => one(at, earlier, step, found),
        }
    }
    for (place, step) in old.iter().enumerate() {
        if !pairs.iter().any(|(before, _)| *before == place) {
            found.push(What::StepTakenOut(step.offset, step.text.clone()));
        }
    }
    if found.len() == before {
        // The same steps in another order.
        found.push(What::Mention(at.clone()));
    }
}

fn one(at: &FieldPath, old: &Step, new: &Step, found: &mut Vec<What>) {
    if old.offset != new.offset {
        let text = new.text.clone();
        found.push(What::StepMoved(text, old.offset, new.offset));
    }
    if old.text != new.text {
        let (from, to) = (old.text.clone(), new.text.clone());
        found.push(What::StepReworded(new.offset, from, to));
    }
    cues(at, Some(new.offset), &old.cues, &new.cues, found);
}

/// Which step is which: first those that say the same, then those that are at the same moment.
fn pairs(old: &[Step], new: &[Step]) -> Vec<(usize, usize)> {
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    let rules: [fn(&Step, &Step) -> bool; 3] = [
        |one, other| one == other,
        |one, other| one.text == other.text,
        |one, other| one.offset == other.offset,
    ];
    for fits in rules {
        for (place, step) in new.iter().enumerate() {
            if pairs.iter().any(|(_, now)| *now == place) {
                continue;
            }
            let free = |before: &usize| !pairs.iter().any(|(taken, _)| taken == before);
            let earlier = (0..old.len()).find(|before| free(before) && fits(&old[*before], step));
            pairs.extend(earlier.map(|before| (before, place)));
        }
    }
    pairs
}

/// The cues of a team are known again by their order.
pub(super) fn cues(
    path: &FieldPath,
    at: Option<Offset>,
    old: &[Cue],
    new: &[Cue],
    found: &mut Vec<What>,
) {
    if old == new {
        return;
    }
    let before = found.len();
    let mut teams = Vec::new();
    for cue in new.iter().chain(old) {
        if !teams.contains(&cue.team) {
            teams.push(cue.team);
        }
    }
    for team in teams {
        let of = |cues: &[Cue]| -> Vec<Cue> {
            let its = cues.iter().filter(|cue| cue.team == team);
            its.cloned().collect()
        };
        let (mut gone, mut come) = (of(old), of(new));
        come.retain(|cue| match gone.iter().position(|other| other == cue) {
            Some(same) => {
                gone.remove(same);
                false
            }
            None => true,
        });
        let (mut gone, mut come) = (gone.into_iter(), come.into_iter());
        loop {
            found.push(match (gone.next(), come.next()) {
                (Some(from), Some(to)) => What::CueReworded(team, at, from.text, to.text),
                (None, Some(cue)) => What::CueAdded(team, at, cue.text),
                (Some(cue), None) => What::CueTakenOut(team, at, cue.text),
                (None, None) => break,
            });
        }
    }
    if found.len() == before {
        found.push(What::Mention(path.clone()));
    }
}
