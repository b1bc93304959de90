//! Events to test with.

pub mod symposium;
