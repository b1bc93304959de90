//! Captions: sentences that say who is seen doing what. Beside them, what an event and its sessions begin with.

mod caption;
mod fresh;
mod phrase;
mod position;
mod seen;
mod steps;

pub use caption::caption;
pub use fresh::new_event;
pub use position::{Spot, spot};
pub use steps::{has_usual_steps, usual_steps, usual_teams};
