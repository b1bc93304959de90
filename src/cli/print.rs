//! `runsheet print`.

use std::{
    fs,
    io::Read,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
};

use super::{
    CliError, Outcome,
    args::{ALL_PAPERS, PrintArguments},
    say::Speaker,
};
use crate::{
    model::{Event, FileName, Lang},
    photo,
    plan::Plan,
    print::{HouseTemplates, Job, Paper, Pictures, Typesetter},
    store::{Folder, StoreError, write_whole},
    words::Words,
};

/// Prints one paper, or all of them, to PDF, and says where each is.
pub(super) fn print(wanted: &PrintArguments, speaker: &Speaker) -> Result<Outcome, CliError> {
    let folder = Folder::at(&wanted.event)?;
    let event = Arc::new(folder.read()?.event);
    let languages = languages(&event, wanted.language.as_deref(), &folder)?;
    let papers = match Paper::from_key(&wanted.paper) {
        Some(paper) => vec![(paper, wanted.out.clone())],
        None => Paper::ALL
            .into_iter()
            .map(|paper| (paper, name_of(paper, &languages, &wanted.out)))
            .collect(),
    };
    for (_, out) in &papers {
        may_be_replaced(out)?;
    }
    let house = folder.house_templates()?.into_iter().fold(
        HouseTemplates::of(folder.papers()),
        |house, (name, text)| house.with(name, text),
    );
    let plan = Arc::new(Plan::of(&event));
    let pictures = Arc::new(EventPictures {
        folder,
        words: speaker.words,
        complaints: Mutex::default(),
    });
    let mut done = Vec::new();
    for (paper, out) in papers {
        let pages = Typesetter::new().typeset(&Job {
            event: Arc::clone(&event),
            plan: Arc::clone(&plan),
            paper,
            languages: languages.clone(),
            house: house.clone(),
            pictures: Arc::clone(&pictures) as Arc<dyn Pictures>,
        })?;
        done.push((out, pages.pdf()?));
    }
    if wanted.paper == ALL_PAPERS && !is_stem(&wanted.out) {
        fs::create_dir_all(&wanted.out)
            .map_err(|error| StoreError::Unwritten(wanted.out.clone(), error.into()))?;
    }
    for (out, pdf) in done {
        write_whole(&out, &pdf)?;
        speaker.line(&out.to_string_lossy());
    }
    let complaints = pictures.complaints();
    for sentence in &complaints {
        speaker.complain(sentence);
    }
    Ok(if complaints.is_empty() {
        Outcome::Done
    } else {
        Outcome::Partly
    })
}

/// The languages of `en+zh-Hant`, each one of the event's; without any, the event's main one.
fn languages(event: &Event, wanted: Option<&str>, folder: &Folder) -> Result<Vec<Lang>, CliError> {
    let Some(wanted) = wanted else {
        return Ok(vec![event.details.main_language().clone()]);
    };
    let mut languages = Vec::new();
    let its_languages = &event.details.languages;
    for tag in wanted.split('+').map(str::trim) {
        let its_own = its_languages
            .iter()
            .find(|lang| lang.tag().eq_ignore_ascii_case(tag));
        let Some(lang) = its_own else {
            let lang = tag
                .parse()
                .map_err(|_| CliError::NotALanguage(tag.to_owned()))?;
            return Err(CliError::NotItsLanguage {
                event: folder.event_file(),
                lang,
                languages: its_languages.to_vec(),
            });
        };
        if !languages.contains(lang) {
            languages.push(lang.clone());
        }
    }
    Ok(languages)
}

/// Where one of all the papers goes: into the folder `out` under its own name; or beside it, if `out` is the name
/// of a PDF, with the paper's name added: `F-programme.pdf`.
fn name_of(paper: Paper, languages: &[Lang], out: &Path) -> PathBuf {
    if is_stem(out) {
        let stem = out.file_stem().unwrap_or_default().to_string_lossy();
        return out.with_file_name(format!("{stem}-{}.pdf", paper.key()));
    }
    let tags: Vec<_> = languages.iter().map(Lang::tag).collect();
    out.join(format!("{}.{}.pdf", paper.key(), tags.join("+")))
}

fn is_stem(out: &Path) -> bool {
    !out.is_dir()
        && out
            .extension()
            .is_some_and(|ext| ext.eq_ignore_ascii_case("pdf"))
}

/// An earlier print may be replaced; a photo, a letter or the event itself, whose name was typed by mistake, may not.
fn may_be_replaced(out: &Path) -> Result<(), CliError> {
    let mut head = Vec::new();
    let is_file = fs::metadata(out).is_ok_and(|found| found.is_file());
    let read = is_file
        && fs::File::open(out)
            .and_then(|file| file.take(5).read_to_end(&mut head))
            .is_ok();
    if read && !head.is_empty() && head != b"%PDF-" {
        return Err(CliError::NotAPdf(out.to_owned()));
    }
    Ok(())
}

/// The photos of the event as the papers need them, and a sentence for each that could not be read.
struct EventPictures {
    folder: Folder,
    words: Words,
    complaints: Mutex<Vec<String>>,
}

impl EventPictures {
    fn complaints(&self) -> Vec<String> {
        let complaints = self.complaints.lock();
        complaints.unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Pictures for EventPictures {
    fn picture(&self, file: &FileName, max_edge: u32) -> Option<Arc<Vec<u8>>> {
        let sentence = match self.folder.photo_inside(file) {
            Ok(path) => match photo::for_paper(&path, max_edge) {
                Ok(bytes) => return Some(Arc::new(bytes)),
                Err(error) => error.sentence(self.words),
            },
            Err(error) => error.sentence(self.words),
        };
        let mut complaints = self
            .complaints
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        if !complaints.contains(&sentence) {
            complaints.push(sentence);
        }
        None
    }
}
