//! The sandbox as clients see it that know nothing of it: two from PyPI, and our own.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "helpers of tests")]

mod ours;
mod python;
mod served;
