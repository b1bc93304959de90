//! Random edits, each of which can be made to the event as it then is. Every field of the schema is varied.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, DateTime, Time, date, datetime, time};
use runsheet::model::{
    Agreement, Appearance, Attendance, Audience, BatchName, Clearance, Clock, Closing, Contact,
    Cue, Delegation, Details, Edit, Event, Extra, FieldId, FileName, HouseStyle, Item, ItemId,
    ItemKind, Lang, Languages, Length, Listed, Localised, Name, NameOrder, Offset, Organisation,
    OrganisationKind, Participant, Party, Photo, PixelSize, Placement, PositionStyle, ProblemKey,
    Region, Role, Roll, Room, Session, SessionKind, Start, Step, Team, Text, Who, Window,
};
use runsheet::plan::Plan;
use uuid::Uuid;

/// What happens next, thrown by the test; when the throws are used up, always the first of what is possible.
pub struct Dice {
    throws: std::vec::IntoIter<u16>,
    next_id: u128,
}

impl Dice {
    pub fn new(throws: Vec<u16>) -> Self {
        Self {
            throws: throws.into_iter(),
            next_id: 1,
        }
    }

    pub fn is_used_up(&self) -> bool {
        self.throws.len() == 0
    }

    /// A number below `sides`.
    pub fn roll(&mut self, sides: usize) -> usize {
        usize::from(self.throws.next().unwrap_or(0)) % sides.max(1)
    }

    fn of<T: Clone>(&mut self, all: &[T]) -> T {
        all[self.roll(all.len())].clone()
    }

    pub fn chance(&mut self) -> bool {
        self.roll(2) == 1
    }

    pub fn text(&mut self) -> Text {
        let word = self.of(&["", "Forum", "#show \"x\"", "簽署儀式", "a\nb"]);
        Text::en(word).with(&Lang::ZH_HANT, self.of(&["", "論壇"]))
    }

    /// One that is in the list, or none.
    fn present<T: Listed>(&mut self, roll: &Roll<T>) -> Option<T::Id> {
        let place = self.roll(roll.len() + 1);
        roll.at(place).map(|item| item.id())
    }

    fn new_id(&mut self) -> Uuid {
        self.next_id += 1;
        Uuid::from_u128(self.next_id << 64)
    }

    /// Any item that is there.
    fn any(&mut self, event: &Event) -> Option<ItemId> {
        let all = everything(event);
        let place = self.roll(all.len());
        all.get(place).copied()
    }

    /// The details, with another value in one of their fields.
    fn details(&mut self, event: &Event) -> Edit {
        let mut details = event.details.clone();
        details.vary(self, event);
        Edit::Details(Box::new(details))
    }

    /// An edit that can be made to this event.
    pub fn edit(&mut self, event: &Event) -> Edit {
        let put = |dice: &mut Self| Edit::Put(dice.item(event));
        match self.roll(12) {
            0..=6 => put(self),
            7 | 8 => self.any(event).map_or_else(|| put(self), Edit::Remove),
            9 => (self.placement(event)).map_or_else(|| put(self), Edit::Place),
            10 => self.details(event),
            _ => {
                let mut sketch = event.clone();
                let count = self.roll(5);
                Edit::Batch(BatchName::AddPhotos(count), self.edits(&mut sketch, count))
            }
        }
    }

    /// Edits that can be made one after the other; the event is as they leave it.
    pub fn edits(&mut self, event: &mut Event, most: usize) -> Vec<Edit> {
        let mut edits = Vec::new();
        while edits.len() < most && !self.is_used_up() {
            let edit = self.edit(event);
            event.apply(&edit).unwrap();
            edits.push(edit);
        }
        edits
    }
}

/// What can be another: the value of a field.
pub trait Vary {
    /// Makes it another, or the same by chance. What it refers to is in the event.
    fn vary(&mut self, dice: &mut Dice, event: &Event);
}

/// What stands in lists.
trait New: Vary + Sized {
    /// A new one; none where what it has to refer to is not there.
    fn new(dice: &mut Dice, event: &Event) -> Option<Self>;

    /// Whether it can stand in a list.
    fn is_whole(&self) -> bool {
        true
    }
}

macro_rules! vary_records {
    ($($record:ident [$($same:ident)?] $tag:literal ($($together:ident $seen_together:ident: $($part:ident),+)?) {
        $($field:ident: $id:ident $seen:ident $how:ident,)*
    })*) => {$(
        impl Vary for $record {
            fn vary(&mut self, dice: &mut Dice, event: &Event) {
                let fields = [$(FieldId::$together,)? $(FieldId::$id),*];
                match dice.of(&fields) {
                    $(FieldId::$together => {
                        let mut together = ($(self.$part.clone()),+);
                        together.vary(dice, event);
                        ($(self.$part),+) = together;
                    })?
                    $(FieldId::$id => self.$field.vary(dice, event),)*
                    other => unreachable!("{other:?} is of another struct"),
                }
            }
        }
    )*};
}

runsheet::records!(vary_records);

macro_rules! vary_kinds {
    ($($(#[$doc:meta])* $kind:ident($id:ident) in $list:ident, $tag:literal, $rank:literal;)*) => {
        impl Dice {
            /// An item of any kind, new or changed, which refers to others that are there.
            fn item(&mut self, event: &Event) -> Item {
                match self.of(&ItemKind::ALL) {
                    $(ItemKind::$kind => {
                        let present = self.present(&event.$list).and_then(|id| event.$list.get(id));
                        let mut item = match present {
                            Some(item) => (**item).clone(),
                            None => {
                                let mut item = <$kind as Empty>::empty(self);
                                item.id = runsheet::model::$id::from_uuid(self.new_id());
                                item
                            }
                        };
                        for _ in 0..=self.roll(3) {
                            item.vary(self, event);
                        }
                        item.into()
                    })*
                }
            }

            fn placement(&mut self, event: &Event) -> Option<Placement> {
                Some(match self.any(event)? {
                    $(ItemId::$kind(id) => Placement::$kind(id, self.present(&event.$list)),)*
                })
            }
        }

        $(impl Vary for Option<runsheet::model::$id> {
            fn vary(&mut self, dice: &mut Dice, event: &Event) {
                *self = dice.present(&event.$list);
            }
        })*

        /// What an event is without the items of a kind, as a file may be that was edited by hand.
        pub fn without_kind(event: &Event, kind: ItemKind) -> Event {
            let mut without = event.clone();
            match kind { $(ItemKind::$kind => without.$list = Roll::default(),)* }
            without
        }
    };
}

runsheet::item_kinds!(vary_kinds);

/// An item of which nothing is known yet.
trait Empty {
    fn empty(dice: &mut Dice) -> Self;
}

macro_rules! empty {
    ($($kind:ident: |$dice:ident| $made:expr;)*) => {$(
        impl Empty for $kind {
            fn empty($dice: &mut Dice) -> Self {
                $made
            }
        }
    )*};
}

empty! {
    Room: |dice| Self::new(dice.text());
    Team: |dice| Self::new(dice.text());
    Delegation: |dice| Self::new(dice.text());
    Organisation: |dice| Self::new(dice.text());
    Participant: |dice| {
        let mut person = Self::new();
        person.name.set(&Lang::EN, Name::new("Dr", "Ng", dice.of(&["Ada", "Ben"])));
        person
    };
    Session: |dice| Self::new(dice.of(&SessionKind::ALL), date(2025, 6, 3));
    Agreement: |_dice| Self::between_two(None);
    Photo: |_dice| {
        let (file, hash, size) = picture(0);
        Self::new(file, hash, size)
    };
}

fn picture(number: usize) -> (FileName, String, PixelSize) {
    let name = ["a.jpg", "合照 1.jpg", "c.png"][number].to_owned();
    let size = PixelSize {
        width: 600 + number as u32,
        height: 400,
    };
    (
        FileName::try_from(name).unwrap(),
        format!("{number:064}"),
        size,
    )
}

macro_rules! one_of {
    ($($type:ty: $all:expr;)*) => {$(
        impl Vary for $type {
            fn vary(&mut self, dice: &mut Dice, _: &Event) {
                *self = dice.of(&$all);
            }
        }
    )*};
}

one_of! {
    bool: [false, true];
    u32: [0, 1, 2, 9];
    Option<u32>: [None, Some(1), Some(2)];
    SessionKind: SessionKind::ALL;
    Audience: [Audience::Guests, Audience::Staff];
    Attendance: Attendance::ALL;
    Region: Region::ALL;
    OrganisationKind: OrganisationKind::ALL;
    Clearance: Clearance::ALL;
    Role: Role::ALL;
    Clock: Clock::ALL;
    PositionStyle: PositionStyle::ALL;
    Date: [date(2025, 6, 3), date(2025, 6, 4)];
    Start: [Start::Follows, Start::Fixed(time(9, 30, 0, 0))];
    Length: [1, 20, 90].map(|minutes| Length::minutes(minutes).unwrap());
    Option<Length>: [None, Length::minutes(5).ok()];
    Option<Time>: [None, None, Some(time(9, 45, 0, 0))];
    Option<DateTime>: [None, Some(datetime(2025, 6, 3, 9, 30, 0, 0))];
    Offset: [Offset::seconds(-60), Offset::seconds(0), Offset::seconds(90)];
    // Two pictures have two names: others are told apart by merging, which `merging::photo_names` looks at.
    (FileName, String, PixelSize): [picture(0), picture(1), picture(2)];
}

impl Vary for String {
    fn vary(&mut self, dice: &mut Dice, _: &Event) {
        dice.of(&["", "EO 1", "#x \"y\"", "前排左三"])
            .clone_into(self);
    }
}

impl Vary for Text {
    fn vary(&mut self, dice: &mut Dice, _: &Event) {
        *self = dice.text();
    }
}

impl Vary for Localised<Name> {
    fn vary(&mut self, dice: &mut Dice, _: &Event) {
        let lang = dice.of(&[Lang::EN, Lang::ZH_HANT]);
        let name = if lang.is_chinese() {
            let family = dice.of(&["", "陳", "歐陽"]);
            Name::new("", family, if family.is_empty() { "" } else { "國基" })
        } else {
            let mut name = Name::new(dice.of(&["Dr", ""]), "Ng", dice.of(&["Ada", "Ben"]));
            name.order = dice.of(&NameOrder::ALL);
            dice.of(&["", "GBS, JP"]).clone_into(&mut name.honours);
            name
        };
        self.set(&lang, name);
    }
}

impl Vary for Extra {
    fn vary(&mut self, dice: &mut Dice, _: &Event) {
        let value = dice.of(&["", "Security", "3"]);
        self.set(dice.of(&["track", "licence"]), value.to_owned());
    }
}

impl Vary for Languages {
    fn vary(&mut self, dice: &mut Dice, _: &Event) {
        let lang = dice.of(&[Lang::ZH_HANT, Lang::EN, Lang::ZH_HANS]);
        if dice.chance() {
            self.add(lang);
        } else {
            self.remove(&lang);
        }
    }
}

impl Vary for BTreeSet<Date> {
    fn vary(&mut self, dice: &mut Dice, _: &Event) {
        let day = dice.of(&[date(2025, 6, 3), date(2025, 6, 4)]);
        if !self.remove(&day) {
            self.insert(day);
        }
    }
}

impl Vary for BTreeMap<Date, Time> {
    fn vary(&mut self, dice: &mut Dice, _: &Event) {
        let day = dice.of(&[date(2025, 6, 3), date(2025, 6, 4)]);
        if self.remove(&day).is_none() {
            self.insert(day, dice.of(&[time(9, 35, 0, 0), time(0, 30, 0, 0)]));
        }
    }
}

/// Some of what is wrong is left as it is, or no longer.
impl Vary for BTreeMap<ProblemKey, String> {
    fn vary(&mut self, dice: &mut Dice, event: &Event) {
        let problems = Plan::of(event).problems;
        match problems.get(dice.roll(problems.len())) {
            Some(problem) if dice.chance() => {
                self.insert(problem.key(), "so be it".into());
            }
            Some(_) | None => self.clear(),
        }
    }
}

impl<T: New> Vary for Vec<T> {
    fn vary(&mut self, dice: &mut Dice, event: &Event) {
        let place = dice.roll(self.len());
        match dice.roll(5) {
            0 | 1 => self.extend(T::new(dice, event)),
            2 if !self.is_empty() => drop(self.remove(place)),
            3 if self.len() > 1 => self.swap(0, place),
            _ => match self.get_mut(place) {
                Some(element) => element.vary(dice, event),
                None => self.extend(T::new(dice, event)),
            },
        }
        self.retain(T::is_whole);
    }
}

impl Vary for Who {
    fn vary(&mut self, dice: &mut Dice, event: &Event) {
        *self = Self::new(dice, event).unwrap_or(*self);
    }
}

impl New for Who {
    fn new(dice: &mut Dice, event: &Event) -> Option<Self> {
        if dice.chance() {
            dice.present(&event.participants).map(Self::Person)
        } else {
            dice.present(&event.organisations)
                .map(Self::RepresentativeOf)
        }
    }
}

impl New for Appearance {
    fn new(dice: &mut Dice, event: &Event) -> Option<Self> {
        Some(Self {
            who: Who::new(dice, event)?,
            role: dice.of(&Role::ALL),
            position: String::new(),
        })
    }
}

/// The team of a cue.
impl Vary for runsheet::model::TeamId {
    fn vary(&mut self, dice: &mut Dice, event: &Event) {
        *self = dice.present(&event.teams).unwrap_or(*self);
    }
}

impl New for Cue {
    fn new(dice: &mut Dice, event: &Event) -> Option<Self> {
        let team = dice.present(&event.teams)?;
        let text = dice.text();
        Some(Self { team, text })
    }
}

impl New for Step {
    fn new(dice: &mut Dice, event: &Event) -> Option<Self> {
        let mut step = Self::default();
        step.offset.vary(dice, event);
        step.text = dice.text();
        Some(step)
    }
}

impl New for Party {
    fn new(dice: &mut Dice, event: &Event) -> Option<Self> {
        Some(Self {
            organisation: dice.present(&event.organisations),
            signatory: dice.present(&event.participants),
        })
    }
}

/// A witness.
impl Vary for runsheet::model::ParticipantId {
    fn vary(&mut self, dice: &mut Dice, event: &Event) {
        *self = <Self as New>::new(dice, event).unwrap_or(*self);
    }
}

impl New for runsheet::model::ParticipantId {
    fn new(dice: &mut Dice, event: &Event) -> Option<Self> {
        dice.present(&event.participants)
    }
}

impl New for Text {
    fn new(dice: &mut Dice, _: &Event) -> Option<Self> {
        Some(dice.text()).filter(|text| !text.is_empty())
    }
}

/// A row of a photo. One without anybody is no row.
impl New for Vec<Who> {
    fn new(dice: &mut Dice, event: &Event) -> Option<Self> {
        let row: Self = (0..3).filter_map(|_| New::new(dice, event)).collect();
        Some(row).filter(Self::is_whole)
    }

    fn is_whole(&self) -> bool {
        !self.is_empty()
    }
}

/// Every item of an event.
pub fn everything(event: &Event) -> Vec<ItemId> {
    ItemKind::ALL
        .into_iter()
        .flat_map(|kind| event.ids(kind))
        .collect()
}
