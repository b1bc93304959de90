//! Every reader of what others wrote, as a function of bytes. Each reads them and then holds the program to what it
//! promises of whatever it has read: it is written and read again the same, what is proposed can be done and taken
//! back, the limits hold, and every fault has its sentence. A panic is a finding.
//!
//! The fuzzer throws bytes at them; the tests of the project replay what it kept and what it found.

mod event;
mod held;
mod journal;
mod packed;
mod paper;
mod pasted;
mod photo;
mod schedule;
mod table;

/// A reader of bytes, that panics if a promise is broken.
pub type Reader = fn(&[u8]);

/// Every reader, by the name of its folder in `corpus/`.
pub const READERS: [(&str, Reader); 12] = [
    ("event", event::event),
    ("version", event::version),
    ("settings", event::settings),
    ("journal", journal::journal),
    ("schedule-json", schedule::json),
    ("schedule-xml", schedule::xml),
    ("csv", table::csv),
    ("xlsx", table::xlsx),
    ("ods", table::ods),
    ("pasted", pasted::pasted),
    ("photo", photo::photo),
    ("paper", paper::paper),
];
