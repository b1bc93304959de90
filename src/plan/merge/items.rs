//! Each struct of the model, merged field by field.

use super::{
    at::At,
    value::{Merge, three},
};
use crate::{
    model::{
        Agreement, Appearance, Closing, Contact, Cue, Delegation, Details, FieldId, HouseStyle,
        Organisation, Participant, Party, Photo, Room, Session, Step, Team, Window, records,
    },
    plan::Part,
};

macro_rules! merges {
    ($($record:ident [$($same:ident)?] $tag:literal ($($together:ident $seen_together:ident: $($part:ident),+)?) {
        $($field:ident: $id:ident $seen:ident $how:ident,)*
    })*) => {$(
        impl Merge for $record {
            fn merge(base: Option<&Self>, ours: &Self, theirs: &Self, at: &mut At) -> Self {
                $(
                    let ($($part),+) = at.within(concat!($(stringify!($part), " "),+), Part::Field(FieldId::$together), |at| {
                        let value = |of: &Self| ($(of.$part.clone()),+);
                        three(base.map(value).as_ref(), &value(ours), &value(theirs), at)
                    });
                )?
                Self {
                    $($same: ours.$same,)?
                    $($($part,)+)?
                    $($field: at.within(stringify!($field), Part::Field(FieldId::$id), |at| {
                        three(base.map(|base| &base.$field), &ours.$field, &theirs.$field, at)
                    }),)*
                }
            }
        }
    )*};
}

records!(merges);
