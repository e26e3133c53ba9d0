//! `POST /clients/{id}/name`: a caller gets a name, and all their history with it.

use axum::extract::Path;
use axum::response::Response;
use desk::clients::ClientChange;

use super::pick::back_to;
use super::show::client_id;
use crate::pages::draw::on_to;
use crate::pages::typed::Sent;
use crate::pages::visit::Visit;
use crate::problem::Result;

pub(super) async fn name(
    visit: Visit,
    Path(id): Path<String>,
    Sent(typed): Sent,
) -> Result<Response> {
    let id = client_id(&id)?;
    let back = back_to(&typed, &format!("/clients/{id}"));
    // Nothing typed names nobody.
    if let Some(name) = typed.some("name") {
        let change = ClientChange {
            name: Some(Some(name.to_owned())),
            ..ClientChange::default()
        };
        visit.desk.change_client(&visit.actor, id, change).await?;
    }
    Ok(on_to(&back))
}
