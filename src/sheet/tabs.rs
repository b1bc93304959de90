//! Rows as tab-separated text, as spreadsheets put them on the clipboard and take them from it.

/// Rows of cells as text. A cell with a tab, a break or a leading quotation mark is quoted; one that another program
/// would take for a formula gets an apostrophe in front. [`from_tabs`] gives back the same rows.
#[must_use]
pub fn to_tabs(rows: &[Vec<String>]) -> String {
    let line = |row: &Vec<String>| {
        let cells: Vec<_> = row.iter().map(|cell| written(cell)).collect();
        cells.join("\t")
    };
    if let [row] = rows
        && let [cell] = row.as_slice()
    {
        // What is pasted into a field of a form has no break at its end.
        return written(cell);
    }
    rows.iter().map(|row| line(row) + "\n").collect()
}

fn written(cell: &str) -> String {
    let cell = if is_guarded(cell) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    };
    if cell.starts_with('"') || cell.contains(['\t', '\n', '\r']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell
    }
}

/// Whether another program would compute this, or it looks as if it had been kept from it.
fn is_guarded(cell: &str) -> bool {
    let is_passed_over = |c: char| c.is_whitespace() || matches!(c, '\'' | '\u{200b}' | '\u{feff}');
    cell.trim_start_matches(is_passed_over)
        .starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

fn unguarded(cell: String) -> String {
    match cell.strip_prefix('\'') {
        Some(rest) if is_guarded(rest) => rest.to_owned(),
        _ => cell,
    }
}

/// The rows of a tab-separated text. What is quoted may have tabs and breaks in it; a quotation mark that is never
/// closed stands for itself.
#[must_use]
pub fn from_tabs(text: &str) -> Vec<Vec<String>> {
    let mut rows = vec![Vec::new()];
    let mut rest = text;
    loop {
        let (cell, after) = quoted(rest).unwrap_or_else(|| {
            let end = rest.find(['\t', '\n', '\r']).unwrap_or(rest.len());
            (rest[..end].to_owned(), &rest[end..])
        });
        if let Some(row) = rows.last_mut() {
            row.push(unguarded(cell));
        }
        if let Some(next) = after.strip_prefix('\t') {
            rest = next;
            continue;
        }
        let broken = after.strip_prefix("\r\n");
        let broken = broken.or_else(|| after.strip_prefix(['\n', '\r']));
        match broken {
            Some(next) if !next.is_empty() => {
                rows.push(Vec::new());
                rest = next;
            }
            _ => return rows,
        }
    }
}

/// A quoted cell and what stands behind it; none if this is not one.
fn quoted(text: &str) -> Option<(String, &str)> {
    let mut cell = String::new();
    let mut rest = text.strip_prefix('"')?;
    loop {
        let (part, after) = rest.split_once('"')?;
        cell.push_str(part);
        if let Some(more) = after.strip_prefix('"') {
            cell.push('"');
            rest = more;
        } else if after.is_empty() || after.starts_with(['\t', '\n', '\r']) {
            return Some((cell, after));
        } else {
            return None;
        }
    }
}
