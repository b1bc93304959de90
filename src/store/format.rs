//! `event.ron` as text: the format number, the event, and the way from older formats.

use std::{collections::BTreeMap, path::Path};

use ron::{Options, error::SpannedError, extensions::Extensions, ser::PrettyConfig};
use serde::{Deserialize, Serialize, de::IgnoredAny};

use super::{Slip, StoreError, limits};
use crate::model::{Event, Issue};

/// The format that this program writes. A change that older programs would misread makes it one higher, and puts a
/// reader of the format before it into the table of older formats.
pub const FORMAT: u32 = 1;

/// Reads the text of an older format into the event of today.
type Reader = fn(&str) -> Result<Event, SpannedError>;

/// The older formats, each with its reader. A reader has its own copies of the types that have changed since, and
/// makes today's out of them; so each format is read in one step, and no later change can break it.
const OLDER: &[(u32, Reader)] = &[];

/// The house's own templates, each text by its file name.
type Papers = BTreeMap<String, String>;

#[derive(Serialize)]
struct Written<'a> {
    format: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<&'a Issue>,
    #[serde(skip_serializing_if = "Option::is_none")]
    papers: Option<&'a Papers>,
    event: &'a Event,
}

/// What stands before the event, as well in a version, which may be taken for an `event.ron`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Read {
    #[serde(rename = "format")]
    _format: u32,
    #[serde(default, rename = "version")]
    _version: IgnoredAny,
    #[serde(default, rename = "papers")]
    _papers: IgnoredAny,
    event: Event,
}

/// What stands before the event of a version.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    #[serde(rename = "format")]
    _format: u32,
    #[serde(default)]
    version: Option<Issue>,
    #[serde(default)]
    papers: Papers,
}

/// The text of `event.ron`: the format number first, one line a field, in an order that never changes.
#[must_use]
pub fn to_ron(event: &Event) -> String {
    write(&Written {
        format: FORMAT,
        version: None,
        papers: None,
        event,
    })
}

/// The text of a version: as `event.ron`, with what is known of the issue before the event.
pub(super) fn version_to_ron(event: &Event, issue: &Issue, papers: &Papers) -> String {
    write(&Written {
        format: FORMAT,
        version: Some(issue),
        papers: Some(papers).filter(|papers| !papers.is_empty()),
        event,
    })
}

fn write(written: &Written) -> String {
    let pretty = PrettyConfig::new().new_line("\n").indentor("  ");
    // Nothing in an event is beyond RON; if something were, saving would find that the text does not read back.
    let mut text = options()
        .to_string_pretty(written, pretty)
        .unwrap_or_default();
    text.push('\n');
    text
}

/// The event that a text holds, and the format from which it was brought up to date, if it was an older one.
/// `file` is what the text is called in an error.
///
/// # Errors
/// [`StoreError::Newer`] for a format that is not known yet; [`StoreError::Empty`] for no text at all;
/// [`StoreError::Malformed`], with line and column, for whatever else is not an event.
pub fn from_ron(text: &str, file: &Path) -> Result<(Event, Option<u32>), StoreError> {
    read_with(text, file, OLDER)
}

fn read_with(
    text: &str,
    file: &Path,
    older: &[(u32, Reader)],
) -> Result<(Event, Option<u32>), StoreError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    // A loss of power can leave a file of the right length without its bytes.
    if text
        .trim_matches(|c: char| c.is_whitespace() || c == '\0')
        .is_empty()
    {
        return Err(StoreError::Empty(file.to_owned()));
    }
    let wrong = |error: SpannedError| StoreError::Malformed {
        file: file.to_owned(),
        line: error.span.start.line,
        column: error.span.start.col,
        slip: Slip::of(&error, text, format_of(text).is_some()),
    };
    match format_of(text) {
        Some(format) if format > FORMAT => Err(StoreError::Newer {
            file: file.to_owned(),
            format,
            known: FORMAT,
        }),
        Some(format) if format < FORMAT => match older.iter().find(|(known, _)| *known == format) {
            Some((_, reader)) => {
                let event = reader(text).map_err(wrong)?;
                Ok((event, Some(format)))
            }
            None => Err(StoreError::Malformed {
                file: file.to_owned(),
                line: 1,
                column: 1,
                slip: Slip::UnknownChoice(format!("format: {format}")),
            }),
        },
        // Without a format at its head the text is no event; reading it as one says where it goes wrong.
        Some(_) | None => {
            let read: Read = options().from_str(text).map_err(wrong)?;
            within_count(&read.event, file)?;
            Ok((read.event, None))
        }
    }
}

/// Refuses an event with more items of one kind than the limit.
fn within_count(event: &Event, file: &Path) -> Result<(), StoreError> {
    let most = [
        event.rooms.len(),
        event.teams.len(),
        event.delegations.len(),
        event.organisations.len(),
        event.participants.len(),
        event.sessions.len(),
        event.agreements.len(),
        event.photos.len(),
    ];
    if most.iter().any(|count| *count > limits::ITEMS) {
        return Err(StoreError::TooMany {
            file: file.to_owned(),
            limit: limits::ITEMS,
        });
    }
    Ok(())
}

/// The event that the text of a version holds, with what is known of its issue, if it says anything of one, and the
/// templates of that day.
///
/// # Errors
/// As [`from_ron`].
pub(super) fn version_from_ron(
    text: &str,
    file: &Path,
) -> Result<(Event, Option<Issue>, Papers), StoreError> {
    let (event, _) = from_ron(text, file)?;
    let head = head_of(text).map_err(|error| StoreError::Malformed {
        file: file.to_owned(),
        line: error.span.start.line,
        column: error.span.start.col,
        slip: Slip::of(&error, text, true),
    })?;
    Ok((event, head.version, head.papers))
}

/// What the text of a version says of its issue; its event is not looked at. None if that cannot be read alone.
pub(super) fn issue_of(text: &str) -> Option<Issue> {
    format_of(text).filter(|format| *format <= FORMAT)?;
    head_of(text).ok()?.version
}

/// What stands before the event. What is within quotes is written on one line, so the first line that begins with the
/// event's name is where it begins.
fn head_of(text: &str) -> Result<Head, SpannedError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let head: String = text
        .split_inclusive('\n')
        .take_while(|line| !line.trim_start().starts_with("event:"))
        .collect();
    options().from_str(&format!("{head})"))
}

/// The format that a text declares at its head, whatever follows. None if it declares none there.
pub(super) fn format_of(text: &str) -> Option<u32> {
    let mut rest = text.strip_prefix('\u{feff}').unwrap_or(text);
    for word in ["(", "format", ":"] {
        rest = after_blanks(rest).strip_prefix(word)?;
    }
    let rest = after_blanks(rest);
    let end = rest
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(rest.len());
    match &rest[..end] {
        "" => None,
        // A number beyond all numbers is a newer format too.
        digits => Some(digits.parse().unwrap_or(u32::MAX)),
    }
}

/// Whether there are comments in a text that was read: `//` or `/*` outside the texts in quotation marks.
pub(super) fn has_comments(text: &str) -> bool {
    let mut rest = text;
    while let Some(at) = rest.find(['"', '/']) {
        let here = &rest[at..];
        if here.starts_with("//") || here.starts_with("/*") {
            return true;
        }
        rest = match (here.strip_prefix('"'), raw_mark(&rest[..at])) {
            (Some(inside), Some(end)) => inside.split_once(&end).map_or("", |(_, after)| after),
            (Some(inside), None) => after_text(inside),
            (None, _) => &here[1..],
        };
    }
    false
}

/// How a raw text ends before which this stands: `"##` for `r##`. None if it is no raw text that begins there.
fn raw_mark(before: &str) -> Option<String> {
    let plain = before.trim_end_matches('#');
    plain
        .ends_with('r')
        .then(|| format!("\"{}", &before[plain.len()..]))
}

/// What follows a text in quotation marks, from behind its first one.
fn after_text(inside: &str) -> &str {
    let mut is_escaped = false;
    let end = inside.find(|c| {
        let ends = c == '"' && !is_escaped;
        is_escaped = c == '\\' && !is_escaped;
        ends
    });
    end.map_or("", |end| &inside[end + 1..])
}

/// What follows blanks and comments.
fn after_blanks(text: &str) -> &str {
    let mut rest = text.trim_start();
    loop {
        let comment = if rest.starts_with("//") {
            rest.find('\n')
        } else if rest.starts_with("/*") {
            rest.find("*/").map(|end| end + 1)
        } else {
            None
        };
        match comment {
            Some(end) => rest = rest[end + 1..].trim_start(),
            None => return rest,
        }
    }
}

fn options() -> Options {
    // People who edit by hand may leave out `Some(…)`.
    Options::default()
        .with_default_extension(Extensions::IMPLICIT_SOME)
        .with_recursion_limit(limits::DEPTH)
}

#[cfg(test)]
mod tests;
