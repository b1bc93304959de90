//! What is copied, pasted, filled and moved; and the views.

use super::*;

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
        let target = over_all(&ids, &columns);
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
fn what_was_exported_and_copied_out_of_a_spreadsheet_makes_rows() {
    // Most of what an export names no table shows: texts in other languages, steps, and the cues of every team twice.
    let teams = ["Lighting", "Sound", "Stage", "MC", "Protocol", "Catering"];
    let cues = teams.map(|team| format!("Cues ({team} · English)\tCues ({team} · 繁體中文)"));
    let heading = format!(
        "Day\tStart\tEnd\tDuration\tFixed\tTitle (English)\tTitle (繁體中文)\tRoom (English)\tRoom (繁體中文)\t\
         Steps (English)\tSteps (繁體中文)\tCues (AV · English)\tCues (AV · 繁體中文)\t{}",
        cues.join("\t")
    );
    let row = "2025-06-03\t15:00\t15:20\t0:20\tStart\tTea\t茶點\tFoyer\t前廳\t\t\t\"Music\n+5:00 Chime\"\t音樂";
    let (event, pasted) = pasted(&day(), &format!("{heading}\n{row}\n"), &[TITLE], 1);
    assert_eq!(pasted.added.len(), 1);
    let team = event.teams.at(0).unwrap().id;
    let columns = [
        Column::Start,
        Column::Length,
        TITLE,
        TITLE_ZH,
        Column::Room,
        Column::Cues(team),
    ];
    let said = says(&event, &columns);
    let wanted = ["15:00", "20", "Tea", "茶點", "Foyer", "Music\n+5:00 Chime"];
    assert_eq!(said.last().unwrap(), &wanted);
    assert!(pasted.left_out.contains(&"Fixed".to_owned()));
}

#[test]
fn people_of_an_export_are_those_of_the_event_with_their_places() {
    // Other programs give the lines of a cell to the clipboard as lines, or behind each other.
    for between in ["\n", " "] {
        let text = format!(
            "Start\tTitle (English)\tPeople\n\
             15:00\tTea\t\"Speaker: Mr Chan Kwok-ki [lectern right]{between}MC: Ms Lee Ka-yan [chair 2]\"\n"
        );
        let before = day();
        let (event, pasted) = pasted(&before, &text, &[TITLE], 1);
        assert_eq!(event.participants.len(), before.participants.len());
        let session = event.sessions.get(pasted.added[0]).unwrap();
        let places = session.people.iter().map(|one| one.position.as_str());
        assert_eq!(places.collect::<Vec<_>>(), ["lectern right", "chair 2"]);
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
        let usual = perspective.columns(&event, &Habits::default(), &Lang::EN);
        let mut liked = usual.clone();
        liked.reverse();
        liked[0].width = 333.0;
        liked[1].is_shown = !liked[1].is_shown;
        let habits = perspective.liked(&Habits::default(), &liked);
        assert_eq!(
            perspective.columns(&event, &habits, &Lang::EN),
            liked,
            "{perspective:?}"
        );
        let text = ron::to_string(&habits).unwrap();
        let read: Habits = ron::from_str(&text).unwrap();
        assert_eq!(perspective.columns(&event, &read, &Lang::EN), liked);
    }
    let team_view = Perspective::Team(team).columns(&event, &Habits::default(), &Lang::EN);
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
        Perspective::All.columns(&event, &none, &Lang::EN),
        Perspective::All.columns(&event, &Habits::default(), &Lang::EN)
    );
}

#[test]
fn what_can_only_be_read_has_no_row_to_type_in() {
    let event = day();
    let plan = Plan::of(&event);
    let rows = Rows::of(&event, &plan, None, Perspective::All, false);
    let is_new = |row: &Row| matches!(row, Row::New(_));
    assert!(rows.list.iter().any(is_new));
    let count = rows.list.len();
    let news = rows.list.iter().filter(|row| is_new(row)).count();
    let read = rows.to_read();
    assert_eq!(read.list.len(), count - news);
    assert!(!read.list.iter().any(is_new));
    for (place, row) in read.list.iter().enumerate() {
        assert_eq!(read.place(*row), Some(place));
    }
    assert_eq!(read.numbers.last(), Some(&event.sessions.len()));
}

#[test]
fn titles_in_the_readers_language_come_first() {
    let event = day();
    let titles = |reader: &Lang| -> Vec<(Lang, f32)> {
        let columns = Perspective::All.columns(&event, &Habits::default(), reader);
        columns
            .into_iter()
            .filter_map(|one| match one.column {
                Column::Title(lang) => Some((lang, one.width)),
                _ => None,
            })
            .collect()
    };
    let (en, zh) = (Lang::EN, Lang::ZH_HANT);
    assert_eq!(titles(&en), [(en.clone(), 210.0), (zh.clone(), 132.0)]);
    assert_eq!(titles(&zh), [(zh.clone(), 210.0), (en.clone(), 132.0)]);
    // The nearest is better than none.
    assert_eq!(titles(&Lang::ZH_HANS), titles(&zh));
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
