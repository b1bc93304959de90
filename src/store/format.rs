//! `event.ron` as text: the format number, the event, and the way from older formats and past newer ones.
//!
//! A format has minor numbers. One is added for each field that a program adds; a file says it behind its format, unless
//! it is 0. A program reads what it knows of a newer minor and writes nothing over it, so that nothing of it is lost. In a
//! file of a minor that it knows, an unknown field is a slip, and is said with its place.

mod newer;

use std::{collections::BTreeMap, path::Path};

use ron::{Error, Options, error::SpannedError, extensions::Extensions, ser::PrettyConfig};
use serde::{Deserialize, Serialize, de::IgnoredAny};

use super::{Slip, StoreError, limits};
use crate::{
    model::{Event, Issue},
    words::Words,
};

/// The format that this program writes. A change that older programs would misread makes it one higher, and puts a
/// reader of the format before it into the table of older formats.
pub const FORMAT: u32 = 1;

/// The minor number of that format which this program writes. A new field of the model, or a new choice of an enum in it,
/// makes it one higher.
pub const MINOR: u32 = 1;

/// The minor number of a text without a lineage, which minor 1 has added: programs of minor 0 read it.
const MINOR_WITHOUT_LINEAGE: u32 = 0;

/// Why an event that was read must not be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// A newer program has written it, with this minor number: what is new in it was not understood, and would be lost.
    NewerMinor(u32),
}

impl Reason {
    /// One sentence: why nothing can be changed, and what the person can do.
    #[must_use]
    pub fn sentence(self, words: Words) -> String {
        match self {
            Self::NewerMinor(minor) => words.tf(
                "formats-newer-minor-read",
                [
                    ("format", full(minor).into()),
                    ("known", full(MINOR).into()),
                ],
            ),
        }
    }
}

/// Today's format with a minor number, as people are told: "1.2".
pub(super) fn full(minor: u32) -> String {
    format!("{FORMAT}.{minor}")
}

/// An event as it was read from a text.
pub(super) struct Found {
    /// The event.
    pub event: Event,
    /// The older format from which it was brought up to date.
    pub migrated_from: Option<u32>,
    /// Why it must not be written.
    pub read_only: Option<Reason>,
}

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
    #[serde(skip_serializing_if = "is_zero")]
    minor: u32,
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
    #[serde(default, rename = "minor")]
    _minor: u32,
    #[serde(default, rename = "version")]
    _version: IgnoredAny,
    #[serde(default, rename = "papers")]
    _papers: IgnoredAny,
    event: Event,
    // Read from the text itself, since its first line is a hash of what stands before it.
    #[serde(default, rename = "lineage")]
    _lineage: IgnoredAny,
}

/// What stands before the event of a version.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    #[serde(rename = "format")]
    _format: u32,
    #[serde(default, rename = "minor")]
    _minor: u32,
    #[serde(default)]
    version: Option<Issue>,
    #[serde(default)]
    papers: Papers,
}

/// The text of an event: the format number first, one line a field, in an order that never changes.
#[must_use]
pub fn to_ron(event: &Event) -> String {
    event_to_ron(event, MINOR_WITHOUT_LINEAGE)
}

fn event_to_ron(event: &Event, minor: u32) -> String {
    write(&Written {
        format: FORMAT,
        minor,
        version: None,
        papers: None,
        event,
    })
}

/// The text of `event.ron` up to where its lineage stands: [`to_ron`] without the bracket that closes it.
pub(super) fn body_to_ron(event: &Event) -> String {
    let mut text = event_to_ron(event, MINOR);
    text.truncate(text.len().saturating_sub(")\n".len()));
    text
}

/// The text of a version: as `event.ron`, with what is known of the issue before the event.
pub(super) fn version_to_ron(event: &Event, issue: &Issue, papers: &Papers) -> String {
    write(&Written {
        format: FORMAT,
        // That a version was numbered anew is of minor 1 as well.
        minor: if issue.formerly.is_some() {
            MINOR
        } else {
            MINOR_WITHOUT_LINEAGE
        },
        version: Some(issue),
        papers: Some(papers).filter(|papers| !papers.is_empty()),
        event,
    })
}

#[allow(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde asks for a reference"
)]
const fn is_zero(minor: &u32) -> bool {
    *minor == 0
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
/// [`StoreError::Newer`] for a format that is not known yet; [`StoreError::NewerMinor`] for one of which not everything is
/// known; [`StoreError::Empty`] for no text at all; [`StoreError::Malformed`], with line and column, for whatever else is
/// not an event.
pub fn from_ron(text: &str, file: &Path) -> Result<(Event, Option<u32>), StoreError> {
    let found = read(text, file)?;
    match found.read_only {
        Some(Reason::NewerMinor(minor)) => Err(StoreError::NewerMinor {
            file: file.to_owned(),
            minor,
        }),
        None => Ok((found.event, found.migrated_from)),
    }
}

/// As [`from_ron`], of a newer minor as well: what is known of it.
pub(super) fn read(text: &str, file: &Path) -> Result<Found, StoreError> {
    read_with(text, file, OLDER)
}

fn read_with(text: &str, file: &Path, older: &[(u32, Reader)]) -> Result<Found, StoreError> {
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
                Ok(Found {
                    event,
                    migrated_from: Some(format),
                    read_only: None,
                })
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
            let newer = newer_minor(text);
            let read: Result<Read, _> = match newer {
                None => options().from_str(text),
                Some(_) => options().from_str_seed(text, newer::Known::new()),
            };
            let event = read.map_err(|error| match newer {
                // A choice that is not known here has no value in the types of today.
                Some(minor) if matches!(error.code, Error::NoSuchEnumVariant { .. }) => {
                    StoreError::NewerMinor {
                        file: file.to_owned(),
                        minor,
                    }
                }
                Some(_) | None => wrong(error),
            })?;
            within_count(&event.event, file)?;
            Ok(Found {
                event: event.event,
                migrated_from: None,
                read_only: newer.map(Reason::NewerMinor),
            })
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
) -> Result<(Found, Option<Issue>, Papers), StoreError> {
    let found = read(text, file)?;
    let head = head_of(text).map_err(|error| StoreError::Malformed {
        file: file.to_owned(),
        line: error.span.start.line,
        column: error.span.start.col,
        slip: Slip::of(&error, text, true),
    })?;
    Ok((found, head.version, head.papers))
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
    let head = format!("{head})");
    match newer_minor(text) {
        None => options().from_str(&head),
        Some(_) => options().from_str_seed(&head, newer::Known::new()),
    }
}

/// The format that a text declares at its head, whatever follows. None if it declares none there.
pub(super) fn format_of(text: &str) -> Option<u32> {
    Some(format_and_rest(text)?.0)
}

/// The minor number that a text of today's format declares behind it, if it is beyond what is known here.
pub(super) fn newer_minor(text: &str) -> Option<u32> {
    let (_, rest) = format_and_rest(text).filter(|(format, _)| *format == FORMAT)?;
    let (minor, _) = number_after(rest, &[",", "minor", ":"])?;
    (minor > MINOR).then_some(minor)
}

/// Refuses what a newer program has written, as far as a program of today can tell.
pub(super) fn refuse_newer_minor(bytes: &[u8], file: &Path) -> Result<(), StoreError> {
    match std::str::from_utf8(bytes).ok().and_then(newer_minor) {
        Some(minor) => Err(StoreError::NewerMinor {
            file: file.to_owned(),
            minor,
        }),
        None => Ok(()),
    }
}

fn format_and_rest(text: &str) -> Option<(u32, &str)> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    number_after(text, &["(", "format", ":"])
}

/// The number behind these words, and what follows it.
fn number_after<'a>(text: &'a str, words: &[&str]) -> Option<(u32, &'a str)> {
    let mut rest = text;
    for word in words {
        rest = after_blanks(rest).strip_prefix(word)?;
    }
    let rest = after_blanks(rest);
    let end = rest
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(rest.len());
    match rest.split_at(end) {
        ("", _) => None,
        // A number beyond all numbers is a newer format too.
        (digits, rest) => Some((digits.parse().unwrap_or(u32::MAX), rest)),
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
