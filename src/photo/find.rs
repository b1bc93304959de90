//! The pictures in what was dropped.

use std::{
    cmp::Ordering,
    fs,
    path::{Path, PathBuf},
};

use super::limits;

/// Whether a file is a picture by its name. HEIC and AVIF are among them: whoever drops one is told what to do,
/// which is better than nothing happening.
#[must_use]
pub fn is_picture_name(path: &Path) -> bool {
    const NAMES: [&str; 13] = [
        "jpg", "jpeg", "jpe", "jfif", "png", "webp", "tif", "tiff", "gif", "bmp", "heic", "heif",
        "avif",
    ];
    path.extension()
        .is_some_and(|ext| NAMES.iter().any(|name| ext.eq_ignore_ascii_case(name)))
}

/// The pictures in a folder and the folders below it, in the order in which people count: `9.jpg` before `10.jpg`.
/// Of a path that is no folder, the path itself.
///
/// Hidden files and what archives leave behind are not looked at, links are not followed, since they may lead
/// anywhere, and a folder that cannot be read is passed over.
#[must_use]
pub fn pictures_in(path: &Path) -> Vec<PathBuf> {
    if !path.is_dir() {
        return vec![path.to_owned()];
    }
    let mut found = Vec::new();
    gather(path, limits::DEPTH, &mut found);
    found
}

fn gather(folder: &Path, depth: usize, found: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    let mut entries: Vec<_> = entries
        .flatten()
        .filter(|entry| {
            let name = entry.file_name();
            let name = name.to_string_lossy();
            !name.starts_with('.') && name != "__MACOSX"
        })
        .collect();
    entries.sort_by(|a, b| {
        natural(
            &a.file_name().to_string_lossy(),
            &b.file_name().to_string_lossy(),
        )
    });
    for entry in entries {
        if found.len() >= limits::FOUND {
            return;
        }
        let path = entry.path();
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            if depth > 0 {
                gather(&path, depth - 1, found);
            }
        } else if is_picture_name(&path) && entry.file_type().is_ok_and(|kind| kind.is_file()) {
            found.push(path);
        }
    }
}

/// The order in which people count: runs of digits by their value, letters without regard to case.
fn natural(a: &str, b: &str) -> Ordering {
    let (mut left, mut right) = (a, b);
    while !left.is_empty() && !right.is_empty() {
        let ((one, is_number), (other, is_other_number)) = (run(left), run(right));
        let order = if is_number && is_other_number {
            let (x, y) = (one.trim_start_matches('0'), other.trim_start_matches('0'));
            x.len().cmp(&y.len()).then_with(|| x.cmp(y))
        } else {
            one.to_lowercase().cmp(&other.to_lowercase())
        };
        if order != Ordering::Equal {
            return order;
        }
        left = &left[one.len()..];
        right = &right[other.len()..];
    }
    left.len().cmp(&right.len()).then_with(|| a.cmp(b))
}

/// The digits or the other characters with which a text begins, and whether they are digits.
fn run(text: &str) -> (&str, bool) {
    let is_number = text.starts_with(|c: char| c.is_ascii_digit());
    let end = text
        .find(|c: char| c.is_ascii_digit() != is_number)
        .unwrap_or(text.len());
    (&text[..end], is_number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_are_in_the_order_in_which_people_count() {
        let mut names = [
            "DSC_10.jpg",
            "dsc_9.jpg",
            "DSC_010.JPG",
            "合照2.jpg",
            "合照10.jpg",
            "a.jpg",
            "DSC_9 (2).jpg",
            "DSC_99999999999999999999.jpg",
        ];
        names.sort_by(|a, b| natural(a, b));
        assert_eq!(
            names,
            [
                "a.jpg",
                "DSC_9 (2).jpg",
                "dsc_9.jpg",
                "DSC_010.JPG",
                "DSC_10.jpg",
                "DSC_99999999999999999999.jpg",
                "合照2.jpg",
                "合照10.jpg",
            ]
        );
    }
}
