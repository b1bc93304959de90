//! `runsheet photos add`: the same as a drop on the window.

use std::{
    collections::HashSet,
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
};

use super::{CliError, Outcome, find, say::Speaker};
use crate::{
    app,
    model::{BatchName, Edit, Event, NameKey, Photo, Session, SessionId},
    photo::{self, Added},
    store::{Folder, StoreError},
    words::{Tongue, Words},
};

/// Adds picture files to an event: the good ones, with a sentence for each of the others.
pub(super) fn add(
    event_path: &Path,
    files: &[PathBuf],
    session: Option<&str>,
    speaker: &Speaker,
) -> Result<Outcome, CliError> {
    let words = speaker.words;
    let folder = Folder::at(event_path)?;
    let opened = folder.read_to_change()?;
    if opened.has_comments {
        speaker.complain(&words.t("files-comments"));
    }
    let mut event = opened.event;
    let session = session
        .map(|text| find_session(&event, text, &folder, words))
        .transpose()?;
    let data = app::data_folder();
    for sentence in app::clear_left_over(&data, &folder, &event, words) {
        speaker.complain(&sentence);
    }
    let before = names_in(&folder.photos());
    let adding = app::note_additions(&data, &folder);

    let mut outcome = Outcome::Done;
    let mut complain = |sentence: &str| {
        speaker.complain(sentence);
        outcome = Outcome::Partly;
    };
    let mut new: Vec<Photo> = Vec::new();
    for file in files {
        let pictures = photo::pictures_in(file);
        if pictures.is_empty() {
            complain(&CliError::NoPictures(file.clone()).sentence(words));
        }
        for picture in pictures {
            let have = |hash: &str| {
                let known = event.photos.iter().map(AsRef::as_ref).chain(&new);
                known
                    .filter(|photo| photo.hash == hash)
                    .map(|photo| photo.id)
                    .next()
            };
            let is_taken = |key: &NameKey| {
                let mut known = event.photos.iter().map(AsRef::as_ref).chain(&new);
                known.any(|photo| photo.file.key() == *key)
            };
            match photo::add_noted(
                &picture,
                &folder.photos(),
                &have,
                &is_taken,
                adding.as_ref(),
            ) {
                Ok(Added::New(mut photo)) => {
                    photo.session = session;
                    photo.credit = event.details.usual_credit.clone();
                    new.push(photo);
                }
                Ok(Added::AlreadyHere(id)) => {
                    let file = event.photos.get(id).map(|photo| &photo.file);
                    match file.filter(|file| !folder.photo(file).exists()) {
                        Some(file) => match photo::put_back(&picture, &folder.photos(), file) {
                            Ok(()) => speaker.line(&folder.photo(file).to_string_lossy()),
                            Err(error) => complain(&error.sentence(words)),
                        },
                        None => speaker.line(
                            &words.tf("cli-photo-known", [("file", words.path(&picture).into())]),
                        ),
                    }
                }
                Err(error) => complain(&error.sentence(words)),
            }
        }
    }
    let finish = || {
        if let Some(adding) = adding {
            adding.finish();
        }
    };
    if new.is_empty() {
        finish();
        return Ok(outcome);
    }
    let copies: Vec<PathBuf> = new.iter().map(|photo| folder.photo(&photo.file)).collect();
    let edits = new.into_iter().map(Edit::from).collect();
    let saved = event
        .apply(&Edit::Batch(BatchName::AddPhotos(copies.len()), edits))
        .map_err(|_| StoreError::Unfaithful(folder.event_file()))
        .and_then(|_| folder.save_over(&event, opened.stamp));
    match saved {
        Ok(saved) => {
            finish();
            speaker.of_backup(saved.backup);
        }
        Err(error) => {
            // Another program may have put its file in the place of the one that was just written, which names them.
            if !matches!(error, StoreError::Unfaithful(_) | StoreError::Missing(_)) {
                take_away(&folder, &copies, before.as_ref());
            }
            finish();
            return Err(error.into());
        }
    }
    for copy in copies {
        speaker.line(&copy.to_string_lossy());
    }
    Ok(outcome)
}

/// The session that is meant by some letters of its title or of its kind, in any language. A title that is exactly
/// so goes before one that begins so, and that before one that has it in the middle.
fn find_session(
    event: &Event,
    text: &str,
    folder: &Folder,
    words: Words,
) -> Result<SessionId, CliError> {
    let names = |session: &Session| -> Vec<String> {
        let titles = session.title.iter().map(|(_, title)| title.clone());
        let kinds = Tongue::ALL.map(|tongue| Words::new(tongue).session_kind(session.kind));
        titles.chain(kinds).collect()
    };
    let sessions = event.sessions.iter();
    let found = find::nearest(sessions.map(|session| (session.id, names(session))), text);
    let event_file = folder.event_file();
    match found.as_slice() {
        [id] => Ok(*id),
        several @ [_, ..] => Err(CliError::SeveralSessions {
            event: event_file,
            text: text.to_owned(),
            names: several
                .iter()
                .map(|id| words.item_name(event, (*id).into()))
                .collect(),
        }),
        [] => Err(CliError::NoSession {
            event: event_file,
            text: text.to_owned(),
        }),
    }
}

/// The names in a folder; none if there is no such folder.
fn names_in(folder: &Path) -> Option<HashSet<OsString>> {
    let entries = fs::read_dir(folder).ok()?;
    Some(entries.flatten().map(|entry| entry.file_name()).collect())
}

/// Takes away the copies that were made, since the event does not name them. What else has come into the folder
/// belongs to whoever saved the event meanwhile.
fn take_away(folder: &Folder, copies: &[PathBuf], before: Option<&HashSet<OsString>>) {
    for copy in copies {
        let was_there = copy
            .file_name()
            .is_some_and(|name| before.is_some_and(|before| before.contains(name)));
        if !was_there && let Err(error) = fs::remove_file(copy) {
            tracing::debug!(?copy, %error, "a copy could not be taken away");
        }
    }
    if before.is_none() {
        // Only an empty folder goes.
        fs::remove_dir(folder.photos()).ok();
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::model::{EventId, Lang, SessionKind, Text};

    #[test]
    fn a_session_is_found_by_letters_of_its_title_or_kind() {
        let temp = tempfile::tempdir().unwrap();
        let mut event = Event::empty(EventId::new());
        let day = date(2025, 6, 3);
        let mut ids = Vec::new();
        for (kind, en, zh) in [
            (
                SessionKind::Keynote,
                "Universities and regions",
                "大學與區域",
            ),
            (SessionKind::Keynote, "Regions", ""),
            (SessionKind::Signing, "", ""),
            (SessionKind::GroupPhoto, "Photo of all", ""),
        ] {
            let mut session = Session::new(kind, day);
            session.title = Text::en(en).with(&Lang::ZH_HANT, zh);
            ids.push(session.id);
            event.apply(&session.into()).unwrap();
        }
        let folder = Folder::create(&temp.path().join("e"), &event).unwrap();
        let find = |text: &str| find_session(&event, text, &folder, Words::default());
        for (text, place) in [
            ("大學", 0),
            ("universities  AND", 0),
            ("regions", 1),
            ("signing", 2),
            ("簽署", 2),
            ("签约仪式", 2),
            ("of all", 3),
        ] {
            assert_eq!(find(text).unwrap(), ids[place], "{text}");
        }
        let several = find("keynote").unwrap_err().sentence(Words::default());
        assert!(
            several.contains("‘Universities and regions’ and ‘Regions’"),
            "{several}"
        );
        for text in ["lunch", "", "  "] {
            let none = find(text).unwrap_err().sentence(Words::default());
            assert!(none.contains("event.ron"), "{none}");
        }
    }

    #[test]
    fn only_what_was_copied_is_taken_away_again() {
        let temp = tempfile::tempdir().unwrap();
        let folder = Folder::draft(temp.path());
        fs::create_dir(folder.photos()).unwrap();
        let put = |name: &str| {
            let path = folder.photos().join(name);
            fs::write(&path, name).unwrap();
            path
        };
        let old = put("old.jpg");
        let before = names_in(&folder.photos());
        let (copy, of_others) = (put("copy.jpg"), put("somebody else's.jpg"));
        take_away(&folder, &[old.clone(), copy.clone()], before.as_ref());
        assert_eq!(
            (old.exists(), copy.exists(), of_others.exists()),
            (true, false, true)
        );
    }
}
