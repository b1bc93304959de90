//! What both persons do in a round, and the count of what came of it.

use std::{collections::BTreeMap, time::Instant};

use runsheet::model::SessionId;

use super::{engine::Engines, ledger::Fault, life::Life, person::Random};

/// In how many rounds one event is worked on before another takes its place.
const ROUNDS_EACH: u64 = 8;

/// What both do while nothing is carried from one to the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    /// Different fields of the same session.
    Fields,
    /// Fields of different sessions.
    Sessions,
    /// The same field.
    Field,
    /// One edits, the other adds a session.
    Adding,
    /// One removes a session, and the other edits it, or another.
    Removing,
    /// One saves so often that no save before all that is kept.
    Many,
    /// Both save twice.
    Twice,
    /// Both add a photo: files of the same name, or that differ in case alone.
    Photos,
    /// Both issue a version.
    Issuing,
}

const KINDS: [Kind; 9] = [
    Kind::Fields,
    Kind::Sessions,
    Kind::Field,
    Kind::Adding,
    Kind::Removing,
    Kind::Many,
    Kind::Twice,
    Kind::Photos,
    Kind::Issuing,
];

/// What happens to one of the windows meanwhile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Turn {
    Nothing,
    /// Something is typed and not saved when the other's work comes in.
    Unsaved(usize),
    /// It is closed, and opened again when all is carried over.
    Closed(usize),
    /// The program is killed, with something that is not saved, and started again.
    Killed(usize),
}

const FIELDS: [&str; 4] = ["title", "officer", "remarks", "abstract"];

/// What is counted.
#[derive(Default)]
struct Count {
    rounds: u64,
    failed: u64,
    asked: usize,
    by_fault: BTreeMap<(Kind, &'static str), u64>,
    by_kind: BTreeMap<Kind, (u64, u64)>,
}

/// Does so many rounds. Whether nothing was lost.
pub fn all(rounds: u64, seed: u64, kind: Option<&str>, version: &str) -> bool {
    println!(
        "{rounds} rounds of two laptops with {version}; SEED={seed} does nearly the same again"
    );
    let begun = Instant::now();
    let mut count = Count::default();
    let temp = tempfile::tempdir().unwrap();
    let engines = Engines::start(temp.path());
    let mut random = Random(seed);
    let mut deck: Vec<Kind> = Vec::new();
    let mut life: Option<Life> = None;
    let mut lives = 0;
    for round in 0..rounds {
        if deck.is_empty() {
            deck.extend(KINDS.into_iter().filter(|one| {
                let name = format!("{one:?}").to_lowercase();
                kind.is_none_or(|kind| kind == name)
            }));
        }
        let kind = deck.swap_remove(random.below(deck.len() as u64) as usize);
        if round % ROUNDS_EACH == 0
            && let Some(old) = life.take()
        {
            old.forget().unwrap();
        }
        let is_new = life.is_none();
        let mut one = match life
            .take()
            .map_or_else(|| Life::new(&engines, temp.path(), lives, &mut random), Ok)
        {
            Ok(one) => one,
            Err(why) => {
                println!("no event can be opened: {why}");
                count.failed += 1;
                break;
            }
        };
        lives += usize::from(is_new);
        let turn = turn(&mut random);
        let faults = one_round(&mut one, round, kind, turn);
        count.rounds += 1;
        count.asked += one.ledger.answers();
        let (done, lost) = count.by_kind.entry(kind).or_default();
        *done += 1;
        if faults.is_empty() {
            life = Some(one);
            continue;
        }
        *lost += 1;
        count.failed += 1;
        println!(
            "round {round}, {kind:?}, {turn:?}, left where it is: {:?}, in {}",
            one.ignored,
            one.folders[0].parent().unwrap().display()
        );
        for (word, sentence) in &faults {
            println!("  {word}: {sentence}");
        }
        let mut words: Vec<_> = faults.iter().map(|(word, _)| *word).collect();
        words.dedup();
        for word in words {
            *count.by_fault.entry((kind, word)).or_default() += 1;
        }
        for line in &one.said {
            println!("    {line}");
        }
        one.forget().ok();
    }
    drop(life);
    drop(engines);
    for (kind, (done, lost)) in &count.by_kind {
        let words = count.by_fault.iter().filter(|((of, _), _)| of == kind);
        let words: Vec<_> = words
            .map(|((_, word), times)| format!("{word} {times}"))
            .collect();
        println!(
            "{kind:?}: {done} rounds, {lost} with a loss; {}",
            words.join(", ")
        );
    }
    println!(
        "{} rounds in {} s, {} with a loss; {} values were asked about",
        count.rounds,
        begun.elapsed().as_secs(),
        count.failed,
        count.asked
    );
    if count.failed > 0 {
        println!("what is left of them is in {}", temp.keep().display());
    }
    count.failed == 0 && count.rounds == rounds
}

fn turn(random: &mut Random) -> Turn {
    let who = random.below(2) as usize;
    match random.below(8) {
        0 | 1 => Turn::Unsaved(who),
        2 => Turn::Closed(who),
        3 => Turn::Killed(who),
        _ => Turn::Nothing,
    }
}

fn one_round(life: &mut Life, round: u64, kind: Kind, turn: Turn) -> Vec<Fault> {
    life.begin_round();
    let done = play(life, round, kind, turn);
    done.unwrap_or_else(|why| vec![("broken", why)])
}

fn play(life: &mut Life, round: u64, kind: Kind, turn: Turn) -> Result<Vec<Fault>, String> {
    life.set_apart(true)?;
    let mut desk = Typing {
        life,
        round,
        made: 0,
    };
    desk.work(kind)?;
    if let Turn::Unsaved(who) | Turn::Killed(who) = turn {
        let session = desk.pick(4)?[3];
        let text = desk.types(who, session, "officer")?;
        desk.life.wait_for_journal(who, &text)?;
    }
    match turn {
        Turn::Closed(who) => life.close(who)?,
        Turn::Killed(who) => life.kill(who),
        Turn::Nothing | Turn::Unsaved(_) => {}
    }
    life.set_apart(false)?;
    life.sync()?;
    for who in [0, 1] {
        if life.programs[who].is_none() {
            life.open(who)?;
        }
    }
    let mut faults = life.take_all()?;
    faults.extend(life.look()?);
    Ok(faults)
}

/// Both at their desks, while nothing is carried from one to the other.
struct Typing<'a, 'b> {
    life: &'a mut Life<'b>,
    round: u64,
    /// How many texts were made up.
    made: u64,
}

impl Typing<'_, '_> {
    /// So many sessions at least that both have.
    fn pick(&mut self, least: usize) -> Result<Vec<SessionId>, String> {
        let all = self.life.sessions()?;
        if all.len() < least {
            return Err("there are no sessions left".into());
        }
        Ok(all)
    }

    fn text(&mut self, who: usize) -> String {
        self.made += 1;
        format!("Round {} text {} of laptop {who}.", self.round, self.made)
    }

    fn types(&mut self, who: usize, session: SessionId, field: &str) -> Result<String, String> {
        let text = self.text(who);
        self.life.types(who, session, field, &text)?;
        Ok(text)
    }

    fn field(&mut self) -> &'static str {
        FIELDS[self.life.random.below(FIELDS.len() as u64) as usize]
    }

    /// Two fields.
    fn fields(&mut self) -> [&'static str; 2] {
        let first = self.life.random.below(4) as usize;
        let second = (first + 1 + self.life.random.below(3) as usize) % 4;
        [FIELDS[first], FIELDS[second]]
    }

    /// Both, the one before the other or the other way round.
    fn both(&mut self) -> [usize; 2] {
        match self.life.random.below(2) {
            0 => [0, 1],
            _ => [1, 0],
        }
    }

    fn work(&mut self, kind: Kind) -> Result<(), String> {
        let [one, other] = self.both();
        let sessions = self.pick(4)?;
        let (same, another) = (sessions[0], sessions[1]);
        match kind {
            Kind::Fields => {
                let fields = self.fields();
                for (who, field) in [one, other].into_iter().zip(fields) {
                    self.types(who, same, field)?;
                    self.life.saves(who)?;
                }
            }
            Kind::Sessions => {
                for (who, session) in [(one, same), (other, another)] {
                    let field = self.field();
                    self.types(who, session, field)?;
                    self.life.saves(who)?;
                }
            }
            Kind::Field => {
                let field = self.field();
                for who in [one, other] {
                    self.types(who, same, field)?;
                    self.life.saves(who)?;
                }
            }
            Kind::Adding => {
                let title = self.text(one);
                self.life.adds(one, &title)?;
                self.life.saves(one)?;
                let field = self.field();
                self.types(other, same, field)?;
                self.life.saves(other)?;
            }
            Kind::Removing => {
                self.life.removes(one, same)?;
                self.life.saves(one)?;
                let edited = sessions[self.life.random.below(2) as usize];
                let field = self.field();
                self.types(other, edited, field)?;
                self.life.saves(other)?;
            }
            Kind::Many => {
                for number in 0..12 {
                    let field = self.field();
                    self.types(one, sessions[number % 3], field)?;
                    self.life.saves(one)?;
                }
                let field = self.field();
                let session = sessions[self.life.random.below(4) as usize];
                self.types(other, session, field)?;
                self.life.saves(other)?;
            }
            Kind::Twice => {
                for who in [one, other, one, other] {
                    let (field, place) = (self.field(), self.life.random.below(2));
                    self.types(who, sessions[place as usize], field)?;
                    self.life.saves(who)?;
                }
            }
            Kind::Photos => {
                let names = match self.life.random.below(2) {
                    0 => ["IMG", "IMG"],
                    _ => ["IMG", "img"],
                };
                for (who, name) in [one, other].into_iter().zip(names) {
                    let name = format!("{name}_{:04}.jpg", self.round);
                    let file = self.life.picture(&format!("camera-{who}"), &name);
                    self.life.drops(who, &file, same)?;
                    self.life.saves(who)?;
                }
            }
            Kind::Issuing => {
                let field = self.fields();
                for (who, field) in [one, other].into_iter().zip(field) {
                    self.types(who, same, field)?;
                    let note = self.text(who);
                    self.life.issues(who, &note)?;
                }
            }
        }
        Ok(())
    }
}
