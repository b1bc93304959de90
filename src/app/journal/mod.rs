//! The journal: what is done and not saved is on the disk within a second, and is offered again if the program ends
//! before it is saved.

mod patience;
mod recovery;
mod worker;

use std::{
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex, PoisonError,
        mpsc::{Receiver, Sender, channel},
    },
    time::Duration,
};

use jiff::Timestamp;

use super::{
    Desk, Patience,
    inbox::{Inbox, Loaded},
    open::Home,
};
use crate::{
    model::{Act, BatchName, Edit, Event},
    store::{
        Folder, Lineage, Stamp, StoreError,
        journal::{Entry, Head, Recovered, path_in},
    },
    ui::Tone,
};

pub(super) use recovery::{Found, LeftBehind, Recovering, look};
use worker::{Book, Known, Order, Worker};

/// How long the disk is waited for when the program may be about to end by a fault.
const BEFORE_THE_END: Duration = Duration::from_secs(2);

/// How long the disk is waited for before a save, on a thread of its own: a journal that has what is saved tells a save
/// that was cut off from one of somebody else.
const BEFORE_SAVE: Duration = Duration::from_secs(10);

/// What the thread is called.
const NAME: &str = "journal";

/// The way to the thread that writes the journal of the window that was opened last: a fault of the program has it
/// written before anything else.
static RUNNING: Mutex<Option<Sender<Order>>> = Mutex::new(None);

/// The thread that writes the journal, as the window sees it.
pub(super) struct Journal {
    orders: Sender<Order>,
    data: PathBuf,
    patience: Patience,
    /// The notice that it cannot be written, until it is written again.
    complaint: Option<u64>,
}

/// Comes when the journal is on the disk.
pub(super) struct OnDisk(Option<Receiver<()>>);

impl OnDisk {
    /// Waits for the disk, but not for ever.
    pub(super) fn wait(&mut self) {
        if let Some(told) = self.0.take() {
            told.recv_timeout(BEFORE_SAVE).ok();
        }
    }
}

impl Journal {
    /// A thread that writes journals, into this data folder where the event's own cannot be written.
    pub(super) fn new(inbox: &Inbox, data: &Path, patience: Patience) -> Self {
        let (orders, receive) = channel();
        let worker = Worker::new(receive, inbox.outbox());
        // Without a thread nothing is kept, and the program goes on: that is as before there were journals.
        let thread = std::thread::Builder::new().name(NAME.into());
        if let Err(error) = thread.spawn(move || worker.run()) {
            tracing::error!(%error, "no journal is kept");
        }
        *RUNNING.lock().unwrap_or_else(PoisonError::into_inner) = Some(orders.clone());
        Self {
            orders,
            data: data.to_owned(),
            patience,
            complaint: None,
        }
    }

    /// The person's own data folder of the program.
    pub(super) fn data(&self) -> &Path {
        &self.data
    }

    /// Where journals stand in it.
    fn folder(&self) -> PathBuf {
        self.data.join("journals")
    }

    fn order(&self, order: Order) {
        // Without the thread nobody writes; it ends with the window only.
        self.orders.send(order).ok();
    }
}

impl Drop for Journal {
    fn drop(&mut self) {
        let (tell, told) = channel();
        self.order(Order::Stop(tell));
        told.recv_timeout(self.patience.ending).ok();
    }
}

/// Has everything that was done written to the disk now, and waits for that a little while: the program may be about
/// to end.
pub(super) fn write_now() {
    if std::thread::current().name() == Some(NAME) {
        // It would wait for itself.
        return;
    }
    // Whoever holds it while this thread fails is not waited for.
    let running = RUNNING.try_lock().ok().and_then(|running| running.clone());
    if let Some(orders) = running {
        let (tell, told) = channel();
        if orders.send(Order::Settle(tell)).is_ok() {
            told.recv_timeout(BEFORE_THE_END).ok();
        }
    }
}

fn head_of(base: &Event, home: &Home) -> Head {
    let mut head = Head::new(base.id, base.details.title.clone());
    match home {
        Home::Folder(folder) => head.folder = Some(folder.path().display().to_string()),
        Home::Draft(path) => head.draft = Some(path.display().to_string()),
    }
    head
}

impl Desk {
    /// Where journals stand that are in no event's folder; none where none are kept.
    pub(super) fn journal_folder(&self) -> Option<PathBuf> {
        self.journal.as_ref().map(Journal::folder)
    }

    /// An event is about to be shown: its journal begins with the first edit; at once if there is no file that has
    /// what is in it.
    pub(super) fn journal_opened(&self, loaded: &Loaded) {
        if let Some(recovered) = &loaded.recovered {
            return self.begin_recovered(recovered, &loaded.home);
        }
        let Some(journal) = &self.journal else { return };
        let base = Arc::new(loaded.event.clone());
        let states = loaded.lineage.iter().cloned().collect();
        let head = head_of(&base, &loaded.home).with_stamp(loaded.stamp);
        let head = head.made_from(states);
        let mut book = Book::new(head, base, journal.folder(), journal.patience);
        book.is_new = loaded.is_new;
        journal.order(Order::Opened(Box::new(book)));
    }

    /// What was recovered is in the place of the event that is open: another journal takes it over at once.
    pub(super) fn journal_recovered(&self, recovered: &Recovered) {
        if let Some(open) = &self.open {
            self.begin_recovered(recovered, &open.home);
        }
    }

    fn begin_recovered(&self, recovered: &Recovered, home: &Home) {
        let Some(journal) = &self.journal else { return };
        let base = Arc::clone(&recovered.base);
        let head = head_of(&base, home).with_stamp(recovered.base_stamp);
        let head = head.made_from(recovered.head.made_from.clone());
        let mut book = Book::new(head, base, journal.folder(), journal.patience);
        book.entries.clone_from(&recovered.entries);
        book.latest = Arc::clone(recovered.history.event());
        // Those that it had taken over go with it, if the program ended before they could.
        let file = &recovered.file;
        book.old = vec![file.clone()];
        let beside = file.parent().map(Path::to_owned);
        let at_home = home.folder().map(Folder::journals);
        let places = [beside, Some(journal.folder()), at_home];
        for place in places.iter().flatten() {
            let replaced = recovered.head.replaces.iter();
            book.old.extend(replaced.map(|id| path_in(place, *id)));
        }
        book.is_new = true;
        journal.order(Order::Opened(Box::new(book)));
    }

    /// Hands over what was done since the last time. It costs as much as was done, whatever the size of the event.
    pub(super) fn tell_journal(&mut self) {
        let Some(open) = &mut self.open else { return };
        let acts = open.history.take_acts();
        if let Some(journal) = self.journal.as_ref().filter(|_| !acts.is_empty()) {
            let now = Timestamp::now();
            let entries = acts.into_iter().map(|act| Entry::Did(now, act)).collect();
            journal.order(Order::Did(entries, Arc::clone(open.event())));
        }
    }

    /// The event as it is now is about to be saved. What comes of it is awaited before the file is written.
    pub(super) fn journal_saving(&mut self) -> OnDisk {
        self.tell_journal();
        OnDisk(self.journal.as_ref().map(|journal| {
            let (tell, told) = channel();
            journal.order(Order::Saving);
            journal.order(Order::Settle(tell));
            told
        }))
    }

    /// The event has been saved, as it was when saving began.
    pub(super) fn journal_saved(&self, event: Arc<Event>, folder: &Path, stamp: Stamp) {
        if let Some(journal) = &self.journal {
            let saved = Known {
                event,
                stamp,
                made_from: self.made_from(),
            };
            journal.order(Order::Saved(saved, folder.to_owned()));
        }
    }

    /// The saved states that the open event was made from.
    fn made_from(&self) -> Vec<Lineage> {
        let open = self.open.as_ref();
        open.map(|open| open.sources.states(&open.history))
            .unwrap_or_default()
    }

    /// What somebody else has saved has been merged: what is not saved is from now on these edits on top of that.
    pub(super) fn journal_merged(&mut self, theirs: Arc<Event>, stamp: Stamp, edits: Vec<Edit>) {
        self.tell_journal();
        let (Some(journal), Some(open)) = (&self.journal, &self.open) else {
            return;
        };
        let now = Arc::clone(open.event());
        let name = BatchName::Merge;
        let entries = (!edits.is_empty())
            .then(|| Entry::Did(Timestamp::now(), Act::Made(Edit::Batch(name, edits))));
        let entries = entries.into_iter().collect();
        let theirs = Known {
            event: theirs,
            stamp,
            made_from: self.made_from(),
        };
        journal.order(Order::Merged(theirs, entries, now));
    }

    /// The event is left: it is saved, or the person does not want what is not.
    pub(super) fn journal_closed(&self) {
        if let Some(journal) = &self.journal {
            journal.order(Order::Closed);
        }
    }

    /// The program ends: what the journal was told is done before that.
    pub(super) fn end_journal(&mut self) {
        self.journal = None;
    }

    /// The journal cannot be written, or can be written again.
    pub(super) fn journalled(&mut self, trouble: Option<StoreError>) {
        let words = self.words;
        if let Some(error) = trouble {
            let fault = [("fault", error.sentence(words).into())];
            let sentence = words.tf("journal-unwritten", fault);
            self.say(Tone::Failed, sentence);
            if let Some(journal) = &mut self.journal {
                journal.complaint = Some(self.noticed);
            }
        } else {
            let told = (self.journal.as_mut()).and_then(|journal| journal.complaint.take());
            self.notices.retain(|notice| Some(notice.number) != told);
            let sentence = words.t("journal-written-again");
            self.say(Tone::Done, sentence);
        }
    }
}
