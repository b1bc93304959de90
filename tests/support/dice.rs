//! Random edits, each of which can be made to the event as it then is.

use jiff::civil::{date, datetime, time};
use runsheet::model::{
    Agreement, AgreementId, Appearance, Attendance, Audience, BatchName, Clearance, Cue,
    Delegation, DelegationId, Details, Edit, Event, Extra, FileName, Item, ItemId, Lang, Length,
    Listed, Name, Offset, Organisation, OrganisationId, Participant, ParticipantId, Party, Photo,
    PhotoId, PixelSize, Placement, Role, Roll, Room, RoomId, Session, SessionId, SessionKind,
    Start, Step, Team, TeamId, Text, Who,
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

    fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.roll(all.len())]
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

    fn who(&mut self, event: &Event) -> Option<Who> {
        if self.chance() {
            self.present(&event.participants).map(Who::Person)
        } else {
            self.present(&event.organisations)
                .map(Who::RepresentativeOf)
        }
    }

    fn cues(&mut self, event: &Event) -> Vec<Cue> {
        let text = self.text();
        let team = self.present(&event.teams);
        team.map(|team| Cue { team, text }).into_iter().collect()
    }

    fn times<T>(&mut self, most: usize, mut make: impl FnMut(&mut Self) -> T) -> Vec<T> {
        (0..self.roll(most + 1)).map(|_| make(self)).collect()
    }

    /// The identity of something new, or of something that is there.
    fn id<T: Listed>(&mut self, roll: &Roll<T>, make: fn(Uuid) -> T::Id) -> T::Id {
        self.present(roll).unwrap_or_else(|| {
            self.next_id += 1;
            make(Uuid::from_u128(self.next_id << 64))
        })
    }

    /// An item of any kind, new or changed, which names others that are there.
    fn item(&mut self, event: &Event) -> Item {
        match self.roll(8) {
            0 => self.session(event).into(),
            1 => self.participant(event).into(),
            2 => Organisation {
                id: self.id(&event.organisations, OrganisationId::from_uuid),
                delegation: self.present(&event.delegations),
                ..Organisation::new(self.text())
            }
            .into(),
            3 => Delegation {
                id: self.id(&event.delegations, DelegationId::from_uuid),
                ..Delegation::new(self.text())
            }
            .into(),
            4 => Room {
                id: self.id(&event.rooms, RoomId::from_uuid),
                name: self.text(),
                extra: Extra::default(),
            }
            .into(),
            5 => Team {
                id: self.id(&event.teams, TeamId::from_uuid),
                name: self.text(),
            }
            .into(),
            6 => Agreement {
                id: self.id(&event.agreements, AgreementId::from_uuid),
                title: self.text(),
                parties: self.times(3, |dice| Party {
                    organisation: dice.present(&event.organisations),
                    signatory: dice.present(&event.participants),
                }),
                witnesses: (self.present(&event.participants).into_iter()).collect(),
                session: self.present(&event.sessions),
            }
            .into(),
            _ => self.photo(event).into(),
        }
    }

    fn session(&mut self, event: &Event) -> Session {
        let kind = self.of(&SessionKind::ALL);
        let mut session = Session::new(kind, date(2025, 6, 3));
        session.id = self.id(&event.sessions, SessionId::from_uuid);
        session.title = self.text();
        session.start = self.of(&[Start::Follows, Start::Fixed(time(9, 30, 0, 0))]);
        session.length = Length::minutes(self.of(&[1, 20, 90])).unwrap();
        session.until = self.of(&[None, None, Some(time(9, 45, 0, 0))]);
        session.slack = self.of(&[None, Length::minutes(5).ok()]);
        session.room = self.present(&event.rooms);
        session.audience = self.of(&[Audience::Guests, Audience::Staff]);
        for _ in 0..self.roll(4) {
            session.people.extend(self.who(event).map(|who| Appearance {
                who,
                role: self.of(&Role::ALL),
                position: String::new(),
            }));
        }
        session.cues = self.cues(event);
        session.steps = self.times(2, |dice| Step {
            offset: Offset::seconds(dice.of(&[-60, 0, 90])),
            text: dice.text(),
            cues: dice.cues(event),
        });
        session
    }

    fn participant(&mut self, event: &Event) -> Participant {
        let mut person = Participant::new();
        person.id = self.id(&event.participants, ParticipantId::from_uuid);
        person
            .name
            .set(&Lang::EN, Name::new("Dr", "Ng", self.of(&["Ada", "Ben"])));
        person.organisation = self.present(&event.organisations);
        person.portrait = self.present(&event.photos);
        person.precedence = self.of(&[None, Some(1), Some(2)]);
        person.attendance = self.of(&Attendance::ALL);
        let moments = [None, Some(datetime(2025, 6, 3, 9, 30, 0, 0))];
        person.window.arrives = self.of(&moments);
        person.window.leaves = self.of(&moments);
        person
    }

    fn photo(&mut self, event: &Event) -> Photo {
        let file = FileName::try_from(self.of(&["a.jpg", "合照 1.jpg"]).to_owned()).unwrap();
        let size = PixelSize {
            width: 600,
            height: 400,
        };
        let mut photo = Photo::new(file, "0".repeat(64), size);
        photo.id = self.id(&event.photos, PhotoId::from_uuid);
        photo.session = self.present(&event.sessions);
        photo.clearance = self.of(&Clearance::ALL);
        photo.number = self.of(&[None, None, Some(1)]);
        photo.taken = self.of(&[None, Some(datetime(2025, 6, 3, 9, 10, 0, 0))]);
        for _ in 0..self.roll(3) {
            let row: Vec<Who> = (0..3).filter_map(|_| self.who(event)).collect();
            // A row without anybody is no row.
            photo.rows.extend((!row.is_empty()).then_some(row));
        }
        photo
    }

    /// Any item that is there.
    fn any(&mut self, event: &Event) -> Option<ItemId> {
        let all = everything(event);
        let place = self.roll(all.len());
        all.get(place).copied()
    }

    fn placement(&mut self, event: &Event) -> Option<Placement> {
        Some(match self.any(event)? {
            ItemId::Session(id) => Placement::Session(id, self.present(&event.sessions)),
            ItemId::Participant(id) => {
                Placement::Participant(id, self.present(&event.participants))
            }
            ItemId::Organisation(id) => {
                Placement::Organisation(id, self.present(&event.organisations))
            }
            ItemId::Delegation(id) => Placement::Delegation(id, self.present(&event.delegations)),
            ItemId::Room(id) => Placement::Room(id, self.present(&event.rooms)),
            ItemId::Team(id) => Placement::Team(id, self.present(&event.teams)),
            ItemId::Agreement(id) => Placement::Agreement(id, self.present(&event.agreements)),
            ItemId::Photo(id) => Placement::Photo(id, self.present(&event.photos)),
        })
    }

    /// The details, with another title, another day, or a problem that is set aside.
    fn details(&mut self, event: &Event) -> Edit {
        let mut details = Details {
            title: self.text(),
            ..event.details.clone()
        };
        match self.roll(6) {
            0 => {
                details
                    .days
                    .insert(self.of(&[date(2025, 6, 3), date(2025, 6, 4)]));
            }
            1 => {
                let problems = Plan::of(event).problems;
                if let Some(problem) = problems.get(self.roll(problems.len())) {
                    details.set_aside.insert(problem.key(), "so be it".into());
                }
            }
            2 => details.set_aside.clear(),
            3 => details.closing.by = self.of(&[None, Some(time(9, 40, 0, 0))]),
            4 => {
                let closes = self.of(&[time(9, 35, 0, 0), time(0, 30, 0, 0)]);
                details.closing.on.insert(date(2025, 6, 3), closes);
            }
            _ => {}
        }
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

/// Every item of an event.
pub fn everything(event: &Event) -> Vec<ItemId> {
    fn ids<T: Listed>(roll: &Roll<T>) -> impl Iterator<Item = ItemId>
    where
        ItemId: From<T::Id>,
    {
        roll.iter().map(|item| item.id().into())
    }
    ids(&event.sessions)
        .chain(ids(&event.participants))
        .chain(ids(&event.organisations))
        .chain(ids(&event.delegations))
        .chain(ids(&event.rooms))
        .chain(ids(&event.teams))
        .chain(ids(&event.agreements))
        .chain(ids(&event.photos))
        .collect()
}
