//! What is typed into the table of the run-of-show, and pasted into it.

use runsheet::{
    model::SessionId,
    plan::Plan,
    sheet::{Change, Column, Paste, Reading, Sheet, from_tabs, to_tabs},
    words::{Tongue, Words},
};

use super::held;

/// The first three bytes say where and how; what follows is the text.
pub fn pasted(bytes: &[u8]) {
    let [row, column, how, text @ ..] = bytes else {
        return;
    };
    let text = String::from_utf8_lossy(text);
    let rows = from_tabs(&text);
    assert_eq!(from_tabs(&to_tabs(&rows)), rows);

    let event = held::day();
    let plan = Plan::of(&event);
    let words = Words::new(Tongue::ALL[usize::from(*how) % Tongue::ALL.len()]);
    let sheet = Sheet::new(&event, &plan, words);
    let columns = Column::all(&event);
    let sessions: Vec<SessionId> = event.sessions.iter().map(|session| session.id).collect();
    let row = usize::from(*row) % (sessions.len() + 1);
    let column = usize::from(*column) % columns.len();
    let many = 1 + usize::from(*how / 16) % 4;

    let target = Paste {
        rows: sessions[row..].to_vec(),
        selected_rows: many.min(sessions.len() - row),
        columns: columns[column..].to_vec(),
        selected_columns: many.min(columns.len() - column),
        day: event.details.days.first().copied().unwrap_or_default(),
        after: row.checked_sub(1).map(|row| sessions[row]),
        room: None,
    };
    match sheet.paste(&text, &target) {
        Ok(pasted) => {
            if let Some(edit) = pasted.edit {
                held::edit(&event, &edit);
            }
        }
        Err(error) => held::said(|words| error.sentence(words)),
    }
    if let Some(session) = sessions.get(row) {
        let change = Change {
            session: *session,
            column: columns[column].clone(),
            text: text.into_owned(),
        };
        for reading in [Reading::Letters, Reading::Exact] {
            match sheet.set(std::slice::from_ref(&change), reading) {
                Ok(None) => {}
                Ok(Some(edit)) => {
                    held::edit(&event, &edit);
                }
                Err(error) => held::said(|words| error.sentence(words)),
            }
        }
    }
}
