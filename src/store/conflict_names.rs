//! The names that synced folders give to the other of two states of a file that two machines have written.

use unicode_normalization::UnicodeNormalization as _;

/// What a name tells of a conflict copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ConflictName<'a> {
    /// Whose copy it is, as far as the name tells it: the machine, or the person, whose file it was.
    pub owner: Option<&'a str>,
    /// Whether the name says that it is a conflict copy. A machine's name behind a hyphen, as `OneDrive` puts it there,
    /// may as well be what somebody has called another file: then what it holds has to decide.
    pub is_said: bool,
}

/// What is in the brackets in each language in which programs say that it is a conflict copy: the stem alone, since the words
/// around it differ from one to the next, and so does its end.
const SAID: [&str; 9] = [
    "conflic",
    "conflit",
    "konflik",
    "конфликт",
    "конфлікт",
    "충돌",
    "衝突",
    "冲突",
    "競合",
];

/// What stands between the owner and what is said.
const OWNED: [&str; 4] = ["'s conflicted", "’s conflicted", "的衝突", "的冲突"];

/// What `name` tells, if a synced folder gives it to another state of the file `original`: `OneDrive` puts the machine's
/// name behind a hyphen, Dropbox, Nextcloud and Seafile say in brackets whose copy it is, Syncthing, Resilio and Synology
/// have words of their own. Of two letters that differ in case alone it is not asked which is which: some disks do not
/// know either.
#[must_use]
pub fn conflict_of<'a>(original: &str, name: &'a str) -> Option<ConflictName<'a>> {
    let (stem, extension) = parts(original);
    let (whole, its) = if extension.is_empty() {
        (name, "")
    } else {
        parts(name)
    };
    if !is_alike(extension, its) {
        return None;
    }
    let rest = after(whole, stem)?;
    let said = |owner: Option<&'a str>| {
        let owner = owner.map(str::trim).filter(|owner| !owner.is_empty());
        Some(ConflictName {
            owner,
            is_said: true,
        })
    };
    let lower = rest.to_lowercase();
    if lower.starts_with(".sync-conflict-")
        || lower.starts_with("_conflict-")
        || lower == ".conflict"
    {
        return said(None);
    }
    if lower.ends_with("_conflict") {
        // The machine, the day, and the word.
        let parts: Vec<&str> = rest.split('_').collect();
        return said((parts.len() > 3).then(|| parts[1]));
    }
    if let Some(inside) = inside(rest, "[", "]") {
        return (inside.to_lowercase().contains("conflict"))
            .then(|| said(None))
            .flatten();
    }
    if let Some(inside) = inside(rest, "(", ")").or_else(|| inside(rest, "（", "）")) {
        // Some disks take letters apart that are written as one.
        let lower: String = inside.to_lowercase().nfc().collect();
        let end = OWNED.iter().find_map(|end| inside.find(end));
        return (SAID.iter().any(|said| lower.contains(said)))
            .then(|| said(end.map(|end| &inside[..end])))
            .flatten();
    }
    let machine = rest.strip_prefix('-')?.trim();
    (!machine.is_empty()).then_some(ConflictName {
        owner: Some(machine),
        is_said: false,
    })
}

/// A name without its extension, and that.
fn parts(name: &str) -> (&str, &str) {
    match name.rsplit_once('.') {
        Some((stem, extension)) if !stem.is_empty() => (stem, extension),
        Some(_) | None => (name, ""),
    }
}

fn is_alike(one: &str, other: &str) -> bool {
    after(one, other) == Some("")
}

/// What follows a beginning that is alike but for the case of its letters.
fn after<'a>(text: &'a str, beginning: &str) -> Option<&'a str> {
    let mut rest = text.chars();
    for wanted in beginning.chars() {
        let found = rest.next()?;
        if found != wanted && !found.to_lowercase().eq(wanted.to_lowercase()) {
            return None;
        }
    }
    Some(rest.as_str())
}

fn inside<'a>(rest: &'a str, open: &str, close: &str) -> Option<&'a str> {
    rest.trim().strip_prefix(open)?.strip_suffix(close)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: [(&str, Option<&str>, bool); 37] = [
        ("-DESKTOP-7F3A", Some("DESKTOP-7F3A"), false),
        ("-SEC-LAPTOP-2", Some("SEC-LAPTOP-2"), false),
        ("-陳小姐的電腦", Some("陳小姐的電腦"), false),
        (" (Jane's conflicted copy 2026-11-22)", Some("Jane"), true),
        (
            " (Jane’s conflicted copy 2026-11-22 (1))",
            Some("Jane"),
            true,
        ),
        (" (Jane 的衝突複本 2026-11-22)", Some("Jane"), true),
        (" (陳小姐的冲突副本 2026-11-22)", Some("陳小姐"), true),
        ("（陳小姐的衝突副本 2026-11-22）", Some("陳小姐"), true),
        (" (conflicted copy 2026-11-22 210405)", None, true),
        (" (Case Conflict)", None, true),
        (" (大小寫衝突)", None, true),
        (" (Copia en conflicto de Jane 2026-11-22)", None, true),
        (" (copia in conflitto di Jane 2026-11-22)", None, true),
        (" (Cópia em conflito de Jane 2026-11-22)", None, true),
        (" (Cópia conflitante de Jane 2026-11-22)", None, true),
        (" (Copie en conflit de Jane 2026-11-22)", None, true),
        (" (conflicterende kopie van Jane 2026-11-22)", None, true),
        (" (In Konflikt stehende Kopie von Jane)", None, true),
        (" (Kopia powodująca konflikt Jane 2026-11-22)", None, true),
        (" (Janes kopia i konflikt 2026-11-22)", None, true),
        (" (Janes konfliktkopi 2026-11-22)", None, true),
        (" (Kopi af Jane i konflikt 2026-11-22)", None, true),
        (" (salinan konflik Jane 2026-11-22)", None, true),
        (" (Конфликтующая копия Jane 2026-11-22)", None, true),
        (" (КОНФЛИКТ Jane 2026-11-22)", None, true),
        (" (Конфліктна копія Jane 2026-11-22)", None, true),
        (" (Jane의 충돌하는 사본 2026-11-22)", None, true),
        (
            " (\u{110e}\u{116e}\u{11bc}\u{1103}\u{1169}\u{11af} 2026-11-22)",
            None,
            true,
        ),
        (" (Jane の競合コピー 2026-11-22)", None, true),
        ("（陈小姐的冲突副本 2026-11-22）", Some("陈小姐"), true),
        (" (Unicode Encoding Conflict)", None, true),
        (
            " (SFConflict jane@example.org 2026-11-22-21-04-05)",
            None,
            true,
        ),
        (".sync-conflict-20261122-210405-ABCDEFG", None, true),
        ("_conflict-20261122-210405", None, true),
        (".Conflict", None, true),
        ("_SEC-2_Nov-22-210405-2026_Conflict", Some("SEC-2"), true),
        (" [conflicted]", None, true),
    ];

    #[test]
    fn the_names_that_synced_folders_give_are_known_of_any_file() {
        for (stem, extension) in [
            ("event", ".ron"),
            ("1", ".ron"),
            ("IMG_0001", ".JPG"),
            ("合照 (1)", ".jpeg"),
            ("a.b", ".c"),
            ("saving", ""),
        ] {
            let original = format!("{stem}{extension}");
            for (said, owner, is_said) in NAMES {
                let name = format!("{stem}{said}{extension}");
                let found = conflict_of(&original, &name);
                let expected = ConflictName { owner, is_said };
                assert_eq!(found, Some(expected), "{name}");
                let other = format!("other{extension}");
                assert_eq!(conflict_of(&other, &name), None, "{name}");
            }
            for end in [
                "",
                "-",
                " (1)",
                " 2",
                "s",
                " (draft)",
                " (Konferenz)",
                ".unreadable",
            ] {
                let name = format!("{stem}{end}{extension}");
                assert_eq!(conflict_of(&original, &name), None, "{name}");
            }
            let part = format!("{stem}-PC{extension}.part");
            assert!(extension.is_empty() || conflict_of(&original, &part).is_none());
        }
    }

    #[test]
    fn a_letter_that_differs_in_case_alone_is_the_same() {
        let found = conflict_of("IMG_0001.jpg", "img_0001-SEC-2.JPG");
        assert_eq!(found.and_then(|found| found.owner), Some("SEC-2"));
        let found = conflict_of("ÄPFEL.ron", "äpfel.SYNC-CONFLICT-20261122-210405-A.ron");
        assert!(found.is_some_and(|found| found.is_said));
    }
}
