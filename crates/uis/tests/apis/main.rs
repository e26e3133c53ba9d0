//! The clients against a server that answers as the platform does, and as it should not.

#![cfg(feature = "client")]

mod answers;
mod calling;
mod failing;
mod listing;
mod pacing;
mod writing;
