//! The journeys: what the parts do together.

mod papers;
mod support;
