//! Channels: the list, a new one, one of them with its connection doctor, its requests as they arrived.

mod access;
mod account;
mod asked;
mod calling;
mod channel;
mod conflict;
mod create;
mod doctor;
mod event;
mod excerpt;
mod health;
mod hours;
mod list;
mod log;
mod operators;
mod policy;
mod recordings;
mod refused;
mod rehearsal;
mod remove;
mod replay;
mod request;
mod row;
mod settings;
mod setup;
mod tokens;
mod trial;

#[cfg(test)]
mod tests;

pub(super) use row::{event_name, verdict_name};

use axum::Router;

use crate::Web;

/// The pages under `/channels`.
pub(super) fn router() -> Router<Web> {
    Router::new()
        .merge(access::router())
        .merge(channel::router())
        .merge(create::router())
        .merge(list::router())
        .merge(log::router())
        .merge(operators::router())
        .merge(recordings::router())
        .merge(rehearsal::router())
        .merge(remove::router())
        .merge(replay::router())
        .merge(request::router())
        .merge(tokens::router())
        .merge(trial::router())
}
