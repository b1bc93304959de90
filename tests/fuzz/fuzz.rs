//! The fuzzer: one program for every reader, named by the variable `READER`. `tests/fuzz/run` starts it.

#![no_main]

mod readers;

use std::{
    panic,
    process::abort,
    sync::{LazyLock, Mutex},
};

/// What the last panic said.
static SAID: Mutex<String> = Mutex::new(String::new());

static READER: LazyLock<readers::Reader> = LazyLock::new(|| {
    let name = std::env::var("READER").unwrap_or_default();
    let found = readers::READERS.iter().find(|(known, _)| *known == name);
    let Some((_, reader)) = found else {
        let names = readers::READERS.map(|(name, _)| name).join(" ");
        eprintln!("READER must be one of: {names}");
        std::process::exit(2)
    };
    *reader
});

/// The project itself catches a reader of workbooks that stumbles, so that a panic is a finding only if it gets as far
/// as here; the fuzzer's own hook would end the program at once.
fn watch() {
    panic::set_hook(Box::new(|info| {
        if let Ok(mut said) = SAID.lock() {
            *said = info.to_string();
        }
    }));
    LazyLock::force(&READER);
}

libfuzzer_sys::fuzz_target!(init: watch(), |data: &[u8]| {
    if panic::catch_unwind(|| READER(data)).is_err() {
        let said = SAID.lock().map(|said| said.clone());
        eprintln!("found: {}", said.unwrap_or_default());
        abort();
    }
});
