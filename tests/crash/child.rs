//! The program that is killed: the real desk, used as a person does, who types without a pause.

use std::{
    collections::VecDeque,
    fs::File,
    io::Write,
    path::{Path, PathBuf},
    sync::mpsc::{Receiver, Sender, channel},
    time::{Duration, Instant},
};

use egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::Queryable;

use super::{
    mark, now,
    person::{Person, TITLE},
};

/// How large the window is.
pub const SIZE: [f32; 2] = [1280.0, 700.0];

/// How long an edit may take to be on the disk.
const SECOND: Duration = Duration::from_secs(1);

/// Whoever types until the program is killed.
struct Typist {
    person: Person,
    told: Option<u64>,
    /// To what tells when a state must be on the disk.
    due: Sender<(u128, Instant)>,
}

/// Opens the event that is meant, or makes one that is never saved, takes over what was not saved, and works until it
/// is killed. Arguments: the data folder, the seed, the number of the first edit, and the event's folder, if it has one.
pub fn run(arguments: &[String]) {
    let [data, seed, first, rest @ ..] = arguments else {
        panic!("not so many arguments");
    };
    let event = rest.first().map(PathBuf::from);
    let seed = seed.parse().unwrap();
    let mut typist = Typist {
        person: Person::at_the_desk(SIZE, Path::new(data), seed, event.as_deref()),
        told: None,
        due: {
            let (send, states) = channel();
            let file = Path::new(data).with_file_name("due");
            std::thread::spawn(move || tell_due(&states, &file));
            send
        },
    };
    match event {
        Some(_) => typist.person.wait_for(|person| person.event().is_some()),
        None => typist.begin_unsaved(),
    }
    let person = &mut typist.person;
    person.wait_for(|person| !person.harness.state().is_busy());
    if person.shows("Open recovered") {
        person.click("Open recovered");
        person.wait_for(|person| !person.shows("Open recovered"));
    }
    say("ready");
    typist.tell();
    typist.work(first.parse().unwrap());
}

fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{line}").unwrap();
    out.flush().unwrap();
}

/// Tells of each state when it must be on the disk: a second after it came to be, and when as much could be written by a
/// thread that began to only then. So on a machine that is too busy for either nothing is expected of the program that
/// nobody could do.
fn tell_due(states: &Receiver<(u128, Instant)>, file: &Path) {
    let mut waiting: VecDeque<(u128, Instant)> = VecDeque::new();
    while let Some(next) = waiting.front().copied().or_else(|| states.recv().ok()) {
        std::thread::sleep(SECOND.saturating_sub(next.1.elapsed()));
        if waiting.is_empty() {
            waiting.push_back(next);
        }
        waiting.extend(states.try_iter());
        // What was a second old before this began to be written.
        let count = waiting.partition_point(|(_, since)| since.elapsed() >= SECOND);
        let written = File::create(file).and_then(|mut file| {
            file.write_all(&next.0.to_be_bytes())?;
            file.sync_all()
        });
        written.unwrap();
        for (told, _) in waiting.drain(..count) {
            say(&format!("due {told}"));
        }
    }
}

impl Typist {
    /// Goes on with the event that was never saved, or makes one.
    fn begin_unsaved(&mut self) {
        let person = &mut self.person;
        // Until it is known what earlier programs have left, it cannot be told that there is nothing.
        person.wait_for(|person| !person.harness.state().is_busy());
        if person.shows("Spring forum") {
            person.click("Spring forum");
            return person.wait_for(|person| person.event().is_some());
        }
        person.click("New event…");
        person.wait_for(|person| person.shows("First day"));
        person.fill("First day", "2026-03-01");
        person.fill(TITLE, "Spring forum");
        person.click("Create");
        person.wait_for(|person| person.event().is_some());
        // On a busy machine this is on the disk before the next is done.
        self.tell();
        self.doing("add", |person| {
            person.press(Modifiers::COMMAND, Key::Enter);
        });
    }

    /// Tells what the event is now, if it is another than before: whoever reads it knows that it was so.
    fn tell(&mut self) {
        let Some(event) = self.person.event() else {
            return;
        };
        let mark = mark(event);
        if self.told != Some(mark) {
            self.told = Some(mark);
            let told = now();
            say(&format!("state {mark} {told}"));
            self.due.send((told, Instant::now())).unwrap();
        }
    }

    fn work(&mut self, first: u64) {
        for number in first.. {
            match self.person.random.below(40) {
                0 => self.doing("undo", |person| person.press(Modifiers::COMMAND, Key::Z)),
                1 => self.doing("redo", |person| {
                    person.press(
                        Modifiers {
                            shift: true,
                            ..Modifiers::COMMAND
                        },
                        Key::Z,
                    );
                }),
                2 => self.doing("add", |person| person.press(Modifiers::COMMAND, Key::Enter)),
                3 | 4 => {
                    say("saving");
                    let person = &mut self.person;
                    person.press(Modifiers::COMMAND, Key::S);
                    person.steps(1);
                    // Of an event that shall never be saved it is asked where.
                    if person.shows("Path") {
                        person.press(Modifiers::NONE, Key::Escape);
                    }
                }
                5 => std::thread::sleep(Duration::from_millis(self.person.random.below(120))),
                _ if self
                    .person
                    .harness
                    .query_by_role_and_label(Role::TextInput, TITLE)
                    .is_some() =>
                {
                    let text = format!("Edit {number}");
                    self.doing(&format!("type {number}"), |person| {
                        person.fill(TITLE, &text);
                    });
                    if !self.person.is_in_field(&text) {
                        say("astray");
                    }
                }
                _ => self.doing("add", |person| person.press(Modifiers::COMMAND, Key::Enter)),
            }
            self.tell();
        }
    }

    /// Tells what is about to be done: a process that is killed in it may have done it, or not.
    fn doing(&mut self, what: &str, work: impl FnOnce(&mut Person)) {
        say(&format!("doing {what}"));
        work(&mut self.person);
    }
}
