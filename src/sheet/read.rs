//! What a cell says.

use jiff::civil::{DateTime, Time};

use super::{Column, Sheet};
use crate::{
    model::{Length, Session},
    plan::Timed,
};

impl Sheet<'_> {
    /// What a cell says: what stands in it while it is edited, what is copied, and what means the same when it is typed.
    #[must_use]
    pub fn text(&self, session: &Session, column: &Column) -> String {
        let words = self.words;
        let timed = self.plan.timed(session.id);
        let clock = |moment: Option<DateTime>| moment.map(|at| time(at.time())).unwrap_or_default();
        let minutes = |minutes: Option<i64>| minutes.map(|m| m.to_string()).unwrap_or_default();
        let free = self.free.get(&session.id);
        match column {
            Column::Day => session.day.to_string(),
            Column::Start => clock(timed.map(|timed| timed.start)),
            Column::End => clock(timed.map(|timed| timed.end)),
            Column::Length => {
                let lasts = timed.map(Timed::length).map(|length| length.as_secs());
                let lasts = lasts.and_then(|seconds| u32::try_from(seconds).ok());
                // What is squeezed out by its fixed end lasts no time at all.
                let lasts = lasts.map_or(Ok(session.length), Length::seconds);
                lasts.map_or_else(|_| "0".to_owned(), in_minutes)
            }
            Column::Slack => session.slack.map(in_minutes).unwrap_or_default(),
            Column::Kind => words.session_kind(session.kind),
            Column::Title(lang) => session.title.text(lang).to_owned(),
            Column::Summary(lang) => session.summary.text(lang).to_owned(),
            Column::Room => {
                let room = session.room.and_then(|room| self.event.rooms.get(room));
                room.map(|room| room.name.shown(&self.lang()).to_owned())
                    .unwrap_or_default()
            }
            Column::People => self.people_text(session),
            Column::Officer => session.officer.clone(),
            Column::Remarks => session.remarks.clone(),
            Column::Audience => words.audience(session.audience),
            Column::Cues(team) => self.cues_text(session, *team),
            Column::Before(_) => minutes(free.and_then(|free| free.0)),
            Column::After(_) => minutes(free.and_then(|free| free.1)),
        }
    }
}

/// A length as it is typed: whole minutes as a number, with which other programs can compute.
fn in_minutes(length: Length) -> String {
    match (length.as_secs() / 60, length.as_secs() % 60) {
        (minutes, 0) => minutes.to_string(),
        _ => length.to_string(),
    }
}

/// A time as it is typed: `09:05`, and with seconds where it has some.
fn time(time: Time) -> String {
    let format = if time.second() == 0 {
        "%H:%M"
    } else {
        "%H:%M:%S"
    };
    time.strftime(format).to_string()
}

/// A text of several lines in one.
pub(super) fn one_line(text: &str) -> String {
    text.split(['\n', '\r', '\t'])
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}
