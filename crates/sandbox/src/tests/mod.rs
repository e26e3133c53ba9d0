//! Tests of the whole sandbox through its router.

mod bench;
mod deliveries;
mod panel;
mod recordings;
mod scenarios;
