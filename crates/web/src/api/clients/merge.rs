//! `POST /clients/{id}/merge`.

use axum::Json;
use axum::extract::State;
use desk::{Desk, Thing};
use domain::ClientId;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::api::shape::{Client, shape_client};
use crate::api::{At, Sent, form};
use crate::problem::{Faults, Problem, Result};
use crate::who::Keyed;

/// Whom to merge with.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ClientMerge)]
pub(super) struct Form {
    /// The client who stays.
    #[schema(example = "cl_0195f2d1c3a47b2e9c11d0a6b7e4f311")]
    into: String,
}

/// Merge a client into another
///
/// Numbers, calls and tickets of the client in the address go to the client named `into`, who stays.
#[utoipa::path(post, path = "/clients/{id}/merge", tag = "clients",
    params(("id" = String, Path, description = "The client who goes")), request_body = Form,
    responses((status = 200, body = Client, description = "The client who stays")))]
pub(super) async fn merge(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    at: At,
    Sent(form): Sent<Form>,
) -> Result<Json<Client>> {
    let from: ClientId = at.id(Thing::Client)?;
    let mut faults = Faults::default();
    let into = form::id(&mut faults, "into", Some(&form.into));
    faults.check()?;
    let into: ClientId = into.ok_or(Problem::Inside)?;
    let client = desk.merge_clients(&actor, from, into).await?;
    Ok(Json(shape_client(client)))
}
