//! `/agents`.

mod change;
mod invite;

use axum::Json;
use axum::extract::State;
use desk::people::TelephonyForm;
use desk::{Desk, Thing};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::At;
use super::body::nullable;
use super::paging::Items;
use super::shape::{Agent, shape_member};
use crate::Web;
use crate::problem::Result;
use crate::who::Keyed;

pub(super) fn router() -> OpenApiRouter<Web> {
    OpenApiRouter::default()
        .routes(routes!(list, invite::invite))
        .routes(routes!(one, change::change))
}

/// Who somebody is for the PBX; what is absent stays, `null` takes away.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = TelephonyChange)]
struct SentTelephony {
    /// `uis`, `comagic`, `novofon` or `callgear`.
    #[serde(default, deserialize_with = "nullable")]
    #[schema(value_type = Option<String>, example = "uis")]
    provider: Option<Option<String>>,
    /// The provider's id of the employee, or the address of their card.
    #[serde(default, deserialize_with = "nullable")]
    #[schema(value_type = Option<String>, example = "391001")]
    operator_id: Option<Option<String>>,
    /// A number in any spelling.
    #[serde(default, deserialize_with = "nullable")]
    #[schema(value_type = Option<String>, example = "8 (495) 150-00-00")]
    virtual_number: Option<Option<String>>,
}

impl From<SentTelephony> for TelephonyForm {
    fn from(sent: SentTelephony) -> Self {
        Self {
            provider: sent.provider.map(Option::unwrap_or_default),
            operator_id: sent.operator_id.map(Option::unwrap_or_default),
            virtual_number: sent.virtual_number.map(Option::unwrap_or_default),
        }
    }
}

/// Agents
///
/// Everybody, those who left too: for administrators and supervisors.
#[utoipa::path(get, path = "/agents", tag = "agents", responses((status = 200, body = Items<Agent>)))]
async fn list(State(desk): State<Desk>, Keyed(actor): Keyed) -> Result<Json<Items<Agent>>> {
    let all = desk.staff(&actor).await?;
    Ok(Json(Items::whole(all, shape_member)))
}

/// One agent
///
/// Oneself, or anybody for administrators and supervisors.
#[utoipa::path(get, path = "/agents/{id}", tag = "agents", params(("id" = String, Path, description = "Their id")),
    responses((status = 200, body = Agent)))]
async fn one(State(desk): State<Desk>, Keyed(actor): Keyed, at: At) -> Result<Json<Agent>> {
    let agent = desk.member(&actor, at.id(Thing::Agent)?).await?;
    Ok(Json(shape_member(agent)))
}
