//! Who else has the event open: asked about when it is opened, and told as long as it is.

use std::{
    sync::{
        Arc, Mutex, PoisonError,
        mpsc::{Receiver, RecvTimeoutError, Sender, channel},
    },
    time::Duration,
};

use uuid::Uuid;

use super::{
    Desk, Patience,
    inbox::{Finished, Outbox},
    open::Home,
};
use crate::{
    store::{BEAT_SECONDS, Folder, Life, Person, Presence, Sign, Watch},
    ui::{Neighbour, PathPurpose, Question, ReadOnly, Tone},
    words::Words,
};

/// The windows of this program, which are no others: one that is being left may still be there when the next is opened.
#[derive(Clone, Default)]
pub(super) struct Own(Arc<Mutex<Vec<Uuid>>>);

impl Own {
    fn add(&self, sign: Sign) -> Sign {
        let mut ids = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        ids.push(sign.id());
        sign
    }

    fn ids(&self) -> Vec<Uuid> {
        let ids = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        ids.clone()
    }
}

/// What was found when an event was opened.
#[derive(Debug, Default)]
pub(super) struct Arrival {
    /// Our own file, that is kept up from now on.
    sign: Option<Sign>,
    /// Who has it open already.
    others: Vec<Neighbour>,
    /// Why it can only be read, if so: a sentence.
    cannot_save: Option<String>,
}

impl Arrival {
    /// Looks around in the folder of an event that was read. May take long.
    pub(super) fn at(folder: &Folder, own: &Own, words: Words) -> Self {
        if let Err(error) = folder.may_write() {
            return Self {
                cannot_save: Some(error.sentence(words)),
                ..Self::default()
            };
        }
        let me = Person::myself();
        // Put up before looking, so that of two who open at once at least one sees the other.
        let sign = Sign::put_up(folder, &me).map(|sign| own.add(sign));
        let found = Watch::default().look(folder, &me, &own.ids());
        let others = found
            .iter()
            .filter(|(_, life)| *life == Life::Here)
            .map(|(presence, _)| neighbour(presence, &me))
            .collect();
        Self {
            sign,
            others,
            cannot_save: None,
        }
    }
}

/// What is known of the others who have the event open.
#[derive(Default)]
pub(super) struct Present {
    /// Those who are there.
    pub others: Vec<Neighbour>,
    /// Whether the person has still to be asked what to do about them.
    asks: bool,
    watching: Option<Watching>,
}

/// The thread that keeps our file up and looks for others.
struct Watching {
    orders: Sender<Order>,
    /// Ends with the thread.
    ended: Receiver<()>,
}

enum Order {
    /// Say that we are there.
    PutUp,
    /// Do not say so: we only read.
    TakeDown,
}

/// What the thread has seen.
pub(super) struct Seen {
    others: Vec<Neighbour>,
    /// Whether somebody among them was not known to be there when the event was opened, and was.
    asks: bool,
    /// Whether it can be saved now, which it could not be.
    can_save: bool,
}

impl Present {
    /// Leaves the event, without waiting for the disk.
    pub(super) fn leave(&mut self) {
        self.watching = None;
    }

    /// Leaves the event as the program ends: waits a moment for the disk.
    pub(super) fn leave_at_last(&mut self, patience: Patience) {
        if let Some(Watching { orders, ended }) = self.watching.take() {
            drop(orders);
            ended.recv_timeout(patience.leaving).ok();
        }
    }

    fn order(&self, order: Order) {
        if let Some(watching) = &self.watching {
            // The thread ends only when it is let go.
            watching.orders.send(order).ok();
        }
    }
}

impl Desk {
    /// Begins to tell others that the event is open here, and to look for them.
    pub(super) fn arrive(&mut self, arrival: Arrival) {
        let Some(open) = &mut self.open else { return };
        let Home::Folder(folder) = &open.home else {
            return;
        };
        let (orders, taken) = channel();
        let (end, ended) = channel();
        let can_save = arrival.cannot_save.is_none();
        open.read_only = arrival.cannot_save.map(ReadOnly::CannotSave);
        open.present = Present {
            asks: !arrival.others.is_empty(),
            others: arrival.others,
            watching: Some(Watching { orders, ended }),
        };
        let mut watcher = Watcher {
            folder: folder.clone(),
            session: open.session,
            own: self.own.clone(),
            is_put_up: can_save,
            sign: arrival.sign,
            can_save,
            unsure: Vec::new(),
            watch: Watch::default(),
            told: open.present.others.clone(),
        };
        self.inbox.spawn_by_itself(None, move |outbox| {
            let me = Person::myself();
            loop {
                watcher.look(&me, outbox);
                match taken.recv_timeout(Duration::from_secs(BEAT_SECONDS)) {
                    Ok(Order::PutUp) => watcher.is_put_up = true,
                    Ok(Order::TakeDown) => {
                        watcher.is_put_up = false;
                        watcher.take_down();
                    }
                    Err(RecvTimeoutError::Timeout) => {}
                    Err(RecvTimeoutError::Disconnected) => break,
                }
            }
            watcher.take_down();
            drop(end);
        });
    }

    /// The event has another folder now.
    pub(super) fn move_presence(&mut self) {
        let Some(open) = &mut self.open else { return };
        open.present.leave();
        open.read_only = None;
        self.arrive(Arrival::default());
    }

    /// Others came or went.
    pub(super) fn saw(&mut self, session: u64, seen: Seen) {
        let Some(open) = self.open.as_mut().filter(|open| open.session == session) else {
            return;
        };
        open.present.asks |= seen.asks && open.read_only.is_none();
        open.present.others = seen.others;
        if seen.can_save && matches!(open.read_only, Some(ReadOnly::CannotSave(_))) {
            open.read_only = None;
            let sentence = self.words.t("elsewhere-can-save");
            self.say(Tone::Note, sentence);
        }
    }

    /// Asks what to do about those who have the event open, as soon as nothing else is asked.
    pub(super) fn ask_about_others(&mut self) {
        if self.question.is_some() {
            return;
        }
        let Some(open) = &mut self.open else { return };
        if std::mem::take(&mut open.present.asks) && !open.present.others.is_empty() {
            self.question = Some(Question::Elsewhere);
        }
    }

    /// The event is only read while others have it open.
    pub(super) fn only_read(&mut self) {
        if let Some(open) = &mut self.open {
            open.read_only = Some(ReadOnly::Elsewhere);
            open.present.order(Order::TakeDown);
        }
    }

    /// A copy is made, and worked on.
    pub(super) fn open_a_copy(&mut self) {
        self.only_read();
        self.ask_path(PathPurpose::Save);
    }

    /// The event is worked on, whoever else has it open.
    pub(super) fn work_together(&mut self) {
        if let Some(open) = &mut self.open
            && open.read_only == Some(ReadOnly::Elsewhere)
        {
            open.read_only = None;
            open.present.order(Order::PutUp);
        }
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        if let Some(open) = &mut self.open {
            open.present.leave_at_last(self.patience);
        }
    }
}

struct Watcher {
    folder: Folder,
    session: u64,
    own: Own,
    /// Whether others shall see that we are there.
    is_put_up: bool,
    sign: Option<Sign>,
    can_save: bool,
    /// Who may have been there when we came.
    unsure: Vec<Uuid>,
    watch: Watch,
    told: Vec<Neighbour>,
}

impl Watcher {
    /// Lets the others know that we are gone.
    fn take_down(&mut self) {
        if let Some(sign) = self.sign.take() {
            sign.leave();
        }
    }

    fn look(&mut self, me: &Person, outbox: &Outbox) {
        let could_save = self.can_save;
        if !could_save && self.folder.may_write().is_ok() {
            (self.can_save, self.is_put_up) = (true, true);
        }
        match &mut self.sign {
            Some(sign) => drop(sign.beat()),
            None if self.is_put_up => {
                let sign = Sign::put_up(&self.folder, me);
                self.sign = sign.map(|sign| self.own.add(sign));
            }
            None => {}
        }
        let found = self.watch.look(&self.folder, me, &self.own.ids());
        let mut asks = false;
        let mut others = Vec::new();
        for (presence, life) in &found {
            match life {
                Life::Here => {
                    asks |= self.unsure.contains(&presence.id);
                    self.unsure.retain(|id| *id != presence.id);
                    others.push(neighbour(presence, me));
                }
                Life::Unsure if !self.unsure.contains(&presence.id) => {
                    self.unsure.push(presence.id);
                }
                Life::Unsure | Life::Gone => {}
            }
        }
        let can_save = self.can_save && !could_save;
        if others != self.told || asks || can_save {
            self.told.clone_from(&others);
            outbox.hand_in(Finished::Seen {
                session: self.session,
                seen: Seen {
                    others,
                    asks,
                    can_save,
                },
            });
        }
    }
}

fn neighbour(presence: &Presence, me: &Person) -> Neighbour {
    let (since, is_today) = super::clock::told(presence.since);
    Neighbour {
        user: presence.person.user.clone(),
        host: presence.person.host.clone(),
        is_here: presence.person.host == me.host,
        since,
        is_today,
    }
}
