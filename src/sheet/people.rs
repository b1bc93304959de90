//! The cell of the people: "Mr Chan Kwok-ki; MC: Ms Lee".

use std::{borrow::Cow, collections::HashMap};

use super::{
    Sheet, Suggestion,
    letters::{self, Fit, found, said},
};
use crate::{
    model::{Appearance, Event, Participant, Role, Session, SessionKind, Who},
    plan::Person,
    words::{Tongue, Words},
};

/// What stands between two people.
const MARKS: [char; 5] = [';', '；', '、', '\n', '\r'];

/// One entry of the cell: the role, where one is written, and the name.
pub(super) fn entries(text: &str) -> impl Iterator<Item = (Option<Role>, &str)> {
    let entries = text.split(MARKS).map(str::trim);
    entries.filter(|entry| !entry.is_empty()).map(entry)
}

fn entry(text: &str) -> (Option<Role>, &str) {
    let role = text.split_once([':', '：']).and_then(|(role, name)| {
        let all = Role::ALL.map(|one| (one, said(|words| words.role(one))));
        let (fit, role) = found(role, all).into_iter().next()?;
        (fit >= Fit::Begins && !name.trim().is_empty()).then(|| (Some(role), name.trim()))
    });
    role.unwrap_or((None, text))
}

/// A list whose lines stand behind each other, as spreadsheets give the lines of a cell to the clipboard: a role with
/// its colon begins the next entry.
fn unfolded(text: &str) -> Cow<'_, str> {
    if text.matches([':', '：']).count() < 2 {
        return text.into();
    }
    let mut text = text.to_owned();
    for role in Role::ALL {
        for name in Tongue::ALL.map(|tongue| Words::new(tongue).role(role)) {
            for colon in [':', '：'] {
                text = text.replace(&format!(" {name}{colon}"), &format!("\n{name}{colon}"));
            }
        }
    }
    text.into()
}

/// A name and the place on stage behind it in brackets, as an export writes it: "Mr Chan Kwok-ki [lectern]".
fn placed(name: &str) -> (&str, Option<&str>) {
    let inside = name.strip_suffix(']');
    let parts = inside.and_then(|inside| inside.rsplit_once('['));
    match parts.map(|(name, place)| (name.trim(), place.trim())) {
        Some((name, place)) if !name.is_empty() && !place.is_empty() => (name, Some(place)),
        _ => (name, None),
    }
}

/// The role of whoever is named without one.
pub(super) fn usual_role(kind: SessionKind) -> Role {
    kind.usual_roles().first().copied().unwrap_or(Role::Speaker)
}

/// Where the last entry of a list begins, behind its role.
pub(super) fn last_name(text: &str) -> usize {
    let begins = text.rfind(MARKS).map_or(0, |at| {
        at + text[at..].chars().next().map_or(1, char::len_utf8)
    });
    let entry = &text[begins..];
    let name = self::entry(entry.trim()).1;
    entry.rfind(name).map_or(begins, |at| begins + at)
}

impl Sheet<'_> {
    pub(super) fn people_text(&self, session: &Session) -> String {
        let usual = usual_role(session.kind);
        let is_chinese = self.words.tongue.lang().is_chinese();
        let (between, behind_role) = if is_chinese {
            ("；", "：")
        } else {
            ("; ", ": ")
        };
        let said = session.people.iter().map(|one| {
            let name = name_of(self.event, one.who, self.words);
            if one.role == usual {
                name
            } else {
                format!("{}{behind_role}{name}", self.words.role(one.role))
            }
        });
        said.collect::<Vec<_>>().join(between)
    }
}

/// What somebody is called in a cell.
fn name_of(event: &Event, who: Who, words: Words) -> String {
    let person = Person::of(event, who, &words.tongue.lang());
    let name = person.map(|person| words.person_name(&person));
    match (name, who) {
        (Some(name), _) if !name.trim().is_empty() => name,
        (_, Who::Person(id)) => words.item_name(event, id.into()),
        (_, Who::RepresentativeOf(id)) => words.item_name(event, id.into()),
    }
}

/// Everybody of an event by what they are called, in whatever language, small letters.
#[derive(Default)]
pub(super) struct Directory {
    by_name: HashMap<String, Who>,
}

impl Directory {
    pub(super) fn of(event: &Event) -> Self {
        let mut directory = Self::default();
        for person in &event.participants {
            directory.add(person);
        }
        for organisation in &event.organisations {
            let who = Who::RepresentativeOf(organisation.id);
            for tongue in Tongue::ALL {
                directory.put(&name_of(event, who, Words::new(tongue)), who);
            }
        }
        directory
    }

    pub(super) fn add(&mut self, person: &Participant) {
        for (lang, name) in person.name.iter() {
            let who = Who::Person(person.id);
            self.put(&name.formal(lang), who);
            self.put(&name.listed(lang, false), who);
            self.put(&name.plain(lang), who);
        }
    }

    fn put(&mut self, name: &str, who: Who) {
        let name = name.trim().to_lowercase();
        if !name.is_empty() {
            self.by_name.entry(name).or_insert(who);
        }
    }

    /// Who is called exactly so.
    pub(super) fn get(&self, name: &str) -> Option<Who> {
        self.by_name.get(&name.trim().to_lowercase()).copied()
    }
}

/// Whoever a few letters name best.
pub(super) fn by_letters(event: &Event, typed: &str) -> Option<Who> {
    ranked(event, typed).into_iter().next().map(|(_, who)| who)
}

fn ranked(event: &Event, typed: &str) -> Vec<(Fit, Who)> {
    let people = event.participants.iter().map(|person| {
        let names = person.name.iter().map(|(lang, name)| name.formal(lang));
        (Who::Person(person.id), names.collect::<Vec<_>>())
    });
    let organisations = event.organisations.iter().map(|organisation| {
        let names = organisation.name.iter().map(|(_, name)| name.clone());
        (Who::RepresentativeOf(organisation.id), names.collect())
    });
    found(typed, people.chain(organisations))
}

/// Who the last entry of a list may be: those whom the event has, and somebody new.
pub(super) fn suggestions(sheet: &Sheet, text: &str) -> Vec<Suggestion> {
    let typed = text[last_name(text)..].trim();
    if typed.is_empty() {
        return Vec::new();
    }
    let (event, words) = (sheet.event, sheet.words);
    let known = ranked(event, typed).into_iter().take(5).map(|(_, who)| {
        let person = Person::of(event, who, &sheet.lang()).unwrap_or_default();
        let hint = match who {
            Who::Person(_) => words.post(&person),
            Who::RepresentativeOf(_) => words.t("person-not-named"),
        };
        let text = name_of(event, who, words);
        Suggestion { text, hint }
    });
    let mut offered: Vec<_> = known.collect();
    let is_known = offered
        .iter()
        .any(|one| letters::fit(typed, &one.text) == Some(Fit::Whole));
    if !is_known {
        offered.push(Suggestion {
            text: typed.to_owned(),
            hint: words.t("person-new-what"),
        });
    }
    offered
}

/// The people of a session as a cell says them. Whoever was there before keeps their place on stage.
pub(super) fn appearances(
    sheet: &Sheet,
    session: &Session,
    text: &str,
    mut who: impl FnMut(&str) -> Who,
) -> Vec<Appearance> {
    let mut people: Vec<Appearance> = Vec::new();
    let text = unfolded(text);
    for (role, name) in entries(&text) {
        let (name, place) = placed(name);
        let role = role.unwrap_or_else(|| usual_role(session.kind));
        // Of two people of one name it is the one who is there.
        let same_name = |one: &&Appearance| {
            letters::fit(name, &name_of(sheet.event, one.who, sheet.words)) == Some(Fit::Whole)
        };
        let there = session.people.iter().filter(same_name);
        let there = there.max_by_key(|one| one.role == role);
        let who = there.map_or_else(|| who(name), |one| one.who);
        let old = session.people.iter().filter(|one| one.who == who);
        let position = old
            .max_by_key(|one| one.role == role)
            .map(|one| one.position.clone())
            .unwrap_or_default();
        let position = place.map_or(position, str::to_owned);
        if !people.iter().any(|one| one.who == who && one.role == role) {
            people.push(Appearance {
                who,
                role,
                position,
            });
        }
    }
    people
}
