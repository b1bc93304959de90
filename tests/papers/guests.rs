//! What only the staff may see stands in no programme, whatever field it is.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, DateTime, Time};
use runsheet::{
    model::{
        Agreement, Appearance, Attendance, Audience, Clearance, Clock, Closing, Contact, Cue,
        Delegation, Details, Event, Extra, FieldId, HouseStyle, Lang, Languages, Length, Localised,
        Name, Offset, Organisation, OrganisationKind, Participant, Party, Photo, PositionStyle,
        ProblemKey, Region, Role, Room, SeenBy, Session, SessionKind, Start, Step, Team, Text, Who,
        Window,
    },
    print::Paper,
};

use super::{print, symposium::symposium};

/// What is written into each text of the staff: nothing else has these letters.
const MARK: &str = "Zqxj";

/// What may hold texts of the staff.
trait Marked {
    /// Puts the mark into every text that only the staff may see; `is_staff` is whether that is true of all of it.
    fn mark(&mut self, is_staff: bool);
}

impl Marked for String {
    fn mark(&mut self, is_staff: bool) {
        if is_staff {
            MARK.clone_into(self);
        }
    }
}

impl Marked for Text {
    fn mark(&mut self, is_staff: bool) {
        if is_staff {
            *self = Self::en(MARK).with(&Lang::ZH_HANT, MARK);
        }
    }
}

impl Marked for Extra {
    fn mark(&mut self, is_staff: bool) {
        if is_staff {
            self.set("track", MARK.to_owned());
        }
    }
}

impl Marked for BTreeMap<ProblemKey, String> {
    fn mark(&mut self, is_staff: bool) {
        for reason in self.values_mut() {
            reason.mark(is_staff);
        }
    }
}

impl<T: Marked> Marked for Vec<T> {
    fn mark(&mut self, is_staff: bool) {
        for one in self {
            one.mark(is_staff);
        }
    }
}

macro_rules! no_texts {
    ($($type:ty),* $(,)?) => {$(
        impl Marked for $type {
            fn mark(&mut self, _: bool) {}
        }
    )*};
}

no_texts! {
    bool, u32, Option<u32>, Date, Start, Length, Option<Length>, Option<Time>, Option<DateTime>, Offset,
    SessionKind, Audience, Attendance, Region, OrganisationKind, Clearance, Role, Clock, PositionStyle, Languages,
    Localised<Name>, BTreeSet<Date>, BTreeMap<Date, Time>, Who,
}

macro_rules! records {
    ($($record:ident [$($same:ident)?] $tag:literal ($($together:ident $seen_together:ident: $($part:ident),+)?) {
        $($field:ident: $id:ident $seen:ident $how:ident,)*
    })*) => {$(
        impl Marked for $record {
            fn mark(&mut self, is_staff: bool) {
                $(self.$field.mark(is_staff || FieldId::$id.seen_by() == SeenBy::Staff);)*
            }
        }
    )*};
}

runsheet::records!(records);

macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident($id:ident) in $list:ident, $tag:literal, $rank:literal;)*) => {
        $(
            impl Marked for runsheet::model::$id {
                fn mark(&mut self, _: bool) {}
            }

            impl Marked for Option<runsheet::model::$id> {
                fn mark(&mut self, _: bool) {}
            }
        )*

        fn mark_all(event: &mut Event) {
            event.details.mark(false);
            $(event.$list = (event.$list.iter())
                .map(|item| {
                    let mut item = (**item).clone();
                    item.mark(false);
                    item
                })
                .collect();)*
        }
    };
}

runsheet::item_kinds!(kinds);

#[test]
fn nothing_of_the_staff_stands_in_the_programme() {
    let mut event = symposium();
    mark_all(&mut event);
    for languages in ["en", "zh-Hant"] {
        let programme = print(&event, Paper::Programme, languages).text();
        assert!(!programme.contains(MARK), "{programme}");
        let sheet = print(&event, Paper::RunOfShow, languages).text();
        assert!(sheet.matches(MARK).count() > 10, "{sheet}");
    }
}
