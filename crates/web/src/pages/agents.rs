//! Agents: who works in the desk, their groups, their invitations.

mod agent;
mod fields;
mod form;
mod group;
mod groups;
mod invitation;
mod invite;
mod list;
mod standing;

#[cfg(test)]
mod tests;

use axum::Router;

use crate::Web;

pub(super) use fields::{Fields, telephony};

/// The pages under `/settings/agents` and `/settings/groups`, and `/invitations/{secret}`.
pub(super) fn router() -> Router<Web> {
    Router::new()
        .merge(agent::router())
        .merge(groups::router())
        .merge(invitation::router())
        .merge(invite::router())
        .merge(list::router())
        .merge(standing::router())
}
