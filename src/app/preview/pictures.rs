//! The photos that are printed.

use std::{
    collections::HashMap,
    path::PathBuf,
    sync::{Arc, Mutex},
};

use super::{Home, Waiting};
use crate::{model::FileName, photo, print, ui::PaperWait};

/// Photos by file and size; none for one that could not be read.
type Made = HashMap<(FileName, u32), Option<Arc<Vec<u8>>>>;

/// The photos as papers show them: scaled down once, and kept while the event is open.
#[derive(Default)]
pub(super) struct PagePictures {
    home: Mutex<Option<Home>>,
    /// Where the photos of a version are that were kept with it.
    kept: HashMap<FileName, PathBuf>,
    made: Mutex<Made>,
    /// What is waited for.
    waiting: Waiting,
}

impl PagePictures {
    /// None made yet, of these files that were kept with a version, or of the event's own.
    pub(super) fn of(kept: HashMap<FileName, PathBuf>, waiting: &Waiting) -> Self {
        Self {
            kept,
            waiting: waiting.clone(),
            ..Self::default()
        }
    }

    /// Pictures of these files are made again.
    pub(super) fn read_again(&self, changed: &[(FileName, String)]) {
        if let Ok(mut made) = self.made.lock() {
            made.retain(|(file, _), _| changed.iter().all(|(other, _)| other != file));
        }
    }

    /// Pictures that could not be read are looked for again.
    pub(super) fn try_again(&self) {
        if let Ok(mut made) = self.made.lock() {
            made.retain(|_, picture| picture.is_some());
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
}

impl print::Pictures for PagePictures {
    fn picture(&self, file: &FileName, max_edge: u32) -> Option<Arc<Vec<u8>>> {
        let key = (file.clone(), max_edge);
        if let Some(known) = self.made.lock().ok()?.get(&key) {
            return known.clone();
        }
        let _waiting = self.waiting.begins(PaperWait::Photos);
        let path = if let Some(kept) = self.kept.get(file) {
            kept.clone()
        } else {
            // Let go before the disk is asked: a frame that says where the photos are must not wait for it.
            let home = self.home.lock().ok()?.clone()?;
            home.photo(file).ok()?
        };
        let picture = photo::for_paper(&path, max_edge).ok().map(Arc::new);
        self.made.lock().ok()?.insert(key, picture.clone());
        picture
    }
}
