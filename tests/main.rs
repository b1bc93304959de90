//! The journeys and the rules of the project, in one binary so that it links once.
//!
//! Add a subject: one file beside this one and one line here.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test says what went wrong by panicking"
)]

mod edits;
mod large;
mod layers;
mod locales;
mod pictures;
mod support;
