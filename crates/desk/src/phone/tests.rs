//! Calls begun from the desk, against the sandbox PBX.

mod account;
mod dialling;
mod landing;
pub(crate) mod pbx;
mod steering;
mod trouble;
