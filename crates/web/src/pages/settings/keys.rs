//! One's own keys for programs: made, shown once, revoked.

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use desk::{Fault, Refusal, Thing};

use super::super::draw::{on_to, page};
use super::super::named::named;
use super::super::shown_once::{on_to_show, take};
use super::super::typed::Sent;
use super::super::visit::Visit;
use super::profile::{HERE, refused};
use crate::Web;
use crate::frame::{Frame, Section};
use crate::problem::Result;

/// Where a new key is shown.
const SHOWN: &str = "/settings/keys/new";

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
        .route(SHOWN, get(shown))
        .route("/settings/keys/{id}/revocation", post(revoke))
}

/// The key travels to the next page, which shows it once: loading that page again makes no other key.
async fn create(visit: Visit, headers: HeaderMap, Sent(typed): Sent) -> Result<Response> {
    let name = typed.one("key_name");
    match visit.desk.create_key(&visit.actor, None, name).await {
        Ok((key, secret)) => on_to_show(&visit, SHOWN, &format!("{secret} {}", key.name)),
        Err(refusal) => refused(&visit, &headers, &typed, of_key(refusal)).await,
    }
}

async fn shown(visit: Visit, headers: HeaderMap) -> Result<Response> {
    let (jar, shown) = take(&visit, &headers);
    let Some((secret, name)) = shown.as_deref().and_then(|text| text.split_once(' ')) else {
        return Ok(on_to("/settings/profile#keys-api"));
    };
    let page = page(&NewKey {
        frame: visit.still(Section::Profile, HERE).await?,
        name: name.to_owned(),
        secret: secret.to_owned(),
    })?;
    Ok((jar, page).into_response())
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
