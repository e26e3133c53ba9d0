//! What a demo is made of: people, a channel, and a PBX that knows its token; the same again at the next start.

mod colleagues;
mod first_calls;
mod furnish;
mod kept;
mod ready;
mod settle;

pub use colleagues::colleagues;
pub use first_calls::first_calls;
pub use kept::{Kept, SignIn};
pub use ready::ready;
pub use settle::settle;
