//! What is typed, pasted and copied, on an event of four sessions in two languages.

mod folded;
mod rows;

use jiff::civil::{date, time};

use super::*;
use crate::{
    model::{
        BatchName, Edit, EventId, Lang, Length, Name, Participant, Role, Room, Session,
        SessionKind, Start, Step, Team, Text, Who,
    },
    words::Tongue,
};

const TITLE: Column = Column::Title(Lang::EN);
const TITLE_ZH: Column = Column::Title(Lang::ZH_HANT);

/// Over all of these rows, with every one of these columns selected.
fn over_all(rows: &[SessionId], columns: &[Column]) -> Paste {
    Paste {
        rows: rows.to_vec(),
        selected_rows: rows.len(),
        columns: columns.to_vec(),
        selected_columns: columns.len(),
        day: date(2025, 6, 3),
        after: None,
        room: None,
    }
}

/// Registration 9:00 fixed for 30 minutes, Welcome remarks 10, Keynote 20 with a speaker, Lunch at 12:30 for 60.
fn day() -> Event {
    let mut event = Event::empty(EventId::new());
    event.details.days.insert(date(2025, 6, 3));
    let room = Room::new(Text::en("Main hall").with(&Lang::ZH_HANT, "主會場"));
    let foyer = Room::new(Text::en("Foyer"));
    let team = Team::new(Text::en("AV"));
    let mut person = Participant::new();
    person
        .name
        .set(&Lang::EN, Name::new("Mr", "Chan", "Kwok-ki"));
    person.name.set(&Lang::ZH_HANT, Name::new("", "陳", "國基"));
    let mut other = Participant::new();
    other.name.set(&Lang::EN, Name::new("Ms", "Lee", "Ka-yan"));
    for (kind, title, minutes, start) in [
        (
            SessionKind::Registration,
            "Registration",
            30,
            Some(time(9, 0, 0, 0)),
        ),
        (SessionKind::WelcomeRemarks, "Welcome remarks", 10, None),
        (SessionKind::Keynote, "Keynote", 20, None),
        (SessionKind::Meal, "Lunch", 60, Some(time(12, 30, 0, 0))),
    ] {
        let mut session = Session::new(kind, date(2025, 6, 3));
        session.title = Text::en(title);
        session.length = Length::minutes(minutes).unwrap();
        session.room = Some(room.id);
        session.start = start.map_or(Start::Follows, Start::Fixed);
        if kind == SessionKind::Keynote {
            session.people.push(crate::model::Appearance {
                who: Who::Person(person.id),
                role: Role::Speaker,
                position: "lectern".into(),
            });
            session.steps.push(Step {
                offset: "+0:30".parse().unwrap(),
                text: Text::en("MC introduces"),
                cues: Vec::new(),
            });
        }
        event.apply(&session.into()).unwrap();
    }
    for edit in [
        Edit::from(room),
        foyer.into(),
        team.into(),
        person.into(),
        other.into(),
    ] {
        event.apply(&edit).unwrap();
    }
    event
}

fn words() -> Words {
    Words::new(Tongue::En)
}

/// What the cells of all rows say.
fn says(event: &Event, columns: &[Column]) -> Vec<Vec<String>> {
    let plan = Plan::of(event);
    let sheet = Sheet::new(event, &plan, words());
    event
        .sessions
        .iter()
        .map(|session| columns.iter().map(|one| sheet.text(session, one)).collect())
        .collect()
}

/// Types into the cells of these rows, and tells what the same cells, or what is wrong, say then.
#[track_caller]
fn check(cells: &[(usize, Column, &str)], expected: &str) {
    let mut event = day();
    let before = event.clone();
    let plan = Plan::of(&event);
    let changes: Vec<_> = cells
        .iter()
        .map(|(row, column, text)| Change {
            session: event.sessions.at(*row).unwrap().id,
            column: column.clone(),
            text: (*text).to_owned(),
        })
        .collect();
    let edit = Sheet::new(&event, &plan, words()).set(&changes, Reading::Letters);
    let found = match edit {
        Err(error) => error.sentence(words()),
        Ok(edit) => {
            let undo = edit.map(|edit| event.apply(&edit).unwrap());
            let plan = Plan::of(&event);
            let sheet = Sheet::new(&event, &plan, words());
            let said: Vec<_> = changes
                .iter()
                .map(|change| {
                    let session = event.sessions.get(change.session).unwrap();
                    sheet.text(session, &change.column)
                })
                .collect();
            let said = said.join(" | ");
            if let Some(undo) = undo {
                event.apply(&undo).unwrap();
            }
            assert!(event == before, "it is one edit, and is taken back");
            said
        }
    };
    assert_eq!(found, expected, "{cells:?}");
}

#[test]
fn a_start_is_understood_as_people_type_it() {
    for typed in ["930", "9.30", "9:30", "9:30am", "0930", "上午9時30分"] {
        check(&[(1, Column::Start, typed)], "09:30");
    }
    check(&[(1, Column::Start, "945")], "09:45");
    check(&[(1, Column::Start, "+15")], "09:45");
    check(&[(1, Column::Start, "-5m")], "09:25");
    check(&[(1, Column::Start, "+1h20")], "10:50");
    check(
        &[(1, Column::Start, "9:35-9:50"), (1, Column::Length, "15")],
        "09:35 | 15",
    );
    check(&[(3, Column::Start, "")], "10:00");
    check(
        &[(1, Column::Start, "25:61")],
        "‘25:61’ is not a time. Write it like 9:30 or 1405.",
    );
    check(
        &[(1, Column::Start, "noon")],
        "‘noon’ is not a time. Write it like 9:30 or 1405.",
    );
}

#[test]
fn a_start_that_is_typed_is_fixed_and_one_that_is_cleared_follows() {
    let start = |row: usize, text: &str, reading: Reading| {
        let mut event = day();
        let plan = Plan::of(&event);
        let session = event.sessions.at(row).unwrap().id;
        let change = Change {
            session,
            column: Column::Start,
            text: text.into(),
        };
        let edit = Sheet::new(&event, &plan, words())
            .set(&[change], reading)
            .unwrap();
        if let Some(edit) = edit {
            event.apply(&edit).unwrap();
        }
        event.sessions.get(session).unwrap().start
    };
    assert_eq!(
        start(1, "09:30", Reading::Letters),
        Start::Fixed(time(9, 30, 0, 0))
    );
    assert_eq!(
        start(1, "09:30", Reading::Exact),
        Start::Follows,
        "pasted over itself"
    );
    assert_eq!(
        start(1, "9.30", Reading::Exact),
        Start::Follows,
        "it does follow"
    );
    assert_eq!(
        start(1, "9.31", Reading::Exact),
        Start::Fixed(time(9, 31, 0, 0))
    );
    assert_eq!(start(3, "", Reading::Letters), Start::Follows);
}

#[test]
fn rows_that_follow_what_moves_move_along_once() {
    let moved = [
        (0, Column::Start, "+5"),
        (1, Column::Start, "+5"),
        (2, Column::Start, "+5"),
    ];
    check(&moved, "09:05 | 09:35 | 09:45");
}

#[test]
fn a_length_and_an_end_are_understood_as_people_type_them() {
    check(&[(1, Column::Length, "1h20")], "80");
    check(&[(1, Column::Length, "+15")], "25");
    check(&[(1, Column::Length, "-3")], "7");
    check(&[(1, Column::Length, "0:20")], "20");
    check(&[(1, Column::Length, "1:20:00")], "80");
    check(&[(1, Column::Length, "90s")], "1m30s");
    check(&[(1, Column::Length, "")], "10");
    check(
        &[(1, Column::Length, "-10")],
        "A length must be longer than zero.",
    );
    check(
        &[(1, Column::Length, "ten")],
        "‘ten’ is not a length. Write it like 20 or 1h20.",
    );
    check(
        &[(1, Column::End, "945"), (1, Column::Length, "15")],
        "09:45 | 15",
    );
    check(&[(1, Column::End, "945")], "09:45");
    check(&[(1, Column::End, "+5")], "09:45");
    check(
        &[(1, Column::End, "9:50!"), (1, Column::Length, "")],
        "09:50 | 20",
    );
    check(&[(1, Column::Slack, "5")], "5");
    check(&[(1, Column::Slack, "")], "");
    check(
        &[(3, Column::End, "12:00")],
        "At 12:00 the item has not begun yet. Write a later time.",
    );
    // Each row knows when the one before it ends.
    let ends = [
        (0, Column::End, "9:40"),
        (1, Column::End, "10:00"),
        (2, Column::End, "10:30"),
    ];
    check(&ends, "09:40 | 10:00 | 10:30");
}

#[test]
fn past_midnight_is_the_next_day() {
    check(
        &[(3, Column::Start, "23:30"), (3, Column::End, "0:15")],
        "23:30 | 00:15",
    );
}

#[test]
fn kinds_rooms_and_audiences_are_named_in_any_language_and_by_a_few_letters() {
    check(&[(0, Column::Kind, "key")], "Keynote");
    check(&[(0, Column::Kind, "主題演講")], "Keynote");
    check(&[(0, Column::Kind, "coffee break")], "Break");
    check(
        &[(0, Column::Kind, "xyz")],
        "No kind of item is called ‘xyz’. Type a few letters and pick one.",
    );
    check(&[(0, Column::Room, "fo")], "Foyer");
    check(&[(0, Column::Room, "主會")], "Main hall");
    check(
        &[(0, Column::Room, "Terrace"), (1, Column::Room, "terrace")],
        "Terrace | Terrace",
    );
    check(&[(0, Column::Room, "")], "");
    check(&[(0, Column::Audience, "staff")], "Staff only");
    check(&[(0, Column::Audience, "嘉賓")], "For guests");
}

#[test]
fn people_are_named_in_a_row_with_their_roles() {
    check(
        &[(2, Column::People, "lee; chan")],
        "Ms Lee Ka-yan; Mr Chan Kwok-ki",
    );
    check(
        &[(2, Column::People, "陳國基；MC: lee")],
        "Mr Chan Kwok-ki; MC: Ms Lee Ka-yan",
    );
    check(&[(2, Column::People, "Dr Zzyzx Quill")], "Dr Zzyzx Quill");
    check(
        &[(2, Column::People, "mr chan kwok-ki; Mr Chan Kwok-ki")],
        "Mr Chan Kwok-ki",
    );
    check(&[(2, Column::People, "")], "");
    let mut event = day();
    let plan = Plan::of(&event);
    let change = Change {
        session: event.sessions.at(2).unwrap().id,
        column: Column::People,
        text: "Ms Lee Ka-yan; Mr Chan Kwok-ki".into(),
    };
    let edit = Sheet::new(&event, &plan, words()).set(&[change], Reading::Exact);
    event.apply(&edit.unwrap().unwrap()).unwrap();
    let people = &event.sessions.at(2).unwrap().people;
    assert_eq!(
        people[1].position, "lectern",
        "who was there keeps the place on stage"
    );
    assert_eq!(event.participants.len(), 2, "nobody is new");
}

#[test]
fn cues_of_a_team_stand_a_line_each_with_their_offsets() {
    let team = Column::Cues(day().teams.at(0).unwrap().id);
    let mut event = day();
    let team_id = event.teams.at(0).unwrap().id;
    drop(team);
    let plan = Plan::of(&event);
    let sheet = Sheet::new(&event, &plan, words());
    let set = |text: &str| {
        let change = Change {
            session: event.sessions.at(2).unwrap().id,
            column: Column::Cues(team_id),
            text: text.into(),
        };
        sheet.set(&[change], Reading::Letters)
    };
    let said = "Slides on\n+0:30 Walk-in music out";
    let edit = set(said).unwrap().unwrap();
    let fault = set("+9:00 nothing").unwrap_err();
    assert_eq!(
        fault.sentence(words()),
        "This item has no step at +9:00. Add the step in its form, or leave the offset out."
    );
    event.apply(&edit).unwrap();
    let session = event.sessions.at(2).unwrap();
    assert_eq!(session.cues.len(), 1);
    assert_eq!(
        session.steps[0].cues[0].text.text(&Lang::EN),
        "Walk-in music out"
    );
    assert_eq!(says(&event, &[Column::Cues(team_id)])[2][0], said);
}

#[test]
fn a_new_row_follows_the_one_before_and_its_title_says_what_it_is() {
    for (title, kind, minutes) in [
        ("Keynote by Professor Wong", SessionKind::Keynote, "20"),
        ("主題演講：人才培育", SessionKind::Keynote, "20"),
        ("Coffee break", SessionKind::Break, "15"),
        ("Welcome reception", SessionKind::Meal, "60"),
        ("Housekeeping", SessionKind::Other, "5"),
    ] {
        let mut event = day();
        let plan = Plan::of(&event);
        let sheet = Sheet::new(&event, &plan, words());
        let after = event.sessions.at(1).unwrap().id;
        let cells = vec![(TITLE, title.to_owned())];
        let added = sheet.add_row(date(2025, 6, 3), Some(after), None, cells, Reading::Letters);
        let (edit, id) = added.unwrap().unwrap();
        event.apply(&edit).unwrap();
        assert_eq!(event.sessions.place(id), Some(2));
        let session = event.sessions.get(id).unwrap();
        assert_eq!(session.kind, kind, "{title}");
        assert_eq!(session.start, Start::Follows);
        assert_eq!(session.room, event.sessions.at(1).unwrap().room);
        let said = &says(&event, &[Column::Start, Column::Length])[2];
        assert_eq!(said, &["09:40", minutes], "{title}");
    }
}

#[test]
fn the_first_row_of_an_empty_event_begins_at_nine() {
    let mut event = Event::empty(EventId::new());
    let plan = Plan::of(&event);
    let sheet = Sheet::new(&event, &plan, words());
    let cells = vec![
        (Column::Length, "25".to_owned()),
        (TITLE, "Registration".to_owned()),
    ];
    let added = sheet.add_row(date(2025, 6, 3), None, None, cells, Reading::Letters);
    event.apply(&added.unwrap().unwrap().0).unwrap();
    let said = says(&event, &[Column::Start, Column::End, Column::Kind]);
    assert_eq!(said[0], ["09:00", "09:25", "Registration"]);
}
