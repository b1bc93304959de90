//! The cell of a team's cues: a cue a line, those for the whole session first, then those of its steps with their offsets.

use super::{CellFault, Sheet, read::one_line};
use crate::model::{Cue, Offset, Session, Step, TeamId, Text};

impl Sheet<'_> {
    pub(super) fn cues_text(&self, session: &Session, team: TeamId) -> String {
        let of_team = |cues: &[Cue]| -> Vec<String> {
            let cues = cues.iter().filter(|cue| cue.team == team);
            cues.map(|cue| self.cue(&cue.text)).collect()
        };
        let mut lines = of_team(&session.cues);
        for step in &session.steps {
            let said = of_team(&step.cues);
            lines.extend(said.iter().map(|cue| format!("{} {cue}", step.offset)));
        }
        lines.join("\n")
    }

    /// The cues of a team in a session are those of this text. A session that is new gets the steps that they hang on.
    ///
    /// # Errors
    /// [`CellFault::NoStep`] for an offset at which the session has no step.
    pub(super) fn put_cues(
        &self,
        session: &mut Session,
        team: TeamId,
        text: &str,
        is_new: bool,
    ) -> Result<(), CellFault> {
        if is_new {
            let offsets = text.lines().filter_map(|line| at_offset(line.trim()));
            for (offset, _) in offsets {
                let steps = &mut session.steps;
                if steps.iter().all(|step| step.offset != offset) {
                    let at = steps.partition_point(|step| step.offset < offset);
                    let step = Step {
                        offset,
                        text: Text::default(),
                        cues: Vec::new(),
                    };
                    steps.insert(at, step);
                }
            }
        }
        let mut whole = Vec::new();
        let mut at_steps: Vec<Vec<&str>> = vec![Vec::new(); session.steps.len()];
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
            let Some((offset, cue)) = at_offset(line) else {
                whole.push(line);
                continue;
            };
            let step = session.steps.iter().position(|step| step.offset == offset);
            let step = step.ok_or_else(|| CellFault::NoStep(offset.to_string()))?;
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
        if let Some(same) = old.iter().find(|cue| self.cue(&cue.text) == line) {
            return same.text.clone();
        }
        let lang = self.event.details.language_of(line);
        // What another line still says is not this one changed.
        let before = old.get(index);
        let before = before.filter(|cue| !lines.contains(&self.cue(&cue.text).as_str()));
        let before = before.map(|cue| cue.text.clone()).unwrap_or_default();
        before.with(&lang, line)
    }

    /// A cue in the event's main language, in one line.
    fn cue(&self, text: &Text) -> String {
        one_line(text.shown(self.event.details.main_language()))
    }
}

/// The offset at which a line's cue is, and the cue. None if it is for the whole session.
fn at_offset(line: &str) -> Option<(Offset, &str)> {
    let (offset, cue) = line.split_once(char::is_whitespace)?;
    let is_signed = offset.starts_with(['+', '-', '−']);
    let offset = offset.parse().ok().filter(|_| is_signed)?;
    Some((offset, cue.trim()))
}
