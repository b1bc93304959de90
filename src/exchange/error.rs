//! Why another program's file could not be read or made, each with its sentence.

use std::path::PathBuf;

use super::limits;
use crate::{
    limits::workbook,
    words::{Fault, Words},
};

/// Why a file could not be read or made. The event is as it was.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ExchangeError {
    /// The system would not read it.
    #[error("{0}: could not be read: {1:?}")]
    Unreadable(PathBuf, Fault),
    /// It is larger than [`limits::FILE_BYTES`].
    #[error("{0}: too large")]
    TooLarge(PathBuf),
    /// It unpacks to more than [`limits::UNPACKED_BYTES`].
    #[error("{0}: unpacks to too much")]
    UnpacksTooLarge(PathBuf),
    /// It has more rows, columns or cells than the limits allow.
    #[error("{0}: too many rows or columns")]
    TooManyCells(PathBuf),
    /// It is of no kind that can be read here.
    #[error("{0}: unknown kind of file")]
    UnknownKind(PathBuf),
    /// It is a workbook that only its password opens.
    #[error("{0}: has a password")]
    Locked(PathBuf),
    /// Its bytes are not what its kind should be: what the reader says of it.
    #[error("{0}: broken: {1}")]
    Broken(PathBuf, String),
    /// It cannot be read from this line on: what the reader says of it.
    #[error("{file}:{line}: {detail}")]
    BrokenAt {
        /// Which file.
        file: PathBuf,
        /// In which line, from 1.
        line: u32,
        /// What the reader says.
        detail: String,
    },
    /// It is packed of more parts than [`limits::PARTS`].
    #[error("{0}: too many parts")]
    TooManyParts(PathBuf),
    /// Its values lie in one another beyond [`limits::DEPTH`].
    #[error("{0}: too deep")]
    TooDeep(PathBuf),
    /// It declares entities, with which a small file can fill a whole memory.
    #[error("{0}: declares entities")]
    Entities(PathBuf),
    /// It is JSON or XML, and no schedule.
    #[error("{0}: not a schedule")]
    NotASchedule(PathBuf),
    /// Nothing stands in it.
    #[error("{0}: empty")]
    Empty(PathBuf),
    /// The event's time zone is none that is known: what stands there.
    #[error("unknown time zone: {0}")]
    UnknownZone(String),
    /// The event has neither days nor sessions, and such a file cannot be without.
    #[error("no days")]
    NoDays,
    /// These texts are longer than a cell of a workbook may be, [`workbook::CELL_UNITS`].
    #[error("{} texts too long for a cell", .0.len())]
    TooLong(Vec<LongText>),
    /// The table would be larger than a workbook may be.
    #[error("{rows} rows and {columns} columns are too many for a workbook")]
    TooWide {
        /// How many rows it would have.
        rows: usize,
        /// How many columns it would have.
        columns: usize,
    },
    /// A file could not be made of the event: what the writer says.
    #[error("not written: {0}")]
    Unmade(String),
}

/// A text that is too long for a format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LongText {
    /// What the item is called whose text it is; none for the event itself.
    pub item: Option<String>,
    /// What its column is called.
    pub field: String,
    /// How many units of UTF-16 it has.
    pub length: usize,
}

impl LongText {
    fn said(&self, words: Words) -> String {
        let item = match &self.item {
            Some(item) => words.quoted(&super::note::brief(item)),
            None => words.t("the-event"),
        };
        words.tf(
            "exchange-too-long-text",
            [
                ("field", super::note::brief(&self.field).into()),
                ("item", item.into()),
                ("length", self.length.to_string().into()),
            ],
        )
    }
}

impl ExchangeError {
    /// One sentence: what happened, to which file, and what the person can do.
    #[must_use]
    pub fn sentence(&self, words: Words) -> String {
        let about = |key: &str, path: &PathBuf| words.tf(key, [("file", words.path(path).into())]);
        let limited = |key: &str, path: &PathBuf, bytes: u64| {
            let limit = (bytes / 1024 / 1024).to_string();
            let file = words.path(path);
            words.tf(key, [("file", file.into()), ("limit", limit.into())])
        };
        match self {
            Self::Unreadable(path, fault) => words.tf(
                "files-unreadable",
                [
                    ("file", words.path(path).into()),
                    ("fault", words.read_fault(fault).into()),
                ],
            ),
            Self::TooLarge(path) => limited("exchange-too-large", path, limits::FILE_BYTES),
            Self::UnpacksTooLarge(path) => {
                limited("exchange-unpacks-too-large", path, limits::UNPACKED_BYTES)
            }
            Self::TooManyCells(path) => words.tf(
                "exchange-too-many-cells",
                [
                    ("file", words.path(path).into()),
                    ("rows", limits::ROWS.to_string().into()),
                    ("columns", limits::COLUMNS.to_string().into()),
                ],
            ),
            Self::UnknownKind(path) => about("exchange-unknown-kind", path),
            Self::Locked(path) => about("exchange-locked", path),
            Self::Broken(path, detail) => words.tf(
                "exchange-broken",
                [
                    ("file", words.path(path).into()),
                    ("detail", super::note::brief(detail).into()),
                ],
            ),
            Self::BrokenAt { file, line, detail } => words.tf(
                "exchange-broken-at",
                [
                    ("file", words.path(file).into()),
                    ("line", line.to_string().into()),
                    ("detail", super::note::brief(detail).into()),
                ],
            ),
            Self::TooDeep(path) => words.tf(
                "exchange-too-deep",
                [
                    ("file", words.path(path).into()),
                    ("limit", limits::DEPTH.to_string().into()),
                ],
            ),
            Self::TooManyParts(path) => words.tf(
                "exchange-too-many-parts",
                [
                    ("file", words.path(path).into()),
                    ("limit", limits::PARTS.to_string().into()),
                ],
            ),
            Self::Entities(path) => about("exchange-entities", path),
            Self::NotASchedule(path) => about("exchange-not-a-schedule", path),
            Self::UnknownZone(zone) => words.tf(
                "exchange-unknown-zone",
                [("zone", words.quoted(&super::note::brief(zone)).into())],
            ),
            Self::NoDays => words.t("exchange-no-days"),
            Self::Empty(path) => about("exchange-empty", path),
            Self::TooLong(texts) => {
                // A sentence that somebody can read; the others are told when these are shorter.
                const TOLD: usize = 5;
                let told = texts.iter().take(TOLD).map(|text| text.said(words));
                let told: Vec<String> = told.collect();
                words.tf(
                    "exchange-too-long",
                    [
                        ("texts", words.series(&told).into()),
                        ("more", texts.len().saturating_sub(TOLD).into()),
                        ("limit", workbook::CELL_UNITS.to_string().into()),
                    ],
                )
            }
            Self::TooWide { rows, columns } => words.tf(
                "exchange-too-wide",
                [
                    ("rows", rows.to_string().into()),
                    ("columns", columns.to_string().into()),
                    ("highest", workbook::ROWS.to_string().into()),
                    ("widest", workbook::COLUMNS.to_string().into()),
                ],
            ),
            Self::Unmade(detail) => words.tf(
                "exchange-unmade",
                [("detail", super::note::brief(detail).into())],
            ),
        }
    }
}
