//! The photos that are printed.

use std::{
    collections::{BTreeMap, HashMap},
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError},
};

use super::{Home, Waiting};
use crate::{
    app::paper_photos::{self, Lack},
    model::{FileName, Photo, PhotoId},
    print,
    ui::PaperWait,
    words::Words,
};

/// Photos by file, hash and size.
type Made = HashMap<(FileName, String, u32), OnPaper>;

/// A photo as it is on a paper.
#[derive(Clone)]
struct OnPaper {
    /// None for one that could not be read, or is held back.
    picture: Option<Arc<Vec<u8>>>,
    /// What is to be told of it.
    lack: Option<Lack>,
}

/// The photos as papers show them: scaled down once, and kept while the event is open.
#[derive(Default)]
pub(super) struct PagePictures {
    home: Mutex<Option<Home>>,
    /// Where the photos of a version are that were kept with it.
    kept: HashMap<PhotoId, PathBuf>,
    made: Mutex<Made>,
    /// What is waited for.
    waiting: Waiting,
}

impl PagePictures {
    /// None made yet, of these files that were kept with a version, or of the event's own.
    pub(super) fn of(kept: HashMap<PhotoId, PathBuf>, waiting: &Waiting) -> Self {
        Self {
            kept,
            waiting: waiting.clone(),
            ..Self::default()
        }
    }

    /// Pictures of these files are made again.
    pub(super) fn read_again(&self, changed: &[(FileName, String)]) {
        if let Ok(mut made) = self.made.lock() {
            made.retain(|(file, ..), _| changed.iter().all(|(other, _)| other != file));
        }
    }

    /// Pictures are made again when they are printed next.
    pub(super) fn forget(&self) {
        if let Ok(mut made) = self.made.lock() {
            made.clear();
        }
    }

    /// Pictures that could not be read are looked for again.
    pub(super) fn try_again(&self) {
        if let Ok(mut made) = self.made.lock() {
            made.retain(|_, made| made.picture.is_some());
        }
    }

    /// Where the photos are.
    pub(super) fn set_home(&self, home: &Home) {
        if let Ok(mut have) = self.home.lock()
            && have
                .as_ref()
                .is_none_or(|have| have.photos() != home.photos())
        {
            *have = Some(home.clone());
            if let Ok(mut made) = self.made.lock() {
                made.clear();
            }
        }
    }

    fn get(&self, photo: &Photo, max_edge: u32) -> Option<OnPaper> {
        let key = (photo.file.clone(), photo.hash.clone(), max_edge);
        if let Some(known) = self.made.lock().ok()?.get(&key) {
            return Some(known.clone());
        }
        let _waiting = self.waiting.begins(PaperWait::Photos);
        // Let go before the disk is asked: a frame that says where the photos are must not wait for it.
        let home = self.home.lock().ok()?.clone()?;
        let kept = self.kept.get(&photo.id).map(PathBuf::as_path);
        let own = || home.photo(&photo.file);
        let (picture, lack) = paper_photos::picture(photo, kept, own, max_edge);
        let made = OnPaper {
            picture: picture.map(Arc::new),
            lack,
        };
        self.made.lock().ok()?.insert(key, made.clone());
        Some(made)
    }
}

/// The photos of one paper, and what is to be told of those that are not on it as they were added.
#[derive(Default)]
pub(in crate::app) struct JobPictures {
    all: Arc<PagePictures>,
    lacks: Mutex<BTreeMap<FileName, Lack>>,
}

impl JobPictures {
    pub(super) fn of(all: &Arc<PagePictures>) -> Self {
        Self {
            all: Arc::clone(all),
            lacks: Mutex::default(),
        }
    }

    /// The paper is typeset from the beginning.
    pub(in crate::app) fn begin(&self) {
        let lacks = self.lacks.lock();
        lacks.unwrap_or_else(PoisonError::into_inner).clear();
    }

    /// What is to be told of the photos of the paper.
    pub(in crate::app) fn lacks(&self, words: Words) -> Vec<String> {
        let lacks = self.lacks.lock().unwrap_or_else(PoisonError::into_inner);
        lacks.values().map(|lack| lack.sentence(words)).collect()
    }
}

impl print::Pictures for JobPictures {
    fn picture(&self, photo: &Photo, max_edge: u32) -> Option<Arc<Vec<u8>>> {
        let made = self.all.get(photo, max_edge)?;
        if let Some(lack) = made.lack {
            let lacks = self.lacks.lock();
            let mut lacks = lacks.unwrap_or_else(PoisonError::into_inner);
            lacks.insert(photo.file.clone(), lack);
        }
        made.picture
    }
}
