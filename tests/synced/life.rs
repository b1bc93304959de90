//! One event on two laptops: its two folders, the two programs, and what was done in the round.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
    time::{Duration, Instant},
};

use runsheet::{
    model::{Event, Lang, Session, SessionId},
    store::{Folder, to_ron, write_sample},
};
use uuid::Uuid;

use super::{
    LAPTOP,
    engine::Engines,
    laptop::value,
    ledger::{Fault, Ledger, files_below},
    person::Random,
    worker::Worker,
};

/// How often what is offered is taken in before it is said that this never ends.
const PASSES: usize = 15;

/// How long an edit may take to be in a journal before that is a fault.
const PATIENCE: Duration = Duration::from_secs(20);

/// What a person may have the engine leave where it is.
const IGNORED: [&str; 4] = ["", "backups\n", ".runsheet\n", "backups\n.runsheet\n"];

/// Both laptops.
pub struct Life<'a> {
    engines: &'a Engines,
    below: PathBuf,
    /// What the engines call the folder.
    name: String,
    pub folders: [PathBuf; 2],
    pub programs: [Option<Worker>; 2],
    pub ledger: Ledger,
    /// What was told to do, and what was said, in this round.
    pub said: Vec<String>,
    pub random: Random,
    /// What the engine leaves where it is.
    pub ignored: &'static str,
    number: usize,
}

impl<'a> Life<'a> {
    /// A new event, in a folder on each side, open on both.
    pub fn new(
        engines: &'a Engines,
        below: &Path,
        number: usize,
        random: &mut Random,
    ) -> Result<Self, String> {
        let below = below.join(format!("event-{number}"));
        let folders = [0, 1].map(|who| below.join(format!("laptop-{who}")));
        let ignored = IGNORED[random.below(IGNORED.len() as u64) as usize];
        for folder in &folders {
            fs::create_dir_all(folder.parent().unwrap()).unwrap();
        }
        write_sample(&folders[0]).map_err(|error| error.to_string())?;
        fs::create_dir(&folders[1]).unwrap();
        if !ignored.is_empty() {
            for folder in &folders {
                fs::write(folder.join(".stignore"), ignored).unwrap();
            }
        }
        let name = format!("event-{number}");
        engines.share(&name, &folders)?;
        let begun = Instant::now();
        loop {
            engines.sync(&name)?;
            // Before they have heard of one another's files both have all that they know of.
            if folders[1].join("event.ron").exists() {
                break;
            }
            if begun.elapsed() > PATIENCE {
                return Err("the event does not come to the other laptop".into());
            }
            std::thread::sleep(Duration::from_millis(40));
        }
        let mut life = Self {
            engines,
            below,
            name,
            folders,
            programs: [None, None],
            ledger: Ledger::default(),
            said: Vec::new(),
            random: Random(random.next()),
            ignored,
            number,
        };
        for who in [0, 1] {
            life.open(who)?;
        }
        Ok(life)
    }

    /// Opens the event on one laptop.
    pub fn open(&mut self, who: usize) -> Result<(), String> {
        let seed = (self.random.next() >> 1).to_string();
        let (data, folder) = (data(&self.below, who), &self.folders[who]);
        let arguments = [LAPTOP, told(&data), &seed, told(folder)];
        // What the machine is called, by which locks and journals are told apart.
        let machine = [("COMPUTERNAME", &*format!("laptop-{who}"))];
        let program = Worker::start(&format!("program {who}"), &arguments, &machine)?;
        self.said.push(format!("{who} opens"));
        self.programs[who] = Some(program);
        self.hear(who)?;
        Ok(())
    }

    pub fn close(&mut self, who: usize) -> Result<(), String> {
        self.said.push(format!("{who} leaves"));
        if let Some(mut program) = self.programs[who].take() {
            program.order("leave")?;
            program.said()?;
            program.ended()?;
        }
        Ok(())
    }

    pub fn kill(&mut self, who: usize) {
        self.said.push(format!("{who} is killed"));
        self.programs[who] = None;
    }

    pub fn forget(&self) -> Result<(), String> {
        self.engines.forget(&self.name)
    }

    pub fn set_apart(&mut self, apart: bool) -> Result<(), String> {
        let what = if apart { "nothing" } else { "everything" };
        self.said.push(format!("the engine carries {what}"));
        self.engines.set_apart(&self.name, apart)
    }

    pub fn sync(&self) -> Result<(), String> {
        self.engines.sync(&self.name)
    }

    /// Has one laptop do something; gives what it says to that.
    pub fn tell(&mut self, who: usize, order: &str) -> Result<Vec<String>, String> {
        self.begin(who, order)?;
        self.hear(who)
    }

    fn begin(&mut self, who: usize, order: &str) -> Result<(), String> {
        self.said
            .push(format!("{who}: {}", order.replace('\t', " ")));
        let program = self.programs[who].as_mut();
        program.ok_or("it is closed")?.order(order)
    }

    /// What one laptop says until it is done, of which the answers are taken down.
    fn hear(&mut self, who: usize) -> Result<Vec<String>, String> {
        let program = self.programs[who].as_ref().ok_or("it is closed")?;
        let said = program.said()?;
        for line in &said {
            self.said
                .push(format!("    {who} {}", line.replace('\t', " | ")));
            if let Some(cards) = line.strip_prefix("asked\t") {
                let (chosen, other) = cards.split_once('\t').unwrap_or((cards, ""));
                self.ledger.answered(chosen, other);
            }
        }
        Ok(said)
    }

    /// What the file of one laptop holds.
    pub fn event(&self, who: usize) -> Result<Event, String> {
        let read = Folder::at(&self.folders[who]).and_then(|folder| folder.read());
        read.map(|read| read.event)
            .map_err(|error| format!("{who}: {error}"))
    }

    /// The sessions that both laptops have, and that are called as no other is, in an order at random.
    pub fn sessions(&mut self) -> Result<Vec<SessionId>, String> {
        let events = [self.event(0)?, self.event(1)?];
        let is_known = |event: &Event, id: SessionId| {
            let Some(own) = event.sessions.get(id) else {
                return false;
            };
            let title = own.title.text(&Lang::EN);
            let same = |one: &&Arc<Session>| one.title.text(&Lang::EN) == title;
            !title.is_empty() && event.sessions.iter().filter(same).count() == 1
        };
        let mut all: Vec<_> = events[0].sessions.iter().map(|one| one.id).collect();
        all.retain(|id| events.iter().all(|event| is_known(event, *id)));
        for place in (1..all.len()).rev() {
            all.swap(place, self.random.below(place as u64 + 1) as usize);
        }
        Ok(all)
    }

    pub fn types(
        &mut self,
        who: usize,
        session: SessionId,
        field: &str,
        text: &str,
    ) -> Result<(), String> {
        let id = session.uuid();
        let said = self.tell(who, &format!("type\t{id}\t{field}\t{text}"))?;
        for line in said {
            if let Some(was) = line.strip_prefix("was\t") {
                self.ledger.typed_over(session, field, was);
            }
        }
        self.ledger.typed(who, session, field, text);
        Ok(())
    }

    pub fn adds(&mut self, who: usize, title: &str) -> Result<(), String> {
        let said = self.tell(who, &format!("add\t{title}"))?;
        let new = said.iter().find_map(|line| line.strip_prefix("new\t"));
        let new: Uuid = new.and_then(|id| id.parse().ok()).ok_or("nothing is new")?;
        let new = SessionId::from_uuid(new);
        self.ledger.typed(who, new, "title", title);
        Ok(())
    }

    pub fn removes(&mut self, who: usize, session: SessionId) -> Result<(), String> {
        let event = self.event(who)?;
        let old = event.sessions.get(session).ok_or("it is gone")?;
        self.ledger.removed(who, session, &value(old, "title"));
        self.tell(who, &format!("remove\t{}", session.uuid()))?;
        Ok(())
    }

    pub fn drops(&mut self, who: usize, file: &Path, session: SessionId) -> Result<(), String> {
        self.ledger.added_photo(who, file);
        let order = format!("drop\t{}\t{}", file.display(), session.uuid());
        self.tell(who, &order)?;
        Ok(())
    }

    pub fn saves(&mut self, who: usize) -> Result<(), String> {
        self.tell(who, "save").map(drop)
    }

    pub fn issues(&mut self, who: usize, note: &str) -> Result<(), String> {
        self.ledger.issued(who, note);
        self.tell(who, &format!("issue\t{note}")).map(drop)
    }

    /// Waits until what was typed is in a journal, so that it outlives the program.
    pub fn wait_for_journal(&self, who: usize, text: &str) -> Result<(), String> {
        let begun = Instant::now();
        // Where the disk is slow, the journal goes on in the person's own data folder.
        let places = [self.folders[who].join(".runsheet"), data(&self.below, who)];
        let has_it = |file: &PathBuf| {
            // One that is still being put there has another name, and nobody looks for it.
            file.extension().is_some_and(|end| end == "journal")
                && fs::read(file).is_ok_and(|bytes| String::from_utf8_lossy(&bytes).contains(text))
        };
        let is_there = |place: &PathBuf| files_below(place).iter().any(has_it);
        while !places.iter().any(is_there) {
            if begun.elapsed() > PATIENCE {
                return Err(format!("{text:?} comes into no journal"));
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        Ok(())
    }

    /// A new picture in a file of this name.
    pub fn picture(&mut self, folder: &str, name: &str) -> PathBuf {
        let folder = self.below.join(folder);
        fs::create_dir_all(&folder).unwrap();
        let (number, colour) = (self.number as u8, self.random.next().to_le_bytes());
        let picture = image::RgbImage::from_fn(48, 32, |x, y| {
            let at = (x / 8 + y / 8) as usize % 6;
            image::Rgb([colour[at], colour[at + 1], colour[at + 2] ^ number])
        });
        let file = folder.join(name);
        let encoded = image::ImageFormat::Jpeg;
        picture.save_with_format(&file, encoded).unwrap();
        file
    }

    /// Both take in what they are offered, until nothing is: at random one of them, or both at once.
    pub fn take_all(&mut self) -> Result<Vec<Fault>, String> {
        let mut faults = Vec::new();
        for pass in 0.. {
            self.sync()?;
            let mut has_more = [false; 2];
            for who in [0, 1] {
                let said = self.tell(who, "settle")?;
                has_more[who] = said.iter().any(|line| line != "offers\t0");
                if said.iter().any(|line| line.starts_with("restless")) {
                    return Ok(vec![(
                        "restless",
                        format!("window {who} does not show what is saved"),
                    )]);
                }
            }
            let texts = [0, 1].map(|who| fs::read(self.folders[who].join("event.ron")).ok());
            if has_more == [false; 2] {
                // A moment ago one may have saved what the other has not yet.
                if texts[0] == texts[1] {
                    break;
                }
            }
            if pass == PASSES {
                faults.push(("endless", "there is always more to take in".to_owned()));
                return Ok(faults);
            }
            let chosen = match self.random.below(3) {
                2 => [true, true],
                one => [one == 0, one == 1],
            };
            let mut takes = [0, 1].map(|who| has_more[who] && chosen[who]);
            if takes == [false; 2] {
                takes = has_more;
            }
            for who in [0, 1] {
                if takes[who] {
                    self.begin(who, "take")?;
                }
            }
            for who in [0, 1] {
                if takes[who] {
                    self.hear(who)?;
                }
            }
        }
        Ok(faults)
    }

    /// What is lost, now that both have taken everything in.
    pub fn look(&mut self) -> Result<Vec<Fault>, String> {
        let mut faults = Vec::new();
        for who in [0, 1] {
            let shown = self.below.join(format!("shown-{who}.ron"));
            self.tell(who, &format!("write\t{}", shown.display()))?;
            let (shown, saved) = (
                fs::read_to_string(&shown).unwrap(),
                to_ron(&self.event(who)?),
            );
            if shown != saved {
                faults.push((
                    "window",
                    format!("window {who} does not show what is saved"),
                ));
            }
            faults.extend(self.ledger.lost_in(&self.folders[who]));
        }
        Ok(faults)
    }

    /// The next round begins.
    pub fn begin_round(&mut self) {
        self.ledger = Ledger::default();
        self.said.clear();
    }
}

/// Where a program keeps what is its own.
fn data(below: &Path, who: usize) -> PathBuf {
    below.join(format!("data-{who}"))
}

fn told(path: &Path) -> &str {
    path.to_str().unwrap()
}
