//! Cells that hold several things: people with their roles, steps with their offsets, the cues of a team.
//!
//! Each thing is a line. A line that begins with an offset, `+0:30`, happens then; `#2` behind it tells the second of
//! two steps at one moment. A text of several lines goes on indented; `–` stands for one that is empty.

use super::facts::Context;
use crate::{
    model::{Appearance, Cue, Lang, Offset, Role, Session, TeamId, Text, Who},
    plan::Person,
    words::Words,
};

const EMPTY: &str = "–";
const INDENT: &str = "  ";

/// People with their roles, one a line: `Speaker: Mr Chan Kwok-ki [lectern]`.
pub(super) fn people(context: &Context<'_>, people: &[Appearance], words: Words) -> String {
    let lang = words.tongue.lang();
    let lines = people.iter().filter_map(|appearance| {
        let person = Person::of(context.event, appearance.who, &lang)?;
        let mut name = words.person_name(&person);
        let has_namesake = match appearance.who {
            Who::Person(id) => context.has_namesake(id),
            Who::RepresentativeOf(_) => false,
        };
        if has_namesake && !person.organisation.is_empty() {
            name = format!("{name} ({})", person.organisation);
        }
        let role = words.role(appearance.role);
        Some(match appearance.position.trim() {
            "" => format!("{role}: {name}"),
            position => format!("{role}: {name} [{position}]"),
        })
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// One person as a cell has them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Named {
    pub role: Option<Role>,
    pub name: String,
    /// What stands in brackets or behind a comma: an organisation, a post.
    pub rest: String,
    pub position: String,
}

/// The people of a cell.
pub(super) fn named(cell: &str) -> Vec<Named> {
    cell.split(['\n', ';', '；', '、'])
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(|line| {
            let mut named = Named::default();
            let mut rest = line;
            if let Some((before, behind)) = line.split_once([':', '：'])
                && let Some(role) = role(before)
            {
                named.role = Some(role);
                rest = behind.trim();
            }
            if let Some((before, position)) = rest
                .strip_suffix(']')
                .and_then(|rest| rest.rsplit_once('['))
            {
                position.trim().clone_into(&mut named.position);
                rest = before.trim();
            }
            let at = rest.find(['(', '（', ',', '，']).unwrap_or(rest.len());
            rest[..at].trim().clone_into(&mut named.name);
            rest[at..]
                .trim_matches(|c: char| {
                    c.is_whitespace() || matches!(c, '(' | '（' | ')' | '）' | ',' | '，')
                })
                .clone_into(&mut named.rest);
            named
        })
        .collect()
}

/// The role that is called so.
fn role(typed: &str) -> Option<Role> {
    let other = || match typed.trim().to_lowercase().as_str() {
        "mc" | "emcee" | "host" | "司儀" | "司仪" | "主持" => Some(Role::Mc),
        "chair" | "moderators" | "主持人" => Some(Role::Moderator),
        "panelist" | "panelists" | "panellists" | "discussants" => Some(Role::Panellist),
        "speakers" | "presenter" | "keynote speaker" | "講者" | "讲者" | "演講者" => {
            Some(Role::Speaker)
        }
        "guest of honour" | "officiating guests" | "主禮嘉賓" | "主礼嘉宾" => {
            Some(Role::Officiating)
        }
        _ => None,
    };
    crate::exchange::people::one_of(&Role::ALL, typed, Words::role).or_else(other)
}

/// The steps of a session in a language, one a line; empty if none says anything in it.
pub(super) fn steps(session: &Session, lang: &Lang) -> String {
    if session
        .steps
        .iter()
        .all(|step| step.text.text(lang).is_empty())
    {
        // Steps that say nothing in any language still carry cues; they stand in the first column of steps.
        return String::new();
    }
    let lines = session
        .steps
        .iter()
        .map(|step| line(Some((step.offset, 1)), step.text.text(lang)));
    lines.collect::<Vec<_>>().join("\n")
}

/// The cues of a team in a language, or in whatever language there is, one a line.
pub(super) fn cues(session: &Session, team: TeamId, lang: Option<&Lang>) -> String {
    let text = |cue: &Cue| match lang {
        Some(lang) => cue.text.text(lang).to_owned(),
        None => cue.text.best(&Lang::EN).cloned().unwrap_or_default(),
    };
    let whole = session
        .cues
        .iter()
        .filter(|cue| cue.team == team)
        .map(|cue| (None, text(cue)));
    let mut found: Vec<(Option<(Offset, usize)>, String)> = whole.collect();
    for (at, step) in session.steps.iter().enumerate() {
        let nth = session.steps[..=at]
            .iter()
            .filter(|other| other.offset == step.offset)
            .count();
        let cues = step.cues.iter().filter(|cue| cue.team == team);
        found.extend(cues.map(|cue| (Some((step.offset, nth)), text(cue))));
    }
    if found.iter().all(|(_, text)| text.is_empty()) {
        return String::new();
    }
    let lines = found.iter().map(|(moment, text)| line(*moment, text));
    lines.collect::<Vec<_>>().join("\n")
}

fn line(moment: Option<(Offset, usize)>, text: &str) -> String {
    let text = if text.is_empty() { EMPTY } else { text };
    let text = text.replace('\n', &format!("\n{INDENT}"));
    match moment {
        None => text,
        Some((offset, 1)) => format!("{offset} {text}"),
        Some((offset, nth)) => format!("{offset}#{nth} {text}"),
    }
}

/// A line of steps or cues: when, and what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    /// From the start of the session, and which of several steps at that moment; none for the whole session.
    pub moment: Option<(Offset, usize)>,
    /// What happens.
    pub text: String,
}

/// The lines of steps or cues in a cell.
pub(super) fn entries(cell: &str) -> Vec<Entry> {
    let mut found: Vec<Entry> = Vec::new();
    for line in cell.lines() {
        if let Some(more) = line.strip_prefix(INDENT)
            && let Some(last) = found.last_mut()
        {
            last.text.push('\n');
            last.text.push_str(more);
            continue;
        }
        let line = line.trim();
        if line.is_empty() {
            continue;
        }
        let (first, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
        let (offset, nth) = first.split_once('#').unwrap_or((first, "1"));
        let is_offset = offset.starts_with(['+', '-', '−']) && offset.len() > 1;
        let moment = match (
            is_offset.then(|| offset.parse().ok()).flatten(),
            nth.parse(),
        ) {
            (Some(offset), Ok(nth)) => Some((offset, nth)),
            _ => None,
        };
        let text = if moment.is_some() { rest.trim() } else { line };
        found.push(Entry {
            moment,
            text: if text == EMPTY {
                String::new()
            } else {
                text.to_owned()
            },
        });
    }
    found
}

/// Lines in several languages as texts: the first line of each language is the first text, and so on. Of a language
/// that is not told, the characters of each line tell.
pub(super) fn joined(
    columns: &[(Option<Lang>, Vec<String>)],
    chinese: &Lang,
    other: &Lang,
) -> Vec<Text> {
    let most = columns
        .iter()
        .map(|(_, texts)| texts.len())
        .max()
        .unwrap_or_default();
    let mut joined = vec![Text::default(); most];
    for (lang, texts) in columns {
        for (into, text) in joined.iter_mut().zip(texts) {
            let lang = match lang {
                Some(lang) => lang,
                None if crate::model::has_han(text) => chinese,
                None => other,
            };
            into.set(lang, text.clone());
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_told_with_roles_positions_and_what_stands_behind() {
        let found =
            named("Moderator: Prof Wong (HKU) [left]\nMr Chan, Director; 司儀：李小明、王芳");
        let told: Vec<_> = (found.iter())
            .map(|it| {
                (
                    it.role,
                    it.name.as_str(),
                    it.rest.as_str(),
                    it.position.as_str(),
                )
            })
            .collect();
        assert_eq!(
            told,
            [
                (Some(Role::Moderator), "Prof Wong", "HKU", "left"),
                (None, "Mr Chan", "Director", ""),
                (Some(Role::Mc), "李小明", "", ""),
                (None, "王芳", "", ""),
            ]
        );
    }

    #[test]
    fn entries_are_read_as_they_are_written() {
        let half = Offset::seconds(30);
        for (moment, text) in [
            (None, "House lights down"),
            (Some((half, 1)), "MC announces"),
            (Some((half, 2)), "two\nlines"),
            (Some((Offset::seconds(-300), 1)), ""),
        ] {
            let written = line(moment, text);
            let entry = Entry {
                moment,
                text: text.to_owned(),
            };
            assert_eq!(entries(&written), [entry], "{written}");
        }
        assert_eq!(entries("+ welcome\n- bye").len(), 2);
        assert_eq!(entries("- bye")[0].moment, None);
    }
}
