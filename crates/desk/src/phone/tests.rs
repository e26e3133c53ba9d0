//! Calls begun from the desk, against the sandbox PBX.

mod account;
mod dialling;
mod landing;
mod pbx;
mod steering;
mod trouble;
