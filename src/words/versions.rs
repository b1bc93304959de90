//! Versions, and how a state of an event stands to them.

use jiff::civil::DateTime;

use super::Words;
use crate::model::{Clock, Issue, Standing};

impl Words {
    /// How a state stands to what was issued: "Version 3", "Draft after version 3", "Draft".
    #[must_use]
    pub fn standing(self, standing: &Standing) -> String {
        match standing {
            Standing::Draft => self.t("standing-draft"),
            Standing::DraftAfter(number) => {
                self.tf("standing-draft-after", [("number", (*number).into())])
            }
            Standing::Version(issue) => self.version(issue.number),
        }
    }

    /// A version by its number: "Version 3".
    #[must_use]
    pub fn version(self, number: u32) -> String {
        self.tf("standing-version", [("number", number.into())])
    }

    /// When a version was issued: "2 June 2025 18:05".
    #[must_use]
    pub fn issued(self, issue: &Issue) -> String {
        let (date, time) = (issue.issued.date(), issue.issued.time());
        self.tf(
            "version-issued",
            [
                ("date", self.dated_plainly(date).into()),
                ("time", self.time(time, Clock::Hours24).into()),
            ],
        )
    }

    /// When something was saved: "22 November 2026 21:04:05".
    #[must_use]
    pub fn saved_at(self, at: DateTime) -> String {
        self.tf(
            "version-issued",
            [
                ("date", self.dated_plainly(at.date()).into()),
                ("time", at.strftime("%H:%M:%S").to_string().into()),
            ],
        )
    }

    /// The line that tells a version from all others: "Version 3 · issued 2 June 2025 18:05 · 7F3A". Of one that was issued
    /// under another number it says that as well, for whoever holds a paper of then.
    #[must_use]
    pub fn issue(self, issue: &Issue) -> String {
        let key = match issue.formerly {
            Some(_) => "version-line-formerly",
            None => "version-line",
        };
        self.tf(
            key,
            [
                ("number", issue.number.into()),
                ("formerly", issue.formerly.unwrap_or_default().into()),
                ("issued", self.issued(issue).into()),
                ("fingerprint", issue.fingerprint.clone().into()),
            ],
        )
    }

    /// When a version was issued, and as which, if that is another: "2 June 2025 18:05, as version 1".
    #[must_use]
    pub fn issued_as(self, issue: &Issue) -> String {
        let issued = self.issued(issue);
        match issue.formerly {
            Some(formerly) => self.tf(
                "version-issued-as",
                [("issued", issued.into()), ("formerly", formerly.into())],
            ),
            None => issued,
        }
    }

    /// One of several versions of a number: "2 June 2025 18:05 ‘To all teams’ (7F3A)".
    #[must_use]
    pub fn twin(self, issue: &Issue) -> String {
        let (issued, fingerprint) = (self.issued(issue), issue.fingerprint.clone());
        let values = [
            ("issued", issued.into()),
            ("note", self.quoted(&issue.note).into()),
            ("fingerprint", fingerprint.into()),
        ];
        let key = if issue.note.is_empty() {
            "twin-told"
        } else {
            "twin-told-noted"
        };
        self.tf(key, values)
    }

    /// That a number was given to several versions, or that the only one of it lies in another file.
    #[must_use]
    pub fn twins(self, number: u32, all: &[(&Issue, &str)]) -> String {
        if let [(_, file)] = all {
            let file = self.quoted(file);
            return self.tf(
                "twins-lone",
                [("number", number.into()), ("file", file.into())],
            );
        }
        let each: Vec<String> = all.iter().map(|(issue, _)| self.twin(issue)).collect();
        self.tf(
            "twins-several",
            [
                ("number", number.into()),
                ("count", all.len().into()),
                ("each", self.series(&each).into()),
            ],
        )
    }

    /// The version line of a paper that is printed from a state with this fingerprint.
    #[must_use]
    pub fn version_line(self, standing: &Standing, fingerprint: &str) -> String {
        match standing {
            Standing::Version(issue) => self.issue(issue),
            Standing::Draft | Standing::DraftAfter(_) => self.tf(
                "version-line-draft",
                [
                    ("standing", self.standing(standing).into()),
                    ("fingerprint", fingerprint.to_owned().into()),
                ],
            ),
        }
    }
}
