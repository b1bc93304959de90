//! What the sessions of a kind usually go like, and the teams that usually run them.

mod table;

use table::{UsualCues, UsualTeam, When, usual};

use crate::{
    model::{Cue, Event, Lang, Offset, SessionKind, Step, Team, TeamId, Text},
    words::{Tongue, Words},
};

impl UsualTeam {
    /// In the order in which a run-of-show gives their cues.
    const ALL: [Self; 9] = [
        Self::Av,
        Self::Lighting,
        Self::Sound,
        Self::Stage,
        Self::Mc,
        Self::Protocol,
        Self::Photography,
        Self::Catering,
        Self::Security,
    ];

    const fn key(self) -> &'static str {
        match self {
            Self::Av => "usual-team-av",
            Self::Lighting => "usual-team-lighting",
            Self::Sound => "usual-team-sound",
            Self::Stage => "usual-team-stage",
            Self::Mc => "usual-team-mc",
            Self::Protocol => "usual-team-protocol",
            Self::Photography => "usual-team-photography",
            Self::Catering => "usual-team-catering",
            Self::Security => "usual-team-security",
        }
    }

    /// The team of the event that goes by this name, in whatever language.
    fn of(self, event: &Event) -> Option<TeamId> {
        let names = Tongue::ALL.map(|tongue| Words::new(tongue).t(self.key()).to_lowercase());
        let is_it = |team: &Team| {
            team.name
                .iter()
                .any(|(_, name)| names.contains(&name.trim().to_lowercase()))
        };
        event
            .teams
            .iter()
            .find(|team| is_it(team))
            .map(|team| team.id)
    }
}

/// The teams that most events have, called as these languages call them.
#[must_use]
pub fn usual_teams(languages: &[Lang]) -> Vec<Team> {
    UsualTeam::ALL
        .map(|team| Team::new(said(team.key(), languages)))
        .into()
}

/// The steps that a session of this kind usually has if it lasts as long as such sessions usually do, and the
/// cues for the whole of it; in those of `languages` that the program speaks.
///
/// Cues are for the teams of `event` that go by the names of [`usual_teams`]; a cue for a team that the event
/// does not have is left out.
#[must_use]
pub fn usual_steps(kind: SessionKind, event: &Event, languages: &[Lang]) -> (Vec<Step>, Vec<Cue>) {
    let cues = |cues: UsualCues| -> Vec<Cue> {
        cues.iter()
            .filter_map(|(team, key)| {
                Some(Cue {
                    team: team.of(event)?,
                    text: said(key, languages),
                })
            })
            .collect()
    };
    let usual = usual(kind);
    let end = i32::try_from(kind.usual_minutes() * 60).unwrap_or(i32::MAX);
    let steps = usual.steps.iter().map(|(when, text, its_cues)| Step {
        offset: Offset::seconds(match *when {
            When::After(seconds) => seconds,
            When::BeforeEnd(seconds) => end - seconds,
        }),
        text: said(text, languages),
        cues: cues(its_cues),
    });
    (steps.collect(), cues(usual.cues))
}

/// Whether a session of this kind usually has steps.
#[must_use]
pub fn has_usual_steps(kind: SessionKind) -> bool {
    !usual(kind).steps.is_empty()
}

/// A message in each of these languages that the program speaks; in English where it speaks none.
pub(super) fn said(key: &str, languages: &[Lang]) -> Text {
    let spoken = languages
        .iter()
        .filter(|lang| lang.is_chinese() || lang.primary() == Lang::EN.primary());
    let text = spoken.fold(Text::default(), |text, lang| {
        text.with(lang, Words::new(Tongue::for_readers_of(lang)).t(key))
    });
    if text.is_empty() {
        Text::en(Words::new(Tongue::En).t(key))
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use jiff::civil::date;

    use super::*;
    use crate::press::new_event;

    const LANGUAGES: [Lang; 3] = [Lang::EN, Lang::ZH_HANT, Lang::ZH_HANS];

    #[test]
    fn every_kind_has_steps_in_order_with_words_in_every_language_and_cues_for_its_teams() {
        let event = new_event(Text::en("Forum"), LANGUAGES.into(), date(2025, 6, 3));
        let mut cued = HashSet::new();
        for kind in SessionKind::ALL {
            let (steps, cues) = usual_steps(kind, &event, &LANGUAGES);
            assert!(!steps.is_empty(), "{kind:?}");
            assert!(
                steps.windows(2).all(|pair| pair[0].offset < pair[1].offset),
                "{kind:?}"
            );
            let end = i32::try_from(kind.usual_minutes() * 60).unwrap();
            assert!(steps.iter().all(|step| step.offset.as_secs() <= end));
            let all_cues = steps.iter().flat_map(|step| &step.cues).chain(&cues);
            for cue in all_cues.clone() {
                assert!(event.teams.contains(cue.team));
                cued.insert(cue.team);
            }
            let texts = steps.iter().map(|step| &step.text);
            for text in texts.chain(all_cues.map(|cue| &cue.text)) {
                for lang in &LANGUAGES {
                    let said = text.text(lang);
                    assert!(!said.is_empty() && !said.starts_with("usual-"), "{text:?}");
                }
            }
        }
        assert_eq!(cued.len(), UsualTeam::ALL.len(), "a team never gets a cue");
    }

    #[test]
    fn a_signing_goes_as_signings_go() {
        let event = new_event(Text::en("Forum"), vec![Lang::EN], date(2025, 6, 3));
        let (steps, _) = usual_steps(SessionKind::Signing, &event, &[Lang::EN]);
        let said: Vec<_> = steps.iter().map(|step| step.text.text(&Lang::EN)).collect();
        assert_eq!(
            said[3..7],
            [
                "Signing",
                "Signed copies are exchanged",
                "Handshake",
                "Photo"
            ]
        );
        assert_eq!(steps[3].offset.to_string(), "+3:00");
        assert_eq!(steps[3].text.iter().count(), 1);
    }

    #[test]
    fn a_cue_for_a_team_that_there_is_not_is_left_out_and_the_step_stays() {
        let mut event = new_event(Text::en("Forum"), vec![Lang::EN], date(2025, 6, 3));
        event.teams = [Team::new(Text::default().with(&Lang::ZH_HANT, "音響"))]
            .into_iter()
            .collect();
        let (steps, cues) = usual_steps(SessionKind::Keynote, &event, &[Lang::EN]);
        assert_eq!(steps.len(), 5);
        assert!(cues.is_empty());
        let sound = event.teams.iter().next().map(|team| team.id);
        assert!(
            steps
                .iter()
                .flat_map(|step| &step.cues)
                .all(|cue| Some(cue.team) == sound)
        );
        assert_eq!(steps[1].cues.len(), 1);
    }

    #[test]
    fn a_language_that_the_program_does_not_speak_gets_no_english_in_disguise() {
        let pt: Lang = "pt".parse().unwrap();
        let team = &usual_teams(&[pt.clone(), Lang::ZH_HANS])[2];
        assert_eq!(team.name, Text::default().with(&Lang::ZH_HANS, "音响"));
        assert_eq!(usual_teams(&[pt])[2].name, Text::en("Sound"));
    }
}
