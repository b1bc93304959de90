//! `runsheet print`.

use std::{
    collections::{BTreeMap, HashMap},
    fs,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
};

use super::{
    CliError, Outcome,
    args::{ALL_PAPERS, PrintArguments},
    say::Speaker,
};
use crate::{
    app::paper_photos,
    model::{Event, Lang, Photo, PhotoId, Standing},
    plan::Plan,
    print::{HouseTemplates, Job, Paper, Pictures, Since, Typesetter, is_pdf},
    store::{Folder, Reason, StoreError, make_out, may_write, write_out},
    words::Words,
};

/// Prints one paper, or all of them, to PDF, and says where each is.
pub(super) fn print(wanted: &PrintArguments, speaker: &Speaker) -> Result<Outcome, CliError> {
    let folder = Folder::at(&wanted.event)?;
    let State {
        event,
        standing,
        papers: templates,
        kept,
        read_only,
    } = state(&folder, wanted)?;
    speaker.note_newer(read_only);
    let languages = languages(&event, wanted.language.as_deref(), &folder)?;
    let papers = match Paper::from_key(&wanted.paper) {
        Some(paper) => vec![(paper, wanted.out.clone())],
        None => Paper::ALL
            .into_iter()
            .map(|paper| (paper, name_of(paper, &languages, &wanted.out)))
            .collect(),
    };
    let papers = papers_that_are(papers, wanted, &folder)?;
    if wanted.paper == ALL_PAPERS && !is_stem(&wanted.out) && is_something_else(&wanted.out) {
        return Err(CliError::NotAFolder(wanted.out.clone()));
    }
    for (_, out) in &papers {
        may_write(out, "PDF", is_pdf)?;
    }
    let house = templates.into_iter().fold(
        HouseTemplates::of(folder.papers()),
        |house, (name, text)| house.with(name, text),
    );
    let plan = Arc::new(Plan::of(&event));
    let since_of = |paper: Paper| -> Result<Option<Since>, CliError> {
        match (paper, wanted.since) {
            (Paper::RunOfShow | Paper::Changes, Some(number)) => since(&folder, number).map(Some),
            (Paper::Changes, None) => {
                let number = before(&folder, &standing)?;
                since(&folder, number).map(Some)
            }
            (Paper::Programme | Paper::RunOfShow | Paper::PhotoSheet | Paper::NameList, _) => {
                Ok(None)
            }
        }
    };
    let papers = papers
        .into_iter()
        .map(|(paper, out)| Ok((paper, out, since_of(paper)?)))
        .collect::<Result<Vec<_>, CliError>>()?;
    let pictures = Arc::new(EventPictures {
        folder,
        kept,
        words: speaker.words,
        complaints: Mutex::default(),
    });
    let mut done = Vec::new();
    for (paper, out, since) in papers {
        let pages = Typesetter::new().typeset(&Job {
            event: Arc::clone(&event),
            plan: Arc::clone(&plan),
            paper,
            languages: languages.clone(),
            standing: standing.clone(),
            since,
            house: house.clone(),
            pictures: Arc::clone(&pictures) as Arc<dyn Pictures>,
        })?;
        done.push((out, pages.pdf()?));
    }
    if wanted.paper == ALL_PAPERS && !is_stem(&wanted.out) {
        make_out(&wanted.out)?;
    }
    for (out, pdf) in done {
        write_out(&out, "PDF", is_pdf, &pdf)?;
        speaker.line(&out.to_string_lossy());
    }
    let complaints = pictures.complaints();
    for sentence in &complaints {
        speaker.complain(sentence);
    }
    Ok(if complaints.is_empty() {
        Outcome::Done
    } else {
        // The papers are there, and something in them is not as it should be.
        Outcome::Problems
    })
}

/// What is printed: the event as it is, or one of its versions.
struct State {
    event: Arc<Event>,
    standing: Standing,
    /// The house's own templates.
    papers: BTreeMap<String, String>,
    /// The photos that were kept with a version.
    kept: HashMap<PhotoId, PathBuf>,
    /// Why not all of it is known.
    read_only: Option<Reason>,
}

fn state(folder: &Folder, wanted: &PrintArguments) -> Result<State, StoreError> {
    if let Some(number) = wanted.version {
        let version = folder.version(number)?;
        return Ok(State {
            kept: folder.kept_photos(&version.event),
            read_only: version.read_only,
            event: version.event,
            standing: Standing::Version(version.issue),
            papers: if wanted.is_built_in {
                BTreeMap::new()
            } else {
                version.papers
            },
        });
    }
    let opened = folder.read()?;
    let event = opened.event;
    // Also templates that cannot even be read are done without.
    let papers = if wanted.is_built_in {
        BTreeMap::new()
    } else {
        folder.house_templates()?
    };
    Ok(State {
        standing: folder.standing(&event, &papers)?,
        event: Arc::new(event),
        papers,
        kept: HashMap::new(),
        read_only: opened.read_only,
    })
}

/// The papers that can be printed: among all, what has changed only where there is a version to compare with.
fn papers_that_are(
    papers: Vec<(Paper, PathBuf)>,
    wanted: &PrintArguments,
    folder: &Folder,
) -> Result<Vec<(Paper, PathBuf)>, CliError> {
    if let ([(paper, _)], Some(_)) = (papers.as_slice(), wanted.since)
        && !matches!(paper, Paper::RunOfShow | Paper::Changes)
    {
        return Err(CliError::ShowsNoChanges(*paper));
    }
    let mut papers = papers;
    if papers.len() > 1 && wanted.since.is_none() {
        let first = wanted.version.unwrap_or(u32::MAX);
        let has_earlier = folder
            .version_numbers()?
            .iter()
            .any(|&number| number < first);
        papers.retain(|(paper, _)| has_earlier || *paper != Paper::Changes);
    }
    Ok(papers)
}

/// The version before the state that is printed: the last one, unless it is printed itself.
fn before(folder: &Folder, standing: &Standing) -> Result<u32, CliError> {
    let numbers = folder.version_numbers()?;
    let earlier = match standing {
        Standing::Version(issue) => numbers.iter().rev().find(|number| **number < issue.number),
        Standing::Draft | Standing::DraftAfter(_) => numbers.last(),
    };
    // Of the first version nothing went before; it is compared with itself.
    earlier
        .or(numbers.first())
        .copied()
        .ok_or_else(|| CliError::NothingIssued(folder.event_file()))
}

fn since(folder: &Folder, number: u32) -> Result<Since, CliError> {
    let version = folder.version(number)?;
    Ok(Since {
        plan: Arc::new(Plan::of(&version.event)),
        issue: version.issue,
        event: version.event,
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

/// Whether something is there that is no folder.
fn is_something_else(out: &Path) -> bool {
    fs::metadata(out).is_ok_and(|found| !found.is_dir())
}

/// The photos of the event as the papers need them, and a sentence for each that is not as it should be.
struct EventPictures {
    folder: Folder,
    kept: HashMap<PhotoId, PathBuf>,
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
    fn picture(&self, photo: &Photo, max_edge: u32) -> Option<Arc<Vec<u8>>> {
        let kept = self.kept.get(&photo.id).map(PathBuf::as_path);
        let own = || self.folder.photo_inside(&photo.file);
        let (picture, lack) = paper_photos::picture(photo, kept, own, max_edge);
        if let Some(lack) = lack {
            let sentence = lack.sentence(self.words);
            let complaints = self.complaints.lock();
            let mut complaints = complaints.unwrap_or_else(PoisonError::into_inner);
            if !complaints.contains(&sentence) {
                complaints.push(sentence);
            }
        }
        picture.map(Arc::new)
    }
}
