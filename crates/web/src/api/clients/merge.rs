//! `POST /clients/{id}/merge`, `POST /clients/{id}/unmerge`.

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::State;
use desk::clients::{Keep, Side};
use desk::{Desk, Thing};
use domain::ClientId;
use serde::Deserialize;
use utoipa::ToSchema;

use super::shaped;
use crate::api::shape::Client;
use crate::api::{At, Sent, form};
use crate::problem::{Faults, Problem, Result};
use crate::who::Keyed;

/// Whom to merge with, and what to keep of each.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ClientMerge)]
pub(super) struct Form {
    /// The client who stays.
    #[schema(example = "cl_0195f2d1c3a47b2e9c11d0a6b7e4f311")]
    into: String,
    /// Whose property is kept: `from` (who goes), `into` (who stays) or, for `note`, `both`; by `name`, `company`, `note`,
    /// `vip`, `spammer`, `responsible_id` and ids of the desk's own fields. What is not named stays, and is taken from who
    /// goes where it is empty.
    #[serde(default)]
    keep: BTreeMap<String, String>,
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
    Sent(sent): Sent<Form>,
) -> Result<Json<Client>> {
    let from: ClientId = at.id(Thing::Client)?;
    let mut faults = Faults::default();
    let into = form::id(&mut faults, "into", Some(&sent.into));
    let mut keep = Keep::default();
    for (property, side) in &sent.keep {
        let side = match side.as_str() {
            "from" => Ok(Side::From),
            "into" => Ok(Side::Into),
            "both" => Ok(Side::Both),
            _ => Err(desk::Why::NotOneOf(vec!["from", "into", "both"])),
        };
        if let Some(side) = faults.take(&format!("keep.{property}"), side) {
            keep.sides.insert(property.clone(), side);
        }
    }
    faults.check()?;
    let into: ClientId = into.ok_or(Problem::Inside)?;
    let (client, _) = desk.merge_keeping(&actor, from, into, &keep).await?;
    shaped(&desk, &actor, client).await.map(Json)
}

/// Take a merging back
///
/// The client in the address comes back with all that had gone; what was changed since stays with the other.
#[utoipa::path(post, path = "/clients/{id}/unmerge", tag = "clients",
    params(("id" = String, Path, description = "The client who went")),
    responses((status = 200, body = Client, description = "The client who came back"),
        (status = 409, description = "What came of it has been merged further: take that back first")))]
pub(super) async fn unmerge(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    at: At,
) -> Result<Json<Client>> {
    let client = desk.unmerge_client(&actor, at.id(Thing::Client)?).await?;
    shaped(&desk, &actor, client).await.map(Json)
}
