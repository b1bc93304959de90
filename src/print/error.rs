//! Why a paper cannot be printed.

use crate::words::Words;

/// Why a paper cannot be printed. The event is as it was.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
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
}

impl PrintError {
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
        }
    }
}
