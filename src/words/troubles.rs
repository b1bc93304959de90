//! What is wrong, as a sentence.

use super::{Argument, Words};
use crate::{
    model::{Clock, Event, ItemId, shown_on_a_line},
    plan::{Mend, Problem, Subject, Trouble},
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
        let item = |id: ItemId| -> Argument { self.quoted(&self.item_name(event, id)).into() };
        let person = |id| -> Argument { self.item_name(event, ItemId::Participant(id)).into() };
        let several_days = event.details.days.len() > 1;
        match &problem.trouble {
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
            Trouble::MoreClashes(room, count) => self.tf(
                "trouble-more-clashes",
                [("room", item((*room).into())), ("count", (*count).into())],
            ),
            Trouble::Overlap(other, minutes) => self.tf(
                "trouble-overlap",
                [
                    ("other", item((*other).into())),
                    ("minutes", (*minutes).into()),
                ],
            ),
            Trouble::Overrun(minutes) => {
                self.tf("trouble-overrun", [("minutes", (*minutes).into())])
            }
            Trouble::TooShort(minutes, least) => self.tf(
                "trouble-too-short",
                [("minutes", (*minutes).into()), ("least", (*least).into())],
            ),
            Trouble::PastClosing(closes, minutes) => self.tf(
                "trouble-past-closing",
                [
                    ("time", self.time(closes.time(), Clock::Hours24).into()),
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
            Trouble::UnknownZone(zone) => self.tf(
                "trouble-unknown-zone",
                [("zone", self.quoted(&shown_on_a_line(zone)).into())],
            ),
            Trouble::NoHonorific(lang) => self.tf(
                "trouble-no-honorific",
                [("language", lang.endonym().to_owned().into())],
            ),

            Trouble::PartyWithoutSignatory(party) => self.tf(
                "trouble-party-without-signatory",
                [("party", (*party).into())],
            ),
            Trouble::PartyWithoutOrganisation(party) => self.tf(
                "trouble-party-without-organisation",
                [("party", (*party).into())],
            ),
            Trouble::SameNumber(number) => {
                self.tf("trouble-same-number", [("number", (*number).into())])
            }
            Trouble::SameFile(other) => {
                self.tf("trouble-same-file", [("other", item((*other).into()))])
            }
            Trouble::TakenOutside(at) => self.tf(
                "trouble-taken-outside",
                [("time", self.moment(*at, several_days).into())],
            ),
            Trouble::NoDays
            | Trouble::NoSessions
            | Trouble::PastMidnight
            | Trouble::NoSpeaker
            | Trouble::NoModerator
            | Trouble::NoPanellists
            | Trouble::NoSignatory
            | Trouble::NoWitness
            | Trouble::NoAgreement
            | Trouble::NoRoom
            | Trouble::UnknownRoom
            | Trouble::NoName
            | Trouble::AppearsNowhere
            | Trouble::NotScheduled
            | Trouble::NotCleared
            | Trouble::NotPlaced
            | Trouble::NobodyNamed
            | Trouble::UnusedRoom
            | Trouble::FrontRowUnnamed
            | Trouble::SameName(_) => self.t(problem.trouble.key()),
        }
    }

    /// What would mend a problem, as the name of a button.
    #[must_use]
    pub fn mend(self, event: &Event, mend: &Mend) -> String {
        let name = |id: ItemId| -> Argument { self.quoted(&self.item_name(event, id)).into() };
        match *mend {
            Mend::Follow(_) => self.t("mend-follow"),
            Mend::StartAt(_, start) => {
                let time = self.time(start.time(), Clock::Hours24);
                self.tf("mend-start-at", [("time", time.into())])
            }
            Mend::Trim(_) => self.t("mend-trim"),
            Mend::TakeOut(person, _) => {
                let person = self.item_name(event, person.into());
                self.tf("mend-take-out", [("person", person.into())])
            }
            Mend::PutInRoom(_, room) => self.tf("mend-put-in", [("name", name(room.into()))]),
            Mend::LeaveRoom(_) => self.t("mend-leave-room"),
            Mend::SpellZone => {
                let zone = event.details.zone_meant().unwrap_or_default();
                self.tf("mend-spell-zone", [("zone", zone.into())])
            }
            Mend::AddDay(date) => self.tf("mend-add-day", [("date", self.date(date).into())]),
            Mend::Belongs(_, session) => self.tf("mend-put-in", [("name", name(session.into()))]),
            Mend::UsualCredit(_) => self.t("mend-usual-credit"),
            Mend::CountNumber(_) => self.t("mend-count-number"),
            Mend::RenameFile(_) => self.t("mend-rename-file"),
            Mend::Remove(_) => self.t("mend-remove"),
        }
    }
}
