//! The papers that there are.

use crate::words::Words;

/// One kind of paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Paper {
    /// For guests: cover, sessions by day, organisations.
    Programme,
    /// For staff: the table of times, steps and cues.
    #[default]
    RunOfShow,
    /// For the press office: numbered photos with their captions.
    PhotoSheet,
    /// For protocol and reception: people by delegation, in order of precedence.
    NameList,
    /// For everyone who holds an earlier copy: what has changed since that version.
    Changes,
}

impl Paper {
    /// Whether its first pages are a cover, without header and footer.
    pub(super) const fn has_cover(self) -> bool {
        match self {
            Self::Programme => true,
            Self::RunOfShow | Self::PhotoSheet | Self::NameList | Self::Changes => false,
        }
    }

    /// Every paper, in the order in which a menu offers them.
    pub const ALL: [Self; 5] = [
        Self::Programme,
        Self::RunOfShow,
        Self::PhotoSheet,
        Self::NameList,
        Self::Changes,
    ];

    /// Its name on the command line and in file names; its template is this with `.typ`.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Programme => "programme",
            Self::RunOfShow => "run-of-show",
            Self::PhotoSheet => "photo-sheet",
            Self::NameList => "name-list",
            Self::Changes => "changes",
        }
    }

    /// The paper with this key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|paper| paper.key() == key)
    }

    /// What people call it.
    #[must_use]
    pub fn name(self, words: Words) -> String {
        words.t(match self {
            Self::Programme => "paper-programme",
            Self::RunOfShow => "paper-run-of-show",
            Self::PhotoSheet => "paper-photo-sheet",
            Self::NameList => "paper-name-list",
            Self::Changes => "paper-changes",
        })
    }

    /// The template that comes with the program.
    pub(super) const fn template(self) -> &'static str {
        match self {
            Self::Programme => include_str!("../../assets/papers/programme.typ"),
            Self::RunOfShow => include_str!("../../assets/papers/run-of-show.typ"),
            Self::PhotoSheet => include_str!("../../assets/papers/photo-sheet.typ"),
            Self::NameList => include_str!("../../assets/papers/name-list.typ"),
            Self::Changes => include_str!("../../assets/papers/changes.typ"),
        }
    }
}
