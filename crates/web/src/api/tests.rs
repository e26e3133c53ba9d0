//! The API through the whole router.

mod agents;
mod calls;
mod channels;
mod clients;
mod custody;
mod doctor;
mod gate;
mod lists;
mod macros;
mod missed;
mod once;
mod openapi;
mod outcomes;
mod phone;
mod recordings;
mod search;
mod steering;
mod team;
mod tickets;
mod transcripts;
mod wallboard;
