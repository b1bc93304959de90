//! Captions: sentences that say who is seen doing what. Beside them, what an event and its sessions begin with.

mod caption;

mod phrase;
mod position;
mod seen;

pub use caption::caption;
pub use position::{Spot, spot};
