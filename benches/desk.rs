//! What the figures of the README are measured with.

fn main() {}
