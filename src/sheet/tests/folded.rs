//! Cells of several lines that come back in one, as spreadsheets put them on the clipboard.

use super::*;
use crate::model::{Cue, Offset, TeamId};

/// The day, with cues of a team in the keynote, and with texts of several lines.
fn cued() -> (Event, TeamId) {
    let mut event = day();
    let team = event.teams.at(0).unwrap().id;
    let cue = |en: &str, zh: &str| Cue {
        team,
        text: Text::default().with(&Lang::EN, en).with(&Lang::ZH_HANT, zh),
    };
    let step = |seconds: i32, cues: Vec<Cue>| Step {
        offset: Offset::seconds(seconds),
        text: Text::en("MC"),
        cues,
    };
    let mut session = (**event.sessions.at(2).unwrap()).clone();
    session.cues = vec![cue("Slides  on", "投影片開")];
    session.steps = vec![
        step(
            -300,
            vec![cue("Volume +5 dB", "音量加五"), cue("Walk-in", "進場")],
        ),
        step(30, vec![cue("Music out", "音樂止")]),
        step(30, vec![cue("Lights", "燈光 全開")]),
        step(600, vec![cue("Only English", "")]),
    ];
    session.remarks = "First line.\n\nSecond: +0:30 later.".into();
    session.summary = Text::en("One\nTwo").with(&Lang::ZH_HANT, "一\n二");
    event.apply(&session.clone().into()).unwrap();
    // Two that say the same in one line, and not in several.
    for (row, remarks) in [(0, "a b\nc"), (1, "a\nb c")] {
        let mut session = (**event.sessions.at(row).unwrap()).clone();
        session.remarks = remarks.into();
        session.cues = vec![
            cue(&format!("Cue {row}"), "提示"),
            cue("Second cue", "其二"),
        ];
        event.apply(&session.into()).unwrap();
    }
    (event, team)
}

fn typed(event: &Event, words: Words, reading: Reading, change: (usize, &Column, &str)) -> Event {
    let plan = Plan::of(event);
    let (row, column, text) = change;
    let change = Change {
        session: event.sessions.at(row).unwrap().id,
        column: column.clone(),
        text: text.into(),
    };
    let edit = Sheet::new(event, &plan, words).set(&[change], reading);
    let mut event = event.clone();
    if let Some(edit) = edit.unwrap() {
        event.apply(&edit).unwrap();
    }
    event
}

#[test]
fn what_a_cell_says_in_one_line_changes_nothing() {
    let (event, team) = cued();
    let plan = Plan::of(&event);
    let mut folded = 0;
    for tongue in Tongue::ALL {
        let words = Words::new(tongue);
        let sheet = Sheet::new(&event, &plan, words);
        for column in Column::all(&event) {
            for (row, session) in event.sessions.iter().enumerate() {
                let said = sheet.text(session, &column);
                let line = said.replace('\n', " ");
                folded += usize::from(line != said);
                let after = typed(&event, words, Reading::Exact, (row, &column, &line));
                assert!(after == event, "{tongue:?} {column:?} {line}");
            }
        }
        // Also where a person types it, as far as there is no doubt.
        let cues = Column::Cues(team);
        let line = sheet.text(event.sessions.at(2).unwrap(), &cues);
        let line = line.replace('\n', " ");
        let after = typed(&event, words, Reading::Letters, (2, &cues, &line));
        assert!(after == event, "{tongue:?} {line}");
    }
    assert!(folded >= 15, "{folded}");
}

#[test]
fn a_table_that_comes_back_in_single_lines_makes_the_same_rows() {
    let (event, _) = cued();
    let plan = Plan::of(&event);
    for tongue in Tongue::ALL {
        let sheet = Sheet::new(&event, &plan, Words::new(tongue));
        let columns = Column::all(&event);
        let ids: Vec<_> = event.sessions.iter().map(|one| one.id).collect();
        let mut rows = from_tabs(&sheet.copy(&ids, &columns, true));
        for cell in rows.iter_mut().flatten() {
            *cell = cell.replace('\n', " ");
        }
        let target = over_all(&ids, &columns);
        let over = sheet.paste(&to_tabs(&rows), &target).unwrap();
        assert_eq!(over.edit, None, "{tongue:?}");
        // As new rows, which are told apart by what their cells say.
        let target = Paste {
            selected_rows: 1,
            after: ids.last().copied(),
            ..target
        };
        rows.truncate(4);
        rows.drain(1..3);
        let made = sheet.paste(&to_tabs(&rows), &target).unwrap();
        let mut after = event.clone();
        after.apply(&made.edit.unwrap()).unwrap();
        let plan = Plan::of(&after);
        let sheet = Sheet::new(&after, &plan, Words::new(tongue));
        let (old, new) = (
            after.sessions.at(2).unwrap(),
            after.sessions.get(made.added[0]).unwrap(),
        );
        for column in &columns {
            let said = sheet.text(old, column);
            assert_eq!(sheet.text(new, column), said, "{tongue:?} {column:?}");
        }
    }
}

#[test]
fn the_name_of_a_step_begins_the_next_cue_where_there_is_no_doubt() {
    let (event, team) = cued();
    let cues = Column::Cues(team);
    let says = |text: &str, reading: Reading| {
        let after = typed(&event, words(), reading, (2, &cues, text));
        let plan = Plan::of(&after);
        let sheet = Sheet::new(&after, &plan, words());
        sheet.text(after.sessions.at(2).unwrap(), &cues)
    };
    for reading in [Reading::Letters, Reading::Exact] {
        for (typed, said) in [
            ("Slides off +0:30 Fade", "Slides off\n+0:30 Fade"),
            ("-5:00 In +0:30#2 Up", "-5:00 In\n+0:30#2 Up"),
            // No step is there, or nothing is written as a step.
            ("Gain +7:00 later", "Gain +7:00 later"),
            ("Gain +5 dB", "Gain +5 dB"),
            ("Ends at +0:30", "Ends at +0:30"),
            // What has lines has them where they belong.
            (
                "Slides off +0:30 Fade\n+10:00 Out",
                "Slides off +0:30 Fade\n+10:00 Out",
            ),
        ] {
            assert_eq!(says(typed, reading), said, "{reading:?}");
        }
    }
    // A cue that speaks of a step is one cue.
    let one = typed(
        &event,
        words(),
        Reading::Exact,
        (2, &cues, "Out at\n+10:00 Not before +0:30 sharp"),
    );
    let after = typed(
        &one,
        words(),
        Reading::Exact,
        (2, &cues, "Out at +10:00 Not before +0:30 Sharp"),
    );
    let plan = Plan::of(&after);
    let said = Sheet::new(&after, &plan, words()).text(after.sessions.at(2).unwrap(), &cues);
    assert_eq!(said, "Out at\n+10:00 Not before +0:30 Sharp");
}

#[test]
fn a_cell_of_cues_is_in_the_language_of_the_table_and_keeps_the_others() {
    let (event, team) = cued();
    let cues = Column::Cues(team);
    let chinese = Words::new(Tongue::ZhHant);
    let plan = Plan::of(&event);
    let said = Sheet::new(&event, &plan, chinese).text(event.sessions.at(2).unwrap(), &cues);
    assert!(
        said.contains("投影片開") && said.contains("Only English"),
        "{said}"
    );
    let changed = said.replace("音樂止", "音樂漸弱");
    let after = typed(&event, chinese, Reading::Letters, (2, &cues, &changed));
    let cue = &after.sessions.at(2).unwrap().steps[1].cues[0].text;
    assert_eq!(cue.text(&Lang::ZH_HANT), "音樂漸弱");
    assert_eq!(cue.text(&Lang::EN), "Music out");
    // What stands there in another language says the same.
    let english = "+0:30 Music out";
    let after = typed(&event, chinese, Reading::Letters, (2, &cues, english));
    let cue = &after.sessions.at(2).unwrap().steps[1].cues[0].text;
    assert_eq!(cue.text(&Lang::ZH_HANT), "音樂止");
}
