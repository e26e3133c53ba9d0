//! The clients against a server that answers as the platform does, and as it should not.

#![cfg(feature = "client")]
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::needless_pass_by_value,
    reason = "helpers of tests may, and json! is best passed as it is made"
)]

mod answers;
mod calling;
mod failing;
mod listing;
mod pacing;
mod writing;
