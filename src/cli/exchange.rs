//! `runsheet import` and `runsheet export`: other programs' files.

use std::path::Path;

use jiff::Timestamp;

use super::{CliError, Outcome, args::ExportArguments, find, say::Speaker};
use crate::{
    exchange::{
        self, Content, Fate, Format, Proposal, Removal, Share, Target, Whose,
        table::{Layout, Sheet, Subject},
    },
    model::{Event, ItemKind, Lang, Name, Participant, Text},
    store::{self, Folder, StoreError},
};

/// What should be imported, and how.
pub(super) struct Import<'a> {
    pub event: &'a Path,
    pub file: &'a Path,
    pub subject: Option<Subject>,
    /// Each `COLUMN=FIELD`.
    pub map: &'a [String],
    pub removal: Removal,
    /// The name of the sheet that is meant.
    pub sheet: Option<&'a str>,
    pub is_dry: bool,
}

/// Says what an import adds, changes and leaves, and then does it.
pub(super) fn import(wanted: &Import<'_>, speaker: &Speaker) -> Result<Outcome, CliError> {
    let words = speaker.words;
    let folder = Folder::at(wanted.event)?;
    let opened = if wanted.is_dry {
        folder.read()?
    } else {
        folder.read_to_change()?
    };
    speaker.note_newer(opened.read_only);
    let mut event = opened.event;
    let content = exchange::read(wanted.file)?;
    let mut layout = content.layout(&event);
    if let Some(name) = wanted.sheet {
        let sheets = match &content {
            Content::Table(book) => &book.sheets[..],
            Content::Schedule(_) => &[],
        };
        let is_it = |sheet: &Sheet| sheet.name.trim().to_lowercase() == name.trim().to_lowercase();
        let place = sheets.iter().position(is_it);
        let place = place.ok_or_else(|| CliError::NoSheet {
            file: wanted.file.to_owned(),
            text: name.to_owned(),
            names: sheets.iter().map(|sheet| sheet.name.clone()).collect(),
        })?;
        if let Content::Table(book) = &content {
            layout = Some(Layout::of_one(book, place, &event, wanted.subject));
        }
    } else if let (Some(layout), Some(subject), Content::Table(book)) =
        (&mut layout, wanted.subject, &content)
    {
        *layout = Layout::guess(book, &event, Some(subject));
    }
    for rule in wanted.map {
        let layout = layout
            .as_mut()
            .ok_or_else(|| CliError::NoColumn(rule.clone()))?;
        map(layout, rule)?;
    }
    let proposal = content.propose(&event, layout.as_ref(), wanted.removal);
    tell(&proposal, speaker);
    let Some(edit) = proposal.edit().filter(|_| !wanted.is_dry) else {
        return Ok(Outcome::Done);
    };
    event
        .apply(&edit)
        .map_err(|_| StoreError::Unfaithful(folder.event_file()))?;
    let saved = folder.save_over(&event, opened.stamp)?;
    speaker.of_backup(saved.backup);
    let path = words.path(&folder.event_file());
    speaker.line(&words.tf("cli-imported", [("file", path.into())]));
    Ok(Outcome::Done)
}

fn tell(proposal: &Proposal, speaker: &Speaker) {
    let words = speaker.words;
    let mut told: Vec<String> = Vec::new();
    told.extend(
        proposal
            .notes
            .iter()
            .map(|note| format!("! {}", note.sentence(words))),
    );
    let days = proposal.days.iter();
    told.extend(days.map(|day| format!("+ {}", day.sentence(words))));
    for line in &proposal.lines {
        let mark = match line.fate {
            Fate::Add => '+',
            Fate::Change(_) => '~',
            Fate::Remove => '-',
            Fate::Leave => continue,
        };
        told.push(format!("{mark} {}", line.sentence(words)));
    }
    for kind in ItemKind::for_people() {
        let counts = proposal.counts(kind);
        if kind == proposal.kind || counts != exchange::Counts::default() {
            told.push(proposal.summary(kind, words));
        }
    }
    told.extend(proposal.summary_of_days(words));
    speaker.line(&told.join("\n"));
}

/// Says by hand what a column holds: `Column=field`, the column by its heading or its letters, the field by its tag.
fn map(layout: &mut Layout, rule: &str) -> Result<(), CliError> {
    let (column, field) = rule
        .rsplit_once('=')
        .ok_or_else(|| CliError::NotAMapping(rule.to_owned()))?;
    let target = match field.trim() {
        "" => None,
        field => {
            let target: Result<Target, ()> = field.parse();
            Some(target.map_err(|()| CliError::NoField(field.to_owned()))?)
        }
    };
    let wanted = column.trim();
    let named = layout
        .columns
        .iter()
        .position(|it| it.heading.eq_ignore_ascii_case(wanted));
    let lettered = || {
        (1..=layout.columns.len())
            .find(|at| exchange::column_letters(*at as u32).eq_ignore_ascii_case(wanted))
    };
    let at = named.or_else(|| lettered().map(|at| at - 1));
    let at = at.ok_or_else(|| CliError::NoColumn(wanted.to_owned()))?;
    if target.is_some() {
        // What was guessed to be the same is not it.
        for column in &mut layout.columns {
            if column.target == target {
                column.target = None;
            }
        }
    }
    layout.columns[at].target = target;
    Ok(())
}

/// Makes a file for other programs, and says where it is.
pub(super) fn export(wanted: &ExportArguments, speaker: &Speaker) -> Result<Outcome, CliError> {
    let format = (wanted.format()).ok_or_else(|| CliError::NoFormat(wanted.format.clone()))?;
    let is_such = |head: &[u8]| format.is_of(&wanted.out, head);
    store::may_write(&wanted.out, format.key(), is_such)?;
    let folder = Folder::at(&wanted.event)?;
    let opened = folder.read()?;
    speaker.note_newer(opened.read_only);
    let event = opened.event;
    let version = folder.version_numbers()?.last().copied().unwrap_or(0);
    let share = Share {
        whose: whose(wanted, format, &event, &folder)?,
        staff: wanted.staff,
        ..Share::with_guests(version, Timestamp::now())
    };
    let bytes = exchange::export(&event, format, speaker.words, share)?;
    store::write_out(&wanted.out, format.key(), is_such, &bytes)?;
    speaker.line(&wanted.out.to_string_lossy());
    Ok(Outcome::Done)
}

/// Whose calendar is asked for.
fn whose(
    wanted: &ExportArguments,
    format: Format,
    event: &Event,
    folder: &Folder,
) -> Result<Whose, CliError> {
    let (option, kind, text) = match (&wanted.room, &wanted.participant) {
        (None, None) => return Ok(Whose::Everybody),
        (Some(room), _) => ("--room", ItemKind::Room, room),
        (None, Some(person)) => ("--participant", ItemKind::Participant, person),
    };
    if format != Format::Calendar {
        return Err(CliError::OnlyCalendar(option));
    }
    let all: Vec<(Whose, Vec<String>)> = if kind == ItemKind::Room {
        (event.rooms.iter())
            .map(|room| (Whose::Room(room.id), texts(&room.name)))
            .collect()
    } else {
        (event.participants.iter())
            .map(|person| (Whose::Participant(person.id), names(person)))
            .collect()
    };
    let found = find::nearest(all.iter().cloned(), text);
    if let [one] = found.as_slice() {
        return Ok(*one);
    }
    let called = all
        .into_iter()
        .filter(|(whose, _)| found.is_empty() || found.contains(whose))
        .filter_map(|(_, names)| names.into_iter().next())
        .collect();
    Err(CliError::NotOne {
        event: folder.event_file(),
        kind,
        text: text.clone(),
        are_several: !found.is_empty(),
        names: called,
    })
}

fn texts(text: &Text) -> Vec<String> {
    text.iter().map(|(_, text)| text.clone()).collect()
}

fn names(person: &Participant) -> Vec<String> {
    let each = |(lang, name): (&Lang, &Name)| [name.formal(lang), name.plain(lang)];
    person.name.iter().flat_map(each).collect()
}
