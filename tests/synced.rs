//! Two laptops share an event through a real sync engine: `cargo test --test synced -- 40`.
//!
//! Debian's `syncthing` runs twice on this machine, and knows nobody but itself. On each of its two folders works the
//! program, which is this very binary in another process: the real desk, used through its real panels. While the
//! engine carries nothing, both save; then it does, and both take in what they are offered, until nothing is. Whatever
//! either has done and nobody took back must then be in both folders.
//!
//! `SEED=…` has the same done again, as far as two programs and an engine do the same twice; `KIND=…` has all rounds be of
//! one kind. It is no part of `cargo test`, because it needs that engine.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    missing_docs,
    reason = "a test that cannot go on has failed"
)]

#[path = "support/dropped.rs"]
mod dropped;
#[path = "synced/engine.rs"]
mod engine;
#[path = "synced/http.rs"]
mod http;
#[path = "synced/laptop.rs"]
mod laptop;
#[path = "synced/ledger.rs"]
mod ledger;
#[path = "synced/life.rs"]
mod life;
#[allow(
    dead_code,
    reason = "some of it is for the programs that are killed alone"
)]
#[path = "support/person.rs"]
#[allow(dead_code, reason = "what a person keeps an eye on is another test's")]
mod person;
#[path = "synced/rounds.rs"]
mod rounds;
#[path = "support/worker.rs"]
mod worker;

use std::{
    process::ExitCode,
    time::{SystemTime, UNIX_EPOCH},
};

/// What the other process is told first, so that it is no test.
const LAPTOP: &str = "--be-a-laptop";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if arguments.first().is_some_and(|first| first == LAPTOP) {
        laptop::run(&arguments[1..]);
        return ExitCode::SUCCESS;
    }
    let Some(rounds) = arguments.iter().find_map(|one| one.parse::<u64>().ok()) else {
        println!("how many rounds? `cargo test --test synced -- 40`");
        return ExitCode::FAILURE;
    };
    let Some(version) = engine::version() else {
        println!("there is no `syncthing` here: on Debian, `apt install syncthing`");
        return ExitCode::FAILURE;
    };
    let said = |name: &str| std::env::var(name).ok();
    let now = || SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    let seed = said("SEED").and_then(|said| said.parse::<u64>().ok());
    let seed = seed.unwrap_or_else(|| now().as_micros() as u64);
    if rounds::all(rounds, seed, said("KIND").as_deref(), &version) {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
