//! Machines that share an event by a synced folder: in random histories of edits, saves, syncs, merges and restarts no edit
//! is missing in the end that nobody took back.
//!
//! The engine is a model of Syncthing: `event.ron` has a version vector, of two concurrent states one is renamed to a
//! conflict copy, and everything else is carried along in any order, or not at all. What a person takes back is noted: a
//! value that was before their eyes when they replaced it, and the side that they did not choose in a conflict.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use proptest::prelude::*;
use runsheet::{
    app::made_from::Sources,
    model::{Edit, Event, EventId, History, ItemId, Lang, Session, SessionId, SessionKind, Text},
    plan::{
        Subject,
        merge::{Choices, Merged, Side, merge_on},
    },
    store::{Expected, Folder, Lineage, MadeFrom, Stamp, StoreError, is_conflict_copy, to_ron},
};

/// Random numbers, the same for the same seed: `SplitMix64`.
struct Random(u64);

impl Random {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % most as u64) as usize
    }

    fn chance(&mut self, of_ten: usize) -> bool {
        self.below(10) < of_ten
    }
}

/// What somebody did to a session.
#[derive(Clone, Debug, PartialEq)]
enum What {
    Titled(String),
    Added,
    Removed,
}

#[derive(Clone, Debug)]
struct Done {
    session: SessionId,
    what: What,
    is_taken_back: bool,
}

impl Done {
    fn is_in(&self, event: &Event) -> bool {
        let session = event.sessions.get(self.session);
        match &self.what {
            What::Titled(title) => session.is_some_and(|one| one.title.text(&Lang::EN) == title),
            What::Added => session.is_some(),
            What::Removed => session.is_none(),
        }
    }
}

/// A machine with a window on its own copy of the folder.
struct Machine {
    _temp: tempfile::TempDir,
    folder: Folder,
    history: History,
    stamp: Stamp,
    sources: Sources,
    /// The engine's version vector of `event.ron`, and the bytes that it is of.
    version: BTreeMap<usize, u64>,
    scanned: Vec<u8>,
    /// Conflict copies that the engine has brought here once.
    had: BTreeSet<String>,
}

impl Machine {
    fn open(&mut self) {
        let opened = self.folder.read().unwrap();
        self.stamp = opened.stamp;
        self.history = History::saved(opened.event);
        self.sources = Sources::opened(Some(opened.lineage), self.history.event());
    }

    fn event(&self) -> &Arc<Event> {
        self.history.event()
    }

    fn copies(&self) -> Vec<PathBuf> {
        self.folder.conflict_copies()
    }

    fn bytes(&self) -> Vec<u8> {
        fs::read(self.folder.event_file()).unwrap()
    }
}

struct World {
    random: Random,
    machines: Vec<Machine>,
    log: Vec<Done>,
    /// In how many of ten cases a file of `backups/` and `.runsheet/` is carried along.
    carries: usize,
    conflicts: usize,
    titles: usize,
}

impl World {
    fn new(seed: u64, count: usize) -> Self {
        let mut random = Random(seed);
        let mut event = Event::empty(EventId::new());
        for number in 0..4 {
            let mut session = Session::new(SessionKind::Keynote, jiff::civil::date(2025, 6, 3));
            session.title = Text::en(format!("Session {number}"));
            event.apply(&session.into()).unwrap();
        }
        let first = tempfile::tempdir().unwrap();
        let folder = Folder::create(&first.path().join("event"), &event).unwrap();
        let bytes = fs::read(folder.event_file()).unwrap();
        let machines = (0..count).map(|_| {
            let temp = tempfile::tempdir().unwrap();
            let path = temp.path().join("event");
            fs::create_dir(&path).unwrap();
            fs::write(path.join("event.ron"), &bytes).unwrap();
            let folder = Folder::at(&path).unwrap();
            let opened = folder.read().unwrap();
            let history = History::saved(opened.event);
            Machine {
                _temp: temp,
                folder,
                stamp: opened.stamp,
                sources: Sources::opened(Some(opened.lineage), history.event()),
                history,
                version: BTreeMap::new(),
                scanned: bytes.clone(),
                had: BTreeSet::new(),
            }
        });
        Self {
            machines: machines.collect(),
            log: Vec::new(),
            carries: [0, 5, 10][random.below(3)],
            random,
            conflicts: 0,
            titles: 0,
        }
    }

    fn step(&mut self) {
        let at = self.random.below(self.machines.len());
        match self.random.below(12) {
            0..=3 => self.edit(at),
            4..=6 => self.save(at),
            7..=8 => {
                let other = self.random.below(self.machines.len());
                self.sync(at, other);
            }
            9 => self.look(at),
            10 => self.merge_a_copy(at),
            _ if !self.machines[at].history.is_dirty() => self.machines[at].open(),
            _ => {}
        }
    }

    /// Somebody does something, with the event before their eyes.
    fn edit(&mut self, at: usize) {
        let event = Arc::clone(self.machines[at].event());
        let count = event.sessions.len();
        let what = self.random.below(8);
        if count == 0 || what == 0 {
            let session = Session::new(SessionKind::Break, jiff::civil::date(2025, 6, 3));
            self.did(at, session.id, What::Added);
            self.machines[at].history.apply(session.into()).unwrap();
            return;
        }
        let place = self.random.below(count);
        let mut session = (**event.sessions.at(place).unwrap()).clone();
        let id = session.id;
        if what == 1 && count > 2 {
            self.did(at, id, What::Removed);
            self.machines[at]
                .history
                .apply(Edit::Remove(id.into()))
                .unwrap();
            return;
        }
        self.titles += 1;
        let title = format!("Title {} by {at}", self.titles);
        self.did(at, id, What::Titled(title.clone()));
        session.title.set(&Lang::EN, title);
        self.machines[at].history.apply(session.into()).unwrap();
        self.machines[at].history.seal();
    }

    fn did(&mut self, at: usize, session: SessionId, what: What) {
        let event = self.machines[at].event();
        for done in self.log.iter_mut().filter(|done| done.session == session) {
            // A new title does not take back that the session was added.
            let stays = done.what == What::Added && what != What::Removed;
            done.is_taken_back |= done.is_in(event) && !stays;
        }
        self.log.push(Done {
            session,
            what,
            is_taken_back: false,
        });
    }

    fn save(&mut self, at: usize) {
        loop {
            let machine = &mut self.machines[at];
            let event = Arc::clone(machine.history.event());
            let from = machine.sources.states(&machine.history);
            let from = MadeFrom {
                states: &from,
                is_merged_alone: machine.sources.is_merged_alone(&machine.history),
            };
            match machine
                .folder
                .save_made_from(&event, from, Expected::Held(machine.stamp))
            {
                Ok(saved) => {
                    saved.backup.unwrap();
                    machine.stamp = saved.stamp;
                    machine.history.mark_saved(Arc::clone(&event));
                    machine.sources.saved(saved.lineage, event);
                    return;
                }
                Err(StoreError::Changed(_)) => self.look(at),
                Err(error) => panic!("{error}"),
            }
        }
    }

    fn is_merged_alone(&self, at: usize) -> bool {
        let machine = &self.machines[at];
        machine.sources.is_merged_alone(&machine.history)
    }

    /// The window takes in what its file holds now.
    fn look(&mut self, at: usize) {
        let opened = self.machines[at].folder.read().unwrap();
        if opened.stamp == self.machines[at].stamp {
            return;
        }
        let stamp = opened.stamp;
        let (event, on_disk) = opened.event_and_state();
        let was_alone = self.is_merged_alone(at);
        self.take_in(at, &event, &on_disk.lineage);
        let machine = &mut self.machines[at];
        machine.history.mark_saved(Arc::clone(&event));
        machine.stamp = stamp;
        machine.sources.came_in(on_disk.lineage, event);
        machine.sources.went_on(was_alone, &machine.history);
    }

    /// Merges a saved state into the open event; gives the state of its history after that, if anything came in.
    fn take_in(&mut self, at: usize, theirs: &Arc<Event>, lineage: &Lineage) -> Option<u64> {
        let machine = &self.machines[at];
        let descent = machine
            .sources
            .descent(&machine.history, Some(&machine.folder));
        let bases = descent.common_ancestors(lineage);
        let merged = merge_on(bases, machine.event(), theirs);
        let choices = self.decide(&merged);
        let machine = &mut self.machines[at];
        let edit = merged.edit(&choices)?;
        machine.history.seal();
        machine.history.apply(edit).unwrap();
        machine.history.seal();
        Some(machine.history.state())
    }

    /// A person decides each conflict, and takes back what they do not choose.
    fn decide(&mut self, merged: &Merged) -> Choices {
        let mut choices = Choices::new();
        for conflict in &merged.conflicts {
            let side = Side::ALL[self.random.below(2)];
            choices.insert(conflict.key.clone(), side);
        }
        self.conflicts += choices.len();
        let decided = merged.decided(&choices);
        let is_asked = |id: SessionId| {
            let subject = Subject::Item(ItemId::Session(id));
            merged.conflicts.iter().any(|one| one.subject == subject)
        };
        for done in self.log.iter_mut().filter(|done| is_asked(done.session)) {
            let is_shown = done.is_in(merged.ours()) || done.is_in(merged.theirs());
            done.is_taken_back |= is_shown && !done.is_in(&decided);
        }
        choices
    }

    fn merge_a_copy(&mut self, at: usize) {
        let copies = self.machines[at].copies();
        if copies.is_empty() {
            return;
        }
        let path = &copies[self.random.below(copies.len())];
        let (event, on_disk) = self.machines[at].folder.read_copy(path).unwrap();
        let was_alone = self.is_merged_alone(at);
        let step = self.take_in(at, &Arc::new(event), &on_disk.lineage);
        let machine = &mut self.machines[at];
        machine.sources.merged(on_disk.lineage, step);
        machine.sources.went_on(was_alone, &machine.history);
        self.save(at);
        self.machines[at]
            .folder
            .set_copy_aside(path, on_disk.stamp)
            .unwrap();
    }

    /// The engine brings two folders together.
    fn sync(&mut self, one: usize, other: usize) {
        if one == other {
            return;
        }
        for at in [one, other] {
            let machine = &mut self.machines[at];
            let now = machine.bytes();
            if now != machine.scanned {
                machine.scanned = now;
                *machine.version.entry(at).or_default() += 1;
            }
        }
        let includes = |this: &BTreeMap<usize, u64>, that: &BTreeMap<usize, u64>| {
            that.iter()
                .all(|(at, count)| this.get(at).is_some_and(|have| have >= count))
        };
        let (mine, theirs) = (&self.machines[one], &self.machines[other]);
        let (is_later, is_earlier) = (
            includes(&mine.version, &theirs.version),
            includes(&theirs.version, &mine.version),
        );
        let winner = match (is_later, is_earlier) {
            (true, true) => None,
            (true, false) => Some(one),
            (false, true) => Some(other),
            (false, false) => Some([one, other][self.random.below(2)]),
        };
        if let Some(winner) = winner {
            let loser = if winner == one { other } else { one };
            let bytes = self.machines[winner].scanned.clone();
            let mut version = self.machines[winner].version.clone();
            for (at, count) in &self.machines[loser].version {
                let known = version.entry(*at).or_default();
                *known = (*known).max(*count);
            }
            let is_conflict = !is_later && !is_earlier;
            if is_conflict && self.machines[loser].scanned != bytes {
                let number = self.random.below(1_000_000);
                let name = format!("event.sync-conflict-20261128-{number:06}-MACHIN{loser}.ron");
                assert!(is_conflict_copy(&name));
                let machine = &mut self.machines[loser];
                fs::write(machine.folder.path().join(&name), &machine.scanned).unwrap();
            }
            self.machines[winner].version.clone_from(&version);
            let machine = &mut self.machines[loser];
            fs::write(machine.folder.event_file(), &bytes).unwrap();
            machine.version = version;
            machine.scanned = bytes;
        }
        self.carry(one, other);
        self.carry(other, one);
    }

    /// Everything else, in any order.
    fn carry(&mut self, from: usize, to: usize) {
        for machine in &mut self.machines {
            let copies = machine.copies();
            machine.had.extend(copies.iter().map(|path| name_of(path)));
        }
        for path in self.machines[from].copies() {
            let name = name_of(&path);
            let there = self.machines[to].folder.path().join(&name);
            if there.exists() || self.random.chance(2) {
                continue;
            }
            if self.machines[to].had.contains(&name) {
                // It was put aside there.
                fs::remove_file(&path).unwrap();
            } else {
                fs::copy(&path, &there).unwrap();
                self.machines[to].had.insert(name);
            }
        }
        for folder in ["backups", ".runsheet/ancestors"] {
            let (here, there) = (&self.machines[from], &self.machines[to]);
            let (here, there) = (
                here.folder.path().join(folder),
                there.folder.path().join(folder),
            );
            for entry in fs::read_dir(here).into_iter().flatten().flatten() {
                let to = there.join(entry.file_name());
                if !to.exists() && self.random.chance(self.carries) {
                    fs::create_dir_all(&there).unwrap();
                    fs::copy(entry.path(), to).unwrap();
                }
            }
        }
    }

    /// Everybody saves, merges every copy and syncs until nothing is left to do.
    fn settle(&mut self) {
        for _ in 0..100 {
            let count = self.machines.len();
            let at = self.random.below(count);
            self.look(at);
            while !self.machines[at].copies().is_empty() {
                self.merge_a_copy(at);
            }
            if self.machines[at].history.is_dirty() {
                self.save(at);
            }
            for one in 0..count {
                for other in 0..count {
                    self.sync(one, other);
                }
            }
            let first = self.machines[0].bytes();
            let is_settled = self.machines.iter().all(|machine| {
                machine.bytes() == first
                    && machine.copies().is_empty()
                    && !machine.history.is_dirty()
            });
            if is_settled {
                return;
            }
        }
        panic!("it does not come to an end");
    }
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap().to_string_lossy().into_owned()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(100) })]

    #[test]
    fn no_edit_is_missing_that_nobody_took_back(seed: u64, count in 2_usize..=3, steps in 5_usize..60) {
        loses_nothing(seed, count, steps)?;
    }
}

/// What one of three did, another overruled, and the third then did as well is not what was overruled.
#[test]
fn the_same_deed_of_two_people_is_not_one() {
    loses_nothing(15_078_026_405_001_377_455, 3, 38).unwrap();
}

fn loses_nothing(seed: u64, count: usize, steps: usize) -> Result<(), TestCaseError> {
    let mut world = World::new(seed, count);
    for _ in 0..steps {
        world.step();
    }
    world.settle();
    let last = world.machines[0].folder.read().unwrap().event;
    for done in world.log.iter().filter(|done| !done.is_taken_back) {
        prop_assert!(
            done.is_in(&last),
            "{:?} is lost in\n{}",
            done,
            to_ron(&last)
        );
    }
    Ok(())
}
