//! What both persons have done, and what of it nobody took back: that has to be there in the end, on both laptops.

use std::{fs, path::Path};

use runsheet::{
    model::{Event, FileName, SessionId},
    store::Folder,
};

use super::laptop::value;

/// What was typed into a field.
struct Typed {
    who: usize,
    session: SessionId,
    field: String,
    text: String,
    /// Whether somebody took it back who had seen it: by typing over it, or by an answer.
    is_taken_back: bool,
}

struct Removed {
    who: usize,
    session: SessionId,
    titles: Vec<String>,
}

struct Photo {
    who: usize,
    name: String,
    hash: String,
}

struct Issued {
    who: usize,
    note: String,
}

/// What was done in one round.
#[derive(Default)]
pub struct Ledger {
    typed: Vec<Typed>,
    removed: Vec<Removed>,
    photos: Vec<Photo>,
    issued: Vec<Issued>,
    /// What the cards were called that were chosen, and the others.
    answers: Vec<(String, String)>,
}

/// What is wrong, in a word by which it is counted, and in a sentence.
pub type Fault = (&'static str, String);

impl Ledger {
    pub fn typed(&mut self, who: usize, session: SessionId, field: &str, text: &str) {
        self.typed.push(Typed {
            who,
            session,
            field: field.to_owned(),
            text: text.to_owned(),
            is_taken_back: false,
        });
    }

    /// This stood in a field before somebody typed over it.
    pub fn typed_over(&mut self, session: SessionId, field: &str, text: &str) {
        for one in &mut self.typed {
            let is_it = one.session == session && one.field == field && one.text == text;
            one.is_taken_back |= is_it;
        }
    }

    pub fn removed(&mut self, who: usize, session: SessionId, title: &str) {
        self.removed.push(Removed {
            who,
            session,
            titles: vec![title.to_owned()],
        });
    }

    pub fn added_photo(&mut self, who: usize, file: &Path) {
        let bytes = fs::read(file).unwrap();
        self.photos.push(Photo {
            who,
            name: file.file_name().unwrap().to_string_lossy().into_owned(),
            hash: blake3::hash(&bytes).to_hex().to_string(),
        });
    }

    pub fn issued(&mut self, who: usize, note: &str) {
        self.issued.push(Issued {
            who,
            note: note.to_owned(),
        });
    }

    /// Somebody chose the first card, and so took back what only the second says.
    pub fn answered(&mut self, chosen: &str, other: &str) {
        for one in &mut self.typed {
            // What a card is called ends with its value.
            one.is_taken_back |= other.ends_with(&one.text) && !chosen.ends_with(&one.text);
        }
        self.answers.push((chosen.to_owned(), other.to_owned()));
    }

    pub fn answers(&self) -> usize {
        self.answers.len()
    }

    /// Whether somebody was asked whether this session is to be there.
    fn was_asked_about(&self, session: SessionId, titles: &[String]) -> bool {
        let typed = self.typed.iter().filter(|one| one.session == session);
        let names: Vec<&str> = typed
            .map(|one| one.text.as_str())
            .chain(titles.iter().map(String::as_str))
            .collect();
        self.answers.iter().any(|(chosen, _)| {
            chosen.contains("whether it is there") && names.iter().any(|name| chosen.contains(name))
        })
    }

    /// What is lost of it in this folder.
    pub fn lost_in(&self, folder: &Path) -> Vec<Fault> {
        let mut faults = Vec::new();
        let opened = Folder::at(folder).and_then(|folder| folder.read());
        let event = match opened {
            Ok(opened) => opened.event,
            Err(error) => return vec![("unreadable", format!("{}: {error}", folder.display()))],
        };
        self.lost_texts(&event, &mut faults);
        for one in &self.removed {
            let is_there = event.sessions.contains(one.session);
            if is_there && !self.was_asked_about(one.session, &one.titles) {
                let sentence = format!("{} removed {:?}, and it is there", one.who, one.titles);
                faults.push(("removal", sentence));
            }
        }
        for one in &self.photos {
            faults.extend(one.fault(&event, folder));
        }
        for one in &self.issued {
            let said = files_below(&folder.join("versions"))
                .iter()
                .any(|file| fs::read_to_string(file).is_ok_and(|text| text.contains(&one.note)));
            if !said {
                let sentence = format!("what {} issued as {:?} is nowhere", one.who, one.note);
                faults.push(("version", sentence));
            }
        }
        for file in files_below(folder) {
            let inside = file.strip_prefix(folder).unwrap().to_string_lossy();
            let is_kept = inside.starts_with("backups") || inside.starts_with(".runsheet");
            // What the engine was writing, and left when there was no more need for it.
            let name = file.file_name().unwrap().to_string_lossy();
            let is_part = name.starts_with(".syncthing.") && name.ends_with(".tmp");
            if inside.contains("sync-conflict") && !is_kept && !is_part {
                let kind = match inside.split('/').next() {
                    Some("versions") => "copy of a version",
                    Some("photos") => "copy of a photo",
                    _ => "copy",
                };
                faults.push((kind, format!("{inside} is left")));
            }
        }
        let at = folder.file_name().unwrap_or_default().to_string_lossy();
        faults
            .into_iter()
            .map(|(kind, sentence)| (kind, format!("{at}: {sentence}")))
            .collect()
    }

    fn lost_texts(&self, event: &Event, faults: &mut Vec<Fault>) {
        for one in self.typed.iter().filter(|one| !one.is_taken_back) {
            let Typed {
                who, field, text, ..
            } = one;
            let Some(session) = event.sessions.get(one.session) else {
                let removed = self.removed.iter().find(|gone| gone.session == one.session);
                let titles = removed.map_or(&[][..], |gone| &gone.titles);
                if !self.was_asked_about(one.session, titles) {
                    faults.push((
                        "session",
                        format!("{who} typed {text:?} into the {field} of a session that is gone"),
                    ));
                }
                continue;
            };
            let now = value(session, field);
            if now != *text {
                faults.push((
                    "edit",
                    format!("{who} typed {text:?} as {field}, and it is {now:?}"),
                ));
            }
        }
        self.strange_texts(event, faults);
    }

    /// Where all that was typed into a field was taken back, it says what somebody has chosen.
    fn strange_texts(&self, event: &Event, faults: &mut Vec<Fault>) {
        for one in &self.typed {
            let Some(session) = event.sessions.get(one.session) else {
                continue;
            };
            let now = value(session, &one.field);
            let is_typed = self.typed.iter().any(|other| {
                other.session == one.session && other.field == one.field && other.text == now
            });
            let is_chosen = (self.answers.iter()).any(|(chosen, _)| chosen.contains(&now));
            if one.is_taken_back && !is_typed && !is_chosen {
                let Typed {
                    who, field, text, ..
                } = one;
                faults.push((
                    "edit",
                    format!("{who} typed {text:?} as {field}; it is {now:?}, which nobody chose"),
                ));
            }
        }
    }
}

impl Photo {
    fn fault(&self, event: &Event, folder: &Path) -> Option<Fault> {
        let Self { who, name, hash } = self;
        let has_bytes = |file: &Path| {
            fs::read(file).is_ok_and(|bytes| blake3::hash(&bytes).to_hex().as_str() == hash)
        };
        let found = files_below(folder).into_iter().find(|file| has_bytes(file));
        let Some(found) = found else {
            return Some(("photo", format!("the bytes of {name} of {who} are nowhere")));
        };
        let photo = event.photos.iter().find(|photo| photo.hash == *hash);
        let Some(photo) = photo else {
            let sentence = format!(
                "no photo is {name} of {who}; its bytes are {}",
                found.display()
            );
            return Some(("photo unnamed", sentence));
        };
        let file: &FileName = &photo.file;
        if has_bytes(&folder.join("photos").join(file)) {
            return None;
        }
        let sentence = format!(
            "photos/{} is not {name} of {who}; its bytes are {}",
            file.as_str(),
            found.display()
        );
        Some(("photo exchanged", sentence))
    }
}

/// Every file below a folder.
pub fn files_below(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            files.extend(files_below(&path));
        } else {
            files.push(path);
        }
    }
    files.sort();
    files
}
