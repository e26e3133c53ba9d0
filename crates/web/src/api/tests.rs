//! The API through the whole router.

mod agents;
mod calls;
mod channels;
mod clients;
mod doctor;
mod gate;
mod lists;
mod macros;
mod once;
mod openapi;
mod recordings;
mod search;
mod team;
mod tickets;
