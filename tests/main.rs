//! The journeys and the rules of the project, in one binary so that it links once.
//!
//! To add a subject: one file beside this one, and one line here.

mod captions;
mod command_line;
mod files;
mod papers;
mod photo_files;
mod sample;
mod support;
