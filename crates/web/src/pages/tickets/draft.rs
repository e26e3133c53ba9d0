//! `POST /tickets/{number}/draft`: what is being written is kept; `GET /tickets/{number}/macros/{id}`: a macro's text for it.

use axum::Json;
use axum::extract::Path;
use axum::http::StatusCode;
use desk::Thing;
use serde_json::{Value, json};

use super::composer::acts_in_words;
use super::show::by_number;
use crate::pages::named::named;
use crate::pages::typed::Sent;
use crate::pages::visit::Visit;
use crate::problem::Result;

pub(super) async fn keep(
    visit: Visit,
    Path(number): Path<String>,
    Sent(typed): Sent,
) -> Result<StatusCode> {
    let id = by_number(&visit, &number).await?.ticket.id;
    visit
        .desk
        .keep_draft(&visit.actor, id, typed.one("text"))
        .await?;
    Ok(StatusCode::NO_CONTENT)
}

pub(super) async fn filled(
    visit: Visit,
    Path((number, id)): Path<(String, String)>,
) -> Result<Json<Value>> {
    let ticket = by_number(&visit, &number).await?.ticket.id;
    let id = named(&id, Thing::Macro)?;
    let filled = visit.desk.fill_macro(&visit.actor, id, ticket).await?;
    let acts = acts_in_words(&filled.acts, visit.words(), visit.actor.language);
    Ok(Json(json!({
        "id": filled.id,
        "name": filled.name,
        "text": filled.text,
        "acts": acts,
    })))
}
