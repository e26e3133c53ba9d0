//! Recordings as files: what they are, where they lie, how loud they are when.
//!
//! What comes from outside is never trusted: kinds are told by content, decoding is bounded in time, length and voices.

mod blocks;
mod draft;
mod hush;
mod kind;
mod range;
mod shelf;
mod wave;

pub use blocks::NoSound;
pub use draft::{Draft, Measured};
pub use hush::hush;
pub use kind::recognise;
pub use range::{Wanted, wanted};
pub use shelf::{Local, Opened, Shelf, ShelfError};
pub use wave::{Wave, wave};
