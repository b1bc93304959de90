//! Why a paper cannot be printed.

use serde::{Deserialize, Serialize};

use crate::{limits::paper as limits, words::Words};

/// Why a paper cannot be printed. The event is as it was.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
pub enum PrintError {
    /// A template has a mistake.
    #[error("{file}:{line}:{column}: {message}")]
    Template {
        /// The template's path for one of the house's own, else the name of the built-in one.
        file: String,
        /// The line of the mistake, counted from 1.
        line: usize,
        /// The column of the mistake, in characters, counted from 1.
        column: usize,
        /// What is wrong, in the typesetter's own words (English).
        message: String,
    },
    /// A template fails without saying where.
    #[error("{file}: {message}")]
    Unplaced {
        /// As in `Template`.
        file: String,
        /// As in `Template`.
        message: String,
    },
    /// No language was chosen.
    #[error("no language was chosen")]
    NoLanguage,
    /// The pages are typeset, but no accessible PDF can be made of them.
    #[error("no PDF: {message}")]
    Pdf {
        /// What is in the way, in the exporter's own words (English).
        message: String,
    },
    /// A template of the house's own takes longer than it may.
    #[error("{file}: not done within {seconds} s")]
    TooSlow {
        /// The template's path.
        file: String,
        /// How long it may take, in seconds.
        seconds: u64,
    },
    /// A template of the house's own takes more memory than it may.
    #[error("{file}: more than {megabytes} MB of memory")]
    TooMuchMemory {
        /// The template's path.
        file: String,
        /// How much it may take, in megabytes.
        megabytes: u64,
    },
    /// A template of the house's own makes more pages than it may.
    #[error("{file}: too many pages")]
    TooManyPages {
        /// The template's path.
        file: String,
    },
    /// The process that typesets with the house's own templates ended before it was done.
    #[error("{file}: the typesetter ended")]
    Ended {
        /// The template's path.
        file: String,
    },
    /// The process that makes the PDF of a long paper ended before it was done.
    #[error("no PDF: its process ended")]
    Unfinished,
    /// The process that typesets with the house's own templates could not be started.
    #[error("no other process: {detail}")]
    NoHelper {
        /// What the system says (its own words).
        detail: String,
    },
}

impl PrintError {
    /// Whether a template has gone beyond what it may take: trying again would only take as much again.
    #[must_use]
    pub const fn is_beyond_bounds(&self) -> bool {
        match self {
            Self::TooSlow { .. }
            | Self::TooMuchMemory { .. }
            | Self::TooManyPages { .. }
            | Self::Ended { .. } => true,
            Self::Template { .. }
            | Self::Unplaced { .. }
            | Self::NoLanguage
            | Self::Pdf { .. }
            | Self::Unfinished
            | Self::NoHelper { .. } => false,
        }
    }
}

impl PrintError {
    /// What happened, in one plain sentence for whoever looks at the paper in the window, where it can be printed with
    /// the built-in template.
    #[must_use]
    pub fn told(&self, words: Words) -> String {
        let named = |key: &str, file: &str| words.tf(key, [("file", short(file).into())]);
        let bound = |key: &str, file: &str, limit: u64| {
            let limit = limit.to_string();
            words.tf(key, [("file", short(file).into()), ("limit", limit.into())])
        };
        match self {
            Self::Template { file, .. } | Self::Unplaced { file, .. } => {
                named("template-faulty", file)
            }
            Self::Pdf { .. } => words.t("template-inaccessible"),
            Self::TooSlow { file, seconds } => bound("template-slow", file, *seconds),
            Self::TooMuchMemory { file, megabytes } => bound("template-hungry", file, *megabytes),
            Self::TooManyPages { file } => bound("template-long", file, limits::PAGES as u64),
            Self::Ended { file } => named("template-ended", file),
            Self::NoHelper { .. } => words.t("template-no-helper"),
            Self::Unfinished | Self::NoLanguage => self.sentence(words),
        }
    }

    /// Where it happened, and the words of the typesetter or the system (English); empty where there are none.
    #[must_use]
    pub fn detail(&self, words: Words) -> String {
        match self {
            Self::Template {
                line,
                column,
                message,
                ..
            } => words.tf(
                "template-place",
                [
                    ("line", line.to_string().into()),
                    ("column", column.to_string().into()),
                    ("message", message.clone().into()),
                ],
            ),
            Self::Unplaced { message, .. } | Self::Pdf { message } => message.clone(),
            Self::NoHelper { detail } => detail.clone(),
            Self::TooSlow { .. }
            | Self::TooMuchMemory { .. }
            | Self::TooManyPages { .. }
            | Self::Ended { .. }
            | Self::Unfinished
            | Self::NoLanguage => String::new(),
        }
    }

    /// What happened and what can be done, in one sentence.
    #[must_use]
    pub fn sentence(&self, words: Words) -> String {
        match self {
            Self::Template {
                file,
                line,
                column,
                message,
            } => words.tf(
                "paper-error-template",
                [
                    ("file", file.clone().into()),
                    ("line", line.to_string().into()),
                    ("column", column.to_string().into()),
                    ("message", message.clone().into()),
                ],
            ),
            Self::Unplaced { file, message } => words.tf(
                "paper-error-unplaced",
                [
                    ("file", file.clone().into()),
                    ("message", message.clone().into()),
                ],
            ),
            Self::NoLanguage => words.t("paper-error-no-language"),
            Self::Pdf { message } => {
                words.tf("paper-error-pdf", [("message", message.clone().into())])
            }
            Self::TooSlow { file, seconds } => words.tf(
                "paper-error-too-slow",
                [
                    ("file", file.clone().into()),
                    ("seconds", seconds.to_string().into()),
                ],
            ),
            Self::TooMuchMemory { file, megabytes } => words.tf(
                "paper-error-memory",
                [
                    ("file", file.clone().into()),
                    ("limit", megabytes.to_string().into()),
                ],
            ),
            Self::TooManyPages { file } => words.tf(
                "paper-error-pages",
                [
                    ("file", file.clone().into()),
                    ("limit", limits::PAGES.to_string().into()),
                ],
            ),
            Self::Unfinished => words.t("paper-error-unfinished"),
            Self::Ended { file } => words.tf("paper-error-ended", [("file", file.clone().into())]),
            Self::NoHelper { detail } => {
                words.tf("paper-error-no-helper", [("detail", detail.clone().into())])
            }
        }
    }
}

/// A template as it is named in its event: by the last folder of its path.
fn short(file: &str) -> String {
    let path = std::path::Path::new(file);
    let folder = path.parent().and_then(std::path::Path::file_name);
    match (folder, path.file_name()) {
        (Some(folder), Some(name)) => {
            format!("{}/{}", folder.to_string_lossy(), name.to_string_lossy())
        }
        (_, _) => file.to_owned(),
    }
}
