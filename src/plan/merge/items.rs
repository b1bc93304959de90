//! The fields of everything that an event holds: how each is merged, and what it is called. A field that is not named
//! here does not compile.

use super::{
    at::{At, Part, Value},
    value::{Atom, Gone, Merge, three},
};
use crate::{
    model::{
        Agreement, Appearance, Closing, Contact, Cue, Delegation, Details, FileName, HouseStyle,
        ItemId, Organisation, Participant, Party, Photo, PixelSize, Room, Session, Step, Team,
        Window,
    },
    plan::changes::{Aspect, Fact},
};

/// Merges a struct field by field: `same` are those that cannot differ, `fields` the others, each with the part of the
/// way that it is, made of the struct as it is on our side.
macro_rules! fields {
    ($type:ident |$of:ident| { $($field:ident: $part:expr),* $(,)? } same { $($same:ident),* }) => {
        impl Merge for $type {
            fn merge(base: Option<&Self>, ours: &Self, theirs: &Self, at: &mut At) -> Self {
                #[allow(unused_variables, reason = "most parts are the same for each")]
                let $of = ours;
                Self {
                    $($same: ours.$same.clone(),)*
                    $($field: at.within(stringify!($field), $part, |at| {
                        three(base.map(|base| &base.$field), &ours.$field, &theirs.$field, at)
                    }),)*
                }
            }

            fn mentions(&self, found: &mut dyn FnMut(ItemId)) {
                $(self.$field.mentions(found);)*
            }

            fn strip(&mut self, gone: &Gone) -> bool {
                let mut is_whole = true;
                $(is_whole &= self.$field.strip(gone);)*
                is_whole
            }
        }
    };
}

#[allow(
    clippy::unnecessary_wraps,
    reason = "a field that is no part of the way has none"
)]
const fn aspect(aspect: Aspect) -> Option<Part> {
    Some(Part::Aspect(aspect))
}

fields!(Details |of| {
    title: aspect(Aspect::Title),
    theme: aspect(Aspect::Theme),
    host: aspect(Aspect::Host),
    co_hosts: aspect(Aspect::CoHosts),
    occasion: aspect(Aspect::Occasion),
    next: aspect(Aspect::Next),
    venue: aspect(Aspect::Venue),
    days: None,
    closing: None,
    time_zone: aspect(Aspect::TimeZone),
    languages: aspect(Aspect::Languages),
    usual_credit: aspect(Aspect::UsualCredit),
    style: aspect(Aspect::Style),
    set_aside: None,
    extra: None,
} same {});

fields!(Closing |of| {
    by: aspect(Aspect::Closing(None)),
    on: None,
} same {});

fields!(HouseStyle |of| {
    family_capitals: None,
    guest_clock: None,
    staff_clock: None,
    positions: None,
} same {});

fields!(Room |of| { name: aspect(Aspect::Title), extra: None } same { id });
fields!(Team |of| { name: aspect(Aspect::Title) } same { id });
fields!(Delegation |of| { name: aspect(Aspect::Title) } same { id });

fields!(Organisation |of| {
    name: aspect(Aspect::Title),
    region: aspect(Aspect::Region),
    kind: aspect(Aspect::Kind),
    delegation: aspect(Aspect::Delegation),
    stands_for: aspect(Aspect::StandsFor),
    unnamed: aspect(Aspect::Unnamed),
} same { id });

fields!(Participant |of| {
    name: aspect(Aspect::Name),
    post: aspect(Aspect::Post),
    acting: aspect(Aspect::Acting),
    organisation: aspect(Aspect::Organisation),
    precedence: aspect(Aspect::Precedence),
    attendance: aspect(Aspect::Attendance),
    window: None,
    biography: aspect(Aspect::Biography),
    contact: aspect(Aspect::Contact),
    portrait: aspect(Aspect::Portrait),
    extra: None,
} same { id });

fields!(Window |of| {
    arrives: aspect(Aspect::Arrives),
    leaves: aspect(Aspect::Leaves),
} same {});

fields!(Contact |of| { phone: None, email: None, through: None } same {});

fields!(Session |of| {
    kind: aspect(Aspect::Kind),
    title: aspect(Aspect::Title),
    summary: aspect(Aspect::Summary),
    day: Some(Part::Day),
    start: aspect(Aspect::Start),
    length: aspect(Aspect::Length),
    until: aspect(Aspect::Until),
    slack: aspect(Aspect::Slack),
    room: aspect(Aspect::Room),
    audience: aspect(Aspect::Audience),
    people: Some(Part::Cast),
    steps: Some(Part::Steps),
    cues: Some(Part::Cues),
    officer: aspect(Aspect::Officer),
    remarks: aspect(Aspect::Remarks),
    extra: None,
} same { id });

fields!(Appearance |of| {
    who: None,
    role: None,
    position: Some(Part::Position(of.who)),
} same {});

fields!(Cue |of| { team: None, text: None } same {});

fields!(Step |of| {
    offset: Some(Part::Offset),
    text: None,
    cues: Some(Part::Cues),
} same {});

fields!(Agreement |of| {
    title: aspect(Aspect::Title),
    parties: None,
    witnesses: Some(Part::Witnesses),
    session: aspect(Aspect::Session),
} same { id });

fields!(Party |of| {
    organisation: aspect(Aspect::Organisation),
    signatory: Some(Part::Signatory),
} same {});

/// Which picture it is: its file, what is in it and how large that is go together.
impl Atom for (FileName, String, PixelSize) {
    fn value(&self) -> Value {
        Value::Fact(Fact::Said(self.0.to_string()))
    }
}

impl Merge for Photo {
    fn merge(base: Option<&Self>, ours: &Self, theirs: &Self, at: &mut At) -> Self {
        macro_rules! field {
            ($field:ident, $part:expr) => {
                at.within(stringify!($field), $part, |at| {
                    three(
                        base.map(|base| &base.$field),
                        &ours.$field,
                        &theirs.$field,
                        at,
                    )
                })
            };
        }
        let picture = |of: &Self| (of.file.clone(), of.hash.clone(), of.size);
        let (file, hash, size) = at.within("file", aspect(Aspect::File), |at| {
            let before = base.map(picture);
            three(before.as_ref(), &picture(ours), &picture(theirs), at)
        });
        Self {
            id: ours.id,
            file,
            hash,
            size,
            taken: field!(taken, aspect(Aspect::Taken)),
            session: field!(session, aspect(Aspect::Session)),
            rows: field!(rows, aspect(Aspect::People)),
            caption: field!(caption, aspect(Aspect::Caption)),
            credit: field!(credit, aspect(Aspect::Credit)),
            alternative: field!(alternative, aspect(Aspect::Alternative)),
            clearance: field!(clearance, aspect(Aspect::Clearance)),
            number: field!(number, aspect(Aspect::Number)),
        }
    }

    fn mentions(&self, found: &mut dyn FnMut(ItemId)) {
        self.session.mentions(found);
        self.rows.mentions(found);
    }

    fn strip(&mut self, gone: &Gone) -> bool {
        self.rows.strip(gone);
        self.session.strip(gone)
    }
}
