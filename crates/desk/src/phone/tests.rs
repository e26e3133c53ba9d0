//! Calls begun from the desk, against the sandbox PBX.

mod account;
mod dialling;
mod landing;
mod origins;
pub(crate) mod pbx;
mod steering;
mod trouble;
