//! One's own block «Телефония».

use axum::Router;
use axum::http::HeaderMap;
use axum::response::Response;
use axum::routing::post;
use desk::people::AgentChange;

use super::super::agents::telephony;
use super::super::draw::on_to;
use super::super::typed::Sent;
use super::super::visit::Visit;
use super::profile::{HERE, refused};
use crate::Web;
use crate::problem::Result;

pub(super) fn router() -> Router<Web> {
    Router::new().route("/settings/profile/telephony", post(change))
}

async fn change(visit: Visit, headers: HeaderMap, Sent(typed): Sent) -> Result<Response> {
    let change = AgentChange {
        telephony: telephony(&typed),
        ..AgentChange::default()
    };
    let own = visit.actor.agent;
    match visit.desk.change_agent(&visit.actor, own, &change).await {
        Ok(_) => Ok(on_to(HERE)),
        Err(refusal) => refused(&visit, &headers, &typed, refusal).await,
    }
}
