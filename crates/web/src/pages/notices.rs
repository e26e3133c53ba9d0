//! What one was told: the list, each leads to what it is about.

mod line;
mod list;
mod news;
#[cfg(test)]
mod tests;

use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::{get, post};
use desk::Thing;

use super::draw::on_to;
use super::named::named;
use super::typed::Sent;
use super::visit::Visit;
use crate::Web;
use crate::problem::Result;

/// Where the list is.
const HERE: &str = "/notices";

pub(super) fn router() -> Router<Web> {
    Router::new()
        .route(HERE, get(list::show))
        .route("/notices/news", get(news::news))
        .route("/notices/read", post(read_all))
        .route("/notices/{id}", get(open))
        .route("/notices/{id}/read", post(read))
}

/// On to what it is about; having been there is having read it.
async fn open(visit: Visit, Path(id): Path<String>) -> Result<Response> {
    let id = named(&id, Thing::Notice)?;
    let told = visit.desk.read_notice(&visit.actor, id).await?;
    Ok(on_to(&line::goes_to(&told)))
}

async fn read(visit: Visit, Path(id): Path<String>, Sent(typed): Sent) -> Result<Response> {
    let id = named(&id, Thing::Notice)?;
    visit.desk.read_notice(&visit.actor, id).await?;
    Ok(back(typed.ticked("unread")))
}

async fn read_all(visit: Visit, Sent(typed): Sent) -> Result<Response> {
    visit.desk.read_all_notices(&visit.actor).await?;
    Ok(back(typed.ticked("unread")))
}

fn back(unread: bool) -> Response {
    match unread {
        true => on_to("/notices?unread=1"),
        false => on_to(HERE),
    }
}
