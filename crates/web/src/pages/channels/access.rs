//! Who is let into a channel.

use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::post;
use desk::Thing;
use desk::channels::AccessForm;

use super::super::draw::on_to;
use super::super::named::named;
use super::super::typed::Sent;
use super::super::visit::Visit;
use crate::Web;
use crate::problem::Result;

pub(super) fn router() -> Router<Web> {
    Router::new().route("/channels/{id}/access", post(set))
}

async fn set(visit: Visit, Path(id): Path<String>, Sent(typed): Sent) -> Result<Response> {
    let id = named(&id, Thing::Channel)?;
    let ticked = |field: &'static str| typed.all(field).map(str::to_owned).collect();
    let form = AccessForm {
        agents: ticked("agents"),
        groups: ticked("groups"),
    };
    visit.desk.set_access(&visit.actor, id, &form).await?;
    Ok(on_to(&format!("/channels/{id}#access")))
}
