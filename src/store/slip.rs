//! What is wrong at a place of an event's file, told in our own words: those of the reader of RON are for programmers,
//! and English.

use jiff::civil::{Date, DateTime, Time};
use ron::error::{Error, SpannedError};
use uuid::Uuid;

use crate::{
    model::{FileName, Lang, Length, Offset},
    words::Words,
};

/// What is wrong at a place of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Slip {
    /// The text does not begin as an event does.
    Foreign,
    /// The text ends before the event does.
    Ended,
    /// The event has ended, and more follows.
    Trailing,
    /// This sign should stand there, and does not.
    Sign(&'static str),
    /// Something of this sort should stand there, and does not.
    Sort(Sort),
    /// A field that no item of that kind has.
    UnknownField(String),
    /// A field that must be there is not.
    MissingField(String),
    /// A field is there twice.
    FieldTwice(String),
    /// Something that is there once, such as an identity or a language of a text, is there twice.
    Twice(String),
    /// A value of a closed set that the set does not have.
    UnknownChoice(String),
    /// A value that cannot be: a time of 25:61, a length of nothing.
    Value {
        /// What stands there; empty if it is not a few words on one line.
        found: String,
        /// What it should have been.
        sort: Sort,
    },
    /// A backslash is followed by what means nothing after one.
    Escape,
    /// Lists lie in lists, deeper than in any event.
    TooDeep,
    /// The bytes are not UTF-8 text.
    NotText,
    /// Whatever else the reader says, in its own words.
    Other(String),
}

/// What may stand at a place of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// A text in quotation marks.
    Text,
    /// A whole number.
    Number,
    /// `true` or `false`.
    Truth,
    /// The name of a field or of a choice.
    Name,
    /// A day.
    Date,
    /// A time of day.
    Time,
    /// A length of time.
    Length,
    /// A tag of a language.
    Language,
    /// The name of a file.
    File,
    /// An identity.
    Identity,
    /// Nobody knows what.
    Other,
}

impl Sort {
    /// Every sort.
    pub const ALL: [Self; 11] = [
        Self::Text,
        Self::Number,
        Self::Truth,
        Self::Name,
        Self::Date,
        Self::Time,
        Self::Length,
        Self::Language,
        Self::File,
        Self::Identity,
        Self::Other,
    ];

    const fn key(self) -> &'static str {
        match self {
            Self::Text => "files-sort-text",
            Self::Number => "files-sort-number",
            Self::Truth => "files-sort-truth",
            Self::Name => "files-sort-name",
            Self::Date => "files-sort-date",
            Self::Time => "files-sort-time",
            Self::Length => "files-sort-length",
            Self::Language => "files-sort-language",
            Self::File => "files-sort-file",
            Self::Identity => "files-sort-identity",
            Self::Other => "files-sort-other",
        }
    }

    /// The sort of value of which the reader says this, when it finds that. The types of the model are asked again,
    /// since an error of the reader does not name them.
    fn of(found: &str, said: &str) -> Self {
        fn says<T: std::str::FromStr<Err: std::fmt::Display>>(found: &str, said: &str) -> bool {
            found
                .parse::<T>()
                .is_err_and(|error| said.ends_with(&error.to_string()))
        }
        let is_file_name = FileName::try_from(found.to_owned());
        let tests = [
            (Self::Length, says::<Length>(found, said)),
            (Self::Time, says::<Offset>(found, said)),
            (Self::Date, says::<Date>(found, said)),
            (Self::Time, says::<Time>(found, said)),
            (Self::Time, says::<DateTime>(found, said)),
            (Self::Language, says::<Lang>(found, said)),
            (Self::Identity, says::<Uuid>(found, said)),
            (
                Self::File,
                is_file_name.is_err_and(|error| error.to_string() == said),
            ),
        ];
        let sort = tests
            .into_iter()
            .find_map(|(sort, fits)| fits.then_some(sort));
        sort.unwrap_or(Self::Other)
    }
}

impl Slip {
    /// What the reader found wrong in this text. `is_event` is whether the text begins as an event does.
    pub(super) fn of(error: &SpannedError, text: &str, is_event: bool) -> Self {
        match &error.code {
            Error::NoSuchStructField { found, .. } => Self::UnknownField(found.clone()),
            Error::MissingStructField { field, .. } => Self::MissingField((*field).to_owned()),
            Error::DuplicateStructField { field, .. } => Self::FieldTwice((*field).to_owned()),
            _ if !is_event => Self::Foreign,
            Error::NoSuchEnumVariant { found, .. } => Self::UnknownChoice(found.clone()),
            Error::Message(said) if said.ends_with(TWICE) => {
                let what = said.trim_end_matches(TWICE).rsplit(' ').next();
                Self::Twice(what.unwrap_or_default().to_owned())
            }
            Error::Message(said) => {
                let found = found_at(error, text);
                Self::Value {
                    sort: Sort::of(&found, said),
                    found,
                }
            }
            Error::InvalidValueForType { .. } | Error::ExpectedDifferentLength { .. } => {
                Self::Value {
                    found: found_at(error, text),
                    sort: Sort::Other,
                }
            }
            Error::IntegerOutOfBounds => Self::Value {
                found: found_at(error, text),
                sort: Sort::Number,
            },
            Error::Eof | Error::UnclosedBlockComment | Error::ExpectedStringEnd => Self::Ended,
            Error::TrailingCharacters => Self::Trailing,
            Error::ExceededRecursionLimit => Self::TooDeep,
            Error::InvalidEscape(_) => Self::Escape,
            Error::Utf8Error(_) => Self::NotText,
            Error::ExpectedArray => Self::Sign("["),
            Error::ExpectedArrayEnd => Self::Sign("]"),
            Error::ExpectedComma => Self::Sign(","),
            Error::ExpectedMap => Self::Sign("{"),
            Error::ExpectedMapColon => Self::Sign(":"),
            Error::ExpectedMapEnd => Self::Sign("}"),
            Error::ExpectedStructLike | Error::ExpectedNamedStructLike(_) => Self::Sign("("),
            Error::ExpectedStructLikeEnd | Error::ExpectedOptionEnd => Self::Sign(")"),
            Error::ExpectedString => Self::Sort(Sort::Text),
            Error::ExpectedInteger
            | Error::ExpectedFloat
            | Error::FloatUnderscore
            | Error::UnderscoreAtBeginning
            | Error::InvalidIntegerDigit { .. } => Self::Sort(Sort::Number),
            Error::ExpectedBoolean => Self::Sort(Sort::Truth),
            Error::ExpectedIdentifier
            | Error::InvalidIdentifier(_)
            | Error::SuggestRawIdentifier(_)
            | Error::ExpectedDifferentStructName { .. } => Self::Sort(Sort::Name),
            other => Self::Other(other.to_string()),
        }
    }

    /// What is wrong, as a part of a sentence.
    pub(super) fn phrase(&self, words: Words) -> String {
        let said = |key: &str, detail: &str| words.tf(key, [("detail", brief(detail).into())]);
        match self {
            Self::Foreign => words.t("files-slip-foreign"),
            Self::Ended => words.t("files-slip-ended"),
            Self::Trailing => words.t("files-slip-trailing"),
            Self::Sign(sign) => said("files-slip-sign", sign),
            Self::Sort(sort) => words.tf("files-slip-sort", [("sort", words.t(sort.key()).into())]),
            Self::UnknownField(name) => said("files-slip-unknown-field", name),
            Self::MissingField(name) => said("files-slip-missing-field", name),
            Self::FieldTwice(name) => said("files-slip-field-twice", name),
            Self::Twice(what) => said("files-slip-twice", what),
            Self::UnknownChoice(name) => said("files-slip-unknown-choice", name),
            Self::Value { found, sort } if found.is_empty() => {
                words.tf("files-slip-value", [("sort", words.t(sort.key()).into())])
            }
            Self::Value { found, sort } => words.tf(
                "files-slip-this-value",
                [
                    ("found", words.quoted(&brief(found)).into()),
                    ("sort", words.t(sort.key()).into()),
                ],
            ),
            Self::Escape => words.t("files-slip-escape"),
            Self::TooDeep => words.t("files-slip-too-deep"),
            Self::NotText => words.t("files-slip-not-text"),
            Self::Other(detail) => said("files-slip-other", detail),
        }
    }
}

/// How the model says that something is there twice which can be there once only.
const TWICE: &str = " stands here twice";

/// What stands at the place of an error, if it is a few words on one line.
fn found_at(error: &SpannedError, text: &str) -> String {
    let (start, end) = (error.span.start, error.span.end);
    if start.line != end.line {
        return String::new();
    }
    let line = text.lines().nth(start.line.saturating_sub(1));
    line.unwrap_or_default()
        .chars()
        .take(end.col.saturating_sub(1))
        .skip(start.col.saturating_sub(1))
        .take(60)
        .collect::<String>()
        .trim_start_matches([']', ')', '}'])
        .trim_matches(['"', ',', ' '])
        .to_owned()
}

/// A file can hold anything, and it is one sentence that quotes it.
fn brief(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .take(200)
        .collect()
}
