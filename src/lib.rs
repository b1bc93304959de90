//! Runsheet, the run-of-show desk of a secretariat: one official event on the screen, on paper and in a file.
//!
//! The rooms, from the lowest: [`limits`], [`model`], [`plan`], [`words`], [`sheet`]; then side by side [`store`], [`mod@print`], [`photo`],
//! [`press`] and [`exchange`]; then [`ui`], [`app`] and [`cli`].

pub mod app;
pub mod cli;
pub mod exchange;
pub mod fonts;
pub mod limits;
pub mod model;
pub mod photo;
pub mod plan;
pub mod press;
pub mod print;
pub mod sheet;
pub mod store;
pub mod ui;
pub mod words;
