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

    /// The line that tells a version from all others: "Version 3 · issued 2 June 2025 18:05 · 7F3A".
    #[must_use]
    pub fn issue(self, issue: &Issue) -> String {
        self.tf(
            "version-line",
            [
                ("number", issue.number.into()),
                ("issued", self.issued(issue).into()),
                ("fingerprint", issue.fingerprint.clone().into()),
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
