//! Two programs work on one event and save it at the same moments: whatever either has typed is in the file afterwards,
//! or was shown beside what the other has typed in the same place, or could be read for ten seconds before the other
//! typed over it. That it was shown for a frame or two, in a row of the table or in a notice, is not enough.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::{By, NodeT, Queryable};
use runsheet::{
    model::{Event, Lang},
    store::{Folder, write_sample},
};

use super::{
    PAIR, child, now,
    person::{Person, Random, TITLE},
    worker::{DONE, Worker},
};

/// What it says when what both have typed is shown side by side.
const ASKED: &str = "asked";

/// How long both may type before they save, in microseconds, and how far apart they then save at most.
const TYPING: u128 = 700_000;
const APART: u64 = 20_000;

/// How long a title has to be shown to be read, in seconds by the clock of the frames: ten, but for the frames in which it
/// came and went.
const READING: f64 = 9.0;

/// How both sides of a value are called where they are shown side by side.
const CARDS: [&str; 2] = ["shows Yours – ", "shows A colleague’s – "];

/// The place of the session into whose title both type.
const SHARED: usize = 3;

fn title(event: &Event, place: usize) -> String {
    let session = event.sessions.at(place).unwrap();
    session.title.text(&Lang::EN).to_owned()
}

/// One of the two: opens the event, and in each round types and saves. Arguments: the data folder, the seed, the event's
/// folder, and the place of the session that is this program's own.
pub fn run(arguments: &[String]) {
    let [data, seed, folder, own] = arguments else {
        panic!("not so many arguments");
    };
    let own: usize = own.parse().unwrap();
    let folder = PathBuf::from(folder);
    let mut person = Person::at_the_desk(
        child::SIZE,
        Path::new(data),
        seed.parse().unwrap(),
        Some(&folder),
    );
    person.wait_for(|person| person.event().is_some() && !person.harness.state().is_busy());
    person.watch(SHARED);
    // The one who comes second is asked.
    for _ in 0..20 {
        person.steps(1);
        if person.shows("Work together") {
            person.click("Work together");
        }
    }
    println!("{DONE}");
    for line in std::io::stdin().lines() {
        let line = line.unwrap();
        let (round, moment) = line.split_once(' ').unwrap();
        let mut pair = Pair {
            person: &mut person,
            own,
            told: BTreeSet::new(),
        };
        pair.round(round, moment.parse().unwrap());
        println!("{DONE}");
    }
}

struct Pair<'a> {
    person: &'a mut Person,
    own: usize,
    /// What was told already.
    told: BTreeSet<String>,
}

impl Pair<'_> {
    /// Types, waits until it is this moment by a clock that both have, and saves.
    fn round(&mut self, round: &str, moment: u128) {
        let own = self.own;
        let frames = self.person.random.below(10);
        self.person.steps(frames as usize);
        self.entitle(own, &format!("Own {own} {round}"));
        if self.person.random.below(2) == 0 {
            self.entitle(SHARED, &format!("Shared {own} {round}"));
        }
        let wait = u64::try_from(moment.saturating_sub(now())).unwrap();
        std::thread::sleep(Duration::from_micros(
            wait + self.person.random.below(APART),
        ));
        self.person.press(Modifiers::COMMAND, Key::S);
        self.settle();
        while self.person.shows("Merge and save") {
            println!("{ASKED}");
            let side = ["All yours", "All the colleague’s"][self.person.random.below(2) as usize];
            self.person.click(side);
            self.person.click("Merge and save");
            self.settle();
        }
    }

    fn settle(&mut self) {
        self.person
            .wait_for(|person| !person.harness.state().is_busy());
        self.person.steps(2);
        self.tell();
    }

    fn entitle(&mut self, place: usize, text: &str) {
        // What is said at the top of the window can come or go under the pointer: then they click once more.
        loop {
            let before = title(self.person.event().unwrap(), place);
            let harness = &self.person.harness;
            let row = harness.query_all_by_role_and_label(Role::ListItem, &before);
            row.into_iter().next().unwrap().click();
            self.person.steps(2);
            if self
                .person
                .is_in_field(&title(self.person.event().unwrap(), place))
            {
                break;
            }
        }
        self.tell();
        let (shown, since) = self.person.shown();
        self.person.fill(TITLE, text);
        if place == SHARED && self.person.seconds() - since >= READING {
            println!("read {shown}");
        }
        self.person.steps(1);
        assert_eq!(title(self.person.event().unwrap(), place), text);
        println!("typed {place} {text}");
        self.tell();
    }

    /// Tells what can be read in the window of what either has typed.
    fn tell(&mut self) {
        let nodes = self.person.harness.query_all(By::new());
        let shown = nodes.filter_map(|node| {
            let node = node.accesskit_node();
            node.label().or_else(|| node.value())
        });
        for text in shown.filter(|text| text.contains("Shared ") || text.contains("Own ")) {
            if self.told.insert(text.clone()) {
                println!("shows {}", text.replace('\n', " "));
            }
        }
    }
}

/// What both have said in one round, and what they have come to.
struct Round<'a> {
    said: [Vec<String>; 2],
    now: Event,
    /// What was in the title that both type into after the round before.
    before: &'a str,
    /// What was shown side by side, or read, in this round and before it: by whom of the two.
    seen: &'a mut [Vec<String>; 2],
}

impl Round<'_> {
    /// Whether nothing of it is lost; how often somebody was asked.
    fn look(self) -> Result<usize, String> {
        for (seen, said) in self.seen.iter_mut().zip(&self.said) {
            let of_note = |line: &&String| {
                line.starts_with("read ") || CARDS.iter().any(|card| line.starts_with(card))
            };
            seen.extend(said.iter().filter(of_note).cloned());
        }
        for (who, said) in self.said.iter().enumerate() {
            for typed in said.iter().filter_map(|line| line.strip_prefix("typed ")) {
                let (place, text) = typed.split_once(' ').unwrap();
                self.is_kept(who, place.parse().unwrap(), text)?;
            }
        }
        // What is left of an earlier round, unless whoever typed it has typed something else.
        for (who, said) in self.said.iter().enumerate() {
            let is_theirs = self.before.starts_with(&format!("Shared {who} "));
            let again = format!("typed {SHARED} ");
            if is_theirs && !said.iter().any(|line| line.starts_with(&again)) {
                self.is_kept(who, SHARED, self.before)?;
            }
        }
        let all = self.said.iter().flatten();
        Ok(all.filter(|line| *line == ASKED).count())
    }

    /// Whether what one of them has typed is in the file, or the other has had it before their eyes.
    fn is_kept(&self, who: usize, place: usize, text: &str) -> Result<(), String> {
        let is_there = title(&self.now, place) == text;
        let was_asked = |line: &String| CARDS.iter().any(|card| line.starts_with(card));
        let is_seen =
            |seen: &Vec<String>| seen.iter().any(|line| was_asked(line) && has(line, text));
        let is_read = |line: &String| line.strip_prefix("read ") == Some(text);
        if is_there || self.seen.iter().any(is_seen) || self.seen[1 - who].iter().any(is_read) {
            return Ok(());
        }
        Err(format!("{text:?} is lost; they said {:#?}", self.said))
    }
}

/// Whether this text stands in a line, and not only the beginning of one with a longer number.
fn has(line: &str, text: &str) -> bool {
    let mut found = line.match_indices(text);
    found.any(|(at, _)| !line[at + text.len()..].starts_with(|next: char| next.is_ascii_digit()))
}

/// Has two programs save one event in so many rounds. Whether nothing was lost.
pub fn all(rounds: u64, seed: u64) -> bool {
    println!(
        "two programs save one event {rounds} times at once; SEED={seed} does nearly the same again"
    );
    let begun = Instant::now();
    match work(rounds, seed) {
        Ok(asked) => {
            println!(
                "nothing was lost; {asked} times both were shown side by side; {} s",
                begun.elapsed().as_secs()
            );
            true
        }
        Err(why) => {
            println!("{why}");
            false
        }
    }
}

fn work(rounds: u64, seed: u64) -> Result<usize, String> {
    let temp = tempfile::tempdir().unwrap();
    let folder = temp.path().join("event");
    write_sample(&folder).unwrap();
    let mut random = Random(seed);
    let mut start = |own: usize| {
        let data = temp.path().join(format!("data {own}"));
        let (seed, own) = ((random.next() >> 1).to_string(), own.to_string());
        let arguments = [
            PAIR,
            data.to_str().unwrap(),
            &seed,
            folder.to_str().unwrap(),
            &own,
        ];
        Worker::start(&format!("program {own}"), &arguments, &[])
    };
    let mut both = [start(0)?, start(1)?];
    for one in &both {
        one.said()?;
    }
    let folder = Folder::at(&folder).unwrap();
    let mut asked = 0;
    let (mut before, mut seen) = (String::new(), [Vec::new(), Vec::new()]);
    for round in 0..rounds {
        let moment = now() + TYPING;
        for one in &mut both {
            one.order(&format!("{round} {moment}"))?;
        }
        let said = [both[0].said()?, both[1].said()?];
        let now = folder.read().map_err(|error| error.to_string())?.event;
        let shared = title(&now, SHARED);
        let looked = Round {
            said,
            now,
            before: &before,
            seen: &mut seen,
        };
        asked += looked
            .look()
            .map_err(|why| format!("round {round}: {why}"))?;
        before = shared;
    }
    Ok(asked)
}
