//! The schema: every struct of the model and its fields, declared once.
//!
//! [`records!`](crate::records) hands the whole table to a macro. From it follow the identity of each field ([`FieldId`]),
//! what an item refers to and is without it, merging, changes, labels, targets of checks and the random events of tests. A
//! field that the table lacks does not compile: merging makes whole structs of it.

use rustc_hash::FxHashSet;

use super::{
    Agreement, Appearance, Closing, Contact, Cue, Delegation, Details, HouseStyle, ItemId,
    Organisation, Participant, Party, Photo, Room, Session, Step, Team, Window,
    references::References,
};

/// Hands every struct of the model to a macro.
///
/// A row of the table is `Struct [identity] "word for programs" (fields that are one value together) { fields }`. A field is
/// its name, its [`FieldId`], who may see it, and how a change of it is told: by its values (`told`; `named` where the item
/// is called by them), or as something that has changed (`mentioned`), where the values say nothing to a reader or are
/// nobody's business. Changes are told in the order of the fields.
#[macro_export]
#[doc(hidden)]
macro_rules! records {
    ($do:ident) => {
        $do! {
            Details [] "event" () {
                title: EventTitle guests named,
                theme: EventTheme guests told,
                host: EventHost guests told,
                co_hosts: EventCoHosts guests mentioned,
                occasion: EventOccasion guests told,
                next: EventNext guests told,
                venue: EventVenue guests told,
                usual_credit: EventUsualCredit staff told,
                days: EventDays guests told,
                closing: EventClosing staff told,
                time_zone: EventTimeZone guests told,
                languages: EventLanguages guests told,
                style: EventStyle staff mentioned,
                set_aside: EventSetAside staff mentioned,
                extra: EventExtra staff mentioned,
            }
            Closing [] "closing" () {
                by: ClosingBy staff told,
                on: ClosingOn staff told,
            }
            HouseStyle [] "style" () {
                family_capitals: StyleFamilyCapitals staff told,
                guest_clock: StyleGuestClock staff told,
                staff_clock: StyleStaffClock staff told,
                positions: StylePositions staff told,
            }
            Room [id] "room" () {
                name: RoomName guests named,
                extra: RoomExtra staff mentioned,
            }
            Team [id] "team" () {
                name: TeamName staff named,
            }
            Delegation [id] "delegation" () {
                name: DelegationName guests named,
            }
            Organisation [id] "organisation" () {
                name: OrganisationName guests named,
                kind: OrganisationKind staff told,
                region: OrganisationRegion staff told,
                delegation: OrganisationDelegation staff told,
                stands_for: OrganisationStandsFor staff told,
                unnamed: OrganisationUnnamed staff told,
            }
            Participant [id] "participant" () {
                name: ParticipantName guests named,
                post: ParticipantPost guests told,
                acting: ParticipantActing guests told,
                organisation: ParticipantOrganisation guests told,
                attendance: ParticipantAttendance staff told,
                window: ParticipantWindow staff told,
                precedence: ParticipantPrecedence staff told,
                biography: ParticipantBiography guests mentioned,
                contact: ParticipantContact staff mentioned,
                portrait: ParticipantPortrait guests mentioned,
                extra: ParticipantExtra staff mentioned,
            }
            Window [] "window" () {
                arrives: WindowArrives staff told,
                leaves: WindowLeaves staff told,
            }
            Contact [] "contact" () {
                phone: ContactPhone staff told,
                email: ContactEmail staff told,
                through: ContactThrough staff told,
            }
            Session [id] "session" () {
                day: SessionDay guests told,
                kind: SessionKind guests told,
                title: SessionTitle guests named,
                room: SessionRoom guests told,
                start: SessionStart guests told,
                length: SessionLength guests told,
                until: SessionUntil guests told,
                slack: SessionSlack staff told,
                people: SessionPeople guests told,
                cues: SessionCues staff told,
                steps: SessionSteps staff told,
                audience: SessionAudience staff told,
                officer: SessionOfficer staff told,
                remarks: SessionRemarks staff told,
                summary: SessionSummary guests told,
                extra: SessionExtra staff mentioned,
            }
            Appearance [] "appearance" () {
                who: AppearanceWho guests told,
                role: AppearanceRole guests told,
                position: AppearancePosition staff told,
            }
            Cue [] "cue" () {
                team: CueTeam staff told,
                text: CueText staff told,
            }
            Step [] "step" () {
                offset: StepOffset staff told,
                text: StepText staff told,
                cues: StepCues staff told,
            }
            Agreement [id] "agreement" () {
                title: AgreementTitle guests named,
                session: AgreementSession guests told,
                parties: AgreementParties guests told,
                witnesses: AgreementWitnesses guests told,
            }
            Party [] "party" () {
                organisation: PartyOrganisation guests told,
                signatory: PartySignatory guests told,
            }
            Photo [id] "photo" (PhotoFile guests: file, hash, size) {
                clearance: PhotoClearance staff told,
                number: PhotoNumber staff told,
                session: PhotoSession guests told,
                caption: PhotoCaption guests told,
                credit: PhotoCredit guests told,
                alternative: PhotoAlternative guests told,
                taken: PhotoTaken staff told,
                rows: PhotoPeople guests mentioned,
            }
        }
    };
}

pub use records;

/// Who may see the value of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SeenBy {
    /// Everybody: it may stand in the programme.
    Guests,
    /// The staff alone.
    Staff,
}

macro_rules! seen_by {
    (guests) => {
        SeenBy::Guests
    };
    (staff) => {
        SeenBy::Staff
    };
}

macro_rules! is_name {
    (named) => {
        true
    };
    ($how:ident) => {
        false
    };
}

macro_rules! field_ids {
    ($($record:ident [$($same:ident)?] $tag:literal ($($together:ident $seen_together:ident: $($part:ident),+)?) {
        $($field:ident: $id:ident $seen:ident $how:ident,)*
    })*) => {
        /// Which field of which struct.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum FieldId {
            $(
                $(#[doc = concat!("What `", stringify!($record), "` has in ", $("`", stringify!($part), "` "),+, "together.")] $together,)?
                $(#[doc = concat!("`", stringify!($record), "::", stringify!($field), "`.")] $id,)*
            )*
        }

        impl FieldId {
            /// Every field, struct by struct.
            pub const ALL: &'static [Self] = &[$($(Self::$together,)? $(Self::$id,)*)*];

            /// What programs call it: the words for the struct and for the field, the same in every language of the interface.
            #[must_use]
            pub const fn tag(self) -> (&'static str, &'static str) {
                match self {
                    $(
                        $(Self::$together => ($tag, field_ids!(@first $($part),+)),)?
                        $(Self::$id => ($tag, stringify!($field)),)*
                    )*
                }
            }

            /// The key of the message that names it in each language of the interface.
            #[must_use]
            pub fn message(self) -> String {
                let (record, name) = self.tag();
                format!("field-{record}-{name}").replace('_', "-")
            }

            /// Whether an item is called by its value.
            #[must_use]
            pub const fn is_name(self) -> bool {
                match self {
                    $($(Self::$together => false,)? $(Self::$id => is_name!($how),)*)*
                }
            }

            /// Who may see its value.
            #[must_use]
            pub const fn seen_by(self) -> SeenBy {
                match self {
                    $($(Self::$together => seen_by!($seen_together),)? $(Self::$id => seen_by!($seen),)*)*
                }
            }
        }

        $(impl References for $record {
            fn references(&self, found: &mut dyn FnMut(ItemId)) {
                $(self.$field.references(found);)*
            }

            fn remove_references(&mut self, gone: &FxHashSet<ItemId>) -> bool {
                let mut is_whole = true;
                $(is_whole &= self.$field.remove_references(gone);)*
                is_whole
            }
        })*
    };
    (@first $first:ident $(, $rest:ident)*) => { stringify!($first) };
}

records!(field_ids);
