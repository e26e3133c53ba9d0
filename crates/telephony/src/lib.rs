//! Providers by name; outbound HTTP with guards; the PBX of a channel.
//!
//! A driver only maps: it turns a provider's request into the desk's [`CallEvent`](domain::CallEvent), and decides nothing.

pub mod findings;
pub mod hearing;
pub mod outbound;
pub mod pbx;
pub mod recording;

mod family;

pub use hearing::{Heard, hear};
