//! Tables of other programs.

use std::path::Path;

use runsheet::{
    exchange::{
        self, Content, Removal, limits,
        table::{Book, Layout, Subject},
    },
    model::Event,
};

use super::{held, packed};

/// Text with separators.
pub fn csv(bytes: &[u8]) {
    read(Path::new("table.csv"), bytes.to_vec());
}

/// A workbook of Excel, packed or as the parts that are packed into one.
pub fn xlsx(bytes: &[u8]) {
    read(Path::new("table.xlsx"), packed::packed(bytes, None));
}

/// A spreadsheet as an open document, packed or as the parts that are packed into one.
pub fn ods(bytes: &[u8]) {
    let kind = "application/vnd.oasis.opendocument.spreadsheet";
    read(Path::new("table.ods"), packed::packed(bytes, Some(kind)));
}

fn read(path: &Path, bytes: Vec<u8>) {
    let book = match exchange::content(path, bytes) {
        Ok(Content::Table(book)) => book,
        Ok(Content::Schedule(_)) => panic!("a table is no schedule"),
        Err(error) => return held::said(|words| error.sentence(words)),
    };
    within_limits(&book);
    let before = held::day();
    let guessed = Layout::guess(&book, &before, None);
    for subject in Subject::ALL {
        let layout = guessed.about(&book, &before, subject);
        propose(&book, &before, &layout, Removal::ABSENT);
    }
    for removal in [Removal::NEVER, Removal::CLEARED] {
        propose(&book, &before, &guessed, removal);
    }
}

fn within_limits(book: &Book) {
    let mut cells = 0;
    for sheet in &book.sheets {
        assert!(sheet.rows.len() <= limits::ROWS + 1);
        assert!(
            sheet
                .rows
                .is_sorted_by(|one, next| one.number < next.number)
        );
        for row in &sheet.rows {
            assert!(row.cells.len() <= limits::COLUMNS);
            cells += row.cells.len();
        }
    }
    assert!(cells <= limits::CELLS);
}

fn propose(book: &Book, before: &Event, layout: &Layout, removal: Removal) {
    let content = Content::Table(book.clone());
    let proposal = content.propose(before, Some(layout), removal);
    assert!(proposal.notes.len() <= limits::NOTES + 1);
    for note in proposal.notes.iter().take(40) {
        held::said(|words| note.sentence(words));
    }
    for line in proposal.lines.iter().take(40) {
        held::said(|words| line.sentence(words));
    }
    if let Some(edit) = proposal.edit() {
        held::edit(before, &edit);
    }
}
