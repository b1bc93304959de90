//! The columns of the table, and what they are called.

use std::{fmt, str::FromStr};

use crate::{
    model::{Event, FieldId, Lang, TeamId},
    words::{Tongue, Words},
};

/// A column of the table.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Column {
    /// The day on which a session starts.
    Day,
    /// When it starts; empty follows the session before it.
    Start,
    /// When it ends.
    End,
    /// How long it lasts, in minutes.
    Length,
    /// How much of it may give way, in minutes.
    Slack,
    /// What kind of item it is.
    Kind,
    /// Its title in one language.
    Title(Lang),
    /// Its abstract in one language.
    Summary(Lang),
    /// Where.
    Room,
    /// Who appears, and as what.
    People,
    /// The responsible officer.
    Officer,
    /// Remarks for the staff.
    Remarks,
    /// Who sees it.
    Audience,
    /// What one team does: for the whole of it a line each, and at its steps a line each with the offset.
    Cues(TeamId),
    /// How many minutes a team has nothing to do before it. Nobody types there.
    Before(TeamId),
    /// How many minutes a team has nothing to do after it. Nobody types there.
    After(TeamId),
}

impl Column {
    /// Every column of an event, in the order in which a table offers them.
    #[must_use]
    pub fn all(event: &Event) -> Vec<Self> {
        Self::all_in(event, &event.details.languages)
    }

    /// The same, with the languages of texts in this order.
    pub(super) fn all_in(event: &Event, languages: &[Lang]) -> Vec<Self> {
        let mut all = vec![Self::Day, Self::Start, Self::End, Self::Length];
        all.extend(languages.iter().cloned().map(Self::Title));
        all.extend([
            Self::People,
            Self::Officer,
            Self::Kind,
            Self::Room,
            Self::Audience,
            Self::Slack,
            Self::Remarks,
        ]);
        all.extend(languages.iter().cloned().map(Self::Summary));
        all.extend(event.teams.iter().map(|team| Self::Cues(team.id)));
        all
    }

    /// What stands above it: "Start", "Title (English)", "Cues: AV".
    #[must_use]
    pub fn name(&self, event: &Event, words: Words) -> String {
        let in_language = |field: FieldId, lang: &Lang| {
            let label = words.label(field);
            if event.details.languages.len() < 2 {
                return label;
            }
            words.in_language(&label, lang)
        };
        let of_team = |key: &str, team: &TeamId| {
            let team = event.teams.get(*team);
            let name = team.map(|team| team.name.shown(&words.tongue.lang()).to_owned());
            words.tf(key, [("team", name.unwrap_or_default().into())])
        };
        match self {
            Self::Day => words.label(FieldId::SessionDay),
            Self::Start => words.label(FieldId::SessionStart),
            Self::End => words.t("column-end"),
            Self::Length => words.label(FieldId::SessionLength),
            Self::Slack => words.label(FieldId::SessionSlack),
            Self::Kind => words.label(FieldId::SessionKind),
            Self::Title(lang) => in_language(FieldId::SessionTitle, lang),
            Self::Summary(lang) => in_language(FieldId::SessionSummary, lang),
            Self::Room => words.label(FieldId::SessionRoom),
            Self::People => words.label(FieldId::SessionPeople),
            Self::Officer => words.label(FieldId::SessionOfficer),
            Self::Remarks => words.label(FieldId::SessionRemarks),
            Self::Audience => words.label(FieldId::SessionAudience),
            Self::Cues(team) => of_team("column-cues", team),
            Self::Before(_) => words.t("column-before"),
            Self::After(_) => words.t("column-after"),
        }
    }

    /// The column that other programs' tables call by this name, in whatever language; none if it is not one of ours.
    #[must_use]
    pub fn of_heading(event: &Event, heading: &str) -> Option<Self> {
        let wanted = plain(heading);
        if wanted.is_empty() {
            return None;
        }
        let all = Self::all(event);
        let named = |column: &&Self| {
            Tongue::ALL
                .iter()
                .any(|tongue| plain(&column.name(event, Words::new(*tongue))) == wanted)
        };
        if let Some(column) = all.iter().find(named) {
            return Some(column.clone());
        }
        let tongue_of = |key: &str| {
            Tongue::ALL.into_iter().find(|tongue| {
                let words = Words::new(*tongue).t(key);
                super::guess::listed(&words).any(|word| plain(word) == wanted)
            })
        };
        let told = [
            (Self::Day, "column-as-day"),
            (Self::Start, "column-as-start"),
            (Self::End, "column-as-end"),
            (Self::Length, "column-as-length"),
            (Self::Slack, "column-as-slack"),
            (Self::Kind, "column-as-kind"),
            (Self::Room, "column-as-room"),
            (Self::People, "column-as-people"),
            (Self::Officer, "column-as-officer"),
            (Self::Remarks, "column-as-remarks"),
            (Self::Audience, "column-as-audience"),
        ];
        if let Some((column, _)) = told.into_iter().find(|(_, key)| tongue_of(key).is_some()) {
            return Some(column);
        }
        // A heading in a language is that of the texts in it, where the event has them.
        let in_language = |tongue: Tongue| {
            let languages = &event.details.languages;
            let near = |lang: &&Lang| lang.primary() == tongue.lang().primary();
            let lang = languages.iter().find(near);
            lang.unwrap_or_else(|| event.details.main_language())
                .clone()
        };
        if let Some(bare) = in_main_language(event, heading) {
            return Self::of_heading(event, &bare);
        }
        let title = tongue_of("column-as-title").map(|tongue| Self::Title(in_language(tongue)));
        let summary = || tongue_of("column-as-summary").map(|one| Self::Summary(in_language(one)));
        let team = || {
            let is_it = |name: &str| plain(name) == wanted;
            let mut teams = event.teams.iter();
            let team = teams.find(|team| team.name.iter().any(|(_, name)| is_it(name)));
            team.map(|team| Self::Cues(team.id))
        };
        title.or_else(summary).or_else(team)
    }

    /// Whether people can type into it.
    #[must_use]
    pub const fn is_typed(&self) -> bool {
        !matches!(self, Self::Before(_) | Self::After(_))
    }

    /// Whether its cells have several lines.
    #[must_use]
    pub const fn has_lines(&self) -> bool {
        matches!(self, Self::Remarks | Self::Summary(_) | Self::Cues(_))
    }

    /// Whether a few letters name what it holds, so that the rest can be offered.
    #[must_use]
    pub const fn completes(&self) -> bool {
        matches!(
            self,
            Self::Kind | Self::Room | Self::People | Self::Audience
        )
    }

    /// The order in which the cells of a row are filled: what others follow from comes first.
    pub(super) const fn rank(&self) -> u8 {
        match self {
            Self::Day => 0,
            Self::Room => 1,
            Self::Kind => 2,
            Self::Start => 3,
            Self::Length => 4,
            Self::End => 5,
            Self::Slack
            | Self::Title(_)
            | Self::Summary(_)
            | Self::People
            | Self::Officer
            | Self::Remarks
            | Self::Audience
            | Self::Cues(_)
            | Self::Before(_)
            | Self::After(_) => 6,
        }
    }
}

/// A heading without the main language that it names at its end, as an export writes it where there are several:
/// "Room (English)" is "Room", "Cues (AV · English)" is "Cues (AV)". What is in another language is not that column.
fn in_main_language(event: &Event, heading: &str) -> Option<String> {
    let main = event.details.main_language().endonym();
    let open = heading.trim_end().strip_suffix([')', '）'])?;
    let rest = open.trim_end().strip_suffix(main)?;
    let rest = rest.trim_end().strip_suffix(['(', '（', '·'])?.trim_end();
    (!rest.is_empty()).then(|| rest.to_owned())
}

/// A heading as it is compared: letters only, all small.
fn plain(heading: &str) -> String {
    let letters = heading.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

impl fmt::Display for Column {
    /// As settings keep it: `start`, `title:en`, `cues:` and the team's identity.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day => f.write_str("day"),
            Self::Start => f.write_str("start"),
            Self::End => f.write_str("end"),
            Self::Length => f.write_str("length"),
            Self::Slack => f.write_str("slack"),
            Self::Kind => f.write_str("kind"),
            Self::Title(lang) => write!(f, "title:{lang}"),
            Self::Summary(lang) => write!(f, "summary:{lang}"),
            Self::Room => f.write_str("room"),
            Self::People => f.write_str("people"),
            Self::Officer => f.write_str("officer"),
            Self::Remarks => f.write_str("remarks"),
            Self::Audience => f.write_str("audience"),
            Self::Cues(team) => write!(f, "cues:{team}"),
            Self::Before(team) => write!(f, "before:{team}"),
            Self::After(team) => write!(f, "after:{team}"),
        }
    }
}

impl FromStr for Column {
    type Err = ();

    fn from_str(key: &str) -> Result<Self, ()> {
        let (name, of) = key.split_once(':').unwrap_or((key, ""));
        let lang = || of.parse::<Lang>().map_err(drop);
        let team = || {
            let id = of.parse::<uuid::Uuid>();
            id.map(TeamId::from_uuid).map_err(drop)
        };
        Ok(match name {
            "day" => Self::Day,
            "start" => Self::Start,
            "end" => Self::End,
            "length" => Self::Length,
            "slack" => Self::Slack,
            "kind" => Self::Kind,
            "title" => Self::Title(lang()?),
            "summary" => Self::Summary(lang()?),
            "room" => Self::Room,
            "people" => Self::People,
            "officer" => Self::Officer,
            "remarks" => Self::Remarks,
            "audience" => Self::Audience,
            "cues" => Self::Cues(team()?),
            "before" => Self::Before(team()?),
            "after" => Self::After(team()?),
            _ => return Err(()),
        })
    }
}
