//! `POST /tickets/{number}/looking`: a page says that somebody looks or types here, and learns how many others do.

use axum::Json;
use axum::extract::Path;
use desk::tickets::Doing;
use serde_json::{Value, json};

use super::show::by_number;
use crate::pages::typed::Sent;
use crate::pages::visit::Visit;
use crate::problem::Result;

pub(super) async fn say(
    visit: Visit,
    Path(number): Path<String>,
    Sent(typed): Sent,
) -> Result<Json<Value>> {
    let id = by_number(&visit, &number).await?.ticket.id;
    let doing = match typed.one("doing") {
        "typing" => Doing::Typing,
        "leaving" => Doing::Leaving,
        _ => Doing::Looking,
    };
    visit.desk.look(&visit.actor, id, doing).await?;
    let others = visit.desk.lookers(&visit.actor, id).await?;
    Ok(Json(json!({ "others": others.len() })))
}
