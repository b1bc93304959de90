//! The cell of a team's cues: a cue a line, those for the whole session first, then those of its steps with their offsets.
//! Of several steps at one moment the second is written `+0:30#2`, as in an export.

use super::{
    CellFault, Reading, Sheet,
    fold::{self, At},
    read::one_line,
};
use crate::model::{Cue, Session, TeamId, Text};

/// Where in a session cues are put.
#[derive(Clone, Copy, Debug)]
pub(super) struct Into {
    /// Of which team they are.
    pub team: TeamId,
    /// How they are meant.
    pub reading: Reading,
    /// Whether the session is new, and so gets the steps that they hang on.
    pub is_new: bool,
}

impl Sheet<'_> {
    pub(super) fn cues_text(&self, session: &Session, team: TeamId) -> String {
        let of_team = |cues: &[Cue]| -> Vec<String> {
            let cues = cues.iter().filter(|cue| cue.team == team);
            let said = cues.map(|cue| self.cue(&cue.text));
            said.filter(|cue| !cue.is_empty()).collect()
        };
        let mut lines = of_team(&session.cues);
        for (place, step) in session.steps.iter().enumerate() {
            let said = of_team(&step.cues);
            let at = At::of(&session.steps, place);
            lines.extend(said.iter().map(|cue| format!("{at} {cue}")));
        }
        lines.join("\n")
    }

    /// The cues of a team in a session are those of this text.
    ///
    /// # Errors
    /// [`CellFault::NoStep`] for an offset at which the session has no step.
    pub(super) fn put_cues(
        &self,
        session: &mut Session,
        into: Into,
        text: &str,
    ) -> Result<(), CellFault> {
        let team = into.team;
        let text = fold::cues(session, into, text);
        if into.is_new {
            for at in text.lines().filter_map(|line| Some(at_step(line)?.0)) {
                at.make(&mut session.steps);
            }
        }
        let mut whole = Vec::new();
        let mut at_steps: Vec<Vec<&str>> = vec![Vec::new(); session.steps.len()];
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
            let Some((at, cue)) = at_step(line) else {
                whole.push(line);
                continue;
            };
            let step = at.place(&session.steps);
            let step = step.ok_or_else(|| CellFault::NoStep(at.to_string()))?;
            at_steps[step].push(cue);
        }
        self.replace(&mut session.cues, team, &whole);
        for (step, cues) in session.steps.iter_mut().zip(&at_steps) {
            self.replace(&mut step.cues, team, cues);
        }
        Ok(())
    }

    /// A list has these cues of a team now, where its first one stood.
    fn replace(&self, cues: &mut Vec<Cue>, team: TeamId, lines: &[&str]) {
        let first = cues.iter().position(|cue| cue.team == team);
        let (old, mut kept): (Vec<Cue>, Vec<Cue>) =
            cues.drain(..).partition(|cue| cue.team == team);
        let at = first.unwrap_or(kept.len()).min(kept.len());
        let new = lines.iter().enumerate().map(|(index, line)| Cue {
            team,
            text: self.changed(&old, lines, index, line),
        });
        kept.splice(at..at, new);
        *cues = kept;
    }

    /// The text of one line: one that says the same as a cue before keeps its other languages.
    fn changed(&self, old: &[Cue], lines: &[&str], index: usize, line: &str) -> Text {
        let shown = |cue: &&Cue| self.cue(&cue.text) == line;
        let in_any = |cue: &&Cue| cue.text.iter().any(|(_, text)| one_line(text) == line);
        let same = old.iter().find(shown);
        if let Some(same) = same.or_else(|| old.iter().find(in_any)) {
            return same.text.clone();
        }
        let lang = self.event.details.language_of(line);
        // What another line still says is not this one changed.
        let before = old.get(index);
        let before = before.filter(|cue| !lines.contains(&self.cue(&cue.text).as_str()));
        let before = before.map(|cue| cue.text.clone()).unwrap_or_default();
        before.with(&lang, line)
    }

    /// A cue in the language of the table, as far as it is said in it, in one line.
    fn cue(&self, text: &Text) -> String {
        one_line(text.shown(&self.lang()))
    }
}

/// The step at which a line's cue is, and the cue. None if it is for the whole session.
fn at_step(line: &str) -> Option<(At, &str)> {
    let (at, cue) = line.trim().split_once(char::is_whitespace)?;
    Some((at.parse().ok()?, cue.trim()))
}
