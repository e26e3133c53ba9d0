//! `/groups`.

mod change;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use desk::people::NewGroup;
use desk::{Desk, Thing};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::paging::Items;
use super::shape::{Group, shape_group};
use super::{At, Sent, made};
use crate::Web;
use crate::problem::Result;
use crate::who::Keyed;

pub(super) fn router() -> OpenApiRouter<Web> {
    OpenApiRouter::default()
        .routes(routes!(list, create))
        .routes(routes!(one, change::change, delete))
}

/// Groups
///
/// By name: for administrators and supervisors.
#[utoipa::path(get, path = "/groups", tag = "agents", responses((status = 200, body = Items<Group>)))]
async fn list(State(desk): State<Desk>, Keyed(actor): Keyed) -> Result<Json<Items<Group>>> {
    let all = desk.groups(&actor).await?;
    Ok(Json(Items::whole(all, shape_group)))
}

/// One group
#[utoipa::path(get, path = "/groups/{id}", tag = "agents", params(("id" = String, Path, description = "Its id")),
    responses((status = 200, body = Group)))]
async fn one(State(desk): State<Desk>, Keyed(actor): Keyed, at: At) -> Result<Json<Group>> {
    let group = desk.group(&actor, at.id(Thing::Group)?).await?;
    Ok(Json(shape_group(group)))
}

/// A group that is to be.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewGroup)]
struct Form {
    #[schema(example = "Отдел доставки")]
    name: String,
    /// Ids of its agents.
    #[serde(default)]
    members: Vec<String>,
}

/// Gather agents into a group
#[utoipa::path(post, path = "/groups", tag = "agents", request_body = Form,
    responses((status = 201, body = Group, description = "The group; Location is its address")))]
async fn create(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    Sent(form): Sent<Form>,
) -> Result<Response> {
    let new = NewGroup {
        name: form.name,
        members: form.members,
    };
    let group = desk.create_group(&actor, &new).await?;
    let address = format!("/api/v1/groups/{}", group.id);
    Ok(made(address, shape_group(group)))
}

/// Dissolve a group
///
/// Its agents lose the channels they reached through it.
#[utoipa::path(delete, path = "/groups/{id}", tag = "agents", params(("id" = String, Path, description = "Its id")),
    responses((status = 204, description = "It is gone")))]
async fn delete(State(desk): State<Desk>, Keyed(actor): Keyed, at: At) -> Result<StatusCode> {
    desk.delete_group(&actor, at.id(Thing::Group)?).await?;
    Ok(StatusCode::NO_CONTENT)
}
