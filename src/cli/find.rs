//! Something of an event, found by some letters of what it is called.

/// Those of `all` whose names are nearest to a text: who is called so goes before who begins so, and that before who
/// has it in the middle. None for a text of nothing.
pub(super) fn nearest<Id: Copy>(
    all: impl Iterator<Item = (Id, Vec<String>)>,
    text: &str,
) -> Vec<Id> {
    let wanted = folded(text);
    let mut found: [Vec<Id>; 3] = [const { Vec::new() }; 3];
    for (id, names) in all {
        let nearest = (names.iter())
            .filter_map(|name| nearness(&folded(name), &wanted))
            .min();
        if let Some(nearest) = nearest {
            found[nearest].push(id);
        }
    }
    let nearest = found.into_iter().find(|ids| !ids.is_empty());
    nearest.unwrap_or_default()
}

/// How near a name is to what is wanted: 0 is the same, 1 begins with it, 2 has it somewhere.
fn nearness(name: &str, wanted: &str) -> Option<usize> {
    if wanted.is_empty() {
        None
    } else if name == wanted {
        Some(0)
    } else if name.starts_with(wanted) {
        Some(1)
    } else {
        name.contains(wanted).then_some(2)
    }
}

/// Letters without regard to case and to how they are spaced.
fn folded(text: &str) -> String {
    text.split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .to_lowercase()
}
