//! What is wrong, as a sentence.

use super::{Value, Words};
use crate::{
    model::{Event, ItemId},
    plan::{Problem, Subject, Trouble},
};

impl Words {
    /// The sentence of a problem, with the name of what it is about.
    #[must_use]
    pub fn problem(self, event: &Event, problem: &Problem) -> String {
        let subject = match problem.subject {
            Subject::Event => self.t("the-event"),
            Subject::Item(id) => self.quoted(&self.item_name(event, id)),
        };
        self.tf(
            "problem",
            [
                ("subject", subject.into()),
                ("trouble", self.trouble(event, problem).into()),
            ],
        )
    }

    /// What is wrong, without the name of what it is about: for a place that shows it already.
    #[must_use]
    pub fn trouble(self, event: &Event, problem: &Problem) -> String {
        let item = |id: ItemId| -> Value { self.quoted(&self.item_name(event, id)).into() };
        let person = |id| -> Value { self.item_name(event, ItemId::Participant(id)).into() };
        let several_days = event.details.days.len() > 1;
        match &problem.trouble {
            Trouble::NoDays => self.t("trouble-no-days"),
            Trouble::NoSessions => self.t("trouble-no-sessions"),
            Trouble::TextMissing(lang) => self.tf(
                "trouble-text-missing",
                [
                    ("field", self.field(problem.field).into()),
                    ("language", lang.endonym().to_owned().into()),
                ],
            ),
            Trouble::RoomClash(other, room, minutes) => self.tf(
                "trouble-room-clash",
                [
                    ("other", item((*other).into())),
                    ("room", item((*room).into())),
                    ("minutes", (*minutes).into()),
                ],
            ),
            Trouble::Overlap(other, minutes) => self.tf(
                "trouble-overlap",
                [
                    ("other", item((*other).into())),
                    ("minutes", (*minutes).into()),
                ],
            ),
            Trouble::PersonClash(who, other) => self.tf(
                "trouble-person-clash",
                [("person", person(*who)), ("other", item((*other).into()))],
            ),
            Trouble::BeforeArrival(who, at) => self.tf(
                "trouble-before-arrival",
                [
                    ("person", person(*who)),
                    ("time", self.moment(*at, several_days).into()),
                ],
            ),
            Trouble::AfterLeaving(who, at) => self.tf(
                "trouble-after-leaving",
                [
                    ("person", person(*who)),
                    ("time", self.moment(*at, several_days).into()),
                ],
            ),
            Trouble::Declined(who) => self.tf("trouble-declined", [("person", person(*who))]),
            Trouble::OutsideDays(date) => {
                self.tf("trouble-outside-days", [("date", self.date(*date).into())])
            }
            Trouble::PastMidnight => self.t("trouble-past-midnight"),
            Trouble::NoSpeaker => self.t("trouble-no-speaker"),
            Trouble::NoModerator => self.t("trouble-no-moderator"),
            Trouble::NoPanellists => self.t("trouble-no-panellists"),
            Trouble::NoSignatory => self.t("trouble-no-signatory"),
            Trouble::NoWitness => self.t("trouble-no-witness"),
            Trouble::NoAgreement => self.t("trouble-no-agreement"),
            Trouble::NoRoom => self.t("trouble-no-room"),
            Trouble::NoName => self.t("trouble-no-name"),
            Trouble::NoHonorific(lang) => self.tf(
                "trouble-no-honorific",
                [("language", lang.endonym().to_owned().into())],
            ),
            Trouble::AppearsNowhere => self.t("trouble-appears-nowhere"),
            Trouble::SameName(_) => self.t("trouble-same-name"),
            Trouble::NotScheduled => self.t("trouble-not-scheduled"),
            Trouble::PartyWithoutSignatory(party) => self.tf(
                "trouble-party-without-signatory",
                [("party", (*party).into())],
            ),
            Trouble::PartyWithoutOrganisation(party) => self.tf(
                "trouble-party-without-organisation",
                [("party", (*party).into())],
            ),
            Trouble::NotCleared => self.t("trouble-not-cleared"),
            Trouble::NotPlaced => self.t("trouble-not-placed"),
            Trouble::NobodyNamed => self.t("trouble-nobody-named"),
            Trouble::SameNumber(number) => {
                self.tf("trouble-same-number", [("number", (*number).into())])
            }
            Trouble::TakenOutside(at) => self.tf(
                "trouble-taken-outside",
                [("time", self.moment(*at, several_days).into())],
            ),
            Trouble::UnusedRoom => self.t("trouble-unused-room"),
        }
    }
}
