//! Steps and cues of a row, put into a session.

use super::{cells, row::Rows};
use crate::model::{Cue, Lang, Session, Step, TeamId, Text};

impl Rows<'_> {
    pub(super) fn put_steps(
        &self,
        session: &mut Session,
        columns: &[(Option<Lang>, Vec<cells::Entry>)],
    ) {
        let most = columns
            .iter()
            .map(|(_, entries)| entries.len())
            .max()
            .unwrap_or_default();
        let texts: Vec<_> = columns
            .iter()
            .map(|(lang, entries)| {
                (
                    lang.clone(),
                    entries.iter().map(|entry| entry.text.clone()).collect(),
                )
            })
            .collect();
        let (chinese, other) = self.languages();
        let texts = cells::joined(&texts, &chinese, &other);
        let told: Vec<Option<Lang>> = columns.iter().map(|(lang, _)| lang.clone()).collect();
        let old = std::mem::take(&mut session.steps);
        for (at, text) in texts.into_iter().enumerate().take(most) {
            let moment = columns
                .iter()
                .find_map(|(_, entries)| entries.get(at)?.moment);
            let offset = moment.map(|(offset, _)| offset).unwrap_or_default();
            // The step that was there at that moment keeps its cues, and its words in other languages.
            let mut step = old
                .iter()
                .filter(|step| step.offset == offset)
                .nth(
                    session
                        .steps
                        .iter()
                        .filter(|step| step.offset == offset)
                        .count(),
                )
                .cloned()
                .unwrap_or_default();
            step.offset = offset;
            step.text = merged(&step.text, &text, &told);
            session.steps.push(step);
        }
    }

    pub(super) fn put_cues(
        &self,
        session: &mut Session,
        columns: &[(TeamId, Option<Lang>, Vec<cells::Entry>)],
    ) {
        let mut teams: Vec<TeamId> = Vec::new();
        for (team, ..) in columns {
            if !teams.contains(team) {
                teams.push(*team);
            }
        }
        for team in teams {
            let of_team: Vec<_> = columns.iter().filter(|(it, ..)| *it == team).collect();
            let told: Vec<Option<Lang>> = of_team.iter().map(|(_, lang, _)| lang.clone()).collect();
            let mut moments: Vec<_> = Vec::new();
            for entry in of_team.iter().flat_map(|(_, _, entries)| entries) {
                if !moments.contains(&entry.moment) {
                    moments.push(entry.moment);
                }
            }
            let old_whole = taken(&mut session.cues, team);
            let mut old_steps: Vec<Vec<Cue>> = session
                .steps
                .iter_mut()
                .map(|step| taken(&mut step.cues, team))
                .collect();
            for moment in moments {
                let texts: Vec<_> = (of_team.iter())
                    .map(|(_, lang, entries)| {
                        let these = entries.iter().filter(|entry| entry.moment == moment);
                        (
                            lang.clone(),
                            these.map(|entry| entry.text.clone()).collect(),
                        )
                    })
                    .collect();
                let (chinese, other) = self.languages();
                let texts = cells::joined(&texts, &chinese, &other);
                let (old, into) = match moment {
                    None => (old_whole.clone(), &mut session.cues),
                    Some((offset, nth)) => {
                        let at = (session.steps.iter().enumerate())
                            .filter(|(_, step)| step.offset == offset)
                            .nth(nth.saturating_sub(1))
                            .map(|(at, _)| at);
                        let at = at.unwrap_or_else(|| {
                            let at = session.steps.partition_point(|step| step.offset <= offset);
                            session.steps.insert(
                                at,
                                Step {
                                    offset,
                                    ..Step::default()
                                },
                            );
                            old_steps.insert(at, Vec::new());
                            at
                        });
                        (
                            std::mem::take(&mut old_steps[at]),
                            &mut session.steps[at].cues,
                        )
                    }
                };
                for (at, text) in texts.into_iter().enumerate() {
                    let old = old.get(at).map(|cue| cue.text.clone()).unwrap_or_default();
                    into.push(Cue {
                        team,
                        text: merged(&old, &text, &told),
                    });
                }
            }
        }
    }
}

/// Takes the cues of a team out of a list.
fn taken(cues: &mut Vec<Cue>, team: TeamId) -> Vec<Cue> {
    let (of_team, others) = std::mem::take(cues)
        .into_iter()
        .partition(|cue| cue.team == team);
    *cues = others;
    of_team
}

/// A text as it was in the languages that no column tells, and as it is told in the others.
fn merged(old: &Text, new: &Text, told: &[Option<Lang>]) -> Text {
    let mut merged = old.clone();
    for lang in told.iter().flatten() {
        merged.set(lang, new.text(lang).to_owned());
    }
    for (lang, text) in new.iter() {
        merged.set(lang, text.clone());
    }
    merged
}
