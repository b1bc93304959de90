//! One of the two programs: the real desk on its own copy of the folder, used by its accessible names, which does what
//! it is told and says what it sees.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
    sync::{
        Arc,
        mpsc::{Receiver, RecvTimeoutError, channel},
    },
    time::{Duration, Instant},
};

use egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::{By, NodeT, Queryable};
use runsheet::{
    model::{Event, Lang, Session, SessionId},
    store::{Folder, to_ron},
};

use super::{
    dropped::Dropped,
    ledger::files_below,
    person::{Person, TITLE},
    worker::DONE,
};

/// The whole form of a session is seen, and every row.
const SIZE: [f32; 2] = [1366.0, 2600.0];

/// Between two frames while nobody asks for anything.
const PAUSE: Duration = Duration::from_millis(40);

/// How long the window may take to come to rest before that is a fault.
const PATIENCE: Duration = Duration::from_secs(30);

/// What takes a merge in.
const DEEDS: [&str; 3] = ["Merge", "Merge and save", "Merge, save and issue"];

/// What gives versions their numbers.
const NUMBERS: [&str; 2] = ["Number them", "Put it there"];

/// Whose the cards of a question are.
const CARDS: [&str; 3] = ["Yours – ", "A colleague’s – ", "In the copy – "];

struct Laptop {
    person: Person,
    folder: Folder,
    /// What was told already.
    told: BTreeSet<String>,
}

/// Opens the event and does what it is told. Arguments: the data folder, the seed, the event's folder.
pub fn run(arguments: &[String]) {
    let [data, seed, folder] = arguments else {
        panic!("not so many arguments");
    };
    let folder = PathBuf::from(folder);
    let seed = seed.parse().unwrap();
    let person = Person::at_the_desk(SIZE, Path::new(data), seed, Some(&folder));
    let mut laptop = Laptop {
        person,
        folder: Folder::at(&folder).unwrap(),
        told: BTreeSet::new(),
    };
    let person = &mut laptop.person;
    person.wait_for(|person| person.event().is_some() && !person.harness.state().is_busy());
    laptop.settle();
    println!("{DONE}");
    let orders = orders();
    loop {
        match orders.recv_timeout(PAUSE) {
            Ok(order) => {
                if order == "leave" {
                    break;
                }
                laptop.attend();
                laptop.carry_out(&order);
                println!("{DONE}");
            }
            Err(RecvTimeoutError::Timeout) => laptop.person.harness.run_steps(1),
            Err(RecvTimeoutError::Disconnected) => break,
        }
    }
    drop(laptop);
    println!("{DONE}");
}

fn orders() -> Receiver<String> {
    let (send, orders) = channel();
    std::thread::spawn(move || {
        for line in std::io::stdin().lines().map_while(Result::ok) {
            send.send(line).ok();
        }
    });
    orders
}

impl Laptop {
    fn carry_out(&mut self, order: &str) {
        let words: Vec<&str> = order.split('\t').collect();
        match words[..] {
            ["type", id, field, text] => self.type_into(of(id), field, text),
            ["add", title] => self.add(title),
            ["remove", id] => self.remove(of(id)),
            ["drop", file, id] => self.drop_photo(Path::new(file), of(id)),
            ["save"] => self.save(),
            ["issue", note] => self.issue(note),
            ["settle"] => self.settle(),
            ["take"] => self.take(),
            ["write", file] => std::fs::write(file, to_ron(self.event())).unwrap(),
            _ => panic!("{order:?} is no order"),
        }
        self.tell();
    }

    fn event(&self) -> &Event {
        self.person.event().expect("an event is open")
    }

    fn session(&self, id: SessionId) -> &Session {
        self.event().sessions.get(id).expect("it is there")
    }

    fn is_unsaved(&self) -> bool {
        self.person.shows("● unsaved")
    }

    /// Waits until nothing slow goes on.
    fn rest(&mut self) {
        let begun = Instant::now();
        self.person.harness.run_steps(2);
        while self.person.harness.state().is_busy() {
            assert!(begun.elapsed() < PATIENCE, "slow work never ends");
            std::thread::sleep(Duration::from_millis(5));
            self.person.harness.run_steps(1);
        }
        self.person.harness.run_steps(2);
    }

    /// Answers what is asked by itself: that others have the event open, and that something was not saved.
    fn attend(&mut self) {
        self.rest();
        for name in ["Open recovered", "Work together"] {
            while self.person.shows(name) {
                self.person.click(name);
                self.rest();
            }
        }
    }

    /// Types into a field of a session's form.
    fn type_into(&mut self, id: SessionId, field: &str, text: &str) {
        self.select(id);
        let (role, name) = match field {
            "title" => (Role::TextInput, TITLE),
            "officer" => (Role::TextInput, "Officer"),
            "remarks" => (Role::MultilineTextInput, "Remarks"),
            "abstract" => (Role::MultilineTextInput, "Abstract (English)"),
            _ => panic!("{field:?} is no field"),
        };
        println!("was\t{}", value(self.session(id), field));
        // As by the keyboard: it may be out of sight.
        let harness = &self.person.harness;
        harness.get_by_role_and_label(role, name).focus();
        self.person.harness.run_steps(2);
        self.person.press(Modifiers::COMMAND, Key::A);
        let typed = egui::Event::Text(text.to_owned());
        self.person.harness.event(typed);
        self.person.harness.run_steps(2);
        assert_eq!(value(self.session(id), field), text);
        // The field has the keyboard until another row is clicked, or the same.
        if self.person.random.below(2) == 0 {
            self.select(id);
        }
    }

    fn select(&mut self, id: SessionId) {
        let title = value(self.session(id), "title");
        let harness = &self.person.harness;
        let row = harness
            .query_all_by_role_and_label(Role::ListItem, &title)
            .next();
        row.unwrap_or_else(|| panic!("no row is named {title:?}"))
            .click();
        self.person.harness.run_steps(3);
    }

    fn add(&mut self, title: &str) {
        let before: BTreeSet<_> = self.event().sessions.iter().map(|one| one.id).collect();
        let first = self.event().sessions.at(0).expect("there are sessions").id;
        self.select(first);
        self.person.press(Modifiers::COMMAND, Key::Enter);
        self.person.harness.run_steps(2);
        self.person.fill(TITLE, title);
        self.rest();
        let new = |one: &&Arc<Session>| !before.contains(&one.id);
        let new = self.event().sessions.iter().find(new).expect("one is new");
        assert_eq!(value(new, "title"), title);
        println!("new\t{}", new.id);
    }

    fn remove(&mut self, id: SessionId) {
        self.select(id);
        self.person.click("More");
        self.person.click("Remove ");
        self.rest();
        assert!(!self.event().sessions.contains(id), "it is still there");
    }

    fn drop_photo(&mut self, file: &Path, id: SessionId) {
        let before = self.event().photos.len();
        let title = value(self.session(id), "title");
        let harness = &mut self.person.harness;
        let mut rows = harness.query_all_by_role_and_label(Role::ListItem, &title);
        let at = rows.next().expect("a row").rect().center();
        drop(rows);
        let dropped = Arc::new(Dropped(file.to_owned()));
        harness.input_mut().dropped_files.push(dropped);
        harness.step();
        harness.input_mut().dropped_files.clear();
        // A real drag ends with the pointer over the window.
        harness.hover_at(at);
        self.rest();
        self.person.wait_for(|person| {
            person
                .event()
                .is_some_and(|event| event.photos.len() > before)
        });
        self.rest();
    }

    fn save(&mut self) {
        self.person.press(Modifiers::COMMAND, Key::S);
        self.rest();
        self.answer();
    }

    fn issue(&mut self, note: &str) {
        let keys = Modifiers {
            shift: true,
            ..Modifiers::COMMAND
        };
        self.person.press(keys, Key::I);
        self.rest();
        self.person.fill("Note", note);
        self.person.click("Issue");
        self.rest();
        self.answer();
        // Back to the table.
        self.person.press(Modifiers::COMMAND, Key::Num1);
        self.rest();
    }

    /// Chooses at random where both have changed the same value, as long as anything is asked.
    fn answer(&mut self) {
        while let Some(deed) = DEEDS.into_iter().find(|deed| self.person.shows(deed)) {
            self.tell();
            let cards = self.cards();
            for pair in cards.chunks(2) {
                let [ours, theirs] = pair else {
                    panic!("a card stands alone: {cards:?}")
                };
                let (chosen, other) = match self.person.random.below(2) {
                    0 => (ours, theirs),
                    _ => (theirs, ours),
                };
                println!("asked\t{}\t{}", in_line(chosen), in_line(other));
                // As a screen reader does it: the card may be out of sight.
                let mut nodes =
                    (self.person.harness).query_all_by_role_and_label(Role::RadioButton, chosen);
                nodes.next().expect("the card").click_accesskit();
                drop(nodes);
                self.person.harness.run_steps(2);
            }
            self.person.click(deed);
            self.rest();
        }
    }

    /// What the cards of a question are called, ours before the other's.
    fn cards(&self) -> Vec<String> {
        let nodes = self.person.harness.query_all_by_role(Role::RadioButton);
        let names = nodes.filter_map(|node| node.accesskit_node().label());
        names
            .filter(|name| CARDS.iter().any(|whose| name.starts_with(whose)))
            .collect()
    }

    fn buttons(&self, begin: &str) -> Vec<String> {
        let nodes = self.person.harness.query_all_by_role(Role::Button);
        let names = nodes.filter_map(|node| node.accesskit_node().label());
        names.filter(|name| name.starts_with(begin)).collect()
    }

    fn offers(&self) -> Vec<String> {
        self.buttons("Merge…")
    }

    fn is_to_decide(&self) -> bool {
        self.person.shows("Decide and save…")
    }

    /// Whether it is asked which of several versions of one number keeps it.
    fn is_to_number(&self) -> bool {
        self.person.shows("Decide…")
    }

    /// Lets one version, at random, keep the number that several have.
    fn number(&mut self) {
        self.person.click("Decide…");
        self.rest();
        let Some(deed) = NUMBERS.into_iter().find(|deed| self.person.shows(deed)) else {
            // The other laptop has decided it meanwhile.
            return;
        };
        let nodes = self.person.harness.query_all_by_role(Role::RadioButton);
        let names = nodes.filter_map(|node| node.accesskit_node().label());
        let versions: Vec<String> = names.filter(|name| name.ends_with(')')).collect();
        if !versions.is_empty() {
            let place = self.person.random.below(versions.len() as u64) as usize;
            println!("numbers\t{:?} of {versions:?}", versions[place]);
            self.person.click(&versions[place]);
        }
        self.person.click(deed);
        self.rest();
        self.person.press(Modifiers::COMMAND, Key::Num1);
        self.rest();
    }

    /// Waits until the window shows what is on the disk, or offers it; says what there is to do.
    fn settle(&mut self) {
        let begun = Instant::now();
        self.attend();
        // What comes in waits for whoever is in a field.
        let first = self.event().sessions.at(0).expect("there are sessions").id;
        self.select(first);
        loop {
            self.attend();
            if self.is_at_rest() {
                break;
            }
            if begun.elapsed() > PATIENCE {
                println!("restless\tit neither shows nor offers what is on the disk");
                break;
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        if self.is_unsaved() {
            println!("unsaved");
        }
        if self.is_to_decide() {
            println!("decide");
        }
        if self.is_to_number() {
            println!("number");
        }
        println!("offers\t{}", self.offers().len());
    }

    fn is_at_rest(&self) -> bool {
        if self.is_unsaved() || self.is_to_decide() {
            // Saving meets whatever is there.
            return true;
        }
        let is_read = |event: &Event| event == self.event();
        let is_shown = self.folder.read().is_ok_and(|read| is_read(&read.event));
        let is_offered = self.folder.conflict_copies().len() == self.offers().len();
        let versions = files_below(&self.folder.versions_folder());
        let is_copy = |file: &PathBuf| file.to_string_lossy().contains("sync-conflict");
        is_shown && is_offered && versions.iter().any(is_copy) == self.is_to_number()
    }

    /// Does what the window asks for: merges what is offered, decides what is to be decided, saves.
    fn take(&mut self) {
        self.settle();
        if let Some(offer) = self.offers().first() {
            println!("takes\t{offer}");
            self.person.click(offer);
            self.rest();
            self.answer();
        }
        if self.is_to_decide() {
            self.person.click("Decide and save…");
            self.rest();
            self.answer();
        }
        if self.is_unsaved() {
            self.save();
        }
        if self.is_to_number() {
            self.number();
        }
        self.settle();
    }

    /// Tells what can be read in the window's notices and banners.
    fn tell(&mut self) {
        let nodes = self.person.harness.query_all(By::new());
        let shown: Vec<String> = nodes
            .filter_map(|node| {
                let node = node.accesskit_node();
                let is_told = node.role() == Role::Alert
                    || node
                        .label()
                        .is_some_and(|label| label.contains("copy of this event"));
                is_told.then(|| node.label()).flatten()
            })
            .collect();
        for text in shown {
            if self.told.insert(text.clone()) {
                println!("says\t{}", in_line(&text));
            }
        }
    }
}

/// What stands in a field.
pub fn value(session: &Session, field: &str) -> String {
    match field {
        "title" => session.title.text(&Lang::EN).to_owned(),
        "officer" => session.officer.clone(),
        "remarks" => session.remarks.clone(),
        "abstract" => session.summary.text(&Lang::EN).to_owned(),
        _ => panic!("{field:?} is no field"),
    }
}

fn in_line(text: &str) -> String {
    text.replace(['\n', '\t'], " ")
}

/// Which session this is.
fn of(id: &str) -> SessionId {
    SessionId::from_uuid(id.parse().unwrap())
}
