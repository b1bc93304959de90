//! Kills the real program at random moments, and looks at what is left: `cargo test --test crash -- 1000`.
//!
//! The program is this very binary in another process: the real desk, used through its real panels, with its real
//! journal. It tells each state of the event that it has come to; then it is killed. Whatever is left must read, be one
//! of the states that it told, and have every edit that was older than one second.
//!
//! Before that two such programs save one event at the same moments, again and again: `TOGETHER=300 cargo test --test
//! crash -- 0` does only that, three hundred times.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    missing_docs,
    reason = "a test that cannot go on has failed"
)]

#[path = "crash/child.rs"]
mod child;
#[path = "crash/kill.rs"]
mod kill;
#[path = "crash/pair.rs"]
mod pair;
#[path = "support/person.rs"]
mod person;
#[path = "support/worker.rs"]
mod worker;

use std::{
    collections::hash_map::DefaultHasher,
    hash::{Hash, Hasher},
    process::ExitCode,
    time::{SystemTime, UNIX_EPOCH},
};

use runsheet::{model::Event, store::to_ron};

/// What the other process is told first, so that it is no test.
const CHILD: &str = "--be-killed";

/// What two processes are told first that work on one event.
const PAIR: &str = "--save-together";

/// How many times two programs save one event at once if nobody says how often.
const ROUNDS: u64 = 30;

/// How many times the program is killed if nobody says how often.
const KILLS: u64 = 200;

/// What an event says, in a few bytes.
fn mark(event: &Event) -> u64 {
    let mut hasher = DefaultHasher::new();
    to_ron(event).hash(&mut hasher);
    hasher.finish()
}

/// Microseconds of a clock that both processes have.
fn now() -> u128 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    now.unwrap().as_micros()
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if arguments.first().is_some_and(|first| first == CHILD) {
        child::run(&arguments[1..]);
        return ExitCode::SUCCESS;
    }
    if arguments.first().is_some_and(|first| first == PAIR) {
        pair::run(&arguments[1..]);
        return ExitCode::SUCCESS;
    }
    if arguments.iter().any(|one| one == "--list") {
        println!("crash: test\n\n1 test, 0 benchmarks");
        return ExitCode::SUCCESS;
    }
    let number = |one: &String| one.parse::<u64>().ok();
    let kills = arguments.iter().find_map(number).unwrap_or(KILLS);
    // `cargo test name` asks every binary for what is called so.
    let names = arguments
        .iter()
        .filter(|one| !one.starts_with('-') && number(one).is_none());
    let mut names = names.peekable();
    if names.peek().is_some() && !names.any(|name| "crash".contains(name.as_str())) {
        println!("test result: ok. 0 passed; 0 failed; 1 filtered out");
        return ExitCode::SUCCESS;
    }
    let said = |name: &str| std::env::var(name).ok()?.parse::<u64>().ok();
    let seed = said("SEED").unwrap_or_else(|| now() as u64);
    let rounds = said("TOGETHER").unwrap_or(ROUNDS);
    if pair::all(rounds, seed) && kill::all(kills, seed) {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
