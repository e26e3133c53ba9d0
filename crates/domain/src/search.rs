//! What a search goes by: the words things are found under, and what somebody has asked for.

mod ask;
mod keyboard;
mod marks;
mod said;
pub(crate) mod words;

pub use ask::{Ask, Match, Term};
pub use keyboard::other_layout;
pub use said::Said;
pub use words::Words;
