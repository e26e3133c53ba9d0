//! `/around/ring`: the calls that ring at the agent, for scripts to put in place and to announce; «not mine».

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::{get, post};
use axum::{Json, Router};
use desk::Thing;
use domain::CallId;
use serde::Serialize;

use super::draw::{on_to, page};
use super::named::named;
use super::sign_in::here;
use super::typed::Sent;
use super::visit::Visit;
use crate::Web;
use crate::frame::{Frame, RingCard};
use crate::problem::Result;

#[derive(Template)]
#[template(path = "frame/ring_alone.html")]
struct Alone {
    frame: Frame,
}

/// What rings, for the script that announces it when no page of ours is in sight.
#[derive(Serialize)]
struct News {
    /// Whether nothing is to be said.
    quiet: bool,
    items: Vec<Item>,
}

#[derive(Serialize)]
struct Item {
    id: CallId,
    title: String,
    text: String,
    path: String,
}

pub(super) fn router() -> Router<Web> {
    Router::new()
        .route("/around/ring", get(show))
        .route("/around/ring/news", get(news))
        .route("/calls/{id}/not_mine", post(refuse))
}

async fn show(visit: Visit) -> Result<Response> {
    let frame = visit.ringing().await?;
    page(&Alone { frame })
}

async fn news(visit: Visit) -> Result<Json<News>> {
    let frame = visit.ringing().await?;
    let title = frame.t.msg_ring_title();
    let item = |card: &RingCard| Item {
        id: card.id,
        title: format!("{title}: {}", card.title),
        text: card.known.clone(),
        path: card.path.clone(),
    };
    Ok(Json(News {
        quiet: frame.rings.quiet,
        items: frame.rings.cards.iter().map(item).collect(),
    }))
}

/// Takes it off this agent's screens, then back to where they were.
async fn refuse(visit: Visit, Path(id): Path<String>, Sent(typed): Sent) -> Result<Response> {
    let id = named(&id, Thing::Call)?;
    visit.desk.refuse_ring(&visit.actor, id).await?;
    Ok(on_to(here(typed.one("next"))))
}
