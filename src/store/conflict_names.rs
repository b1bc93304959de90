//! What synced folders call the other of two states of one file.

use std::path::Path;

/// What is said in brackets behind the name.
const SAID: [&str; 9] = [
    "conflicted copy",
    "case conflict",
    "encoding conflict",
    "sync conflict",
    "衝突複本",
    "衝突副本",
    "冲突副本",
    "冲突的副本",
    "有衝突的複本",
];

/// Whether a synced folder gives this name to the other of two states of the file `original`: `OneDrive` puts the
/// machine's name behind a hyphen, Dropbox and Nextcloud say in brackets whose copy it is, Syncthing has a word of its own.
#[must_use]
pub fn is_conflict_copy_of(name: &str, original: &str) -> bool {
    let path = Path::new(original);
    let extension = path.extension().and_then(|extension| extension.to_str());
    let rest = match (path.file_stem().and_then(|stem| stem.to_str()), extension) {
        (Some(stem), Some(extension)) => name
            .strip_suffix(extension)
            .and_then(|rest| rest.strip_suffix('.'))
            .and_then(|rest| rest.strip_prefix(stem)),
        (_, None) => name.strip_prefix(original),
        (None, Some(_)) => None,
    };
    let Some(rest) = rest else { return false };
    let in_brackets = || {
        let inside = rest.trim_start().strip_prefix('(')?.strip_suffix(')')?;
        let inside = inside.to_lowercase();
        Some(SAID.iter().any(|said| inside.contains(said)))
    };
    let machine = rest.strip_prefix('-').map(str::trim);
    machine.is_some_and(|machine| !machine.is_empty())
        || rest.starts_with(".sync-conflict-")
        || rest.starts_with("_conflict-")
        || in_brackets() == Some(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_of_photos_are_known_by_their_names() {
        for name in [
            "IMG_0001.sync-conflict-20261128-230000-ABCDEFG.jpg",
            "IMG_0001 (Jane's conflicted copy 2026-11-22).jpg",
            "IMG_0001 (Jane 的衝突複本 2026-11-22).jpg",
            "IMG_0001 (Jane 的冲突副本 2026-11-22).jpg",
            "IMG_0001 (conflicted copy 2026-11-22 210405).jpg",
            "IMG_0001 (Unicode Encoding Conflict).jpg",
            "IMG_0001_conflict-20261122-210405.jpg",
            "IMG_0001-LAPTOP.jpg",
        ] {
            assert!(is_conflict_copy_of(name, "IMG_0001.jpg"), "{name}");
        }
        for name in [
            "IMG_0001.jpg",
            "IMG_0001 (2).jpg",
            "IMG_0001-.jpg",
            "IMG_00012.jpg",
            "IMG_0001-LAPTOP.png",
            ".IMG_0001-LAPTOP.jpg",
        ] {
            assert!(!is_conflict_copy_of(name, "IMG_0001.jpg"), "{name}");
        }
        assert!(is_conflict_copy_of("a-LAPTOP", "a"));
    }
}
