//! `POST /clients/{id}/merge`: everything of this client moves to another.

use axum::extract::Path;
use axum::response::Response;

use super::show::client_id;
use crate::pages::draw::on_to;
use crate::pages::typed::Sent;
use crate::pages::visit::Visit;
use crate::problem::Result;

pub(super) async fn merge(
    visit: Visit,
    Path(id): Path<String>,
    Sent(typed): Sent,
) -> Result<Response> {
    let (from, into) = (client_id(&id)?, client_id(typed.one("into"))?);
    let joint = visit.desk.merge_clients(&visit.actor, from, into).await?;
    Ok(on_to(&format!("/clients/{}", joint.id)))
}
