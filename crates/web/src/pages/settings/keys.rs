//! One's own keys for programs: made, shown once, revoked.

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use axum::routing::post;
use desk::{Fault, Refusal, Thing};

use super::super::draw::{on_to, page_as};
use super::super::named::named;
use super::super::typed::Sent;
use super::super::visit::Visit;
use super::profile::{HERE, refused};
use crate::Web;
use crate::frame::{Frame, Section};
use crate::problem::Result;

#[derive(Template)]
#[template(path = "settings/key.html")]
struct NewKey {
    frame: Frame,
    name: String,
    secret: String,
}

pub(super) fn router() -> Router<Web> {
    Router::new()
        .route("/settings/keys", post(create))
        .route("/settings/keys/{id}/revocation", post(revoke))
}

/// The key is the answer itself: an address to go on to would carry a secret.
async fn create(visit: Visit, headers: HeaderMap, Sent(typed): Sent) -> Result<Response> {
    let name = typed.one("key_name");
    match visit.desk.create_key(&visit.actor, None, name).await {
        Ok((key, secret)) => {
            let frame = visit.still(Section::Profile, HERE).await?;
            let name = key.name;
            page_as(
                StatusCode::CREATED,
                &NewKey {
                    frame,
                    name,
                    secret,
                },
            )
        }
        Err(refusal) => refused(&visit, &headers, &typed, of_key(refusal)).await,
    }
}

async fn revoke(visit: Visit, Path(id): Path<String>) -> Result<Response> {
    let id = named(&id, Thing::ApiKey)?;
    visit.desk.revoke_key(&visit.actor, id).await?;
    Ok(on_to("/settings/profile#keys-api"))
}

/// The page has another field called `name`.
fn of_key(refusal: Refusal) -> Refusal {
    let renamed = |fault: Fault| Fault {
        field: format!("key_{}", fault.field),
        ..fault
    };
    let Refusal::Invalid(faults) = refusal else {
        return refusal;
    };
    Refusal::Invalid(faults.into_iter().map(renamed).collect())
}
