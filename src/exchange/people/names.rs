//! Names as other people's lists have them: in one go, the other way round, with a post or honours behind.

use super::super::{headings::is_honorific, script};
use crate::model::{Lang, Name, NameOrder};

/// What one piece of a cell says of one person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Piece {
    /// The name, as it was typed, its parts in order.
    pub name: String,
    /// Honours behind the name.
    pub honours: String,
    /// What else stands behind the name: the post, by all appearances.
    pub rest: String,
}

/// The people in a cell, one piece each. A name in two languages is one piece.
pub(super) fn pieces(cell: &str) -> Vec<String> {
    if let (Some(_), Some(_)) = script::apart(cell) {
        return vec![cell.trim().to_owned()];
    }
    cell.split(['\n', ';', '；', '、'])
        .map(str::trim)
        .filter(|piece| !piece.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Reads one piece: `Mr CHAN Tai Man, GBS`, `Chan Tai Man, Director`, `Chan, Tai Man`, `陳大文（局長）`.
pub(super) fn piece(typed: &str) -> Piece {
    let typed = typed.trim();
    let at = typed.find([',', '，', '(', '（']);
    let Some(at) = at.filter(|at| *at > 0) else {
        return Piece {
            name: typed.to_owned(),
            ..Piece::default()
        };
    };
    let head = typed[..at].trim();
    let tail = typed[at..].trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, ',' | '，' | '(' | '（' | ')' | '）')
    });
    let words: Vec<&str> = head
        .split_whitespace()
        .filter(|word| !is_honorific(word))
        .collect();
    let is_comma = typed[at..].starts_with([',', '，']);
    if !tail.is_empty()
        && tail
            .split([',', ' '])
            .filter(|t| !t.trim().is_empty())
            .all(is_honour)
    {
        return Piece {
            name: head.to_owned(),
            honours: tail.to_owned(),
            rest: String::new(),
        };
    }
    // "Chan, Tai Man": a family name alone before the comma.
    if is_comma
        && words.len() == 1
        && !crate::model::has_han(head)
        && (1..=3).contains(&tail.split_whitespace().count())
    {
        return Piece {
            name: format!("{} {tail}", head.to_uppercase()),
            ..Piece::default()
        };
    }
    Piece {
        name: head.to_owned(),
        honours: String::new(),
        rest: tail.to_owned(),
    }
}

/// Whether a word is letters behind a name, such as GBS or JP.
fn is_honour(word: &str) -> bool {
    const HONOURS: [&str; 18] = [
        "GBM", "GBS", "SBS", "BBS", "MH", "JP", "SC", "KC", "QC", "CBE", "OBE", "MBE", "KBE",
        "DBE", "FRS", "IDS", "PMSM", "CMSM",
    ];
    HONOURS.contains(&word.trim().trim_matches('.').replace('.', "").as_str())
}

/// Chinese family names as they are spelt in Hong Kong and on the Mainland.
const FAMILIES: &str = include_str!("../../../assets/headings/families.txt");

/// The name in one go as its parts. Where no word is in capitals, a Chinese family name at the beginning is taken for it:
/// `Chan Tai Man` is a Mr Chan.
pub(super) fn parts(typed: &str, lang: &Lang) -> Name {
    let guess = Name::guess(typed, lang);
    let is_capital = |word: &str| word.len() > 1 && word.chars().all(char::is_uppercase);
    let has_capitals = typed.split_whitespace().any(is_capital);
    if lang.is_chinese() || has_capitals || guess.order == NameOrder::FamilyFirst {
        return guess;
    }
    // The guess has taken the last word for the family name.
    let mut words = guess.given.split_whitespace();
    let (Some(first), rest) = (words.next(), words.collect::<Vec<_>>()) else {
        return guess;
    };
    let is_family = |word: &str| {
        let word = word.to_lowercase();
        FAMILIES.split_whitespace().any(|family| family == word)
    };
    let is_double = guess.family.contains('-') || !rest.is_empty();
    if !is_family(first) || (is_family(&guess.family) && !is_double) {
        return guess;
    }
    let given = rest.into_iter().chain([guess.family.as_str()]);
    Name {
        given: given.collect::<Vec<_>>().join(" "),
        family: first.to_owned(),
        order: NameOrder::FamilyFirst,
        ..guess
    }
}

/// What two spellings of one name share: its words without honorifics, capitals, hyphens and order; a Chinese name
/// without spaces and honorifics.
pub(in crate::exchange) fn key(typed: &str) -> String {
    if crate::model::has_han(typed) {
        let name = Name::guess(typed, &Lang::ZH_HANT);
        let plain = format!("{}{}", name.family, name.given);
        return plain.chars().filter(|c| c.is_alphanumeric()).collect();
    }
    let folded = typed.to_lowercase();
    let mut words: Vec<&str> = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    while words.len() > 1 && is_honorific(words[0]) {
        words.remove(0);
    }
    words.sort_unstable();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_name_has_one_key_however_it_is_spelt() {
        for spelt in [
            "Chan Kwok-ki",
            "CHAN Kwok Ki",
            "Mr CHAN Kwok-ki",
            "Kwok-ki Chan",
            "Mr. Chan, Kwok Ki",
        ] {
            assert_eq!(key(spelt), "chan ki kwok", "{spelt}");
        }
        for spelt in ["陳肇始", "陳 肇始", "陳肇始教授"] {
            assert_eq!(key(spelt), "陳肇始", "{spelt}");
        }
        assert_ne!(key("Chan Tai Man"), key("Chan Siu Man"));
    }

    #[test]
    fn what_stands_behind_a_name_is_told_apart() {
        for (typed, name, honours, rest) in [
            ("Mr CHAN Tai Man, GBS, JP", "Mr CHAN Tai Man", "GBS, JP", ""),
            (
                "Chan Tai Man, Director of Studies",
                "Chan Tai Man",
                "",
                "Director of Studies",
            ),
            ("Chan, Tai Man", "CHAN Tai Man", "", ""),
            ("陳大文，局長", "陳大文", "", "局長"),
            ("陳大文（局長）", "陳大文", "", "局長"),
            ("Ada", "Ada", "", ""),
        ] {
            let found = piece(typed);
            assert_eq!(
                (
                    found.name.as_str(),
                    found.honours.as_str(),
                    found.rest.as_str()
                ),
                (name, honours, rest),
                "{typed}"
            );
        }
    }

    #[test]
    fn a_chinese_family_name_stands_first() {
        for (typed, family, given) in [
            ("Mr Chan Tai Man", "Chan", "Tai Man"),
            ("Wong Ada", "Wong", "Ada"),
            ("Chan Kwok-ki", "Chan", "Kwok-ki"),
            ("Ada Wong", "Wong", "Ada"),
            ("Richard Chan", "Chan", "Richard"),
            ("Tai Man CHAN", "Chan", "Tai Man"),
            ("John Maynard Smith", "Smith", "John Maynard"),
        ] {
            let name = parts(typed, &Lang::EN);
            assert_eq!(
                (name.family.as_str(), name.given.as_str()),
                (family, given),
                "{typed}"
            );
        }
    }

    #[test]
    fn people_in_one_cell_are_counted() {
        assert_eq!(pieces("Ada; Ben\nCy").len(), 3);
        assert_eq!(pieces("陳大文、李小明").len(), 2);
        assert_eq!(pieces("CHAN Tai Man 陳大文").len(), 1);
        assert_eq!(pieces("CHAN Tai Man\n陳大文").len(), 1);
    }
}
