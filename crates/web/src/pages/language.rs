//! The language one reads, changed from the frame: no page is left for it.

use axum::Router;
use axum::response::Response;
use axum::routing::post;
use desk::people::AgentChange;

use super::draw::on_to;
use super::sign_in::here;
use super::typed::Sent;
use super::visit::Visit;
use crate::Web;
use crate::problem::Result;

pub(super) fn router() -> Router<Web> {
    Router::new().route("/settings/language", post(change))
}

async fn change(visit: Visit, Sent(typed): Sent) -> Result<Response> {
    let change = AgentChange {
        language: typed.sent("language").map(str::to_owned),
        ..AgentChange::default()
    };
    visit
        .desk
        .change_agent(&visit.actor, visit.actor.agent, &change)
        .await?;
    Ok(on_to(here(typed.one("next"))))
}
