//! What a file can say of an item, and the values of it, as people read them.

use std::{fmt, str::FromStr};

use jiff::civil::{Date, DateTime, Time};

use crate::{
    model::{Attendance, Audience, Clock, Lang, Length, NameOrder, SessionKind},
    words::Words,
};

macro_rules! fields {
    ($($(#[$doc:meta])* $name:ident = $tag:literal, $key:literal;)*) => {
        /// What a column, or a value of a schedule, is about.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Field {
            $($(#[$doc])* $name),*
        }

        impl Field {
            /// Every field, in the order in which a list offers them.
            pub const ALL: [Self; [$($tag),*].len()] = [$(Self::$name),*];

            /// What programs call it: the same word in every language of the interface.
            #[must_use]
            pub const fn tag(self) -> &'static str {
                match self { $(Self::$name => $tag),* }
            }

            /// What people call it.
            #[must_use]
            pub fn name(self, words: Words) -> String {
                words.t(match self { $(Self::$name => $key),* })
            }
        }
    };
}

fields! {
    /// Our own identity of the item, by which a second import finds it.
    Id = "id", "heading-id";
    /// The honorific of a name.
    Honorific = "honorific", "heading-honorific";
    /// A whole name in one go.
    Name = "name", "heading-name";
    /// The family name.
    Family = "family", "heading-family";
    /// The given name.
    Given = "given", "heading-given";
    /// Which part of the name is said first.
    Order = "order", "heading-order";
    /// Honours behind the name.
    Honours = "honours", "heading-honours";
    /// The post.
    Post = "post", "heading-post";
    /// Whether the post is held for another.
    Acting = "acting", "heading-acting";
    /// The organisation, by name.
    Organisation = "organisation", "heading-organisation";
    /// The delegation of the organisation, by name.
    Delegation = "delegation", "heading-delegation";
    /// The rank for this event.
    Precedence = "precedence", "heading-precedence";
    /// Whether the person comes.
    Attendance = "attendance", "heading-attendance";
    /// From when the person can be there.
    Arrives = "arrives", "heading-arrives";
    /// Until when the person can be there.
    Leaves = "leaves", "heading-leaves";
    /// E-mail address.
    Email = "email", "heading-email";
    /// Telephone.
    Phone = "phone", "heading-phone";
    /// Whoever else to ask.
    Through = "through", "heading-through";
    /// Who the person is.
    Biography = "biography", "heading-biography";
    /// The day of a session.
    Day = "day", "heading-day";
    /// When it starts.
    Start = "start", "heading-start";
    /// When it ends.
    End = "end", "heading-end";
    /// How long it lasts.
    Length = "length", "heading-length";
    /// What kind of session it is.
    Kind = "kind", "heading-kind";
    /// Its title.
    Title = "title", "heading-title";
    /// What it is about.
    Summary = "summary", "heading-summary";
    /// Its room, by name.
    Room = "room", "heading-room";
    /// Who sees it.
    Audience = "audience", "heading-audience";
    /// Who appears in it, as what.
    People = "people", "heading-people";
    /// What happens within it, to the minute.
    Steps = "steps", "heading-steps";
    /// What a team does.
    Cues = "cues", "heading-cues";
    /// The responsible officer.
    Officer = "officer", "heading-officer";
    /// Remarks for the staff.
    Remarks = "remarks", "heading-remarks";
}

/// Of which language or team a field is meant.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Of {
    /// Of none: the field is one.
    #[default]
    One,
    /// In this language.
    Lang(Lang),
    /// Of the team with this name.
    Team(String),
}

/// A field, with its language or team where it has several.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Target {
    /// Which field.
    pub field: Field,
    /// Of which language or team.
    pub of: Of,
}

impl Field {
    /// The field, which is one.
    #[must_use]
    pub const fn one(self) -> Target {
        Target {
            field: self,
            of: Of::One,
        }
    }

    /// The field in a language.
    #[must_use]
    pub fn in_lang(self, lang: &Lang) -> Target {
        Target {
            field: self,
            of: Of::Lang(lang.clone()),
        }
    }

    /// The field of a team, by its name.
    #[must_use]
    pub fn of_team(self, team: &str) -> Target {
        Target {
            field: self,
            of: Of::Team(team.to_owned()),
        }
    }

    /// Whether there is one in each language.
    #[must_use]
    pub const fn has_languages(self) -> bool {
        match self {
            Self::Honorific
            | Self::Name
            | Self::Family
            | Self::Given
            | Self::Order
            | Self::Honours
            | Self::Post
            | Self::Organisation
            | Self::Delegation
            | Self::Biography
            | Self::Title
            | Self::Summary
            | Self::Room => true,
            Self::Id
            | Self::Acting
            | Self::Precedence
            | Self::Attendance
            | Self::Arrives
            | Self::Leaves
            | Self::Email
            | Self::Phone
            | Self::Through
            | Self::Day
            | Self::Start
            | Self::End
            | Self::Length
            | Self::Kind
            | Self::Audience
            | Self::People
            | Self::Steps
            | Self::Cues
            | Self::Officer
            | Self::Remarks => false,
        }
    }
}

impl Target {
    /// What people call it: `Post (English)`, `Cues (AV)`, `E-mail`.
    #[must_use]
    pub fn name(&self, words: Words) -> String {
        let of = match &self.of {
            Of::One => return self.field.name(words),
            Of::Lang(lang) => lang.endonym().to_owned(),
            Of::Team(team) => team.clone(),
        };
        let field = self.field.name(words);
        words.tf("heading-of", [("field", field.into()), ("of", of.into())])
    }
}

impl fmt::Display for Target {
    /// As it is typed and kept: `email`, `post:en`, `cues:AV`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let tag = self.field.tag();
        match &self.of {
            Of::One => f.write_str(tag),
            Of::Lang(lang) => write!(f, "{tag}:{lang}"),
            Of::Team(team) => write!(f, "{tag}:{team}"),
        }
    }
}

impl FromStr for Target {
    type Err = ();

    fn from_str(typed: &str) -> Result<Self, ()> {
        let (tag, of) = typed.trim().split_once(':').unwrap_or((typed.trim(), ""));
        let field = (Field::ALL.into_iter())
            .find(|field| field.tag() == tag.trim())
            .ok_or(())?;
        let of = match of.trim() {
            "" => Of::One,
            team if field == Field::Cues => Of::Team(team.to_owned()),
            lang if field.has_languages() => Of::Lang(lang.parse().map_err(|_| ())?),
            _ => return Err(()),
        };
        Ok(Self { field, of })
    }
}

/// A value of a field, from which a preview makes what it shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Datum {
    /// There is none.
    #[default]
    Nothing,
    /// A text, as it stands.
    Text(String),
    /// A number.
    Number(u32),
    /// Yes or no.
    Flag(bool),
    /// A day.
    Date(Date),
    /// A time of day.
    Time(Time),
    /// A day and a time.
    Moment(DateTime),
    /// How long.
    Length(Length),
    /// Which part of a name is said first.
    Order(NameOrder),
    /// Whether a person comes.
    Attendance(Attendance),
    /// What kind of session.
    Kind(SessionKind),
    /// Who sees a session.
    Audience(Audience),
    /// When what goes before ends.
    Follows,
}

impl Datum {
    /// A text; nothing if it is empty.
    #[must_use]
    pub fn text(text: &str) -> Self {
        if text.is_empty() {
            Self::Nothing
        } else {
            Self::Text(text.to_owned())
        }
    }

    /// As people read it; empty if there is none.
    #[must_use]
    pub fn said(&self, words: Words) -> String {
        match self {
            Self::Nothing => String::new(),
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Flag(true) => words.t("datum-yes"),
            Self::Flag(false) => words.t("datum-no"),
            Self::Date(date) => words.short_date(*date),
            Self::Time(time) => words.time(*time, Clock::Hours24),
            Self::Moment(moment) => words.moment(*moment, true),
            Self::Length(length) => words.length(*length),
            Self::Order(order) => words.name_order(*order),
            Self::Attendance(attendance) => words.attendance(*attendance),
            Self::Kind(kind) => words.session_kind(*kind),
            Self::Audience(audience) => words.audience(*audience),
            Self::Follows => words.t("datum-follows"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_is_read_as_it_is_written() {
        for target in [
            Field::Email.one(),
            Field::Post.in_lang(&Lang::ZH_HANT),
            Field::Cues.of_team("AV"),
            Field::Cues.of_team("影音"),
            Field::Name.one(),
        ] {
            assert_eq!(target.to_string().parse(), Ok(target));
        }
        for wrong in ["", "colour", "email:en", "post:English", "post:en:x"] {
            assert_eq!(wrong.parse::<Target>(), Err(()), "{wrong}");
        }
    }
}
