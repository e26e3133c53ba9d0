//! `/me/presence`: what one is for one's colleagues.

use axum::Json;
use axum::extract::State;
use desk::Desk;
use desk::presence::PresenceForm;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::body::Sent;
use crate::Web;
use crate::problem::Result;
use crate::who::Keyed;

pub(super) fn router() -> OpenApiRouter<Web> {
    OpenApiRouter::default().routes(routes!(show, set))
}

/// What the key's owner is for their colleagues.
#[derive(Debug, Serialize, ToSchema)]
struct Presence {
    /// What colleagues see: `online`, `away` or `do_not_disturb`.
    #[schema(example = "online")]
    presence: &'static str,
    /// What was set by hand; `online` lets open tabs tell.
    #[schema(example = "do_not_disturb")]
    set: &'static str,
    /// Until when that counts; `null`: until it is set anew.
    until: Option<Timestamp>,
}

/// What to be for one's colleagues.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = PresenceChange)]
struct Form {
    /// `online` (open tabs tell), `away` or `do_not_disturb`.
    #[schema(example = "do_not_disturb")]
    state: String,
    /// Until this moment; absent: until it is set anew.
    until: Option<Timestamp>,
}

/// What one is for one's colleagues
#[utoipa::path(get, path = "/me/presence", tag = "agents", responses((status = 200, body = Presence)))]
async fn show(State(desk): State<Desk>, Keyed(actor): Keyed) -> Result<Json<Presence>> {
    let member = desk.member(&actor, actor.agent).await?;
    let set = desk.own_presence(&actor).await?;
    Ok(Json(Presence {
        presence: member.presence.as_str(),
        set: set.choice.as_str(),
        until: set.until,
    }))
}

/// Be away, or not disturbed
#[utoipa::path(put, path = "/me/presence", tag = "agents", request_body = Form, responses((status = 200, body = Presence)))]
async fn set(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    Sent(form): Sent<Form>,
) -> Result<Json<Presence>> {
    let wanted = PresenceForm {
        state: form.state,
        until: form.until,
        minutes: None,
    };
    desk.set_presence(&actor, &wanted).await?;
    show(State(desk), Keyed(actor)).await
}
