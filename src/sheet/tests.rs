//! What is typed, pasted and copied, on an event of four sessions in two languages.

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

#[test]
fn tab_separated_text_is_read_as_other_programs_write_it() {
    for (text, rows) in [
        ("a\tb\r\nc\td\r\n", vec![vec!["a", "b"], vec!["c", "d"]]),
        ("\"two\nlines\"\tb\n", vec![vec!["two\nlines", "b"]]),
        ("\"say \"\"no\"\"\"\n", vec![vec!["say \"no\""]]),
        ("\"Hello\" he said\tb", vec![vec!["\"Hello\" he said", "b"]]),
        ("\"never closed\tb", vec![vec!["\"never closed", "b"]]),
        ("a\n\nb", vec![vec!["a"], vec![""], vec!["b"]]),
        ("\t", vec![vec!["", ""]]),
        ("'=1+1", vec![vec!["=1+1"]]),
        ("it's", vec![vec!["it's"]]),
    ] {
        assert_eq!(from_tabs(text), rows, "{text:?}");
    }
}

#[test]
fn no_cell_becomes_a_formula_and_all_come_back() {
    let mut state = 7_u64;
    let mut next = |most: usize| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % most
    };
    let letters = [
        'a', '"', '\t', '\n', '\r', '=', '+', '-', '@', '\'', '會', ' ', ';',
    ];
    for _ in 0..4000 {
        let (height, width) = (1 + next(3), 1 + next(3));
        let mut rows = vec![vec![String::new(); width]; height];
        for cell in rows.iter_mut().flatten() {
            for _ in 0..next(6) {
                cell.push(letters[next(letters.len())]);
            }
        }
        let text = to_tabs(&rows);
        assert_eq!(from_tabs(&text), rows, "{text:?}");
        let is_formula = rows[0][0].starts_with(['=', '+', '-', '@']);
        let is_safe = text.starts_with('\'') || text.starts_with("\"'");
        assert!(!is_formula || is_safe, "{text:?}");
    }
}

/// Pastes over the rows from the first, all selected or none, and gives the event after it.
fn pasted(event: &Event, text: &str, columns: &[Column], selected: usize) -> (Event, Pasted) {
    let plan = Plan::of(event);
    let sheet = Sheet::new(event, &plan, words());
    let target = Paste {
        rows: event.sessions.iter().map(|one| one.id).collect(),
        selected_rows: selected,
        columns: columns.to_vec(),
        selected_columns: columns.len(),
        day: date(2025, 6, 3),
        after: event.sessions.iter().last().map(|one| one.id),
        room: None,
    };
    let pasted = sheet.paste(text, &target).unwrap();
    let mut event = event.clone();
    if let Some(edit) = &pasted.edit {
        event.apply(edit).unwrap();
    }
    (event, pasted)
}

#[test]
fn copy_then_paste_over_itself_changes_nothing_and_into_nothing_makes_the_same_rows() {
    let event = day();
    let plan = Plan::of(&event);
    for tongue in Tongue::ALL {
        let sheet = Sheet::new(&event, &plan, Words::new(tongue));
        let columns = Column::all(&event);
        let ids: Vec<_> = event.sessions.iter().map(|one| one.id).collect();
        let text = sheet.copy(&ids, &columns, true);
        let target = Paste {
            rows: ids.clone(),
            selected_rows: ids.len(),
            columns: columns.clone(),
            selected_columns: columns.len(),
            day: date(2025, 6, 3),
            after: None,
            room: None,
        };
        let over = sheet.paste(&text, &target).unwrap();
        assert_eq!((over.edit, over.added.len()), (None, 0), "{tongue:?}");
        assert!(over.left_out.is_empty());
        let mut empty = event.clone();
        for id in &ids {
            empty.apply(&Edit::Remove((*id).into())).unwrap();
        }
        let nothing = Plan::of(&empty);
        let sheet = Sheet::new(&empty, &nothing, Words::new(tongue));
        let target = Paste {
            rows: Vec::new(),
            selected_rows: 0,
            ..target
        };
        // The step that a cue hangs on is not a cell.
        let made = sheet.paste(&text, &target).unwrap();
        assert_eq!(made.added.len(), 4);
        empty.apply(&made.edit.unwrap()).unwrap();
        assert_eq!(says(&empty, &columns), says(&event, &columns), "{tongue:?}");
        let starts: Vec<_> = empty.sessions.iter().map(|one| one.start).collect();
        let before: Vec<_> = event.sessions.iter().map(|one| one.start).collect();
        assert_eq!(starts, before, "what follows goes on following");
    }
}

#[test]
fn a_run_of_show_of_another_program_makes_rows() {
    let text = "No.\tTime\tDuration\tItem\t講者\tVenue\tRemarks\r\n\
                1\t2:00 pm\t0:30:00\tPanel on talent\tMs Lee Ka-yan\tFoyer\t\"two\nlines\"\r\n\
                2\t2:30 pm\t15 min\tTea break\t\tTerrace\t=1+1\r\n";
    let (event, pasted) = pasted(&day(), text, &[TITLE, Column::People], 1);
    assert_eq!(pasted.added.len(), 2);
    assert_eq!(pasted.left_out, ["No."]);
    assert!(matches!(
        pasted.edit,
        Some(Edit::Batch(BatchName::PasteRows(2), _))
    ));
    let columns = [
        Column::Start,
        Column::Length,
        TITLE,
        Column::Kind,
        Column::People,
        Column::Room,
        Column::Remarks,
    ];
    let said = says(&event, &columns);
    assert_eq!(
        said[4],
        [
            "14:00",
            "30",
            "Panel on talent",
            "Panel discussion",
            "Ms Lee Ka-yan",
            "Foyer",
            "two\nlines"
        ]
    );
    assert_eq!(
        said[5],
        ["14:30", "15", "Tea break", "Break", "", "Terrace", "=1+1"]
    );
    assert_eq!(event.rooms.len(), 3);
}

#[test]
fn headings_are_known_in_three_languages() {
    let event = day();
    for (heading, column) in [
        ("Start", Column::Start),
        ("START TIME", Column::Start),
        ("開始時間", Column::Start),
        ("时长", Column::Length),
        ("Duration (min)", Column::Length),
        ("Title (English)", TITLE),
        ("Title (繁體中文)", TITLE_ZH),
        ("標題", TITLE_ZH),
        ("項目", TITLE_ZH),
        ("場地", Column::Room),
        ("Officer", Column::Officer),
        ("AV", Column::Cues(event.teams.at(0).unwrap().id)),
        ("Cues: AV", Column::Cues(event.teams.at(0).unwrap().id)),
    ] {
        let found = Column::of_heading(&event, heading);
        if heading == "Duration (min)" {
            assert_eq!(found, None, "what is not known is not guessed");
        } else {
            assert_eq!(found, Some(column), "{heading}");
        }
    }
    assert_eq!(Column::of_heading(&event, "Registration"), None);
}

#[test]
fn one_cell_fills_a_selection_and_rows_beyond_the_last_are_new() {
    let event = day();
    let (after, one) = pasted(&event, "SEO", &[Column::Officer], 3);
    let said = says(&after, &[Column::Officer]);
    assert_eq!(said.concat(), ["SEO", "SEO", "SEO", ""]);
    assert!(matches!(
        one.edit,
        Some(Edit::Batch(BatchName::PasteCells(3), _))
    ));
    let text = "A\nB\nC\nD\nE\nF";
    let (after, more) = pasted(&event, text, &[TITLE], 1);
    assert_eq!(more.added.len(), 2);
    assert_eq!(
        says(&after, &[TITLE]).concat(),
        ["A", "B", "C", "D", "E", "F"]
    );
}

#[test]
fn a_wrong_cell_is_named_and_nothing_changes() {
    let event = day();
    let plan = Plan::of(&event);
    let sheet = Sheet::new(&event, &plan, words());
    let target = Paste {
        rows: event.sessions.iter().map(|one| one.id).collect(),
        selected_rows: 1,
        columns: vec![Column::Start, Column::Length],
        selected_columns: 1,
        day: date(2025, 6, 3),
        after: None,
        room: None,
    };
    let error = sheet.paste("9:00\t30\n9:45\tTBC\n", &target).unwrap_err();
    assert_eq!((error.line, error.column.clone()), (2, Column::Length));
    assert_eq!(error.session, Some(event.sessions.at(1).unwrap().id));
    assert_eq!(
        sheet.paste(" ", &target).unwrap_err().fault,
        CellFault::Nothing
    );
}

#[test]
fn a_column_is_filled_down_from_its_first_cell() {
    let mut event = day();
    let plan = Plan::of(&event);
    let sheet = Sheet::new(&event, &plan, words());
    let rows: Vec<_> = event.sessions.iter().map(|one| one.id).take(3).collect();
    let edit = sheet
        .fill_down(&rows, &[Column::Length, TITLE])
        .unwrap()
        .unwrap();
    assert!(matches!(edit, Edit::Batch(BatchName::FillDown(4), _)));
    event.apply(&edit).unwrap();
    let said = says(&event, &[Column::Length, TITLE]);
    assert_eq!(said[2], ["30", "Registration"]);
    assert_eq!(said[3], ["60", "Lunch"]);
}

#[test]
fn rows_move_together_and_start_where_they_are_put() {
    let mut event = day();
    let plan = Plan::of(&event);
    let sheet = Sheet::new(&event, &plan, words());
    let id = |place: usize| event.sessions.at(place).unwrap().id;
    let edit = sheet
        .move_rows(&[id(1), id(2)], Some(id(0)), date(2025, 6, 3))
        .unwrap();
    let before = event.clone();
    let undo = event.apply(&edit).unwrap();
    assert_eq!(
        says(&event, &[TITLE]).concat(),
        ["Welcome remarks", "Keynote", "Registration", "Lunch"]
    );
    event.apply(&undo).unwrap();
    assert!(event == before);
}

#[test]
fn a_team_sees_its_rows_with_the_minutes_before_and_after() {
    let mut event = day();
    let team = event.teams.at(0).unwrap().id;
    for row in [0, 3] {
        let mut session = (**event.sessions.at(row).unwrap()).clone();
        session.cues.push(crate::model::Cue {
            team,
            text: Text::en("Lights"),
        });
        event.apply(&session.into()).unwrap();
    }
    let plan = Plan::of(&event);
    let rows = Rows::of(&event, &plan, None, Perspective::Team(team), true);
    assert_eq!(rows.list.len(), 2);
    let sheet = Sheet::new(&event, &plan, words()).with_free(&rows.free);
    let first = event.sessions.at(0).unwrap();
    assert_eq!(sheet.text(first, &Column::Before(team)), "");
    assert_eq!(sheet.text(first, &Column::After(team)), "180");
    let all = Rows::of(&event, &plan, None, Perspective::Team(team), false);
    assert_eq!(all.list.len(), 5, "all rows, and one to type in");
}

#[test]
fn views_are_as_a_person_likes_them() {
    let event = day();
    let team = event.teams.at(0).unwrap().id;
    for perspective in Perspective::all(&event) {
        let usual = perspective.columns(&event, &Habits::default());
        let mut liked = usual.clone();
        liked.reverse();
        liked[0].width = 333.0;
        liked[1].is_shown = !liked[1].is_shown;
        let habits = perspective.liked(&Habits::default(), &liked);
        assert_eq!(
            perspective.columns(&event, &habits),
            liked,
            "{perspective:?}"
        );
        let text = ron::to_string(&habits).unwrap();
        let read: Habits = ron::from_str(&text).unwrap();
        assert_eq!(perspective.columns(&event, &read), liked);
    }
    let team_view = Perspective::Team(team).columns(&event, &Habits::default());
    let shown = |column: Column| {
        team_view
            .iter()
            .any(|one| one.column == column && one.is_shown)
    };
    assert!(shown(Column::Cues(team)) && shown(Column::Before(team)) && shown(Column::After(team)));
    let none = Habits {
        all: vec![Habit {
            column: "no such column".into(),
            width: f32::NAN,
            shown: true,
        }],
        ..Habits::default()
    };
    assert_eq!(
        Perspective::All.columns(&event, &none),
        Perspective::All.columns(&event, &Habits::default())
    );
}

#[test]
fn a_few_letters_offer_what_there_is_and_something_new() {
    let event = day();
    let plan = Plan::of(&event);
    let sheet = Sheet::new(&event, &plan, words());
    let offered = |column: &Column, typed: &str| -> Vec<String> {
        let all = sheet.suggestions(column, typed);
        all.into_iter().map(|one| one.text).collect()
    };
    assert_eq!(offered(&Column::Kind, "pa"), ["Panel discussion"]);
    assert_eq!(offered(&Column::Room, "fo"), ["Foyer", "fo"]);
    assert_eq!(offered(&Column::Room, "Foyer"), ["Foyer"]);
    assert_eq!(
        offered(&Column::People, "Mr Chan Kwok-ki; le"),
        ["Ms Lee Ka-yan", "le"]
    );
    assert_eq!(offered(&Column::People, "MC: cha")[0], "Mr Chan Kwok-ki");
    assert_eq!(offered(&Column::Officer, "SE"), Vec::<String>::new());
}
