//! The paper that is shown: turning to another, writing it to a PDF, and handing it to the system's viewer.

use std::{
    path::{Path, PathBuf},
    time::Duration,
};

use super::{
    Desk,
    files::file_name_of,
    inbox::Finished,
    preview::{Fault, InUse, complete, house_templates},
};
use crate::{
    print::{Typesetter, is_pdf},
    store::{self, StoreError},
    ui::{PaperCommand, Place, Progress, Question, Tone},
};

/// What becomes of a PDF.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// It is written where nothing is; whether it may replace something is asked first.
    New,
    /// It is written in place of whatever is there, as the person has agreed.
    Over,
    /// It is written aside and shown by the system's viewer.
    Viewer,
}

/// How a PDF was made.
#[derive(Debug)]
pub(super) struct Printed {
    /// Whether the templates of the house were done without.
    is_built_in: bool,
    /// What is to be told of its photos.
    lacks: Vec<String>,
}

/// Why there is no PDF.
#[derive(Debug)]
pub(super) enum NotPrinted {
    /// A file is there that nobody has agreed to replace.
    IsThere,
    /// It could not be made: a sentence.
    Failed(String),
    /// It could not be typeset.
    Unset(Fault),
}

impl Desk {
    /// Turns to another paper, or to another way of showing it.
    pub(super) fn turn_paper(&mut self, command: PaperCommand) {
        match command {
            PaperCommand::Show(paper) => {
                self.preview.paper = paper;
                self.preview.do_without(false);
                self.pictures.forget_pages();
            }
            PaperCommand::Languages(languages) => {
                let event = self.event().map(|event| event.id);
                self.preview.choose(languages, event);
                self.pictures.forget_pages();
            }
            PaperCommand::Since(since) => {
                self.preview.since = since;
                self.preview.turn();
                self.pictures.forget_pages();
            }
            PaperCommand::BuiltIn(is_built_in) => {
                self.preview.do_without(is_built_in);
                self.pictures.forget_pages();
            }
            PaperCommand::Zoom(zoom) => self.preview.zoom = zoom,
            PaperCommand::Page(page) => self.preview.scroll_to = Some(page),
            PaperCommand::Form(item) => {
                if let Some(item) = item {
                    self.form_is_shown = true;
                    self.select(item);
                }
                self.selection.on_paper = item;
            }
        }
    }

    /// Typesets the paper that is shown and writes it to `path`, off the frame.
    pub(super) fn print_to(&mut self, path: PathBuf, way: Way) {
        let Some(open) = &mut self.open else { return };
        // What was edited in this very frame is printed as well.
        open.follow();
        let shown = self.reading.as_ref();
        let event = shown.map_or(open.event(), |reading| &reading.past.event);
        let mut languages = self.preview.languages_of(event, self.words);
        if languages.is_empty() {
            languages.push(open.event().details.main_language().clone());
        }
        let (mut job, rest) = self.preview.job(open, self.reading.as_ref(), languages);
        let words = self.words;
        self.progress = Some(Progress {
            doing: words.t("app-printing"),
            done: 0,
            of: 0,
            can_cancel: false,
        });
        let undone = Finished::Printed {
            path: path.clone(),
            result: Err(NotPrinted::Failed(words.t("app-work-broke"))),
        };
        self.preview.begins_to_print();
        self.inbox.spawn_or(undone, move |outbox| {
            // Asked about the name that the file will have, not about the one that was typed.
            let path = if path.is_dir() {
                path
            } else {
                with_extension(path)
            };
            if way == Way::New && path.is_file() {
                let result = Err(NotPrinted::IsThere);
                return outbox.hand_in(Finished::Printed { path, result });
            }
            let mut print = || {
                let failed = |error: StoreError| NotPrinted::Failed(error.sentence(words));
                let house = house_templates(&rest).map_err(|error| error.sentence(words));
                let in_use = InUse::of(&rest, &house);
                let templates = in_use
                    .house
                    .map_err(|sentence| NotPrinted::Unset(Fault::unread(sentence, &house)))?;
                complete(&mut job, &rest, templates, &mut None).map_err(failed)?;
                let pages = Typesetter::new().typeset(&job);
                let pdf = pages
                    .and_then(|pages| pages.pdf())
                    .map_err(|error| NotPrinted::Unset(Fault::of(&error, &job, words)))?;
                if let Some(folder) = path.parent().filter(|_| way == Way::Viewer) {
                    std::fs::create_dir_all(folder).map_err(|error| {
                        let why = error.to_string();
                        NotPrinted::Failed(words.tf("app-viewer-folder", [("why", why.into())]))
                    })?;
                }
                store::write_out(&path, "PDF", is_pdf, &pdf).map_err(failed)?;
                if way == Way::Viewer {
                    show(&path).map_err(|why| {
                        NotPrinted::Failed(words.tf(
                            "app-no-viewer",
                            [("path", words.place(&path).into()), ("why", why.into())],
                        ))
                    })?;
                }
                Ok(Printed {
                    is_built_in: in_use.is_built_in,
                    lacks: rest.pictures.lacks(words),
                })
            };
            let result = print();
            outbox.hand_in(Finished::Printed { path, result });
        });
    }

    /// Tells the preview whether it is looked at; the pictures of its pages go when it rests.
    pub(super) fn show_paper(&mut self, ctx: &egui::Context) {
        let is_shown = self.open.is_some() && self.place == Place::Papers;
        let now = ctx.input(|input| input.time);
        let is_in_use = self.progress.is_some();
        if let Some(left) = self.preview.show(is_shown, is_in_use, now) {
            ctx.request_repaint_after(Duration::from_secs_f64(left));
        } else if self.preview.rests() {
            self.pictures.forget_pages();
        }
    }

    /// Writes the paper aside and has the system show it.
    pub(super) fn open_in_viewer(&mut self) {
        let Some(open) = &self.open else { return };
        let name = format!(
            "{} – {}.pdf",
            file_name_of(open.event(), self.words),
            self.preview.paper.name(self.words)
        );
        self.print_to(
            std::env::temp_dir().join("runsheet").join(name),
            Way::Viewer,
        );
    }

    /// The PDF was written, or not.
    pub(super) fn printed(&mut self, path: PathBuf, result: Result<Printed, NotPrinted>) {
        self.progress = None;
        match result {
            // A system without a viewer starts nothing and says nothing: the person is told where the file is.
            Ok(Printed { is_built_in, lacks }) => {
                self.are_done(std::slice::from_ref(&path));
                let key = if is_built_in {
                    "app-printed-built-in"
                } else {
                    "app-printed"
                };
                let sentence = self
                    .words
                    .tf(key, [("path", self.words.place(&path).into())]);
                self.say(Tone::Done, sentence);
                if !lacks.is_empty() {
                    let sentence = self
                        .words
                        .tf("paper-photos-lack", [("count", lacks.len().into())]);
                    self.say_each(Tone::Failed, sentence, lacks);
                }
            }
            Err(NotPrinted::IsThere) if self.question.is_none() => {
                self.question = Some(Question::Replace(path));
            }
            Err(NotPrinted::IsThere) => {
                let is_there = std::io::ErrorKind::AlreadyExists.into();
                let sentence = StoreError::Unwritten(path.clone(), is_there).sentence(self.words);
                self.say(Tone::Failed, sentence);
                self.said_of(vec![path]);
            }
            Err(NotPrinted::Failed(sentence)) => {
                self.say(Tone::Failed, sentence);
                self.said_of(vec![path]);
            }
            Err(NotPrinted::Unset(fault)) => {
                self.say(Tone::Failed, fault.told.sentence.clone());
                // Where the paper is shown stands what can be done.
                self.preview.fail(fault);
            }
        }
    }
}

/// What was typed without an extension is a PDF all the same.
pub(super) fn with_extension(path: PathBuf) -> PathBuf {
    if path
        .extension()
        .is_some_and(|ext| ext.eq_ignore_ascii_case("pdf"))
    {
        return path;
    }
    let mut name = path.into_os_string();
    name.push(".pdf");
    name.into()
}

fn show(path: &Path) -> Result<(), String> {
    opener::open(path).map_err(|error| error.to_string())
}
