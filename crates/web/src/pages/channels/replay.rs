//! «Прочитать заново»: one request, or all of a channel that could not be read or kept.

use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::post;
use desk::Thing;
use domain::{ChannelId, NotificationId};

use super::super::draw::on_to;
use super::super::named::named;
use super::super::visit::Visit;
use crate::Web;
use crate::problem::Result;

pub(super) fn router() -> Router<Web> {
    Router::new()
        .route("/channels/{id}/replay", post(all))
        .route("/channels/{id}/notifications/{one}/replay", post(one))
}

async fn all(visit: Visit, Path(id): Path<String>) -> Result<Response> {
    let id: ChannelId = named(&id, Thing::Channel)?;
    visit.desk.replay_all(&visit.actor, id).await?;
    Ok(on_to(&format!("/channels/{id}/notifications")))
}

async fn one(visit: Visit, Path((id, one)): Path<(String, String)>) -> Result<Response> {
    let id: ChannelId = named(&id, Thing::Channel)?;
    let one: NotificationId = named(&one, Thing::Notification)?;
    visit.desk.replay(&visit.actor, one).await?;
    Ok(on_to(&format!("/channels/{id}/notifications/{one}")))
}
