//! What a search goes by: the words things are found under, and what somebody has asked for.

mod ask;
mod keyboard;
mod marks;
mod words;

pub use ask::{Ask, Match, Term};
pub use keyboard::other_layout;
pub use words::Words;
