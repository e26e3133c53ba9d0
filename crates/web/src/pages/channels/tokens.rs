//! «Токены канала»: one is made, one is revoked.

use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::post;
use desk::Thing;
use domain::ChannelId;

use super::super::draw::on_to;
use super::super::named::named;
use super::super::visit::Visit;
use crate::Web;
use crate::problem::Result;

pub(super) fn router() -> Router<Web> {
    Router::new()
        .route("/channels/{id}/tokens", post(create))
        .route("/channels/{id}/tokens/{token}/revocation", post(revoke))
}

async fn create(visit: Visit, Path(id): Path<String>) -> Result<Response> {
    let id = named(&id, Thing::Channel)?;
    visit.desk.create_token(&visit.actor, id).await?;
    Ok(shown(id))
}

async fn revoke(visit: Visit, Path((id, token)): Path<(String, String)>) -> Result<Response> {
    let id = named(&id, Thing::Channel)?;
    let token = named(&token, Thing::Token)?;
    visit.desk.revoke_token(&visit.actor, id, token).await?;
    Ok(shown(id))
}

/// Back to the channel with its tokens folded out.
fn shown(id: ChannelId) -> Response {
    on_to(&format!("/channels/{id}?tokens#tokens"))
}
