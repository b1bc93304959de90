//! Every reader of what others wrote keeps its promises of whatever a fuzzer has thrown at it: the corpus and what was
//! found are replayed. How they came about stands in `tests/fuzz/README.md`.

use std::{fs, path::Path};

#[path = "fuzz/readers/mod.rs"]
mod readers;

/// Replays what is kept for one reader; gives how many files that was.
fn replay(name: &str, read: readers::Reader) -> usize {
    let mut count = 0;
    for kept in ["corpus", "found"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("tests/fuzz")
            .join(kept)
            .join(name);
        let Ok(files) = fs::read_dir(&folder) else {
            assert_eq!(kept, "found", "{name} has no corpus");
            continue;
        };
        for file in files {
            let file = file.unwrap().path();
            let bytes = fs::read(&file).unwrap();
            // Whichever it is that breaks a promise is named.
            let read = std::panic::catch_unwind(|| read(&bytes));
            assert!(read.is_ok(), "{}", file.display());
            count += 1;
        }
    }
    count
}

#[test]
fn every_reader_keeps_its_promises_of_what_was_thrown_at_it() {
    std::thread::scope(|scope| {
        for (name, read) in readers::READERS {
            scope.spawn(move || {
                let count = replay(name, read);
                assert!(count >= 5, "{name}: a corpus of {count}");
            });
        }
    });
}
