//! Why a command could not do what it was asked.

use std::path::PathBuf;

use super::display::DisplayTrouble;
use crate::{
    app::StartError,
    exchange::{ExchangeError, Field},
    model::{ItemKind, Lang},
    print::{Paper, PrintError},
    store::StoreError,
    words::Words,
};

/// Why a command could not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub(super) enum CliError {
    /// The event's folder.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The paper.
    #[error(transparent)]
    Print(#[from] PrintError),
    /// The window.
    #[error(transparent)]
    Start(#[from] StartError),
    /// The screen for the window.
    #[error(transparent)]
    Display(#[from] DisplayTrouble),
    /// The arguments; a sentence already.
    #[error("{0}")]
    Usage(String),
    /// This is no language.
    #[error("no language: {0}")]
    NotALanguage(String),
    /// The event has no such language.
    #[error("{event}: not in {lang}")]
    NotItsLanguage {
        /// The event's file.
        event: PathBuf,
        /// The language that was asked for.
        lang: Lang,
        /// The languages that there are.
        languages: Vec<Lang>,
    },
    /// Where all papers should go is something that is no folder.
    #[error("{0}: not a folder")]
    NotAFolder(PathBuf),
    /// No version was issued with which a paper could compare.
    #[error("{0}: nothing issued")]
    NothingIssued(PathBuf),
    /// The file is none of several versions of one number.
    #[error("{0}: none of several versions")]
    NotATwin(PathBuf),
    /// This paper shows no changes.
    #[error("{0:?}: shows no changes")]
    ShowsNoChanges(Paper),
    /// No session is called so.
    #[error("{event}: no session {text}")]
    NoSession {
        /// The event's file.
        event: PathBuf,
        /// What was asked for.
        text: String,
    },
    /// Several sessions are called so.
    #[error("{event}: several sessions {text}")]
    SeveralSessions {
        /// The event's file.
        event: PathBuf,
        /// What was asked for.
        text: String,
        /// What they are called.
        names: Vec<String>,
    },
    /// Another program's file.
    #[error(transparent)]
    Exchange(#[from] ExchangeError),
    /// The file has no such column.
    #[error("no column {0}")]
    NoColumn(String),
    /// No sheet of the file is called so.
    #[error("{file}: no sheet {text}")]
    NoSheet {
        /// The workbook.
        file: PathBuf,
        /// What was asked for.
        text: String,
        /// What its sheets are called; one without a name for a file that has none.
        names: Vec<String>,
    },
    /// Nothing of an event is called so.
    #[error("no field {0}")]
    NoField(String),
    /// It does not say which column holds what.
    #[error("no mapping {0}")]
    NotAMapping(String),
    /// This option is for calendars, and another file is asked for.
    #[error("{0} is for calendars")]
    OnlyCalendar(&'static str),
    /// Not one room or participant is called so, but none or several.
    #[error("{event}: not one {kind:?} {text}")]
    NotOne {
        /// The event's file.
        event: PathBuf,
        /// A room, or a participant.
        kind: ItemKind,
        /// What was asked for.
        text: String,
        /// Whether several are called so, and not none.
        are_several: bool,
        /// What those are called, or else what all are called.
        names: Vec<String>,
    },
    /// No file for other programs is called so.
    #[error("no format {0}")]
    NoFormat(String),
    /// The two are states of different events.
    #[error("{0}, {1}: not the same event")]
    OtherEvent(PathBuf, PathBuf),
    /// The folder has no pictures in it.
    #[error("{0}: no pictures")]
    NoPictures(PathBuf),
}

impl CliError {
    /// One sentence: what happened, to which file, and what the person can do.
    pub(super) fn sentence(&self, words: Words) -> String {
        let quoting = |key: &str, text: &str| words.tf(key, [("text", words.quoted(text).into())]);
        match self {
            Self::Store(error) => error.sentence(words),
            Self::Print(error) => error.sentence(words),
            Self::Start(error) => words.tf("cli-no-window", [("detail", error.to_string().into())]),
            Self::Display(trouble) => trouble.sentence(words),
            Self::Usage(sentence) => sentence.clone(),
            Self::NotALanguage(text) => {
                words.tf("cli-not-a-language", [("text", words.quoted(text).into())])
            }
            Self::NotItsLanguage {
                event,
                lang,
                languages,
            } => {
                let tags: Vec<_> = languages.iter().map(|lang| lang.tag().to_owned()).collect();
                words.tf(
                    "cli-not-its-language",
                    [
                        ("file", words.path(event).into()),
                        ("text", words.quoted(lang.tag()).into()),
                        ("languages", words.series(&tags).into()),
                    ],
                )
            }
            Self::NotAFolder(path) => {
                words.tf("cli-not-a-folder", [("file", words.path(path).into())])
            }
            Self::NothingIssued(event) => {
                words.tf("cli-nothing-issued", [("file", words.path(event).into())])
            }
            Self::NotATwin(file) => words.tf("cli-not-a-twin", [("file", words.path(file).into())]),
            Self::ShowsNoChanges(paper) => words.tf(
                "cli-shows-no-changes",
                [("paper", paper.key().to_owned().into())],
            ),
            Self::NoSession { event, text } => words.tf(
                "cli-no-session",
                [
                    ("file", words.path(event).into()),
                    ("text", words.quoted(text).into()),
                ],
            ),
            Self::SeveralSessions { event, text, names } => {
                let names: Vec<_> = names.iter().map(|name| words.quoted(name)).collect();
                words.tf(
                    "cli-several-sessions",
                    [
                        ("file", words.path(event).into()),
                        ("text", words.quoted(text).into()),
                        ("sessions", words.series(&names).into()),
                    ],
                )
            }
            Self::OnlyCalendar(option) => words.tf(
                "cli-only-calendar",
                [("option", words.quoted(option).into())],
            ),
            Self::NotOne {
                event,
                kind,
                text,
                are_several,
                names,
            } => {
                let key = match (are_several, kind) {
                    (true, _) => "cli-several-named",
                    (false, ItemKind::Room) if !names.is_empty() => "cli-no-room",
                    (false, _) => "cli-nobody-called",
                };
                let names: Vec<_> = names.iter().map(|name| words.quoted(name)).collect();
                words.tf(
                    key,
                    [
                        ("file", words.path(event).into()),
                        ("text", words.quoted(text).into()),
                        ("names", words.series(&names).into()),
                    ],
                )
            }
            Self::Exchange(error) => error.sentence(words),
            Self::NoColumn(text) => quoting("cli-no-column", text),
            Self::NoSheet { file, text, names } => {
                let file = words.path(file);
                let names: Vec<_> = names.iter().filter(|name| !name.is_empty()).collect();
                if names.is_empty() {
                    return words.tf("cli-no-sheets", [("file", file.into())]);
                }
                let names: Vec<_> = names.iter().map(|name| words.quoted(name)).collect();
                words.tf(
                    "cli-no-sheet",
                    [
                        ("file", file.into()),
                        ("text", words.quoted(text).into()),
                        ("sheets", words.series(&names).into()),
                    ],
                )
            }
            Self::NoField(text) => {
                let tags: Vec<String> = Field::ALL.map(|field| field.tag().to_owned()).into();
                words.tf(
                    "cli-no-field",
                    [
                        ("text", words.quoted(text).into()),
                        ("fields", words.series(&tags).into()),
                    ],
                )
            }
            Self::NotAMapping(text) => quoting("cli-not-a-mapping", text),
            Self::NoFormat(text) => quoting("cli-no-format", text),
            Self::OtherEvent(one, other) => words.tf(
                "cli-merge-other-event",
                [
                    ("file", words.path(one).into()),
                    ("other", words.path(other).into()),
                ],
            ),
            Self::NoPictures(path) => {
                words.tf("cli-no-pictures", [("file", words.path(path).into())])
            }
        }
    }
}
