//! The thread that writes the journal: all that waits for the disk, so that no frame does.

use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::{
        Arc,
        mpsc::{Receiver, RecvTimeoutError, Sender},
    },
    time::{Duration, Instant},
};

use jiff::Timestamp;
use uuid::Uuid;

use super::{
    super::{
        Patience,
        inbox::{Finished, Outbox},
    },
    patience::{self, within},
};
use crate::{
    model::{Act, BatchName, Edit, Event},
    plan::changes,
    store::{
        Folder, Lineage, Stamp, StoreError,
        journal::{self, Entry, Head, JournalFile},
    },
};

/// How long an edit waits for others before all of them are written. With the slowest usual disk it stays far below
/// one second.
const WAIT: Duration = Duration::from_millis(200);

/// How soon it is tried again to write what could not be written.
const AGAIN: Duration = Duration::from_secs(2);

/// What the thread is told.
pub(super) enum Order {
    /// Another event is open.
    Opened(Box<Book>),
    /// This was done; the event is this now.
    Did(Vec<Entry>, Arc<Event>),
    /// The event as it is now is about to be saved.
    Saving,
    /// The event as it was then has been saved, there.
    Saved(Known, PathBuf),
    /// What somebody else saved was merged; the entries make the event out of it.
    Merged(Known, Vec<Entry>, Arc<Event>),
    /// The event is open no more, and nothing of it is unsaved that somebody wants.
    Closed,
    /// Say when everything is on the disk that was told before.
    Settle(Sender<()>),
    /// End, and leave on the disk what is not saved.
    Stop(Sender<()>),
}

/// What the event's file holds.
pub(super) struct Known {
    pub event: Arc<Event>,
    pub stamp: Stamp,
    /// From which saved states the open event was made, that of the file first.
    pub made_from: Vec<Lineage>,
}

/// What is known of the event that is open.
pub(super) struct Book {
    /// Whose journal it is; each file gets an identity of its own.
    pub head: Head,
    /// The event from which the entries begin.
    pub base: Arc<Event>,
    /// What was done since; of what is typed into one item only the last.
    pub entries: Vec<Entry>,
    /// The event as it is now.
    pub latest: Arc<Event>,
    /// The person's own data folder for journals.
    pub data: PathBuf,
    patience: Patience,
    /// Whether there is something to write though nothing was done: the event is in no file.
    pub is_new: bool,
    /// Journals whose entries this one has; they go when it is on the disk.
    pub old: Vec<PathBuf>,
    file: Option<JournalFile>,
    /// How many of the entries are in the file.
    written: usize,
    /// How many entries there were when saving began.
    saving: Option<usize>,
    /// Whether the event's own folder is too slow, or refuses.
    is_elsewhere: bool,
}

impl Book {
    /// Of an event of which nothing is written yet.
    pub(super) fn new(head: Head, base: Arc<Event>, data: PathBuf, patience: Patience) -> Self {
        Self {
            head,
            patience,
            latest: Arc::clone(&base),
            base,
            entries: Vec::new(),
            data,
            is_new: false,
            old: Vec::new(),
            file: None,
            written: 0,
            saving: None,
            is_elsewhere: false,
        }
    }

    fn push(&mut self, entry: Entry) {
        if let (Some(Entry::Did(_, last)), Entry::Did(_, act)) = (self.entries.last(), &entry)
            && last.is_replaced_by(act)
        {
            self.entries.pop();
            self.written = self.written.min(self.entries.len());
        }
        self.entries.push(entry);
    }

    fn is_due(&self) -> bool {
        self.written < self.entries.len() || (self.is_new && self.file.is_none())
    }

    /// Goes on from what was saved: what was done since saving began is in no file.
    fn saved(&mut self, known: Known, folder: &Path) {
        let from = self.saving.take().unwrap_or(self.entries.len());
        self.entries.drain(..from.min(self.entries.len()));
        self.is_new = false;
        self.head.folder = Some(folder.display().to_string());
        self.head.draft = None;
        self.begin_from(known);
        self.is_elsewhere = false;
        self.give_up_file();
        if self.entries.is_empty() {
            self.forget_old();
        }
    }

    /// Goes on from what somebody else has saved.
    fn merged(&mut self, theirs: Known, entries: Vec<Entry>) {
        self.saving = None;
        self.entries = entries;
        self.begin_from(theirs);
        self.give_up_file();
        if self.entries.is_empty() {
            self.forget_old();
        }
    }

    fn begin_from(&mut self, known: Known) {
        self.base = known.event;
        let head = self.head.clone().with_stamp(Some(known.stamp));
        self.head = head.made_from(known.made_from);
    }

    /// The file cannot be gone on with; another takes its entries over.
    fn give_up_file(&mut self) {
        self.written = 0;
        if let Some(file) = self.file.take() {
            self.old.push(file.path().to_owned());
        }
    }

    /// Takes away what another file has taken over. What is on a share that hangs is tried again the next time.
    fn forget_old(&mut self) {
        self.old = patience::without(
            self.patience.slow,
            std::mem::take(&mut self.old),
            self.head.event,
        );
        self.head.replaces.clear();
    }

    fn write(&mut self) -> Result<(), StoreError> {
        let begun = Instant::now();
        let is_full = self.file.as_ref().is_some_and(JournalFile::is_full);
        // Which entries are saved just now is known by their places.
        if is_full && self.saving.is_none() {
            // Steps that are long past cannot be undone after a crash; the event itself is whole, and still differs
            // from what its file holds.
            self.give_up_file();
            let all = changes::restore(&self.base, &self.latest);
            let all = Act::Made(Edit::Batch(BatchName::Merge, all));
            self.entries = vec![Entry::Did(Timestamp::now(), all)];
            self.is_new = true;
        }
        self.append();
        if self.file.is_none() {
            self.begin()?;
        }
        if begun.elapsed() > self.patience.slow && !self.is_elsewhere {
            // What comes next goes where the disk is near.
            self.is_elsewhere = true;
            self.give_up_file();
        }
        Ok(())
    }

    /// Puts what is not written behind the rest; where that cannot be done, or not in time, there is no file any more.
    fn append(&mut self) {
        let Some(mut file) = self.file.take() else {
            return;
        };
        let path = file.path().to_owned();
        let entries = self.entries[self.written..].to_vec();
        let append = move || {
            let appended = file.append(&entries);
            (file, appended)
        };
        let appended = within(self.patience.slow, append, drop);
        match appended {
            Some((file, Ok(()))) => {
                self.written = self.entries.len();
                self.file = Some(file);
                return;
            }
            Some((_, Err(error))) => tracing::warn!(%error, "the journal goes on elsewhere"),
            None => {
                tracing::warn!(?path, "the journal does not answer and goes on elsewhere");
                self.is_elsewhere = true;
            }
        }
        self.written = 0;
        self.old.push(path);
    }

    fn begin(&mut self) -> Result<(), StoreError> {
        self.head.id = Uuid::now_v7();
        self.head.began = Timestamp::now();
        self.head.title = self.base.details.title.clone();
        self.head.replaces = self.old.iter().filter_map(|old| id_of(old)).collect();
        let home = self.head.folder.as_deref().filter(|_| !self.is_elsewhere);
        let begun = match home.map(PathBuf::from) {
            None => None,
            Some(home) => match self.begin_in(&Folder::draft(&home).journals(), Some(home)) {
                Begun::There(file) => Some(file),
                Begun::Refused(error) => {
                    tracing::warn!(%error, "the journal goes into the data folder");
                    None
                }
                Begun::Hangs => {
                    self.is_elsewhere = true;
                    None
                }
            },
        };
        let begun = match begun {
            Some(file) => file,
            None => match self.begin_in(&self.data.clone(), None) {
                Begun::There(file) => file,
                Begun::Refused(error) => return Err(error),
                Begun::Hangs => {
                    let late = io::Error::from(io::ErrorKind::TimedOut);
                    return Err(StoreError::Unwritten(self.data.clone(), late.into()));
                }
            },
        };
        self.file = Some(begun);
        self.written = self.entries.len();
        self.forget_old();
        Ok(())
    }

    /// Begins a file in a folder of journals; where `home` is named, only if that is there.
    fn begin_in(&mut self, own: &Path, home: Option<PathBuf>) -> Begun {
        let (head, base) = (self.head.clone(), Arc::clone(&self.base));
        let (entries, folder) = (self.entries.clone(), own.to_owned());
        // An event's own folder is left for the data folder; that is left for nothing.
        let limit = if home.is_some() {
            self.patience.slow
        } else {
            self.patience.slowest
        };
        let begin = move || {
            // A folder that was renamed or taken away is not made again: that would look as if the event were there.
            if let Some(home) = home {
                fs::metadata(&home).map_err(|error| StoreError::Unwritten(home, error.into()))?;
            }
            JournalFile::begin(&folder, &head, &base, &entries)
        };
        // What is begun too late is of no use to anybody.
        let undo = |begun: Result<JournalFile, StoreError>| {
            if let Ok(file) = begun {
                file.remove();
            }
        };
        match within(limit, begin, undo) {
            Some(Ok(file)) => Begun::There(file),
            Some(Err(error)) => Begun::Refused(error),
            None => {
                // It may still come to be there, and then with another name than what is begun next.
                self.old.push(journal::path_in(own, self.head.id));
                self.head.replaces.push(self.head.id);
                self.head.id = Uuid::now_v7();
                Begun::Hangs
            }
        }
    }
}

/// What came of beginning a file.
enum Begun {
    There(JournalFile),
    Refused(StoreError),
    /// No answer yet.
    Hangs,
}

fn id_of(file: &Path) -> Option<Uuid> {
    Uuid::try_parse(file.file_stem()?.to_str()?).ok()
}

/// What the thread knows; it outlives a fault of the thread.
pub(super) struct Worker {
    orders: Receiver<Order>,
    outbox: Outbox,
    book: Option<Book>,
    /// When what waits has to be written.
    due: Option<Instant>,
    waiting: Vec<Sender<()>>,
    /// Whether the person was told that nothing can be written.
    has_complained: bool,
    has_ended: bool,
}

impl Worker {
    pub(super) fn new(orders: Receiver<Order>, outbox: Outbox) -> Self {
        Self {
            orders,
            outbox,
            book: None,
            due: None,
            waiting: Vec::new(),
            has_complained: false,
            has_ended: false,
        }
    }

    /// Works until the program ends. After a fault of its own it begins again with a new file: what was told it is
    /// not lost.
    pub(super) fn run(mut self) {
        while !self.has_ended {
            let step = std::panic::AssertUnwindSafe(|| self.step());
            if std::panic::catch_unwind(step).is_err() {
                if let Some(book) = &mut self.book {
                    book.give_up_file();
                }
                self.due = Some(Instant::now() + AGAIN);
            }
        }
    }

    fn step(&mut self) {
        let order = match self.due {
            Some(due) => self
                .orders
                .recv_timeout(due.saturating_duration_since(Instant::now())),
            None => self.orders.recv().map_err(RecvTimeoutError::from),
        };
        match order {
            Ok(order) => self.obey(order),
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => {
                self.has_ended = true;
                self.due = Some(Instant::now());
            }
        }
        if self.due.is_some_and(|due| due <= Instant::now()) {
            self.due = None;
            self.write();
        }
        for told in self.waiting.drain(..) {
            told.send(()).ok();
        }
    }

    fn obey(&mut self, order: Order) {
        match order {
            Order::Opened(book) => {
                self.book = Some(*book);
                self.wait();
            }
            Order::Did(entries, latest) => {
                if let Some(book) = &mut self.book {
                    for entry in entries {
                        book.push(entry);
                    }
                    book.latest = latest;
                }
                self.wait();
            }
            Order::Saving => {
                if let Some(book) = &mut self.book {
                    if !book.entries.is_empty() {
                        book.push(Entry::Saving(Timestamp::now()));
                    }
                    book.saving = Some(book.entries.len());
                }
                // What is saved is in the journal before it is in the file.
                self.due = Some(Instant::now());
            }
            Order::Saved(known, folder) => {
                if let Some(book) = &mut self.book {
                    book.saved(known, &folder);
                }
                self.wait();
            }
            Order::Merged(theirs, entries, latest) => {
                if let Some(book) = &mut self.book {
                    book.merged(theirs, entries);
                    book.latest = latest;
                }
                self.wait();
            }
            Order::Closed => {
                if let Some(mut book) = self.book.take() {
                    book.forget_old();
                    if let Some(file) = book.file.take() {
                        within(book.patience.slow, move || file.remove(), drop);
                    }
                }
                self.due = None;
            }
            Order::Settle(told) => {
                self.waiting.push(told);
                self.due = Some(Instant::now());
            }
            Order::Stop(told) => {
                self.has_ended = true;
                self.write();
                self.book = None;
                self.due = None;
                self.waiting.push(told);
            }
        }
    }

    fn wait(&mut self) {
        if self.book.as_ref().is_some_and(Book::is_due) {
            self.due.get_or_insert_with(|| Instant::now() + WAIT);
        }
    }

    fn write(&mut self) {
        let Some(book) = self.book.as_mut().filter(|book| book.is_due()) else {
            return;
        };
        match book.write() {
            Ok(()) => {
                if std::mem::take(&mut self.has_complained) {
                    self.outbox.hand_in(Finished::Journalled(None));
                }
            }
            Err(error) => {
                if !std::mem::replace(&mut self.has_complained, true) {
                    self.outbox.hand_in(Finished::Journalled(Some(error)));
                }
                self.due = Some(Instant::now() + AGAIN);
            }
        }
        // A book that was given up for being slow is written elsewhere at once.
        if self.due.is_none() {
            self.wait();
        }
    }
}
