//! The journeys and the rules of the project, in one binary so that it links once.
//!
//! To add a subject: one file beside this one, and one line here.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that cannot go on has failed; clippy allows this only inside functions marked as tests"
)]

mod captions;
mod changes;
mod closing;
mod command_line;
mod corpus;
mod day;
mod dependencies;
mod descent;
mod edits;
mod exporting;
mod files;
mod formats;
mod hostile;
mod journal;
mod journeys;
mod large;
mod layers;
mod locales;
mod merging;
mod panels;
mod papers;
mod photo_files;
mod pictures;
mod rough_use;
mod sample;
mod saves;
mod schedules;
mod support;
mod synced_folder;
mod table;
mod tables;
mod times;
mod together;
mod versions;
mod views;
