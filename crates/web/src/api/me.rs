//! `GET /me`: whose key this is.

use axum::Json;
use axum::extract::State;
use desk::Desk;
use domain::Reach;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::shape::{Agent, shape_member};
use crate::Web;
use crate::problem::Result;
use crate::who::Keyed;

pub(super) fn router() -> OpenApiRouter<Web> {
    OpenApiRouter::default().routes(routes!(me))
}

/// The key's owner.
#[derive(Debug, Serialize, ToSchema)]
struct Me {
    #[serde(flatten)]
    agent: Agent,
    /// Ids of the channels they work in; `null`: in all.
    channels: Option<Vec<String>>,
}

/// Whose key this is
#[utoipa::path(get, path = "/me", tag = "agents", responses((status = 200, body = Me)))]
async fn me(State(desk): State<Desk>, Keyed(actor): Keyed) -> Result<Json<Me>> {
    let agent = desk.member(&actor, actor.agent).await?;
    let channels = match actor.reach {
        Reach::All => None,
        Reach::Only(ids) => Some(ids.iter().map(ToString::to_string).collect()),
    };
    Ok(Json(Me {
        agent: shape_member(agent),
        channels,
    }))
}
