//! Picture files: looking at them, copying them into an event unaltered, and making small ones of them.

mod add;
mod adding;
mod error;
mod find;
mod look;
mod original;
mod outgoing;
mod thumbnail;
mod whole;

pub use add::{Added, add, add_noted, put_back};
pub use adding::{Adding, LeftOver, clear_left_over};
pub use error::PhotoError;
pub use find::{is_picture_name, pictures_in};
pub use look::{Format, Shot, begins_alike, look, look_at};
pub use original::{Content, content};
pub use outgoing::{Caption, outgoing};
pub use thumbnail::{for_paper, thumbnail, thumbnail_of};

pub use crate::limits::photo as limits;
