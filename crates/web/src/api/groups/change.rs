//! `PATCH /groups/{id}`.

use axum::Json;
use axum::extract::State;
use desk::people::GroupChange;
use desk::{Desk, Thing};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::api::shape::{Group, shape_group};
use crate::api::{At, Sent};
use crate::problem::Result;
use crate::who::Keyed;

/// What to change; what is absent stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = GroupChange)]
pub(super) struct Form {
    name: Option<String>,
    /// Ids of all its agents.
    members: Option<Vec<String>>,
}

/// Change a group
#[utoipa::path(patch, path = "/groups/{id}", tag = "agents", params(("id" = String, Path, description = "Its id")),
    request_body = Form, responses((status = 200, body = Group)))]
pub(super) async fn change(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    at: At,
    Sent(form): Sent<Form>,
) -> Result<Json<Group>> {
    let id = at.id(Thing::Group)?;
    let change = GroupChange {
        name: form.name,
        members: form.members,
    };
    let group = desk.change_group(&actor, id, &change).await?;
    Ok(Json(shape_group(group)))
}
