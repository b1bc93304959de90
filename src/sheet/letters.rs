//! Which of several things a few letters name.

use super::{Column, Sheet, people};
use crate::{
    model::{Audience, Lang, Room, SessionKind},
    words::{Tongue, Words},
};

/// What a cell could say, offered while people type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// What the cell, or the last entry of a list in it, would say.
    pub text: String,
    /// What that is, for those who do not know it.
    pub hint: String,
}

/// Where in what has been typed that begins which a suggestion completes: in a list, its last entry.
#[must_use]
pub fn last_entry(column: &Column, typed: &str) -> usize {
    if *column == Column::People {
        people::last_name(typed)
    } else {
        0
    }
}

/// How well letters name something: the whole of it, its beginning, the beginnings of its words, or what is inside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    Inside,
    Words,
    Begins,
    Whole,
}

/// How well `typed` names a thing called `name`. None if it does not.
pub(super) fn fit(typed: &str, name: &str) -> Option<Fit> {
    let (typed, name) = (typed.trim().to_lowercase(), name.trim().to_lowercase());
    if typed.is_empty() || name.is_empty() {
        return None;
    }
    if typed == name {
        return Some(Fit::Whole);
    }
    if name.starts_with(&typed) {
        return Some(Fit::Begins);
    }
    let words = || name.split(|c: char| !c.is_alphanumeric());
    let begins = |part: &str| words().any(|word| word.starts_with(part));
    if typed.split_whitespace().all(begins) {
        return Some(Fit::Words);
    }
    // One letter is inside of nearly everything; one character is not.
    let says_enough = typed.chars().count() > 1 || !typed.is_ascii();
    (says_enough && name.contains(&typed)).then_some(Fit::Inside)
}

/// The things that `typed` names, the best first; among equals as they come.
pub(super) fn found<T>(
    typed: &str,
    things: impl IntoIterator<Item = (T, Vec<String>)>,
) -> Vec<(Fit, T)> {
    let mut found: Vec<(Fit, T)> = things
        .into_iter()
        .filter_map(|(thing, names)| {
            let fits = names.iter().filter_map(|name| fit(typed, name));
            Some((fits.max()?, thing))
        })
        .collect();
    found.sort_by_key(|(fit, _)| std::cmp::Reverse(*fit));
    found
}

/// The kinds that `typed` names, in whatever language.
pub(super) fn kinds(typed: &str) -> Vec<(Fit, SessionKind)> {
    found(
        typed,
        SessionKind::ALL.map(|kind| (kind, said(|words| words.session_kind(kind)))),
    )
}

/// Whom `typed` says a session is for.
pub(super) fn audiences(typed: &str) -> Vec<(Fit, Audience)> {
    let all = [Audience::Guests, Audience::Staff];
    found(
        typed,
        all.map(|one| (one, said(|words| words.audience(one)))),
    )
}

/// What something is called in every language of the interface.
pub(super) fn said(say: impl Fn(Words) -> String) -> Vec<String> {
    Tongue::ALL.map(|tongue| say(Words::new(tongue))).into()
}

pub(super) fn names_of(room: &Room) -> Vec<String> {
    room.name.iter().map(|(_, name)| name.clone()).collect()
}

/// So many are offered at most.
const OFFERED: usize = 8;

impl Sheet<'_> {
    /// What a cell of this column could say when this much of it has been typed; of a list, its last entry. The first
    /// is what Enter takes.
    #[must_use]
    pub fn suggestions(&self, column: &Column, typed: &str) -> Vec<Suggestion> {
        let plain = |text: String| Suggestion {
            text,
            hint: String::new(),
        };
        let typed = typed.trim();
        let (words, lang) = (self.words, self.lang());
        let all = match column {
            Column::Kind if typed.is_empty() => {
                let all = SessionKind::ALL.into_iter();
                return all.map(|kind| plain(words.session_kind(kind))).collect();
            }
            Column::Kind => kinds(typed)
                .into_iter()
                .map(|(_, kind)| plain(words.session_kind(kind)))
                .collect(),
            Column::Audience => {
                let named = audiences(typed).into_iter().map(|(_, one)| one);
                named.map(|one| plain(words.audience(one))).collect()
            }
            Column::Room => self.rooms(typed, &lang),
            Column::People => people::suggestions(self, typed),
            Column::Day
            | Column::Start
            | Column::End
            | Column::Length
            | Column::Slack
            | Column::Title(_)
            | Column::Summary(_)
            | Column::Officer
            | Column::Remarks
            | Column::Cues(_)
            | Column::Before(_)
            | Column::After(_) => Vec::new(),
        };
        all.into_iter().take(OFFERED).collect()
    }

    fn rooms(&self, typed: &str, lang: &Lang) -> Vec<Suggestion> {
        let rooms = self.event.rooms.iter();
        let named: Vec<_> = if typed.is_empty() {
            rooms.collect()
        } else {
            let named = found(typed, rooms.map(|room| (room, names_of(room))));
            let is_one = named.first().is_some_and(|(fit, _)| *fit == Fit::Whole);
            if !is_one {
                let text = typed.to_owned();
                let hint = self.words.t("cell-new-room");
                let shown = named.iter().map(|(_, room)| self.suggested(room, lang));
                return shown.chain([Suggestion { text, hint }]).collect();
            }
            named.into_iter().map(|(_, room)| room).collect()
        };
        named
            .iter()
            .map(|room| self.suggested(room, lang))
            .collect()
    }

    #[allow(clippy::unused_self, reason = "it belongs to what a sheet offers")]
    fn suggested(&self, room: &Room, lang: &Lang) -> Suggestion {
        Suggestion {
            text: room.name.shown(lang).to_owned(),
            hint: String::new(),
        }
    }

    pub(super) fn lang(&self) -> Lang {
        self.words.tongue.lang()
    }
}
