//! The journeys and the rules of the project, in one binary so that it links once.
//!
//! Add a subject: one file beside this one and one line here.

mod captions;
mod files;
mod papers;
mod photo_files;
mod support;
