//! What both APIs stand on: JSON-RPC over HTTPS as the platform speaks it.

mod body;
mod brand;
mod failure;
mod limits;
mod line;
pub(crate) mod loose;
mod mnemonic;
mod pace;
mod refusal;
mod reply;
mod sentence;
mod session;

pub use body::Body;
pub use brand::Brand;
pub use failure::Failure;
pub use limits::{Limits, Span};
pub(crate) use line::Line;
pub use line::{PATIENCE, http_client};
pub use mnemonic::Mnemonic;
pub use refusal::Refusal;
pub use session::{Session, log_in};

#[cfg(test)]
mod tests;
