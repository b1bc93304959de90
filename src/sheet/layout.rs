//! Views of the table: which columns are shown, in which order, how wide.
//!
//! Which teams there are, and so which views, is the event's; how somebody likes to see a view is that person's habit,
//! and goes with their settings to every event.

use serde::{Deserialize, Serialize};

use super::Column;
use crate::model::{Event, Lang, TeamId};

/// A view of the table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Perspective {
    /// Everything.
    #[default]
    All,
    /// What one team needs: its cues, and the minutes before and after.
    Team(TeamId),
    /// One's own.
    Own,
}

/// How one column is liked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Habit {
    /// Which column, as its key; `cues`, `before` and `after` of a team's view are those of that team.
    pub column: String,
    /// How wide, in points.
    pub width: f32,
    /// Whether it is shown.
    pub shown: bool,
}

/// How somebody likes the views: columns in their order. Columns that are not named stand behind, as usual.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Habits {
    /// The view of everything.
    pub all: Vec<Habit>,
    /// The view of any team.
    pub team: Vec<Habit>,
    /// One's own view.
    pub own: Vec<Habit>,
}

/// A column of a view.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// Which column.
    pub column: Column,
    /// How wide, in points.
    pub width: f32,
    /// Whether it is shown.
    pub is_shown: bool,
}

/// How narrow a column can be, in points.
pub const NARROWEST: f32 = 36.0;
/// How wide a column can be, in points.
pub const WIDEST: f32 = 900.0;

impl Perspective {
    /// Every view of an event, in the order in which they are offered.
    #[must_use]
    pub fn all(event: &Event) -> Vec<Self> {
        let teams = event.teams.iter().map(|team| Self::Team(team.id));
        [Self::All, Self::Own].into_iter().chain(teams).collect()
    }

    /// The columns of this view, those that are hidden among them, as a person with these habits likes them, who reads
    /// this language.
    #[must_use]
    pub fn columns(self, event: &Event, habits: &Habits, reader: &Lang) -> Vec<Shown> {
        let usual = self.usual(event, reader);
        let liked = self.of(habits);
        let mut columns: Vec<Shown> = Vec::with_capacity(usual.len());
        for habit in liked {
            let found = usual
                .iter()
                .find(|one| self.key(&one.column) == habit.column);
            let twice = |column: &Column| columns.iter().any(|one| one.column == *column);
            if let Some(one) = found.filter(|one| !twice(&one.column)) {
                let width = if habit.width.is_finite() {
                    habit.width.clamp(NARROWEST, WIDEST)
                } else {
                    one.width
                };
                columns.push(Shown {
                    column: one.column.clone(),
                    width,
                    is_shown: habit.shown,
                });
            }
        }
        for one in usual {
            if !columns.iter().any(|other| other.column == one.column) {
                columns.push(one);
            }
        }
        if !columns.iter().any(|one| one.is_shown)
            && let Some(first) = columns.first_mut()
        {
            first.is_shown = true;
        }
        columns
    }

    /// These habits, with this view liked as it is now.
    #[must_use]
    pub fn liked(self, habits: &Habits, columns: &[Shown]) -> Habits {
        let mut habits = habits.clone();
        let list = columns
            .iter()
            .map(|one| Habit {
                column: self.key(&one.column),
                width: one.width,
                shown: one.is_shown,
            })
            .collect();
        match self {
            Self::All => habits.all = list,
            Self::Team(_) => habits.team = list,
            Self::Own => habits.own = list,
        }
        habits
    }

    fn of(self, habits: &Habits) -> &[Habit] {
        match self {
            Self::All => &habits.all,
            Self::Team(_) => &habits.team,
            Self::Own => &habits.own,
        }
    }

    fn key(self, column: &Column) -> String {
        match (self, column) {
            (Self::Team(team), Column::Cues(of)) if team == *of => "cues".to_owned(),
            (_, Column::Before(_)) => "before".to_owned(),
            (_, Column::After(_)) => "after".to_owned(),
            (_, column) => column.to_string(),
        }
    }

    /// The columns as they are before anybody has changed them.
    fn usual(self, event: &Event, reader: &Lang) -> Vec<Shown> {
        let languages = event.details.languages.for_reader(reader);
        let main = languages.first();
        let has_rooms = event.rooms.len() > 1;
        let mut columns = Column::all_in(event, &languages);
        if let Self::Team(team) = self {
            columns.retain(|column| *column != Column::Cues(team));
            let title = |column: &Column| matches!(column, Column::Title(_));
            let at = columns.iter().position(title).map_or(0, |at| at + 1);
            let of_team = [
                Column::Cues(team),
                Column::Before(team),
                Column::After(team),
            ];
            columns.splice(at..at, of_team);
        }
        let is_shown = |column: &Column| match column {
            Column::Start | Column::Length | Column::People => true,
            Column::Officer => self != Self::Own,
            Column::Title(lang) => Some(lang) == main || !matches!(self, Self::Team(_)),
            Column::End | Column::Kind | Column::Remarks => self == Self::All,
            Column::Room => has_rooms && self != Self::Own,
            Column::Cues(team) | Column::Before(team) | Column::After(team) => {
                self == Self::Team(*team)
            }
            Column::Day | Column::Slack | Column::Summary(_) | Column::Audience => false,
        };
        columns
            .into_iter()
            .map(|column| Shown {
                width: match &column {
                    // A title in another language than the reader's stands beside it to be compared.
                    Column::Title(lang) if Some(lang) != main => 132.0,
                    // Everything that a team looks for stands side by side in a small window.
                    Column::Title(_) if matches!(self, Self::Team(_)) => 190.0,
                    Column::Cues(_) if matches!(self, Self::Team(_)) => 218.0,
                    column => usual_width(column),
                },
                is_shown: is_shown(&column),
                column,
            })
            .collect()
    }
}

/// How wide a column is at first, in points.
const fn usual_width(column: &Column) -> f32 {
    match column {
        Column::Day => 92.0,
        Column::Start => 88.0,
        Column::End => 74.0,
        Column::Length => 56.0,
        Column::Slack => 72.0,
        Column::Kind => 130.0,
        Column::Title(_) => 210.0,
        Column::Summary(_) | Column::Cues(_) => 240.0,
        Column::Room | Column::Audience => 110.0,
        Column::People => 190.0,
        Column::Before(_) | Column::After(_) | Column::Officer => 84.0,
        Column::Remarks => 200.0,
    }
}
