//! `/channels/{id}/access`: who works in a channel besides administrators and supervisors.

use axum::Json;
use axum::extract::State;
use desk::channels::AccessForm;
use desk::{Desk, Thing};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::api::{At, Sent};
use crate::problem::Result;
use crate::who::Keyed;

/// Who works in a channel besides administrators and supervisors.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ChannelAccess)]
pub(super) struct Access {
    /// Ids of agents.
    #[serde(default)]
    agents: Vec<String>,
    /// Ids of groups: with all their agents.
    #[serde(default)]
    groups: Vec<String>,
}

impl From<domain::channel::Access> for Access {
    fn from(access: domain::channel::Access) -> Self {
        Self {
            agents: access.agents.iter().map(ToString::to_string).collect(),
            groups: access.groups.iter().map(ToString::to_string).collect(),
        }
    }
}

/// Who works in a channel
#[utoipa::path(get, path = "/channels/{id}/access", tag = "channels",
    params(("id" = String, Path, description = "The channel's id")), responses((status = 200, body = Access)))]
pub(super) async fn show(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    at: At,
) -> Result<Json<Access>> {
    let access = desk.access(&actor, at.id(Thing::Channel)?).await?;
    Ok(Json(access.into()))
}

/// Let exactly these into a channel
///
/// Whoever is not among them is out at once; administrators and supervisors work in all channels anyway.
#[utoipa::path(put, path = "/channels/{id}/access", tag = "channels",
    params(("id" = String, Path, description = "The channel's id")), request_body = Access,
    responses((status = 200, body = Access)))]
pub(super) async fn set(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    at: At,
    Sent(sent): Sent<Access>,
) -> Result<Json<Access>> {
    let form = AccessForm {
        agents: sent.agents,
        groups: sent.groups,
    };
    let id = at.id(Thing::Channel)?;
    let access = desk.set_access(&actor, id, &form).await?;
    Ok(Json(access.into()))
}
