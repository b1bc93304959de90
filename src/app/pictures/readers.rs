//! Threads that read photos: those that wait for a folder that does not answer hold up neither the pages of papers nor
//! the photos of another event.

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use image::RgbaImage;

use super::super::{
    inbox::{Finished, Outbox},
    open::Home,
};
use crate::{model::FileName, photo, words::Words};

/// How many photos are read at the same time.
const READERS: usize = 4;

/// How soon a photo that could not be read is tried again.
const AGAIN: Duration = Duration::from_secs(20);

/// Makes the thumbnail of a photo, so wide; or says why there is none.
pub(super) type Maker = fn(&Home, &FileName, u32, Words) -> Result<RgbaImage, String>;

/// What is to be read of one event.
type Queue = Arc<Mutex<Reading>>;

#[derive(Default)]
struct Reading {
    /// The last that was asked for comes first, since that is what the person looks at.
    wanted: Vec<Wanted>,
    /// How many threads read.
    readers: usize,
}

struct Wanted {
    key: (String, u32),
    home: Home,
    file: FileName,
    words: Words,
}

/// Reads the photos of the event that is open.
pub(super) struct Readers {
    queue: Queue,
    pub make: Maker,
    /// How soon one that could not be read is tried again, while it is shown.
    pub again: Duration,
    outbox: Outbox,
}

impl Readers {
    pub(super) fn new(outbox: Outbox) -> Self {
        Self {
            queue: Queue::default(),
            make: thumbnail,
            again: AGAIN,
            outbox,
        }
    }

    /// Another event is open: nothing that is not begun yet is read of the one before, and nobody waits for its readers.
    pub(super) fn begin_anew(&mut self) {
        if let Ok(mut queue) = std::mem::take(&mut self.queue).lock() {
            queue.wanted.clear();
        }
    }

    /// Has a photo read.
    pub(super) fn ask(&self, key: (String, u32), home: Home, file: FileName, words: Words) {
        let Ok(mut queue) = self.queue.lock() else {
            return;
        };
        queue.wanted.push(Wanted {
            key,
            home,
            file,
            words,
        });
        if queue.readers == READERS {
            return;
        }
        let (from, outbox, make) = (Arc::clone(&self.queue), self.outbox.clone(), self.make);
        let reader = std::thread::Builder::new().name("photos".into());
        match reader.spawn(move || read(&from, &outbox, make)) {
            Ok(_) => queue.readers += 1,
            // Those that read already come to it; where there are none, the next that is asked for has it read.
            Err(error) => tracing::warn!(%error, "no thread reads photos"),
        }
    }
}

/// Reads what is wanted until there is nothing more.
fn read(from: &Queue, outbox: &Outbox, make: Maker) {
    loop {
        let wanted = {
            let Ok(mut queue) = from.lock() else { return };
            let Some(wanted) = queue.wanted.pop() else {
                queue.readers -= 1;
                return;
            };
            wanted
        };
        let Wanted {
            key,
            home,
            file,
            words,
        } = wanted;
        // A fault here costs this picture alone.
        let made = std::panic::catch_unwind(|| make(&home, &file, key.1, words));
        let result = made.unwrap_or_else(|_| Err(words.t("app-work-broke")));
        outbox.hand_in(Finished::Thumb { key, result });
    }
}

fn thumbnail(home: &Home, file: &FileName, width: u32, words: Words) -> Result<RgbaImage, String> {
    let path = home.photo(file).map_err(|error| error.sentence(words))?;
    photo::thumbnail(&path, width).map_err(|error| error.sentence_of_kept(words))
}
