//! The conflict copies that were merged and put aside among the saves: as many of them are kept as of those.

use std::{io, path::Path};

use super::{
    conflict_names::conflict_of,
    disk::{files_in, modified},
    limits,
};

/// Has the oldest of the copies in a folder retire that are too many, but not the one that was put there last. Best effort:
/// what stays is in nobody's way.
pub(super) fn prune(folder: &Path, last: &Path, retire: impl Fn(&Path) -> io::Result<()>) {
    let mut copies = files_in(folder).unwrap_or_default();
    copies.retain(|file| {
        let name = file.file_name().and_then(|name| name.to_str());
        let said = name.and_then(|name| conflict_of("event.ron", name));
        file != last && said.is_some_and(|said| said.is_said)
    });
    // Stable, so that of the same moment the first names go first.
    copies.sort_by_key(|file| modified(file));
    let too_many = (copies.len() + 1).saturating_sub(limits::BACKUPS);
    for file in copies.iter().take(too_many) {
        let gone = retire(file);
        tracing::debug!(?file, ?gone, "one merged copy too many");
    }
}

#[cfg(test)]
mod tests {
    use std::{
        fs,
        time::{Duration, SystemTime},
    };

    use super::super::Folder;
    use super::*;
    use crate::model::{Event, EventId};

    #[test]
    fn as_many_merged_copies_are_kept_as_saves_and_nothing_else_goes() {
        let temp = tempfile::tempdir().unwrap();
        let folder = Folder::create(&temp.path().join("e"), &Event::empty(EventId::new())).unwrap();
        let text = fs::read(folder.event_file()).unwrap();
        let backups = folder.backups_folder();
        let own = fs::read_dir(&backups).unwrap().count();
        for name in ["event.ron", "notes.txt", "event (1).ron", "event-final.ron"] {
            fs::write(backups.join(name), "a person's").unwrap();
        }
        let name = |number: u64| format!("event.sync-conflict-20261122-21040{number:02}-ABC.ron");
        let begun = SystemTime::now() - Duration::from_secs(1000);
        // In another order than that of their names, and the oldest last.
        for number in (0..14).rev() {
            let copy = folder.path().join(name(number));
            fs::write(&copy, &text).unwrap();
            let file = fs::File::options().write(true).open(&copy).unwrap();
            file.set_modified(begun + Duration::from_secs(number))
                .unwrap();
            let (_, state) = folder.read_copy(&copy).unwrap();
            let aside = folder.set_copy_aside(&copy, state.stamp).unwrap();
            assert!(aside.is_file());
        }
        let is_there = |number| backups.join(name(number)).is_file();
        let kept: Vec<u64> = (0..14).filter(|number| is_there(*number)).collect();
        // The last that was put aside, and of the others the youngest.
        assert_eq!(kept, [0, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
        assert_eq!(kept.len(), limits::BACKUPS);
        let all = fs::read_dir(&backups).unwrap().count();
        assert_eq!(all, own + 4 + limits::BACKUPS);
    }
}
