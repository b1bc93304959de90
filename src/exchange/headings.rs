//! What headings are called in English and Chinese, by many hands.

use std::{collections::HashMap, sync::LazyLock};

use super::{Field, Of, Target, field::TEAM_MARK, table::Subject};
use crate::{
    model::{Event, Lang},
    words::{Tongue, Words},
};

/// What a heading says.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Heading {
    /// Of which field it is.
    pub field: Field,
    /// Of which language or team.
    pub of: HeadingLang,
    /// Whether it can be something else as well, so that what stands below decides.
    pub is_vague: bool,
    /// The heading itself.
    pub text: String,
}

/// Of which language or team a heading is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum HeadingLang {
    /// It does not say.
    Unsaid,
    /// Of this language.
    Lang(Lang),
    /// Chinese, in whichever script the event has.
    Chinese,
    /// Of the team with this name.
    Team(String),
    /// Of the team with this name, in this language.
    TeamIn(String, Lang),
}

/// What people call columns: a line for each field, its tag first; without spaces and marks, in small letters.
const PEOPLE: &str = include_str!("../../assets/headings/participants.txt");
const RUNDOWN: &str = include_str!("../../assets/headings/rundown.txt");

/// The headings of one subject: each field with what people call it, and each such name with its field.
struct Vocabulary {
    fields: Vec<Field>,
    names: HashMap<&'static str, Field>,
}

impl Vocabulary {
    fn read(text: &'static str) -> Self {
        let mut fields = Vec::new();
        let mut names = HashMap::new();
        for line in text.lines() {
            let Some((tag, known)) = line.split_once(": ") else {
                continue;
            };
            let field = Field::ALL.into_iter().find(|field| field.tag() == tag);
            let Some(field) = field else { continue };
            fields.push(field);
            for name in known.split(", ") {
                names.entry(name).or_insert(field);
            }
        }
        Self { fields, names }
    }
}

fn vocabulary(subject: Subject) -> &'static Vocabulary {
    static OF_PEOPLE: LazyLock<Vocabulary> = LazyLock::new(|| Vocabulary::read(PEOPLE));
    static OF_RUNDOWN: LazyLock<Vocabulary> = LazyLock::new(|| Vocabulary::read(RUNDOWN));
    match subject {
        Subject::Participants => &OF_PEOPLE,
        Subject::Rundown => &OF_RUNDOWN,
    }
}

/// Words in a heading that say its language, the longest first.
const LANGUAGES: [(&str, Marks); 24] = [
    ("traditional chinese", Marks::Hant),
    ("simplified chinese", Marks::Hans),
    ("繁體中文", Marks::Hant),
    ("繁体中文", Marks::Hant),
    ("簡體中文", Marks::Hans),
    ("简体中文", Marks::Hans),
    ("正體中文", Marks::Hant),
    ("zh hant", Marks::Hant),
    ("zh hans", Marks::Hans),
    ("english", Marks::En),
    ("chinese", Marks::Chinese),
    ("英文", Marks::En),
    ("中文", Marks::Chinese),
    ("繁體", Marks::Hant),
    ("繁体", Marks::Hant),
    ("簡體", Marks::Hans),
    ("简体", Marks::Hans),
    ("(eng)", Marks::En),
    ("(chi)", Marks::Chinese),
    ("(en)", Marks::En),
    ("(zh)", Marks::Chinese),
    ("(英)", Marks::En),
    ("(中)", Marks::Chinese),
    ("(繁)", Marks::Hant),
];

#[derive(Clone, Copy)]
enum Marks {
    En,
    Chinese,
    Hant,
    Hans,
}

impl Marks {
    const fn of(self) -> HeadingLang {
        match self {
            Self::En => HeadingLang::Lang(Lang::EN),
            Self::Chinese => HeadingLang::Chinese,
            Self::Hant => HeadingLang::Lang(Lang::ZH_HANT),
            Self::Hans => HeadingLang::Lang(Lang::ZH_HANS),
        }
    }
}

/// What a heading of a table about `subject` says. None if it says nothing that is known.
pub(super) fn understood(text: &str, event: &Event, subject: Subject) -> Option<Heading> {
    if text.is_empty() || text.len() > 200 {
        return None;
    }
    let heading = |field, of, is_vague| Heading {
        field,
        of,
        is_vague,
        text: text.to_owned(),
    };
    if let Some(target) = own(text, event, subject) {
        let of = match target.of {
            Of::One => HeadingLang::Unsaid,
            Of::Lang(lang) => HeadingLang::Lang(lang),
            Of::Team(team) => HeadingLang::Team(team),
            Of::TeamIn(team, lang) => HeadingLang::TeamIn(team, lang),
        };
        return Some(heading(target.field, of, false));
    }
    let folded = half_width(&text.to_lowercase()).replace('-', " ");
    if subject == Subject::Rundown
        && let Some(team) = team(text, event)
    {
        return Some(heading(Field::Cues, HeadingLang::Team(team), false));
    }
    let (bare, of) = without_language(&folded);
    let field = field(&bare, subject).or_else(|| {
        // "Name / 姓名", "Name 姓名": either will do.
        let parts = bare.split(['/', '|', '\n']).chain(bare.split(' '));
        let parts: Vec<&str> = parts.filter(|part| !part.trim().is_empty()).collect();
        let is_double = bare.contains(['/', '|', '\n']) || crate::model::has_han(&bare);
        parts
            .into_iter()
            .filter(|_| is_double)
            .find_map(|part| field(part, subject))
    })?;
    let key = key(&bare);
    let is_vague = field == Field::Honorific && key == "title";
    Some(heading(field, of, is_vague))
}

/// Whether a text is an honorific and nothing else.
pub(super) fn is_honorific(text: &str) -> bool {
    const HONORIFICS: [&str; 26] = [
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "prof",
        "professor",
        "sir",
        "dame",
        "ir",
        "madam",
        "hon",
        "thehon",
        "he",
        "revd",
        "rev",
        "sr",
        "先生",
        "女士",
        "小姐",
        "博士",
        "教授",
        "院士",
        "太太",
        "工程師",
        "閣下",
    ];
    HONORIFICS.contains(&key(&text.to_lowercase()).as_str())
}

/// A heading of our own: as an export writes it in any language, or as a mapping is typed.
fn own(text: &str, event: &Event, subject: Subject) -> Option<Target> {
    if let Ok(target) = text.parse::<Target>()
        && target.of != Of::One
    {
        return Some(target);
    }
    let known = &vocabulary(subject).fields;
    let languages = event.details.languages.iter();
    let languages: Vec<&Lang> = languages
        .chain(&[Lang::EN, Lang::ZH_HANT, Lang::ZH_HANS])
        .collect();
    for words in Tongue::ALL.map(Words::new) {
        for field in known {
            let name = field.name(words);
            // Whether it can be any of them is cheap to find out.
            let Some(rest) = text.strip_prefix(&name) else {
                continue;
            };
            if rest.is_empty() {
                // "Title" heads other things in other people's lists.
                let is_shared = subject == Subject::Participants && *field == Field::Honorific;
                if !is_shared {
                    return Some(field.one());
                }
            } else if field.has_languages() {
                let in_lang = languages.iter().map(|lang| field.in_lang(lang));
                if let Some(target) = in_lang
                    .into_iter()
                    .find(|target| target.name(words) == text)
                {
                    return Some(target);
                }
            } else if *field == Field::Cues {
                let inside = rest
                    .trim()
                    .trim_start_matches(['(', '（'])
                    .trim_end_matches([')', '）']);
                if let Some((team, lang)) = inside.rsplit_once(TEAM_MARK) {
                    let lang = languages.iter().find(|it| it.endonym() == lang);
                    return lang.map(|lang| field.of_team_in(team, lang));
                }
                if field.of_team(inside).name(words) == text {
                    return Some(field.of_team(inside));
                }
            }
        }
    }
    None
}

/// The team whose cues a heading names: `AV cues`, `Cues: AV`, `提示：影音`, or a team of the event by its name.
fn team(text: &str, event: &Event) -> Option<String> {
    let folded = key(&text.to_lowercase());
    let named = |wanted: &str| {
        let names = event.teams.iter().flat_map(|team| team.name.iter());
        let mut names = names.map(|(_, name)| name);
        names
            .find(|name| key(&name.to_lowercase()) == wanted)
            .cloned()
    };
    if let Some(name) = named(&folded) {
        return Some(name);
    }
    for mark in ["cues", "cue", "提示"] {
        let behind = folded.strip_prefix(mark);
        let inside = behind.or_else(|| folded.strip_suffix(mark));
        if let Some(inside) = inside.filter(|inside| !inside.is_empty()) {
            let at = text.to_lowercase().find(mark).unwrap_or_default();
            let around = format!("{} {}", &text.get(..at)?, text.get(at + mark.len()..)?);
            let bare = around
                .trim_matches(|c: char| !c.is_alphanumeric())
                .to_owned();
            return named(inside).or(Some(bare).filter(|bare| !bare.is_empty()));
        }
    }
    None
}

fn field(bare: &str, subject: Subject) -> Option<Field> {
    vocabulary(subject).names.get(key(bare).as_str()).copied()
}

/// A heading without the words that say its language, and what they say.
fn without_language(folded: &str) -> (String, HeadingLang) {
    for (mark, language) in LANGUAGES {
        if let Some(at) = folded.find(mark) {
            let bare = format!("{} {}", &folded[..at], &folded[at + mark.len()..]);
            let bare = bare
                .replace("()", "")
                .trim()
                .trim_end_matches(" in")
                .to_owned();
            return (bare, language.of());
        }
    }
    (folded.to_owned(), HeadingLang::Unsaid)
}

/// Letters, digits and Chinese characters alone.
fn key(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Marks and letters of the width of Chinese characters as their narrow likes.
fn half_width(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\u{3000}' => ' ',
            '！'..='～' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
            c => c,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::EventId;

    #[track_caller]
    fn check(subject: Subject, heading: &str, field: Field, of: &HeadingLang) {
        let event = Event::empty(EventId::new());
        let found = understood(heading, &event, subject).map(|found| (found.field, found.of));
        assert_eq!(found, Some((field, of.clone())), "{heading}");
    }

    #[test]
    fn headings_of_people_are_understood_in_two_languages() {
        let (en, zh) = (HeadingLang::Lang(Lang::EN), HeadingLang::Chinese);
        for (heading, field, of) in [
            ("Name", Field::Name, HeadingLang::Unsaid),
            ("Name (English)", Field::Name, en.clone()),
            ("English Name", Field::Name, en.clone()),
            ("Name in Chinese", Field::Name, zh.clone()),
            ("中文姓名", Field::Name, zh.clone()),
            ("姓名（英文）", Field::Name, en.clone()),
            ("姓名(中)", Field::Name, zh.clone()),
            ("Name 姓名", Field::Name, HeadingLang::Unsaid),
            ("Post / 職銜", Field::Post, HeadingLang::Unsaid),
            ("SURNAME", Field::Family, HeadingLang::Unsaid),
            ("E-mail Address", Field::Email, HeadingLang::Unsaid),
            ("Tel. No.", Field::Phone, HeadingLang::Unsaid),
            (
                "职务（简体）",
                Field::Post,
                HeadingLang::Lang(Lang::ZH_HANS),
            ),
            (
                "Post (繁體中文)",
                Field::Post,
                HeadingLang::Lang(Lang::ZH_HANT),
            ),
            ("post:en", Field::Post, en.clone()),
            (
                "Ｏｒｇａｎｉｓａｔｉｏｎ",
                Field::Organisation,
                HeadingLang::Unsaid,
            ),
        ] {
            check(Subject::Participants, heading, field, &of);
        }
    }

    #[test]
    fn headings_of_a_run_of_show_are_understood_with_their_teams() {
        for (heading, field, of) in [
            ("Start time", Field::Start, HeadingLang::Unsaid),
            ("Duration (min)", Field::Length, HeadingLang::Unsaid),
            ("Item (English)", Field::Title, HeadingLang::Lang(Lang::EN)),
            ("環節", Field::Title, HeadingLang::Unsaid),
            ("Cues: AV", Field::Cues, HeadingLang::Team("AV".into())),
            (
                "Lighting cues",
                Field::Cues,
                HeadingLang::Team("Lighting".into()),
            ),
            ("Cues (AV)", Field::Cues, HeadingLang::Team("AV".into())),
            (
                "提示（影音）",
                Field::Cues,
                HeadingLang::Team("影音".into()),
            ),
        ] {
            check(Subject::Rundown, heading, field, &of);
        }
    }

    #[test]
    fn what_we_call_a_column_is_understood_in_every_language() {
        let event = Event::empty(EventId::new());
        for subject in Subject::ALL {
            for field in &vocabulary(subject).fields {
                for words in Tongue::ALL.map(Words::new) {
                    let mut targets = vec![field.one()];
                    if field.has_languages() {
                        targets.push(field.in_lang(&Lang::ZH_HANS));
                    }
                    for target in targets {
                        let name = target.name(words);
                        let found = understood(&name, &event, subject).map(|found| found.field);
                        assert_eq!(found, Some(*field), "{name}");
                    }
                }
            }
        }
    }

    #[test]
    fn each_line_of_the_vocabulary_is_a_field_and_each_name_stands_once() {
        for (text, subject) in [(PEOPLE, Subject::Participants), (RUNDOWN, Subject::Rundown)] {
            let known = vocabulary(subject);
            assert_eq!(known.fields.len(), text.lines().count());
            let names = text.lines().map(|line| line.matches(", ").count() + 1);
            assert_eq!(known.names.len(), names.sum::<usize>());
            for name in known.names.keys() {
                assert_eq!(*name, key(&name.to_lowercase()), "is never found");
            }
        }
    }

    #[test]
    fn what_is_no_heading_is_none() {
        let event = Event::empty(EventId::new());
        for text in [
            "",
            "Mr Chan Tai Man",
            "Guest list of the symposium",
            "No.",
            "陳大文",
            "2025",
        ] {
            for subject in Subject::ALL {
                assert_eq!(understood(text, &event, subject), None, "{text}");
            }
        }
    }
}
