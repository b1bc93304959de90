//! The photos that go out with a press release: numbered copies with their captions, and without any place.

use std::{
    fmt::Write as _,
    path::{Path, PathBuf},
    sync::Arc,
};

use super::{Desk, inbox::Finished};
use crate::{
    model::{Clearance, Event, FileName, Photo, file_stem, shown},
    photo::{self, Caption, PhotoError},
    plan::Plan,
    store::{StoreError, make_out, may_write, write_out},
    ui::{PathPurpose, Progress},
    words::Words,
};

/// What came of sending photos out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sent {
    /// The copies, and the list of their captions.
    pub files: Vec<PathBuf>,
    /// A sentence for each photo that could not be copied.
    pub failed: Vec<String>,
    /// A sentence for each photo that is held back, because its file holds another picture than its caption tells of.
    pub held_back: Vec<String>,
    /// A sentence for each copy that is there and does not hold all of its caption.
    pub cut: Vec<String>,
    /// How many photos stay, because nobody has cleared them.
    pub left: usize,
}

/// What the list of captions is called.
const LIST: &str = "captions.txt";

/// Whether a text that begins so is such a list: the name of a copy stands first in it.
fn is_list(head: &[u8]) -> bool {
    let head = String::from_utf8_lossy(head);
    let name = head.lines().next().unwrap_or_default();
    let number = name.split_once(' ').map_or("", |(number, _)| number);
    let is_picture = |format: photo::Format| name.ends_with(&format!(".{}", format.extension()));
    number.len() >= 2
        && number.bytes().all(|b| b.is_ascii_digit())
        && photo::Format::ALL.into_iter().any(is_picture)
}

/// Writes a copy of each cleared photo into a folder, which is made if it is not there, under its number; and beside
/// them `captions.txt`. The photos themselves are not touched. Their places are left out, unless they are to be kept.
///
/// # Errors
/// [`StoreError::Unwritten`] if the folder or a file in it cannot be written, [`StoreError::OfAnEvent`] if it is one of an
/// event's own, and [`StoreError::OtherKind`] if something else is there that is called as the list is.
pub fn send_out(
    event: &Event,
    plan: &Plan,
    find: impl Fn(&FileName) -> Result<PathBuf, StoreError>,
    out: &Path,
    keep_location: bool,
    words: Words,
) -> Result<Sent, StoreError> {
    let mut sent = Sent::default();
    let mut cleared: Vec<(u32, &Photo)> = Vec::new();
    for photo in &event.photos {
        match plan.photo_number(photo.id) {
            Some(number) if photo.clearance == Clearance::Cleared => cleared.push((number, photo)),
            Some(_) | None => sent.left += 1,
        }
    }
    cleared.sort_by_key(|(number, photo)| (*number, photo.id));
    if cleared.is_empty() {
        return Ok(sent);
    }
    let list_file = out.join(LIST);
    make_out(out)?;
    may_write(&list_file, LIST, is_list)?;
    let mut list = String::new();
    for (number, photo) in cleared {
        let caption = caption_of(event, photo);
        let copy = match find(&photo.file) {
            Ok(path) => photo::outgoing(&path, photo, &caption, keep_location),
            Err(error) => {
                sent.failed.push(error.sentence(words));
                continue;
            }
        };
        let (bytes, extension) = match copy {
            Ok(copy) => copy,
            Err(error @ PhotoError::Other(..)) => {
                sent.held_back.push(error.sentence_of_kept(words));
                continue;
            }
            Err(error) => {
                sent.failed.push(error.sentence_of_kept(words));
                continue;
            }
        };
        let own = Path::new(photo.file.as_str())
            .file_stem()
            .unwrap_or_default();
        let stem = file_stem(&own.to_string_lossy(), 120);
        let name = format!("{number:02} {stem}.{extension}");
        let file = out.join(&name);
        let is_such = |head: &[u8]| photo::begins_alike(head, &bytes);
        match write_out(&file, &extension.to_uppercase(), is_such, &bytes) {
            Ok(()) => {}
            Err(error @ StoreError::OtherKind(..)) => {
                sent.failed.push(error.sentence(words));
                continue;
            }
            Err(error) => return Err(error),
        }
        if !keep_location && extension == "jpg" && caption.is_cut() {
            let values = [("file", words.path(&file).into())];
            sent.cut.push(words.tf("press-caption-cut", values));
        }
        let _ = writeln!(list, "{name}");
        for (_, text) in &caption.texts {
            let _ = writeln!(list, "{}", shown(text));
        }
        if !caption.credit.is_empty() {
            let _ = writeln!(list, "{}", shown(&caption.credit));
        }
        list.push('\n');
        sent.files.push(file);
    }
    write_out(&list_file, LIST, is_list, list.as_bytes())?;
    sent.files.push(list_file);
    Ok(sent)
}

impl Desk {
    /// Asks where what was chosen for other programs or for the press shall go.
    pub(super) fn ask_where(&mut self, purpose: PathPurpose) {
        self.question = None;
        self.ask_path(purpose);
    }

    /// Copies the cleared photos for the press into a folder, off the frame.
    pub(super) fn photos_to(&mut self, out: PathBuf, keep_location: bool) {
        let Some(open) = &self.open else { return };
        let (event, plan, home) = (
            Arc::clone(open.event()),
            Arc::clone(&open.plan),
            open.home.clone(),
        );
        let words = self.words;
        self.progress = Some(Progress {
            doing: words.t("app-exporting"),
            done: 0,
            of: 0,
            can_cancel: false,
        });
        let undone = Finished::Exported {
            path: out.clone(),
            result: Err(words.t("app-work-broke")),
        };
        self.inbox.spawn_or(undone, move |outbox| {
            let find = |file: &FileName| home.photo(file);
            let sent = send_out(&event, &plan, find, &out, keep_location, words);
            let result = match sent.map_err(|error| error.sentence(words)) {
                Ok(Sent {
                    files,
                    failed,
                    held_back,
                    cut,
                    ..
                }) if !failed.is_empty() || !held_back.is_empty() => {
                    let failed = [held_back, failed].concat();
                    // The last of the files is the list of captions.
                    let values = [
                        ("count", files.len().saturating_sub(1).into()),
                        ("folder", words.path(&out).into()),
                    ];
                    let told = words.tf("press-incomplete", values);
                    Err(format!("{told}\n{}", [failed, cut].concat().join("\n")))
                }
                Ok(Sent { files, left, .. }) if files.is_empty() => {
                    Err(words.tf("press-left", [("count", left.into())]))
                }
                Ok(Sent { cut, .. }) if !cut.is_empty() => {
                    let told = words.tf("app-exported", [("path", words.place(&out).into())]);
                    Err(format!("{told}\n{}", cut.join("\n")))
                }
                Ok(_) => Ok(()),
                Err(sentence) => Err(sentence),
            };
            outbox.hand_in(Finished::Exported { path: out, result });
        });
    }
}

fn caption_of(event: &Event, photo: &Photo) -> Caption {
    let languages = event.details.languages.iter();
    let texts = languages
        .map(|lang| (lang.tag().to_owned(), photo.caption.text(lang).to_owned()))
        .filter(|(_, text)| !text.trim().is_empty());
    let credit = if photo.credit.is_empty() {
        &event.details.usual_credit
    } else {
        &photo.credit
    };
    Caption {
        texts: texts.collect(),
        credit: credit.shown(event.details.main_language()).to_owned(),
    }
}
