//! Starts the program, kills it, and looks at what is left.

use std::{
    collections::HashSet,
    io::{BufRead, BufReader},
    num::NonZero,
    path::PathBuf,
    process::{Command, Stdio},
    sync::{
        Mutex,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

use runsheet::{
    model::{Event, Lang},
    store::{
        Folder,
        journal::{self, Journal, recover},
        write_sample,
    },
};

use super::{CHILD, mark, now, person::Random};

/// How many times one event is killed before another takes its place.
const LIVES: u64 = 8;

/// How long a program may take to begin before that is a fault: far longer than it does on the busiest machine.
const PATIENCE: Duration = Duration::from_mins(4);

/// An event that is killed again and again.
struct Life {
    temp: tempfile::TempDir,
    /// Its folder; none if it is never saved.
    folder: Option<PathBuf>,
    /// Every state that it has been in, with when that was told.
    states: Vec<(u64, u128)>,
    typed: u64,
}

/// What is counted.
#[derive(Default)]
struct Count {
    passed: u64,
    failed: u64,
    made: u64,
    found: u64,
    unready: u64,
    saves: u64,
    /// How many states were to be on the disk when it was killed.
    due: u64,
    /// How old the oldest edit was that was not found, in microseconds.
    oldest: u128,
}

impl Count {
    fn add(&mut self, other: &Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.made += other.made;
        self.found += other.found;
        self.unready += other.unready;
        self.saves += other.saves;
        self.due += other.due;
        self.oldest = self.oldest.max(other.oldest);
    }

    fn kills(&self) -> u64 {
        self.passed + self.failed
    }
}

/// Kills so many times, as many events at a time as there are cores. Whether nothing was lost.
pub fn all(kills: u64, seed: u64) -> bool {
    println!("killing the program {kills} times; SEED={seed} does the same again");
    let begun = Instant::now();
    let all = Mutex::new(Count::default());
    let next = AtomicU64::new(0);
    let work = || {
        loop {
            let first = next.fetch_add(LIVES, Ordering::Relaxed);
            if first >= kills {
                return;
            }
            let count = live(first, LIVES.min(kills - first), seed);
            let mut all = all.lock().unwrap();
            let before = all.kills();
            all.add(&count);
            if before / 50 != all.kills() / 50 {
                println!("{} kills, {} s", all.kills(), begun.elapsed().as_secs());
            }
        }
    };
    let cores = std::thread::available_parallelism().map_or(1, NonZero::get);
    std::thread::scope(|scope| {
        for _ in 0..cores {
            scope.spawn(work);
        }
    });
    let count = all.into_inner().unwrap();
    println!(
        "{} edits made, {} found, {} had to be; the oldest that was not was {} ms old; {} saves were begun, {} kills came \
         before the event was open",
        count.made,
        count.found,
        count.due,
        count.oldest / 1000,
        count.saves,
        count.unready,
    );
    println!("{} passed, {} failed", count.passed, count.failed);
    // Kills after which nothing had to be there would prove nothing.
    let is_proof = kills < 100 || count.due > 0;
    if !is_proof {
        println!("no edit was old enough to be missed");
    }
    is_proof && count.failed == 0 && count.kills() == kills
}

/// One event, in a folder of its own, that is killed so many times, from this kill on. What happens in it depends on the
/// seed and on nothing that happens to another.
fn live(first: u64, kills: u64, seed: u64) -> Count {
    let mut random = Random(Random(seed.wrapping_add(first)).next());
    let mut count = Count::default();
    // Every fourth event is never saved.
    let mut life = Life::new((first / LIVES) % 4 != 3);
    for number in first..first + kills {
        match life.kill(&mut random, &mut count) {
            Ok(()) => count.passed += 1,
            Err(why) => {
                count.failed += 1;
                println!("kill {number}: {why}");
                // What is left of it is of no use for the next.
                life = Life::new(life.folder.is_some());
            }
        }
    }
    count
}

impl Life {
    fn new(is_saved: bool) -> Self {
        let temp = tempfile::tempdir().unwrap();
        let folder = is_saved.then(|| temp.path().join("event"));
        if let Some(folder) = &folder {
            write_sample(folder).unwrap();
        }
        let mut life = Self {
            temp,
            folder,
            states: Vec::new(),
            typed: 1,
        };
        if let Ok(event) = life.left() {
            life.states.push((mark(&event), 0));
        }
        life
    }

    fn data(&self) -> PathBuf {
        self.temp.path().join("data")
    }

    /// What can be had again, by the same functions as the window has it.
    fn left(&self) -> Result<Event, String> {
        let Some(folder) = &self.folder else {
            let left = journal::in_folder(&self.data().join("journals"));
            let left = left.first().ok_or("nothing is left")?;
            let journal = Journal::read(&left.file).map_err(|error| error.to_string())?;
            return Ok((**recover(journal, None).history.event()).clone());
        };
        let folder = Folder::at(folder).map_err(|error| error.to_string())?;
        let saved = folder.read().map_err(|error| error.to_string())?;
        let is_known = self.states.is_empty() || self.last_with(mark(&saved.event)).is_some();
        if !is_known {
            return Err("event.ron is a state that never was".into());
        }
        for left in journal::in_event(&folder, None, Some(&self.data().join("journals"))) {
            let journal = Journal::read(&left.file).map_err(|error| error.to_string())?;
            let recovered = recover(journal, Some((&saved.event, saved.stamp)));
            if recovered.has_changed {
                return Err(format!(
                    "{} takes a save for another's",
                    left.file.display()
                ));
            }
            if recovered.is_unsaved() {
                return Ok((**recovered.history.event()).clone());
            }
            if **recovered.history.event() == saved.event {
                return Ok(saved.event);
            }
        }
        Ok(saved.event)
    }

    fn last_with(&self, mark: u64) -> Option<usize> {
        self.states.iter().rposition(|(state, _)| *state == mark)
    }

    /// Starts it, lets it work a while, kills it, and looks.
    fn kill(&mut self, random: &mut Random, count: &mut Count) -> Result<(), String> {
        let program = std::env::current_exe().unwrap();
        let mut command = Command::new(program);
        command
            .arg(CHILD)
            .arg(self.data())
            .arg((random.next() >> 1).to_string())
            .arg(self.typed.to_string());
        command.args(self.folder.iter());
        command.stdout(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let out = child.stdout.take().unwrap();
        let (send, lines) = std::sync::mpsc::channel();
        let reader = std::thread::spawn(move || {
            for line in BufReader::new(out).lines().map_while(Result::ok) {
                send.send(line).ok();
            }
        });
        // One kill in six comes while it opens and takes over what was not saved.
        let is_early = random.below(6) == 0 && !self.states.is_empty();
        let mut seen = Vec::new();
        if is_early {
            std::thread::sleep(Duration::from_millis(random.below(900)));
        } else {
            loop {
                let Ok(line) = lines.recv_timeout(PATIENCE) else {
                    child.kill().ok();
                    child.wait().ok();
                    return Err("it does not begin".into());
                };
                let is_ready = line == "ready";
                seen.push(line);
                if is_ready {
                    break;
                }
            }
            std::thread::sleep(Duration::from_millis(random.below(1400)));
        }
        // On Unix this is SIGKILL: the process does nothing more.
        child.kill().unwrap();
        let killed = now();
        let status = child.wait().unwrap();
        reader.join().unwrap();
        seen.extend(lines.try_iter());
        if !was_killed(status) {
            return Err(format!("it ended by itself: {status}"));
        }
        self.look(&seen, killed, count)
    }

    fn look(&mut self, seen: &[String], killed: u128, count: &mut Count) -> Result<(), String> {
        let before = self.states.len();
        let mut doing = None;
        let mut is_first = true;
        // The states that must be on the disk, by when they were told.
        let mut due: HashSet<u128> = HashSet::new();
        for line in seen {
            let words: Vec<&str> = line.split(' ').collect();
            match words.as_slice() {
                ["state", mark, at] => {
                    let state = (mark.parse().unwrap(), at.parse().unwrap());
                    // What it began with is what was left.
                    let is_known =
                        is_first && self.states.last().is_some_and(|last| last.0 == state.0);
                    if is_first && !is_known && before > 0 {
                        return Err("it began with something else than what was left".into());
                    }
                    if !is_known {
                        self.states.push(state);
                    }
                    is_first = false;
                    doing = None;
                }
                ["doing", what @ ..] => {
                    doing = Some(what.join(" "));
                    if let ["type", number] = what {
                        self.typed = number.parse::<u64>().unwrap() + 1;
                    }
                }
                ["due", told] => drop(due.insert(told.parse().unwrap())),
                ["saving"] => count.saves += 1,
                ["astray"] => return Err(format!("what was typed went elsewhere: {seen:?}")),
                _ => {}
            }
        }
        if is_first {
            count.unready += 1;
        }
        count.due += due.len() as u64;
        if self.states.is_empty() {
            return Err("nothing was told".into());
        }
        let is_any_due = self.states.iter().any(|(_, told)| due.contains(told));
        let left = match self.left() {
            // An event that was begun just now, and need not be in a file yet.
            Err(_) if before == 0 && self.folder.is_none() && !is_any_due => {
                count.made += self.states.len() as u64;
                self.states.clear();
                return Ok(());
            }
            left => left?,
        };
        let newest = self.states.len() - 1;
        let at = match self.last_with(mark(&left)) {
            Some(at) => at,
            // It was killed in the very moment of doing something, before it could tell.
            None if doing.as_deref().is_some_and(|doing| fits(doing, &left)) => {
                self.states.push((mark(&left), killed));
                newest + 1
            }
            None => {
                let titles = left.sessions.iter();
                let titles: Vec<_> = titles.map(|one| one.title.text(&Lang::EN)).collect();
                return Err(format!(
                    "what is left never was: {titles:?}; it was doing {doing:?}, and said {seen:?}"
                ));
            }
        };
        count.made += (newest + 1 - before) as u64;
        let found = (at + 1).saturating_sub(before).min(newest + 1 - before);
        count.found += found as u64;
        for (index, (_, told)) in self.states.iter().enumerate().skip(at + 1) {
            let age = killed.saturating_sub(*told);
            count.oldest = count.oldest.max(age);
            let age = age / 1000;
            if index < before {
                return Err(format!(
                    "an edit that was {age} ms old is lost, which was on the disk after the last kill"
                ));
            }
            if due.contains(told) {
                return Err(format!("an edit that was {age} ms old is not on the disk"));
            }
        }
        // The next begins with what is left of this.
        self.states.truncate(at + 1);
        Ok(())
    }
}

/// Whether a process has ended because it was killed, and for no fault of its own.
#[cfg(unix)]
fn was_killed(status: std::process::ExitStatus) -> bool {
    use std::os::unix::process::ExitStatusExt as _;
    // SIGKILL.
    status.signal() == Some(9)
}

/// Whether a process has ended because it was killed, and for no fault of its own.
#[cfg(not(unix))]
fn was_killed(status: std::process::ExitStatus) -> bool {
    !status.success()
}

/// Whether an event can be what was just being done to it.
fn fits(doing: &str, event: &Event) -> bool {
    match doing.strip_prefix("type ") {
        Some(number) => {
            let title = format!("Edit {number}");
            let mut sessions = event.sessions.iter();
            sessions.any(|session| session.title.text(&Lang::EN) == title)
        }
        // An empty session more, or something that was there before.
        None => doing == "add" || doing == "undo" || doing == "redo",
    }
}
