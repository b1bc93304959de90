//! Where cells become sessions: rows are filled one after the other, so that a row knows when the one before it ends.

use std::collections::{HashMap, HashSet};

use jiff::{
    SignedDuration,
    civil::{Date, DateTime, Time, time},
};

use super::{
    CellError, CellFault, Change, Column, Reading, Sheet, cues,
    fold::Folds,
    guess_kind,
    letters::{self, Fit, found, names_of},
    people::{self, Directory},
    read::one_line,
    typed::{self, Moment, short, until},
};
use crate::model::{
    BatchName, Edit, Length, Participant, Placement, Room, RoomId, Session, SessionId, SessionKind,
    Start, Text, Who,
};

/// When a day begins whose first row says nothing else.
const OPENING: Time = time(9, 0, 0, 0);

/// Where a row stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// Where it has stood before.
    Kept,
    /// It is new, and stands before this session, or at the end.
    New(Option<SessionId>),
}

/// A row that is being filled.
struct Draft {
    session: Session,
    place: Place,
    cells: Vec<(Column, String)>,
    line: usize,
}

/// Fills rows, and gives the edit for all of them.
pub(super) struct Writer<'a> {
    sheet: Sheet<'a>,
    reading: Reading,
    drafts: Vec<Draft>,
    places: HashMap<SessionId, usize>,
    rooms: Vec<Room>,
    people: Vec<Participant>,
    directory: Option<Directory>,
    folds: Folds,
    /// When the rows that were filled end.
    ends: HashMap<SessionId, DateTime>,
    /// When the last row of a day in a room ends, as far as new rows follow it.
    last: HashMap<(Date, Option<RoomId>), Option<DateTime>>,
    /// The rows whose start was moved by so much: what follows them moves along.
    moved: HashSet<SessionId>,
}

/// Rows that have been filled.
pub(super) struct Written {
    edits: Vec<Edit>,
    /// The new rows, in order.
    pub(super) added: Vec<SessionId>,
}

impl Written {
    /// The edit. None if nothing changes.
    pub(super) fn into_edit(self, name: BatchName) -> Option<Edit> {
        (!self.edits.is_empty()).then_some(Edit::Batch(name, self.edits))
    }
}

impl<'a> Writer<'a> {
    pub(super) fn new(sheet: Sheet<'a>, reading: Reading) -> Self {
        Self {
            sheet,
            reading,
            drafts: Vec::new(),
            places: HashMap::new(),
            rooms: Vec::new(),
            people: Vec::new(),
            directory: None,
            folds: Folds::default(),
            ends: HashMap::new(),
            last: HashMap::new(),
            moved: HashSet::new(),
        }
    }

    /// A cell shall say this. A row that the event does not have any more is passed over.
    pub(super) fn change(&mut self, change: &Change) {
        let line = self.drafts.len() + 1;
        self.change_in_line(change, line);
    }

    /// As [`change`](Self::change), from this line of what was pasted.
    pub(super) fn change_in_line(&mut self, change: &Change, line: usize) {
        let Some(session) = self.sheet.event.sessions.get(change.session) else {
            return;
        };
        let place = *self.places.entry(change.session).or_insert_with(|| {
            self.drafts.push(Draft {
                session: (**session).clone(),
                place: Place::Kept,
                cells: Vec::new(),
                line,
            });
            self.drafts.len() - 1
        });
        let cell = (change.column.clone(), change.text.clone());
        self.drafts[place].cells.push(cell);
    }

    /// A new row with these cells, on a day and in a room unless they say otherwise, before another session.
    pub(super) fn add(
        &mut self,
        day: Date,
        room: Option<RoomId>,
        before: Option<SessionId>,
        cells: Vec<(Column, String)>,
        line: usize,
    ) {
        let mut session = Session::new(SessionKind::Other, day);
        session.room = room;
        self.drafts.push(Draft {
            session,
            place: Place::New(before),
            cells,
            line,
        });
    }

    /// Fills the rows.
    pub(super) fn finish(mut self) -> Result<Written, CellError> {
        let drafts = std::mem::take(&mut self.drafts);
        let (mut edits, mut added) = (Vec::new(), Vec::new());
        for draft in drafts {
            let (line, place) = (draft.line, draft.place);
            let id = draft.session.id;
            let session = self.row(draft).map_err(|(column, fault)| CellError {
                session: (place == Place::Kept).then_some(id),
                line,
                column,
                fault,
            })?;
            if let Place::New(before) = place {
                added.push(id);
                edits.push(Edit::from(session));
                edits.push(Edit::Place(Placement::Session(id, before)));
            } else if self.sheet.event.sessions.get(id).map(AsRef::as_ref) != Some(&session) {
                edits.push(Edit::from(session));
            }
        }
        edits.extend(self.rooms.into_iter().map(Edit::from));
        edits.extend(self.people.into_iter().map(Edit::from));
        Ok(Written { edits, added })
    }

    fn row(&mut self, draft: Draft) -> Result<Session, (Column, CellFault)> {
        let Draft {
            mut session,
            place,
            mut cells,
            ..
        } = draft;
        let before = session.clone();
        cells.sort_by_key(|(column, _)| column.rank());
        let has = |wanted: &[Column]| {
            cells
                .iter()
                .any(|(column, text)| wanted.contains(column) && !text.trim().is_empty())
        };
        // What a title speaks of decides the kind of a row that has none yet, and that its usual length.
        let has_no_kind = before.kind == SessionKind::Other && before.title.is_empty();
        if has_no_kind && !has(&[Column::Kind]) {
            let mut titles = cells
                .iter()
                .filter(|(column, _)| matches!(column, Column::Title(_)));
            let guessed = titles.find_map(|(_, title)| guess_kind(title));
            session.kind = guessed.unwrap_or(session.kind);
        }
        let is_new = place != Place::Kept;
        if let Place::New(before) = place
            && self.end_before(&session, before).is_none()
        {
            session.start = Start::Fixed(OPENING);
        }
        let usual = Length::minutes(before.kind.usual_minutes()) == Ok(before.length);
        let takes_usual = has_no_kind && usual && !has(&[Column::Length, Column::End]);
        let is_taking_kind = is_new && has(&[Column::Kind]);
        for (column, text) in &cells {
            let there = (!is_new).then_some(&before);
            let text = &*match self.reading {
                Reading::Exact => self.folds.unfolded(&self.sheet, there, column, text),
                Reading::Letters => text.into(),
            };
            // What says already what it shall say stays as it is, also where a text could be understood otherwise.
            let is_same = !is_new && self.sheet.text(&before, column) == text;
            let is_said_again =
                is_same && (self.reading == Reading::Exact || *column != Column::Start);
            if !is_said_again {
                self.cell(&mut session, column, text, place)
                    .map_err(|fault| (column.clone(), fault))?;
            }
            if *column == Column::Kind && (is_taking_kind || has_no_kind) && takes_usual {
                session.length = usual_length(session.kind);
            }
        }
        if takes_usual && session.kind != before.kind {
            session.length = usual_length(session.kind);
        }
        let start = self.start_of(&session, place);
        let end = match session.until {
            Some(time) => start.date().to_datetime(time).max(start),
            None => start.checked_add(session.length.span()).unwrap_or(start),
        };
        self.ends.insert(session.id, end);
        if is_new {
            self.last.insert((session.day, session.room), Some(end));
        }
        Ok(session)
    }

    /// When a row starts that has been filled so far.
    fn start_of(&mut self, session: &Session, place: Place) -> DateTime {
        if let Start::Fixed(time) = session.start {
            return session.day.to_datetime(time);
        }
        let opening = session.day.to_datetime(OPENING);
        if let Place::New(before) = place {
            return self.end_before(session, before).unwrap_or(opening);
        }
        let Some(timed) = self.sheet.plan.timed(session.id) else {
            return opening;
        };
        let previous = timed.previous;
        let filled = previous.and_then(|id| self.ends.get(&id)).copied();
        let was_fixed = self.sheet.event.sessions.get(session.id);
        let was_fixed = was_fixed.is_some_and(|old| old.start != Start::Follows);
        let ends = || {
            previous
                .and_then(|id| self.sheet.plan.timed(id))
                .map(|timed| timed.end)
        };
        filled
            .or_else(|| if was_fixed { ends() } else { None })
            .unwrap_or(timed.start)
    }

    /// When the last session of a day and room ends that stands before this place. None if there is none.
    fn end_before(&mut self, session: &Session, before: Option<SessionId>) -> Option<DateTime> {
        let key = (session.day, session.room);
        if let Some(end) = self.last.get(&key) {
            return *end;
        }
        let sessions = &self.sheet.event.sessions;
        let place = before.and_then(|id| sessions.place(id));
        let place = place.unwrap_or(sessions.len());
        let earlier = (0..place).rev().filter_map(|place| sessions.at(place));
        let previous = earlier
            .into_iter()
            .find(|one| (one.day, one.room) == key)
            .and_then(|one| self.sheet.plan.timed(one.id));
        let end = previous.map(|timed| timed.end);
        self.last.insert(key, end);
        end
    }

    fn cell(
        &mut self,
        session: &mut Session,
        column: &Column,
        text: &str,
        place: Place,
    ) -> Result<(), CellFault> {
        let typed = text.trim();
        match column {
            Column::Day => {
                if !typed.is_empty() {
                    let day = typed::date(typed);
                    session.day = day.ok_or(CellFault::NotADate(session.day))?;
                }
            }
            Column::Start => return self.start(session, typed, place),
            Column::End => return self.end(session, typed, place),
            Column::Length => {
                session.length = length(session, typed)?;
                session.until = None;
            }
            Column::Slack => {
                session.slack = match typed {
                    "" | "0" => None,
                    typed => Some(typed::length(typed).map_err(CellFault::NotALength)?),
                };
            }
            Column::Kind => session.kind = kind(typed)?,
            Column::Title(lang) => session.title.set(lang, one_line(text)),
            Column::Summary(lang) => session.summary.set(lang, lines(text)),
            Column::Room => session.room = self.room(typed),
            Column::People => {
                let sheet = self.sheet;
                session.people = people::appearances(&sheet, session, text, |name| self.who(name));
            }
            Column::Officer => session.officer = one_line(text),
            Column::Remarks => session.remarks = lines(text),
            Column::Audience => {
                let named = letters::audiences(typed).into_iter().next();
                session.audience = match named {
                    _ if typed.is_empty() => crate::model::Audience::Guests,
                    Some((_, audience)) => audience,
                    None => return Err(CellFault::NoSuchAudience(short(typed))),
                };
            }
            Column::Cues(team) => {
                let into = cues::Into {
                    team: *team,
                    reading: self.reading,
                    is_new: matches!(place, Place::New(_)),
                };
                return self.sheet.put_cues(session, into, text);
            }
            Column::Before(_) | Column::After(_) => return Err(CellFault::ReadOnly),
        }
        Ok(())
    }

    fn start(&mut self, session: &mut Session, typed: &str, place: Place) -> Result<(), CellFault> {
        if typed.is_empty() {
            session.start = match place {
                Place::New(before) if self.end_before(session, before).is_none() => session.start,
                Place::New(_) | Place::Kept => Start::Follows,
            };
            return Ok(());
        }
        let wrong = || CellFault::NotATime(short(typed));
        match typed::moment(typed) {
            Some(Moment::At(time)) => self.start_at(session, time, place),
            Some(Moment::By(by)) => {
                let timed = self.sheet.plan.timed(session.id);
                let previous = timed.and_then(|timed| timed.previous);
                let moves_along = session.start == Start::Follows
                    && previous.is_some_and(|id| self.moved.contains(&id));
                self.moved.insert(session.id);
                if !moves_along {
                    let start = timed.map(|timed| timed.start).ok_or_else(wrong)?;
                    let start = start.checked_add(by).map_err(|_| wrong())?;
                    session.day = start.date();
                    session.start = Start::Fixed(start.time());
                }
            }
            None => {
                let (from, to) = typed::range(typed).ok_or_else(wrong)?;
                self.start_at(session, from, place);
                session.length = until(session.day.to_datetime(from), to, typed)?;
                session.until = None;
            }
        }
        Ok(())
    }

    /// A start that is pasted and is that of a row which follows the one before it stays one that follows.
    fn start_at(&mut self, session: &mut Session, time: Time, place: Place) {
        let mut following = Start::Fixed(time);
        if session.start == following {
            return;
        }
        if self.reading == Reading::Exact {
            let follows = Session {
                start: Start::Follows,
                ..session.clone()
            };
            let has_previous = match place {
                Place::New(before) => self.end_before(session, before).is_some(),
                Place::Kept => {
                    let timed = self.sheet.plan.timed(session.id);
                    timed.is_some_and(|timed| timed.previous.is_some())
                }
            };
            if has_previous && self.start_of(&follows, place) == session.day.to_datetime(time) {
                following = Start::Follows;
            }
        }
        session.start = following;
    }

    fn end(&mut self, session: &mut Session, typed: &str, place: Place) -> Result<(), CellFault> {
        if typed.is_empty() {
            session.until = None;
            return Ok(());
        }
        // A mark of exclamation keeps the end where it is, whatever goes before.
        let (typed, keeps) = match typed.strip_suffix(['!', '！']) {
            Some(rest) => (rest.trim(), true),
            None => (typed, session.until.is_some()),
        };
        let start = self.start_of(session, place);
        let wrong = || CellFault::NotATime(short(typed));
        let time = match typed::moment(typed) {
            Some(Moment::At(time)) => time,
            Some(Moment::By(by)) => {
                let ends = self.sheet.plan.timed(session.id).map(|timed| timed.end);
                let ends = ends.unwrap_or(start).checked_add(by);
                ends.map_err(|_| wrong())?.time()
            }
            None => return Err(wrong()),
        };
        session.length = until(start, time, typed)?;
        session.until = keeps.then_some(time);
        Ok(())
    }

    fn room(&mut self, typed: &str) -> Option<RoomId> {
        if typed.is_empty() {
            return None;
        }
        let known = self.sheet.event.rooms.iter().map(AsRef::as_ref);
        let rooms = known.chain(&self.rooms);
        let named = found(typed, rooms.map(|room| (room.id, names_of(room))));
        match named.first() {
            Some((fit, room)) if *fit == Fit::Whole || self.reading == Reading::Letters => {
                Some(*room)
            }
            _ => {
                let name = one_line(typed);
                let lang = self.sheet.event.details.language_of(&name);
                let room = Room::new(Text::default().with(&lang, name));
                let id = room.id;
                self.rooms.push(room);
                Some(id)
            }
        }
    }

    fn who(&mut self, name: &str) -> Who {
        let event = self.sheet.event;
        let directory = self.directory.get_or_insert_with(|| Directory::of(event));
        if let Some(who) = directory.get(name) {
            return who;
        }
        if self.reading == Reading::Letters
            && let Some(who) = people::by_letters(event, name)
        {
            return who;
        }
        let person = Participant::named(name, &event.details);
        directory.add(&person);
        let who = Who::Person(person.id);
        self.people.push(person);
        who
    }
}

fn usual_length(kind: SessionKind) -> Length {
    Length::minutes(kind.usual_minutes()).unwrap_or(Length::quarter())
}

fn kind(typed: &str) -> Result<SessionKind, CellFault> {
    if typed.is_empty() {
        return Ok(SessionKind::Other);
    }
    let named = letters::kinds(typed).into_iter().map(|(_, kind)| kind);
    let kind = named.chain(guess_kind(typed)).next();
    kind.ok_or_else(|| CellFault::NoSuchKind(short(typed)))
}

fn length(session: &Session, typed: &str) -> Result<Length, CellFault> {
    if typed.is_empty() {
        return Ok(usual_length(session.kind));
    }
    match typed::by(typed) {
        Some(by) => longer(session.length, by),
        None => typed::length(typed).map_err(CellFault::NotALength),
    }
}

fn longer(length: Length, by: SignedDuration) -> Result<Length, CellFault> {
    typed::longer(length, by).map_err(CellFault::NotALength)
}

/// A text of several lines, with the breaks of this program.
fn lines(text: &str) -> String {
    text.replace("\r\n", "\n")
        .replace('\r', "\n")
        .trim_end()
        .to_owned()
}
