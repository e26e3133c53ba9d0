//! A channel is taken down; its history stays.

use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::post;
use desk::Thing;

use super::super::draw::on_to;
use super::super::named::named;
use super::super::visit::Visit;
use crate::Web;
use crate::problem::Result;

pub(super) fn router() -> Router<Web> {
    Router::new().route("/channels/{id}/deletion", post(remove))
}

async fn remove(visit: Visit, Path(id): Path<String>) -> Result<Response> {
    let id = named(&id, Thing::Channel)?;
    visit.desk.delete_channel(&visit.actor, id).await?;
    Ok(on_to("/channels"))
}
