//! Which problem a problem is, so that one that was set aside is known again.

use super::{Problem, Subject, Trouble};
use crate::model::{FieldId, ItemId, ProblemKey};

impl Problem {
    /// Which problem this is: what it is about, what is wrong, and with whom; not by how many minutes.
    #[must_use]
    pub fn key(&self) -> ProblemKey {
        let subject = match self.subject {
            Subject::Event => "event".to_owned(),
            Subject::Item(id) => id.uuid().to_string(),
        };
        let other = self.trouble.other();
        ProblemKey::of(&[&subject, field_key(self.field), self.trouble.key(), &other])
    }
}

/// What a field is called in the keys of problems, which stand in files: as when they were first written.
#[must_use]
pub const fn field_key(field: FieldId) -> &'static str {
    match field {
        FieldId::EventTimeZone => "zone",
        FieldId::EventDays => "day",
        FieldId::OrganisationName
        | FieldId::RoomName
        | FieldId::PhotoNumber
        | FieldId::PhotoFile => "title",
        FieldId::PhotoPeople => "people",
        field => field.tag().1,
    }
}

impl Trouble {
    /// The key of its sentence.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::NoDays => "trouble-no-days",
            Self::NoSessions => "trouble-no-sessions",
            Self::UnknownZone(_) => "trouble-unknown-zone",
            Self::TextMissing(_) => "trouble-text-missing",
            Self::RoomClash(..) => "trouble-room-clash",
            Self::MoreClashes(..) => "trouble-more-clashes",
            Self::Overlap(..) => "trouble-overlap",
            Self::Overrun(_) => "trouble-overrun",
            Self::TooShort(..) => "trouble-too-short",
            Self::PersonClash(..) => "trouble-person-clash",
            Self::BeforeArrival(..) => "trouble-before-arrival",
            Self::AfterLeaving(..) => "trouble-after-leaving",
            Self::Declined(_) => "trouble-declined",
            Self::OutsideDays(_) => "trouble-outside-days",
            Self::PastMidnight => "trouble-past-midnight",
            Self::PastClosing(..) => "trouble-past-closing",
            Self::NoSpeaker => "trouble-no-speaker",
            Self::NoModerator => "trouble-no-moderator",
            Self::NoPanellists => "trouble-no-panellists",
            Self::NoSignatory => "trouble-no-signatory",
            Self::NoWitness => "trouble-no-witness",
            Self::NoAgreement => "trouble-no-agreement",
            Self::NoRoom => "trouble-no-room",
            Self::UnknownRoom => "trouble-unknown-room",
            Self::NoName => "trouble-no-name",
            Self::NoHonorific(_) => "trouble-no-honorific",
            Self::AppearsNowhere => "trouble-appears-nowhere",
            Self::SameName(_) => "trouble-same-name",
            Self::NotScheduled => "trouble-not-scheduled",
            Self::PartyWithoutSignatory(_) => "trouble-party-without-signatory",
            Self::PartyWithoutOrganisation(_) => "trouble-party-without-organisation",
            Self::NotCleared => "trouble-not-cleared",
            Self::NotPlaced => "trouble-not-placed",
            Self::NobodyNamed => "trouble-nobody-named",
            Self::FrontRowUnnamed => "trouble-front-row-unnamed",
            Self::SameNumber(_) => "trouble-same-number",
            Self::SameFile(_) => "trouble-same-file",
            Self::TakenOutside(_) => "trouble-taken-outside",
            Self::UnusedRoom => "trouble-unused-room",
        }
    }

    /// With whom or what, as far as that tells two such problems of one item apart.
    fn other(&self) -> String {
        let of = |id: ItemId| id.uuid().to_string();
        match self {
            Self::RoomClash(session, ..) | Self::Overlap(session, _) => of((*session).into()),
            Self::PersonClash(person, session) => {
                format!("{} {}", of((*person).into()), of((*session).into()))
            }
            Self::BeforeArrival(person, _)
            | Self::AfterLeaving(person, _)
            | Self::Declined(person)
            | Self::SameName(person) => of((*person).into()),
            Self::TextMissing(lang) | Self::NoHonorific(lang) => lang.to_string(),
            Self::PartyWithoutSignatory(party) | Self::PartyWithoutOrganisation(party) => {
                party.to_string()
            }
            Self::MoreClashes(room, _) => of((*room).into()),
            Self::SameNumber(number) => number.to_string(),
            Self::SameFile(photo) => of((*photo).into()),
            Self::OutsideDays(date) => date.to_string(),
            Self::NoDays
            | Self::NoSessions
            | Self::UnknownZone(_)
            | Self::Overrun(_)
            | Self::TooShort(..)
            | Self::PastMidnight
            | Self::PastClosing(..)
            | Self::NoSpeaker
            | Self::NoModerator
            | Self::NoPanellists
            | Self::NoSignatory
            | Self::NoWitness
            | Self::NoAgreement
            | Self::NoRoom
            | Self::UnknownRoom
            | Self::NoName
            | Self::AppearsNowhere
            | Self::NotScheduled
            | Self::NotCleared
            | Self::NotPlaced
            | Self::NobodyNamed
            | Self::FrontRowUnnamed
            | Self::TakenOutside(_)
            | Self::UnusedRoom => String::new(),
        }
    }
}
