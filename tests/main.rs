//! The journeys: what a person does from beginning to end, through the library and the program.

mod captions;
mod files;
mod photo_files;
