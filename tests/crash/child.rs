//! The program that is killed: the real desk, used as a person does, who types without a pause.

use std::{
    io::Write,
    path::{Path, PathBuf},
    time::Duration,
};

use egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::{Harness, kittest::Queryable};
use runsheet::{
    app::{Begin, Desk},
    model::Event,
    store::{Settings, Theme},
    words::Tongue,
};

use super::{Random, mark, now};

/// What the field is called that is typed into.
pub const TITLE: &str = "Title (English)";

/// Whoever sits at the desk.
pub struct Person {
    pub harness: Harness<'static, Desk>,
    pub random: Random,
    told: Option<u64>,
}

/// Opens the event that is meant, or makes one that is never saved, takes over what was not saved, and works until it
/// is killed. Arguments: the data folder, the seed, the number of the first edit, and the event's folder, if it has one.
pub fn run(arguments: &[String]) {
    let [data, seed, first, rest @ ..] = arguments else {
        panic!("not so many arguments");
    };
    let event = rest.first().map(PathBuf::from);
    let mut person = Person::at_the_desk(Path::new(data), seed.parse().unwrap(), event.as_deref());
    match event {
        Some(_) => person.wait_for(|person| person.event().is_some()),
        None => person.begin_unsaved(),
    }
    person.wait_for(|person| !person.harness.state().is_busy());
    if person.shows("Open recovered") {
        person.click("Open recovered");
        person.wait_for(|person| !person.shows("Open recovered"));
    }
    say("ready");
    person.tell();
    person.work(first.parse().unwrap());
}

fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{line}").unwrap();
    out.flush().unwrap();
}

impl Person {
    /// A desk with this data folder, and with an event on it or none.
    pub fn at_the_desk(data: &Path, seed: u64, event: Option<&Path>) -> Self {
        let begin = Begin {
            event: event.map(ToOwned::to_owned),
            settings: Settings {
                language: Some(Tongue::En),
                theme: Theme::Light,
                ..Settings::default()
            },
            keeps_settings: false,
            data: Some(data.to_owned()),
            ..Begin::default()
        };
        let harness = Harness::builder()
            .with_size([1280.0, 700.0])
            .build_eframe(|cc| Desk::new(&cc.egui_ctx, begin));
        Self {
            harness,
            random: Random(seed),
            told: None,
        }
    }

    pub fn event(&self) -> Option<&Event> {
        self.harness.state().event()
    }

    pub fn shows(&self, name: &str) -> bool {
        self.harness.query_all_by_label(name).next().is_some()
    }

    pub fn wait_for(&mut self, holds: impl Fn(&Self) -> bool) {
        loop {
            self.harness.run_steps(1);
            if holds(self) {
                return;
            }
            std::thread::sleep(Duration::from_millis(3));
        }
    }

    pub fn click(&mut self, name: &str) {
        let node = self.harness.get_all_by_label(name).next();
        node.expect(name).click();
        self.harness.run_steps(2);
    }

    pub fn fill(&mut self, name: &str, text: &str) {
        let field = self.harness.get_by_role_and_label(Role::TextInput, name);
        field.click();
        self.harness.run_steps(2);
        self.harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
        self.harness.event(egui::Event::Text(text.to_owned()));
        self.harness.run_steps(1);
    }

    pub fn press(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.harness.run_steps(1);
    }

    /// Goes on with the event that was never saved, or makes one.
    fn begin_unsaved(&mut self) {
        // Until it is known what earlier programs have left, it cannot be told that there is nothing.
        self.wait_for(|person| !person.harness.state().is_busy());
        if self.shows("Spring forum") {
            self.click("Spring forum");
            return self.wait_for(|person| person.event().is_some());
        }
        self.click("New event…");
        self.wait_for(|person| person.shows("First day"));
        self.fill("First day", "2026-03-01");
        self.fill(TITLE, "Spring forum");
        self.click("Create");
        self.wait_for(|person| person.event().is_some());
        // On a busy machine this is on the disk before the next is done.
        self.tell();
        self.doing("add", |person| {
            person.press(Modifiers::COMMAND, Key::Enter);
        });
    }

    /// Tells what the event is now, if it is another than before: whoever reads it knows that it was so.
    fn tell(&mut self) {
        let Some(event) = self.event() else { return };
        let mark = mark(event);
        if self.told != Some(mark) {
            self.told = Some(mark);
            say(&format!("state {mark} {}", now()));
        }
    }

    fn work(&mut self, first: u64) {
        for number in first.. {
            match self.random.below(40) {
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
                    self.press(Modifiers::COMMAND, Key::S);
                    self.harness.run_steps(1);
                    // Of an event that shall never be saved it is asked where.
                    if self.shows("Path") {
                        self.press(Modifiers::NONE, Key::Escape);
                    }
                }
                5 => std::thread::sleep(Duration::from_millis(self.random.below(120))),
                _ if self
                    .harness
                    .query_by_role_and_label(Role::TextInput, TITLE)
                    .is_some() =>
                {
                    self.doing(&format!("type {number}"), |person| {
                        person.fill(TITLE, &format!("Edit {number}"));
                    });
                }
                _ => self.doing("add", |person| person.press(Modifiers::COMMAND, Key::Enter)),
            }
            self.tell();
        }
    }

    /// Tells what is about to be done: a process that is killed in it may have done it, or not.
    fn doing(&mut self, what: &str, work: impl FnOnce(&mut Self)) {
        say(&format!("doing {what}"));
        work(self);
    }
}
