//! Recordings: fetched from the provider before it forgets them, kept, listened to by those who may.

mod awaited;
mod draw;
mod expect;
mod fetch;
mod kept;
mod listen;
mod retry;
mod rights;
#[cfg(test)]
mod tests;

pub use draw::Drawn;
pub use kept::KeptFile;
pub use listen::{How, Sound};
