//! The journeys and the rules of the project, in one binary so that it links once.
//!
//! Add a subject: one file beside this one and one line here.

mod captions;
mod files;
//! The journeys: what a person does from beginning to end, through the library and the program.

mod captions;
mod files;
mod photo_files;
